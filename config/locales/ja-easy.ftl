# やさしい日本語。出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」にそって書きます。
# 一つの文に一つのこと。「です・ます」で終える。二重の否定を使わない。むずかしい言葉には（ ）で説明をつける。

## 文書と掲載箇所

document = { $municipality }「{ $title }」
document-about = { $document }。{ $about }
document-updated = { $date }に新しくした文書
status-draft = 案（まだ決まっていません）
status-early-draft = 素案（案を作る前のものです。まだ決まっていません）
status-original-draft = 原案（もとの案です。まだ決まっていません）
place = 書いてあるところ: { $path }
source = もとの文書: { $file } { $lines }
lines = { $lines }行
list-separator = 、
quoted = 「{ $text }」
item = ・{ $text }
item-of = ・{ $title }（{ $of }）
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
documents-are-japanese = 文書の言葉は、そのまま書いています。むずかしいときは、区役所で聞いてください。

## 中身

target = めざす状態（こうなったらよい、という目標）:
results = { $year }の実績（したこと）:
results-no-year = 実績（したこと）:
changes = 前の年度から変わったところ:

## 金額

kind-budget = { $kind }（使う予定のお金）
kind-estimate = { $kind }（使うと考えているお金）
kind-settlement = { $kind }（本当に使ったお金）
amount-of = { $year }の{ $kind }
budget = お金: { $amount }です。これは、{ $of }です。
budget-dash = お金: 金額は文書に書いてありません。文書には「-」とあります。{ $of }のところです。
budget-within = そのうち: { $amount }です。これは、{ $of }です。上の金額に入っています。
budget-separate = 別のお金: { $amount }です。これは、{ $of }です。上の金額には入っていません。
budget-separate-dash = 別のお金: 金額は文書に書いてありません。{ $of }のところです。
budget-before = 前の年度: { $amount }です。これは、{ $year }のお金です。
budget-before-dash = 前の年度: 金額は文書に書いてありません。{ $year }のところです。
budget-before-none = 前の年度: 前の年度の金額は、文書に書いてありません。
budget-change = ちがい: { $change }。{ $percent }です。「+」は増えた、「-」は減ったという意味です。
budget-change-only = ちがい: { $change }です。「+」は増えた、「-」は減ったという意味です。
budget-same = ちがい: 前の年度と同じ金額です。
budget-covered = このお金は、文書の「{ $title }」（{ $lines }）の分です。ほかの取組（すること）の分も入っていることがあります。
budget-none = お金: これに使うお金は、この文書に書いてありません。
budget-in-text = お金: これに使うお金がいくらかは、はっきり書いてありません。文の中のお金は、文書を見てください。
budget-printed = 文書の言葉: { $text }

## 問い合わせ先

contact = 聞くところ: { $contact }
contact-with = 聞くところ: { $contact }（{ $remarks }）
contact-phone = 電話 { $phone }
contact-fax = ファックス { $fax }
contact-page = このページを作ったところです
contact-as-of = { $date }の情報です
contact-source = ここで調べました: { $source }
contact-config = この文書に、聞くところは書いてありません。上の電話番号は、別に調べたものです。今はちがうかもしれません。
contact-no-phone = 電話番号は、この文書に書いてありません。
contact-none = 聞くところ: 聞くところは、この文書に書いてありません。
chapter = ・{ $heading }: { $titles }
chapter-more = ・{ $heading }: { $titles }など{ $count }個
chapter-unnamed = ・{ $titles }
chapter-unnamed-more = ・{ $titles }など{ $count }個
contents-changes = 前の年度から変わったところに、しるしがある取組（すること）です。
contents-next = もっと知りたいときは、上の名前を書いて、聞いてください。
contents-choose = もっと知りたいときは、市や区と上の名前を書いて、聞いてください。
office-topics = ここで聞けること: { $topics }
office-topics-more = ここで聞けること: { $topics }など
offices-config = 文書に書いていない電話番号は、このボットの運営者が入れたものです。変わっているかもしれません。
desks = このことを聞くところ:

## たずねられたのに文書にないこと

missing = 次のことは、文書のこの部分に書いてありません: { $slots }
slot-budget = 金額
slot-contact = 聞くところ
slot-time = 日にちや時間
slot-place = 場所
slot-documents = 必要な紙や持ち物
slot-procedure = 申し込みのしかた
slot-eligibility = だれが使えるか
slot-price = かかるお金、もらえるお金
slot-results = 実績（したこと）
slot-target = 目標
slot-changes = 前の年度から変わったところ
slot-list = 名前や場所のリスト

## 答えのまわり

others = ほかに関係があること:
urgent = 今、あぶないときは、すぐに電話してください。警察は110番です。救急車は119番です。
choose = 合う文書が{ $count }つあります。どれを知りたいですか。
choose-many = たくさんの市や区の文書にあります。どの市や区のことを知りたいですか。
choose-ward = 市や区の名前をつけて、もう一度聞いてください。名前は { $names }です。
choose-year = 年度をつけて、もう一度聞いてください。年度は { $names }です。
understood = 質問の中身: { $parts }
near = 文書の中の、近い話です。質問の答えではありません。
try = 短い言葉で、もう一度聞いてください。例: 「防災（地震などにそなえること）」「子育て」
try-words = 短い言葉で、もう一度聞いてください。例: 「防災（地震などにそなえること）」「子育て」
try-ward = 手続き（役所ですること）や新しいお知らせは、市役所や区役所で聞いてください。
intent-budget = 予算（使うお金）
intent-compare = 前の年度とのちがい
intent-contact = 聞くところ
intent-results = 実績（したこと）
intent-target = 目標
intent-changes = 変わったところ
intent-ranking = 順番
intent-total = 合計（全部のお金）
intent-versus = くらべること

## 答えられないとき

reason-other-municipality = { $name }の文書は、ここにありません。だから、答えることができません。
reason-other-year = { $year }の文書は、ここにありません。
reason-nothing-near = 質問の答えは、ここにある文書に書いてありません。
reason-nothing-of = { $of }の文書では、{ $names }のことは見つかりませんでした。
reason-blank-section = 文書に「{ $heading }」という題があります。でも、中身は書いてありません。
reason-no-changes = 前の年度から変わったところは、この文書に書いてありません。
reason-no-amounts = お金のことは、この文書に書いてありません。
reason-no-amounts-of = { $names }の文書には、お金のことが書いてありません。
reason-no-such-amounts = そのようなお金の取組（すること）は、この文書にありません。
reason-too-many-amounts = 金額がたくさんあるので、くらべることができません。市や区の名前と、何年度かを書いて、もう一度聞いてください。
reason-no-contacts = { $names }の文書には、聞くところが書いてありません。
reason-nothing-to-compare = 前の年度のお金は、この文書に書いてありません。ふえたか、へったかは、わかりません。
reason-empty = 質問が入っていません。知りたいことを書いてください。
reason-nonsense = すみません。質問の意味がわかりませんでした。短い文で書いてください。
reason-greeting = こんにちは。わたしは、区の文書を読んで質問に答えるプログラムです。区がすること、使うお金、聞くところを答えます。知りたいことを書いてください。
reason-thanks = どういたしまして。また聞いてください。
reason-chatter = わたしは、区の文書のことだけに答えます。区がすることを聞いてください。
reason-steering = わたしは、区の文書に書いてあることだけに答えます。区がすることを聞いてください。
reason-distress = 話してくれて、ありがとうございます。とてもつらいのですね。わたしは人ではありません。区の文書を読んで答えるプログラムです。相談を聞くことができません。今、命があぶないときは、119番（救急車）か110番（警察）に電話してください。近くにいる人や、区役所、病院の人に話してください。
reason-too-long = 質問が長いです。読むことができませんでした。短く書いてください。

## いくつもの予算を合わせて見るとき

