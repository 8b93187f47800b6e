### English. In the order of de/amtsstube.ftl: the same ids with the same values.

## Frame: navigation, top bar, key bar

nav = Areas
nav-counter = Counter
nav-cases = Cases
nav-persons = Persons
nav-cash = Cash desk
nav-deadlines = Deadlines
nav-district = District
nav-settings = Settings
nav-menu = Menu
top-search = Case, person, file number, text …
top-search-label = Search
top-lock = Lock
top-lock-this = Lock: { $user }
region-top = Top bar
region-left = Left column
region-middle = Middle
region-right = Right column

## Keys: what they are called on the keyboard, and what they do everywhere

key-ctrl = Ctrl
key-shift = Shift
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-space = Space
key-up-down = ↑ ↓
key-next-field = next field
key-next-column = next column
key-help = help
key-column-before = column before
key-next-stop = on
key-stop-before = back
key-search-all = search everything
key-variants = other characters for the letter before
key-lock = lock the desk
key-as-large-as-usual = usual size
key-pages = Page ↑ ↓, ↑ ↓
key-turn = turn the page, where no field needs the key
key-press-it = press, tick, open a list
key-open-list-keys = Alt+↓
key-open-list = open a field's list
key-choose = choose
key-open = open
key-search = search

## Help: what one does on a screen, and which keys there are

help = Help
help-title = Help: { $screen }
help-field = This field
help-keys-here = Keys on this screen
help-keys-everywhere = Keys everywhere
help-window = Everything works by keyboard; the bar at the bottom shows the keys that work now.
help-begin = Nothing is set up here yet. A further desk of a town needs address and code from the Kreis; with the backup of another desk it need not fetch everything over the line. The first desk of a town begins without either.
help-sign-in = Work begins with login and PIN. After a wrong PIN the desk waits, longer each time. Who forgot the PIN gets a new one from the administration.
updating-title = Bringing the database up to date
updating-words = A new version of the program reads the history once anew. It changes no data. The window may be closed; at the next opening it begins again.
updating-done = { $done } of { $of }
updating-begins = It begins …
updating-again = Try again
help-updating = After an update what the lists show is read anew from the history. Then the sign-in comes by itself.
help-counter-start = Three letters of the service are enough, Enter takes the first one. Parked drafts stand below and wait until they are finished or thrown away.
help-counter-person = Search first, then enter: name, birth date or street are enough, by sound too. Where the person is new, the program shows who is like them before they are entered. Then come how they appear, what was seen and when it came in. Esc goes one step back: from the new person to the search, from there to the services; what is entered stays as a draft.
help-counter-form = Enter goes to the next field. What is wrong stands under the field and in the strip on top; a warning holds nothing up. At the right stand legal basis, documents, fee and deadline for what is entered so far. The draft saves itself. Esc closes an open list, else it goes back to the person; nothing entered is lost.
help-counter-stops = Read out, have it signed, take the money: Ctrl+Enter goes on, Esc goes one step back. Only the last step opens the case with its number, receipt and papers.
help-counter-done = The case is open and stays so on file. Papers are printed here; Enter begins with the next person.
help-cases = On top the lists with their numbers, below them the cases. Arrows choose, Enter opens. A press on a column's title sorts, the field above narrows. Ctrl+P shows the list as it is printed; Ctrl+P again prints it. “f/u” in the column of deadlines: a follow-up lies before it; the day that is named stays the one that counts.
help-case = Everything about a case: papers, documents, money, persons, answers and what happened. Nothing is overwritten; each change is added to the history. A correction that was begun saves itself; Esc leaves it, “Go on correcting” goes on. What the Kreis decides is handed over to it by Ctrl+G; who has the case then, since when and why, stands at the top. Ctrl+K goes to the procedure: what is missing, who was heard, who decides; Tab goes on to what is to be done. Ctrl+J takes a notified decision back or revokes it: the dialog names the paragraphs, counts the year and says which papers are printed already; what favours somebody needs a hearing before.
help-paper = The paper as it is printed. Page up and page down turn it, plus and minus change its size, Ctrl+plus and Ctrl+minus by 10 %, Ctrl+0 shows it as at first. The field beside them takes any size.
help-prints = What is printed, waits or did not come out, the newest on top. A job that did not come out begins anew or at another printer; the paper stays the same. Ctrl+O verifies whether a PDF file is a paper that was issued here. Daily closings stand here as well, for those who counted.
help-inbox = Trade notices that the portal has put into this desk's folder, the newest on top. Enter checks and takes in: it becomes a draft at the counter, with the original attached. What is missing stands at the right; what cannot be read says why and in which line. Once it is a case, Ctrl+Enter lays the certificate of receipt into the folder antworten below; there the portal fetches it. Files are neither changed nor deleted.
help-lot = What the statistical office has not got of a month's trade notices, in one file, on the first working day of the next month at the latest (§ 3 (2) GewAnzV). Older ones that were forgotten are among them. Enter shows what the office gets; Ctrl+Enter writes the file. Only “Note as sent” ends it.
help-persons = Name, sound, birth date or street find people and businesses. Arrows choose, Enter opens.
help-together = On the left stands what was entered first, on the right the other; arrows choose what stands. Cases and papers stay as they are.
help-person = What stands here counts for future cases; cases that were opened keep their answers. A ban on disclosure (§ 51 BMG) hides the address everywhere. Ctrl+I discloses what is held (Art. 15 GDPR); before that each note is gone through: told, or withheld with a reason; so is the banned address of somebody else. Whoever may be entered twice is named before.
help-serial = Each case of the list gets a letter of its own, with salutation and reference. Look at the first, then write all; Esc stops, and a run that broke off goes on with the rest.
help-kreis = Whether the service of the Kreis answers and what is still to go there. Where two desks entered different things both versions stand here, and their digit chooses; until one stands there is no paper and no decision on it. Handovers are what came from other offices or is on its way to them: Enter takes in, Ctrl+O opens a file from a stick; what cannot be opened says why.
help-settings = The town's values stand in letterheads, notices of remedy and fees. Under “Staff” everybody gets their roles; without a role nobody may do anything.
help-workshop = A pack or a service that somebody writes with an editor, as the counter will show it: the form with the example, fee, deadlines, papers. Once a file is saved it stands here after a second. “Difference” says what a version does otherwise; Ctrl+N goes from fault to fault. Nothing is taken in and nothing is written here.
help-appearance = Colours, language and size count at once, and the next time as well.

## Controls

problems-count = { $count ->
    [one] Check 1 entry
   *[other] Check { $count } entries
}
warnings-count = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
problems-more = and { $count } more
required = required
cancel = Cancel
close = Close
choice-none = please choose
list-empty = Nothing found.
list-sort-up = sorted upwards
list-sort-down = sorted downwards
date-example = DD.MM.YYYY
summary = Summary

## Appearance

appearance-title = Appearance
appearance-theme = Colours
appearance-language = Language
appearance-zoom = Size
appearance-zoom-hint = Everything grows: text, fields, distances.
theme-system = as the system
theme-light = light
theme-dark = dark
theme-high-contrast = high contrast
key-larger = larger
key-smaller = smaller
page-zoom = Size in per cent
key-by-ten = by 10 %
page-zoom-range = Please type a number from { $least } to { $most }.

## Problem: input that a control recognises by itself

problem-date = This is not a date. For example 24.11.2026 or 241126.
problem-date-future = { $date } lies in the future. Please give a day up to today.
problem-amount = This is not an amount. For example 26 or 26,50.
problem-number = This is not a whole number.

## Deadlines: the steps that explain a date. $date, $from and $before come written out
deadline-event = What counts is { $date }; that day itself is not counted.
deadline-beginning = The time begins with { $date }; that day is counted.
deadline-posted = Posted on { $date }.
deadline-notified = The letter is deemed notified { $days ->
    [one] 1 day later
   *[other] { $days } days later
}: { $date }.
tax-goes-by-ao = To taxes and charges of a town the AO applies correspondingly, as far as the law of the Land refers to it.
deadline-notified-open = Whether the law of the Land ({ $land }) says the fourth day, too, was not read here and is to be confirmed by the town. Where the third still holds it is notified a day earlier, and the end may be earlier, too.
deadline-notified-stays = A Saturday, Sunday or public holiday changes nothing here: { $date }.
deadline-day = One day from { $from }: { $date }.
deadline-days = { $value ->
    [one] 1 day
   *[other] { $value } days
} from { $from }: { $date }.
deadline-week = One week from { $from }, to the same day of the week: { $date }.
deadline-weeks = { $value ->
    [one] 1 week
   *[other] { $value } weeks
} from { $from }, to the same day of the week: { $date }.
deadline-month = One month from { $from }: { $date }.
deadline-months = { $value ->
    [one] 1 month
   *[other] { $value } months
} from { $from }: { $date }.
deadline-year = One year from { $from }: { $date }.
deadline-years = { $value ->
    [one] 1 year
   *[other] { $value } years
} from { $from }: { $date }.
deadline-back-day = One day before { $from }: { $date }.
deadline-back-days = { $value ->
    [one] 1 day
   *[other] { $value } days
} before { $from }: { $date }.
deadline-back-week = One week before { $from }: { $date }.
deadline-back-weeks = { $value ->
    [one] 1 week
   *[other] { $value } weeks
} before { $from }: { $date }.
deadline-back-month = One month before { $from }: { $date }.
deadline-back-months = { $value ->
    [one] 1 month
   *[other] { $value } months
} before { $from }: { $date }.
deadline-back-year = One year before { $from }: { $date }.
deadline-back-years = { $value ->
    [one] 1 year
   *[other] { $value } years
} before { $from }: { $date }.
deadline-month-end = The month has no such day; its last day counts: { $date }.
deadline-saturday = { $date } is a Saturday.
deadline-sunday = { $date } is a Sunday.
deadline-holiday = { $date } is a public holiday: { $holiday ->
    [neujahr] New Year's Day
    [heilige-drei-koenige] Epiphany
    [frauentag] International Women's Day
    [karfreitag] Good Friday
    [ostersonntag] Easter Sunday
    [ostermontag] Easter Monday
    [tag-der-arbeit] Labour Day
    [tag-der-befreiung] Liberation Day
    [christi-himmelfahrt] Ascension Day
    [pfingstsonntag] Whit Sunday
    [pfingstmontag] Whit Monday
    [fronleichnam] Corpus Christi
    [volksaufstand] Anniversary of the Uprising of 1953
    [friedensfest] Augsburg Peace Festival
    [mariae-himmelfahrt] Assumption Day
    [weltkindertag] World Children's Day
    [tag-der-deutschen-einheit] Day of German Unity
    [reformationstag] Reformation Day
    [allerheiligen] All Saints' Day
    [buss-und-bettag] Day of Repentance and Prayer
    [erster-weihnachtstag] Christmas Day
    [zweiter-weihnachtstag] Second Day of Christmas
   *[other] { $holiday }
}
deadline-moved = The next working day counts: { $date }.
deadline-local-holiday = { $date } is a public holiday in some towns: { $holiday ->
    [fronleichnam] Corpus Christi
    [mariae-himmelfahrt] Assumption Day
   *[other] { $holiday }
}. { $note } Please check.
deadline-stays-zeitraum = A span of time also ends on a Saturday, Sunday or public holiday: { $date }.
deadline-stays-zeitraum-bgb = Nothing has to be declared or done on that day, so § 193 BGB does not move the end: { $date }.
deadline-stays-termin = A day that was set also counts on a Saturday, Sunday or public holiday: { $date }.
deadline-stays-rueckwaerts = Counted back, { $date } does not move; the last working day before it is { $before }.
deadline-result = End: { $date }, 24:00.
procedure-answer-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
} to answer, counted from the day on which the letter is deemed notified
procedure-weeks-unconfirmed = How many weeks it is is to be confirmed by the town.
notified-moved-unconfirmed = That the day of notification moves here follows from case law and is to be confirmed by the town.
delivery-unconfirmed = The law on service is to be confirmed by the town.
delivery-unnamed = By which law one serves in { $land } is not known here: please enter it in Administration, Town.
procedure-answer-chosen = Chosen freely: { $date }
remedy-action = Action within a month of notification
remedy-objection = Objection within a month of notification
remedy-after-objection = Action within a month of the service of the decision on the objection
ruling-counts = As a period of court procedure it counts by the code of civil procedure and the civil code
ruling-unserved = Not formally served: whether the period runs so is open; that is mended at the earliest by proved arrival (§ 8 VwZG)
remedy-without-notice = Without a notice of legal remedy it is a year
remedy-failure-to-act = No action for failure to act before three months since the application have passed, under special circumstances earlier
remedy-failure-objection = No action for failure to act before three months since the objection have passed, under special circumstances earlier
remedy-failure-from = An action for failure to act is admissible from { $date }
notified-post = By post, posted on { $date }
notified-arrived = Arrival proved on { $date }
notified-arrived-before = Arrived on { $date }, before the day of notification: that day stays
notified-hand = Handed over on { $date }
notified-acknowledged = Receipt acknowledged on { $date }
notified-served = Served on { $date }

## Birth date and account number: why an entry is none, and what to do
birth-date-form = This is not a date.
birth-date-form-remedy = For example 14.03.1987 or 140387; unknown parts as 00: 00.00.1990.
birth-date-month = There is no month { $month }.
birth-date-month-remedy = Please check day and month.
birth-date-day = This month has only { $last } days.
birth-date-day-remedy = Please look at the identity card.
birth-date-gap = A day needs its month, a month its year.
birth-date-gap-remedy = Give unknown parts as 00: 00.03.1987 or 00.00.1987.
birth-date-future = This day lies in the future.
birth-date-future-remedy = Please give the year with four digits and check it.
birth-date-too-old = This day lies more than 130 years back.
birth-date-too-old-remedy = Please check the year.
iban-form = This is not an IBAN.
iban-form-remedy = Two letters, two digits, then the account: DE89 3704 0044 0532 0130 00.
iban-length = This IBAN has { $found } characters; in this country it has { $wanted }.
iban-length-remedy = Please look for missing or doubled characters.
iban-check-digits = The check digits do not fit: the IBAN is mistyped.
iban-check-digits-remedy = Please compare digit by digit.
postcode-form = This is not a postcode.
postcode-form-remedy = Five digits, for example 48712.

## Duplicate persons: what speaks for it
similar-same-name = Same name
similar-same-family-name = Same family name
similar-family-name-sounds-alike = Family name sounds alike
similar-family-name-in-part = Family name fits in part
similar-birth-name-matches = Name at birth fits
similar-other-family-name = Other family name
similar-names-swapped = Given and family name swapped
similar-same-given-names = Same given names
similar-given-names-in-part = Given names fit in part
similar-given-names-sound-alike = Given names alike
similar-given-name-missing = A given name is missing
similar-same-birth-date = Same birth date
similar-birth-date-agrees-in-part = Birth date fits as far as known
similar-birth-date-unknown = Birth date unknown
similar-birth-day-and-month-swapped = Day and month of birth swapped
similar-birth-date-mistyped = Birth date perhaps mistyped
similar-same-address = Same address
similar-same-postcode = Same postcode

## Papers
paper-character = The character “{ $character }” cannot be printed. It stands in “{ $text }”.
paper-character-remedy = Please use another character; those of DIN 91379 are allowed.
paper-values = The letter { $letter } lacks: { $names }.
paper-values-remedy = Please add what is missing to the case.
paper-identity = It is not entered by what the person proved who they are.
paper-identity-remedy = Please choose "Identity paper seen" at the person (command line: --identity).
paper-no-letter = There is no letter { $letter }.
paper-no-letter-remedy = Please have the service checked in the catalogue: it names a letter that is missing.
paper-no-form = There is no form { $form }.
paper-no-form-remedy = Please have the service checked in the catalogue: it names a form that is missing.
paper-no-room = { $part ->
    [address] The address is too long for its field: { $text }
   *[other] The text is too long for its place: { $text }
 }
paper-no-room-remedy = Please shorten it; an address has at most six lines.
paper-code-long = { $bytes } characters are too many for a QR code.
paper-code-long-remedy = Please shorten the text.
paper-unreadable = This file is no readable PDF.
paper-unreadable-remedy = Please get the file again.
paper-late = Drawing this page does not come to an end; the file is faulty or was made for that.
paper-late-remedy = Please get the file again, and start Amtsstube anew when it suits: until then it goes on computing the page.
picture-too-large = The picture has { $megapixels } million pixels; { $most } at most are shown.
picture-too-large-remedy = Please save it and open it outside, or scan at a lower resolution.
picture-unreadable = The file is no readable PNG or JPEG.
picture-unreadable-remedy = Please take another file.
paper-no-page = The paper has no page { $page }.
paper-no-page-remedy = Please choose another page.
paper-not-written = The paper could not be made: { $reason }
paper-not-written-remedy = The case is unchanged. Please try again and report the fault.

## Official forms as data: what is wrong with a file
form-not-understood = This cannot be understood: { $message }
form-not-understood-remedy = Please compare with a form that comes with the program.
form-part-kind = A part needs exactly one of text, area and tick.
form-part-kind-remedy = Please split it or add what is missing.
form-part-surplus = Does not belong to this part: { $names }.
form-part-surplus-remedy = Please strike it.
form-part-incomplete = This part lacks: { $name }.
form-part-incomplete-remedy = Please add it.
form-outside = { $box } does not lie on the A4 sheet or has no size: { $place }.
form-outside-remedy = Lengths are millimetres from the top left; rules run level or upright.
form-field-unknown = There is no field { $no }, only 1 to { $fields }.
form-field-unknown-remedy = Please correct the number or the count of fields.
form-field-missing = Field { $no } is missing.
form-field-missing-remedy = Please add a block with this number.
form-field-twice = There is a field { $no } already.
form-field-twice-remedy = Please merge both blocks or correct the number.
form-box-twice = There is a box { $box } already.
form-box-twice-remedy = Please give it another name.
form-overlap = { $box } lies over { $other }.
form-overlap-remedy = Please move them apart.
form-format-unknown = There is no format { $format }.
form-format-unknown-remedy = Possible are text, date, country, nationality and the names under [format].
form-head-unknown = The head has no value { $name }.
form-head-unknown-remedy = Possible are { $known }.
form-heading = Headings have level 1, 2 or 3.
form-heading-remedy = Please correct the level.
form-path-unknown = The service { $service } does not ask for { $path }.
form-path-unknown-remedy = Please correct the path in the form or the field of the service.
form-choice-unknown = { $path } has no choice { $choice }.
form-choice-unknown-remedy = Please correct the value in the form.
form-choice-without-box = For the choice { $choice } of { $path } the form has no box.
form-choice-without-box-remedy = Please add a box or strike the choice.

## Database: why it does not open or takes nothing
store-exists = There is a database here already; it is not overwritten.
store-exists-remedy = Please open the one that is there or choose another folder.
store-missing = There is no database here.
store-missing-remedy = Please check the data folder or set up this desk anew.
store-wrong-key = This key belongs to another database.
store-wrong-key-remedy = Please use the recovery key from the safe.
store-broken = The database is damaged: { $why }
store-broken-remedy = Please delete nothing, call the administrator and have the last backup ready.
store-newer = A newer version of the program has used this database.
store-newer-remedy = Please update the program.
store-busy = Another program is writing.
store-busy-remedy = What you entered is still there. Please try again in a moment.
window-open-already = The window is open on these data already.
window-open-already-remedy = Please use the open window; the command line may write beside it.
store-full = The disk is full.
store-full-remedy = Nothing was stored. Please make room and try again.
store-disk = The disk takes nothing at the moment, or it is faulty: { $why }
store-disk-remedy = Nothing was stored. Please look whether there is room left, and try again.
store-read-only = This folder may not be written: { $why }
store-read-only-remedy = Nothing was stored. Please check the permissions of the folder.
store-behind = This database is not the newest of this desk, so it gives out no numbers: { $why }
store-behind-remedy = Reading goes on. Please let the head decide whether this desk goes on as a new one (amtsstube go-on).
store-not-let-in = This desk began with the backup of another one and is not enrolled with the Kreis yet, so it gives out no numbers.
store-not-let-in-remedy = Reading works already. Please enrol it with the code of the Kreis: amtsstube enrol URL CODE
backup-role = Backups are written by the head or an administrator.
backup-role-remedy = Please ask somebody with that role.
backup-passphrase-short = The passphrase of the backup is too short: whoever finds the file can guess as often as they like.
backup-passphrase-short-remedy = Please choose at least { $length } characters, best four words, and keep them apart from the file.
backup-passphrase-missing = The passphrase of the backup is missing.
backup-passphrase-missing-remedy = Please set AMTSSTUBE_PASSPHRASE or name a file with --passphrase-file.
backup-passphrase-differs = The two passphrases differ.
backup-passphrase-differs-remedy = Please enter the same one twice.
backup-wrong-passphrase = The passphrase or the recovery key does not belong to this backup.
backup-wrong-passphrase-remedy = Please enter the passphrase with which it was written, or the key from the safe.
backup-none = This is no backup of this program.
backup-none-remedy = Please choose the file that “amtsstube backup” or the administration (F8) wrote.
backup-cut = A part of the backup is missing: the file is cut off.
backup-cut-remedy = Please copy it again, or take another backup. Nothing was changed here.
backup-changed = The backup is not what was written any more: it is damaged or was changed.
backup-changed-remedy = Please take another backup. Nothing was changed here.
backup-later = The backup comes from a newer version of the program.
backup-later-remedy = Please update the program first.
backup-other-town = The backup belongs to another town ({ $town }) than the code.
backup-other-town-remedy = Please take a backup of a desk of the same town.
backup-not-enrolled = The desk that wrote this backup was not enrolled with the Kreis; a new desk cannot begin with it.
backup-not-enrolled-remedy = Please enrol, agree and back up again there, or enrol without --from.
backup-unsent = The desk that wrote this backup had not sent everything to the Kreis; a new desk cannot begin with it.
backup-unsent-remedy = Please agree there (amtsstube sync --once), back up again and take that file, or enrol without --from.
backup-stopped = Stopped; nothing was written.
backup-stopped-remedy = Please begin again when there is time.
store-twin = Another machine works as this desk, so this database gives out no numbers.
store-twin-remedy = Please take in nothing more here; reading goes on, and everything stays stored. The head decides: amtsstube go-on, then get a code from the Kreis and enrol this machine as a new desk (amtsstube enrol).
desk-is-newest = This database is the newest of this desk.
desk-is-newest-remedy = There is nothing to decide; it hands out numbers as always.
store-not-anchored = Stored, but the counter-check could not be written: { $why }
store-not-anchored-remedy = Please do not hand out the number yet and look for the case in the list.
store-fork = Two different events claim the same place: { $why }
store-fork-remedy = Please call the administrator; nothing was taken over.
store-failed = The database did not do it: { $why }
store-failed-remedy = Nothing was stored. Please try again and report the error.

## Key of the database
key-none = No key is kept here for this database.
key-none-remedy = Please enter the recovery key from the safe.
key-passphrase-needed = The key is locked by a passphrase.
key-passphrase-needed-remedy = Please enter the passphrase or provide it in AMTSSTUBE_KEY.
key-wrong-passphrase = The passphrase is wrong.
key-wrong-passphrase-remedy = Please check upper and lower case.
key-no-keyring = The system's keyring does not answer: { $why }
key-no-keyring-remedy = Please unlock the keyring or use a passphrase.
key-in-data-folder = The key must not lie beside the data.
key-in-data-folder-remedy = Please choose another folder.
key-file = This file holds no readable key: { $why }
key-file-remedy = Please check the path and the permissions of the file.

## Verification: what does not agree
serial-title = Serial letter
serial-none = There is no case in this list that could be written to.
serial-cases = { $count ->
    [one] To 1 case
   *[other] To { $count } cases
}
serial-what = What is written
serial-words = Own words
serial-lacking = Missing paper: { $paper }
serial-subject = Subject
serial-text = Text
serial-text-hint = An empty line begins a paragraph. Possible are: { $known }
serial-print = Print at once, as last at this desk
serial-write = { $count ->
    [one] Write 1 letter
   *[other] Write { $count } letters
}
serial-write-key = Write
serial-sure = { $count ->
    [one] One letter is issued: “{ $called }”
   *[other] { $count } letters are issued: “{ $called }”
}
serial-sure-printed = Printing follows at once.
serial-sure-not-printed = Nothing is printed yet.
serial-sure-stays = Each is a paper of its case from then on and stays in the file. Whoever is not sure looks at the first one before (Ctrl+P).
serial-sure-not = Not yet
serial-look = Look at the first
serial-first = First letter: { $number }
serial-back = To the list
serial-stop = Stop
serial-stops = Is being stopped
serial-goes = { $done } of { $of } letters
serial-said = { $issued } of { $of } letters written
serial-ended = { $issued } of { $of } letters are written
serial-ended-stopped = Stopped: { $issued } of { $of } letters are written
serial-left-title = Without a letter
serial-left-number = Case
serial-left-why = Why
serial-left-hint = Enter opens the case. Once the reason is gone, the run goes on with the rest on the right.
serial-earlier = Earlier runs
serial-earlier-none = There is none yet.
serial-earlier-far = { $date }: { $issued } of { $of }
serial-go-on = Go on with the rest
serial-go-on-with = Go on with the rest: { $name }
serial-far = { $done } of { $of } letters
serial-done = { $issued } of { $of } letters issued (run { $run })
serial-stopped = Stopped: { $issued } of { $of } letters are issued. It goes on with --run { $run }
serial-no-case = There is no case for this filter.
serial-no-case-remedy = Please change the filter.
serial-too-many = There are more than { $most } cases for this filter.
serial-too-many-remedy = Please narrow it and write in several runs.
serial-empty = Subject or text is missing.
serial-empty-remedy = Please give both.
serial-placeholder = There is no placeholder “{ $name }”.
serial-placeholder-remedy = Possible: { $known }.
serial-paragraphs = The text has more than { $most } paragraphs.
serial-paragraphs-remedy = Please shorten it or join paragraphs.
serial-words-and-kind = A paper of the service has its own words.
serial-words-and-kind-remedy = Please give either a kind, or subject and text.
serial-run-unknown = There is no such run, or somebody else began it: { $run }
serial-run-unknown-remedy = Please take the identity from paper runs.
serial-blocked = There is a block of disclosure (§ 51 BMG) for somebody in this case.
serial-blocked-remedy = Please write by itself and hand it over.
serial-nobody = There is nobody in this case to write to.
serial-nobody-remedy = Please enter a person in the case.
serial-has-it = The case has this paper already.
serial-has-it-remedy = Nothing is to be done; a second time there is only a duplicate.
serial-long = The text is longer than { $most } characters.
serial-long-remedy = Please shorten it.
serial-elsewhere = This letter was issued elsewhere just now.
serial-elsewhere-remedy = There is nothing to do.
serial-left = This letter could not be issued.
serial-left-remedy = Please open the case and have a look.
proof-issued = Genuine: { $title } of case { $number }, issued on { $date } by { $name }. The file is this paper byte for byte.
proof-issued-by-nobody = Genuine: { $title } of case { $number }, issued on { $date }. The file is this paper byte for byte.
proof-issued-signed = Genuine: { $title } of case { $number }, issued on { $date } by { $name }. The file is this paper byte for byte, and behind it stands nothing but an electronic signature.
proof-issued-by-nobody-signed = Genuine: { $title } of case { $number }, issued on { $date }. The file is this paper byte for byte, and behind it stands nothing but an electronic signature.
proof-signature = The signature covers the whole file and fits it. The certificate names “{ $subject }”, issued by “{ $issuer }”.
proof-signature-remedy = Whether the certificate is to be trusted is told by the program that the file is read with.
proof-signature-not-yet = At the moment that the signature states ({ $stated }) the certificate did not count yet: it does from { $date }.
proof-signature-not-yet-remedy = Please ask whoever signed.
proof-signature-expired = At the moment that the signature states ({ $stated }) the certificate had expired: it counted until { $date }.
proof-signature-expired-remedy = Please ask for a copy that is signed with a certificate that counts.
proof-signature-weak = The key is too short or of a kind that nothing is signed with here: such a signature can be forged.
proof-signature-weak-remedy = Please ask for a copy that is signed with RSA of 2048 bits or more or an elliptic curve of 256 bits or more.
proof-signature-usage = The certificate is not for signing.
proof-signature-usage-remedy = Please ask for a copy whose certificate was issued for signing.
proof-signature-undated = The certificate does not legibly say from when until when it counts.
proof-signature-undated-remedy = Please ask whoever signed.
proof-copy-saved = This signed copy was saved by { $name } on { $date }; so the case says.
proof-copy-unknown = The case does not say that this signed copy was saved here.
proof-copy-unknown-remedy = It may have been saved at another desk that has not agreed yet, or signed by somebody else. Please ask.
proof-signature-claims = Of itself the signature claims what nobody has verified: made on { $stated }, name “{ $name }”, reason “{ $reason }”.
proof-signature-broken = The electronic signature at its end does not fit the file.
proof-signature-broken-remedy = Please ask for the file once more as it was signed, or without a signature.
proof-stands = It holds: it was neither replaced nor set aside.
proof-repeats = It is a duplicate of the paper of { $date }.
proof-replaced = It holds no more: it was replaced by { $title } of { $date }.
proof-replaced-remedy = Please ask for the newer paper, or print it from the case.
proof-void = It has not held since { $date }.
proof-void-remedy = Please look in the case for what holds instead.
proof-falls = It still holds, but not from { $date } on: then taking back or revoking takes effect.
proof-falls-remedy = Please look in the case for what falls.
proof-falls-notified = It still holds. Taking back or revoking is written but was not notified yet ({ LAW("§ 43 VwVfG, § 124 AO") }).
proof-falls-notified-remedy = Please look in the case whether the notification has only not been entered.
proof-cancelled = The receipt { $number } was cancelled.
proof-cancelled-remedy = Please do not take it as a proof of payment.
proof-cancelling-second = This cancelling does not count: { $name } had cancelled the receipt { $number } on { $date } already.
proof-cancelling-second-remedy = Please ask for the earlier one; by this one no money goes back.
proof-cancelling-role = This cancelling does not count: whoever entered it may not do so in that role. The receipt { $number } stands.
proof-cancelling-role-remedy = Where it is wrong, a cashier or the head cancels it once more.
proof-cancelling-not-held = This cancelling does not count: whoever entered it did not hold the role, or not any more. The receipt { $number } stands.
proof-cancelling-not-held-remedy = Where it is wrong, a cashier or the head cancels it once more.
proof-cancelling-none = This cancelling does not count: by the history the receipt { $number } is not cancelled.
proof-cancelling-none-remedy = Please look in the case for what its history says.
proof-hidden = Genuine: the file is byte for byte a paper of this office. You may not see the case.
proof-hidden-remedy = Whether it still holds is told by a colleague who may see the case.
proof-hidden-signed = Genuine: the file is byte for byte a paper of this office, and behind it stands nothing but an electronic signature. You may not see the case.
proof-hidden-signed-remedy = Whether it still holds is told by a colleague who may see the case.
proof-claims = Not genuine: the file names case { $number }, but is none of its issued papers.
proof-claims-remedy = Please do not take it as a proof, and look in the case for what was really issued.
proof-like-none = There is no similar paper in this case.
proof-added = It begins with { $title } of { $date }; something was added behind it, such as a signature, a note or filled-in fields.
proof-added-remedy = Please ask for the file as it was issued. What was added does not come from this office.
proof-bytes = The text that one reads equals { $title } of { $date }, but the file is another: saved anew, converted, or changed where one does not read.
proof-bytes-remedy = Please ask for the file as it was issued, or take the paper from the case.
proof-words = It resembles { $title } of { $date }, but says something else:
proof-only-file = only in the file: { $line }
proof-only-paper = only in the issued paper: { $line }
proof-package = Genuine: notice to { $body-en } about case { $number } of { $date }. The file is byte for byte what that body gets.
proof-package-sent = It was sent on { $date }.
proof-package-waits = That it was sent is not noted.
proof-package-newer = There is a newer one of { $date }.
proof-withheld = What the issued paper says is not shown: for somebody in the case there is a ban on disclosure (§ 51 BMG).
proof-withheld-remedy = Please compare in the case.
proof-foreign = This file was not issued here, and it names no case that you may see.
proof-foreign-remedy = It may be a paper of another office, a changed one, or one whose file was destroyed after its term. It proves nothing as it is.
proof-picture = This is a picture, such as a scan or a photograph. A picture cannot be verified, even where everything looks right.
proof-picture-remedy = Please ask for the PDF file as it was issued, or search the case number and compare it with the paper in the case.
proof-no-pdf = The file { $path } is no PDF.
proof-no-pdf-remedy = Papers are issued as PDF. Please choose the original file.
proof-encrypted = The file { $path } is encrypted or locked against changes.
proof-encrypted-remedy = Nothing was issued here like that. Please ask for the original file.
proof-broken = The file { $path } is damaged and cannot be read.
proof-broken-remedy = It was not issued here like that. Please have it sent again.
proof-too-large = The file { $path } has more than { $megabytes } MB.
proof-too-large-remedy = No paper of this office is that large. Please choose the original file.
verify-file = The file is damaged: { $what }
verify-file-remedy = Please delete nothing and have the last backup ready.
verify-unreadable = This part cannot be read: { $what }
verify-unreadable-remedy = Please delete nothing and have the last backup ready.
verify-envelope = An event was changed: { $what }
verify-envelope-remedy = Please compare the backup; the event proves nothing any more.
verify-chain-gap = The chain lacks an event before { $what }.
verify-chain-gap-remedy = Please compare the backup.
verify-chain-break = The chain is broken at { $what }.
verify-chain-break-remedy = Please compare the backup.
verify-payload = The content of an event is missing or was changed: { $what }
verify-payload-remedy = Please compare the backup.
verify-blob = A paper or attachment is not what it was: { $what }
verify-blob-remedy = Please take it from the backup and do not print it.
verify-blob-missing = A paper or attachment is missing: { $what }
verify-blob-missing-remedy = Please take it from the backup.
verify-blob-unused = An attachment belongs to no case: { $what }
verify-blob-unused-remedy = It only takes up space; please report it.
verify-number = A number stands otherwise in the register than in the case: { $what }
verify-number-remedy = Please open the case and compare the paper.
verify-number-twice = A number was given out twice: { $what }
verify-number-twice-remedy = Both stay; please let the head decide.
verify-number-settled = A number was given out twice ({ $what }), and the head noted: { $reason }
verify-number-settled-remedy = There is nothing left to do.
verify-number-beside = A number was given out twice ({ $what }), and the head noted in the cases what happened.
verify-number-beside-remedy = There is nothing left to do.
work-not-here = What this is about has not come to this desk yet, or only a newer program reads it.
work-not-here-remedy = Please sync or update Amtsstube, and note it then.
answer-no-kreis = Case { $number }: the certificate of receipt cannot go to the portal, because this desk belongs to no Kreis.
answer-no-kreis-remedy = Once the Kreis has let the desk in again, it goes out by itself. If it is urgent, please print and send it.
answer-none = There is no answer of this name here that does not go out by itself: { $file }
answer-none-remedy = amtsstube exchange inbox says which there are.
answer-full = Case { $number }: the service of the Kreis has no room for the certificate of receipt; nobody fetches the answers there.
answer-full-remedy = Please call the Kreis; it goes on being tried. If it is urgent, print and send the certificate.
answer-too-large = Case { $number }: the certificate of receipt is too large for the service of the Kreis.
answer-too-large-remedy = Please print and send it.
answer-not-taken = Case { $number }: the service of the Kreis does not take the certificate of receipt for the portal ({ $word }).
answer-not-taken-remedy = Please ask the Kreis whether the service is up to date; it goes on being tried. If it is urgent, print and send the certificate.
answers-refused = { $count ->
    [one] The service of the Kreis does not take a certificate of receipt for a portal.
   *[other] The service of the Kreis does not take { $count } certificates of receipt for portals.
}
answers-refused-remedy = The inbox (F3, Ctrl+O) and amtsstube exchange inbox say which and why.
work-own = This is your own work; another head looks at it.
work-own-remedy = Please tell the other head.
work-none = There is nothing to look at, or what was done is noted already.
work-none-remedy = Kreis (F7) and amtsstube outbox say what there is.
work-destroyed = What this is about was destroyed after its term; nothing is written down about it any more.
work-destroyed-remedy = Please leave the field empty and note only that it was looked at.
number-not-twice = This number was not given out twice, or what was done is noted already.
number-not-twice-remedy = Kreis (F7) and amtsstube outbox say which ones are.
verify-receipt-gap = A receipt number is missing: { $what }
verify-receipt-gap-remedy = Please check the cash and note the gap.
verify-anchor = The database is not the newest of this desk: { $what }
verify-anchor-remedy = Please let the head decide whether this desk goes on as a new one (amtsstube go-on).
verify-tables = The lists do not agree with the files: { $what }
verify-tables-remedy = The files themselves are not affected. Please have the lists made again.
verify-tables-outdated = The lists were made with another catalogue.
verify-tables-outdated-remedy = Please have the lists made again and verify once more.

