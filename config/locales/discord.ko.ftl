# What the Discord bot says: Korean.

language-name = 한국어

# Commands

cmd-ask-name = 질문
cmd-ask-about = 구의 시책, 예산, 문의처에 대해 질문하기
cmd-ask-question-name = 질문
cmd-ask-question-about = 궁금한 점
cmd-ask-ward-name = 구
cmd-ask-ward-about = 어느 구에 대한 질문인지
cmd-ask-private-name = 나만-보기
cmd-ask-private-about = 답변을 나에게만 표시
cmd-ask-year-name = 연도
cmd-ask-year-about = 어느 연도에 대한 질문인지
cmd-measure-name = 시책
cmd-measure-about = 번호, 이름, 내용으로 시책 찾기
cmd-measure-name-name = 이름
cmd-measure-name-about = 번호(1-2-2 등), 이름 또는 내용의 단어
cmd-browse-name = 목록
cmd-browse-about = 메뉴로 구의 과제, 전략, 시책 둘러보기
cmd-browse-ward-name = 구
cmd-browse-ward-about = 어느 구부터 볼지
cmd-budget-name = 예산
cmd-budget-about = 예산과 전년도 대비 증감을 표로 보기
cmd-budget-ward-name = 구
cmd-budget-ward-about = 어느 구의 예산인지
cmd-budget-topic-name = 분야
cmd-budget-topic-about = 방재, 육아 등
cmd-budget-sort-name = 정렬
cmd-budget-sort-about = 정렬 순서
cmd-contact-name = 문의처
cmd-contact-about = 어디에 문의하면 되는지 알아보기
cmd-contact-topic-name = 분야
cmd-contact-topic-about = 무엇에 대한 문의처인지
cmd-contact-ward-name = 구
cmd-contact-ward-about = 어느 구의 문의처인지
cmd-changes-name = 변경점
cmd-changes-about = 문서에 전년도와 달라졌다고 표시된 부분 보기
cmd-changes-ward-name = 구
cmd-changes-ward-about = 어느 구의 변경점인지
cmd-settings-name = 설정
cmd-settings-about = 내 구와 언어 정하기
cmd-help-name = 도움말
cmd-help-about = 무엇을 어떻게 물을 수 있는지 보기
cmd-privacy-name = 개인정보
cmd-privacy-about = 나에 대해 저장된 것을 보기, 받기, 지우기
cmd-data-name = 자료
cmd-data-about = 불러온 문서 관리(관리자 전용)
cmd-data-status-name = 상태
cmd-data-status-about = 불러온 문서와 반영을 기다리는 변경 보기
cmd-data-reload-name = 다시-읽기
cmd-data-reload-about = 문서를 다시 읽기
cmd-data-check-name = 점검
cmd-data-check-about = 지금의 파일을 점검(아무것도 바뀌지 않음)
cmd-data-diff-name = 차이
cmd-data-diff-about = 다시 읽으면 무엇이 바뀌는지, 어떤 답이 바뀌는지 보기
cmd-data-rollback-name = 되돌리기
cmd-data-rollback-about = 이전 세대로 되돌리기(다음에 다시 읽을 때까지)
cmd-data-rollback-generation-name = 세대
cmd-data-rollback-generation-about = 어느 세대로 되돌릴지(비우면 바로 이전)
cmd-data-history-name = 기록
cmd-data-history-about = 남아 있는 세대와 누가 무엇을 바꿨는지 보기
cmd-data-add-name = 추가
cmd-data-add-about = 문서 추가(점검 결과와 바뀌는 곳을 본 뒤 반영)
cmd-data-add-file-name = 파일
cmd-data-add-file-about = 텍스트, Markdown, HTML, CSV, 글자가 든 PDF
cmd-data-add-ward-name = 구
cmd-data-add-ward-about = 어느 구의 문서인지(비우면 본문에서)
cmd-data-add-year-name = 연도
cmd-data-add-year-about = 몇 년도 문서인지(비우면 본문에서)
cmd-data-add-title-name = 제목
cmd-data-add-title-about = 문서 제목(비우면 본문에서)
cmd-data-add-status-name = 단계
cmd-data-add-status-about = 案, 素案 등(비우면 본문에서)
cmd-data-replace-name = 교체
cmd-data-replace-about = 문서 내용을 교체(바뀌는 곳을 본 뒤 반영)
cmd-data-replace-document-name = 문서
cmd-data-replace-document-about = 어느 문서인지
cmd-data-replace-file-name = 파일
cmd-data-replace-file-about = 새 내용의 파일
cmd-data-replace-ward-name = 구
cmd-data-replace-ward-about = 어느 구의 문서인지(비우면 그대로)
cmd-data-replace-year-name = 연도
cmd-data-replace-year-about = 몇 년도 문서인지(비우면 그대로)
cmd-data-replace-title-name = 제목
cmd-data-replace-title-about = 문서 제목(비우면 그대로)
cmd-data-replace-status-name = 단계
cmd-data-replace-status-about = 案, 素案 등(비우면 그대로)
cmd-data-remove-name = 삭제
cmd-data-remove-about = 문서를 빼기(바뀌는 곳을 본 뒤 반영)
cmd-data-remove-document-name = 문서
cmd-data-remove-document-about = 어느 문서인지
cmd-data-export-name = 내보내기
cmd-data-export-about = 불러온 자료를 파일로 받기
cmd-data-export-what-name = 내용
cmd-data-export-what-about = 무엇을 내보낼지(비우면 시책)
cmd-data-export-format-name = 형식
cmd-data-export-format-about = 파일 형식(비우면 CSV)
cmd-desk-name = 의견함
cmd-desk-about = 답하지 못한 질문과 의견을 보고 처리하기(관리자 전용)
cmd-desk-unanswered-name = 미답변
cmd-desk-unanswered-about = 답하지 못한 질문을 뜻별로 보기
cmd-desk-reports-name = 오류-신고
cmd-desk-reports-about = 알려 온 오류를 보고 바로잡기
cmd-desk-note-name = 관리자-메모
cmd-desk-note-about = 시책이나 주제에 관리자의 말을 덧붙이기(비우면 목록)
cmd-desk-note-text-name = 내용
cmd-desk-note-text-about = 덧붙일 말(500자까지)
cmd-desk-note-measure-name = 시책
cmd-desk-note-measure-about = 어느 시책에 덧붙일지
cmd-desk-note-topic-name = 주제
cmd-desk-note-topic-about = 어느 주제를 물었을 때 보일지(대형 쓰레기 등)
cmd-desk-note-ward-name = 구
cmd-desk-note-ward-about = 주제에 덧붙일 때 어느 구로 한정할지
cmd-desk-contact-name = 문의처
cmd-desk-contact-about = 구와 주제의 문의처를 등록하거나 고치기
cmd-desk-contact-ward-name = 구
cmd-desk-contact-ward-about = 어느 구의 문의처인지
cmd-desk-contact-topic-name = 주제
cmd-desk-contact-topic-about = 무엇에 대한 문의처인지(문서에 있는 말)
cmd-desk-contact-name-name = 부서
cmd-desk-contact-name-about = 부서 이름
cmd-desk-contact-source-name = 출처
cmd-desk-contact-source-about = 어디서 확인했는지(주소나 문서 이름)
cmd-desk-contact-phone-name = 전화
cmd-desk-contact-phone-about = 전화번호
cmd-desk-contact-fax-name = 팩스
cmd-desk-contact-fax-about = 팩스 번호
cmd-desk-contact-date-name = 날짜
cmd-desk-contact-date-about = 언제의 정보인지(2026-11-21, 2026-11, 2026. 비우면 오늘)
cmd-desk-channel-name = 채널
cmd-desk-channel-about = 이 채널에서의 답변 방식 정하기
cmd-desk-stats-name = 통계
cmd-desk-stats-about = 질문 수, 답한 비율, 부족한 것 보기
cmd-desk-stats-days-name = 일수
cmd-desk-stats-days-about = 며칠 전까지 셀지(비우면 30일)
cmd-desk-export-name = 내보내기
cmd-desk-export-about = 기록을 파일로 받기
cmd-desk-export-what-name = 내용
cmd-desk-export-what-about = 무엇을 내보낼지(비우면 질문)
cmd-desk-export-format-name = 형식
cmd-desk-export-format-about = 파일 형식(비우면 CSV)
cmd-answer-this-name = 이 질문에 답하기
choice-document = 문서 순서
choice-largest = 금액이 큰 순
choice-smallest = 금액이 작은 순
choice-rise = 많이 늘어난 순
choice-fall = 많이 줄어든 순
choice-questions = 질문
choice-feedback = 의견
choice-notes = 관리자의 말
choice-audit = 관리 작업 기록
choice-measures = 시책
choice-budgets = 금액
choice-contacts = 담당 부서
choice-csv = CSV(스프레드시트)
choice-json = JSON(프로그램)

