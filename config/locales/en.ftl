# English. Quotations from the documents stay in Japanese; everything around them is said here.

## The document and the place in it

document = { $municipality }, “{ $title }”
document-about = { $document } – { $about }
document-updated = updated { $date }
status-draft = 案: draft, not yet adopted
status-early-draft = 素案: early draft, not yet adopted
status-original-draft = 原案: original draft, not yet adopted
place = Where it stands: { $path }
source = Source: { $file }, { $lines }
lines =
    { $count ->
        [one] line { $lines }
       *[other] lines { $lines }
    }
list-separator = { ", " }
quoted = “{ $text }”
item = - { $text }
item-of = - { $title } ({ $of })
date-day =
    { $month ->
        [1] { $day } January { $year }
        [2] { $day } February { $year }
        [3] { $day } March { $year }
        [4] { $day } April { $year }
        [5] { $day } May { $year }
        [6] { $day } June { $year }
        [7] { $day } July { $year }
        [8] { $day } August { $year }
        [9] { $day } September { $year }
        [10] { $day } October { $year }
        [11] { $day } November { $year }
       *[12] { $day } December { $year }
    }
date-month =
    { $month ->
        [1] January { $year }
        [2] February { $year }
        [3] March { $year }
        [4] April { $year }
        [5] May { $year }
        [6] June { $year }
        [7] July { $year }
        [8] August { $year }
        [9] September { $year }
        [10] October { $year }
        [11] November { $year }
       *[12] December { $year }
    }
date-year = { $year }
documents-are-japanese = The documents are in Japanese only; passages and titles are quoted as printed.

## What it says

target = Intended outcome (めざす状態):
results = Results (実績), { $year }:
results-no-year = Results (実績):
changes = Marked as changed since the year before:

## Money

kind-budget = { $kind } (budget)
kind-estimate = { $kind } (estimate)
kind-settlement = { $kind } (settled accounts)
amount-of = { $year }, { $kind }
budget = Budget: { $amount } for { $of }
budget-dash = Budget: the amount is not given for { $of }; the document prints “-”.
budget-within = Of which (うち): { $amount } for { $of }; part of the amount above.
budget-separate = Separate (別途): { $amount } for { $of }; not part of the amount above.
budget-separate-dash = Separate (別途): the amount is not given for { $of }.
budget-before = Year before: { $amount } for { $year }
budget-before-dash = Year before: the amount is not given for { $year }.
budget-before-none = Year before: the document does not give an amount for the year before.
budget-change = Change: { $change } ({ $percent })
budget-change-only = Change: { $change }
budget-same = Change: none, the same amount as the year before.
budget-covered = This budget is given for the overview line “{ $title }” ({ $lines }), which may cover more than this item.
budget-none = Budget: the document does not give an amount for this item.
budget-in-text = Budget: no amount is given as the budget of this item. Amounts within the text stand in the lines named as the source.
budget-printed = As printed: { $text }

## Whom to ask

contact = Contact: { $contact }
contact-with = Contact: { $contact } ({ $remarks })
contact-phone = phone { $phone }
contact-fax = fax { $fax }
contact-page = the office that published the page
contact-as-of = as of { $date }
contact-source = source: { $source }
contact-config = The document does not state a contact for this item. The one above was added by whoever runs this service and may have changed.
contact-no-phone = The document does not state a telephone number.
contact-none = Contact: the document does not state a contact for this item.
chapter = • { $heading }: { $titles }
chapter-more = • { $heading }: { $titles } and others, { $count } in all
chapter-unnamed = • { $titles }
chapter-unnamed-more = • { $titles } and others, { $count } in all
contents-changes = These items have passages that the document marks as changed since the year before.
contents-next = Ask again with one of these names to learn more.
contents-choose = Ask again with the city or ward and one of these names.
office-topics = About: { $topics }
office-topics-more = About: { $topics } and more
offices-config = Contacts whose source is not one of the documents were added by those who run this service. They may have changed.
desks = Offices for this topic:

## Asked for, but not in the document