# The till: daily closing
cli-cash-close-day = Count the till of this desk and close it
cli-cash-closings = List daily closings
cli-cash-print = Print the paper of a closing
cli-cash-save = Save the paper of a daily closing
cli-arg-first-day = From this day on (else from the first of the month)
cli-arg-last-day = Up to this day (else today)
cli-arg-csv = As a CSV file for the finance system
cli-arg-counted = Coins and notes as counted: 50=3 0,20=12; 0 for an empty till
cli-arg-delivered = Amount that goes to the bank or the town's cash office
cli-arg-terminal = Sum by the card terminal's own closing
cli-arg-difference = Reason of a difference
cli-arg-second = Login of the second person; their PIN stands in AMTSSTUBE_SECOND_PIN
cli-arg-opening = Change at the beginning, for the first closing only
cli-arg-since = From which day on receipts count, for the first closing only (else today)
cli-arg-alone = Whether the till for which this desk goes on is at work at another machine and closes itself; for the first closing only
cli-arg-corrects = Correct the last closing, by its running number
cli-arg-mistake = Reason of the correction
cli-arg-closing = Number of the closing: A-T00012
cli-arg-look-till = Only show what has to be in the till
cli-till = Till { $till }: change { $opening }, cash { $cash }, card { $card }, { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}. Cash that has to be there: { $expected }
cli-till-left-out = Earlier receipts that belong to no closing: { $left-out }
cli-till-goes-on = Goes on for till { $code }: its receipts that no closing counts are counted here (--alone yes: only its own).
cli-till-alone = The receipts of till { $code } are not counted, since it goes on at another machine (--alone no: they are).
cli-closing = { $number } of { $date }: has to be { $expected }, counted { $counted }, difference { $difference }; stays { $stays }
count-form = “{ $value }” is no coin and no note with a number of pieces.
count-form-remedy = For example 50=3 for three fifties, or 0,20=12.
count-pieces = “{ $value }” is no number of pieces.
count-pieces-remedy = Please give a whole number up to { $most }.
count-twice = This coin or note stands there twice: { $value }
count-twice-remedy = Please add the pieces up.
count-missing = What was counted is missing.
count-missing-remedy = Please give --counted, for example --counted 50=3 0,20=12; --counted 0 for an empty till.
till-amount-form = “{ $value }” is no amount in euros.
till-amount-form-remedy = For example 150 or 150,50.
till-difference = Counted are { $counted }, it should be { $expected }: difference { $difference }.
till-difference-remedy = Please count again; where the difference stays, give its reason.
till-card-difference = The card terminal says { $terminal }, booked are { $card }.
till-card-difference-remedy = Please compare the card slips; where it stays, give the reason.
till-delivered = At most the { $counted } that were counted can be brought to the bank, not { $cents }.
till-delivered-remedy = Please change the amount.
till-opening-known = The change is known: the last closing left { $opening } in the till.
till-opening-known-remedy = Please leave it out. Where the last closing was wrong, correct it.
till-since-known = From when on it counts is known: since the last closing.
till-since-known-remedy = Please leave it out.
till-alone-known = What of the till before is counted is known since the first closing.
till-alone-known-remedy = Please leave it out.
till-agree-first = This till goes on for another one; what that one booked and closed last, maybe only the Kreis knows.
till-agree-first-remedy = Please agree with the Kreis first (F7), then close; without a connection count only its own money (tick that the other till goes on, or --alone yes).
till-since-future = { $date } lies in the future.
till-since-future-remedy = Please give a day up to today.
till-opening-negative = The change cannot be below zero.
till-opening-negative-remedy = Please give the amount that was in the till at the beginning.
till-opening-missing = With the first closing of this till it is missing how much change was in it at the beginning.
till-opening-missing-remedy = Please give the amount, even if it was 0; if nobody knows, write the reason.
till-second-missing = Here a second person counts too.
till-second-missing-remedy = Please let a second person count too, with their login and PIN.
till-second-same = The second person has to be another one than who closes.
till-second-same-remedy = Please let somebody else count too.
till-not-allowed = Tills and closings are seen by cashier and head only.
till-not-allowed-remedy = Please ask somebody with one of these roles.
closing-unknown = There is no closing { $number } here.
closing-unknown-remedy = Please check the number; cash closings lists all.
closing-not-last = Only the last closing, number { $last }, can be corrected, not { $number }.
closing-not-last-remedy = Please correct the last closing and name the earlier mistake there as the reason.
closing-mistake-missing = What was wrong with the last closing is missing.
closing-mistake-missing-remedy = Please give the reason of the correction.
closing-already = This till was closed today at { $time } ({ $number }), and nothing was booked since.
closing-already-remedy = Where it was wrong, please correct it: with the reason and --corrects { $count }, on the screen by “Correct the last closing”.
closing-hidden = This closing names cases that you may not read (§ 30 AO).
closing-hidden-remedy = Please ask whoever made it, or the head.
closing-gone = There is no such closing here.
closing-gone-remedy = Please open the list anew.
accent-form = “{ $value }” is no colour.
accent-form-remedy = Please give # and six digits or letters from A to F, for example #7A1F3D; empty means black.
accent-light = The colour “{ $value }” is too light: many could not read the name on white paper.
accent-light-remedy = Please choose a darker one, for example #7A1F3D (a contrast of 4.5 : 1 at least).
weeks-form = These are no weeks from 1 to { $most }.
weeks-form-remedy = Please enter a whole number, or nothing.
yes-no-form = Here stands “ja”, “nein” or nothing.
yes-no-form-remedy = Please enter “ja” or “nein”, or clear the field.
yes-form = Here stands “ja” or nothing.
yes-form-remedy = Please enter “ja”, or clear the field.
cash-second-form = That does not say whether a second person counts too.
cash-second-form-remedy = Please give “ja” (yes); empty means no.
journal-days = The first day ({ $from }) is after the last ({ $until }).
journal-days-remedy = Please swap the days.
verify-closing-gap = A daily closing is missing before this one: { $what }
verify-closing-gap-remedy = Please check the till and note the gap.
verify-closing-order = This daily closing does not go on from the one before: { $what }
verify-closing-order-remedy = Please compare the backup and check the till.
verify-closing-twice = What this daily closing took over from the till that it goes on for, that one has closed itself: { $what }
verify-closing-twice-remedy = Please compare the backup and check the till.
verify-closing-sums = This daily closing counts something else than was booked: { $what }
verify-closing-sums-remedy = Please compare the receipts with the closing's paper.
verify-closing-reason = The reason of its difference is missing in this daily closing: { $what }
verify-closing-reason-remedy = Please check the till and note the reason.
certificate-passphrase-missing = The passphrase of the certificate is missing.
certificate-passphrase-missing-remedy = Please set AMTSSTUBE_CERTIFICATE_PASSPHRASE or name a file with --passphrase-file.
certificate-no-store = { $path } is no file with a key and a certificate (PKCS#12, .p12 or .pfx), or it is damaged.
certificate-no-store-remedy = Please take the file that the certification authority handed out.
certificate-passphrase = The passphrase does not fit the certificate { $path }.
certificate-passphrase-remedy = Please check the passphrase of the file; it is another one than that of the database or of a backup.
certificate-outdated = { $path } is enciphered in an outdated way (such as RC2).
certificate-outdated-remedy = Please have the file issued anew with AES or convert it: openssl pkcs12 -legacy -in OLD -nodes | openssl pkcs12 -export -out NEW.
certificate-no-key = There is no private key in { $path }.
certificate-no-key-remedy = Please take the file that holds key and certificate together; a certificate alone cannot sign.
certificate-none = There is no certificate in { $path } that belongs to the key.
certificate-none-remedy = Please have key and certificate issued together in one file.
certificate-weak = The key in { $path } is too short, or of a kind that PDF programs do not verify.
certificate-weak-remedy = Please apply for a certificate with RSA of 2048 bits or more, or with an elliptic curve of 256 bits or more (P-256).
certificate-usage = The certificate in { $path } is not for signing.
certificate-usage-remedy = Please take a certificate whose key usage names digital signature or non-repudiation.
certificate-not-yet = The certificate in { $path } counts only from { $date } on.
certificate-not-yet-remedy = Please save without a signature until then, or check the computer's clock.
certificate-expired = The certificate in { $path } expired on { $date }.
certificate-expired-remedy = Please apply for a new certificate and save without a signature until then.
signature-reason = Copy of an issued paper
signature-label = Electronic signature
sign-box = signed electronically
sign-certificate = The town's certificate file (PKCS#12, .p12 or .pfx)
sign-certificate-hint = This desk remembers where it lies.
sign-certificate-missing = The certificate file is not named.
sign-certificate-missing-remedy = Please type its path, such as /media/stick/siegel.p12, or untick “signed electronically”.
sign-passphrase = Passphrase of the certificate file
sign-passphrase-hint = It is asked for each time and stored nowhere.
sign-passphrase-missing = The passphrase of the certificate file is missing.
sign-passphrase-missing-remedy = Please type it, or untick “signed electronically”.
proof-closing = Genuine: daily closing { $number } of { $date }, closed by { $name }. The file is this paper byte by byte.
proof-closing-stands = It stands: it was not corrected.
proof-closing-corrected = It stands no more: it was corrected by { $number }.
proof-closing-corrected-remedy = Please ask for the corrected closing.
kreis-act-till-closed = Till closed
kreis-act-till-witnessed = Till counted by a second person
settings-key-accent = Colour in the head of letters, for example #7A1F3D
settings-key-cash-second = A second person counts too at the daily closing: “ja” demands that
settings-black = black
till-title = Till { $till }
till-pages = What is shown
till-page-open = Since the last closing { $count }
till-page-journal = Journal
till-page-closings = Closings
till-sum = Cash
till-opening = Change at the beginning
till-cash = Cash taken
till-card = By card
till-terminal-off = The card terminal differs: { $difference }
till-expected = Has to be there
till-counted = Counted
till-left = Stays in the till
till-difference-label = Difference
till-right = It is right.
till-less = Money is missing. Please count again or give the reason.
till-more = There is too much. Please count again or give the reason.
till-strip = Has to be { $expected }, counted { $counted }, difference { $difference }
till-standing = Cash that has to be there { $expected }, by card { $card }
till-last = Last closing { $number }: { $when }, { $by }
till-never = This till was never closed. Earlier receipts that the first closing does not count: { $count }
till-count = Count the till
till-count-on = Go on counting
till-kept = What is counted stays: “Go on counting” takes it up again.
till-drop = Throw the count away
till-later = Count on later
till-correct = Correct the last closing
till-correct-says = What closing { $number } counted is counted anew. It stays as it is; what came after it belongs to the next one.
till-key-case = in the list: open the case
till-key-paper = in the list: look at the paper
till-cancel = Cancel the receipt
back-of = Receipt { $receipt } is cancelled. { $way } The fee is owed again then.
back-cash = Please give { $amount } in cash back from the till.
back-card = Please refund { $amount } to the card at the terminal; nothing goes out of the till.
till-cancel-reason = Reason
till-cancelled-bare = Cancelled. { $back } Its paper could not be issued; please make up for it in the case (Enter).
till-cancelled = Cancelled. { $back } The cancellation is issued; Enter opens the case to print it.
till-close = Close
till-closed = Closed: { $number }
till-closing-title = Daily closing { $number }
till-print = Print
till-printing = The daily closing goes to { $printer }.
till-save = Save as CSV
till-saved = Saved: { $file }
till-journal-file = Journal { $from } to { $until }
till-closing-file = Journal { $number }
till-notes = Notes
till-coins = Coins
till-delivered-label = Brought to the bank
till-terminal-label = By the card terminal
till-opening-label = Change at the beginning
till-since-label = Receipts from
till-first-says = First closing of this till: please say how much change was in it at the beginning. Without a day the receipts of today count; earlier ones ({ $count }) belong to no closing.
till-alone-label = Till { $code } goes on at another machine
till-alone-says = This desk goes on for { $code }, whose data were not the newest. Receipts of { $code } that no closing counts are therefore counted here; the change is what its last closing left where none is given. Ticked, only what was booked at this desk counts.
till-mistake-label = Reason of the correction
till-reason-label = Reason of a difference
till-second-label = Second person: login
till-pin-label = Second person: PIN
till-column-receipt = Receipt
till-column-day = Day
till-column-how = Means
till-column-amount = Amount
till-column-closing = Closing
till-column-by = By
till-back = cancellation, { $how }
till-was-cancelled = { $how }, cancelled
till-short = By its books only { $there } are in the till.
till-nothing = Nothing was taken since the last closing.
till-journal-none = Nothing was booked in these days.
till-closings-none = This till was not closed yet.
till-from = From
till-until = Until
till-show = Show
help-till = Here stands what came into the till since the last closing. Ctrl+Enter counts and closes; the paper comes right after. The journal shows all tills over several days, closings have their papers. A receipt after the closing belongs to the next one. A wrong closing stays and is corrected. “Save as CSV” writes the journal of the days or of the chosen closing.
help-till-count = Enter the number of pieces of each note and coin; at the right stands whether it is right. A difference that stays needs a reason. What is brought to the bank leaves the till; the rest is tomorrow's change. The first closing needs the change at the beginning, even if it was 0. Ctrl+Enter closes. Esc goes back and keeps what is counted; “Go on counting” takes it up again.

# catalogue: answers, fees and the files of services
answer-missing = An answer is missing (“{ $label }”).
answer-missing-remedy = Please fill it in.
answer-differs-from-person = The person is known with: { $known }.
answer-differs-from-person-remedy = Which is right?
answer-unknown-field = This service has no field { $field }.
answer-unknown-field-remedy = Please check the field's name.
answer-not-group = Several details are wanted here, not “{ $answer }”.
answer-not-group-remedy = Please give the single parts.
answer-not-list = A list is wanted here, not “{ $answer }”.
answer-not-list-remedy = Please give a list, even of one.
answer-not-text = Text is wanted here, not “{ $answer }”.
answer-not-text-remedy = Please give it as text.
answer-not-a-choice = “{ $answer }” is not among the choices.
answer-not-a-choice-remedy = Please take one of the choices offered.
answer-not-yes-no = “{ $answer }” is neither yes nor no.
answer-not-yes-no-remedy = Please say yes or no.
answer-not-number = “{ $answer }” is no number.
answer-not-number-remedy = Please write it in digits, for instance 3.
answer-not-money = “{ $answer }” is no amount.
answer-not-money-remedy = For instance 26 or 26,50.
answer-too-small = { $answer } is too little, at least { $limit }.
answer-too-small-remedy = Please check the number.
answer-too-great = { $answer } is too much, at most { $limit }.
answer-too-great-remedy = Please check the number.
answer-too-long = { $count } characters are too many, at most { $max }.
answer-too-long-remedy = Please shorten it.
answer-too-few = Too few entries: { $count } instead of at least { $min }.
answer-too-few-remedy = Please add some.
answer-too-many = Too many entries: { $count } instead of at most { $max }.
answer-too-many-remedy = Please take some out.
answer-none-marked = Where there are several entries, one has to be marked.
answer-none-marked-remedy = Please mark the main one.
answer-several-marked = { $count } entries are marked; only one may be.
answer-several-marked-remedy = Please mark the main one only.
answer-character = Character { $position } ({ $shown }) is not allowed in any register.
answer-character-remedy = Please take it out or put the right character.
answer-character-not-here = Character { $position } ({ $shown }) is not allowed in this field.
answer-character-not-here-remedy = Please take it out or write it as a word.
answer-not-email = “{ $answer }” is no e-mail address.
answer-not-email-remedy = For instance name@beispiel.de.
answer-not-phone = “{ $answer }” is no telephone number.
answer-not-phone-remedy = Digits, blanks and + - / ( ) only.
answer-not-country = “{ $answer }” is no state and no nationality that is known.
answer-not-country-remedy = For instance Slowakei, slowakisch or SK.
answer-not-wz = “{ $answer }” is not in the classification of economic activities.
answer-not-wz-remedy = Please search by the description or leave it empty.
answer-not-file = “{ $answer }” is no attachment of this case.
answer-not-file-remedy = Please attach the file.
answer-date-unreadable = “{ $answer }” is no date.
answer-date-unreadable-remedy = For instance 24.11.2026 or 241126.
answer-date-year = The year in “{ $answer }” cannot be right.
answer-date-year-remedy = Please check the year; 1800 to 2199 are possible.
answer-date-impossible = There is no such day as “{ $answer }”.
answer-date-impossible-remedy = Please check day and month.
service-other-land = “{ $service }” rests on the law of { $of }; the town lies in { $land }.
service-other-land-remedy = Please install a pack of your own Land (F7), or run the matter without this service.
change-laender = The Länder whose law it is are others.
proxy-not-allowed = This service does not allow somebody else to appear in this way.
proxy-not-allowed-remedy = The person has to come or to declare themselves.
document-missing = A document is missing without which nothing can be filed.
document-missing-remedy = Please have it shown and tick it.
fee-because = By the tariff.
fee-town = The town's amount: { $amount-en }.
fee-town-missing = The town has not set this amount yet.
fee-base = Base amount: { $amount-en }.
fee-per-piece = { $count } × { $each-en } = { $amount-en }.
fee-pieces = { $product } = { $count }
fee-min = At least: { $amount-en }.
fee-max = At most: { $amount-en }.
fee-lowered = Lowered after the legal remedy; { $cents } before.
fee-waived = The fee is not charged.
fee-share = Of this { $amount-en } are due to { $to-en }; the town keeps { $kept-en }.
fee-total = In all: { $amount-en }.
fee-charged-before = Of this { $cents } were charged before.
fee-unconfirmed = The town has yet to confirm the amount.
levy-begins-month-of = The liability begins with the month of { $event }: { $date }.
levy-begins-month-after = The liability begins with the month after { $event }: { $date }.
levy-begins-set = The beginning of the liability was set by hand: { $date }.
levy-earlier = The liability began on { $from } already. Nothing is set here for the time before { $year }, since the amounts of earlier years are not known: please by a decision of its own.
levy-year = For { $year } the whole year's amount applies: { $amount }.
levy-whole-year = For the begun year { $year } too the whole year's amount applies: { $amount }.
levy-months = { $months ->
    [one] For one month
   *[other] For { $months } months
} in { $year } a twelfth of { $annual } each: { $amount }.
levy-rounded = Rounded down to the cent: { $amount }.
deadline-because = Period of the service.
deadline-land-assumed = The town's municipality key is missing; the holidays of { $land } were used.
deadline-before-easter = { $days ->
    [one] A day
   *[other] { $days } days
} before Easter Sunday, { $easter }: { $date }.
deadline-after-easter = { $days ->
    [0] Easter Sunday is
    [one] A day after Easter Sunday, { $easter }:
   *[other] { $days } days after Easter Sunday, { $easter }:
} { $date }.
deadline-unconfirmed = The town has yet to confirm this period.
catalogue-key-missing = Missing: { $name }
catalogue-key-missing-remedy = Please add it; docs/catalogue.md says what belongs where.
catalogue-name-twice = This stands twice: { $name }
catalogue-name-twice-remedy = Please take one of them out.
catalogue-key-unknown = There is no “{ $name }” here. Possible are: { $known }.
catalogue-key-unknown-remedy = Please check the spelling, or take the line out.
catalogue-key-unfit = There is no “{ $name }” here.
catalogue-key-unfit-remedy = Please take it out.
catalogue-word-unknown = “{ $name }” is no word that means something here. Possible are: { $known }.
catalogue-word-unknown-remedy = Please take one of them.
catalogue-type-wrong = Here stands { $found ->
    [text] text (in quotes)
    [yes-no] true or false
    [date] a date
    [list] a list (in square brackets)
    [table] a table (in braces)
    [decimal] a decimal number
    [number] a whole number
   *[other] something else
}, needed is { $expected ->
    [text] text (in quotes)
    [yes-no] true or false
    [date] a date
    [list] a list (in square brackets)
    [table] a table (in braces)
    [decimal] a decimal number
    [number] a whole number
   *[other] something else
}.
catalogue-type-wrong-remedy = Please compare with docs/catalogue.md.
catalogue-value-unfit = This value does not fit here.
catalogue-value-unfit-remedy = Please compare with docs/catalogue.md.
catalogue-length-wrong = These are too many or too few.
catalogue-length-wrong-remedy = Please compare with docs/catalogue.md.
catalogue-toml-wrong = This is no valid TOML: something is missing or too much, a quote, a bracket, an equals sign.
catalogue-toml-wrong-remedy = Please check this line and the one before.
catalogue-file-unreadable = The file cannot be read: { $message }
catalogue-file-unreadable-remedy = Please check path and permissions.
catalogue-file-misnamed = The file has to be named { $wanted }.
catalogue-file-misnamed-remedy = Please rename it, or correct slug and version.
catalogue-validity-unknown = The first day of validity is no day.
catalogue-validity-unknown-remedy = For instance valid = {"{"} from = 2026-01-01 {"}"}.
catalogue-validity-ends-first = The validity ends before it begins.
catalogue-validity-ends-first-remedy = Please check from and to.
catalogue-validity-gap = Between the versions { $other } and { $version } of { $slug } none is valid.
catalogue-validity-gap-remedy = Please correct the older one's to or the newer one's from.
catalogue-validity-overlap = The versions { $other } and { $version } of { $slug } are valid at once.
catalogue-validity-overlap-remedy = Please give the older one a to, the day before the newer one's from.
catalogue-version-twice = The version { $version } of { $slug } exists twice.
catalogue-version-twice-remedy = Please remove one file.
catalogue-key-twice = The service key { $key } is already that of { $other }.
catalogue-key-twice-remedy = Please check the key.
catalogue-key-malformed = { $key } is no service key.
catalogue-key-malformed-remedy = A LeiKa key has 14 digits.
catalogue-example-missing = The [example] is missing.
catalogue-example-missing-remedy = Please add valid answers; the tests need them.
catalogue-translation-missing = The German or English wording is missing here: { $text }
catalogue-translation-missing-remedy = Please give de and en.
catalogue-id-missing = An id is missing here.
catalogue-id-missing-remedy = Please add one: small letters and underscores.
catalogue-id-twice = The id { $id } already exists here.
catalogue-id-twice-remedy = Please choose another one.
catalogue-field-unknown = There is no field { $field } in this file.
catalogue-field-unknown-remedy = Please check the spelling; parts are named group.part.
catalogue-choice-unknown = { $choice } is no choice of { $field }.
catalogue-choice-unknown-remedy = Please compare with the field's options.
catalogue-circle = Whether { $field } is visible depends on itself, in a circle.
catalogue-circle-remedy = Please change one of the conditions.
catalogue-type-unknown = There is no type of field named { $type }.
catalogue-type-unknown-remedy = Possible are the types in docs/catalogue.md and the groups in groups.toml.
catalogue-default-unknown = This default is not understood: { $default }
catalogue-default-unknown-remedy = Possible are a value, today, received and a value of the town.
catalogue-condition-shape = A condition says exactly one thing: { $written }
catalogue-condition-shape-remedy = Please use all, any, not, or field with exactly one test.
catalogue-moment-unknown = This moment is not understood: { $written }
catalogue-moment-unknown-remedy = For instance 2026-01-01, today-18y, received+14d.
catalogue-period-unknown = There is no period { $period } in this file.
catalogue-period-unknown-remedy = Please compare with the ids below [[deadline]].
catalogue-period-too-early = Whether a field counts or a period runs cannot depend on the end of the period { $period }.
catalogue-period-too-early-remedy = overdue stands in checks, documents, fees and papers.
catalogue-list-unknown = There is no list { $list }.
catalogue-list-unknown-remedy = Lists are in assets/codes.
catalogue-matrix-unknown = There is no matrix { $matrix }.
catalogue-matrix-unknown-remedy = Please check name and year.
catalogue-body-missing = The matrix's receiving body { $body } is missing.
catalogue-body-missing-remedy = Please say when it is told; when = false if never by itself.
catalogue-body-unknown = The body { $body } does not get this form.
catalogue-body-unknown-remedy = Please compare with the matrix.
catalogue-amount-shape = An amount of { $fee } is incomplete or contradicts itself.
catalogue-amount-shape-remedy = Possible are cents, town or both; with per also what is counted; min not above max.
catalogue-share-shape = The share of { $fee } is no fraction between nought and one.
catalogue-share-shape-remedy = For instance keeps = [2, 5]: the town keeps two fifths.
catalogue-fee-papers = The fee { $fee } does not say rightly which papers it is for.
catalogue-fee-papers-remedy = Please give papers where charged = "duplicate" stands, and only there.
catalogue-duplicate-unknown = { $fee } cannot charge a duplicate of { $paper }.
catalogue-duplicate-unknown-remedy = Please name a kind that the service has and that is no receipt: its duplicate is free.
catalogue-paper-shape = The paper { $paper } needs either letter or form.
catalogue-paper-shape-remedy = Please give exactly one.
catalogue-paper-unknown = This service has no paper { $paper }.
catalogue-paper-unknown-remedy = Please compare with the kinds of the [[paper]] tables in this file.
catalogue-letter-unknown = There is no letter { $letter }.
catalogue-letter-unknown-remedy = Known letters stand in papers.toml; a pack brings its own under letters/NAME/NUMBER.toml.
catalogue-placeholder-unknown = The letter { $letter } knows no placeholder { $name }.
catalogue-placeholder-unknown-remedy = Please compare with needs and may of the letter (assets/letters).
letter-placeholder-unknown = The placeholder { $name } is named neither in needs nor in may.
letter-placeholder-unknown-remedy = Please add the name there or correct it.
letter-open-brace = A brace is not closed.
letter-open-brace-remedy = A placeholder stands between two braces.
letter-unguarded = { $name } may be missing, but the block is always there.
letter-unguarded-remedy = Please name { $name } in the block's when, or in needs instead of may.
letter-table-unknown = The table { $name } is not named in tables.
letter-table-unknown-remedy = Please add it there, with the number of its columns.
letter-table-not-given = No letter is given a table { $name } with so many columns.
letter-table-not-given-remedy = There are answers, conditions and dues of 2 columns, documents, missing and hints of one.
letter-condition-unknown = { $name } is neither a value nor a table of this letter.
letter-condition-unknown-remedy = Please add it to needs, may or tables, or correct it.
letter-columns = { $what } has { $found ->
    [one] 1 entry
   *[other] { $found } entries
}, the table has { $columns } columns.
letter-columns-remedy = Both have to be the same number.
letter-block-kinds = A block says exactly one of heading, text, small, facts, table, list, code, signature, gap.
letter-block-kinds-remedy = Please make several blocks of it.
letter-no-german = A text without German wording.
letter-no-german-remedy = Please add de = "…".
letter-code-alt = A code without words beside it.
letter-code-alt-remedy = Please add caption and alt: not everybody can see it.
letter-value-unknown = Nobody gives the value { $name } to this letter.
letter-value-unknown-remedy = Please fill it under [paper.fill] of the service, or take a name of assets/letters/README.md.
letter-value-sometimes = Not every case has { $name }.
letter-value-sometimes-remedy = Please name it in may instead of needs, and let the block depend on it.
letter-built-in = The program brings the letter { $name } already.
letter-built-in-remedy = Please give your own letter another name.
catalogue-step-by-itself = The step { $step } cannot happen by itself.
catalogue-step-by-itself-remedy = Only the step closed can have by_itself.
catalogue-town-undeclared = The town's value { $key } is not described below [[town]], or not as what it is used for.
catalogue-town-undeclared-remedy = Please compare with docs/catalogue.md: type and options.
catalogue-refusal-without-letter = There is a legal remedy against a decision of this service, but no letter for a refusal.
catalogue-refusal-without-letter-remedy = Please add a paper with at = "decided" and outcome = ["refused"], or remedy = "none".
catalogue-decision-without-step = The service has a letter or an amount for a decision, but no step decided.
catalogue-decision-without-step-remedy = Please add a step with id = "decided", or take out the letter and the amount.
catalogue-decision-without-remedy = The service decides, but names no legal remedy ({ LAW("§ 37 (6) VwVfG") }).
catalogue-decision-without-remedy-remedy = Please set remedy = "klage" or remedy = "widerspruch", or take out the step decided.
catalogue-step-missing = The step { $step } is missing.
catalogue-step-missing-remedy = Every service has the steps filed and closed; please add it, with by = […].
catalogue-deemed-no-fee = deemed says something about the fee, but no fee is set with the decision.
catalogue-deemed-no-fee-remedy = Please take fee out of deemed, or add a fee with charged = "decision".
catalogue-deemed-unfit = Only what is decided by the { LAW("VwVfG") } can count as granted; months and law belong to it.
catalogue-deemed-unfit-remedy = Please take out deemed, or check regime, the step decided, months and law.
catalogue-occasion-unfit = There is no field { $field }, or it is no day.
catalogue-occasion-unfit-remedy = occasion names the fields of the first and the last day, with type = "date".
catalogue-block-unfit = The building block { $block } fits no decision: it says nothing, or the service decides nothing, or a condition stands at an outcome without conditions.
catalogue-block-unfit-remedy = Please check text, part and outcome.
catalogue-step-by-nobody = Nobody may take the step { $step }.
catalogue-step-by-nobody-remedy = Please name at least one role under by.
catalogue-step-unknown = There is no step { $step }.
catalogue-step-unknown-remedy = Please compare with the file's steps.
catalogue-plan-unknown = { $no } is not in the filing plan.
catalogue-plan-unknown-remedy = amtsstube catalogue plan lists the numbers.
catalogue-plan-number = The number { $no } does not belong below { $group }.
catalogue-plan-number-remedy = A number is that of its group, a dot and digits: { $group }.10.
catalogue-plan-retention = { $no } does not say how long it is kept and why.
catalogue-plan-retention-remedy = Please give either years or permanent = true, and why.
catalogue-retention-unknown = No retention can run from { $from }.
catalogue-retention-unknown-remedy = Possible are case_closed, business_closed and accounts_adopted.
catalogue-version-form = { $version } is no day.
catalogue-version-form-remedy = A version is named after the day it was made for: 2027-01-01.
# packs
pack-none = This is no pack, or it is incomplete.
pack-none-remedy = Please fetch the file again. Nothing was taken over.
pack-broken = The pack is damaged: { $message }
pack-broken-remedy = Please fetch the file again. Nothing was taken over.
pack-file-changed = { $file } is no longer what was signed in the pack.
pack-file-changed-remedy = Please fetch the file again. Nothing was taken over.
pack-file-no-text = { $file } is no text.
pack-file-no-text-remedy = Only files in UTF-8 belong in a pack.
pack-file-twice = { $file } is in the pack twice.
pack-file-twice-remedy = Please remove one of them.
pack-file-count = A pack has at least one and at most { $most } files.
pack-file-count-remedy = Please make several packs of it.
pack-place-unknown = { $file } does not belong in a pack.
pack-place-unknown-remedy = Possible are services/NAME/DAY.toml, letters/NAME/NUMBER.toml, codes/NAME.toml, filing-plan/NAME.toml and settings/NAME.toml, in small letters.
pack-too-large = The pack has { $size } bytes, at most { $most } are possible.
pack-too-large-remedy = Please make several packs of it.
pack-later-format = The pack has format { $format }, which this program does not know.
pack-later-format-remedy = Please update the program. Until then the earlier version counts.
pack-name-form = No pack can be called { $name }.
pack-name-form-remedy = Please use small letters, digits and hyphens, at most 40.
pack-title-form = Publisher or title are missing or too long.
pack-title-form-remedy = Please give publisher and title in German and English, at most 120 characters.
pack-version-form = The version of a pack counts from 1.
pack-version-form-remedy = Please give version = 1 or higher.
pack-head-missing = pack.toml is missing in the folder.
pack-head-missing-remedy = It says publisher, name, title, version and from; see docs/packs.md.
pack-folder-too-large = There are too many files or too deep folders; { $most } files are looked at.
pack-folder-too-large-remedy = Please choose the folder in which pack.toml and the services lie.
workshop-no-service = { $path } is neither a pack nor the file of a service.
workshop-no-service-remedy = Please choose a .toml file, a pack (.pack), or pack.toml in a folder.
pack-signature = The signature does not belong to this pack.
pack-signature-remedy = Somebody changed it, or it is damaged. Please fetch it from the publisher again. Nothing was taken over.
pack-other-publisher = This pack was not signed by the Kreis.
pack-other-publisher-remedy = It was not taken over. Please ask the Kreis.
pack-withdrawn = The Kreis has withdrawn this pack: { $reason }
pack-withdrawn-remedy = It takes no new cases in; those begun keep their version. Please ask the Kreis.
pack-key-withdrawn = The Kreis has withdrawn the key that signed this pack: { $reason }
pack-key-withdrawn-remedy = Nothing of this key counts for new cases any more; those begun keep their version. Please get a newly signed pack from the publisher.
publish-withdrawn = The Kreis took this back, and it is not signed again: { $reason }
publish-withdrawn-remedy = Please correct the contents, raise the version number and publish the folder.
withdrawn-not-kreis = Only the Kreis that this town is enrolled with can withdraw.
withdrawn-not-kreis-remedy = The pack was not taken over. Please ask the Kreis.
withdrawn-own-key = That is the Kreis's own key.
withdrawn-own-key-remedy = Nobody can withdraw it this way: the towns would have to enrol anew. A single pack can be withdrawn with --digest.
withdrawn-form = Either a key or a pack is withdrawn, with a reason.
withdrawn-form-remedy = Please give key or pack with 64 characters and a reason of at most 300 characters.
pack-version-released = { $slug } { $version } exists already, with other contents.
pack-version-released-remedy = A version is never changed: please make a new one with a new day.
pack-version-other = { $slug } { $version } exists already in the pack { $pack }, with other contents.
pack-version-other-remedy = A version is never changed: please ask the publisher for a new one with a new day.
pack-town-value = { $slug } names the town's value { $key }, which means something else already.
pack-town-value-remedy = Please choose a name of its own.
pack-setting-own = { $key } is the town's own and cannot be suggested.
pack-setting-own-remedy = Please take the line out.
pack-setting-unknown = There is no value { $key } of the town.
pack-setting-unknown-remedy = Please check the spelling; "amtsstube town show" names all.
pack-setting-text = The suggestion for { $key } is no text.
pack-setting-text-remedy = Please write it in quotes, as one types it: "48,00".
pack-setting-form = The suggestion "{ $value }" for { $key } is empty, too long or does not fit.
pack-setting-form-remedy = Please at most 120 characters, as one types it in the administration.
town-not-suggested = Nobody suggests anything for { $key }.
town-not-suggested-remedy = "amtsstube town suggested" shows all suggestions.
pack-example-refused = The example of { $slug } is refused, at { $field }: { $why }
pack-example-refused-remedy = The example has to be taken without error: please correct the example or the rule.
pack-letter-unfilled = The letter { $letter } needs { $name }; with the example of { $slug } it stays empty.
pack-letter-unfilled-remedy = Please name it in may instead of needs, or make the answer required.
pack-publisher-unknown = It was signed by { $publisher }, whose key { $key } is not known here yet.
pack-publisher-unknown-remedy = Please compare the key in another way, by telephone for instance, and then accept it (--accept).
pack-older = The pack { $name } is here in version { $here } already; the file has version { $version }.
pack-older-remedy = An older version is not laid over a newer one.
pack-same-version = The pack { $name } is here in version { $version } with other contents already.
pack-same-version-remedy = The publisher has to count the version up.
pack-administrator = An administrator takes a pack over.
pack-administrator-remedy = Please ask somebody with the role administrator.
pack-unknown = There is no pack { $name } here.
pack-unknown-remedy = amtsstube catalogue list names the packs. A folder with pack.toml becomes a pack of this town.
service-awaited = The service { $service } in version { $version } comes from a pack that has not arrived here yet.
service-awaited-remedy = It comes with the next sync. The case is stored completely.
service-version-of-day = On { $day } another version of { $service } counted ({ $version }).
service-version-of-day-remedy = Please begin the service anew for this intake; the answers can be taken over.
# what a version changes
change-new = New: { $name }
change-same = { $name }: unchanged
change-from = { $name }: version { $old } becomes { $new }, for what is received from { $date } on
change-name = Is now called “{ $new }” instead of “{ $old }”
change-field-added = New field: { $label }
change-field-added-required = New field: { $label }, required
change-field-added-when = New field: { $label }, required in certain cases
change-field-visible = Is asked in other cases: { $label }
change-field-always = Is always asked now: { $label }
change-field-min = { $label }: at least { $new } instead of { $old }
change-field-max = { $label }: at most { $new } instead of { $old }
change-field-default = { $label }: begins with another value
change-field-help = { $label }: another hint
change-field-removed = No longer asked: { $label }
change-field-label = “{ $new }” instead of “{ $old }”
change-field-required = Has to be answered now: { $label }
change-field-required-when = Has to be answered in other cases now: { $label }
change-field-optional = Need not be answered any more: { $label }
change-field = { $label }: another kind of answer
change-choice-added = { $label }: new choice “{ $choice }”
change-choice-removed = { $label }: the choice “{ $choice }” is gone
change-document-added = New document: { $label }
change-document-removed = Document no longer needed: { $label }
change-document-blocking = Nothing is taken any more without this document: { $label }
change-document-warning = This document can be brought later now: { $label }
change-document-needed = Is asked for in other cases: { $label }
change-document = Document changed: { $label }
change-check-added = New check: { $label }
change-check-removed = Check is gone: { $label }
change-check-when = Check applies in other cases: { $label }
change-check-error = Stops the filing now: { $label }
change-check-warning = Is only a hint now: { $label }
change-check = Check with other words or at another place: { $label }
change-fee-added = New fee: { $label }
change-fee-removed = Fee is gone: { $label }
change-fee-amount = Fee { $label }: { $old } → { $new }
change-fee-waiver = Fee { $label }: not charged in other cases
change-fee-confirmed = Fee { $label }: is certain now
change-fee-unconfirmed = Fee { $label }: is to be confirmed by the town now
change-fee = Fee { $label }: conditions changed
change-deadline-added = New deadline: { $label }
change-deadline-removed = Deadline is gone: { $label }
change-deadline-days = Deadline { $label }: { $new } instead of { $old } days
change-deadline-weeks = Deadline { $label }: { $new } instead of { $old } weeks
change-deadline-months = Deadline { $label }: { $new } instead of { $old } months
change-deadline-years = Deadline { $label }: { $new } instead of { $old } years
change-deadline-unit = Deadline { $label }: { $new } { $new-unit ->
    [days] days
    [weeks] weeks
    [months] months
   *[years] years
} instead of { $old } { $old-unit ->
    [days] days
    [weeks] weeks
    [months] months
   *[years] years
}
change-deadline-from = Deadline { $label }: begins with something else
change-deadline-kind = Deadline { $label }: otherwise whether it moves to the next working day
change-deadline = Deadline changed: { $label }
change-paper-added = New paper: { $label }
change-paper-removed = Paper is gone: { $label }
change-paper-when = Paper comes about in other cases: { $label }
change-paper-wording = Paper with other words: { $label }
change-block-added = New building block: { $label }
change-block-removed = Building block dropped: { $label }
change-block = Building block changed: { $label }
change-paper = Paper changed: { $label }
change-town-added = Newly left to the town: { $label }
change-town-removed = No longer left to the town: { $label }
change-plan = Filing plan: { $new } instead of { $old }
change-retention = Retention: { $new } instead of { $old } years
change-law = Legal bases changed
change-filed = What is filed is called something else
change-procedure = Procedure changed: time to answer, second signature, deemed approval or days of the occasion
change-remedy = Legal remedy changed
change-proxy = Representation changed
change-steps = Procedure changed
change-receiving = Receiving bodies changed
change-group = Another service group: others may read its cases
change-responsible = Somebody else is responsible
change-signature = Signature or person needed changed
change-ends = Counts for what is received until { $date } only
change-plan-entries = Filing plan: { $count ->
    [one] { $count } entry new or changed
   *[other] { $count } entries new or changed
}
change-suggestions = { $count ->
    [one] Suggests { $count } value of the town
   *[other] Suggests { $count } values of the town
}
# filing plan
plan-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
plan-permanent = permanently
plan-common-knowledge = common knowledge, to be confirmed by the town
plan-old = formerly { $old }
plan-old-label = Former number of { $no } { $title }
case-retention = Retention
retention-case_closed = { $years ->
    [one] { $years } year after the case is closed
   *[other] { $years } years after the case is closed
}
retention-business_closed = { $years ->
    [one] { $years } year after the business has ended
   *[other] { $years } years after the business has ended
}
retention-accounts_adopted = { $years ->
    [one] { $years } year after the annual accounts are adopted
   *[other] { $years } years after the annual accounts are adopted
}
retention-unconfirmed = { $kept }, to be confirmed by the town
# counter
yes = yes
no = no
counter-title = New case
counter-service = Service
counter-service-label = Service
counter-service-hint = Three letters are enough, Enter takes the first: tra, dog, cer, fou.
counter-service-none = No service fits. Fewer letters find more.
counter-parked = Parked drafts
counter-nobody-yet = nobody yet
counter-resume = Resume
counter-resume-this = Resume { $service } for { $person }
counter-discard = Discard
counter-discard-this = Discard the draft { $service } for { $person }
counter-version = version { $version }
counter-person = Person
counter-person-title = For whom?
counter-person-for = Person
counter-person-label = Name, birth date, street
counter-person-hint = For instance: Nienhaus 140387 Hofstraße. Enter takes the first.
counter-person-none = Nobody found. “New person” takes what you typed.
counter-person-missing = This service needs a person. Please find or enter one.
counter-change-new = Change
counter-change-not = Leave as it was
counter-proxy-missing = Who acts by proxy? Please find or enter them, or choose another way to appear above.
counter-person-new = New person
counter-person-other = another person
counter-person-family = Family name
counter-person-given = Given names
counter-person-birth-date = Birth date
counter-person-street = Street
counter-person-house = No.
counter-person-postcode = Postcode
counter-person-place = Place
counter-natural = Person
counter-business = Business
counter-kind = Kind
counter-business-name = Name with legal form
counter-birth-hint = Unknown parts as 00: 00.00.1990.
counter-new-take = Take over
counter-new-all-the-same = Enter all the same
counter-search-again = back to the search
counter-similar = Perhaps known already. Please compare.
counter-similar-take = This person
counter-similar-take-this = Take { $name }
counter-representative = Who acts for them? (proxy or legal representative)
counter-acts-for = Represented by { $name }
counter-letters-representative = Letters go to the representative: { $name } ({ LAW("§ 14 (3) VwVfG, § 80 AO") }).
counter-letters-applicant = Letters go to { $name }: nobody is entered as representative.
counter-appears = How does the person appear?
counter-seen = Identity paper seen
counter-seen-none = none
counter-seen-this = { $paper } seen
counter-who = Who appears
counter-who-for = For whom
counter-who-appears = Appears
counter-who-acts = Represented by
counter-who-identity = Identity
counter-who-nobody = not seen, it came in writing
counter-who-unseen = no identity paper seen
counter-channel = Came in by
counter-received = Day of receipt
counter-received-why = Why another day than today?
counter-received-why-missing = Please give the reason, for instance: lay in the letter box over the weekend.
counter-received-future = It cannot have come in on a day that is still to come.
counter-blocked = Disclosure block (§ 51 BMG): do not tell the address
counter-blocked-short = Disclosure block
counter-change = change
counter-change-person = Change the person
counter-to-form = On to the form
counter-sections = Sections
counter-section-complete = complete
counter-section-here = open
counter-section-open = still to do
counter-next-section = Next: { $section }
counter-check-now = Check, sign, pay
counter-saved = Draft saved { $time }
counter-add = One more
counter-add-to = One more: { $list }
counter-remove = Remove
counter-remove-this = Remove { $item }
counter-more = More: { $what }
counter-known-right = as with the person
counter-said-right = change the person
counter-other-person = somebody else
counter-fix = take { $fix }
counter-law = Legal basis
counter-documents = Documents
counter-document-seen = seen
counter-document-missing = missing
counter-document-not-needed = not needed
counter-missing = Missing: { $what }
counter-fee = Fee
counter-no-fee = Free of charge.
counter-fee-unconfirmed = Amount to be confirmed by the town
counter-levies = By a later decision:
counter-deadline = Deadline
counter-papers = Papers to come
counter-papers-made = Papers
counter-receivers = Goes to
counter-place-case = Case
counter-place-appears-as = How the person appears
counter-place-seen = Identity paper seen
counter-place-person = Person
counter-place-signature = Signature
counter-place-given = Given
counter-place-reason = Reason
counter-place-received-on = Day of receipt
counter-place-received-why = Reason for the day
counter-place-service = Service
counter-stop-check = Check
counter-stop-sign = Sign
counter-stop-pay = Pay
counter-check-title = Please read out: is everything right?
counter-sign-title = Signature
counter-pay-title = Payment
counter-go-on = Go on
counter-go-back = Back
counter-file = File
counter-filing = Being filed …
counter-signed = Signature seen
counter-sign-what = { $who } signs the form.
counter-sign-hint = Space ticks, Enter goes on.
counter-signature-missing = Nothing goes on without a signature. Please have it signed and tick it.
counter-form-view = View the form
counter-form-print = Print the form
counter-form-none = There is no form for this service; the sheet that was brought is signed.
counter-form-printed = The draft is at the printer { $printer }. It is not part of the file.
counter-sign-attach = Attach the signed sheet
counter-how = Payment
counter-cash = cash
counter-card = card
counter-invoice = invoice
counter-exempt = exempt
counter-card-hint = Please let them pay at the card terminal first, then file.
counter-invoice-hint = The fee stays open and stands in the invoice.
counter-reason = Reason for the exemption
counter-reason-missing = Please give the reason.
counter-total = To pay
counter-given = Given
counter-given-hint = Empty means: the exact amount.
counter-too-little = { $rest } are still missing.
counter-change-money = Change
counter-open-case = Open the case
counter-filed = Filed as
counter-receipt = Receipt
counter-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
counter-view = View
counter-view-this = View { $paper }
counter-print = Print
counter-print-this = Print { $paper }
counter-print-all = Print all
counter-no-papers = No paper came of it.
counter-next-intake = Next case
counter-key-take = take
counter-key-form = to the form
counter-key-finish = Check · Sign · Pay
counter-key-space = tick, add
counter-key-takeover = From an earlier case
counter-key-park = Park
counter-earlier-title = Answers from an earlier case
counter-earlier-none = There is no earlier case of this service for this person.
counter-no-printer = No printer is set up. The papers lie with the case.
counter-no-answer = The program did not answer.
counter-no-answer-remedy = What was typed is still there. Please try again.
found-by-name = name fits
found-by-birth-date = birth date fits
found-by-street = street fits
found-by-phonetics = sounds alike
appears-as-in-person = in person
appears-as-representative = legal representative
appears-as-proxy = by proxy
appears-as-messenger = by messenger
appears-as-in-writing = in writing
identity-paper-personalausweis = Identity card
identity-paper-reisepass = Passport
identity-paper-aufenthaltstitel = Residence title
identity-paper-persoenlich-bekannt = known in person
identity-paper-sonstiges = other proof
channel-counter = at the counter
channel-post = by post
channel-letter-box = letter box
channel-email = e-mail
channel-portal = portal
channel-telephone = telephone

# ui: signing in
work-broke-off = The program broke this work off.
work-broke-off-remedy = Please see whether it was done, and try again if not.
sign-in-title = Sign in
sign-in-words = Please enter your login and PIN.
sign-in-go = Sign in
begin-title = Set up Amtsstube
begin-join-title = This machine becomes a desk of a town that works already
begin-join-words = The Kreis gives address and code. With the backup of another desk of the same town this one begins with all cases at once; without it, it fetches everything over the line.
begin-url = Address of the service
begin-url-hint = As it stands beside the code, such as https://kreis.example:8443
begin-url-missing = The address of the service is missing.
begin-url-missing-remedy = It stands beside the code that the Kreis gave.
begin-code = Code of the Kreis
begin-code-missing = The code is missing.
begin-code-missing-remedy = The Kreis gives one for each desk, once.
begin-backup = Backup of another desk
begin-backup-hint = May stay empty.
begin-choose = Choose a file
begin-passphrase = Passphrase of the backup
begin-passphrase-missing = The passphrase of the backup is missing.
begin-passphrase-missing-remedy = It was entered when the backup was made; the recovery key of that desk works as well.
begin-join = Enrol
begin-stop = Stop
begin-goes = The backup is checked and taken over
begin-asks = This desk is being set up
begin-made = This desk is set up; only the enrolment with the Kreis is left.
begin-alone-title = First desk of a town
begin-alone-words = Nobody in the town works with Amtsstube yet. Enrolling with the Kreis can follow later.
begin-alone = Begin anew
sign-in-first-title = First start
sign-in-first = Nobody works here yet. Whoever enters their name now becomes the administrator and can add everybody else.
sign-in-begin = Set up
sign-in-login = Login
sign-in-login-missing = The login is missing here.
sign-in-name = Name
sign-in-name-hint = As it stands under letters.
sign-in-pin = PIN
sign-in-pin-missing = The PIN is missing here.
sign-in-again = PIN once more
sign-in-pins-differ = The two PINs differ. Please enter them again.

# ui: choosing a file
chooser-line = File
chooser-line-hint = A few letters search the folder, a slash changes it, Tab completes. Enter takes the chosen one.
chooser-name = File name
chooser-name-hint = With a slash another folder as well. A file that is there is never overwritten.
chooser-new-folder = Name of the new folder
chooser-new-folder-hint = It is made anew, with a folder for each body in it.
chooser-folder = Folder: { $folder }
chooser-list = Content of { $folder }
chooser-reading = The folder is being read …
chooser-empty = Nothing here fits.
chooser-up = One level up
chooser-is-folder = folder
chooser-column-name = Name
chooser-column-size = Size
chooser-column-changed = Changed
chooser-documents = Documents
chooser-downloads = Downloads
chooser-desktop = Desktop
chooser-home = Own files
chooser-stick = Medium { $name }
chooser-offer = Save as “{ $name }”
chooser-attach = Take
chooser-attaching = Being read …
chooser-save = Save
chooser-saving = Being saved …
chooser-nothing = No file is chosen.
chooser-nothing-remedy = Please choose one with the arrow keys.
chooser-name-missing = The file name is missing.
chooser-name-missing-remedy = Please type a name.
file-title = Attachments
file-none = No file is attached yet.
file-attach = Attach a file
file-attach-to = Attach a file to { $document }
file-attach-title = Attach a file
file-what = What is it?
file-free = free attachment
file-remove = Remove
file-remove-this = Remove { $name }
file-view-this = Look at { $name }
file-save-this = Save { $name }
file-signed = signed form

# ui: cases
cases-title = Cases
cases-lists = Lists
cases-mine = Mine
cases-open = Open
cases-week = This week
cases-overdue = Overdue
cases-to-sign = For the head
cases-conflicts = Conflicts
cases-all = All
cases-text = Narrow the list: name, number, text …
cases-number = Number
cases-service = Service
cases-person = Person
cases-stand = Status
cases-day = Deadline
cases-by = With
cases-today = today
cases-none-chosen = Nothing is chosen in the list.
cases-follow-up = { $day } (f/u)
cases-follow-up-late = { $day } f/u due
cases-late = { $day } overdue
cases-day-follow-up = { $day }, f/u
cases-day-follow-up-late = { $day }, f/u due
cases-more = Show more
cases-none = No case is chosen.
cases-not-found = No case of this list contains that. The search above ({ key-ctrl }+F) finds in all others too.
cases-none-mine = No case is assigned to you. “Open” lists what there is to do; { $key } takes the chosen case over.
cases-none-open = No case is open.
cases-none-week = Nothing is due in the next seven days.
cases-none-overdue = Nothing is overdue.
cases-none-to-sign = Nothing waits for a signature, and no action for failure to act is open.
cases-none-conflicts = No two desks have entered different things.
cases-none-at-all = There is no case yet. { $key } opens the counter and begins the first.
cases-open-it = Open
cases-take = Take over
cases-print = Print the list
cases-paper = Work list
cases-printing = The list goes to { $printer }.
cases-received = Received { $date }
cases-owes = Still to pay: { $amount }
cases-timeline = History
cases-papers = Papers
cases-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
cases-printed = printed
cases-goes-to = Goes to
cases-stand-conflict = Two versions
cases-stand-closed = Closed
cases-stand-to-sign = To sign
cases-stand-sued = Action at court
cases-stand-missing = Documents missing
cases-stand-filed = Received
cases-stand-decided = Decided

# ui: history of a case
event-case-opened = Received ({ $channel })
event-answers-set = { $count ->
    [one] One answer entered
   *[other] { $count } answers entered
}
event-person-linked = { $name } entered
event-person-linked-as = { $name } entered ({ $how })
event-person-acts = Representation entered: { $name }
event-document-received = Document received: { $document }
event-attachment-added = File attached: { $name }
event-note-added = Note: { $text }
event-call-noted = Telephone note: { $text }
event-assigned = Assigned to { $name }
event-unassigned = No longer assigned to anybody
event-follow-up-set = Follow-up on { $date }: { $text }
event-follow-up-done = Follow-up done
event-fee-charged = Fee charged: { $amount }, { $fee }
event-fee-waived = Fee waived ({ $fee }): { $reason }
event-paid = { $amount } { $how }, receipt { $receipt }
event-receipt-cancelled = Receipt { $receipt } cancelled: { $reason }
event-paper-issued = { $title } issued
event-paper-replaced = { $title } of { $date } corrected: issued anew
event-paper-duplicated = Duplicate issued: { $title } of { $date }
event-printed = { $title } printed, { $copies } × on { $printer }
event-copy-signed = { $title }: electronically signed copy saved, certificate “{ $subject }”, SHA-256 { $digest }
event-corrected = Answers corrected: { $reason }
event-corrected-own = Answers corrected (own mistake): { $reason }
event-decided = Decided: { $outcome }
event-documents-requested = Asked for by { $date }: { $what }
event-hearing-begun = Hearing, statement by { $date }: intended is { $outcome }
event-statement-received = Statement: { $text }
event-answers-received = Answers came in on { $date }: { $text }
event-document-refused = Of no use, missing again: { $document } ({ $reason })
event-decision-time-extended = More time to decide, until { $date }: { $reason }
event-approval-deemed = Counts as granted since { $date }: nothing was decided in time
event-hearing-before = Hearing before the decision is taken back or revoked: a statement is possible until { $date }
event-revocation-prepared = Taking back or revoking prepared ({ $law }): the signature is missing
event-decision-taken-back = Decision taken back ({ $law })
event-decision-revoked = Decision revoked ({ $law })
event-hearing-omitted = Without a hearing: { $ground }
event-decision-prepared = Given for signature: { $outcome }
event-decision-returned = Given back unsigned: { $reason }
event-decision-signed = Signed and decided: { $outcome }
event-notified = Notified: { $way }, { $date }
event-objection-received = { $what } received on { $date }
event-objection-received-by = { $what } of { $by } received on { $date } · not from the applicant
event-action-received = Action against the decision received on { $date }: { $at }
event-inaction-sued = Action for failure to act received on { $date }: { $at }
event-inaction-ended = Action for failure to act ended. { $how }: { $reason }
event-objection-settled = Legal remedy – { $how }: { $reason }
event-objection-settled-of = { $whose } – { $how }: { $reason }
event-objection-prepared = Decision on the objection prepared: { $how }
event-settlement-undone = Entry about the legal remedy taken back: { $reason }
event-settlement-undone-of = { $whose } – entry taken back: { $reason }
event-closed = Closed
event-reopened = Reopened: { $reason }
event-clash-settled = Settled ({ $clash }): { $reason }
event-double-judged = Entered twice: the older case goes on, nothing is owed here any more
event-double-judged-not = Looked at: not entered twice
event-erased = Erased when its term was over
event-refused = Does not count: the role may not do this (decided by the service of the Kreis)
event-unknown = An entry of a later version; please update the program
payment-cash = in cash
payment-card = by card
decision-granted = granted
decision-conditional = granted with conditions
decision-refused = refused
decision-withdrawn = withdrawn

# ui: persons
persons-title = Persons
persons-search = Search
persons-search-hint = Name, birth date, street; also as it sounds.
persons-type = Please type a name, a birth date or a street.
persons-new = Enter new
persons-new-title = New person
persons-name = Name
persons-birth = Born
persons-address = Address
persons-why = Found by
persons-why-name = name
persons-why-birth-date = birth date
persons-why-street = street
persons-why-phonetics = similar sound
persons-blocked = Address must not be told
persons-conflict = Two desks entered different values: { $field }. Please save the right one.
persons-kind = Kind
persons-natural = Person
persons-business = Business
persons-field-kind = Kind
persons-field-family = Family name
persons-field-given = Given names
persons-field-birth-name = Name at birth
persons-field-title = Doctor's degree
persons-field-company = Name with legal form
persons-field-register = Register and number
persons-field-birth-date = Birth date
persons-field-birth-place = Place of birth
persons-field-birth-country = Country of birth (code)
persons-field-nationalities = Nationalities (codes, parted by ;)
persons-field-gender = Gender
persons-field-street = Street
persons-field-house = House number
persons-field-postcode = Postcode
persons-field-place = Place
persons-field-phone = Telephone
persons-field-email = E-mail
persons-field-no-fixed-address = No fixed address; the address says where letters reach
persons-field-blocked = Address must not be told (§ 51 BMG)
persons-field-large-print = Letters in large print (16 points)
persons-gender-maennlich = male
persons-gender-weiblich = female
persons-gender-divers = diverse
persons-gender-ohne-angabe = not stated
persons-alike = { $count ->
    [one] Perhaps already entered:
   *[other] Perhaps already entered, { $count } alike:
}
persons-open = Open and change
persons-save = Save
persons-saved = Saved.
saved-nothing = Nothing differs from before; there was nothing to save.
persons-back = To the list
persons-none = Nobody is chosen.
persons-disclose = Disclosure (Art. 15 GDPR)
persons-disclose-file = Disclosure
persons-disclose-where = Where shall the disclosure go?
persons-disclose-confirmed = Ban on disclosure (§ 51 BMG): the person themselves gets it, and their identity was checked
persons-disclosed = Disclosure written: { $folder }
persons-disclosed-left = Disclosure written: { $folder }. Theirs is to be added by: { $groups }
persons-disclose-others = Before it is handed out: do the answers say something about others (Art. 15 (4) GDPR)?
review-title = Go through before disclosing
review-says = Please read each: what would harm the rights of others is withheld (Art. 15 (4) GDPR). The disclosure says why.
review-alone = These are other people; the disclosure is about this entry alone
review-doubles = Perhaps entered once more: { $names }. Please merge them first so that nothing is missing.
review-banned = Names the address of { $name }: ban on disclosure (§ 51 BMG)
review-tell = Tell
review-withhold = Withhold
review-reason = Reason
review-note = Note of { $date }
review-go = Go on
disclose-unread = { $number }: nobody has gone through { $what } yet.
disclose-unread-remedy = Please read it and decide whether it is told or withheld.
disclose-reason = { $number }: it is not said why { $what } is withheld.
disclose-reason-remedy = Please give the reason; the disclosure says it (Art. 12 (4) GDPR).
disclose-doubles = Perhaps the person is entered once more: { $names }.
disclose-doubles-remedy = Please merge them first so that nothing is missing, or confirm that they are others.
disclose-item = There is no { $item } to go through here.
disclose-item-remedy = Please see with person disclose --look what there is to go through.
disclose-blocked = For { $name } there is a ban on disclosure (§ 51 BMG). The disclosure contains the address.
disclose-blocked-remedy = Please confirm that the person themselves gets it and that their identity was checked.
persons-together = Merge with another entry
persons-compare = Compare
persons-compare-with = Compare with { $name }
together-title = Two entries, one person?
together-other = Who is the same person?
together-first = Entered first: { $name }
together-second = Entered later: { $name }
together-blocked = The ban on disclosure holds even if only one of the entries has it (§ 51 BMG).
together-alike = Both entries say the same.
together-choose = Please choose what stands. What was entered last is proposed.
together-says = Cases of both entries then belong to one person. They can be parted again.
together-nothing = nothing
together-yes = yes
together-go = Merge
together-back = Back
together-merged = Merged.
together-split = Parted.
together-save-first = What was changed is not saved yet.
together-save-first-remedy = Please save first, then merge.
together-records = { $count ->
   *[other] Merged from { $count } entries
 }
together-take-out = Take out
together-take-out-of = Take out the entry { $name }
persons-cases-count = { $count ->
    [0] No cases
    [one] One case
   *[other] { $count } cases
}
persons-open-case = Open case { $number }
# command line
cli-about = The front desk of a town hall. Without a sub-command the window opens.
cli-demo = Make a made-up town: staff, persons, cases, papers
cli-setup = Set up this desk with its first administrator; the PIN stands in AMTSSTUBE_PIN
cli-case = Cases
cli-case-new = File a case
cli-case-show = Show a case
cli-case-list = List cases, the newest first
cli-case-attach = Attach files, freely or as one of the service's documents
cli-case-save = Save an attachment as a file; one that is there stays as it is
cli-case-note = Write a note
cli-case-assign = Assign; to nobody without --to
cli-case-decide = Decide
cli-case-ask = Ask for what is missing, with a day, and issue the letter
cli-case-received = Enter that a document is there
cli-case-hear = Hear somebody before a decision to their disadvantage, and issue the letter
cli-case-refuse-document = Note that a document which came is of no use: it is missing again
cli-case-answered = Note that the answers which were asked for came in
cli-case-extend = Take more time to decide before the application counts as granted (§ 42a VwVfG), and issue the letter
cli-case-deem = Enter that the application counts as granted because nothing was decided in time
cli-case-statement = Enter a statement to the hearing
cli-case-sign = Sign a decision that was prepared
cli-case-return = Give back a prepared decision unsigned
cli-case-notify = Enter how the decision was notified; says until when a legal remedy is possible
cli-case-object = Enter an objection or action; says until when the period ran
cli-arg-filed-on = Day on which it was filed at court
cli-arg-court = The court
cli-arg-of = Which is meant where an objection and an action are open
cli-case-sue = Enter an action for failure to act (§ 75 VwGO); says from when it is admissible
cli-case-sue-end = Enter how an action for failure to act ended
cli-case-settle = Enter what becomes of an objection or action
cli-case-unsettle = Take the last entry about an objection or action back, as long as nobody was told; of several objections the last about each
cli-case-revoke = Take the last decision back or revoke it (§§ 48, 49 VwVfG, §§ 130, 131 AO), and issue the letter
cli-case-correct = Correct answers: what changes is issued anew and names what it replaces
cli-case-close = Close
cli-case-reopen = Reopen
cli-person = People and businesses
cli-person-find = Find by name, sound, birth date, street
cli-person-merge = Make two records of one human one person; what differs is chosen, else what was entered last stands
cli-person-disclose = Write everything that is held on somebody into a new folder, as PDF and JSON (Art. 15 GDPR)
cli-arg-person-id = Id of the person, see person find
cli-arg-confirmed = Where there is a ban on disclosure: the person themselves gets it, and their identity was checked
cli-arg-confirmed-lines = Where there is a ban on disclosure, show what the issued paper says all the same
cli-person-split = Take a record out again
cli-person-list-duplicates = Who is there more than once by name and birth date
cli-search = Search everything
cli-paper = Papers of a case
cli-paper-list = List them
cli-paper-issue = Issue one more
cli-paper-duplicate = Duplicate of a lost paper, with its fee by rule; what never left the office is free by paper print
cli-paper-signed = Signed with the certificate “{ $subject }”. The paper that was issued stays without a signature.
cli-arg-sign = Electronically signed (PAdES B-B): a copy with the signature behind the issued paper
cli-arg-certificate = Key and certificate of the town as a PKCS#12 file (.p12, .pfx)
cli-arg-certificate-passphrase = File with the passphrase of the certificate (else AMTSSTUBE_CERTIFICATE_PASSPHRASE)
cli-paper-save = Save as PDF; a file that is there stays as it is
cli-paper-verify = Tell whether files are papers issued here. Ends with 0: all genuine and valid, 3: all genuine, one holds no more, 1: otherwise
cli-paper-serial = Serial letter: one letter for each case of a filter, 1000 at most; with --run a run that broke off goes on. Ends with 3 where cases are missing
cli-paper-runs = One's own serial letters, and how far they are
cli-paper-print = Print
cli-paper-printers = The printers and what they can do
cli-paper-queue = What is being printed, waits or did not come out
cli-paper-again = Begin a print job anew
cli-paper-withdraw = Withdraw a print job
cli-cash = Cash desk
cli-cash-receipt = Take what the case owes and give the receipt
cli-cash-cancel = Cancel a receipt
cli-cash-journal = The receipts of a day, or the journal of several days
cli-deadline = When a period ends, and why
cli-catalogue = Services
cli-catalogue-list = List them
cli-catalogue-example = Example answers as case new takes them
cli-catalogue-check = Check service files
cli-catalogue-show = Show a service with its example: form, fee, deadlines, papers, course
cli-catalogue-compare = Compare two versions of a service and say in words what differs
cli-arg-old = Version before: service, service@version, file or folder
cli-arg-new = New version: service, service@version, file or folder
cli-not-asked = not asked with the example
cli-catalogue-import = Take a pack over: shows who signed it and what changes
cli-catalogue-export = Write a pack to a file: one from here by name, or a folder with pack.toml
cli-arg-pack = File, folder or name of a pack
cli-arg-accept = Trust the publisher's key from now on
cli-pack-signed = { $title }, version { $version }, by { $publisher }
cli-pack-key = Key { $key }: { $trust }
trust-kreis = the Kreis
trust-accepted = accepted by an administrator
trust-own = this desk
trust-unknown = not known yet
cli-pack-valid = Counts for what is received from { $from } on
cli-pack-valid-until = Counts for what is received from { $from } to { $until }
cli-pack-imported = Taken over. Cases that are under way keep their version.
cli-pack-here = The pack is here already.
cli-pack-exported = Written: { $file }
origin-kreis = from the Kreis
origin-file = from a file
origin-built-in = built into the program
pack-on-its-way = A pack is still on its way.
cli-catalogue-plan = List the filing plan, with retention and former numbers
cli-arg-words = Only entries with these words or this number
cli-town = The town's values
cli-town-show = Show all values
cli-town-set = Set values as one types them: amounts in euros
cli-town-suggested = What packs suggest to the town
cli-town-take = Take suggestions over; without a key all for which nothing is set
cli-town-arms = The coat of arms for the letterhead: PNG or JPEG
cli-enrol = Enrol this desk with a code of the Kreis; an empty folder becomes a new desk
cli-sync = Agree with the Kreis until somebody ends it
cli-outbox = What is still to go to the Kreis, since when, and what does not count
cli-conflicts = Answers to which two desks entered different things
cli-conflicts-resolve = Decide which answer stands
cli-conflicts-decided = Show what was decided between two versions, by whom and why
cli-conflicts-settle = Note that what was done at two desks is settled
cli-conflicts-looked-at = Note that what does not count or was doubtful because of a role was looked at (head)
cli-conflicts-same = Say that two people are one, or two cases the same matter
cli-conflicts-different = Say that they are two; nobody is asked again
cli-backup = Write a sealed backup, also while others work
cli-restore = Put a backup back into an empty folder
cli-conflicts-number = Note what was done about a number that was given out twice (head)
cli-arg-number = The number
cli-verify = Check chain, tables, papers and numbers
cli-go-on = Go on as a new desk where the database is not the newest; that is for the head to decide
cli-arg-data = Data folder
cli-arg-backup = The backup
cli-arg-from = Begin with the backup of another desk of the same town instead of fetching everything over the line
cli-arg-passphrase-file = File with the passphrase of the backup (else AMTSSTUBE_PASSPHRASE)
cli-arg-key-file = File with the key or the passphrase (else AMTSSTUBE_KEY or the keyring)
cli-arg-json = JSON for scripts
cli-arg-as = Login; the PIN stands in AMTSSTUBE_PIN
cli-arg-cases = How many cases
cli-arg-seed = Same number, same town
cli-arg-login = Login
cli-arg-name = Name as it stands under letters
cli-arg-text = Text
cli-arg-view = Which: all, open, mine, due this week, overdue, for the head (to sign, action for failure to act) or with conflicts
cli-arg-limit = At most that many
cli-arg-case = Case: number or id
cli-arg-whose = Id of the person, or town for the town's values
cli-arg-one = Id of the person, or number or id of the case
cli-arg-two = The same of the other
cli-arg-take = Which value of a field stands: FIELD=1 that of the person named first, FIELD=2 that of the second
cli-arg-service = Service, see catalogue list
cli-arg-answers = JSON file with the answers, see catalogue example
cli-arg-right-answers = JSON file with the right answers, just what was wrong; null takes one out
cli-arg-attach = File to attach
cli-arg-person = Who it is for: id of a person who is there already, see person find
cli-arg-new-person = Somebody new, even if somebody alike is there already
cli-arg-attachment = Attachment: name or digest
cli-arg-document = The document it is, by its id
cli-arg-remove = No coat of arms
cli-arg-remove-blocks = Remove the own building blocks of this service
cli-arg-received-on = Day of receipt, if not today
cli-arg-why = Why not today
cli-arg-channel = How it came in
cli-arg-appears-as = How the person appears
cli-arg-identity = Which identity paper was seen
cli-arg-by = Who acts for them: id of the person, see person find; letters go to them. Twice for two parents
cli-arg-pay = Fee: later, card, cash:26.00, exempt:REASON
cli-arg-seen = Document seen, by its id
cli-arg-signed = The signature was seen
cli-arg-call = The note is a call
cli-arg-value = Key and value, for instance hundesteuer.erster=48,00
cli-arg-key = Key of the value
cli-arg-to = Login
cli-arg-outcome = Decision
cli-arg-condition = Condition; several times for several
cli-arg-missing = A document that is missing, by its id; without --missing and --answer all that are missing
cli-arg-answer = An answer that is missing, in words; several times for more
cli-arg-until = Answer by this day; else by the rule of the service
cli-arg-way = How: post, hand, acknowledged (in writing), served (with a record), arrived (arrival proved)
cli-arg-proof = Proof in words
cli-arg-posted-on = Where the arrival is proved: the day on which the letter was posted
cli-arg-who = Whose statement it is, where several were heard: id of the person
cli-at-case = Case
cli-at-opening = --opening
cli-at-conditions = --condition
cli-at-document = --document
cli-at-documents = --missing
cli-at-due-on = --until
cli-at-effective = --effective
cli-at-fees = --fees
cli-at-from = --effective
cli-at-ground = --ground
cli-at-known-on = --known-on
cli-at-objector = --objector
cli-at-untrusted = --untrusted
cli-at-anew = --anew
cli-at-hearing = Hearing
cli-at-on = --on
cli-at-outcome = --outcome
cli-at-posted = --posted-on
cli-at-reason = --reason
cli-at-reasons = --reason
cli-at-received-on = Day of receipt
cli-at-text = --text
cli-at-until = --until
cli-to-sign = Waits for the second signature, prepared on { $date }
cli-arg-remedy = Objection or action; else as in the notice of legal remedy
cli-arg-against = Against what, where both still stand: the decision, or its being taken back or revoked; else what was told last
cli-arg-how = What becomes of it
cli-arg-no-hearing = Decide without a hearing, on this ground (§ 28 (2) and (3) VwVfG)
cli-arg-ground = Paragraph by number: 48-1 to 48-3, 49-1, 49-2-1 to 49-2-5, 49-3-1, 49-3-2; in tax matters 130-1, 130-2-1 to 130-2-4, 131-1, 131-2-1 to 131-2-3
cli-arg-revokes = Hear before a decision is taken back or revoked, by this paragraph (numbers as in case revoke)
cli-arg-known-on = Since when the authority knows all the facts: the year runs from then
cli-arg-effective = From when it counts; else from its notification
cli-arg-part = Only this part of the decision, in words
cli-arg-untrusted = What takes the trust away (§ 48 (2) sentence 3 No. 1 to 3): deceived, untrue, knew
cli-arg-hand-back = What is to be handed back (may be repeated)
cli-arg-fees-set = What becomes of fees that the decision set: kept leaves them, dropped lifts them
cli-arg-settle-number = Which action is meant, by the court's file number
cli-arg-settle-objector = Which objection is meant where there are several: by who filed it
cli-arg-settle-own = The objection of the applicant is meant, where there are several
cli-arg-settle-block = Building block for the reasons; may be given several times
cli-arg-settle-facts = The facts, as the decision on the objection tells them
cli-arg-settle-part = What is lifted or changed where it is a part: remedied_in_part, upheld_in_part
cli-arg-settle-fees = What then becomes of the amount that was set: kept leaves it, dropped lifts it
cli-arg-settle-amount = What the one amount that was set is lowered to
cli-arg-settle-share = How many per cent of the costs the town bears; 100 where it accepts and 0 where it rejects if nothing is said
cli-arg-settle-counsel = Whether counsel was necessary: needed or not-needed; nobody was represented if nothing is said
cli-arg-settle-decided-by = The authority that decided, where it is another one; the day of its letter goes with --on
cli-arg-settle-no-notice = Its letter bears no notice of legal remedy or a wrong one (§ 58 (2) VwGO)
cli-arg-settle-in-house = The letter that was printed is still in the house
cli-arg-anew = The matter is decided anew
cli-arg-block = Building block of the service, by its id; also several times
cli-arg-reason = Reason
cli-arg-grant = What is set with the grant, as FIELD=VALUE, for instance zone=A; may be given several times
cli-arg-file-number = The court's file number
cli-arg-plaintiff = Who sues
cli-arg-objector = Who filed it, if it was not the applicant; of an action also who sues
cli-arg-own-mistake = The office itself was mistaken (§ 42 VwVfG)
cli-arg-as-told = It was told like that
cli-arg-fees = Where the fee changes: keep leaves it, revise charges anew
cli-arg-look = Only show what would change
cli-arg-kind = Kind
cli-arg-paper = Paper: id or kind
cli-arg-out = File to be written
cli-arg-subject = Subject; placeholders as in the text
cli-arg-letter = File with the text; empty lines part paragraphs, placeholders are {"{"}aktenzeichen{"}"}, {"{"}leistung{"}"}, {"{"}name{"}"}, {"{"}eingang{"}"}, {"{"}behoerde{"}"}
cli-arg-of-kind = Instead of a text: the kind of paper that each case lacks
cli-arg-run = Identity of a run that is to go on
cli-arg-print = Print each letter
cli-arg-other-people = Others who may be the same person are not
cli-arg-tell = What is told, see --look
cli-arg-withhold = What is withheld, and why
cli-arg-look-disclosure = Only show what has to be gone through first
cli-arg-list-out = Write the list as a paper (PDF) into this file
cli-arg-list-print = Print the list
cli-arg-narrow = Only cases that the search finds by this text
cli-arg-look-cases = Only show which cases would be written to
cli-arg-printer = Printer; else the default one
cli-arg-copies = Copies
cli-arg-sides = one sided (one), both sides along the long (long) or short edge (short); else as set up
cli-arg-tray = Paper tray, as printers calls it
cli-arg-job = Number of the print job
cli-arg-cash = Cash handed over; without an amount exactly what is owed
cli-arg-card = Paid by card
cli-arg-receipt = Receipt number
cli-arg-day = Day; else today
cli-arg-event = Day that sets it going
cli-arg-days = Days
cli-arg-weeks = Weeks
cli-arg-months = Months
cli-arg-years = Years
cli-arg-land = Land, for instance NW
cli-arg-posted = The day is the one on which the letter was posted
cli-arg-regime = Law of the period: VwVfG, AO or BGB; by it a letter is deemed notified too
cli-arg-file = File
cli-arg-url = Address of the service
cli-arg-code = Code that the Kreis gave
cli-arg-once = One round only
cli-arg-field = Field, see conflicts
cli-arg-task = What is to be settled, see conflicts
cli-arg-choose = Mark of the version that stands, from amtsstube conflicts
cli-arg-third = A third version
cli-arg-over = Mark of one of the versions that the third replaces
cli-arg-help = Show this help
cli-arg-version = Show the program's version
cli-usage = Use:
cli-usage-commands = Commands:
cli-usage-values = Values:
cli-usage-options = Options:
cli-usage-any-options = [OPTIONS]
cli-usage-command = COMMAND
cli-usage-possible = Possible: { $values }.
cli-usage-default = Without it: { $value }.
cli-usage-more = The same call with --help says more.
usage-missing = This is missing.
usage-missing-remedy = Please add it.
usage-unknown = There is no such thing here.
usage-unknown-remedy = Please check the spelling.
usage-mistyped = There is no such thing here.
usage-mistyped-remedy = Perhaps you mean: { $like }
usage-no-command = A command is missing here.
usage-no-command-remedy = Possible: { $values }.
usage-no-value = The value is missing here.
usage-no-value-remedy = Please write it behind.
usage-not-among = “{ $value }” cannot be used here.
usage-not-among-remedy = Possible: { $values }.
usage-wrong-value = “{ $value }” cannot be used here: { $why }
usage-wrong-value-remedy = Please correct it.
usage-twice = This is given twice.
usage-twice-remedy = Please leave one out.
usage-conflict = This does not go together with { $other }.
usage-conflict-remedy = Please leave one of them out.
usage-too-many = With “{ $value }” there are too many values.
usage-too-many-remedy = Please leave it out; a value with spaces belongs in quotation marks.
usage-unreadable = The call cannot be read.
usage-unreadable-remedy = Please check that every character is written in UTF-8.
cli-fix = Suggestion: { $fix }
cli-demo-made = Demo town with { $cases ->
    [one] 1 case
   *[other] { $cases } cases
} made: { $folder }
cli-demo-papers = { $papers ->
    [one] The last case has papers
   *[other] The last { $papers } cases have papers
}.
cli-demo-users = Sign in with --as and AMTSSTUBE_PIN={ $pin }:
cli-setup-made = Set up. Next, { $name } adds the others who work here.
cli-verify-clean = Chain, tables, papers and numbers agree.
cli-went-on = This desk goes on as { $code } and hands out numbers again.
cli-case-filed = Case { $number } filed
cli-case-did = Case { $number }: { $what }
cli-paper-replaced = replaced by { $title } of { $date }
cli-paper-void = not valid since { $date }
cli-paper-falls = not valid from { $date } on
cli-paper-falls-notified = still valid: taking back or revoking was not notified yet
cli-paper-corrected = issued anew: { $title } of { $date }
cli-receipt-kept = stays as it is and says the old: { $title } of { $date }; where it is wrong, please cancel it and take the money anew
cli-paper-void-then = no longer valid: { $title } of { $date }
cli-town-changed = Saved
cli-town-is-suggested = { $key } = { $value }  ({ $publisher }, { $pack } { $version }; { $set ->
    [no] not set
   *[other] now { $now }
})
cli-town-taken = Taken over: { $key } = { $value }
cli-town-none-suggested = No suggestion
cli-state-filed = filed
cli-state-decided = decided
cli-state-closed = closed
cli-owes = Owed: { $owed }
cli-receipt = Receipt { $number }
cli-receipt-cancelled-bare = Receipt { $number } cancelled; its paper could not be issued, please make up for it with “paper issue … storno”
cli-receipt-cancelled = Receipt { $number } cancelled, paper { $paper } issued
cli-nothing-found = Nothing found.
cli-enrolled = Enrolled: { $name }, town { $town }. Numbers of this desk bear { $desk }. Next: amtsstube sync
cli-synced = Sent { $sent }, received { $received }; papers sent { $out }, received { $in }; handovers sent { $mail-out }, received { $mail-in }
cli-sync-stopped = Stopped. Everything up to here is stored; amtsstube sync goes on from here.
cli-progress-backup = Backup: { $part } %
cli-progress-restore = Putting back: { $part } %
cli-backup-written = Backed up and checked: { $path } ({ $size } MB). Nobody opens it without the passphrase or the recovery key.
cli-backup-restored = Put back: { $town }, desk { $desk }, as of { $made }. Reading works; before numbers are given out here again, the head decides: amtsstube go-on
cli-number-settled = Noted for { $number }; amtsstube verify does not call it wrong any more.
cli-outbox-waits = To be sent: entries { $events }, cases { $cases }, papers { $papers }. Papers awaited: { $awaited }. Does not count: { $refused }
cli-sync-work = { $count ->
    [one] Something is to be looked at because of roles; whom it concerns sees it at Kreis (F7) and by amtsstube outbox.
   *[other] { $count } matters are to be looked at because of roles; whom they concern sees them at Kreis (F7) and by amtsstube outbox.
}
cli-work-settled = { $count ->
    [one] One entry was looked at.
   *[other] { $count } entries were looked at.
}
cli-conflict-resolved = Case { $number }: decided
cli-task-settled = Case { $number }: settled
cli-persons-merged = Merged: { $name }
cli-person-was-split = Taken apart: { $name } stands alone again
cli-told-apart = Noted: { $name } is not entered twice
cli-case-double = Case { $name }: entered twice, closed
cli-merge-stands = { $field }: { $stands } (not { $other })
cli-catalogue-clean = No faults
ags-form = “{ $ags }” is no municipality key.
ags-form-remedy = Please give eight digits.
answer-disputed = Two desks entered different answers here.
answer-disputed-remedy = Please first correct which one holds.
answer-forbidden-character = The character “{ $character }” at position { $position } is not allowed here.
answer-forbidden-character-remedy = Please write with letters of DIN 91379.
answers-no-json = The file with the answers is no JSON ({ $why }).
answers-no-json-remedy = Please begin with catalogue example.
answers-no-object = The file with the answers holds no object of fields and answers.
answers-no-object-remedy = Please begin with catalogue example.
answers-documents-form = “_documents” is no list of ids: { $why }
answers-documents-form-remedy = For instance ["ausweis"].
arms-drawn-out = At { $width } × { $height } pixels the picture is too drawn out for a coat of arms.
arms-drawn-out-remedy = Please take the arms alone, without lettering beside them.
arms-not-typed = The coat of arms is a picture and is not set as text.
arms-not-typed-remedy = Please use town arms FILE or the administration in the window.
arms-too-small = At { $width } × { $height } pixels the picture is too small for the letterhead.
arms-too-small-remedy = Please take a picture of at least { $rows } pixels in height.
attachment-gone = The file “{ $name }” is no longer with the draft.
attachment-gone-remedy = Please remove it and attach it again.
attachment-there = This file is attached already, as “{ $name }”.
attachment-there-remedy = There is nothing to do.
attachment-unknown = There is no such attachment here.
attachment-unknown-remedy = Please reload the case.
case-already-closed = The case is closed already.
case-already-closed-remedy = Please reopen it first.
case-already-decided = The case is decided already.
case-already-decided-remedy = Please look at the decision in the case.
case-decides-nothing = Nothing is decided in this service.
case-decides-nothing-remedy = If nothing is left to do, please close the case and give the reason.
case-step-not-now = By the course of this service the case is not that far yet.
case-step-not-now-remedy = Please take the step before it first, for instance decide.
case-already-open = This case is there already.
case-already-open-remedy = Please open the one that is there.
case-not-assessed = The case was not assessed before filing.
case-not-assessed-remedy = Please try again and report the fault.
case-not-closed = The case is not closed.
case-not-closed-remedy = There is nothing to reopen.
case-owes = The case still owes fees.
case-owes-remedy = Please take the money first or give the reason for waiving it.
case-gives-back = Paid and not owed any more: receipt { $receipts }. The money goes back first.
case-gives-back-remedy = Please have the receipt cancelled and give the money back.
case-unknown = There is no such case here.
case-unknown-remedy = Please check the number and your own groups.
case-number-several = This number means several cases: { $numbers }
case-number-several-remedy = Please give more of the number.
correction-whose-mistake = It is not said whether it was the office’s own mistake.
correction-whose-mistake-remedy = Please choose one of the two; the office’s own mistake is always free ({ LAW("§ 42 VwVfG") }).
cli-whose-mistake = It is not said whose mistake it was.
cli-whose-mistake-remedy = Please give --own-mistake (the office was mistaken; always free, { LAW("§ 42 VwVfG") }) or --as-told (it was told like that), one of the two.
correction-fee-undecided = With the right answers the fee ({ $fee }) is { $due } instead of { $paid }.
correction-fee-undecided-remedy = Please decide: leave it or charge anew.
correction-fee-paid = The fee ({ $fee }) is paid with { $paid } (receipt { $receipts }) and would be only { $due }.
correction-fee-paid-remedy = Please cancel the receipt at the till first and take the money anew, or leave the fee.
answer-changed-meanwhile = This answer was changed meanwhile.
answer-changed-meanwhile-remedy = Please open the case again and look at the correction once more.
charge-not-owed = This fee is not owed.
charge-not-owed-remedy = Please reload the case's fees.
copies-range = Between 1 and { $most } copies are printed.
copies-range-remedy = Please give a number in this range.
deadline-bgb-posted = By the BGB no letter is deemed notified.
deadline-bgb-posted-remedy = Please give the day of arrival as the event, not the day of posting.
conditions-missing = The conditions are missing.
conditions-missing-remedy = Please write each on a line of its own.
conditions-not-here = This service knows no decision with conditions.
conditions-not-here-remedy = Please choose another outcome.
conditions-without-outcome = There are conditions only where it is granted with conditions.
conditions-without-outcome-remedy = Please change the outcome or the conditions.
decision-needs-authority = The decision needs name and address of the authority.
decision-needs-authority-remedy = Please have them entered in Administration, Town; nothing can be decided before.
decision-needs-court = The notice of legal remedy needs name and address of the administrative court.
decision-needs-court-remedy = Please have them entered in Administration, Town; nothing can be decided before.
decision-needs-field = The permit lacks: { $label }.
decision-needs-field-remedy = Please enter it when deciding; without it the application can only be refused.
grant-unknown = That is not entered when deciding. What can be: { $known }.
grant-unknown-remedy = Please check the name of the field; anything else is corrected.
grant-malformed = “{ $value }” is no field with a value.
grant-malformed-remedy = Please give it as FIELD=VALUE, for instance zone=A.
decision-needs-value = The decision needs something the town has not said: { $label }.
decision-needs-value-remedy = Please have it entered in Administration, Town; nothing can be decided before.
filing-needs-value = The fee is not known: the town has not entered { $label }.
filing-needs-value-remedy = Please have it entered in Administration, Town; nothing is taken in before.
paper-nothing-to-ask = Nothing is owed that was not asked for in writing already.
paper-nothing-to-ask-remedy = For a lost paper there is the duplicate.
paper-other-outcome = This letter does not go with the decision.
paper-other-outcome-remedy = Please choose the letter that belongs to the decision.
by-without-proxy = There is a representative only with --appears-as proxy or representative.
by-without-proxy-remedy = Please add --appears-as or leave out --by.
deadline-out-of-range = The period ends outside the years 1583 to 9999.
deadline-out-of-range-remedy = Please check day and count.
demo-data-broken = The demo town's names cannot be read.
demo-data-broken-remedy = Please report the fault.
document-unknown = The service knows no document “{ $document }”.
document-unknown-remedy = Please take the ids from catalogue example.
file-empty = The file { $path } is empty.
file-empty-remedy = Please check whether the scan was finished, and choose again.
file-failed = It did not work with the file { $path }: { $why }
file-failed-remedy = Please check path, permissions and space; a file that is there is not overwritten.
file-forbidden = This account has no access to { $path }.
file-forbidden-remedy = Please choose another place or have the permissions changed.
file-gone = { $path } is not there, or no longer.
file-gone-remedy = Please check whether the file was moved or the stick taken out.
file-no-text = { $path } is no text in UTF-8.
file-no-text-remedy = Please save the file as UTF-8 in the editor.
folder-gone = There is no folder { $path }; nothing was saved.
folder-gone-remedy = Please make the folder or name another place.
file-is-folder = { $path } is a folder, not a file.
file-is-folder-remedy = Please choose the file in it.
file-no-room = There is not enough room for { $path }; nothing was saved.
file-no-room-remedy = Please make room or choose another place.
file-not-plain = { $path } is not an ordinary file.
file-not-plain-remedy = Please choose a file with content.
file-read-only = { $path } can only be read.
file-read-only-remedy = Please lift the write protection or choose another place.
copy-beside = The signed copy lies at { $path }: somebody has saved something else at { $wanted } in the meantime.
copy-beside-remedy = Please take the file there; the case has a note of it.
file-there = { $path } is there already; the file stays as it is.
file-there-remedy = Please take another name.
file-too-large = The file is too large.
file-too-large-remedy = Please attach 25 MB at most.
form-none = There is no form for this service.
form-none-remedy = There is nothing to print.
follow-up-in-past = { $date } is past already.
follow-up-in-past-remedy = Please give today or a later day.
follow-up-unknown = This follow-up is not open.
follow-up-unknown-remedy = Please reload the case.
request-nothing = Nothing that is missing is chosen.
request-nothing-remedy = Please tick a document or name an answer.
request-there = { $document } is there already.
request-there-remedy = Please ask only for what is missing.
answer-too-soon = The letter counts as arrived on { $notified } only; { $date } is too soon.
answer-too-soon-remedy = { $usual } is usual.
answer-on-day-off = On { $date } the office is closed (weekend or holiday).
answer-on-day-off-remedy = Please take { $next }.
hearing-not-needed = Somebody is heard only before a decision to their disadvantage.
hearing-not-needed-remedy = Please just decide.
hearing-none = Nobody was heard here.
hearing-none-remedy = Please hold a hearing first, or write a note.
block-unknown = There is no building block "{ $block }" for this decision. There are: { $known }
block-unknown-remedy = Please take one of them, or write the text yourself (--reason, --condition).
statement-by-whom = Several people were heard.
statement-by-whom-remedy = Please say whose statement it is (choose in the window, else --who with the id of the person). The others are still waited for.
answers-none-awaited = No answers that were asked for are missing here.
answers-none-awaited-remedy = Please correct wrong answers, or write a note.
answers-before-request = They were asked for only on { $date }.
answers-before-request-remedy = Please check the day on which the answers came in.
document-not-there = The document "{ $document }" is not noted as received here.
document-not-there-remedy = Please choose a document that is here.
notified-posted-missing = It is missing when the letter was posted.
notified-posted-missing-remedy = Please give the day: what arrives earlier is deemed notified only on the fourth day after posting.
notified-posted-after = The letter cannot have been posted on { $date } if it arrived on { $arrived }.
notified-posted-after-remedy = Please check both days.
hearing-missing = Before a refusal somebody is heard ({ LAW("§ 28 VwVfG") }, in tax matters § 91 AO).
hearing-missing-remedy = Please hold a hearing, or choose the ground for holding none.
statement-before-hearing = The hearing began only on { $date }.
statement-before-hearing-remedy = Please check the day on which the statement to this hearing came in.
hearing-not-over = The hearing runs until { $date }.
hearing-not-over-remedy = Please wait, enter the statement, or choose the ground for not waiting.
second-not-asked = This decision needs no second signature.
second-not-asked-remedy = Please just decide.
second-needed = This decision needs a second signature.
second-needed-remedy = Please give it for signature; another person with the role of head signs.
draft-changed = Nothing waits for a signature here: nothing was prepared, or the draft was given back, replaced, or its answers were changed.
draft-changed-remedy = Please load the case again and see what holds now.
draft-own = You wrote this draft yourself.
draft-own-remedy = Another person with the role of head has to sign.
draft-other-today = Amounts or the legal remedy would be others today than in the draft.
draft-other-today-remedy = Please prepare the decision anew.
remedy-undecided = Nothing is decided here yet.
remedy-undecided-remedy = Please decide first. What comes in before is a note.
notified-before-decision = { $date } is before the decision of { $decided }.
notified-before-decision-remedy = Please check the day.
notified-in-future = { $date } is in the future.
notified-in-future-remedy = Please enter the notification once it has happened.
objection-before-decision = { $date } is before the decision of { $decided }.
objection-before-decision-remedy = Please check the day of receipt.
objection-against-none = What it is said to be against is not here, or nothing of it stands any more.
objection-against-none-remedy = Please look at the case and choose what still stands.
sued-before = { $date } lies before { $since }, on which that came in about which to decide.
sued-before-remedy = Please check the day of receipt.
sued-decided = That was decided by { $date }. What is filed at court after that is against the decision.
sued-filed-after = Filed at court on { $date } would be after it came here.
sued-filed-after-remedy = Please check both days.
sued-decided-remedy = Please enter it as an action against the decision.
sued-nothing = Nothing is decided here in this service.
sued-nothing-remedy = Please look at the history, or write a note.
sued-open = An action for failure to act is open already.
sued-open-remedy = Please enter first how it ended, or write a note.
sued-none = No action for failure to act is open here.
sued-none-remedy = Please look at the history.
objection-open = An objection of this person is open already, received on { $date }.
objection-open-remedy = Please settle it first, or write a note. If somebody else objected, please give the name.
settled-other-objection = This is how an action ends, not an objection.
settled-other-objection-remedy = Please choose what becomes of the objection: accepted, accepted in part, rejected, passed on or taken back.
settled-other-action = This is how an objection ends, not an action.
settled-other-action-remedy = Please choose how the action ended: upheld, dismissed, taken back or settled.
settled-of-which = Several things are open that can end so.
settled-of-which-remedy = Please say which is meant: the objection or the action, of several actions by the file number, of several objections by who filed it.
settled-whose = More than one objection is open: of { $who ->
    [own] the applicant
    [both] the applicant and of { $names }
   *[others] { $names }
}.
settled-whose-remedy = Please say which is meant: --objector NAME, for the applicant's own --own. Each ends by itself.
notify-whose = More than one decision on an objection may be meant, on that of { $who ->
    [own] the applicant
    [both] the applicant and of { $names }
   *[others] { $names }
}.
notify-whose-remedy = Please say on whose: --objector NAME, for the applicant's own --own.
unsettle-whose = What became of more than one objection can be taken back: of { $who ->
    [own] the applicant
    [both] the applicant and of { $names }
   *[others] { $names }
}.
unsettle-whose-remedy = Please say which is meant: --objector NAME, for the applicant's own --own.
objector-none = There is no such objection of this person here. There is that of { $who ->
    [own] the applicant
    [both] the applicant and of { $names }
   *[others] { $names }
}.
objector-none-remedy = Please give the name as it was entered: --objector NAME, for the applicant --own.
hearing-runs = The hearing goes on until { $date }, and not everything has been said.
hearing-runs-remedy = Please check whether the decision should wait for the answer.
occasion-over = The days that it is about were over on { $date }.
occasion-over-remedy = Please check whether the application is still of use.
answer-after-occasion = The answer would have time until { $date }, but what it is about begins on { $from } already.
answer-after-occasion-remedy = Please choose an earlier day, or call.
choice-missing = Nothing is chosen here yet.
choice-missing-remedy = Please choose above.
objection-none = No legal remedy is open here.
objection-none-remedy = Please look at what happened.
action-there = This action is entered already, received on { $date }.
action-there-remedy = Please check the file number: a second action has one of its own.
settled-part-missing = It is missing what is lifted or changed.
settled-part-missing-remedy = Please describe the part as the decision or judgment has it; the rest stays.
settled-part-unfit = Nothing ends so of which a part is lifted.
settled-part-unfit-remedy = Please choose that it is accepted, wholly or in part, or leave out the part and the fees.
ruling-needed = An objection is decided by a letter.
ruling-needed-remedy = Please decide the objection in the case: reasons and costs belong to it.
ruling-nothing = The decision that the objection is against does not hold any more.
ruling-nothing-remedy = Please find out whether the objection is taken back, and enter that.
ruling-of-another = It was not the applicant who filed this objection: letters go from here to the applicant alone, and what was decided in their favour does not fall without hearing them (§ 71 VwGO).
ruling-of-another-remedy = Please hear the applicant, write the letter elsewhere with the head, and serve it on both. Then enter the result here as decided elsewhere, with authority and day. As its notification only the day is entered on which the applicant was served; please write down the service on the other person as a note.
ruling-none = No objection was decided here.
ruling-none-remedy = The letter comes with the decision on the objection.
ruling-passed-on = The objection was passed on: another authority decides it.
ruling-passed-on-remedy = Please enter its decision, or take the passing on back if it was a mistake.
ruling-before-objection = { $date } is before the objection of { $received }.
ruling-before-objection-remedy = Please check the day of the decision.
ruling-share-missing = Whoever is right in part bears a part of the costs: the share is missing.
ruling-share-missing-remedy = Please say how many per cent of the costs the town bears.
ruling-share-wrong = That is no share.
ruling-share-wrong-remedy = Please enter a whole number from 0 to 100.
ruling-share-whole = Whoever is right as a whole bears no costs.
ruling-share-whole-remedy = Please leave the share empty, or accept in part.
ruling-share-part = Whoever is right in part bears a part of the costs.
ruling-share-part-remedy = Please enter a share from 1 to 99 per cent.
ruling-counsel-tax = In proceedings about taxes nothing is decided about counsel: nothing is reimbursed.
ruling-counsel-tax-remedy = Please leave out what is said about counsel.
ruling-fees-say = It is missing what becomes of the amount that was set.
ruling-fees-say-remedy = Please choose: it stays, it falls, or it is lowered.
ruling-fees-paid = The amount that was set is paid already: { $receipts }.
ruling-fees-paid-remedy = Please have the receipt cancelled first, so that the money goes back over the till.
ruling-lowered-missing = That is no amount.
ruling-lowered-missing-remedy = Please enter the new amount in euros.
ruling-lowered-wrong = It is lowered to an amount between 0 and { $cents }.
ruling-lowered-wrong-remedy = If the amount that was set falls wholly, please choose that.
ruling-lowered-several = The decision set several amounts; only a single one is lowered here.
ruling-lowered-several-remedy = Please leave the amounts, or lift them and set them anew.
settlement-unknown = There is no such entry here, or another one followed it.
settlement-unknown-remedy = Please look at what happened; the last entry is taken back.
settlement-told = The decision on the objection was told already, so it has effect.
settlement-told-remedy = Obvious mistakes are put right ({ LAW("§ 42 VwVfG") }); please settle anything else with the head.
settlement-printed = Its letter was printed already: it may be on its way.
settlement-printed-remedy = Please look. If it is still in the house, please say so; else enter its service and settle it with the head.
settlement-sued = An action against it is entered already.
settlement-sued-remedy = Please look at what happened and settle it with the head.
settlement-decided-anew = The matter was decided anew after that.
settlement-decided-anew-remedy = Please take the new decision back first.
given-too-little = Given are { $given }, to be paid are { $due }.
given-too-little-remedy = Please take { $due } at least.
given-unlikely = Given would be { $given }, back would go { $change }. Please correct the amount. If it is right, confirm once more.
land-unknown = There is no Land “{ $land }”.
land-unknown-remedy = For instance NW, BY, BE.
last-administrator = One administrator has to stay.
last-administrator-remedy = Please give the role to somebody else first.
login-form = “{ $login }” cannot be a login.
login-form-remedy = Please use plain letters, digits, dot and dash.
login-taken = The login “{ $login }” is taken.
login-taken-remedy = Please choose another one.
no-home = There is no folder for the data: the home folder is unknown.
no-home-remedy = Please set HOME or give --data.
no-randomness = The operating system gives no randomness.
no-randomness-remedy = Nothing was stored. Please restart the computer.
not-allowed = You lack the role or the group for this. Here it is for: { $roles }.
not-allowed-remedy = Please ask somebody with one of these roles who is responsible for these services.
not-first-start = Somebody works here already.
not-first-start-remedy = The administrator adds new staff.
nothing-corrected = Nothing differs from before.
nothing-corrected-remedy = Please change the field that is wrong.
nothing-to-pay = There is nothing to pay.
nothing-to-pay-remedy = Please check whether a receipt was given already.
paid-other-than-owed = To be paid are { $owed }, not { $paid }.
paid-other-than-owed-remedy = Please take exactly what is owed.
paper-kind-unknown = This case has no paper “{ $kind }”.
paper-kind-unknown-remedy = Please check the kind of paper.
paper-already-issued = { $title } of { $date } is there already.
paper-already-issued-remedy = Never handed over: print it again, it is the same paper and free. Lost: issue a duplicate.
paper-replaced = This paper is replaced by { $title } of { $date }.
paper-replaced-remedy = Please issue the duplicate of the new paper.
paper-void = This paper is no longer valid.
paper-void-remedy = Please choose a paper that is valid.
paper-of-cancelled-receipt = The receipt is cancelled.
paper-of-cancelled-receipt-remedy = Please issue the duplicate of the receipt that is valid.
paper-of-no-cancelling = This cancelling does not count.
paper-of-no-cancelling-remedy = Why is told by “Verify a file” or the history of the case. What counts is signed.
paper-unknown = There is no such paper here.
paper-unknown-remedy = Please list the papers of the case.
paper-without-decision = There is no such paper before the decision.
paper-without-decision-remedy = Please decide first.
paper-without-receipt = There is no such paper without a receipt.
paper-without-receipt-remedy = Please take the money first.
pay-form = “{ $value }” is no way to pay and no amount.
pay-form-remedy = For instance later, card, cash:26.00 or exempt:reason; an amount as 26.00.
person-missing = It is missing who this is for.
person-missing-remedy = Please find a person or enter a new one.
person-likely-known = Perhaps known already: { $who }.
person-likely-known-remedy = Please go back to the person and take them, or say there that it is somebody else.
cli-person-likely-known = Perhaps known already: { $who }.
cli-person-likely-known-remedy = The same person: --person { $person }. Somebody else: --new-person.
person-house = “{ $text }” is no house number.
person-house-remedy = For example: 12 a
person-postcode = “{ $text }” is no postcode.
person-postcode-remedy = For example: 48712
search-receipt = receipt { $number }
search-code = status code { $code }
search-none = Nothing found
appearance-back = To the administration
person-name-missing = The name is missing.
person-name-missing-remedy = Please give a family name or a given name.
person-unknown = There is no such person here.
person-unknown-remedy = Please search again.
pin-missing = The PIN is missing.
pin-missing-remedy = Please set AMTSSTUBE_PIN.
pin-not-hashed = The PIN cannot be stored.
pin-not-hashed-remedy = Please try another PIN.
pin-too-short = The PIN is too short.
pin-too-short-remedy = Please choose { $length } characters at least.
printer-none = No printer is set up here.
printer-none-remedy = Please set up a printer or use paper save.
receipt-already-cancelled = The receipt { $receipt } is cancelled already.
receipt-already-cancelled-remedy = Nothing is left to do.
receipt-unknown = There is no receipt { $receipt } here.
receipt-unknown-remedy = Please check the number.
received-in-future = { $date } lies in the future.
received-in-future-remedy = Please give the day on which it came in.
received-why-missing = Received on { $date }, not today: the reason is missing.
received-why-missing-remedy = Please say why, for instance: found in the letter box.
service-unknown = There is no such service.
service-unknown-remedy = Please list the services.
service-for-kreis = The Kreis decides on this service: the application is taken in here and then handed over to the Kreis (in the case by Ctrl+G).
service-is-kreis-remedy = Please refer the person to the Kreis.
sign-in-needed = Somebody has to be signed in for this.
sign-in-needed-remedy = Please give --as and AMTSSTUBE_PIN.
sign-in-wait = Too many wrong tries; go on in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
sign-in-wait-remedy = Please wait that long.
sign-in-wrong = Login or PIN is wrong.
sign-in-wrong-remedy = Please check both; the administrator can set a new PIN.
signature-missing = The signature is missing.
signature-missing-remedy = Please have it signed and confirm that.
court-number-missing = The court's file number is missing.
court-number-missing-remedy = Please give it as it stands in the court's letter.
plaintiff-missing = It is missing who sues.
plaintiff-missing-remedy = Please give the name as it stands in the court's letter.
text-missing = The text is missing.
text-missing-remedy = Please give one.
reasons-missing = The reasons are missing.
reasons-missing-remedy = Please write why it is or will be decided like this ({ LAW("§ 39 VwVfG, § 121 AO") }).
audit-months-form = That is no number of months between 1 and { $most }.
audit-months-form-remedy = Please give a whole number; the record must not be kept for longer than needed.
second-signature-form = That does not say when a second person signs.
second-signature-form-remedy = Please give “always”, “refusal” or an amount above which what is set is signed too; empty means never.
town-amount-form = “{ $value }” is no amount in euros.
town-amount-form-remedy = Please give it like 48 or 48,50.
town-choice-form = “{ $value }” is none of the choices.
town-choice-form-remedy = Possible are: { $choices }.
town-days-form = “{ $value }” are no days that come once in each year.
town-days-form-remedy = Please give them like 15.02., 15.05., 15.08., 15.11.
town-number-form = “{ $value }” is no whole number from 0 to 9999.
town-number-form-remedy = Please give digits only.
town-text-long = The text is longer than 120 characters.
town-text-long-remedy = Please shorten it.
town-value-form = “{ $value }” is not KEY=VALUE.
town-value-form-remedy = Please give it like hundesteuer.erster=48,00.
town-key-unknown = There is no value { $key } of the town.
town-key-unknown-remedy = Please check the spelling; amtsstube town show names all.
user-name-missing = The name is missing.
user-name-missing-remedy = Please give the name as it stands under letters.
user-unknown = Nobody of this name works here.
user-unknown-remedy = Please check the login.
counter-no-printer-remedy = Please save as PDF or set up a printer.


# ui: a case
case-loading = The case is being fetched.
case-done = Done.
case-nobody = nobody
case-received = Received
case-status-code = Status code
case-filing-plan = Filing plan
case-deadline-met = done { $on } (due { $due })
case-decided = Decided on { $date }: { $outcome }
case-note = Note
case-note-title = Note
case-note-save = Note down
case-note-call = Telephone call
case-follow-up = Follow-up
case-follow-up-set = Set
case-follow-up-day = On
dialog-first = Something is open here: finish it first, or close it with Esc.
case-follow-up-text = What is to be remembered?
case-decide = Decide
case-correct = Correct answers
case-correct-go-on = Go on correcting
case-correct-begun = A correction is begun and not finished; the case is still as it was.
case-decide-go = Decide
case-conditions = Conditions ({ LAW("§ 36 VwVfG") }), each on a line
case-decide-letter = Letter: { $letters }
case-decide-no-letter = There is no letter for this decision; it stands in the file only.
case-decide-action = Remedy: action within a month, { $body }, { $address }
case-decide-remedy-open = Which legal remedy is open here is to be confirmed by the town.
case-decide-objection = Remedy: objection within a month, { $body }, { $address }
step-title = Procedure
step-complete-since = Complete since { $on }
step-answers-missing = Answers still missing: { $answers }
step-answered = Answers are here
step-answered-text = What was said? (may stay empty where it stands elsewhere)
step-statement-who = Whose statement is it?
step-hearing-silent = Have not said anything yet: { $names }
complete-received = The application came in on { $date }.
complete-document = { $document } came on { $date }.
complete-answers = The answers that were asked for came on { $date }.
complete-since = So everything is here since { $date }.
deemed-rule = Without a decision it counts as granted after { $months ->
    [one] one month
   *[other] { $months } months
}.
deemed-begins = The period begins with complete documents, { $date }.
deemed-extended = Extended until { $date }.
deemed-unconfirmed = Whether the law reaches this is still to be confirmed by the town.
deemed-waits = Without a decision it counts as granted { $months ->
    [one] one month
   *[other] { $months } months
} after complete documents ({ $law }). The period does not run yet.
deemed-runs = Decide and notify by { $by }: after that it counts as granted
deemed-decide-by-hand = What is not notified by { $by } may count as granted ({ LAW("§ 42a VwVfG") }), and the post is too slow for that: please hand the decision over in person by then.
deemed-notified-late = It had to be decided by { $by }, and the decision counts as notified only on { $on }: please have a lawyer look whether the application counts as granted ({ LAW("§ 42a (1) VwVfG") })
deemed-passed = The period ended { $by }: it counts as granted
deemed-fee-due = The fee is owed then as well: entering it sets the fee by a notice of its own.
deemed-fee-set = The fee has been set by a notice of its own.
deemed-fee-free = No fee is charged then.
deemed-fee-open = Whether a fee is owed then as well has yet to be confirmed by the town (settings, deemed.fee). None is set until then.
deemed-since = Counts as granted since { $on }
deemed-enter = Enter the approval
deemed-enter-says = The application was not decided in time. It counts as granted as it was made. Please check that really nobody decided; after this the approval can only be withdrawn or revoked.
deemed-certify = Issue certificate
deemed-extend = More time
deemed-extend-go = Extend and issue the letter
deemed-extend-day = New last day
deemed-extend-reasons = Why the matter is difficult, as it stands in the letter
deemed-extend-says = The period ends { $by }. It can be extended once, as far as is fair; the letter must have arrived by then.
deemed-extend-by-hand = The post is too slow for that: please hand over the letter by then.
deemed-not-here = No law orders that this service counts as granted without a decision.
deemed-not-here-remedy = Please decide.
deemed-lifted = This was decided before, and the decision was lifted: nothing counts as granted by itself any more.
deemed-lifted-remedy = Please decide anew.
deemed-not-running = The period does not run yet: documents or answers are missing.
deemed-not-running-remedy = Please ask for what is missing.
deemed-not-yet = It can still be decided until { $date }.
deemed-not-yet-remedy = Please decide; only after that the application counts as granted.
deemed-over = The period ended on { $date }: the application counts as granted and cannot be decided otherwise any more.
deemed-over-remedy = Please enter the approval. If it is unlawful, it can only be withdrawn ({ LAW("§ 48 VwVfG") }).
deemed-not-entered = Nothing counts as granted here.
deemed-not-entered-remedy = Please enter first that the application counts as granted, once the period is over.
deemed-extended-already = The period was extended once already; a second time is not possible.
deemed-extended-already-remedy = Please decide by then.
deemed-extended-late = The period ended on { $date } and cannot be extended any more.
deemed-extended-late-remedy = Please enter the approval.
deemed-extended-short = The period runs until { $date } anyway.
deemed-extended-short-remedy = Please give a later day.
deemed-extended-long = Until { $date } it would be extended by more than the period itself (that would be until { $last }). Only what is reasonable is allowed ({ LAW("§ 42a (2) sentence 3 VwVfG") }).
deemed-extended-long-remedy = Please give an earlier day, or confirm that so much time is reasonable (--even-so).
deemed-extend-even-so = Longer than the period itself (until { $last }): this was looked at and is reasonable for the difficulty of the matter.
revoke-year = A year from when the authority learned of the facts ({ $known })
revoke-undecided = Nothing is decided here yet that could be taken back or revoked.
revoke-undecided-remedy = Please decide. What another office decided it takes back itself.
revoke-nothing-decided = The application was taken back: there is no decision.
revoke-nothing-decided-remedy = Nothing is to be taken back here.
revoke-already = Nothing of this decision stands any more.
revoke-already-remedy = Please look at the case; nothing more is to be done.
revoke-not-notified = The decision is not notified yet and has no effect yet ({ LAW("§ 43 VwVfG, § 124 AO") }).
revoke-not-notified-remedy = If it is still in the house, please do not hand it out. If it is out, please enter its notification first.
revoke-none = Nothing is taken back or revoked here.
revoke-none-remedy = The letter comes with taking back, revoking, or the hearing before.
revoke-ground-missing = The paragraph is missing by which it is taken back or revoked.
revoke-ground-missing-remedy = Please choose one.
revoke-other-law = This paragraph does not hold here.
revoke-other-law-remedy = For this service these hold: { $law }.
revoke-burdens = The refusal favours nobody: this paragraph is only for decisions that grant something.
revoke-burdens-remedy = Please choose a paragraph for decisions that burden ({ LAW("§ 48 (1), § 49 (1) VwVfG") }, in tax matters § 130 (1) or § 131 (1) AO).
revoke-favours = The decision grants something: it is protected and cannot be lifted like one that burdens ({ LAW("§ 48 (1) sentence 2, § 49 (2) VwVfG") }; § 130 (2), § 131 (2) AO).
revoke-favours-remedy = Please choose one of the other subsections, or name the part that burdens (a condition, the fee).
revoke-trust-unfit = Whether trust deserves protection is not asked there ({ LAW("§ 48 (2) and (3) VwVfG") }).
revoke-trust-unfit-remedy = Please leave it out, or choose the subsection that fits.
revoke-known-missing = Since when the authority knows the facts is missing. The year depends on it.
revoke-known-missing-remedy = Please give the day on which all the facts that matter were known.
revoke-known-future = { $date } lies in the future.
revoke-known-future-remedy = Please give the day on which the facts became known.
revoke-known-before = { $date } lies before the decision of { $decided }. The year can only begin after it.
revoke-known-before-remedy = Please give the day on which it was seen that the decision cannot stay.
revoke-year-over = The year ended on { $date }: the facts have been known since { $known }. After that it is not allowed any more.
revoke-year-over-remedy = Please check the day; else the decision stays as it is.
revoke-year-over-trust = The year ended on { $date }: the facts have been known since { $known } ({ LAW("§ 48 (4) VwVfG") }).
revoke-year-over-trust-remedy = Please check the day. Without the year it is only allowed where the decision was got by deceit, threat or bribery ({ LAW("§ 48 (4) sentence 2 VwVfG") }).
revoke-from-before = { $date } lies before the decision of { $decided }.
revoke-from-before-remedy = Please give that day at the earliest.
revoke-from-past = A revocation counts for the future only, not from { $date }.
revoke-from-past-remedy = Please give today or a later day, or none: then it counts from its notification. Back in time it goes only where it is taken back, or where money was granted ({ LAW("§ 48, § 49 (3) VwVfG") }; § 130 AO).
revoke-hearing-missing = Before a decision is taken back or revoked somebody has to be heard ({ LAW("§ 28 VwVfG, § 91 AO") }).
revoke-hearing-missing-remedy = Please hear them, or choose a ground of the law for not doing so.
revoke-hearing-other = Somebody was heard about another paragraph: to this one nobody could say anything yet ({ LAW("§ 28 VwVfG, § 91 AO") }).
revoke-hearing-other-remedy = Please hear them about this one, take the other, or choose a ground of the law for not doing so.
revoke-hearing-not-needed = Whoever is only relieved need not be heard before.
revoke-hearing-not-needed-remedy = Please take back or revoke at once.
revoke-ground-unfit = This ground for hearing nobody does not fit here.
revoke-ground-unfit-remedy = Please choose danger in delay, a period or a compelling public interest ({ LAW("§ 28 (2) No. 1 and 2, (3) VwVfG") }), or hear them.
revoke-part-anew = Of a part the rest of the decision stands; only the whole is decided anew.
revoke-part-anew-remedy = Please leave one of the two out.
revoke-fees-say = What becomes of the fees that were set has to be said.
revoke-fees-say-remedy = Please choose: leave them or lift them too ({ $law }: what would not have arisen had it been handled rightly is not charged).
revoke-fees-anew = Where the matter is decided anew the new decision sets the fee: it is not asked for twice.
revoke-fees-anew-remedy = Please lift the earlier fee too.
revoke-fees-paid = The fees are paid already: { $receipts }.
revoke-fees-paid-remedy = Please have the receipt cancelled first, so that the money goes back over the till.
paper-decision-revoked = The decision is taken back or revoked: its letter counts no more.
paper-decision-revoked-remedy = Please take the letter that takes it back or revokes it.
paper-nothing-to-pay = Nothing is to be paid with these answers: there is no receipt.
paper-nothing-to-pay-remedy = Please choose another paper, or change answers so that there is a fee.
paper-nothing-cancelled = No receipt is cancelled here that lacks its paper.
paper-nothing-cancelled-remedy = Please load the case again.
paper-nothing-to-lift = No letter asks here for what is not owed any more.
paper-nothing-to-lift-remedy = Please load the case again.
revoke-button = Take back or revoke
revoke-go = Take back or revoke
revoke-hear = Hear them before
revoke-says = The decision can be taken back or revoked.
revoke-ground = By which paragraph?
revoke-left-out = Only what can fit here: the refusal favours nobody; what is for decisions that grant is left out.
revoke-left-out-heard = Only what takes something away: whoever is only relieved need not be heard before.
revoke-trust = Protection of trust ({ LAW("§ 48 (2) sentence 3 VwVfG") })
revoke-trusted = not excluded from the outset
revoke-untrusted-deceived = got by deceit, threat or bribery (no year)
revoke-untrusted-untrue = got by wrong or incomplete statements
revoke-untrusted-knew = unlawfulness known, or not known by gross negligence
revoke-no-year = There is no year for this.
revoke-known = Known since
revoke-known-hint = The day on which the authority knew all the facts. Often only after the hearing: what counts for the discretion too.
revoke-until = Possible until { $by }: it has to be notified by then
revoke-by-hand = Possible until { $by }. The post is too slow for that: please hand the letter over in person by then.
revoke-over = The year ended { $by }
revoke-from = Counts from
revoke-from-back-hint = Without a day from its notification; a past day too, not before that of the decision.
revoke-from-hint = Without a day from its notification; only today or later.
revoke-part = Only a part? Which (optional)
revoke-part-hint = Leave it empty where the whole decision is meant. The sentence stands like this in the letter.
revoke-fees = { $amount } are set. What becomes of them?
revoke-fees-kept = stay
revoke-fees-dropped = are lifted too
revoke-hand-back = What is to be handed back ({ $law })? Each on a line
revoke-printed = Printed already ({ $copies ->
    [one] once
   *[other] { $copies } times
}): { $title } of { $date }
revoke-anew = The matter is decided anew
revoke-compensates = On application a disadvantage is made up for as far as the trust deserves protection ({ $law }). The letter says so; with that the time to apply begins.
revoke-refunds = What was given already is asked back by a decision of its own where it counts back in time ({ $law }).
revoke-second = A second person signs this. Nothing is issued until then.
revoke-to-sign = Taking back or revoking ({ $law }) prepared on { $on } by { $name }. The signature of the head is missing.
revoke-is-back = Taken back
revoke-is-revoked = Revoked
revoke-intended = Intended: taking back or revoking by { $law }
revoked-back = Taken back on { $on }: decision of { $date } ({ $law })
revoked-revoked = Revoked on { $on }: decision of { $date } ({ $law })
revoked-part = Only a part: { $part }
revoked-from = Counts from { $date } on
revoked-effect-waits = Not notified yet: until then the decision holds ({ LAW("§ 43 VwVfG, § 124 AO") })
revoked-effect-from = Takes effect on { $date }: until then the decision holds
revoked-effect-since = In effect since { $date }
revoked-fees-dropped = Lifted with it: fees set of { $amount }
revoked-fees-kept = Fees that were set stay: { $amount }
revoked-late = Notified only on { $on }; the year ended { $by }. Whether that holds has to be looked at.
case-taken-back = Taken back
case-revoked = Revoked
case-give-back-money = Paid and not owed any more: { $amount }, receipt { $number }. Please cancel the receipt and give the money back.
revoke-clause-48-1 = { LAW("§ 48 (1) VwVfG") }: unlawful, burdens: take back at any time
revoke-clause-48-2 = { LAW("§ 48 (2) VwVfG") }: unlawful, grants money or divisible things: take back
revoke-clause-48-3 = { LAW("§ 48 (3) VwVfG") }: unlawful, favours otherwise (permit, licence): take back
revoke-clause-49-1 = { LAW("§ 49 (1) VwVfG") }: lawful, burdens: revoke for the future
revoke-clause-49-2-1 = { LAW("§ 49 (2) No. 1 VwVfG") }: revocation allowed by law or reserved
revoke-clause-49-2-2 = { LAW("§ 49 (2) No. 2 VwVfG") }: condition not met, or not in time
revoke-clause-49-2-3 = { LAW("§ 49 (2) No. 3 VwVfG") }: new facts, public interest endangered otherwise
revoke-clause-49-2-4 = { LAW("§ 49 (2) No. 4 VwVfG") }: the law has changed, not used yet
revoke-clause-49-2-5 = { LAW("§ 49 (2) No. 5 VwVfG") }: grave harm to the common good
revoke-clause-49-3-1 = { LAW("§ 49 (3) No. 1 VwVfG") }: money not used for its purpose
revoke-clause-49-3-2 = { LAW("§ 49 (3) No. 2 VwVfG") }: money under a condition that was not met
revoke-clause-130-1 = § 130 (1) AO: unlawful, burdens: take back at any time
revoke-clause-130-2-1 = § 130 (2) No. 1 AO: by an authority without jurisdiction
revoke-clause-130-2-2 = § 130 (2) No. 2 AO: got by deceit, threat or bribery (no year)
revoke-clause-130-2-3 = § 130 (2) No. 3 AO: got by wrong or incomplete statements
revoke-clause-130-2-4 = § 130 (2) No. 4 AO: unlawfulness known, or not known by gross negligence
revoke-clause-131-1 = § 131 (1) AO: lawful, burdens: revoke for the future
revoke-clause-131-2-1 = § 131 (2) No. 1 AO: revocation allowed by law or reserved
revoke-clause-131-2-2 = § 131 (2) No. 2 AO: condition not met, or not in time
revoke-clause-131-2-3 = § 131 (2) No. 3 AO: new facts, public interest endangered otherwise
step-missing = Documents missing: { $documents }
step-asked = Asked for on { $on }, answer by { $due }
step-asked-late = Asked for on { $on }; the answer was wanted by { $due }
step-request = Ask for what is missing
step-request-go = Issue the letter
step-request-which = This is missing and asked for:
step-request-answers = What else is missing, one a line
step-answer-by = Answer by
step-hearing-open = Hearing since { $on }: a statement is possible until { $due }
step-hearing-over = Hearing of { $on }: no statement by { $due }
step-hearing-said = Statement of { $on }: { $text }
step-hearing-none = Before a refusal somebody is heard ({ $law }).
step-hearing-omitted = Without a hearing: { $ground }
step-hear = Hold a hearing
step-hear-go = Issue the hearing
step-hear-intends = Intended decision
step-hear-reasons = Reasons as they stand in the letter
step-statement = Enter a statement
step-statement-text = What was said?
step-statement-day = Received on
step-decides = May decide: { $roles }
step-decided = Decided on { $on } by { $name }
step-second = A second person signs this decision. Until then nothing is issued.
step-blocks = Building blocks:
step-prepare-go = Give for signature
step-to-sign = Prepared on { $on } by { $name }: { $outcome }. Signature missing: { $roles }.
step-sign-own = Who prepared it does not sign it.
step-returned = Given back by { $name }: { $reason }
step-draft-changed = The draft of { $on } no longer holds: something was changed after it. Please prepare it anew.
step-sign = Sign
step-sign-says = With the signature it is decided, and the letter is issued.
step-return = Give back
step-ground = Why is nobody heard?
hearing-ground-as-declared = What was declared is not departed from to the disadvantage ((2) No. 3)
hearing-ground-danger = Danger in delay, or public interest in deciding at once ((2) No. 1)
hearing-ground-deadline = A period that matters would be missed ((2) No. 2)
hearing-ground-many = Many decisions of one kind, or automatic ones ((2) No. 4)
hearing-ground-enforcement = A measure of enforcement ((2) No. 5)
hearing-ground-forbidden = A compelling public interest stands against it ((3))
step-enter = Enter
step-notify = Enter the notification
step-notify-known = Entered already: { $way }, { $on }. What stands here replaces that, and the period runs by it.
step-untold-beside = Not notified yet: { $what }. Please notify it and enter that here
step-notify-which = What was notified?
step-notify-way = How was it notified?
step-notify-posted = Given to the post on
step-notify-received = Received on
step-notify-proof = Proof (optional): who signed, number of the record
step-notify-of-another = What is entered is the day on which the applicant was served. Please write down the service on { $by } as a note.
notified-way-post = by post
notified-way-hand = handed over against a signature
notified-way-acknowledged = with a written acknowledgement
notified-way-served = served by the post with a record
notified-way-arrived = by post, proved to have arrived on this day (only if later than the fourth day after posting)
step-receipt = Issue a receipt to be signed
step-not-notified = Not notified yet: the period for the legal remedy does not run.
step-notified = Notified on { $on }: { $way }, { $day }
step-remedy-until = Notified on { $on }. Legal remedy possible until { $by }.
step-remedy-open = Legal remedy possible until { $by }; final from { $on } if nothing comes in
step-remedy-filed = Legal remedy possible until { $by }; one came in, the decision is not final
step-judged = The action is over. Whether the decision is final shows the court's certificate of finality
step-final = Final since { $on }: the period ran out and nothing came in in time
step-final-of-another = This holds for the applicant; how long { $by } can sue depends on the service on them
step-no-notice = The decision bore no notice of legal remedy, so it is a year.
step-object = Enter an objection or action
step-object-what = What came in?
step-object-against = Against what?
step-filed-against = Against: { $what }
step-remedy-other = { $what }: open to challenge until { $by }
act-decision = Decision of { $date }
act-back = Taking back of { $date }
act-revoked = Revocation of { $date }
act-ruling = Decision on the objection of { $date }
act-redress = Acceptance of the objection of { $date }
act-ruling-of = Decision of { $date } on the objection of { $by }
act-redress-of = Acceptance of { $date } of the objection of { $by }
ruling-form = The decision of { $date } holds in the form of the decision on the objection of { $on } (§ 79 (1) No. 1 VwGO).
settled-part = Lifted or changed is: { $part } · the rest stays
step-not-served = The decision on the objection is not served yet: the period for the action does not run. Please serve it formally (§ 73 (3) sentence 2 VwGO) and enter that here
step-redress-untold = The acceptance of the objection is not told yet
step-notify-informal = A decision on an objection has to be served formally (§ 73 (3) sentence 2 VwGO): by the post with a record, by written acknowledgement or against a signature. By plain post it is open whether the period for the action runs, and the decision is never called final here.
step-ruled = What counts is the period for the action after the decision on the objection
step-unserved = The period for the action would end on { $by }, but nothing was formally served: whether it runs is open. Please serve the decision on the objection formally and enter that
ruling-elsewhere = Another authority decided
ruling-elsewhere-by = Which authority?
ruling-elsewhere-on = Day of its decision
ruling-no-notice = Its letter bears no notice of legal remedy or a wrong one: then there is a year (§ 58 (2) VwGO)
ruling-reasons = Reasons
ruling-facts = Facts (optional)
ruling-part = What is lifted or changed?
ruling-part-hint = As the decision or judgment has it: “Condition No. 2 is lifted.” The rest stays.
ruling-part-alone = Was a part alone challenged? (optional)
ruling-part-alone-hint = Empty: the whole decision falls. Else that alone falls, such as a condition, and the rest stays.
ruling-fees = What becomes of the amount that was set?
ruling-fees-kept = The amount that was set stays: { $amount }
ruling-fees-dropped = The amount that was set falls: { $amount }
ruling-fees-lowered = The amount that was set is lowered
ruling-lowered = New amount
ruling-lowered-to = The amount that was set is lowered to { $amount }
ruling-share = Share of the town in the costs, per cent
ruling-share-hint = Empty: 100 where it accepts, 0 where it rejects. In part: by the measure of success.
ruling-counsel = Represented by counsel
ruling-counsel-none = nobody was
ruling-counsel-needed = was necessary
ruling-counsel-not = was not necessary
ruling-costs-law = Reimbursed by { $law }, on application and as far as the town bears the costs. To be confirmed by the town.
ruling-costs-tax = In proceedings about taxes and charges nothing is reimbursed ({ $law }). To be confirmed by the town.
ruling-costs-open = Whether anything is reimbursed in proceedings about taxes and charges is not known for this Land: the letter says nothing about it. Please settle it with the head.
ruling-costs-say = The town bears { $share } per cent of the costs
ruling-counsel-say-needed = Counsel was necessary ({ $law })
ruling-counsel-say-not = Counsel was not necessary ({ $law })
ruling-redress-says = A letter accepts the objection (§ 72 VwGO). The earlier decision does not hold any more; what is still to be decided is open here again.
ruling-serve-says = A letter decides the objection. It has to be served formally (§ 73 (3) VwGO); from service on there is a month to sue (§ 74 (1) VwGO).
ruling-court = The notice names: { $body }, { $address }
ruling-decided-by = Decided by: { $by }, on { $on }.
ruling-to-sign = Decision on the objection prepared on { $on } by { $name }: { $how }. The signature of the head is missing.
settlement-undo = Take the entry back
settlement-undo-offer = Was that a mistake?
settlement-undo-says = The legal remedy is open again after that, and a letter written here about it does not hold. It must not be handed out.
settlement-in-house = The letter that was printed is still in the house
step-object-by = Filed by, if not by the applicant
step-object-text = What it is about (optional)
remedy-is-objection = Objection
remedy-is-action = Action
step-filed = { $what } of { $on }
step-filed-by = { $what } of { $on }, filed by { $by }
objection-of-another = Not filed by the applicant
objection-whose = Objection of { $by }
objection-whose-own = Objection of the applicant
objection-in-time = In time: last day { $by }
objection-late = Late by { $days ->
    [one] 1 day
   *[other] { $days } days
}: last day { $by }. Admissible only on reinstatement (§ 60 VwGO).
objection-of-another-time = The period from the notification of the applicant does not apply here, nor does the notice of legal remedy that they got. Whether it is in time depends on when that other person was told of the decision; if they were not, presumably within a year since they knew of it or should have known (good faith, after § 58 (2) VwGO). Please check with the head.
objection-in-time-unknown = Whether it is in time is known only once the notification is entered.
objection-only-action = No objection is open here: against this decision there is only an action at court. Its term goes on until { $by }. Please tell the sender at once.
objection-only-objection = An action is possible here only after an objection (§ 68 VwGO). The period to object goes on until { $by }. Please tell the court that nobody has objected yet; whether the action is admissible the court decides.
objection-until-unknown = a day that is known once the decision was notified
step-settle = Decide or pass on
step-settle-how = What becomes of it?
step-settled = { $how } on { $on }: { $reason }
objection-remedied = Accepted: the decision is lifted and taken anew
objection-remedied-in-part = Accepted in part, otherwise rejected
objection-passed-on = Passed on to the objection authority or the court
objection-taken-back = Taken back
objection-rejected = Rejected
objection-upheld = Action upheld (§ 113 VwGO)
objection-upheld-in-part = Action upheld in part (§ 113 VwGO)
objection-dismissed = Action dismissed
objection-moot = Settled in the main matter (§ 161 (2) VwGO) or by compromise (§ 106 VwGO)
action-end = Action has ended
action-filed = Action of { $on }: { $at }
action-number = file number { $number }
action-head = For the head: answer the court and submit the files (§ 99 VwGO).
action-in-part = The decision still stands here, for only this line says what the court lifted of it. Please check conditions and fees against it.
action-end-hint = Please enter this only once the end is certain: a judgment once it is final. With “upheld” the decision holds no more here, and the application is open again.
action-served-hint = The letter of the court says so. If a statement of claim was only handed in here, the court does not have it yet: please pass it on at once and write a note.
action-before-objection = The objection of { $since } has not been decided here yet. As a rule an action is possible only after that (§ 68 VwGO), for failure to act only from { $from } (§ 75 VwGO): then please enter it as an action for failure to act. Whether it is admissible the court decides; the objection is still to be dealt with.
action-after-remedied = The objection was found right on { $on }: the decision counts no more. What that means for the action the court says.
action-after-objection = The objection was rejected on { $on }. The period for an action is one month from service of that decision (§ 74 (1) VwGO); whether it was kept the proof of service shows.
step-sue = Decide by { $by }: from { $from } on an action for failure to act is possible (§ 75 VwGO)
step-sue-now = Since { $from } an action for failure to act is possible (§ 75 VwGO)
step-sued = Enter an action for failure to act
step-sued-end = The action for failure to act is over
sued-filed-on = Filed at court on
sued-filed-hint = The court's stamp: by this day it is judged whether it came in time, early, or after the decision. Else leave it empty.
sued-served-on = Received here from the court on
sued-court = Court
sued-file-number = The court's file number
sued-by = Who sues?
sued-end-how = How did the action end?
sued-end-reason = What did the court decide, or who declared what, and when?
sued-stops-nothing = The action stops no period. It then stands among the cases of the head.
sued-application = Action for failure to act of { $on } on the application: { $at }
sued-objection = Action for failure to act of { $on } on the objection: { $at }
sued-admissible = Brought after the three months; it was admissible from { $from }.
sued-early = Brought before { $from }: admissible under special circumstances, or once the three months have passed undecided (§ 75 sentence 2 VwGO). The court decides that.
sued-head = Task of the head: answer the court and say why it is undecided and when it will be decided (§ 75 sentence 3 VwGO).
case-levy-first = For { $year }: { $amount }, from { $from }
case-levy-in-one = Due in one sum, a month after notification.
case-levy-by-law = For when it is due the decision points to the law by which the tax is raised.
case-levy-each-year = In each whole year: { $parts }
case-levy-earlier = Liable from { $date } already. Nothing is set for the time before { $year }: please by a decision of its own with the amounts of then.
case-outcome = Decision
case-reasons = Reasons ({ LAW("§ 39 VwVfG") })
case-reasons-tax = Reasons (§ 121 AO)
case-reason = Reason
case-close-title = Close the case
case-close-it = Close
case-close-reason = Remark (optional)
case-reopen = Reopen
case-back = To the list
case-paper = Paper
case-issued = Dated
case-copies = Copies
case-printed = printed { $count } ×
case-not-printed = not printed
case-paper-replaced = replaced by { $title } of { $date }
case-paper-void = not valid since { $date }
case-paper-falls = not valid from { $date } on
case-paper-falls-notified = still valid: taking back or revoking was not notified yet
case-look = Look at
case-print = Print
case-save = Save as
case-issue = Another paper
case-duplicate = Duplicate
case-issue-title = Issue a paper
case-issue-which = Which
case-issue-go = Issue
duplicate-title = Duplicate of a lost paper
duplicate-go = Issue the duplicate
duplicate-or-reprint = Only if the sheet that was handed over is lost: a duplicate is a paper of its own and marked. What was never handed over is printed once more by “Print”, free of charge (reprint).
duplicate-free = This duplicate costs nothing.
duplicate-fee = Fee: { $amount } ({ $tariff })
case-printer = Printer
case-printers-none = No printer is set up on this machine. The paper can be saved.
case-no-printer = No printer is chosen.
prints-title = Print jobs
prints-back = Back
proof-title = Verify a file
proof-says = Whether a PDF file is byte for byte a paper that was issued here.
proof-go = Verify
proof-other = Another file
proof-digest = SHA-256: { $digest }
prints-none = Nothing was printed yet.
prints-case = Case
prints-state = State
prints-since = Since
prints-again = Print anew
prints-other = Other printer
prints-withdraw = Withdraw
prints-open-case = Open the case
prints-done = Noted. The print job begins anew.
prints-withdrawn = The print job is withdrawn.
prints-asked = { $count ->
    [one] A paper goes to the printer.
   *[other] { $count } papers go to the printer.
}
prints-under-way = { $count ->
    [one] A paper is being printed
   *[other] { $count } papers are being printed
}
prints-stuck = { $count ->
    [one] A paper waits for the printer: { $why }
   *[other] { $count } papers wait for the printer: { $why }
}
prints-failed = { $count ->
    [one] A paper is not printed: { $why }
   *[other] { $count } papers are not printed: { $why }
}
print-sides = One or both sides
print-sides-as-set = as set up at the printer
print-sides-one-sided = one sided
print-sides-two-sided-long-edge = both sides, along the long edge
print-sides-two-sided-short-edge = both sides, along the short edge
print-tray = Paper tray
print-tray-auto = automatic
print-tray-manual = manual feed
print-tray-by-pass-tray = multi purpose tray
print-tray-main = main tray
print-tray-top = upper tray
print-tray-middle = middle tray
print-tray-bottom = lower tray
print-tray-envelope = envelopes
print-tray-large-capacity = large capacity tray
print-tray-number = tray { $number }
print-state-waiting = waiting
print-state-handing = being handed over
print-state-printing = at the printer
print-state-printed = printed
print-state-failed = not printed
print-state-withdrawn = withdrawn
print-since = since { $when }
print-away = The printing system (CUPS) does not answer.
print-away-remedy = The paper is issued. It is printed as soon as the printing system runs; else please call the administrator.
print-denied = The printing system does not let this user print.
print-denied-remedy = Please call the administrator, or take another printer.
print-spool-full = The printing system has no room left for the paper.
print-spool-full-remedy = Please have room made, then print again.
print-gone = The printer { $printer } is there no more.
print-gone-remedy = Please look whether the paper came out; if not, print again on another printer.
print-closed = The printer { $printer } takes no jobs at present{ $detail }.
print-closed-remedy = The job goes off as soon as it takes jobs again. Or please take another printer.
print-late = That is printed already.
print-late-remedy = Another copy can be printed in the case.
print-refused = The printing system refused the job{ $detail }.
print-refused-remedy = Please take another printer or call the administrator.
print-stopped = The printer { $printer } is stopped{ $detail }.
print-stopped-remedy = Please have the printer started again, or give the job to another one.
print-held = The job is held back in the printing system.
print-held-remedy = Please have it released there, or withdraw the job.
print-retried = The printer { $printer } did not take the job{ $detail }. The printing system tries again by itself.
print-retried-remedy = Please check the printer, or give the job to another one.
print-aborted = The printing system gave the job up{ $detail }.
print-aborted-remedy = Please check the printer and print again.
print-cancelled = The job was cancelled at the printer or in the printing system.
print-cancelled-remedy = Please look what came out, and if need be print again.
print-lost = The printing system does not know the job any more.
print-lost-remedy = Please look whether the paper came out; if not, print again.
print-no-paper = The paper cannot be read{ $detail }.
print-no-paper-remedy = Please have the file checked (amtsstube verify).
print-not-noted = Printed, but not noted in the case: who wanted it may not do that any more.
print-not-noted-remedy = Please make a note of it in the case.
print-paper-out = The printer { $printer } is out of paper{ $detail }.
print-paper-out-remedy = Please put paper in; printing then goes on.
print-jam = Paper is jammed in the printer { $printer }{ $detail }.
print-jam-remedy = Please clear the jam; printing then goes on.
print-door = A door of the printer { $printer } is open{ $detail }.
print-door-remedy = Please close it; printing then goes on.
print-toner = The printer { $printer } is out of toner{ $detail }.
print-toner-remedy = Please change it; printing then goes on.
print-offline = The printer { $printer } cannot be reached{ $detail }.
print-offline-remedy = Please see whether it is switched on; printing then begins.
print-job-unknown = There is no print job { $job }.
print-job-unknown-remedy = Please read its number in the print list.
case-save-title = Save as
case-page-of = Page { $page } of { $pages }
case-page-before = Back
case-page-next = Next
case-page-drawn = The page is being drawn.
page-text-of = Text of the page, { $page }
page-text-untagged = This file does not say what is a heading, a paragraph or a table. The text stands as it was drawn.
page-text-none = There is no readable text on this page.
page-text-figure = Picture: { $text }
page-text-link = Link: { $text }
case-key-page = Page ↑ ↓
case-key-turn = turn pages
case-documents = Documents
case-document-there = is there { $date }
case-document-missing = missing
case-document-tick = Enter as received
case-document-refuse = Of no use
case-document-refuse-go = Note as of no use
case-document-refuse-says = The document is missing again then, and what begins with complete documents does not run. The file stays with the case.
case-money = Fees
case-waived = waived: { $reason }
case-paid = paid
case-owed = owed
case-withdrawn = withdrawn (correction)
case-receipt = Receipt { $number }: { $amount } { $how } on { $date }
case-cancelled = cancelled: { $reason }
case-cancel = Cancel
case-cancel-title = Cancel receipt { $number }
case-cancel-go = Cancel the receipt
case-pay = Pay { $amount }
over-again = What was written before is here again.
over-anew = Start afresh
case-pay-title = Pay
case-pay-go = Enter
case-pay-how = How
case-pay-given = Given
case-pay-given-hint = Empty: exactly the amount.
case-pay-change = Change: { $amount }
case-reminders = Follow-ups
case-reminder-done = Done
case-persons = Persons
case-proxy = Proxy …
case-proxy-title = Who acts by proxy?
case-proxy-go = Enter
case-proxy-end = Authority has ended
case-proxy-says = Letters then go to { $name } ({ LAW("§ 14 (3) VwVfG, § 80 AO") }).
case-proxy-new = Whoever is not known yet is first entered under Persons (F4).
proxy-missing = Nobody is chosen.
proxy-missing-remedy = Please type and take the person with Enter.
proxy-unnamed = The proxy is not entered.
proxy-unnamed-remedy = Please find or enter the proxy, on the command line with --by.
representative-unnamed = Whoever represents by law is not entered.
representative-unnamed-remedy = Please find or enter the legal representative, on the command line with --by.
identity-unknown = Something else is entered as identity than the kind of the paper.
identity-unknown-remedy = Please choose the kind only, an identity card for instance; neither number nor copy is kept.
identity-nobody-there = It came in writing: nobody was there who could have shown an identity paper.
identity-nobody-there-remedy = Please choose “none” for the identity, or say who appeared.
proxy-is-applicant = That is the person for whom the case is.
proxy-is-applicant-remedy = Please choose another.
proxy-without-applicant = No person belongs to this case for whom somebody could act.
proxy-without-applicant-remedy = Please enter first who applies.
case-applicant = applicant
case-representative = Representative: letters go to them
case-answers = Answers
case-corrections = Corrections
case-corrected = { $old } → { $new }
correct-title = Correct answers
correct-help = Change just what is wrong. Everything else stays as it came in.
correct-decided = The case is decided. Only obvious mistakes are corrected ({ LAW("§ 42 VwVfG") }, for taxes § 129 AO); everything else needs a new decision.
correct-changes = What changes
correct-count = { $count ->
    [0] No change
    [one] One change
   *[other] { $count } changes
}
correct-no-changes = Everything is as before so far.
correct-old = before: { $value }
correct-new = now: { $value }
correct-nothing = nothing
correct-key-check = See what changes
correct-check = Check the correction
correct-no-papers = No paper says anything else than before.
correct-paper = { $title } of { $date }
correct-reissued = Anew, marked as a correction: { $paper }
correct-kept = Stays as it is and says the old: { $paper }. A wrong receipt is cancelled and issued anew under a new number.
correct-void = No longer valid then: { $paper }
correct-new-paper = Comes in addition: { $title }
correct-person = The person’s record says the same; it is corrected there too.
correct-receivers = These bodies need the correction
correct-fee = { $fee }: { $charged } is charged, { $due } would be right.
correct-fees = What becomes of the fee?
correct-fees-keep = leave it as it is
correct-fees-revise = charge it anew
correct-whose = Whose mistake was it?
correct-own = The office’s own mistake ({ LAW("§ 42 VwVfG") })
correct-other = It was told like that
correct-reason = Reason of the correction
correct-reason-hint = Stands in the file, not on the paper. A correction costs nothing.
correct-go = Correct
correct-discard-title = Discard the correction that was begun?
correct-discard = What was changed is lost. The case stays as it is.
correct-discard-go = Discard
correct-stay = Go on correcting
correct-discard-it = Discard the draft

# ui: search and administration
search-person = Person
search-person-blocked = Person (address must not be told)
search-case = Case
search-paper = Paper
search-draft = Draft
search-correction = Correction begun
settings-title = Administration
settings-pages = Pages
settings-town = Town
settings-users = Staff
settings-catalogue = Catalogue
packs-packs = Packs
packs-pack = Pack
packs-version = Version
packs-publisher = Publisher
packs-counts = For what is received
packs-none = No packs: all services are built into the program.
packs-services = Services that are taken in today
packs-service = Service
packs-origin = Origin
packs-awaited = still on its way
packs-refused = not taken over
packs-import = Take a pack over from a file …
packs-administrator = Somebody with the role administrator takes a pack over from a file.
packs-key = Key
packs-trust = The key is
packs-contains = Contains
packs-changes = What changes
packs-keep = Cases that are under way keep the version they began with. The town's values stay as they are.
packs-accept = Trust the key of { $publisher } from now on
packs-accept-hint = Please compare the key in another way, by telephone for instance: a file from a mail can be anybody's.
packs-take = Take over
packs-leave = Do not take over
packs-from = from { $from } on
packs-from-to = { $from } to { $to }
packs-old-goes-on = Nothing of it was taken over. The versions before go on.
packs-withdrawn = withdrawn
packs-withdrawn-keeps = Cases begun keep their version. New ones are taken in by what counts without this pack.
# workshop of the catalogue
workshop-title = Catalogue workshop
workshop-open = Open …
workshop-open-go = Open
workshop-back = To the catalogue
workshop-choose-hint = A pack (.pack), the file of a service (.toml), or pack.toml of a folder.
workshop-live = Change and save files with any editor: it stands here after a second.
workshop-nothing = Nothing is open.
workshop-unreadable = This service cannot be read yet. Under “Faults” stands what has to be corrected.
workshop-read-again = Read again
workshop-pages = Pages of the workshop
workshop-page-form = Form
workshop-page-told = Fee, deadlines, course
workshop-page-papers = Papers
workshop-page-changes = Difference
workshop-page-faults = Faults
workshop-clean = No faults
workshop-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
workshop-next-fault = Next fault
workshop-no-fault = No faults: it can become a pack as it is.
workshop-what = What is wrong
workshop-file = File
workshop-line = Line
workshop-place = { $file }, line { $line }
workshop-whole = The pack as a whole
workshop-paper = Paper
workshop-no-paper = No paper comes of these answers.
workshop-document-blocks = needed, nothing is taken in without it
workshop-document-later = needed, can be brought later
workshop-at-filed = when filed
workshop-at-paid = when paid
workshop-at-decided = with the decision
workshop-at-asked = on demand
workshop-steps = Course
workshop-step-filed = Filed
workshop-step-decided = Decided
workshop-step-forwarded = Forwarded
workshop-step-closed = Closed
workshop-by = May: { $roles }
workshop-then = Then: { $steps }
workshop-by-itself = By itself, once it is paid, complete and nothing is due.
workshop-against = Compared with
workshop-from = Counts for what is received from { $date } on
workshop-is-new = There is no other version here: the service is new.
workshop-same = No difference.
workshop-beside = lies beside it
backup-title = Backup
backup-words = A sealed file with everything that this desk has. Only whoever knows the passphrase or the recovery key opens it. A new desk of the town can begin with it, too (amtsstube enrol --from).
backup-choose = Choose a place
backup-path = File
backup-name = Amtsstube-Backup.amts
backup-passphrase = Passphrase
backup-again = Once more
backup-write = Write backup
backup-goes = { $path } is being written
backup-done = Backed up and checked
backup-held = Stopped, nothing was written
settings-appearance = Appearance
settings-save = Save
settings-town-read = Only head and administration may change these values.
settings-users-read = Only the administration changes who works here and what somebody may do.
settings-topic-town = Town and letterhead
settings-topic-kreis = Kreis
settings-topic-remedy = Court and legal remedy
settings-topic-procedure = Procedure and service of letters
settings-topic-money = Account and payment
settings-topic-till = Till
settings-topic-looks = Who looked at what
settings-topic-gewerbe = Trade
settings-topic-hundesteuer = Dog tax
settings-topic-sepa = Direct debit (SEPA)
settings-topic-empfaenger = Bodies that receive trade notices
settings-never = never
settings-of-the-land = that of its Land
settings-unless-set = else { $value }
settings-no = no
settings-unsaved = { $count ->
    [one] One value is not saved.
   *[other] { $count } values are not saved.
}
settings-unsaved-drop = Discard the changes
settings-not-set = not set
settings-suggested = Suggested: { $value } ({ $publisher }, { $pack } { $version })
settings-suggested-taken = As suggested by { $publisher } ({ $pack } { $version })
settings-take-suggested = { $count ->
    [one] Enter { $count } suggestion
   *[other] Enter { $count } suggestions
}
settings-suggested-hint = Entered only where nothing stands; it counts once it is saved.
settings-key-name = Name of the town
settings-key-authority = Authority, as it signs
settings-key-head = Head in the letterhead
settings-key-ags = Official municipality key (8 digits)
settings-key-street = Street and house number
settings-key-postcode = Postcode
settings-key-place = Place
settings-key-phone = Telephone
settings-key-email = E-mail
settings-key-web = Web address
settings-key-hours = Opening hours
settings-key-court-name = Administrative court
settings-key-court-street = Administrative court: street and number
settings-key-court-place = Administrative court: postcode and place
settings-key-bank-holder = Account: holder
settings-key-bank-iban = Account: IBAN
settings-key-bank-name = Account: bank
settings-key-audit-months = Who looked at what is kept for so many months (to be confirmed by the town)
settings-key-second-signature = A second person signs decisions: always, refusal, or above this amount
settings-key-answer-weeks = Weeks to answer a request or a hearing (to be confirmed by the town)
settings-key-pay-weeks = Weeks to pay a fee (to be confirmed by the town)
settings-key-tax-notification = Taxes: notification moves to the working day (§ 108 (3) AO; BFH IX R 68/98): “ja” confirms that
settings-key-remedy-confirmed = Action or objection as the services say (law of the Land, in North Rhine-Westphalia § 110 JustG NRW): “ja” confirms that
settings-key-deemed-fee = Is a fee owed where an application counts as granted? “ja” or “nein”; where nothing is said none is set
settings-key-delivery-law = Law by which the town serves, for instance Art. 3, 5 VwZVG
settings-key-arms = Coat of arms in the letterhead
settings-arms-none = The letters bear no coat of arms.
settings-arms-choose = Choose a picture
settings-arms-remove = No coat of arms
settings-arms-hint = PNG or JPEG; it stands 18 mm high in every letter and is made smaller for that.
settings-roles = Roles
settings-role = Role
settings-no-role = no role yet, cannot sign in
settings-revoke = Take away
settings-grant-title = Grant a role
settings-grant = Grant
settings-new-pin = New PIN
settings-set-pin = Set the PIN
settings-add-title = Add somebody
settings-first-pin = First PIN
settings-add = Add
role-counter = Counter
role-clerk = Clerk
role-cashier = Cashier
role-head = Head
role-administrator = Administrator
role-nobody = nobody
group-steuern = Taxes
group-gewerbe = Trade
group-ordnung = Public order
group-soziales = Social matters
group-allgemein = General

## Kreis: the connection, and why a desk and the service do not agree

kreis-alone = Alone, without the Kreis
kreis-alone-says = Nothing waits: this desk belongs to no Kreis, everything is stored here. Whoever wants to connect it with other desks needs a code of the Kreis: amtsstube enrol ADDRESS CODE.
kreis-connected = Connected
kreis-silent = { $cases ->
    [0] No network since { $time }
    [one] No network since { $time }, 1 case waits
   *[other] No network since { $time }, { $cases } cases wait
}
presence-at = being worked on by { $name }, { $desk }, since { $time }
presence-row = open with { $name }
kreis-title = Kreis
kreis-and-open = { $count ->
    [one] { $state } · 1 matter to settle (F7)
   *[other] { $state } · { $count } matters to settle (F7)
}
kreis-far-sent = { $done } of { $of } entries sent
kreis-far-received = { $done } of { $of } entries fetched
kreis-far-received-open = { $done ->
    [one] 1 entry
   *[other] { $done } entries
} fetched
kreis-far-papers-sent = { $done } of { $of } papers sent
kreis-far-papers-received = { $done } of { $of } papers fetched
kreis-stop = Stop
kreis-stops = Stopping …
kreis-go-on = Go on
kreis-held = Stopped: { $far }
kreis-held-plain = Stopped
kreis-held-kept = Everything up to here is stored, and it goes on from here. Until then the other desks hear nothing of this one.
kreis-to-send = To be sent
kreis-entries = { $events ->
    [one] 1 entry
   *[other] { $events } entries
}, { $cases ->
    [one] 1 case
   *[other] { $cases } cases
}
kreis-papers-to-send = Papers to be sent
kreis-papers-awaited = Papers of other desks under way
kreis-answers-to-send = Answers to portals to be sent
kreis-since = Waits since
kreis-refused = Does not count
kreis-doubled = Given out twice, because two machines were one desk unnoticed: { $numbers }. Both cases count; please add the name on the papers, and tell the cashier where a receipt is among them.
kreis-later = { $events ->
    [one] 1 entry of { $since } was written by a newer program and cannot be read yet. Please update Amtsstube; it stays stored and appears by itself afterwards.
   *[other] { $events } entries (cases: { $cases }), the first of { $since }, were written by a newer program and cannot be read yet. Please update Amtsstube; they stay stored and appear by themselves afterwards.
}
kreis-numbers = Numbers given out twice
kreis-conflicts = Two versions: please decide
kreis-no-conflict = Nothing stands against anything.
kreis-answer = Answer
kreis-versions = Versions
kreis-decide = { $label }: which version stands?
kreis-pick = mark a version
kreis-stands = Version: { $value }
kreis-decides = The marked version stands
kreis-is-marked = marked
kreis-stands-marked = Version: { $value }, marked
kreis-mark-first = Please choose a version first.
kreis-look = Open { $name }
kreis-origin = Desk { $desk }, { $by }, { $at }
kreis-papers = Issued already: { $papers }
kreis-papers-more = and more
kreis-paper-falls = withdrawal or revocation entered
kreis-papers-since = Issued since { $date }: { $papers }. Whether the value is on it and whether the paper still counts is in the case.
kreis-third = Third version
kreis-why = Reason
kreis-reason = Two desks had entered different things
kreis-decided = Decided
decided-title = Decided between two versions
decided-why = { $reason } ({ $origin })
kreis-whose = Case or person
kreis-town = The town
kreis-chosen = { $left ->
    [one] Chosen. One more answer of the same case is to be chosen.
   *[other] Chosen. { $left } more answers of the same case are to be chosen.
}
kreis-is-chosen = chosen
kreis-tasks = Done at two desks: please look
kreis-doubles = Entered at two desks: there once or twice?
kreis-merge = The same: merge
kreis-merge-default = Where both differ, what was entered last stands. Correct other values afterwards under People (F4).
kreis-double = The same: close the younger one
kreis-apart = Not the same
kreis-double-papers = Issued already, stays in the file: { $papers }
kreis-task-done = Is settled
kreis-task-case = Case { $number }
kreis-task-why = What was settled
kreis-work-head = The head looks at it and notes it.
kreis-work-destroyed = What this is about was destroyed after its term: nothing is written down about it any more, only that it was looked at.
kreis-act-document-refused = Document refused
kreis-act-answers-received = Answers received
kreis-act-documents-requested = Documents requested
kreis-act-hearing-begun = Hearing begun
kreis-act-statement-received = Statement received
kreis-act-hearing-omitted = Hearing omitted
kreis-act-decision-time-extended = Time to decide extended
kreis-act-approval-deemed = Deemed approval entered
kreis-act-decision-prepared = Decision prepared
kreis-act-revocation-prepared = Revocation prepared
kreis-act-decision-revoked = Taken back or revoked
kreis-act-decision-returned = Draft returned
kreis-act-notified = Notified
kreis-act-objection-received = Objection received
kreis-act-inaction-sued = Action for failure to act received
kreis-act-inaction-ended = Action for failure to act over
kreis-act-objection-settled = Objection settled
kreis-act-objection-prepared = Decision on the objection prepared
kreis-act-settlement-undone = Entry about the legal remedy taken back
kreis-act-handed-over = Handed over
kreis-act-handover-answered = Answer to a handover
kreis-act-taken-in = Taken in
kreis-act-given-back = Given back
kreis-act-publisher-accepted = Publisher accepted
kreis-act-pack-installed = Pack taken in
kreis-act-bundle-dropped = Bundle dropped
kreis-act-decided = Decided
kreis-act-paid = Paid
kreis-act-fee-waived = Fee waived
kreis-act-paper-issued = Paper issued
kreis-act-closed = Closed
kreis-act-assigned = Assigned
kreis-act-answers-set = Answers changed
kreis-act-corrected = Corrected
kreis-act-person-linked = Somebody entered
kreis-act-document-received = Document received
kreis-act-attachment-added = File attached
kreis-act-fee-charged = Fee charged
kreis-act-case-opened = Case opened
kreis-act-note-added = Note
kreis-act-follow-up-set = Follow-up set
kreis-act-follow-up-done = Follow-up done
kreis-act-receipt-cancelled = Receipt cancelled
kreis-act-printed = Printed
kreis-act-copy-signed = Copy signed electronically
kreis-act-reopened = Reopened
kreis-act-clash-settled = Settled
kreis-act-person-created = Person entered
kreis-act-person-changed = Person changed
kreis-act-persons-merged = People merged
kreis-act-persons-parted = People told apart
kreis-act-person-disclosed = Disclosure given (Art. 15 GDPR)
kreis-act-double-judged = Looked at whether entered twice
kreis-act-user-added = User added
kreis-act-pin-set = PIN set
kreis-act-role-granted = Role given
kreis-act-role-revoked = Role taken away
kreis-act-value-set = Value of the town set
kreis-act-work-settled = Looked at what does not count or was doubtful because of a role
kreis-act-number-settled = Doubled number settled
kreis-act-desk-continued = Went on as a new desk
kreis-work = Roles: please look
kreis-refused-remedy = It stands in the history and has no effect. Whoever holds the role can do it again.
kreis-meanwhile = { $by } had lost the role “{ $role }” at { $taken } and did not know yet: { $count ->
    [one] one entry
   *[other] { $count } entries
} until { $until }. They count.
kreis-meanwhile-cases = Cases: { $numbers }.
kreis-meanwhile-remedy = Please look, and correct or revoke where needed.
kreis-refused-line = { $what } ({ $case }): { $why }
kreis-refused-role = The role may not do that.
kreis-refused-not-held = The role had not been given, or had been taken away.
clash-decided-twice = Decided twice
clash-decided-twice-remedy = Both decisions stand in the file. Please settle which one holds, and withdraw the other.
clash-signed-meanwhile = Signed while the draft or the answers were changed
clash-signed-meanwhile-remedy = The signature does not count. Please prepare the decision anew and have it signed; do not hand out a letter that was issued.
clash-revoked-twice = Taken back or revoked twice
clash-revoked-twice-remedy = Two letters say the same. Please settle which one holds, and do not hand the other out, or remedy it.
clash-ruled-twice = One objection decided twice
clash-ruled-twice-remedy = What stands first counts here. Please do not hand the other letter out; if it is out, please settle that with the head at once.
clash-paid-twice = The same fee paid twice
clash-paid-twice-remedy = Please cancel one receipt and give the money back.
clash-cancelled-twice = The same receipt cancelled twice
clash-cancelled-twice-remedy = Please settle whether the money went back twice, and balance the till.
clash-paid-though-waived = Paid although the fee was waived
clash-paid-though-waived-remedy = Please cancel the receipt, or note why the fee stays.
clash-issued-twice = The same paper issued twice
clash-issued-twice-remedy = Please settle which one was handed over.
clash-closed-meanwhile = Closed while another desk still worked on it
clash-closed-meanwhile-remedy = Please look at what was added, and reopen the case where needed.
clash-assigned-twice = Assigned to different people
clash-assigned-twice-remedy = Please agree on who has the case, and assign it.
clash-none = There is nothing left to settle here.
clash-none-remedy = amtsstube conflicts shows what is to be settled.
double-persons = The same person, entered twice?
double-cases = The same case, entered twice?
double-money = Entered twice and paid twice
double-would-give-back = If it is the same, the money of receipt { $receipt }, { $amount }, has to be given back and the receipt cancelled.
double-give-back = Receipt { $receipt }, { $amount }: please give the money back and cancel the receipt.
doubles-cut = Not all of them stand here. Once something was said about these, the next ones follow.
double-reason = Entered twice
double-none = These two are not there as entered twice.
double-none-remedy = amtsstube conflicts shows what is to be settled.
double-not-older = The older case goes on; the younger one is closed.
double-not-older-remedy = Please name the younger case.
double-judged-so = That is noted already.
double-judged-so-remedy = There is nothing left to do.
merge-papers = These papers were issued already and stay as they are:
merge-one-already = That is one person already.
merge-one-already-remedy = There is nothing to merge.
merge-kinds = A human and a business are not merged.
merge-kinds-remedy = Please correct the wrong kind first.
merge-choose = There are two values here.
merge-choose-remedy = Please choose which one stands.
merge-not-different = Both are the same in this field.
merge-not-different-remedy = Please name only fields that differ.
merge-which = It is not said which of both values stands.
merge-which-remedy = Please give FIELD=1 or FIELD=2.
merge-none = This person is one record.
merge-none-remedy = There is nothing to take apart.
case-conflict = { $fields ->
    [one] One answer has two versions.
   *[other] { $fields } answers have two versions.
} Until one stands there is no paper and no decision. It is decided under Kreis (F7).
case-clash = { $what }. Kreis (F7) shows who did it when.
kreis-stopped = Kreis: please look (F7)
kreis-administrator = A desk where people work already is enrolled by an administrator only.
kreis-administrator-remedy = Please name an administrator with --as.
kreis-code-form = That is no code of the Kreis, or it slipped while it was copied.
kreis-code-form-remedy = Please paste the whole code again.
kreis-other-town = The code is for another town; this desk belongs to { $ags }.
kreis-other-town-remedy = Please get a code for this town from the Kreis.
kreis-desk-is-new = This desk goes on as a new one, and the Kreis does not know it yet.
kreis-desk-is-new-remedy = Everything stays stored here. Please get a code from the Kreis and enrol again: amtsstube enrol ADDRESS CODE.
kreis-not-enrolled = This desk is not enrolled with the Kreis.
kreis-not-enrolled-remedy = Please get a code from the Kreis: amtsstube enrol URL CODE.
kreis-no-answer = The service of the Kreis does not answer.
kreis-no-answer-remedy = Everything stays stored here and goes out as soon as the line is back.
kreis-other-certificate = Somebody else than the service of the Kreis answers at this address.
kreis-other-certificate-remedy = Nothing was sent. Please ask the Kreis.
kreis-other-version = The service of the Kreis speaks another version.
kreis-other-version-remedy = Please update the program; until then everything stays stored here.
kreis-code-unknown = The service of the Kreis does not know this code.
kreis-code-unknown-remedy = Please check code and address or get a new code.
kreis-code-expired = This code has expired.
kreis-code-expired-remedy = Please get a new code from the Kreis.
kreis-code-used = Another desk is enrolled with this code already.
kreis-code-used-remedy = Please get a new code from the Kreis.
kreis-desk-code-taken = This desk has handed out numbers whose letter belongs to another desk at the Kreis.
kreis-desk-code-taken-remedy = Please enrol the desk anew in an empty folder and ask the Kreis; the file here stays as it is.
kreis-revoked = The Kreis has cut this desk off.
kreis-revoked-remedy = What was entered since then does not count yet: it stays stored here, lies aside at the Kreis, and the head decides. Please ask the Kreis.
kreis-expired = The certificate of this desk has expired.
kreis-expired-remedy = Please get a new code from the Kreis and enrol this desk with it once more; everything stays stored here and goes out then.
kreis-database = The service of the Kreis cannot store anything at the moment.
kreis-database-remedy = Everything stays stored here and goes out later.
kreis-too-often = The service of the Kreis is overloaded at the moment.
kreis-too-often-remedy = Everything stays stored here; this desk tries again by itself.
kreis-says-no = The service of the Kreis does not take this from this desk.
kreis-says-no-remedy = Please ask the Kreis; everything stays stored here.
kreis-fork = At the Kreis something else stands under this desk's number than here.
kreis-fork-remedy = Probably two machines work as one desk, because one was made from an image of the other. Please take in nothing more here. The head decides: amtsstube go-on, then get a code from the Kreis and enrol this machine as a new desk (amtsstube enrol). What only this one has comes along.
kreis-behind = The Kreis has more of this desk than is stored here.
kreis-behind-remedy = Probably an older backup was put back, or two machines work as one desk. Please take in nothing more here. The head decides: amtsstube go-on, then get a code from the Kreis and enrol this machine as a new desk (amtsstube enrol). What the Kreis has comes back afterwards.
kreis-not-understood = What the service of the Kreis sent cannot be understood.
kreis-not-understood-remedy = Nothing of it was taken. Please update the program or ask the Kreis.
conflict-changed = Another version has come meanwhile.
conflict-changed-remedy = Nothing was written. Please look at the versions again, then choose.
conflict-dropped = Nothing was written. What was chosen here holds no more, because another desk has entered or decided something about it meanwhile: { $fields }.
conflict-dropped-remedy = Please look at what of it is still in the list and choose again; whatever else was chosen stays chosen.
conflict-none = Nothing stands against anything here.
conflict-none-remedy = amtsstube conflicts says what is to be decided.
conflict-version = It is not said which version stands.
conflict-version-remedy = Please give --choose with the mark from amtsstube conflicts for each field, or a third with --third and --over.
conflict-mark = No version is offered (any more) under { $mark }. Nothing was decided.
conflict-mark-remedy = Marks change as soon as a version comes. Offered now: { $now }.

## kreisdienst: the service of the Kreis on the command line

kreisdienst-about = The service of the Kreis: desks of many towns agree through it.
kreisdienst-serve = Serve until somebody ends it
kreisdienst-enrol-code = Give out a code with which a desk enrols
kreisdienst-publish = Check a pack of the catalogue, sign it and give it to all towns
kreisdienst-arg-pack = Folder with pack.toml, or the file of a pack
kreisdienst-published = Published: { $title }, version { $version }. The desks fetch it with their next sync.
kreisdienst-published-again = { $title }, version { $version }, is published like this already.
kreisdienst-withdraw = Withdraw a publisher's key or a pack: no desk takes anything of it any more
kreisdienst-arg-key = Key, 64 characters, also in groups as the desks show it
kreisdienst-arg-digest = SHA-256 of a pack, 64 characters
kreisdienst-arg-reason = Why; all towns read it
kreisdienst-arg-publisher = What the Kreis calls itself: Kreis Musterland
kreisdienst-no-key = That is not 64 characters from 0 to 9 and a to f.
kreisdienst-withdrawn = Withdrawn. The desks hear of it when they next agree.
kreisdienst-withdrawn-again = Was withdrawn already.
kreisdienst-withdrawn-title = Withdrawn
kreisdienst-status = The desks and how far each is
kreisdienst-revoke = Cut a desk off
kreisdienst-migrate = Make or update the tables of the database, and end
kreisdienst-migrated = The tables have version { $tables }.
kreisdienst-check = Check all that the service keeps: signatures, chains, places, papers
kreisdienst-readmit = Let a desk in again that was cut off
kreisdienst-aside = What desks sent that were cut off: show, take or drop it
kreisdienst-take = It counts: take it into the town's file
kreisdienst-drop = It does not count: drop it
kreisdienst-arg-by = Who decided that, the town's head for example
kreisdienst-readmitted = Let in again.
kreisdienst-is-revoked = cut off
kreisdienst-checked = Checked: { $towns } towns, { $desks } desks, { $events } entries, { $papers } papers
kreisdienst-check-place = In the town's sequence something is missing before place { $at }.
kreisdienst-check-certificate = The certificate at place { $at } was not signed by this service.
kreisdienst-check-segment = What stands at place { $at } is not what the desk signed.
kreisdienst-check-chain = The entries at place { $at } do not follow those before them.
kreisdienst-check-verdict = The verdict at place { $at } was not signed by this service.
kreisdienst-check-head = Of desk { $at } entries are missing that the service acknowledged.
kreisdienst-check-paper = The paper { $at } is no longer what its name says.
kreisdienst-check-bundle = The sealed handover { $at } is no longer what its name says.
kreisdienst-check-remedy = Please stop the service and restore the database from its backup; the desks send by themselves what is missing then.
kreisdienst-aside-events = { $events ->
    [one] one entry
   *[other] { $events } entries
}
kreisdienst-aside-nothing = Nothing lies aside.
kreisdienst-aside-decide = The town's head decides: kreisdienst aside take or drop, with --by.
kreisdienst-aside-taken = { $events ->
    [one] One entry counts now.
   *[other] { $events } entries count now.
} The desk stays cut off until it is let in again.
kreisdienst-aside-dropped = { $events ->
    [one] One entry was dropped.
   *[other] { $events } entries were dropped.
} At the desk itself it is still there.
kreisdienst-aside-follows-not = What lies aside does not follow what the town has of this desk. Nothing was decided.
kreisdienst-mail = How many sealed handovers lie for which office
kreisdienst-mail-lies = { $bundles ->
    [one] one handover
   *[other] { $bundles } handovers
 }, { $size } MB, the oldest since { $since }
kreisdienst-mail-nothing = No handover lies here.
kreisdienst-arg-config = File with settings; without it https://127.0.0.1:8443 holds
kreisdienst-arg-data = Folder for database and certificate
kreisdienst-arg-json = JSON for scripts
kreisdienst-arg-town = Official municipality key, eight digits
kreisdienst-arg-desk = What the desk is called
kreisdienst-arg-device = Identity of the desk, see status
kreisdienst-serves = The service of the Kreis listens on { $address }
kreisdienst-no-town = The town is no official municipality key with eight digits.
kreisdienst-town-outside = 00000000 stands for what comes from outside; no office has this key. Please give the official key of the town, eight digits.
kreisdienst-no-desk = The desk needs a name of at most 60 characters.
kreisdienst-no-device = There is no such desk.
kreisdienst-revoked = Cut off.

# Handing over to the Kreis
event-handed-over = Handed over to { $office }: { $reason }
event-handover-acknowledged = Taken there by { $by }, file number { $number }
event-handover-refused = Came back, not taken ({ $by }): { $reason }
event-handover-returned = Came back with a decision: { $outcome } ({ $by })
event-handover-answered = Answer to the handover
event-taken-in = Taken over from { $office }, there { $number }: { $reason }
event-given-back = Given back to { $office }
event-given-back-refused = Not taken and given back to { $office }: { $reason }
case-with-kreis = The case has been with { $office } since { $since }. Here one can only take notes.
case-with-kreis-remedy = Write what belongs to it as a note or call { $office }; with the answer from there it goes on here.
case-with-kreis-taken = The case has been with { $office } since { $since }, there as { $number }. Here one can only take notes.
case-with-kreis-taken-remedy = Write what belongs to it as a note or call { $office } about { $number }; with the answer from there it goes on here.
case-given-back = The case has been back with { $office } since { $since }. Here one can only take notes.
case-given-back-remedy = Please call there; { $office } can hand it over once more.
decision-is-kreis = The Kreis decides on this service.
decision-is-kreis-remedy = Please hand the case over to the Kreis.
handover-not-kreis = This office decides on this service itself; there is nothing to hand over.
handover-not-kreis-remedy = Please go on working here.
handover-decided = The Kreis has already decided this case.
handover-decided-remedy = A new application is a new case.
handover-unknown = This answer belongs to a handover that is not known here.
handover-unknown-remedy = Please agree with the other desks first (F7), then once more.
handover-no-ags = The official key of this office is missing; without it nobody knows which Kreis it belongs to.
handover-no-ags-remedy = Please have it entered under administration, town.
handover-not-enrolled = This desk is not enrolled with the Kreis yet; only then can it hand cases over and take them in.
handover-not-enrolled-remedy = Please ask the administrator to enrol it with a code of the Kreis: amtsstube enrol URL CODE.
handover-own-unknown = This desk has not heard its certificate from the service yet; without it the other office does not believe the handover.
handover-own-unknown-remedy = Please agree with the Kreis once (amtsstube sync --once), then once more.
handover-office-unknown = No desk of { $office } is known here yet for which something could be sealed.
handover-office-unknown-remedy = Please agree with the Kreis once (amtsstube sync --once). If { $office } has no desk of its own yet, please ask there.
handover-too-large = With its attachments the case is too large: { $size }, { $most } are allowed.
handover-too-large-remedy = Please send the large attachments another way and note that.
handover-blob-missing = { $name } has not arrived at this desk yet.
handover-blob-missing-remedy = Please agree first, then hand over.
handover-no-bundle = There is nothing of this case that could go out.
handover-no-bundle-remedy = Please hand over, take in or give back first.
handover-not-arrived = The sealed file still lies at the desk that made it and has not arrived here.
handover-not-arrived-remedy = Please agree first (F7), or save the file at the other desk.
handover-not-written = Case { $number } is handed over, only the file is not written.
handover-not-written-remedy = Please save the file once more: amtsstube case bundle; it is the same bytes.
mail-other-desk = What lies in the mailbox for this office was sealed before this desk belonged to it.
mail-other-desk-remedy = Please take it in at a desk that has been enrolled for longer.
mail-unknown = Nothing in the mailbox is named { $id }.
mail-unknown-remedy = Please look what lies there: amtsstube mail. Give at least eight digits of the name.
mail-drop-other-desk = Another desk of this office can open this bundle; it may be a case that somebody waits for.
mail-drop-other-desk-remedy = Please take it in or drop it there. Where that desk is gone: drop it nevertheless (F7, or amtsstube mail drop with --even-so).
mail-notice-can-be-taken = This notice of a portal can be taken in; it belongs into a case.
mail-notice-can-be-taken-remedy = Please take it in (F3, Ctrl+O). If it is only a trial or a second copy: amtsstube mail drop with --even-so.
mail-can-be-taken = This bundle can be opened and belongs to a case of this office.
mail-can-be-taken-remedy = Please take it in instead of dropping it.
give-back-own = This case did not come from another office.
give-back-own-remedy = Please go on working here.
give-back-decided = The case is decided; it cannot be refused any more.
give-back-decided-remedy = Please give it back with the decision.
give-back-undecided = The case is not decided yet.
give-back-undecided-remedy = Please decide first, or give it back undecided with a reason.
give-back-revoked = The decision was taken back or revoked: it cannot be given back as the result.
give-back-revoked-remedy = Please decide anew, or give it back undecided with a reason.
bundle-malformed = This is no handover, or the file is damaged or was changed.
bundle-malformed-remedy = Nothing was taken over. Please get the file once more.
bundle-other-office = This file is sealed for another office: { $office }.
bundle-other-office-remedy = Please pass it on to them; nobody can open it here.
bundle-other-desk = This file is for this office, but it was sealed before this desk belonged to it. These can open it: { $desks }.
bundle-other-desk-remedy = Please take it in at one of these desks: { $desks }.
bundle-no-desk = This file is for this office, but it is sealed for none of its desks that are known here.
bundle-no-desk-remedy = Please ask the office that sent it for a new file.
bundle-cut-off = The desk at { $office } that sealed this file was cut off since.
bundle-cut-off-remedy = Nothing was taken over. Please ask { $office } to send the case once more from another desk.
bundle-not-signed = It cannot be seen who sealed this file.
bundle-not-signed-remedy = Nothing was taken over. Please ask the office that sent it.
bundle-too-large = This file is larger than a handover may be.
bundle-too-large-remedy = Nothing was taken over.
bundle-newer = This file was written by a newer version of the program.
bundle-newer-remedy = Please update the program.
bundle-service-unknown = The service { $service } in version { $version } is not known here.
bundle-service-unknown-remedy = Please update the program or the catalogue; the file stays where it is.
bundle-wrong-way = This file does not belong here: the Kreis takes applications, the town takes answers.
bundle-wrong-way-remedy = Please pass it on to the right office.
handover-at = On its way: handed over on { $since } to { $office }, not confirmed there yet. Why: { $reason }
handover-taken = With { $office } since { $since }, taken there on { $date } by { $by } as { $number }. Why: { $reason }
handover-came-back = Not taken by { $office } on { $date } ({ $by }): { $reason }
handover-came-decided = Back from { $office } on { $date } ({ $by }), decided on { $decided }: { $outcome ->
    [granted] granted
    [conditional] granted with conditions
    [refused] refused
   *[withdrawn] withdrawn
}. File number there { $number }
handover-came = Confirmed by { $office } on { $date } ({ $by })
handover-from = Came from { $office } on { $date }, there { $number }, handed over by { $by }: { $reason }
handover-went-back = Given back to { $office } on { $date }
handover-went-back-refused = Given back undecided to { $office } on { $date }: { $reason }
handover-overlooked = { $count ->
    [one] After the handover a desk that did not know of it changed something that { $office } does not have: please send it after
   *[other] After the handover a desk that did not know of it changed { $count } things that { $office } does not have: please send them after
}
handover-overlooked-late = { $count ->
    [one] After the handover something was changed here that { $office } did not know when it decided: please call there
   *[other] After the handover { $count } things were changed here that { $office } did not know when it decided: please call there
}
handover-twice = Two desks handed the case over without knowing of each other. { $office } gets it twice and keeps it once.
handover-supplement-reason = Sent after: what was changed after the handover
handover-note-differs = Sent after by { $office }; changed there: { $fields }
case-hand-over = Hand over to the Kreis
case-hand-over-why = Why (stands in the file and at the Kreis)
case-hand-over-default = The Kreis is competent
case-hand-over-go = Hand over
case-hand-over-says = The case goes to the Kreis sealed, with all answers, papers and attachments. After that one can only take notes here.
case-supplement = Send after
case-give-back = Give back
case-give-back-says = Decision and papers go sealed to the office that the case came from.
case-give-back-refuse = Give back undecided
case-give-back-why = Why the case is not worked on here
case-give-back-go = Give back
case-bundle-save = Save on a stick
case-handover-title = Where the case is
cases-view-away = With the Kreis
cases-stand-away = With the Kreis
cases-stand-returned = Kreis has decided
cases-stand-revoked = taken back
mail-title = Handovers
mail-in = In
mail-out = Out
mail-what = What
mail-office = Office
mail-case = Case
mail-since = Since
mail-state = State
mail-none = The mailbox is empty.
mail-handover = Handover: { $service }
mail-acknowledgement = Acknowledgement
mail-refusal = Not taken
mail-return = Decision
mail-handover-out = Handover
mail-acknowledgement-out = Acknowledgement
mail-refusal-out = Refusal
mail-return-out = Decision
mail-other-group = for another section
mail-waits-here = waits to be taken
mail-problem = cannot be opened: { $why }
mail-not-sent = waits for the line
mail-lies-there = lies in the mailbox
mail-fetched = fetched
mail-closed = Sealed
mail-not-opened = cannot be opened here
mail-not-taken = not taken by the service
mail-dropped = dropped there unopened
mail-thrown = Dropped unopened
mail-thrown-by = dropped by { $by }
mail-thrown-elsewhere = { $by }: the reason stood at desk { $desk } alone, and only as long as it is kept who looked at what.
mail-says = { $by }: { $reason }
mail-done = Done.
mail-note-mail-full = The other office's mailbox has no more room. It is tried again; please call there or bring the file on a stick.
mail-note-no-office = The other office has no desk at the service yet. It is tried again; please ask there or bring the file on a stick.
mail-note-other-office = The service does not take this: cases go only between a town and its Kreis.
mail-note-other-cover = The service does not take this: another office than this one stands on the file.
mail-note-too-large = The service does not take this: the file is too large.
mail-note-malformed = The service does not take this: it is no handover.
mail-note-dropped = The other office dropped the file unopened. Please ask there, or take it there on a stick.
mail-take-in = Take in
mail-refuse = Refuse
mail-refuse-why = Reason why not
mail-throw-away = Drop
mail-throw-away-even-so = Drop nevertheless
mail-throw-away-why = Reason for dropping
mail-thrown-away = Dropped; the other office hears of it when the desks next agree.
mail-open-file = Take in a file from a stick
mail-save-file = Save on a stick
mail-taken = Taken in from { $office } as { $number }
mail-added = Sent after by { $office }, added to { $number }
mail-known = Was there already, from { $office }: { $number }
mail-answered = Answer of { $office } entered at { $number }
mail-asks = { $count ->
    [one] One item waits in the mailbox (F7)
   *[other] { $count } items wait in the mailbox (F7)
}
settings-key-kreis-name = Name of the Kreis
settings-key-kreis-address = Address of the Kreis in one line
settings-key-kreis-contact = Telephone and e-mail of the Kreis in one line
cli-case-hand-over = Hand the case over to the Kreis, which decides
cli-mail = What lies in the mailbox and waits, in and out
cli-mail-list = What lies in the mailbox and waits
cli-mail-take-in = Take in what waits: handovers, acknowledgements, decisions; or a file from a stick
cli-mail-refuse = Refuse a handover: it goes back with a reason
cli-arg-even-so = also what another desk of this office can open, and a notice that can be taken in
cli-arg-even-so-long = also where it is extended by more than the period itself
cli-mail-drop = Drop what nobody can open or nobody wants: by the head or the administrator, with a reason
cli-case-give-back = Give the case back with decision and papers to the office that it came from
cli-case-bundle = Write the sealed file of the case once more
cli-arg-undecided = Do not decide, give it back for this reason
cli-arg-stick = Put the sealed file there, on a stick for instance; a folder gets it under its name
cli-arg-bundle = File, or the first digits of its name in the mailbox
cli-arg-bundles = File, or the first digits of its name in the mailbox; everything that waits without it
cli-handed-over = Handed over: { $number } to { $office }
cli-given-back = Given back: { $number } to { $office }
# receiving bodies of trade notices
event-notices-prepared = Notice made for: { $bodies }
event-notices-noted-sent = Told: { $bodies }
event-notices-noted-acknowledged = Receipt confirmed by: { $bodies }
event-notices-noted-withdrawn = Notice withdrawn from: { $bodies }
kreis-act-notices-prepared = Notices for receiving bodies made
kreis-act-notices-noted = A note on a notice for receiving bodies
clash-sent-twice = One body told by two desks
clash-sent-twice-remedy = Both notices stand in the file. Please settle with the body which one counts, and withdraw the other.
notice-no-trade = This case is no trade notice: there are no receiving bodies.
notice-no-trade-remedy = Trade registration, change and closure are passed on.
lot-note-none = Nothing in this month waits for that.
lot-note-none-remedy = Please write the file first; what was sent can be confirmed.
notice-none = No body is chosen that this applies to.
notice-none-remedy = amtsstube exchange list says which body has what.
notice-nothing = There is nobody to be told of anything.
notice-nothing-remedy = All bodies have their notice, and nothing has changed for them since.
notice-there = The body has had this notice since { $date }, and nothing has changed for it.
notice-there-remedy = Nothing more to do; after a correction a new notice comes about by itself.
notice-waits = This notice of { $date } already waits for the body.
notice-waits-remedy = Please send it and note that.
notice-unknown = There is no notice for this body.
notice-unknown-remedy = Please make the notice first.
notice-withdrawn = This notice is withdrawn.
notice-withdrawn-remedy = Please make a new one.
notice-noted = That is noted for this body already.
notice-noted-remedy = Nothing more to do.
notice-before = The day lies before the one on which the notice was made.
notice-before-remedy = Please check the day.
notice-in-future = { $date } lies in the future.
notice-in-future-remedy = Please check the day.
notice-not-sent = This notice is not noted as sent yet.
notice-not-sent-remedy = Please note first that it was sent.
notice-superseded = A newer notice for this body was made meanwhile.
notice-superseded-remedy = Please send the newer one. If the old one has gone out already: withdraw the newer one, then note that the old one was sent.
notice-body = This body does not get this form.
notice-body-remedy = Possible are: { $bodies }
notice-not-asked = The answers ask for no notice to: { $body }
notice-not-asked-remedy = Where there are indications, please give the reason; it is noted.
exchange-not-written = The notice could not be written.
exchange-not-written-remedy = Please try again; if it goes on, ask the administration.
bodies-title = Receiving bodies
bodies-preview = { $body }: what this body gets
bodies-write = Write notices
bodies-write-title = Write a new folder with the notices
bodies-sent = Note all as sent
bodies-withdraw = Withdraw a notice
bodies-withdraw-go = Withdraw
bodies-withdraw-this = { $body }: withdraw the notice
bodies-acknowledged = Receipt confirmed
bodies-acknowledged-this = { $body }: receipt confirmed
bodies-view-this = Look at what { $body } gets
bodies-legend = Grey: { $body } does not get these fields
bodies-legend-all = None: this body gets every field of the form.
bodies-legend-unnumbered = What has no number on the form goes to no body.
bodies-because-exempt = { $law } excepts the field.
bodies-because-unnamed = { $law } does not name the field.
bodies-answered = Filled in, but not passed on: { $why }
bodies-withheld = Not passed on by { $law }: { $count ->
    [one] field
   *[other] fields
} { $fields }.
bodies-only-where = Only where it is so: { $why }
bodies-others = Not asked for by the answers: { $bodies }
bodies-standing-not-asked = not asked for
bodies-standing-due = to be told
bodies-standing-monthly = with the monthly lot
bodies-standing-waits = made, not sent yet
bodies-standing-again = correction to be told
bodies-standing-sent = told
bodies-standing-acknowledged = receipt confirmed
bodies-written = Written to { $folder }: { $bodies }
bodies-no-address = The town has not yet said where these bodies are (settings, receiving bodies): { $bodies }
bodies-noted-sent = Noted as sent: { $count }
bodies-noted-acknowledged = Noted as confirmed: { $count }
bodies-noted-withdrawn = Noted as withdrawn: { $count }
lot-month = “{ $value }” is no month.
lot-month-remedy = Please give it like this: 2026-11.
lot-cases = { $count ->
    [one] 1 notice
   *[other] { $count } notices
} for the monthly lot, on { $due } at the latest
lot-cases-late = { $count ->
    [one] 1 notice
   *[other] { $count } notices
} for the monthly lot, overdue (on { $due } at the latest)
lot-written = Written: { $file }
lot-left = { $number } is not in it, because something has to be settled first:
lot-title = Monthly lot for statistics
lot-of = Month
lot-nothing = There is nothing more of this month to tell the statistical office.
lot-case = Case
lot-stand = State
lot-open = to be told
lot-sent = told
lot-confirmed = receipt confirmed
lot-write = Write the file …
lot-write-go = Write
lot-note-sent = Note as sent
lot-note-confirmed = Receipt confirmed
lot-look = Look
lot-noted = { $count ->
    [one] Noted at { $count } case
   *[other] Noted at { $count } cases
}
lot-help = Enter shows what the office gets of a case. Write the file first, note it once it is sent.
cli-exchange = Notices to the receiving bodies of a trade notice
cli-exchange-list = Who gets the notice, why, and what has been told already
cli-exchange-trade-notice = Write a folder for each body that is still to be told, with exactly its fields
cli-exchange-sent = Note that notices were sent
cli-exchange-acknowledge = Note that bodies have confirmed the receipt
cli-exchange-withdraw = Withdraw notices
cli-exchange-lot = Show or write the monthly lot for the statistical office
cli-arg-body = A body by its id; may be given several times, all concerned where there is none
cli-arg-folder = Folder in which the new files are made
cli-arg-note = A note on it, such as the body's own number
cli-arg-month = Month, for instance 2026-11
cli-arg-lot-sent = Note the monthly lot as sent at the same time
# the inbox: files of other systems
xml-too-large = The file is larger than { $megabytes } MB; no trade notice is that large.
xml-too-large-remedy = Please ask whoever sent it.
xml-encoding = Line { $line }: the file is not written in UTF-8.
xml-encoding-remedy = Please ask for the file again.
xml-broken = Line { $line }: the file is no proper XML ({ $why }).
xml-broken-remedy = Please ask for the file again.
xml-stray-text = Line { $line }: before or behind the message stands text that does not belong to it.
xml-stray-text-remedy = Please ask for the file again.
xml-unfinished = Line { $line }: the file ends in the middle.
xml-unfinished-remedy = Please ask for the file again; perhaps it is still being written.
xml-two-roots = Line { $line }: there are two messages in the file, one after the other.
xml-two-roots-remedy = Please ask for each message as a file of its own.
xml-deep = Line { $line }: the file is nested as deeply or as long as no trade notice is.
xml-deep-remedy = Please do not use the file, and ask whoever sent it.
xml-doctype = Line { $line }: the file brings rules of its own (DOCTYPE). No trade notice does, and it can do harm.
xml-doctype-remedy = Please do not use the file, and ask whoever sent it.
xml-entity = Line { $line }: the placeholder “{ $name }” is not known.
xml-entity-remedy = Please ask for the file again.
xga-version = Line { $line }: this version is not read: { $found }
xga-version-remedy = What is read: { $known }. Please enter the notice by hand.
xga-none = There is no trade notice in it that can be read.
xga-none-remedy = Please look at the file and enter the notice by hand.
xga-several = Line { $line }: the file has several notices.
xga-several-remedy = Please ask for each notice as a file of its own.
xga-town = Line { $line }: the notice is for the municipality { $found } and not for { $own }.
xga-town-remedy = Please pass it on to the right municipality, or check the municipality key in the settings.
inbox-there = “{ $name }” was taken in already: there is a draft or a case of it.
inbox-there-remedy = Nothing more to do.
inbox-not-yours = Trade notices are taken in here only by those who may read cases of trade.
inbox-not-yours-remedy = Please give it to somebody of the trade office.
xga-uuid = The identifier of the message is no UUID.
xga-uuid-remedy = Please ask the sender for the file again.
inbox-others = The others were taken in: { $count }
inbox-others-remedy = They are among the drafts.
inbox-taken = { $file }: taken in as a draft ({ $service })
inbox-unknown = Line { $line }: “{ $name }” is not known and stands in the original file only.
inbox-title = Inbox
inbox-loading = The folder is being read …
inbox-no-folder = No folder is set. Under Administration ({ $key }), page Town, stands where the portal puts its trade notices.
inbox-empty = There is no trade notice in the folder. What arrives there stands here after a second.
inbox-more = { $count ->
    [one] { $count } older file is not looked at; please put it into another folder.
   *[other] { $count } older files are not looked at; please put them into another folder.
}
inbox-came = Arrived
inbox-what = For whom and what
inbox-stand = State
inbox-file = File
inbox-stand-new = new
inbox-stand-missing = new, answers missing
inbox-stand-draft = draft
inbox-stand-known = taken in already
inbox-stand-unreadable = not readable
inbox-is-draft = Taken in: a draft at the counter.
inbox-is-case = Taken in: case { $number }.
inbox-is-known = This message was taken in already.
inbox-take = Take in and open
inbox-go-on = Go on with the draft
inbox-kept = The file stays as and where it is. Once taken in, the original lies in the case as well.
inbox-complete = All answers are there.
inbox-missing = Missing or wrong
inbox-receipt = Comes by the channel portal. The acknowledgement of receipt comes about when the case is filed.
inbox-answer = Lay answers ready
inbox-answer-otherwise = Given otherwise
inbox-answer-given = Noted in the case: given by another way.
inbox-answer-unissued = Answer: the certificate of receipt is not issued yet.
inbox-answer-due = Answer: the certificate of receipt does not lie ready for the portal yet.
inbox-answer-laid = Answer: laid ready for the portal as antworten/{ $file }.
inbox-answer-nowhere = This desk has no folder for notices of a portal beside which answers could lie.
inbox-answer-nowhere-remedy = The administration sets the folder (F8, page Town).
inbox-answers-go = { $count ->
    [one] A certificate of receipt goes to the portal over the service of the Kreis with the next sync.
   *[other] { $count } certificates of receipt go to the portal over the service of the Kreis with the next sync.
}
inbox-answers-others = These answers lie ready: { $count }
inbox-answers-others-remedy = Please lay the others again when the reason is gone.
inbox-answers-due = { $count ->
    [one] One certificate of receipt does not lie ready for the portal yet.
   *[other] { $count } certificates of receipt do not lie ready for the portal yet.
}
inbox-answers-laid = { $count ->
    [0] No answer was to be laid ready.
    [one] One answer lies ready for the portal (folder antworten).
   *[other] { $count } answers lie ready for the portal (folder antworten).
}
cli-exchange-answer = Lay answers ready for the portal: the certificate of receipt for each notice of the folder that is a case
inbox-folder-none = { $path } is no folder that can be read.
inbox-folder-none-remedy = Please enter the whole path of a folder, or leave the field empty.
inbox-folder-may = An administrator sets the folder of the inbox.
inbox-folder-may-remedy = Please ask somebody with the role administrator.
settings-inbox-folder = Folder for trade notices from the portal
settings-inbox-hint = At this desk only. What arrives there stands under Cases, Ctrl+O. Files are never deleted.
settings-inbox-save = Save the folder of the inbox
cli-exchange-take-in = Take trade notices of a portal in as checked drafts
# retention and destruction of files
event-term-begun = The term counts from { $date }: { $reason }
event-hold-set-legal = Not to be destroyed: { $reason }
event-hold-set-archive = Offered to the archive: { $reason }
event-hold-lifted-legal = May be destroyed after its term again: { $reason }
event-hold-lifted-archive = Released by the archive: { $reason }
kreis-act-term-begun = Beginning of the term entered
kreis-act-hold-set = Kept from destruction
kreis-act-hold-lifted = Released for destruction
kreis-act-disposal-proposed = Destruction proposed
kreis-act-disposal-withdrawn = Destruction withdrawn
kreis-act-disposal-confirmed = Destruction confirmed
kreis-act-case-erased = Case erased
kreis-act-person-erased = Person erased
kreis-refused-not-second = No second person had proposed it.
hold-there = That is noted already.
hold-there-remedy = Nothing is left to be done here.
hold-none = Nothing of that kind is noted.
hold-none-remedy = There is nothing to lift here.
retention-closed = Closed on { $date }
retention-business = The business ended on { $date }
retention-accounts = Annual accounts adopted on { $date }
retention-void = Does not count as a case; last written on { $date }
retention-years = Filing plan { $plan }: { $years ->
    [one] { $years } year
   *[other] { $years } years
}
retention-begins = The term begins on { $date }
retention-ends = The last day of keeping is { $date }
retention-open = Case { $number } is not closed.
retention-open-remedy = It stays until it is closed and its term is over.
retention-held = Case { $number } must not be destroyed: { $reason }
retention-held-remedy = Where the reason is gone, please lift it: amtsstube retention release.
retention-sued = An action for failure to act is still open in { $number }.
retention-sued-remedy = Please enter in the case first how it ended.
retention-objection = An objection or action against the decision in { $number } is still open.
retention-objection-remedy = Please enter in the case first how it ended.
retention-archive = Case { $number } is offered to the archive: { $reason }
retention-archive-remedy = Once the archive has decided and taken the file, please lift it: amtsstube retention release --archive.
retention-away = Case { $number } is with { $office }.
retention-away-remedy = It stays until the other office has answered.
retention-undelivered = Something of case { $number } for another office has not arrived there yet.
retention-undelivered-remedy = It stays until it has arrived there: please synchronise.
retention-disputed = Desks disagree about case { $number }.
retention-disputed-remedy = Please decide first, on F7.
retention-money = Money of case { $number } is open or to be given back.
retention-money-remedy = Please take it, waive it or cancel the receipt first.
retention-later = Case { $number } holds something that this program cannot read yet.
retention-later-remedy = Please update the program first.
retention-parked = Something was done to case { $number } at another desk and has not arrived here.
retention-parked-remedy = Please synchronise and try again.
retention-unseen = { $number } does not count as a case, and nobody has looked at that yet.
retention-unseen-remedy = Please note what was done under F7 first.
retention-no-business = When the business of case { $number } ended is not entered; the term begins only then.
retention-no-business-remedy = Please enter it: amtsstube retention begins.
retention-no-accounts = When the accounts of case { $number } were adopted is not entered; the term begins only then.
retention-no-accounts-remedy = Please enter it: amtsstube retention begins.
retention-later-closed = Case { $number } was reopened and closed again after it was proposed.
retention-later-closed-remedy = Please withdraw the list and propose it anew.
retention-not-over = The term of case { $number } runs longer now than when it was proposed.
retention-not-over-remedy = Please withdraw the list and propose it anew.
disposal-not-open = This list is confirmed or withdrawn already.
disposal-not-open-remedy = What is open is shown by amtsstube retention list.
disposal-same-person = Whoever proposed the list cannot confirm it as well.
disposal-same-person-remedy = Please let a second person with the role of head confirm it.
disposal-in-future = { $date } lies in the future.
disposal-in-future-remedy = Only what is over today is proposed; any day can be looked at.
disposal-waits = { $count ->
    [one] A list of one case waits
   *[other] A list of { $count } cases waits
} for its second person already.
disposal-waits-remedy = Please confirm or withdraw it first.
disposal-nothing = Nothing is to be destroyed on { $date }.
disposal-nothing-remedy = What stays and why is shown by amtsstube retention list.
disposal-other-group = { $count ->
    [one] One case of the list belongs
   *[other] { $count } cases of the list belong
} to services that you are not responsible for (§ 30 AO).
disposal-other-group-remedy = Please let somebody confirm it who is responsible for all of them.
disposal-unknown = There is no such list.
disposal-unknown-remedy = amtsstube retention list shows what they are called.
left-none = Nothing is left of this erased case.
left-none-remedy = What is left is shown by amtsstube retention list.
case-erased = Case { $number } was erased after its term.
case-erased-remedy = Only its number and the destruction list are left.
cli-retention = Retention and destruction of files
cli-retention-list = Show what can be destroyed on a day, what stays, and why
cli-retention-propose = Propose a list, as the first person
cli-retention-confirm = Confirm as the second person: the cases are erased at every desk and at the Kreis afterwards
cli-retention-withdraw = Take a proposal back
cli-retention-hold = Keep a case from destruction
cli-retention-release = Lift that again
cli-retention-begins = Enter when what the term of a case counts from happened
cli-retention-finish = Erase what was written to a case after it had been erased
cli-arg-on = The day that counts; today unless given
cli-arg-list = What the list is called
cli-arg-archive = Because it is offered to the archive
cli-arg-erased = Number of the erased case
retention-title = Destruction of files
retention-due-title = { $count ->
    [0] Nothing is to be destroyed today
    [one] One case can be destroyed
   *[other] { $count } cases can be destroyed
}
retention-due-more = There are more than one list takes; the others come with the next.
retention-kept-title = These stay although their term is over
retention-left-title = Written after erasure
retention-unsent = Destroyed before this desk had sent the answer to the portal; it did not go out: { $numbers }
retention-left-line = { $number }: { $what } ({ $by }, { $when })
retention-left-held = { $number }: not erased, because it was noted here meanwhile that it has to stay
retention-lists-title = Lists
retention-list-open = { $id }  proposed on { $date } by { $by }: { $count ->
    [one] 1 case, waits
   *[other] { $count } cases, waits
} for the second person
retention-list-withdrawn = { $id }  proposed on { $date } by { $by }: withdrawn ({ $reason })
retention-list-confirmed = { $id }  proposed on { $date } by { $by }, confirmed on { $on } by { $second }: { $count ->
    [one] 1 case
   *[other] { $count } cases
}, { $persons ->
    [one] 1 person
   *[other] { $persons } people
} erased
retention-proposed = Proposed: { $count ->
    [one] 1 case
   *[other] { $count } cases
}. A second person confirms with { $id }.
retention-confirmed = Erased: { $cases ->
    [one] 1 case
   *[other] { $cases } cases
} and { $persons ->
    [one] 1 person
   *[other] { $persons } people
}. The other desks and the Kreis erase with the next synchronisation.
retention-done = Noted.
retention-propose-button = Propose the list
retention-confirm-button = Confirm as the second person and erase
retention-withdraw-button = Withdraw the proposal
retention-reason-label = Reason
retention-waits = { $by } proposed { $count ->
    [one] 1 case
   *[other] { $count } cases
} on { $date }. Only a second person with the role of head can confirm. What is confirmed cannot be brought back.
retention-own = You proposed this list yourself; somebody else has to confirm it.
retention-column-number = Number
retention-column-closed = Closed
retention-column-until = Kept until
retention-column-why = Reason
retention-checked = I have looked through the list and confirm as the second person
retention-orphans = { $count ->
    [one] Something was entered about one destroyed person at another desk afterwards
   *[other] Something was entered about { $count } destroyed people at another desk afterwards
}; it goes with the next destruction.
retention-left-count = { $number }: { $count ->
    [one] 1 entry was written at another desk after erasure and stays
   *[other] { $count } entries were written at another desk after erasure and stay
} until somebody decides
retention-list-done = Proposed on { $date } by { $by }, confirmed on { $on } by { $second }: { $count ->
    [one] 1 case
   *[other] { $count } cases
} and { $persons ->
    [one] 1 person
   *[other] { $persons } people
} erased
retention-list-taken-back = Proposed on { $date } by { $by }: withdrawn

## Deadlines: the calendar (F9) and the calculator

help-calendar = A month with all that falls on its days: deadlines, hearings, follow-ups, the end of periods for legal remedies, and the holidays of the Land. Arrows go from day to day, Page ↑ ↓ from month to month, Home to today; digits type a date. Enter goes into the day's list, where Enter opens the case; Tab reads why the day is that day. Esc leads back into the month, Ctrl+R computes a deadline.
date-in-full = { $weekday }, { $day } { $month }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
calendar-grid = Calendar { $month }
calendar-week = Week { $number }
calendar-week-of = { $week }: { $from } to { $until }
calendar-perhaps = { $holiday }?
calendar-before = Month back
calendar-after = Month on
calendar-today = Today
calendar-whose = Whose cases
calendar-all = All
calendar-mine = Mine
calendar-date = Date that the calendar is to go to
calendar-lists = Which days are listed
calendar-day = Day
calendar-this-week = Week
calendar-overdue = Overdue
calendar-late-many = Overdue { $count }
calendar-what = What
calendar-why = Why that day
calendar-follow-up = Follow-up: { $text }
calendar-follow-up-why = Set by the office itself; no law sets the day.
calendar-lot = { $count ->
    [one] 1 notice
   *[other] { $count } notices
}
calendar-late = { $what }, overdue
calendar-late-short = { $what }!
calendar-loading = The calendar is being read.
calendar-none-day = Nothing falls on this day.
calendar-none-week = Nothing falls into this week.
calendar-none-late = Nothing is overdue.
calendar-cut = Only the first { $count } stand here. There are fewer on a single day or under “Mine”.
calendar-count-deadline = { $count ->
    [one] 1 deadline
   *[other] { $count } deadlines
}
calendar-short-deadline = { $count } D
calendar-count-hearing = { $count ->
    [one] 1 hearing
   *[other] { $count } hearings
}
calendar-short-hearing = { $count } H
calendar-count-request = { $count ->
    [one] 1 request
   *[other] { $count } requests
}
calendar-short-request = { $count } R
calendar-count-follow-up = { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}
calendar-short-follow-up = { $count } FU
calendar-count-remedy = { $count ->
    [one] 1 legal remedy
   *[other] { $count } legal remedies
}
calendar-short-remedy = { $count } LR
calendar-legend = D deadline · H hearing · R request · FU follow-up · LR legal remedy · ! overdue
calendar-key-day = day
calendar-key-month = month
calendar-key-today = today
calendar-key-open = list, then case
calendar-key-date = date
calendar-key-back = into the month
key-arrows = ← ↑ ↓ →
key-months = Page ↑ ↓
key-home = Home
key-digits = 0–9
calculator-title = Compute a deadline
calculator-on = Day
calculator-sets = What happens on the day
calculator-event = an event (the day is not counted)
calculator-posted = a letter is posted
calculator-beginning = the time begins (the day is counted)
calculator-how-many = How many
calculator-count = This is no number from 1 to 65,535.
calculator-count-remedy = Please enter a whole number, for example 3.
calculator-unit = Unit
calculator-days = Days
calculator-weeks = Weeks
calculator-months = Months
calculator-years = Years
calculator-kind = What ends
calculator-frist = Period in which something is to be done (moves to the next working day)
calculator-zeitraum = Span of time for which something holds (ends on its day)
calculator-termin = Day that the authority has set (stays)
calculator-rueckwaerts = counted back (stays)
calculator-basis = By which law
calculator-vwvfg = { LAW("VwVfG") }
calculator-ao = AO
calculator-bgb = BGB
calculator-ends = End: { $day }
calculator-unknown = As soon as day and number are known, the end stands here with its reason.
calculator-assumed = The municipality key is missing; the holidays of Nordrhein-Westfalen were used.
deadline-land = Holidays of { $land }.
deemed-post-by = For the decision to be notified on { $by }, the letter has to be posted before.
deemed-post-notified = Posted on { $date }: counts as notified on { $on }.
cli-calendar = What falls on the days of a month: deadlines, hearings, follow-ups, holidays
cli-arg-mine = Own cases only
cli-arg-explain = With the reason of each day
cli-arg-beginning = The day is counted (§ 187 (2) BGB)
cli-calendar-cut = Only the first { $count } stand here, the last of { $day }; something is missing of that day and those behind it. --on shows one day alone, --mine own cases only.
cli-arg-calendar-on = This day only
cli-calendar-late = Overdue: { $count }
cli-calendar-none = Nothing falls into this month.

## Inbox over the service of the Kreis

inbox-stand-other-town = for another town
inbox-over-service = Came over the service of the Kreis.
inbox-kept-service = The file stays at the service until the case is filed; the original then lies in the case. What nobody can take in is dropped by the head under Kreis (F7).
inbox-filed = The notice is filed already as case { $number }, probably at another desk.
inbox-filed-remedy = Please discard the draft and go on in { $number }.
inbox-several = Several files “{ $name }” wait: { $files }
inbox-several-remedy = Please give the one that is meant as it stands here.
inbox-gone = The file does not lie there any more.
inbox-gone-remedy = Probably another desk has taken it in; the case stands in the work list.
notice-other-office = The file is for another town.
notice-other-office-remedy = Please drop it and tell whoever sent it.
kreisdienst-inbox = Files of other systems for a town's desks
kreisdienst-inbox-put = Seal files (a portal's trade notices for example) for a town's desks and lay them ready
kreisdienst-inbox-answers = Lay the towns' answers to portals into a folder; the service forgets them then
kreisdienst-arg-answers = The folder; in it each town has its own, named by its official key (AGS)
kreisdienst-answers-laid = { $file }
kreisdienst-answers-none = No answer lies here.
kreisdienst-answers-name = The name of the answer ({ $file }) cannot be that of a file; it stays here.
kreisdienst-answers-no = The answer { $file } cannot be opened and stays here: it is sealed for another key of the service, or damaged.
kreisdienst-answers-there = { $file }: another file of this name is there already. The answer stays here.
kreisdienst-arg-file = The file, up to 4 MB
kreisdienst-outside = Portal
kreisdienst-inbox-new = { $file }: lies ready.
kreisdienst-inbox-known = { $file }: lies there already, byte by byte.
kreisdienst-inbox-taken = { $file }: was taken in already.
kreisdienst-inbox-dropped = { $file }: a desk of the town has dropped it; it is not laid ready again. If it is to be taken in after all, a desk takes it in from the file: amtsstube exchange take-in
kreisdienst-inbox-before = Before the first file all desks of the town must have a version that knows the inbox: an older desk takes the file for a handover that it cannot open, and offers to drop it.
kreisdienst-inbox-nobody = The town has no desk that could open the file. Please let a desk in first (enrol-code).
kreisdienst-inbox-empty = { $file }: The file is empty.
kreisdienst-inbox-large = { $file }: The file is larger than 4 MB, or its name is longer than 200 characters.
kreisdienst-inbox-full = { $file }: Too much lies there for the town already (bundles_per_office, bundle_megabytes_per_office). Please wait until its desks have taken it.
cli-exchange-inbox = List the inbox (folder and service of the Kreis), or take a file of it in
cli-arg-otherwise = Note that this answer was given by another way
cli-arg-take-file = Take this file in
cli-inbox-waits = new
cli-inbox-draft = draft at this desk
cli-inbox-case = filed as a case
cli-inbox-known = taken in already
cli-inbox-other-town = for another town.
cli-inbox-unreadable = unreadable.
cli-inbox-none = The inbox is empty.

## Building blocks of the town

step-block-own = { $title } (town)
cli-town-blocks = Show the town's own building blocks for a service, set them from a file, or take them out
own-blocks-set = Own building blocks: { $count }
own-blocks-none = The town has no building blocks of its own for this service.
own-blocks-large = The file is larger than { $kilobytes } kB.
own-blocks-large-remedy = Please shorten it.
own-blocks-many = More than { $most } building blocks for one service.
own-blocks-many-remedy = Please take out what is no longer used.
own-blocks-character = The character "{ $character }" is not allowed by DIN 91379.
own-blocks-character-remedy = Please replace it by an allowed one.
own-blocks-only = "{ $name }" does not belong into this file: it consists of [[block]] alone.
own-blocks-only-remedy = Please remove it or write it into a [[block]].
own-blocks-twice = There are two building blocks "{ $block }".
own-blocks-twice-remedy = Please give one of them another id.
own-blocks-id = The id "{ $block }" may only have letters, digits, - and _.
own-blocks-id-remedy = For example: id = "schuetzenplatz"
own-blocks-empty = The building block "{ $block }" has no title or no text.
own-blocks-empty-remedy = Please fill in title = { de = "…" } and text = "…".
