# What the Discord bot says: English.

language-name = English

# Commands

cmd-ask-about = Ask about your ward's policies, their budgets and whom to contact
cmd-ask-question-about = Your question
cmd-ask-ward-about = The ward you ask about
cmd-ask-private-about = Show the answer to you alone
cmd-ask-year-about = The fiscal year you ask about
cmd-measure-about = Look up a measure by its number, title or content
cmd-measure-name-about = A number such as 1-2-2, a title, or words from it
cmd-browse-about = Browse a ward's issues, strategies and measures by menu
cmd-browse-ward-about = The ward to start from
cmd-budget-about = See the printed budgets with the change from the year before
cmd-budget-ward-about = Whose budgets
cmd-budget-topic-about = Disaster preparedness, child care …
cmd-budget-sort-about = The order of the table
cmd-contact-about = Find out whom to ask about a topic
cmd-contact-topic-about = The topic
cmd-contact-ward-about = The ward
cmd-changes-about = See what the documents mark as changed since the year before
cmd-changes-ward-about = The ward
cmd-settings-about = Set your own ward and language
cmd-help-about = See what you can ask and how
cmd-privacy-about = See, download or delete what is kept about you
cmd-data-about = Look after the loaded documents (moderators)
cmd-data-status-about = See what is loaded and what waits to be applied
cmd-data-reload-about = Read the documents again
cmd-data-check-about = See what is odd in the files as they are now; changes nothing
cmd-data-diff-about = See what a reload would change, in the data and in answers
cmd-data-rollback-about = Go back to earlier data, until the next reload
cmd-data-rollback-generation-about = Which (the one before where empty)
cmd-data-history-about = See the generations that are kept, who built them, what they changed
cmd-data-add-about = Add a document; you see what is odd and what would change first
cmd-data-add-file-about = Text, Markdown, HTML, CSV, or a PDF file with a text layer
cmd-data-add-ward-about = Whose document it is (read from the text where empty)
cmd-data-add-year-about = Which fiscal year it is about (read from the text where empty)
cmd-data-add-title-about = Its title (read from the text where empty)
cmd-data-add-status-about = 案, 素案 and so on (read from the text where empty)
cmd-data-replace-about = Give a document another text; you see what would change first
cmd-data-replace-document-about = Which document
cmd-data-replace-file-about = The file with the new text
cmd-data-replace-ward-about = Whose document it is (as before where empty)
cmd-data-replace-year-about = Which fiscal year it is about (as before where empty)
cmd-data-replace-title-about = Its title (as before where empty)
cmd-data-replace-status-about = 案, 素案 and so on (as before where empty)
cmd-data-remove-about = Take a document away; you see what would change first
cmd-data-remove-document-about = Which document
cmd-data-export-about = Get what is loaded, as a file
cmd-data-export-what-about = What to write (measures where empty)
cmd-data-export-format-about = The file’s format (CSV where empty)
cmd-desk-about = See what residents miss and report, and act on it (moderators)
cmd-desk-unanswered-about = See the questions that got no answer, by meaning
cmd-desk-reports-about = See the mistakes that people reported, and correct them
cmd-desk-note-about = Put a sentence under a measure or a topic; without one, see all
cmd-desk-note-text-about = The sentence (up to 500 characters)
cmd-desk-note-measure-about = The measure that it stands under
cmd-desk-note-topic-about = The topic that it is shown for, such as bulky waste
cmd-desk-note-ward-about = For a topic: the only ward that it holds for
cmd-desk-contact-about = Add or correct the department for a ward and a topic
cmd-desk-contact-ward-about = Whose department it is
cmd-desk-contact-topic-about = What it is asked about, in words that the documents use
cmd-desk-contact-name-about = The department’s name
cmd-desk-contact-source-about = Where that stands: a page’s address, a document’s name
cmd-desk-contact-phone-about = The telephone number
cmd-desk-contact-fax-about = The fax number
cmd-desk-contact-date-about = When that was true: 2026-11-21, 2026-11 or 2026; empty for today
cmd-desk-channel-about = Set how the bot behaves in this channel
cmd-desk-stats-about = See how much is asked, answered and missing
cmd-desk-stats-days-about = How many days back (30 where empty)
cmd-desk-export-about = Get what is kept, as a file
cmd-desk-export-what-about = What to write (questions where empty)
cmd-desk-export-format-about = The file’s format (CSV where empty)
choice-document = As in the document
choice-largest = Largest first
choice-smallest = Smallest first
choice-rise = Biggest rise first
choice-fall = Biggest fall first
choice-questions = Questions
choice-feedback = What people said
choice-notes = Moderators’ words
choice-audit = Audit trail
choice-measures = Measures
choice-budgets = Amounts
choice-contacts = Contacts
choice-csv = CSV (spreadsheets)
choice-json = JSON (programs)

