# 日本語。住民と担当者に見せる文は、すべてこのファイルにあります。
# 名前（= の左）は変えず、文だけを書きかえてください。{ $… } には値が入ります。

## 文書と掲載箇所

# 例: 大阪市港区「令和3年度 港区運営方針(案)概要」（決定前の案）
document = { $municipality }「{ $title }」
document-about = { $document }（{ $about }）
document-updated = { $date }更新
status-draft = 決定前の案
status-early-draft = 決定前の素案
status-original-draft = 決定前の原案
place = 掲載箇所: { $path }
source = 出典: { $file } { $lines }
lines = { $lines }行
list-separator = 、
quoted = 「{ $text }」
item = ・{ $text }
item-of = ・{ $title }（{ $of }）
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
# 文書と同じ言語なので、何も言いません。
documents-are-japanese = { "" }

## 中身

target = めざす状態:
results = 実績（{ $year }）:
results-no-year = 実績:
changes = 前の年度から変わったと示されている点:

## 金額

kind-budget = { $kind }
kind-estimate = { $kind }
kind-settlement = { $kind }
amount-of = { $year } { $kind }
budget = 予算: { $amount }（{ $of }）
budget-dash = 予算: 金額の記載がありません（{ $of }。文書の表記は「-」です）
budget-within = うち: { $amount }（{ $of }）。上の金額の一部です。
budget-separate = 別途: { $amount }（{ $of }）。上の金額には入っていません。
budget-separate-dash = 別途: 金額の記載がありません（{ $of }）
budget-before = 前の年度: { $amount }（{ $year }）
budget-before-dash = 前の年度: 金額の記載がありません（{ $year }）
budget-before-none = 前の年度: この文書に記載がありません。
budget-change = 増減: { $change }（{ $percent }）
budget-change-only = 増減: { $change }
budget-same = 増減: なし（前の年度と同じ額）
budget-covered = この予算は、概要の「{ $title }」（{ $lines }）に書かれたものです。この項目だけでなく、ほかの取組の分も含むことがあります。
budget-none = 予算: この項目の予算額は、この文書に記載がありません。
budget-in-text = 予算: この項目の予算額としての記載はありません。文の中の金額は、出典の行でお確かめください。
budget-printed = 文書の表記: { $text }

## 問い合わせ先

contact = 問い合わせ先: { $contact }
contact-with = 問い合わせ先: { $contact }（{ $remarks }）
contact-phone = 電話 { $phone }
contact-fax = ファックス { $fax }
contact-page = このページを出している部署
contact-as-of = { $date }時点
contact-source = 出典: { $source }
contact-config = この項目の問い合わせ先は、文書に記載がありません。上の連絡先は、この窓口の運営者が別に登録したものです。変わっていることがあります。
contact-no-phone = 電話番号は、この文書に記載がありません。
contact-none = 問い合わせ先: この項目の問い合わせ先は、この文書に記載がありません。
chapter = ・{ $heading }: { $titles }
chapter-more = ・{ $heading }: { $titles }など{ $count }件
chapter-unnamed = ・{ $titles }
chapter-unnamed-more = ・{ $titles }など{ $count }件
contents-changes = 前の年度から変わった点として、文書に印がある項目です。
contents-next = くわしく知りたい項目の名前で、もう一度おたずねください。
contents-choose = 市や区と項目の名前で、もう一度おたずねください。
office-topics = 担当: { $topics }
office-topics-more = 担当: { $topics }など
offices-config = 文書にない連絡先は、この窓口の運営者が別に登録したものです。変わっていることがあります。
desks = この話題の窓口:

## たずねられたのに文書にないこと

missing = 次のことは、この項目には書かれていません: { $slots }
slot-budget = 金額
slot-contact = 問い合わせ先
slot-time = 日時や期間
slot-place = 場所
slot-documents = 必要な書類や持ち物
slot-procedure = 申し込みや手続きの方法
slot-eligibility = 対象になる人や条件
slot-price = 費用や支給される額
slot-results = 実績
slot-target = めざす状態
slot-changes = 前の年度からの変更点
slot-list = 一覧や名簿

