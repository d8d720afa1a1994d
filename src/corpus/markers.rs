//! The Japanese words that the reader goes by, gathered.

use super::heading::Frame;

/// What a cell says that says the same as the one above it.
pub(super) const AS_ABOVE: [&str; 4] = ["〃", "″", "同上", "同　上"];

/// Words of a title that say what kind of document it is.
pub(super) const DOCUMENT_WORDS: [&str; 20] = [
    "運営方針",
    "施政方針",
    "所信表明",
    "施政",
    "予算",
    "主要事業",
    "主な事業",
    "事業概要",
    "重点施策",
    "報道発表",
    "記者発表",
    "プレスリリース",
    "プレス発表",
    "記者会見",
    "対応事業費",
    "推進費",
    "事業計画",
    "アクションプラン",
    "区政運営",
    "基本方針",
];

/// Headings that belong to a form rather than to a ward: the frame in which measures stand.
///
/// (words, any of which the heading begins with; what it is; key of its entry)
pub(super) const FRAMES: [(&[&str], Frame, &str); 15] = [
    (&["区・局の目標", "区の目標", "局の目標"], Frame::Text, "P-goal"),
    (&["区・局の使命", "区の使命", "局の使命"], Frame::Text, "P-mission"),
    (
        &["区・局運営の基本的な考え方", "区運営の基本的な考え方", "局運営の基本的な考え方"],
        Frame::Text,
        "P-policy",
    ),
    (&["重点的に取り組む主な経営課題", "重点的に取り組む経営課題"], Frame::Issues, "OV"),
    (&["市政改革の基本方針に基づく", "市政改革プラン"], Frame::Group, ""),
    (&["基本目標"], Frame::Text, "goal"),
    (
        &["目標達成に向けた施策", "目標達成に向けた取組", "目標達成に向けた主な施策"],
        Frame::Group,
        "II",
    ),
    (&["目標達成に向けた組織運営", "組織運営"], Frame::Principles, "III"),
    (&["自己評価"], Frame::Empty, ""),
    (&["1年間の取組成果", "１年間の取組成果", "年間の取組成果"], Frame::Empty, ""),
    (&["解決すべき課題と今後の改善"], Frame::Empty, ""),
    (&["計画"], Frame::Group, ""),
    (
        &[
            "関連リンク",
            "関連情報",
            "関連ページ",
            "関連ファイル",
            "関連資料",
            "添付資料",
            "添付ファイル",
            "ダウンロード",
        ],
        Frame::Empty,
        "",
    ),
    (&["はじめに", "おわりに", "目的", "趣旨", "背景", "経緯"], Frame::Intro, ""),
    (
        &[
            "お問い合わせ",
            "お問合せ",
            "問い合わせ",
            "問合せ",
            "このページに関するお問い合わせ",
            "このページについてのお問い合わせ",
            "このページへのお問合せ",
            "このページの作成者・問合せ先",
            "このページの担当",
            "このページの作成",
        ],
        Frame::Contact,
        "",
    ),
];

/// Words in a heading's path that say: this is how the staff work.
pub(super) const PRINCIPLES: [&str; 5] =
    ["組織運営", "行動指針", "職員の力", "職場の力", "職場づくり"];

/// Lines that are a site's and not the document's, compared as a whole.
pub(super) const CHROME: [&str; 62] = [
    "続きを読む",
    "よくある質問",
    "よくある質問入り口",
    "ここから本文です",
    "ここから本文です。",
    "本文ここから",
    "本文へ",
    "本文へ移動",
    "本文へスキップします",
    "本文へスキップ",
    "このページの本文へ移動",
    "文字の大きさ",
    "文字サイズ",
    "拡大",
    "標準",
    "縮小",
    "元に戻す",
    "大",
    "中",
    "小",
    "背景色",
    "ホーム",
    "トップページ",
    "サイトマップ",
    "携帯サイト",
    "English",
    "中文",
    "한글",
    "色合い・音声読み上げ・ふりがな",
    "音声読み上げ",
    "ふりがな",
    "マイページ",
    "使い方",
    "メニュー",
    "閉じる",
    "検索",
    "サイト内検索",
    "ページの先頭へ戻る",
    "ページの先頭へ",
    "ページトップへ戻る",
    "このページの先頭へ",
    "先頭へ戻る",
    "印刷する",
    "印刷",
    "シェア",
    "ツイート",
    "LINEで送る",
    "Facebook",
    "Twitter",
    "X",
    "この情報はお役に立ちましたか",
    "Foreign Language",
    "Language",
    "前のページへ",
    "次のページへ",
    "一覧へ戻る",
    "トップへ戻る",
    "ここまで本文です",
    "ここまで本文です。",
    "本文ここまで",
    "閲覧支援",
    "やさしい日本語で読む",
];

