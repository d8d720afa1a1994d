# What the Discord bot says: Chinese, traditional.

language-name = 繁體中文

# Commands

cmd-ask-name = 提問
cmd-ask-about = 用自己的話詢問區的措施、預算和聯絡窗口
cmd-ask-question-name = 問題
cmd-ask-question-about = 想問的內容
cmd-ask-ward-name = 區
cmd-ask-ward-about = 要問哪個區
cmd-ask-private-name = 僅自己
cmd-ask-private-about = 只讓自己看到回答
cmd-ask-year-name = 年度
cmd-ask-year-about = 要問哪個年度
cmd-measure-name = 措施
cmd-measure-about = 按編號、名稱或內容查找措施
cmd-measure-name-name = 名稱
cmd-measure-name-about = 編號（如 1-2-2）、名稱或內容中的詞
cmd-browse-name = 瀏覽
cmd-browse-about = 透過選單瀏覽區的課題、戰略和措施
cmd-browse-ward-name = 區
cmd-browse-ward-about = 從哪個區開始
cmd-budget-name = 預算
cmd-budget-about = 以表格查看預算和與上年度的增減
cmd-budget-ward-name = 區
cmd-budget-ward-about = 哪個區的預算
cmd-budget-topic-name = 領域
cmd-budget-topic-about = 防災、育兒等
cmd-budget-sort-name = 排序
cmd-budget-sort-about = 按什麼順序排列
cmd-contact-name = 窗口
cmd-contact-about = 查詢應該向哪裡諮詢
cmd-contact-topic-name = 領域
cmd-contact-topic-about = 關於什麼的窗口
cmd-contact-ward-name = 區
cmd-contact-ward-about = 哪個區的窗口
cmd-changes-name = 變更
cmd-changes-about = 查看文件中標明的與上年度的變更
cmd-changes-ward-name = 區
cmd-changes-ward-about = 哪個區的變更
cmd-settings-name = 設定
cmd-settings-about = 設定自己的區和語言
cmd-help-name = 幫助
cmd-help-about = 查看可以問什麼、怎麼問
cmd-privacy-name = 隱私
cmd-privacy-about = 查看、下載或刪除關於自己的記錄
cmd-data-name = 文件
cmd-data-about = 管理已載入的文件（僅管理人員）
cmd-data-status-name = 狀態
cmd-data-status-about = 查看已載入的文件和等待生效的變更
cmd-data-reload-name = 重新載入
cmd-data-reload-about = 重新讀取文件
cmd-data-check-name = 檢查
cmd-data-check-about = 檢查現在的文件（不做任何變更）
cmd-data-diff-name = 差異
cmd-data-diff-about = 查看重新載入會改變什麼、哪些提問的回答會改變
cmd-data-rollback-name = 回復
cmd-data-rollback-about = 回到以前的版本（直到下次重新載入）
cmd-data-rollback-generation-name = 版本
cmd-data-rollback-generation-about = 哪個版本（空白則為前一個）
cmd-data-history-name = 歷史
cmd-data-history-about = 查看保留的版本、由誰建立、改變了什麼
cmd-data-add-name = 新增
cmd-data-add-about = 新增文件（先看檢查結果和變化，再生效）
cmd-data-add-file-name = 附件
cmd-data-add-file-about = 文字檔、Markdown、HTML、CSV或帶文字的PDF
cmd-data-add-ward-name = 區
cmd-data-add-ward-about = 哪個區的文件（空白則從內文讀取）
cmd-data-add-year-name = 年度
cmd-data-add-year-about = 哪個年度的文件（空白則從內文讀取）
cmd-data-add-title-name = 標題
cmd-data-add-title-about = 文件標題（空白則從內文讀取）
cmd-data-add-status-name = 階段
cmd-data-add-status-about = 案、素案等（空白則從內文讀取）
cmd-data-replace-name = 替換
cmd-data-replace-about = 替換文件內容（先看變化，再生效）
cmd-data-replace-document-name = 文件
cmd-data-replace-document-about = 哪個文件
cmd-data-replace-file-name = 附件
cmd-data-replace-file-about = 新內容的檔案
cmd-data-replace-ward-name = 區
cmd-data-replace-ward-about = 哪個區的文件（空白則不變）
cmd-data-replace-year-name = 年度
cmd-data-replace-year-about = 哪個年度的文件（空白則不變）
cmd-data-replace-title-name = 標題
cmd-data-replace-title-about = 文件標題（空白則不變）
cmd-data-replace-status-name = 階段
cmd-data-replace-status-about = 案、素案等（空白則不變）
cmd-data-remove-name = 刪除
cmd-data-remove-about = 移除文件（先看變化，再生效）
cmd-data-remove-document-name = 文件
cmd-data-remove-document-about = 哪個文件
cmd-data-export-name = 匯出
cmd-data-export-about = 以檔案形式取得已載入的資料
cmd-data-export-what-name = 內容
cmd-data-export-what-about = 匯出什麼（空白則為措施）
cmd-data-export-format-name = 格式
cmd-data-export-format-about = 檔案格式（空白則為CSV）
cmd-desk-name = 回饋
cmd-desk-about = 查看沒能回答的問題和回饋，並處理（僅管理人員）
cmd-desk-unanswered-name = 未回答
cmd-desk-unanswered-about = 按意思查看沒能回答的問題
cmd-desk-reports-name = 錯誤回報
cmd-desk-reports-about = 查看收到的錯誤回報並更正
cmd-desk-note-name = 備註
cmd-desk-note-about = 給措施或話題加上管理人員的說明（留空則顯示一覽）
cmd-desk-note-text-name = 說明
cmd-desk-note-text-about = 說明（500字以內）
cmd-desk-note-measure-name = 措施
cmd-desk-note-measure-about = 加在哪項措施下
cmd-desk-note-topic-name = 話題
cmd-desk-note-topic-about = 問到哪個話題時顯示（如「大型垃圾」）
cmd-desk-note-ward-name = 區
cmd-desk-note-ward-about = 用於話題時，僅限哪個區
cmd-desk-contact-name = 窗口
cmd-desk-contact-about = 登記或更正某區某話題的窗口
cmd-desk-contact-ward-name = 區
cmd-desk-contact-ward-about = 哪個區的窗口
cmd-desk-contact-topic-name = 話題
cmd-desk-contact-topic-about = 關於什麼（文件中使用的詞）
cmd-desk-contact-name-name = 部門
cmd-desk-contact-name-about = 部門名稱
cmd-desk-contact-source-name = 出處
cmd-desk-contact-source-about = 在哪裡確認的（網頁地址或文件名）
cmd-desk-contact-phone-name = 電話
cmd-desk-contact-phone-about = 電話號碼
cmd-desk-contact-fax-name = 傳真
cmd-desk-contact-fax-about = 傳真號碼
cmd-desk-contact-date-name = 日期
cmd-desk-contact-date-about = 什麼時候的資訊（2026-11-21、2026-11、2026，留空為今天）
cmd-desk-channel-name = 頻道
cmd-desk-channel-about = 設定在本頻道的回答方式
cmd-desk-stats-name = 統計
cmd-desk-stats-about = 查看提問數、回答情況和缺少的內容
cmd-desk-stats-days-name = 天數
cmd-desk-stats-days-about = 統計最近多少天（留空為30天）
cmd-desk-export-name = 匯出
cmd-desk-export-about = 以檔案形式取得記錄
cmd-desk-export-what-name = 內容
cmd-desk-export-what-about = 匯出什麼（留空為提問）
cmd-desk-export-format-name = 格式
cmd-desk-export-format-about = 檔案格式（留空為CSV）
cmd-answer-this-name = 回答這個問題
choice-document = 按文件順序
choice-largest = 金額從大到小
choice-smallest = 金額從小到大
choice-rise = 增加額從大到小
choice-fall = 減少額從大到小
choice-questions = 提問
choice-feedback = 回饋
choice-notes = 管理人員的說明
choice-audit = 管理操作記錄
choice-measures = 措施
choice-budgets = 金額
choice-contacts = 聯絡窗口
choice-csv = CSV（試算表）
choice-json = JSON（程式）

