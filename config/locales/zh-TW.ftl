# 繁體中文。文件中的原文維持日語，其餘說明都寫在這裡。

## 文件與出處

document = { $municipality }《{ $title }》
document-about = { $document }，{ $about }
document-updated = { $date }更新
status-draft = 案：尚未正式決定的草案
status-early-draft = 素案：尚未正式決定的初步草案
status-original-draft = 原案：尚未正式決定的原始草案
place = 所在章節：{ $path }
source = 出處：{ $file } { $lines }
lines = 第{ $lines }行
list-separator = 、
quoted = 「{ $text }」
item = ・{ $text }
item-of = ・{ $title }（{ $of }）
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
documents-are-japanese = 文件只有日語版，標題與內文均依原文引用。

## 內容

target = 希望達到的狀態（めざす状態）：
results = { $year }的實際成果（実績）：
results-no-year = 實際成果（実績）：
changes = 文件標明與上一年度不同之處：

## 金額

kind-budget = 預算額「{ $kind }」
kind-estimate = 估算額「{ $kind }」
kind-settlement = 決算額「{ $kind }」
amount-of = { $year }的{ $kind }
budget = 預算：{ $amount }，{ $of }
budget-dash = 預算：{ $of }，文件沒有寫明金額，只印有「-」
budget-within = 其中（うち）：{ $amount }，{ $of }，是上面金額的一部分
budget-separate = 另計（別途）：{ $amount }，{ $of }，不包含在上面的金額裡
budget-separate-dash = 另計（別途）：{ $of }，文件沒有寫明金額
budget-before = 上一年度：{ $amount }，{ $year }
budget-before-dash = 上一年度：{ $year }，文件沒有寫明金額
budget-before-none = 上一年度：文件沒有寫明上一年度的金額。
budget-change = 增減：{ $change }，{ $percent }
budget-change-only = 增減：{ $change }
budget-same = 增減：與上一年度相同
budget-covered = 這項預算屬於概要中的「{ $title }」（{ $lines }），除本項目外還可能包括其他內容。
budget-none = 預算：文件沒有寫明本項目的預算額。
budget-in-text = 預算：文件沒有把金額寫作本項目的預算額。正文中的金額請在出處所列的行確認。
budget-printed = 文件原文：{ $text }

## 聯絡方式

contact = 聯絡方式：{ $contact }
contact-with = 聯絡方式：{ $contact }（{ $remarks }）
contact-phone = 電話 { $phone }
contact-fax = 傳真 { $fax }
contact-page = 發布該網頁的單位
contact-as-of = 截至{ $date }的資訊
contact-source = 出處：{ $source }
contact-config = 文件沒有寫明本項目的聯絡方式。上面的聯絡方式由本服務的營運者另行登記，可能已有變更。
contact-no-phone = 文件沒有寫明電話號碼。
contact-none = 聯絡方式：文件沒有寫明本項目的聯絡方式。
chapter = ・{ $heading }：{ $titles }
chapter-more = ・{ $heading }：{ $titles }等{ $count }項
chapter-unnamed = ・{ $titles }
chapter-unnamed-more = ・{ $titles }等{ $count }項
contents-changes = 以下項目在文件中標有與上年度不同之處。
contents-next = 想了解詳情，請用項目的名稱再問一次。
contents-choose = 請用市、區和項目的名稱再問一次。
office-topics = 負責：{ $topics }
office-topics-more = 負責：{ $topics }等
offices-config = 來源不是文件的聯絡方式由本服務的營運者登記，可能已有變動。
desks = 這個話題的窗口：

## 問到而文件裡沒有的內容

missing = 本項目沒有寫明以下內容：{ $slots }
slot-budget = 金額
slot-contact = 聯絡方式
slot-time = 日期、時間或期間
slot-place = 地點
slot-documents = 所需文件或攜帶物品
slot-procedure = 申請或辦理方法
slot-eligibility = 對象與條件
slot-price = 費用或發放金額
slot-results = 實際成果
slot-target = 希望達到的狀態
slot-changes = 與上一年度的不同之處
slot-list = 一覽表或名單

## 答案前後的說明