## 答えのまわり

others = ほかに関係がある項目:
urgent = いま身の危険を感じるときは、ためらわずに110番（警察）か119番（救急）に電話してください。
choose = 当てはまる文書が{ $count }つあります。どれについてお知りになりたいですか。
choose-many = 当てはまる項目が、多くの市や区の文書にあります。どの市や区についてお知りになりたいですか。
choose-ward = 知りたい市や区の名前（{ $names }）を付けて、もう一度おたずねください。
choose-year = 知りたい年度（{ $names }）を付けて、もう一度おたずねください。
understood = 受け取った内容: { $parts }
near = 文書にある近い話題です。おたずねへの答えではありません。
try = 「防災」「子育て」のような短い言葉にするか、市や区の名前を付けて、もう一度おたずねください。
try-words = 「防災」「子育て」のような短い言葉で、もう一度おたずねください。
try-ward = 手続きのしかたや最新のお知らせは、お住まいの市役所や区役所にお確かめください。
intent-budget = 予算
intent-compare = 前の年度との比較
intent-contact = 問い合わせ先
intent-results = 実績
intent-target = めざす状態
intent-changes = 変更点
intent-ranking = 順位
intent-total = 合計
intent-versus = くらべること

## 答えられないとき

reason-other-municipality = { $name }の文書は、ここにはありません。そのため、お答えできません。
reason-other-year = おたずねに合う{ $year }の文書は、ここにはありません。
reason-nothing-near = おたずねのことは、ここにある文書では見つかりませんでした。
reason-nothing-of = { $of }の文書では、{ $names }については見つかりませんでした。
reason-blank-section = 文書に「{ $heading }」という見出しはありますが、その中身は書かれていません。
reason-no-changes = この文書には、前の年度から変わった点を示す印が見つかりません。
reason-no-amounts = おたずねの文書には、金額の記載がありません。
reason-no-amounts-of = { $names }の文書には、金額の記載がありません。
reason-no-such-amounts = おたずねの文書には、そのような金額の項目がありません。
reason-too-many-amounts = 対象の金額が多すぎて、まとめて比べることができません。市や区の名前と年度を付けて、もう一度おたずねください。
reason-no-contacts = { $names }の文書には、問い合わせ先の記載がありません。
reason-nothing-to-compare = おたずねの文書には、前の年度の金額の記載がありません。そのため、増減はお答えできません。
reason-empty = ご質問が空のようです。知りたいことを言葉で書いてください。
reason-nonsense = すみません、ご質問を読み取れませんでした。知りたいことを短い文で書いてください。
reason-greeting = こんにちは。区の方針や予算の文書から、取組・予算・問い合わせ先をお答えする窓口です。知りたいことをお書きください。
reason-thanks = どういたしまして。ほかに知りたいことがあれば、いつでもおたずねください。
reason-chatter = ここは、区の方針や予算の文書についてお答えする窓口です。区の取組のことでしたら、おたずねください。
reason-steering = ここでは、区の方針や予算の文書に書いてあることだけをお答えします。区の取組について、おたずねください。
reason-distress = 話してくださって、ありがとうございます。とてもつらいお気持ちなのだと思います。わたしは区の文書から答えを探すだけの自動応答で、ご相談を受けることができません。いま命の危険を感じるときは、119番（救急）か110番（警察）に電話してください。ひとりで抱えず、近くにいる人や、お住まいの区役所、かかりつけの医療機関に声をかけてください。
reason-too-long = ご質問が長すぎて読み取れませんでした。知りたいことを短くまとめて書いてください。

## いくつもの予算を合わせて見るとき

