### Deutsch. Nach Bereichen geordnet; jede Kennung steht auch in en/amtsstube.ftl, mit denselben Werten.

## Rahmen: Navigation, Kopfzeile, Tastenleiste

nav = Bereiche
nav-counter = Schalter
nav-cases = Vorgänge
nav-persons = Personen
nav-cash = Kasse
nav-deadlines = Fristen
nav-district = Kreis
nav-settings = Verwaltung
nav-menu = Menü
top-search = Vorgang, Person, Aktenzeichen, Text …
top-search-label = Suche
top-lock = Sperren
region-top = Kopfzeile
region-left = Linke Spalte
region-middle = Mitte
region-right = Rechte Spalte
region-keys = Tasten

## Tasten: wie sie auf der Tastatur heißen, und was sie überall tun

key-ctrl = Strg
key-shift = Umschalt
key-alt = Alt
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-space = Leertaste
key-up-down = ↑ ↓
key-next-field = nächstes Feld
key-next-column = nächste Spalte
key-help = Hilfe zum Feld
key-choose = wählen
key-open = öffnen
key-close = schließen
key-search = suchen

## Bedienteile

problems-count = { $count ->
    [one] 1 Angabe prüfen
   *[other] { $count } Angaben prüfen
}
warnings-count = { $count ->
    [one] 1 Hinweis
   *[other] { $count } Hinweise
}
problems-more = und { $count } weitere
required = Pflichtangabe
cancel = Abbrechen
close = Schließen
choice-none = bitte wählen
list-empty = Nichts gefunden.
list-sort-up = aufsteigend sortiert
list-sort-down = absteigend sortiert
status-error = Fehler
status-warning = Hinweis
status-good = In Ordnung
progress-of = { $done } von { $total }
date-example = TT.MM.JJJJ
summary = Zusammenfassung

## Ansicht

appearance-title = Ansicht
appearance-theme = Farben
appearance-language = Sprache
appearance-zoom = Größe
appearance-zoom-hint = Alles wird größer: Schrift, Felder, Abstände.
theme-system = wie das System
theme-light = hell
theme-dark = dunkel
theme-high-contrast = hoher Kontrast
key-larger = größer
key-smaller = kleiner

## Problem: Eingaben, die ein Bedienteil selbst erkennt

problem-date = Das ist kein Datum. Zum Beispiel 24.11.2026 oder 241126.
problem-amount = Das ist kein Betrag. Zum Beispiel 26 oder 26,50.
problem-number = Das ist keine ganze Zahl.

## Fristen: die Schritte, die ein Datum erklären. $date, $from und $before kommen ausgeschrieben
deadline-event = Maßgebend ist der { $date }; dieser Tag zählt nicht mit.
deadline-beginning = Die Zeit beginnt mit dem { $date }; dieser Tag zählt mit.
deadline-posted = Zur Post gegeben am { $date }.
deadline-notified = Bekannt gegeben gilt das Schreiben am { $days }. Tag danach: { $date }.
deadline-notified-stays = Dass dies ein Samstag, Sonntag oder Feiertag ist, ändert daran nichts: { $date }.
deadline-day = Ein Tag ab { $from }: { $date }.
deadline-days = { $value } Tage ab { $from }: { $date }.
deadline-week = Eine Woche ab { $from }, bis zum gleichen Wochentag: { $date }.
deadline-weeks = { $value } Wochen ab { $from }, bis zum gleichen Wochentag: { $date }.
deadline-month = Ein Monat ab { $from }: { $date }.
deadline-months = { $value } Monate ab { $from }: { $date }.
deadline-year = Ein Jahr ab { $from }: { $date }.
deadline-years = { $value } Jahre ab { $from }: { $date }.
deadline-back-day = Ein Tag vor dem { $from }: { $date }.
deadline-back-days = { $value } Tage vor dem { $from }: { $date }.
deadline-back-week = Eine Woche vor dem { $from }: { $date }.
deadline-back-weeks = { $value } Wochen vor dem { $from }: { $date }.
deadline-back-month = Ein Monat vor dem { $from }: { $date }.
deadline-back-months = { $value } Monate vor dem { $from }: { $date }.
deadline-back-year = Ein Jahr vor dem { $from }: { $date }.
deadline-back-years = { $value } Jahre vor dem { $from }: { $date }.
deadline-month-end = Der Monat hat diesen Tag nicht; es gilt sein letzter: { $date }.
deadline-saturday = Der { $date } ist ein Samstag.
deadline-sunday = Der { $date } ist ein Sonntag.
deadline-holiday = Der { $date } ist ein Feiertag: { $holiday ->
    [neujahr] Neujahr
    [heilige-drei-koenige] Heilige Drei Könige
    [frauentag] Internationaler Frauentag
    [karfreitag] Karfreitag
    [ostersonntag] Ostersonntag
    [ostermontag] Ostermontag
    [tag-der-arbeit] Tag der Arbeit
    [tag-der-befreiung] Tag der Befreiung
    [christi-himmelfahrt] Christi Himmelfahrt
    [pfingstsonntag] Pfingstsonntag
    [pfingstmontag] Pfingstmontag
    [fronleichnam] Fronleichnam
    [volksaufstand] Jahrestag des Volksaufstandes
    [friedensfest] Augsburger Hohes Friedensfest
    [mariae-himmelfahrt] Mariä Himmelfahrt
    [weltkindertag] Weltkindertag
    [tag-der-deutschen-einheit] Tag der Deutschen Einheit
    [reformationstag] Reformationstag
    [allerheiligen] Allerheiligen
    [buss-und-bettag] Buß- und Bettag
    [erster-weihnachtstag] Erster Weihnachtstag
    [zweiter-weihnachtstag] Zweiter Weihnachtstag
   *[other] { $holiday }
}
deadline-moved = Es gilt der nächste Werktag: { $date }.
deadline-local-holiday = Der { $date } ist in manchen Gemeinden ein Feiertag: { $holiday ->
    [fronleichnam] Fronleichnam
    [mariae-himmelfahrt] Mariä Himmelfahrt
   *[other] { $holiday }
}. { $note } Bitte prüfen.
deadline-stays-zeitraum = Ein Zeitraum endet auch am Samstag, Sonntag oder Feiertag: { $date }.
deadline-stays-termin = Ein gesetzter Termin gilt auch am Samstag, Sonntag oder Feiertag: { $date }.
deadline-stays-rueckwaerts = Rückwärts gerechnet verschiebt sich der { $date } nicht; der letzte Arbeitstag davor ist der { $before }.
deadline-result = Ende: { $date }, 24 Uhr.

## Geburtsdatum und Kontonummer: warum eine Angabe keine ist, und was zu tun ist
birth-date-form = Das ist kein Datum.
birth-date-form-remedy = Zum Beispiel 14.03.1987 oder 140387; unbekannte Teile als 00: 00.00.1990.
birth-date-month = Einen Monat { $month } gibt es nicht.
birth-date-month-remedy = Bitte Tag und Monat prüfen.
birth-date-day = Dieser Monat hat nur { $last } Tage.
birth-date-day-remedy = Bitte im Ausweis nachsehen.
birth-date-gap = Ein Tag braucht seinen Monat, ein Monat sein Jahr.
birth-date-gap-remedy = Unbekannte Teile als 00 angeben: 00.03.1987 oder 00.00.1987.
birth-date-future = Dieser Tag liegt in der Zukunft.
birth-date-future-remedy = Bitte das Jahr vierstellig angeben und prüfen.
birth-date-too-old = Dieser Tag liegt mehr als 130 Jahre zurück.
birth-date-too-old-remedy = Bitte das Jahr prüfen.
iban-form = Das ist keine IBAN.
iban-form-remedy = Zwei Buchstaben, zwei Ziffern, dann die Kontonummer: DE89 3704 0044 0532 0130 00.
iban-length = Diese IBAN hat { $found } Zeichen, in diesem Land sind es { $wanted }.
iban-length-remedy = Bitte fehlende oder doppelte Zeichen suchen.
iban-check-digits = Die Prüfziffern passen nicht: Die IBAN ist vertippt.
iban-check-digits-remedy = Bitte Ziffer für Ziffer vergleichen.
postcode-form = Das ist keine Postleitzahl.
postcode-form-remedy = Fünf Ziffern, zum Beispiel 48712.