missing = This item does not state: { $slots }
slot-budget = the amount
slot-contact = a contact
slot-time = date, time or period
slot-place = place
slot-documents = papers or things to bring
slot-procedure = how to apply
slot-eligibility = who is entitled
slot-price = the fee or the sum paid out
slot-results = results
slot-target = the intended outcome
slot-changes = changes from the year before
slot-list = a list of places or names

## Around an answer

others = Also related:
urgent = If you are in danger now, call 110 (police) or 119 (ambulance and fire) without hesitation.
choose = { $count } documents fit this question. Which one do you mean?
choose-many = The documents of many municipalities have something on this. Which one do you mean?
choose-ward = Please ask again with the name of the city or ward: { $names }.
choose-year = Please ask again with the fiscal year: { $names }.
understood = What was understood: { $parts }
near = Nearby topics in the documents. They do not answer your question.
try = Try a short word such as “disaster” or “childcare”, or add the name of the city or ward.
try-words = Try a short word such as “disaster” or “childcare”.
try-ward = For procedures and current notices, please ask your city or ward office.
intent-budget = budget
intent-compare = comparison with the year before
intent-contact = contact
intent-results = results
intent-target = intended outcome
intent-changes = changes
intent-ranking = ranking
intent-total = total
intent-versus = comparison

## When there is no answer

reason-other-municipality = No document of { $name } is loaded here, so this cannot be answered.
reason-other-year = No document for { $year } is loaded here.
reason-nothing-near = What you asked is not in the documents that are loaded here.
reason-nothing-of = Nothing about { $names } was found in the documents of { $of }.
reason-blank-section = The document has the heading “{ $heading }”, but the text for it is not given.
reason-no-changes = The document does not state what has changed since the year before.
reason-no-amounts = The document you ask about gives no amounts.
reason-no-amounts-of = The documents of { $names } give no amounts.
reason-no-such-amounts = The documents you ask about have no item with such an amount.
reason-too-many-amounts = There are too many amounts here to put side by side. Please name one municipality, and a fiscal year as well if it has many documents.
reason-no-contacts = The documents of { $names } name nobody to ask.
reason-nothing-to-compare = The document you ask about gives no amounts for the year before, so nothing can be said of changes.
reason-empty = Your question seems to be empty. Please write what you would like to know.
reason-nonsense = Sorry, your question could not be understood. Please write it as a short sentence.
reason-greeting = Hello. This is a counter for wards’ policy documents: ask about measures, budgets and whom to contact.
reason-thanks = You are welcome. Please ask again whenever you like.
reason-chatter = This counter answers questions about wards’ policy documents. Please ask about what a ward does.
reason-steering = This counter only tells what stands in wards’ policy documents. Please ask about what a ward does.
reason-distress = Thank you for telling me. This must be very hard. I am only an automatic program that looks things up in wards’ documents, and I cannot give counselling. If your life is in danger now, please call 119 (ambulance) or 110 (police). Please do not stay alone with this: speak to someone near you, to your ward office or to a doctor.
reason-too-long = Your question is too long to be read. Please put it in a few words.

## Several budgets at once

ranking-largest = Largest amounts:
ranking-smallest = Smallest amounts:
ranking-rise = Largest rises from the year before:
ranking-fall = Largest falls from the year before:
ranking-rise-rate = Largest rises from the year before, by rate:
ranking-fall-rate = Largest falls from the year before, by rate:
ranking-same = The same amount as the year before:
ranking-none = None of the amounts in the documents fits.
ranking-rate = By rate, the first is { $title }: { $change } ({ $percent })
ranking-covers = Only items with a printed amount are compared. Items without an amount and separate (別途) amounts are left out. This is not the ward’s whole budget.
ranked = { $number }. { $title }: { $amount } for { $of }
ranked-no-amount = { $number }. { $title }: the amount is not given for { $of }
ranked-separate = { $number }. { $title }: separate (別途) { $amount } for { $of }
ranked-before = year before { $amount } for { $year }, change { $change } ({ $percent })
ranked-before-only = year before { $amount } for { $year }, change { $change }
ranked-before-same = year before { $amount } for { $year }, no change
total =
    { $count ->
        [one] Total: { $amount } for { $of } (one amount)
       *[other] Total: { $amount } for { $of } (sum of { $count } amounts)
    }