ranking-largest = 金額が大きい順:
ranking-smallest = 金額が小さい順:
ranking-rise = 前の年度から増えた額が大きい順:
ranking-fall = 前の年度から減った額が大きい順:
ranking-rise-rate = 前の年度から増えた割合が大きい順:
ranking-fall-rate = 前の年度から減った割合が大きい順:
ranking-same = 前の年度と同じ額のもの:
ranking-none = 当てはまるものは、文書の金額の中に見つかりませんでした。
ranking-rate = 増減の率で見ると、いちばんは{ $title }です: { $change }（{ $percent }）
ranking-covers = 文書に金額が書かれている項目だけで比べています。金額のない項目と「別途」の金額は入っていません。区の予算のすべてではありません。
ranked = { $number }. { $title }: { $amount }（{ $of }）
ranked-no-amount = { $number }. { $title }: 金額の記載がありません（{ $of }）
ranked-separate = { $number }. { $title }: 別途 { $amount }（{ $of }）
ranked-before = 前の年度 { $amount }（{ $year }）、増減 { $change }（{ $percent }）
ranked-before-only = 前の年度 { $amount }（{ $year }）、増減 { $change }
ranked-before-same = 前の年度 { $amount }（{ $year }）、増減なし
total = 合計: { $amount }（{ $of }、{ $count }件の合計）
total-before = 前の年度の合計: { $amount }（{ $year }、同じ項目の合計）
total-separate = 「別途」と書かれた { $amount }は、合計に入っていません。
total-without = 金額の記載がありません（「-」）という項目が{ $count }件あり、合計に入っていません。
total-covers = 文書に金額が書かれている項目だけの合計です。区の予算のすべてではありません。
total-nearest = おたずねのそれぞれについて、いちばん近い項目の金額を足したものです。ほかに関係がある項目の金額は入っていません。
no-total = 一部の項目だけの合計は出していません。いちばん近い項目をお見せします。
no-versus = それぞれの金額がそろわないため、くらべることはできません。いちばん近い項目をお見せします。
total-items = 内訳:
versus = 金額をくらべると:
versus-difference = { $title }のほうが{ $amount }多くなっています。
versus-difference-separate = 「別途」をのぞくと、{ $title }のほうが{ $amount }多くなっています。
versus-equal = 同じ額です。
versus-unlike = 年度や金額の種類が異なるため、そのままでは比べられません。
list-heading = 文書に書かれている金額:
list-covers = 文書に金額の欄がある項目だけの一覧です。区の予算のすべてではありません。
more = ほかに{ $count }件あります。

## 図（予算のグラフ）

chart-compare = 予算額: 前の年度とくらべて
chart-amounts = 文書に書かれている金額
chart-changes = 予算の増減: 前の年度とくらべて
chart-years = 年度ごとの金額: { $title }
chart-up = 増えた額（▲）
chart-down = 減った額（▼）
chart-no-amount = 金額の記載なし（「-」）
chart-not-printed = 記載なし
chart-apart = { $note } { $amount }
chart-change = { $mark } { $change }（{ $percent }）
chart-change-only = { $mark } { $change }
chart-same = 増減なし
chart-from-to = { $before } → { $now }
chart-left-out = 前の年度の金額とくらべられない{ $count }件は、入っていません。
chart-before = 前の年度
chart-year-in = { $year }（{ $document }）
chart-bar = { $series }は{ $text }
chart-row = { $label }: { $values }

## 読みがなと、くわしい言葉

# ほかの言語だけで使います。
title-reading = 読み: { $reading }
glossary = くわしい言葉（この窓口の説明です。文書に書かれた言葉ではありません）:
glossary-none = 説明を用意している言葉は、この中にありません。
glossary-word = ・{ $word }: { $text }
glossary-word-read = ・{ $word }（{ $reading }）: { $text }
glossary-word-spoken = { $word }。{ $text }
glossary-word-read-spoken = { $word }、{ $reading }。{ $text }

## 耳で聞くとき（名前の終わりが -spoken の文は、読み上げ用の表示だけで使います）

