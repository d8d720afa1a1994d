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
cmd-data-status-about = See what is loaded
cmd-data-reload-about = Read the documents again
cmd-desk-about = See what people said of the answers (moderators)
choice-document = As in the document
choice-largest = Largest first
choice-smallest = Smallest first
choice-rise = Biggest rise first
choice-fall = Biggest fall first

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
menu-candidates = Other candidates
menu-browse = Choose what to open
menu-show = Choose what to see

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
thousand-yen = ¥{ $number },000
yen = ¥{ $number }
no-amount = no amount given (“-”)
amount-labelled = { $amount } ({ $label })
change = { $mark } { $yen } ({ $percent })
change-none = ±0 (as in the year before)
budget-covered = This is the amount of the overview line “{ $title }”, which covers this measure. It is not this measure's own.
budget-apart = Separate: { $note } (not added to the amount above)
budget-none = This document gives no amount for this measure.
results-none = This document gives no results for this measure.
target-none = This document names no goal for this measure.
changes-none = This document marks no change from the year before here.
contact-none = This document names no contact for this measure.
contact-phone = Phone: { $number }
contact-fax = Fax: { $number }
contact-of-page = The office responsible for the document's page.
contact-of-document = As named in the document.
contact-of-config = Not from the document: entered by the bot's operator.
missing = ※ Not in this document: { $list }.
words-title = Words explained
words-footer = Explained by this bot; these are not the document’s words.
more-rows = … and { $n } more

# Figures

ranking-largest = The largest budgets
ranking-smallest = The smallest budgets
ranking-rise = Budgets that rose
ranking-fall = Budgets that fell
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
settings-text = Your ward is used where a question names none. Without a language, you are answered in the language of your question. Settings are kept until the bot restarts.
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
privacy-text = **What is kept**
    • the settings you made, and the ward you chose in a channel
    • what you sent with “Helpful”, “Not this” and “Report a mistake”, with the question it was about
    • which message answers which, to follow your edits and deletions; not their text
    All of it only in memory: it is gone when the bot restarts. Moderators read what you send.
    {""}**What is not kept**
    Questions are not written to the log. Questions on painful subjects are kept nowhere.
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
error-user = { $error }
error-outdated = This command is out of date. Please restart Discord and try again.
error-message = That did not work. Please try again.
old-button = This button is too old to work. Please ask again.
cooldown = That is a lot of questions. Please wait { $seconds } seconds.
moderators-only = Only moderators (people who may manage the server) can use this command.
delete-not-yours = Only the person who asked and moderators can delete this.

# For moderators

data-title = Loaded documents
data-document = **{ $ward } { $year } { $status }**
    { $file }: { $all } entries ({ $measures } measures, { $overviews } overview lines), { $odd } remarks
data-generation = Index
data-generation-text = fingerprint { $fingerprint } · { $documents } documents · { $measures } measures · { $entries } entries without headings · up for { $hours } hours
data-reloaded = Reloaded and applied: { $documents } documents, { $measures } entries, { $odd } remarks
data-unchanged = No change, the data is up to date: { $documents } documents, { $measures } entries, { $odd } remarks
data-kept = The earlier data stays in use.
desk-title = What people said
desk-empty = Nothing yet.
desk-no-question = (question not recorded)
desk-footer = Kept in memory only; gone after a restart.
