# What the Discord bot says: Japanese.

language-name = 日本語

# Commands

cmd-ask-name = 質問
cmd-ask-about = 区の取組、予算、窓口について、ことばで質問する
cmd-ask-question-name = 質問
cmd-ask-question-about = 聞きたいこと
cmd-ask-ward-name = 区
cmd-ask-ward-about = どの区について聞くか
cmd-ask-private-name = 自分だけ
cmd-ask-private-about = 答えを自分だけに表示する
cmd-ask-year-name = 年度
cmd-ask-year-about = どの年度について聞くか
cmd-measure-name = 施策
cmd-measure-about = 番号、名前、ことばから施策を探す
cmd-measure-name-name = 名前
cmd-measure-name-about = 番号（1-2-2 など）、名前、または内容のことば
cmd-browse-name = 一覧
cmd-browse-about = 区の経営課題、戦略、取組をメニューでたどる
cmd-browse-ward-name = 区
cmd-browse-ward-about = どの区から見るか
cmd-budget-name = 予算
cmd-budget-about = 予算と前年度からの増減を表で見る
cmd-budget-ward-name = 区
cmd-budget-ward-about = どの区の予算か
cmd-budget-topic-name = 分野
cmd-budget-topic-about = 防災、子育てなど
cmd-budget-sort-name = 並べ方
cmd-budget-sort-about = どの順に並べるか
cmd-contact-name = 窓口
cmd-contact-about = どこに問い合わせればよいかを調べる
cmd-contact-topic-name = 分野
cmd-contact-topic-about = 何についての窓口か
cmd-contact-ward-name = 区
cmd-contact-ward-about = どの区の窓口か
cmd-changes-name = 変更点
cmd-changes-about = 資料に前年度からの変更と書かれているところを見る
cmd-changes-ward-name = 区
cmd-changes-ward-about = どの区の変更点か
cmd-settings-name = 設定
cmd-settings-about = 自分の区と言語を決める
cmd-help-name = 使い方
cmd-help-about = 何をどう聞けるかを見る
cmd-privacy-name = プライバシー
cmd-privacy-about = 自分について保存されているものを見る、受け取る、消す
cmd-data-name = 資料
cmd-data-about = 読み込んだ資料を管理する（係の方のみ）
cmd-data-status-name = 状態
cmd-data-status-about = 読み込まれている資料と、反映を待っている変更を見る
cmd-data-reload-name = 再読込
cmd-data-reload-about = 資料を読み込み直す
cmd-data-check-name = 点検
cmd-data-check-about = いまのファイルを点検する（何も変わりません）
cmd-data-diff-name = ちがい
cmd-data-diff-about = 再読込すると何が変わるか、どの質問の答えが変わるかを見る
cmd-data-rollback-name = 元に戻す
cmd-data-rollback-about = 前の世代の資料に戻す（次の再読込まで）
cmd-data-rollback-generation-name = 世代
cmd-data-rollback-generation-about = どの世代に戻すか（空なら1つ前）
cmd-data-history-name = 履歴
cmd-data-history-about = 残してある世代と、だれが何を変えたかを見る
cmd-data-add-name = 追加
cmd-data-add-about = 文書を足す（点検の結果と変わるところを見てから反映）
cmd-data-add-file-name = ファイル
cmd-data-add-file-about = テキスト、Markdown、HTML、CSV、文字の入ったPDF
cmd-data-add-ward-name = 区
cmd-data-add-ward-about = どの区の文書か（空なら本文から）
cmd-data-add-year-name = 年度
cmd-data-add-year-about = 何年度の文書か（空なら本文から）
cmd-data-add-title-name = 題名
cmd-data-add-title-about = 文書の題名（空なら本文から）
cmd-data-add-status-name = 段階
cmd-data-add-status-about = 案、素案など（空なら本文から）
cmd-data-replace-name = 差し替え
cmd-data-replace-about = 文書の中身を差し替える（変わるところを見てから反映）
cmd-data-replace-document-name = 文書
cmd-data-replace-document-about = どの文書か
cmd-data-replace-file-name = ファイル
cmd-data-replace-file-about = 新しい中身のファイル
cmd-data-replace-ward-name = 区
cmd-data-replace-ward-about = どの区の文書か（空ならそのまま）
cmd-data-replace-year-name = 年度
cmd-data-replace-year-about = 何年度の文書か（空ならそのまま）
cmd-data-replace-title-name = 題名
cmd-data-replace-title-about = 文書の題名（空ならそのまま）
cmd-data-replace-status-name = 段階
cmd-data-replace-status-about = 案、素案など（空ならそのまま）
cmd-data-remove-name = 削除
cmd-data-remove-about = 文書を取りのぞく（変わるところを見てから反映）
cmd-data-remove-document-name = 文書
cmd-data-remove-document-about = どの文書か
cmd-data-export-name = 書き出し
cmd-data-export-about = 読み込まれている資料をファイルで受け取る
cmd-data-export-what-name = 内容
cmd-data-export-what-about = 何を書き出すか（空なら施策）
cmd-data-export-format-name = 形式
cmd-data-export-format-about = ファイルの形式（空ならCSV）
cmd-desk-name = 係
cmd-desk-about = 見つからなかった質問や寄せられた声を見て、対応する（係の方のみ）
cmd-desk-unanswered-name = 未回答
cmd-desk-unanswered-about = 答えられなかった質問を、意味でまとめて見る
cmd-desk-reports-name = まちがい
cmd-desk-reports-about = 知らせてもらったまちがいを見て、訂正する
cmd-desk-note-name = 係のことば
cmd-desk-note-about = 施策や話題に、係のことばを添える（何も書かないと一覧）
cmd-desk-note-text-name = ことば
cmd-desk-note-text-about = 添えることば（500字まで）
cmd-desk-note-measure-name = 施策
cmd-desk-note-measure-about = どの施策に添えるか
cmd-desk-note-topic-name = 話題
cmd-desk-note-topic-about = どの話題を聞かれたときに添えるか（「粗大ごみ」など）
cmd-desk-note-ward-name = 区
cmd-desk-note-ward-about = 話題に添えるとき、どの区の質問に限るか
cmd-desk-contact-name = 窓口
cmd-desk-contact-about = 区と話題の窓口を登録する、直す
cmd-desk-contact-ward-name = 区
cmd-desk-contact-ward-about = どの区の窓口か
cmd-desk-contact-topic-name = 話題
cmd-desk-contact-topic-about = 何についての窓口か（施策の名前や本文にあることば）
cmd-desk-contact-name-name = 部署
cmd-desk-contact-name-about = 部署の名前
cmd-desk-contact-source-name = 出典
cmd-desk-contact-source-about = どこで確かめたか（ページのアドレスや資料の名前）
cmd-desk-contact-phone-name = 電話
cmd-desk-contact-phone-about = 電話番号
cmd-desk-contact-fax-name = ファックス
cmd-desk-contact-fax-about = ファックス番号
cmd-desk-contact-date-name = 日付
cmd-desk-contact-date-about = いつの情報か（2026-11-21、2026-11、2026。空なら今日）
cmd-desk-channel-name = チャンネル
cmd-desk-channel-about = このチャンネルでの答え方を決める
cmd-desk-stats-name = 統計
cmd-desk-stats-about = 質問の数、答えられた割合、足りないものを見る
cmd-desk-stats-days-name = 日数
cmd-desk-stats-days-about = 何日前まで数えるか（空なら30日）
cmd-desk-export-name = 書き出し
cmd-desk-export-about = 記録をファイルで受け取る
cmd-desk-export-what-name = 内容
cmd-desk-export-what-about = 何を書き出すか（空なら質問）
cmd-desk-export-format-name = 形式
cmd-desk-export-format-about = ファイルの形式（空ならCSV）
cmd-answer-this-name = この質問に答える
choice-document = 資料の順
choice-largest = 金額の大きい順
choice-smallest = 金額の小さい順
choice-rise = 増えた額の大きい順
choice-fall = 減った額の大きい順
choice-questions = 質問
choice-feedback = 寄せられた声
choice-notes = 係のことば
choice-audit = 係の作業の記録
choice-measures = 施策と項目
choice-budgets = 金額
choice-contacts = 窓口
choice-csv = CSV（表計算）
choice-json = JSON（プログラム）

