# What the Discord bot says: Chinese, simplified.

language-name = 简体中文

# Commands

cmd-ask-name = 提问
cmd-ask-about = 用自己的话询问区的措施、预算和联系窗口
cmd-ask-question-name = 问题
cmd-ask-question-about = 想问的内容
cmd-ask-ward-name = 区
cmd-ask-ward-about = 要问哪个区
cmd-ask-private-name = 仅自己
cmd-ask-private-about = 只让自己看到回答
cmd-ask-year-name = 年度
cmd-ask-year-about = 要问哪个年度
cmd-measure-name = 措施
cmd-measure-about = 按编号、名称或内容查找措施
cmd-measure-name-name = 名称
cmd-measure-name-about = 编号（如 1-2-2）、名称或内容中的词
cmd-browse-name = 浏览
cmd-browse-about = 通过菜单浏览区的课题、战略和措施
cmd-browse-ward-name = 区
cmd-browse-ward-about = 从哪个区开始
cmd-budget-name = 预算
cmd-budget-about = 以表格查看预算和与上年度的增减
cmd-budget-ward-name = 区
cmd-budget-ward-about = 哪个区的预算
cmd-budget-topic-name = 领域
cmd-budget-topic-about = 防灾、育儿等
cmd-budget-sort-name = 排序
cmd-budget-sort-about = 按什么顺序排列
cmd-contact-name = 窗口
cmd-contact-about = 查询应该向哪里咨询
cmd-contact-topic-name = 领域
cmd-contact-topic-about = 关于什么的窗口
cmd-contact-ward-name = 区
cmd-contact-ward-about = 哪个区的窗口
cmd-changes-name = 变更
cmd-changes-about = 查看文件中标明的与上年度的变更
cmd-changes-ward-name = 区
cmd-changes-ward-about = 哪个区的变更
cmd-settings-name = 设置
cmd-settings-about = 设定自己的区和语言
cmd-help-name = 帮助
cmd-help-about = 查看可以问什么、怎么问
cmd-privacy-name = 隐私
cmd-privacy-about = 查看、下载或删除关于自己的记录
cmd-data-name = 文件
cmd-data-about = 管理已载入的文件（仅管理人员）
cmd-data-status-name = 状态
cmd-data-status-about = 查看已载入的文件和等待生效的更改
cmd-data-reload-name = 重新载入
cmd-data-reload-about = 重新读取文件
cmd-data-check-name = 检查
cmd-data-check-about = 检查现在的文件（不做任何更改）
cmd-data-diff-name = 差异
cmd-data-diff-about = 查看重新载入会改变什么、哪些提问的回答会改变
cmd-data-rollback-name = 回退
cmd-data-rollback-about = 回到以前的版本（直到下次重新载入）
cmd-data-rollback-generation-name = 版本
cmd-data-rollback-generation-about = 哪个版本（空白则为前一个）
cmd-data-history-name = 历史
cmd-data-history-about = 查看保留的版本、由谁建立、改变了什么
cmd-data-add-name = 添加
cmd-data-add-about = 添加文件（先看检查结果和变化，再生效）
cmd-data-add-file-name = 附件
cmd-data-add-file-about = 文本、Markdown、HTML、CSV或带文字的PDF
cmd-data-add-ward-name = 区
cmd-data-add-ward-about = 哪个区的文件（空白则从正文读取）
cmd-data-add-year-name = 年度
cmd-data-add-year-about = 哪个年度的文件（空白则从正文读取）
cmd-data-add-title-name = 标题
cmd-data-add-title-about = 文件标题（空白则从正文读取）
cmd-data-add-status-name = 阶段
cmd-data-add-status-about = 案、素案等（空白则从正文读取）
cmd-data-replace-name = 替换
cmd-data-replace-about = 替换文件内容（先看变化，再生效）
cmd-data-replace-document-name = 文件
cmd-data-replace-document-about = 哪个文件
cmd-data-replace-file-name = 附件
cmd-data-replace-file-about = 新内容的文件
cmd-data-replace-ward-name = 区
cmd-data-replace-ward-about = 哪个区的文件（空白则不变）
cmd-data-replace-year-name = 年度
cmd-data-replace-year-about = 哪个年度的文件（空白则不变）
cmd-data-replace-title-name = 标题
cmd-data-replace-title-about = 文件标题（空白则不变）
cmd-data-replace-status-name = 阶段
cmd-data-replace-status-about = 案、素案等（空白则不变）
cmd-data-remove-name = 删除
cmd-data-remove-about = 移除文件（先看变化，再生效）
cmd-data-remove-document-name = 文件
cmd-data-remove-document-about = 哪个文件
cmd-data-export-name = 导出
cmd-data-export-about = 以文件形式取得已载入的数据
cmd-data-export-what-name = 内容
cmd-data-export-what-about = 导出什么（空白则为措施）
cmd-data-export-format-name = 格式
cmd-data-export-format-about = 文件格式（空白则为CSV）
cmd-desk-name = 反馈
cmd-desk-about = 查看没能回答的问题和反馈，并处理（仅管理人员）
cmd-desk-unanswered-name = 未回答
cmd-desk-unanswered-about = 按意思查看没能回答的问题
cmd-desk-reports-name = 错误报告
cmd-desk-reports-about = 查看收到的错误报告并更正
cmd-desk-note-name = 备注
cmd-desk-note-about = 给措施或话题加上管理人员的说明（留空则显示一览）
cmd-desk-note-text-name = 说明
cmd-desk-note-text-about = 说明（500字以内）
cmd-desk-note-measure-name = 措施
cmd-desk-note-measure-about = 加在哪项措施下
cmd-desk-note-topic-name = 话题
cmd-desk-note-topic-about = 问到哪个话题时显示（如“大件垃圾”）
cmd-desk-note-ward-name = 区
cmd-desk-note-ward-about = 用于话题时，仅限哪个区
cmd-desk-contact-name = 窗口
cmd-desk-contact-about = 登记或更正某区某话题的窗口
cmd-desk-contact-ward-name = 区
cmd-desk-contact-ward-about = 哪个区的窗口
cmd-desk-contact-topic-name = 话题
cmd-desk-contact-topic-about = 关于什么（文件中使用的词）
cmd-desk-contact-name-name = 部门
cmd-desk-contact-name-about = 部门名称
cmd-desk-contact-source-name = 出处
cmd-desk-contact-source-about = 在哪里确认的（网页地址或文件名）
cmd-desk-contact-phone-name = 电话
cmd-desk-contact-phone-about = 电话号码
cmd-desk-contact-fax-name = 传真
cmd-desk-contact-fax-about = 传真号码
cmd-desk-contact-date-name = 日期
cmd-desk-contact-date-about = 什么时候的信息（2026-11-21、2026-11、2026，留空为今天）
cmd-desk-channel-name = 频道
cmd-desk-channel-about = 设定在本频道的回答方式
cmd-desk-stats-name = 统计
cmd-desk-stats-about = 查看提问数、回答情况和缺少的内容
cmd-desk-stats-days-name = 天数
cmd-desk-stats-days-about = 统计最近多少天（留空为30天）
cmd-desk-export-name = 导出
cmd-desk-export-about = 以文件形式获取记录
cmd-desk-export-what-name = 内容
cmd-desk-export-what-about = 导出什么（留空为提问）
cmd-desk-export-format-name = 格式
cmd-desk-export-format-about = 文件格式（留空为CSV）
cmd-answer-this-name = 回答这个问题
choice-document = 按文件顺序
choice-largest = 金额从大到小
choice-smallest = 金额从小到大
choice-rise = 增加额从大到小
choice-fall = 减少额从大到小
choice-questions = 提问
choice-feedback = 反馈
choice-notes = 管理人员的说明
choice-audit = 管理操作记录
choice-measures = 措施
choice-budgets = 金额
choice-contacts = 联系部门
choice-csv = CSV（表格）
choice-json = JSON（程序）