ranking-largest = 金額が大きい順番:
ranking-smallest = 金額が小さい順番:
ranking-rise = 前の年度からたくさん増えた順番:
ranking-fall = 前の年度からたくさん減った順番:
ranking-rise-rate = 前の年度から増えた割合が大きい順番:
ranking-fall-rate = 前の年度から減った割合が大きい順番:
ranking-same = 前の年度と同じ金額のもの:
ranking-none = 合うものは、文書の金額の中に見つかりませんでした。
ranking-rate = 何%変わったかで見ると、一番は{ $title }です。{ $change }。{ $percent }です。
ranking-covers = 文書に金額が書いてあるものだけです。金額がないものと「別途」（別のお金）は入っていません。区のお金の全部ではありません。
ranked = { $number }. { $title }: { $amount }。{ $of }
ranked-no-amount = { $number }. { $title }: 金額は文書に書いてありません。{ $of }
ranked-separate = { $number }. { $title }: 別途（別のお金） { $amount }。{ $of }
ranked-before = 前の年度 { $amount }。{ $year }。ちがい { $change }。{ $percent }
ranked-before-only = 前の年度 { $amount }。{ $year }。ちがい { $change }
ranked-before-same = 前の年度 { $amount }。{ $year }。同じ金額です
total = 合計: { $amount }です。{ $count }個の金額をたしました。これは、{ $of }です。
total-before = 前の年度の合計: { $amount }です。{ $year }の同じものをたしました。
total-separate = 「別途」（別のお金）の { $amount }は、合計に入っていません。
total-without = 金額が書いてないもの（「-」）が{ $count }個あります。合計に入っていません。
total-covers = 文書に金額が書いてあるものだけの合計です。区のお金の全部ではありません。
total-nearest = 聞かれたことの、いちばん近いものの金額を、1つずつ足しました。ほかの関係があるものは入っていません。
no-total = いくつかのものだけの合計は出していません。いちばん近いものです。
no-versus = お金をくらべることはできませんでした。いちばん近いものです。
total-items = 中身:
versus = お金をくらべます:
versus-difference = { $title }のほうが { $amount }多いです。
versus-difference-separate = 「別途」（別のお金）をのぞくと、{ $title }のほうが { $amount }多いです。
versus-equal = 同じ金額です。
versus-unlike = 年度やお金の種類がちがいます。そのままくらべることはできません。
list-heading = 文書に書いてある金額:
list-covers = 文書に金額のところがあるものだけです。区のお金の全部ではありません。
more = ほかに{ $count }個あります。

## 絵（お金のグラフ）

chart-compare = お金: 前の年度とくらべます
chart-amounts = 文書に書いてある金額
chart-changes = お金のちがい: 前の年度とくらべます
chart-years = 年度ごとの金額: { $title }
chart-up = 増えたお金（▲）
chart-down = 減ったお金（▼）
chart-no-amount = 金額は書いてありません（「-」）
chart-not-printed = 書いてありません
chart-apart = { $note } { $amount }
chart-change = { $mark } { $change } { $percent }
chart-change-only = { $mark } { $change }
chart-same = 同じ金額
chart-from-to = { $before } → { $now }
chart-left-out = 前の年度の金額とくらべることができないものが{ $count }個あります。絵には入っていません。
chart-before = 前の年度
chart-year-in = { $year }（{ $document }）
chart-bar = { $series }は{ $text }
chart-row = { $label }: { $values }

## 読みがなと、くわしい言葉

title-reading = 読み方: { $reading }
glossary = むずかしい言葉の説明（わたしが書きました。文書の言葉ではありません）:
glossary-none = むずかしい言葉は、見つかりませんでした。
glossary-word = ・{ $word }: { $text }
glossary-word-read = ・{ $word }（{ $reading }）: { $text }
glossary-word-spoken = { $word }。{ $text }
glossary-word-read-spoken = { $word }、{ $reading }。{ $text }

## 耳で聞くとき