# Buttons and menus

button-helpful = 役に立った
button-not-helpful = ちがう
button-report = まちがいを知らせる
button-more = くわしく
button-readings = ふりがな
button-words = くわしい言葉
button-plain = 読み上げ用
button-share = みんなに見せる
button-delete = 削除
button-reveal = 自分だけに表示
button-previous = ◀ 前へ
button-next = 次へ ▶
button-back = ↩ 上へ
button-download = 自分のデータを受け取る
button-forget = 自分のデータを消す
button-apply = 反映
button-cancel = やめる
menu-candidates = ほかの候補
menu-browse = 開くものを選んでください
menu-show = 見たいものを選んでください
menu-staged = 反映を待っている変更を開く

# The card

year = { $era }
status = 状態：{ $status }
source = 出典：{ $title }（{ $file } { $lines }行目）
older = ⚠️ これは{ $year }の資料です（今は{ $today }）。今の内容は窓口で確かめてください。
field-budget = 💴 予算
field-results = 📊 実績
field-results-of = 📊 実績（{ $year }）
field-target = 🎯 めざす状態
field-changes = 🔄 変更点
field-contact = ☎️ 窓口
field-desks = ☎️ この話題の窓口
thousand-yen = { $number }千円
yen = { $number }円
no-amount = 金額の記載なし（「-」）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（前年度と同じ）
budget-covered = この項目をふくむ概要の行「{ $title }」の予算です。この項目だけの予算とは限りません。
budget-apart = 別枠：{ $note }（上の金額に足していません）
budget-part = 内訳：{ $note }（上の金額の一部です）
budget-none = この資料には、この項目の金額は書かれていません。
budget-in-text = この資料には、この項目の予算額としては書かれていません。文の中の金額は、出典の行でお確かめください。
results-none = この資料には、この項目の実績は書かれていません。
target-none = この資料には、この項目のめざす状態は書かれていません。
changes-none = この項目には、前年度から変わった点を示す印がありません。
contact-none = この資料には、この項目の窓口は書かれていません。
contact-phone = 電話：{ $number }
contact-fax = ファックス：{ $number }
contact-of-page = 資料のページの担当です。
contact-of-document = 資料に書かれている窓口です。
contact-of-config = 資料ではなく、運営者が登録した窓口です。
missing = ※ { $list }は、この項目には書かれていません。
words-title = くわしい言葉
words-footer = この窓口による説明です。資料に書かれた言葉ではありません。
more-rows = …ほか{ $n }件

