//! Charts: what they show, that everything has its own place, and what they say to those who do not see them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use madoguchi::answer::{Ranked, aggregate, facts_of};
use madoguchi::chart::{Area, Bar, Chart, Colour, Fill, Fonts, PAPER, Panel, Row, Shape, Sheet};
use madoguchi::chart::{budget, svg};
use madoguchi::library::Library;
use madoguchi::locale::{Locale, Locales};
use madoguchi::model::{
    Budget, Document, FiscalYear, Lines, Measure, MeasureId, MeasureKind, PolicyDocument,
};
use madoguchi::question::Language;

use crate::support::SERVICE;

const R2: FiscalYear = FiscalYear(2020);
const R3: FiscalYear = FiscalYear(2021);
const R4: FiscalYear = FiscalYear(2022);

fn japanese() -> Locale {
    Locales::built_in().take(Language::Japanese)
}

fn document(year: FiscalYear) -> Arc<Document> {
    Arc::new(Document {
        id: format!("minato-{}", year.0),
        title: format!("{year} 港区運営方針"),
        municipality: "大阪市港区".to_owned(),
        fiscal_year: Some(year),
        status: String::new(),
        updated: None,
        file: format!("minato-{}.txt", year.0),
    })
}

fn budget_of(kind: &str, year: FiscalYear, yen: Option<i64>, note: &str) -> Budget {
    Budget {
        kind: kind.to_owned(),
        fiscal_year: Some(year),
        amount_yen: yen,
        text: String::new(),
        note: note.to_owned(),
    }
}

fn measure(document: &Arc<Document>, number: usize, title: &str, budgets: Vec<Budget>) -> Measure {
    Measure {
        id: MeasureId::new(&document.id, &number.to_string()),
        kind: MeasureKind::Measure,
        document: document.clone(),
        path: Vec::new(),
        number: number.to_string(),
        title: title.to_owned(),
        body: String::new(),
        target_state: String::new(),
        results: String::new(),
        results_year: None,
        changes: Vec::new(),
        budgets,
        related: Vec::new(),
        contact: None,
        lines: Lines(1, 1),
    }
}

fn ranked(measures: Vec<Measure>) -> Vec<Ranked> {
    let measures: Vec<Arc<Measure>> = measures.into_iter().map(Arc::new).collect();
    aggregate(measures)
}

/// Amounts of every size beside others, some without the year before, some without an amount.
fn many(n: usize, title: &str) -> Vec<Ranked> {
    let document = document(R3);
    let of = |at: usize| {
        let now = (at % 7 != 6).then_some(10_i64.pow(at as u32 % 10 + 3) * (at as i64 + 1));
        let mut budgets = vec![budget_of("予算額", R3, now, "")];
        if at % 3 != 2 {
            budgets.push(budget_of("予算額", R2, Some(1_234_567_000 / (at as i64 + 1)), ""));
        }
        measure(&document, at, title, budgets)
    };
    ranked((0..n).map(of).collect())
}

fn area_of(shape: &Shape) -> Area {
    match shape {
        Shape::Block { area, .. } | Shape::Text { area, .. } => *area,
    }
}

fn overlap(a: Area, b: Area) -> bool {
    let apart = 0.01;
    a.x + apart < b.x + b.width
        && b.x + apart < a.x + a.width
        && a.y + apart < b.y + b.height
        && b.y + apart < a.y + a.height
}