## Doppelte Personen: was dafür spricht
similar-same-name = Gleicher Name
similar-same-family-name = Gleicher Familienname
similar-family-name-sounds-alike = Familienname klingt gleich
similar-family-name-in-part = Familienname stimmt zum Teil
similar-birth-name-matches = Geburtsname stimmt
similar-other-family-name = Anderer Familienname
similar-names-swapped = Vor- und Familienname vertauscht
similar-same-given-names = Gleiche Vornamen
similar-given-names-in-part = Vornamen stimmen zum Teil
similar-given-names-sound-alike = Vornamen ähnlich
similar-given-name-missing = Ein Vorname fehlt
similar-same-birth-date = Gleiches Geburtsdatum
similar-birth-date-agrees-in-part = Geburtsdatum stimmt, soweit bekannt
similar-birth-date-unknown = Geburtsdatum unbekannt
similar-birth-day-and-month-swapped = Geburtstag und -monat vertauscht
similar-birth-date-mistyped = Geburtsdatum vielleicht vertippt
similar-same-address = Gleiche Anschrift
similar-same-postcode = Gleiche Postleitzahl

## Papiere
paper-character = Das Zeichen „{ $character }“ kann nicht gedruckt werden. Es steht in „{ $text }“.
paper-character-remedy = Bitte ein anderes Zeichen verwenden; erlaubt sind die Zeichen der DIN 91379.
paper-values = Für das Schreiben { $letter } fehlt: { $names }.
paper-values-remedy = Bitte die fehlenden Angaben im Vorgang ergänzen.
paper-no-letter = Es gibt kein Schreiben { $letter }.
paper-no-letter-remedy = Bitte die Leistung im Katalog prüfen lassen: Sie nennt ein Schreiben, das fehlt.
paper-no-form = Es gibt keinen Vordruck { $form }.
paper-no-form-remedy = Bitte die Leistung im Katalog prüfen lassen: Sie nennt einen Vordruck, der fehlt.
paper-letter-wrong = Die Vorlage { $file } ist in Zeile { $line } fehlerhaft: { $fault }
paper-letter-wrong-remedy = Bitte die Vorlage berichtigen lassen. Der Vorgang ist unverändert.
paper-no-room = { $part ->
    [address] Die Anschrift hat im Anschriftfeld keinen Platz: { $text }
   *[other] Der Text hat an seinem Platz keinen Raum: { $text }
 }
paper-no-room-remedy = Bitte kürzen, bei Anschriften auf höchstens sechs Zeilen.
paper-code-long = { $bytes } Zeichen sind zu viele für einen QR-Code.
paper-code-long-remedy = Bitte den Text kürzen.
paper-unreadable = Diese Datei ist kein lesbares PDF.
paper-unreadable-remedy = Bitte die Datei neu beschaffen.
paper-no-page = Das Papier hat keine Seite { $page }.
paper-no-page-remedy = Bitte eine andere Seite wählen.
paper-not-written = Das Papier konnte nicht erstellt werden: { $reason }
paper-not-written-remedy = Der Vorgang ist unverändert. Bitte noch einmal versuchen und den Fehler melden.

## Amtliche Vordrucke als Daten: was an einer Datei falsch ist
form-not-understood = Das ist nicht zu verstehen: { $message }
form-not-understood-remedy = Bitte mit einem mitgelieferten Vordruck vergleichen.
form-part-kind = Ein Teil braucht genau eines von text, area und tick.
form-part-kind-remedy = Bitte in mehrere Teile zerlegen oder das Fehlende ergänzen.
form-part-surplus = Zu diesem Teil gehört nicht: { $names }.
form-part-surplus-remedy = Bitte streichen.
form-part-incomplete = Diesem Teil fehlt: { $name }.
form-part-incomplete-remedy = Bitte ergänzen.
form-outside = { $box } liegt nicht auf dem Blatt A4 oder hat keine Größe: { $place }.
form-outside-remedy = Maße sind Millimeter von links oben; Linien laufen waagerecht oder senkrecht.
form-field-unknown = Ein Feld { $no } gibt es nicht, nur 1 bis { $fields }.
form-field-unknown-remedy = Bitte die Nummer oder die Zahl der Felder berichtigen.
form-field-missing = Feld { $no } fehlt.
form-field-missing-remedy = Bitte einen Block mit dieser Nummer ergänzen.
form-field-twice = Feld { $no } gibt es schon.
form-field-twice-remedy = Bitte beide Blöcke zusammenlegen oder die Nummer berichtigen.
form-box-twice = Ein Kästchen { $box } gibt es schon.
form-box-twice-remedy = Bitte einen anderen Namen geben.
form-overlap = { $box } liegt über { $other }.
form-overlap-remedy = Bitte auseinanderrücken.
form-format-unknown = Eine Schreibweise { $format } gibt es nicht.
form-format-unknown-remedy = Möglich sind text, date, country, nationality und die Namen unter [format].
form-head-unknown = Einen Wert { $name } hat der Kopf nicht.
form-head-unknown-remedy = Möglich sind { $known }.
form-heading = Überschriften haben die Stufe 1, 2 oder 3.
form-heading-remedy = Bitte die Stufe berichtigen.
form-path-unknown = Die Leistung { $service } fragt nicht nach { $path }.
form-path-unknown-remedy = Bitte den Pfad im Vordruck oder das Feld der Leistung berichtigen.
form-choice-unknown = { $path } hat keine Auswahl { $choice }.
form-choice-unknown-remedy = Bitte den Wert im Vordruck berichtigen.
form-choice-without-box = Für die Auswahl { $choice } von { $path } gibt es auf dem Vordruck kein Kästchen.
form-choice-without-box-remedy = Bitte ein Kästchen ergänzen oder die Auswahl streichen.

## Datenbank: warum sie nicht öffnet oder nichts annimmt
store-exists = Hier gibt es schon eine Datenbank; sie wird nicht überschrieben.
store-exists-remedy = Bitte die vorhandene öffnen oder einen anderen Ordner wählen.
store-missing = Hier gibt es keine Datenbank.
store-missing-remedy = Bitte den Datenordner prüfen oder diesen Platz neu einrichten.
store-wrong-key = Dieser Schlüssel gehört zu einer anderen Datenbank.
store-wrong-key-remedy = Bitte den Wiederherstellungsschlüssel aus dem Tresor verwenden.
store-broken = Die Datenbank ist beschädigt: { $why }
store-broken-remedy = Bitte nichts löschen, die Verwaltung rufen und die letzte Sicherung bereithalten.
store-newer = Eine neuere Fassung des Programms hat diese Datenbank benutzt.
store-newer-remedy = Bitte das Programm aktualisieren.
store-busy = Ein anderes Programm schreibt gerade.
store-busy-remedy = Die Eingaben sind noch da. Bitte gleich noch einmal versuchen.
store-full = Der Datenträger ist voll.
store-full-remedy = Es wurde nichts gespeichert. Bitte Platz schaffen und noch einmal versuchen.
store-read-only = In diesen Ordner darf nicht geschrieben werden: { $why }
store-read-only-remedy = Es wurde nichts gespeichert. Bitte die Rechte des Ordners prüfen.
store-behind = Diese Datenbank ist nicht die neueste dieses Platzes, deshalb vergibt sie keine Nummern: { $why }
store-behind-remedy = Lesen geht weiter. Bitte die Leitung entscheiden lassen, ob dieser Platz als neuer Platz weiterarbeitet.
store-not-anchored = Gespeichert, aber die Gegenprobe konnte nicht geschrieben werden: { $why }
store-not-anchored-remedy = Bitte die Nummer noch nicht herausgeben und den Vorgang in der Liste prüfen.
store-fork = Zwei verschiedene Ereignisse stehen an derselben Stelle: { $why }
store-fork-remedy = Bitte die Verwaltung rufen; es wurde nichts übernommen.
store-failed = Die Datenbank hat es nicht getan: { $why }
store-failed-remedy = Es wurde nichts gespeichert. Bitte noch einmal versuchen und den Fehler melden.

