//! The text layer of PDF files: fonts that tell their letters in different ways, and files made to do harm.

use std::iter;

use madoguchi::corpus::{DocumentFacts, PdfError, pdf_text, read};
use madoguchi::model::MeasureKind;

const TEXT: &str = "\
令和4年度 大阪市北区運営方針（案）
1 災害に強いまちづくり
津波避難ビルの確保を進め、避難所開設訓練を行う。
事業名\t予算額\t前年度
防災訓練の実施\t1,234千円\t1,000千円
備蓄品の更新\t2,738千円\t1,678千円

問い合わせ先 総務課 電話：06-1234-5678

";

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/pdf/{name}.pdf")).expect("a fixture")
}

/// A file of one page with a font and what is drawn on it.
fn pdf(font: &str, content: &[u8]) -> Vec<u8> {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
                /Resources<</Font<</F 5 0 R>>>>>>";
    let mut stream = format!("<</Length {}>>stream\n", content.len()).into_bytes();
    stream.extend_from_slice(content);
    stream.extend_from_slice(b"\nendstream");
    file(&[
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page.as_bytes(),
        &stream,
        font.as_bytes(),
    ])
}

fn file(objects: &[&[u8]]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n", at + 1).as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len();
    file.extend_from_slice(
        format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).as_bytes(),
    );
    for place in places {
        file.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let trailer =
        format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", objects.len() + 1);
    file.extend_from_slice(trailer.as_bytes());
    file
}

/// A Japanese font that names a character map.
fn japanese(encoding: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/{encoding}/DescendantFonts[<</Type/Font\
         /Subtype/CIDFontType0/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>]>>"
    )
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn fonts_with_a_table_of_their_own_and_objects_in_streams() {
    assert_eq!(pdf_text(fixture("identity")).expect("a text"), TEXT);
}

#[test]
fn fonts_with_a_predefined_map() {
    assert_eq!(pdf_text(fixture("predefined")).expect("a text"), TEXT);
}

#[test]
fn old_encodings_and_bare_numbers_of_the_japanese_collection() {
    let (sjis, _, _) = encoding_rs::SHIFT_JIS.encode("港区ｶﾅ 2,738千円");
    let content = format!("BT /F 10 Tf 50 700 Td <{}> Tj ET", hex(&sjis));
    let text = pdf_text(pdf(&japanese("90ms-RKSJ-H"), content.as_bytes())).expect("a text");
    assert_eq!(text, "港区ｶﾅ 2,738千円\n\n");

    let utf16: Vec<u8> = "港区の予算".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let content = format!("BT /F 10 Tf 50 700 Td <{}> Tj ET", hex(&utf16));
    let text = pdf_text(pdf(&japanese("UniJIS-UTF16-H"), content.as_bytes())).expect("a text");
    assert_eq!(text, "港区の予算\n\n");

    // 843 is あ in Adobe-Japan1, 1200 亜: there is no other table.
    let content = b"BT /F 10 Tf 50 700 Td <034b04630464> Tj ET";
    let text = pdf_text(pdf(&japanese("Identity-H"), content)).expect("a text");
    assert_eq!(text.chars().filter(|c| !c.is_whitespace()).count(), 3, "{text}");
    assert!(!text.contains(char::REPLACEMENT_CHARACTER), "{text}");
}

#[test]
fn vertical_writing_goes_from_right_to_left() {
    let column = |x: u32, text: &str| {
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        format!("BT /F 10 Tf {x} 700 Td <{}> Tj ET ", hex(&utf16))
    };
    let content = format!("{}{}", column(480, "防災訓練"), column(500, "港区の方針"));
    let text = pdf_text(pdf(&japanese("UniJIS-UTF16-V"), content.as_bytes())).expect("a text");
    assert_eq!(text, "港区の方針\n防災訓練\n\n");
}

#[test]
fn what_is_read_becomes_measures() {
    let text = pdf_text(fixture("identity")).expect("a text");
    let document = read("kita.txt", text.as_bytes(), &DocumentFacts::default());
    assert_eq!(document.info.municipality, "大阪市北区");
    assert_eq!(document.info.status, "案");
    let amounts: Vec<_> = document
        .measures
        .iter()
        .filter(|measure| measure.kind == MeasureKind::Measure)
        .flat_map(|measure| {
            measure.budgets.iter().map(|it| (measure.title.as_str(), it.amount_yen))
        })
        .collect();
    assert!(amounts.contains(&("防災訓練の実施", Some(1_234_000))), "{amounts:?}");
    assert!(amounts.contains(&("備蓄品の更新", Some(2_738_000))), "{amounts:?}");
}

#[test]
fn files_without_text_are_told_apart() {
    assert_eq!(pdf_text(fixture("locked")), Err(PdfError::Locked));
    assert_eq!(pdf_text(b"%PDF-1.7 nothing".to_vec()), Err(PdfError::Damaged));
    assert_eq!(pdf_text(Vec::new()), Err(PdfError::Damaged));
    assert_eq!(pdf_text(pdf(&japanese("H"), b"0 0 m 9 9 l S")), Err(PdfError::NoText));
    // A font that only its own program could tell the letters of.
    let font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font\
                /Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>";
    let content = b"BT /F 10 Tf 50 700 Td <000100020003> Tj ET";
    assert_eq!(pdf_text(pdf(font, content)), Err(PdfError::Letters(100)));
}

#[test]
fn forms_that_draw_themselves_end() {
    let form = "<</Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>/Length 12>>stream\n/X Do /X Do \nendstream";
    let bytes = file(&[
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>>>",
        form.as_bytes(),
        b"<</Length 6>>stream\n/X Do \nendstream",
    ]);
    assert_eq!(pdf_text(bytes), Err(PdfError::NoText));
}

#[test]
fn too_many_pages_or_pieces_of_text_are_told() {
    let of = |n_pages: usize, content: &str| {
        let kids: String = (0..n_pages).map(|at| format!("{} 0 R ", at + 5)).collect();
        let pages = format!("<</Type/Pages/Kids[{kids}]/Count {n_pages}>>");
        let stream = format!("<</Length {}>>stream\n{content}\nendstream", content.len());
        let font = japanese("H");
        let page = "<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>";
        let mut objects: Vec<&[u8]> = vec![
            b"<</Type/Catalog/Pages 2 0 R>>",
            pages.as_bytes(),
            stream.as_bytes(),
            font.as_bytes(),
        ];
        objects.extend(iter::repeat_n(page.as_bytes(), n_pages));
        pdf_text(file(&objects))
    };
    let text = |n: usize| format!("BT /F 10 Tf 50 700 Td {} ET", "<3021>Tj ".repeat(n));
    assert_eq!(of(1_001, &text(1)), Err(PdfError::Pages(1_001)));
    assert!(of(1_000, &text(1)).is_ok());
    assert_eq!(of(1_000, &text(1_001)), Err(PdfError::Text));
}

proptest::proptest! {
    #[test]
    fn damaged_files_never_panic(at in 0_usize..3000, byte: u8, cut in 0_usize..3200) {
        let mut bytes = fixture("predefined");
        if let Some(old) = bytes.get_mut(at) {
            *old = byte;
        }
        bytes.truncate(cut);
        let _ = pdf_text(bytes);
    }
}