others = 其他相關項目：
urgent = 如果您現在有危險，請立即撥打110（警察）或119（急救、消防）。
choose = 有{ $count }份文件符合您的問題。您想了解哪一個？
choose-many = 許多市、區的文件中都有符合的項目。您想了解哪個市或區？
choose-ward = 請加上市或區的名稱（{ $names }）再問一次。
choose-year = 請加上年度再問一次：{ $names }
understood = 對問題的理解：{ $parts }
near = 文件中相近的話題如下，它們並不是對您問題的回答。
try = 請用「防災」「育兒」等簡短的詞，或加上市、區的名稱再問一次。
try-words = 請用「防災」「育兒」等簡短的詞再問一次。
try-ward = 具體手續與最新通知，請向您居住地的市公所或區公所確認。
intent-budget = 預算
intent-compare = 與上一年度比較
intent-contact = 聯絡方式
intent-results = 實際成果
intent-target = 希望達到的狀態
intent-changes = 變更之處
intent-ranking = 排名
intent-total = 合計
intent-versus = 對照

## 無法回答時

reason-other-municipality = 這裡沒有{ $name }的文件，因此無法回答。
reason-other-year = 這裡沒有{ $year }的文件。
reason-nothing-near = 這裡的文件中沒有您問的內容。
reason-nothing-of = 在{ $of }的文件中沒有找到關於{ $names }的內容。
reason-blank-section = 文件中有「{ $heading }」這一標題，但沒有寫出內容。
reason-no-changes = 這份文件沒有標明與上一年度的不同之處。
reason-no-amounts = 您詢問的文件沒有寫明金額。
reason-no-amounts-of = { $names }的文件沒有寫明金額。
reason-no-such-amounts = 您詢問的文件中沒有這樣金額的項目。
reason-too-many-amounts = 金額太多，無法一併比較。請寫明市或區的名稱和年度，再問一次。
reason-no-contacts = { $names }的文件沒有寫明洽詢處。
reason-nothing-to-compare = 您詢問的文件沒有寫明上一年度的金額，因此無法回答增減。
reason-empty = 您的問題好像是空的。請寫下您想了解的事情。
reason-nonsense = 抱歉，沒能讀懂您的問題。請用一句簡短的話來寫。
reason-greeting = 您好。這裡是依據區公所的方針與預算文件回答問題的窗口，可以查詢措施、預算和聯絡方式。請寫下您想了解的事情。
reason-thanks = 不客氣。如果還有想了解的事情，歡迎隨時提問。
reason-chatter = 這裡回答有關區公所方針與預算文件的問題。請詢問區裡的措施。
reason-steering = 這裡只回答區公所方針與預算文件中寫明的內容。請詢問區裡的措施。
reason-distress = 謝謝您願意說出來。您一定非常難受。我只是從區公所文件中查找答案的自動程式，無法提供諮詢。如果您現在有生命危險，請撥打119（急救）或110（警察）。請不要獨自承受，和身邊的人、居住地的區公所或醫療機構談一談。
reason-too-long = 您的問題太長，無法讀取。請簡短地寫下想了解的事情。

## 同時查看多項預算時

ranking-largest = 依金額由大到小：
ranking-smallest = 依金額由小到大：
ranking-rise = 依比上一年度增加的金額由大到小：
ranking-fall = 依比上一年度減少的金額由大到小：
ranking-rise-rate = 依比上一年度增加的比例由大到小：
ranking-fall-rate = 依比上一年度減少的比例由大到小：
ranking-same = 與上一年度金額相同的項目：
ranking-none = 文件所列的金額中沒有符合的項目。
ranking-rate = 依增減率來看，排在最前的是{ $title }：{ $change }，{ $percent }
ranking-covers = 只比較文件中寫明金額的項目，不包括未寫明金額的項目與「別途」（另計）的金額，並非區的全部預算。
ranked = { $number }. { $title }：{ $amount }，{ $of }
ranked-no-amount = { $number }. { $title }：{ $of }，文件沒有寫明金額
ranked-separate = { $number }. { $title }：另計（別途）{ $amount }，{ $of }
ranked-before = 上一年度{ $amount }，{ $year }，增減{ $change }，{ $percent }
ranked-before-only = 上一年度{ $amount }，{ $year }，增減{ $change }
ranked-before-same = 上一年度{ $amount }，{ $year }，沒有增減
total = 合計：{ $amount }，{ $of }，共{ $count }項之和
total-before = 上一年度合計：{ $amount }，{ $year }，相同項目之和
total-separate = 另計（別途）的 { $amount }不包含在合計裡。
total-without = 有{ $count }項沒有寫明金額（「-」），不包含在合計裡。
total-covers = 這只是文件中寫明金額的項目的合計，並非區的全部預算。
total-nearest = 這是把您所問的各項中最接近的一個項目的金額相加的結果，不包括其他相關項目。
no-total = 不計算部分項目的合計。以下是最接近的項目。
no-versus = 未能找到各項的金額，無法比較。以下是最接近的項目。
total-items = 明細：
versus = 金額對照：
versus-difference = { $title }多 { $amount }。
versus-difference-separate = 不計「別途」（另計）的金額，{ $title }多 { $amount }。
versus-equal = 金額相同。
versus-unlike = 年度或金額種類不同，不能直接比較。
list-heading = 文件中寫明的金額：
list-covers = 這裡只列出文件中設有金額欄的項目，並非區的全部預算。
more = 另有{ $count }項未顯示。

