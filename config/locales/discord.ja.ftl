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
cmd-data-status-about = 読み込まれている資料を見る
cmd-data-reload-name = 再読込
cmd-data-reload-about = 資料を読み込み直す
cmd-desk-name = 係
cmd-desk-about = 答えに寄せられた声を見る（係の方のみ）
cmd-answer-this-name = この質問に答える
choice-document = 資料の順
choice-largest = 金額の大きい順
choice-smallest = 金額の小さい順
choice-rise = 増えた額の大きい順
choice-fall = 減った額の大きい順

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
menu-candidates = ほかの候補
menu-browse = 開くものを選んでください
menu-show = 見たいものを選んでください

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
thousand-yen = { $number }千円
yen = { $number }円
no-amount = 金額の記載なし（「-」）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（前年度と同じ）
budget-covered = この項目をふくむ概要の行「{ $title }」の金額です。この項目だけの金額ではありません。
budget-apart = 別枠：{ $note }（上の金額に足していません）
budget-none = この資料には、この項目の金額は書かれていません。
results-none = この資料には、この項目の実績は書かれていません。
target-none = この資料には、めざす状態は書かれていません。
changes-none = この資料には、前年度からの変更は書かれていません。
contact-none = この資料には、この項目の窓口は書かれていません。
contact-phone = 電話：{ $number }
contact-fax = ファックス：{ $number }
contact-of-page = 資料のページの担当です。
contact-of-document = 資料に書かれている窓口です。
contact-of-config = 資料ではなく、運営者が登録した窓口です。
missing = ※ { $list }は、この資料には書かれていません。
words-title = くわしい言葉
words-footer = この窓口による説明です。資料に書かれた言葉ではありません。
more-rows = …ほか{ $n }件

# Figures

ranking-largest = 金額の大きい予算
ranking-smallest = 金額の小さい予算
ranking-rise = 前年度から増えた予算
ranking-fall = 前年度から減った予算
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
settings-text = 区を決めると、質問に区の名前がないときに使います。言語を決めないと、質問の言語で答えます。設定はボットが再起動するまで覚えています。
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
privacy-text = **保存するもの**
    ・あなたが決めた設定と、チャンネルで選んだ区
    ・「役に立った」「ちがう」「まちがいを知らせる」で送ったことと、そのときの質問
    ・質問と答えのメッセージの組（編集や削除にあわせるため。本文は保存しません）
    どれもメモリーの中だけにあり、ボットが再起動すると消えます。送られた声は係の方（モデレーター）が読みます。
    {""}**保存しないもの**
    質問の本文をログに書きません。つらい話題の質問は、どこにも残しません。
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
error-user = { $error }
error-outdated = このコマンドは古くなっています。Discordを開き直してから、もう一度試してください。
error-message = うまく答えられませんでした。もう一度試してください。
old-button = このボタンは古いため使えません。もう一度質問してください。
cooldown = 質問が続いています。{ $seconds }秒待ってから聞いてください。
moderators-only = このコマンドは係の方（サーバー管理の権限がある人）だけが使えます。
delete-not-yours = 削除できるのは、質問した人と係の方だけです。

# For moderators

data-title = 読み込まれている資料
data-document = **{ $ward } { $year } { $status }**
    { $file }：全{ $all }件（施策 { $measures }、概要 { $overviews }）、気になる点 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・資料 { $documents }・施策 { $measures }・見出しをのぞく項目 { $entries }・起動から { $hours } 時間
data-reloaded = 資料を読み込み直し、反映しました：資料 { $documents }、項目 { $measures }、気になる点 { $odd }
data-unchanged = 資料に変更はありません。最新です：資料 { $documents }、項目 { $measures }、気になる点 { $odd }
data-kept = 前の資料のまま動いています。
desk-title = 寄せられた声
desk-empty = まだありません。
desk-no-question = （質問の記録なし）
desk-footer = メモリーの中だけにあり、再起動すると消えます。