# Buttons and menus

button-helpful = 有帮助
button-not-helpful = 不对
button-report = 报告错误
button-more = 详细
button-readings = 汉字读音
button-words = 词语解释
button-plain = 读屏显示
button-share = 给大家看
button-delete = 删除
button-reveal = 只给我看
button-previous = ◀ 上一页
button-next = 下一页 ▶
button-back = ↩ 返回上级
button-download = 下载我的数据
button-forget = 删除我的数据
button-apply = 生效
button-cancel = 取消
menu-candidates = 其他候选
menu-browse = 请选择要打开的内容
menu-show = 请选择要查看的内容
menu-staged = 打开等待生效的更改

# The card

year = { $western }年度（{ $era }）
status = 状态：{ $status }
source = 出处：{ $title }（{ $file } 第{ $lines }行）
older = ⚠️ 这是{ $year }的文件，现在是{ $today }。请向窗口确认现在的情况。
field-budget = 💴 预算
field-results = 📊 实绩
field-results-of = 📊 实绩（{ $year }）
field-target = 🎯 目标状态
field-changes = 🔄 变更
field-contact = ☎️ 窗口
field-desks = ☎️ 这个话题的窗口
thousand-yen = { $number }千日元
yen = { $number }日元
no-amount = 未写明金额（“-”）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（与上年度相同）
budget-covered = 这是包含本项目的概要行“{ $title }”的预算，不一定是本项目单独的预算。
budget-apart = 另列：{ $note }（未加入上面的金额）
budget-part = 其中：{ $note }（上面金额的一部分）
budget-none = 文件中没有写本项目的金额。
budget-in-text = 文件没有把金额写作本项目的预算额。正文中的金额请在出处所列的行确认。
results-none = 文件中没有写本项目的实绩。
target-none = 文件中没有写本项目的目标状态。
changes-none = 本项目中没有标出与上年度相比的变更。
contact-none = 文件中没有写本项目的窗口。
contact-phone = 电话：{ $number }
contact-fax = 传真：{ $number }
contact-of-page = 文件网页的负责部门。
contact-of-document = 文件中写明的窗口。
contact-of-config = 不是文件中的内容，由运营者登记。
missing = ※ 本项目中没有写：{ $list }。
words-title = 词语解释
words-footer = 由本机器人解释，并非文件中的文字。
more-rows = …另有{ $n }项

