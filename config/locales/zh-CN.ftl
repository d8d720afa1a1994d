# 简体中文。文件中的原文保持日语，其余说明都写在这里。

## 文件与出处

document = { $municipality }《{ $title }》
document-about = { $document }，{ $about }
document-updated = { $date }更新
status-draft = 案：尚未正式决定的草案
status-early-draft = 素案：尚未正式决定的初步草案
status-original-draft = 原案：尚未正式决定的原始草案
place = 所在章节：{ $path }
source = 出处：{ $file } { $lines }
lines = 第{ $lines }行
list-separator = 、
quoted = “{ $text }”
item = ・{ $text }
item-of = ・{ $title }（{ $of }）
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
documents-are-japanese = 文件只有日语版，标题和正文均按原文引用。

## 内容

target = 希望达到的状态（めざす状態）：
results = { $year }的实际成果（実績）：
results-no-year = 实际成果（実績）：
changes = 文件标明与上一年度不同之处：

## 金额

kind-budget = 预算额“{ $kind }”
kind-estimate = 估算额“{ $kind }”
kind-settlement = 决算额“{ $kind }”
amount-of = { $year }的{ $kind }
budget = 预算：{ $amount }，{ $of }
budget-dash = 预算：{ $of }，文件没有写明金额，只印有“-”
budget-within = 其中（うち）：{ $amount }，{ $of }，是上面金额的一部分
budget-separate = 另计（別途）：{ $amount }，{ $of }，不包含在上面的金额里
budget-separate-dash = 另计（別途）：{ $of }，文件没有写明金额
budget-before = 上一年度：{ $amount }，{ $year }
budget-before-dash = 上一年度：{ $year }，文件没有写明金额
budget-before-none = 上一年度：文件没有写明上一年度的金额。
budget-change = 增减：{ $change }，{ $percent }
budget-change-only = 增减：{ $change }
budget-same = 增减：与上一年度相同
budget-covered = 这项预算属于概要中的“{ $title }”（{ $lines }），除本项目外还可能包括其他内容。
budget-none = 预算：文件没有写明本项目的预算额。
budget-in-text = 预算：文件没有把金额写作本项目的预算额。正文中的金额请在出处所列的行确认。
budget-printed = 文件原文：{ $text }

## 联系方式

contact = 联系方式：{ $contact }
contact-with = 联系方式：{ $contact }（{ $remarks }）
contact-phone = 电话 { $phone }
contact-fax = 传真 { $fax }
contact-page = 发布该网页的部门
contact-as-of = 截至{ $date }的信息
contact-source = 出处：{ $source }
contact-config = 文件没有写明本项目的联系方式。上面的联系方式由本服务的运营者另行登记，可能已有变更。
contact-no-phone = 文件没有写明电话号码。
contact-none = 联系方式：文件没有写明本项目的联系方式。
chapter = ・{ $heading }：{ $titles }
chapter-more = ・{ $heading }：{ $titles }等{ $count }项
chapter-unnamed = ・{ $titles }
chapter-unnamed-more = ・{ $titles }等{ $count }项
contents-changes = 以下项目在文件中标有与上年度不同之处。
contents-next = 想了解详情，请用项目的名称再问一次。
contents-choose = 请用市、区和项目的名称再问一次。
office-topics = 负责：{ $topics }
office-topics-more = 负责：{ $topics }等
offices-config = 来源不是文件的联系方式由本服务的运营者登记，可能已有变动。
desks = 这个话题的窗口：

## 问到而文件里没有的内容

missing = 本项目没有写明以下内容：{ $slots }
slot-budget = 金额
slot-contact = 联系方式
slot-time = 日期、时间或期间
slot-place = 地点
slot-documents = 所需材料或携带物品
slot-procedure = 申请或办理方法
slot-eligibility = 对象和条件
slot-price = 费用或发放金额
slot-results = 实际成果
slot-target = 希望达到的状态
slot-changes = 与上一年度的不同之处
slot-list = 一览表或名单

## 答案前后的说明