# Buttons and menus

button-helpful = 도움이 됐어요
button-not-helpful = 달라요
button-report = 오류 알리기
button-more = 자세히
button-readings = 한자 읽는 법
button-words = 용어 설명
button-plain = 화면 낭독용
button-share = 모두에게 보이기
button-delete = 삭제
button-reveal = 나만 보기
button-previous = ◀ 이전
button-next = 다음 ▶
button-back = ↩ 위로
button-download = 내 데이터 받기
button-forget = 내 데이터 지우기
button-apply = 반영
button-cancel = 그만두기
menu-candidates = 다른 후보
menu-browse = 열 항목을 고르세요
menu-show = 볼 항목을 고르세요
menu-staged = 반영을 기다리는 변경 열기

# The card

year = { $western }년도({ $era })
status = 상태: { $status }
source = 출처: { $title } ({ $file } { $lines }행)
older = ⚠️ { $year } 문서입니다. 지금은 { $today }입니다. 현재 내용은 문의처에 확인하세요.
field-budget = 💴 예산
field-results = 📊 실적
field-results-of = 📊 실적 ({ $year })
field-target = 🎯 목표 상태
field-changes = 🔄 변경점
field-contact = ☎️ 문의처
field-desks = ☎️ 이 주제의 문의처
thousand-yen = { $number }천 엔
yen = { $number }엔
no-amount = 금액 기재 없음(‘-’)
amount-labelled = { $amount } ({ $label })
change = { $mark } { $yen } ({ $percent })
change-none = ±0 (전년도와 같음)
budget-covered = 이 항목을 포함하는 개요 줄 ‘{ $title }’의 예산입니다. 이 항목만의 예산이 아닐 수 있습니다.
budget-apart = 별도: { $note } (위 금액에 포함되지 않음)
budget-part = 그중: { $note } (위 금액의 일부)
budget-none = 이 문서에는 이 항목의 금액이 적혀 있지 않습니다.
budget-in-text = 이 항목의 예산액으로 적힌 금액은 없습니다. 문장 속의 금액은 출처의 줄에서 확인해 주십시오.
results-none = 이 문서에는 이 항목의 실적이 적혀 있지 않습니다.
target-none = 이 문서에는 이 항목의 목표 상태가 적혀 있지 않습니다.
changes-none = 이 항목에는 전년도와 달라진 점이 표시되어 있지 않습니다.
contact-none = 이 문서에는 이 항목의 문의처가 적혀 있지 않습니다.
contact-phone = 전화: { $number }
contact-fax = 팩스: { $number }
contact-of-page = 문서 페이지의 담당 부서입니다.
contact-of-document = 문서에 적힌 문의처입니다.
contact-of-config = 문서가 아니라 운영자가 등록한 문의처입니다.
missing = ※ 이 항목에 없는 것: { $list }.
words-title = 용어 설명
words-footer = 이 봇의 설명이며 문서의 글이 아닙니다.
more-rows = … 그 밖에 { $n }건

