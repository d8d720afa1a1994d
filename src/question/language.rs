//! The language that a question is written in.

use serde::{Deserialize, Serialize};

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

    /// Tells the language of a text by its script, Chinese apart from Japanese by the absence of kana and characters
    /// that only Chinese uses.
    pub fn detect(text: &str) -> Self {
        let count = |test: fn(char) -> bool| text.chars().filter(|c| test(*c)).count();
        let hangul = count(|c| matches!(c, '가'..='힣' | 'ㄱ'..='ㆎ'));
        let kana = count(|c| matches!(c, 'ぁ'..='ゟ' | '゠'..='ヿ' | 'ｦ'..='ﾟ'));
        let han = count(|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}'));
        let latin = count(|c| c.is_ascii_alphabetic());
        if hangul > 0 && hangul >= kana {
            return Language::Korean;
        }
        if kana == 0 && han > 0 {
            let simplified = count(|c| SIMPLIFIED.contains(c));
            let traditional = count(|c| TRADITIONAL.contains(c));
            if simplified > traditional {
                return Language::SimplifiedChinese;
            }
            if traditional > 0 {
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

/// Characters of everyday Chinese questions that Japanese does not write: simplified forms and question words.
const SIMPLIFIED: &str = "们这么吗怎样谁给让吧没还对话预请问为级费钱补护妇灾难场馆设备区别开关门医药疗单电脑网络语汉华岁儿发现应该将见观规觉计记设证评词试详误说读课调谈谢谱货质贵买卖达过还进远运选适邮邻长间闻问难题风饭鱼鸟麦齐龄东车业务专两严个丰临举义习乡书买乱争亏云产亲仅从仓仪价众优伙会伞伟传伤伦伪体余侠侣侦侧侨俩债倾偿儿兑党兰兴养兽内册写军农冲决况冻净准减几凤击划则刚创删别制剂剑剧劝办动励劳势匀医华协单卖卢卫却厂厅历厉压厌县参双发变叙叠只台叶号叹吓吗吨听启呐呕员呛呜咏咙响哑哗唤啸喷嘱团园围国图圆圣块坚坛坝坟坠垄垒垦垫墙壮声壳处复够头夹夺奋奖妆妇妈娱婴孙学宁宝实宠审宪宫宽宾寝导寿将尔尘尝层属岁岂岗岛岭币帅师帐带帮库应庙废开异弃张弹强归录彻径忆忧怀态总恋恳恶悬惊惧惨惩惯愤愿戏战户扎扑执扩扫扬扰抚抛抢护报担拟拢拥择挂挡挣挤挥损换据掷携摄摆摇";
const TRADITIONAL: &str = "嗎麼們這樣誰給讓沒還對話請問為級費錢補護婦災難場館設備別開關門醫藥療單電腦網絡語漢華歲兒發現應該將見觀規覺計記證評詞試詳誤說讀課調談謝貨質貴買賣達過進遠運選適郵鄰長間聞題風飯區預兒國會來學實對應當點裡嘅";