others = 其他相关项目：
urgent = 如果您现在有危险，请立即拨打110（警察）或119（急救、消防）。
choose = 有{ $count }份文件符合您的问题。您想了解哪一个？
choose-many = 许多市、区的文件中都有符合的项目。您想了解哪个市或区？
choose-ward = 请加上市或区的名称（{ $names }）再问一次。
choose-year = 请加上年度再问一次：{ $names }
understood = 对问题的理解：{ $parts }
near = 文件中相近的话题如下，它们并不是对您问题的回答。
try = 请用“防灾”“育儿”等简短的词，或加上市、区的名称再问一次。
try-words = 请用“防灾”“育儿”等简短的词再问一次。
try-ward = 具体手续和最新通知，请向您居住地的市政府或区政府确认。
intent-budget = 预算
intent-compare = 与上一年度比较
intent-contact = 联系方式
intent-results = 实际成果
intent-target = 希望达到的状态
intent-changes = 变更之处
intent-ranking = 排名
intent-total = 合计
intent-versus = 对比

## 无法回答时

reason-other-municipality = 这里没有{ $name }的文件，因此无法回答。
reason-other-year = 这里没有{ $year }的文件。
reason-nothing-near = 这里的文件中没有您问的内容。
reason-nothing-of = 在{ $of }的文件中没有找到关于{ $names }的内容。
reason-blank-section = 文件中有“{ $heading }”这一标题，但没有写出内容。
reason-no-changes = 这份文件没有标明与上一年度的不同之处。
reason-no-amounts = 您询问的文件没有写明金额。
reason-no-amounts-of = { $names }的文件没有写明金额。
reason-no-such-amounts = 您询问的文件中没有这样金额的项目。
reason-too-many-amounts = 金额太多，无法一并比较。请写明市或区的名称和年度，再问一次。
reason-no-contacts = { $names }的文件没有写明咨询处。
reason-nothing-to-compare = 您询问的文件没有写明上一年度的金额，因此无法回答增减。
reason-empty = 您的问题好像是空的。请写下您想了解的事情。
reason-nonsense = 抱歉，没能读懂您的问题。请用一句简短的话来写。
reason-greeting = 您好。这里是根据区政府的方针和预算文件回答问题的窗口，可以查询措施、预算和联系方式。请写下您想了解的事情。
reason-thanks = 不客气。如果还有想了解的事情，欢迎随时提问。
reason-chatter = 这里回答有关区政府方针和预算文件的问题。请询问区里的措施。
reason-steering = 这里只回答区政府方针和预算文件中写明的内容。请询问区里的措施。
reason-distress = 谢谢您愿意说出来。您一定非常难受。我只是从区政府文件中查找答案的自动程序，无法提供咨询。如果您现在有生命危险，请拨打119（急救）或110（警察）。请不要独自承受，和身边的人、居住地的区政府或医疗机构谈一谈。
reason-too-long = 您的问题太长，无法读取。请简短地写下想了解的事情。

## 同时查看多项预算时

ranking-largest = 按金额从大到小：
ranking-smallest = 按金额从小到大：
ranking-rise = 按比上一年度增加的金额从大到小：
ranking-fall = 按比上一年度减少的金额从大到小：
ranking-rise-rate = 按比上一年度增加的比例从大到小：
ranking-fall-rate = 按比上一年度减少的比例从大到小：
ranking-same = 与上一年度金额相同的项目：
ranking-none = 文件所列的金额中没有符合的项目。
ranking-rate = 按增减率来看，排在最前的是{ $title }：{ $change }，{ $percent }
ranking-covers = 只比较文件中写明金额的项目，不包括未写明金额的项目和“別途”（另计）的金额，并非区的全部预算。
ranked = { $number }. { $title }：{ $amount }，{ $of }
ranked-no-amount = { $number }. { $title }：{ $of }，文件没有写明金额
ranked-separate = { $number }. { $title }：另计（別途）{ $amount }，{ $of }
ranked-before = 上一年度{ $amount }，{ $year }，增减{ $change }，{ $percent }
ranked-before-only = 上一年度{ $amount }，{ $year }，增减{ $change }
ranked-before-same = 上一年度{ $amount }，{ $year }，没有增减
total = 合计：{ $amount }，{ $of }，共{ $count }项之和
total-before = 上一年度合计：{ $amount }，{ $year }，相同项目之和
total-separate = 另计（別途）的 { $amount }不包含在合计里。
total-without = 有{ $count }项没有写明金额（“-”），不包含在合计里。
total-covers = 这只是文件中写明金额的项目的合计，并非区的全部预算。
total-nearest = 这是把您所问的各项中最接近的一个项目的金额相加的结果，不包括其他相关项目。
no-total = 不计算部分项目的合计。以下是最接近的项目。
no-versus = 未能找到各项的金额，无法比较。以下是最接近的项目。
total-items = 明细：
versus = 金额对比：
versus-difference = { $title }多 { $amount }。
versus-difference-separate = 不计“別途”（另计）的金额，{ $title }多 { $amount }。
versus-equal = 金额相同。
versus-unlike = 年度或金额种类不同，不能直接比较。
list-heading = 文件中写明的金额：
list-covers = 这里只列出文件中设有金额栏的项目，并非区的全部预算。
more = 另有{ $count }项未显示。