## Schlüssel der Datenbank
key-none = Für diese Datenbank ist hier kein Schlüssel hinterlegt.
key-none-remedy = Bitte den Wiederherstellungsschlüssel aus dem Tresor eingeben.
key-passphrase-needed = Der Schlüssel ist mit einem Kennwort verschlossen.
key-passphrase-needed-remedy = Bitte das Kennwort eingeben oder in AMTSSTUBE_KEY bereitstellen.
key-wrong-passphrase = Das Kennwort stimmt nicht.
key-wrong-passphrase-remedy = Bitte Groß- und Kleinschreibung prüfen.
key-no-keyring = Der Schlüsselbund des Systems antwortet nicht: { $why }
key-no-keyring-remedy = Bitte den Schlüsselbund entsperren oder ein Kennwort benutzen.
key-in-data-folder = Der Schlüssel darf nicht neben den Daten liegen.
key-in-data-folder-remedy = Bitte einen anderen Ordner wählen.
key-file = Diese Datei enthält keinen lesbaren Schlüssel: { $why }
key-file-remedy = Bitte den Pfad und die Rechte der Datei prüfen.

## Prüfung: was nicht zusammenpasst
verify-file = Die Datei ist beschädigt: { $what }
verify-file-remedy = Bitte nichts löschen und die letzte Sicherung bereithalten.
verify-unreadable = Dieser Teil ist nicht lesbar: { $what }
verify-unreadable-remedy = Bitte nichts löschen und die letzte Sicherung bereithalten.
verify-envelope = Ein Ereignis wurde verändert: { $what }
verify-envelope-remedy = Bitte die Sicherung vergleichen; das Ereignis ist kein Beweis mehr.
verify-chain-gap = In der Kette fehlt ein Ereignis vor { $what }.
verify-chain-gap-remedy = Bitte die Sicherung vergleichen.
verify-chain-break = Die Kette ist unterbrochen bei { $what }.
verify-chain-break-remedy = Bitte die Sicherung vergleichen.
verify-payload = Der Inhalt eines Ereignisses fehlt oder wurde verändert: { $what }
verify-payload-remedy = Bitte die Sicherung vergleichen.
verify-blob = Ein Papier oder Anhang ist nicht, was er war: { $what }
verify-blob-remedy = Bitte aus der Sicherung holen und nicht drucken.
verify-blob-missing = Ein Papier oder Anhang fehlt: { $what }
verify-blob-missing-remedy = Bitte aus der Sicherung holen.
verify-blob-unused = Ein Anhang gehört zu keinem Vorgang: { $what }
verify-blob-unused-remedy = Er nimmt nur Platz ein; bitte melden.
verify-number = Eine Nummer steht anders im Verzeichnis als im Vorgang: { $what }
verify-number-remedy = Bitte den Vorgang öffnen und mit dem Papier vergleichen.
verify-number-twice = Eine Nummer ist zweimal vergeben: { $what }
verify-number-twice-remedy = Beide bleiben stehen; bitte die Leitung entscheiden lassen.
verify-receipt-gap = Eine Quittungsnummer fehlt: { $what }
verify-receipt-gap-remedy = Bitte den Kassenbestand prüfen und die Lücke vermerken.
verify-anchor = Die Datenbank ist nicht die neueste dieses Platzes: { $what }
verify-anchor-remedy = Bitte die Leitung entscheiden lassen, ob dieser Platz als neuer Platz weiterarbeitet.
verify-tables = Die Listen stimmen nicht mit den Akten überein: { $what }
verify-tables-remedy = Die Akten selbst sind davon nicht betroffen. Bitte die Listen neu aufbauen lassen.
verify-tables-outdated = Die Listen stammen von einem anderen Katalog.
verify-tables-outdated-remedy = Bitte die Listen neu aufbauen lassen und noch einmal prüfen.