# Figures

ranking-largest = 금액이 큰 예산
ranking-smallest = 금액이 작은 예산
ranking-rise = 전년도보다 늘어난 예산
ranking-fall = 전년도보다 줄어든 예산
ranking-rise-rate = 전년도보다 늘어난 비율이 큰 예산
ranking-fall-rate = 전년도보다 줄어든 비율이 큰 예산
ranking-same = 전년도와 같은 예산
ranking-by-rate = 증감률로는 ‘{ $title }’: { $change }
total-title = 예산 합계
total = **{ $ward } { $label }: { $amount }** ({ $n }건 합계)
total-without = 금액이 적혀 있지 않은 { $n }건은 포함되지 않습니다.
total-apart = 별도의 { $amount }은(는) 포함되지 않습니다.
total-previous = 같은 항목의 전년도 합계: { $amount }
total-covers = 문서에 금액이 적힌 줄만의 합계이며 구 전체 예산이 아닙니다.
versus-title = 예산 나란히 보기
list-title = 예산 목록
differ-both = ⚠️ 연도와 금액의 종류가 달라 그대로 비교할 수 없습니다.
differ-years = ⚠️ 연도가 달라 그대로 비교할 수 없습니다.
differ-kinds = ⚠️ 금액의 종류(예산액, 산정 예상액 등)가 달라 그대로 비교할 수 없습니다.
budget-nothing = 문서에 해당하는 예산이 없습니다. 다른 구나 분야로 찾아보세요.

