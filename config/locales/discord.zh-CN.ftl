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
cmd-data-status-about = 查看已载入的文件
cmd-data-reload-name = 重新载入
cmd-data-reload-about = 重新读取文件
cmd-desk-name = 反馈
cmd-desk-about = 查看对回答的反馈（仅管理人员）
cmd-answer-this-name = 回答这个问题
choice-document = 按文件顺序
choice-largest = 金额从大到小
choice-smallest = 金额从小到大
choice-rise = 增加额从大到小
choice-fall = 减少额从大到小

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
menu-candidates = 其他候选
menu-browse = 请选择要打开的内容
menu-show = 请选择要查看的内容

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
thousand-yen = { $number }千日元
yen = { $number }日元
no-amount = 未写明金额（“-”）
amount-labelled = { $amount }（{ $label }）
change = { $mark } { $yen }（{ $percent }）
change-none = ±0（与上年度相同）
budget-covered = 这是包含本项目的概要行“{ $title }”的金额，不是本项目单独的金额。
budget-apart = 另列：{ $note }（未加入上面的金额）
budget-none = 文件中没有写本项目的金额。
results-none = 文件中没有写本项目的实绩。
target-none = 文件中没有写目标状态。
changes-none = 文件中没有写与上年度的变更。
contact-none = 文件中没有写本项目的窗口。
contact-phone = 电话：{ $number }
contact-fax = 传真：{ $number }
contact-of-page = 文件网页的负责部门。
contact-of-document = 文件中写明的窗口。
contact-of-config = 不是文件中的内容，由运营者登记。
missing = ※ 文件中没有写：{ $list }。
words-title = 词语解释
words-footer = 由本机器人解释，并非文件中的文字。
more-rows = …另有{ $n }项

# Figures

ranking-largest = 金额大的预算
ranking-smallest = 金额小的预算
ranking-rise = 比上年度增加的预算
ranking-fall = 比上年度减少的预算
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
settings-text = 问题里没有写区名时，使用您设定的区。不选语言时，用问题的语言回答。设置保留到机器人重启为止。
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
privacy-text = **保存的内容**
    ・您的设置，以及在频道中选择的区
    ・通过“有帮助”“不对”“报告错误”发送的内容和相关的问题
    ・哪条消息回答哪个问题（不含正文）
    只保存在内存中，机器人重启后消失。管理人员会阅读您发送的内容。
    {""}**不保存的内容**
    问题的正文不写入日志。敏感话题的问题不会留下。
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
error-user = { $error }
error-outdated = 这个命令已过期。请重新打开 Discord 再试。
error-message = 没能回答。请再试一次。
old-button = 这个按钮太旧，不能使用。请重新提问。
cooldown = 提问太频繁。请等{ $seconds }秒。
moderators-only = 只有管理人员（有管理服务器权限的人）可以使用。
delete-not-yours = 只有提问者和管理人员可以删除。

# For moderators

data-title = 已载入的文件
data-document = **{ $ward } { $year } { $status }**
    { $file }：共{ $all }项（措施 { $measures }、概要 { $overviews }），注意点 { $odd }
data-generation = 索引
data-generation-text = fingerprint { $fingerprint }・文件 { $documents }・措施 { $measures }・项目（不含标题） { $entries }・已运行 { $hours } 小时
data-reloaded = 已重新载入并生效（applied）：文件 { $documents }、项目 { $measures }、注意点 { $odd }
data-unchanged = 没有变更，已是最新：文件 { $documents }、项目 { $measures }、注意点 { $odd }
data-kept = 继续使用之前的文件。
desk-title = 收到的反馈
desk-empty = 还没有。
desk-no-question = （没有问题记录）
desk-footer = 只保存在内存中，重启后消失。