/// Beginnings of lines that are a site's.
pub(super) const CHROME_STARTS: [&str; 24] = [
    "現在のページ",
    "現在位置",
    "現在地",
    "あしあと",
    "「よくある質問コンテンツ」",
    "マイページの機能は",
    "あなたの好きなページ",
    "ページ番号",
    "ページID",
    "Copyright",
    "copyright",
    "©",
    "(C)",
    "（C）",
    "All Rights Reserved",
    "お問い合わせ・ご意見",
    "より良いウェブサイト",
    "より良いホームページ",
    "このページの情報は役に立ちましたか",
    "PDFファイルを",
    "PDF形式のファイル",
    "Adobe Reader",
    "JavaScriptが",
    "このページは役に立ちましたか",
];

/// Behind this line the document begins; all before it is the site's.
pub(super) const BODY_STARTS: [&str; 5] =
    ["ここから本文です", "本文ここから", "ここから本文", "本文開始", "本文はここから"];

/// Behind this line the document is over.
pub(super) const BODY_ENDS: [&str; 3] = ["本文ここまで", "ここまで本文です", "以下フッター"];

/// Words before the date of a page's last update.
pub(super) const UPDATED: [&str; 8] =
    ["発表日", "最終更新日", "更新日", "掲載日", "公開日", "発行日", "登録日", "ページ更新日"];

/// Where the money comes from, by the ends of headers.
pub(super) const FUNDING: [&str; 9] =
    ["支出金", "市債", "区債", "町債", "村債", "地方債", "起債", "一般財源", "特定財源"];

/// Words before an amount that is no budget of a year.
pub(super) const NO_BUDGETS: [&str; 31] = [
    "債務負担行為",
    "債務負担",
    "繰越",
    "繰越明許費",
    "繰り越し",
    "不用額",
    "執行残",
    "寄附",
    "寄付",
    "補正前",
    "補正後",
    "全体予算",
    "コスト",
    "効果額",
    "総事業費",
    "全体事業費",
    "年間の総額",
    "までの総額",
    "継続費",
    "翌年度",
    "次年度",
    "国の予算",
    "県の予算",
    "都の予算",
    "府の予算",
    "年計画",
    "か年",
    "カ年",
    "ヵ年",
    "寄附額",
    "寄付額",
];

/// Words before a share of an amount, by whose money it is, beside those of `FUNDING`.
pub(super) const SOURCES: [&str; 23] = [
    "一財",
    "国費",
    "県費",
    "都費",
    "府費",
    "国庫支出金",
    "県支出金",
    "都支出金",
    "府支出金",
    "その他",
    "国",
    "県",
    "都",
    "府",
    "道",
    "市",
    "国庫",
    "国庫補助",
    "国庫補助金",
    "補助金",
    "交付金",
    "一般",
    "財源",
];

/// What a price is for one of, behind a stroke.
pub(super) const PER: [char; 12] =
    ['人', '枚', '回', '冊', '台', '件', '世', '日', '月', '年', '時', '個'];

/// Brackets, opening and closing.
pub(super) const BRACKETS: [(char, char); 10] = [
    ('<', '>'),
    ('＜', '＞'),
    ('〔', '〕'),
    ('【', '】'),
    ('[', ']'),
    ('［', '］'),
    ('〈', '〉'),
    ('《', '》'),
    ('(', ')'),
    ('（', '）'),
];

/// Words right before a price, a share or a limit, which is no budget: 1人10万円, 年収500万円.
pub(super) const PRICES: [&str; 26] = [
    "@",
    "×",
    "月額",
    "年額",
    "日額",
    "時給",
    "年収",
    "所得",
    "自己負担",
    "自己負担額",
    "参加費",
    "受講料",
    "会費",
    "有料",
    "上限",
    "限度",
    "限度額",
    "1人",
    "一人",
    "1台",
    "1回",
    "1世帯",
    "1件",
    "1冊",
    "あたり",
    "当たり",
];