total-before = Total of the year before: { $amount } for { $year } (the same items)
total-separate = Separate (別途) amounts of { $amount } are not included.
total-without =
    { $count ->
        [one] One item prints “-”: its amount is not given and not included.
       *[other] { $count } items print “-”: their amounts are not given and not included.
    }
total-covers = This is the total of the items with a printed amount only, not the ward’s whole budget.
total-nearest = This adds the amount of the nearest item for each thing you named. Other related items are not in it.
no-total = A sum of some items alone is not made. This is the nearest item.
no-versus = Not every one of these has an amount, so they cannot be compared. This is the nearest item.
total-items = Made up of:
versus = The amounts side by side:
versus-difference = { $title } is higher by { $amount }.
versus-difference-separate = Without the separate (別途) amounts, { $title } is higher by { $amount }.
versus-equal = The amounts are equal.
versus-unlike = They are of different years or kinds and cannot be compared directly.
list-heading = Amounts in the document:
list-covers = These are the items for which the document prints an amount or “-”, not the ward’s whole budget.
more =
    { $count ->
        [one] One more is not shown.
       *[other] { $count } more are not shown.
    }

## Charts of budgets

chart-compare = Budgets beside the year before
chart-amounts = Amounts in the document
chart-changes = Budgets: rises and falls from the year before
chart-years = Amounts by year: { $title }
chart-up = rise (▲)
chart-down = fall (▼)
chart-no-amount = no amount given (“-”)
chart-not-printed = not in the document
chart-apart = { $amount } (printed as { $note })
chart-change = { $mark } { $change } ({ $percent })
chart-change-only = { $mark } { $change }
chart-same = no change
chart-from-to = { $before } → { $now }
chart-left-out =
    { $count ->
        [one] One item cannot be compared with the year before and is not shown.
       *[other] { $count } items cannot be compared with the year before and are not shown.
    }
chart-before = the year before
chart-year-in = { $year }, in { $document }
chart-bar = { $series }: { $text }
chart-row = { $label }: { $values }

## Readings, and words explained

title-reading = Read as: { $reading }
glossary = Words explained (by this service; these are not the document’s words):
glossary-none = None of the words here has an explanation.
glossary-word = - { $word }: { $text }
glossary-word-read = - { $word } ({ $reading }): { $text }
glossary-word-spoken = { $word }. { $text }
glossary-word-read-spoken = { $word }, { $reading }. { $text }

## For the ear (sentences whose name ends in -spoken are for the screen reader view alone)

spoken-up = up { $value }
spoken-down = down { $value }
spoken-percent = { $number } percent
spoken-range = { $first } to { $last }
item-spoken = { $text }
item-of-spoken = { $title }, { $of }
budget-spoken = The budget is { $amount } for { $of }.
budget-dash-spoken = The budget has no amount: the document prints only a dash for { $of }.
budget-before-spoken = The year before it was { $amount } for { $year }.
budget-change-spoken = The change is { $change }, or { $percent }.
budget-change-only-spoken = The change is { $change }.
ranking-rate-spoken = By rate, { $title } comes first: { $change }, or { $percent }.
ranked-spoken = Number { $number }: { $title }. It is { $amount } for { $of }.
ranked-no-amount-spoken = Number { $number }: { $title }. No amount is given for { $of }.
ranked-separate-spoken = Number { $number }: { $title }. Separately, { $amount } for { $of }.
ranked-before-spoken = The year before it was { $amount } for { $year }: { $change }, or { $percent }.
ranked-before-only-spoken = The year before it was { $amount } for { $year }: { $change }.
ranked-before-same-spoken = The year before it was { $amount } for { $year }: no change.
total-without-spoken =
    { $count ->
        [one] One item has no amount and is not in the total.
       *[other] { $count } items have no amount and are not in the total.
    }
chart-up-spoken = rise
chart-down-spoken = fall
chart-no-amount-spoken = no amount given
chart-change-spoken = { $change }, or { $percent }
chart-change-only-spoken = { $change }
chart-from-to-spoken = from { $before } to { $now }