## 圖表

chart-compare = 預算與上一年度對照
chart-amounts = 文件中寫明的金額
chart-changes = 預算增減：與上一年度相比
chart-years = 各年度金額：{ $title }
chart-up = 增加額（▲）
chart-down = 減少額（▼）
chart-no-amount = 沒有寫明金額（「-」）
chart-not-printed = 沒有寫明
chart-apart = { $note } { $amount }
chart-change = { $mark } { $change }，{ $percent }
chart-change-only = { $mark } { $change }
chart-same = 沒有增減
chart-from-to = { $before } → { $now }
chart-left-out = 有{ $count }項無法與上一年度比較，未列入圖中。
chart-before = 上一年度
chart-year-in = { $year }，見{ $document }
chart-bar = { $series }為{ $text }
chart-row = { $label }：{ $values }

## 讀音與詞語解釋

title-reading = 讀音：{ $reading }
glossary = 詞語解釋（由本服務撰寫，並非文件中的文字）：
glossary-none = 這裡沒有附帶解釋的詞語。
glossary-word = ・{ $word }：{ $text }
glossary-word-read = ・{ $word }（{ $reading }）：{ $text }
glossary-word-spoken = { $word }。{ $text }
glossary-word-read-spoken = { $word }，{ $reading }。{ $text }

## 供朗讀（名稱以 -spoken 結尾的句子只用於螢幕閱讀器顯示）

spoken-up = 增加{ $value }
spoken-down = 減少{ $value }
spoken-percent = 百分之{ $number }
spoken-range = { $first }至{ $last }
item-spoken = { $text }
item-of-spoken = { $title }，{ $of }
budget-spoken = 預算是{ $amount }，{ $of }。
budget-dash-spoken = 預算沒有寫明金額，文件中只印有一條橫線，{ $of }。
budget-before-spoken = 上一年度是{ $amount }，{ $year }。
budget-change-spoken = 與上一年度相比，{ $change }，即{ $percent }。
budget-change-only-spoken = 與上一年度相比，{ $change }。
ranking-rate-spoken = 依增減率來看，排在最前的是{ $title }，{ $change }，即{ $percent }。
ranked-spoken = 第{ $number }項，{ $title }，{ $amount }，{ $of }。
ranked-no-amount-spoken = 第{ $number }項，{ $title }，沒有寫明金額，{ $of }。
ranked-separate-spoken = 第{ $number }項，{ $title }，另計{ $amount }，{ $of }。
ranked-before-spoken = 上一年度{ $amount }，{ $year }，{ $change }，即{ $percent }。
ranked-before-only-spoken = 上一年度{ $amount }，{ $year }，{ $change }。
ranked-before-same-spoken = 上一年度{ $amount }，{ $year }，沒有增減。
total-without-spoken = 有{ $count }項沒有寫明金額，不包含在合計裡。
chart-up-spoken = 增加額
chart-down-spoken = 減少額
chart-no-amount-spoken = 沒有寫明金額
chart-change-spoken = { $change }，即{ $percent }
chart-change-only-spoken = { $change }
chart-from-to-spoken = 從{ $before }到{ $now }

## 終端機操作