spoken-up = { $value }の増加
spoken-down = { $value }の減少
spoken-percent = { $number }パーセント
spoken-range = { $first }から{ $last }
item-spoken = { $text }
item-of-spoken = { $title }。{ $of }のものです。
budget-spoken = 予算は、{ $amount }です。{ $of }です。
budget-dash-spoken = 予算の金額は、書かれていません。{ $of }の欄には、横線だけがあります。
budget-before-spoken = 前の年度は、{ $amount }です。{ $year }の額です。
budget-change-spoken = 前の年度からの増減は、{ $change }です。割合では、{ $percent }です。
budget-change-only-spoken = 前の年度からの増減は、{ $change }です。
ranking-rate-spoken = 増減の率で見ると、いちばんは{ $title }です。{ $change }で、割合では{ $percent }です。
ranked-spoken = { $number }番目は、{ $title }。{ $amount }です。{ $of }です。
ranked-no-amount-spoken = { $number }番目は、{ $title }。金額の記載がありません。{ $of }です。
ranked-separate-spoken = { $number }番目は、{ $title }。別途、{ $amount }です。{ $of }です。
ranked-before-spoken = 前の年度は{ $amount }、{ $year }です。{ $change }で、割合では{ $percent }です。
ranked-before-only-spoken = 前の年度は{ $amount }、{ $year }です。{ $change }です。
ranked-before-same-spoken = 前の年度は{ $amount }、{ $year }です。増減はありません。
total-without-spoken = 金額の記載がない項目が{ $count }件あり、合計に入っていません。
chart-up-spoken = 増えた額
chart-down-spoken = 減った額
chart-no-amount-spoken = 金額の記載なし
chart-change-spoken = { $change }、割合では{ $percent }
chart-change-only-spoken = { $change }
chart-from-to-spoken = { $before }から{ $now }へ

## 端末での操作

explain = 探した言葉: { $terms }（答えである見込み { $confidence }）
explain-hit = { $rank }. { $title }（{ $id }）点数 { $score }
measures-none = 項目がありません。
measures-count = { $count }項目
measures-id = 番号
measures-title = 項目
measures-amount = 金額
check-ok = 気になる点はありません。
check-summary = { $documents }文書、{ $measures }項目。誤り{ $errors }、注意{ $warnings }、参考{ $notes }
severity-error = 誤り
severity-warning = 注意
severity-note = 参考
index-built = 索引を作りました: { $documents }文書、{ $measures }項目（{ $fingerprint }）
index-unchanged = 索引は最新です: { $documents }文書、{ $measures }項目（{ $fingerprint }）
index-stale = 索引は古くなっています: { $documents }文書、{ $measures }項目（{ $fingerprint }）。次の質問か `madoguchi index` で作り直されます。
index-pinned = 前の世代に戻してあります: { $documents }文書、{ $measures }項目（{ $fingerprint }）。`madoguchi data reload` でフォルダーの中身に切り替わります。
index-none = 索引はまだありません。`madoguchi index` で作られます。
index-building = 索引を作っています
chat-welcome = 区の文書についておたずねください。使い方は :help、終わるには :quit と入力します。
chat-prompt = 質問>
chat-help =
    質問をそのまま書いてください。「その予算は？」のように続けてたずねることもできます。
    :ward 名前   その市や区だけについて答えます（:ward だけで元に戻します）
    :lang 記号   答えの言語を変えます（ja、ja-easy、en、zh-CN、zh-TW、ko）
    :new         それまでの話を忘れます
    :quit        終わります
chat-ward = これからは{ $name }について答えます。
chat-ward-any = すべての市や区について答えます。
chat-lang = 日本語で答えます。
chat-new = それまでの話を忘れました。
chat-unknown = 「{ $command }」という操作はありません。:help で使い方を見られます。

## 文書の手入れ（data）