# catalogue: Antworten, Gebühren und die Dateien der Leistungen
answer-missing = Hier fehlt eine Angabe: { $label }.
answer-missing-remedy = Bitte ausfüllen.
answer-unknown-field = Ein Feld { $field } gibt es in dieser Leistung nicht.
answer-unknown-field-remedy = Bitte den Namen des Feldes prüfen.
answer-not-group = Hier werden mehrere Angaben erwartet, nicht „{ $answer }“.
answer-not-group-remedy = Bitte die einzelnen Teile angeben.
answer-not-list = Hier wird eine Liste erwartet, nicht „{ $answer }“.
answer-not-list-remedy = Bitte als Liste angeben, auch wenn es nur eine Angabe ist.
answer-not-text = Hier wird Text erwartet, nicht „{ $answer }“.
answer-not-text-remedy = Bitte als Text angeben.
answer-not-a-choice = „{ $answer }“ steht nicht zur Auswahl.
answer-not-a-choice-remedy = Bitte eine der angebotenen Möglichkeiten wählen.
answer-not-yes-no = „{ $answer }“ ist weder Ja noch Nein.
answer-not-yes-no-remedy = Bitte ja oder nein angeben.
answer-not-number = „{ $answer }“ ist keine Zahl.
answer-not-number-remedy = Bitte in Ziffern angeben, zum Beispiel 3.
answer-not-money = „{ $answer }“ ist kein Betrag.
answer-not-money-remedy = Zum Beispiel 26 oder 26,50.
answer-too-small = { $answer } ist zu wenig, mindestens { $limit }.
answer-too-small-remedy = Bitte die Zahl prüfen.
answer-too-great = { $answer } ist zu viel, höchstens { $limit }.
answer-too-great-remedy = Bitte die Zahl prüfen.
answer-too-long = { $count } Zeichen sind zu viele, höchstens { $max }.
answer-too-long-remedy = Bitte kürzen.
answer-too-few = Zu wenige Einträge: { $count } statt mindestens { $min }.
answer-too-few-remedy = Bitte ergänzen.
answer-too-many = Zu viele Einträge: { $count } statt höchstens { $max }.
answer-too-many-remedy = Bitte einige streichen.
answer-none-marked = Bei mehreren Einträgen muss einer gekennzeichnet sein.
answer-none-marked-remedy = Bitte den Schwerpunkt kennzeichnen.
answer-several-marked = { $count } Einträge sind gekennzeichnet; es darf nur einer sein.
answer-several-marked-remedy = Bitte nur den Schwerpunkt kennzeichnen.
answer-character = Das { $position }. Zeichen ({ $shown }) ist in keinem Register erlaubt.
answer-character-remedy = Bitte entfernen oder durch das richtige Zeichen ersetzen.
answer-character-not-here = Das { $position }. Zeichen ({ $shown }) ist in diesem Feld nicht erlaubt.
answer-character-not-here-remedy = Bitte entfernen oder ausschreiben.
answer-not-email = „{ $answer }“ ist keine E-Mail-Adresse.
answer-not-email-remedy = Zum Beispiel name@beispiel.de.
answer-not-phone = „{ $answer }“ ist keine Telefonnummer.
answer-not-phone-remedy = Nur Ziffern, Leerzeichen und + - / ( ).
answer-not-country = „{ $answer }“ ist kein Staat und keine Staatsangehörigkeit, die bekannt ist.
answer-not-country-remedy = Zum Beispiel Slowakei, slowakisch oder SK.
answer-not-wz = „{ $answer }“ steht nicht in der Klassifikation der Wirtschaftszweige.
answer-not-wz-remedy = Bitte über die Beschreibung suchen oder leer lassen.
answer-not-file = „{ $answer }“ ist kein Anhang dieses Vorgangs.
answer-not-file-remedy = Bitte die Datei anhängen.
answer-date-unreadable = „{ $answer }“ ist kein Datum.
answer-date-unreadable-remedy = Zum Beispiel 24.11.2026 oder 241126.
answer-date-year = Das Jahr in „{ $answer }“ kann nicht stimmen.
answer-date-year-remedy = Bitte das Jahr prüfen; möglich sind 1800 bis 2199.
answer-date-impossible = Den Tag „{ $answer }“ gibt es nicht.
answer-date-impossible-remedy = Bitte Tag und Monat prüfen.
proxy-not-allowed = Diese Leistung lässt nicht zu, dass so jemand anderes erscheint.
proxy-not-allowed-remedy = Die Person muss selbst kommen oder selbst erklären.
document-missing = Ein Nachweis fehlt, ohne den nichts eingereicht werden kann.
document-missing-remedy = Bitte vorlegen lassen und abhaken.
fee-because = Nach Tarif.
fee-town = Betrag der Stadt ({ $key }): { $amount }.
fee-town-missing = Die Stadt hat den Betrag { $key } noch nicht festgelegt.
fee-base = Grundbetrag: { $amount }.
fee-per-piece = { $count } × { $each } = { $amount }.
fee-total = Zusammen: { $amount }.
fee-unconfirmed = Der Betrag ist von der Stadt noch zu bestätigen.
deadline-because = Frist der Leistung.
deadline-land-assumed = Der Gemeindeschlüssel der Stadt fehlt; gerechnet ist mit den Feiertagen von { $land }.
catalogue-not-understood = Das ist nicht zu verstehen: { $message }
catalogue-not-understood-remedy = Bitte mit docs/catalogue.md vergleichen.
catalogue-file-unreadable = Die Datei ist nicht lesbar: { $message }
catalogue-file-unreadable-remedy = Bitte Pfad und Rechte prüfen.
catalogue-file-misnamed = Die Datei muss { $wanted } heißen.
catalogue-file-misnamed-remedy = Bitte umbenennen, oder slug und version berichtigen.
catalogue-validity-unknown = Der Beginn der Gültigkeit ist kein Tag.
catalogue-validity-unknown-remedy = Zum Beispiel valid = {"{"} from = 2026-01-01 {"}"}.
catalogue-validity-ends-first = Die Gültigkeit endet, bevor sie beginnt.
catalogue-validity-ends-first-remedy = Bitte from und to prüfen.
catalogue-validity-gap = Zwischen den Fassungen { $other } und { $version } von { $slug } gilt keine.
catalogue-validity-gap-remedy = Bitte to der älteren oder from der neueren berichtigen.
catalogue-validity-overlap = Die Fassungen { $other } und { $version } von { $slug } gelten zugleich.
catalogue-validity-overlap-remedy = Bitte der älteren ein to geben, am Tag vor dem from der neueren.
catalogue-version-twice = Die Fassung { $version } von { $slug } gibt es zweimal.
catalogue-version-twice-remedy = Bitte eine Datei entfernen.
catalogue-key-twice = Den Leistungsschlüssel { $key } hat schon { $other }.
catalogue-key-twice-remedy = Bitte den Schlüssel prüfen.
catalogue-key-malformed = { $key } ist kein Leistungsschlüssel.
catalogue-key-malformed-remedy = Ein LeiKa-Schlüssel hat 14 Ziffern.
catalogue-example-missing = Das Beispiel [example] fehlt.
catalogue-example-missing-remedy = Bitte gültige Antworten ergänzen; die Prüfungen brauchen sie.
catalogue-translation-missing = Hier fehlt die deutsche oder englische Fassung: { $text }
catalogue-translation-missing-remedy = Bitte de und en angeben.
catalogue-id-missing = Hier fehlt eine id.
catalogue-id-missing-remedy = Bitte ergänzen: kleine Buchstaben und Unterstriche.
catalogue-id-twice = Die id { $id } gibt es hier schon.
catalogue-id-twice-remedy = Bitte eine andere wählen.
catalogue-field-unknown = Ein Feld { $field } gibt es in dieser Datei nicht.
catalogue-field-unknown-remedy = Bitte die Schreibweise prüfen; Teile heißen gruppe.teil.
catalogue-choice-unknown = { $choice } steht bei { $field } nicht zur Auswahl.
catalogue-choice-unknown-remedy = Bitte mit options des Feldes vergleichen.
catalogue-circle = Ob { $field } sichtbar ist, hängt im Kreis von sich selbst ab.
catalogue-circle-remedy = Bitte eine der Bedingungen ändern.
catalogue-type-unknown = Eine Art von Feld namens { $type } gibt es nicht.
catalogue-type-unknown-remedy = Möglich sind die Arten in docs/catalogue.md und die Gruppen in groups.toml.
catalogue-default-unknown = Diese Vorgabe ist nicht zu verstehen: { $default }
catalogue-default-unknown-remedy = Möglich sind ein Wert, today, received und ein Wert der Stadt.
catalogue-condition-shape = Eine Bedingung sagt genau eins: { $written }
catalogue-condition-shape-remedy = Bitte all, any, not oder field mit genau einer Prüfung.
catalogue-moment-unknown = Dieser Zeitpunkt ist nicht zu verstehen: { $written }
catalogue-moment-unknown-remedy = Zum Beispiel 2026-01-01, today-18y, received+14d.
catalogue-list-unknown = Eine Liste { $list } gibt es nicht.
catalogue-list-unknown-remedy = Listen liegen in assets/codes.
catalogue-matrix-unknown = Eine Matrix { $matrix } gibt es nicht.
catalogue-matrix-unknown-remedy = Bitte Name und Jahr prüfen.
catalogue-body-missing = Die empfangende Stelle { $body } der Matrix fehlt.
catalogue-body-missing-remedy = Bitte sagen, wann sie unterrichtet wird; when = false, wenn nie von selbst.
catalogue-body-unknown = Die Stelle { $body } erhält diesen Vordruck nicht.
catalogue-body-unknown-remedy = Bitte mit der Matrix vergleichen.
catalogue-amount-shape = Ein Betrag von { $fee } braucht entweder cents oder town.
catalogue-amount-shape-remedy = Bitte genau eins angeben.
catalogue-paper-shape = Das Papier { $paper } braucht entweder letter oder form.
catalogue-paper-shape-remedy = Bitte genau eins angeben.
catalogue-letter-unknown = Ein Schreiben { $letter } gibt es nicht.
catalogue-letter-unknown-remedy = Bekannte Schreiben stehen in papers.toml.
catalogue-form-unknown = Einen Vordruck { $form } gibt es nicht.
catalogue-form-unknown-remedy = Bekannte Vordrucke stehen in papers.toml.
catalogue-step-unknown = Einen Schritt { $step } gibt es nicht.
catalogue-step-unknown-remedy = Bitte mit den Schritten der Datei vergleichen.
# counter
yes = ja
no = nein
counter-title = Neuer Vorgang
counter-service = Leistung
counter-service-label = Leistung
counter-service-hint = Drei Buchstaben genügen, Enter nimmt die erste: gew, hun, beg, fun.
counter-service-none = Keine Leistung passt. Weniger Buchstaben finden mehr.
counter-parked = Geparkte Entwürfe
counter-nobody-yet = noch ohne Person
counter-resume = Fortsetzen
counter-resume-this = { $service } für { $person } fortsetzen
counter-discard = Verwerfen
counter-discard-this = Entwurf { $service } für { $person } verwerfen
counter-version = Fassung { $version }
counter-person = Person
counter-person-title = Für wen?
counter-person-for = Person
counter-person-label = Name, Geburtsdatum, Straße
counter-person-hint = Zum Beispiel: Nienhaus 140387 Hofstraße. Enter nimmt die erste.
counter-person-none = Niemand gefunden. „Neue Person“ übernimmt, was Sie getippt haben.
counter-person-missing = Zu dieser Leistung gehört eine Person. Bitte suchen oder neu anlegen.
counter-person-new = Neue Person
counter-person-other = andere Person
counter-person-family = Name
counter-person-given = Vornamen
counter-person-birth-date = Geburtsdatum
counter-person-street = Straße
counter-person-house = Nr.
counter-person-postcode = PLZ
counter-person-place = Ort
counter-natural = Person
counter-business = Betrieb
counter-kind = Art
counter-business-name = Name mit Rechtsform
counter-name-missing = Ein Name wird gebraucht.
counter-birth-hint = Unbekannte Teile als 00: 00.00.1990.
counter-new-take = Übernehmen
counter-new-all-the-same = Trotzdem neu anlegen
counter-search-again = zurück zur Suche
counter-similar = Vielleicht schon bekannt. Bitte vergleichen.
counter-similar-take = Diese Person
counter-similar-take-this = { $name } nehmen
counter-appears = Wie erscheint die Person?
counter-seen = Gesehener Ausweis
counter-seen-none = keiner
counter-seen-this = { $paper } gesehen
counter-channel = Eingangsweg
counter-received = Tag des Eingangs
counter-received-why = Warum ein anderer Tag als heute?
counter-received-why-missing = Bitte den Grund nennen, zum Beispiel: lag am Wochenende im Briefkasten.
counter-received-future = Der Eingang kann nicht in der Zukunft liegen.
counter-blocked = Auskunftssperre (§ 51 BMG): Anschrift nicht nennen
counter-blocked-short = Auskunftssperre
counter-change = ändern
counter-change-person = Person ändern
counter-to-form = Weiter zum Formular
counter-sections = Abschnitte
counter-section-complete = vollständig
counter-section-here = geöffnet
counter-section-open = noch offen
counter-next-section = Weiter: { $section }
counter-check-now = Prüfen, unterschreiben, bezahlen
counter-saved = Entwurf gesichert { $time }
counter-add = Weitere Angabe
counter-add-to = Weitere Angabe: { $list }
counter-remove = Entfernen
counter-remove-this = { $item } entfernen
counter-more = Mehr: { $what }
counter-fix = { $fix } übernehmen
counter-law = Rechtsgrundlage
counter-documents = Unterlagen
counter-document-seen = gesehen
counter-document-missing = fehlt
counter-document-not-needed = entfällt
counter-missing = Es fehlt: { $what }
counter-fee = Gebühr
counter-no-fee = Gebührenfrei.
counter-fee-unconfirmed = Betrag von der Stadt zu bestätigen
counter-levies = Durch späteren Bescheid:
counter-deadline = Frist
counter-papers = Es entstehen
counter-receivers = Geht an
counter-place-case = Vorgang
counter-place-appears-as = Wie die Person erscheint
counter-place-person = Person
counter-place-signature = Unterschrift
counter-place-given = Gegeben
counter-place-reason = Grund
counter-place-received-on = Tag des Eingangs
counter-place-received-why = Grund des Tages
counter-place-service = Leistung
counter-stop-check = Prüfen
counter-stop-sign = Unterschreiben
counter-stop-pay = Bezahlen
counter-check-title = Bitte vorlesen: Stimmt alles?
counter-sign-title = Unterschrift
counter-pay-title = Bezahlen
counter-go-on = Weiter
counter-go-back = Zurück
counter-file = Einreichen
counter-filing = Wird eingereicht …
counter-signed = Unterschrift gesehen
counter-sign-what = { $who } unterschreibt den Vordruck.
counter-sign-hint = Leertaste hakt ab, Enter geht weiter.
counter-signature-missing = Ohne Unterschrift geht es nicht weiter. Bitte unterschreiben lassen und abhaken.
counter-how = Zahlungsart
counter-cash = bar
counter-card = Karte
counter-invoice = Rechnung
counter-exempt = befreit
counter-card-hint = Bitte erst am Kartengerät bezahlen lassen, dann einreichen.
counter-invoice-hint = Die Gebühr bleibt offen und steht in der Rechnung.
counter-reason = Grund der Befreiung
counter-reason-missing = Bitte den Grund nennen.
counter-total = Zu zahlen
counter-given = Gegeben
counter-given-hint = Leer heißt: passend bezahlt.
counter-too-little = Es fehlen noch { $rest }.
counter-change-money = Rückgeld
counter-filed = Eingereicht unter
counter-receipt = Quittung
counter-pages = { $count ->
    [one] 1 Seite
   *[other] { $count } Seiten
}
counter-view = Ansehen
counter-view-this = { $paper } ansehen
counter-print = Drucken
counter-print-this = { $paper } drucken
counter-print-all = Alles drucken
counter-no-papers = Es ist kein Schriftstück entstanden.
counter-next-intake = Nächster Vorgang
counter-key-take = nehmen
counter-key-form = zum Formular
counter-key-finish = Prüfen · Unterschreiben · Bezahlen
counter-key-space = ankreuzen, hinzufügen
counter-key-takeover = Aus früherem Vorgang
counter-key-variants = Zeichen wählen
counter-key-park = Parken
counter-earlier-title = Angaben aus einem früheren Vorgang
counter-earlier-none = Für diese Person gibt es keinen früheren Vorgang dieser Leistung.
counter-printed = { $count ->
    [one] 1 Schriftstück an den Drucker gegeben.
   *[other] { $count } Schriftstücke an den Drucker gegeben.
}
counter-no-printer = Es ist kein Drucker eingerichtet. Die Schriftstücke liegen beim Vorgang.
counter-no-answer = Das Programm hat nicht geantwortet.
counter-no-answer-remedy = Die Eingaben sind noch da. Bitte noch einmal versuchen.
found-by-name = Name passt
found-by-birth-date = Geburtsdatum passt
found-by-street = Straße passt
found-by-phonetics = klingt ähnlich
appears-as-in-person = persönlich
appears-as-representative = gesetzliche Vertretung
appears-as-proxy = mit Vollmacht
appears-as-messenger = durch Boten
appears-as-in-writing = schriftlich
identity-paper-personalausweis = Personalausweis
identity-paper-reisepass = Reisepass
identity-paper-aufenthaltstitel = Aufenthaltstitel
identity-paper-persoenlich-bekannt = persönlich bekannt
identity-paper-sonstiges = anderer Nachweis
channel-counter = am Schalter
channel-post = Post
channel-letter-box = Briefkasten
channel-email = E-Mail
channel-portal = Portal
channel-telephone = Telefon