# Buttons and menus

button-helpful = 有幫助
button-not-helpful = 不對
button-report = 回報錯誤
button-more = 詳細
button-readings = 漢字讀音
button-words = 詞語解釋
button-plain = 螢幕閱讀
button-share = 給大家看
button-delete = 刪除
button-reveal = 只給我看
button-previous = ◀ 上一頁
button-next = 下一頁 ▶
button-back = ↩ 返回上層
button-download = 下載我的資料
button-forget = 刪除我的資料
button-apply = 生效
button-cancel = 取消
menu-candidates = 其他候選
menu-browse = 請選擇要開啟的內容
menu-show = 請選擇要查看的內容
menu-staged = 打開等待生效的變更

# The card

year = { $western }年度（{ $era }）
status = 狀態：{ $status }
source = 出處：{ $title }（{ $file } 第{ $lines }行）
older = ⚠️ 這是{ $year }的文件，現在是{ $today }。請向窗口確認現在的情況。
field-budget = 💴 預算
field-results = 📊 實績
field-results-of = 📊 實績（{ $year }）
field-target = 🎯 目標狀態
field-changes = 🔄 變更
field-contact = ☎️ 窗口
field-desks = ☎️ 這個話題的窗口
thousand-yen = { $number }千日圓
yen = { $number }日圓
no-amount = 未寫明金額（「-」）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（與上年度相同）
budget-covered = 這是包含本項目的概要行「{ $title }」的預算，不一定是本項目單獨的預算。
budget-apart = 另列：{ $note }（未加入上面的金額）
budget-part = 其中：{ $note }（上面金額的一部分）
budget-none = 文件中沒有寫本項目的金額。
budget-in-text = 文件沒有把金額寫作本項目的預算額。正文中的金額請在出處所列的行確認。
results-none = 文件中沒有寫本項目的實績。
target-none = 文件中沒有寫本項目的目標狀態。
changes-none = 本項目中沒有標出與上年度相比的變更。
contact-none = 文件中沒有寫本項目的窗口。
contact-phone = 電話：{ $number }
contact-fax = 傳真：{ $number }
contact-of-page = 文件網頁的負責部門。
contact-of-document = 文件中寫明的窗口。
contact-of-config = 不是文件中的內容，由營運者登記。
missing = ※ 本項目中沒有寫：{ $list }。
words-title = 詞語解釋
words-footer = 由本機器人解釋，並非文件中的文字。
more-rows = …另有{ $n }項