/// Nothing falls off, no text lies on another or on a bar.
fn check(sheet: &Sheet, what: &str) {
    let (width, height) = (sheet.width as f32, sheet.height as f32);
    assert!((800..=1000).contains(&sheet.width), "{what}: {} pixels across", sheet.width);
    for (at, shape) in sheet.shapes.iter().enumerate() {
        let area = area_of(shape);
        assert!(
            area.x >= 0.0 && area.y >= 0.0 && area.width > 0.0 && area.height > 0.0,
            "{what}: {shape:?}"
        );
        assert!(
            area.x + area.width <= width && area.y + area.height <= height,
            "{what}: {shape:?} falls off {width} x {height}"
        );
        let Shape::Text { text, size, .. } = shape else { continue };
        assert!(!text.is_empty() && !text.contains('\n'), "{what}: {text:?}");
        // 24 of 900 pixels are about 10 of a phone's 400.
        assert!(*size >= 24.0, "{what}: {text:?} is too small for a phone");
        for (other_at, other) in sheet.shapes.iter().enumerate() {
            let is_same = other_at == at;
            assert!(
                is_same || !overlap(area, area_of(other)),
                "{what}: {text:?} lies on {other:?}"
            );
        }
    }
}

/// No value is cut, however its line is broken.
fn check_values(chart: &Chart, what: &str) {
    let solid = |text: &str| text.split_whitespace().collect::<String>();
    let sheet = chart.layout();
    let shown: String = sheet.texts().map(solid).collect();
    for row in chart.panels.iter().flat_map(|panel| &panel.rows) {
        for value in row.bars.iter().map(|bar| &bar.text).chain([&row.remark]) {
            assert!(shown.contains(&solid(value)), "{what}: {value} is not shown whole");
        }
    }
    check(&sheet, what);
}

fn wards() -> Vec<(String, Vec<Ranked>)> {
    let corpus = SERVICE.corpus();
    let all = ("all wards".to_owned(), aggregate(corpus.measures()));
    let of = |ward: String| {
        let measures = corpus.measures_of(Some(&ward)).collect::<Vec<_>>();
        (ward, aggregate(measures))
    };
    corpus.municipalities().into_iter().map(of).chain([all]).collect()
}

fn charts_of(items: &[Ranked], locale: &Locale) -> Vec<Chart> {
    let mut charts = vec![budget::compare(items, locale), budget::changes(items, locale)];
    for item in items {
        let found = SERVICE.show(&item.measure.id);
        charts.extend(found.map(|found| budget::years(&found, &SERVICE.corpus(), locale)));
    }
    charts
}

#[test]
fn everything_of_the_wards_has_its_own_place_in_every_language() {
    let locales = Locales::built_in();
    let mut n_rows = 0;
    for (ward, items) in wards() {
        for language in Language::ALL {
            for chart in charts_of(&items, locales.get(language)) {
                check_values(&chart, &format!("{ward}, {}, {}", language.tag(), chart.title));
                n_rows += chart.panels.iter().map(|panel| panel.rows.len()).sum::<usize>();
            }
        }
    }
    assert!(n_rows > 300, "{n_rows} rows were looked at");
}

#[test]
fn everything_has_its_own_place_however_much_there_is() {
    let titles = [
        "防災",
        "地域住民による避難所開設訓練や地域防災学習会の開催支援、地域における避難行動要支援者の避難支援の取組の促進を支援する事業その一",
        "AVeryLongWordWithoutAnyPlaceToBreakItWhichGoesOnAndOnMMMMMMMMMMMMWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "긴 이름을 가진 사업으로서 지역 주민이 함께하는 방재 훈련과 학습회를 지원하는 사업입니다 그리고 또",
        "<b>&\"' 😀 か\u{3099} ﾃﾞｰﾀ",
        "",
    ];
    let locales = Locales::built_in();
    for title in titles {
        for n in [1, 2, 10, 40] {
            let items = many(n, title);
            for language in Language::ALL {
                let locale = locales.get(language);
                for chart in [budget::compare(&items, locale), budget::changes(&items, locale)] {
                    let what = format!("{n} of {title}, {}", language.tag());
                    check_values(&chart, &what);
                    check_values(&chart.of_at_most(12, locale), &what);
                }
            }
        }
    }
}

