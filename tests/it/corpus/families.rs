//! Layouts of the families that the seeds do not have, in invented wards.

use super::{bytes, read};

/// Measures of a fixture: key, title, amounts in thousands of yen (`-` for none given), whom to ask.
fn measures(name: &str) -> String {
    let document = read(name, &bytes(&format!("tests/fixtures/corpus/{name}")));
    lines(&document)
}

fn lines(document: &madoguchi::model::PolicyDocument) -> String {
    let year = document.info.fiscal_year.map_or("?".to_owned(), |year| year.to_string());
    let mut lines = vec![format!(
        "{} | {} | {year} {}",
        document.info.title, document.info.municipality, document.info.status
    )];
    for measure in &document.measures {
        if measure.kind == madoguchi::model::MeasureKind::Section {
            continue;
        }
        let amounts: Vec<String> = measure
            .budgets
            .iter()
            .map(|budget| {
                let year = budget.fiscal_year.map_or(budget.note.clone(), |year| year.to_string());
                format!(
                    "{year} {}",
                    budget.amount_yen.map_or("-".to_owned(), |yen| yen.to_string())
                )
            })
            .collect();
        let contact = measure
            .contact
            .as_ref()
            .map_or(String::new(), |contact| format!("{} {}", contact.department, contact.phone));
        let path = measure.path.last().map_or("", String::as_str);
        lines.push(format!(
            "{path} / {} | {} | {}",
            measure.title,
            amounts.join(", "),
            contact.trim()
        ));
    }
    lines.join("\n")
}

#[test]
fn a_markdown_table_of_main_measures() {
    insta::assert_snapshot!(measures("a_shuyo_table.md"));
}

#[test]
fn a_list_that_a_pdf_ran_together() {
    insta::assert_snapshot!(measures("b_run.txt"));
}

#[test]
fn a_page_with_a_table_whose_cells_span_rows() {
    insta::assert_snapshot!(measures("c_html.html"));
}

#[test]
fn a_press_release_about_one_matter() {
    insta::assert_snapshot!(measures("d_press.txt"));
}

#[test]
fn a_newsletter() {
    insta::assert_snapshot!(measures("e_news.txt"));
}

#[test]
fn a_table_set_with_spaces() {
    insta::assert_snapshot!(measures("f_spaces.txt"));
}

#[test]
fn a_policy_with_all_headings_in_brackets() {
    insta::assert_snapshot!(measures("g_osaka.txt"));
}

#[test]
fn a_speech_in_numbered_parts() {
    insta::assert_snapshot!(measures("h_kukei.txt"));
}

#[test]
fn records_whose_labels_come_before_their_values() {
    insta::assert_snapshot!(measures("i_record.txt"));
}

#[test]
fn a_policy_with_numbers_and_brackets() {
    insta::assert_snapshot!(measures("j_naka.txt"));
}

#[test]
fn an_outline_of_the_budget() {
    insta::assert_snapshot!(measures("k_aramashi.txt"));
}

#[test]
fn measures_with_labels_below_their_titles() {
    insta::assert_snapshot!(measures("l_yokohama.txt"));
}

#[test]
fn amounts_in_full_width_and_nested_brackets() {
    insta::assert_snapshot!(measures("m_osaka.txt"));
}

#[test]
fn a_speech_as_a_page() {
    insta::assert_snapshot!(measures("n_speech.html"));
}

#[test]
fn a_table_whose_cells_carry_their_units() {
    insta::assert_snapshot!(measures("o_units.txt"));
}

#[test]
fn a_release_about_several_measures() {
    insta::assert_snapshot!(measures("p_release.txt"));
}

#[test]
fn groups_over_numbers_that_begin_again() {
    insta::assert_snapshot!(measures("q_mix.txt"));
}

#[test]
fn labelled_numbers_without_units() {
    insta::assert_snapshot!(measures("s_sections.txt"));
}

/// The same text in another encoding reads the same.
#[test]
fn legacy_encodings() {
    let utf8 = String::from_utf8(bytes("tests/fixtures/corpus/e_news.txt")).unwrap();
    for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP, encoding_rs::ISO_2022_JP] {
        let (legacy, _, is_lossy) = encoding.encode(&utf8);
        assert!(!is_lossy);
        assert_eq!(
            lines(&read("e_news.txt", &legacy)),
            lines(&read("e_news.txt", utf8.as_bytes())),
            "{}",
            encoding.name()
        );
    }
}

/// A year that the text does not print is not guessed.
#[test]
fn no_year_is_guessed() {
    let document = read("record.txt", &bytes("tests/fixtures/corpus/i_record.txt"));
    assert_eq!(document.info.fiscal_year, None);
    let budgets: Vec<_> = document.measures.iter().flat_map(|measure| &measure.budgets).collect();
    assert!(budgets.iter().all(|budget| budget.fiscal_year.is_none()));
    assert!(budgets.iter().any(|budget| budget.note == "前年度"));
}

/// A number without a unit anywhere is reported and not taken for yen.
#[test]
fn no_unit_is_guessed() {
    let document =
        read("unitless.txt", "令和3年度 区予算\n\n事業名\t予算額\n防災事業\t1,234\n".as_bytes());
    assert!(document.measures.iter().all(|measure| measure.budgets.is_empty()));
    assert!(document.diagnostics.iter().any(|diagnostic| diagnostic.code == "no-unit"));
}