# Questions without an answer

choose-title = 어느 쪽인가요?
suggested-title = 문서에 답이 없습니다
suggested-near = 비슷한 항목:
not-found-title = 찾지 못했습니다
friendly-title = 창구입니다
understood = 이해한 내용: { $list }
try-this = **이렇게 물어보세요**
    ・오사카시 미나토구의 방재 예산은?
    ・쓰나미 때 어디로 대피하나요?
    ・육아 시책과 문의처
gone = 문서가 갱신되어 이 항목이 없어졌습니다. 다시 질문해 주세요.
changed-since = ℹ️ 이전에 표시된 뒤 문서가 갱신되었습니다. 지금의 내용입니다.
discreet = 다른 사람에게 보이지 않도록 아래 버튼으로 답을 보세요.
browse-title = 시책 목록
browse-root = 모든 구
changes-title = 전년도와 달라진 점

# Settings, privacy, help

settings-title = 내 설정
settings-text = 질문에 구 이름이 없으면 정해 둔 구를 사용합니다. 언어를 정하지 않으면 질문의 언어로 답합니다. 설정은 바꾸거나 지울 때까지 유지됩니다.
settings-ward = 내 구
settings-language = 답변 언어
settings-look = 답변 표시 방식
look-usual = 카드
look-readings = 모든 한자에 읽는 법 달기
look-hard-readings = 어려운 한자에 읽는 법 달기
look-plain = 화면 낭독용: 짧은 문장, 기호 없음
settings-no-ward = 정하지 않음
settings-any-language = 질문의 언어
privacy-title = 개인정보
privacy-text = **{ $days }일 동안 저장하는 것**
    ・질문과 날짜, 언어, 구, 답했는지 여부
    ・‘도움이 됐어요’ ‘달라요’ ‘오류 알리기’로 보낸 내용과 그 질문
    관리자가 답변을 개선하려고 읽습니다. 누구의 것인지는 알 수 없습니다.
    {""}**지울 때까지 저장하는 것**
    ・설정과 채널에서 고른 구
    {""}**저장하지 않는 것**
    ・이름과 ID: 본인의 것임을 알 수 있도록 되돌릴 수 없는 부호만 붙입니다
    ・민감한 질문의 본문: 그런 질문이 있었다는 수만 세고, 누구인지와 연결하지 않습니다
    질문의 본문은 로그에 남기지 않습니다. 어느 메시지가 어느 질문의 답인지는 수정과 삭제를 따라가기 위해 다시 시작할 때까지 기억합니다.
    {""}**관리자에 대하여**
    관리자의 작업은 ID, 시각, 내용을 { $audit }일 동안 기록합니다.
    아래 버튼으로 본인의 것을 받거나 파일에서 지울 수 있습니다.