# ui: Anmelden
work-broke-off = Das Programm hat diese Arbeit abgebrochen.
work-broke-off-remedy = Bitte prüfen, ob sie geschehen ist, und sonst noch einmal versuchen.
sign-in-title = Anmelden
sign-in-words = Bitte Anmeldename und PIN eingeben.
sign-in-go = Anmelden
sign-in-first-title = Erster Start
sign-in-first = Hier arbeitet noch niemand. Wer sich jetzt einträgt, wird Administrator und kann alle anderen anlegen.
sign-in-begin = Einrichten
sign-in-login = Anmeldename
sign-in-login-missing = Hier fehlt der Anmeldename.
sign-in-name = Name
sign-in-name-hint = Wie er unter Schreiben steht.
sign-in-pin = PIN
sign-in-again = PIN noch einmal
sign-in-pins-differ = Die beiden PIN sind verschieden. Bitte noch einmal eingeben.

# ui: Vorgänge
cases-title = Vorgänge
cases-lists = Listen
cases-mine = Meine
cases-open = Offen
cases-week = Diese Woche
cases-overdue = Überfällig
cases-to-sign = Zu zeichnen
cases-conflicts = Konflikte
cases-all = Alle
cases-text = Liste eingrenzen: Name, Nummer, Text …
cases-number = Aktenzeichen
cases-service = Leistung
cases-person = Person
cases-stand = Stand
cases-day = Frist
cases-by = Bei
cases-today = heute
cases-more = Weitere zeigen
cases-none = Kein Vorgang gewählt.
cases-open-it = Öffnen
cases-take = Übernehmen
cases-received = Eingegangen { $date }
cases-owes = Noch zu zahlen: { $amount }
cases-timeline = Verlauf
cases-papers = Schriftstücke
cases-pages = { $count ->
    [one] { $count } Seite
   *[other] { $count } Seiten
}
cases-printed = gedruckt
cases-goes-to = Geht an
cases-stand-conflict = Zwei Fassungen
cases-stand-closed = Abgeschlossen
cases-stand-to-sign = Zu zeichnen
cases-stand-missing = Unterlagen fehlen
cases-stand-filed = Eingegangen
cases-stand-decided = Entschieden