# Buttons and menus

button-helpful = Helpful
button-not-helpful = Not this
button-report = Report a mistake
button-more = More
button-readings = Readings (ふりがな)
button-words = Words explained
button-plain = For screen readers
button-share = Show everyone
button-delete = Delete
button-reveal = Show me alone
button-previous = ◀ Back
button-next = Next ▶
button-back = ↩ Up
button-download = Download my data
button-forget = Delete my data
button-apply = Apply
button-cancel = Drop it
menu-candidates = Other candidates
menu-browse = Choose what to open
menu-show = Choose what to see
menu-staged = Open a change that waits

# The card

year = FY{ $western } ({ $era })
status = status: { $status }
source = Source: { $title } ({ $file }:{ $lines })
older = ⚠️ This document is about { $year }; it is { $today } now. Please check with the ward office what holds today.
field-budget = 💴 Budget
field-results = 📊 Results
field-results-of = 📊 Results ({ $year })
field-target = 🎯 Goal
field-changes = 🔄 Changes
field-contact = ☎️ Contact
field-desks = ☎️ Offices for this topic
thousand-yen = ¥{ $number },000
yen = ¥{ $number }
no-amount = no amount given (“-”)
amount-labelled = { $amount } ({ $label })
change = { $mark } { $yen } ({ $percent })
change-none = ±0 (as in the year before)
budget-covered = This is the budget of the overview line “{ $title }”, which covers this measure, and perhaps others.
budget-apart = Separate: { $note } (not added to the amount above)
budget-part = Of which: { $note } (part of the amount above)
budget-none = This document gives no amount for this measure.
budget-in-text = No amount is given as the budget of this measure. Amounts within the text stand in the lines named as the source.
results-none = This document gives no results for this measure.
target-none = This document names no goal for this measure.
changes-none = This document marks no change from the year before here.
contact-none = This document names no contact for this measure.
contact-phone = Phone: { $number }
contact-fax = Fax: { $number }
contact-of-page = The office responsible for the document's page.
contact-of-document = As named in the document.
contact-of-config = Not from the document: entered by the bot's operator.
missing = ※ Not stated in this item: { $list }.
words-title = Words explained
words-footer = Explained by this bot; these are not the document’s words.
more-rows = … and { $n } more

# Figures

ranking-largest = The largest budgets
ranking-smallest = The smallest budgets
ranking-rise = Budgets that rose
ranking-fall = Budgets that fell
ranking-rise-rate = Budgets that rose most by rate
ranking-fall-rate = Budgets that fell most by rate
ranking-same = Budgets that stayed the same
ranking-by-rate = By rate it is “{ $title }”: { $change }
total-title = Budgets in total
total = **{ $ward } { $label }: { $amount }** ({ $n } lines)
total-without = Not in it: { $n } lines for which no amount is printed.
total-apart = Not in it: { $amount } that are accounted for separately.
total-previous = The same lines in the year before: { $amount }
total-covers = This adds only the lines that print an amount; it is not the ward's whole budget.
versus-title = Budgets side by side
list-title = Budgets
differ-both = ⚠️ Years and kinds of amounts differ: they cannot be compared as they stand.
differ-years = ⚠️ Years differ: the amounts cannot be compared as they stand.
differ-kinds = ⚠️ Kinds of amounts differ (budget, estimate …): they cannot be compared as they stand.
budget-nothing = The documents print no budget that fits. Try another ward or topic.

