# What the Discord bot says: やさしい日本語. Commands have their Japanese names.

language-name = やさしい日本語

# Buttons and menus

button-helpful = 役（やく）に立（た）った
button-not-helpful = ちがう
button-report = まちがいを知（し）らせる
button-more = くわしく
button-readings = ふりがな
button-words = むずかしい言葉（ことば）
button-plain = 読（よ）み上（あ）げ用（よう）
button-share = みんなに見（み）せる
button-delete = 消（け）す
button-reveal = 自分（じぶん）だけ見（み）る
button-previous = ◀ 前（まえ）へ
button-next = 次（つぎ）へ ▶
button-back = ↩ 上（うえ）へ
button-download = 自分（じぶん）のデータをもらう
button-forget = 自分（じぶん）のデータを消（け）す
menu-candidates = ほかの候補（こうほ）
menu-browse = 見（み）たいものを選（えら）んでください
menu-show = 見（み）たいものを選（えら）んでください

# The card

year = { $era }
status = 状態（じょうたい）：{ $status }
source = 書（か）いてあるところ：{ $title }（{ $file } { $lines }行目）
older = ⚠️ これは{ $year }の資料（しりょう）です。今（いま）は{ $today }です。今（いま）のことは区役所（くやくしょ）に聞（き）いてください。
field-budget = 💴 お金（予算（よさん））
field-results = 📊 したこと（実績（じっせき））
field-results-of = 📊 したこと（実績（じっせき）、{ $year }）
field-target = 🎯 めざすこと
field-changes = 🔄 変（か）わったこと
field-contact = ☎️ 聞（き）くところ（窓口（まどぐち））
thousand-yen = { $number }千円
yen = { $number }円
no-amount = お金（かね）は書（か）いてありません（「-」）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（前（まえ）の年（とし）と同（おな）じ）
budget-covered = この金額（きんがく）は、「{ $title }」全部（ぜんぶ）のお金（かね）です。この取組（とりくみ）だけのお金（かね）ではありません。
budget-apart = 別（べつ）のお金（かね）：{ $note }（上（うえ）のお金（かね）に入（はい）っていません）
budget-none = お金（かね）のことは書（か）いてありません。
results-none = したことは書（か）いてありません。
target-none = めざすことは書（か）いてありません。
changes-none = 変（か）わったことは書（か）いてありません。
contact-none = 聞（き）くところは書（か）いてありません。
contact-phone = 電話（でんわ）：{ $number }
contact-fax = ファックス：{ $number }
contact-of-page = このページを作（つく）ったところです。
contact-of-document = 資料（しりょう）に書（か）いてあります。
contact-of-config = 資料（しりょう）ではなく、ボットの係（かかり）の人（ひと）が書（か）きました。
missing = ※ { $list }は、書（か）いてありません。
words-title = むずかしい言葉（ことば）
words-footer = これは、わたしの説明（せつめい）です。資料（しりょう）の言葉（ことば）ではありません。
more-rows = …あと{ $n }個（こ）あります

# Figures

ranking-largest = お金（かね）が多（おお）いもの
ranking-smallest = お金（かね）が少（すく）ないもの
ranking-rise = お金（かね）が増（ふ）えたもの
ranking-fall = お金（かね）が減（へ）ったもの
ranking-same = お金（かね）が同（おな）じもの
ranking-by-rate = 割合（わりあい）で見（み）ると、「{ $title }」が一番（いちばん）です：{ $change }
total-title = お金（かね）の合計（ごうけい）
total = **{ $ward } { $label }：{ $amount }**（{ $n }個（こ）の合計（ごうけい））
total-without = { $n }個（こ）は、お金（かね）が書（か）いてありません。合計（ごうけい）に入（はい）っていません。
total-apart = 別（べつ）のお金（かね）{ $amount }は、合計（ごうけい）に入（はい）っていません。
total-previous = 前（まえ）の年（とし）の合計（ごうけい）：{ $amount }
total-covers = お金（かね）が書（か）いてあるものだけの合計（ごうけい）です。区（く）のぜんぶのお金（かね）ではありません。
versus-title = お金（かね）をくらべる
list-title = お金（かね）の表（ひょう）
differ-both = ⚠️ 年（とし）もお金（かね）の種類（しゅるい）もちがいます。そのままくらべられません。
differ-years = ⚠️ 年（とし）がちがいます。そのままくらべられません。
differ-kinds = ⚠️ お金（かね）の種類（しゅるい）がちがいます。そのままくらべられません。
budget-nothing = お金（かね）のことは書（か）いてありません。ほかの区（く）やことばで聞（き）いてください。

# Questions without an answer