# Figures

ranking-largest = 金額大的預算
ranking-smallest = 金額小的預算
ranking-rise = 比上年度增加的預算
ranking-fall = 比上年度減少的預算
ranking-rise-rate = 比上年度增加比例大的預算
ranking-fall-rate = 比上年度減少比例大的預算
ranking-same = 與上年度相同的預算
ranking-by-rate = 按增減比例則是「{ $title }」：{ $change }
total-title = 預算合計
total = **{ $ward } { $label }：{ $amount }**（{ $n }項合計）
total-without = 不含未寫金額的{ $n }項。
total-apart = 不含另列的{ $amount }。
total-previous = 相同項目上年度的合計：{ $amount }
total-covers = 只是文件中寫明金額的行的合計，不是區的全部預算。
versus-title = 預算對比
list-title = 預算一覽
differ-both = ⚠️ 年度和金額種類不同，不能直接比較。
differ-years = ⚠️ 年度不同，不能直接比較。
differ-kinds = ⚠️ 金額種類（預算額、估算額等）不同，不能直接比較。
budget-nothing = 文件中沒有符合的預算。請換個區或領域試試。

# Questions without an answer

choose-title = 您指的是哪一個？
suggested-title = 文件中沒有答案
suggested-near = 相近的項目：
not-found-title = 沒有找到
friendly-title = 這裡是窗口
understood = 理解到的內容：{ $list }
try-this = **可以這樣問**
    ・大阪市港區的防災預算是多少？
    ・海嘯時去哪裡避難？
    ・育兒措施和諮詢窗口
gone = 文件更新後，這個項目已經沒有了。請重新提問。
changed-since = ℹ️ 上次顯示之後文件已更新。這是現在的內容。
discreet = 為了不讓別人看到，請用下面的按鈕查看回答。
browse-title = 措施一覽
browse-root = 所有的區
changes-title = 與上年度的變更