# Figures

ranking-largest = 金額の大きい予算
ranking-smallest = 金額の小さい予算
ranking-rise = 前年度から増えた予算
ranking-fall = 前年度から減った予算
ranking-rise-rate = 前年度から増えた割合の大きい予算
ranking-fall-rate = 前年度から減った割合の大きい予算
ranking-same = 前年度と同じ予算
ranking-by-rate = 増減の割合では「{ $title }」：{ $change }
total-title = 予算の合計
total = **{ $ward } { $label }：{ $amount }**（{ $n }件の合計）
total-without = 金額の記載がない{ $n }件は入っていません。
total-apart = 別枠の{ $amount }は入っていません。
total-previous = 同じ項目の前年度の合計：{ $amount }
total-covers = 資料に金額が書かれている行だけの合計で、区の予算の全体ではありません。
versus-title = 予算をならべて見る
list-title = 予算の一覧
differ-both = ⚠️ 年度と金額の種類が違うものがまざっています。そのまま比べられません。
differ-years = ⚠️ 年度の違うものがまざっています。そのまま比べられません。
differ-kinds = ⚠️ 金額の種類（予算額、算定見込額など）の違うものがまざっています。そのまま比べられません。
budget-nothing = あてはまる予算は、資料に書かれていません。区や分野を変えてみてください。

# Questions without an answer

choose-title = どちらについてですか
suggested-title = 資料には答えがありません
suggested-near = 近い項目：
not-found-title = 見つかりませんでした
friendly-title = 窓口です
understood = 読み取ったこと：{ $list }
try-this = **こう聞いてみてください**
    ・大阪市港区の防災の予算は？
    ・津波避難ビルはいくつありますか
    ・子育ての取組と窓口を教えて
gone = この項目は、資料の更新でなくなりました。もう一度質問してください。
changed-since = ℹ️ この項目は、前に表示したあとで資料が更新されました。いまの内容です。
discreet = ほかの人に見えないように、下のボタンから答えを見てください。
browse-title = 取組の一覧
browse-root = すべての区
changes-title = 前年度からの変更点

# Settings, privacy, help