# ui: Verlauf eines Vorgangs
event-case-opened = Eingegangen ({ $channel })
event-answers-set = { $count ->
    [one] Eine Angabe eingetragen
   *[other] { $count } Angaben eingetragen
}
event-person-linked = { $name } eingetragen
event-document-received = Nachweis erhalten: { $document }
event-attachment-added = Datei beigefügt: { $name }
event-note-added = Notiz: { $text }
event-call-noted = Telefonnotiz: { $text }
event-assigned = Übernommen von { $name }
event-unassigned = Niemandem mehr zugeteilt
event-follow-up-set = Wiedervorlage am { $date }: { $text }
event-follow-up-done = Wiedervorlage erledigt
event-fee-charged = Gebühr festgesetzt: { $amount }, { $fee }
event-fee-waived = Gebühr nicht erhoben ({ $fee }): { $reason }
event-paid = { $amount } { $how }, Quittung { $receipt }
event-receipt-cancelled = Quittung { $receipt } storniert: { $reason }
event-paper-issued = { $title } ausgestellt
event-printed = { $title } gedruckt, { $copies }-mal auf { $printer }
event-corrected = Angaben berichtigt: { $reason }
event-decided = Entschieden: { $outcome }
event-closed = Abgeschlossen
event-reopened = Wieder aufgenommen: { $reason }
event-erased = Gelöscht nach Ablauf der Frist
event-unknown = Eintrag einer neueren Fassung; bitte das Programm aktualisieren
payment-cash = bar
payment-card = mit Karte
decision-granted = stattgegeben
decision-conditional = mit Auflagen stattgegeben
decision-refused = abgelehnt
decision-withdrawn = zurückgenommen

