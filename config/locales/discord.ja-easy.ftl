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
button-apply = 入（い）れる
button-cancel = やめる
menu-candidates = ほかの候補（こうほ）
menu-browse = 見（み）たいものを選（えら）んでください
menu-show = 見（み）たいものを選（えら）んでください
menu-staged = 待（ま）っている変更（へんこう）を開（ひら）く

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
field-desks = ☎️ このことを聞（き）くところ
thousand-yen = { $number }千円
yen = { $number }円
no-amount = お金（かね）は書（か）いてありません（「-」）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（前（まえ）の年（とし）と同（おな）じ）
budget-covered = この金額（きんがく）は、「{ $title }」全部（ぜんぶ）のお金（かね）です。この取組（とりくみ）だけのお金（かね）ではないかもしれません。
budget-apart = 別（べつ）のお金（かね）：{ $note }（上（うえ）のお金（かね）に入（はい）っていません）
budget-part = そのうち：{ $note }（上（うえ）のお金（かね）に入（はい）っています）
budget-none = お金（かね）のことは書（か）いてありません。
budget-in-text = これに使（つか）うお金（かね）がいくらかは、はっきり書（か）いてありません。文（ぶん）の中（なか）のお金（かね）は、文書（ぶんしょ）を見（み）てください。
results-none = したことは書（か）いてありません。
target-none = めざすことは書（か）いてありません。
changes-none = この部分（ぶぶん）に、変（か）わったことは書（か）いてありません。
contact-none = 聞（き）くところは書（か）いてありません。
contact-phone = 電話（でんわ）：{ $number }
contact-fax = ファックス：{ $number }
contact-of-page = このページを作（つく）ったところです。
contact-of-document = 資料（しりょう）に書（か）いてあります。
contact-of-config = 資料（しりょう）ではなく、ボットの係（かかり）の人（ひと）が書（か）きました。
missing = ※ { $list }は、この部分（ぶぶん）に書（か）いてありません。
words-title = むずかしい言葉（ことば）
words-footer = これは、わたしの説明（せつめい）です。資料（しりょう）の言葉（ことば）ではありません。
more-rows = …あと{ $n }個（こ）あります

# Figures

ranking-largest = お金（かね）が多（おお）いもの
ranking-smallest = お金（かね）が少（すく）ないもの
ranking-rise = お金（かね）が増（ふ）えたもの
ranking-fall = お金（かね）が減（へ）ったもの
ranking-rise-rate = お金（かね）が増（ふ）えた割合（わりあい）が大（おお）きいもの
ranking-fall-rate = お金（かね）が減（へ）った割合（わりあい）が大（おお）きいもの
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
settings-text = 区（く）と、ことばを選（えら）んでください。あなたが消（け）すまでおぼえています。
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
privacy-text = **{ $days }日（にち）おぼえていること**
    ・質問（しつもん）のことばと日（ひ）
    ・「役（やく）に立（た）った」「ちがう」「まちがいを知（し）らせる」で送（おく）ったこと
    係（かかり）の人（ひと）が読（よ）みます。だれの質問（しつもん）かは、わかりません。
    {""}**消（け）すまでおぼえていること**
    ・あなたの設定（せってい）と、選（えら）んだ区（く）
    {""}**おぼえないこと**
    ・あなたの名前（なまえ）とID
    ・つらい話（はなし）の質問（しつもん）のことば
    ログに質問（しつもん）を書（か）きません。どの答（こた）えがどの質問（しつもん）のものかは、ボットが止（と）まるまでおぼえています。
    {""}**係（かかり）の人（ひと）のこと**
    係（かかり）の人（ひと）がしたことを、IDといっしょに{ $audit }日（にち）おぼえています。
    下（した）のボタンで、あなたのデータをもらうことも、消（け）すこともできます。
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
error-store = うまくいきませんでした。少（すこ）し待（ま）って、もう一度（いちど）してください。だめなときは、この番号（ばんごう）を係（かかり）の人（ひと）に言（い）ってください：{ $id }
error-user = { $error }
error-outdated = Discordをもう一度（いちど）開（ひら）いてください。
error-message = うまくいきませんでした。もう一度（いちど）してください。
old-button = このボタンは古（ふる）いです。もう一度（いちど）聞（き）いてください。
cooldown = { $seconds }秒（びょう）待（ま）ってください。
moderators-only = 係（かかり）の人（ひと）だけが使（つか）えます。
delete-not-yours = 質問（しつもん）した人（ひと）と係（かかり）の人（ひと）だけが消（け）せます。

# Moderators' words under answers

words-note = 係（かかり）の人（ひと）のことば（{ $date }）
words-correction = 係（かかり）の人（ひと）が直（なお）しました（{ $date }）
words-not-ours = 係（かかり）の人（ひと）のことば：区（く）の資料（しりょう）にはありません（{ $date }）
thread-name = 答（こた）え

# The moderators' desk

