//! Policy documents in any number: invented, of the families that real ones have, and the same every time.
//!
//! The words are those of the thesaurus and the names those of the gazetteer; how often a word comes follows Zipf's law,
//! as in real texts, so that posting lists have real shapes. No amount and no sentence is any municipality's.

use std::fmt::Write as _;
use std::path::Path;

/// A folder of documents with the config folder that they are read with.
pub struct Written {
    /// The municipalities, each once.
    pub municipalities: Vec<String>,
    /// Words in the order of their frequency.
    pub words: Vec<String>,
}

/// Years of which each municipality has documents, in the era 令和, the latest first.
const YEARS: [u32; 5] = [7, 6, 5, 4, 3];

const ACTIONS: [&str; 12] = [
    "の推進",
    "の支援",
    "の充実",
    "に関する相談体制の強化",
    "事業",
    "の普及啓発",
    "の整備",
    "に向けた取組",
    "の確保",
    "ネットワークづくり",
    "の見直し",
    "を担う人材の育成",
];
const DEEDS: [&str; 12] = [
    "の説明会を開催します",
    "を各地域と連携して進めます",
    "の実施を支援します",
    "に取り組む団体へ補助します",
    "の手引きを作成し配布します",
    "について区役所の窓口で相談を受けます",
    "の訓練を行います",
    "の計画を改定します",
    "の情報を広報紙とホームページで知らせます",
    "の対象を広げます",
    "の状況を調べ、公表します",
    "の巡回を行います",
];
const OFFICES: [&str; 6] =
    ["総務課", "地域振興課", "福祉保健課", "こども家庭支援課", "まちづくり課", "防災課"];

/// Writes `folder/config` (a copy of the project's, without what is asked of its seeds) and `folder/seeds` with at least
/// `n_measures` entries.
pub fn write(folder: &Path, n_measures: usize) -> Written {
    let (config, seeds) = (folder.join("config"), folder.join("seeds"));
    copy_folder(Path::new("config"), &config);
    std::fs::create_dir_all(&seeds).expect("a folder");
    let (municipalities, words) = (municipalities(), words());
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let (mut facts, mut n, mut at) = (String::new(), 0, 0);
    while n < n_measures {
        let municipality = municipalities.get(at % municipalities.len()).expect("one of them");
        let round = at / municipalities.len();
        let year = YEARS.get(round % YEARS.len()).expect("one of them");
        let mut document = Draft { words: &words, random: &mut random, text: String::new(), n: 0 };
        let ending = match (at + round) % 4 {
            0 => document.management_policy(municipality, *year),
            1 => document.numbered_policy(municipality, *year),
            2 => document.budget_outline(municipality, *year),
            _ => document.speech(municipality, *year),
        };
        let name = format!("{at:06}");
        std::fs::write(seeds.join(format!("{name}.{ending}")), &document.text).expect("a file");
        n += document.n;
        write!(
            facts,
            "[document.\"{name}\"]\nmunicipality = \"{municipality}\"\nfiscal_year = \"令和{year}年度\"\n\n"
        )
        .expect("a string");
        at += 1;
    }
    std::fs::write(config.join("documents.toml"), facts).expect("a file");
    Written { municipalities: municipalities.into_iter().take(at).collect(), words }
}

/// A generator of numbers (xorshift64*): the same on every machine.
pub struct Random(pub u64);

impl Random {
    /// Returns a number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize) % limit
    }

    /// Returns one of some texts.
    pub fn pick<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts.get(self.below(texts.len())).expect("one of them")
    }

    /// Returns a place below a limit, small ones much more often: the density falls with one over the place.
    pub fn zipf(&mut self, limit: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((limit as f64).powf(share) - 1.0) as usize
    }
}

struct Draft<'a> {
    words: &'a [String],
    random: &'a mut Random,
    text: String,
    /// Entries so far.
    n: usize,
}