# Questions without an answer

choose-title = Which one do you mean?
suggested-title = The documents do not answer this
suggested-near = Nearby topics:
not-found-title = Nothing found
friendly-title = Hello from the counter
understood = What I understood: { $list }
try-this = **Try asking**
    • What is the disaster budget of Minato Ward, Osaka?
    • 津波避難ビルはいくつありますか
    • Child care measures and whom to contact
gone = This entry is gone since the documents were updated. Please ask again.
changed-since = ℹ️ The documents were updated since this was shown. This is how it stands now.
discreet = Please use the button below, so that nobody else sees the answer.
browse-title = Browse
browse-root = All wards
changes-title = Changes since the year before

# Settings, privacy, help

settings-title = Your settings
settings-text = Your ward is used where a question names none. Without a language, you are answered in the language of your question. Settings are kept until you change or delete them.
settings-ward = Your ward
settings-language = Language of answers
settings-look = How answers look
look-usual = As a card
look-readings = With readings of all kanji
look-hard-readings = With readings of harder kanji
look-plain = For screen readers: short lines, no symbols
settings-no-ward = none
settings-any-language = that of the question
privacy-title = Privacy
privacy-text = **Kept for { $days } days**
    • your questions with the day, the language, the ward and whether they were answered
    • what you sent with “Helpful”, “Not this” and “Report a mistake”, with the question it was about
    Moderators read these to make the answers better. They cannot see whose they are.
    {""}**Kept until you delete it**
    • the settings you made, and the ward you chose in a channel
    {""}**Not kept**
    • your name and id: what is yours carries a code that cannot be turned back into them
    • the words of questions on painful subjects: that there was one is counted, and not tied to you
    Questions are not written to the log. Which message answers which is remembered until a restart, to follow your edits and deletions.
    {""}**About moderators**
    What moderators do is recorded for { $audit } days, with their id and the time.
    The buttons below give you what is yours, and delete it from the files.
privacy-download = This is what is kept about you.
privacy-forgotten = What was kept about you is deleted.
privacy-nothing = Nothing is kept about you.
help-title = How to use this
help-text = I answer from the wards' own policy documents: measures, budgets and contacts, each with the place where it stands. You can also mention me.
help-footer = Answers say only what the documents say. Please confirm procedures with the ward office.
thanks = Thank you.
thanks-comment = Thank you. The moderators will see it.
why-title = What was not right?
why-label = Tell us (you may leave it empty)
why-placeholder = e.g. it was about another ward; I wanted to know how to apply
mistake-title = Report a mistake
mistake-label = What is wrong?
mistake-placeholder = e.g. the phone number is out of date

# When something is wrong

error = That did not work. Please try again; if it goes on, give the moderators this number: { $id }
error-busy = The documents are being prepared. Please try again in a moment. ({ $id })
error-store = What is kept could not be read or written; perhaps nothing has changed. Please try again in a moment; if it goes on, give the moderators this number: { $id }
error-user = { $error }
error-outdated = This command is out of date. Please restart Discord and try again.
error-message = That did not work. Please try again.
old-button = This button is too old to work. Please ask again.
cooldown = That is a lot of questions. Please wait { $seconds } seconds.
moderators-only = Only moderators (people who may manage the server, or have the moderators’ role) can use this.
delete-not-yours = Only the person who asked and moderators can delete this.

# Moderators' words under answers

words-note = From the moderators ({ $date })
words-correction = Correction by the moderators ({ $date })
words-not-ours = From the moderators: not a matter of the ward’s documents ({ $date })
thread-name = Answer

# The moderators' desk