#[test]
fn the_kinds_of_bars_are_told_apart_without_colour_and_letters_are_dark() {
    let shapes = budget::compare(&many(2, "防災"), &japanese()).layout().shapes;
    let fills: Vec<Fill> = shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Block { fill, .. } => Some(*fill),
            Shape::Text { .. } => None,
        })
        .collect();
    assert!(fills.contains(&Fill::Solid) && fills.contains(&Fill::Hatched));
    for shape in &shapes {
        match shape {
            Shape::Text { colour, .. } => assert!(contrast(*colour, PAPER) >= 4.5, "{shape:?}"),
            Shape::Block { fill, .. } => {
                assert!(contrast(fill.colour(), PAPER) >= 3.0, "{shape:?}");
            }
        }
    }
}

/// The contrast of two colours as WCAG 2 reckons it.
fn contrast(a: Colour, b: Colour) -> f64 {
    let light = |Colour(red, green, blue): Colour| {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05
    };
    let (a, b) = (light(a), light(b));
    a.max(b) / a.min(b)
}

#[test]
fn bars_are_as_long_as_their_amounts() {
    let document = document(R3);
    let of = |at, yen| measure(&document, at, "防災", vec![budget_of("予算額", R3, yen, "")]);
    let items =
        ranked(vec![of(1, Some(4_000_000)), of(2, Some(1_000_000)), of(3, None), of(4, Some(0))]);
    let sheet = budget::compare(&items, &japanese()).layout();
    let lengths: Vec<f32> = sheet
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Block { area, fill: Fill::Solid } => Some(area.width),
            _ => None,
        })
        .collect();
    // The first is the legend's; neither `-` nor 0 has a bar, but they have different words.
    let [_, four, one] = lengths.as_slice() else { panic!("{lengths:?}") };
    assert!((four / one - 4.0).abs() < 0.01, "{lengths:?}");
    let texts: Vec<&str> = sheet.texts().collect();
    assert!(texts.contains(&"金額の記載なし（「-」）") && texts.contains(&"0円"), "{texts:?}");
}

#[test]
fn amounts_stand_beside_those_of_the_year_before() {
    insta::assert_snapshot!(words("大阪市港区", budget::compare));
}

#[test]
fn what_prints_no_year_before_says_so() {
    insta::assert_snapshot!(words("大阪市西区", budget::compare));
}

#[test]
fn rises_come_first_then_falls() {
    insta::assert_snapshot!(words("大阪市港区", budget::changes));
}

#[test]
fn amounts_that_cannot_be_compared_are_parted_and_warned_of() {
    let items = &wards().pop().expect("all wards").1;
    let chart = budget::compare(items, &japanese());
    assert_eq!(chart.panels.len(), 2);
    assert!(chart.notes.iter().any(|note| note.contains("比べられません")), "{:?}", chart.notes);
    for (ward, items) in wards().iter().filter(|(ward, _)| ward != "all wards") {
        let chart = budget::compare(items, &japanese());
        assert!(chart.panels.len() <= 1, "{ward}");
        assert!(!chart.notes.iter().any(|note| note.contains("比べられません")), "{ward}");
    }
}

fn words(ward: &str, of: fn(&[Ranked], &Locale) -> Chart) -> String {
    let (_, items) = wards().into_iter().find(|(name, _)| name == ward).expect("a loaded ward");
    let locale = japanese().spoken();
    of(&items, &locale).words(&locale).join("\n")
}

/// Two documents of a ward: the later one repeats an amount of the earlier one, and corrects another.
#[test]
fn a_measure_is_drawn_over_all_years_that_documents_print() {
    let of = |year: FiscalYear, budgets: Vec<Budget>| {
        let info = document(year);
        let measures = vec![
            measure(&info, 1, "防災訓練の 支援", budgets),
            measure(&info, 2, "ほかの事業", vec![budget_of("予算額", year, Some(1), "")]),
        ];
        PolicyDocument { info, measures, diagnostics: Vec::new() }
    };
    let yen = |kind, year, thousands: i64| budget_of(kind, year, Some(thousands * 1000), "");
    let library = Library::new(vec![
        of(R4, vec![yen("予算額", R4, 500), yen("予算額", R3, 300), yen("決算額", R2, 90)]),
        of(R3, vec![yen("予算額", R3, 310), yen("予算額", R2, 100)]),
        of(R2, vec![yen("予算額", R2, 100)]),
    ]);
    let asked = library.measure(&MeasureId("minato-2022/1".to_owned())).expect("it is there");
    let found = madoguchi::answer::Found {
        measure: asked.clone(),
        score: 1.0,
        matched: Vec::new(),
        budget: facts_of(&asked, &[]),
        contact: None,
    };
    let chart = budget::years(&found, &library, &japanese());
    insta::assert_snapshot!(chart.words(&japanese()).join("\n"));
}