## 图表

chart-compare = 预算与上一年度对比
chart-amounts = 文件中写明的金额
chart-changes = 预算增减：与上一年度相比
chart-years = 各年度金额：{ $title }
chart-up = 增加额（▲）
chart-down = 减少额（▼）
chart-no-amount = 没有写明金额（“-”）
chart-not-printed = 没有写明
chart-apart = { $note } { $amount }
chart-change = { $mark } { $change }，{ $percent }
chart-change-only = { $mark } { $change }
chart-same = 没有增减
chart-from-to = { $before } → { $now }
chart-left-out = 有{ $count }项无法与上一年度比较，未列入图中。
chart-before = 上一年度
chart-year-in = { $year }，见{ $document }
chart-bar = { $series }为{ $text }
chart-row = { $label }：{ $values }

## 读音与词语解释

title-reading = 读音：{ $reading }
glossary = 词语解释（由本服务编写，并非文件中的文字）：
glossary-none = 这里没有附带解释的词语。
glossary-word = ・{ $word }：{ $text }
glossary-word-read = ・{ $word }（{ $reading }）：{ $text }
glossary-word-spoken = { $word }。{ $text }
glossary-word-read-spoken = { $word }，{ $reading }。{ $text }

## 供朗读（名称以 -spoken 结尾的句子只用于读屏显示）

spoken-up = 增加{ $value }
spoken-down = 减少{ $value }
spoken-percent = 百分之{ $number }
spoken-range = { $first }至{ $last }
item-spoken = { $text }
item-of-spoken = { $title }，{ $of }
budget-spoken = 预算是{ $amount }，{ $of }。
budget-dash-spoken = 预算没有写明金额，文件中只印有一条横线，{ $of }。
budget-before-spoken = 上一年度是{ $amount }，{ $year }。
budget-change-spoken = 与上一年度相比，{ $change }，即{ $percent }。
budget-change-only-spoken = 与上一年度相比，{ $change }。
ranking-rate-spoken = 按增减率来看，排在最前的是{ $title }，{ $change }，即{ $percent }。
ranked-spoken = 第{ $number }项，{ $title }，{ $amount }，{ $of }。
ranked-no-amount-spoken = 第{ $number }项，{ $title }，没有写明金额，{ $of }。
ranked-separate-spoken = 第{ $number }项，{ $title }，另计{ $amount }，{ $of }。
ranked-before-spoken = 上一年度{ $amount }，{ $year }，{ $change }，即{ $percent }。
ranked-before-only-spoken = 上一年度{ $amount }，{ $year }，{ $change }。
ranked-before-same-spoken = 上一年度{ $amount }，{ $year }，没有增减。
total-without-spoken = 有{ $count }项没有写明金额，不包含在合计里。
chart-up-spoken = 增加额
chart-down-spoken = 减少额
chart-no-amount-spoken = 没有写明金额
chart-change-spoken = { $change }，即{ $percent }
chart-change-only-spoken = { $change }
chart-from-to-spoken = 从{ $before }到{ $now }

## 终端操作

