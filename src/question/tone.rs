//! What a message is when it is no question about a ward.

use std::sync::LazyLock;

use super::pattern::Pattern;

/// The kind of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A question like any other.
    #[default]
    Plain,
    /// Nothing that could be read.
    Empty,
    /// A greeting.
    Greeting,
    /// Thanks.
    Thanks,
    /// Talk with the bot, or work that it is asked to do.
    Chatter,
    /// An attempt to steer the bot.
    Steering,
    /// Words of someone in despair.
    Distress,
}

/// Patterns over the folded message, without mentions and white space around it; the first that fits counts.
pub(super) const TONES: &[(Tone, &str)] = &[
    (
        Tone::Distress,
        "死にたい|しにたい|消えたい|自殺したい|生きてい(る|く)のが(つら|辛|いや|嫌)|生きるのが(つら|辛|いや|嫌)|もう生きられ|命を絶|首を吊|リストカット|want to die|kill myself|suicidal|想死|不想活|想自杀|想自殺|죽고 ?싶",
    ),
    (
        Tone::Steering,
        r"ignore (all |any |the )?(previous|prior|above)|disregard .{0,20}instructions|system ?prompt|jailbreak|developer mode|you are now|(前|上|今まで|これまで|以前|すべて|全て)の(指示|命令|ルール|設定).{0,8}(無視|忘れ|破棄)|指示を(無視|忘れ)|システムプロンプト|プロンプトを(表示|教え|見せ|出力)|(トークン|パスワード|apiキー|api key|秘密鍵).{0,8}(教え|表示|見せ|出力|reveal|show)|reveal .{0,20}(token|password|secret|prompt)|忽略.{0,8}(指令|指示|命令|说明)|(지시|명령).{0,6}무시|あなたは(今から|これから)|になりきって|のふりをして|として振る舞|pretend (to be|you)|act as ",
    ),
    (
        Tone::Greeting,
        r"^(こんにち[はわ]|こんばん[はわ]|おはよう(ございます)?|はじめまして|初めまして|やあ|どうも|もしもし|よろしく(お願いします|ね)?|お疲れ(様|さま)(です)?|hello|hi|hey|good (morning|evening|afternoon)|你好|您好|早上好|안녕(하세요|하십니까)?)( there| everyone|みなさん|皆さん)?[!！。.、~?？♪😊👋🙇 \t\n]*$",
    ),
    (
        Tone::Thanks,
        r"^(どうも)?(ありがと(う)?(ございます|ございました|ね)?|有難う(ございます)?|サンキュー|助かりました|感謝します|thank you( so much| very much)?|thanks( a lot)?|谢谢|謝謝|감사합니다|고마워(요)?)[!！。.、~♪😊🙇 \t\n]*$",
    ),
    (
        Tone::Chatter,
        r"^[0-9 \t+\-*/×÷=().^]+(は|を計算.*|equals)?[?？=]*$|(感想文|作文|宿題|レポート|論文|小説|ポエム|俳句|ラブレター|コード|プログラム|履歴書|スピーチ|歌詞|メール文)(を|、|は)?.{0,10}(書いて|作って|やって|考えて|教えて|代筆)|(歌|うた)を?(歌って|うたって)|(ジョーク|冗談|ダジャレ|なぞなぞ|面白い話|おもしろい話|笑える話).{0,8}(言|教|話|し|出)|tell me a joke|write (me )?(a|an|my) |(あなた|きみ|君|お前|おまえ|bot|ボット)(は|って|の)(誰|だれ|何|なに|人間|ai|ロボット|名前|年齢|彼女|彼氏|好き)|(今日|明日|あした|週末)の(天気|運勢|占い)|天気(は|を|教)|what.{0,10}weather|しりとり|じゃんけん|愛してる|結婚して(ください|よ|くれ)|付き合って(ください|よ|くれ)|i love you|who are you|what is your name|你是谁|你叫什么|너는? 누구|好きな(食べ物|色|映画|歌|音楽|人|芸能人|タイプ|動物)|暇(だ|つぶし)|(株|仮想通貨|ビットコイン|競馬|宝くじ).{0,10}(上が|当た|買|予想)",
    ),
];

/// The patterns of [`TONES`].
static PATTERNS: LazyLock<Vec<Pattern>> =
    LazyLock::new(|| TONES.iter().map(|(_, pattern)| Pattern::new(pattern)).collect());

impl Tone {
    /// Tells the kind of a folded message.
    pub fn of(folded: &str) -> Self {
        let text = folded.trim();
        if !text.chars().any(char::is_alphanumeric) {
            return Tone::Empty;
        }
        // 2-3-1は？ is the number of a row, and no sum.
        let number = text.trim_end_matches(['は', '?', '。']);
        let is_part =
            |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|it| it.is_ascii_digit());
        if number.split('-').count() > 2 && number.split('-').all(is_part) {
            return Tone::Plain;
        }
        let mut tones = TONES.iter().zip(PATTERNS.iter());
        tones
            .find(|(_, pattern)| pattern.is_match(text))
            .map_or(Tone::Plain, |((tone, _), _)| *tone)
    }
}

/// Whether a subject is one to speak of calmly.
pub fn is_sensitive(folded: &str) -> bool {
    const WORDS: &[&str] = &[
        "dv",
        "ドメスティック",
        "虐待",
        "暴力",
        "殴られ",
        "殴る",
        "叩かれ",
        "自殺",
        "自死",
        "死にたい",
        "しにたい",
        "消えたい",
        "性被害",
        "性暴力",
        "レイプ",
        "ストーカー",
        "いじめられ",
        "リストカット",
        "abuse",
        "violence",
        "suicide",
        "家暴",
        "虐待",
        "暴力",
        "학대",
        "폭력",
        "자살",
    ];
    WORDS.iter().any(|word| folded.contains(word)) || HARM_PATTERN.is_match(folded)
}

/// Somebody is beaten, as it is said without a name for it: 子どもを叩いてしまいそう. Who plays, or crosses a street with a
/// hand up, is not.
pub(super) const HARM: &str = concat!(
    "(子(ども|供)?|こども|赤ちゃん|息子|娘|孫|妻|嫁|夫|旦那|主人|彼女|彼氏|パートナー|母|父|親|家族|お年寄り|高齢者)(さん)?",
    "(を(叩[いきくけこ]|たた[いきく]|殴|なぐ[らりるれっ]|蹴|けった|けって|ぶっ[てた]|ぶち)|に手を?(上|挙|あ)げ)",
    "|(夫|旦那|主人|彼氏|妻|嫁|彼女|母|父|パートナー)(さん)?[がは][^、。?]{0,6}手を?(上|挙|あ)げ|(叩|殴|蹴)(いて|って)しま",
);

static HARM_PATTERN: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(HARM));
