# 한국어. 문서에서 인용한 글은 일본어 그대로 두고, 나머지 설명은 모두 여기에 있습니다.

## 문서와 실린 곳

document = { $municipality } 「{ $title }」
document-about = { $document }, { $about }
document-updated = { $date } 갱신
status-draft = 案: 아직 확정되지 않은 안
status-early-draft = 素案: 아직 확정되지 않은 초안
status-original-draft = 原案: 아직 확정되지 않은 원안
place = 실린 곳: { $path }
source = 출처: { $file } { $lines }
lines = { $lines }행
list-separator = { ", " }
quoted = ‘{ $text }’
item = ・{ $text }
item-of = ・{ $title } ({ $of })
date-day = { $year }년 { $month }월 { $day }일
date-month = { $year }년 { $month }월
date-year = { $year }년
documents-are-japanese = 문서는 일본어로만 되어 있으며, 제목과 본문은 원문 그대로 인용했습니다.

## 내용

target = 지향하는 상태(めざす状態):
results = { $year } 실적(実績):
results-no-year = 실적(実績):
changes = 전년도에서 바뀌었다고 표시된 점:

## 금액

kind-budget = 예산액 ‘{ $kind }’
kind-estimate = 산정 예상액 ‘{ $kind }’
kind-settlement = 결산액 ‘{ $kind }’
amount-of = { $year } { $kind }
budget = 예산: { $amount }, { $of }
budget-dash = 예산: 금액 기재가 없습니다. 문서에는 ‘-’로 되어 있습니다. { $of }
budget-within = 그중(うち): { $amount }, { $of }. 위 금액의 일부입니다.
budget-separate = 별도(別途): { $amount }, { $of }. 위 금액에는 들어 있지 않습니다.
budget-separate-dash = 별도(別途): 금액 기재가 없습니다. { $of }
budget-before = 전년도: { $amount }, { $year }
budget-before-dash = 전년도: 금액 기재가 없습니다. { $year }
budget-before-none = 전년도: 이 문서에는 전년도 금액에 대한 기재가 없습니다.
budget-change = 증감: { $change }, { $percent }
budget-change-only = 증감: { $change }
budget-same = 증감: 전년도와 같은 금액
budget-covered = 이 예산은 개요의 ‘{ $title }’({ $lines })에 적힌 것이며, 이 항목 외의 사업도 포함할 수 있습니다.
budget-none = 예산: 이 문서에는 이 항목의 예산액에 대한 기재가 없습니다.
budget-in-text = 예산: 이 항목의 예산액으로 적힌 금액은 없습니다. 문장 속의 금액은 출처의 줄에서 확인해 주십시오.
budget-printed = 문서의 표기: { $text }

## 문의처

contact = 문의처: { $contact }
contact-with = 문의처: { $contact } ({ $remarks })
contact-phone = 전화 { $phone }
contact-fax = 팩스 { $fax }
contact-page = 이 페이지를 게시한 부서
contact-as-of = { $date } 기준
contact-source = 출처: { $source }
contact-config = 이 문서에는 이 항목의 문의처에 대한 기재가 없습니다. 위의 연락처는 이 서비스의 운영자가 따로 등록한 것이며 바뀌었을 수 있습니다.
contact-no-phone = 이 문서에는 전화번호에 대한 기재가 없습니다.
contact-none = 문의처: 이 문서에는 이 항목의 문의처에 대한 기재가 없습니다.
chapter = ・{ $heading }: { $titles }
chapter-more = ・{ $heading }: { $titles } 등 { $count }건
chapter-unnamed = ・{ $titles }
chapter-unnamed-more = ・{ $titles } 등 { $count }건
contents-changes = 전년도에서 달라진 점으로 문서에 표시된 항목입니다.
contents-next = 자세히 알고 싶은 항목의 이름으로 다시 물어봐 주세요.
contents-choose = 시·구와 항목의 이름으로 다시 물어봐 주세요.
office-topics = 담당: { $topics }
office-topics-more = 담당: { $topics } 등
offices-config = 출처가 문서가 아닌 연락처는 이 서비스의 운영자가 등록한 것입니다. 바뀌었을 수 있습니다.
desks = 이 주제의 문의처:

