# deadlines: the steps that explain a date; $date comes written out, $value is a number
deadline-event = What counts is { $date }; that day itself is not counted.
deadline-beginning = The time begins with { $date }; that day is counted.
deadline-posted = Posted on { $date }.
deadline-notified = The letter is deemed notified { $days } days later: { $date }.
deadline-notified-stays = A Saturday, Sunday or public holiday changes nothing here: { $date }.
deadline-days = { $value ->
    [one] One day
   *[other] { $value } days
  } from { $from }: { $date }.
deadline-weeks = { $value ->
    [one] One week
   *[other] { $value } weeks
  } from { $from }, to the same day of the week: { $date }.
deadline-months = { $value ->
    [one] One month
   *[other] { $value } months
  } from { $from }: { $date }.
deadline-years = { $value ->
    [one] One year
   *[other] { $value } years
  } from { $from }: { $date }.
deadline-back-days = { $value ->
    [one] One day
   *[other] { $value } days
  } before { $from }: { $date }.
deadline-back-weeks = { $value ->
    [one] One week
   *[other] { $value } weeks
  } before { $from }: { $date }.
deadline-back-months = { $value ->
    [one] One month
   *[other] { $value } months
  } before { $from }: { $date }.
deadline-back-years = { $value ->
    [one] One year
   *[other] { $value } years
  } before { $from }: { $date }.
deadline-month-end = The month has no such day; its last day counts: { $date }.
deadline-saturday = { $date } is a Saturday.
deadline-sunday = { $date } is a Sunday.
deadline-holiday = { $date } is a public holiday: { $holiday }.
deadline-moved = The next working day counts: { $date }.
deadline-local-holiday = { $date } is a public holiday in some towns: { $holiday }. { $note } Please check.
deadline-stays-zeitraum = A span of time also ends on a Saturday, Sunday or public holiday: { $date }.
deadline-stays-termin = A day that was set also counts on a Saturday, Sunday or public holiday: { $date }.
deadline-stays-rueckwaerts = Counted back, { $date } does not move; the last working day before it is { $before }.
deadline-result = End: { $date }, 24:00.