data-document-counts = 項目{ $entries }（うち施策{ $measures }、概要{ $overviews }）、金額{ $figures }、気になる点{ $odd }
data-totals = 全部で{ $documents }文書、{ $entries }項目
data-generation = 世代: { $name }（{ $time } 作成、作成者 { $by }、{ $size } MB）
data-generations = 残してある世代: { $count }
data-by-start = 起動時の自動作成
data-pinned = { $time } に { $by } がこの世代に戻しました。次の再読込まで、この世代で答えます。
data-folders-same = フォルダーの中身と同じです。
data-folders-changed = フォルダーの中身が変わっています。再読込すると反映されます。
data-folders-unreadable = フォルダーを読めません: { $reason }
data-behind = 別のプロセスが世代を切り替えました。ここではまだ前の世代で答えています。
data-staged = 反映を待っている変更:
data-staged-none = 反映を待っている変更はありません。
data-staged-add = { $id } 追加: { $document }（{ $by }、{ $time }）
data-staged-replace = { $id } 差し替え: { $document }（{ $by }、{ $time }）
data-staged-remove = { $id } 削除: { $document }（{ $by }、{ $time }）
data-go-on = 反映するには `madoguchi data apply`、やめるには `madoguchi data cancel` を実行してください。
data-cancelled = 取りやめました: { $documents }
data-past = { $name }　{ $time }　{ $by }　{ $documents }文書、{ $entries }項目
data-past-first = 前の世代とは比べていません。
data-no-change = 変わるところはありません。
data-counts-documents = 文書: 追加{ $added }、削除{ $removed }、変更{ $changed }
data-counts-measures = 項目: 追加{ $added }、削除{ $removed }、変更{ $changed }、番号の変更{ $moved }、金額の変更{ $amounts }
data-nothing = （なし）
data-reloaded = 反映しました: { $documents }文書、{ $entries }項目、気になる点{ $odd }（{ $name }）
data-unchanged = 変更はありません。最新です: { $documents }文書、{ $entries }項目、気になる点{ $odd }（{ $name }）
data-read = 読み直した文書: { $count }
data-rolled-back = { $from } から { $to } に戻しました。
data-rolled-back-pinned = 次に再読込するまで、起動し直してもこの世代で答えます。
data-answers = 質問{ $count }件のうち、答えが変わるもの: { $changed }件
outcome-answered = 答える
outcome-choose = どの文書かをたずねる
outcome-suggested = 近い話題を示す
outcome-not-found = 見つからない
field-title = 題名
field-municipality = 市区町村
field-year = 年度
field-status = 状態
field-updated = 更新日
field-file = ファイル
field-kind = 種類
field-number = 番号
field-path = 掲載箇所
field-body = 内容
field-target = めざす状態
field-results = 実績
field-results-year = 実績の年度
field-changes = 変更点
field-related = 関係する項目
field-contact = 問い合わせ先

## 文書を読んだときに気づいたこと（check）