explain = 查找的词：{ $terms }（是答案的可能性 { $confidence }）
explain-hit = { $rank }. { $title }（{ $id }）得分 { $score }
measures-none = 没有项目。
measures-count = 共{ $count }项
measures-id = 编号
measures-title = 项目
measures-amount = 金额
check-ok = 没有发现异常。
check-summary = 文件{ $documents }份，项目{ $measures }项；错误{ $errors }处，警告{ $warnings }处，提示{ $notes }处
severity-error = 错误
severity-warning = 警告
severity-note = 提示
index-built = 已建立索引：文件{ $documents }份，项目{ $measures }项（{ $fingerprint }）
index-unchanged = 索引是最新的：文件{ $documents }份，项目{ $measures }项（{ $fingerprint }）
index-stale = 索引已过时：文件{ $documents }份，项目{ $measures }项（{ $fingerprint }）。下次提问或运行 `madoguchi index` 时会重新建立。
index-pinned = 已退回到之前的版本：{ $documents }份文件，{ $measures }个条目（{ $fingerprint }）。用 `madoguchi data reload` 读取文件夹的内容。
index-none = 还没有索引。请运行 `madoguchi index` 建立。
index-building = 正在建立索引
chat-welcome = 请询问有关区政府文件的问题。输入 :help 查看用法，输入 :quit 结束。
chat-prompt = 问题>
chat-help =
    请直接写下问题，也可以接着问，例如“它的预算是多少？”
    :ward 名称   只回答该市或区的内容；只输入 :ward 则恢复为全部
    :lang 代码   更改回答的语言：ja、ja-easy、en、zh-CN、zh-TW、ko
    :new         忘记之前的对话
    :quit        结束
chat-ward = 接下来只回答{ $name }的内容。
chat-ward-any = 接下来回答所有市和区的内容。
chat-lang = 接下来用简体中文回答。
chat-new = 已忘记之前的对话。
chat-unknown = 没有“{ $command }”这个命令。输入 :help 查看用法。

## 文件维护（data）

data-document-counts = 条目{ $entries }（措施{ $measures }、概要{ $overviews }），金额{ $figures }，可疑之处{ $odd }
data-totals = 共{ $documents }份文件，{ $entries }个条目
data-generation = 版本：{ $name }（{ $time } 由 { $by } 生成，{ $size } MB）
data-generations = 保留的版本：{ $count }
data-by-start = 启动时自动生成
data-pinned = { $by } 于 { $time } 退回到此版本。下次重新读取之前，都用此版本回答。
data-folders-same = 与文件夹的内容一致。
data-folders-changed = 文件夹的内容已改变。重新读取后生效。
data-folders-unreadable = 无法读取文件夹：{ $reason }
data-behind = 另一个进程已切换版本。这里仍用之前的版本回答。
data-staged = 等待生效的变更：
data-staged-none = 没有等待生效的变更。
data-staged-add = { $id } 添加：{ $document }（{ $by }，{ $time }）
data-staged-replace = { $id } 替换：{ $document }（{ $by }，{ $time }）
data-staged-remove = { $id } 删除：{ $document }（{ $by }，{ $time }）
data-go-on = 要生效请执行 `madoguchi data apply`，要放弃请执行 `madoguchi data cancel`。
data-cancelled = 已放弃：{ $documents }
data-past = { $name }　{ $time }　{ $by }　{ $documents }份文件，{ $entries }个条目
data-past-first = 未与之前的版本比较。
data-no-change = 没有变化。
data-counts-documents = 文件：新增{ $added }，删除{ $removed }，变更{ $changed }
data-counts-measures = 条目：新增{ $added }，删除{ $removed }，变更{ $changed }，编号变更{ $moved }，金额变更{ $amounts }
data-nothing = （无）
data-reloaded = 已生效：{ $documents }份文件，{ $entries }个条目，可疑之处{ $odd }（{ $name }）
data-unchanged = 没有变化：{ $documents }份文件，{ $entries }个条目，可疑之处{ $odd }（{ $name }）
data-read = 重新读取的文件：{ $count }
data-rolled-back = 已从 { $from } 退回到 { $to }。
data-rolled-back-pinned = 下次重新读取之前，即使重新启动也用此版本回答。
data-answers = { $count }个问题中，答案会改变的有{ $changed }个
outcome-answered = 回答
outcome-choose = 询问是哪份文件
outcome-suggested = 显示相近话题
outcome-not-found = 未找到
field-title = 标题
field-municipality = 市区町村
field-year = 年度
field-status = 状态
field-updated = 更新日期
field-file = 文件名
field-kind = 种类
field-number = 编号
field-path = 所在位置
field-body = 内容
field-target = 目标状态
field-results = 实绩
field-results-year = 实绩年度
field-changes = 变更点
field-related = 相关条目
field-contact = 咨询处

## 读取文件时发现的异常（check）