/// What the names of prices, grants and limits end in, which are no budgets: 入場料 500円, 助成額 10万円.
pub(super) const PRICE_NAMES: [&str; 16] = [
    "料",
    "代",
    "賃",
    "会費",
    "参加費",
    "材料費",
    "助成額",
    "補助額",
    "支給額",
    "給付額",
    "支援額",
    "上限額",
    "限度額",
    "単価",
    "賞金",
    "実費",
];

/// Ends of names that look like those of prices and are not: 次世代, 備蓄食料, 広報紙配布委託料.
pub(super) const NOT_PRICES: [&str; 10] =
    ["世代", "時代", "年代", "現代", "資料", "史料", "食料", "材料", "燃料", "委託料"];

/// Words right behind a limit or a unit of rounding: 100万円未満は四捨五入.
pub(super) const LIMITS: [&str; 10] =
    ["未満", "以上", "以下", "以内", "まで", "を超え", "を上限", "を限度", "単位", "ずつ"];

/// Columns by the whole of their header, folded and without white space, brackets and year.
pub(super) const TITLE_COLUMNS: [&str; 25] = [
    "具体的取組",
    "具体的な取組",
    "具体的取組内容名",
    "主な具体的取組",
    "取組",
    "取組名",
    "取組項目",
    "主な取組項目",
    "主な取組",
    "事業名",
    "事業名称",
    "事務事業名",
    "事業",
    "施策名",
    "主な事業",
    "主要事業",
    "主要事業名",
    "項目",
    "件名",
    "細事業名",
    "事業名等",
    "事業項目",
    "事業の名称",
    "名称",
    "取り組み",
];
/// Ends of a header over what is done.
pub(super) const BODY_COLUMNS: [&str; 9] = [
    "内容",
    "概要",
    "説明",
    "目的",
    "事業の目的・内容",
    "取組内容",
    "主な取り組み",
    "内容等",
    "概要等",
];
/// Headers over a group that rows belong to.
pub(super) const GROUP_COLUMNS: [&str; 10] = [
    "分野",
    "柱",
    "大項目",
    "政策",
    "基本目標",
    "施策の柱",
    "区分",
    "施策",
    "政策分野",
    "基本政策",
];
/// Headers over the levels of a hierarchy.
pub(super) const HIERARCHY_COLUMNS: [&str; 7] = [
    "経営課題の概要",
    "経営課題",
    "主な経営課題",
    "主な戦略",
    "戦略",
    "戦略の概要",
    "主な戦略の概要",
];
/// Ends of a header over this year's amount.
pub(super) const BUDGET_COLUMNS: [&str; 13] = [
    "補正額",
    "予算額",
    "予算",
    "予算案",
    "予算額案",
    "当初予算",
    "事業費",
    "金額",
    "予算案額",
    "算定見込額",
    "決算額",
    "決算",
    "予算要求額",
];
/// Beginnings of the word for the year before.
pub(super) const PRIOR: [&str; 4] = ["前年度", "昨年度", "前年", "対前年"];
/// Words over or before a difference, which is no budget.
pub(super) const DIFFERENCES: [&str; 10] =
    ["増減", "増△減", "増▲減", "差引", "比較", "伸率", "増加額", "減少額", "前年度比", "前年比"];

/// Kinds of amount, the more particular before the more general.
pub(super) const AMOUNT_KINDS: [&str; 23] = [
    "補正額",
    "予算算定額",
    "算定額",
    "算定見込額",
    "決算見込額",
    "決算見込",
    "決算額",
    "当初予算案",
    "当初予算額",
    "当初予算",
    "補正予算額",
    "補正予算",
    "予算案額",
    "予算案",
    "予算要求額",
    "予算見込額",
    "予算額",
    "年割額",
    "事業費",
    "総事業費",
    "決算",
    "予算",
    "総額",
];

/// What a department's name ends in.
pub(super) const DEPARTMENT_ENDS: [&str; 22] = [
    "課",
    "係",
    "室",
    "局",
    "部",
    "担当",
    "事務所",
    "センター",
    "署",
    "館",
    "所",
    "グループ",
    "班",
    "チーム",
    "事務局",
    "委員会",
    "支所",
    "区役所",
    "出張所",
    "本部",
    "ライン",
    "G",
];