# Settings, privacy, help

settings-title = 我的設定
settings-text = 問題裡沒有寫區名時，使用您設定的區。不選語言時，用問題的語言回答。設定會保留到您更改或刪除為止。
settings-ward = 我的區
settings-language = 回答的語言
settings-look = 回答的顯示方式
look-usual = 卡片
look-readings = 為所有日文漢字加讀音
look-hard-readings = 為較難的日文漢字加讀音
look-plain = 螢幕閱讀：短句，不用符號
settings-no-ward = 不設定
settings-any-language = 問題的語言
privacy-title = 隱私
privacy-text = **保存{ $days }天的內容**
    ・您的問題和日期、語言、區、是否得到回答
    ・透過「有幫助」「不對」「回報錯誤」傳送的內容和相關的問題
    管理人員為改進回答會閱讀這些內容，但看不出是誰的。
    {""}**保存到您刪除為止的內容**
    ・您的設定，以及在頻道中選擇的區
    {""}**不保存的內容**
    ・您的名字和ID：只附上無法還原的代碼，用來識別哪些是您的
    ・敏感話題的問題正文：只計數，不與您關聯
    問題的正文不寫入日誌。哪則訊息回答哪個問題會記到重新啟動為止，以便跟隨您的編輯和刪除。
    {""}**關於管理人員**
    管理人員的操作會連同其ID和時間記錄{ $audit }天。
    用下面的按鈕可以取得屬於您的內容，也可以從檔案中刪除。
privacy-download = 這是關於您的記錄。
privacy-forgotten = 已刪除關於您的記錄。
privacy-nothing = 沒有關於您的記錄。
help-title = 使用方法
help-text = 根據區的政策文件，回答措施、預算和窗口，並註明出處。也可以用@提及來提問。
help-footer = 只回答文件中寫明的內容。手續請向區役所確認。
thanks = 謝謝。
thanks-comment = 謝謝。會轉達給管理人員。
why-title = 哪裡不對？
why-label = 請告訴我們（可留空）
why-placeholder = 例：說的是別的區
mistake-title = 回報錯誤
mistake-label = 哪裡有錯？
mistake-placeholder = 例：電話號碼是舊的

# When something is wrong

error = 沒能回答。請再試一次；如果還不行，請把這個編號告訴管理人員：{ $id }
error-busy = 正在準備文件。請稍後再試。（{ $id }）
error-store = 沒能讀寫記錄，可能什麼都沒有改變。請稍後再試；如果還不行，請把這個編號告訴管理人員：{ $id }
error-user = { $error }
error-outdated = 這個指令已過期。請重新開啟 Discord 再試。
error-message = 沒能回答。請再試一次。
old-button = 這個按鈕太舊，不能使用。請重新提問。
cooldown = 提問太頻繁。請等{ $seconds }秒。
moderators-only = 只有管理人員（有伺服器管理權限或管理人員身分組的人）可以使用。
delete-not-yours = 只有提問者和管理人員可以刪除。

# Moderators' words under answers

words-note = 管理人員的說明（{ $date }）
words-correction = 管理人員的更正（{ $date }）
words-not-ours = 管理人員：這不屬於區的文件內容（{ $date }）
thread-name = 回答

# The moderators' desk