## 물었지만 문서에 없는 것

missing = 이 항목에는 다음 내용에 대한 기재가 없습니다: { $slots }
slot-budget = 금액
slot-contact = 문의처
slot-time = 날짜나 시간, 기간
slot-place = 장소
slot-documents = 필요한 서류나 준비물
slot-procedure = 신청이나 절차 방법
slot-eligibility = 대상과 조건
slot-price = 비용이나 지급액
slot-results = 실적
slot-target = 지향하는 상태
slot-changes = 전년도에서 바뀐 점
slot-list = 목록이나 명단

## 답변에 덧붙이는 말

others = 그 밖의 관련 항목:
urgent = 지금 위험을 느끼신다면 망설이지 말고 110(경찰)이나 119(구급·소방)로 전화하세요.
choose = 질문에 맞는 문서가 { $count }개 있습니다. 어느 것을 알고 싶으신가요?
choose-many = 많은 시나 구의 문서에 해당하는 항목이 있습니다. 어느 시나 구를 알고 싶으신가요?
choose-ward = 알고 싶은 시나 구의 이름({ $names })을 붙여 다시 물어봐 주세요.
choose-year = 알고 싶은 연도를 붙여 다시 물어봐 주세요: { $names }
understood = 이해한 내용: { $parts }
near = 문서에 있는 가까운 주제입니다. 질문에 대한 답은 아닙니다.
try = ‘방재’, ‘육아’처럼 짧은 말로 쓰거나 시·구의 이름을 붙여 다시 물어봐 주세요.
try-words = ‘방재’, ‘육아’처럼 짧은 말로 다시 물어봐 주세요.
try-ward = 절차나 최신 안내는 사시는 곳의 시청이나 구청에 확인해 주세요.
intent-budget = 예산
intent-compare = 전년도와의 비교
intent-contact = 문의처
intent-results = 실적
intent-target = 지향하는 상태
intent-changes = 바뀐 점
intent-ranking = 순위
intent-total = 합계
intent-versus = 비교

## 답할 수 없을 때

reason-other-municipality = { $name }의 문서는 여기에 없습니다. 그래서 답해 드릴 수 없습니다.
reason-other-year = { $year }의 문서는 여기에 없습니다.
reason-nothing-near = 물어보신 내용은 여기에 있는 문서에 없습니다.
reason-nothing-of = { $of }의 문서에서 { $names }에 관한 내용은 찾지 못했습니다.
reason-blank-section = 문서에 ‘{ $heading }’라는 제목은 있지만 내용이 없습니다.
reason-no-changes = 이 문서에는 전년도에서 바뀐 점을 나타내는 표시가 없습니다.
reason-no-amounts = 문의하신 문서에는 금액이 적혀 있지 않습니다.
reason-no-amounts-of = { $names }의 문서에는 금액이 적혀 있지 않습니다.
reason-no-such-amounts = 문의하신 문서에는 그런 금액의 항목이 없습니다.
reason-too-many-amounts = 금액이 너무 많아 한꺼번에 비교할 수 없습니다. 시나 구의 이름과 연도를 붙여 다시 물어봐 주십시오.
reason-no-contacts = { $names }의 문서에는 문의처가 적혀 있지 않습니다.
reason-nothing-to-compare = 문의하신 문서에는 전년도 금액이 적혀 있지 않아 증감을 답해 드릴 수 없습니다.
reason-empty = 질문이 비어 있는 것 같습니다. 알고 싶은 것을 적어 주세요.
reason-nonsense = 죄송합니다. 질문을 이해하지 못했습니다. 짧은 문장으로 적어 주세요.
reason-greeting = 안녕하세요. 구의 방침과 예산 문서를 바탕으로 사업, 예산, 문의처를 알려 드리는 창구입니다. 알고 싶은 것을 적어 주세요.
reason-thanks = 천만에요. 더 알고 싶은 것이 있으면 언제든지 물어봐 주세요.
reason-chatter = 이곳은 구의 방침과 예산 문서에 대해 답해 드리는 창구입니다. 구에서 하는 일에 대해 물어봐 주세요.
reason-steering = 이곳에서는 구의 방침과 예산 문서에 적힌 것만 답해 드립니다. 구에서 하는 일에 대해 물어봐 주세요.
reason-distress = 이야기해 주셔서 고맙습니다. 많이 힘드시겠습니다. 저는 구의 문서에서 답을 찾는 자동 프로그램이어서 상담을 해 드릴 수 없습니다. 지금 생명이 위험하다고 느끼시면 119(구급)나 110(경찰)으로 전화하세요. 혼자 견디지 마시고 가까이 있는 사람이나 사시는 곳의 구청, 의료기관에 이야기해 주세요.
reason-too-long = 질문이 너무 길어 읽지 못했습니다. 알고 싶은 것을 짧게 적어 주세요.