diagnostic-unreadable = 文件无法读取
diagnostic-not-text = 这似乎不是文本文件
diagnostic-too-long = 太长，未读取。请分成几个文件
diagnostic-too-many-entries = 条目太多，此处以后未读取。请分成几个文件
diagnostic-undecodable = 有无法识别的字符
diagnostic-no-measure = 没有读出任何项目
diagnostic-no-year = 年度不明，请写入 config/documents.toml
diagnostic-no-municipality = 市区町村不明，请写入 config/documents.toml
diagnostic-no-unit = 金额没有单位
diagnostic-unbalanced-bracket = 括号不成对
diagnostic-duplicate-number = 编号重复
diagnostic-missing-cell = 表格缺少单元格
diagnostic-unread-text = 不属于任何项目的文字
diagnostic-empty-section = 标题下没有内容
diagnostic-odd-kanji = 疑似识别错误的字
diagnostic-expected-without-measure = 预设问题所对应的项目不在文件中
diagnostic-expected-without-document = 预设问题文件所对应的文件不在文件夹中，文件名可能有误
diagnostic-facts-without-document = 此处所写的文件不在文件夹中，名称可能有误
diagnostic-unknown-municipality = gazetteer.csv 中没有这个市区町村的名称；如果写错了，就与提问中的名称对不上
diagnostic-unread-kind = 这是不读取的文件类型或文件夹；只读取以下类型
diagnostic-duplicate-document = 另有同名（扩展名不同）的文件
diagnostic-pdf-without-text = PDF 文件不会直接读取，请用以下命令取出文字
diagnostic-sum-differs = 合计与各项之和不符
diagnostic-difference-differs = 增减与两个金额之差不符
diagnostic-odd-number = 数字写法不自然，可能识别有误
diagnostic-fact-differs = config/documents.toml 与正文不一致
diagnostic-thesaurus-weight = 权重须大于0且不超过1
diagnostic-thesaurus-never-met = 假名词过短，无法在提问中识别
diagnostic-thesaurus-no-terms = 该词无法用于检索
diagnostic-thesaurus-itself = 该词指向其自身
diagnostic-thesaurus-apart = 法律上不同的词：权重请设为0.7以下
diagnostic-glossary-unexplained = 这个词没有该语言的解释
diagnostic-glossary-duplicate = 这个词在词表中重复

## 运行（doctor、backup、restore）