privacy-download = 저장된 내용입니다.
privacy-forgotten = 저장된 내용을 지웠습니다.
privacy-nothing = 저장된 내용이 없습니다.
help-title = 사용법
help-text = 구의 정책 문서에서 시책, 예산, 문의처를 출처와 함께 답합니다. @멘션으로도 물을 수 있습니다.
help-footer = 문서에 적힌 것만 답합니다. 절차는 구청에 확인하세요.
thanks = 감사합니다.
thanks-comment = 감사합니다. 관리자에게 전달됩니다.
why-title = 무엇이 달랐나요?
why-label = 알려 주세요(비워도 됩니다)
why-placeholder = 예: 다른 구의 이야기였다
mistake-title = 오류 알리기
mistake-label = 무엇이 틀렸나요?
mistake-placeholder = 예: 전화번호가 오래됐다

# When something is wrong

error = 답하지 못했습니다. 다시 시도해 주세요. 계속되면 이 번호를 관리자에게 알려 주세요: { $id }
error-busy = 문서를 준비하고 있습니다. 잠시 뒤에 다시 시도해 주세요. ({ $id })
error-store = 기록을 읽거나 쓰지 못했습니다. 바뀌지 않았을 수 있습니다. 잠시 뒤에 다시 시도하고, 계속되면 이 번호를 관리자에게 알려 주세요: { $id }
error-user = { $error }
error-outdated = 오래된 명령입니다. Discord를 다시 열고 시도해 주세요.
error-message = 답하지 못했습니다. 다시 시도해 주세요.
old-button = 오래된 버튼입니다. 다시 질문해 주세요.
cooldown = 질문이 많습니다. { $seconds }초 기다려 주세요.
moderators-only = 관리자(서버 관리 권한이나 관리자 역할이 있는 사람)만 사용할 수 있습니다.
delete-not-yours = 질문한 사람과 관리자만 삭제할 수 있습니다.

# Moderators' words under answers

words-note = 관리자의 말({ $date })
words-correction = 관리자의 정정({ $date })
words-not-ours = 관리자: 구의 문서에 없는 일입니다({ $date })
thread-name = 답변

# The moderators' desk