## 여러 예산을 함께 볼 때

ranking-largest = 금액이 큰 순서:
ranking-smallest = 금액이 작은 순서:
ranking-rise = 전년도보다 늘어난 금액이 큰 순서:
ranking-fall = 전년도보다 줄어든 금액이 큰 순서:
ranking-rise-rate = 전년도보다 늘어난 비율이 큰 순서:
ranking-fall-rate = 전년도보다 줄어든 비율이 큰 순서:
ranking-same = 전년도와 금액이 같은 항목:
ranking-none = 문서에 적힌 금액 가운데 해당하는 것이 없습니다.
ranking-rate = 증감률로 보면 첫째는 { $title }입니다: { $change }, { $percent }
ranking-covers = 문서에 금액이 적힌 항목만 비교한 것입니다. 금액이 없는 항목과 ‘別途’(별도) 금액은 들어 있지 않으며, 구의 전체 예산이 아닙니다.
ranked = { $number }. { $title }: { $amount }, { $of }
ranked-no-amount = { $number }. { $title }: 금액 기재가 없습니다. { $of }
ranked-separate = { $number }. { $title }: 별도(別途) { $amount }, { $of }
ranked-before = 전년도 { $amount }, { $year }, 증감 { $change }, { $percent }
ranked-before-only = 전년도 { $amount }, { $year }, 증감 { $change }
ranked-before-same = 전년도 { $amount }, { $year }, 증감 없음
total = 합계: { $amount }, { $of }, { $count }건의 합계
total-before = 전년도 합계: { $amount }, { $year }, 같은 항목의 합계
total-separate = 별도(別途)로 적힌 { $amount }은 합계에 들어 있지 않습니다.
total-without = 금액 기재가 없는(‘-’) 항목이 { $count }건 있으며 합계에 들어 있지 않습니다.
total-covers = 문서에 금액이 적힌 항목만의 합계이며, 구의 전체 예산이 아닙니다.
total-nearest = 물어보신 것마다 가장 가까운 항목의 금액을 하나씩 더한 것입니다. 그 밖의 관련 항목은 들어 있지 않습니다.
no-total = 일부 항목만의 합계는 내지 않습니다. 가장 가까운 항목을 보여 드립니다.
no-versus = 각각의 금액이 모두 적혀 있지 않아 비교할 수 없습니다. 가장 가까운 항목을 보여 드립니다.
total-items = 내역:
versus = 금액 비교:
versus-difference = { $title } 쪽이 { $amount } 더 많습니다.
versus-difference-separate = ‘別途’(별도) 금액을 빼면 { $title } 쪽이 { $amount } 더 많습니다.
versus-equal = 같은 금액입니다.
versus-unlike = 연도나 금액의 종류가 달라 그대로 비교할 수 없습니다.
list-heading = 문서에 적힌 금액:
list-covers = 문서에 금액란이 있는 항목만의 목록이며, 구의 전체 예산이 아닙니다.
more = 그 밖에 { $count }건이 더 있습니다.

## 도표