diagnostic-unreadable = 読めないファイルです
diagnostic-not-text = 文章のファイルではないようです
diagnostic-too-long = 長すぎるため、読み込みませんでした。いくつかの文書に分けてください
diagnostic-too-many-entries = 項目が多すぎるため、ここから後は読み込みませんでした。いくつかの文書に分けてください
diagnostic-undecodable = 読めない文字があります
diagnostic-no-measure = 項目を一つも読み取れませんでした
diagnostic-no-year = 年度が分かりません。config/documents.toml に書いてください
diagnostic-no-municipality = 市区町村が分かりません。config/documents.toml に書いてください
diagnostic-no-unit = 金額に単位がありません
diagnostic-unbalanced-bracket = かっこの数が合いません
diagnostic-duplicate-number = 同じ番号がほかにもあります
diagnostic-missing-cell = 表の欄が足りません
diagnostic-unread-text = どの項目のものか分からない文です
diagnostic-empty-section = 見出しの中身がありません
diagnostic-odd-kanji = 読み取りの誤りらしい字があります
diagnostic-expected-without-measure = 想定問答に合う項目が文書にありません
diagnostic-expected-without-document = 想定問答のファイルに合う文書がフォルダーにありません（ファイル名のまちがいかもしれません）
diagnostic-facts-without-document = ここに書かれた文書がフォルダーにありません（名前のまちがいかもしれません）
diagnostic-unknown-municipality = 市区町村の一覧（gazetteer.csv）にない名前です。まちがっていると、質問に出てくる名前と合いません
diagnostic-unread-kind = 読まない種類のファイルかフォルダーです。読むのは次の種類だけです
diagnostic-duplicate-document = 同じ名前（拡張子のちがい）の文書がほかにもあります
diagnostic-pdf-without-text = PDFファイルはそのままでは読みません。次の操作で文章を取り出してください
diagnostic-sum-differs = 合計が内訳の和と合いません
diagnostic-difference-differs = 増減が二つの額の差と合いません
diagnostic-odd-number = 数字の書き方が不自然です（読み取りの誤りかもしれません）
diagnostic-fact-differs = config/documents.toml と本文がちがっています
diagnostic-thesaurus-weight = 重みは0より大きく1以下です
diagnostic-thesaurus-never-met = 短すぎるかなの語で、質問の中で見つかりません
diagnostic-thesaurus-no-terms = 検索に使える語になりません
diagnostic-thesaurus-itself = 同じ語への言い換えです
diagnostic-thesaurus-apart = 法律上ちがう語の言い換えです。重みを0.7以下にしてください
diagnostic-glossary-unexplained = この言葉の説明が、この言語にありません
diagnostic-glossary-duplicate = この言葉は前にもあります

## 運用（doctor、backup、restore）