explain = 查找的詞：{ $terms }（是答案的可能性 { $confidence }）
explain-hit = { $rank }. { $title }（{ $id }）得分 { $score }
measures-none = 沒有項目。
measures-count = 共{ $count }項
measures-id = 編號
measures-title = 項目
measures-amount = 金額
check-ok = 沒有發現異常。
check-summary = 文件{ $documents }份，項目{ $measures }項；錯誤{ $errors }處，警告{ $warnings }處，提示{ $notes }處
severity-error = 錯誤
severity-warning = 警告
severity-note = 提示
index-built = 已建立索引：文件{ $documents }份，項目{ $measures }項（{ $fingerprint }）
index-unchanged = 索引是最新的：文件{ $documents }份，項目{ $measures }項（{ $fingerprint }）
index-stale = 索引已過時：文件{ $documents }份，項目{ $measures }項（{ $fingerprint }）。下次提問或執行 `madoguchi index` 時會重新建立。
index-pinned = 已退回到之前的版本：{ $documents }份文件，{ $measures }個項目（{ $fingerprint }）。用 `madoguchi data reload` 讀取資料夾的內容。
index-none = 還沒有索引。請執行 `madoguchi index` 建立。
index-building = 正在建立索引
chat-welcome = 請詢問有關區公所文件的問題。輸入 :help 查看用法，輸入 :quit 結束。
chat-prompt = 問題>
chat-help =
    請直接寫下問題，也可以接著問，例如「它的預算是多少？」
    :ward 名稱   只回答該市或區的內容；只輸入 :ward 則恢復為全部
    :lang 代碼   更改回答的語言：ja、ja-easy、en、zh-CN、zh-TW、ko
    :new         忘記之前的對話
    :quit        結束
chat-ward = 接下來只回答{ $name }的內容。
chat-ward-any = 接下來回答所有市與區的內容。
chat-lang = 接下來用繁體中文回答。
chat-new = 已忘記之前的對話。
chat-unknown = 沒有「{ $command }」這個指令。輸入 :help 查看用法。

## 文件維護（data）

data-document-counts = 項目{ $entries }（措施{ $measures }、概要{ $overviews }），金額{ $figures }，可疑之處{ $odd }
data-totals = 共{ $documents }份文件，{ $entries }個項目
data-generation = 版本：{ $name }（{ $time } 由 { $by } 建立，{ $size } MB）
data-generations = 保留的版本：{ $count }
data-by-start = 啟動時自動建立
data-pinned = { $by } 於 { $time } 退回到此版本。下次重新讀取之前，都用此版本回答。
data-folders-same = 與資料夾的內容一致。
data-folders-changed = 資料夾的內容已改變。重新讀取後生效。
data-folders-unreadable = 無法讀取資料夾：{ $reason }
data-behind = 另一個程序已切換版本。這裡仍用之前的版本回答。
data-staged = 等待生效的變更：
data-staged-none = 沒有等待生效的變更。
data-staged-add = { $id } 新增：{ $document }（{ $by }，{ $time }）
data-staged-replace = { $id } 取代：{ $document }（{ $by }，{ $time }）
data-staged-remove = { $id } 刪除：{ $document }（{ $by }，{ $time }）
data-go-on = 要生效請執行 `madoguchi data apply`，要放棄請執行 `madoguchi data cancel`。
data-cancelled = 已放棄：{ $documents }
data-past = { $name }　{ $time }　{ $by }　{ $documents }份文件，{ $entries }個項目
data-past-first = 未與之前的版本比較。
data-no-change = 沒有變化。
data-counts-documents = 文件：新增{ $added }，刪除{ $removed }，變更{ $changed }
data-counts-measures = 項目：新增{ $added }，刪除{ $removed }，變更{ $changed }，編號變更{ $moved }，金額變更{ $amounts }
data-nothing = （無）
data-reloaded = 已生效：{ $documents }份文件，{ $entries }個項目，可疑之處{ $odd }（{ $name }）
data-unchanged = 沒有變化：{ $documents }份文件，{ $entries }個項目，可疑之處{ $odd }（{ $name }）
data-read = 重新讀取的文件：{ $count }
data-rolled-back = 已從 { $from } 退回到 { $to }。
data-rolled-back-pinned = 下次重新讀取之前，即使重新啟動也用此版本回答。
data-answers = { $count }個問題中，答案會改變的有{ $changed }個
outcome-answered = 回答
outcome-choose = 詢問是哪份文件
outcome-suggested = 顯示相近話題
outcome-not-found = 找不到
field-title = 標題
field-municipality = 市區町村
field-year = 年度
field-status = 狀態
field-updated = 更新日期
field-file = 檔案
field-kind = 種類
field-number = 編號
field-path = 所在位置
field-body = 內容
field-target = 目標狀態
field-results = 實績
field-results-year = 實績年度
field-changes = 變更點
field-related = 相關項目
field-contact = 洽詢處

## 讀取文件時發現的異常（check）

