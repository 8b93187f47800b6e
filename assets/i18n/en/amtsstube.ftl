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
region-top = Top bar
region-left = Left column
region-middle = Middle
region-right = Right column
region-keys = Keys

## Keys: what they are called on the keyboard, and what they do everywhere

key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-space = Space
key-up-down = ↑ ↓
key-next-field = next field
key-next-column = next column
key-help = help on the field
key-choose = choose
key-open = open
key-close = close
key-search = search

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
status-error = Error
status-warning = Note
status-good = All right
progress-of = { $done } of { $total }
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

## Problem: input that a control recognises by itself

problem-date = This is not a date. For example 24.11.2026 or 241126.
problem-amount = This is not an amount. For example 26 or 26,50.
problem-number = This is not a whole number.

## Deadlines: the steps that explain a date. $date, $from and $before come written out
deadline-event = What counts is { $date }; that day itself is not counted.
deadline-beginning = The time begins with { $date }; that day is counted.
deadline-posted = Posted on { $date }.
deadline-notified = The letter is deemed notified { $days } days later: { $date }.
deadline-notified-stays = A Saturday, Sunday or public holiday changes nothing here: { $date }.
deadline-day = One day from { $from }: { $date }.
deadline-days = { $value } days from { $from }: { $date }.
deadline-week = One week from { $from }, to the same day of the week: { $date }.
deadline-weeks = { $value } weeks from { $from }, to the same day of the week: { $date }.
deadline-month = One month from { $from }: { $date }.
deadline-months = { $value } months from { $from }: { $date }.
deadline-year = One year from { $from }: { $date }.
deadline-years = { $value } years from { $from }: { $date }.
deadline-back-day = One day before { $from }: { $date }.
deadline-back-days = { $value } days before { $from }: { $date }.
deadline-back-week = One week before { $from }: { $date }.
deadline-back-weeks = { $value } weeks before { $from }: { $date }.
deadline-back-month = One month before { $from }: { $date }.
deadline-back-months = { $value } months before { $from }: { $date }.
deadline-back-year = One year before { $from }: { $date }.
deadline-back-years = { $value } years before { $from }: { $date }.
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
deadline-stays-termin = A day that was set also counts on a Saturday, Sunday or public holiday: { $date }.
deadline-stays-rueckwaerts = Counted back, { $date } does not move; the last working day before it is { $before }.
deadline-result = End: { $date }, 24:00.

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
paper-no-letter = There is no letter { $letter }.
paper-no-letter-remedy = Please have the service checked in the catalogue: it names a letter that is missing.
paper-no-form = There is no form { $form }.
paper-no-form-remedy = Please have the service checked in the catalogue: it names a form that is missing.
paper-letter-wrong = The letter { $file } is wrong in line { $line }: { $fault }
paper-letter-wrong-remedy = Please have the letter corrected. The case is unchanged.
paper-no-room = { $part ->
    [address] The address is too long for its field: { $text }
   *[other] The text is too long for its place: { $text }
 }
paper-no-room-remedy = Please shorten it; an address has at most six lines.
paper-code-long = { $bytes } characters are too many for a QR code.
paper-code-long-remedy = Please shorten the text.
paper-unreadable = This file is no readable PDF.
paper-unreadable-remedy = Please get the file again.
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
store-full = The disk is full.
store-full-remedy = Nothing was stored. Please make room and try again.
store-read-only = This folder may not be written: { $why }
store-read-only-remedy = Nothing was stored. Please check the permissions of the folder.
store-behind = This database is not the newest of this desk, so it gives out no numbers: { $why }
store-behind-remedy = Reading goes on. Please let the head decide whether this desk goes on as a new one.
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
verify-receipt-gap = A receipt number is missing: { $what }
verify-receipt-gap-remedy = Please check the cash and note the gap.
verify-anchor = The database is not the newest of this desk: { $what }
verify-anchor-remedy = Please let the head decide whether this desk goes on as a new one.
verify-tables = The lists do not agree with the files: { $what }
verify-tables-remedy = The files themselves are not affected. Please have the lists made again.
verify-tables-outdated = The lists were made with another catalogue.
verify-tables-outdated-remedy = Please have the lists made again and verify once more.