# Figures

ranking-largest = 金额大的预算
ranking-smallest = 金额小的预算
ranking-rise = 比上年度增加的预算
ranking-fall = 比上年度减少的预算
ranking-rise-rate = 比上年度增加比例大的预算
ranking-fall-rate = 比上年度减少比例大的预算
ranking-same = 与上年度相同的预算
ranking-by-rate = 按增减比例则是“{ $title }”：{ $change }
total-title = 预算合计
total = **{ $ward } { $label }：{ $amount }**（{ $n }项合计）
total-without = 不含未写金额的{ $n }项。
total-apart = 不含另列的{ $amount }。
total-previous = 相同项目上年度的合计：{ $amount }
total-covers = 只是文件中写明金额的行的合计，不是区的全部预算。
versus-title = 预算对比
list-title = 预算一览
differ-both = ⚠️ 年度和金额种类不同，不能直接比较。
differ-years = ⚠️ 年度不同，不能直接比较。
differ-kinds = ⚠️ 金额种类（预算额、估算额等）不同，不能直接比较。
budget-nothing = 文件中没有符合的预算。请换个区或领域试试。

# Questions without an answer

choose-title = 您指的是哪一个？
suggested-title = 文件中没有答案
suggested-near = 相近的项目：
not-found-title = 没有找到
friendly-title = 这里是窗口
understood = 理解到的内容：{ $list }
try-this = **可以这样问**
    ・大阪市港区的防灾预算是多少？
    ・海啸时去哪里避难？
    ・育儿措施和咨询窗口