choose-title = どの区（く）ですか
suggested-title = 答（こた）えは書（か）いてありません
suggested-near = 近（ちか）いもの：
not-found-title = 見（み）つかりませんでした
friendly-title = 窓口（まどぐち）です
understood = わかったこと：{ $list }
try-this = **こう聞（き）いてください**
    ・大阪市港区の防災の予算は？
    ・津波のとき、どこに逃げますか
    ・子どもの相談は、どこにしますか
gone = これは、もうありません。もう一度（いちど）聞（き）いてください。
changed-since = ℹ️ 資料（しりょう）が新（あたら）しくなりました。これは今（いま）のものです。
discreet = ほかの人（ひと）に見（み）えないように、下（した）のボタンをおしてください。
browse-title = 区（く）のすること
browse-root = ぜんぶの区（く）
changes-title = 前（まえ）の年（とし）から変（か）わったこと

# Settings, privacy, help

settings-title = 自分（じぶん）の設定（せってい）
settings-text = 区（く）と、ことばを選（えら）んでください。ボットが止（と）まるまでおぼえています。
settings-ward = 自分（じぶん）の区（く）
settings-language = 答（こた）えのことば
settings-look = 答（こた）えの見（み）せ方（かた）
look-usual = ふりがなをつけない
look-readings = 全部（ぜんぶ）の漢字（かんじ）にふりがな
look-hard-readings = むずかしい漢字（かんじ）にふりがな
look-plain = 読（よ）み上（あ）げ用（よう）。短（みじか）い文（ぶん）です
settings-no-ward = 決（き）めない
settings-any-language = 質問（しつもん）と同（おな）じことば
privacy-title = プライバシー
privacy-text = **おぼえていること**
    ・あなたの設定（せってい）と、選（えら）んだ区（く）
    ・「役（やく）に立（た）った」「ちがう」「まちがいを知（し）らせる」で送（おく）ったこと
    ・どの答（こた）えが、どの質問（しつもん）のものか
    ボットが止（と）まると、ぜんぶ消（き）えます。係（かかり）の人（ひと）が読（よ）みます。
    {""}**おぼえていないこと**
    質問（しつもん）のことばは、ログに書（か）きません。
privacy-download = あなたについて、おぼえていることです。
privacy-forgotten = あなたのことを消（け）しました。
privacy-nothing = あなたのことは、何（なに）もおぼえていません。
help-title = 使（つか）い方（かた）
help-text = 区（く）のすること、お金（かね）、聞（き）くところを答（こた）えます。どこに書（か）いてあるかも言（い）います。
help-footer = 資料（しりょう）に書（か）いてあることだけです。手続（てつづ）きは区役所（くやくしょ）に聞（き）いてください。
thanks = ありがとうございます。
thanks-comment = ありがとうございます。係（かかり）の人（ひと）が読（よ）みます。
why-title = 何（なに）がちがいましたか
why-label = 教（おし）えてください（書（か）かなくてもいいです）
why-placeholder = 例（れい）：ほかの区（く）のことだった
mistake-title = まちがいを知（し）らせる
mistake-label = どこがまちがっていますか
mistake-placeholder = 例（れい）：電話番号（でんわばんごう）が古（ふる）い

# When something is wrong

error = うまくいきませんでした。もう一度（いちど）してください。だめなときは、この番号（ばんごう）を係（かかり）の人（ひと）に言（い）ってください：{ $id }
error-busy = 今（いま）準備（じゅんび）しています。少（すこ）し待（ま）ってください。（{ $id }）
error-user = { $error }
error-outdated = Discordをもう一度（いちど）開（ひら）いてください。
error-message = うまくいきませんでした。もう一度（いちど）してください。
old-button = このボタンは古（ふる）いです。もう一度（いちど）聞（き）いてください。
cooldown = { $seconds }秒（びょう）待（ま）ってください。
moderators-only = 係（かかり）の人（ひと）だけが使（つか）えます。
delete-not-yours = 質問（しつもん）した人（ひと）と係（かかり）の人（ひと）だけが消（け）せます。

# For moderators

data-title = 資料（しりょう）
data-document = **{ $ward } { $year } { $status }**
    { $file }：{ $all }（施策 { $measures }、概要 { $overviews }）、気になる点 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・資料 { $documents }・施策 { $measures }・項目 { $entries }・{ $hours } 時間
data-reloaded = 資料（しりょう）を読（よ）み直（なお）し、反映しました：資料 { $documents }、項目 { $measures }、気になる点 { $odd }
data-unchanged = 変更はありません。最新です：資料 { $documents }、項目 { $measures }、気になる点 { $odd }
data-kept = 前（まえ）の資料（しりょう）のままです。
desk-title = みんなの声（こえ）
desk-empty = まだありません。
desk-no-question = （質問（しつもん）はありません）
desk-footer = ボットが止（と）まると消（き）えます。
