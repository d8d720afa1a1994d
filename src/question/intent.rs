//! What is wanted of a measure.

use serde::{Deserialize, Serialize};

/// What a question wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Money.
    Budget,
    /// The change from the year before.
    Compare,
    /// Whom to ask.
    Contact,
    /// What was done.
    Results,
    /// What is to be reached.
    Target,
    /// What the document marks as changed.
    Changes,
    /// The most, the least, the biggest rise or fall.
    Ranking,
    /// The sum, the number.
    Total,
    /// One beside another.
    Versus,
}

/// A detail that a resident needs and a policy document seldom holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// An amount of money.
    Budget,
    /// A telephone number or department.
    Contact,
    /// A day, a time, a period.
    Time,
    /// A place, an address.
    Place,
    /// Documents to bring, things needed.
    Documents,
    /// How to apply.
    Procedure,
    /// Who is entitled.
    Eligibility,
    /// What a person pays or gets.
    Price,
    /// Results, a count.
    Results,
    /// The state to be reached.
    Target,
    /// Marked changes.
    Changes,
    /// A list of places or people.
    List,
}

use std::ops::Range;
use std::sync::LazyLock;

use super::pattern::Pattern;

/// Words that show what is wanted; those marked `Drop` say nothing of the subject and are not searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Wants(Intent, Use),
    Asks(Slot, Use),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Keep,
    Drop,
}

use Cue::{Asks, Wants};
use Use::{Drop, Keep};