spoken-up = { $value }増えました
spoken-down = { $value }減りました
spoken-percent = { $number }パーセント
spoken-range = { $first }から{ $last }
item-spoken = { $text }
item-of-spoken = { $title }。{ $of }のものです。
budget-spoken = お金は、{ $amount }です。これは、{ $of }です。
budget-dash-spoken = 金額は、文書に書いてありません。文書には、横の線だけがあります。{ $of }のところです。
budget-before-spoken = 前の年度は、{ $amount }です。これは、{ $year }のお金です。
budget-change-spoken = 前の年度から、{ $change }。割合では、{ $percent }。
budget-change-only-spoken = 前の年度から、{ $change }。
ranking-rate-spoken = 割合で見ると、一番は{ $title }です。{ $change }。割合では、{ $percent }。
ranked-spoken = { $number }番は、{ $title }です。{ $amount }です。{ $of }です。
ranked-no-amount-spoken = { $number }番は、{ $title }です。金額は書いてありません。{ $of }です。
ranked-separate-spoken = { $number }番は、{ $title }です。別のお金です。{ $amount }です。{ $of }です。
ranked-before-spoken = 前の年度は、{ $amount }です。{ $year }のお金です。{ $change }。割合では、{ $percent }。
ranked-before-only-spoken = 前の年度は、{ $amount }です。{ $year }のお金です。{ $change }。
ranked-before-same-spoken = 前の年度は、{ $amount }です。{ $year }のお金です。同じ金額です。
total-without-spoken = 金額が書いてないものが{ $count }個あります。合計に入っていません。
chart-up-spoken = 増えたお金
chart-down-spoken = 減ったお金
chart-no-amount-spoken = 金額は書いてありません
chart-change-spoken = { $change }。割合では、{ $percent }
chart-change-only-spoken = { $change }
chart-from-to-spoken = { $before }から{ $now }

## 端末での操作

explain = 探した言葉: { $terms }（答えである見込み { $confidence }）
explain-hit = { $rank }. { $title }（{ $id }）点数 { $score }
measures-none = 何もありません。
measures-count = 全部で{ $count }個
measures-id = 番号
measures-title = 名前
measures-amount = お金
check-ok = おかしいところはありません。
check-summary = 文書{ $documents }個、項目{ $measures }個。まちがい{ $errors }個、注意{ $warnings }個、お知らせ{ $notes }個
severity-error = まちがい
severity-warning = 注意
severity-note = お知らせ
index-built = 索引（探すためのデータ）を作りました: 文書{ $documents }個、項目{ $measures }個（{ $fingerprint }）
index-unchanged = 索引（探すためのデータ）は新しいです: 文書{ $documents }個、項目{ $measures }個（{ $fingerprint }）
index-stale = 索引（探すためのデータ）が古いです: 文書{ $documents }個、項目{ $measures }個（{ $fingerprint }）。`madoguchi index` で新しくします。
index-pinned = 前のデータにもどしています: 文書{ $documents }個、項目{ $measures }個（{ $fingerprint }）。`madoguchi data reload` で新しくします。
index-none = 索引（探すためのデータ）はまだありません。`madoguchi index` で作ります。
index-building = 索引を作っています
chat-welcome = 区の文書のことを聞いてください。使い方を見るときは :help、終わるときは :quit と書きます。
chat-prompt = 質問>
chat-help =
    質問を書いてください。「その予算は？」のように、続けて聞くこともできます。
    :ward 名前   その市や区のことだけを答えます。:ward だけ書くと、もとにもどります
    :lang 記号   答えの言葉を変えます。ja、ja-easy、en、zh-CN、zh-TW、ko があります
    :new         前の話をわすれます
    :quit        終わります
chat-ward = { $name }のことを答えます。
chat-ward-any = 全部の市や区のことを答えます。
chat-lang = やさしい日本語で答えます。
chat-new = 前の話をわすれました。
chat-unknown = 「{ $command }」はありません。:help と書くと、使い方が出ます。

## 文書の手入れ（data）