settings-title = 自分の設定
settings-text = 区を決めると、質問に区の名前がないときに使います。言語を決めないと、質問の言語で答えます。設定は、あなたが変えるか消すまで覚えています。
settings-ward = 自分の区
settings-language = 答えの言語
settings-look = 答えの見せ方
look-usual = ふつう
look-readings = すべての漢字にふりがな
look-hard-readings = 小学3年生より後に習う漢字にふりがな
look-plain = 読み上げ用（記号を使わず、短い文で）
settings-no-ward = 決めない
settings-any-language = 質問の言語で
privacy-title = プライバシー
privacy-text = **{ $days }日間保存するもの**
    ・質問の文と日付、言語、区、答えられたかどうか
    ・「役に立った」「ちがう」「まちがいを知らせる」で送ったことと、そのときの質問
    係の方（モデレーター）が、答えを良くするために読みます。だれのものかは、係の方には分かりません。
    {""}**消すまで保存するもの**
    ・あなたが決めた設定と、チャンネルで選んだ区
    {""}**保存しないもの**
    ・あなたの名前とID。あなたのものだと分かるように、元に戻せない符号だけを付けます
    ・つらい話題の質問の文。そういう質問があったことだけを数え、あなたとは結び付けません
    質問の文はログにも書きません。どのメッセージがどの答えかは、編集や削除にあわせるため、再起動するまで覚えています。
    {""}**係の方について**
    係の方の作業は、IDと日時、内容を{ $audit }日間記録します。
    下のボタンで、あなたのものを受け取ることも、ファイルから消すこともできます。
privacy-download = あなたについて保存されているものです。
privacy-forgotten = あなたについて保存していたものを消しました。
privacy-nothing = あなたについて保存しているものはありません。
help-title = 使い方
help-text = 区の運営方針などの資料から、取組、予算、窓口をお答えします。どの答えにも、資料のどこに書かれているかを付けます。@メンションでも聞けます。
help-footer = 答えは資料に書かれていることだけです。手続きは区役所に確かめてください。
thanks = ありがとうございます。
thanks-comment = ありがとうございます。係の方に伝わります。
why-title = どこがちがいましたか
why-label = 教えてください（空でもかまいません）
why-placeholder = 例：別の区の話だった、知りたかったのは申し込み方法
mistake-title = まちがいを知らせる
mistake-label = どこがまちがっていますか
mistake-placeholder = 例：電話番号が古い

# When something is wrong

error = うまく答えられませんでした。もう一度試してください。続くときは、この番号を係の方に伝えてください：{ $id }
error-busy = いま資料を準備しています。少し待ってから、もう一度試してください。（{ $id }）
error-store = 記録を読み書きできませんでした。何も変わっていないかもしれません。少し待って、もう一度試してください。続くときは、この番号を係の方に伝えてください：{ $id }
error-user = { $error }
error-outdated = このコマンドは古くなっています。Discordを開き直してから、もう一度試してください。
error-message = うまく答えられませんでした。もう一度試してください。
old-button = このボタンは古いため使えません。もう一度質問してください。
cooldown = 質問が続いています。{ $seconds }秒待ってから聞いてください。
moderators-only = このコマンドは係の方（サーバー管理の権限がある人など）だけが使えます。
delete-not-yours = 削除できるのは、質問した人と係の方だけです。

# Moderators' words under answers

words-note = 係の方から（{ $date }）
words-correction = 係の方からの訂正（{ $date }）
words-not-ours = 係の方から：区の資料にはないことです（{ $date }）
thread-name = 答え

# The moderators' desk