impl Draft<'_> {
    fn word(&mut self) -> &str {
        let at = self.random.zipf(self.words.len());
        self.words.get(at).expect("one of them")
    }

    fn title(&mut self) -> String {
        self.n += 1;
        let mut title = self.word().to_owned();
        if self.random.below(2) == 0 {
            title += "と";
            title += self.word();
        }
        title + self.random.pick(&ACTIONS)
    }

    fn sentence(&mut self) -> String {
        let mut text = self.word().to_owned();
        for joint in ["や", "、", "における"].iter().take(self.random.below(4)) {
            text += joint;
            text += self.word();
        }
        text + self.random.pick(&DEEDS)
    }

    fn passage(&mut self) -> String {
        (0..4 + self.random.below(5)).map(|_| self.sentence() + "。").collect()
    }

    fn thousands(&mut self) -> String {
        let amount = 100 + self.random.below(90_000);
        if amount < 1_000 {
            amount.to_string()
        } else {
            format!("{},{:03}", amount / 1_000, amount % 1_000)
        }
    }

    fn line(&mut self, line: &str) {
        self.text += line;
        self.text += "\n";
    }

    /// Issues with budget lines, strategies with tables.
    fn management_policy(&mut self, municipality: &str, year: u32) -> &'static str {
        self.line(&format!(
            "令和{year}年度 {municipality}運営方針\n\n重点的に取り組む主な経営課題と事業\n"
        ));
        let issues: Vec<String> = (0..6).map(|_| self.title()).collect();
        for (at, issue) in issues.iter().enumerate() {
            let passage = self.passage();
            self.line(&format!("経営課題{} {issue}\n\n{passage}\n", at + 1));
            for _ in 0..3 {
                self.n += 1;
                let (what, now, before) = (self.sentence(), self.thousands(), self.thousands());
                self.line(&format!(
                    "- {what}\n\n【予算額 {now}千円（{}年度：{before}千円）】\n",
                    year - 1
                ));
            }
        }
        for (at, issue) in issues.iter().enumerate() {
            self.line(&format!("経営課題{} {issue}\n", at + 1));
            for strategy in 1..=2 {
                let (title, state) = (self.title(), self.sentence());
                self.line(&format!(
                    "戦略{}-{strategy} {title}\n\nめざす状態\n\n- ・{state}。\n",
                    at + 1
                ));
                self.line(&format!(
                    "具体的取組\t{year}年度に取り組む主な内容\t{}年度の主な実績（12月末現在）",
                    year - 1
                ));
                for row in 1..=5 {
                    let (title, plan, done) = (self.title(), self.passage(), self.sentence());
                    let times = self.random.below(90) + 1;
                    self.line(&format!("{row} {title}\t・{plan}\t・{done}（{times}回実施済）"));
                }
                self.line("");
            }
        }
        "txt"
    }

    /// Goals and numbered measures.
    fn numbered_policy(&mut self, municipality: &str, year: u32) -> &'static str {
        self.line(&format!("令和{year}年度 {municipality} 運営方針\n\nI 基本目標\n"));
        let goal = self.sentence();
        self.line(&format!("{goal}。\n\nII 目標達成に向けた施策\n"));
        for goal in 1..=6 {
            let title = self.title();
            self.line(&format!("{goal} {title}"));
            for measure in 1..=8 {
                let title = self.title();
                self.line(&format!("({measure}) {title}"));
                for _ in 0..=self.random.below(3) {
                    let deed = self.sentence();
                    self.line(&format!("・{deed}"));
                }
            }
        }
        "txt"
    }

    /// A table of projects with their money and offices.
    fn budget_outline(&mut self, municipality: &str, year: u32) -> &'static str {
        self.line(&format!("# 令和{year}年度 {municipality} 予算の概要\n\n単位：千円\n"));
        for _ in 0..5 {
            let title = self.title();
            self.line(&format!("## {title}\n"));
            self.line(&format!(
                "| 事業名 | 内容 | 令和{year}年度予算額 | 令和{}年度予算額 | 担当課 |",
                year - 1
            ));
            self.line("|---|---|---:|---:|---|");
            for _ in 0..12 {
                let (title, what) = (self.title(), self.passage());
                let (now, before) = (self.thousands(), self.thousands());
                let office = self.random.pick(&OFFICES);
                self.line(&format!("| {title} | {what} | {now} | {before} | {office} |"));
            }
            self.line("");
        }
        "md"
    }

    /// Headings of bare lines with paragraphs, as a web page.
    fn speech(&mut self, municipality: &str, year: u32) -> &'static str {
        self.line(&format!(
            "<html><head><title>令和{year}年度 {municipality}長 所信表明</title></head><body>"
        ));
        self.line(&format!("<h1>令和{year}年度 {municipality}長 所信表明</h1>"));
        for _ in 0..6 {
            let part = self.title();
            self.line(&format!("<h2>{part}</h2>"));
            for _ in 0..5 {
                let (title, first, second) = (self.title(), self.passage(), self.passage());
                self.line(&format!("<h3>{title}</h3>\n<p>{first}</p>\n<p>{second}</p>"));
            }
        }
        self.line("</body></html>");
        "html"
    }
}

/// Returns the names of the gazetteer's cities, wards and towns with what they lie in.
fn municipalities() -> Vec<String> {
    let text = std::fs::read_to_string("config/gazetteer.csv").expect("the gazetteer");
    let name = |line: &str| {
        let mut columns = line.split(',');
        let (name, within) = (columns.next()?, columns.nth(1)?);
        Some(format!("{within}{name}")).filter(|name| name.ends_with(['市', '区', '町', '村']))
    };
    text.lines().skip(1).filter(|line| !line.starts_with('#')).filter_map(name).collect()
}

/// Returns the words of the thesaurus that are Japanese, each once, in a shuffled order.
fn words() -> Vec<String> {
    let text = std::fs::read_to_string("config/thesaurus.toml").expect("the thesaurus");
    let is_word = |word: &&str| {
        (2..=9).contains(&word.chars().count())
            && word.chars().all(|c| matches!(c, 'ぁ'..='ん' | 'ァ'..='ー' | '一'..='龠'))
            && word.chars().any(|c| !('ぁ'..='ん').contains(&c))
    };
    let lines = text.lines().filter(|line| line.starts_with('"'));
    let mut words: Vec<String> =
        lines.flat_map(|line| line.split('"').filter(is_word)).map(str::to_owned).collect();
    words.sort();
    words.dedup();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for at in (1..words.len()).rev() {
        words.swap(at, random.below(at + 1));
    }
    words
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the folder").flatten() {
        // What would be asked of the seeds belongs to no other document.
        if entry.path().is_dir() && entry.file_name() != "expected" {
            copy_folder(&entry.path(), &to.join(entry.file_name()));
        } else if entry.path().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
    }
}