chart-compare = 예산: 전년도와 비교
chart-amounts = 문서에 적힌 금액
chart-changes = 예산 증감: 전년도와 비교
chart-years = 연도별 금액: { $title }
chart-up = 늘어난 금액(▲)
chart-down = 줄어든 금액(▼)
chart-no-amount = 금액 기재 없음(‘-’)
chart-not-printed = 기재 없음
chart-apart = { $note } { $amount }
chart-change = { $mark } { $change } ({ $percent })
chart-change-only = { $mark } { $change }
chart-same = 증감 없음
chart-from-to = { $before } → { $now }
chart-left-out = 전년도와 비교할 수 없는 { $count }건은 들어 있지 않습니다.
chart-before = 전년도
chart-year-in = { $year }({ $document })
chart-bar = { $series }: { $text }
chart-row = { $label }: { $values }

## 읽는 법과 용어 설명

title-reading = 읽는 법: { $reading }
glossary = 용어 설명(이 서비스가 쓴 설명이며 문서의 글이 아닙니다):
glossary-none = 설명이 준비된 용어가 없습니다.
glossary-word = ・{ $word }: { $text }
glossary-word-read = ・{ $word } ({ $reading }): { $text }
glossary-word-spoken = { $word }. { $text }
glossary-word-read-spoken = { $word }, { $reading }. { $text }

## 귀로 들을 때(이름이 -spoken으로 끝나는 문장은 화면 낭독기용 표시에만 씁니다)

spoken-up = { $value } 증가
spoken-down = { $value } 감소
spoken-percent = { $number }퍼센트
spoken-range = { $first }에서 { $last }
item-spoken = { $text }
item-of-spoken = { $title }, { $of }
budget-spoken = 예산은 { $amount }입니다. { $of }입니다.
budget-dash-spoken = 예산 금액은 적혀 있지 않습니다. 문서에는 가로줄만 있습니다. { $of }입니다.
budget-before-spoken = 전년도는 { $amount }입니다. { $year } 금액입니다.
budget-change-spoken = 전년도와 견주면 { $change }입니다. 비율로는 { $percent }입니다.
budget-change-only-spoken = 전년도와 견주면 { $change }입니다.
ranking-rate-spoken = 증감률로 보면 첫째는 { $title }입니다. { $change }, 비율로는 { $percent }입니다.
ranked-spoken = { $number }번, { $title }. { $amount }, { $of }입니다.
ranked-no-amount-spoken = { $number }번, { $title }. 금액 기재가 없습니다. { $of }입니다.
ranked-separate-spoken = { $number }번, { $title }. 별도로 { $amount }, { $of }입니다.
ranked-before-spoken = 전년도는 { $amount }, { $year }입니다. { $change }, 비율로는 { $percent }입니다.
ranked-before-only-spoken = 전년도는 { $amount }, { $year }입니다. { $change }입니다.
ranked-before-same-spoken = 전년도는 { $amount }, { $year }입니다. 증감은 없습니다.
total-without-spoken = 금액 기재가 없는 항목이 { $count }개 있으며 합계에 들어 있지 않습니다.
chart-up-spoken = 늘어난 금액
chart-down-spoken = 줄어든 금액
chart-no-amount-spoken = 금액 기재 없음
chart-change-spoken = { $change }, 비율로는 { $percent }
chart-change-only-spoken = { $change }
chart-from-to-spoken = { $before }에서 { $now }(으)로

## 터미널에서의 조작