desk-gone = もうありません。一覧を開き直してください。
desk-no-topic = その話題には、質問から探せることばがありません。「粗大ごみ」のように、名前になることばで書いてください。
desk-no-word = 住民のことばと、資料にあることばを書いてください。
desk-word-added = 「{ $word }」を「{ $other }」のことと読むようにしました。
desk-next-reload = 次の /data reload から効きます。
desk-not-written = 書き込めませんでした。何も変わっていません。
desk-no-measure = その施策が見つかりません。候補から選んでください。
desk-note-about = 施策か話題のどちらかを選んでください。
unanswered-title = 答えられなかった質問
unanswered-head = { $n }件（いまの資料で答えられるもの{ $answered }件、係のことばがあるもの{ $noted }件をのぞく）
unanswered-empty = ありません。
unanswered-when = { $n }回・{ $first }から{ $last }まで
unanswered-do = 資料に同じ意味のことばがあれば「ことばを足す」。区の資料にないことなら、どこに聞けばよいかを書いてください。
button-add-word = ことばを足す
button-add-note = 係のことばを添える
button-not-ours = 区の資料にないこと
button-correct = 訂正を書く
button-resolve = 対応ずみにする
form-word-title = ことばを足す
form-word-subject = 住民のことば
form-word-label = 資料のことば
form-word-placeholder = 例：見守り
form-topic-title = 係のことばを添える
form-topic-subject = 話題（これを聞かれたときに添えます）
form-topic-label = ことば
form-topic-placeholder = 例：令和5年度の計画は12月に公開されます
form-not-ours-title = 区の資料にないこと
form-not-ours-subject = 話題
form-not-ours-label = どこに聞けばよいか
form-not-ours-placeholder = 例：年金は年金事務所にお問い合わせください
form-correction-title = 訂正を書く
form-correction-label = 正しい内容（資料が変わるまで表示します）
form-correction-placeholder = 例：電話番号は2026年4月に変わりました
reports-title = 知らせてもらったまちがい
reports-head = 対応を待っているもの：{ $n }件
reports-empty = ありません。
reports-one = 寄せられた声
reports-measure = 施策
reports-question = 質問
reports-resolved = 対応ずみ
notes-title = 係のことば
notes-head = 📝 施策に添えたもの・⚠️ 訂正（資料が変わると出なくなります）・💬 話題・↪ 区の資料にないこと
notes-empty = まだありません。
contact-unknown-ward = その区の資料はありません。候補から選んでください。
contact-short-topic = 話題は2文字以上で書いてください。短いと、関係のない施策にも付いてしまいます。
contact-written = 窓口を登録しました
contact-before = 前の登録
channel-title = このチャンネルでの答え方
channel-text = 質問した人が自分で決めた区と言語は、ここでの設定より先に使われます。
channel-ward = 区
channel-language = 言語
channel-private = 答えを質問した人だけに
channel-threads = スレッドで答える
channel-every = すべてのメッセージに答える
channel-needs-intent = メッセージの本文を読むには、開発者ポータルで Message Content を有効にして、ボットを再起動してください。
switch-on = する
switch-off = しない
stats-title = この{ $days }日間
stats-empty = この間、質問はありません。
stats-questions = 質問
stats-questions-text = 全部で{ $asked }件：答えた{ $answered }件（うち、たずねられた項目が資料にないもの{ $partly }件）、どの区かを聞き返した{ $choose }件、答えがなかった{ $unanswered }件、あいさつなど{ $other }件
stats-said = 寄せられた声
stats-resolved = 対応ずみのまちがい { $n }
stats-missing = 資料になかった項目
stats-topics = 答えられなかった質問の上位
stats-time = 答えにかかった時間
stats-time-text = 半分は { $p50 } 以内、95%は { $p95 } 以内
stats-store = 起動してから記録できなかったもの
stats-store-text = 間に合わなかった { $dropped }・書き込みに失敗 { $failed }
export-done = { $n }件を書き出しました（新しい順）。

# For moderators

data-title = 読み込まれている資料
data-document = **{ $ward } { $year } { $status }**
    { $file }：全{ $all }件（施策 { $measures }、概要 { $overviews }）、金額 { $figures }、気になる点 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・資料 { $documents }・施策 { $measures }・見出しをのぞく項目 { $entries }・起動から { $hours } 時間
data-kept = 前の資料のまま動いています。
data-state = 世代とフォルダー
data-check-title = いまのファイルの点検
data-diff-title = 再読込すると変わるところ
data-changed-title = 変わったところ
data-history-title = 残してある世代（* が今の世代）
data-preview-title = 反映すると変わるところ
data-preview-differs = 見ていただいた後で、ファイルか資料が変わりました。もう一度確かめてください。
data-change-gone = この変更は、もう反映されたか、取りやめられています。
data-busy = いま { $who } さんが資料を変更しています。終わってから、もう一度試してください。
data-somebody = ほかの係の方
data-working = 資料を準備しています… { $percent }%
data-no-year = 年度が読み取れません。「令和4年度」や「2022」のように書いてください。
data-file-too-large = ファイルが大きすぎます。{ $max } MBまでです。
data-file-lost = 添付されたファイルを受け取れませんでした。もう一度添付してください。
data-exported = いま読み込まれている内容です。
data-export-large = Discordで送れる大きさを超えています。`madoguchi data export` を使ってください。