/// Those of them that a name in a title or behind it is an office by.
pub(super) const OFFICE_ENDS: [&str; 10] =
    ["課", "係", "室", "事務所", "センター", "署", "担当", "局", "部", "支所"];

/// Words before a contact.
pub(super) const CONTACT_LABELS: [&str; 26] = [
    "所属課室",
    "お問い合わせ先",
    "お問合せ先",
    "お問合わせ先",
    "問い合わせ先",
    "問合せ先",
    "問合わせ先",
    "問合先",
    "お問い合わせ",
    "お問合せ",
    "問い合わせ",
    "問合せ",
    "連絡先",
    "担当課室",
    "担当課",
    "担当部署",
    "担当部局",
    "担当係",
    "担当",
    "所管課",
    "所管部署",
    "所管",
    "編集・発行",
    "編集",
    "照会先",
    "発行",
];

/// Words before a desk that takes applications, which may be another's.
pub(super) const DESK_LABELS: [&str; 7] =
    ["申", "申込", "申し込み", "申込み", "申請", "予約", "受付"];

/// Words before a place or a helper, whose number is not that of the office to ask.
pub(super) const OTHERS_LABELS: [&str; 19] = [
    "場",
    "所",
    "会場",
    "場所",
    "受講",
    "販売",
    "提出",
    "協力",
    "後援",
    "共催",
    "主催",
    "講師",
    "施工",
    "委託",
    "指定管理",
    "通報",
    "緊急",
    "取材",
    "関係機関",
];

/// Parts of names of offices that are not a municipality's.
pub(super) const OTHERS_OFFICES: [&str; 17] = [
    "警察",
    "警視庁",
    "内閣府",
    "総務省",
    "法務省",
    "外務省",
    "財務省",
    "文部科学省",
    "厚生労働省",
    "農林水産省",
    "経済産業省",
    "国土交通省",
    "環境省",
    "防衛省",
    "こども家庭庁",
    "消費者庁",
    "年金機構",
];

/// What the names of bodies end in that are no offices.
pub(super) const ORGANIZATION_ENDS: [&str; 13] = [
    "組合",
    "協会",
    "協議会",
    "商工会",
    "会議所",
    "公社",
    "財団",
    "法人",
    "社協",
    "農協",
    "漁協",
    "会社",
    "病院",
];

/// Marks of novelty that stand before or behind a title.
pub(super) const NOVELTY: [&str; 14] = [
    "新規",
    "拡充",
    "継続",
    "充実",
    "一部新規",
    "新",
    "拡",
    "重点",
    "一部拡充",
    "組替",
    "新規・拡充",
    "レベルアップ",
    "継",
    "新規拡充",
];

/// What money is spent on within a measure (地方自治法施行規則, the table of 節): no measure by itself.
pub(super) const EXPENSES: [&str; 28] = [
    "報酬",
    "給料",
    "職員手当等",
    "共済費",
    "災害補償費",
    "恩給及び退職年金",
    "報償費",
    "旅費",
    "交際費",
    "需用費",
    "役務費",
    "委託料",
    "使用料及び賃借料",
    "工事請負費",
    "原材料費",
    "公有財産購入費",
    "備品購入費",
    "負担金、補助及び交付金",
    "負担金補助及び交付金",
    "扶助費",
    "貸付金",
    "補償、補填及び賠償金",
    "償還金、利子及び割引料",
    "投資及び出資金",
    "積立金",
    "寄附金",
    "公課費",
    "繰出金",
];

/// Rows that sum up others.
pub(super) const TOTALS: [&str; 9] =
    ["合計", "総計", "小計", "計", "総額", "合 計", "総 計", "小 計", "総合計"];

/// Words that open the part of a speech that a heading stands over.
pub(super) const SPEECH_TURNS: [&str; 8] =
    ["まず", "はじめに", "次に", "続いて", "続きまして", "最後に", "第一に", "第二に"];
/// How such an opening ends.
pub(super) const SPEECH_TELLS: [&str; 5] =
    ["申し上げます", "述べます", "述べさせていただ", "ご説明", "お話"];

/// Characters that are likely misread: (as printed, as meant).
pub(super) const ODD_KANJI: [(&str, &str); 6] = [
    ("隨時", "随時"),
    ("俱楽部", "倶楽部"),
    ("土地地区画", "土地区画"),
    ("人ととの", "人との"),
    ("訪れたいたい", "訪れたい"),
    ("適確", "的確"),
];