explain = 찾은 말: { $terms } (답일 가능성 { $confidence })
explain-hit = { $rank }. { $title } ({ $id }) 점수 { $score }
measures-none = 항목이 없습니다.
measures-count = { $count }개 항목
measures-id = 번호
measures-title = 항목
measures-amount = 금액
check-ok = 이상한 점이 없습니다.
check-summary = 문서 { $documents }개, 항목 { $measures }개. 오류 { $errors }건, 주의 { $warnings }건, 참고 { $notes }건
severity-error = 오류
severity-warning = 주의
severity-note = 참고
index-built = 색인을 만들었습니다: 문서 { $documents }개, 항목 { $measures }개 ({ $fingerprint })
index-unchanged = 색인이 최신 상태입니다: 문서 { $documents }개, 항목 { $measures }개 ({ $fingerprint })
index-stale = 색인이 오래되었습니다: 문서 { $documents }개, 항목 { $measures }개 ({ $fingerprint }). 다음 질문이나 `madoguchi index` 때 다시 만듭니다.
index-pinned = 이전 세대로 되돌려 놓았습니다: 문서 { $documents }건, 항목 { $measures }개({ $fingerprint }). `madoguchi data reload`로 폴더의 내용을 읽습니다.
index-none = 아직 색인이 없습니다. `madoguchi index`로 만듭니다.
index-building = 색인을 만드는 중
chat-welcome = 구의 문서에 대해 물어봐 주세요. :help 로 사용법을 보고, :quit 로 끝냅니다.
chat-prompt = 질문>
chat-help =
    질문을 그대로 적어 주세요. ‘그 예산은?’처럼 이어서 물어볼 수도 있습니다.
    :ward 이름   그 시나 구에 대해서만 답합니다. :ward 만 쓰면 원래대로 돌아갑니다
    :lang 기호   답변 언어를 바꿉니다: ja, ja-easy, en, zh-CN, zh-TW, ko
    :new         지금까지의 이야기를 잊습니다
    :quit        끝냅니다
chat-ward = 이제부터 { $name }에 대해 답합니다.
chat-ward-any = 모든 시와 구에 대해 답합니다.
chat-lang = 한국어로 답합니다.
chat-new = 지금까지의 이야기를 잊었습니다.
chat-unknown = ‘{ $command }’라는 명령은 없습니다. :help 로 사용법을 볼 수 있습니다.

## 문서 관리(data)

data-document-counts = 항목 { $entries }(시책 { $measures }, 개요 { $overviews }), 금액 { $figures }, 살펴볼 곳 { $odd }
data-totals = 모두 문서 { $documents }건, 항목 { $entries }개
data-generation = 세대: { $name }({ $time } 작성, 작성자 { $by }, { $size } MB)
data-generations = 보관 중인 세대: { $count }
data-by-start = 시작할 때 자동 작성
data-pinned = { $time }에 { $by } 님이 이 세대로 되돌렸습니다. 다음에 다시 읽을 때까지 이 세대로 답합니다.
data-folders-same = 폴더의 내용과 같습니다.
data-folders-changed = 폴더의 내용이 바뀌었습니다. 다시 읽으면 반영됩니다.
data-folders-unreadable = 폴더를 읽을 수 없습니다: { $reason }
data-behind = 다른 프로세스가 세대를 바꾸었습니다. 여기서는 아직 이전 세대로 답하고 있습니다.
data-staged = 반영을 기다리는 변경:
data-staged-none = 반영을 기다리는 변경이 없습니다.
data-staged-add = { $id } 추가: { $document }({ $by }, { $time })
data-staged-replace = { $id } 교체: { $document }({ $by }, { $time })
data-staged-remove = { $id } 삭제: { $document }({ $by }, { $time })
data-go-on = 반영하려면 `madoguchi data apply`, 그만두려면 `madoguchi data cancel`을 실행하세요.
data-cancelled = 취소했습니다: { $documents }
data-past = { $name }  { $time }  { $by }  문서 { $documents }건, 항목 { $entries }개
data-past-first = 이전 세대와 비교하지 않았습니다.
data-no-change = 바뀌는 곳이 없습니다.
data-counts-documents = 문서: 추가 { $added }, 삭제 { $removed }, 변경 { $changed }
data-counts-measures = 항목: 추가 { $added }, 삭제 { $removed }, 변경 { $changed }, 번호 변경 { $moved }, 금액 변경 { $amounts }
data-nothing = (없음)
data-reloaded = 반영했습니다: 문서 { $documents }건, 항목 { $entries }개, 살펴볼 곳 { $odd }({ $name })
data-unchanged = 바뀐 곳이 없습니다: 문서 { $documents }건, 항목 { $entries }개, 살펴볼 곳 { $odd }({ $name })
data-read = 다시 읽은 문서: { $count }
data-rolled-back = { $from }에서 { $to }(으)로 되돌렸습니다.
data-rolled-back-pinned = 다음에 다시 읽을 때까지, 다시 시작해도 이 세대로 답합니다.
data-answers = 질문 { $count }건 가운데 답이 바뀌는 것: { $changed }건
outcome-answered = 답함
outcome-choose = 어느 문서인지 물음
outcome-suggested = 가까운 주제를 보여 줌
outcome-not-found = 찾지 못함
field-title = 제목
field-municipality = 시구정촌
field-year = 연도
field-status = 상태
field-updated = 갱신일
field-file = 파일
field-kind = 종류
field-number = 번호
field-path = 게재 위치
field-body = 내용
field-target = 지향하는 상태
field-results = 실적
field-results-year = 실적 연도
field-changes = 변경점
field-related = 관련 항목
field-contact = 문의처