# catalogue: answers, fees and the files of services
answer-missing = An answer is missing: { $label-en }.
answer-missing-remedy = Please fill it in.
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
proxy-not-allowed = This service does not allow somebody else to appear in this way.
proxy-not-allowed-remedy = The person has to come or to declare themselves.
document-missing = A document is missing without which nothing can be filed.
document-missing-remedy = Please have it shown and tick it.
fee-because = By the tariff.
fee-town = The town's amount ({ $key }): { $amount-en }.
fee-town-missing = The town has not set the amount { $key } yet.
fee-base = Base amount: { $amount-en }.
fee-per-piece = { $count } × { $each-en } = { $amount-en }.
fee-total = In all: { $amount-en }.
fee-unconfirmed = The town has yet to confirm the amount.
deadline-because = Period of the service.
deadline-land-assumed = The town's municipality key is missing; the holidays of { $land } were used.
catalogue-not-understood = This is not understood: { $message }
catalogue-not-understood-remedy = Please compare with docs/catalogue.md.
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
catalogue-list-unknown = There is no list { $list }.
catalogue-list-unknown-remedy = Lists are in assets/codes.
catalogue-matrix-unknown = There is no matrix { $matrix }.
catalogue-matrix-unknown-remedy = Please check name and year.
catalogue-body-missing = The matrix's receiving body { $body } is missing.
catalogue-body-missing-remedy = Please say when it is told; when = false if never by itself.
catalogue-body-unknown = The body { $body } does not get this form.
catalogue-body-unknown-remedy = Please compare with the matrix.
catalogue-amount-shape = An amount of { $fee } needs either cents or town.
catalogue-amount-shape-remedy = Please give exactly one.
catalogue-paper-shape = The paper { $paper } needs either letter or form.
catalogue-paper-shape-remedy = Please give exactly one.
catalogue-letter-unknown = There is no letter { $letter }.
catalogue-letter-unknown-remedy = Known letters stand in papers.toml.
catalogue-form-unknown = There is no form { $form }.
catalogue-form-unknown-remedy = Known forms stand in papers.toml.
catalogue-step-unknown = There is no step { $step }.
catalogue-step-unknown-remedy = Please compare with the file's steps.
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
counter-name-missing = A name is needed.
counter-birth-hint = Unknown parts as 00: 00.00.1990.
counter-new-take = Take over
counter-new-all-the-same = Enter all the same
counter-search-again = back to the search
counter-similar = Perhaps known already. Please compare.
counter-similar-take = This person
counter-similar-take-this = Take { $name }
counter-appears = How does the person appear?
counter-seen = Identity paper seen
counter-seen-none = none
counter-seen-this = { $paper } seen
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
counter-receivers = Goes to
counter-place-case = Case
counter-place-appears-as = How the person appears
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
counter-key-variants = Choose a letter
counter-key-park = Park
counter-earlier-title = Answers from an earlier case
counter-earlier-none = There is no earlier case of this service for this person.
counter-printed = { $count ->
    [one] 1 paper given to the printer.
   *[other] { $count } papers given to the printer.
}
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
sign-in-first-title = First start
sign-in-first = Nobody works here yet. Whoever enters their name now becomes the administrator and can add everybody else.
sign-in-begin = Set up
sign-in-login = Login
sign-in-login-missing = The login is missing here.
sign-in-name = Name
sign-in-name-hint = As it stands under letters.
sign-in-pin = PIN
sign-in-again = PIN once more
sign-in-pins-differ = The two PINs differ. Please enter them again.