doctor-line = { $check }: { $text }
doctor-ok = [よし]
doctor-advice = [助言]
doctor-todo = [要対応]
doctor-unchecked = [未確認]
doctor-config = 設定
doctor-seeds = 文書
doctor-index = 索引
doctor-store = 記録
doctor-disk = ディスク
doctor-fonts = フォント
doctor-clock = 時計
doctor-token = トークン
doctor-gateway = 接続
doctor-intents = インテント
doctor-server = サーバー
doctor-commands = コマンド
doctor-after-others = ほかの問題が直ってから確かめられます。
doctor-offline = Discordには尋ねていません（--offline）。
doctor-no-token = 使えるトークンがないので、確かめられません。
doctor-unreachable = Discordに届かないので、確かめられません。
doctor-refused = Discordが { $status } と答えました。
doctor-silent = Discordに尋ねられません: { $reason }
doctor-silent-do = 少し待ってからもう一度確かめ、続くときはネットワークと https://discordstatus.com を見てください。
doctor-config-ok = { $path } を読みました。
doctor-config-absent = { $path } に { $names } がないか、空です。
doctor-config-absent-do = なくても動きますが、言い換えや地名などが分からず、答えられる質問が減ります。プログラムに付いているものを写してください。
doctor-seeds-ok = { $documents }文書を読みました（{ $folder }）。
doctor-seeds-none = { $folder } に文書がありません。
doctor-seeds-none-do = 文書を置いてください。別のところにあるなら、フォルダーの名前や接続を確かめてください。
doctor-seeds-errors = { $documents }文書のうち、誤りが{ $errors }か所あります（{ $folder }）。
doctor-seeds-errors-do = `madoguchi check` で場所と内容を見て、文書を直してください。
doctor-index-ok = { $name }（{ $documents }文書）。フォルダーの中身と同じです。
doctor-index-stale = { $name }（{ $documents }文書）。フォルダーの中身が変わっているので、次の起動か再読込で作り直します。
doctor-index-pinned = { $name }（{ $documents }文書）。以前の世代に戻してあり、次の再読込まで変わりません。
doctor-index-none = まだありません。最初の起動で作ります。
doctor-index-format = ほかの版のプログラムのものです。次の起動で作り直します。
doctor-not-writable = { $folder } に書き込めません: { $error }
doctor-not-writable-do = フォルダーの持ち主と許可を直すか、--index か MADOGUCHI_INDEX で別のフォルダーを指定してください。
doctor-store-ok = 問題ありません（{ $size } MB）。
doctor-store-none = まだありません。ボットの最初の起動で作ります。
doctor-store-unusable = 使えません: { $error }
doctor-store-no-key = 人を見分けるための鍵（user-hash.key）がないので、住民の設定が見つからなくなります。
doctor-store-unusable-do = ボットを止めて、`madoguchi restore` で控えから戻してください。控えがなければ、index フォルダーの madoguchi.sqlite を別の場所に移すと、新しく作られます。
doctor-open = { $path } を、ほかの利用者も読めます。
doctor-open-do = `chmod 600 { $path }` を実行してください。
doctor-disk-ok = 空きは { $free } MB です（{ $needed } MB あれば足ります）。
doctor-disk-low = 空きが { $free } MB しかありません（{ $needed } MB いります）。
doctor-disk-low-do = ディスクを空けるか、[index] の keep-generations を減らしてください。
doctor-disk-unknown = この機械では調べられません。
doctor-fonts-ok = { $path }
doctor-fonts-none = 日本語のフォントがないので、図は文字の棒になります。
doctor-fonts-other = 設定した { $chosen } は日本語に使えないので、{ $file } を使います。
doctor-fonts-do = fonts-noto-cjk などの日本語フォントを入れるか、[chart] の font に書いてください。
doctor-clock-ok = Discordの時計との差は{ $seconds }秒です。
doctor-clock-off = Discordの時計と{ $seconds }秒ちがいます。
doctor-clock-off-do = この機械の時刻を合わせてください（NTPなど）。
doctor-token-ok = { $name }（{ $id }）として受け入れられました。
doctor-token-there = あります。Discordが受け入れるかどうかは確かめていません。
doctor-token-none = ありません。
doctor-token-none-do = 開発者ポータルの Bot のページで作り、環境変数 DISCORD_TOKEN に入れるか、そのファイルを [discord] の token-file に書いてください。
doctor-token-refused = Discordに断られました。
doctor-token-refused-do = 開発者ポータルの Bot のページで新しく作り、入れ直してください。
doctor-gateway-ok = つなげます（シャード { $shards }、きょう残り{ $remaining }回）。
doctor-gateway-spent = きょうつなげる回数を使い切りました。
doctor-gateway-spent-do = 再起動をくり返していないか、ログを見てください。一日たつと戻ります。
doctor-intents-none = 特権インテントは要りません。
doctor-intents-ok = Message Content が入っています。
doctor-intents-missing = すべてのメッセージに答えるチャンネルがありますが、Message Content が切れています。
doctor-intents-missing-do = 開発者ポータルの Bot のページで Message Content を入れてください。
doctor-server-ok = { $name } で必要な権限があります。
doctor-server-missing = { $name } で権限が足りません: { $permissions }
doctor-server-missing-do = サーバー設定でボットのロールに許すか、招待し直してください: { $url }
doctor-server-none = どのサーバーにも入っていません。
doctor-server-none-do = このアドレスから招待してください: { $url }
doctor-server-several = サーバー{ $count }か所に入っていて、どのサーバーの係も資料を変えられます。
doctor-server-several-do = 自分のサーバーだけを [discord] の moderator-servers に書いてください: { $ids }
doctor-commands-ok = { $count }個が登録されています。
doctor-commands-other = Discordにあるものが、この版のものとちがいます。
doctor-commands-other-do = `madoguchi serve` が起動のときに登録します。
doctor-summary-well = 対応が必要なものはありません。確かめられなかったもの: { $unchecked }、要対応: { $todo }
doctor-summary = → の通りに直してください。要対応: { $todo }、確かめられなかったもの: { $unchecked }
backup-done = 控えを { $file } に作りました（{ $size } MB、世代 { $generation }）。住民の記録を見分ける鍵も入っているので、ほかの人に渡さないでください。
backup-no-generation = なし
restore-done = { $file } から戻しました。控えを作ったときの世代: { $generation }
restore-kept = それまでのものは { $folder } に残してあります。