## In the terminal

explain = Looked for: { $terms } (chance of being the answer: { $confidence })
explain-hit = { $rank }. { $title } ({ $id }), score { $score }
measures-none = There are no items.
measures-count =
    { $count ->
        [one] 1 item
       *[other] { $count } items
    }
measures-id = No.
measures-title = Item
measures-amount = Amount
check-ok = Nothing odd was found.
check-summary = documents: { $documents }, items: { $measures }, errors: { $errors }, warnings: { $warnings }, notes: { $notes }
severity-error = error
severity-warning = warning
severity-note = note
index-built = Index built. Documents: { $documents }, items: { $measures } ({ $fingerprint })
index-unchanged = The index is up to date. Documents: { $documents }, items: { $measures } ({ $fingerprint })
index-stale = The index is out of date. Documents: { $documents }, items: { $measures } ({ $fingerprint }). The next question or `madoguchi index` builds it afresh.
index-pinned = An older generation was chosen. Documents: { $documents }, items: { $measures } ({ $fingerprint }). `madoguchi data reload` takes in what lies in the folders.
index-none = There is no index yet. `madoguchi index` builds it.
index-building = Building the index
chat-welcome = Ask about the wards’ documents. :help shows what you can do, :quit ends.
chat-prompt = Question>
chat-help =
    Write your question. You can go on from it: “and its budget?”
    :ward NAME   answers about that city or ward only; :ward alone for all
    :lang TAG    answers in another language: ja, ja-easy, en, zh-CN, zh-TW, ko
    :new         forgets what was said before
    :quit        ends
chat-ward = From now on the answers are about { $name }.
chat-ward-any = From now on the answers are about all cities and wards.
chat-lang = From now on the answers are in English.
chat-new = What was said before is forgotten.
chat-unknown = There is no command “{ $command }”. :help shows what there is.

## Looking after the documents (data)

data-document-counts = entries: { $entries } (measures: { $measures }, overviews: { $overviews }), amounts: { $figures }, odd places: { $odd }
data-totals = Documents: { $documents }, entries: { $entries }
data-generation = Generation: { $name } (built { $time } by { $by }, { $size } MB)
data-generations = Generations kept: { $count }
data-by-start = a start of the program
data-pinned = { $by } went back to this generation at { $time }. It answers until the next reload.
data-folders-same = It is built from what lies in the folders.
data-folders-changed = The folders have changed. A reload takes that in.
data-folders-unreadable = The folders cannot be read: { $reason }
data-behind = Another process has switched to another generation. This one still answers from the one before.
data-staged = Changes that wait:
data-staged-none = No change is waiting.
data-staged-add = { $id } add: { $document } ({ $by }, { $time })
data-staged-replace = { $id } replace: { $document } ({ $by }, { $time })
data-staged-remove = { $id } remove: { $document } ({ $by }, { $time })
data-go-on = `madoguchi data apply` puts it into effect, `madoguchi data cancel` drops it.
data-cancelled = Dropped: { $documents }
data-past = { $name }  { $time }  { $by }  documents: { $documents }, entries: { $entries }
data-past-first = Not compared with one before.
data-no-change = Nothing changes.
data-counts-documents = Documents added: { $added }, removed: { $removed }, changed: { $changed }
data-counts-measures = Entries added: { $added }, removed: { $removed }, changed: { $changed }, renumbered: { $moved }, amounts changed: { $amounts }
data-nothing = (none)
data-reloaded = Applied. Documents: { $documents }, entries: { $entries }, odd places: { $odd } ({ $name })
data-unchanged = No change, the data is up to date. Documents: { $documents }, entries: { $entries }, odd places: { $odd } ({ $name })
data-read = Documents read again: { $count }
data-rolled-back = Went back from { $from } to { $to }.
data-rolled-back-pinned = It answers until the next reload, over restarts too.
data-answers = Questions asked: { $count }, with another answer: { $changed }
outcome-answered = answered
outcome-choose = asks which document
outcome-suggested = shows nearby topics
outcome-not-found = not found
field-title = title
field-municipality = municipality
field-year = fiscal year
field-status = status
field-updated = updated
field-file = file
field-kind = kind
field-number = number
field-path = place
field-body = content
field-target = intended outcome
field-results = results
field-results-year = year of the results
field-changes = marked changes
field-related = related entries
field-contact = contact

