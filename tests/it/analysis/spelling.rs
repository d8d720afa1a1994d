//! Spellings of one word meet, and words that only look alike do not.

use super::ANALYZER;

fn term_texts(text: &str) -> Vec<String> {
    ANALYZER.terms(text).into_iter().map(|term| term.text).collect()
}

#[test]
fn spellings_of_one_word_meet() {
    let words = [
        "子ども 子供 こども",
        "障害 障がい 障碍",
        "取組 取り組み 取組み 取りくみ 取り組む 取り組んで",
        "申込 申し込み 申込み 申し込む",
        "手続 手続き",
        "空家 空き家",
        "見守り 見まもり 見守る 見守って",
        "引越 引っ越し 引越し 引っ越す",
        "受付 受け付け 受付け 受け付ける",
        "打合せ 打ち合わせ 打合わせ",
        "組合せ 組み合わせ",
        "問合せ 問い合わせ 問合わせ お問い合わせ",
        "届出 届け出 届け出る",
        "見直し 見直す",
        "支払 支払い 支払う",
        "買物 買い物",
        "祭 祭り お祭り",
        "知らせ お知らせ",
        "話合い 話し合い",
        "貸出 貸し出し",
        "締切 締め切り",
        "建替え 建て替え 建替",
        "引上げ 引き上げ 引き上げる",
        "見込額 見込み額",
        "特定空家 特定空き家",
        "コミュニティ コミュニティー ｺﾐｭﾆﾃｨ",
        "サーバ サーバー",
        "バイオリン ヴァイオリン",
        "クラブ ｸﾗﾌﾞ",
        "倶楽部 俱楽部",
        "高橋 髙橋",
        "宮崎 宮﨑",
        "随意契約 隨意契約",
        "国会 國會",
        "ごみ ゴミ",
        "まちづくり 街づくり 町づくり",
        "様々 様様",
        "2738 2,738 ２，７３８",
        "5G ５Ｇ 5g",
        "8050問題 ８０５０問題",
        "12人 十二人 １２人",
        "第3期 第三期",
    ];
    for spellings in words {
        let mut spellings = spellings.split(' ');
        let first = term_texts(spellings.next().expect("a first spelling"));
        for spelling in spellings {
            assert_eq!(term_texts(spelling), first, "{spelling}");
        }
    }
}

#[test]
fn words_that_look_alike_stay_apart() {
    for (one, other) in [
        ("組合", "組み合わせ"),
        ("上がる", "上る"),
        ("出す", "出る"),
        ("生まれる", "生きる"),
        ("届ける", "届く"),
        ("キー", "キ"),
        ("支障がいくつか", "障がい"),
        ("お金", "金"),
        ("1,2,3", "123"),
    ] {
        assert_ne!(term_texts(one), term_texts(other), "{one} {other}");
    }
}