data-document-counts = 項目{ $entries }個（施策{ $measures }個、概要{ $overviews }個）、金額{ $figures }個、おかしいところ{ $odd }個
data-totals = 全部で文書{ $documents }個、項目{ $entries }個
data-generation = 世代（せだい。作ったデータ）: { $name }。{ $time }に{ $by }が作りました。{ $size } MBです。
data-generations = 残っている世代: { $count }個
data-by-start = プログラム
data-pinned = { $time }に{ $by }がこの世代にもどしました。次に読みなおすまで、この世代で答えます。
data-folders-same = フォルダーと同じです。
data-folders-changed = フォルダーの中が変わっています。読みなおすと、新しくなります。
data-folders-unreadable = フォルダーを読むことができません: { $reason }
data-behind = ほかのプログラムが世代を変えました。ここでは、まだ前の世代で答えています。
data-staged = まだ入れていない変更:
data-staged-none = まだ入れていない変更はありません。
data-staged-add = { $id } 足す: { $document }（{ $by }、{ $time }）
data-staged-replace = { $id } 入れかえる: { $document }（{ $by }、{ $time }）
data-staged-remove = { $id } 消す: { $document }（{ $by }、{ $time }）
data-go-on = 入れるときは `madoguchi data apply`、やめるときは `madoguchi data cancel` を使ってください。
data-cancelled = やめました: { $documents }
data-past = { $name }　{ $time }　{ $by }　文書{ $documents }個、項目{ $entries }個
data-past-first = 前の世代とくらべていません。
data-no-change = 変わるところはありません。
data-counts-documents = 文書: 足す{ $added }個、消す{ $removed }個、変わる{ $changed }個
data-counts-measures = 項目: 足す{ $added }個、消す{ $removed }個、変わる{ $changed }個、番号が変わる{ $moved }個、金額が変わる{ $amounts }個
data-nothing = （ありません）
data-reloaded = 新しくしました: 文書{ $documents }個、項目{ $entries }個、おかしいところ{ $odd }個（{ $name }）
data-unchanged = 変わったところはありません: 文書{ $documents }個、項目{ $entries }個、おかしいところ{ $odd }個（{ $name }）
data-read = 読みなおした文書: { $count }個
data-rolled-back = { $from } から { $to } にもどしました。
data-rolled-back-pinned = 次に読みなおすまで、この世代で答えます。プログラムを始めなおしても同じです。
data-answers = 質問{ $count }個のうち、{ $changed }個の答えが変わります。
outcome-answered = 答える
outcome-choose = どの文書かを聞く
outcome-suggested = 近い話を見せる
outcome-not-found = 見つからない
field-title = 題名（だいめい）
field-municipality = 市や区
field-year = 年度
field-status = 状態（案など）
field-updated = 新しくした日
field-file = ファイル
field-kind = 種類
field-number = 番号
field-path = 書いてあるところ
field-body = 中身
field-target = めざす状態
field-results = 実績（したこと）
field-results-year = 実績の年度
field-changes = 変わったところ
field-related = 関係がある項目
field-contact = 聞くところ

## 文書を読んだときに気づいたこと（check）