desk-gone = 已經沒有了。請重新打開一覽。
desk-no-topic = 這個話題裡沒有能在問題中查找的詞。請寫事物的名稱，例如「粗大ごみ」。
desk-no-word = 請寫出居民的說法和文件中使用的詞。
desk-word-added = 「{ $word }」將按「{ $other }」理解。
desk-next-reload = 下次 /data reload 後生效。
desk-not-written = 沒能寫入。什麼都沒有改變。
desk-no-measure = 找不到該措施。請從候選中選擇。
desk-note-about = 請選擇措施或填寫話題。
unanswered-title = 沒能回答的問題
unanswered-head = { $n }組（不含現在能回答的{ $answered }組、已有管理人員說明的{ $noted }組）
unanswered-empty = 沒有。
unanswered-when = { $n }次，{ $first }至{ $last }
unanswered-do = 如果文件裡有意思相同的詞，請新增詞語；如果不屬於區的文件內容，請寫明該向哪裡詢問。
button-add-word = 新增詞語
button-add-note = 加上說明
button-not-ours = 不屬於區的內容
button-correct = 寫更正
button-resolve = 標為已處理
form-word-title = 新增詞語
form-word-subject = 居民的說法
form-word-label = 文件中的叫法
form-word-placeholder = 例：見守り
form-topic-title = 加上說明
form-topic-subject = 話題（問到時顯示）
form-topic-label = 說明
form-topic-placeholder = 例：明年度的計畫將於12月公布
form-not-ours-title = 不屬於區的內容
form-not-ours-subject = 話題
form-not-ours-label = 該向哪裡詢問
form-not-ours-placeholder = 例：年金請向年金事務所洽詢
form-correction-title = 寫更正
form-correction-label = 正確的內容（顯示到文件更新為止）
form-correction-placeholder = 例：電話號碼已於2026年4月變更
reports-title = 錯誤回報
reports-head = 待處理：{ $n }件
reports-empty = 沒有。
reports-one = 回饋
reports-measure = 措施
reports-question = 問題
reports-resolved = 已處理
notes-title = 管理人員的說明
notes-head = 📝 措施下的說明・⚠️ 更正（文件更新後不再顯示）・💬 話題・↪ 不屬於區的內容
notes-empty = 還沒有。
contact-unknown-ward = 沒有該區的文件。請從候選中選擇。
contact-short-topic = 話題請寫兩個字以上，太短會附在無關的措施上。
contact-written = 已登記窗口
contact-before = 之前的登記
channel-title = 本頻道的回答方式
channel-text = 提問者自己設定的區和語言優先於此處的設定。
channel-ward = 區
channel-language = 語言
channel-private = 只給提問者看
channel-threads = 在討論串中回答
channel-every = 回答每則訊息
channel-needs-intent = 要讀取訊息內容，請在開發者入口啟用 Message Content，並重新啟動機器人。
switch-on = 是
switch-off = 否
stats-title = 最近{ $days }天
stats-empty = 這段時間沒有提問。
stats-questions = 提問
stats-questions-text = 共{ $asked }件：已回答{ $answered }件（其中缺少所問內容的{ $partly }件）、反問哪個區{ $choose }件、沒有答案{ $unanswered }件、問候等{ $other }件
stats-said = 回饋
stats-resolved = 已處理的錯誤 { $n }
stats-missing = 文件中缺少的內容
stats-topics = 沒能回答的主要問題
stats-time = 回答所需時間
stats-time-text = 一半在 { $p50 } 以內，95%在 { $p95 } 以內
stats-store = 啟動以來未能記錄的
stats-store-text = 來不及記錄 { $dropped }・寫入失敗 { $failed }
export-done = 已匯出{ $n }件（從新到舊）。

# For moderators

data-title = 已載入的文件
data-document = **{ $ward } { $year } { $status }**
    { $file }：共{ $all }項（措施 { $measures }、概要 { $overviews }），金額 { $figures }，注意點 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・文件 { $documents }・措施 { $measures }・項目（不含標題） { $entries }・已運行 { $hours } 小時
data-kept = 繼續使用之前的文件。
data-state = 版本和資料夾
data-check-title = 現有檔案的檢查
data-diff-title = 重新載入後的變化
data-changed-title = 已變化之處
data-history-title = 保留的版本（* 為現在的版本）
data-preview-title = 生效後的變化
data-preview-differs = 在您查看之後，檔案或資料有了變化。請再確認一次。
data-change-gone = 這項變更已經生效或已被取消。
data-busy = { $who } 正在變更資料。請在結束後再試。
data-somebody = 其他管理人員
data-working = 正在準備資料…{ $percent }%
data-no-year = 無法辨識年度。請寫成「令和4年度」或「2022」。
data-file-too-large = 檔案太大，最多{ $max } MB。
data-file-lost = 沒能收到附件。請重新附上。
data-exported = 這是現在載入的內容。
data-export-large = 超過了Discord能傳送的大小。請使用 `madoguchi data export`。