## What was odd in a document (check)

diagnostic-unreadable = the file cannot be read
diagnostic-not-text = this does not look like a text file
diagnostic-too-long = too long to be read; split it into several documents
diagnostic-too-many-entries = too many entries; what follows was not read. Split it into several documents
diagnostic-undecodable = characters that cannot be decoded
diagnostic-no-measure = no item could be read
diagnostic-no-year = the fiscal year is unknown; write it in config/documents.toml
diagnostic-no-municipality = the municipality is unknown; write it in config/documents.toml
diagnostic-no-unit = an amount without a unit
diagnostic-unbalanced-bracket = brackets do not match
diagnostic-duplicate-number = this number is used more than once
diagnostic-missing-cell = a cell of the table is missing
diagnostic-unread-text = text that belongs to no item
diagnostic-empty-section = a heading without text
diagnostic-odd-kanji = a character that looks misread
diagnostic-expected-without-measure = an expected question whose item is not in the document
diagnostic-expected-without-document = a file of expected questions whose document is not in the folder; its name may be misspelt
diagnostic-facts-without-document = facts of a document that is not in the folder; its name may be misspelt
diagnostic-unknown-municipality = a municipality that gazetteer.csv does not have; if it is misspelt, no question will name it so
diagnostic-unread-kind = a file of a kind that is not read, or a folder; these kinds are
diagnostic-duplicate-document = another document has the same name but for the ending
diagnostic-pdf-without-text = a PDF file is not read as it is; take its text out with this command
diagnostic-sum-differs = the total is not the sum of its parts
diagnostic-difference-differs = the change is not the difference of the two amounts
diagnostic-odd-number = an odd number, perhaps misread
diagnostic-fact-differs = config/documents.toml and the text disagree
diagnostic-thesaurus-weight = a weight is above 0 and at most 1
diagnostic-thesaurus-never-met = a kana word too short to be found in a question
diagnostic-thesaurus-no-terms = a word that leaves nothing to search for
diagnostic-thesaurus-itself = a word that leads to itself
diagnostic-thesaurus-apart = words that differ by law: give a weight of at most 0.7
diagnostic-glossary-unexplained = this word is not explained in this language
diagnostic-glossary-duplicate = this word stands in the glossary already

## Running the bot (doctor, backup, restore)