diagnostic-unreadable = 読むことができないファイルです
diagnostic-not-text = 文章のファイルではないようです
diagnostic-too-long = 長すぎるので、読みませんでした。いくつかの文書に分けてください
diagnostic-too-many-entries = 項目が多すぎるので、ここから後は読みませんでした。いくつかの文書に分けてください
diagnostic-undecodable = 読むことができない字があります
diagnostic-no-measure = 項目を読み取ることができませんでした
diagnostic-no-year = 年度がわかりません。config/documents.toml に書いてください
diagnostic-no-municipality = 市や区がわかりません。config/documents.toml に書いてください
diagnostic-no-unit = 金額に単位（円、千円など）がありません
diagnostic-unbalanced-bracket = かっこの数が合いません
diagnostic-duplicate-number = 同じ番号がほかにもあります
diagnostic-missing-cell = 表の中のますが足りません
diagnostic-unread-text = どの項目の文かわかりません
diagnostic-empty-section = 題だけで、中身がありません
diagnostic-odd-kanji = まちがって読み取ったような字があります
diagnostic-expected-without-measure = 質問の例に合う項目が、文書にありません
diagnostic-expected-without-document = 質問の例のファイルに合う文書が、フォルダーにありません
diagnostic-facts-without-document = ここに書いてある文書が、フォルダーにありません
diagnostic-unknown-municipality = 市や区の名前のリスト（gazetteer.csv）にない名前です。まちがっていると、質問の名前と合いません
diagnostic-unread-kind = このファイルやフォルダーは読みません。読むのは、次のファイルだけです
diagnostic-duplicate-document = 同じ名前の文書がほかにもあります
diagnostic-pdf-without-text = PDFは、このままでは読みません。次のコマンドを使ってください
diagnostic-sum-differs = 合計がまちがっているかもしれません
diagnostic-difference-differs = 増えた金額や減った金額がまちがっているかもしれません
diagnostic-odd-number = 数字がおかしいです。読みまちがいかもしれません
diagnostic-fact-differs = config/documents.toml と文書がちがいます
diagnostic-thesaurus-weight = 重みは 0より大きくて、1までの 数です
diagnostic-thesaurus-never-met = みじかすぎる かなの ことばです。質問の 中で 見つかりません
diagnostic-thesaurus-no-terms = 検索に 使うことが できない ことばです
diagnostic-thesaurus-itself = 同じ ことばです
diagnostic-thesaurus-apart = 法律で ちがう ことばです。重みを 0.7までに してください
diagnostic-glossary-unexplained = この言葉の説明が、この言語にありません
diagnostic-glossary-duplicate = この言葉は、前にもあります

## 運用（doctor、backup、restore）