#[test]
fn an_amount_of_an_overview_line_is_said_to_be_one() {
    let found = SERVICE
        .show(&MeasureId("minato-osaka-r3-management-policy/2-1-1".to_owned()))
        .expect("a measure of the seeds");
    let chart = budget::years(&found, &SERVICE.corpus(), &japanese());
    insta::assert_snapshot!(chart.words(&japanese()).join("\n"));
}

#[test]
fn where_there_is_no_font_bars_are_characters() {
    let (_, items) = wards().into_iter().find(|(name, _)| name == "大阪市港区").expect("a ward");
    let chart = budget::compare(&items, &japanese());
    let fonts = Fonts::in_folders(Path::new(""), [PathBuf::from("no/such/folder")]);
    assert!(fonts.draw(&chart.layout()).is_none());
    insta::assert_snapshot!(chart.bars(34).join("\n"));
}

#[test]
fn a_file_that_is_no_font_draws_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("NotoSansCJK-Regular.ttc"), "no font").expect("a file");
    let fonts = Fonts::in_folders(Path::new("no/such/font.ttf"), [folder.path().to_owned()]);
    assert!(fonts.draw(&budget::compare(&many(1, "防災"), &japanese()).layout()).is_none());
}

/// Draws only where the system has a Japanese font, which no test may depend on.
#[test]
fn a_picture_is_a_png_of_the_size_of_its_sheet() {
    let sheet = budget::compare(&many(2, "防災 긴 이름"), &japanese()).layout();
    let Some(png) = Fonts::new(Path::new("")).draw(&sheet) else {
        eprintln!("no Japanese font on this system: nothing was drawn");
        return;
    };
    assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let [width, height] =
        [16..20, 20..24].map(|at| u32::from_be_bytes(png[at].try_into().expect("four bytes")));
    assert_eq!((width, height), (sheet.width, sheet.height));
}

#[test]
fn svg_holds_the_words_and_is_well_formed() {
    let chart = budget::compare(&many(1, "<b>&\"\u{1}防災"), &japanese());
    let svg = svg(&chart.layout(), &chart.words(&japanese()));
    assert!(svg.contains("<title>予算額: 前の年度とくらべて</title>"), "{svg}");
    assert!(svg.contains("&lt;b&gt;&amp;&quot;防災"), "{svg}");
    assert!(!svg.contains('\u{1}'));
    assert_eq!(svg.matches("<text ").count(), svg.matches("</text>").count());
}

/// What is not money is drawn by the same means.
#[test]
fn bars_of_anything_are_drawn() {
    let row = |label: &str, value: i64| Row {
        label: label.to_owned(),
        bars: vec![Bar { series: 0, value: Some(value), text: format!("{value}件") }],
        remark: String::new(),
    };
    let rows = vec![row("答えた質問", 120), row("答えのない質問", 8)];
    let panel = Panel { rows, ..Panel::default() };
    let chart = Chart { title: "質問".to_owned(), panels: vec![panel], notes: Vec::new() };
    check(&chart.layout(), "figures");
    insta::assert_snapshot!(chart.bars(34).join("\n"), @"
    質問
    答えた質問
     ███████████████████████████ 120件
    答えのない質問
     ██ 8件
    ");
}