doctor-line = { $check }：{ $text }
doctor-ok = [正常]
doctor-advice = [建议]
doctor-todo = [待处理]
doctor-unchecked = [未检查]
doctor-config = 设置
doctor-seeds = 文件
doctor-index = 索引
doctor-store = 记录
doctor-disk = 磁盘
doctor-fonts = 字体
doctor-clock = 时钟
doctor-token = 令牌
doctor-gateway = 连接
doctor-intents = 意图（Intents）
doctor-server = 服务器
doctor-commands = 命令
doctor-after-others = 请先解决其他问题再检查。
doctor-offline = 未询问 Discord（--offline）。
doctor-no-token = 没有可用的令牌，无法检查。
doctor-unreachable = 无法连到 Discord，不能检查。
doctor-refused = Discord 返回了 { $status }。
doctor-silent = 无法询问 Discord：{ $reason }
doctor-silent-do = 请稍后重试；若仍不行，请检查网络和 https://discordstatus.com。
doctor-config-ok = 已读取 { $path }。
doctor-config-absent = { $path } 中没有 { $names }，或者是空的。
doctor-config-absent-do = 没有也能运行，但会少知道一些说法和地名，能回答的问题也会减少。请复制程序附带的文件。
doctor-seeds-ok = 已读取{ $documents }份文件（{ $folder }）。
doctor-seeds-none = { $folder } 中没有文件。
doctor-seeds-none-do = 请放入文件；如果文件在别处，请确认文件夹的名称和挂载情况。
doctor-seeds-errors = { $documents }份文件中有{ $errors }处错误（{ $folder }）。
doctor-seeds-errors-do = 请用 `madoguchi check` 查看位置并修正文件。
doctor-index-ok = { $name }（{ $documents }份文件），与文件夹的内容一致。
doctor-index-stale = { $name }（{ $documents }份文件）。文件夹的内容已改变，下次启动或重新读取时会重新建立。
doctor-index-pinned = { $name }（{ $documents }份文件）。已退回到之前的版本，直到下次重新读取。
doctor-index-none = 还没有索引，首次启动时会建立。
doctor-index-format = 由其他版本的程序建立，下次启动时会重新建立。
doctor-not-writable = 无法写入 { $folder }：{ $error }
doctor-not-writable-do = 请修正文件夹的所有者或权限，或用 --index、MADOGUCHI_INDEX 指定其他文件夹。
doctor-store-ok = 没有问题（{ $size } MB）。
doctor-store-none = 还没有，机器人首次启动时会建立。
doctor-store-unusable = 无法使用：{ $error }
doctor-store-no-key = 缺少识别用户的密钥（user-hash.key），将找不到用户的设置。
doctor-store-unusable-do = 请停止机器人，用 `madoguchi restore` 从备份恢复；没有备份时，把索引文件夹中的 madoguchi.sqlite 移走，会新建一个。
doctor-open = 其他用户也能读取 { $path }。
doctor-open-do = 请运行 `chmod 600 { $path }`。
doctor-disk-ok = 剩余 { $free } MB（需要 { $needed } MB）。
doctor-disk-low = 仅剩 { $free } MB（需要 { $needed } MB）。
doctor-disk-low-do = 请腾出空间，或减小 [index] 的 keep-generations。
doctor-disk-unknown = 此系统无法检查。
doctor-fonts-ok = { $path }
doctor-fonts-none = 没有日语字体，图表将以字符显示。
doctor-fonts-other = 设置的 { $chosen } 不能显示日语，改用 { $file }。
doctor-fonts-do = 请安装日语字体（如 fonts-noto-cjk），或写入 [chart] 的 font。
doctor-clock-ok = 与 Discord 的时钟相差{ $seconds }秒。
doctor-clock-off = 与 Discord 的时钟相差{ $seconds }秒。
doctor-clock-off-do = 请校准本机时间（如使用 NTP）。
doctor-token-ok = 已作为 { $name }（{ $id }）被接受。
doctor-token-there = 已设置，但未确认 Discord 是否接受。
doctor-token-none = 没有设置。
doctor-token-none-do = 请在开发者门户的 Bot 页面生成，并设置 DISCORD_TOKEN，或把文件写入 [discord] 的 token-file。
doctor-token-refused = Discord 拒绝了它。
doctor-token-refused-do = 请在开发者门户的 Bot 页面重新生成并更新。
doctor-gateway-ok = 可以连接（分片 { $shards }，今天还可启动{ $remaining }次）。
doctor-gateway-spent = 今天可启动的次数已用完。
doctor-gateway-spent-do = 请查看日志是否在反复重启；一天内会恢复。
doctor-intents-none = 不需要特权意图。
doctor-intents-ok = Message Content 已开启。
doctor-intents-missing = 有频道设为回答所有消息，但 Message Content 未开启。
doctor-intents-missing-do = 请在开发者门户的 Bot 页面开启 Message Content。
doctor-server-ok = 在 { $name } 拥有所需的权限。
doctor-server-missing = 在 { $name } 缺少权限：{ $permissions }
doctor-server-missing-do = 请在服务器设置中授予机器人角色，或重新邀请：{ $url }
doctor-server-none = 机器人未加入任何服务器。
doctor-server-none-do = 请用此地址邀请：{ $url }
doctor-server-several = 机器人加入了{ $count }个服务器，每个服务器的管理人员都能更改文件。
doctor-server-several-do = 请只把自己的服务器写入 [discord] 的 moderator-servers：{ $ids }
doctor-commands-ok = 已注册{ $count }个。
doctor-commands-other = Discord 上的命令与此版本不同。
doctor-commands-other-do = `madoguchi serve` 启动时会注册。
doctor-summary-well = 没有需要处理的问题。未检查：{ $unchecked }，待处理：{ $todo }
doctor-summary = 请按 → 后的说明处理。待处理：{ $todo }，未检查：{ $unchecked }
backup-done = 已备份到 { $file }（{ $size } MB，版本 { $generation }）。其中含有识别用户的密钥，请勿交给他人。
backup-no-generation = 无
restore-done = 已从 { $file } 恢复。备份时的版本：{ $generation }
restore-kept = 之前的内容保留在 { $folder }。