doctor-line = { $check }: { $text }
doctor-ok = [よい]
doctor-advice = [おすすめ]
doctor-todo = [直す]
doctor-unchecked = [まだ]
doctor-config = 設定
doctor-seeds = 文書
doctor-index = 索引
doctor-store = 記録
doctor-disk = ディスク
doctor-fonts = フォント（文字の形）
doctor-clock = 時計
doctor-token = トークン（かぎ）
doctor-gateway = つながり
doctor-intents = インテント
doctor-server = サーバー
doctor-commands = コマンド
doctor-after-others = ほかを直してから、もう一度見てください。
doctor-offline = Discordに聞いていません（--offline）。
doctor-no-token = 使えるトークンがないので、わかりません。
doctor-unreachable = Discordにつながらないので、わかりません。
doctor-refused = Discordが { $status } と答えました。
doctor-silent = Discordに聞くことができません: { $reason }
doctor-silent-do = 少し待って、もう一度ためしてください。だめなときは、ネットワークと https://discordstatus.com を見てください。
doctor-config-ok = { $path } を読みました。
doctor-config-absent = { $path } に { $names } がないか、中に何もありません。
doctor-config-absent-do = なくても動きます。でも、答えられる質問が少なくなります。プログラムに付いているファイルをコピーしてください。
doctor-seeds-ok = 文書を { $documents }個 読みました（{ $folder }）。
doctor-seeds-none = { $folder } に文書がありません。
doctor-seeds-none-do = 文書を入れてください。ほかの場所にあるときは、フォルダーの名前を見てください。
doctor-seeds-errors = 文書 { $documents }個の中に、まちがいが { $errors }個 あります（{ $folder }）。
doctor-seeds-errors-do = `madoguchi check` で場所を見て、直してください。
doctor-index-ok = { $name }（文書 { $documents }個）。フォルダーと同じです。
doctor-index-stale = { $name }（文書 { $documents }個）。フォルダーの中が変わりました。次に始めるときか、読みなおすときに、新しくします。
doctor-index-pinned = { $name }（文書 { $documents }個）。前のデータにもどしています。次に読みなおすまで、変わりません。
doctor-index-none = まだありません。はじめに動かしたときに、作ります。
doctor-index-format = ちがう版のプログラムで作りました。次に始めるときに、作りなおします。
doctor-not-writable = { $folder } に書くことができません: { $error }
doctor-not-writable-do = フォルダーの許可を直してください。または、--index で ほかのフォルダーを使ってください。
doctor-store-ok = だいじょうぶです（{ $size } MB）。
doctor-store-none = まだありません。ボットをはじめに動かしたときに、作ります。
doctor-store-unusable = 使うことができません: { $error }
doctor-store-no-key = 人を見わけるかぎ（user-hash.key）がありません。人の設定が、わからなくなります。
doctor-store-unusable-do = ボットを止めて、`madoguchi restore` で前のファイルにもどしてください。
doctor-open = { $path } を、ほかの人も読むことができます。
doctor-open-do = `chmod 600 { $path }` を実行してください。
doctor-disk-ok = あと { $free } MB 使うことができます（{ $needed } MB いります）。
doctor-disk-low = あと { $free } MB しかありません（{ $needed } MB いります）。
doctor-disk-low-do = いらないファイルを消してください。または、[index] の keep-generations を小さくしてください。
doctor-disk-unknown = このコンピューターでは、わかりません。
doctor-fonts-ok = { $path }
doctor-fonts-none = 日本語のフォントがありません。図は、文字で作ります。
doctor-fonts-other = { $chosen } は日本語に使うことができません。{ $file } を使います。
doctor-fonts-do = 日本語のフォント（fonts-noto-cjk など）を入れてください。
doctor-clock-ok = Discordの時計と { $seconds }秒 ちがいます。だいじょうぶです。
doctor-clock-off = Discordの時計と { $seconds }秒 ちがいます。
doctor-clock-off-do = このコンピューターの時計を合わせてください。
doctor-token-ok = { $name }（{ $id }）として使うことができます。
doctor-token-there = あります。使うことができるかどうかは、まだわかりません。
doctor-token-none = ありません。
doctor-token-none-do = Discordの開発者ポータルで作ってください。DISCORD_TOKEN か、[discord] の token-file に書きます。
doctor-token-refused = Discordは、このトークンをことわりました。
doctor-token-refused-do = Discordの開発者ポータルで新しく作って、入れなおしてください。
doctor-gateway-ok = つながります（シャード { $shards }、今日はあと { $remaining }回）。
doctor-gateway-spent = 今日つなぐことができる回数が、なくなりました。
doctor-gateway-spent-do = 何度も始めなおしていないか、ログを見てください。明日、またつながります。
doctor-intents-none = 特別なインテントは、いりません。
doctor-intents-ok = Message Content が入っています。
doctor-intents-missing = 全部のメッセージに答えるチャンネルがあります。でも、Message Content が切れています。
doctor-intents-missing-do = Discordの開発者ポータルで、Message Content を入れてください。
doctor-server-ok = { $name } で、必要な許可があります。
doctor-server-missing = { $name } で、許可が足りません: { $permissions }
doctor-server-missing-do = サーバーの設定で許可してください。または、もう一度招待してください: { $url }
doctor-server-none = どのサーバーにも入っていません。
doctor-server-none-do = ここから招待してください: { $url }
doctor-server-several = { $count }個のサーバーに入っています。どのサーバーの係の人も、文書を変えることができます。
doctor-server-several-do = 自分のサーバーだけを、[discord] の moderator-servers に書いてください: { $ids }
doctor-commands-ok = { $count }個 登録しています。
doctor-commands-other = Discordにあるコマンドが、この版とちがいます。
doctor-commands-other-do = `madoguchi serve` で始めると、登録します。
doctor-summary-well = 直すものはありません。わからないもの: { $unchecked }、直すもの: { $todo }
doctor-summary = → のところを見て、直してください。直すもの: { $todo }、わからないもの: { $unchecked }
backup-done = { $file } に写しを作りました（{ $size } MB、世代 { $generation }）。大切なかぎも入っています。ほかの人に、わたさないでください。
backup-no-generation = なし
restore-done = { $file } からもどしました。写しを作ったときの世代: { $generation }
restore-kept = 前のものは { $folder } にあります。