desk-gone = もうありません。もう一度（いちど）一覧（いちらん）を開（ひら）いてください。
desk-no-topic = そのことばでは探（さが）せません。「粗大（そだい）ごみ」のように、名前（なまえ）を書（か）いてください。
desk-no-word = ことばと、資料（しりょう）のことばを書（か）いてください。
desk-word-added = 「{ $word }」は「{ $other }」のことです、と書（か）きました。
desk-next-reload = 次（つぎ）の /data reload のあとで使（つか）えます。
desk-not-written = 書（か）けませんでした。何（なに）も変（か）わっていません。
desk-no-measure = 見（み）つかりません。候補（こうほ）から選（えら）んでください。
desk-note-about = 施策（しさく）か話題（わだい）を選（えら）んでください。
unanswered-title = 答（こた）えられなかった質問（しつもん）
unanswered-head = { $n }件（けん）。今（いま）の資料（しりょう）で答（こた）えられる{ $answered }件（けん）と、係（かかり）のことばがある{ $noted }件（けん）は、入（はい）っていません。
unanswered-empty = ありません。
unanswered-when = { $n }回（かい）・{ $first }から{ $last }まで
unanswered-do = 資料（しりょう）にちがうことばで書（か）いてあるときは「ことばを足（た）す」。ないときは、聞（き）くところを書（か）いてください。
button-add-word = ことばを足（た）す
button-add-note = 係（かかり）のことばを書（か）く
button-not-ours = 区（く）の資料（しりょう）にない
button-correct = 直（なお）すことを書（か）く
button-resolve = 終（お）わりにする
form-word-title = ことばを足（た）す
form-word-subject = 住民（じゅうみん）のことば
form-word-label = 資料（しりょう）のことば
form-word-placeholder = 例（れい）：見守（みまも）り
form-topic-title = 係（かかり）のことばを書（か）く
form-topic-subject = 話題（わだい）
form-topic-label = ことば
form-topic-placeholder = 例（れい）：12月（がつ）に公開（こうかい）します
form-not-ours-title = 区（く）の資料（しりょう）にないこと
form-not-ours-subject = 話題（わだい）
form-not-ours-label = どこに聞（き）きますか
form-not-ours-placeholder = 例（れい）：年金（ねんきん）は年金事務所（ねんきんじむしょ）に聞（き）いてください
form-correction-title = 直（なお）すことを書（か）く
form-correction-label = 正（ただ）しいこと
form-correction-placeholder = 例（れい）：電話番号（でんわばんごう）が変（か）わりました
reports-title = まちがいの知（し）らせ
reports-head = { $n }
reports-empty = ありません。
reports-one = みんなの声（こえ）
reports-measure = 施策（しさく）
reports-question = 質問（しつもん）
reports-resolved = 終（お）わりました
notes-title = 係（かかり）のことば
notes-head = 📝 施策（しさく） ⚠️ 直（なお）したこと 💬 話題（わだい） ↪ 区（く）の資料（しりょう）にないこと
notes-empty = まだありません。
contact-unknown-ward = その区（く）の資料（しりょう）はありません。候補（こうほ）から選（えら）んでください。
contact-short-topic = 話題（わだい）は2文字（もじ）より長（なが）く書（か）いてください。
contact-written = 窓口（まどぐち）を書（か）きました
contact-before = 前（まえ）のもの
channel-title = このチャンネルの答（こた）え方（かた）
channel-text = 自分（じぶん）で決（き）めた区（く）とことばを、先（さき）に使（つか）います。
channel-ward = 区（く）
channel-language = ことば
channel-private = 聞（き）いた人（ひと）だけに答（こた）える
channel-threads = スレッドで答（こた）える
channel-every = ぜんぶのメッセージに答（こた）える
channel-needs-intent = Message Content を有効（ゆうこう）にして、ボットを止（と）めてから始（はじ）めてください。
switch-on = する
switch-off = しない
stats-title = { $days }日（にち）
stats-empty = 質問（しつもん）はありません。
stats-questions = 質問（しつもん）
stats-questions-text = ぜんぶ{ $asked }：答（こた）えた{ $answered }（足（た）りないもの{ $partly }）、聞（き）き返（かえ）した{ $choose }、答（こた）えがない{ $unanswered }、ほか{ $other }
stats-said = みんなの声（こえ）
stats-resolved = 終（お）わった { $n }
stats-missing = 資料（しりょう）になかったこと
stats-topics = 答（こた）えられなかった質問（しつもん）
stats-time = 答（こた）えの時間（じかん）
stats-time-text = 半分（はんぶん）は { $p50 }、95%は { $p95 }
stats-store = 書（か）けなかったもの
stats-store-text = { $dropped }・{ $failed }
export-done = { $n }

# For moderators

data-title = 資料（しりょう）
data-document = **{ $ward } { $year } { $status }**
    { $file }：{ $all }（施策 { $measures }、概要 { $overviews }）、金額 { $figures }、気になる点 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・資料 { $documents }・施策 { $measures }・項目 { $entries }・{ $hours } 時間
data-kept = 前（まえ）の資料（しりょう）のままです。
data-state = 世代（せだい）とフォルダー
data-check-title = ファイルの点検（てんけん）
data-diff-title = 読（よ）み直（なお）すと変（か）わるところ
data-changed-title = 変（か）わったところ
data-history-title = 残（のこ）してある世代（せだい）。* が今（いま）のものです
data-preview-title = 入（い）れると変（か）わるところ
data-preview-differs = 前（まえ）に見（み）たあとで、変（か）わりました。もう一度（いちど）見（み）てください。
data-change-gone = この変更（へんこう）は、もうありません。
data-busy = 今（いま）、{ $who } さんが資料（しりょう）を変（か）えています。あとで、もう一度（いちど）してください。
data-somebody = ほかの係（かかり）の人（ひと）
data-working = 資料（しりょう）を準備（じゅんび）しています… { $percent }%
data-no-year = 年度（ねんど）がわかりません。「令和4年度」や「2022」のように書（か）いてください。
data-file-too-large = ファイルが大（おお）きすぎます。{ $max } MBまでです。
data-file-lost = ファイルが届（とど）きませんでした。もう一度（いちど）送（おく）ってください。
data-exported = 今（いま）の資料（しりょう）です。
data-export-large = 大（おお）きすぎて、Discordでは送（おく）れません。`madoguchi data export` を使（つか）ってください。