desk-gone = It is gone. Please open the list again.
desk-no-topic = There is no word in that topic that could be found in a question. Please name a thing, such as 粗大ごみ.
desk-no-word = Please write the residents’ word and a word that the documents use.
desk-word-added = “{ $word }” will be read as “{ $other }”.
desk-next-reload = It takes effect with the next /data reload.
desk-not-written = It was not written. Nothing has changed.
desk-no-measure = There is no such measure. Please choose one of those offered.
desk-note-about = Please choose a measure or write a topic.
unanswered-title = Questions without an answer
unanswered-head = { $n } groups, without { $answered } that are answered now and { $noted } with moderators’ words
unanswered-empty = None.
unanswered-when = { $n } times, { $first } to { $last }
unanswered-do = Where the documents say it in another word, add that word. Where it is no matter of theirs, say whom to ask.
button-add-word = Add a word
button-add-note = Write a note
button-not-ours = Not ours
button-correct = Write a correction
button-resolve = Mark as dealt with
form-word-title = Add a word
form-word-subject = What residents write
form-word-label = What the documents call it
form-word-placeholder = e.g. 見守り
form-topic-title = Write a note
form-topic-subject = Topic that it is shown for
form-topic-label = The sentence
form-topic-placeholder = e.g. the plan for next year will be published in December
form-not-ours-title = Not a matter of these documents
form-not-ours-subject = Topic
form-not-ours-label = Whom to ask instead
form-not-ours-placeholder = e.g. for pensions, please ask the pension office
form-correction-title = Write a correction
form-correction-label = What is right (shown until the data changes)
form-correction-placeholder = e.g. the phone number changed in April 2026
reports-title = Reports
reports-head = { $n } waiting
reports-empty = None.
reports-one = Report
reports-measure = Measure
reports-question = Question
reports-resolved = Dealt with
notes-title = Moderators’ words
notes-head = 📝 under a measure · ⚠️ corrections (until the data changes) · 💬 topics · ↪ not ours
notes-empty = None yet.
contact-unknown-ward = There are no documents of that ward. Please choose one of those offered.
contact-short-topic = Please write a topic of two characters or more; a shorter one would fit too much.
contact-written = The department is entered
contact-before = Before
channel-title = In this channel
channel-text = A person’s own ward and language come before what is set here.
channel-ward = Ward
channel-language = Language
channel-private = Answers for the asker alone
channel-threads = Answers in threads
channel-every = Answer every message
channel-needs-intent = To read messages, switch Message Content on in the developer portal and restart the bot.
switch-on = on
switch-off = off
stats-title = The last { $days } days
stats-empty = No questions.
stats-questions = Questions
stats-questions-text = { $asked } in all: { $answered } answered ({ $partly } of them lacked a detail), { $choose } asked back which ward, { $unanswered } not answered, { $other } greetings and the like
stats-said = What people said
stats-resolved = { $n } mistakes dealt with
stats-missing = What the documents lacked
stats-topics = Asked most without an answer
stats-time = Time to answer
stats-time-text = half within { $p50 }, 95% within { $p95 }
stats-store = Not recorded since the start
stats-store-text = { $dropped } too many at once · { $failed } failed to write
export-done = { $n } rows, the newest first.

# For moderators

data-title = Loaded documents
data-document = **{ $ward } { $year } { $status }**
    { $file }: { $all } entries ({ $measures } measures, { $overviews } overview lines), { $figures } amounts, { $odd } remarks
data-generation = Index
data-generation-text = fingerprint { $fingerprint } · { $documents } documents · { $measures } measures · { $entries } entries without headings · up for { $hours } hours
data-kept = The earlier data stays in use.
data-state = Generation and folders
data-check-title = Check of the files as they are now
data-diff-title = What a reload would change
data-changed-title = What changed
data-history-title = Generations that are kept (* answers now)
data-preview-title = What this would change
data-preview-differs = The files or the data changed after you saw this. Please look again.
data-change-gone = This change has been applied or dropped already.
data-busy = { $who } is changing the data at this moment. Please try again when that has ended.
data-somebody = Somebody else
data-working = Preparing the data… { $percent } %
data-no-year = That is no fiscal year. Please write it like 令和4年度 or 2022.
data-file-too-large = The file is too large: { $max } MB is the most.
data-file-lost = The attached file could not be fetched. Please attach it again.
data-exported = This is what is loaded now.
data-export-large = It is larger than Discord takes. Please use `madoguchi data export`.