diagnostic-unreadable = 檔案無法讀取
diagnostic-not-text = 這似乎不是文字檔
diagnostic-too-long = 太長，未讀取。請分成幾份文件
diagnostic-too-many-entries = 項目太多，此處以後未讀取。請分成幾份文件
diagnostic-undecodable = 有無法辨識的字元
diagnostic-no-measure = 沒有讀出任何項目
diagnostic-no-year = 年度不明，請寫入 config/documents.toml
diagnostic-no-municipality = 市區町村不明，請寫入 config/documents.toml
diagnostic-no-unit = 金額沒有單位
diagnostic-unbalanced-bracket = 括號不成對
diagnostic-duplicate-number = 編號重複
diagnostic-missing-cell = 表格缺少儲存格
diagnostic-unread-text = 不屬於任何項目的文字
diagnostic-empty-section = 標題下沒有內容
diagnostic-odd-kanji = 疑似辨識錯誤的字
diagnostic-expected-without-measure = 預設問題所對應的項目不在文件中
diagnostic-expected-without-document = 預設問題檔案所對應的文件不在資料夾中，檔名可能有誤
diagnostic-facts-without-document = 此處所寫的文件不在資料夾中，名稱可能有誤
diagnostic-unknown-municipality = gazetteer.csv 中沒有這個市區町村的名稱；如果寫錯了，就與提問中的名稱對不上
diagnostic-unread-kind = 這是不讀取的檔案類型或資料夾；只讀取以下類型
diagnostic-duplicate-document = 另有同名（副檔名不同）的文件
diagnostic-pdf-without-text = PDF 檔案不會直接讀取，請用以下指令取出文字
diagnostic-sum-differs = 合計與各項之和不符
diagnostic-difference-differs = 增減與兩個金額之差不符
diagnostic-odd-number = 數字寫法不自然，可能辨識有誤
diagnostic-fact-differs = config/documents.toml 與本文不一致
diagnostic-thesaurus-weight = 權重須大於0且不超過1
diagnostic-thesaurus-never-met = 假名詞過短，無法在提問中辨識
diagnostic-thesaurus-no-terms = 該詞無法用於檢索
diagnostic-thesaurus-itself = 該詞指向其自身
diagnostic-thesaurus-apart = 法律上不同的詞：權重請設為0.7以下
diagnostic-glossary-unexplained = 這個詞沒有該語言的解釋
diagnostic-glossary-duplicate = 這個詞在詞表中重複

## 執行（doctor、backup、restore）