# ui: Personen
persons-title = Personen
persons-search = Suchen
persons-search-hint = Name, Geburtsdatum, Straße; auch wie man es hört.
persons-type = Bitte einen Namen, ein Geburtsdatum oder eine Straße eingeben.
persons-new = Neu erfassen
persons-new-title = Neue Person
persons-name = Name
persons-birth = Geboren
persons-address = Anschrift
persons-why = Gefunden über
persons-why-name = Name
persons-why-birth-date = Geburtsdatum
persons-why-street = Straße
persons-why-phonetics = ähnlicher Klang
persons-blocked = Auskunftssperre
persons-conflict = Zwei Arbeitsplätze haben Verschiedenes eingetragen: { $field }. Bitte den richtigen Wert speichern.
persons-kind = Art
persons-natural = Mensch
persons-business = Unternehmen
persons-field-kind = Art
persons-field-family = Familienname
persons-field-given = Vornamen
persons-field-birth-name = Geburtsname
persons-field-title = Doktorgrad
persons-field-company = Name mit Rechtsform
persons-field-register = Register und Nummer
persons-field-birth-date = Geburtsdatum
persons-field-birth-place = Geburtsort
persons-field-birth-country = Geburtsstaat (Kürzel)
persons-field-nationalities = Staatsangehörigkeiten (Kürzel, mit ; getrennt)
persons-field-gender = Geschlecht
persons-field-street = Straße
persons-field-house = Hausnummer
persons-field-postcode = Postleitzahl
persons-field-place = Ort
persons-field-phone = Telefon
persons-field-email = E-Mail
persons-field-no-fixed-address = Ohne festen Wohnsitz; die Anschrift sagt, wo Post ankommt
persons-field-blocked = Auskunftssperre (§ 51 BMG): Die Anschrift darf nicht genannt werden
persons-gender-maennlich = männlich
persons-gender-weiblich = weiblich
persons-gender-divers = divers
persons-gender-ohne-angabe = ohne Angabe
persons-alike = { $count ->
    [one] Vielleicht schon erfasst:
   *[other] Vielleicht schon erfasst, { $count } ähnliche:
}
persons-open = Öffnen und ändern
persons-save = Speichern
persons-saved = Gespeichert.
persons-back = Zur Liste
persons-none = Niemand gewählt.
persons-cases-count = { $count ->
    [0] Keine Vorgänge
    [one] Ein Vorgang
   *[other] { $count } Vorgänge
}
persons-open-case = Vorgang { $number } öffnen
# command line
cli-about = Das Bürgeramt am Schalter. Ohne Unterbefehl öffnet sich das Fenster.
cli-demo = Eine ausgedachte Stadt anlegen: Beschäftigte, Personen, Vorgänge, Papiere
cli-setup = Diesen Platz einrichten, mit der ersten Verwalterin oder dem ersten Verwalter; die PIN steht in AMTSSTUBE_PIN
cli-case = Vorgänge
cli-case-new = Einen Vorgang anlegen
cli-case-show = Einen Vorgang zeigen
cli-case-list = Vorgänge auflisten, die neuesten zuerst
cli-case-note = Eine Notiz schreiben
cli-case-assign = Zuweisen; ohne --to niemandem
cli-case-decide = Entscheiden
cli-case-close = Schließen
cli-case-reopen = Wieder öffnen
cli-person = Personen und Betriebe
cli-person-find = Suchen: Name, Klang, Geburtsdatum, Straße
cli-search = Alles durchsuchen
cli-paper = Papiere eines Vorgangs
cli-paper-list = Auflisten
cli-paper-issue = Ein weiteres Papier ausgeben
cli-paper-save = Als PDF speichern; eine vorhandene Datei bleibt, wie sie ist
cli-paper-print = Drucken
cli-cash = Kasse
cli-cash-receipt = Nehmen, was der Vorgang schuldet, und quittieren
cli-cash-cancel = Eine Quittung stornieren
cli-cash-journal = Die Quittungen eines Tages
cli-deadline = Wann eine Frist endet, und warum
cli-catalogue = Leistungen
cli-catalogue-list = Auflisten
cli-catalogue-example = Beispielantworten, wie case new sie nimmt
cli-catalogue-check = Dateien mit Leistungen prüfen
cli-verify = Kette, Tabellen, Papiere und Nummern prüfen
cli-arg-data = Datenordner
cli-arg-key-file = Datei mit dem Schlüssel oder der Passphrase (sonst AMTSSTUBE_KEY oder der Schlüsselbund)
cli-arg-json = JSON für Skripte
cli-arg-as = Anmeldename; die PIN steht in AMTSSTUBE_PIN
cli-arg-cases = Anzahl der Vorgänge
cli-arg-seed = Gleiche Zahl, gleiche Stadt
cli-arg-login = Anmeldename
cli-arg-name = Name, wie er unter Schreiben steht
cli-arg-text = Text
cli-arg-limit = Höchstens so viele
cli-arg-case = Vorgang: Nummer oder Kennung
cli-arg-service = Leistung, siehe catalogue list
cli-arg-answers = JSON-Datei mit den Antworten, siehe catalogue example
cli-arg-attach = Datei als Anlage
cli-arg-received-on = Tag des Eingangs, wenn nicht heute
cli-arg-why = Warum nicht heute
cli-arg-channel = Weg des Eingangs
cli-arg-pay = Gebühr: later, card, cash:26,00, exempt:GRUND
cli-arg-seen = Gesehene Unterlage, nach ihrer Kennung
cli-arg-signed = Die Unterschrift wurde gesehen
cli-arg-call = Die Notiz ist ein Anruf
cli-arg-to = Anmeldename
cli-arg-outcome = Entscheidung
cli-arg-reason = Grund
cli-arg-kind = Art
cli-arg-paper = Papier: Kennung oder Art
cli-arg-out = Datei, die entsteht
cli-arg-printer = Drucker; sonst der voreingestellte
cli-arg-copies = Anzahl
cli-arg-cash = Gegebenes Bargeld; ohne Betrag genau das Geschuldete
cli-arg-card = Mit Karte bezahlt
cli-arg-receipt = Quittungsnummer
cli-arg-day = Tag; sonst heute
cli-arg-event = Maßgebender Tag
cli-arg-days = Tage
cli-arg-weeks = Wochen
cli-arg-months = Monate
cli-arg-years = Jahre
cli-arg-land = Land, zum Beispiel NW
cli-arg-posted = Der Tag ist der Tag, an dem das Schreiben zur Post ging
cli-arg-regime = Bekanntgabe nach VwVfG oder AO
cli-arg-file = Datei
cli-fix = Vorschlag: { $fix }
cli-demo-made = Demostadt mit { $cases } Vorgängen angelegt: { $folder }
cli-demo-papers = Papiere haben die letzten { $papers } Vorgänge.
cli-demo-users = Anmelden mit --as und AMTSSTUBE_PIN={ $pin }:
cli-setup-made = Eingerichtet. Als Nächstes legt { $name } die anderen Beschäftigten an.
cli-verify-clean = Kette, Tabellen, Papiere und Nummern stimmen.
cli-case-filed = Vorgang { $number } angelegt
cli-case-changed = Vorgang { $number }: erledigt
cli-state-filed = eingegangen
cli-state-decided = entschieden
cli-state-closed = geschlossen
cli-owes = Offen: { $owed }
cli-receipt = Quittung { $number }
cli-receipt-cancelled = Quittung { $number } storniert
cli-catalogue-clean = Ohne Fehler
ags-form = „{ $ags }“ ist kein Gemeindeschlüssel.
ags-form-remedy = Bitte acht Ziffern angeben.
answer-disputed = Zwei Plätze haben hier Verschiedenes eingetragen.
answer-disputed-remedy = Bitte zuerst berichtigen, was gilt.
answer-forbidden-character = Das Zeichen „{ $character }“ an Stelle { $position } ist in Namen und Texten nicht erlaubt.
answer-forbidden-character-remedy = Bitte mit Buchstaben nach DIN 91379 schreiben.
answers-unreadable = Die Datei mit den Antworten lässt sich nicht lesen: { $why }
answers-unreadable-remedy = Bitte Pfad und Rechte prüfen.
answers-no-json = Die Datei mit den Antworten ist kein JSON: { $why }
answers-no-json-remedy = Bitte von catalogue example ausgehen.
answers-no-object = Die Datei mit den Antworten enthält kein Objekt aus Feldern und Antworten.
answers-no-object-remedy = Bitte von catalogue example ausgehen.
answers-documents-form = „_documents“ ist keine Liste von Kennungen: { $why }
answers-documents-form-remedy = Zum Beispiel ["ausweis"].
case-already-closed = Der Vorgang ist schon geschlossen.
case-already-closed-remedy = Bitte zuerst wieder öffnen.
case-already-decided = Der Vorgang ist schon entschieden.
case-already-decided-remedy = Bitte die Entscheidung im Vorgang ansehen.
case-already-open = Diesen Vorgang gibt es schon.
case-already-open-remedy = Bitte den vorhandenen Vorgang öffnen.
case-not-assessed = Der Vorgang wurde vor dem Ablegen nicht geprüft.
case-not-assessed-remedy = Bitte noch einmal versuchen und den Fehler melden.
case-not-closed = Der Vorgang ist nicht geschlossen.
case-not-closed-remedy = Es ist nichts zu öffnen.
case-owes = Der Vorgang hat noch offene Gebühren.
case-owes-remedy = Bitte zuerst kassieren oder die Befreiung begründen.
case-unknown = Diesen Vorgang gibt es hier nicht.
case-unknown-remedy = Bitte Nummer und eigene Zuständigkeit prüfen.
charge-not-owed = Diese Gebühr ist nicht offen.
charge-not-owed-remedy = Bitte die Kasse des Vorgangs neu laden.
copies-range = Gedruckt werden 1 bis { $most } Stück.
copies-range-remedy = Bitte eine Anzahl in diesem Bereich angeben.
deadline-out-of-range = Die Frist endet außerhalb der Jahre 1583 bis 9999.
deadline-out-of-range-remedy = Bitte Tag und Anzahl prüfen.
demo-data-broken = Die Namen der Demostadt lassen sich nicht lesen.
demo-data-broken-remedy = Bitte den Fehler melden.
document-unknown = Eine Unterlage „{ $document }“ kennt die Leistung nicht.
document-unknown-remedy = Bitte die Kennungen aus catalogue example nehmen.
file-failed = Mit der Datei { $path } ging es nicht: { $why }
file-failed-remedy = Bitte Pfad, Rechte und Platz prüfen; eine vorhandene Datei wird nicht überschrieben.
file-too-large = Die Datei ist zu groß.
file-too-large-remedy = Bitte höchstens 25 MB anhängen.
follow-up-in-past = Der { $date } liegt schon zurück.
follow-up-in-past-remedy = Bitte einen Tag ab heute angeben.
follow-up-unknown = Diese Wiedervorlage ist nicht offen.
follow-up-unknown-remedy = Bitte den Vorgang neu laden.
given-too-little = Gegeben sind { $given }, zu zahlen sind { $due }.
given-too-little-remedy = Bitte mindestens { $due } nehmen.
land-unknown = Ein Land „{ $land }“ gibt es nicht.
land-unknown-remedy = Zum Beispiel NW, BY, BE.
last-administrator = Eine Person mit Verwaltungsrechten muss bleiben.
last-administrator-remedy = Bitte zuerst jemand anderem die Rolle geben.
login-form = „{ $login }“ geht nicht als Anmeldename.
login-form-remedy = Bitte Buchstaben ohne Umlaute, Ziffern, Punkt und Strich verwenden.
login-taken = Den Anmeldenamen „{ $login }“ gibt es schon.
login-taken-remedy = Bitte einen anderen wählen.
no-home = Es gibt keinen Ordner für die Daten: das Heimatverzeichnis ist unbekannt.
no-home-remedy = Bitte HOME setzen oder --data angeben.
no-randomness = Das Betriebssystem gibt keine Zufallszahlen.
no-randomness-remedy = Es wurde nichts gespeichert. Bitte den Rechner neu starten.
not-allowed = Das darf mit diesen Rollen niemand tun.
not-allowed-remedy = Bitte jemanden mit der passenden Rolle und Zuständigkeit fragen.
not-first-start = Hier arbeitet schon jemand.
not-first-start-remedy = Neue Beschäftigte legt die Verwaltung an.
nothing-corrected = Es ist nichts anders als vorher.
nothing-corrected-remedy = Bitte das Feld ändern, das falsch ist.
nothing-to-pay = Hier ist nichts zu zahlen.
nothing-to-pay-remedy = Bitte prüfen, ob schon quittiert wurde.
paid-other-than-owed = Zu zahlen sind { $owed }, nicht { $paid }.
paid-other-than-owed-remedy = Bitte genau das Offene quittieren.
paper-kind-unknown = Ein Papier „{ $kind }“ gibt es bei diesem Vorgang nicht.
paper-kind-unknown-remedy = Bitte die Art des Papiers prüfen.
paper-unknown = Dieses Papier gibt es hier nicht.
paper-unknown-remedy = Bitte die Papiere des Vorgangs auflisten.
paper-without-receipt = Ohne Quittung gibt es diesen Beleg nicht.
paper-without-receipt-remedy = Bitte zuerst kassieren.
pay-form = „{ $value }“ ist keine Zahlweise und kein Betrag.
pay-form-remedy = Zum Beispiel later, card, cash:26,00 oder exempt:Grund; ein Betrag als 26,00.
person-missing = Es fehlt, für wen der Antrag ist.
person-missing-remedy = Bitte eine Person suchen oder neu eintragen.
person-name-missing = Der Name fehlt.
person-name-missing-remedy = Bitte Familien- oder Vornamen angeben.
person-unknown = Diese Person gibt es hier nicht.
person-unknown-remedy = Bitte noch einmal suchen.
pin-missing = Die PIN fehlt.
pin-missing-remedy = Bitte AMTSSTUBE_PIN setzen.
pin-not-hashed = Die PIN lässt sich nicht ablegen.
pin-not-hashed-remedy = Bitte eine andere PIN versuchen.
pin-too-short = Die PIN ist zu kurz.
pin-too-short-remedy = Bitte mindestens { $length } Zeichen wählen.
printer-none = Hier ist kein Drucker eingerichtet.
printer-none-remedy = Bitte einen Drucker einrichten oder mit paper save speichern.
receipt-already-cancelled = Die Quittung { $receipt } ist schon storniert.
receipt-already-cancelled-remedy = Es ist nichts mehr zu tun.
receipt-unknown = Die Quittung { $receipt } gibt es hier nicht.
receipt-unknown-remedy = Bitte die Nummer prüfen.
received-in-future = Der { $date } liegt in der Zukunft.
received-in-future-remedy = Bitte den Tag angeben, an dem es eingegangen ist.
received-why-missing = Eingegangen am { $date }, also nicht heute: der Grund fehlt.
received-why-missing-remedy = Bitte angeben, warum, zum Beispiel: lag im Briefkasten.
service-unknown = Diese Leistung gibt es nicht.
service-unknown-remedy = Bitte die Leistungen auflisten.
sign-in-needed = Dafür muss jemand angemeldet sein.
sign-in-needed-remedy = Bitte --as und AMTSSTUBE_PIN angeben.
sign-in-wait = Zu viele falsche Versuche; weiter geht es in { $seconds } Sekunden.
sign-in-wait-remedy = Bitte so lange warten.
sign-in-wrong = Anmeldename oder PIN stimmt nicht.
sign-in-wrong-remedy = Bitte beides prüfen; die Verwaltung kann eine neue PIN setzen.
signature-missing = Die Unterschrift fehlt.
signature-missing-remedy = Bitte unterschreiben lassen und bestätigen.
text-missing = Der Text fehlt.
text-missing-remedy = Bitte etwas angeben.
town-cents-form = „{ $value }“ ist kein Betrag in Cent.
town-cents-form-remedy = Bitte eine ganze Zahl angeben, für 66 Euro 6600.
user-name-missing = Der Name fehlt.
user-name-missing-remedy = Bitte den Namen angeben, wie er unter Schreiben steht.
user-unknown = Diese Person arbeitet hier nicht.
user-unknown-remedy = Bitte den Anmeldenamen prüfen.
counter-no-printer-remedy = Bitte als PDF speichern oder einen Drucker einrichten.