## 문서를 읽으며 알게 된 점(check)

diagnostic-unreadable = 읽을 수 없는 파일입니다
diagnostic-not-text = 글 파일이 아닌 것 같습니다
diagnostic-too-long = 너무 길어서 읽지 않았습니다. 여러 문서로 나누어 주세요
diagnostic-too-many-entries = 항목이 너무 많아서 여기부터는 읽지 않았습니다. 여러 문서로 나누어 주세요
diagnostic-undecodable = 읽을 수 없는 글자가 있습니다
diagnostic-no-measure = 항목을 하나도 읽어 내지 못했습니다
diagnostic-no-year = 연도를 알 수 없습니다. config/documents.toml 에 적어 주세요
diagnostic-no-municipality = 시·구를 알 수 없습니다. config/documents.toml 에 적어 주세요
diagnostic-no-unit = 금액에 단위가 없습니다
diagnostic-unbalanced-bracket = 괄호의 수가 맞지 않습니다
diagnostic-duplicate-number = 같은 번호가 또 있습니다
diagnostic-missing-cell = 표의 칸이 모자랍니다
diagnostic-unread-text = 어느 항목의 글인지 알 수 없습니다
diagnostic-empty-section = 제목만 있고 내용이 없습니다
diagnostic-odd-kanji = 잘못 읽은 것 같은 글자가 있습니다
diagnostic-expected-without-measure = 예상 질문에 맞는 항목이 문서에 없습니다
diagnostic-expected-without-document = 예상 질문 파일에 맞는 문서가 폴더에 없습니다. 파일 이름이 잘못되었을 수 있습니다
diagnostic-facts-without-document = 여기에 적힌 문서가 폴더에 없습니다. 이름이 잘못되었을 수 있습니다
diagnostic-unknown-municipality = gazetteer.csv에 없는 시군구 이름입니다. 잘못 적었다면 질문에 나오는 이름과 맞지 않습니다
diagnostic-unread-kind = 읽지 않는 종류의 파일이거나 폴더입니다. 읽는 종류는 다음과 같습니다
diagnostic-duplicate-document = 이름이 같은(확장자만 다른) 문서가 또 있습니다
diagnostic-pdf-without-text = PDF 파일은 그대로 읽지 않습니다. 다음 명령으로 글을 꺼내세요
diagnostic-sum-differs = 합계가 내역의 합과 다릅니다
diagnostic-difference-differs = 증감이 두 금액의 차와 다릅니다
diagnostic-odd-number = 숫자 표기가 이상합니다(잘못 읽었을 수 있습니다)
diagnostic-fact-differs = config/documents.toml과 본문이 다릅니다
diagnostic-thesaurus-weight = 가중치는 0보다 크고 1 이하입니다
diagnostic-thesaurus-never-met = 가나 단어가 너무 짧아 질문에서 찾을 수 없습니다
diagnostic-thesaurus-no-terms = 검색에 쓸 수 없는 단어입니다
diagnostic-thesaurus-itself = 같은 단어를 가리킵니다
diagnostic-thesaurus-apart = 법률상 다른 단어입니다. 가중치를 0.7 이하로 하십시오
diagnostic-glossary-unexplained = 이 말의 설명이 이 언어에 없습니다
diagnostic-glossary-duplicate = 이 말은 이미 있습니다

