//! The language that a question is written in.

use serde::{Deserialize, Serialize};

use crate::text::is_kanji;

/// A language that questions are understood in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Japanese.
    #[default]
    #[serde(rename = "ja")]
    Japanese,
    /// Easy Japanese (やさしい日本語); never detected, only chosen.
    #[serde(rename = "ja-easy")]
    EasyJapanese,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Chinese, simplified.
    #[serde(rename = "zh-CN")]
    SimplifiedChinese,
    /// Chinese, traditional.
    #[serde(rename = "zh-TW")]
    TraditionalChinese,
    /// Korean.
    #[serde(rename = "ko")]
    Korean,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 6] = [
        Language::Japanese,
        Language::EasyJapanese,
        Language::English,
        Language::SimplifiedChinese,
        Language::TraditionalChinese,
        Language::Korean,
    ];

    /// The tag by which the locale's file is named.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Japanese => "ja",
            Language::EasyJapanese => "ja-easy",
            Language::English => "en",
            Language::SimplifiedChinese => "zh-CN",
            Language::TraditionalChinese => "zh-TW",
            Language::Korean => "ko",
        }
    }

    /// Tells the language of a text by its script. Of texts in kanji alone, which Japanese types to search with, only
    /// those are Chinese that have what Japanese does not write.
    pub fn detect(text: &str) -> Self {
        let count = |test: fn(char) -> bool| text.chars().filter(|c| test(*c)).count();
        let hangul = count(|c| matches!(c, '가'..='힣' | 'ㄱ'..='ㆎ'));
        let kana = count(|c| matches!(c, 'ぁ'..='ゟ' | '゠'..='ヿ' | 'ｦ'..='ﾟ'));
        let latin = count(|c| c.is_ascii_alphabetic());
        if hangul > 0 && hangul >= kana {
            return Language::Korean;
        }
        if kana == 0 && text.chars().any(is_kanji) {
            let n_traditional = TRADITIONAL.chars().filter(|c| text.contains(*c)).count();
            if text.chars().filter(|c| is_simplified(*c)).count() > n_traditional {
                return Language::SimplifiedChinese;
            }
            // Names keep one or two: 慶應義塾, 國學院大學.
            let is_chinese = || CHINESE_WORDS.iter().any(|word| text.contains(word));
            if n_traditional > 2 || is_chinese() {
                return Language::TraditionalChinese;
            }
            return Language::Japanese;
        }
        if kana == 0 && latin >= 6 && text.split_whitespace().count() >= 2 {
            return Language::English;
        }
        Language::Japanese
    }
}

/// Whether Chinese has a character in a simplified form that Japanese character sets do not know.
fn is_simplified(c: char) -> bool {
    // Names have rare characters beyond these.
    let is_common = matches!(c, '\u{4E00}'..='\u{9FFF}');
    let is_japanese = || JAPANESE.contains(c) || TRADITIONAL.contains(c) || is_in_shift_jis(c);
    is_common && (SIMPLIFIED.contains(c) || !is_japanese())
}

fn is_in_shift_jis(c: char) -> bool {
    !encoding_rs::SHIFT_JIS.encode(c.encode_utf8(&mut [0; 4])).2
}

/// The forms of 2004 that `Shift_JIS` does not know: 補塡.
const JAPANESE: &str = "俱剝吞噓姸屛幷搔摑瘦禱繡繫蔣蠟軀醬鷗麴塡頰顚驒囊簞";
/// Simplified forms that Japanese character sets know and Japanese does not write.
const SIMPLIFIED: &str = "怎网个";
/// Characters of everyday Chinese questions that Japanese writes in another form, or not at all.
const TRADITIONAL: &str = "樣讓對錢關醫藥單腦歲兒發應將觀覺證說讀賣區國會來學實當點裡廳圖體";
/// What no Japanese text has, and words of Chinese questions in characters that Japanese writes too.
const CHINESE_WORDS: &[&str] = &[
    "嗎",
    "麼",
    "們",
    "這",
    "沒",
    "嘅",
    "多少",
    "是什",
    "哪",
    "請問",
    "預算",
    "如何申請",
    "區的",
    "區有",
];