doctor-line = { $check }: { $text }
doctor-ok = [ok]
doctor-advice = [advice]
doctor-todo = [to do]
doctor-unchecked = [unchecked]
doctor-config = Settings
doctor-seeds = Documents
doctor-index = Index
doctor-store = Store
doctor-disk = Disk
doctor-fonts = Font
doctor-clock = Clock
doctor-token = Token
doctor-gateway = Connection
doctor-intents = Intents
doctor-server = Server
doctor-commands = Commands
doctor-after-others = Can be checked once the others are mended.
doctor-offline = Discord was not asked (--offline).
doctor-no-token = Cannot be checked without a token that is accepted.
doctor-unreachable = Cannot be checked since Discord is out of reach.
doctor-refused = Discord answered { $status }.
doctor-silent = Discord cannot be asked: { $reason }
doctor-silent-do = Try again in a while; if it goes on, look at the network and at https://discordstatus.com.
doctor-config-ok = { $path } can be read.
doctor-config-absent = { $path } has no { $names }, or has it empty.
doctor-config-absent-do = The program runs without, but knows fewer words and places and answers fewer questions. Copy what it comes with.
doctor-seeds-ok = { $documents } documents can be read ({ $folder }).
doctor-seeds-none = There is no document in { $folder }.
doctor-seeds-none-do = Put documents there; if they lie elsewhere, check the name of the folder and whether it is mounted.
doctor-seeds-errors = { $documents } documents have { $errors } errors ({ $folder }).
doctor-seeds-errors-do = See where with `madoguchi check` and mend the documents.
doctor-index-ok = { $name }, { $documents } documents, built from what lies in the folders.
doctor-index-stale = { $name }, { $documents } documents; the folders have changed, and the next start or reload builds it afresh.
doctor-index-pinned = { $name }, { $documents } documents; an older generation was chosen, until the next reload.
doctor-index-none = There is none yet; the first start builds it.
doctor-index-format = It is of another version of the program; the next start builds it afresh.
doctor-not-writable = { $folder } cannot be written: { $error }
doctor-not-writable-do = Mend the folder's owner or permissions, or name another folder with --index or MADOGUCHI_INDEX.
doctor-store-ok = In order ({ $size } MB).
doctor-store-none = There is none yet; the bot's first start makes it.
doctor-store-unusable = It cannot be used: { $error }
doctor-store-no-key = The key of people's hashes (user-hash.key) is missing, and nobody's settings will be found again.
doctor-store-unusable-do = Stop the bot and put a backup back with `madoguchi restore`; without a backup, move madoguchi.sqlite out of the index folder, and a new one is made.
doctor-open = { $path } can be read by others.
doctor-open-do = Run `chmod 600 { $path }`.
doctor-disk-ok = { $free } MB are free, { $needed } MB are enough.
doctor-disk-low = Only { $free } MB are free; { $needed } MB are needed.
doctor-disk-low-do = Make room, or lower keep-generations under [index].
doctor-disk-unknown = This system does not tell.
doctor-fonts-ok = { $path }
doctor-fonts-none = No font has Japanese, so charts are bars of characters.
doctor-fonts-other = { $chosen } of the settings has no Japanese; { $file } is used instead.
doctor-fonts-do = Install a Japanese font such as fonts-noto-cjk, or name one as font under [chart].
doctor-clock-ok = { $seconds } s off Discord's.
doctor-clock-off = { $seconds } s off Discord's.
doctor-clock-off-do = Set this machine's clock, best by NTP.
doctor-token-ok = Accepted as { $name } ({ $id }).
doctor-token-there = There is one; whether Discord accepts it was not checked.
doctor-token-none = There is none.
doctor-token-none-do = Make one in the developer portal, page Bot, and set DISCORD_TOKEN, or name its file as token-file under [discord].
doctor-token-refused = Discord refuses it.
doctor-token-refused-do = Copy it anew from the developer portal, page Bot.
doctor-gateway-ok = May be connected to (shards: { $shards }, { $remaining } starts left today).
doctor-gateway-spent = No start is left today.
doctor-gateway-spent-do = See in the log whether the bot starts again and again; the count comes back within a day.
doctor-intents-none = No privileged intent is needed.
doctor-intents-ok = Message Content is switched on.
doctor-intents-missing = Every message of some channel is to be answered, but Message Content is switched off.
doctor-intents-missing-do = Switch Message Content on in the developer portal, page Bot.
doctor-server-ok = { $name } gives all permissions that are needed.
doctor-server-missing = { $name } does not give: { $permissions }
doctor-server-missing-do = Allow the bot's role that in the server's settings, or invite it anew: { $url }
doctor-server-none = The bot is on no server.
doctor-server-none-do = Invite it: { $url }
doctor-server-several = The bot is on { $count } servers, and the moderators of each may change the documents.
doctor-server-several-do = Name only your own as moderator-servers under [discord]: { $ids }
doctor-commands-ok = { $count } are registered.
doctor-commands-other = Discord has others than those of this version.
doctor-commands-other-do = `madoguchi serve` registers them when it starts.
doctor-summary-well = Nothing must be done. Unchecked: { $unchecked }, to do: { $todo }
doctor-summary = Do what stands behind →. To do: { $todo }, unchecked: { $unchecked }
backup-done = Backed up into { $file } ({ $size } MB, generation { $generation }). It holds the key of people's hashes: keep it from others.
backup-no-generation = none
restore-done = Restored from { $file }. The generation at that time: { $generation }
restore-kept = What was there before is kept in { $folder }.