/// Patterns over the folded question.
pub(super) const CUES: &[(Cue, &str)] = &[
    (
        Wants(Intent::Budget, Drop),
        r"(予算額?|金額)[はがを]?それぞれ|それぞれ(の|に|で)?(予算額?|金額|いくら|どのくらい|どれくらい|なんぼ)|予算(額|案|規模)?|よさん|(の[ \u{3000}]*)?おかね(は|が|を)?[ \u{3000}]*(いくら|どのくらい|どれくらい)|算定見込額|見込額|決算額?|事業費|金額|(に(は|も)?(かか[るっ]て?い?る?|使う|使って|つかう))?の?(お金|おかね|税金|費用|経費)[はがをに]?(いくら|なんぼ|どのくらい|どれくらい|どれだけ)(ぐらい|くらい|ほど)?(使|つか|かか|かけ|つい|出|当て|充て|投じ)?|(いくら|なんぼ|どのくらい|どれくらい|どれだけ)(ぐらい|くらい|ほど)?の?(お金|おかね|税金|費用|経費)[をはが]?(使|つか|かか|かけ|つい|出|当て|充て|投じ)?|いくら(ぐらい|くらい|ほど)?(使|つか|かか|かけ|つい|出|当て|充て|投じ)?|なんぼ(ぐらい|くらい)?(使|つか|かか|かけ)?|何(千|万|億)?円|budget|how much( money)?|spend(ing|s)?|spent|预算|預算|多少[钱錢]|예산|얼마",
    ),
    (
        Wants(Intent::Budget, Keep),
        r"のお金|(お金|税金|費用|経費|コスト|財源)(を|が|は)?(いくら|どれ|どのくらい|どれくらい|何|かか|かけ|使|つか|つい)|にかかる(費用|お金|経費|コスト)|(一番|1番|いちばん|いっちゃん)金|(経|经)[費费]|비용",
    ),
    (
        Wants(Intent::Compare, Drop),
        r"(予算額?|お金|金額|費用|経費)[がはも]?[ \u{3000}]*((何|[0-9.]+|[二三四五十])倍(以上|近く)?に|倍増|半分(以下|近く)?に|半減)(なっ|増え|ふえ|減っ|し)?(た|て)?|(去年|昨年度?|前年度?|前の年|前回)(より|に比べ|と比べ|から(増|減|上が|下が)|比|と比較)[るてしたら]*|増減|増額|減額|差額|増え(た|て|まし)[のはがもかを]?|減っ(た|て|ちゃ)|へった|ふえた|増やし|減らし|(削|けず)(ら|っ)(れた?|た|て)+|カット(され|し)(た|て)|引き[上下]げ(られ)?(た|て)|(伸び|増加|減少|増減)率|(減り|増え|へり|ふえ)方|ぜんねんど?(と|より|から)|きょねん(と|より|から)|(去年|昨年度?|前年度?|前の年)(と|から)は?どう違[いうっ][ますのかたで]*|(rose|grew|fell|dropped) (the )?most|compared (to|with)|than last year|(more|less) than|increased?|decreased?|比去年|增加得?|减少得?|減少得|かわらない|작년(보다|에 비해)|늘었|줄었",
    ),
    (
        Wants(Intent::Changes, Drop),
        r"変わった(点|ところ|とこ|の)?|変わりました|変わってる|変更(点|された|されました|箇所|は|が)?|新しくな(った|り)(ところ|点|の)?|新しく(加わ|追加|入)(った|られた|り|された)(もの|点|ところ)?|新しく(作|つく|始ま|でき)(った|られた|た)(もの|こと|点|ところ|の|事業|取組|取り組み|施策)|新たに(加わ|作|始ま|追加|取り組)(った|られた|む|された)?|追加された|見直された|何が(変わ|新し)|どこが(変わ|新し)|(去年|昨年度?|前年度?)(と|から)の?違い|what('s| is| has)? (new|changed)|哪里(变|改)|有什么变化|바뀐|달라진|변경",
    ),
    (
        Wants(Intent::Results, Keep),
        r"実績|成果|何(件|回|人|か所|ヶ所|カ所|ケ所|箇所|品|校|社|地域|時間|部|本|台|名|%|パーセント|割|組|店|日間|種類)|いくつ|件数|回数|人数|(受診|充足|達成|参加|利用)率|どれ(くらい|ぐらい|だけ)(の人|実施|開|あ)|how many|results?|outcome|多少(人|次|件|个|個|家)|几(次|件|个|家)|몇",
    ),
    (
        Wants(Intent::Target, Keep),
        r"目標|ゴール|めざす(状態|姿|もの|こと|のは)|目指す(状態|姿|もの|こと|のは)|どんな(状態|状況|姿|まち)(に|を|の)|どうなる(の|ん|と)|何を(めざ|目指)|(めざ|目指)してい?る|どう(いう|ゆう)(状態|姿)|goal|aim(ing)?|目标|목표",
    ),
    (
        Wants(Intent::Contact, Drop),
        r"((お)?問い?合わ?せ(先|窓口|る|は|たい)?|といあわせ(さき)?|連絡先|れんらくさき|(電話|でんわ)(番号)?[と、・や/](ファックス|ファクス|fax)(番号)?|電話番号|でんわばんごう|(電話|でんわ)(は|を教|教|へ|に|で聞|したい|すれば|かけ|[?？。]*$)|(?-u:\b)tel(?-u:\b)|fax|ファックス|ファクス|メールアドレス|担当(課|部署|部|係|窓口|者|は|の部署|の課)|の担当[はがを]?[?。]*$|(どの|なんの|何の|どこの)(課|部署|係|部)|何課|部署(は|って|を|の(電話|連絡先|番号)|[?？]*$)|(どこ|だれ|誰)[にへ](聞|きけ|問|連絡|電話|言|尋|たず)[いけえっばれ]*|contact|phone( number)?|telephone|call|which department|电话|電話號碼|联系|聯絡|哪个部门|전화( ?번호)?|연락처|문의|담당)(は|って|が)?(どこ|どちら|だれ|誰)?|担当(って|が)?(どこ|どちら|だれ|誰)",
    ),
    (
        Wants(Intent::Contact, Keep),
        r"(相談|そうだん)(先|する先|できる(ところ|所|場所))|どこ[にへ](相談|そうだん)|窓口は(どこ|何)|who should i",
    ),
    (
        Wants(Intent::Ranking, Drop),
        r"(上位|下位|トップ|ベスト|ワースト)[ \t\u{3000}]*([0-9]+|[一二三四五六七八九十]+)(つ|個|件|位)?(まで|以内)?|(top|bottom) [0-9]+|前[0-9三五十]+[名个個位]|(多|大き|高|少な|小さ|低)い(事業|取組|取り組み|施策|項目|もの|の)?[をは]?([0-9]+|[一二三四五六七八九十]+)(つ|個|件)|(상위|하위) ?[0-9]+개?|(一番|1番|いちばん|いっちゃん|最も|もっとも|最大|最小|最高|最多)(に|の|で)?(多|大き|高|少な|小さ|低|安|予算|増|減|ふえ|へ|伸び)[いくかっのえた]*|(一番|1番|いちばん|いっちゃん|最も|もっとも)(お?金|おかね|金額|税金|費用|予算)(を|が|の)?(かけ|かか|掛け|使|つか|つけ|つい|割)[らりるれっ]?[てた]?(い?る|い?た)?|(お?金|おかね|金額|税金|費用|予算)(を|が|の)(一番|1番|いちばん|いっちゃん|最も|もっとも)(かけ|かか|掛け|使|つか|つけ|つい|割)[らりるれっ]?[てた]?(い?る|い?た)?|(多い|少ない|大きい|小さい|高い|低い|安い|増えた|減った|伸びた)順|ランキング|トップ[ \t\u{3000}]*[0-9一二三]*|ベスト[ \t\u{3000}]*[0-9]*|ワースト|最(多|大|少|小|高|低)(的((项目|項目)?是?哪[个個])?|((项目|項目)|是)+哪[个個])|最(大|小|高|多|少)の?|一番|いちばん|いっちゃん|the most|the least|((second|third|fourth|fifth|2nd|3rd|[45]th)[ -])?(largest|biggest|smallest|highest|lowest|most expensive)|第[二三四五2-5](多|大|少|小|高|低)的?((项目|項目)?是?哪[个個])?|哪[个個](项目|項目)的?|よさんが[ \t\u{3000}]*(すくな|おお|ちいさ|たか|ひく)[いきくなかっ]*|(두|세|네|다섯) ?번째로|가장",
    ),
    (
        Wants(Intent::Ranking, Drop),
        r"(?:[1-3]?[0-9]|十?[一二三四五六七八九]|十)([番つ][目め](に?((予算|金額|お金|額)額?[がのをも]?)?(多|大き|高|少な|小さ|低|安|増え|減)[いくなかったの]*|(は|の|が)?[?。]*$|[と、や]|から)|位)",
    ),
    (
        Wants(Intent::Total, Drop),
        r"合計|ごうけい|全体(で|として|だと)|総額|総計|総予算|(全部|ぜんぶ)(足|たし|合わせ|あわせ|で|いくら|なんぼ)(すと|したら|たら|て|せると|いくら|なんぼ)?|足し?たら|足すと|(すべて|全て)(足|合わせ)|合わせて(いくら|何)|([をとでも、, ]|両方|[0-9二三]つ(とも)?[をで]?)(合わせ|あわせ)(て[ \t\u{3000}]*(いくら|何|予算|お金|金額)|ると|た(額|金額|予算))|トータル|足し合わせ|total|sum of|总(额|计|共)|總(額|計|共)|合计|합계|총액|모두 얼마",
    ),
    (
        Wants(Intent::Versus, Drop),
        r"(予算|お金|金額|額)[の、]?差(額|は|が|を|$)|[の、, ]差(は|が)(いくら|なんぼ)|どう違[いうっ][ますのかたで]*|[区市町村](の(方|ほう))?より(も)?(多|少な|大き|小さ|高|低)[いくかっ]+|(どっち|どちら)に(お?金|予算|税金|費用)を?(多く)?(かけ|使っ|つかっ)てい?[るま][すのか]*|どっち(が|の(ほう|方)が)?(多い|大きい|少ない|高い|上)?|どちら(が|の(ほう|方)が)?(多い|大きい|少ない|高い|上)?|を?(比べ(て|る|たい)|くらべ(て|る|たい)|比較(して|する|したい)?)(ください|みて|ほしい)?|which (is|one|has)|哪个更|哪個更|어느 쪽",
    ),
    (
        Asks(Slot::Time, Drop),
        r"いつ|何時|何曜日|曜日|日程|日時|時間帯|期間|期限|締(め)?切(り)?|何日|何月|開館時間|営業時間|受付時間|スケジュール|when |what time|what day|什么时候|幾點|几点|언제|몇 시",
    ),
    (
        Asks(Slot::Place, Drop),
        r"どこで|どこに(あ|行|い|でき)[るくきっま]*|どこへ行[くけっき]*|できる(場所|ところ|所)|場所(は|を|が|って|$)|住所|会場|所在地|アクセス|最寄り|どこ(です|でしょう|や|かな|？|\?|$)|where|在哪|哪里|어디",
    ),
    (
        Asks(Slot::Documents, Keep),
        r"(必要|要る|いる)な?(書類|もの|物)|持ち物|持って行く|書類は|what documents|需要什么(材料|文件)|필요한 서류",
    ),
    (
        Asks(Slot::Procedure, Keep),
        r"申請(方法|の仕方|したい|する|は|に)|申し?込み?(方法|の仕方|たい|は|む)|手続き?(方法|の仕方|は|したい|を)|やり方|仕方|方法|予約(したい|方法|の|は|でき)|応募|how (do|can|to) .{0,20}(apply|register|book)|怎么申请|어떻게 신청",
    ),
    (
        Asks(Slot::Eligibility, Keep),
        r"対象(者|は|に|と)|条件|資格|何歳(から|まで)|所得制限|誰が(使|利用|もら|受け)|eligib|资格|자격",
    ),
    (
        Asks(Slot::Price, Keep),
        r"(補助金|助成金|給付金|支援金|手当|料金|利用料|参加費|自己負担|会費|使用料|保育料|入場料|受講料|手数料|家賃|月額|年額|報酬|給料|年収|値段|[1一](台|回|人|件|時間|日)(あたり)?).{0,6}(いくら|何円|なんぼ|金額|額)|いくら(もら|払|補助|助成|支給|で(借|使|利用))|無料です?か|有料",
    ),
    (Asks(Slot::List, Keep), r"一覧|リスト|すべての場所|全部の場所"),
];