gone = 文件更新后，这个项目已经没有了。请重新提问。
changed-since = ℹ️ 上次显示之后文件已更新。这是现在的内容。
discreet = 为了不让别人看到，请用下面的按钮查看回答。
browse-title = 措施一览
browse-root = 所有的区
changes-title = 与上年度的变更

# Settings, privacy, help

settings-title = 我的设置
settings-text = 问题里没有写区名时，使用您设定的区。不选语言时，用问题的语言回答。设置会保留到您更改或删除为止。
settings-ward = 我的区
settings-language = 回答的语言
settings-look = 回答的显示方式
look-usual = 卡片
look-readings = 为所有日文汉字加读音
look-hard-readings = 为较难的日文汉字加读音
look-plain = 读屏显示：短句，不用符号
settings-no-ward = 不设定
settings-any-language = 问题的语言
privacy-title = 隐私
privacy-text = **保存{ $days }天的内容**
    ・您的问题和日期、语言、区、是否得到回答
    ・通过“有帮助”“不对”“报告错误”发送的内容和相关的问题
    管理人员为改进回答会阅读这些内容，但看不出是谁的。
    {""}**保存到您删除为止的内容**
    ・您的设置，以及在频道中选择的区
    {""}**不保存的内容**
    ・您的名字和ID：只附上无法还原的代码，用来识别哪些是您的
    ・敏感话题的问题正文：只计数，不与您关联
    问题的正文不写入日志。哪条消息回答哪个问题会记到重启为止，以便跟随您的编辑和删除。
    {""}**关于管理人员**
    管理人员的操作会连同其ID和时间记录{ $audit }天。
    用下面的按钮可以取得属于您的内容，也可以从文件中删除。
privacy-download = 这是关于您的记录。
privacy-forgotten = 已删除关于您的记录。
privacy-nothing = 没有关于您的记录。
help-title = 使用方法
help-text = 根据区的政策文件，回答措施、预算和窗口，并注明出处。也可以用@提及来提问。
help-footer = 只回答文件中写明的内容。手续请向区役所确认。
thanks = 谢谢。
thanks-comment = 谢谢。会转达给管理人员。
why-title = 哪里不对？
why-label = 请告诉我们（可留空）
why-placeholder = 例：说的是别的区
mistake-title = 报告错误
mistake-label = 哪里有错？
mistake-placeholder = 例：电话号码是旧的

# When something is wrong

error = 没能回答。请再试一次；如果还不行，请把这个编号告诉管理人员：{ $id }
error-busy = 正在准备文件。请稍后再试。（{ $id }）
error-store = 没能读写记录，可能什么都没有改变。请稍后再试；如果还不行，请把这个编号告诉管理人员：{ $id }
error-user = { $error }
error-outdated = 这个命令已过期。请重新打开 Discord 再试。
error-message = 没能回答。请再试一次。
old-button = 这个按钮太旧，不能使用。请重新提问。
cooldown = 提问太频繁。请等{ $seconds }秒。
moderators-only = 只有管理人员（有服务器管理权限或管理人员角色的人）可以使用。
delete-not-yours = 只有提问者和管理人员可以删除。

# Moderators' words under answers

words-note = 管理人员的说明（{ $date }）
words-correction = 管理人员的更正（{ $date }）
words-not-ours = 管理人员：这不属于区的文件内容（{ $date }）
thread-name = 回答

# The moderators' desk