desk-gone = 이미 없습니다. 목록을 다시 열어 주세요.
desk-no-topic = 그 주제에는 질문에서 찾을 수 있는 말이 없습니다. ‘粗大ごみ’처럼 이름이 되는 말을 써 주세요.
desk-no-word = 주민이 쓰는 말과 문서에 있는 말을 써 주세요.
desk-word-added = ‘{ $word }’을(를) ‘{ $other }’(으)로 읽습니다.
desk-next-reload = 다음 /data reload 부터 적용됩니다.
desk-not-written = 쓰지 못했습니다. 아무것도 바뀌지 않았습니다.
desk-no-measure = 그 시책을 찾을 수 없습니다. 후보에서 골라 주세요.
desk-note-about = 시책이나 주제 중 하나를 정해 주세요.
unanswered-title = 답하지 못한 질문
unanswered-head = { $n }건(지금은 답할 수 있는 { $answered }건, 관리자의 말이 있는 { $noted }건 제외)
unanswered-empty = 없습니다.
unanswered-when = { $n }회 · { $first }부터 { $last }까지
unanswered-do = 문서에 뜻이 같은 말이 있으면 말을 추가하고, 구의 일이 아니면 어디에 물으면 되는지 써 주세요.
button-add-word = 말 추가
button-add-note = 관리자의 말 쓰기
button-not-ours = 구의 일이 아님
button-correct = 정정 쓰기
button-resolve = 처리됨으로 표시
form-word-title = 말 추가
form-word-subject = 주민이 쓰는 말
form-word-label = 문서에서 쓰는 말
form-word-placeholder = 예: 見守り
form-topic-title = 관리자의 말 쓰기
form-topic-subject = 주제(물었을 때 보입니다)
form-topic-label = 내용
form-topic-placeholder = 예: 내년도 계획은 12월에 공개됩니다
form-not-ours-title = 구의 문서에 없는 일
form-not-ours-subject = 주제
form-not-ours-label = 어디에 물으면 되는지
form-not-ours-placeholder = 예: 연금은 연금사무소에 문의하세요
form-correction-title = 정정 쓰기
form-correction-label = 바른 내용(자료가 바뀔 때까지 표시)
form-correction-placeholder = 예: 전화번호는 2026년 4월에 바뀌었습니다
reports-title = 오류 신고
reports-head = 처리를 기다리는 것: { $n }건
reports-empty = 없습니다.
reports-one = 의견
reports-measure = 시책
reports-question = 질문
reports-resolved = 처리됨
notes-title = 관리자의 말
notes-head = 📝 시책 · ⚠️ 정정(자료가 바뀌면 사라집니다) · 💬 주제 · ↪ 구의 일이 아님
notes-empty = 아직 없습니다.
contact-unknown-ward = 그 구의 문서가 없습니다. 후보에서 골라 주세요.
contact-short-topic = 주제는 두 글자 이상으로 써 주세요. 짧으면 관계없는 시책에도 붙습니다.
contact-written = 문의처를 등록했습니다
contact-before = 이전 등록
channel-title = 이 채널에서의 답변 방식
channel-text = 질문한 사람이 정한 구와 언어가 여기 설정보다 우선합니다.
channel-ward = 구
channel-language = 언어
channel-private = 질문한 사람에게만 답하기
channel-threads = 스레드로 답하기
channel-every = 모든 메시지에 답하기
channel-needs-intent = 메시지를 읽으려면 개발자 포털에서 Message Content를 켜고 봇을 다시 시작하세요.
switch-on = 함
switch-off = 안 함
stats-title = 최근 { $days }일
stats-empty = 이 기간에 질문이 없습니다.
stats-questions = 질문
stats-questions-text = 모두 { $asked }건: 답함 { $answered }건(그중 물은 항목이 없는 것 { $partly }건), 어느 구인지 되물음 { $choose }건, 답 없음 { $unanswered }건, 인사 등 { $other }건
stats-said = 의견
stats-resolved = 처리한 오류 { $n }
stats-missing = 문서에 없던 항목
stats-topics = 답하지 못한 주요 질문
stats-time = 답하는 데 걸린 시간
stats-time-text = 절반은 { $p50 } 이내, 95%는 { $p95 } 이내
stats-store = 시작한 뒤 기록하지 못한 것
stats-store-text = 제때 못함 { $dropped } · 쓰기 실패 { $failed }
export-done = { $n }건을 내보냈습니다(최신순).

# For moderators

data-title = 불러온 문서
data-document = **{ $ward } { $year } { $status }**
    { $file }: 전체 { $all }건(시책 { $measures }, 개요 { $overviews }), 금액 { $figures }, 확인할 점 { $odd }
data-generation = 색인
data-generation-text = fingerprint { $fingerprint } · 문서 { $documents } · 시책 { $measures } · 제목을 뺀 항목 { $entries } · 가동 { $hours }시간
data-kept = 이전 문서를 계속 사용합니다.
data-state = 세대와 폴더
data-check-title = 지금 파일의 점검
data-diff-title = 다시 읽으면 바뀌는 곳
data-changed-title = 바뀐 곳
data-history-title = 남아 있는 세대(* 가 지금의 세대)
data-preview-title = 반영하면 바뀌는 곳
data-preview-differs = 보신 뒤에 파일이나 자료가 바뀌었습니다. 다시 확인해 주세요.
data-change-gone = 이 변경은 이미 반영되었거나 취소되었습니다.
data-busy = 지금 { $who } 님이 자료를 변경하고 있습니다. 끝난 뒤에 다시 시도해 주세요.
data-somebody = 다른 관리자
data-working = 자료를 준비하고 있습니다… { $percent }%
data-no-year = 연도를 알 수 없습니다. 「令和4年度」나 「2022」처럼 적어 주세요.
data-file-too-large = 파일이 너무 큽니다. { $max } MB까지입니다.
data-file-lost = 첨부한 파일을 받지 못했습니다. 다시 첨부해 주세요.
data-exported = 지금 불러온 내용입니다.
data-export-large = Discord로 보낼 수 있는 크기를 넘었습니다. `madoguchi data export` 를 사용해 주세요.