/// Money: what makes a rise or a ranking one of budgets.
fn speaks_of_money(folded: &str) -> bool {
    [
        "予算",
        "お金",
        "おかね",
        "費用",
        "経費",
        "税金",
        "見込額",
        "円",
        "事業費",
        "増額",
        "減額",
        "差額",
        // What has become more of a project is its money.
        "増えた事業",
        "増えた取組",
        "増えた取り組み",
        "増えた施策",
        "減った事業",
        "減った取組",
        "減った取り組み",
        "減った施策",
        "大きい事業",
        "大きい取組",
        "大きい取り組み",
        "大きい施策",
        "増加率",
        "減少率",
        "増減率",
        "伸び率",
        "割合が大き",
        "割合がいちばん大き",
        "割合が一番大き",
        "budget",
        "预算",
        "預算",
        "예산",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

/// What a question wants, with the places of the words that say only that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) intents: Vec<Intent>,
    pub(super) slots: Vec<Slot>,
    /// Something is set beside the year before, money or not.
    pub(super) compares: bool,
    pub(super) dropped: Vec<Range<usize>>,
    /// Those of words that say more than that.
    pub(super) kept: Vec<Range<usize>>,
}

/// The patterns of [`CUES`].
static PATTERNS: LazyLock<Vec<Pattern>> =
    LazyLock::new(|| CUES.iter().map(|(_, pattern)| Pattern::new(pattern)).collect());

impl Wanted {
    /// Notes that budgets are asked for by their amounts, and in order where those are bounded.
    pub(super) fn ask_for_amounts(&mut self, are_bounded: bool) {
        push(&mut self.intents, Intent::Budget);
        if are_bounded {
            push(&mut self.intents, Intent::Ranking);
        }
        self.intents.retain(|intent| *intent != Intent::Results);
        self.intents.sort();
    }
}

/// Reads what a folded question wants.
pub(super) fn read(folded: &str) -> Wanted {
    let mut wanted = Wanted::default();
    let mut contacts: Vec<Range<usize>> = Vec::new();
    for ((cue, _), pattern) in CUES.iter().zip(PATTERNS.iter()) {
        let mut found = pattern.ranges(folded);
        if *cue == Asks(Slot::Place, Drop) {
            // 担当はどこ asks for a department; 窓口はどこにありますか for where it is.
            let is_place = |it: &Range<usize>| {
                let text = folded.get(it.start..).unwrap_or_default();
                ["どこに", "どこへ"].iter().any(|start| text.starts_with(start))
            };
            let is_contact = |it: &Range<usize>| contacts.iter().any(|has| has.contains(&it.start));
            found.retain(|it| is_place(it) || !is_contact(it));
        }
        if found.is_empty() {
            continue;
        }
        let (Wants(_, usage) | Asks(_, usage)) = cue;
        match cue {
            Wants(intent, _) => push(&mut wanted.intents, *intent),
            Asks(slot, _) => push(&mut wanted.slots, *slot),
        }
        if *cue == Wants(Intent::Contact, Drop) {
            contacts.clone_from(&found);
        }
        match usage {
            Drop => wanted.dropped.extend(found),
            Keep => wanted.kept.extend(found),
        }
    }
    let money = speaks_of_money(folded);
    let has = |wanted: &Wanted, intent| wanted.intents.contains(&intent);
    wanted.compares = has(&wanted, Intent::Compare);
    // 税金の窓口はどちら sets nothing beside another thing.
    let sets_beside = [
        "比べ",
        "くらべ",
        "比較",
        "差",
        "どう違",
        "どっちに",
        "どっちが",
        "どちらが",
        "どちらにお金",
    ]
    .iter()
    .any(|it| folded.contains(it));
    let sets_in_order = wanted.compares
        || has(&wanted, Intent::Ranking)
        || (has(&wanted, Intent::Versus) && sets_beside);
    if money && sets_in_order {
        push(&mut wanted.intents, Intent::Budget);
    }
    // 去年と比べて sets nothing beside another thing than the year before.
    if wanted.compares && !["どっち", "どちら"].iter().any(|word| folded.contains(word)) {
        wanted.intents.retain(|intent| *intent != Intent::Versus);
    }
    // 予算は前の年から変わりましたか asks for the difference, not for what is underlined.
    if has(&wanted, Intent::Changes) && has(&wanted, Intent::Budget) {
        wanted.intents.retain(|intent| *intent != Intent::Changes);
        push(&mut wanted.intents, Intent::Compare);
    }
    // いちばん, 合計 and どっち are about money only where money is spoken of.
    if has(&wanted, Intent::Budget) {
        wanted.intents.retain(|intent| *intent != Intent::Results);
    } else {
        wanted.intents.retain(|intent| {
            !matches!(intent, Intent::Ranking | Intent::Total | Intent::Versus | Intent::Compare)
        });
    }
    if wanted.slots.contains(&Slot::Price) && !folded.contains("予算") {
        wanted.intents.retain(|intent| *intent != Intent::Budget);
    }
    wanted.intents.sort();
    wanted
}

fn push<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