# ui: ein Vorgang
case-loading = Der Vorgang wird geholt.
case-done = Erledigt.
case-nobody = niemand
case-received = Eingang
case-status-code = Abfragecode
case-filing-plan = Aktenplan
case-decided = Entschieden am { $date }: { $outcome }
case-note = Notiz
case-note-title = Notiz
case-note-save = Notieren
case-note-call = Telefongespräch
case-follow-up = Wiedervorlage
case-follow-up-set = Vormerken
case-follow-up-day = Am
case-follow-up-text = Woran ist zu denken?
case-decide = Entscheiden
case-decide-go = Entscheiden
case-outcome = Entscheidung
case-reasons = Begründung (§ 39 VwVfG)
case-reason = Grund
case-close-title = Vorgang abschließen
case-close-it = Abschließen
case-close-reason = Vermerk (freiwillig)
case-reopen = Wieder aufnehmen
case-back = Zur Liste
case-paper = Schriftstück
case-issued = Vom
case-extent = Umfang
case-copies = Exemplare
case-printed = { $count }-mal gedruckt
case-not-printed = nicht gedruckt
case-look = Ansehen
case-print = Drucken
case-save = Speichern unter
case-issue = Weiteres Schriftstück
case-issue-title = Schriftstück ausstellen
case-issue-which = Welches
case-issue-go = Ausstellen
case-printer = Drucker
case-printers-none = Auf diesem Rechner ist kein Drucker eingerichtet. Das Schriftstück lässt sich speichern.
case-no-printer = Es ist kein Drucker gewählt.
case-print-failed = Der Drucker { $printer } hat nichts angenommen: { $why }
case-print-failed-remedy = Bitte den Drucker prüfen und noch einmal drucken.
case-save-title = Schriftstück speichern
case-save-path = Datei
case-save-hint = Eine vorhandene Datei wird nicht überschrieben.
case-save-go = Speichern
case-page-of = Seite { $page } von { $pages }
case-page-before = Zurück
case-page-next = Weiter
case-page-drawn = Die Seite wird gezeichnet.
case-key-page = Bild ↑ ↓
case-key-turn = blättern
case-documents = Nachweise
case-document-there = liegt vor { $date }
case-document-missing = fehlt
case-document-tick = Als erhalten eintragen
case-money = Gebühren
case-waived = nicht erhoben: { $reason }
case-paid = bezahlt
case-owed = offen
case-receipt = Quittung { $number }: { $amount } { $how } am { $date }
case-cancelled = storniert: { $reason }
case-cancel = Stornieren
case-cancel-title = Quittung { $number } stornieren
case-cancel-go = Stornieren
case-pay = { $amount } bezahlen
case-pay-title = Bezahlen
case-pay-go = Buchen
case-pay-how = Zahlungsart
case-pay-cash = bar
case-pay-card = Karte
case-pay-exempt = nicht erheben
case-pay-given = Gegeben
case-pay-given-hint = Leer: genau der Betrag.
case-pay-change = Zurück: { $amount }
case-reminders = Wiedervorlagen
case-reminder-done = Erledigt
case-persons = Beteiligte
case-applicant = Antragstellung
case-answers = Angaben