/// January lies in the fiscal year that began the April before.
#[test]
fn a_release_in_january_is_of_the_year_before() {
    let document = read(
        "release.txt",
        "報道発表資料 公園の開園について\n\n令和6年1月30日\n\n公園が開園します。\n".as_bytes(),
    );
    assert_eq!(
        document.info.fiscal_year.map(|year| year.to_string()).as_deref(),
        Some("令和5年度")
    );
}

#[test]
fn a_policy_in_the_long_form() {
    insta::assert_snapshot!(measures("t_osaka_form.txt"));
}

/// The title stands behind the bracket, the amount behind the title.
#[test]
fn a_policy_whose_brackets_hold_only_numbers() {
    let text = "令和5年度 北区 運営方針

【施策1】安全なまち

【1-1】防災訓練（予算額 1,200千円）

毎年4月に訓練を行います。

【1-2】見守り活動

高齢者宅を訪問します。

【2023】を目標の年とします。
";
    insta::assert_snapshot!(lines(&read("policy.txt", text.as_bytes())), @r"
    令和5年度 北区 運営方針 | 北区 | 令和5年度 
    施策1 安全なまち / 防災訓練 | 令和5年度 1200000 | 
    施策1 安全なまち / 見守り活動 |  |
    ");
}

/// An empty cell leaves no trace between spaces: the numbers behind it are not taken for those of another column.
#[test]
fn rows_with_empty_cells_between_spaces() {
    let text = "令和6年度当初予算の主な事業（さくら町）

（単位：千円）

No  事業名                    R6予算   R5予算   増減    担当課
1   防災行政無線の更新        45,000   12,000   33,000  総務課
2   （新規）子ども医療費助成 8,800        0    8,800  健康推進課
3   ひとり暮らしの見守り       1,200             1,200  福祉課
4   配食サービス               2,000    1,900     100
5   補聴器の購入助成  500  500
合計                          57,500   14,400   43,100
";
    insta::assert_snapshot!(lines(&read("table.txt", text.as_bytes())), @r"
    令和6年度当初予算の主な事業（さくら町） | さくら町 | 令和6年度 
     / 防災行政無線の更新 | 令和6年度 45000000, 令和5年度 12000000 | 総務課
     / 子ども医療費助成 | 令和6年度 8800000, 令和5年度 0 | 健康推進課
     / ひとり暮らしの見守り | 令和6年度 1200000 | 福祉課
     / 配食サービス | 令和6年度 2000000, 令和5年度 1900000 | 
     / 補聴器の購入助成 |  | 
    ");
}

#[test]
fn a_markdown_page_with_labels_in_lists() {
    let text = "# 令和6年度 みどり市 主要事業

## 1. 防災・防犯

### 1-1 防災備蓄の充実

避難所に毛布と水を備えます。

- **予算**: 1,200千円（前年度 1,000千円）
- **担当課**: 危機管理課（電話 0277-00-0001）

### 1-2 防犯カメラの設置

- 事業費：3,500千円（R5：2,800千円）
- 所管：くらし安全課

### 1-3 街路灯

* 整備：900千円（R5：800千円）

|| 事業名 | 予算額（千円） |
|-|-|-|
|| 公園の清掃 | 300 |
";
    insta::assert_snapshot!(lines(&read("page.md", text.as_bytes())), @r"
    令和6年度 みどり市 主要事業 | みどり市 | 令和6年度 
    1. 防災・防犯 / 防災備蓄の充実 | 令和6年度 1200000, 令和5年度 1000000 | 危機管理課 0277-00-0001
    1. 防災・防犯 / 防犯カメラの設置 | 令和6年度 3500000, 令和5年度 2800000 | くらし安全課
    1-3 街路灯 / 公園の清掃 | 令和6年度 300000 |
    ");
}

#[test]
fn amounts_behind_leaders_and_contacts_in_brackets() {
    insta::assert_snapshot!(measures("u_leaders.txt"));
}

#[test]
fn records_of_a_town() {
    insta::assert_snapshot!(measures("v_records.txt"));
}

/// The office at the very end is that of the whole release, not of its last item.
#[test]
fn a_release_with_its_office_at_the_end() {
    insta::assert_snapshot!(measures("w_release.txt"));
}

/// A sum over all parts stands below the last of them and is not its own.
#[test]
fn a_total_of_all_parts_is_that_of_none() {
    let name = "total_of_all_parts.txt";
    let document = read(name, &bytes(&format!("tests/fixtures/layouts/{name}")));
    let of = |title: &str| -> Vec<Option<i64>> {
        let part = document.measures.iter().find(|it| it.title == title).expect("a section");
        part.budgets.iter().map(|budget| budget.amount_yen).collect()
    };
    assert_eq!(of("1 防災"), [Some(5_000_000)]);
    assert_eq!(of("2 福祉"), []);
}

/// Each fixture is named after what is hard in it.
#[test]
fn layouts_of_many_kinds() {
    let folder = "tests/fixtures/layouts";
    let files = std::fs::read_dir(folder).expect("the folder is part of the repository");
    let mut names: Vec<String> =
        files.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let read = |name: &String| {
        let document = read(name, &bytes(&format!("{folder}/{name}")));
        format!("## {name}\n{}\n", lines(&document))
    };
    insta::assert_snapshot!(names.iter().map(read).collect::<Vec<_>>().join("\n"));
}
