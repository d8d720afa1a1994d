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
cmd-data-status-about = 查看已載入的文件
cmd-data-reload-name = 重新載入
cmd-data-reload-about = 重新讀取文件
cmd-desk-name = 回饋
cmd-desk-about = 查看對回答的回饋（僅管理人員）
cmd-answer-this-name = 回答這個問題
choice-document = 按文件順序
choice-largest = 金額從大到小
choice-smallest = 金額從小到大
choice-rise = 增加額從大到小
choice-fall = 減少額從大到小

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
menu-candidates = 其他候選
menu-browse = 請選擇要開啟的內容
menu-show = 請選擇要查看的內容

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
thousand-yen = { $number }千日圓
yen = { $number }日圓
no-amount = 未寫明金額（「-」）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（與上年度相同）
budget-covered = 這是包含本項目的概要行「{ $title }」的金額，不是本項目單獨的金額。
budget-apart = 另列：{ $note }（未加入上面的金額）
budget-none = 文件中沒有寫本項目的金額。
results-none = 文件中沒有寫本項目的實績。
target-none = 文件中沒有寫目標狀態。
changes-none = 文件中沒有寫與上年度的變更。
contact-none = 文件中沒有寫本項目的窗口。
contact-phone = 電話：{ $number }
contact-fax = 傳真：{ $number }
contact-of-page = 文件網頁的負責部門。
contact-of-document = 文件中寫明的窗口。
contact-of-config = 不是文件中的內容，由營運者登記。
missing = ※ 文件中沒有寫：{ $list }。
words-title = 詞語解釋
words-footer = 由本機器人解釋，並非文件中的文字。
more-rows = …另有{ $n }項

# Figures

ranking-largest = 金額大的預算
ranking-smallest = 金額小的預算
ranking-rise = 比上年度增加的預算
ranking-fall = 比上年度減少的預算
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
settings-text = 問題裡沒有寫區名時，使用您設定的區。不選語言時，用問題的語言回答。設定保留到機器人重新啟動為止。
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
privacy-text = **保存的內容**
    ・您的設定，以及在頻道中選擇的區
    ・透過「有幫助」「不對」「回報錯誤」傳送的內容和相關的問題
    ・哪則訊息回答哪個問題（不含正文）
    只保存在記憶體中，機器人重新啟動後消失。管理人員會閱讀您傳送的內容。
    {""}**不保存的內容**
    問題的正文不寫入日誌。敏感話題的問題不會留下。
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
error-user = { $error }
error-outdated = 這個指令已過期。請重新開啟 Discord 再試。
error-message = 沒能回答。請再試一次。
old-button = 這個按鈕太舊，不能使用。請重新提問。
cooldown = 提問太頻繁。請等{ $seconds }秒。
moderators-only = 只有管理人員（有管理伺服器權限的人）可以使用。
delete-not-yours = 只有提問者和管理人員可以刪除。

# For moderators

data-title = 已載入的文件
data-document = **{ $ward } { $year } { $status }**
    { $file }：共{ $all }項（措施 { $measures }、概要 { $overviews }），注意點 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・文件 { $documents }・措施 { $measures }・項目（不含標題） { $entries }・已運行 { $hours } 小時
data-reloaded = 已重新載入並生效（applied）：文件 { $documents }、項目 { $measures }、注意點 { $odd }
data-unchanged = 沒有變更，已是最新：文件 { $documents }、項目 { $measures }、注意點 { $odd }
data-kept = 繼續使用之前的文件。
desk-title = 收到的回饋
desk-empty = 還沒有。
desk-no-question = （沒有問題記錄）
desk-footer = 只保存在記憶體中，重新啟動後消失。