## 운영(doctor, backup, restore)

doctor-line = { $check }: { $text }
doctor-ok = [정상]
doctor-advice = [권장]
doctor-todo = [조치 필요]
doctor-unchecked = [미확인]
doctor-config = 설정
doctor-seeds = 문서
doctor-index = 색인
doctor-store = 기록
doctor-disk = 디스크
doctor-fonts = 글꼴
doctor-clock = 시계
doctor-token = 토큰
doctor-gateway = 접속
doctor-intents = 인텐트
doctor-server = 서버
doctor-commands = 명령
doctor-after-others = 다른 문제를 고친 뒤에 확인할 수 있습니다.
doctor-offline = Discord에 묻지 않았습니다(--offline).
doctor-no-token = 쓸 수 있는 토큰이 없어 확인할 수 없습니다.
doctor-unreachable = Discord에 닿지 않아 확인할 수 없습니다.
doctor-refused = Discord가 { $status }(으)로 답했습니다.
doctor-silent = Discord에 물을 수 없습니다: { $reason }
doctor-silent-do = 잠시 뒤 다시 해 보고, 계속되면 네트워크와 https://discordstatus.com 을 확인하세요.
doctor-config-ok = { $path } 을(를) 읽었습니다.
doctor-config-absent = { $path } 에 { $names } 이(가) 없거나 비어 있습니다.
doctor-config-absent-do = 없어도 작동하지만 바꿔 말하기나 지명을 알 수 없어 답할 수 있는 질문이 줄어듭니다. 프로그램에 딸린 파일을 복사하세요.
doctor-seeds-ok = 문서 { $documents }개를 읽었습니다({ $folder }).
doctor-seeds-none = { $folder } 에 문서가 없습니다.
doctor-seeds-none-do = 문서를 넣으세요. 다른 곳에 있다면 폴더 이름과 연결을 확인하세요.
doctor-seeds-errors = 문서 { $documents }개에 오류가 { $errors }곳 있습니다({ $folder }).
doctor-seeds-errors-do = `madoguchi check`로 위치를 보고 문서를 고치세요.
doctor-index-ok = { $name }(문서 { $documents }개). 폴더의 내용과 같습니다.
doctor-index-stale = { $name }(문서 { $documents }개). 폴더의 내용이 바뀌어, 다음에 시작하거나 다시 읽을 때 새로 만듭니다.
doctor-index-pinned = { $name }(문서 { $documents }개). 이전 세대로 되돌려 놓았으며, 다음에 다시 읽을 때까지 그대로입니다.
doctor-index-none = 아직 없습니다. 처음 시작할 때 만듭니다.
doctor-index-format = 다른 판의 프로그램이 만든 것입니다. 다음에 시작할 때 다시 만듭니다.
doctor-not-writable = { $folder } 에 쓸 수 없습니다: { $error }
doctor-not-writable-do = 폴더의 소유자나 권한을 고치거나, --index 또는 MADOGUCHI_INDEX로 다른 폴더를 지정하세요.
doctor-store-ok = 문제없습니다({ $size } MB).
doctor-store-none = 아직 없습니다. 봇을 처음 시작할 때 만듭니다.
doctor-store-unusable = 쓸 수 없습니다: { $error }
doctor-store-no-key = 사람을 구별하는 열쇠(user-hash.key)가 없어, 주민의 설정을 찾을 수 없게 됩니다.
doctor-store-unusable-do = 봇을 멈추고 `madoguchi restore`로 백업을 되돌리세요. 백업이 없으면 색인 폴더의 madoguchi.sqlite를 다른 곳으로 옮기면 새로 만들어집니다.
doctor-open = { $path } 을(를) 다른 사용자도 읽을 수 있습니다.
doctor-open-do = `chmod 600 { $path }`을(를) 실행하세요.
doctor-disk-ok = 남은 공간은 { $free } MB입니다({ $needed } MB면 충분합니다).
doctor-disk-low = 남은 공간이 { $free } MB뿐입니다({ $needed } MB가 필요합니다).
doctor-disk-low-do = 공간을 비우거나 [index]의 keep-generations를 줄이세요.
doctor-disk-unknown = 이 시스템에서는 알 수 없습니다.
doctor-fonts-ok = { $path }
doctor-fonts-none = 일본어 글꼴이 없어, 그림은 글자 막대로 나옵니다.
doctor-fonts-other = 설정한 { $chosen } 은(는) 일본어에 쓸 수 없어 { $file } 을(를) 씁니다.
doctor-fonts-do = fonts-noto-cjk 같은 일본어 글꼴을 설치하거나 [chart]의 font에 적으세요.
doctor-clock-ok = Discord 시계와 { $seconds }초 차이입니다.
doctor-clock-off = Discord 시계와 { $seconds }초 다릅니다.
doctor-clock-off-do = 이 컴퓨터의 시각을 맞추세요(NTP 등).
doctor-token-ok = { $name }({ $id })(으)로 받아들여졌습니다.
doctor-token-there = 있습니다. Discord가 받아들이는지는 확인하지 않았습니다.
doctor-token-none = 없습니다.
doctor-token-none-do = 개발자 포털의 Bot 페이지에서 만들어 DISCORD_TOKEN에 넣거나, 그 파일을 [discord]의 token-file에 적으세요.
doctor-token-refused = Discord가 거부했습니다.
doctor-token-refused-do = 개발자 포털의 Bot 페이지에서 새로 만들어 다시 넣으세요.
doctor-gateway-ok = 연결할 수 있습니다(샤드 { $shards }, 오늘 남은 횟수 { $remaining }회).
doctor-gateway-spent = 오늘 연결할 수 있는 횟수를 다 썼습니다.
doctor-gateway-spent-do = 되풀이해 다시 시작하고 있지 않은지 로그를 보세요. 하루 안에 회복됩니다.
doctor-intents-none = 특권 인텐트는 필요 없습니다.
doctor-intents-ok = Message Content가 켜져 있습니다.
doctor-intents-missing = 모든 메시지에 답하는 채널이 있지만 Message Content가 꺼져 있습니다.
doctor-intents-missing-do = 개발자 포털의 Bot 페이지에서 Message Content를 켜세요.
doctor-server-ok = { $name } 에 필요한 권한이 있습니다.
doctor-server-missing = { $name } 에 권한이 모자랍니다: { $permissions }
doctor-server-missing-do = 서버 설정에서 봇의 역할에 허용하거나 다시 초대하세요: { $url }
doctor-server-none = 어느 서버에도 들어가 있지 않습니다.
doctor-server-none-do = 이 주소로 초대하세요: { $url }
doctor-server-several = { $count }개 서버에 들어가 있으며, 어느 서버의 담당자든 문서를 바꿀 수 있습니다.
doctor-server-several-do = 자신의 서버만 [discord]의 moderator-servers에 적으세요: { $ids }
doctor-commands-ok = { $count }개가 등록되어 있습니다.
doctor-commands-other = Discord에 있는 것이 이 판의 것과 다릅니다.
doctor-commands-other-do = `madoguchi serve`가 시작할 때 등록합니다.
doctor-summary-well = 조치가 필요한 것은 없습니다. 미확인: { $unchecked }, 조치 필요: { $todo }
doctor-summary = → 뒤의 설명대로 고치세요. 조치 필요: { $todo }, 미확인: { $unchecked }
backup-done = { $file } 에 백업했습니다({ $size } MB, 세대 { $generation }). 사람을 구별하는 열쇠도 들어 있으니 남에게 주지 마세요.
backup-no-generation = 없음
restore-done = { $file } 에서 되돌렸습니다. 백업할 때의 세대: { $generation }
restore-kept = 이전 것은 { $folder } 에 남겨 두었습니다.