desk-gone = 已经没有了。请重新打开一览。
desk-no-topic = 这个话题里没有能在问题中查找的词。请写事物的名称，例如“粗大ごみ”。
desk-no-word = 请写出居民的说法和文件中使用的词。
desk-word-added = “{ $word }”将按“{ $other }”理解。
desk-next-reload = 下次 /data reload 后生效。
desk-not-written = 没能写入。什么都没有改变。
desk-no-measure = 找不到该措施。请从候选中选择。
desk-note-about = 请选择措施或填写话题。
unanswered-title = 没能回答的问题
unanswered-head = { $n }组（不含现在能回答的{ $answered }组、已有管理人员说明的{ $noted }组）
unanswered-empty = 没有。
unanswered-when = { $n }次，{ $first }至{ $last }
unanswered-do = 如果文件里有意思相同的词，请添加词语；如果不属于区的文件内容，请写明该向哪里询问。
button-add-word = 添加词语
button-add-note = 加上说明
button-not-ours = 不属于区的内容
button-correct = 写更正
button-resolve = 标为已处理
form-word-title = 添加词语
form-word-subject = 居民的说法
form-word-label = 文件中的叫法
form-word-placeholder = 例：見守り
form-topic-title = 加上说明
form-topic-subject = 话题（问到时显示）
form-topic-label = 说明
form-topic-placeholder = 例：明年度的计划将于12月公布
form-not-ours-title = 不属于区的内容
form-not-ours-subject = 话题
form-not-ours-label = 该向哪里询问
form-not-ours-placeholder = 例：年金请向年金事务所咨询
form-correction-title = 写更正
form-correction-label = 正确的内容（显示到文件更新为止）
form-correction-placeholder = 例：电话号码已于2026年4月变更
reports-title = 错误报告
reports-head = 待处理：{ $n }件
reports-empty = 没有。
reports-one = 反馈
reports-measure = 措施
reports-question = 问题
reports-resolved = 已处理
notes-title = 管理人员的说明
notes-head = 📝 措施下的说明・⚠️ 更正（文件更新后不再显示）・💬 话题・↪ 不属于区的内容
notes-empty = 还没有。
contact-unknown-ward = 没有该区的文件。请从候选中选择。
contact-short-topic = 话题请写两个字以上，太短会附在无关的措施上。
contact-written = 已登记窗口
contact-before = 之前的登记
channel-title = 本频道的回答方式
channel-text = 提问者自己设定的区和语言优先于此处的设置。
channel-ward = 区
channel-language = 语言
channel-private = 只给提问者看
channel-threads = 在讨论串中回答
channel-every = 回答每条消息
channel-needs-intent = 要读取消息正文，请在开发者门户启用 Message Content，并重启机器人。
switch-on = 是
switch-off = 否
stats-title = 最近{ $days }天
stats-empty = 这段时间没有提问。
stats-questions = 提问
stats-questions-text = 共{ $asked }件：已回答{ $answered }件（其中缺少所问内容的{ $partly }件）、反问哪个区{ $choose }件、没有答案{ $unanswered }件、问候等{ $other }件
stats-said = 反馈
stats-resolved = 已处理的错误 { $n }
stats-missing = 文件中缺少的内容
stats-topics = 没能回答的主要问题
stats-time = 回答所需时间
stats-time-text = 一半在 { $p50 } 以内，95%在 { $p95 } 以内
stats-store = 启动以来未能记录的
stats-store-text = 来不及记录 { $dropped }・写入失败 { $failed }
export-done = 已导出{ $n }件（从新到旧）。

# For moderators

data-title = 已载入的文件
data-document = **{ $ward } { $year } { $status }**
    { $file }：共{ $all }项（措施 { $measures }、概要 { $overviews }），金额 { $figures }，注意点 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・文件 { $documents }・措施 { $measures }・项目（不含标题） { $entries }・已运行 { $hours } 小时
data-kept = 继续使用之前的文件。
data-state = 版本和文件夹
data-check-title = 现有文件的检查
data-diff-title = 重新载入后的变化
data-changed-title = 已变化之处
data-history-title = 保留的版本（* 为现在的版本）
data-preview-title = 生效后的变化
data-preview-differs = 在您查看之后，文件或数据有了变化。请再确认一次。
data-change-gone = 这项更改已经生效或已被取消。
data-busy = { $who } 正在更改数据。请在结束后再试。
data-somebody = 其他管理人员
data-working = 正在准备数据…{ $percent }%
data-no-year = 无法识别年度。请写成“令和4年度”或“2022”。
data-file-too-large = 文件太大，最多{ $max } MB。
data-file-lost = 没能收到附件。请重新附上。
data-exported = 这是现在载入的内容。
data-export-large = 超过了Discord能发送的大小。请使用 `madoguchi data export`。
