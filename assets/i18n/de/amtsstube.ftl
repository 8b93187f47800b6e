# deadlines: the steps that explain a date; $date comes written out, $value is a number
deadline-event = Maßgebend ist der { $date }; dieser Tag zählt nicht mit.
deadline-beginning = Die Zeit beginnt mit dem { $date }; dieser Tag zählt mit.
deadline-posted = Zur Post gegeben am { $date }.
deadline-notified = Bekannt gegeben gilt das Schreiben am { $days }. Tag danach: { $date }.
deadline-notified-stays = Dass dies ein Samstag, Sonntag oder Feiertag ist, ändert daran nichts: { $date }.
deadline-days = { $value ->
    [one] Ein Tag
   *[other] { $value } Tage
  } ab { $from }: { $date }.
deadline-weeks = { $value ->
    [one] Eine Woche
   *[other] { $value } Wochen
  } ab { $from }, bis zum gleichen Wochentag: { $date }.
deadline-months = { $value ->
    [one] Ein Monat
   *[other] { $value } Monate
  } ab { $from }: { $date }.
deadline-years = { $value ->
    [one] Ein Jahr
   *[other] { $value } Jahre
  } ab { $from }: { $date }.
deadline-back-days = { $value ->
    [one] Ein Tag
   *[other] { $value } Tage
  } vor dem { $from }: { $date }.
deadline-back-weeks = { $value ->
    [one] Eine Woche
   *[other] { $value } Wochen
  } vor dem { $from }: { $date }.
deadline-back-months = { $value ->
    [one] Ein Monat
   *[other] { $value } Monate
  } vor dem { $from }: { $date }.
deadline-back-years = { $value ->
    [one] Ein Jahr
   *[other] { $value } Jahre
  } vor dem { $from }: { $date }.
deadline-month-end = Der Monat hat diesen Tag nicht; es gilt sein letzter: { $date }.
deadline-saturday = Der { $date } ist ein Samstag.
deadline-sunday = Der { $date } ist ein Sonntag.
deadline-holiday = Der { $date } ist ein Feiertag: { $holiday }.
deadline-moved = Es gilt der nächste Werktag: { $date }.
deadline-local-holiday = Der { $date } ist in manchen Gemeinden ein Feiertag: { $holiday }. { $note } Bitte prüfen.
deadline-stays-zeitraum = Ein Zeitraum endet auch am Samstag, Sonntag oder Feiertag: { $date }.
deadline-stays-termin = Ein gesetzter Termin gilt auch am Samstag, Sonntag oder Feiertag: { $date }.
deadline-stays-rueckwaerts = Rückwärts gerechnet verschiebt sich der { $date } nicht; der letzte Arbeitstag davor ist der { $before }.
deadline-result = Ende: { $date }, 24 Uhr.