# ui: cases
cases-title = Cases
cases-lists = Lists
cases-mine = Mine
cases-open = Open
cases-week = This week
cases-overdue = Overdue
cases-to-sign = To sign
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
cases-more = Show more
cases-none = No case is chosen.
cases-open-it = Open
cases-take = Take over
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
event-printed = { $title } printed, { $copies } × on { $printer }
event-corrected = Answers corrected: { $reason }
event-decided = Decided: { $outcome }
event-closed = Closed
event-reopened = Reopened: { $reason }
event-erased = Erased when its term was over
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
persons-back = To the list
persons-none = Nobody is chosen.
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
cli-case-note = Write a note
cli-case-assign = Assign; to nobody without --to
cli-case-decide = Decide
cli-case-close = Close
cli-case-reopen = Reopen
cli-person = People and businesses
cli-person-find = Find by name, sound, birth date, street
cli-search = Search everything
cli-paper = Papers of a case
cli-paper-list = List them
cli-paper-issue = Issue one more
cli-paper-save = Save as PDF; a file that is there stays as it is
cli-paper-print = Print
cli-cash = Cash desk
cli-cash-receipt = Take what the case owes and give the receipt
cli-cash-cancel = Cancel a receipt
cli-cash-journal = The receipts of a day
cli-deadline = When a period ends, and why
cli-catalogue = Services
cli-catalogue-list = List them
cli-catalogue-example = Example answers as case new takes them
cli-catalogue-check = Check service files
cli-verify = Check chain, tables, papers and numbers
cli-arg-data = Data folder
cli-arg-key-file = File with the key or the passphrase (else AMTSSTUBE_KEY or the keyring)
cli-arg-json = JSON for scripts
cli-arg-as = Login; the PIN stands in AMTSSTUBE_PIN
cli-arg-cases = How many cases
cli-arg-seed = Same number, same town
cli-arg-login = Login
cli-arg-name = Name as it stands under letters
cli-arg-text = Text
cli-arg-limit = At most that many
cli-arg-case = Case: number or id
cli-arg-service = Service, see catalogue list
cli-arg-answers = JSON file with the answers, see catalogue example
cli-arg-attach = File to attach
cli-arg-received-on = Day of receipt, if not today
cli-arg-why = Why not today
cli-arg-channel = How it came in
cli-arg-pay = Fee: later, card, cash:26.00, exempt:REASON
cli-arg-seen = Document seen, by its id
cli-arg-signed = The signature was seen
cli-arg-call = The note is a call
cli-arg-to = Login
cli-arg-outcome = Decision
cli-arg-reason = Reason
cli-arg-kind = Kind
cli-arg-paper = Paper: id or kind
cli-arg-out = File to be written
cli-arg-printer = Printer; else the default one
cli-arg-copies = Copies
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
cli-arg-regime = Notification by VwVfG or AO
cli-arg-file = File
cli-fix = Suggestion: { $fix }
cli-demo-made = Demo town with { $cases } cases made: { $folder }
cli-demo-papers = The last { $papers } cases have papers.
cli-demo-users = Sign in with --as and AMTSSTUBE_PIN={ $pin }:
cli-setup-made = Set up. Next, { $name } adds the others who work here.
cli-verify-clean = Chain, tables, papers and numbers agree.
cli-case-filed = Case { $number } filed
cli-case-changed = Case { $number }: done
cli-state-filed = filed
cli-state-decided = decided
cli-state-closed = closed
cli-owes = Owed: { $owed }
cli-receipt = Receipt { $number }
cli-receipt-cancelled = Receipt { $number } cancelled
cli-catalogue-clean = No faults
ags-form = “{ $ags }” is no municipality key.
ags-form-remedy = Please give eight digits.
answer-disputed = Two desks entered different answers here.
answer-disputed-remedy = Please first correct which one holds.
answer-forbidden-character = The character “{ $character }” at position { $position } is not allowed here.
answer-forbidden-character-remedy = Please write with letters of DIN 91379.
answers-unreadable = The file with the answers cannot be read: { $why }
answers-unreadable-remedy = Please check path and permissions.
answers-no-json = The file with the answers is no JSON: { $why }
answers-no-json-remedy = Please begin with catalogue example.
answers-no-object = The file with the answers holds no object of fields and answers.
answers-no-object-remedy = Please begin with catalogue example.
answers-documents-form = “_documents” is no list of ids: { $why }
answers-documents-form-remedy = For instance ["ausweis"].
case-already-closed = The case is closed already.
case-already-closed-remedy = Please reopen it first.
case-already-decided = The case is decided already.
case-already-decided-remedy = Please look at the decision in the case.
case-already-open = This case is there already.
case-already-open-remedy = Please open the one that is there.
case-not-assessed = The case was not assessed before filing.
case-not-assessed-remedy = Please try again and report the fault.
case-not-closed = The case is not closed.
case-not-closed-remedy = There is nothing to reopen.
case-owes = The case still owes fees.
case-owes-remedy = Please take the money first or give the reason for waiving it.
case-unknown = There is no such case here.
case-unknown-remedy = Please check the number and your own groups.
charge-not-owed = This fee is not owed.
charge-not-owed-remedy = Please reload the case's fees.
copies-range = Between 1 and { $most } copies are printed.
copies-range-remedy = Please give a number in this range.
deadline-out-of-range = The period ends outside the years 1583 to 9999.
deadline-out-of-range-remedy = Please check day and count.
demo-data-broken = The demo town's names cannot be read.
demo-data-broken-remedy = Please report the fault.
document-unknown = The service knows no document “{ $document }”.
document-unknown-remedy = Please take the ids from catalogue example.
file-failed = It did not work with the file { $path }: { $why }
file-failed-remedy = Please check path, permissions and space; a file that is there is not overwritten.
file-too-large = The file is too large.
file-too-large-remedy = Please attach 25 MB at most.
follow-up-in-past = { $date } is past already.
follow-up-in-past-remedy = Please give today or a later day.
follow-up-unknown = This follow-up is not open.
follow-up-unknown-remedy = Please reload the case.
given-too-little = Given are { $given }, to be paid are { $due }.
given-too-little-remedy = Please take { $due } at least.
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
not-allowed = Your roles do not allow this.
not-allowed-remedy = Please ask somebody with the role and the group for it.
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
paper-unknown = There is no such paper here.
paper-unknown-remedy = Please list the papers of the case.
paper-without-receipt = There is no such paper without a receipt.
paper-without-receipt-remedy = Please take the money first.
pay-form = “{ $value }” is no way to pay and no amount.
pay-form-remedy = For instance later, card, cash:26.00 or exempt:reason; an amount as 26.00.
person-missing = It is missing who this is for.
person-missing-remedy = Please find a person or enter a new one.
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
sign-in-needed = Somebody has to be signed in for this.
sign-in-needed-remedy = Please give --as and AMTSSTUBE_PIN.
sign-in-wait = Too many wrong tries; go on in { $seconds } seconds.
sign-in-wait-remedy = Please wait that long.
sign-in-wrong = Login or PIN is wrong.
sign-in-wrong-remedy = Please check both; the administrator can set a new PIN.
signature-missing = The signature is missing.
signature-missing-remedy = Please have it signed and confirm that.
text-missing = The text is missing.
text-missing-remedy = Please give one.
town-cents-form = “{ $value }” is no amount in cents.
town-cents-form-remedy = Please give a whole number, 6600 for 66 euros.
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
case-decided = Decided on { $date }: { $outcome }
case-note = Note
case-note-title = Note
case-note-save = Note down
case-note-call = Telephone call
case-follow-up = Follow-up
case-follow-up-set = Set
case-follow-up-day = On
case-follow-up-text = What is to be remembered?
case-decide = Decide
case-decide-go = Decide
case-outcome = Decision
case-reasons = Reasons (§ 39 VwVfG)
case-reason = Reason
case-close-title = Close the case
case-close-it = Close
case-close-reason = Remark (optional)
case-reopen = Reopen
case-back = To the list
case-paper = Paper
case-issued = Dated
case-extent = Extent
case-copies = Copies
case-printed = printed { $count } ×
case-not-printed = not printed
case-look = Look at
case-print = Print
case-save = Save as
case-issue = Another paper
case-issue-title = Issue a paper
case-issue-which = Which
case-issue-go = Issue
case-printer = Printer
case-printers-none = No printer is set up on this machine. The paper can be saved.
case-no-printer = No printer is chosen.
case-print-failed = The printer { $printer } took nothing: { $why }
case-print-failed-remedy = Please check the printer and print again.
case-save-title = Save the paper
case-save-path = File
case-save-hint = A file that exists is not overwritten.
case-save-go = Save
case-page-of = Page { $page } of { $pages }
case-page-before = Back
case-page-next = Next
case-page-drawn = The page is being drawn.
case-key-page = Page ↑ ↓
case-key-turn = turn pages
case-documents = Documents
case-document-there = is there { $date }
case-document-missing = missing
case-document-tick = Enter as received
case-money = Fees
case-waived = waived: { $reason }
case-paid = paid
case-owed = owed
case-receipt = Receipt { $number }: { $amount } { $how } on { $date }
case-cancelled = cancelled: { $reason }
case-cancel = Cancel
case-cancel-title = Cancel receipt { $number }
case-cancel-go = Cancel the receipt
case-pay = Pay { $amount }
case-pay-title = Pay
case-pay-go = Enter
case-pay-how = How
case-pay-cash = cash
case-pay-card = card
case-pay-exempt = waive
case-pay-given = Given
case-pay-given-hint = Empty: exactly the amount.
case-pay-change = Change: { $amount }
case-reminders = Follow-ups
case-reminder-done = Done
case-persons = Persons
case-applicant = applicant
case-answers = Answers