doctor-line = { $check }：{ $text }
doctor-ok = [正常]
doctor-advice = [建議]
doctor-todo = [待處理]
doctor-unchecked = [未檢查]
doctor-config = 設定
doctor-seeds = 文件
doctor-index = 索引
doctor-store = 紀錄
doctor-disk = 磁碟
doctor-fonts = 字型
doctor-clock = 時鐘
doctor-token = 權杖
doctor-gateway = 連線
doctor-intents = 意圖（Intents）
doctor-server = 伺服器
doctor-commands = 指令
doctor-after-others = 請先解決其他問題再檢查。
doctor-offline = 未詢問 Discord（--offline）。
doctor-no-token = 沒有可用的權杖，無法檢查。
doctor-unreachable = 無法連到 Discord，不能檢查。
doctor-refused = Discord 回應了 { $status }。
doctor-silent = 無法詢問 Discord：{ $reason }
doctor-silent-do = 請稍後重試；若仍不行，請檢查網路和 https://discordstatus.com。
doctor-config-ok = 已讀取 { $path }。
doctor-config-absent = { $path } 中沒有 { $names }，或者是空的。
doctor-config-absent-do = 沒有也能執行，但會少知道一些說法和地名，能回答的問題也會減少。請複製程式附帶的檔案。
doctor-seeds-ok = 已讀取{ $documents }份文件（{ $folder }）。
doctor-seeds-none = { $folder } 中沒有文件。
doctor-seeds-none-do = 請放入文件；如果文件在別處，請確認資料夾的名稱和掛載情況。
doctor-seeds-errors = { $documents }份文件中有{ $errors }處錯誤（{ $folder }）。
doctor-seeds-errors-do = 請用 `madoguchi check` 查看位置並修正文件。
doctor-index-ok = { $name }（{ $documents }份文件），與資料夾的內容一致。
doctor-index-stale = { $name }（{ $documents }份文件）。資料夾的內容已改變，下次啟動或重新讀取時會重新建立。
doctor-index-pinned = { $name }（{ $documents }份文件）。已退回到之前的版本，直到下次重新讀取。
doctor-index-none = 還沒有索引，首次啟動時會建立。
doctor-index-format = 由其他版本的程式建立，下次啟動時會重新建立。
doctor-not-writable = 無法寫入 { $folder }：{ $error }
doctor-not-writable-do = 請修正資料夾的擁有者或權限，或用 --index、MADOGUCHI_INDEX 指定其他資料夾。
doctor-store-ok = 沒有問題（{ $size } MB）。
doctor-store-none = 還沒有，機器人首次啟動時會建立。
doctor-store-unusable = 無法使用：{ $error }
doctor-store-no-key = 缺少識別使用者的金鑰（user-hash.key），將找不到使用者的設定。
doctor-store-unusable-do = 請停止機器人，用 `madoguchi restore` 從備份還原；沒有備份時，把索引資料夾中的 madoguchi.sqlite 移走，會新建一個。
doctor-open = 其他使用者也能讀取 { $path }。
doctor-open-do = 請執行 `chmod 600 { $path }`。
doctor-disk-ok = 剩餘 { $free } MB（需要 { $needed } MB）。
doctor-disk-low = 僅剩 { $free } MB（需要 { $needed } MB）。
doctor-disk-low-do = 請騰出空間，或減小 [index] 的 keep-generations。
doctor-disk-unknown = 此系統無法檢查。
doctor-fonts-ok = { $path }
doctor-fonts-none = 沒有日語字型，圖表將以字元顯示。
doctor-fonts-other = 設定的 { $chosen } 不能顯示日語，改用 { $file }。
doctor-fonts-do = 請安裝日語字型（如 fonts-noto-cjk），或寫入 [chart] 的 font。
doctor-clock-ok = 與 Discord 的時鐘相差{ $seconds }秒。
doctor-clock-off = 與 Discord 的時鐘相差{ $seconds }秒。
doctor-clock-off-do = 請校準本機時間（如使用 NTP）。
doctor-token-ok = 已作為 { $name }（{ $id }）被接受。
doctor-token-there = 已設定，但未確認 Discord 是否接受。
doctor-token-none = 沒有設定。
doctor-token-none-do = 請在開發者入口網站的 Bot 頁面產生，並設定 DISCORD_TOKEN，或把檔案寫入 [discord] 的 token-file。
doctor-token-refused = Discord 拒絕了它。
doctor-token-refused-do = 請在開發者入口網站的 Bot 頁面重新產生並更新。
doctor-gateway-ok = 可以連線（分片 { $shards }，今天還可啟動{ $remaining }次）。
doctor-gateway-spent = 今天可啟動的次數已用完。
doctor-gateway-spent-do = 請查看記錄檔是否在反覆重啟；一天內會恢復。
doctor-intents-none = 不需要特權意圖。
doctor-intents-ok = Message Content 已開啟。
doctor-intents-missing = 有頻道設為回答所有訊息，但 Message Content 未開啟。
doctor-intents-missing-do = 請在開發者入口網站的 Bot 頁面開啟 Message Content。
doctor-server-ok = 在 { $name } 擁有所需的權限。
doctor-server-missing = 在 { $name } 缺少權限：{ $permissions }
doctor-server-missing-do = 請在伺服器設定中授予機器人身分組，或重新邀請：{ $url }
doctor-server-none = 機器人未加入任何伺服器。
doctor-server-none-do = 請用此網址邀請：{ $url }
doctor-server-several = 機器人加入了{ $count }個伺服器，每個伺服器的管理人員都能更改文件。
doctor-server-several-do = 請只把自己的伺服器寫入 [discord] 的 moderator-servers：{ $ids }
doctor-commands-ok = 已註冊{ $count }個。
doctor-commands-other = Discord 上的指令與此版本不同。
doctor-commands-other-do = `madoguchi serve` 啟動時會註冊。
doctor-summary-well = 沒有需要處理的問題。未檢查：{ $unchecked }，待處理：{ $todo }
doctor-summary = 請按 → 後的說明處理。待處理：{ $todo }，未檢查：{ $unchecked }
backup-done = 已備份到 { $file }（{ $size } MB，版本 { $generation }）。其中含有識別使用者的金鑰，請勿交給他人。
backup-no-generation = 無
restore-done = 已從 { $file } 還原。備份時的版本：{ $generation }
restore-kept = 之前的內容保留在 { $folder }。
