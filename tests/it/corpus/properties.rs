//! What holds for any input.

use madoguchi::corpus::{self, DocumentFacts};
use proptest::prelude::*;

use super::{SEEDS, bytes, read, text};

/// Pieces from which lines of the families are made.
const PIECES: [&str; 40] = [
    "経営課題1 ",
    "戦略1－1 ",
    "めざす状態",
    "【1-1-2 見守り】",
    "（令和2年度算定見込額 390千円）",
    "・",
    "- ",
    "● ",
    "1 ",
    "(1)",
    "①",
    "\t",
    "|",
    "\n",
    "\n\n",
    "令和3年度 港区運営方針(案)",
    "予算額",
    "7,349",
    "△ 3,196",
    "(単位:千円)",
    "<ul>",
    "</ul>",
    "<u>",
    "</u>",
    "<p>",
    "<",
    ">",
    "。",
    "、",
    "問合せ先:",
    "企画課",
    "電話03-1111-2222",
    "具体的取組\t主な内容\t2年度の主な実績",
    "事業名 予算額",
    "P. 3",
    "目次",
    "お問い合わせ",
    "まちづくり",
    "推進します",
    "　",
];

fn lines_of(text: &str) -> String {
    corpus::outline(text).texts().collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_outline_keeps_every_line_of_any_text(text in "(\\PC|[\n\t 。、・【】()<>|#])*") {
        prop_assume!(!text.to_lowercase().contains("<html"));
        let outline = corpus::outline(&text);
        if !text.trim_start().starts_with('<') {
            prop_assert_eq!(lines_of(&text), text);
        }
        let mut last = 0;
        for node in &outline.nodes {
            prop_assert!(node.own.is_empty() || node.own.start == last);
            last = last.max(node.own.end);
        }
        prop_assert_eq!(last, outline.lines.len());
    }

    #[test]
    fn the_outline_keeps_every_line_of_likely_text(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let text = pieces.concat();
        if !text.trim_start().starts_with('<') {
            prop_assert_eq!(lines_of(&text), text.clone());
        }
        read("likely.txt", text.as_bytes());
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read("any.bin", &bytes);
    }

    #[test]
    fn a_cut_and_changed_seed_is_survived(
        seed in 0..SEEDS.len(), from in 0.0..1.0_f64, length in 0.0..0.3_f64, at in 0.0..1.0_f64,
        piece in prop::sample::select(&PIECES[..]),
    ) {
        let chars: Vec<char> = text(&format!("seeds/{}.txt", SEEDS[seed])).chars().collect();
        let place = |share: f64| (share * chars.len() as f64) as usize;
        let (from, to) = (place(from), place(from + length).min(chars.len()));
        let cut: String = chars[from.min(to)..to].iter().collect();
        let mut changed: Vec<char> = cut.chars().collect();
        let at = (at * changed.len() as f64) as usize;
        changed.splice(at..at, piece.chars());
        let changed: String = changed.into_iter().collect();
        if !changed.trim_start().starts_with('<') {
            prop_assert_eq!(lines_of(&changed), changed.clone());
        }
        let document = read("cut.txt", changed.as_bytes());
        let n_lines = u32::try_from(changed.split('\n').count()).unwrap();
        let mut ids: Vec<_> = document.measures.iter().map(|measure| measure.id.clone()).collect();
        for measure in &document.measures {
            prop_assert!(measure.lines.0 >= 1 && measure.lines.0 <= measure.lines.1 && measure.lines.1 <= n_lines);
        }
        ids.sort();
        let n = ids.len();
        ids.dedup();
        prop_assert_eq!(ids.len(), n);
    }
}

#[test]
fn large_and_deep_input_is_survived() {
    let one_line =
        "・安全・安心なまちづくり（令和3年度予算額 1,234千円）<u>変更</u>".repeat(20_000);
    read("long.txt", one_line.as_bytes());
    let many_lines = "1 防災 訓練\n\n・item\n事業名\t予算額\nあ\t1,000千円\n".repeat(10_000);
    read("many.txt", many_lines.as_bytes());
    let deep = format!("<html><body>{}text{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
    read("deep.html", deep.as_bytes());
}

/// Every encoding in which such files are published gives the same reading.
#[test]
fn encodings_and_newlines_do_not_matter() {
    for id in SEEDS {
        let utf8 = text(&format!("seeds/{id}.txt"));
        let plain = read("seed.txt", utf8.as_bytes());
        let facts = DocumentFacts::default();
        let same = |name: &str, bytes: &[u8]| {
            let other = corpus::read("seed.txt", bytes, &facts);
            assert_eq!(other.measures, plain.measures, "{id} as {name}");
        };
        same("UTF-8 with BOM", &[b"\xef\xbb\xbf".as_slice(), utf8.as_bytes()].concat());
        same("CRLF", utf8.replace('\n', "\r\n").as_bytes());
        same("CR", utf8.replace('\n', "\r").as_bytes());
        let little: Vec<u8> = utf8.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = utf8.encode_utf16().flat_map(u16::to_be_bytes).collect();
        same("UTF-16LE", &little);
        same("UTF-16BE", &big);
        same("UTF-16LE with BOM", &[b"\xff\xfe".as_slice(), &little].concat());
        same("UTF-16BE with BOM", &[b"\xfe\xff".as_slice(), &big].concat());
        for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP] {
            let (legacy, _, is_lossy) = encoding.encode(&utf8);
            // A few characters of the seeds are in no legacy encoding.
            if !is_lossy {
                same(encoding.name(), &legacy);
            }
        }
    }
}

#[test]
fn what_is_no_text_is_an_error_and_no_panic() {
    let png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06";
    let document = read("picture.png", png);
    assert!(document.measures.is_empty());
    assert_eq!(corpus::codes(&document.diagnostics), ["not-text"]);
    assert!(corpus::decode(b"").is_ok_and(|decoded| decoded.text.is_empty()));
    let _ = bytes("seeds/nishi-osaka-r2-management-policy.txt");
}
