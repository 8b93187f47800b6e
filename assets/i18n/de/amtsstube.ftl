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
top-lock-this = Sperren: { $user }
region-top = Kopfzeile
region-left = Linke Spalte
region-middle = Mitte
region-right = Rechte Spalte

## Tasten: wie sie auf der Tastatur heißen, und was sie überall tun

key-ctrl = Strg
key-shift = Umschalt
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-space = Leertaste
key-up-down = ↑ ↓
key-next-field = nächstes Feld
key-next-column = nächste Spalte
key-help = Hilfe
key-column-before = vorige Spalte
key-next-stop = weiter
key-stop-before = zurück
key-search-all = alles durchsuchen
key-variants = andere Zeichen für den Buchstaben davor
key-lock = Platz sperren
key-as-large-as-usual = übliche Größe
key-pages = Bild ↑ ↓, ↑ ↓
key-turn = blättern, wo kein Feld die Taste braucht
key-press-it = drücken, ankreuzen, Liste öffnen
key-open-list-keys = Alt+↓
key-open-list = Liste eines Feldes öffnen
key-choose = wählen
key-open = öffnen
key-search = suchen

## Hilfe: was man auf einem Bild tut, und welche Tasten es gibt

help = Hilfe
help-title = Hilfe: { $screen }
help-field = Dieses Feld
help-keys-here = Tasten auf diesem Bild
help-keys-everywhere = Tasten überall
help-window = Alles geht mit der Tastatur; unten steht, welche Tasten gerade gelten.
help-begin = Hier ist noch nichts eingerichtet. Ein weiterer Platz einer Stadt braucht Adresse und Code vom Kreis; mit der Sicherung eines anderen Platzes muss er nicht alles über die Leitung holen. Der erste Platz einer Stadt beginnt ohne beides.
help-sign-in = Mit Anmeldename und PIN beginnt die Arbeit. Nach einer falschen PIN wartet der Platz, jedes Mal länger. Wer die PIN vergessen hat, bekommt von der Verwaltung eine neue.
updating-title = Datenbank auf den neuen Stand bringen
updating-words = Eine neue Fassung des Programms liest den Verlauf einmal ganz neu. Daten ändert sie dabei keine. Das Fenster darf geschlossen werden; beim nächsten Öffnen beginnt es von vorn.
updating-done = { $done } von { $of }
updating-begins = Es beginnt …
updating-again = Noch einmal versuchen
help-updating = Nach einer Aktualisierung wird aus dem Verlauf neu gelesen, was die Listen zeigen. Danach kommt die Anmeldung von selbst.
help-counter-start = Drei Buchstaben der Leistung genügen, Enter nimmt die oberste. Geparkte Entwürfe stehen darunter und warten, bis sie fertig oder verworfen sind.
help-counter-person = Zuerst suchen, dann eintragen: Name, Geburtsdatum oder Straße genügen, auch nach dem Klang. Ist die Person neu, zeigt das Programm vor dem Eintragen, wer ihr gleicht. Danach kommt, wie sie erscheint, was gesehen wurde und wann es einging. Esc geht einen Schritt zurück: aus der neuen Person zur Suche, von dort zu den Leistungen; was eingetragen ist, bleibt als Entwurf.
help-counter-form = Enter geht ins nächste Feld. Was nicht stimmt, steht unter dem Feld und oben im Streifen; ein Hinweis hält nicht auf. Rechts stehen Rechtsgrundlage, Unterlagen, Gebühr und Frist zu dem, was bisher eingetragen ist. Der Entwurf sichert sich selbst. Esc schließt eine offene Liste, sonst geht es zurück zur Person; nichts Eingetragenes geht verloren.
help-counter-stops = Vorlesen, unterschreiben lassen, bezahlen: Strg+Enter geht weiter, Esc einen Schritt zurück. Erst der letzte Schritt legt den Vorgang mit Nummer, Quittung und Schriftstücken an.
help-counter-done = Der Vorgang ist angelegt und bleibt so in der Akte. Hier werden die Schriftstücke gedruckt; Enter beginnt mit der nächsten Person.
help-cases = Oben die Listen mit ihren Zahlen, darunter die Vorgänge. Pfeile wählen, Enter öffnet. Ein Druck auf einen Spaltentitel sortiert, das Feld darüber schränkt ein. Strg+P zeigt die Liste, wie sie gedruckt wird; noch einmal Strg+P druckt sie. „WV“ in der Spalte Frist: Davor liegt eine Wiedervorlage; maßgeblich bleibt der genannte Tag.
help-case = Alles zu einem Vorgang: Schriftstücke, Unterlagen, Geld, Personen, Angaben und was geschah. Nichts davon wird überschrieben; jede Änderung kommt im Verlauf dazu. Eine begonnene Berichtigung sichert sich selbst; Esc verlässt sie, „Berichtigung fortsetzen“ geht weiter. Worüber der Kreis entscheidet, gibt Strg+G an ihn ab; wer den Vorgang dann hat, seit wann und warum, steht oben. Zum Verfahren, was fehlt, wer gehört wurde, wer entscheidet, geht es mit Strg+K; Tab geht weiter zu dem, was zu tun ist. Strg+J nimmt eine bekanntgegebene Entscheidung zurück oder widerruft sie: Der Dialog nennt die Paragraphen, rechnet die Jahresfrist aus und sagt, welche Schriftstücke schon gedruckt sind; was begünstigt, braucht vorher eine Anhörung.
help-paper = Das Schriftstück, wie es gedruckt wird. Bild auf und ab blättern, Plus und Minus ändern die Größe, Strg+Plus und Strg+Minus in Schritten von 10 %, Strg+0 zeigt es wie am Anfang. Im Feld daneben geht jede Größe.
help-prints = Was gedruckt ist, wartet oder nicht herauskam, das Neueste oben. Ein Auftrag, der nicht herauskam, beginnt neu oder an einem anderen Drucker; das Schriftstück bleibt dasselbe. Mit Strg+O wird geprüft, ob eine PDF-Datei ein hier ausgegebenes Schriftstück ist. Auch Tagesabschlüsse stehen hier, für die, die gezählt haben.
help-inbox = Gewerbeanzeigen, die das Portal in den Ordner dieses Platzes gelegt hat, die neuesten oben. Enter prüft und nimmt an: daraus wird ein Entwurf am Schalter, mit dem Original als Anlage. Was fehlt, steht rechts; was nicht lesbar ist, sagt warum und in welcher Zeile. Ist daraus ein Vorgang geworden, legt Strg+Enter die Empfangsbescheinigung in den Unterordner antworten; dort holt das Portal sie ab. Dateien werden weder geändert noch gelöscht.
help-lot = Was das Statistische Landesamt von den Gewerbeanzeigen eines Monats noch nicht hat, in einer Datei, spätestens am ersten Werktag des nächsten Monats (§ 3 Abs. 2 GewAnzV). Ältere, die vergessen wurden, stehen mit darin. Enter zeigt, was das Landesamt bekommt; Strg+Enter schreibt die Datei. Erst „Als abgesandt vermerken“ schließt die Meldung ab.
help-persons = Name, Klang, Geburtsdatum oder Straße finden Personen und Betriebe. Pfeile wählen, Enter öffnet.
help-together = Links steht, was zuerst erfasst wurde, rechts das andere; Pfeile wählen, was gilt. Vorgänge und Schriftstücke bleiben, wie sie sind.
help-person = Was hier steht, gilt für künftige Vorgänge; angelegte Vorgänge behalten ihre Angaben. Eine Auskunftssperre (§ 51 BMG) verdeckt die Anschrift überall. Strg+I gibt Auskunft (Art. 15 DSGVO); vorher wird jede Notiz durchgesehen: mitteilen, oder mit Grund zurückhalten; ebenso die gesperrte Anschrift anderer. Wer vielleicht zweimal eingetragen ist, wird vorher genannt.
help-serial = Jeder Vorgang der Liste bekommt ein eigenes Schreiben, mit Anrede und Aktenzeichen. Erst das erste ansehen, dann alle ausgeben; Esc hält an, und ein Lauf, der nicht zu Ende kam, geht mit dem Rest weiter.
help-kreis = Ob der Dienst des Kreises antwortet und was noch zu ihm muss. Haben zwei Plätze Verschiedenes eingetragen, stehen beide Fassungen hier, und die Ziffer am Knopf wählt; bis eine gilt, gibt es dazu kein Papier und keinen Bescheid. Unter Abgaben liegt, was von anderen Ämtern kam oder zu ihnen unterwegs ist: Enter nimmt an, Strg+O öffnet eine Datei vom Stick; was sich nicht öffnen lässt, sagt warum.
help-settings = Die Werte der Kommune stehen in Briefköpfen, Belehrungen und Gebühren. Unter „Mitarbeitende“ bekommt jede Person ihre Rollen; ohne Rolle darf niemand etwas.
help-workshop = Ein Paket oder eine Leistung, die jemand mit einem Editor schreibt, so wie der Schalter sie zeigen wird: Formular mit dem Beispiel, Gebühr, Fristen, Schriftstücke. Wird eine Datei gesichert, steht es nach einer Sekunde hier. „Unterschied“ sagt, was eine Fassung anders macht; Strg+N geht von Fehler zu Fehler. Hier wird nichts übernommen und nichts geschrieben.
help-appearance = Farben, Sprache und Größe gelten sofort, und das nächste Mal auch.

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
page-zoom = Größe in Prozent
key-by-ten = um 10 %
page-zoom-range = Bitte eine Zahl von { $least } bis { $most } eingeben.

## Problem: Eingaben, die ein Bedienteil selbst erkennt

problem-date = Das ist kein Datum. Zum Beispiel 24.11.2026 oder 241126.
problem-date-future = Der { $date } liegt in der Zukunft. Bitte einen Tag bis heute angeben.
problem-amount = Das ist kein Betrag. Zum Beispiel 26 oder 26,50.
problem-number = Das ist keine ganze Zahl.

## Fristen: die Schritte, die ein Datum erklären. $date, $from und $before kommen ausgeschrieben
deadline-event = Maßgebend ist der { $date }; dieser Tag zählt nicht mit.
deadline-beginning = Die Zeit beginnt mit dem { $date }; dieser Tag zählt mit.
deadline-posted = Zur Post gegeben am { $date }.
deadline-notified = Bekannt gegeben gilt das Schreiben am { $days }. Tag danach: { $date }.
tax-goes-by-ao = Für Steuern und Abgaben der Kommune gilt die Abgabenordnung entsprechend, soweit das Recht des Landes auf sie verweist.
deadline-notified-open = Ob auch das Recht des Landes ({ $land }) schon den vierten Tag nennt, ist hier nicht gelesen und von der Stadt zu bestätigen. Gilt dort noch der dritte, ist die Bekanntgabe einen Tag früher, und das Ende womöglich auch.
deadline-notified-stays = Dass dies ein Samstag, Sonntag oder Feiertag ist, ändert daran nichts: { $date }.
deadline-day = Ein Tag ab { $from }: { $date }.
deadline-days = { $value ->
    [one] 1 Tag
   *[other] { $value } Tage
} ab { $from }: { $date }.
deadline-week = Eine Woche ab { $from }, bis zum gleichen Wochentag: { $date }.
deadline-weeks = { $value ->
    [one] 1 Woche
   *[other] { $value } Wochen
} ab { $from }, bis zum gleichen Wochentag: { $date }.
deadline-month = Ein Monat ab { $from }: { $date }.
deadline-months = { $value ->
    [one] 1 Monat
   *[other] { $value } Monate
} ab { $from }: { $date }.
deadline-year = Ein Jahr ab { $from }: { $date }.
deadline-years = { $value ->
    [one] 1 Jahr
   *[other] { $value } Jahre
} ab { $from }: { $date }.
deadline-back-day = Ein Tag vor dem { $from }: { $date }.
deadline-back-days = { $value ->
    [one] 1 Tag
   *[other] { $value } Tage
} vor dem { $from }: { $date }.
deadline-back-week = Eine Woche vor dem { $from }: { $date }.
deadline-back-weeks = { $value ->
    [one] 1 Woche
   *[other] { $value } Wochen
} vor dem { $from }: { $date }.
deadline-back-month = Ein Monat vor dem { $from }: { $date }.
deadline-back-months = { $value ->
    [one] 1 Monat
   *[other] { $value } Monate
} vor dem { $from }: { $date }.
deadline-back-year = Ein Jahr vor dem { $from }: { $date }.
deadline-back-years = { $value ->
    [one] 1 Jahr
   *[other] { $value } Jahre
} vor dem { $from }: { $date }.
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
deadline-stays-zeitraum-bgb = Zu erklären oder zu leisten ist an diesem Tag nichts, darum verschiebt § 193 BGB das Ende nicht: { $date }.
deadline-stays-termin = Ein gesetzter Termin gilt auch am Samstag, Sonntag oder Feiertag: { $date }.
deadline-stays-rueckwaerts = Rückwärts gerechnet verschiebt sich der { $date } nicht; der letzte Arbeitstag davor ist der { $before }.
deadline-result = Ende: { $date }, 24 Uhr.
procedure-answer-weeks = { $weeks ->
    [one] 1 Woche
   *[other] { $weeks } Wochen
} zur Antwort, gezählt ab dem Tag, an dem das Schreiben als bekanntgegeben gilt
procedure-weeks-unconfirmed = Wie viele Wochen es sind, ist von der Kommune zu bestätigen.
notified-moved-unconfirmed = Dass sich der Tag der Bekanntgabe hier verschiebt, folgt aus der Rechtsprechung und ist von der Kommune zu bestätigen.
delivery-unconfirmed = Die Vorschrift über die Zustellung ist von der Kommune zu bestätigen.
delivery-unnamed = Nach welcher Vorschrift in { $land } zugestellt wird, ist hier nicht bekannt: Bitte unter Verwaltung, Kommune eintragen.
procedure-answer-chosen = Frei gewählt: { $date }
remedy-action = Klage innerhalb eines Monats nach der Bekanntgabe
remedy-objection = Widerspruch innerhalb eines Monats nach der Bekanntgabe
remedy-after-objection = Klage innerhalb eines Monats nach der Zustellung des Widerspruchsbescheids
ruling-counts = Als Frist des Gerichtsverfahrens zählt sie nach der Zivilprozessordnung und dem Bürgerlichen Gesetzbuch
ruling-unserved = Nicht förmlich zugestellt: Ob die Frist so läuft, ist offen; geheilt wird das frühestens mit dem nachgewiesenen Zugang (§ 8 VwZG)
remedy-without-notice = Ohne Rechtsbehelfsbelehrung gilt ein Jahr
remedy-failure-to-act = Wegen Untätigkeit kann nicht vor Ablauf von drei Monaten seit dem Antrag geklagt werden, bei besonderen Umständen früher
remedy-failure-objection = Wegen Untätigkeit kann nicht vor Ablauf von drei Monaten seit dem Widerspruch geklagt werden, bei besonderen Umständen früher
remedy-failure-from = Eine Untätigkeitsklage ist zulässig ab { $date }
notified-post = Per Post, aufgegeben am { $date }
notified-arrived = Zugang nachgewiesen am { $date }
notified-arrived-before = Zugegangen am { $date }, vor dem Tag der Bekanntgabe: Der bleibt
notified-hand = Übergeben am { $date }
notified-acknowledged = Empfang bestätigt am { $date }
notified-served = Zugestellt am { $date }

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
paper-identity = Es ist nicht eingetragen, womit sich die Person ausgewiesen hat.
paper-identity-remedy = Bitte bei der Person „Gesehener Ausweis“ wählen (Befehlszeile: --identity).
paper-no-letter = Es gibt kein Schreiben { $letter }.
paper-no-letter-remedy = Bitte die Leistung im Katalog prüfen lassen: Sie nennt ein Schreiben, das fehlt.
paper-no-form = Es gibt keinen Vordruck { $form }.
paper-no-form-remedy = Bitte die Leistung im Katalog prüfen lassen: Sie nennt einen Vordruck, der fehlt.
paper-no-room = { $part ->
    [address] Die Anschrift hat im Anschriftfeld keinen Platz: { $text }
   *[other] Der Text hat an seinem Platz keinen Raum: { $text }
 }
paper-no-room-remedy = Bitte kürzen, bei Anschriften auf höchstens sechs Zeilen.
paper-code-long = { $bytes } Zeichen sind zu viele für einen QR-Code.
paper-code-long-remedy = Bitte den Text kürzen.
paper-unreadable = Diese Datei ist kein lesbares PDF.
paper-unreadable-remedy = Bitte die Datei neu beschaffen.
paper-late = Diese Seite zu zeichnen kommt zu keinem Ende; die Datei ist fehlerhaft oder dafür gemacht.
paper-late-remedy = Bitte die Datei neu beschaffen und Amtsstube bei Gelegenheit neu starten: Bis dahin rechnet es noch an der Seite.
picture-too-large = Das Bild hat { $megapixels } Millionen Punkte; gezeigt werden höchstens { $most }.
picture-too-large-remedy = Bitte speichern und außerhalb öffnen, oder mit geringerer Auflösung scannen.
picture-unreadable = Die Datei ist kein lesbares PNG oder JPEG.
picture-unreadable-remedy = Bitte eine andere Datei nehmen.
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
window-open-already = Das Fenster ist auf diesen Daten schon offen.
window-open-already-remedy = Bitte das offene Fenster benutzen; die Kommandozeile darf daneben schreiben.
store-full = Der Datenträger ist voll.
store-full-remedy = Es wurde nichts gespeichert. Bitte Platz schaffen und noch einmal versuchen.
store-disk = Der Datenträger nimmt gerade nichts auf, oder er ist gestört: { $why }
store-disk-remedy = Es wurde nichts gespeichert. Bitte prüfen, ob noch Platz ist, und noch einmal versuchen.
store-read-only = In diesen Ordner darf nicht geschrieben werden: { $why }
store-read-only-remedy = Es wurde nichts gespeichert. Bitte die Rechte des Ordners prüfen.
store-behind = Diese Datenbank ist nicht die neueste dieses Platzes, deshalb vergibt sie keine Nummern: { $why }
store-behind-remedy = Lesen geht weiter. Bitte die Leitung entscheiden lassen, ob dieser Platz als neuer Platz weiterarbeitet (amtsstube go-on).
store-not-let-in = Dieser Platz hat mit der Sicherung eines anderen begonnen und ist noch nicht beim Kreis angemeldet, deshalb vergibt er keine Nummern.
store-not-let-in-remedy = Lesen geht schon. Bitte mit dem Code des Kreises anmelden: amtsstube enrol ADRESSE CODE
backup-role = Eine Sicherung schreibt die Leitung oder die Verwaltung.
backup-role-remedy = Bitte jemanden mit dieser Rolle darum bitten.
backup-passphrase-short = Die Passphrase der Sicherung ist zu kurz: Wer die Datei findet, kann beliebig oft raten.
backup-passphrase-short-remedy = Bitte mindestens { $length } Zeichen wählen, am besten vier Wörter, und sie getrennt von der Datei aufbewahren.
backup-passphrase-missing = Die Passphrase der Sicherung fehlt.
backup-passphrase-missing-remedy = Bitte AMTSSTUBE_PASSPHRASE setzen oder mit --passphrase-file eine Datei angeben.
backup-passphrase-differs = Die beiden Passphrasen sind verschieden.
backup-passphrase-differs-remedy = Bitte zweimal dieselbe eingeben.
backup-wrong-passphrase = Die Passphrase oder der Wiederherstellungsschlüssel gehört nicht zu dieser Sicherung.
backup-wrong-passphrase-remedy = Bitte die Passphrase eingeben, mit der sie geschrieben wurde, oder den Schlüssel aus dem Tresor.
backup-none = Das ist keine Sicherung dieses Programms.
backup-none-remedy = Bitte die Datei wählen, die „amtsstube backup“ oder die Verwaltung (F8) geschrieben hat.
backup-cut = Der Sicherung fehlt ein Teil: Die Datei ist abgeschnitten.
backup-cut-remedy = Bitte noch einmal kopieren oder eine andere Sicherung nehmen. Hier wurde nichts verändert.
backup-changed = Die Sicherung ist nicht mehr, was geschrieben wurde: Sie ist beschädigt oder verändert.
backup-changed-remedy = Bitte eine andere Sicherung nehmen. Hier wurde nichts verändert.
backup-later = Die Sicherung kommt von einer neueren Version des Programms.
backup-later-remedy = Bitte zuerst das Programm auf diesen Stand bringen.
backup-other-town = Die Sicherung gehört einer anderen Stadt ({ $town }) als der Code.
backup-other-town-remedy = Bitte eine Sicherung eines Platzes derselben Stadt nehmen.
backup-not-enrolled = Der Platz, der diese Sicherung schrieb, war nicht beim Kreis angemeldet; ein neuer Platz kann mit ihr nicht beginnen.
backup-not-enrolled-remedy = Bitte dort erst anmelden, abgleichen und neu sichern, oder ohne --from anmelden.
backup-unsent = Der Platz, der diese Sicherung schrieb, hatte noch nicht alles an den Kreis gesendet; ein neuer Platz kann mit ihr nicht beginnen.
backup-unsent-remedy = Bitte dort abgleichen (amtsstube sync --once), neu sichern und diese Datei nehmen, oder ohne --from anmelden.
backup-stopped = Angehalten; nichts wurde geschrieben.
backup-stopped-remedy = Bitte noch einmal beginnen, wenn Zeit ist.
store-twin = Noch ein Rechner arbeitet als dieser Platz, deshalb vergibt diese Datenbank keine Nummern.
store-twin-remedy = Hier bitte nichts mehr aufnehmen; lesen geht weiter, und es bleibt alles gespeichert. Die Leitung entscheidet: amtsstube go-on, dann beim Kreis einen Code holen und den Rechner als neuen Platz anmelden (amtsstube enrol).
desk-is-newest = Diese Datenbank ist die neueste dieses Platzes.
desk-is-newest-remedy = Hier ist nichts zu entscheiden; sie vergibt Nummern wie immer.
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
serial-title = Serienbrief
serial-none = In dieser Liste steht kein Vorgang, an den geschrieben werden kann.
serial-cases = { $count ->
    [one] An 1 Vorgang
   *[other] An { $count } Vorgänge
}
serial-what = Was geschrieben wird
serial-words = Eigener Text
serial-lacking = Fehlendes Schriftstück: { $paper }
serial-subject = Betreff
serial-text = Text
serial-text-hint = Eine leere Zeile beginnt einen Absatz. Möglich sind: { $known }
serial-print = Gleich drucken, wie zuletzt an diesem Platz
serial-write = { $count ->
    [one] 1 Schreiben ausgeben
   *[other] { $count } Schreiben ausgeben
}
serial-write-key = Ausgeben
serial-sure = { $count ->
    [one] Ein Schreiben wird ausgegeben: „{ $called }“
   *[other] { $count } Schreiben werden ausgegeben: „{ $called }“
}
serial-sure-printed = Gedruckt wird gleich danach.
serial-sure-not-printed = Gedruckt wird noch nichts.
serial-sure-stays = Jedes ist danach ein Schriftstück seines Vorgangs und bleibt in der Akte. Wer unsicher ist, sieht vorher das erste an (Strg+P).
serial-sure-not = Noch nicht
serial-look = Erstes ansehen
serial-first = Erstes Schreiben: { $number }
serial-back = Zur Liste
serial-stop = Anhalten
serial-stops = Wird angehalten
serial-goes = { $done } von { $of } Schreiben
serial-said = { $issued } von { $of } Schreiben ausgegeben
serial-ended = { $issued } von { $of } Schreiben sind ausgegeben
serial-ended-stopped = Angehalten: { $issued } von { $of } Schreiben sind ausgegeben
serial-left-title = Ohne Schreiben
serial-left-number = Vorgang
serial-left-why = Warum
serial-left-hint = Enter öffnet den Vorgang. Ist der Grund behoben, geht der Lauf rechts mit dem Rest weiter.
serial-earlier = Frühere Läufe
serial-earlier-none = Es gibt noch keinen.
serial-earlier-far = { $date }: { $issued } von { $of }
serial-go-on = Mit dem Rest weiter
serial-go-on-with = Mit dem Rest weiter: { $name }
serial-far = { $done } von { $of } Schreiben
serial-done = { $issued } von { $of } Schreiben ausgegeben (Lauf { $run })
serial-stopped = Angehalten: { $issued } von { $of } Schreiben sind ausgegeben. Weiter geht es mit --run { $run }
serial-no-case = Zu diesem Filter gibt es keinen Vorgang.
serial-no-case-remedy = Bitte den Filter ändern.
serial-too-many = Zu diesem Filter gibt es mehr als { $most } Vorgänge.
serial-too-many-remedy = Bitte enger filtern und in mehreren Läufen schreiben.
serial-empty = Betreff oder Text fehlt.
serial-empty-remedy = Bitte beides angeben.
serial-placeholder = Den Platzhalter „{ $name }“ gibt es nicht.
serial-placeholder-remedy = Möglich: { $known }.
serial-paragraphs = Der Text hat mehr als { $most } Absätze.
serial-paragraphs-remedy = Bitte kürzen oder Absätze zusammenfassen.
serial-words-and-kind = Ein Papier der Leistung hat seinen eigenen Text.
serial-words-and-kind-remedy = Bitte entweder eine Art oder Betreff und Text angeben.
serial-run-unknown = Diesen Lauf gibt es nicht, oder jemand anderes hat ihn begonnen: { $run }
serial-run-unknown-remedy = Bitte die Kennung aus paper runs nehmen.
serial-blocked = Zu jemandem in diesem Vorgang besteht eine Auskunftssperre (§ 51 BMG).
serial-blocked-remedy = Bitte einzeln schreiben und übergeben.
serial-nobody = In diesem Vorgang steht niemand, an den geschrieben werden könnte.
serial-nobody-remedy = Bitte im Vorgang eine Person eintragen.
serial-has-it = Dieses Papier hat der Vorgang schon.
serial-has-it-remedy = Es ist nichts zu tun; ein zweites Mal gibt es nur eine Zweitschrift.
serial-long = Der Text ist länger als { $most } Zeichen.
serial-long-remedy = Bitte kürzen.
serial-elsewhere = Dieses Schreiben wurde gerade anderswo ausgegeben.
serial-elsewhere-remedy = Es ist nichts zu tun.
serial-left = Dieses Schreiben ließ sich nicht ausgeben.
serial-left-remedy = Bitte den Vorgang öffnen und nachsehen.
proof-issued = Echt: { $title } zum Vorgang { $number }, ausgegeben am { $date } von { $name }. Die Datei ist Byte für Byte dieses Schriftstück.
proof-issued-by-nobody = Echt: { $title } zum Vorgang { $number }, ausgegeben am { $date }. Die Datei ist Byte für Byte dieses Schriftstück.
proof-issued-signed = Echt: { $title } zum Vorgang { $number }, ausgegeben am { $date } von { $name }. Die Datei ist Byte für Byte dieses Schriftstück, und dahinter steht nur eine elektronische Signatur.
proof-issued-by-nobody-signed = Echt: { $title } zum Vorgang { $number }, ausgegeben am { $date }. Die Datei ist Byte für Byte dieses Schriftstück, und dahinter steht nur eine elektronische Signatur.
proof-signature = Die Signatur umfasst die ganze Datei und passt zu ihr. Das Zertifikat nennt „{ $subject }“, ausgestellt von „{ $issuer }“.
proof-signature-remedy = Ob dem Zertifikat zu trauen ist, sagt das Programm, mit dem die Datei gelesen wird.
proof-signature-not-yet = Zum Zeitpunkt, den die Signatur nennt ({ $stated }), galt das Zertifikat noch nicht: Es gilt erst ab dem { $date }.
proof-signature-not-yet-remedy = Bitte bei der Stelle nachfragen, die signiert hat.
proof-signature-expired = Zum Zeitpunkt, den die Signatur nennt ({ $stated }), war das Zertifikat abgelaufen: Es galt bis zum { $date }.
proof-signature-expired-remedy = Bitte eine Kopie verlangen, die mit einem gültigen Zertifikat signiert ist.
proof-signature-weak = Der Schlüssel ist zu kurz oder von einer Art, mit der hier nicht signiert wird: Eine solche Signatur lässt sich fälschen.
proof-signature-weak-remedy = Bitte eine Kopie verlangen, die mit RSA ab 2048 Bit oder einer elliptischen Kurve ab 256 Bit signiert ist.
proof-signature-usage = Das Zertifikat ist nicht zum Signieren da.
proof-signature-usage-remedy = Bitte eine Kopie verlangen, deren Zertifikat zum Signieren ausgegeben ist.
proof-signature-undated = Das Zertifikat sagt nicht lesbar, von wann bis wann es gilt.
proof-signature-undated-remedy = Bitte bei der Stelle nachfragen, die signiert hat.
proof-copy-saved = Diese signierte Kopie hat { $name } am { $date } gespeichert; so steht es im Vorgang.
proof-copy-unknown = Dass diese signierte Kopie hier gespeichert wurde, ist im Vorgang nicht vermerkt.
proof-copy-unknown-remedy = Sie kann an einem anderen Platz gespeichert sein, der noch nicht abgeglichen ist, oder von jemand anderem signiert. Bitte nachfragen.
proof-signature-claims = Von sich selbst behauptet die Signatur, was niemand geprüft hat: gesetzt am { $stated }, Name „{ $name }“, Grund „{ $reason }“.
proof-signature-broken = Die elektronische Signatur am Ende passt nicht zur Datei.
proof-signature-broken-remedy = Bitte die Datei noch einmal verlangen, wie sie signiert wurde, oder ohne Signatur.
proof-stands = Es gilt: Es wurde weder ersetzt noch aufgehoben.
proof-repeats = Es ist eine Zweitschrift des Schriftstücks vom { $date }.
proof-replaced = Es gilt nicht mehr: Es wurde ersetzt durch { $title } vom { $date }.
proof-replaced-remedy = Bitte das neuere Schriftstück verlangen oder im Vorgang ausdrucken.
proof-void = Es gilt nicht mehr seit { $date }.
proof-void-remedy = Bitte im Vorgang nachsehen, was stattdessen gilt.
proof-falls = Es gilt noch, aber nicht mehr ab dem { $date }: dann wirkt die Rücknahme oder der Widerruf.
proof-falls-remedy = Bitte im Vorgang nachsehen, was davon fällt.
proof-falls-notified = Es gilt noch. Die Rücknahme oder der Widerruf ist geschrieben, aber noch nicht bekanntgegeben ({ LAW("§ 43 VwVfG, § 124 AO") }).
proof-falls-notified-remedy = Bitte im Vorgang nachsehen, ob die Bekanntgabe nur noch nicht eingetragen ist.
proof-cancelled = Die Quittung { $number } wurde storniert.
proof-cancelled-remedy = Bitte nicht als Zahlungsnachweis annehmen.
proof-cancelling-second = Dieses Storno zählt nicht: Die Quittung { $number } hatte schon { $name } am { $date } storniert.
proof-cancelling-second-remedy = Bitte das frühere Storno verlangen; nach diesem hier geht kein Geld zurück.
proof-cancelling-role = Dieses Storno zählt nicht: Wer es eingetragen hat, durfte das in dieser Rolle nicht. Die Quittung { $number } gilt.
proof-cancelling-role-remedy = Ist sie falsch: bitte von Kasse oder Leitung noch einmal stornieren lassen.
proof-cancelling-not-held = Dieses Storno zählt nicht: Wer es eingetragen hat, hatte die Rolle nicht oder nicht mehr. Die Quittung { $number } gilt.
proof-cancelling-not-held-remedy = Ist sie falsch: bitte von Kasse oder Leitung noch einmal stornieren lassen.
proof-cancelling-none = Dieses Storno zählt nicht: Dass die Quittung { $number } storniert wurde, gilt nach dem Verlauf nicht.
proof-cancelling-none-remedy = Bitte im Vorgang nachsehen, was im Verlauf dazu steht.
proof-hidden = Echt: Die Datei ist Byte für Byte ein Schriftstück dieser Behörde. Den Vorgang dürfen Sie nicht einsehen.
proof-hidden-remedy = Ob es noch gilt, sagt, wer den Vorgang einsehen darf.
proof-hidden-signed = Echt: Die Datei ist Byte für Byte ein Schriftstück dieser Behörde, und dahinter steht nur eine elektronische Signatur. Den Vorgang dürfen Sie nicht einsehen.
proof-hidden-signed-remedy = Ob es noch gilt, sagt, wer den Vorgang einsehen darf.
proof-claims = Nicht echt: Die Datei nennt den Vorgang { $number }, ist aber keines seiner ausgegebenen Schriftstücke.
proof-claims-remedy = Bitte nicht als Nachweis annehmen und im Vorgang nachsehen, was wirklich ausgegeben wurde.
proof-like-none = Ein ähnliches Schriftstück gibt es in diesem Vorgang nicht.
proof-added = Sie beginnt mit { $title } vom { $date }; danach wurde etwas angehängt, etwa eine fremde Signatur, eine Notiz oder ausgefüllte Felder.
proof-added-remedy = Bitte die Datei verlangen, wie sie ausgegeben wurde. Was angehängt ist, stammt nicht von dieser Behörde.
proof-bytes = Der lesbare Text gleicht { $title } vom { $date }, die Datei ist aber eine andere: neu gespeichert, umgewandelt, oder an Stellen geändert, die man nicht liest.
proof-bytes-remedy = Bitte die Datei verlangen, wie sie ausgegeben wurde, oder das Schriftstück aus dem Vorgang nehmen.
proof-words = Sie ähnelt { $title } vom { $date }, sagt aber etwas anderes:
proof-only-file = nur in der Datei: { $line }
proof-only-paper = nur im ausgegebenen Schriftstück: { $line }
proof-package = Echt: Mitteilung an { $body } zum Vorgang { $number } vom { $date }. Die Datei ist Byte für Byte die, die diese Stelle bekommt.
proof-package-sent = Sie wurde am { $date } gesendet.
proof-package-waits = Dass sie gesendet wurde, ist nicht vermerkt.
proof-package-newer = Es gibt eine neuere vom { $date }.
proof-withheld = Was im ausgegebenen Schriftstück steht, wird nicht gezeigt: Zu jemandem im Vorgang besteht eine Auskunftssperre (§ 51 BMG).
proof-withheld-remedy = Bitte im Vorgang vergleichen.
proof-foreign = Diese Datei wurde hier nicht ausgegeben, und sie nennt keinen Vorgang, den Sie einsehen dürfen.
proof-foreign-remedy = Das kann ein Schriftstück einer anderen Stelle sein, ein verändertes, oder eines, dessen Akte nach Ablauf der Frist vernichtet ist. Als Nachweis taugt es so nicht.
proof-picture = Das ist ein Bild, etwa ein Scan oder Foto. Ein Bild lässt sich nicht prüfen, auch wenn alles richtig aussieht.
proof-picture-remedy = Bitte die PDF-Datei verlangen, wie sie ausgegeben wurde, oder das Aktenzeichen suchen und mit dem Schriftstück im Vorgang vergleichen.
proof-no-pdf = Die Datei { $path } ist kein PDF.
proof-no-pdf-remedy = Schriftstücke werden als PDF ausgegeben. Bitte die ursprüngliche Datei wählen.
proof-encrypted = Die Datei { $path } ist verschlüsselt oder gegen Änderungen gesperrt.
proof-encrypted-remedy = So wurde hier nichts ausgegeben. Bitte die ursprüngliche Datei verlangen.
proof-broken = Die Datei { $path } ist beschädigt und lässt sich nicht lesen.
proof-broken-remedy = So wurde sie hier nicht ausgegeben. Bitte noch einmal schicken lassen.
proof-too-large = Die Datei { $path } hat mehr als { $megabytes } MB.
proof-too-large-remedy = So groß ist kein Schriftstück dieser Behörde. Bitte die ursprüngliche Datei wählen.
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
verify-number-settled = Eine Nummer ist zweimal vergeben ({ $what }), und die Leitung hat vermerkt: { $reason }
verify-number-settled-remedy = Es ist nichts mehr zu tun.
verify-number-beside = Eine Nummer ist zweimal vergeben ({ $what }), und die Leitung hat in den Vorgängen vermerkt, was geschah.
verify-number-beside-remedy = Es ist nichts mehr zu tun.
work-not-here = Wovon das handelt, ist an diesem Platz noch nicht angekommen oder erst mit einem neueren Programm zu lesen.
work-not-here-remedy = Bitte abgleichen oder Amtsstube aktualisieren und danach vermerken.
answer-no-kreis = Vorgang { $number }: Die Empfangsbescheinigung kann nicht zum Portal, denn dieser Platz gehört zu keinem Kreis.
answer-no-kreis-remedy = Ist der Platz beim Kreis wieder aufgenommen, geht sie von selbst hinaus. Eilt es, bitte drucken und zusenden.
answer-none = Eine Antwort mit diesem Namen, die nicht von selbst hinausgeht, gibt es hier nicht: { $file }
answer-none-remedy = Welche es gibt, sagt amtsstube exchange inbox.
answer-full = Vorgang { $number }: Beim Dienst des Kreises ist für die Empfangsbescheinigung kein Platz; niemand holt die Antworten dort ab.
answer-full-remedy = Bitte beim Kreis anrufen; es wird weiter versucht. Eilt es, die Bescheinigung drucken und zusenden.
answer-too-large = Vorgang { $number }: Die Empfangsbescheinigung ist für den Dienst des Kreises zu groß.
answer-too-large-remedy = Bitte drucken und zusenden.
answer-not-taken = Vorgang { $number }: Der Dienst des Kreises nimmt die Empfangsbescheinigung für das Portal nicht an ({ $word }).
answer-not-taken-remedy = Bitte beim Kreis nachfragen, ob der Dienst aktuell ist; es wird weiter versucht. Eilt es, die Bescheinigung drucken und zusenden.
answers-refused = { $count ->
    [one] Eine Empfangsbescheinigung für ein Portal nimmt der Dienst des Kreises nicht an.
   *[other] { $count } Empfangsbescheinigungen für Portale nimmt der Dienst des Kreises nicht an.
}
answers-refused-remedy = Welche und warum, sagen Posteingang (F3, Strg+O) und amtsstube exchange inbox.
work-own = Das ist eigene Arbeit; eine andere Leitung sieht sie an.
work-own-remedy = Bitte der anderen Leitung Bescheid geben.
work-none = Dazu ist nichts anzusehen, oder es ist schon vermerkt, was geschah.
work-none-remedy = Was anzusehen ist, sagen Kreis (F7) und amtsstube outbox.
work-destroyed = Wovon das handelt, ist nach seiner Frist vernichtet; dazu wird nichts mehr aufgeschrieben.
work-destroyed-remedy = Bitte das Feld leer lassen und nur vermerken, dass es angesehen ist.
number-not-twice = Diese Nummer ist nicht zweimal vergeben, oder es ist schon vermerkt, was geschah.
number-not-twice-remedy = Welche es sind, sagen Kreis (F7) und amtsstube outbox.
verify-receipt-gap = Eine Quittungsnummer fehlt: { $what }
verify-receipt-gap-remedy = Bitte den Kassenbestand prüfen und die Lücke vermerken.
verify-anchor = Die Datenbank ist nicht die neueste dieses Platzes: { $what }
verify-anchor-remedy = Bitte die Leitung entscheiden lassen, ob dieser Platz als neuer Platz weiterarbeitet (amtsstube go-on).
verify-tables = Die Listen stimmen nicht mit den Akten überein: { $what }
verify-tables-remedy = Die Akten selbst sind davon nicht betroffen. Bitte die Listen neu aufbauen lassen.
verify-tables-outdated = Die Listen stammen von einem anderen Katalog.
verify-tables-outdated-remedy = Bitte die Listen neu aufbauen lassen und noch einmal prüfen.

# Kasse: Tagesabschluss
cli-cash-close-day = Die Kasse dieses Platzes zählen und abschließen
cli-cash-closings = Tagesabschlüsse auflisten
cli-cash-print = Das Papier eines Abschlusses drucken
cli-cash-save = Das Papier eines Tagesabschlusses speichern
cli-arg-first-day = Ab diesem Tag (sonst ab dem Monatsersten)
cli-arg-last-day = Bis zu diesem Tag (sonst heute)
cli-arg-csv = Als CSV-Datei für das Finanzverfahren
cli-arg-counted = Gezählte Münzen und Scheine: 50=3 0,20=12; 0 für eine leere Kasse
cli-arg-delivered = Betrag, der zur Bank oder Stadtkasse geht
cli-arg-terminal = Summe laut Abschluss des Kartenterminals
cli-arg-difference = Grund einer Differenz
cli-arg-second = Anmeldename der zweiten Person; ihre PIN steht in AMTSSTUBE_SECOND_PIN
cli-arg-opening = Wechselgeld am Anfang, nur beim ersten Abschluss
cli-arg-since = Ab welchem Tag Belege zählen, nur beim ersten Abschluss (sonst heute)
cli-arg-alone = Ob die Kasse, die dieser Platz weiterführt, an einem anderen Rechner weiterarbeitet und selbst abschließt; nur beim ersten Abschluss
cli-arg-corrects = Den letzten Abschluss mit dieser laufenden Nummer berichtigen
cli-arg-mistake = Grund der Berichtigung
cli-arg-closing = Nummer des Abschlusses: A-T00012
cli-arg-look-till = Nur zeigen, was in der Kasse sein muss
cli-till = Kasse { $till }: Wechselgeld { $opening }, bar { $cash }, Karte { $card }, { $count ->
    [one] 1 Buchung
   *[other] { $count } Buchungen
}. Soll in bar: { $expected }
cli-till-left-out = Frühere Belege, die zu keinem Abschluss gehören: { $left-out }
cli-till-goes-on = Führt die Kasse { $code } weiter: Deren Belege, die in keinem Abschluss stehen, zählen mit (--alone yes: nur die eigenen).
cli-till-alone = Die Belege der Kasse { $code } zählen nicht mit, weil sie an einem anderen Rechner weiterarbeitet (--alone no: doch).
cli-closing = { $number } vom { $date }: Soll { $expected }, gezählt { $counted }, Differenz { $difference }; bleibt { $stays }
count-form = „{ $value }“ ist keine Münze und kein Schein mit einer Stückzahl.
count-form-remedy = Bitte zum Beispiel 50=3 für drei Fünfziger oder 0,20=12 angeben.
count-pieces = „{ $value }“ ist keine Stückzahl.
count-pieces-remedy = Bitte eine ganze Zahl bis { $most } angeben.
count-twice = Diese Münze oder dieser Schein steht zweimal da: { $value }
count-twice-remedy = Bitte die Stücke zusammenzählen.
count-missing = Es fehlt, was gezählt wurde.
count-missing-remedy = Bitte --counted angeben, zum Beispiel --counted 50=3 0,20=12; --counted 0 für eine leere Kasse.
till-amount-form = „{ $value }“ ist kein Betrag in Euro.
till-amount-form-remedy = Bitte zum Beispiel 150 oder 150,50 angeben.
till-difference = Gezählt sind { $counted }, es müssten { $expected } sein: Differenz { $difference }.
till-difference-remedy = Bitte nachzählen; bleibt die Differenz, den Grund angeben.
till-card-difference = Das Kartenterminal sagt { $terminal }, gebucht sind { $card }.
till-card-difference-remedy = Bitte die Kartenbelege vergleichen; bleibt die Abweichung, den Grund angeben.
till-delivered = Abliefern lassen sich höchstens die gezählten { $counted }, nicht { $cents }.
till-delivered-remedy = Bitte den Betrag ändern.
till-opening-known = Das Wechselgeld steht fest: Der letzte Abschluss hat { $opening } in der Kasse gelassen.
till-opening-known-remedy = Bitte weglassen. War der letzte Abschluss falsch, ihn berichtigen.
till-since-known = Ab wann gezählt wird, steht fest: seit dem letzten Abschluss.
till-since-known-remedy = Bitte weglassen.
till-alone-known = Was von der vorigen Kasse mitzählt, steht seit dem ersten Abschluss fest.
till-alone-known-remedy = Bitte weglassen.
till-agree-first = Diese Kasse führt eine andere weiter; was diese zuletzt gebucht und abgeschlossen hat, weiß vielleicht nur der Kreis.
till-agree-first-remedy = Bitte zuerst mit dem Kreis abgleichen (F7), dann abschließen; ohne Verbindung nur das eigene Geld zählen (ankreuzen, dass die andere Kasse weiterarbeitet, oder --alone yes).
till-since-future = Der { $date } liegt in der Zukunft.
till-since-future-remedy = Bitte einen Tag bis heute angeben.
till-opening-negative = Das Wechselgeld kann nicht unter null sein.
till-opening-negative-remedy = Bitte den Betrag angeben, der am Anfang in der Kasse war.
till-opening-missing = Beim ersten Abschluss dieser Kasse fehlt, wie viel Wechselgeld am Anfang darin war.
till-opening-missing-remedy = Bitte den Betrag angeben, auch wenn es 0 war; weiß es niemand, den Grund dazu schreiben.
till-second-missing = Hier zählt eine zweite Person mit.
till-second-missing-remedy = Bitte eine zweite Person mit ihrem Anmeldenamen und ihrer PIN mitzählen lassen.
till-second-same = Die zweite Person muss eine andere sein als die, die abschließt.
till-second-same-remedy = Bitte jemand anderen mitzählen lassen.
till-not-allowed = Kassen und Abschlüsse sehen nur Kasse und Leitung.
till-not-allowed-remedy = Bitte jemanden mit einer dieser Rollen fragen.
closing-unknown = Den Abschluss { $number } gibt es hier nicht.
closing-unknown-remedy = Bitte die Nummer prüfen; cash closings listet alle auf.
closing-not-last = Berichtigen lässt sich nur der letzte Abschluss, Nummer { $last }, nicht { $number }.
closing-not-last-remedy = Bitte den letzten Abschluss berichtigen und den früheren Fehler dort als Grund nennen.
closing-mistake-missing = Es fehlt, was am letzten Abschluss falsch war.
closing-mistake-missing-remedy = Bitte den Grund der Berichtigung angeben.
closing-already = Diese Kasse ist heute um { $time } Uhr abgeschlossen worden ({ $number }), und seitdem wurde nichts gebucht.
closing-already-remedy = War er falsch, bitte berichtigen: mit dem Grund und --corrects { $count }, am Bildschirm mit „Letzten Abschluss berichtigen“.
closing-hidden = Dieser Abschluss nennt Vorgänge, die Sie nicht einsehen dürfen (§ 30 AO).
closing-hidden-remedy = Bitte wenden Sie sich an die Person, die ihn gemacht hat, oder an die Leitung.
closing-gone = Diesen Abschluss gibt es hier nicht.
closing-gone-remedy = Bitte die Liste neu öffnen.
accent-form = „{ $value }“ ist keine Farbe.
accent-form-remedy = Bitte # und sechs Ziffern oder Buchstaben von A bis F angeben, zum Beispiel #7A1F3D; leer heißt schwarz.
accent-light = Die Farbe „{ $value }“ ist zu hell: auf weißem Papier könnten viele den Namen nicht lesen.
accent-light-remedy = Bitte eine dunklere wählen, zum Beispiel #7A1F3D (Kontrast mindestens 4,5 : 1).
weeks-form = Das sind keine Wochen von 1 bis { $most }.
weeks-form-remedy = Bitte eine ganze Zahl eingeben, oder nichts.
yes-no-form = Hier steht „ja“, „nein“ oder nichts.
yes-no-form-remedy = Bitte „ja“ oder „nein“ eingeben, oder das Feld leeren.
yes-form = Hier steht „ja“ oder nichts.
yes-form-remedy = Bitte „ja“ eingeben, oder das Feld leeren.
cash-second-form = Das sagt nicht, ob eine zweite Person mitzählt.
cash-second-form-remedy = Bitte „ja“ angeben; leer heißt nein.
journal-days = Der erste Tag ({ $from }) liegt nach dem letzten ({ $until }).
journal-days-remedy = Bitte die Tage tauschen.
verify-closing-gap = Vor diesem Tagesabschluss fehlt einer: { $what }
verify-closing-gap-remedy = Bitte die Kasse prüfen und die Lücke vermerken.
verify-closing-order = Dieser Tagesabschluss schließt nicht an den vorigen an: { $what }
verify-closing-order-remedy = Bitte die Sicherung vergleichen und die Kasse prüfen.
verify-closing-twice = Was dieser Tagesabschluss von der Kasse übernommen hat, die er weiterführt, hat diese selbst abgeschlossen: { $what }
verify-closing-twice-remedy = Bitte die Sicherung vergleichen und die Kasse prüfen.
verify-closing-sums = Dieser Tagesabschluss zählt anderes, als gebucht ist: { $what }
verify-closing-sums-remedy = Bitte die Belege mit dem Papier des Abschlusses vergleichen.
verify-closing-reason = Diesem Tagesabschluss fehlt der Grund seiner Differenz: { $what }
verify-closing-reason-remedy = Bitte die Kasse prüfen und den Grund vermerken.
certificate-passphrase-missing = Die Passphrase des Zertifikats fehlt.
certificate-passphrase-missing-remedy = Bitte AMTSSTUBE_CERTIFICATE_PASSPHRASE setzen oder mit --passphrase-file eine Datei angeben.
certificate-no-store = { $path } ist keine Datei mit Schlüssel und Zertifikat (PKCS#12, .p12 oder .pfx), oder sie ist beschädigt.
certificate-no-store-remedy = Bitte die Datei nehmen, die die Zertifizierungsstelle ausgegeben hat.
certificate-passphrase = Die Passphrase passt nicht zum Zertifikat { $path }.
certificate-passphrase-remedy = Bitte die Passphrase der Datei prüfen; sie ist eine andere als die des Datenbestands oder einer Sicherung.
certificate-outdated = { $path } ist mit einem veralteten Verfahren verschlüsselt (etwa RC2).
certificate-outdated-remedy = Bitte die Datei mit AES neu ausgeben lassen oder umwandeln: openssl pkcs12 -legacy -in ALT -nodes | openssl pkcs12 -export -out NEU.
certificate-no-key = In { $path } ist kein privater Schlüssel.
certificate-no-key-remedy = Bitte die Datei nehmen, in der Schlüssel und Zertifikat zusammen liegen; mit einem Zertifikat allein lässt sich nicht signieren.
certificate-none = In { $path } ist kein Zertifikat, das zum Schlüssel gehört.
certificate-none-remedy = Bitte Schlüssel und Zertifikat gemeinsam neu in eine Datei ausgeben lassen.
certificate-weak = Der Schlüssel in { $path } ist zu kurz oder von einer Art, die PDF-Programme nicht prüfen.
certificate-weak-remedy = Bitte ein Zertifikat mit RSA ab 2048 Bit oder mit elliptischer Kurve ab 256 Bit (P-256) beantragen.
certificate-usage = Das Zertifikat in { $path } ist nicht zum Signieren da.
certificate-usage-remedy = Bitte ein Zertifikat nehmen, dessen Schlüsselverwendung digitale Signatur oder Nichtabstreitbarkeit nennt.
certificate-not-yet = Das Zertifikat in { $path } gilt erst ab dem { $date }.
certificate-not-yet-remedy = Bitte bis dahin ohne Signatur speichern, oder die Uhr des Rechners prüfen.
certificate-expired = Das Zertifikat in { $path } ist am { $date } abgelaufen.
certificate-expired-remedy = Bitte ein neues Zertifikat beantragen und bis dahin ohne Signatur speichern.
signature-reason = Kopie eines ausgegebenen Schriftstücks
signature-label = Elektronische Signatur
sign-box = elektronisch signiert
sign-certificate = Zertifikatsdatei der Kommune (PKCS#12, .p12 oder .pfx)
sign-certificate-hint = Dieser Platz merkt sich, wo sie liegt.
sign-certificate-missing = Die Zertifikatsdatei ist nicht angegeben.
sign-certificate-missing-remedy = Bitte ihren Pfad eintragen, etwa /media/stick/siegel.p12, oder den Haken bei „elektronisch signiert“ entfernen.
sign-passphrase = Passphrase der Zertifikatsdatei
sign-passphrase-hint = Sie wird jedes Mal gefragt und nirgends gespeichert.
sign-passphrase-missing = Die Passphrase der Zertifikatsdatei fehlt.
sign-passphrase-missing-remedy = Bitte eingeben, oder den Haken bei „elektronisch signiert“ entfernen.
proof-closing = Echt: Tagesabschluss { $number } vom { $date }, abgeschlossen von { $name }. Die Datei ist Byte für Byte dieses Papier.
proof-closing-stands = Er gilt: Er wurde nicht berichtigt.
proof-closing-corrected = Er gilt nicht mehr: Er wurde durch { $number } berichtigt.
proof-closing-corrected-remedy = Bitte den berichtigten Abschluss verlangen.
kreis-act-till-closed = Kasse abgeschlossen
kreis-act-till-witnessed = Kasse mitgezählt
settings-key-accent = Farbe im Briefkopf, zum Beispiel #7A1F3D
settings-key-cash-second = Beim Tagesabschluss zählt eine zweite Person mit: „ja“ verlangt das
settings-black = schwarz
till-title = Kasse { $till }
till-pages = Was gezeigt wird
till-page-open = Seit dem letzten Abschluss { $count }
till-page-journal = Journal
till-page-closings = Abschlüsse
till-sum = Bargeld
till-opening = Wechselgeld am Anfang
till-cash = Bar eingenommen
till-card = Mit Karte
till-terminal-off = Das Kartenterminal weicht ab: { $difference }
till-expected = Soll
till-counted = Gezählt
till-left = Bleibt in der Kasse
till-difference-label = Differenz
till-right = Es stimmt.
till-less = Es fehlt Geld. Bitte nachzählen oder den Grund angeben.
till-more = Es ist zu viel. Bitte nachzählen oder den Grund angeben.
till-strip = Soll { $expected }, gezählt { $counted }, Differenz { $difference }
till-standing = Soll in bar { $expected }, mit Karte { $card }
till-last = Letzter Abschluss { $number }: { $when }, { $by }
till-never = Diese Kasse wurde noch nie abgeschlossen. Frühere Belege, die der erste Abschluss nicht zählt: { $count }
till-count = Kasse zählen
till-count-on = Weiterzählen
till-kept = Das Gezählte bleibt stehen: „Weiterzählen“ geht damit weiter.
till-drop = Gezähltes verwerfen
till-later = Später weiterzählen
till-correct = Letzten Abschluss berichtigen
till-correct-says = Neu gezählt wird, was der Abschluss { $number } gezählt hat. Er bleibt stehen; was danach kam, gehört zum nächsten.
till-key-case = in der Liste: Vorgang öffnen
till-key-paper = in der Liste: Beleg ansehen
till-cancel = Quittung stornieren
back-of = Die Quittung { $receipt } wird storniert. { $way } Die Gebühr ist dann wieder offen.
back-cash = Bitte { $amount } bar aus der Kasse zurückgeben.
back-card = Bitte { $amount } am Kartenterminal auf die Karte zurückbuchen; aus der Kasse geht nichts.
till-cancel-reason = Grund
till-cancelled-bare = Storniert. { $back } Der Stornobeleg ließ sich nicht ausstellen; bitte im Vorgang nachholen (Eingabetaste).
till-cancelled = Storniert. { $back } Der Stornobeleg ist ausgestellt; die Eingabetaste öffnet den Vorgang zum Drucken.
till-close = Abschließen
till-closed = Abgeschlossen: { $number }
till-closing-title = Tagesabschluss { $number }
till-print = Drucken
till-printing = Der Tagesabschluss geht zum Drucker { $printer }.
till-save = Als CSV speichern
till-saved = Gespeichert: { $file }
till-journal-file = Journal { $from } bis { $until }
till-closing-file = Journal { $number }
till-notes = Scheine
till-coins = Münzen
till-delivered-label = Abgeliefert
till-terminal-label = Laut Kartenterminal
till-opening-label = Wechselgeld am Anfang
till-since-label = Belege ab
till-first-says = Erster Abschluss dieser Kasse: Bitte angeben, wie viel Wechselgeld am Anfang darin war. Ohne Tag zählen die Belege von heute; frühere ({ $count }) gehören zu keinem Abschluss.
till-alone-label = Kasse { $code } arbeitet an einem anderen Rechner weiter
till-alone-says = Dieser Platz führt { $code } weiter, weil dessen Daten nicht die neuesten waren. Belege von { $code }, die in keinem Abschluss stehen, zählen deshalb hier mit; das Wechselgeld ist das vom letzten Abschluss, wenn nichts angegeben wird. Angekreuzt zählt nur, was an diesem Platz gebucht wurde.
till-mistake-label = Grund der Berichtigung
till-reason-label = Grund einer Differenz
till-second-label = Zweite Person: Anmeldename
till-pin-label = Zweite Person: PIN
till-column-receipt = Quittung
till-column-day = Tag
till-column-how = Zahlungsart
till-column-amount = Betrag
till-column-closing = Abschluss
till-column-by = Von
till-back = Storno, { $how }
till-was-cancelled = { $how }, storniert
till-short = Laut Soll sind nur { $there } in der Kasse.
till-nothing = Seit dem letzten Abschluss wurde nichts eingenommen.
till-journal-none = In diesen Tagen wurde nichts gebucht.
till-closings-none = Diese Kasse wurde noch nicht abgeschlossen.
till-from = Von
till-until = Bis
till-show = Zeigen
help-till = Hier steht, was seit dem letzten Abschluss in die Kasse kam. Strg+Enter zählt und schließt ab; das Papier kommt gleich danach. Im Journal stehen alle Kassen über mehrere Tage, unter Abschlüsse die Papiere. Eine Quittung nach dem Abschluss gehört zum nächsten. Ein falscher Abschluss bleibt stehen und wird berichtigt. „Als CSV speichern“ schreibt das Journal der Tage oder des gewählten Abschlusses.
help-till-count = Je Schein und Münze die Stückzahl eintragen; rechts steht, ob es stimmt. Bleibt eine Differenz, braucht sie einen Grund. Was abgeliefert wird, geht zur Bank oder Stadtkasse; der Rest ist das Wechselgeld von morgen. Beim ersten Abschluss gehört das Wechselgeld am Anfang dazu, auch wenn es 0 war. Strg+Enter schließt ab. Esc geht zurück und lässt das Gezählte stehen; „Weiterzählen“ geht damit weiter.

# catalogue: Antworten, Gebühren und die Dateien der Leistungen
answer-missing = Hier fehlt eine Angabe („{ $label }“).
answer-missing-remedy = Bitte ausfüllen.
answer-differs-from-person = Bei der Person steht: { $known }.
answer-differs-from-person-remedy = Was stimmt?
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
service-other-land = „{ $service }“ beruht auf dem Recht von { $of }; die Kommune liegt in { $land }.
service-other-land-remedy = Bitte ein Leistungspaket des eigenen Landes einspielen (F7) oder den Vorgang ohne diese Leistung führen.
change-laender = Die Länder, deren Recht sie ist, sind andere.
proxy-not-allowed = Diese Leistung lässt nicht zu, dass so jemand anderes erscheint.
proxy-not-allowed-remedy = Die Person muss selbst kommen oder selbst erklären.
document-missing = Ein Nachweis fehlt, ohne den nichts eingereicht werden kann.
document-missing-remedy = Bitte vorlegen lassen und abhaken.
fee-because = Nach Tarif.
fee-town = Betrag der Stadt: { $amount }.
fee-town-missing = Die Stadt hat diesen Betrag noch nicht festgelegt.
fee-base = Grundbetrag: { $amount }.
fee-per-piece = { $count } × { $each } = { $amount }.
fee-pieces = { $product } = { $count }
fee-min = Mindestens: { $amount }.
fee-max = Höchstens: { $amount }.
fee-lowered = Herabgesetzt im Rechtsbehelf; vorher { $cents }.
fee-waived = Die Gebühr wird nicht erhoben.
fee-share = Davon erhält { $to } { $amount }; bei der Stadt bleiben { $kept }.
fee-total = Zusammen: { $amount }.
fee-charged-before = Davon sind { $cents } schon festgesetzt.
fee-unconfirmed = Der Betrag ist von der Stadt noch zu bestätigen.
levy-begins-month-of = Die Steuerpflicht beginnt mit dem Monat, in den der { $event } fällt: { $date }.
levy-begins-month-after = Die Steuerpflicht beginnt mit dem Monat nach dem { $event }: { $date }.
levy-begins-set = Der Beginn der Steuerpflicht ist von Hand gesetzt: { $date }.
levy-earlier = Die Steuerpflicht begann schon am { $from }. Für die Zeit vor { $year } wird hier nichts festgesetzt, weil die Beträge früherer Jahre nicht bekannt sind: bitte eigener Bescheid.
levy-year = Für { $year } gilt der ganze Jahresbetrag: { $amount }.
levy-whole-year = Auch für das begonnene Jahr { $year } gilt der ganze Jahresbetrag: { $amount }.
levy-months = { $months ->
    [one] Für einen Monat
   *[other] Für { $months } Monate
} in { $year } je ein Zwölftel von { $annual }: { $amount }.
levy-rounded = Auf den Cent abgerundet: { $amount }.
deadline-because = Frist der Leistung.
deadline-land-assumed = Der Gemeindeschlüssel der Stadt fehlt; gerechnet ist mit den Feiertagen von { $land }.
deadline-before-easter = { $days ->
    [one] Ein Tag
   *[other] { $days } Tage
} vor Ostersonntag, dem { $easter }: { $date }.
deadline-after-easter = { $days ->
    [0] Ostersonntag ist der
    [one] Ein Tag nach Ostersonntag, dem { $easter }:
   *[other] { $days } Tage nach Ostersonntag, dem { $easter }:
} { $date }.
deadline-unconfirmed = Diese Frist ist von der Stadt noch zu bestätigen.
catalogue-key-missing = Es fehlt: { $name }
catalogue-key-missing-remedy = Bitte ergänzen; was wohin gehört, steht in docs/catalogue.md.
catalogue-name-twice = Das steht zweimal: { $name }
catalogue-name-twice-remedy = Bitte eines davon streichen.
catalogue-key-unknown = „{ $name }“ gibt es hier nicht. Möglich sind: { $known }.
catalogue-key-unknown-remedy = Bitte die Schreibweise prüfen, oder die Zeile streichen.
catalogue-key-unfit = „{ $name }“ gibt es hier nicht.
catalogue-key-unfit-remedy = Bitte streichen.
catalogue-word-unknown = „{ $name }“ ist hier kein Wort, das etwas bedeutet. Möglich sind: { $known }.
catalogue-word-unknown-remedy = Bitte eines davon nehmen.
catalogue-type-wrong = Hier steht { $found ->
    [text] Text (in Anführungszeichen)
    [yes-no] true oder false
    [date] ein Datum
    [list] eine Liste (in eckigen Klammern)
    [table] eine Tabelle (in geschweiften Klammern)
    [decimal] eine Kommazahl
    [number] eine ganze Zahl
   *[other] etwas anderes
}, gebraucht wird { $expected ->
    [text] Text (in Anführungszeichen)
    [yes-no] true oder false
    [date] ein Datum
    [list] eine Liste (in eckigen Klammern)
    [table] eine Tabelle (in geschweiften Klammern)
    [decimal] eine Kommazahl
    [number] eine ganze Zahl
   *[other] etwas anderes
}.
catalogue-type-wrong-remedy = Bitte mit docs/catalogue.md vergleichen.
catalogue-value-unfit = Dieser Wert passt hier nicht.
catalogue-value-unfit-remedy = Bitte mit docs/catalogue.md vergleichen.
catalogue-length-wrong = Hier sind es zu viele oder zu wenige Angaben.
catalogue-length-wrong-remedy = Bitte mit docs/catalogue.md vergleichen.
catalogue-toml-wrong = Das ist kein gültiges TOML: Es fehlt etwas oder steht zu viel, ein Anführungszeichen, eine Klammer, ein Gleichheitszeichen.
catalogue-toml-wrong-remedy = Bitte diese Zeile und die davor prüfen.
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
catalogue-period-unknown = Eine Frist { $period } gibt es in dieser Datei nicht.
catalogue-period-unknown-remedy = Bitte mit den ids unter [[deadline]] vergleichen.
catalogue-period-too-early = Ob ein Feld gilt oder eine Frist läuft, kann nicht vom Ende der Frist { $period } abhängen.
catalogue-period-too-early-remedy = overdue steht in Prüfungen, Unterlagen, Gebühren und Papieren.
catalogue-list-unknown = Eine Liste { $list } gibt es nicht.
catalogue-list-unknown-remedy = Listen liegen in assets/codes.
catalogue-matrix-unknown = Eine Matrix { $matrix } gibt es nicht.
catalogue-matrix-unknown-remedy = Bitte Name und Jahr prüfen.
catalogue-body-missing = Die empfangende Stelle { $body } der Matrix fehlt.
catalogue-body-missing-remedy = Bitte sagen, wann sie unterrichtet wird; when = false, wenn nie von selbst.
catalogue-body-unknown = Die Stelle { $body } erhält diesen Vordruck nicht.
catalogue-body-unknown-remedy = Bitte mit der Matrix vergleichen.
catalogue-amount-shape = Ein Betrag von { $fee } ist unvollständig oder widerspricht sich.
catalogue-amount-shape-remedy = Möglich sind cents, town oder beides; bei per auch, was gezählt wird; min nicht über max.
catalogue-share-shape = Der Anteil bei { $fee } ist kein Bruch zwischen null und eins.
catalogue-share-shape-remedy = Zum Beispiel keeps = [2, 5]: die Stadt behält zwei Fünftel.
catalogue-fee-papers = Die Gebühr { $fee } sagt nicht richtig, für welche Papiere sie ist.
catalogue-fee-papers-remedy = Bitte papers angeben, wo charged = "duplicate" steht, und nur dort.
catalogue-duplicate-unknown = Von { $paper } kann { $fee } keine Zweitschrift berechnen.
catalogue-duplicate-unknown-remedy = Bitte eine Art nennen, die es in der Leistung gibt und die keine Quittung ist: deren Zweitschrift ist frei.
catalogue-paper-shape = Das Papier { $paper } braucht entweder letter oder form.
catalogue-paper-shape-remedy = Bitte genau eins angeben.
catalogue-paper-unknown = Ein Papier { $paper } hat diese Leistung nicht.
catalogue-paper-unknown-remedy = Bitte mit den kind der [[paper]] dieser Datei vergleichen.
catalogue-letter-unknown = Ein Schreiben { $letter } gibt es nicht.
catalogue-letter-unknown-remedy = Bekannte Schreiben stehen in papers.toml; ein Paket bringt eigene unter letters/NAME/ZAHL.toml mit.
catalogue-placeholder-unknown = Das Schreiben { $letter } kennt keinen Platzhalter { $name }.
catalogue-placeholder-unknown-remedy = Bitte mit needs und may des Schreibens vergleichen (assets/letters).
letter-placeholder-unknown = Der Platzhalter { $name } steht weder in needs noch in may.
letter-placeholder-unknown-remedy = Bitte den Namen dort eintragen oder berichtigen.
letter-open-brace = Eine geschweifte Klammer ist nicht geschlossen.
letter-open-brace-remedy = Ein Platzhalter steht zwischen zwei Klammern.
letter-unguarded = { $name } kann fehlen, der Absatz steht aber immer da.
letter-unguarded-remedy = Bitte { $name } in when des Absatzes nennen, oder in needs statt in may.
letter-table-unknown = Die Tabelle { $name } steht nicht in tables.
letter-table-unknown-remedy = Bitte dort eintragen, mit der Zahl ihrer Spalten.
letter-table-not-given = Eine Tabelle { $name } mit so vielen Spalten bekommt kein Schreiben.
letter-table-not-given-remedy = Es gibt answers, conditions und dues mit 2 Spalten, documents, missing und hints mit einer.
letter-condition-unknown = { $name } ist weder ein Wert noch eine Tabelle dieses Schreibens.
letter-condition-unknown-remedy = Bitte in needs, may oder tables eintragen oder berichtigen.
letter-columns = { $what } hat { $found ->
    [one] 1 Eintrag
   *[other] { $found } Einträge
}, die Tabelle hat { $columns } Spalten.
letter-columns-remedy = Beides muss gleich viel sein.
letter-block-kinds = Ein Absatz sagt genau eines: heading, text, small, facts, table, list, code, signature oder gap.
letter-block-kinds-remedy = Bitte auf mehrere Absätze verteilen.
letter-no-german = Ein Text ohne deutschen Wortlaut.
letter-no-german-remedy = Bitte de = "…" ergänzen.
letter-code-alt = Ein Code ohne Worte daneben.
letter-code-alt-remedy = Bitte caption und alt ergänzen: Nicht alle können ihn sehen.
letter-value-unknown = Den Wert { $name } bekommt dieses Schreiben von niemandem.
letter-value-unknown-remedy = Bitte unter [paper.fill] des Dienstes füllen, oder einen Namen aus assets/letters/README.md nehmen.
letter-value-sometimes = { $name } gibt es nicht bei jedem Vorgang.
letter-value-sometimes-remedy = Bitte in may statt in needs nennen, und den Absatz davon abhängig machen.
letter-built-in = Das Schreiben { $name } bringt schon das Programm mit.
letter-built-in-remedy = Bitte dem eigenen Schreiben einen anderen Namen geben.
catalogue-step-by-itself = Der Schritt { $step } kann nicht von selbst geschehen.
catalogue-step-by-itself-remedy = by_itself gibt es nur beim Schritt closed.
catalogue-town-undeclared = Der Wert { $key } der Kommune ist nicht unter [[town]] beschrieben, oder nicht als das, wofür er gebraucht wird.
catalogue-town-undeclared-remedy = Bitte mit docs/catalogue.md vergleichen: type und options.
catalogue-refusal-without-letter = Gegen eine Entscheidung dieser Leistung gibt es einen Rechtsbehelf, aber kein Schreiben für die Ablehnung.
catalogue-refusal-without-letter-remedy = Bitte ein Papier mit at = "decided" und outcome = ["refused"] ergänzen, oder remedy = "none".
catalogue-decision-without-step = Die Leistung hat ein Schreiben oder einen Betrag für eine Entscheidung, aber keinen Schritt decided.
catalogue-decision-without-step-remedy = Bitte einen Schritt mit id = "decided" ergänzen, oder Schreiben und Betrag streichen.
catalogue-decision-without-remedy = Die Leistung entscheidet, nennt aber keinen Rechtsbehelf ({ LAW("§ 37 Abs. 6 VwVfG") }).
catalogue-decision-without-remedy-remedy = Bitte remedy = "klage" oder remedy = "widerspruch" setzen, oder den Schritt decided streichen.
catalogue-step-missing = Der Schritt { $step } fehlt.
catalogue-step-missing-remedy = Jede Leistung hat die Schritte filed und closed; bitte ergänzen, mit by = […].
catalogue-deemed-no-fee = deemed sagt etwas zur Gebühr, aber keine Gebühr wird mit der Entscheidung festgesetzt.
catalogue-deemed-no-fee-remedy = Bitte fee bei deemed streichen, oder eine Gebühr mit charged = "decision" angeben.
catalogue-deemed-unfit = Als genehmigt gelten kann nur, was nach { LAW("VwVfG") } entschieden wird; Monate und Gesetz gehören dazu.
catalogue-deemed-unfit-remedy = Bitte deemed streichen, oder regime, den Schritt decided, months und law prüfen.
catalogue-occasion-unfit = Das Feld { $field } gibt es nicht, oder es ist kein Tag.
catalogue-occasion-unfit-remedy = Unter occasion stehen die Felder für den ersten und den letzten Tag, mit type = "date".
catalogue-block-unfit = Der Textbaustein { $block } passt zu keiner Entscheidung: Er sagt nichts, oder die Leistung entscheidet nicht, oder eine Nebenbestimmung steht bei einem Ergebnis ohne Nebenbestimmungen.
catalogue-block-unfit-remedy = Bitte text, part und outcome prüfen.
catalogue-step-by-nobody = Den Schritt { $step } darf niemand tun.
catalogue-step-by-nobody-remedy = Bitte unter by mindestens eine Rolle nennen.
catalogue-step-unknown = Einen Schritt { $step } gibt es nicht.
catalogue-step-unknown-remedy = Bitte mit den Schritten der Datei vergleichen.
catalogue-plan-unknown = { $no } steht nicht im Aktenplan.
catalogue-plan-unknown-remedy = amtsstube catalogue plan listet die Nummern.
catalogue-plan-number = Die Nummer { $no } gehört nicht unter { $group }.
catalogue-plan-number-remedy = Eine Nummer ist die der Gruppe, ein Punkt und Ziffern: { $group }.10.
catalogue-plan-retention = { $no } sagt nicht, wie lange aufbewahrt wird und warum.
catalogue-plan-retention-remedy = Bitte entweder years oder permanent = true angeben, und why.
catalogue-retention-unknown = Ab { $from } kann keine Aufbewahrung laufen.
catalogue-retention-unknown-remedy = Möglich sind case_closed, business_closed und accounts_adopted.
catalogue-version-form = { $version } ist kein Tag.
catalogue-version-form-remedy = Eine Fassung heißt nach dem Tag, für den sie gemacht ist: 2027-01-01.
# packs
pack-none = Das ist kein Paket, oder es ist unvollständig.
pack-none-remedy = Bitte die Datei noch einmal holen. Es wurde nichts übernommen.
pack-broken = Das Paket ist beschädigt: { $message }
pack-broken-remedy = Bitte die Datei noch einmal holen. Es wurde nichts übernommen.
pack-file-changed = { $file } ist nicht mehr, was im Paket unterschrieben wurde.
pack-file-changed-remedy = Bitte die Datei noch einmal holen. Es wurde nichts übernommen.
pack-file-no-text = { $file } ist kein Text.
pack-file-no-text-remedy = In ein Paket gehören nur Dateien in UTF-8.
pack-file-twice = { $file } steht zweimal im Paket.
pack-file-twice-remedy = Bitte eine davon entfernen.
pack-file-count = Ein Paket hat mindestens eine und höchstens { $most } Dateien.
pack-file-count-remedy = Bitte auf mehrere Pakete verteilen.
pack-place-unknown = { $file } gehört nicht in ein Paket.
pack-place-unknown-remedy = Möglich sind services/NAME/TAG.toml, letters/NAME/ZAHL.toml, codes/NAME.toml, filing-plan/NAME.toml und settings/NAME.toml, in kleinen Buchstaben.
pack-too-large = Das Paket hat { $size } Bytes, höchstens { $most } sind möglich.
pack-too-large-remedy = Bitte auf mehrere Pakete verteilen.
pack-later-format = Das Paket hat die Form { $format }, die dieses Programm nicht kennt.
pack-later-format-remedy = Bitte das Programm aktualisieren. Bis dahin gilt die bisherige Fassung.
pack-name-form = { $name } kann kein Paket heißen.
pack-name-form-remedy = Bitte kleine Buchstaben, Ziffern und Bindestriche, höchstens 40.
pack-title-form = Herausgeber oder Titel fehlen oder sind zu lang.
pack-title-form-remedy = Bitte publisher und title auf Deutsch und Englisch angeben, höchstens 120 Zeichen.
pack-version-form = Die Fassung eines Pakets zählt ab 1.
pack-version-form-remedy = Bitte version = 1 oder höher.
pack-head-missing = Im Ordner fehlt pack.toml.
pack-head-missing-remedy = Darin stehen publisher, name, title, version und from; siehe docs/packs.md.
pack-folder-too-large = Im Ordner liegen zu viele Dateien oder zu tiefe Ordner; angesehen werden { $most } Dateien.
pack-folder-too-large-remedy = Bitte den Ordner wählen, in dem pack.toml und die Leistungen liegen.
workshop-no-service = { $path } ist weder ein Paket noch die Datei einer Leistung.
workshop-no-service-remedy = Bitte eine .toml-Datei, ein Paket (.pack) oder pack.toml in einem Ordner wählen.
pack-signature = Die Unterschrift gehört nicht zu diesem Paket.
pack-signature-remedy = Jemand hat es verändert, oder es ist beschädigt. Bitte beim Herausgeber neu holen. Es wurde nichts übernommen.
pack-other-publisher = Dieses Paket hat nicht der Kreis unterschrieben.
pack-other-publisher-remedy = Es wurde nicht übernommen. Bitte beim Kreis nachfragen.
pack-withdrawn = Der Kreis hat dieses Paket zurückgezogen: { $reason }
pack-withdrawn-remedy = Es nimmt keine neuen Vorgänge an; begonnene behalten ihre Fassung. Bitte beim Kreis nachfragen.
pack-key-withdrawn = Der Kreis hat den Schlüssel zurückgezogen, der dieses Paket unterschrieben hat: { $reason }
pack-key-withdrawn-remedy = Von diesem Schlüssel gilt nichts mehr für neue Vorgänge; begonnene behalten ihre Fassung. Bitte beim Herausgeber ein neu unterschriebenes Paket holen.
publish-withdrawn = Das hat der Kreis zurückgezogen, es wird nicht wieder unterschrieben: { $reason }
publish-withdrawn-remedy = Bitte den Inhalt berichtigen, die Versionsnummer erhöhen und den Ordner veröffentlichen.
withdrawn-not-kreis = Zurückziehen kann nur der Kreis, bei dem diese Stadt angemeldet ist.
withdrawn-not-kreis-remedy = Das Paket wurde nicht übernommen. Bitte beim Kreis nachfragen.
withdrawn-own-key = Das ist der eigene Schlüssel des Kreises.
withdrawn-own-key-remedy = Ihn kann niemand so zurückziehen: die Städte müssten sich neu anmelden. Ein einzelnes Paket lässt sich mit --digest zurückziehen.
withdrawn-form = Zurückgezogen wird entweder ein Schlüssel oder ein Paket, mit einem Grund.
withdrawn-form-remedy = Bitte key oder pack mit 64 Zeichen angeben und einen Grund von höchstens 300 Zeichen.
pack-version-released = { $slug } { $version } gibt es schon, mit anderem Inhalt.
pack-version-released-remedy = Eine Fassung wird nie geändert: bitte eine neue mit einem neuen Tag anlegen.
pack-version-other = { $slug } { $version } gibt es schon im Paket { $pack }, mit anderem Inhalt.
pack-version-other-remedy = Eine Fassung wird nie geändert: bitte beim Herausgeber um eine neue mit einem neuen Tag bitten.
pack-town-value = { $slug } nennt den Wert { $key } der Kommune, der schon etwas anderes bedeutet.
pack-town-value-remedy = Bitte einen eigenen Namen wählen.
pack-setting-own = { $key } ist Sache der Kommune und kann nicht vorgeschlagen werden.
pack-setting-own-remedy = Bitte die Zeile streichen.
pack-setting-unknown = Eine Angabe { $key } der Kommune gibt es nicht.
pack-setting-unknown-remedy = Bitte die Schreibweise prüfen; „amtsstube town show“ nennt alle.
pack-setting-text = Der Vorschlag für { $key } ist kein Text.
pack-setting-text-remedy = Bitte in Anführungszeichen schreiben, wie man es tippt: "48,00".
pack-setting-form = Der Vorschlag „{ $value }“ für { $key } ist leer, zu lang oder passt nicht.
pack-setting-form-remedy = Bitte höchstens 120 Zeichen, so wie man es in der Verwaltung tippt.
town-not-suggested = Für { $key } schlägt niemand etwas vor.
town-not-suggested-remedy = „amtsstube town suggested“ zeigt alle Vorschläge.
pack-example-refused = Das Beispiel von { $slug } wird abgelehnt, bei { $field }: { $why }
pack-example-refused-remedy = Das Beispiel muss ohne Fehler angenommen werden: bitte Beispiel oder Regel berichtigen.
pack-letter-unfilled = Das Schreiben { $letter } braucht { $name }; beim Beispiel von { $slug } bleibt das leer.
pack-letter-unfilled-remedy = Bitte in may statt in needs nennen, oder die Angabe zur Pflicht machen.
pack-publisher-unknown = Unterschrieben hat { $publisher }, dessen Schlüssel { $key } hier noch nicht bekannt ist.
pack-publisher-unknown-remedy = Bitte den Schlüssel auf anderem Weg vergleichen, etwa am Telefon, und dann zustimmen (--accept).
pack-older = Das Paket { $name } liegt hier schon in Fassung { $here }; die Datei hat Fassung { $version }.
pack-older-remedy = Eine ältere Fassung wird nicht über eine neuere gelegt.
pack-same-version = Das Paket { $name } liegt in Fassung { $version } schon mit anderem Inhalt vor.
pack-same-version-remedy = Der Herausgeber muss die Fassung hochzählen.
pack-administrator = Ein Paket übernimmt die Verwaltung.
pack-administrator-remedy = Bitte jemanden mit der Rolle Administration fragen.
pack-unknown = Ein Paket { $name } gibt es hier nicht.
pack-unknown-remedy = amtsstube catalogue list nennt die Pakete. Ein Ordner mit pack.toml wird zu einem Paket dieser Kommune.
service-awaited = Die Leistung { $service } in der Fassung { $version } kommt aus einem Paket, das hier noch nicht angekommen ist.
service-awaited-remedy = Es kommt mit dem nächsten Abgleich. Der Vorgang ist vollständig gespeichert.
service-version-of-day = Am { $day } galt { $service } in einer anderen Fassung ({ $version }).
service-version-of-day-remedy = Bitte die Leistung für diesen Eingang neu beginnen; die Angaben lassen sich übernehmen.
# what a version changes
change-new = Neu: { $name }
change-same = { $name }: unverändert
change-from = { $name }: Fassung { $old } wird { $new }, für Eingänge ab { $date }
change-name = Heißt jetzt „{ $new }“ statt „{ $old }“
change-field-added = Neue Angabe: { $label }
change-field-added-required = Neue Angabe: { $label }, Pflicht
change-field-added-when = Neue Angabe: { $label }, in bestimmten Fällen Pflicht
change-field-visible = Wird in anderen Fällen gefragt: { $label }
change-field-always = Wird jetzt immer gefragt: { $label }
change-field-min = { $label }: mindestens { $new } statt { $old }
change-field-max = { $label }: höchstens { $new } statt { $old }
change-field-default = { $label }: beginnt mit einem anderen Wert
change-field-help = { $label }: anderer Hinweis
change-field-removed = Entfällt: { $label }
change-field-label = Statt „{ $old }“ heißt es „{ $new }“
change-field-required = Muss jetzt angegeben werden: { $label }
change-field-required-when = Muss jetzt in anderen Fällen angegeben werden: { $label }
change-field-optional = Muss nicht mehr angegeben werden: { $label }
change-field = { $label }: andere Art von Angabe
change-choice-added = { $label }: neue Auswahl „{ $choice }“
change-choice-removed = { $label }: die Auswahl „{ $choice }“ entfällt
change-document-added = Neue Unterlage: { $label }
change-document-removed = Unterlage entfällt: { $label }
change-document-blocking = Ohne diese Unterlage wird nichts mehr angenommen: { $label }
change-document-warning = Diese Unterlage kann jetzt nachgereicht werden: { $label }
change-document-needed = Wird in anderen Fällen verlangt: { $label }
change-document = Unterlage geändert: { $label }
change-check-added = Neue Prüfung: { $label }
change-check-removed = Prüfung entfällt: { $label }
change-check-when = Prüfung gilt in anderen Fällen: { $label }
change-check-error = Hält jetzt auf: { $label }
change-check-warning = Ist nur noch ein Hinweis: { $label }
change-check = Prüfung mit anderem Wortlaut oder an anderer Stelle: { $label }
change-fee-added = Neue Gebühr: { $label }
change-fee-removed = Gebühr entfällt: { $label }
change-fee-amount = Gebühr { $label }: { $old } → { $new }
change-fee-waiver = Gebühr { $label }: wird in anderen Fällen nicht erhoben
change-fee-confirmed = Gebühr { $label }: steht jetzt fest
change-fee-unconfirmed = Gebühr { $label }: ist jetzt von der Kommune zu bestätigen
change-fee = Gebühr { $label }: Voraussetzungen geändert
change-deadline-added = Neue Frist: { $label }
change-deadline-removed = Frist entfällt: { $label }
change-deadline-days = Frist { $label }: { $new } statt { $old } Tage
change-deadline-weeks = Frist { $label }: { $new } statt { $old } Wochen
change-deadline-months = Frist { $label }: { $new } statt { $old } Monate
change-deadline-years = Frist { $label }: { $new } statt { $old } Jahre
change-deadline-unit = Frist { $label }: { $new } { $new-unit ->
    [days] Tage
    [weeks] Wochen
    [months] Monate
   *[years] Jahre
} statt { $old } { $old-unit ->
    [days] Tage
    [weeks] Wochen
    [months] Monate
   *[years] Jahre
}
change-deadline-from = Frist { $label }: beginnt mit etwas anderem
change-deadline-kind = Frist { $label }: anders, ob sie sich auf den nächsten Werktag verschiebt
change-deadline = Frist geändert: { $label }
change-paper-added = Neues Schriftstück: { $label }
change-paper-removed = Schriftstück entfällt: { $label }
change-paper-when = Schriftstück kommt in anderen Fällen: { $label }
change-paper-wording = Schriftstück mit anderem Wortlaut: { $label }
change-block-added = Neuer Textbaustein: { $label }
change-block-removed = Textbaustein entfällt: { $label }
change-block = Textbaustein geändert: { $label }
change-paper = Schriftstück geändert: { $label }
change-town-added = Die Kommune legt neu fest: { $label }
change-town-removed = Die Kommune legt nicht mehr fest: { $label }
change-plan = Aktenplan: { $new } statt { $old }
change-retention = Aufbewahrung: { $new } statt { $old } Jahre
change-law = Rechtsgrundlagen geändert
change-filed = Anders benannt, was eingereicht wird
change-procedure = Verfahren geändert: Fristen für Antworten, zweite Unterschrift, Genehmigungsfiktion oder Tage des Anlasses
change-remedy = Rechtsbehelf geändert
change-proxy = Vertretung geändert
change-steps = Ablauf geändert
change-receiving = Empfangsstellen geändert
change-group = Andere Leistungsgruppe: andere dürfen die Vorgänge lesen
change-responsible = Andere Zuständigkeit
change-signature = Unterschrift oder beteiligte Person geändert
change-ends = Gilt nur für Eingänge bis { $date }
change-plan-entries = Aktenplan: { $count ->
    [one] { $count } Eintrag neu oder geändert
   *[other] { $count } Einträge neu oder geändert
}
change-suggestions = { $count ->
    [one] Schlägt { $count } Angabe der Kommune vor
   *[other] Schlägt { $count } Angaben der Kommune vor
}
# filing plan
plan-years = { $years ->
    [one] { $years } Jahr
   *[other] { $years } Jahre
}
plan-permanent = dauernd
plan-common-knowledge = allgemeine Kenntnis, von der Kommune zu bestätigen
plan-old = bisher { $old }
plan-old-label = Bisherige Nummer zu { $no } { $title }
case-retention = Aufbewahrung
retention-case_closed = { $years ->
    [one] { $years } Jahr nach Abschluss des Vorgangs
   *[other] { $years } Jahre nach Abschluss des Vorgangs
}
retention-business_closed = { $years ->
    [one] { $years } Jahr nach Ende des Gewerbes
   *[other] { $years } Jahre nach Ende des Gewerbes
}
retention-accounts_adopted = { $years ->
    [one] { $years } Jahr nach dem Beschluss über den Jahresabschluss
   *[other] { $years } Jahre nach dem Beschluss über den Jahresabschluss
}
retention-unconfirmed = { $kept }, von der Stadt zu bestätigen
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
counter-change-new = Angaben ändern
counter-change-not = Nicht ändern
counter-proxy-missing = Wer handelt mit Vollmacht? Bitte suchen oder neu anlegen, oder oben ein anderes Auftreten wählen.
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
counter-birth-hint = Unbekannte Teile als 00: 00.00.1990.
counter-new-take = Übernehmen
counter-new-all-the-same = Trotzdem neu anlegen
counter-search-again = zurück zur Suche
counter-similar = Vielleicht schon bekannt. Bitte vergleichen.
counter-similar-take = Diese Person
counter-similar-take-this = { $name } nehmen
counter-representative = Wer vertritt? (Bevollmächtigte oder gesetzliche Vertretung)
counter-acts-for = Vertreten durch { $name }
counter-letters-representative = Briefe gehen an die Vertretung: { $name } ({ LAW("§ 14 Abs. 3 VwVfG, § 80 AO") }).
counter-letters-applicant = Briefe gehen an { $name }: Als Vertretung ist niemand eingetragen.
counter-appears = Wie erscheint die Person?
counter-seen = Gesehener Ausweis
counter-seen-none = keiner
counter-seen-this = { $paper } gesehen
counter-who = Wer erscheint
counter-who-for = Für wen
counter-who-appears = Erscheint
counter-who-acts = Vertreten durch
counter-who-identity = Identität
counter-who-nobody = nicht gesehen, es kam schriftlich
counter-who-unseen = kein Ausweis gesehen
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
counter-known-right = wie bei der Person
counter-said-right = Person ändern
counter-other-person = eine andere Person
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
counter-papers-made = Schriftstücke
counter-receivers = Geht an
counter-place-case = Vorgang
counter-place-appears-as = Wie die Person erscheint
counter-place-seen = Gesehener Ausweis
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
counter-form-view = Vordruck ansehen
counter-form-print = Vordruck drucken
counter-form-none = Für diese Leistung gibt es keinen Vordruck; unterschrieben wird auf dem mitgebrachten Blatt.
counter-form-printed = Der Entwurf ist beim Drucker { $printer }. Er gehört nicht zur Akte.
counter-sign-attach = Unterschriebenes Blatt anhängen
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
counter-open-case = Vorgang öffnen
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
counter-key-park = Parken
counter-earlier-title = Angaben aus einem früheren Vorgang
counter-earlier-none = Für diese Person gibt es keinen früheren Vorgang dieser Leistung.
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
begin-title = Amtsstube einrichten
begin-join-title = Dieser Rechner wird ein Platz einer Stadt, die schon arbeitet
begin-join-words = Adresse und Code gibt der Kreis aus. Mit der Sicherung eines anderen Platzes derselben Stadt beginnt dieser sofort mit allen Vorgängen; ohne sie holt er alles über die Leitung.
begin-url = Adresse des Dienstes
begin-url-hint = Wie sie beim Code steht, etwa https://kreis.example:8443
begin-url-missing = Hier fehlt die Adresse des Dienstes.
begin-url-missing-remedy = Sie steht beim Code, den der Kreis ausgegeben hat.
begin-code = Code des Kreises
begin-code-missing = Hier fehlt der Code.
begin-code-missing-remedy = Ihn gibt der Kreis für jeden Platz einmal aus.
begin-backup = Sicherung eines anderen Platzes
begin-backup-hint = Kann leer bleiben.
begin-choose = Datei wählen
begin-passphrase = Passphrase der Sicherung
begin-passphrase-missing = Hier fehlt die Passphrase der Sicherung.
begin-passphrase-missing-remedy = Sie wurde beim Sichern eingegeben; der Wiederherstellungsschlüssel jenes Platzes geht auch.
begin-join = Anmelden
begin-stop = Anhalten
begin-goes = Die Sicherung wird geprüft und übernommen
begin-asks = Dieser Platz wird eingerichtet
begin-made = Dieser Platz ist eingerichtet; es fehlt nur noch die Anmeldung beim Kreis.
begin-alone-title = Erster Platz einer Stadt
begin-alone-words = Noch niemand in der Stadt arbeitet mit Amtsstube. Die Anmeldung beim Kreis kann später folgen.
begin-alone = Neu beginnen
sign-in-first-title = Erster Start
sign-in-first = Hier arbeitet noch niemand. Wer sich jetzt einträgt, wird Administrator und kann alle anderen anlegen.
sign-in-begin = Einrichten
sign-in-login = Anmeldename
sign-in-login-missing = Hier fehlt der Anmeldename.
sign-in-name = Name
sign-in-name-hint = Wie er unter Schreiben steht.
sign-in-pin = PIN
sign-in-pin-missing = Hier fehlt die PIN.
sign-in-again = PIN noch einmal
sign-in-pins-differ = Die beiden PIN sind verschieden. Bitte noch einmal eingeben.

# ui: Vorgänge
cases-title = Vorgänge
cases-lists = Listen
cases-mine = Meine
cases-open = Offen
cases-week = Diese Woche
cases-overdue = Überfällig
cases-to-sign = Für die Leitung
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
cases-none-chosen = In der Liste ist nichts gewählt.
cases-follow-up = { $day } (WV)
cases-follow-up-late = { $day } WV fällig
cases-late = { $day } überfällig
cases-day-follow-up = { $day }, WV
cases-day-follow-up-late = { $day }, WV fällig
cases-more = Weitere zeigen
cases-none = Kein Vorgang gewählt.
cases-not-found = Kein Vorgang dieser Liste enthält das. Die Suche oben ({ key-ctrl }+F) findet auch in allen anderen.
cases-none-mine = Ihnen ist kein Vorgang zugewiesen. Unter „Offen“ steht, was zu tun ist; { $key } übernimmt den gewählten Vorgang.
cases-none-open = Kein Vorgang ist offen.
cases-none-week = In den nächsten sieben Tagen steht nichts an.
cases-none-overdue = Nichts ist überfällig.
cases-none-to-sign = Nichts wartet auf eine Zeichnung, und keine Untätigkeitsklage ist offen.
cases-none-conflicts = Keine zwei Plätze haben Verschiedenes eingetragen.
cases-none-at-all = Es gibt noch keinen Vorgang. { $key } öffnet den Schalter und beginnt den ersten.
cases-open-it = Öffnen
cases-take = Übernehmen
cases-print = Liste drucken
cases-paper = Arbeitsliste
cases-printing = Die Liste geht zum Drucker { $printer }.
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
cases-stand-sued = Klage
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
event-person-linked-as = { $name } eingetragen ({ $how })
event-person-acts = Vertretung eingetragen: { $name }
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
event-paper-replaced = { $title } vom { $date } berichtigt: neu ausgestellt
event-paper-duplicated = Zweitschrift ausgestellt: { $title } vom { $date }
event-printed = { $title } gedruckt, { $copies }-mal auf { $printer }
event-copy-signed = { $title }: elektronisch signierte Kopie gespeichert, Zertifikat „{ $subject }“, SHA-256 { $digest }
event-corrected = Angaben berichtigt: { $reason }
event-corrected-own = Angaben berichtigt (eigenes Versehen): { $reason }
event-decided = Entschieden: { $outcome }
event-documents-requested = Nachgefordert bis { $date }: { $what }
event-hearing-begun = Anhörung, Äußerung bis { $date }; beabsichtigt: „{ $outcome }“
event-statement-received = Äußerung: { $text }
event-answers-received = Angaben eingegangen am { $date }: { $text }
event-document-refused = Unbrauchbar, fehlt wieder: { $document } ({ $reason })
event-decision-time-extended = Mehr Zeit zu entscheiden, bis { $date }: { $reason }
event-approval-deemed = Gilt als genehmigt seit { $date }: Es war nicht rechtzeitig entschieden
event-hearing-before = Anhörung vor Rücknahme oder Widerruf: Äußerung möglich bis { $date }
event-revocation-prepared = Rücknahme oder Widerruf vorbereitet ({ $law }): Es fehlt die Unterschrift
event-decision-taken-back = Entscheidung zurückgenommen ({ $law })
event-decision-revoked = Entscheidung widerrufen ({ $law })
event-hearing-omitted = Ohne Anhörung: { $ground }
event-decision-prepared = Zur Unterschrift gegeben: { $outcome }
event-decision-returned = Ohne Unterschrift zurückgegeben: { $reason }
event-decision-signed = Unterschrieben und entschieden: { $outcome }
event-notified = Bekanntgegeben: { $way }, { $date }
event-objection-received = { $what } eingegangen am { $date }
event-objection-received-by = { $what } von { $by } eingegangen am { $date } · nicht von der antragstellenden Person
event-action-received = Klage gegen den Bescheid eingegangen am { $date }: { $at }
event-inaction-sued = Untätigkeitsklage eingegangen am { $date }: { $at }
event-inaction-ended = Untätigkeitsklage beendet. { $how }: { $reason }
event-objection-settled = Rechtsbehelf – { $how }: { $reason }
event-objection-settled-of = { $whose } – { $how }: { $reason }
event-objection-prepared = Entscheidung über den Widerspruch vorbereitet: { $how }
event-settlement-undone = Eintrag zum Rechtsbehelf zurückgenommen: { $reason }
event-settlement-undone-of = { $whose } – Eintrag zurückgenommen: { $reason }
event-closed = Abgeschlossen
event-reopened = Wieder aufgenommen: { $reason }
event-clash-settled = Geklärt ({ $clash }): { $reason }
event-double-judged = Doppelt erfasst: Der ältere Vorgang geht weiter, hier ist nichts mehr zu zahlen
event-double-judged-not = Geprüft: kein doppelt erfasster Vorgang
event-erased = Gelöscht nach Ablauf der Frist
event-refused = Zählt nicht: Die Rolle durfte das nicht (entschieden vom Dienst des Kreises)
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
persons-field-large-print = Schreiben in großer Schrift (16 Punkt)
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
saved-nothing = Nichts ist anders als vorher; es gab nichts zu speichern.
persons-back = Zur Liste
persons-none = Niemand gewählt.
persons-disclose = Auskunft (Art. 15 DSGVO)
persons-disclose-file = Auskunft
persons-disclose-where = Wohin mit der Auskunft?
persons-disclose-confirmed = Auskunftssperre (§ 51 BMG): Die Auskunft bekommt die Person selbst, ihre Identität ist geprüft
persons-disclosed = Auskunft geschrieben: { $folder }
persons-disclosed-left = Auskunft geschrieben: { $folder }. Gesondert geben Auskunft: { $groups }
persons-disclose-others = Vor der Herausgabe prüfen, ob die Antworten Angaben über andere Menschen enthalten (Art. 15 Abs. 4 DSGVO).
review-title = Vor der Auskunft durchsehen
review-says = Bitte jede Stelle lesen: Was Rechte anderer verletzen würde, wird zurückgehalten (Art. 15 Abs. 4 DSGVO). Der Grund steht in der Auskunft.
review-alone = Das sind andere Menschen; die Auskunft gilt nur für diesen Eintrag
review-doubles = Vielleicht noch einmal eingetragen: { $names }. Dann zuerst zusammenführen, damit nichts fehlt.
review-banned = Nennt die Anschrift von { $name }: Auskunftssperre (§ 51 BMG)
review-tell = Mitteilen
review-withhold = Zurückhalten
review-reason = Grund
review-note = Notiz vom { $date }
review-go = Weiter
disclose-unread = { $number }: { $what } ist noch nicht durchgesehen.
disclose-unread-remedy = Bitte lesen und entscheiden, ob das mitgeteilt oder zurückgehalten wird.
disclose-reason = { $number }: Für { $what } fehlt der Grund, aus dem das zurückgehalten wird.
disclose-reason-remedy = Bitte den Grund angeben; er steht in der Auskunft (Art. 12 Abs. 4 DSGVO).
disclose-doubles = Vielleicht ist die Person noch einmal eingetragen: { $names }.
disclose-doubles-remedy = Bitte zuerst zusammenführen, damit nichts fehlt; oder bestätigen, dass es andere sind.
disclose-item = { $item } gibt es hier nicht durchzusehen.
disclose-item-remedy = Bitte mit person disclose --look ablesen, was durchzusehen ist.
disclose-blocked = Für { $name } gilt eine Auskunftssperre (§ 51 BMG). Die Auskunft enthält die Anschrift.
disclose-blocked-remedy = Bitte bestätigen, dass die Person selbst sie bekommt und wer sie ist geprüft wurde.
persons-together = Mit anderem Eintrag zusammenführen
persons-compare = Vergleichen
persons-compare-with = Mit { $name } vergleichen
together-title = Zwei Einträge, eine Person?
together-other = Wer ist dieselbe Person?
together-first = Zuerst erfasst: { $name }
together-second = Danach erfasst: { $name }
together-blocked = Die Auskunftssperre gilt weiter, auch wenn nur einer der Einträge sie hat (§ 51 BMG).
together-alike = Beide Einträge sagen dasselbe.
together-choose = Bitte wählen, was gilt. Vorgeschlagen ist, was zuletzt eingetragen wurde.
together-says = Vorgänge beider Einträge gehören danach zu einer Person. Das lässt sich wieder trennen.
together-nothing = nichts
together-yes = ja
together-go = Zusammenführen
together-back = Zurück
together-merged = Zusammengeführt.
together-split = Getrennt.
together-save-first = Was geändert wurde, ist noch nicht gespeichert.
together-save-first-remedy = Bitte zuerst speichern, dann zusammenführen.
together-records = { $count ->
   *[other] Zusammengeführt aus { $count } Einträgen
 }
together-take-out = Heraustrennen
together-take-out-of = Eintrag { $name } heraustrennen
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
cli-case-attach = Dateien anhängen, frei oder als eine Unterlage der Leistung
cli-case-save = Eine Anlage als Datei speichern; eine vorhandene bleibt, wie sie ist
cli-case-note = Eine Notiz schreiben
cli-case-assign = Zuweisen; ohne --to niemandem
cli-case-decide = Entscheiden
cli-case-ask = Nachfordern, was fehlt, mit einem Tag, und das Schreiben ausstellen
cli-case-received = Eintragen, dass eine Unterlage da ist
cli-case-hear = Vor einer Entscheidung zum Nachteil anhören, und das Schreiben ausstellen
cli-case-refuse-document = Eine eingegangene Unterlage als unbrauchbar vermerken: sie fehlt wieder
cli-case-answered = Nachgeforderte Angaben als eingegangen vermerken
cli-case-extend = Mehr Zeit zu entscheiden nehmen, bevor der Antrag als genehmigt gilt (§ 42a VwVfG), und das Schreiben ausstellen
cli-case-deem = Eintragen, dass der Antrag als genehmigt gilt, weil nicht rechtzeitig entschieden wurde
cli-case-statement = Eine Äußerung zur Anhörung eintragen
cli-case-sign = Einen vorbereiteten Bescheid unterschreiben
cli-case-return = Einen vorbereiteten Bescheid ohne Unterschrift zurückgeben
cli-case-notify = Eintragen, wie der Bescheid bekanntgegeben wurde; sagt, bis wann ein Rechtsbehelf möglich ist
cli-case-object = Einen Widerspruch oder eine Klage eintragen; sagt, bis wann die Frist lief
cli-arg-filed-on = Tag, an dem sie bei Gericht eingereicht wurde
cli-arg-court = Das Gericht
cli-arg-of = Was gemeint ist, wo Widerspruch und Klage offen sind
cli-case-sue = Eine Untätigkeitsklage eintragen (§ 75 VwGO); sagt, ab wann sie zulässig ist
cli-case-sue-end = Eintragen, wie eine Untätigkeitsklage ausgegangen ist
cli-case-settle = Eintragen, was aus Widerspruch oder Klage wird
cli-case-unsettle = Den letzten Eintrag zu Widerspruch oder Klage zurücknehmen, solange er niemandem bekanntgegeben ist; bei mehreren Widersprüchen zu jedem den letzten
cli-case-revoke = Die letzte Entscheidung zurücknehmen oder widerrufen (§§ 48, 49 VwVfG, §§ 130, 131 AO), und das Schreiben ausstellen
cli-case-correct = Angaben berichtigen: was sich ändert, wird neu ausgestellt und nennt, was es ersetzt
cli-case-close = Schließen
cli-case-reopen = Wieder öffnen
cli-person = Personen und Betriebe
cli-person-find = Suchen: Name, Klang, Geburtsdatum, Straße
cli-person-merge = Zwei Datensätze eines Menschen zusammenführen; was verschieden ist, wird gewählt, sonst gilt das zuletzt Eingetragene
cli-person-disclose = Alles, was über einen Menschen gespeichert ist, als PDF und JSON in einen neuen Ordner schreiben (Art. 15 DSGVO)
cli-arg-person-id = Kennung der Person, siehe person find
cli-arg-confirmed = Bei Auskunftssperre: Die Person selbst bekommt die Auskunft, ihre Identität ist geprüft
cli-arg-confirmed-lines = Bei Auskunftssperre auch zeigen, was im ausgegebenen Schriftstück steht
cli-person-split = Einen Datensatz wieder herauslösen (auseinanderführen)
cli-person-list-duplicates = Wer mit gleichem Namen und Geburtsdatum mehrfach da ist
cli-search = Alles durchsuchen
cli-paper = Papiere eines Vorgangs
cli-paper-list = Auflisten
cli-paper-issue = Ein weiteres Papier ausgeben
cli-paper-duplicate = Zweitschrift für ein verlorenes Papier, mit Gebühr nach Regel; nie Ausgehändigtes kostenlos mit paper print
cli-paper-signed = Signiert mit dem Zertifikat „{ $subject }“. Ausgegeben bleibt das Schriftstück ohne Signatur.
cli-arg-sign = Elektronisch signiert (PAdES B-B): eine Kopie mit der Signatur hinter dem ausgegebenen Schriftstück
cli-arg-certificate = Schlüssel und Zertifikat der Stadt als PKCS#12-Datei (.p12, .pfx)
cli-arg-certificate-passphrase = Datei mit der Passphrase des Zertifikats (sonst AMTSSTUBE_CERTIFICATE_PASSPHRASE)
cli-paper-save = Als PDF speichern; eine vorhandene Datei bleibt, wie sie ist
cli-paper-verify = Prüfen, ob Dateien hier ausgegebene Schriftstücke sind. Ende mit 0: alle echt und gültig, 3: alle echt, eines gilt nicht mehr, 1: sonst
cli-paper-serial = Serienbrief: ein Schreiben zu jedem gefilterten Vorgang, höchstens 1000; mit --run geht ein abgebrochener Lauf weiter. Ende mit 3, wenn Vorgänge fehlen
cli-paper-runs = Die eigenen Serienbriefe, und wie weit sie sind
cli-paper-print = Drucken
cli-paper-printers = Die Drucker und was sie können
cli-paper-queue = Was gedruckt wird, wartet oder nicht herauskam
cli-paper-again = Einen Druckauftrag neu beginnen
cli-paper-withdraw = Einen Druckauftrag zurückziehen
cli-cash = Kasse
cli-cash-receipt = Nehmen, was der Vorgang schuldet, und quittieren
cli-cash-cancel = Eine Quittung stornieren
cli-cash-journal = Die Quittungen eines Tages, oder das Journal mehrerer Tage
cli-deadline = Wann eine Frist endet, und warum
cli-catalogue = Leistungen
cli-catalogue-list = Auflisten
cli-catalogue-example = Beispielantworten, wie case new sie nimmt
cli-catalogue-check = Dateien mit Leistungen prüfen
cli-catalogue-show = Eine Leistung mit ihrem Beispiel zeigen: Formular, Gebühr, Fristen, Schriftstücke, Ablauf
cli-catalogue-compare = Zwei Fassungen einer Leistung vergleichen und in Worten sagen, was anders ist
cli-arg-old = Bisherige Fassung: Leistung, Leistung@Fassung, Datei oder Ordner
cli-arg-new = Neue Fassung: Leistung, Leistung@Fassung, Datei oder Ordner
cli-not-asked = wird beim Beispiel nicht gefragt
cli-catalogue-import = Ein Paket übernehmen: zeigt, wer es unterschrieben hat und was sich ändert
cli-catalogue-export = Ein Paket in eine Datei schreiben: eines von hier mit Namen, oder einen Ordner mit pack.toml
cli-arg-pack = Datei, Ordner oder Name eines Pakets
cli-arg-accept = Dem Schlüssel des Herausgebers von jetzt an vertrauen
cli-pack-signed = { $title }, Fassung { $version }, von { $publisher }
cli-pack-key = Schlüssel { $key }: { $trust }
trust-kreis = der Kreis
trust-accepted = von der Verwaltung angenommen
trust-own = dieser Platz
trust-unknown = noch nicht bekannt
cli-pack-valid = Gilt für Eingänge ab { $from }
cli-pack-valid-until = Gilt für Eingänge von { $from } bis { $until }
cli-pack-imported = Übernommen. Laufende Vorgänge behalten ihre Fassung.
cli-pack-here = Das Paket ist schon hier.
cli-pack-exported = Geschrieben: { $file }
origin-kreis = vom Kreis
origin-file = aus einer Datei
origin-built-in = im Programm enthalten
pack-on-its-way = Ein Paket ist noch unterwegs.
cli-catalogue-plan = Den Aktenplan auflisten, mit Aufbewahrung und bisherigen Nummern
cli-arg-words = Nur Einträge mit diesen Wörtern oder dieser Nummer
cli-town = Angaben der Kommune
cli-town-show = Alle Angaben zeigen
cli-town-set = Angaben setzen, wie man sie tippt: Beträge in Euro
cli-town-suggested = Was Pakete der Kommune vorschlagen
cli-town-take = Vorschläge übernehmen; ohne Schlüssel alle, zu denen nichts festgelegt ist
cli-town-arms = Das Wappen für den Briefkopf: PNG oder JPEG
cli-enrol = Diesen Platz mit einem Code des Kreises anmelden; ein leerer Ordner wird dabei ein neuer Platz
cli-sync = Mit dem Kreis abgleichen, bis jemand es beendet
cli-outbox = Was noch zum Kreis muss, seit wann, und was nicht zählt
cli-conflicts = Angaben, zu denen zwei Plätze Verschiedenes eingetragen haben
cli-conflicts-resolve = Entscheiden, welche Angabe gilt
cli-conflicts-decided = Zeigen, was zwischen zwei Fassungen entschieden wurde, von wem und warum
cli-conflicts-settle = Vermerken, dass geklärt ist, was auf zwei Plätzen geschah
cli-conflicts-looked-at = Vermerken, dass angesehen ist, was wegen einer Rolle nicht gilt oder fraglich war (Leitung)
cli-conflicts-same = Sagen, dass zwei Personen eine sind oder zwei Vorgänge derselbe
cli-conflicts-different = Sagen, dass es zwei sind; danach wird nicht mehr gefragt
cli-backup = Eine verschlüsselte Sicherung schreiben, auch während andere arbeiten
cli-restore = Eine Sicherung in einen leeren Ordner zurückholen
cli-conflicts-number = Vermerken, was zu einer zweimal vergebenen Nummer geschah (Leitung)
cli-arg-number = Die Nummer
cli-verify = Kette, Tabellen, Papiere und Nummern prüfen
cli-go-on = Als neuer Platz weiterarbeiten, wenn die Datenbank nicht die neueste ist; das entscheidet die Leitung
cli-arg-data = Datenordner
cli-arg-backup = Die Sicherung
cli-arg-from = Mit der Sicherung eines anderen Platzes derselben Stadt beginnen, statt alles über die Leitung zu holen
cli-arg-passphrase-file = Datei mit der Passphrase der Sicherung (sonst AMTSSTUBE_PASSPHRASE)
cli-arg-key-file = Datei mit dem Schlüssel oder der Passphrase (sonst AMTSSTUBE_KEY oder der Schlüsselbund)
cli-arg-json = JSON für Skripte
cli-arg-as = Anmeldename; die PIN steht in AMTSSTUBE_PIN
cli-arg-cases = Anzahl der Vorgänge
cli-arg-seed = Gleiche Zahl, gleiche Stadt
cli-arg-login = Anmeldename
cli-arg-name = Name, wie er unter Schreiben steht
cli-arg-text = Text
cli-arg-view = Welche: alle, offene, eigene, diese Woche fällige, überfällige, für die Leitung (zu zeichnen, Untätigkeitsklage) oder mit Widersprüchen
cli-arg-limit = Höchstens so viele
cli-arg-case = Vorgang: Nummer oder Kennung
cli-arg-whose = Kennung der Person, oder town für die Werte der Kommune
cli-arg-one = Kennung der Person, oder Nummer oder Kennung des Vorgangs
cli-arg-two = Dasselbe von der oder dem anderen
cli-arg-take = Welcher Wert eines Feldes gilt: FELD=1 der zuerst, FELD=2 der danach genannten Person
cli-arg-service = Leistung, siehe catalogue list
cli-arg-answers = JSON-Datei mit den Antworten, siehe catalogue example
cli-arg-right-answers = JSON-Datei mit den richtigen Angaben, nur was falsch war; null streicht
cli-arg-attach = Datei als Anlage
cli-arg-person = Für wen: Kennung einer Person, die es schon gibt, siehe person find
cli-arg-new-person = Jemand Neues, auch wenn es eine ähnliche Person schon gibt
cli-arg-attachment = Anlage: Name oder Prüfsumme
cli-arg-document = Die Unterlage, die es ist, nach ihrer Kennung
cli-arg-remove = Ohne Wappen
cli-arg-remove-blocks = Eigene Textbausteine dieser Leistung entfernen
cli-arg-received-on = Tag des Eingangs, wenn nicht heute
cli-arg-why = Warum nicht heute
cli-arg-channel = Weg des Eingangs
cli-arg-appears-as = Wie die Person erscheint
cli-arg-identity = Welcher Ausweis gesehen wurde
cli-arg-by = Wer vertritt: Kennung der Person, siehe person find; Briefe gehen an sie. Bei zwei Elternteilen zweimal
cli-arg-pay = Gebühr: later, card, cash:26,00, exempt:GRUND
cli-arg-seen = Gesehene Unterlage, nach ihrer Kennung
cli-arg-signed = Die Unterschrift wurde gesehen
cli-arg-call = Die Notiz ist ein Anruf
cli-arg-value = Schlüssel und Wert, zum Beispiel hundesteuer.erster=48,00
cli-arg-key = Schlüssel der Angabe
cli-arg-to = Anmeldename
cli-arg-outcome = Entscheidung
cli-arg-condition = Nebenbestimmung; mehrmals für mehrere
cli-arg-missing = Unterlage, die fehlt, nach ihrer Kennung; ohne --missing und --answer alle, die fehlen
cli-arg-answer = Angabe, die fehlt, in Worten; mehrmals für mehrere
cli-arg-until = Antwort bis zu diesem Tag; sonst nach der Regel der Leistung
cli-arg-way = Wie: post, hand, acknowledged (Empfangsbekenntnis), served (Zustellungsurkunde), arrived (Zugang nachgewiesen)
cli-arg-proof = Nachweis in Worten
cli-arg-posted-on = Bei nachgewiesenem Zugang: Tag, an dem der Brief zur Post gegeben wurde
cli-arg-who = Wer sich äußert, wenn mehrere angehört wurden: Kennung der Person
cli-at-case = Vorgang
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
cli-at-hearing = Anhörung
cli-at-on = --on
cli-at-outcome = --outcome
cli-at-posted = --posted-on
cli-at-reason = --reason
cli-at-reasons = --reason
cli-at-received-on = Eingangstag
cli-at-text = --text
cli-at-until = --until
cli-to-sign = Wartet auf die zweite Unterschrift, vorbereitet am { $date }
cli-arg-remedy = Widerspruch oder Klage; sonst wie in der Rechtsbehelfsbelehrung
cli-arg-against = Wogegen, wo beides noch gilt: der Bescheid oder seine Rücknahme, sein Widerruf; sonst gegen das zuletzt Bekanntgegebene
cli-arg-how = Was daraus wird
cli-arg-no-hearing = Ohne Anhörung entscheiden, aus diesem Grund (§ 28 Abs. 2 und 3 VwVfG)
cli-arg-ground = Paragraph nach Nummer: 48-1 bis 48-3, 49-1, 49-2-1 bis 49-2-5, 49-3-1, 49-3-2; in Steuersachen 130-1, 130-2-1 bis 130-2-4, 131-1, 131-2-1 bis 131-2-3
cli-arg-revokes = Vor Rücknahme oder Widerruf anhören, nach diesem Paragraphen (Nummern wie bei case revoke)
cli-arg-known-on = Seit wann der Behörde alle Tatsachen bekannt sind: von da an läuft die Jahresfrist
cli-arg-effective = Ab wann es gilt; sonst ab der Bekanntgabe
cli-arg-part = Nur dieser Teil der Entscheidung, in Worten
cli-arg-untrusted = Was den Vertrauensschutz ausschließt (§ 48 Abs. 2 Satz 3 Nr. 1 bis 3): deceived, untrue, knew
cli-arg-hand-back = Was zurückzugeben ist (mehrfach möglich)
cli-arg-fees-set = Was aus Gebühren wird, die die Entscheidung festgesetzt hat: kept lässt sie, dropped hebt sie auf
cli-arg-settle-number = Welche Klage gemeint ist, nach dem Aktenzeichen des Gerichts
cli-arg-settle-objector = Welcher Widerspruch gemeint ist, wo mehrere sind: wer ihn erhoben hat
cli-arg-settle-own = Gemeint ist der Widerspruch der antragstellenden Person, wo mehrere sind
cli-arg-settle-block = Textbaustein für die Begründung; mehrfach möglich
cli-arg-settle-facts = Sachverhalt, wie er im Bescheid über den Widerspruch steht
cli-arg-settle-part = Was aufgehoben oder geändert wird, wenn es ein Teil ist: remedied_in_part, upheld_in_part
cli-arg-settle-fees = Was dann aus dem festgesetzten Betrag wird: kept lässt ihn, dropped hebt ihn auf
cli-arg-settle-amount = Worauf der eine festgesetzte Betrag herabgesetzt wird
cli-arg-settle-share = Wie viel Prozent der Kosten die Kommune trägt; ohne Angabe 100 bei Abhilfe und 0 bei Zurückweisung
cli-arg-settle-counsel = Ob eine Vertretung notwendig war: needed oder not-needed; ohne Angabe war niemand vertreten
cli-arg-settle-decided-by = Die Behörde, die entschieden hat, wenn es eine andere war; der Tag ihres Bescheids steht bei --on
cli-arg-settle-no-notice = Deren Bescheid trägt keine oder eine falsche Rechtsbehelfsbelehrung (§ 58 Abs. 2 VwGO)
cli-arg-settle-in-house = Der gedruckte Bescheid ist noch im Haus
cli-arg-anew = In der Sache wird neu entschieden
cli-arg-block = Textbaustein der Leistung, nach seiner Kennung; auch mehrmals
cli-arg-reason = Grund
cli-arg-grant = Was mit der Bewilligung festgesetzt wird, als FELD=WERT, zum Beispiel zone=A; mehrmals möglich
cli-arg-file-number = Aktenzeichen des Gerichts
cli-arg-plaintiff = Wer klagt
cli-arg-objector = Wer den Rechtsbehelf erhoben hat, wenn es nicht die antragstellende Person war; bei einer Klage auch, wer klagt
cli-arg-own-mistake = Das Amt selbst hat sich vertan (§ 42 VwVfG)
cli-arg-as-told = Die Angabe war so gemacht worden
cli-arg-fees = Wenn die Gebühr sich ändert: keep lässt sie, revise setzt sie neu fest
cli-arg-look = Nur zeigen, was sich ändern würde
cli-arg-kind = Art
cli-arg-paper = Papier: Kennung oder Art
cli-arg-out = Datei, die entsteht
cli-arg-subject = Betreff; Platzhalter wie im Text
cli-arg-letter = Datei mit dem Text; Leerzeilen trennen Absätze, Platzhalter sind {"{"}aktenzeichen{"}"}, {"{"}leistung{"}"}, {"{"}name{"}"}, {"{"}eingang{"}"}, {"{"}behoerde{"}"}
cli-arg-of-kind = Statt eines Textes: die Art des Papiers, das jedem Vorgang fehlt
cli-arg-run = Kennung eines Laufs, der weitergehen soll
cli-arg-print = Jedes Schreiben drucken
cli-arg-other-people = Andere, die dieselbe Person sein könnten, sind es nicht
cli-arg-tell = Was mitgeteilt wird, siehe --look
cli-arg-withhold = Was zurückgehalten wird, und warum
cli-arg-look-disclosure = Nur zeigen, was vorher durchzusehen ist
cli-arg-list-out = Die Liste als Papier (PDF) in diese Datei schreiben
cli-arg-list-print = Die Liste drucken
cli-arg-narrow = Nur Vorgänge, die die Suche mit diesem Text findet
cli-arg-look-cases = Nur zeigen, an welche Vorgänge geschrieben würde
cli-arg-printer = Drucker; sonst der voreingestellte
cli-arg-copies = Anzahl
cli-arg-sides = einseitig (one), beidseitig über die lange (long) oder kurze Kante (short); sonst wie eingestellt
cli-arg-tray = Papierfach, wie printers es nennt
cli-arg-job = Nummer des Druckauftrags
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
cli-arg-regime = Recht der Frist: VwVfG, AO oder BGB; nach ihm gilt auch ein Schreiben als bekannt gegeben
cli-arg-file = Datei
cli-arg-url = Adresse des Dienstes
cli-arg-code = Code, den der Kreis gegeben hat
cli-arg-once = Nur eine Runde
cli-arg-field = Feld, siehe conflicts
cli-arg-task = Was zu klären ist, siehe conflicts
cli-arg-choose = Kennung der Fassung, die gilt, aus amtsstube conflicts
cli-arg-third = Eine dritte Fassung
cli-arg-over = Kennung einer der Fassungen, an deren Stelle die dritte tritt
cli-arg-help = Diese Hilfe zeigen
cli-arg-version = Die Fassung des Programms zeigen
cli-usage = Aufruf:
cli-usage-commands = Befehle:
cli-usage-values = Angaben:
cli-usage-options = Optionen:
cli-usage-any-options = [OPTIONEN]
cli-usage-command = BEFEHL
cli-usage-possible = Möglich: { $values }.
cli-usage-default = Ohne Angabe: { $value }.
cli-usage-more = Mehr sagt derselbe Aufruf mit --help.
usage-missing = Diese Angabe fehlt.
usage-missing-remedy = Bitte ergänzen.
usage-unknown = Das gibt es hier nicht.
usage-unknown-remedy = Bitte die Schreibweise prüfen.
usage-mistyped = Das gibt es hier nicht.
usage-mistyped-remedy = Gemeint ist vielleicht: { $like }
usage-no-command = Hier fehlt ein Befehl.
usage-no-command-remedy = Möglich: { $values }.
usage-no-value = Hier fehlt der Wert.
usage-no-value-remedy = Bitte dahinter schreiben.
usage-not-among = „{ $value }“ geht hier nicht.
usage-not-among-remedy = Möglich: { $values }.
usage-wrong-value = „{ $value }“ geht hier nicht: { $why }
usage-wrong-value-remedy = Bitte berichtigen.
usage-twice = Diese Angabe steht zweimal da.
usage-twice-remedy = Bitte eine davon weglassen.
usage-conflict = Das geht nicht zusammen mit { $other }.
usage-conflict-remedy = Bitte eines von beiden weglassen.
usage-too-many = Mit „{ $value }“ sind es zu viele Werte.
usage-too-many-remedy = Bitte weglassen; ein Wert mit Leerzeichen gehört in Anführungszeichen.
usage-unreadable = Der Aufruf ist nicht zu lesen.
usage-unreadable-remedy = Bitte prüfen, ob alle Zeichen in UTF-8 geschrieben sind.
cli-fix = Vorschlag: { $fix }
cli-demo-made = Demostadt mit { $cases ->
    [one] 1 Vorgang
   *[other] { $cases } Vorgängen
} angelegt: { $folder }
cli-demo-papers = { $papers ->
    [one] Papiere hat der letzte Vorgang
   *[other] Papiere haben die letzten { $papers } Vorgänge
}.
cli-demo-users = Anmelden mit --as und AMTSSTUBE_PIN={ $pin }:
cli-setup-made = Eingerichtet. Als Nächstes legt { $name } die anderen Beschäftigten an.
cli-verify-clean = Kette, Tabellen, Papiere und Nummern stimmen.
cli-went-on = Dieser Platz arbeitet als { $code } weiter und vergibt wieder Nummern.
cli-case-filed = Vorgang { $number } angelegt
cli-case-did = Vorgang { $number }: { $what }
cli-paper-replaced = ersetzt durch { $title } vom { $date }
cli-paper-void = gilt nicht mehr seit { $date }
cli-paper-falls = gilt nicht mehr ab { $date }
cli-paper-falls-notified = gilt noch: die Rücknahme oder der Widerruf ist nicht bekanntgegeben
cli-paper-corrected = neu ausgestellt: { $title } vom { $date }
cli-receipt-kept = bleibt, wie sie ist, und nennt das Alte: { $title } vom { $date }; ist sie falsch, bitte stornieren und neu kassieren
cli-paper-void-then = gilt nicht mehr: { $title } vom { $date }
cli-town-changed = Gespeichert
cli-town-is-suggested = { $key } = { $value }  ({ $publisher }, { $pack } { $version }; { $set ->
    [no] nicht festgelegt
   *[other] jetzt { $now }
})
cli-town-taken = Übernommen: { $key } = { $value }
cli-town-none-suggested = Kein Vorschlag
cli-state-filed = eingegangen
cli-state-decided = entschieden
cli-state-closed = geschlossen
cli-owes = Offen: { $owed }
cli-receipt = Quittung { $number }
cli-receipt-cancelled-bare = Quittung { $number } storniert; der Stornobeleg ließ sich nicht ausstellen, bitte mit „paper issue … storno“ nachholen
cli-receipt-cancelled = Quittung { $number } storniert, Stornobeleg { $paper } ausgestellt
cli-nothing-found = Nichts gefunden.
cli-enrolled = Angemeldet: { $name }, Stadt { $town }. Nummern dieses Platzes tragen { $desk }. Als Nächstes: amtsstube sync
cli-synced = Gesendet { $sent }, erhalten { $received }; Papiere gesendet { $out }, erhalten { $in }; Abgaben gesendet { $mail-out }, erhalten { $mail-in }
cli-sync-stopped = Angehalten. Alles bis hierher ist gespeichert; amtsstube sync geht von hier weiter.
cli-progress-backup = Sicherung: { $part } %
cli-progress-restore = Zurückholen: { $part } %
cli-backup-written = Gesichert und geprüft: { $path } ({ $size } MB). Ohne die Passphrase oder den Wiederherstellungsschlüssel öffnet sie niemand.
cli-backup-restored = Zurückgeholt: { $town }, Platz { $desk }, Stand { $made }. Lesen geht; bevor hier wieder Nummern vergeben werden, entscheidet die Leitung: amtsstube go-on
cli-number-settled = Vermerkt zu { $number }; amtsstube verify meldet es nicht mehr als Fehler.
cli-outbox-waits = Zu senden: Einträge { $events }, Vorgänge { $cases }, Papiere { $papers }. Erwartete Papiere: { $awaited }. Zählt nicht: { $refused }
cli-sync-work = { $count ->
    [one] Wegen der Rollen ist etwas anzusehen; wen es angeht, sieht es unter Kreis (F7) und mit amtsstube outbox.
   *[other] Wegen der Rollen ist { $count }mal etwas anzusehen; wen es angeht, sieht es unter Kreis (F7) und mit amtsstube outbox.
}
cli-work-settled = { $count ->
    [one] Ein Eintrag ist als angesehen vermerkt.
   *[other] { $count } Einträge sind als angesehen vermerkt.
}
cli-conflict-resolved = Vorgang { $number }: entschieden
cli-task-settled = Vorgang { $number }: geklärt
cli-persons-merged = Zusammengeführt: { $name }
cli-person-was-split = Auseinandergeführt: { $name } steht wieder für sich
cli-told-apart = Vermerkt: { $name } ist nicht doppelt
cli-case-double = Vorgang { $name }: doppelt erfasst, abgeschlossen
cli-merge-stands = { $field }: { $stands } (statt { $other })
cli-catalogue-clean = Ohne Fehler
ags-form = „{ $ags }“ ist kein Gemeindeschlüssel.
ags-form-remedy = Bitte acht Ziffern angeben.
answer-disputed = Zwei Plätze haben hier Verschiedenes eingetragen.
answer-disputed-remedy = Bitte zuerst berichtigen, was gilt.
answer-forbidden-character = Das Zeichen „{ $character }“ an Stelle { $position } ist in Namen und Texten nicht erlaubt.
answer-forbidden-character-remedy = Bitte mit Buchstaben nach DIN 91379 schreiben.
answers-no-json = Die Datei mit den Antworten ist kein JSON ({ $why }).
answers-no-json-remedy = Bitte von catalogue example ausgehen.
answers-no-object = Die Datei mit den Antworten enthält kein Objekt aus Feldern und Antworten.
answers-no-object-remedy = Bitte von catalogue example ausgehen.
answers-documents-form = „_documents“ ist keine Liste von Kennungen: { $why }
answers-documents-form-remedy = Zum Beispiel ["ausweis"].
arms-drawn-out = Das Bild ist mit { $width } × { $height } Punkten für ein Wappen zu lang gestreckt.
arms-drawn-out-remedy = Bitte das Wappen allein nehmen, ohne Schriftzug daneben.
arms-not-typed = Das Wappen ist ein Bild und wird nicht als Text gesetzt.
arms-not-typed-remedy = Bitte town arms DATEI oder die Verwaltung im Fenster nehmen.
arms-too-small = Das Bild ist mit { $width } × { $height } Punkten zu klein für den Briefkopf.
arms-too-small-remedy = Bitte ein Bild mit mindestens { $rows } Punkten Höhe nehmen.
attachment-gone = Die Datei „{ $name }“ ist nicht mehr beim Entwurf.
attachment-gone-remedy = Bitte entfernen und noch einmal anhängen.
attachment-there = Diese Datei hängt schon an, als „{ $name }“.
attachment-there-remedy = Es ist nichts zu tun.
attachment-unknown = Diese Anlage gibt es hier nicht.
attachment-unknown-remedy = Bitte den Vorgang neu laden.
case-already-closed = Der Vorgang ist schon geschlossen.
case-already-closed-remedy = Bitte zuerst wieder öffnen.
case-already-decided = Der Vorgang ist schon entschieden.
case-already-decided-remedy = Bitte die Entscheidung im Vorgang ansehen.
case-decides-nothing = Bei dieser Leistung wird nichts entschieden.
case-decides-nothing-remedy = Ist nichts mehr zu tun, bitte den Vorgang abschließen und den Grund nennen.
case-step-not-now = So weit ist der Vorgang nach dem Ablauf dieser Leistung noch nicht.
case-step-not-now-remedy = Bitte erst den Schritt tun, der davor kommt, zum Beispiel entscheiden.
case-already-open = Diesen Vorgang gibt es schon.
case-already-open-remedy = Bitte den vorhandenen Vorgang öffnen.
case-not-assessed = Der Vorgang wurde vor dem Ablegen nicht geprüft.
case-not-assessed-remedy = Bitte noch einmal versuchen und den Fehler melden.
case-not-closed = Der Vorgang ist nicht geschlossen.
case-not-closed-remedy = Es ist nichts zu öffnen.
case-owes = Der Vorgang hat noch offene Gebühren.
case-owes-remedy = Bitte zuerst kassieren oder die Befreiung begründen.
case-gives-back = Bezahlt und nicht mehr geschuldet: Quittung { $receipts }. Das Geld geht zuerst zurück.
case-gives-back-remedy = Bitte die Quittung stornieren lassen und das Geld zurückgeben.
case-unknown = Diesen Vorgang gibt es hier nicht.
case-unknown-remedy = Bitte Nummer und eigene Zuständigkeit prüfen.
case-number-several = Diese Nummer meint mehrere Vorgänge: { $numbers }
case-number-several-remedy = Bitte mehr von der Nummer angeben.
correction-whose-mistake = Es ist nicht gesagt, ob es ein Versehen des Amtes war.
correction-whose-mistake-remedy = Bitte eines von beiden wählen; das eigene Versehen ist immer kostenlos ({ LAW("§ 42 VwVfG") }).
cli-whose-mistake = Es ist nicht gesagt, wessen Versehen es war.
cli-whose-mistake-remedy = Bitte --own-mistake (das Amt hat sich vertan; immer kostenlos, { LAW("§ 42 VwVfG") }) oder --as-told (die Angabe war so gemacht worden) angeben, eins von beiden.
correction-fee-undecided = Mit den richtigen Angaben beträgt die Gebühr ({ $fee }) { $due } statt { $paid }.
correction-fee-undecided-remedy = Bitte entscheiden: belassen oder neu festsetzen.
correction-fee-paid = Die Gebühr ({ $fee }) ist mit { $paid } bezahlt (Quittung { $receipts }) und wäre nur { $due }.
correction-fee-paid-remedy = Bitte zuerst die Quittung an der Kasse stornieren und danach neu kassieren, oder die Gebühr belassen.
answer-changed-meanwhile = Diese Angabe wurde inzwischen geändert.
answer-changed-meanwhile-remedy = Bitte den Vorgang neu öffnen und die Berichtigung noch einmal ansehen.
charge-not-owed = Diese Gebühr ist nicht offen.
charge-not-owed-remedy = Bitte die Kasse des Vorgangs neu laden.
copies-range = Gedruckt werden 1 bis { $most } Stück.
copies-range-remedy = Bitte eine Anzahl in diesem Bereich angeben.
deadline-bgb-posted = Nach dem BGB gilt kein Schreiben als bekannt gegeben.
deadline-bgb-posted-remedy = Bitte den Tag des Zugangs als Ereignis angeben, nicht den der Aufgabe zur Post.
conditions-missing = Die Nebenbestimmungen fehlen.
conditions-missing-remedy = Bitte jede in eine eigene Zeile schreiben.
conditions-not-here = Diese Leistung kennt keine Entscheidung mit Nebenbestimmungen.
conditions-not-here-remedy = Bitte eine andere Entscheidung wählen.
conditions-without-outcome = Nebenbestimmungen gibt es nur, wenn mit Nebenbestimmungen stattgegeben wird.
conditions-without-outcome-remedy = Bitte die Entscheidung oder die Nebenbestimmungen ändern.
decision-needs-authority = Für den Bescheid fehlen Name und Anschrift der Behörde.
decision-needs-authority-remedy = Bitte unter Verwaltung, Kommune eintragen lassen; vorher kann nicht entschieden werden.
decision-needs-court = Für die Rechtsbehelfsbelehrung fehlen Name und Anschrift des Verwaltungsgerichts.
decision-needs-court-remedy = Bitte unter Verwaltung, Kommune eintragen lassen; vorher kann nicht entschieden werden.
decision-needs-field = Für die Bewilligung fehlt: { $label }.
decision-needs-field-remedy = Bitte beim Entscheiden eintragen; ohne diese Angabe kann nur abgelehnt werden.
grant-unknown = Das wird beim Entscheiden nicht eingetragen. Eingetragen werden kann: { $known }.
grant-unknown-remedy = Bitte den Namen des Feldes prüfen; anderes wird berichtigt.
grant-malformed = „{ $value }“ ist kein Feld mit Wert.
grant-malformed-remedy = Bitte als FELD=WERT angeben, zum Beispiel zone=A.
decision-needs-value = Für den Bescheid fehlt eine Angabe der Kommune: { $label }.
decision-needs-value-remedy = Bitte unter Verwaltung, Kommune eintragen lassen; vorher kann nicht entschieden werden.
filing-needs-value = Die Gebühr steht nicht fest: { $label } hat die Stadt noch nicht eingetragen.
filing-needs-value-remedy = Bitte unter Verwaltung, Kommune eintragen lassen; vorher wird nichts angenommen.
paper-nothing-to-ask = Es ist nichts offen, was nicht schon schriftlich gefordert wurde.
paper-nothing-to-ask-remedy = Eine verlorene Ausfertigung gibt es als Zweitschrift.
paper-other-outcome = Dieses Schreiben passt nicht zur Entscheidung.
paper-other-outcome-remedy = Bitte das Schreiben wählen, das zur Entscheidung gehört.
by-without-proxy = Eine Vertretung gibt es nur bei --appears-as proxy oder representative.
by-without-proxy-remedy = Bitte --appears-as ergänzen oder --by weglassen.
deadline-out-of-range = Die Frist endet außerhalb der Jahre 1583 bis 9999.
deadline-out-of-range-remedy = Bitte Tag und Anzahl prüfen.
demo-data-broken = Die Namen der Demostadt lassen sich nicht lesen.
demo-data-broken-remedy = Bitte den Fehler melden.
document-unknown = Eine Unterlage „{ $document }“ kennt die Leistung nicht.
document-unknown-remedy = Bitte die Kennungen aus catalogue example nehmen.
file-empty = Die Datei { $path } ist leer.
file-empty-remedy = Bitte prüfen, ob der Scan fertig war, und noch einmal wählen.
file-failed = Mit der Datei { $path } ging es nicht: { $why }
file-failed-remedy = Bitte Pfad, Rechte und Platz prüfen; eine vorhandene Datei wird nicht überschrieben.
file-forbidden = Auf { $path } darf dieses Benutzerkonto nicht zugreifen.
file-forbidden-remedy = Bitte einen anderen Ort wählen oder die Rechte ändern lassen.
file-gone = { $path } gibt es nicht oder nicht mehr.
file-gone-remedy = Bitte prüfen, ob die Datei verschoben oder der Stick abgezogen wurde.
file-no-text = { $path } ist kein Text in UTF-8.
file-no-text-remedy = Bitte die Datei im Editor als UTF-8 speichern.
folder-gone = Den Ordner { $path } gibt es nicht; es wurde nichts gespeichert.
folder-gone-remedy = Bitte den Ordner anlegen oder einen anderen Ort angeben.
file-is-folder = { $path } ist ein Ordner, keine Datei.
file-is-folder-remedy = Bitte die Datei darin wählen.
file-no-room = Für { $path } reicht der Platz nicht; es wurde nichts gespeichert.
file-no-room-remedy = Bitte Platz schaffen oder einen anderen Ort wählen.
file-not-plain = { $path } ist keine gewöhnliche Datei.
file-not-plain-remedy = Bitte eine Datei mit Inhalt wählen.
file-read-only = { $path } lässt sich nur lesen.
file-read-only-remedy = Bitte den Schreibschutz lösen oder einen anderen Ort wählen.
copy-beside = Die signierte Kopie liegt unter { $path }: Unter { $wanted } hat inzwischen jemand etwas anderes gespeichert.
copy-beside-remedy = Bitte die Datei dort nehmen; im Vorgang ist sie vermerkt.
file-there = { $path } gibt es schon; die Datei bleibt, wie sie ist.
file-there-remedy = Bitte einen anderen Namen nehmen.
file-too-large = Die Datei ist zu groß.
file-too-large-remedy = Bitte höchstens 25 MB anhängen.
form-none = Für diese Leistung gibt es keinen Vordruck.
form-none-remedy = Es ist nichts zu drucken.
follow-up-in-past = Der { $date } liegt schon zurück.
follow-up-in-past-remedy = Bitte einen Tag ab heute angeben.
follow-up-unknown = Diese Wiedervorlage ist nicht offen.
follow-up-unknown-remedy = Bitte den Vorgang neu laden.
request-nothing = Es ist nichts ausgewählt, das fehlt.
request-nothing-remedy = Bitte mindestens eine Unterlage ankreuzen oder eine Angabe nennen.
request-there = { $document } ist schon da.
request-there-remedy = Bitte nur nachfordern, was fehlt.
answer-too-soon = Das Schreiben gilt erst am { $notified } als angekommen; der { $date } ist zu früh.
answer-too-soon-remedy = Üblich ist der { $usual }.
answer-on-day-off = Am { $date } ist das Amt geschlossen (Wochenende oder Feiertag).
answer-on-day-off-remedy = Bitte den { $next } nehmen.
hearing-not-needed = Angehört wird nur vor einer Entscheidung zum Nachteil.
hearing-not-needed-remedy = Bitte einfach entscheiden.
hearing-none = Hier ist niemand angehört worden.
hearing-none-remedy = Bitte zuerst anhören, oder eine Notiz schreiben.
block-unknown = Den Textbaustein „{ $block }“ gibt es für diese Entscheidung nicht. Es gibt: { $known }
block-unknown-remedy = Bitte einen davon nehmen, oder den Text selbst schreiben (--reason, --condition).
statement-by-whom = Angehört wurden mehrere Personen.
statement-by-whom-remedy = Bitte angeben, wer sich äußert (im Fenster auswählen, sonst --who mit der Kennung der Person). Auf die anderen wird weiter gewartet.
answers-none-awaited = Hier sind keine Angaben nachgefordert, die noch fehlen.
answers-none-awaited-remedy = Bitte falsche Angaben berichtigen, oder eine Notiz schreiben.
answers-before-request = Nachgefordert wurde erst am { $date }.
answers-before-request-remedy = Bitte den Tag prüfen, an dem die Angaben eingingen.
document-not-there = Die Unterlage „{ $document }“ ist hier nicht als eingegangen vermerkt.
document-not-there-remedy = Bitte eine Unterlage wählen, die da ist.
notified-posted-missing = Es fehlt, wann der Brief zur Post gegeben wurde.
notified-posted-missing-remedy = Bitte den Tag angeben: Was früher ankommt, gilt erst am vierten Tag nach der Aufgabe als bekanntgegeben.
notified-posted-after = Der Brief kann nicht am { $date } zur Post gegeben worden sein, wenn er am { $arrived } ankam.
notified-posted-after-remedy = Bitte beide Tage prüfen.
hearing-missing = Vor einer Ablehnung wird angehört ({ LAW("§ 28 VwVfG") }, in Steuersachen § 91 AO).
hearing-missing-remedy = Bitte anhören, oder den Grund wählen, aus dem davon abgesehen wird.
statement-before-hearing = Die Anhörung begann erst am { $date }.
statement-before-hearing-remedy = Bitte den Tag prüfen, an dem die Äußerung zu dieser Anhörung einging.
hearing-not-over = Die Anhörung läuft noch bis zum { $date }.
hearing-not-over-remedy = Bitte warten, die Äußerung eintragen, oder den Grund wählen, aus dem nicht gewartet wird.
second-not-asked = Diese Entscheidung braucht keine zweite Unterschrift.
second-not-asked-remedy = Bitte einfach entscheiden.
second-needed = Diese Entscheidung braucht eine zweite Unterschrift.
second-needed-remedy = Bitte zur Unterschrift geben; eine andere Person mit der Rolle Leitung unterschreibt.
draft-changed = Hier liegt nichts zur Unterschrift: Es ist nichts vorbereitet, oder der Entwurf wurde zurückgegeben, ersetzt oder seine Angaben geändert.
draft-changed-remedy = Bitte den Vorgang neu laden und ansehen, was jetzt gilt.
draft-own = Diesen Entwurf haben Sie selbst geschrieben.
draft-own-remedy = Unterschreiben muss eine andere Person mit der Rolle Leitung.
draft-other-today = Beträge oder Rechtsbehelf wären heute anders als im Entwurf.
draft-other-today-remedy = Bitte die Entscheidung neu vorbereiten.
remedy-undecided = Hier ist noch nicht entschieden.
remedy-undecided-remedy = Bitte zuerst entscheiden. Eine Eingabe davor ist eine Notiz.
notified-before-decision = Der { $date } liegt vor der Entscheidung vom { $decided }.
notified-before-decision-remedy = Bitte den Tag prüfen.
notified-in-future = Der { $date } liegt in der Zukunft.
notified-in-future-remedy = Bitte die Bekanntgabe eintragen, wenn sie war.
objection-before-decision = Der { $date } liegt vor der Entscheidung vom { $decided }.
objection-before-decision-remedy = Bitte den Tag des Eingangs prüfen.
objection-against-none = Wogegen sich das richten soll, gibt es hier nicht, oder es gilt nichts mehr davon.
objection-against-none-remedy = Bitte den Vorgang ansehen und wählen, was noch gilt.
sued-before = Der { $date } liegt vor dem { $since }, an dem das eingegangen ist, worüber zu entscheiden war.
sued-before-remedy = Bitte den Tag des Eingangs prüfen.
sued-decided = Am { $date } war darüber entschieden. Was danach bei Gericht eingereicht wird, richtet sich gegen den Bescheid.
sued-filed-after = Bei Gericht eingereicht am { $date } wäre nach dem Eingang hier.
sued-filed-after-remedy = Bitte beide Tage prüfen.
sued-decided-remedy = Bitte als Klage gegen den Bescheid eintragen.
sued-nothing = Bei dieser Leistung wird hier nichts entschieden.
sued-nothing-remedy = Bitte den Verlauf ansehen, oder eine Notiz schreiben.
sued-open = Es ist schon eine Untätigkeitsklage offen.
sued-open-remedy = Bitte sie zuerst erledigen, oder eine Notiz schreiben.
sued-none = Hier ist keine Untätigkeitsklage offen.
sued-none-remedy = Bitte den Verlauf ansehen.
objection-open = Von dieser Person ist schon ein Widerspruch offen, eingegangen am { $date }.
objection-open-remedy = Bitte ihn zuerst erledigen, oder eine Notiz schreiben. Hat jemand anders Widerspruch erhoben, bitte den Namen angeben.
settled-other-objection = So endet eine Klage, kein Widerspruch.
settled-other-objection-remedy = Bitte wählen, was aus dem Widerspruch wird: abgeholfen, zum Teil abgeholfen, zurückgewiesen, weitergegeben oder zurückgenommen.
settled-other-action = So endet ein Widerspruch, keine Klage.
settled-other-action-remedy = Bitte wählen, wie die Klage ausging: stattgegeben, abgewiesen, zurückgenommen oder in der Hauptsache erledigt.
settled-of-which = Es ist mehreres offen, was so enden kann.
settled-of-which-remedy = Bitte sagen, was gemeint ist: Widerspruch oder Klage, bei mehreren Klagen das Aktenzeichen, bei mehreren Widersprüchen, wer ihn erhoben hat.
settled-whose = Es ist mehr als ein Widerspruch offen: { $who ->
    [own] der antragstellenden Person
    [both] der antragstellenden Person und von { $names }
   *[others] von { $names }
}.
settled-whose-remedy = Bitte sagen, welcher gemeint ist: --objector NAME, bei dem der antragstellenden Person --own. Jeder endet für sich.
notify-whose = Mehr als eine Entscheidung über einen Widerspruch kann gemeint sein, über den { $who ->
    [own] der antragstellenden Person
    [both] der antragstellenden Person und von { $names }
   *[others] von { $names }
}.
notify-whose-remedy = Bitte sagen, über wessen: --objector NAME, bei dem der antragstellenden Person --own.
unsettle-whose = Zurücknehmen lässt sich, was aus mehr als einem Widerspruch wurde: { $who ->
    [own] der antragstellenden Person
    [both] der antragstellenden Person und von { $names }
   *[others] von { $names }
}.
unsettle-whose-remedy = Bitte sagen, welcher gemeint ist: --objector NAME, bei dem der antragstellenden Person --own.
objector-none = Von dieser Person ist hier kein solcher Widerspruch. Es gibt den { $who ->
    [own] der antragstellenden Person
    [both] der antragstellenden Person und von { $names }
   *[others] von { $names }
}.
objector-none-remedy = Bitte den Namen so angeben, wie er eingetragen ist: --objector NAME, bei der antragstellenden Person --own.
hearing-runs = Die Anhörung läuft noch bis { $date }, und es ist noch nicht alles gesagt.
hearing-runs-remedy = Bitte prüfen, ob der Bescheid die Antwort abwarten soll.
occasion-over = Der Zeitraum, um den es geht, ist seit dem { $date } vorbei.
occasion-over-remedy = Bitte prüfen, ob sich der Antrag erledigt hat.
answer-after-occasion = Die Antwort hätte Zeit bis { $date }, aber schon am { $from } beginnt das, worum es geht.
answer-after-occasion-remedy = Bitte einen früheren Tag wählen oder anrufen.
choice-missing = Hier ist noch nichts gewählt.
choice-missing-remedy = Bitte oben wählen.
objection-none = Hier ist kein Rechtsbehelf offen.
objection-none-remedy = Bitte den Verlauf ansehen.
action-there = Diese Klage ist schon eingetragen, eingegangen am { $date }.
action-there-remedy = Bitte das Aktenzeichen prüfen: Eine zweite Klage hat ein eigenes.
settled-part-missing = Es fehlt, was aufgehoben oder geändert wird.
settled-part-missing-remedy = Bitte den Teil so beschreiben, wie er im Bescheid oder Urteil steht; alles andere bleibt.
settled-part-unfit = So endet nichts, was zum Teil aufgehoben wird.
settled-part-unfit-remedy = Bitte Abhilfe wählen, ganz oder zum Teil, oder den Teil und die Gebühren weglassen.
ruling-needed = Über den Widerspruch entscheidet ein Bescheid.
ruling-needed-remedy = Bitte den Widerspruch im Vorgang entscheiden: Begründung und Kosten gehören dazu.
ruling-nothing = Der Bescheid, gegen den sich der Widerspruch richtet, gilt nicht mehr.
ruling-nothing-remedy = Bitte klären, ob der Widerspruch zurückgenommen wird, und das eintragen.
ruling-of-another = Diesen Widerspruch hat nicht die antragstellende Person erhoben: Bescheide gehen von hier nur an sie, und was zu ihren Gunsten entschieden ist, fällt nicht, ohne dass sie gehört wird (§ 71 VwGO).
ruling-of-another-remedy = Bitte die antragstellende Person hören, den Bescheid mit der Leitung außerhalb schreiben und beiden zustellen. Danach das Ergebnis hier als anderswo entschieden eintragen, mit Behörde und Tag. Als Bekanntgabe wird hier nur der Tag eingetragen, an dem der antragstellenden Person zugestellt wurde; die Zustellung an die andere Person bitte als Notiz festhalten.
ruling-none = Über einen Widerspruch ist hier nicht entschieden.
ruling-none-remedy = Der Bescheid entsteht mit der Entscheidung über den Widerspruch.
ruling-passed-on = Der Widerspruch ist weitergegeben: Darüber entscheidet eine andere Behörde.
ruling-passed-on-remedy = Bitte ihre Entscheidung eintragen, oder die Weitergabe zurücknehmen, wenn sie ein Irrtum war.
ruling-before-objection = Der { $date } liegt vor dem Widerspruch vom { $received }.
ruling-before-objection-remedy = Bitte den Tag der Entscheidung prüfen.
ruling-share-missing = Wer zum Teil Recht bekommt, trägt einen Teil der Kosten: Der Anteil fehlt.
ruling-share-missing-remedy = Bitte angeben, wie viel Prozent der Kosten die Kommune trägt.
ruling-share-wrong = Das ist kein Anteil.
ruling-share-wrong-remedy = Bitte eine ganze Zahl von 0 bis 100 eingeben.
ruling-share-whole = Wer ganz Recht bekommt, trägt keine Kosten.
ruling-share-whole-remedy = Bitte den Anteil leer lassen, oder zum Teil abhelfen.
ruling-share-part = Wer zum Teil Recht bekommt, trägt die Kosten zum Teil.
ruling-share-part-remedy = Bitte einen Anteil von 1 bis 99 Prozent eingeben.
ruling-counsel-tax = In Verfahren über Abgaben wird über die Vertretung nicht entschieden: Es wird nichts erstattet.
ruling-counsel-tax-remedy = Bitte die Angabe zur Vertretung weglassen.
ruling-fees-say = Es fehlt, was aus dem festgesetzten Betrag wird.
ruling-fees-say-remedy = Bitte wählen: Er bleibt, er fällt weg, oder er wird herabgesetzt.
ruling-fees-paid = Der festgesetzte Betrag ist schon bezahlt: { $receipts }.
ruling-fees-paid-remedy = Bitte zuerst die Quittung stornieren lassen, damit das Geld über die Kasse zurückgeht.
ruling-lowered-missing = Das ist kein Betrag.
ruling-lowered-missing-remedy = Bitte den neuen Betrag in Euro eingeben.
ruling-lowered-wrong = Herabgesetzt wird auf einen Betrag zwischen 0 und { $cents }.
ruling-lowered-wrong-remedy = Fällt der festgesetzte Betrag ganz weg, bitte das wählen.
ruling-lowered-several = Der Bescheid hat mehrere Beträge festgesetzt; herabgesetzt wird hier nur ein einzelner.
ruling-lowered-several-remedy = Bitte die Beträge bestehen lassen oder aufheben und neu festsetzen.
settlement-unknown = Hier steht kein solcher Eintrag, oder es folgte schon einer danach.
settlement-unknown-remedy = Bitte den Verlauf ansehen; zurückgenommen wird der letzte Eintrag.
settlement-told = Der Bescheid über den Widerspruch ist schon bekanntgegeben und damit wirksam.
settlement-told-remedy = Offenbare Unrichtigkeiten werden berichtigt ({ LAW("§ 42 VwVfG") }); alles andere bitte mit der Leitung klären.
settlement-printed = Der Bescheid darüber ist schon gedruckt: Vielleicht ist er unterwegs.
settlement-printed-remedy = Bitte nachsehen. Ist er noch im Haus, bitte das angeben; sonst die Zustellung eintragen und mit der Leitung klären.
settlement-sued = Dagegen ist schon eine Klage eingetragen.
settlement-sued-remedy = Bitte den Verlauf ansehen und mit der Leitung klären.
settlement-decided-anew = In der Sache ist danach neu entschieden worden.
settlement-decided-anew-remedy = Bitte die neue Entscheidung zuerst zurücknehmen.
given-too-little = Gegeben sind { $given }, zu zahlen sind { $due }.
given-too-little-remedy = Bitte mindestens { $due } nehmen.
given-unlikely = Gegeben wären { $given }, zurück gingen { $change }. Bitte den Betrag berichtigen. Stimmt er, noch einmal bestätigen.
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
not-allowed = Dafür fehlt die Rolle oder die Zuständigkeit. Das dürfen hier: { $roles }.
not-allowed-remedy = Bitte jemanden mit einer dieser Rollen fragen, die oder der für diese Leistungen zuständig ist.
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
paper-already-issued = { $title } vom { $date } gibt es schon.
paper-already-issued-remedy = Nie ausgehändigt: noch einmal drucken, das ist dasselbe Papier und kostenlos. Verloren: eine Zweitschrift ausstellen.
paper-replaced = Dieses Papier ist durch { $title } vom { $date } ersetzt.
paper-replaced-remedy = Bitte die Zweitschrift vom neuen Papier ausstellen.
paper-void = Dieses Papier gilt nicht mehr.
paper-void-remedy = Bitte ein Papier wählen, das gilt.
paper-of-cancelled-receipt = Die Quittung ist storniert.
paper-of-cancelled-receipt-remedy = Bitte die Zweitschrift der Quittung ausstellen, die gilt.
paper-of-no-cancelling = Dieses Storno zählt nicht.
paper-of-no-cancelling-remedy = Warum, sagt „Datei prüfen“ oder der Verlauf des Vorgangs. Signiert wird, was gilt.
paper-unknown = Dieses Papier gibt es hier nicht.
paper-unknown-remedy = Bitte die Papiere des Vorgangs auflisten.
paper-without-decision = Diesen Bescheid gibt es erst nach der Entscheidung.
paper-without-decision-remedy = Bitte zuerst entscheiden.
paper-without-receipt = Ohne Quittung gibt es diesen Beleg nicht.
paper-without-receipt-remedy = Bitte zuerst kassieren.
pay-form = „{ $value }“ ist keine Zahlweise und kein Betrag.
pay-form-remedy = Zum Beispiel later, card, cash:26,00 oder exempt:Grund; ein Betrag als 26,00.
person-missing = Es fehlt, für wen der Antrag ist.
person-missing-remedy = Bitte eine Person suchen oder neu eintragen.
person-likely-known = Vielleicht schon bekannt: { $who }.
person-likely-known-remedy = Bitte zur Person zurückgehen und sie nehmen, oder dort sagen, dass es jemand anderes ist.
cli-person-likely-known = Vielleicht schon bekannt: { $who }.
cli-person-likely-known-remedy = Dieselbe Person: --person { $person }. Jemand anderes: --new-person.
person-house = „{ $text }“ ist keine Hausnummer.
person-house-remedy = Zum Beispiel: 12 a
person-postcode = „{ $text }“ ist keine Postleitzahl.
person-postcode-remedy = Zum Beispiel: 48712
search-receipt = Quittung { $number }
search-code = Abfragecode { $code }
search-none = Nichts gefunden
appearance-back = Zur Verwaltung
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
service-for-kreis = Über diese Leistung entscheidet der Kreis: der Antrag wird hier aufgenommen und dann an den Kreis abgegeben (im Vorgang mit Strg+G).
service-is-kreis-remedy = Bitte an den Kreis verweisen.
sign-in-needed = Dafür muss jemand angemeldet sein.
sign-in-needed-remedy = Bitte --as und AMTSSTUBE_PIN angeben.
sign-in-wait = Zu viele falsche Versuche; weiter geht es in { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
}.
sign-in-wait-remedy = Bitte so lange warten.
sign-in-wrong = Anmeldename oder PIN stimmt nicht.
sign-in-wrong-remedy = Bitte beides prüfen; die Verwaltung kann eine neue PIN setzen.
signature-missing = Die Unterschrift fehlt.
signature-missing-remedy = Bitte unterschreiben lassen und bestätigen.
court-number-missing = Das Aktenzeichen des Gerichts fehlt.
court-number-missing-remedy = Bitte angeben, wie es auf dem Schreiben des Gerichts steht.
plaintiff-missing = Es fehlt, wer klagt.
plaintiff-missing-remedy = Bitte den Namen angeben, wie er auf dem Schreiben des Gerichts steht.
text-missing = Der Text fehlt.
text-missing-remedy = Bitte etwas angeben.
reasons-missing = Die Begründung fehlt.
reasons-missing-remedy = Bitte schreiben, warum so entschieden wird oder werden soll ({ LAW("§ 39 VwVfG, § 121 AO") }).
audit-months-form = Das ist keine Zahl von Monaten zwischen 1 und { $most }.
audit-months-form-remedy = Bitte eine ganze Zahl angeben; länger als nötig darf das Protokoll nicht liegen bleiben.
second-signature-form = Das sagt nicht, wann eine zweite Person unterschreibt.
second-signature-form-remedy = Bitte „immer“, „Ablehnung“ oder einen Betrag angeben, über dem auch Festsetzungen unterschrieben werden; leer heißt nie.
town-amount-form = „{ $value }“ ist kein Betrag in Euro.
town-amount-form-remedy = Bitte zum Beispiel 48 oder 48,50 angeben.
town-choice-form = „{ $value }“ steht nicht zur Auswahl.
town-choice-form-remedy = Möglich sind: { $choices }.
town-days-form = „{ $value }“ sind keine Tage, die es in jedem Jahr einmal gibt.
town-days-form-remedy = Bitte zum Beispiel 15.02., 15.05., 15.08., 15.11. angeben.
town-number-form = „{ $value }“ ist keine ganze Zahl von 0 bis 9999.
town-number-form-remedy = Bitte nur Ziffern angeben.
town-text-long = Der Text ist länger als 120 Zeichen.
town-text-long-remedy = Bitte kürzen.
town-value-form = „{ $value }“ ist nicht SCHLÜSSEL=WERT.
town-value-form-remedy = Bitte zum Beispiel hundesteuer.erster=48,00 angeben.
town-key-unknown = Einen Wert { $key } gibt es in den Angaben der Kommune nicht.
town-key-unknown-remedy = Bitte die Schreibweise prüfen; amtsstube town show nennt alle.
user-name-missing = Der Name fehlt.
user-name-missing-remedy = Bitte den Namen angeben, wie er unter Schreiben steht.
user-unknown = Diese Person arbeitet hier nicht.
user-unknown-remedy = Bitte den Anmeldenamen prüfen.
counter-no-printer-remedy = Bitte als PDF speichern oder einen Drucker einrichten.


# ui: eine Datei wählen
chooser-line = Datei
chooser-line-hint = Ein paar Buchstaben suchen im Ordner, ein Schrägstrich wechselt ihn, Tab ergänzt. Enter nimmt die gewählte.
chooser-name = Dateiname
chooser-name-hint = Mit Schrägstrich auch ein anderer Ordner. Eine vorhandene Datei wird nie überschrieben.
chooser-new-folder = Name des neuen Ordners
chooser-new-folder-hint = Er wird neu angelegt, mit einem Ordner für jede Stelle darin.
chooser-folder = Ordner: { $folder }
chooser-list = Inhalt von { $folder }
chooser-reading = Der Ordner wird gelesen …
chooser-empty = Hier liegt nichts, das passt.
chooser-up = Eine Ebene höher
chooser-is-folder = Ordner
chooser-column-name = Name
chooser-column-size = Größe
chooser-column-changed = Geändert
chooser-documents = Dokumente
chooser-downloads = Downloads
chooser-desktop = Schreibtisch
chooser-home = Eigene Dateien
chooser-stick = Datenträger { $name }
chooser-offer = Als „{ $name }“ speichern
chooser-attach = Nehmen
chooser-attaching = Wird gelesen …
chooser-save = Speichern
chooser-saving = Wird gespeichert …
chooser-nothing = Es ist keine Datei gewählt.
chooser-nothing-remedy = Bitte mit den Pfeiltasten eine wählen.
chooser-name-missing = Der Dateiname fehlt.
chooser-name-missing-remedy = Bitte einen Namen eingeben.
file-title = Anlagen
file-none = Noch keine Datei angehängt.
file-attach = Datei anhängen
file-attach-to = Datei zu { $document } anhängen
file-attach-title = Datei anhängen
file-what = Was ist es?
file-free = freie Anlage
file-remove = Entfernen
file-remove-this = { $name } entfernen
file-view-this = { $name } ansehen
file-save-this = { $name } speichern
file-signed = unterschriebener Vordruck

# ui: ein Vorgang
case-loading = Der Vorgang wird geholt.
case-done = Erledigt.
case-nobody = niemand
case-received = Eingang
case-status-code = Abfragecode
case-filing-plan = Aktenplan
case-deadline-met = erledigt { $on } (Frist { $due })
case-decided = Entschieden am { $date }: { $outcome }
case-note = Notiz
case-note-title = Notiz
case-note-save = Notieren
case-note-call = Telefongespräch
case-follow-up = Wiedervorlage
case-follow-up-set = Vormerken
case-follow-up-day = Am
dialog-first = Hier ist noch etwas offen: erst abschließen, oder mit Esc schließen.
case-follow-up-text = Woran ist zu denken?
case-decide = Entscheiden
case-correct = Angaben berichtigen
case-correct-go-on = Berichtigung fortsetzen
case-correct-begun = Eine Berichtigung ist begonnen und nicht fertig; der Vorgang ist noch, wie er war.
case-decide-go = Entscheiden
case-conditions = Nebenbestimmungen ({ LAW("§ 36 VwVfG") }), jede in einer Zeile
case-decide-letter = Schreiben: { $letters }
case-decide-no-letter = Für diese Entscheidung gibt es kein Schreiben; sie steht nur in der Akte.
case-decide-action = Rechtsbehelf: Klage innerhalb eines Monats, { $body }, { $address }
case-decide-remedy-open = Welcher Rechtsbehelf hier gilt, ist von der Kommune zu bestätigen.
case-decide-objection = Rechtsbehelf: Widerspruch innerhalb eines Monats, { $body }, { $address }
step-title = Verfahren
step-complete-since = Vollständig seit { $on }
step-answers-missing = Angaben fehlen noch: { $answers }
step-answered = Angaben sind da
step-answered-text = Was wurde angegeben? (darf leer bleiben, wenn es an anderer Stelle steht)
step-statement-who = Wer äußert sich?
step-hearing-silent = Noch nicht geäußert: { $names }
complete-received = Der Antrag ging am { $date } ein.
complete-document = { $document } kam am { $date }.
complete-answers = Die nachgeforderten Angaben kamen am { $date }.
complete-since = Damit ist alles da seit dem { $date }.
deemed-rule = Ohne Entscheidung gilt es { $months ->
    [one] nach einem Monat
   *[other] nach { $months } Monaten
} als genehmigt.
deemed-begins = Die Frist beginnt mit den vollständigen Unterlagen, { $date }.
deemed-extended = Verlängert bis zum { $date }.
deemed-unconfirmed = Ob das Gesetz hier gilt, ist von der Kommune noch zu bestätigen.
deemed-waits = Ohne Entscheidung gilt es { $months ->
    [one] einen Monat nach
   *[other] { $months } Monate nach
} vollständigen Unterlagen als genehmigt ({ $law }). Die Frist läuft noch nicht.
deemed-runs = Bis { $by } entscheiden und bekannt geben: Danach gilt es als genehmigt
deemed-decide-by-hand = Was nicht bis { $by } bekannt gegeben ist, kann als genehmigt gelten ({ LAW("§ 42a VwVfG") }), und die Post ist dafür zu langsam: Bitte den Bescheid bis dahin persönlich übergeben.
deemed-notified-late = Zu entscheiden war bis { $by }, bekannt gegeben ist die Entscheidung erst { $on }: Bitte rechtlich prüfen lassen, ob der Antrag als genehmigt gilt ({ LAW("§ 42a Abs. 1 VwVfG") })
deemed-passed = Die Frist endete { $by }: Es gilt als genehmigt
deemed-fee-due = Die Gebühr ist auch dann zu zahlen: Mit dem Eintragen wird sie durch eigenen Bescheid festgesetzt.
deemed-fee-set = Die Gebühr ist durch eigenen Bescheid festgesetzt.
deemed-fee-free = Eine Gebühr wird dann nicht erhoben.
deemed-fee-open = Ob auch dann eine Gebühr zu zahlen ist, hat die Stadt noch zu bestätigen (Einstellungen, deemed.fee). Festgesetzt wird bis dahin keine.
deemed-since = Gilt als genehmigt seit { $on }
deemed-enter = Genehmigung eintragen
deemed-enter-says = Über den Antrag ist nicht rechtzeitig entschieden worden. Er gilt als genehmigt, so wie er gestellt wurde. Bitte prüfen, ob wirklich niemand entschieden hat; danach kann die Genehmigung nur noch zurückgenommen oder widerrufen werden.
deemed-certify = Bescheinigung ausstellen
deemed-extend = Mehr Zeit
deemed-extend-go = Verlängern und Schreiben ausstellen
deemed-extend-day = Neuer letzter Tag
deemed-extend-reasons = Warum die Sache schwierig ist, wie es im Schreiben steht
deemed-extend-says = Die Frist endet { $by }. Sie kann einmal angemessen verlängert werden; das Schreiben muss bis dahin zugegangen sein.
deemed-extend-by-hand = Die Post ist dafür zu langsam: Bitte das Schreiben bis dahin persönlich übergeben.
deemed-not-here = Für diese Leistung ordnet kein Gesetz an, dass sie ohne Entscheidung als genehmigt gilt.
deemed-not-here-remedy = Bitte entscheiden.
deemed-lifted = Hier wurde schon entschieden, und die Entscheidung ist aufgehoben: Von selbst gilt nichts mehr als genehmigt.
deemed-lifted-remedy = Bitte neu entscheiden.
deemed-not-running = Die Frist läuft noch nicht: Es fehlen Unterlagen oder Angaben.
deemed-not-running-remedy = Bitte nachfordern, was fehlt.
deemed-not-yet = Entschieden werden kann noch bis zum { $date }.
deemed-not-yet-remedy = Bitte entscheiden; erst danach gilt der Antrag als genehmigt.
deemed-over = Die Frist endete am { $date }: Der Antrag gilt als genehmigt und kann nicht mehr anders entschieden werden.
deemed-over-remedy = Bitte die Genehmigung eintragen. Ist sie rechtswidrig, kann sie nur zurückgenommen werden ({ LAW("§ 48 VwVfG") }).
deemed-not-entered = Hier gilt nichts als genehmigt.
deemed-not-entered-remedy = Bitte zuerst eintragen, dass der Antrag als genehmigt gilt, wenn die Frist abgelaufen ist.
deemed-extended-already = Die Frist ist schon einmal verlängert worden; ein zweites Mal geht nicht.
deemed-extended-already-remedy = Bitte bis dahin entscheiden.
deemed-extended-late = Die Frist endete am { $date } und kann nicht mehr verlängert werden.
deemed-extended-late-remedy = Bitte die Genehmigung eintragen.
deemed-extended-short = Die Frist läuft ohnehin bis zum { $date }.
deemed-extended-short-remedy = Bitte einen späteren Tag angeben.
deemed-extended-long = Bis zum { $date } wäre länger verlängert, als die Frist selbst lang ist (das wäre bis { $last }). Erlaubt ist nur, was angemessen ist ({ LAW("§ 42a Abs. 2 Satz 3 VwVfG") }).
deemed-extended-long-remedy = Bitte einen früheren Tag angeben, oder bestätigen, dass so viel Zeit angemessen ist (--even-so).
deemed-extend-even-so = Länger als die Frist selbst (bis { $last }): Das ist geprüft und wegen der Schwierigkeit der Sache angemessen.
revoke-year = Ein Jahr, seit die Behörde die Tatsachen kennt ({ $known })
revoke-undecided = Hier ist noch nichts entschieden, was zurückgenommen oder widerrufen werden könnte.
revoke-undecided-remedy = Bitte entscheiden. Ein anderes Amt nimmt selbst zurück, was es entschieden hat.
revoke-nothing-decided = Der Antrag wurde zurückgenommen: Es gibt keine Entscheidung.
revoke-nothing-decided-remedy = Hier ist nichts zurückzunehmen.
revoke-already = Von dieser Entscheidung gilt schon nichts mehr.
revoke-already-remedy = Bitte den Vorgang ansehen; mehr ist nicht zu tun.
revoke-not-notified = Die Entscheidung ist noch nicht bekanntgegeben und wirkt noch nicht ({ LAW("§ 43 VwVfG, § 124 AO") }).
revoke-not-notified-remedy = Ist sie noch im Haus, bitte nicht herausgeben. Ist sie draußen, bitte zuerst die Bekanntgabe eintragen.
revoke-none = Hier ist nichts zurückgenommen oder widerrufen.
revoke-none-remedy = Das Schreiben entsteht mit der Rücknahme, dem Widerruf oder der Anhörung davor.
revoke-ground-missing = Der Paragraph fehlt, nach dem zurückgenommen oder widerrufen wird.
revoke-ground-missing-remedy = Bitte einen wählen.
revoke-other-law = Dieser Paragraph gilt hier nicht.
revoke-other-law-remedy = Für diese Leistung gelten: { $law }.
revoke-burdens = Die Ablehnung begünstigt niemanden: Dieser Paragraph gilt nur für Bescheide, die etwas gewähren.
revoke-burdens-remedy = Bitte einen Paragraphen für belastende Bescheide wählen ({ LAW("§ 48 Abs. 1, § 49 Abs. 1 VwVfG") }, in Steuersachen § 130 Abs. 1 oder § 131 Abs. 1 AO).
revoke-favours = Der Bescheid gewährt etwas: Er ist geschützt und kann nicht wie ein belastender aufgehoben werden ({ LAW("§ 48 Abs. 1 Satz 2, § 49 Abs. 2 VwVfG") }; § 130 Abs. 2, § 131 Abs. 2 AO).
revoke-favours-remedy = Bitte einen der anderen Absätze wählen, oder den belastenden Teil nennen (eine Auflage, die Gebühr).
revoke-trust-unfit = Ob Vertrauen schutzwürdig ist, wird dabei nicht gefragt ({ LAW("§ 48 Abs. 2 und 3 VwVfG") }).
revoke-trust-unfit-remedy = Bitte weglassen, oder den passenden Absatz wählen.
revoke-known-missing = Seit wann die Behörde die Tatsachen kennt, fehlt. Davon hängt die Jahresfrist ab.
revoke-known-missing-remedy = Bitte den Tag angeben, an dem alle erheblichen Tatsachen bekannt waren.
revoke-known-future = Der { $date } liegt in der Zukunft.
revoke-known-future-remedy = Bitte den Tag angeben, an dem die Tatsachen bekannt wurden.
revoke-known-before = Der { $date } liegt vor der Entscheidung vom { $decided }. Die Jahresfrist kann erst danach beginnen.
revoke-known-before-remedy = Bitte den Tag angeben, an dem erkannt wurde, dass die Entscheidung nicht bleiben kann.
revoke-year-over = Die Jahresfrist endete am { $date }: Die Tatsachen sind seit dem { $known } bekannt. Danach ist es nicht mehr erlaubt.
revoke-year-over-remedy = Bitte den Tag prüfen; sonst bleibt die Entscheidung, wie sie ist.
revoke-year-over-trust = Die Jahresfrist endete am { $date }: Die Tatsachen sind seit dem { $known } bekannt ({ LAW("§ 48 Abs. 4 VwVfG") }).
revoke-year-over-trust-remedy = Bitte den Tag prüfen. Ohne Frist geht es nur, wenn der Bescheid durch Täuschung, Drohung oder Bestechung erwirkt wurde ({ LAW("§ 48 Abs. 4 Satz 2 VwVfG") }).
revoke-from-before = Der { $date } liegt vor der Entscheidung vom { $decided }.
revoke-from-before-remedy = Bitte frühestens diesen Tag angeben.
revoke-from-past = Ein Widerruf wirkt nur für die Zukunft, nicht ab dem { $date }.
revoke-from-past-remedy = Bitte heute oder einen späteren Tag angeben, oder keinen: dann gilt es ab der Bekanntgabe. Rückwirkend geht es nur bei Rücknahme oder bei gewährtem Geld ({ LAW("§ 48, § 49 Abs. 3 VwVfG") }; § 130 AO).
revoke-hearing-missing = Vor Rücknahme oder Widerruf muss angehört werden ({ LAW("§ 28 VwVfG, § 91 AO") }).
revoke-hearing-missing-remedy = Bitte anhören, oder einen Grund des Gesetzes wählen, davon abzusehen.
revoke-hearing-other = Angehört wurde zu einem anderen Paragraphen: Dazu konnte sich noch niemand äußern ({ LAW("§ 28 VwVfG, § 91 AO") }).
revoke-hearing-other-remedy = Bitte zu diesem anhören, den anderen nehmen, oder einen Grund des Gesetzes wählen, davon abzusehen.
revoke-hearing-not-needed = Wer nur entlastet wird, muss vorher nicht angehört werden.
revoke-hearing-not-needed-remedy = Bitte gleich zurücknehmen oder widerrufen.
revoke-ground-unfit = Dieser Grund, nicht anzuhören, passt hier nicht.
revoke-ground-unfit-remedy = Bitte Gefahr im Verzug, eine Frist oder ein zwingendes öffentliches Interesse wählen ({ LAW("§ 28 Abs. 2 Nr. 1 und 2, Abs. 3 VwVfG") }), oder anhören.
revoke-part-anew = Bei einem Teil bleibt die Entscheidung im Übrigen bestehen; neu entschieden wird nur das Ganze.
revoke-part-anew-remedy = Bitte eines von beiden weglassen.
revoke-fees-say = Was aus den festgesetzten Gebühren wird, muss gesagt werden.
revoke-fees-say-remedy = Bitte wählen: bestehen lassen oder mit aufheben ({ $law }: was bei richtiger Behandlung nicht entstanden wäre, wird nicht erhoben).
revoke-fees-anew = Wird in der Sache neu entschieden, setzt der neue Bescheid die Gebühr fest: Zweimal wird sie nicht verlangt.
revoke-fees-anew-remedy = Bitte die frühere Gebühr mit aufheben.
revoke-fees-paid = Die Gebühren sind schon bezahlt: { $receipts }.
revoke-fees-paid-remedy = Bitte zuerst die Quittung stornieren lassen, damit das Geld über die Kasse zurückgeht.
paper-decision-revoked = Die Entscheidung ist zurückgenommen oder widerrufen: Ihr Schreiben gilt nicht mehr.
paper-decision-revoked-remedy = Bitte das Schreiben über die Rücknahme oder den Widerruf nehmen.
paper-nothing-to-pay = Mit diesen Angaben ist nichts zu zahlen: Es gibt keine Quittung.
paper-nothing-to-pay-remedy = Bitte eine andere Auswahl treffen oder Angaben ändern, die eine Gebühr auslösen.
paper-nothing-cancelled = Hier ist keine Quittung storniert, zu der ein Beleg fehlt.
paper-nothing-cancelled-remedy = Bitte den Vorgang neu laden.
paper-nothing-to-lift = Kein Schreiben verlangt hier etwas, das nicht mehr geschuldet ist.
paper-nothing-to-lift-remedy = Bitte den Vorgang neu laden.
revoke-button = Zurücknehmen oder widerrufen
revoke-go = Zurücknehmen oder widerrufen
revoke-hear = Vorher anhören
revoke-says = Die Entscheidung kann zurückgenommen oder widerrufen werden.
revoke-ground = Nach welchem Paragraphen?
revoke-left-out = Nur was hier passen kann: Die Ablehnung begünstigt niemanden; was für gewährende Bescheide gilt, fehlt.
revoke-left-out-heard = Nur was etwas nimmt: Wer nur entlastet wird, muss vorher nicht angehört werden.
revoke-trust = Vertrauensschutz ({ LAW("§ 48 Abs. 2 Satz 3 VwVfG") })
revoke-trusted = nicht von vornherein ausgeschlossen
revoke-untrusted-deceived = durch Täuschung, Drohung oder Bestechung erwirkt (keine Jahresfrist)
revoke-untrusted-untrue = durch unrichtige oder unvollständige Angaben erwirkt
revoke-untrusted-knew = Rechtswidrigkeit bekannt oder grob fahrlässig nicht bekannt
revoke-no-year = Dafür gibt es keine Jahresfrist.
revoke-known = Bekannt seit
revoke-known-hint = Der Tag, an dem der Behörde alle Tatsachen bekannt waren. Oft erst nach der Anhörung: auch was für das Ermessen zählt.
revoke-until = Möglich bis { $by }: bis dahin muss es bekanntgegeben sein
revoke-by-hand = Möglich bis { $by }. Die Post ist dafür zu langsam: Bitte das Schreiben bis dahin persönlich übergeben.
revoke-over = Die Jahresfrist endete { $by }
revoke-from = Gilt ab
revoke-from-back-hint = Ohne Tag ab der Bekanntgabe; auch ein vergangener Tag, frühestens der der Entscheidung.
revoke-from-hint = Ohne Tag ab der Bekanntgabe; nur heute oder später.
revoke-part = Nur ein Teil? Welcher (freiwillig)
revoke-part-hint = Leer lassen, wenn die ganze Entscheidung gemeint ist. Der Satz steht so im Schreiben.
revoke-fees = Festgesetzt sind { $amount }. Was wird daraus?
revoke-fees-kept = bleiben bestehen
revoke-fees-dropped = werden mit aufgehoben
revoke-hand-back = Was ist zurückzugeben ({ $law })? Jedes in einer Zeile
revoke-printed = Schon gedruckt ({ $copies }-mal): { $title } vom { $date }
revoke-anew = In der Sache wird neu entschieden
revoke-compensates = Auf Antrag ist ein Vermögensnachteil auszugleichen, soweit das Vertrauen schutzwürdig ist ({ $law }). Das Schreiben weist darauf hin; damit beginnt die Frist für den Antrag.
revoke-refunds = Was schon geleistet wurde, ist bei Rückwirkung durch eigenen Bescheid zurückzufordern ({ $law }).
revoke-second = Das unterschreibt eine zweite Person. Bis dahin wird nichts ausgestellt.
revoke-to-sign = Rücknahme oder Widerruf ({ $law }) vorbereitet am { $on } von { $name }. Es fehlt die Unterschrift der Leitung.
revoke-is-back = Rücknahme
revoke-is-revoked = Widerruf
revoke-intended = Beabsichtigt: Rücknahme oder Widerruf nach { $law }
revoked-back = Zurückgenommen am { $on }: Entscheidung vom { $date } ({ $law })
revoked-revoked = Widerrufen am { $on }: Entscheidung vom { $date } ({ $law })
revoked-part = Nur ein Teil: { $part }
revoked-from = Gilt ab dem { $date }
revoked-effect-waits = Noch nicht bekanntgegeben: Bis dahin gilt die Entscheidung ({ LAW("§ 43 VwVfG, § 124 AO") })
revoked-effect-from = Wirkt ab dem { $date }: Bis dahin gilt die Entscheidung
revoked-effect-since = Wirkt seit dem { $date }
revoked-fees-dropped = Mit aufgehoben: festgesetzte Gebühren von { $amount }
revoked-fees-kept = Festgesetzte Gebühren bleiben: { $amount }
revoked-late = Bekanntgegeben erst am { $on }; die Jahresfrist endete { $by }. Ob das trägt, muss geprüft werden.
case-taken-back = Zurückgenommen
case-revoked = Widerrufen
case-give-back-money = Bezahlt und nicht mehr geschuldet: { $amount }, Quittung { $number }. Bitte die Quittung stornieren und das Geld zurückgeben.
revoke-clause-48-1 = { LAW("§ 48 Abs. 1 VwVfG") }: rechtswidrig, belastend: jederzeit zurücknehmen
revoke-clause-48-2 = { LAW("§ 48 Abs. 2 VwVfG") }: rechtswidrig, gewährt Geld oder teilbare Sachen: zurücknehmen
revoke-clause-48-3 = { LAW("§ 48 Abs. 3 VwVfG") }: rechtswidrig, sonst begünstigend (Erlaubnis, Genehmigung): zurücknehmen
revoke-clause-49-1 = { LAW("§ 49 Abs. 1 VwVfG") }: rechtmäßig, belastend: für die Zukunft widerrufen
revoke-clause-49-2-1 = { LAW("§ 49 Abs. 2 Nr. 1 VwVfG") }: Widerruf zugelassen oder vorbehalten
revoke-clause-49-2-2 = { LAW("§ 49 Abs. 2 Nr. 2 VwVfG") }: Auflage nicht oder nicht rechtzeitig erfüllt
revoke-clause-49-2-3 = { LAW("§ 49 Abs. 2 Nr. 3 VwVfG") }: neue Tatsachen, sonst öffentliches Interesse gefährdet
revoke-clause-49-2-4 = { LAW("§ 49 Abs. 2 Nr. 4 VwVfG") }: geänderte Rechtsvorschrift, noch kein Gebrauch gemacht
revoke-clause-49-2-5 = { LAW("§ 49 Abs. 2 Nr. 5 VwVfG") }: schwere Nachteile für das Gemeinwohl
revoke-clause-49-3-1 = { LAW("§ 49 Abs. 3 Nr. 1 VwVfG") }: Geld nicht für den Zweck verwendet
revoke-clause-49-3-2 = { LAW("§ 49 Abs. 3 Nr. 2 VwVfG") }: Geld unter Auflage, die nicht erfüllt wurde
revoke-clause-130-1 = § 130 Abs. 1 AO: rechtswidrig, belastend: jederzeit zurücknehmen
revoke-clause-130-2-1 = § 130 Abs. 2 Nr. 1 AO: von einer unzuständigen Behörde
revoke-clause-130-2-2 = § 130 Abs. 2 Nr. 2 AO: durch Täuschung, Drohung oder Bestechung erwirkt (keine Jahresfrist)
revoke-clause-130-2-3 = § 130 Abs. 2 Nr. 3 AO: durch unrichtige oder unvollständige Angaben erwirkt
revoke-clause-130-2-4 = § 130 Abs. 2 Nr. 4 AO: Rechtswidrigkeit bekannt oder grob fahrlässig nicht bekannt
revoke-clause-131-1 = § 131 Abs. 1 AO: rechtmäßig, belastend: für die Zukunft widerrufen
revoke-clause-131-2-1 = § 131 Abs. 2 Nr. 1 AO: Widerruf zugelassen oder vorbehalten
revoke-clause-131-2-2 = § 131 Abs. 2 Nr. 2 AO: Auflage nicht oder nicht rechtzeitig erfüllt
revoke-clause-131-2-3 = § 131 Abs. 2 Nr. 3 AO: neue Tatsachen, sonst öffentliches Interesse gefährdet
step-missing = Unterlagen fehlen: { $documents }
step-asked = Nachgefordert am { $on }, Antwort bis { $due }
step-asked-late = Nachgefordert am { $on }; die Antwort war bis { $due } erbeten
step-request = Unterlagen nachfordern
step-request-go = Schreiben ausstellen
step-request-which = Das fehlt und wird nachgefordert:
step-request-answers = Was sonst noch fehlt, jedes in einer Zeile
step-answer-by = Antwort bis
step-hearing-open = Anhörung seit { $on}: Äußerung möglich bis { $due }
step-hearing-over = Anhörung vom { $on }: bis { $due } keine Äußerung
step-hearing-said = Äußerung vom { $on }: { $text }
step-hearing-none = Vor einer Ablehnung wird angehört ({ $law }).
step-hearing-omitted = Ohne Anhörung: { $ground }
step-hear = Anhören
step-hear-go = Anhörung ausstellen
step-hear-intends = Beabsichtigte Entscheidung
step-hear-reasons = Gründe, wie sie im Schreiben stehen
step-statement = Äußerung eintragen
step-statement-text = Was wurde gesagt?
step-statement-day = Eingegangen am
step-decides = Entscheiden darf: { $roles }
step-decided = Entschieden am { $on } von { $name }
step-second = Diese Entscheidung unterschreibt eine zweite Person. Bis dahin wird nichts ausgestellt.
step-blocks = Textbausteine:
step-prepare-go = Zur Unterschrift geben
step-to-sign = Vorbereitet am { $on } von { $name }: { $outcome }. Es fehlt die Unterschrift: { $roles }.
step-sign-own = Wer vorbereitet hat, unterschreibt nicht selbst.
step-returned = Zurückgegeben von { $name }: { $reason }
step-draft-changed = Der Entwurf vom { $on } gilt nicht mehr: Danach wurde etwas geändert. Bitte neu vorbereiten.
step-sign = Unterschreiben
step-sign-says = Mit der Unterschrift ist entschieden, und das Schreiben wird ausgestellt.
step-return = Zurückgeben
step-ground = Warum wird nicht angehört?
hearing-ground-as-declared = Von den eigenen Angaben wird nicht zum Nachteil abgewichen (Abs. 2 Nr. 3)
hearing-ground-danger = Gefahr im Verzug oder öffentliches Interesse an sofortiger Entscheidung (Abs. 2 Nr. 1)
hearing-ground-deadline = Eine maßgebliche Frist wäre nicht einzuhalten (Abs. 2 Nr. 2)
hearing-ground-many = Gleichartige Bescheide in größerer Zahl oder automatisch (Abs. 2 Nr. 4)
hearing-ground-enforcement = Maßnahme der Verwaltungsvollstreckung (Abs. 2 Nr. 5)
hearing-ground-forbidden = Ein zwingendes öffentliches Interesse steht entgegen (Abs. 3)
step-enter = Eintragen
step-notify = Bekanntgabe eintragen
step-notify-known = Schon eingetragen: { $way }, { $on }. Was hier steht, ersetzt das, und die Frist läuft danach.
step-untold-beside = Noch nicht bekanntgegeben: { $what }. Bitte bekanntgeben und das hier eintragen
step-notify-which = Was wurde bekanntgegeben?
step-notify-way = Wie wurde bekanntgegeben?
step-notify-posted = Zur Post gegeben am
step-notify-received = Erhalten am
step-notify-proof = Nachweis (freiwillig): wer unterschrieben hat, Nummer der Urkunde
step-notify-of-another = Eingetragen wird der Tag, an dem der antragstellenden Person zugestellt wurde. Die Zustellung an { $by } bitte als Notiz festhalten.
notified-way-post = per Post
notified-way-hand = übergeben gegen Unterschrift
notified-way-acknowledged = mit Empfangsbekenntnis
notified-way-served = mit Postzustellungsurkunde
notified-way-arrived = per Post, an diesem Tag nachweislich zugegangen (nur wenn später als der vierte Tag nach der Aufgabe)
step-receipt = Empfangsbekenntnis ausstellen
step-not-notified = Noch nicht bekanntgegeben: Die Frist für den Rechtsbehelf läuft noch nicht.
step-notified = Bekanntgegeben am { $on }: { $way }, { $day }
step-remedy-until = Bekanntgegeben am { $on }. Rechtsbehelf möglich bis { $by }.
step-remedy-open = Rechtsbehelf möglich bis { $by }; ab { $on } bestandskräftig, wenn nichts eingeht
step-remedy-filed = Rechtsbehelf möglich bis { $by }; es ist einer eingegangen, der Bescheid ist nicht bestandskräftig
step-judged = Die Klage ist zu Ende. Ob der Bescheid bestandskräftig ist, zeigt das Rechtskraftzeugnis des Gerichts
step-final = Bestandskräftig seit { $on }: Die Frist ist abgelaufen, ohne dass rechtzeitig etwas eingegangen ist
step-final-of-another = Das gilt für die antragstellende Person; wie lange { $by } klagen kann, hängt von der Zustellung an diese Person ab
step-no-notice = Der Bescheid hatte keine Rechtsbehelfsbelehrung, darum gilt ein Jahr.
step-object = Widerspruch oder Klage eintragen
step-object-what = Was ist eingegangen?
step-object-against = Wogegen?
step-filed-against = Gegen: { $what }
step-remedy-other = { $what }: anfechtbar bis { $by }
act-decision = Bescheid vom { $date }
act-back = Rücknahme vom { $date }
act-revoked = Widerruf vom { $date }
act-ruling = Widerspruchsbescheid vom { $date }
act-redress = Abhilfebescheid vom { $date }
act-ruling-of = Widerspruchsbescheid vom { $date } auf den Widerspruch von { $by }
act-redress-of = Abhilfebescheid vom { $date } auf den Widerspruch von { $by }
ruling-form = Der Bescheid vom { $date } gilt in der Gestalt des Widerspruchsbescheids vom { $on } (§ 79 Abs. 1 Nr. 1 VwGO).
settled-part = Aufgehoben oder geändert ist: { $part } · alles andere bleibt
step-not-served = Der Widerspruchsbescheid ist noch nicht zugestellt: Die Klagefrist läuft nicht. Bitte förmlich zustellen (§ 73 Abs. 3 Satz 2 VwGO) und das hier eintragen
step-redress-untold = Der Abhilfebescheid ist noch nicht bekanntgegeben
step-notify-informal = Ein Widerspruchsbescheid ist förmlich zuzustellen (§ 73 Abs. 3 Satz 2 VwGO): mit Postzustellungsurkunde, Empfangsbekenntnis oder gegen Unterschrift. Mit einfacher Post ist offen, ob die Klagefrist läuft, und der Bescheid wird hier nicht als bestandskräftig geführt.
step-ruled = Maßgebend ist die Klagefrist nach dem Widerspruchsbescheid
step-unserved = Klagefrist rechnerisch bis { $by }, aber nicht förmlich zugestellt: Ob sie läuft, ist offen. Bitte den Widerspruchsbescheid förmlich zustellen und das eintragen
ruling-elsewhere = Eine andere Behörde hat entschieden
ruling-elsewhere-by = Welche Behörde?
ruling-elsewhere-on = Tag ihrer Entscheidung
ruling-no-notice = Ihr Bescheid trägt keine oder eine falsche Rechtsbehelfsbelehrung: Dann gilt ein Jahr (§ 58 Abs. 2 VwGO)
ruling-reasons = Begründung
ruling-facts = Sachverhalt (freiwillig)
ruling-part = Was wird aufgehoben oder geändert?
ruling-part-hint = So, wie es im Bescheid oder Urteil steht: „Die Nebenbestimmung Nr. 2 wird aufgehoben.“ Alles andere bleibt bestehen.
ruling-part-alone = Nur ein Teil war angefochten? (freiwillig)
ruling-part-alone-hint = Leer: Der ganze Bescheid fällt. Sonst fällt nur das, etwa eine Nebenbestimmung, und alles andere bleibt.
ruling-fees = Was wird aus dem festgesetzten Betrag?
ruling-fees-kept = Festgesetzter Betrag bleibt: { $amount }
ruling-fees-dropped = Festgesetzter Betrag fällt weg: { $amount }
ruling-fees-lowered = Festgesetzter Betrag wird herabgesetzt
ruling-lowered = Neuer Betrag
ruling-lowered-to = Festgesetzter Betrag herabgesetzt auf { $amount }
ruling-share = Anteil der Kommune an den Kosten in Prozent
ruling-share-hint = Leer: 100 bei Abhilfe, 0 bei Zurückweisung. Bei Abhilfe zum Teil nach dem Maß des Erfolgs.
ruling-counsel = Vertretung durch Bevollmächtigte
ruling-counsel-none = niemand war vertreten
ruling-counsel-needed = war notwendig
ruling-counsel-not = war nicht notwendig
ruling-costs-law = Erstattet wird nach { $law }, auf Antrag und soweit die Kommune die Kosten trägt. Von der Kommune zu bestätigen.
ruling-costs-tax = In Verfahren über Abgaben wird nichts erstattet ({ $law }). Von der Kommune zu bestätigen.
ruling-costs-open = Ob in Verfahren über Abgaben etwas erstattet wird, ist für dieses Land nicht bekannt: Der Bescheid sagt dazu nichts. Bitte mit der Leitung klären.
ruling-costs-say = Die Kommune trägt { $share } Prozent der Kosten
ruling-counsel-say-needed = Eine Vertretung war notwendig ({ $law })
ruling-counsel-say-not = Eine Vertretung war nicht notwendig ({ $law })
ruling-redress-says = Es entsteht ein Abhilfebescheid (§ 72 VwGO). Der frühere Bescheid gilt nicht mehr; was noch zu entscheiden ist, ist danach hier wieder offen.
ruling-serve-says = Es entsteht ein Widerspruchsbescheid. Er ist förmlich zuzustellen (§ 73 Abs. 3 VwGO); ab der Zustellung läuft die Klagefrist von einem Monat (§ 74 Abs. 1 VwGO).
ruling-court = Die Belehrung nennt: { $body }, { $address }
ruling-decided-by = Entschieden von: { $by }, am { $on }.
ruling-to-sign = Entscheidung über den Widerspruch vorbereitet am { $on } von { $name }: { $how }. Es fehlt die Unterschrift der Leitung.
settlement-undo = Eintrag zurücknehmen
settlement-undo-offer = War das ein Irrtum?
settlement-undo-says = Der Rechtsbehelf ist danach wieder offen, ein hier geschriebener Bescheid darüber gilt nicht. Er darf nicht herausgegeben werden.
settlement-in-house = Der gedruckte Bescheid ist noch im Haus
step-object-by = Erhoben von, falls nicht von der antragstellenden Person
step-object-text = Worum geht es (freiwillig)
remedy-is-objection = Widerspruch
remedy-is-action = Klage
step-filed = { $what } vom { $on }
step-filed-by = { $what } vom { $on }, erhoben von { $by }
objection-of-another = Nicht von der antragstellenden Person erhoben
objection-whose = Widerspruch von { $by }
objection-whose-own = Widerspruch der antragstellenden Person
objection-in-time = Rechtzeitig: Fristende { $by }
objection-late = Verspätet um { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}: Fristende { $by }. Nur bei Wiedereinsetzung (§ 60 VwGO) zulässig.
objection-of-another-time = Die Frist ab der Bekanntgabe an die antragstellende Person gilt hier nicht, ebenso wenig deren Rechtsbehelfsbelehrung. Ob das rechtzeitig ist, hängt davon ab, wann die Entscheidung dieser anderen Person bekanntgegeben wurde; ohne Bekanntgabe vermutlich innerhalb eines Jahres, seit sie davon wusste oder wissen musste (Treu und Glauben, § 58 Abs. 2 VwGO entsprechend). Bitte mit der Leitung prüfen.
objection-in-time-unknown = Ob das rechtzeitig ist, steht erst fest, wenn die Bekanntgabe eingetragen ist.
objection-only-action = Ein Widerspruch ist hier nicht eröffnet: Gegen diesen Bescheid kann nur geklagt werden. Die Klagefrist läuft weiter, bis { $by }. Bitte das der absendenden Person sofort sagen.
objection-only-objection = Geklagt werden kann hier erst nach einem Widerspruch (§ 68 VwGO). Die Widerspruchsfrist läuft weiter, bis { $by }. Bitte dem Gericht mitteilen, dass noch kein Widerspruch erhoben ist; ob die Klage zulässig ist, entscheidet das Gericht.
objection-until-unknown = zu einem Tag, der mit der Bekanntgabe feststeht
step-settle = Entscheiden oder weitergeben
step-settle-how = Was wird daraus?
step-settled = { $how } am { $on }: { $reason }
objection-remedied = Abgeholfen: Der Bescheid ist aufgehoben und wird neu getroffen
objection-remedied-in-part = Zum Teil abgeholfen, im Übrigen zurückgewiesen
objection-passed-on = An die Widerspruchsbehörde oder das Gericht weitergegeben
objection-taken-back = Zurückgenommen
objection-rejected = Zurückgewiesen
objection-upheld = Der Klage stattgegeben (§ 113 VwGO)
objection-upheld-in-part = Der Klage zum Teil stattgegeben (§ 113 VwGO)
objection-dismissed = Klage abgewiesen
objection-moot = In der Hauptsache erledigt (§ 161 Abs. 2 VwGO) oder verglichen (§ 106 VwGO)
action-end = Klage ist beendet
action-filed = Klage vom { $on }: { $at }
action-number = Aktenzeichen { $number }
action-head = Aufgabe der Leitung: dem Gericht antworten und ihm die Akten vorlegen (§ 99 VwGO).
action-in-part = Der Bescheid steht hier weiter, denn was das Gericht davon aufgehoben hat, sagt nur diese Zeile. Bitte Nebenbestimmungen und Gebühren danach prüfen.
action-end-hint = Bitte erst eintragen, wenn feststeht, wie es ausging: ein Urteil erst, wenn es rechtskräftig ist. Bei „stattgegeben“ gilt der Bescheid hier nicht mehr, und der Antrag ist wieder offen.
action-served-hint = Das steht im Schreiben des Gerichts. Wurde eine Klageschrift nur hier abgegeben, hat das Gericht sie noch nicht: bitte sofort dorthin weiterleiten und eine Notiz schreiben.
action-before-objection = Über den Widerspruch vom { $since } ist hier noch nicht entschieden. Geklagt werden kann in der Regel erst nach dem Widerspruchsbescheid (§ 68 VwGO), wegen Untätigkeit erst ab { $from } (§ 75 VwGO): dann bitte als Untätigkeitsklage eintragen. Über die Zulässigkeit entscheidet das Gericht; der Widerspruch ist weiter zu bearbeiten.
action-after-remedied = Dem Widerspruch wurde am { $on } abgeholfen: Die Entscheidung gilt nicht mehr. Was das für die Klage heißt, sagt das Gericht.
action-after-objection = Der Widerspruch ist am { $on } zurückgewiesen. Die Klagefrist beträgt einen Monat ab der Zustellung des Widerspruchsbescheids (§ 74 Abs. 1 VwGO); ob sie gewahrt ist, zeigt der Nachweis der Zustellung.
step-sue = Bis { $by } entscheiden: Ab { $from } ist eine Untätigkeitsklage möglich (§ 75 VwGO)
step-sue-now = Seit { $from } ist eine Untätigkeitsklage möglich (§ 75 VwGO)
step-sued = Untätigkeitsklage eintragen
step-sued-end = Untätigkeitsklage ist erledigt
sued-filed-on = Bei Gericht eingereicht am
sued-filed-hint = Der Stempel des Gerichts: Nach diesem Tag richtet sich, ob sie rechtzeitig, zu früh oder schon nach dem Bescheid kam. Sonst leer lassen.
sued-served-on = Vom Gericht hier eingegangen am
sued-court = Gericht
sued-file-number = Aktenzeichen des Gerichts
sued-by = Wer klagt?
sued-end-how = Wie ging die Klage aus?
sued-end-reason = Was hat das Gericht entschieden oder wer hat was erklärt, und wann?
sued-stops-nothing = Die Klage hält keine Frist an. Sie steht danach bei den Vorgängen der Leitung.
sued-application = Untätigkeitsklage vom { $on } über den Antrag: { $at }
sued-objection = Untätigkeitsklage vom { $on } über den Widerspruch: { $at }
sued-admissible = Nach Ablauf der drei Monate erhoben; zulässig war sie ab { $from }.
sued-early = Vor dem { $from } erhoben: zulässig bei besonderen Umständen, oder sobald die drei Monate ohne Entscheidung vergangen sind (§ 75 Satz 2 VwGO). Das entscheidet das Gericht.
sued-head = Aufgabe der Leitung: dem Gericht antworten und sagen, weshalb noch nicht entschieden ist und wann entschieden wird (§ 75 Satz 3 VwGO).
case-levy-first = Für { $year }: { $amount }, ab { $from }
case-levy-in-one = In einer Summe fällig, einen Monat nach Bekanntgabe.
case-levy-by-law = Wann das fällig ist, sagt der Bescheid mit Verweis auf das Recht, nach dem die Steuer erhoben wird.
case-levy-each-year = In jedem ganzen Jahr: { $parts }
case-levy-earlier = Steuerpflichtig schon ab { $date }. Für die Zeit vor { $year } wird nichts festgesetzt: bitte eigener Bescheid mit den damaligen Beträgen.
case-outcome = Entscheidung
case-reasons = Begründung ({ LAW("§ 39 VwVfG") })
case-reasons-tax = Begründung (§ 121 AO)
case-reason = Grund
case-close-title = Vorgang abschließen
case-close-it = Abschließen
case-close-reason = Vermerk (freiwillig)
case-reopen = Wieder aufnehmen
case-back = Zur Liste
case-paper = Schriftstück
case-issued = Vom
case-copies = Exemplare
case-printed = { $count }-mal gedruckt
case-not-printed = nicht gedruckt
case-paper-replaced = ersetzt durch { $title } vom { $date }
case-paper-void = gilt nicht mehr seit { $date }
case-paper-falls = gilt nicht mehr ab dem { $date }
case-paper-falls-notified = gilt noch: die Rücknahme oder der Widerruf ist nicht bekanntgegeben
case-look = Ansehen
case-print = Drucken
case-save = Speichern unter
case-issue = Weiteres Schriftstück
case-duplicate = Zweitschrift
case-issue-title = Schriftstück ausstellen
case-issue-which = Welches
case-issue-go = Ausstellen
duplicate-title = Zweitschrift für ein verlorenes Schriftstück
duplicate-go = Zweitschrift ausstellen
duplicate-or-reprint = Nur wenn das ausgehändigte Blatt verloren ist: Eine Zweitschrift ist ein eigenes, gekennzeichnetes Schriftstück. Was nie ausgehändigt wurde, wird mit „Drucken“ kostenlos noch einmal gedruckt (Nachdruck).
duplicate-free = Diese Zweitschrift kostet nichts.
duplicate-fee = Gebühr: { $amount } ({ $tariff })
case-printer = Drucker
case-printers-none = Auf diesem Rechner ist kein Drucker eingerichtet. Das Schriftstück lässt sich speichern.
case-no-printer = Es ist kein Drucker gewählt.
prints-title = Druckaufträge
prints-back = Zurück
proof-title = Datei prüfen
proof-says = Ob eine PDF-Datei Byte für Byte ein Schriftstück ist, das hier ausgegeben wurde.
proof-go = Prüfen
proof-other = Andere Datei
proof-digest = SHA-256: { $digest }
prints-none = Es wurde noch nichts gedruckt.
prints-case = Vorgang
prints-state = Stand
prints-since = Seit
prints-again = Neu drucken
prints-other = Anderer Drucker
prints-withdraw = Zurückziehen
prints-open-case = Vorgang öffnen
prints-done = Vorgemerkt. Der Druckauftrag beginnt neu.
prints-withdrawn = Der Druckauftrag ist zurückgezogen.
prints-asked = { $count ->
    [one] Ein Schriftstück geht zum Drucker.
   *[other] { $count } Schriftstücke gehen zum Drucker.
}
prints-under-way = { $count ->
    [one] Ein Schriftstück wird gedruckt
   *[other] { $count } Schriftstücke werden gedruckt
}
prints-stuck = { $count ->
    [one] Ein Schriftstück wartet auf den Drucker: { $why }
   *[other] { $count } Schriftstücke warten auf den Drucker: { $why }
}
prints-failed = { $count ->
    [one] Ein Schriftstück ist nicht gedruckt: { $why }
   *[other] { $count } Schriftstücke sind nicht gedruckt: { $why }
}
print-sides = Ein- oder beidseitig
print-sides-as-set = wie am Drucker eingestellt
print-sides-one-sided = einseitig
print-sides-two-sided-long-edge = beidseitig, über die lange Kante
print-sides-two-sided-short-edge = beidseitig, über die kurze Kante
print-tray = Papierfach
print-tray-auto = automatisch
print-tray-manual = Handzufuhr
print-tray-by-pass-tray = Mehrzweckfach
print-tray-main = Hauptfach
print-tray-top = oberes Fach
print-tray-middle = mittleres Fach
print-tray-bottom = unteres Fach
print-tray-envelope = Umschläge
print-tray-large-capacity = Großraumfach
print-tray-number = Fach { $number }
print-state-waiting = wartet
print-state-handing = wird übergeben
print-state-printing = am Drucker
print-state-printed = gedruckt
print-state-failed = nicht gedruckt
print-state-withdrawn = zurückgezogen
print-since = seit { $when }
print-away = Das Drucksystem (CUPS) antwortet nicht.
print-away-remedy = Das Schriftstück ist ausgestellt. Gedruckt wird, sobald das Drucksystem läuft; sonst bitte die Systembetreuung rufen.
print-denied = Das Drucksystem lässt diesen Benutzer nicht drucken.
print-denied-remedy = Bitte die Systembetreuung rufen, oder einen anderen Drucker nehmen.
print-spool-full = Das Drucksystem hat keinen Platz mehr für das Schriftstück.
print-spool-full-remedy = Bitte Platz schaffen lassen und dann noch einmal drucken.
print-gone = Den Drucker { $printer } gibt es nicht mehr.
print-gone-remedy = Bitte nachsehen, ob das Schriftstück herauskam, und sonst mit einem anderen Drucker noch einmal drucken.
print-closed = Der Drucker { $printer } nimmt zurzeit keine Aufträge an{ $detail }.
print-closed-remedy = Der Auftrag geht los, sobald er wieder annimmt. Oder bitte einen anderen Drucker nehmen.
print-late = Das ist schon gedruckt.
print-late-remedy = Ein weiteres Exemplar lässt sich im Vorgang drucken.
print-refused = Das Drucksystem hat den Auftrag abgelehnt{ $detail }.
print-refused-remedy = Bitte einen anderen Drucker nehmen oder die Systembetreuung rufen.
print-stopped = Der Drucker { $printer } ist angehalten{ $detail }.
print-stopped-remedy = Bitte den Drucker wieder freigeben lassen, oder den Auftrag an einen anderen geben.
print-held = Der Auftrag wird im Drucksystem zurückgehalten.
print-held-remedy = Bitte dort freigeben lassen, oder den Auftrag zurückziehen.
print-retried = Der Drucker { $printer } hat den Auftrag nicht angenommen{ $detail }. Das Drucksystem versucht es von selbst wieder.
print-retried-remedy = Bitte den Drucker prüfen, oder den Auftrag an einen anderen geben.
print-aborted = Das Drucksystem hat den Auftrag aufgegeben{ $detail }.
print-aborted-remedy = Bitte den Drucker prüfen und noch einmal drucken.
print-cancelled = Der Auftrag wurde am Drucker oder im Drucksystem abgebrochen.
print-cancelled-remedy = Bitte nachsehen, was herauskam, und sonst noch einmal drucken.
print-lost = Das Drucksystem kennt den Auftrag nicht mehr.
print-lost-remedy = Bitte nachsehen, ob das Schriftstück herauskam, und sonst noch einmal drucken.
print-no-paper = Das Schriftstück lässt sich nicht lesen{ $detail }.
print-no-paper-remedy = Bitte den Bestand prüfen lassen (amtsstube verify).
print-not-noted = Gedruckt, aber nicht im Vorgang vermerkt: Wer den Druck wollte, darf das nicht mehr.
print-not-noted-remedy = Bitte im Vorgang eine Notiz dazu machen.
print-paper-out = Im Drucker { $printer } fehlt Papier{ $detail }.
print-paper-out-remedy = Bitte Papier nachlegen; der Druck geht dann weiter.
print-jam = Im Drucker { $printer } staut sich Papier{ $detail }.
print-jam-remedy = Bitte den Stau lösen; der Druck geht dann weiter.
print-door = Am Drucker { $printer } ist eine Klappe offen{ $detail }.
print-door-remedy = Bitte schließen; der Druck geht dann weiter.
print-toner = Im Drucker { $printer } ist der Toner leer{ $detail }.
print-toner-remedy = Bitte wechseln; der Druck geht dann weiter.
print-offline = Der Drucker { $printer } ist nicht zu erreichen{ $detail }.
print-offline-remedy = Bitte nachsehen, ob er eingeschaltet ist; der Druck geht dann los.
print-job-unknown = Einen Druckauftrag { $job } gibt es nicht.
print-job-unknown-remedy = Bitte die Nummer in der Druckliste ablesen.
case-save-title = Speichern unter
case-page-of = Seite { $page } von { $pages }
case-page-before = Zurück
case-page-next = Weiter
case-page-drawn = Die Seite wird gezeichnet.
page-text-of = Text der Seite, { $page }
page-text-untagged = Diese Datei sagt nicht, was Überschrift, Absatz oder Tabelle ist. Der Text steht, wie er gezeichnet wurde.
page-text-none = Auf dieser Seite steht kein lesbarer Text.
page-text-figure = Bild: { $text }
page-text-link = Verweis: { $text }
case-key-page = Bild ↑ ↓
case-key-turn = blättern
case-documents = Nachweise
case-document-there = liegt vor { $date }
case-document-missing = fehlt
case-document-tick = Als erhalten eintragen
case-document-refuse = Unbrauchbar
case-document-refuse-go = Als unbrauchbar vermerken
case-document-refuse-says = Die Unterlage fehlt dann wieder, und was mit vollständigen Unterlagen beginnt, läuft nicht. Die Datei bleibt am Vorgang.
case-money = Gebühren
case-waived = nicht erhoben: { $reason }
case-paid = bezahlt
case-owed = offen
case-withdrawn = aufgehoben (Berichtigung)
case-receipt = Quittung { $number }: { $amount } { $how } am { $date }
case-cancelled = storniert: { $reason }
case-cancel = Stornieren
case-cancel-title = Quittung { $number } stornieren
case-cancel-go = Stornieren
case-pay = { $amount } bezahlen
over-again = Was vorhin geschrieben wurde, steht wieder da.
over-anew = Neu beginnen
case-pay-title = Bezahlen
case-pay-go = Buchen
case-pay-how = Zahlungsart
case-pay-given = Gegeben
case-pay-given-hint = Leer: genau der Betrag.
case-pay-change = Zurück: { $amount }
case-reminders = Wiedervorlagen
case-reminder-done = Erledigt
case-persons = Beteiligte
case-proxy = Bevollmächtigte Person …
case-proxy-title = Wer handelt mit Vollmacht?
case-proxy-go = Eintragen
case-proxy-end = Vollmacht ist erloschen
case-proxy-says = Briefe gehen dann an { $name } ({ LAW("§ 14 Abs. 3 VwVfG, § 80 AO") }).
case-proxy-new = Wer noch nicht erfasst ist, wird zuerst unter Personen (F4) angelegt.
proxy-missing = Es ist niemand gewählt.
proxy-missing-remedy = Bitte tippen und die Person mit Enter nehmen.
proxy-unnamed = Wer in Vollmacht handelt, ist nicht eingetragen.
proxy-unnamed-remedy = Bitte die bevollmächtigte Person suchen oder neu eintragen, auf der Befehlszeile mit --by.
representative-unnamed = Wer gesetzlich vertritt, ist nicht eingetragen.
representative-unnamed-remedy = Bitte die gesetzliche Vertretung suchen oder neu eintragen, auf der Befehlszeile mit --by.
identity-unknown = Als Ausweis ist etwas anderes eingetragen als die Art des Papiers.
identity-unknown-remedy = Bitte nur die Art wählen, zum Beispiel Personalausweis; Nummer und Kopie werden nicht behalten.
identity-nobody-there = Es kam schriftlich: Niemand war da, der einen Ausweis hätte zeigen können.
identity-nobody-there-remedy = Bitte beim Ausweis „keiner“ wählen oder angeben, wer erschienen ist.
proxy-is-applicant = Das ist die Person, für die der Vorgang läuft.
proxy-is-applicant-remedy = Bitte eine andere wählen.
proxy-without-applicant = Zu diesem Vorgang gehört keine Person, für die jemand handeln könnte.
proxy-without-applicant-remedy = Bitte zuerst eintragen, wer den Antrag stellt.
case-applicant = Antragstellung
case-representative = Vertretung: an sie gehen Briefe
case-answers = Angaben
case-corrections = Berichtigungen
case-corrected = { $old } → { $new }
correct-title = Angaben berichtigen
correct-help = Nur ändern, was falsch ist. Alles andere bleibt, wie es eingegangen ist.
correct-decided = Über den Vorgang ist entschieden. Berichtigt wird nur, was offenbar unrichtig ist ({ LAW("§ 42 VwVfG") }, bei Steuern § 129 AO); alles andere braucht eine neue Entscheidung.
correct-changes = Was sich ändert
correct-count = { $count ->
    [0] Keine Änderung
    [one] Eine Änderung
   *[other] { $count } Änderungen
}
correct-no-changes = Noch ist alles wie vorher.
correct-old = bisher: { $value }
correct-new = jetzt: { $value }
correct-nothing = nichts
correct-key-check = Prüfen, was sich ändert
correct-check = Berichtigung prüfen
correct-no-papers = Kein Schriftstück sagt etwas anderes als vorher.
correct-paper = { $title } vom { $date }
correct-reissued = Neu, als Berichtigung gekennzeichnet: { $paper }
correct-kept = Bleibt, wie sie ist, und nennt das Alte: { $paper }. Eine falsche Quittung wird storniert und unter neuer Nummer neu ausgestellt.
correct-void = Gilt dann nicht mehr: { $paper }
correct-new-paper = Kommt dazu: { $title }
correct-person = Bei der Person steht dasselbe; es wird dort mit berichtigt.
correct-receivers = Diese Stellen brauchen die Berichtigung
correct-fee = { $fee }: festgesetzt sind { $charged }, richtig wären { $due }.
correct-fees = Was wird aus der Gebühr?
correct-fees-keep = belassen, wie sie ist
correct-fees-revise = neu festsetzen
correct-whose = Wessen Versehen war es?
correct-own = Versehen des Amtes ({ LAW("§ 42 VwVfG") })
correct-other = Angabe war so gemacht worden
correct-reason = Grund der Berichtigung
correct-reason-hint = Steht in der Akte, nicht auf dem Schriftstück. Eine Berichtigung kostet nichts.
correct-go = Berichtigen
correct-discard-title = Begonnene Berichtigung verwerfen?
correct-discard = Was geändert wurde, geht verloren. Der Vorgang bleibt, wie er ist.
correct-discard-go = Verwerfen
correct-stay = Weiter berichtigen
correct-discard-it = Entwurf verwerfen

# ui: Suche und Verwaltung
search-person = Person
search-person-blocked = Person (Auskunftssperre)
search-case = Vorgang
search-paper = Schriftstück
search-draft = Entwurf
search-correction = Begonnene Berichtigung
settings-title = Verwaltung
settings-pages = Seiten
settings-town = Kommune
settings-users = Mitarbeitende
settings-catalogue = Katalog
packs-packs = Pakete
packs-pack = Paket
packs-version = Fassung
packs-publisher = Herausgeber
packs-counts = Gilt für Eingänge
packs-none = Keine Pakete: alle Leistungen sind im Programm enthalten.
packs-services = Leistungen, die heute angenommen werden
packs-service = Leistung
packs-origin = Herkunft
packs-awaited = noch unterwegs
packs-refused = nicht übernommen
packs-import = Paket aus einer Datei übernehmen …
packs-administrator = Ein Paket aus einer Datei übernimmt, wer die Rolle Administration hat.
packs-key = Schlüssel
packs-trust = Der Schlüssel ist
packs-contains = Enthält
packs-changes = Was sich ändert
packs-keep = Laufende Vorgänge behalten die Fassung, mit der sie begonnen haben. Die Werte der Kommune bleiben, wie sie sind.
packs-accept = Dem Schlüssel von { $publisher } von jetzt an vertrauen
packs-accept-hint = Bitte den Schlüssel auf anderem Weg vergleichen, etwa am Telefon: eine Datei aus einer E-Mail kann von jedem sein.
packs-take = Übernehmen
packs-leave = Nicht übernehmen
packs-from = ab { $from }
packs-from-to = { $from } bis { $to }
packs-old-goes-on = Es wurde nichts davon übernommen. Die Fassungen von vorher gelten weiter.
packs-withdrawn = zurückgezogen
packs-withdrawn-keeps = Begonnene Vorgänge behalten ihre Fassung. Neue nimmt auf, was ohne dieses Paket gilt.
# workshop of the catalogue
workshop-title = Katalogwerkstatt
workshop-open = Öffnen …
workshop-open-go = Öffnen
workshop-back = Zum Katalog
workshop-choose-hint = Ein Paket (.pack), die Datei einer Leistung (.toml) oder pack.toml eines Ordners.
workshop-live = Dateien mit einem beliebigen Editor ändern und sichern: hier steht es nach einer Sekunde.
workshop-nothing = Es ist nichts geöffnet.
workshop-unreadable = Diese Leistung lässt sich noch nicht lesen. Unter „Fehler“ steht, was zu berichtigen ist.
workshop-read-again = Neu gelesen
workshop-pages = Seiten der Werkstatt
workshop-page-form = Formular
workshop-page-told = Gebühr, Fristen, Ablauf
workshop-page-papers = Schriftstücke
workshop-page-changes = Unterschied
workshop-page-faults = Fehler
workshop-clean = Ohne Fehler
workshop-faults = { $count ->
    [one] { $count } Fehler
   *[other] { $count } Fehler
}
workshop-next-fault = Nächster Fehler
workshop-no-fault = Ohne Fehler: so kann es ein Paket werden.
workshop-what = Was nicht stimmt
workshop-file = Datei
workshop-line = Zeile
workshop-place = { $file }, Zeile { $line }
workshop-whole = Das Paket im Ganzen
workshop-paper = Schriftstück
workshop-no-paper = Aus diesen Angaben entsteht kein Schriftstück.
workshop-document-blocks = nötig, sonst wird nichts angenommen
workshop-document-later = nötig, kann nachgereicht werden
workshop-at-filed = beim Anlegen
workshop-at-paid = bei der Zahlung
workshop-at-decided = mit der Entscheidung
workshop-at-asked = auf Wunsch
workshop-steps = Ablauf
workshop-step-filed = Angelegt
workshop-step-decided = Entschieden
workshop-step-forwarded = Weitergeleitet
workshop-step-closed = Abgeschlossen
workshop-by = Darf: { $roles }
workshop-then = Danach: { $steps }
workshop-by-itself = Von selbst, sobald bezahlt, vollständig und nichts mehr fällig ist.
workshop-against = Verglichen mit
workshop-from = Gilt für Eingänge ab { $date }
workshop-is-new = Hier gibt es keine andere Fassung: die Leistung ist neu.
workshop-same = Kein Unterschied.
workshop-beside = liegt daneben
backup-title = Sicherung
backup-words = Eine verschlüsselte Datei mit allem, was dieser Platz hat. Sie öffnet nur, wer die Passphrase oder den Wiederherstellungsschlüssel kennt. Auch ein neuer Platz der Stadt kann mit ihr beginnen (amtsstube enrol --from).
backup-choose = Ort wählen
backup-path = Datei
backup-name = Amtsstube-Sicherung.amts
backup-passphrase = Passphrase
backup-again = Noch einmal
backup-write = Sicherung schreiben
backup-goes = { $path } wird geschrieben
backup-done = Gesichert und geprüft
backup-held = Angehalten, nichts wurde geschrieben
settings-appearance = Ansicht
settings-save = Speichern
settings-town-read = Ändern dürfen diese Werte nur Leitung und Administration.
settings-users-read = Wer hier arbeitet und was jemand darf, ändert nur die Administration.
settings-topic-town = Kommune und Briefkopf
settings-topic-kreis = Kreis
settings-topic-remedy = Gericht und Rechtsbehelf
settings-topic-procedure = Verfahren und Zustellung
settings-topic-money = Konto und Zahlung
settings-topic-till = Kasse
settings-topic-looks = Wer was angesehen hat
settings-topic-gewerbe = Gewerbe
settings-topic-hundesteuer = Hundesteuer
settings-topic-sepa = Lastschrift (SEPA)
settings-topic-empfaenger = Empfangsstellen der Gewerbeanzeigen
settings-never = nie
settings-of-the-land = die des Landes
settings-unless-set = sonst { $value }
settings-no = nein
settings-unsaved = { $count ->
    [one] Ein Wert ist nicht gespeichert.
   *[other] { $count } Werte sind nicht gespeichert.
}
settings-unsaved-drop = Änderungen verwerfen
settings-not-set = nicht festgelegt
settings-suggested = Vorschlag: { $value } ({ $publisher }, { $pack } { $version })
settings-suggested-taken = Wie vorgeschlagen von { $publisher } ({ $pack } { $version })
settings-take-suggested = { $count ->
    [one] { $count } Vorschlag eintragen
   *[other] { $count } Vorschläge eintragen
}
settings-suggested-hint = Eingetragen wird nur, wo nichts steht; es gilt erst, wenn gespeichert ist.
settings-key-name = Name der Kommune
settings-key-authority = Behörde, wie sie unterschreibt
settings-key-head = Leitung im Briefkopf
settings-key-ags = Amtlicher Gemeindeschlüssel (8 Ziffern)
settings-key-street = Straße und Hausnummer
settings-key-postcode = Postleitzahl
settings-key-place = Ort
settings-key-phone = Telefon
settings-key-email = E-Mail
settings-key-web = Internetadresse
settings-key-hours = Öffnungszeiten
settings-key-court-name = Verwaltungsgericht
settings-key-court-street = Verwaltungsgericht: Straße und Hausnummer
settings-key-court-place = Verwaltungsgericht: Postleitzahl und Ort
settings-key-bank-holder = Konto: Inhaber
settings-key-bank-iban = Konto: IBAN
settings-key-bank-name = Konto: Bank
settings-key-audit-months = Wer was angesehen hat, wird so viele Monate aufgehoben (von der Kommune zu bestätigen)
settings-key-second-signature = Bescheide unterschreibt eine zweite Person: immer, Ablehnung, oder über diesem Betrag
settings-key-answer-weeks = Wochen zur Antwort auf Nachforderung und Anhörung (von der Kommune zu bestätigen)
settings-key-pay-weeks = Wochen zur Zahlung einer Gebühr (von der Kommune zu bestätigen)
settings-key-tax-notification = Abgaben: Bekanntgabe rückt auf den Werktag (§ 108 Abs. 3 AO; BFH IX R 68/98): „ja“ bestätigt das
settings-key-remedy-confirmed = Klage oder Widerspruch, wie es in den Leistungen steht (Recht des Landes, in Nordrhein-Westfalen § 110 JustG NRW): „ja“ bestätigt das
settings-key-deemed-fee = Kostet es eine Gebühr, wenn ein Antrag als genehmigt gilt? „ja“ oder „nein“; ohne Angabe wird keine festgesetzt
settings-key-delivery-law = Vorschrift, nach der zugestellt wird, etwa Art. 3, 5 VwZVG
settings-key-arms = Wappen im Briefkopf
settings-arms-none = Die Briefe tragen kein Wappen.
settings-arms-choose = Bild wählen
settings-arms-remove = Ohne Wappen
settings-arms-hint = PNG oder JPEG; es steht 18 mm hoch in jedem Schreiben und wird dafür verkleinert.
settings-roles = Rollen
settings-role = Rolle
settings-no-role = noch keine Rolle, kann sich nicht anmelden
settings-revoke = Entziehen
settings-grant-title = Rolle geben
settings-grant = Geben
settings-new-pin = Neue PIN
settings-set-pin = PIN setzen
settings-add-title = Jemanden hinzufügen
settings-first-pin = Erste PIN
settings-add = Hinzufügen
role-counter = Schalter
role-clerk = Sachbearbeitung
role-cashier = Kasse
role-head = Leitung
role-administrator = Administration
role-nobody = niemand
group-steuern = Steuern
group-gewerbe = Gewerbe
group-ordnung = Ordnung
group-soziales = Soziales
group-allgemein = Allgemein

## Kreis: Verbindung, und warum ein Platz und der Dienst sich nicht einig werden

kreis-alone = Allein, ohne Kreis
kreis-alone-says = Nichts wartet: Dieser Platz gehört zu keinem Kreis, alles liegt hier gespeichert. Wer ihn mit anderen Plätzen verbinden will, braucht einen Code des Kreises: amtsstube enrol ADRESSE CODE.
kreis-connected = Verbunden
kreis-silent = { $cases ->
    [0] Ohne Netz seit { $time }
    [one] Ohne Netz seit { $time }, 1 Vorgang wartet
   *[other] Ohne Netz seit { $time }, { $cases } Vorgänge warten
}
presence-at = in Bearbeitung bei { $name }, { $desk }, seit { $time }
presence-row = offen bei { $name }
kreis-title = Kreis
kreis-and-open = { $count ->
    [one] { $state } · 1 Sache zu klären (F7)
   *[other] { $state } · { $count } Sachen zu klären (F7)
}
kreis-far-sent = { $done } von { $of } Einträgen gesendet
kreis-far-received = { $done } von { $of } Einträgen geholt
kreis-far-received-open = { $done ->
    [one] 1 Eintrag
   *[other] { $done } Einträge
} geholt
kreis-far-papers-sent = { $done } von { $of } Papieren gesendet
kreis-far-papers-received = { $done } von { $of } Papieren geholt
kreis-stop = Anhalten
kreis-stops = Hält an …
kreis-go-on = Weiter abgleichen
kreis-held = Angehalten: { $far }
kreis-held-plain = Angehalten
kreis-held-kept = Alles bis hierher ist gespeichert; von hier geht es weiter. Bis dahin hören die anderen Plätze nichts von diesem.
kreis-to-send = Zu senden
kreis-entries = { $events ->
    [one] 1 Eintrag
   *[other] { $events } Einträge
}, { $cases ->
    [one] 1 Vorgang
   *[other] { $cases } Vorgänge
}
kreis-papers-to-send = Papiere zu senden
kreis-papers-awaited = Papiere anderer Plätze unterwegs
kreis-answers-to-send = Antworten an Portale zu senden
kreis-since = Wartet seit
kreis-refused = Zählt nicht
kreis-doubled = Zweimal vergeben, weil zwei Rechner unbemerkt derselbe Platz waren: { $numbers }. Beide Vorgänge gelten; bitte auf den Papieren den Namen dazuschreiben und die Kasse verständigen, wenn eine Quittung dabei ist.
kreis-later = { $events ->
    [one] 1 Eintrag vom { $since } stammt von einem neueren Programm und ist noch nicht zu lesen. Bitte Amtsstube aktualisieren; er bleibt gespeichert und erscheint danach von selbst.
   *[other] { $events } Einträge (Vorgänge: { $cases }), der erste vom { $since }, stammen von einem neueren Programm und sind noch nicht zu lesen. Bitte Amtsstube aktualisieren; sie bleiben gespeichert und erscheinen danach von selbst.
}
kreis-numbers = Zweimal vergebene Nummern
kreis-conflicts = Zwei Fassungen: bitte entscheiden
kreis-no-conflict = Es steht nichts gegeneinander.
kreis-answer = Angabe
kreis-versions = Fassungen
kreis-decide = { $label }: Welche Fassung gilt?
kreis-pick = Fassung markieren
kreis-stands = Fassung: { $value }
kreis-decides = Markierte Fassung gilt
kreis-is-marked = markiert
kreis-stands-marked = Fassung: { $value }, markiert
kreis-mark-first = Bitte erst eine Fassung wählen.
kreis-look = { $name } öffnen
kreis-origin = Platz { $desk }, { $by }, { $at }
kreis-papers = Ausgestellt ist schon: { $papers }
kreis-papers-more = und weitere
kreis-paper-falls = Rücknahme oder Widerruf eingetragen
kreis-papers-since = Seit dem { $date } ausgestellt: { $papers }. Ob der Wert darauf steht und ob sie noch gelten, zeigen die Vorgänge.
kreis-third = Dritte Fassung
kreis-why = Grund
kreis-reason = Zwei Plätze hatten Verschiedenes eingetragen
kreis-decided = Entschieden
decided-title = Zwischen zwei Fassungen entschieden
decided-why = { $reason } ({ $origin })
kreis-whose = Vorgang oder Person
kreis-town = Die Kommune
kreis-chosen = { $left ->
    [one] Gewählt. Im selben Vorgang ist noch eine Angabe zu wählen.
   *[other] Gewählt. Im selben Vorgang sind noch { $left } Angaben zu wählen.
}
kreis-is-chosen = gewählt
kreis-tasks = Auf zwei Plätzen geschehen: bitte klären
kreis-doubles = An zwei Plätzen erfasst: einmal oder zweimal da?
kreis-merge = Dieselbe: zusammenführen
kreis-merge-default = Wo sich beide unterscheiden, gilt, was zuletzt eingetragen wurde. Andere Werte danach unter Personen (F4) berichtigen.
kreis-double = Derselbe: den jüngeren abschließen
kreis-apart = Nicht dieselben
kreis-double-papers = Schon ausgestellt, bleibt in der Akte: { $papers }
kreis-task-done = Ist geklärt
kreis-task-case = Vorgang { $number }
kreis-task-why = Was geklärt wurde
kreis-work-head = Die Leitung sieht es an und vermerkt es.
kreis-work-destroyed = Wovon das handelt, ist nach seiner Frist vernichtet: Aufgeschrieben wird dazu nichts mehr, nur dass es angesehen ist.
kreis-act-document-refused = Nachweis zurückgewiesen
kreis-act-answers-received = Auskunft erhalten
kreis-act-documents-requested = Unterlagen nachgefordert
kreis-act-hearing-begun = Angehört
kreis-act-statement-received = Äußerung erhalten
kreis-act-hearing-omitted = Von der Anhörung abgesehen
kreis-act-decision-time-extended = Frist verlängert
kreis-act-approval-deemed = Eintritt der Genehmigung eingetragen
kreis-act-decision-prepared = Bescheid vorbereitet
kreis-act-revocation-prepared = Rücknahme oder Widerruf vorbereitet
kreis-act-decision-revoked = Zurückgenommen oder widerrufen
kreis-act-decision-returned = Entwurf zurückgegeben
kreis-act-notified = Bekanntgegeben
kreis-act-objection-received = Rechtsbehelf eingegangen
kreis-act-inaction-sued = Untätigkeitsklage eingegangen
kreis-act-inaction-ended = Untätigkeitsklage erledigt
kreis-act-objection-settled = Rechtsbehelf erledigt
kreis-act-objection-prepared = Entscheidung über den Widerspruch vorbereitet
kreis-act-settlement-undone = Eintrag zum Rechtsbehelf zurückgenommen
kreis-act-handed-over = Abgegeben
kreis-act-handover-answered = Antwort auf eine Abgabe
kreis-act-taken-in = Angenommen
kreis-act-given-back = Zurückgegeben
kreis-act-publisher-accepted = Herausgeber anerkannt
kreis-act-pack-installed = Paket übernommen
kreis-act-bundle-dropped = Sendung verworfen
kreis-act-decided = Entschieden
kreis-act-paid = Bezahlt
kreis-act-fee-waived = Gebühr erlassen
kreis-act-paper-issued = Schriftstück ausgestellt
kreis-act-closed = Abgeschlossen
kreis-act-assigned = Zugewiesen
kreis-act-answers-set = Angaben geändert
kreis-act-corrected = Berichtigt
kreis-act-person-linked = Jemand eingetragen
kreis-act-document-received = Nachweis erhalten
kreis-act-attachment-added = Datei beigefügt
kreis-act-fee-charged = Gebühr festgesetzt
kreis-act-case-opened = Vorgang aufgenommen
kreis-act-note-added = Notiz
kreis-act-follow-up-set = Wiedervorlage gesetzt
kreis-act-follow-up-done = Wiedervorlage erledigt
kreis-act-receipt-cancelled = Quittung storniert
kreis-act-printed = Gedruckt
kreis-act-copy-signed = Kopie elektronisch signiert
kreis-act-reopened = Wieder aufgenommen
kreis-act-clash-settled = Geklärt
kreis-act-person-created = Person angelegt
kreis-act-person-changed = Person geändert
kreis-act-persons-merged = Personen zusammengeführt
kreis-act-persons-parted = Personen auseinandergehalten
kreis-act-person-disclosed = Auskunft erteilt (Art. 15 DSGVO)
kreis-act-double-judged = Auf doppelte Erfassung geprüft
kreis-act-user-added = Benutzer angelegt
kreis-act-pin-set = PIN gesetzt
kreis-act-role-granted = Rolle vergeben
kreis-act-role-revoked = Rolle entzogen
kreis-act-value-set = Wert der Kommune gesetzt
kreis-act-work-settled = Arbeit ohne gültige Rolle angesehen
kreis-act-number-settled = Doppelte Nummer geklärt
kreis-act-desk-continued = Als neuer Platz weitergearbeitet
kreis-work = Rollen: bitte ansehen
kreis-refused-remedy = Es steht im Verlauf und bewirkt nichts. Wer die Rolle hat, kann es noch einmal tun.
kreis-meanwhile = { $by } hatte die Rolle „{ $role }“ seit { $taken } nicht mehr und wusste es noch nicht: { $count ->
    [one] ein Eintrag am { $until }. Er gilt.
   *[other] { $count } Einträge bis { $until }. Sie gelten.
}
kreis-meanwhile-cases = Vorgänge: { $numbers }.
kreis-meanwhile-remedy = Bitte ansehen und, wo nötig, berichtigen oder zurücknehmen.
kreis-refused-line = { $what } ({ $case }): { $why }
kreis-refused-role = Die Rolle darf das nicht.
kreis-refused-not-held = Die Rolle war nicht vergeben oder schon entzogen.
clash-decided-twice = Zweimal entschieden
clash-decided-twice-remedy = Beide Bescheide stehen in der Akte. Bitte klären, welcher gilt, und den anderen zurücknehmen.
clash-signed-meanwhile = Unterschrieben, während der Entwurf oder die Angaben geändert wurden
clash-signed-meanwhile-remedy = Die Unterschrift zählt nicht. Bitte die Entscheidung neu vorbereiten und unterschreiben lassen; ein Schreiben, das schon ausgestellt ist, nicht herausgeben.
clash-revoked-twice = Zweimal zurückgenommen oder widerrufen
clash-revoked-twice-remedy = Zwei Schreiben sagen dasselbe. Bitte klären, welches gilt, und das andere nicht herausgeben oder ihm abhelfen.
clash-ruled-twice = Über einen Widerspruch zweimal entschieden
clash-ruled-twice-remedy = Hier zählt die Entscheidung, die zuerst steht. Bitte das andere Schreiben nicht herausgeben; ist es draußen, bitte sofort mit der Leitung klären.
clash-paid-twice = Dieselbe Gebühr zweimal bezahlt
clash-paid-twice-remedy = Bitte eine Quittung stornieren und das Geld zurückgeben.
clash-cancelled-twice = Dieselbe Quittung zweimal storniert
clash-cancelled-twice-remedy = Bitte klären, ob das Geld zweimal zurückging, und die Kasse ausgleichen.
clash-paid-though-waived = Bezahlt, obwohl die Gebühr erlassen war
clash-paid-though-waived-remedy = Bitte die Quittung stornieren, oder festhalten, warum die Gebühr bleibt.
clash-issued-twice = Dasselbe Schriftstück zweimal ausgestellt
clash-issued-twice-remedy = Bitte klären, welches ausgehändigt wurde.
clash-closed-meanwhile = Abgeschlossen, während an einem anderen Platz weitergearbeitet wurde
clash-closed-meanwhile-remedy = Bitte ansehen, was dazukam, und den Vorgang, wenn nötig, wieder aufnehmen.
clash-assigned-twice = Verschiedenen zugewiesen
clash-assigned-twice-remedy = Bitte absprechen, wer den Vorgang hat, und ihn zuweisen.
clash-none = Hier ist nichts mehr zu klären.
clash-none-remedy = Mit amtsstube conflicts steht, was zu klären ist.
double-persons = Dieselbe Person, zweimal erfasst?
double-cases = Derselbe Vorgang, zweimal erfasst?
double-money = Doppelt erfasst und doppelt bezahlt
double-would-give-back = Ist es derselbe, ist das Geld von Quittung { $receipt }, { $amount }, zurückzugeben und die Quittung zu stornieren.
double-give-back = Quittung { $receipt }, { $amount }: bitte das Geld zurückgeben und die Quittung stornieren.
doubles-cut = Nicht alle stehen hier. Ist zu diesen etwas gesagt, folgen die nächsten.
double-reason = Doppelt erfasst
double-none = Diese beiden stehen nicht als doppelt erfasst da.
double-none-remedy = Mit amtsstube conflicts steht, was zu klären ist.
double-not-older = Der ältere Vorgang geht weiter; abgeschlossen wird der jüngere.
double-not-older-remedy = Bitte den jüngeren Vorgang angeben.
double-judged-so = Das ist schon vermerkt.
double-judged-so-remedy = Hier ist nichts mehr zu tun.
merge-papers = Diese Schriftstücke sind schon ausgestellt und bleiben, wie sie sind:
merge-one-already = Das ist schon eine Person.
merge-one-already-remedy = Hier ist nichts mehr zusammenzuführen.
merge-kinds = Ein Mensch und ein Unternehmen werden nicht zusammengeführt.
merge-kinds-remedy = Bitte zuerst die falsche Art berichtigen.
merge-choose = Hier stehen zwei Werte.
merge-choose-remedy = Bitte wählen, welcher gilt.
merge-not-different = In diesem Feld unterscheiden sich die beiden nicht.
merge-not-different-remedy = Bitte nur Felder nennen, die verschieden sind.
merge-which = Welcher der beiden Werte gilt, ist nicht gesagt.
merge-which-remedy = Bitte FELD=1 oder FELD=2 angeben.
merge-none = Diese Person besteht aus einem Datensatz.
merge-none-remedy = Hier ist nichts auseinanderzuführen.
case-conflict = { $fields ->
    [one] Zu einer Angabe gibt es zwei Fassungen.
   *[other] Zu { $fields } Angaben gibt es zwei Fassungen.
} Bis eine gilt, gibt es kein Papier und keinen Bescheid. Unter Kreis (F7) wird entschieden.
case-clash = { $what }. Unter Kreis (F7) steht, wer es wann getan hat.
kreis-stopped = Kreis: bitte nachsehen (F7)
kreis-administrator = Einen Platz, an dem schon gearbeitet wird, meldet nur die Verwaltung an.
kreis-administrator-remedy = Bitte mit --as eine Verwalterin oder einen Verwalter angeben.
kreis-code-form = Das ist kein Code des Kreises, oder er ist beim Abschreiben verrutscht.
kreis-code-form-remedy = Bitte den ganzen Code noch einmal einfügen.
kreis-other-town = Der Code gilt für eine andere Stadt; dieser Platz gehört zu { $ags }.
kreis-other-town-remedy = Bitte beim Kreis einen Code für diese Stadt holen.
kreis-desk-is-new = Dieser Platz arbeitet als neuer Platz weiter, und der Kreis kennt ihn noch nicht.
kreis-desk-is-new-remedy = Alles bleibt hier gespeichert. Bitte beim Kreis einen Code holen und noch einmal anmelden: amtsstube enrol ADRESSE CODE.
kreis-not-enrolled = Dieser Platz ist beim Kreis nicht angemeldet.
kreis-not-enrolled-remedy = Bitte beim Kreis einen Code holen: amtsstube enrol ADRESSE CODE.
kreis-no-answer = Der Dienst des Kreises antwortet nicht.
kreis-no-answer-remedy = Alles bleibt hier gespeichert und geht hinaus, sobald die Leitung wieder da ist.
kreis-other-certificate = Unter dieser Adresse antwortet jemand anderes als der Dienst des Kreises.
kreis-other-certificate-remedy = Es wurde nichts gesendet. Bitte beim Kreis nachfragen.
kreis-other-version = Der Dienst des Kreises spricht eine andere Fassung.
kreis-other-version-remedy = Bitte das Programm aktualisieren; bis dahin bleibt alles hier gespeichert.
kreis-code-unknown = Diesen Code kennt der Dienst des Kreises nicht.
kreis-code-unknown-remedy = Bitte Code und Adresse prüfen oder einen neuen Code holen.
kreis-code-expired = Dieser Code ist abgelaufen.
kreis-code-expired-remedy = Bitte beim Kreis einen neuen Code holen.
kreis-code-used = Mit diesem Code ist schon ein anderer Platz angemeldet.
kreis-code-used-remedy = Bitte beim Kreis einen neuen Code holen.
kreis-desk-code-taken = An diesem Platz wurden schon Nummern vergeben, deren Buchstabe beim Kreis einem anderen Platz gehört.
kreis-desk-code-taken-remedy = Bitte den Platz in einem leeren Ordner neu anmelden und den Kreis um Rat fragen; die Akte hier bleibt, wie sie ist.
kreis-revoked = Der Kreis hat diesen Platz gesperrt.
kreis-revoked-remedy = Was seit der Sperrung eingegeben wurde, zählt noch nicht: Es bleibt hier gespeichert, liegt beim Kreis beiseite, und die Leitung entscheidet. Bitte beim Kreis nachfragen.
kreis-expired = Das Zertifikat dieses Platzes ist abgelaufen.
kreis-expired-remedy = Bitte beim Kreis einen neuen Code holen und den Platz damit noch einmal anmelden; hier bleibt alles gespeichert und geht danach hinaus.
kreis-database = Der Dienst des Kreises kann gerade nichts speichern.
kreis-database-remedy = Alles bleibt hier gespeichert und geht später hinaus.
kreis-too-often = Der Dienst des Kreises ist gerade überlastet.
kreis-too-often-remedy = Alles bleibt hier gespeichert; dieser Platz versucht es von selbst noch einmal.
kreis-says-no = Der Dienst des Kreises nimmt das von diesem Platz nicht an.
kreis-says-no-remedy = Bitte beim Kreis nachfragen; hier bleibt alles gespeichert.
kreis-fork = Beim Kreis steht unter der Nummer dieses Platzes etwas anderes als hier.
kreis-fork-remedy = Vermutlich arbeiten zwei Rechner als derselbe Platz, weil einer aus dem Abbild des anderen entstand. Hier bitte nichts mehr aufnehmen. Die Leitung entscheidet: amtsstube go-on, dann beim Kreis einen Code holen und diesen Rechner als neuen Platz anmelden (amtsstube enrol). Was nur hier steht, geht mit.
kreis-behind = Der Kreis hat von diesem Platz mehr, als hier gespeichert ist.
kreis-behind-remedy = Vermutlich wurde eine ältere Sicherung eingespielt, oder zwei Rechner arbeiten als derselbe Platz. Hier bitte nichts mehr aufnehmen. Die Leitung entscheidet: amtsstube go-on, dann beim Kreis einen Code holen und diesen Rechner als neuen Platz anmelden (amtsstube enrol). Was der Kreis hat, kommt danach zurück.
kreis-not-understood = Was der Dienst des Kreises geschickt hat, ist nicht zu verstehen.
kreis-not-understood-remedy = Es wurde nichts davon übernommen. Bitte das Programm aktualisieren oder beim Kreis nachfragen.
conflict-changed = Inzwischen ist eine andere Fassung dazugekommen.
conflict-changed-remedy = Es wurde nichts geschrieben. Bitte die Fassungen noch einmal ansehen und dann wählen.
conflict-dropped = Es wurde nichts geschrieben. Was hier gewählt war, gilt nicht mehr, weil ein anderer Platz inzwischen etwas dazu eingetragen oder entschieden hat: { $fields }.
conflict-dropped-remedy = Was davon noch in der Liste steht, bitte ansehen und noch einmal wählen; was sonst gewählt ist, bleibt gewählt.
conflict-none = Hierzu steht nichts gegeneinander.
conflict-none-remedy = Mit amtsstube conflicts steht, was zu entscheiden ist.
conflict-version = Welche Fassung gilt, ist nicht gesagt.
conflict-version-remedy = Bitte zu jeder Angabe --choose mit der Kennung aus amtsstube conflicts angeben, oder eine dritte mit --third und --over.
conflict-mark = Unter { $mark } steht hier keine Fassung (mehr) zur Wahl. Es wurde nichts entschieden.
conflict-mark-remedy = Die Kennungen ändern sich, sobald eine Fassung dazukommt. Jetzt stehen zur Wahl: { $now }.

## kreisdienst: der Dienst des Kreises auf der Kommandozeile

kreisdienst-about = Der Dienst des Kreises: Plätze vieler Städte gleichen sich über ihn ab.
kreisdienst-serve = Den Dienst anbieten, bis jemand ihn beendet
kreisdienst-enrol-code = Einen Code ausgeben, mit dem sich ein Platz anmeldet
kreisdienst-publish = Ein Paket des Katalogs prüfen, unterschreiben und an alle Kommunen geben
kreisdienst-arg-pack = Ordner mit pack.toml, oder die Datei eines Pakets
kreisdienst-published = Veröffentlicht: { $title }, Fassung { $version }. Die Plätze holen es beim nächsten Abgleich.
kreisdienst-published-again = { $title }, Fassung { $version }, ist so schon veröffentlicht.
kreisdienst-withdraw = Den Schlüssel eines Herausgebers oder ein Paket zurückziehen: kein Platz nimmt mehr etwas davon
kreisdienst-arg-key = Schlüssel, 64 Zeichen, auch in Gruppen, wie ihn die Plätze zeigen
kreisdienst-arg-digest = SHA-256 eines Pakets, 64 Zeichen
kreisdienst-arg-reason = Warum; das lesen alle Städte
kreisdienst-arg-publisher = Wie sich der Kreis nennt: Kreis Musterland
kreisdienst-no-key = Das sind keine 64 Zeichen von 0 bis 9 und a bis f.
kreisdienst-withdrawn = Zurückgezogen. Die Plätze erfahren es beim nächsten Abgleich.
kreisdienst-withdrawn-again = War schon zurückgezogen.
kreisdienst-withdrawn-title = Zurückgezogenes
kreisdienst-status = Die Plätze und wie weit jeder ist
kreisdienst-revoke = Einen Platz sperren
kreisdienst-migrate = Tabellen der Datenbank anlegen oder aktualisieren, danach beenden
kreisdienst-migrated = Die Tabellen haben die Fassung { $tables }.
kreisdienst-check = Alles prüfen, was der Dienst aufbewahrt: Unterschriften, Ketten, Plätze, Papiere
kreisdienst-readmit = Einen gesperrten Platz wieder zulassen
kreisdienst-aside = Was gesperrte Plätze noch gesendet haben: zeigen, übernehmen oder verwerfen
kreisdienst-take = Es zählt: in die Akte der Stadt übernehmen
kreisdienst-drop = Es zählt nicht: verwerfen
kreisdienst-arg-by = Wer das entschieden hat, etwa die Leitung der Stadt
kreisdienst-readmitted = Wieder zugelassen.
kreisdienst-is-revoked = gesperrt
kreisdienst-checked = Geprüft: { $towns } Städte, { $desks } Plätze, { $events } Einträge, { $papers } Papiere
kreisdienst-check-place = In der Reihe der Stadt fehlt etwas vor Stelle { $at }.
kreisdienst-check-certificate = Das Zertifikat an Stelle { $at } hat nicht dieser Dienst unterschrieben.
kreisdienst-check-segment = Was an Stelle { $at } steht, ist nicht, was der Platz unterschrieben hat.
kreisdienst-check-chain = Die Einträge an Stelle { $at } schließen nicht an die davor an.
kreisdienst-check-verdict = Das Urteil an Stelle { $at } hat nicht dieser Dienst unterschrieben.
kreisdienst-check-head = Von Platz { $at } fehlen Einträge, die der Dienst bestätigt hat.
kreisdienst-check-paper = Das Papier { $at } ist nicht mehr, was sein Name sagt.
kreisdienst-check-bundle = Die verschlossene Abgabe { $at } ist nicht mehr, was ihr Name sagt.
kreisdienst-check-remedy = Bitte den Dienst anhalten und die Datenbank aus der Sicherung wiederherstellen; die Plätze senden von selbst nach, was dann fehlt.
kreisdienst-aside-events = { $events ->
    [one] ein Eintrag
   *[other] { $events } Einträge
}
kreisdienst-aside-nothing = Es liegt nichts beiseite.
kreisdienst-aside-decide = Die Leitung der Stadt entscheidet: kreisdienst aside take oder drop, mit --by.
kreisdienst-aside-taken = { $events ->
    [one] Ein Eintrag zählt jetzt.
   *[other] { $events } Einträge zählen jetzt.
} Der Platz bleibt gesperrt, bis er wieder zugelassen wird.
kreisdienst-aside-dropped = { $events ->
    [one] Ein Eintrag ist verworfen.
   *[other] { $events } Einträge sind verworfen.
} Am Platz selbst liegt es noch.
kreisdienst-aside-follows-not = Was beiseite liegt, schließt nicht an das an, was die Stadt von diesem Platz hat. Es wurde nichts entschieden.
kreisdienst-mail = Wie viele verschlossene Abgaben für welche Behörde bereitliegen
kreisdienst-mail-lies = { $bundles ->
    [one] eine Abgabe
   *[other] { $bundles } Abgaben
 }, { $size } MB, die älteste seit { $since }
kreisdienst-mail-nothing = Es liegt keine Abgabe bereit.
kreisdienst-arg-config = Datei mit Einstellungen; ohne sie gilt https://127.0.0.1:8443
kreisdienst-arg-data = Ordner für Datenbank und Zertifikat
kreisdienst-arg-json = JSON für Skripte
kreisdienst-arg-town = Amtlicher Gemeindeschlüssel, acht Ziffern
kreisdienst-arg-desk = Wie der Platz heißt
kreisdienst-arg-device = Kennung des Platzes, siehe status
kreisdienst-serves = Der Dienst des Kreises hört auf { $address }
kreisdienst-no-town = Die Stadt ist kein amtlicher Gemeindeschlüssel mit acht Ziffern.
kreisdienst-town-outside = 00000000 steht für das, was von außen kommt; keine Behörde hat diesen Schlüssel. Bitte den amtlichen Gemeindeschlüssel der Kommune angeben, acht Ziffern.
kreisdienst-no-desk = Der Platz braucht einen Namen mit höchstens 60 Zeichen.
kreisdienst-no-device = Diesen Platz gibt es nicht.
kreisdienst-revoked = Gesperrt.

# Abgabe an den Kreis
event-handed-over = Abgegeben an { $office }: { $reason }
event-handover-acknowledged = Dort angenommen von { $by }, Aktenzeichen { $number }
event-handover-refused = Zurückgekommen, nicht angenommen ({ $by }): { $reason }
event-handover-returned = Zurückgekommen mit Entscheidung: { $outcome } ({ $by })
event-handover-answered = Antwort auf die Abgabe
event-taken-in = Übernommen von { $office }, dort { $number }: { $reason }
event-given-back = Zurückgegeben an { $office }
event-given-back-refused = Nicht angenommen und zurückgegeben an { $office }: { $reason }
case-with-kreis = Der Vorgang liegt seit { $since } bei { $office }. Hier kann nur notiert werden.
case-with-kreis-remedy = Was noch dazugehört, als Notiz schreiben oder { $office } anrufen; mit der Antwort von dort geht es hier weiter.
case-with-kreis-taken = Der Vorgang liegt seit { $since } bei { $office }, dort unter { $number }. Hier kann nur notiert werden.
case-with-kreis-taken-remedy = Was noch dazugehört, als Notiz schreiben oder bei { $office } unter { $number } anrufen; mit der Antwort von dort geht es hier weiter.
case-given-back = Der Vorgang ist seit { $since } wieder bei { $office }. Hier kann nur notiert werden.
case-given-back-remedy = Bitte dort anrufen; { $office } kann ihn noch einmal abgeben.
decision-is-kreis = Über diese Leistung entscheidet der Kreis.
decision-is-kreis-remedy = Bitte den Vorgang an den Kreis abgeben.
handover-not-kreis = Über diese Leistung entscheidet dieses Amt selbst; es gibt nichts abzugeben.
handover-not-kreis-remedy = Bitte hier weiterarbeiten.
handover-decided = Der Kreis hat über diesen Vorgang schon entschieden.
handover-decided-remedy = Ein neuer Antrag ist ein neuer Vorgang.
handover-unknown = Diese Antwort gehört zu einer Abgabe, die hier nicht bekannt ist.
handover-unknown-remedy = Bitte zuerst mit den anderen Plätzen abgleichen (F7), dann noch einmal.
handover-no-ags = Der Gemeindeschlüssel dieses Amtes fehlt; ohne ihn ist nicht klar, zu welchem Kreis es gehört.
handover-no-ags-remedy = Bitte unter Verwaltung, Kommune eintragen lassen.
handover-not-enrolled = Dieser Platz ist beim Kreis noch nicht angemeldet; erst danach kann er Vorgänge abgeben und annehmen.
handover-not-enrolled-remedy = Bitte die Administration bitten, ihn mit einem Code des Kreises anzumelden: amtsstube enrol ADRESSE CODE.
handover-own-unknown = Dieser Platz hat sein Zertifikat vom Dienst noch nicht gehört; ohne es glaubt das andere Amt die Abgabe nicht.
handover-own-unknown-remedy = Bitte einmal mit dem Kreis abgleichen (amtsstube sync --once), dann noch einmal.
handover-office-unknown = Von { $office } ist hier noch kein Platz bekannt, für den verschlossen werden kann.
handover-office-unknown-remedy = Bitte einmal mit dem Kreis abgleichen (amtsstube sync --once). Hat { $office } noch keinen eigenen Platz, bitte dort nachfragen.
handover-too-large = Der Vorgang ist mit seinen Anlagen zu groß: { $size }, erlaubt sind { $most }.
handover-too-large-remedy = Bitte die großen Anlagen auf anderem Weg schicken und das notieren.
handover-blob-missing = { $name } ist an diesem Platz noch nicht angekommen.
handover-blob-missing-remedy = Bitte erst abgleichen, dann abgeben.
handover-no-bundle = Zu diesem Vorgang gibt es nichts, was hinausgehen kann.
handover-no-bundle-remedy = Bitte zuerst abgeben, annehmen oder zurückgeben.
handover-not-arrived = Die verschlossene Datei liegt noch an dem Platz, der sie gemacht hat, und ist hier noch nicht angekommen.
handover-not-arrived-remedy = Bitte erst abgleichen (F7), oder die Datei an dem anderen Platz speichern.
handover-not-written = Der Vorgang { $number } ist abgegeben, nur die Datei ist nicht geschrieben.
handover-not-written-remedy = Bitte die Datei noch einmal speichern: amtsstube case bundle; es sind dieselben Bytes.
mail-other-desk = Was für dieses Amt im Postfach liegt, wurde verschlossen, bevor dieser Platz dazugehörte.
mail-other-desk-remedy = Bitte an einem Platz annehmen, der schon länger angemeldet ist.
mail-unknown = Im Postfach liegt nichts mit der Kennung { $id }.
mail-unknown-remedy = Bitte nachsehen, was da liegt: amtsstube mail. Mindestens acht Ziffern der Kennung angeben.
mail-drop-other-desk = Diese Sendung kann ein anderer Platz dieser Stelle öffnen; es kann ein Vorgang sein, auf den jemand wartet.
mail-drop-other-desk-remedy = Bitte dort annehmen oder verwerfen. Gibt es den Platz nicht mehr: trotzdem verwerfen (F7, oder amtsstube mail drop mit --even-so).
mail-notice-can-be-taken = Diese Anzeige eines Portals lässt sich annehmen; sie gehört in einen Vorgang.
mail-notice-can-be-taken-remedy = Bitte im Posteingang annehmen (F3, Strg+O). Ist sie nur eine Probe oder doppelt: amtsstube mail drop mit --even-so.
mail-can-be-taken = Diese Sendung lässt sich öffnen und gehört zu einem Vorgang dieser Stelle.
mail-can-be-taken-remedy = Bitte übernehmen statt verwerfen.
give-back-own = Dieser Vorgang kam von keinem anderen Amt.
give-back-own-remedy = Bitte hier weiterarbeiten.
give-back-decided = Über den Vorgang ist schon entschieden; ablehnen geht nicht mehr.
give-back-decided-remedy = Bitte mit der Entscheidung zurückgeben.
give-back-undecided = Über den Vorgang ist noch nicht entschieden.
give-back-undecided-remedy = Bitte zuerst entscheiden oder mit Grund unentschieden zurückgeben.
give-back-revoked = Die Entscheidung ist zurückgenommen oder widerrufen: Sie kann nicht als Ergebnis zurückgegeben werden.
give-back-revoked-remedy = Bitte neu entscheiden oder mit Grund unentschieden zurückgeben.
bundle-malformed = Das ist keine Abgabe, oder die Datei ist beschädigt oder verändert.
bundle-malformed-remedy = Es wurde nichts übernommen. Bitte die Datei noch einmal holen.
bundle-other-office = Diese Datei ist für ein anderes Amt verschlossen: { $office }.
bundle-other-office-remedy = Bitte dorthin geben; hier kann sie niemand öffnen.
bundle-other-desk = Diese Datei ist für dieses Amt, wurde aber verschlossen, bevor dieser Platz dazugehörte. Öffnen können sie: { $desks }.
bundle-other-desk-remedy = Bitte an einem dieser Plätze annehmen: { $desks }.
bundle-no-desk = Diese Datei ist für dieses Amt, aber für keinen seiner Plätze verschlossen, die hier bekannt sind.
bundle-no-desk-remedy = Bitte beim absendenden Amt um eine neue Datei bitten.
bundle-cut-off = Der Platz bei { $office }, der diese Datei verschlossen hat, ist inzwischen gesperrt.
bundle-cut-off-remedy = Es wurde nichts übernommen. Bitte { $office } bitten, den Vorgang von einem anderen Platz aus noch einmal zu schicken.
bundle-not-signed = Wer diese Datei verschlossen hat, ist nicht zu erkennen.
bundle-not-signed-remedy = Es wurde nichts übernommen. Bitte beim absendenden Amt nachfragen.
bundle-too-large = Diese Datei ist größer, als eine Abgabe sein darf.
bundle-too-large-remedy = Es wurde nichts übernommen.
bundle-newer = Diese Datei hat eine neuere Fassung des Programms geschrieben.
bundle-newer-remedy = Bitte das Programm aktualisieren.
bundle-service-unknown = Die Leistung { $service } in der Fassung { $version } ist hier nicht bekannt.
bundle-service-unknown-remedy = Bitte das Programm oder den Katalog aktualisieren; die Datei bleibt, wo sie ist.
bundle-wrong-way = Diese Datei passt nicht hierher: Anträge nimmt der Kreis an, Antworten die Stadt.
bundle-wrong-way-remedy = Bitte an das richtige Amt geben.
handover-at = Unterwegs: abgegeben am { $since } an { $office }, dort noch nicht bestätigt. Warum: { $reason }
handover-taken = Liegt seit { $since } bei { $office }, dort angenommen am { $date } von { $by } unter { $number }. Warum: { $reason }
handover-came-back = Am { $date } von { $office } nicht angenommen ({ $by }): { $reason }
handover-came-decided = Am { $date } von { $office } zurück ({ $by }), entschieden am { $decided }: { $outcome ->
    [granted] bewilligt
    [conditional] mit Auflagen bewilligt
    [refused] abgelehnt
   *[withdrawn] zurückgenommen
}. Aktenzeichen dort { $number }
handover-came = Am { $date } von { $office } bestätigt ({ $by })
handover-from = Kam am { $date } von { $office }, dort { $number }, abgegeben von { $by }: { $reason }
handover-went-back = Am { $date } zurückgegeben an { $office }
handover-went-back-refused = Am { $date } unentschieden zurückgegeben an { $office }: { $reason }
handover-overlooked = { $count ->
    [one] Nach der Abgabe wurde an einem Platz, der davon nichts wusste, noch etwas geändert, das { $office } nicht hat: bitte nachreichen
   *[other] Nach der Abgabe wurden an einem Platz, der davon nichts wusste, noch { $count } Dinge geändert, die { $office } nicht hat: bitte nachreichen
}
handover-overlooked-late = { $count ->
    [one] Nach der Abgabe wurde hier noch etwas geändert, das { $office } nicht kannte, als dort entschieden wurde: bitte dort anrufen
   *[other] Nach der Abgabe wurden hier noch { $count } Dinge geändert, die { $office } nicht kannte, als dort entschieden wurde: bitte dort anrufen
}
handover-twice = Zwei Plätze haben den Vorgang abgegeben, ohne voneinander zu wissen. { $office } bekommt ihn zweimal und führt ihn einmal.
handover-supplement-reason = Nachgereicht, was nach der Abgabe geändert wurde
handover-note-differs = Nachgereicht von { $office }; dort geändert: { $fields }
case-hand-over = An den Kreis abgeben
case-hand-over-why = Warum (steht in der Akte und beim Kreis)
case-hand-over-default = Der Kreis ist zuständig
case-hand-over-go = Abgeben
case-hand-over-says = Der Vorgang geht mit allen Angaben, Papieren und Anlagen verschlossen an den Kreis. Hier kann danach nur noch notiert werden.
case-supplement = Nachreichen
case-give-back = Zurückgeben
case-give-back-says = Entscheidung und Papiere gehen verschlossen an das Amt, von dem der Vorgang kam.
case-give-back-refuse = Unentschieden zurückgeben
case-give-back-why = Warum der Vorgang hier nicht bearbeitet wird
case-give-back-go = Zurückgeben
case-bundle-save = Auf Stick speichern
case-handover-title = Wo der Vorgang liegt
cases-view-away = Beim Kreis
cases-stand-away = Beim Kreis
cases-stand-returned = Kreis hat entschieden
cases-stand-revoked = aufgehoben
mail-title = Abgaben
mail-in = Eingang
mail-out = Ausgang
mail-what = Was
mail-office = Amt
mail-case = Vorgang
mail-since = Seit
mail-state = Stand
mail-none = Es liegt nichts im Postfach.
mail-handover = Abgabe: { $service }
mail-acknowledgement = Bestätigung
mail-refusal = Nicht angenommen
mail-return = Entscheidung
mail-handover-out = Abgabe
mail-acknowledgement-out = Bestätigung
mail-refusal-out = Ablehnung
mail-return-out = Entscheidung
mail-other-group = für einen anderen Bereich
mail-waits-here = wartet auf Annahme
mail-problem = kann nicht geöffnet werden: { $why }
mail-not-sent = wartet auf die Leitung
mail-lies-there = liegt im Postfach
mail-fetched = abgeholt
mail-closed = Verschlossen
mail-not-opened = kann hier nicht geöffnet werden
mail-not-taken = vom Dienst nicht angenommen
mail-dropped = dort ungeöffnet verworfen
mail-thrown = Ungeöffnet verworfen
mail-thrown-by = verworfen von { $by }
mail-thrown-elsewhere = { $by }: Der Grund stand nur am Platz { $desk }, und nur so lange, wie vermerkt bleibt, wer was ansah.
mail-says = { $by }: { $reason }
mail-done = Erledigt.
mail-note-mail-full = Im Postfach des anderen Amtes ist kein Platz mehr. Es wird weiter versucht; bitte dort anrufen oder die Datei auf einem Stick hinbringen.
mail-note-no-office = Das andere Amt hat beim Dienst noch keinen Platz. Es wird weiter versucht; bitte dort nachfragen oder die Datei auf einem Stick hinbringen.
mail-note-other-office = Der Dienst nimmt das nicht an: abgegeben wird nur zwischen einer Stadt und ihrem Kreis.
mail-note-other-cover = Der Dienst nimmt das nicht an: auf der Datei steht ein anderes Amt als dieses.
mail-note-too-large = Der Dienst nimmt das nicht an: die Datei ist zu groß.
mail-note-malformed = Der Dienst nimmt das nicht an: das ist keine Abgabe.
mail-note-dropped = Das andere Amt hat die Datei ungeöffnet verworfen. Bitte dort nachfragen, oder sie auf einem Stick hinbringen.
mail-take-in = Annehmen
mail-refuse = Nicht annehmen
mail-refuse-why = Grund, warum nicht
mail-throw-away = Verwerfen
mail-throw-away-even-so = Trotzdem verwerfen
mail-throw-away-why = Grund fürs Verwerfen
mail-thrown-away = Verworfen; das andere Amt erfährt es beim nächsten Abgleich.
mail-open-file = Datei vom Stick annehmen
mail-save-file = Auf Stick speichern
mail-taken = Angenommen von { $office } als { $number }
mail-added = Nachreichung von { $office } ergänzt in { $number }
mail-known = War schon da, von { $office }: { $number }
mail-answered = Antwort von { $office } eingetragen bei { $number }
mail-asks = { $count ->
    [one] Im Postfach wartet eine Sendung (F7)
   *[other] Im Postfach warten { $count } Sendungen (F7)
}
settings-key-kreis-name = Name des Kreises
settings-key-kreis-address = Anschrift des Kreises in einer Zeile
settings-key-kreis-contact = Telefon und E-Mail des Kreises in einer Zeile
cli-case-hand-over = Den Vorgang an den Kreis abgeben, der entscheidet
cli-mail = Was im Postfach liegt und wartet, hinein und hinaus
cli-mail-list = Was im Postfach liegt und wartet
cli-mail-take-in = Annehmen, was wartet: Abgaben, Bestätigungen, Entscheidungen; oder eine Datei vom Stick
cli-mail-refuse = Eine Abgabe nicht annehmen: geht mit Grund zurück
cli-arg-even-so = auch, was ein anderer Platz dieser Stelle öffnen kann, und eine Anzeige, die sich annehmen lässt
cli-arg-even-so-long = auch, wenn um mehr verlängert wird, als die Frist selbst lang ist
cli-mail-drop = Verwerfen, was niemand öffnen kann oder niemand will: durch die Leitung oder die Verwaltung des Programms, mit Grund
cli-case-give-back = Den Vorgang mit Entscheidung und Papieren an das Amt zurückgeben, von dem er kam
cli-case-bundle = Die verschlossene Datei des Vorgangs noch einmal schreiben
cli-arg-undecided = Nicht entscheiden, sondern mit diesem Grund zurückgeben
cli-arg-stick = Dort die verschlossene Datei ablegen, etwa auf einem Stick; ein Ordner bekommt sie unter ihrem Namen
cli-arg-bundle = Datei, oder die ersten Ziffern der Kennung im Postfach
cli-arg-bundles = Datei, oder die ersten Ziffern der Kennung im Postfach; ohne Angabe alles, was wartet
cli-handed-over = Abgegeben: { $number } an { $office }
cli-given-back = Zurückgegeben: { $number } an { $office }
# receiving bodies of trade notices
event-notices-prepared = Mitteilung erstellt für: { $bodies }
event-notices-noted-sent = Mitgeteilt an: { $bodies }
event-notices-noted-acknowledged = Eingang bestätigt von: { $bodies }
event-notices-noted-withdrawn = Mitteilung zurückgezogen bei: { $bodies }
kreis-act-notices-prepared = Mitteilungen an empfangende Stellen erstellt
kreis-act-notices-noted = Vermerk zu einer Mitteilung an empfangende Stellen
clash-sent-twice = Dieselbe Stelle von zwei Plätzen benachrichtigt
clash-sent-twice-remedy = Beide Mitteilungen stehen in der Akte. Bitte bei der Stelle klären, welche gilt, und die andere zurückziehen.
notice-no-trade = Dieser Vorgang ist keine Gewerbeanzeige: Es gibt keine empfangenden Stellen.
notice-no-trade-remedy = Mitgeteilt werden Gewerbe-Anmeldung, -Ummeldung und -Abmeldung.
lot-note-none = In diesem Monat wartet nichts darauf.
lot-note-none-remedy = Bitte zuerst die Datei schreiben; bestätigt werden kann, was abgesandt ist.
notice-none = Es ist keine Stelle ausgewählt, für die das gilt.
notice-none-remedy = Mit amtsstube exchange list steht, welche Stelle was hat.
notice-nothing = Es ist niemandem etwas mitzuteilen.
notice-nothing-remedy = Alle Stellen haben ihre Mitteilung, und seither hat sich für sie nichts geändert.
notice-there = Die Stelle hat diese Mitteilung schon seit { $date }, und für sie hat sich nichts geändert.
notice-there-remedy = Nichts weiter zu tun; nach einer Berichtigung entsteht eine neue Mitteilung von selbst.
notice-waits = Für die Stelle liegt diese Mitteilung vom { $date } schon bereit.
notice-waits-remedy = Bitte sie absenden und das vermerken.
notice-unknown = Für diese Stelle gibt es keine Mitteilung.
notice-unknown-remedy = Bitte zuerst die Mitteilung erstellen.
notice-withdrawn = Diese Mitteilung ist zurückgezogen.
notice-withdrawn-remedy = Bitte eine neue erstellen.
notice-noted = Das ist bei dieser Stelle schon vermerkt.
notice-noted-remedy = Nichts weiter zu tun.
notice-before = Der Tag liegt vor dem, an dem die Mitteilung erstellt wurde.
notice-before-remedy = Bitte den Tag prüfen.
notice-in-future = Der { $date } liegt in der Zukunft.
notice-in-future-remedy = Bitte den Tag prüfen.
notice-not-sent = Diese Mitteilung ist noch nicht als abgesandt vermerkt.
notice-not-sent-remedy = Bitte zuerst das Absenden vermerken.
notice-superseded = Für diese Stelle ist inzwischen eine neuere Mitteilung erstellt.
notice-superseded-remedy = Bitte die neuere senden. Ist die alte schon hinausgegangen: die neuere zurückziehen, dann das Absenden der alten vermerken.
notice-body = Diese Stelle bekommt diesen Vordruck nicht.
notice-body-remedy = Möglich sind: { $bodies }
notice-not-asked = Die Angaben verlangen keine Mitteilung an: { $body }
notice-not-asked-remedy = Wenn es Anhaltspunkte gibt, bitte den Grund angeben; er wird vermerkt.
exchange-not-written = Die Mitteilung ließ sich nicht schreiben.
exchange-not-written-remedy = Bitte noch einmal versuchen; bleibt es dabei, die Administration fragen.
bodies-title = Empfangende Stellen
bodies-preview = { $body }: was diese Stelle bekommt
bodies-write = Mitteilungen schreiben
bodies-write-title = Neuen Ordner mit den Mitteilungen schreiben
bodies-sent = Alle als abgesandt vermerken
bodies-withdraw = Mitteilung zurückziehen
bodies-withdraw-go = Zurückziehen
bodies-withdraw-this = { $body }: Mitteilung zurückziehen
bodies-acknowledged = Eingang bestätigt
bodies-acknowledged-this = { $body }: Eingang bestätigt
bodies-view-this = Ansehen, was { $body } bekommt
bodies-legend = Grau: { $body } bekommt diese Felder nicht
bodies-legend-all = Keines: diese Stelle bekommt alle Felder des Vordrucks.
bodies-legend-unnumbered = Was auf dem Vordruck keine Nummer hat, bekommt keine Stelle.
bodies-because-exempt = { $law } nimmt das Feld aus.
bodies-because-unnamed = { $law } nennt das Feld nicht.
bodies-answered = Ausgefüllt, aber nicht übermittelt: { $why }
bodies-withheld = Nicht übermittelt nach { $law }: { $count ->
    [one] Feld
   *[other] Felder
} { $fields }.
bodies-only-where = Nur, wenn zutrifft: { $why }
bodies-others = Nach den Angaben nicht vorgesehen: { $bodies }
bodies-standing-not-asked = nicht vorgesehen
bodies-standing-due = mitzuteilen
bodies-standing-monthly = mit der Monatsmeldung
bodies-standing-waits = erstellt, noch nicht abgesandt
bodies-standing-again = Berichtigung mitzuteilen
bodies-standing-sent = mitgeteilt
bodies-standing-acknowledged = Eingang bestätigt
bodies-written = Geschrieben nach { $folder }: { $bodies }
bodies-no-address = Wo diese Stellen sind, hat die Kommune noch nicht angegeben (Einstellungen, Empfangende Stellen): { $bodies }
bodies-noted-sent = Als abgesandt vermerkt: { $count }
bodies-noted-acknowledged = Als bestätigt vermerkt: { $count }
bodies-noted-withdrawn = Als zurückgezogen vermerkt: { $count }
lot-month = „{ $value }“ ist kein Monat.
lot-month-remedy = Bitte so angeben: 2026-11.
lot-cases = { $count ->
    [one] 1 Anzeige
   *[other] { $count } Anzeigen
} für die Monatsmeldung, spätestens am { $due }
lot-cases-late = { $count ->
    [one] 1 Anzeige
   *[other] { $count } Anzeigen
} für die Monatsmeldung, überfällig (spätestens am { $due })
lot-written = Geschrieben: { $file }
lot-left = { $number } fehlt darin, weil vorher etwas zu klären ist:
lot-title = Monatsmeldung Statistik
lot-of = Monat
lot-nothing = In diesem Monat ist dem Statistischen Landesamt nichts mehr mitzuteilen.
lot-case = Vorgang
lot-stand = Stand
lot-open = mitzuteilen
lot-sent = mitgeteilt
lot-confirmed = Eingang bestätigt
lot-write = Datei schreiben …
lot-write-go = Schreiben
lot-note-sent = Als abgesandt vermerken
lot-note-confirmed = Eingang bestätigt
lot-look = Ansehen
lot-noted = { $count ->
    [one] Bei { $count } Vorgang vermerkt
   *[other] Bei { $count } Vorgängen vermerkt
}
lot-help = Enter zeigt, was das Landesamt von einem Vorgang bekommt. Zuerst die Datei schreiben, nach dem Versand vermerken.
cli-exchange = Mitteilungen an die empfangenden Stellen einer Gewerbeanzeige
cli-exchange-list = Wer die Anzeige bekommt, warum, und was schon mitgeteilt ist
cli-exchange-trade-notice = Für jede Stelle, der noch mitzuteilen ist, einen Ordner mit genau ihren Feldern schreiben
cli-exchange-sent = Vermerken, dass Mitteilungen abgesandt sind
cli-exchange-acknowledge = Vermerken, dass Stellen den Eingang bestätigt haben
cli-exchange-withdraw = Mitteilungen zurückziehen
cli-exchange-lot = Die Monatsmeldung an das Statistische Landesamt zeigen oder schreiben
cli-arg-body = Eine Stelle mit ihrer Kennung; mehrfach möglich, ohne Angabe alle, die es betrifft
cli-arg-folder = Ordner, in dem die neuen Dateien entstehen
cli-arg-note = Vermerk dazu, etwa das Zeichen der Stelle
cli-arg-month = Monat, zum Beispiel 2026-11
cli-arg-lot-sent = Die Monatsmeldung zugleich als abgesandt vermerken
# the inbox: files of other systems
xml-too-large = Die Datei ist größer als { $megabytes } MB; so groß ist keine Gewerbeanzeige.
xml-too-large-remedy = Bitte bei der absendenden Stelle nachfragen.
xml-encoding = Zeile { $line }: Die Datei ist nicht in UTF-8 geschrieben.
xml-encoding-remedy = Bitte die Datei neu anfordern.
xml-broken = Zeile { $line }: Die Datei ist kein richtiges XML ({ $why }).
xml-broken-remedy = Bitte die Datei neu anfordern.
xml-stray-text = Zeile { $line }: Vor oder hinter der Nachricht steht Text, der nicht dazugehört.
xml-stray-text-remedy = Bitte die Datei neu anfordern.
xml-unfinished = Zeile { $line }: Die Datei hört mittendrin auf.
xml-unfinished-remedy = Bitte die Datei neu anfordern; vielleicht wird sie noch geschrieben.
xml-two-roots = Zeile { $line }: In der Datei stehen zwei Nachrichten hintereinander.
xml-two-roots-remedy = Bitte jede Nachricht als eigene Datei anfordern.
xml-deep = Zeile { $line }: Die Datei ist so tief verschachtelt oder so umfangreich, wie es keine Gewerbeanzeige ist.
xml-deep-remedy = Bitte die Datei nicht verwenden und bei der absendenden Stelle nachfragen.
xml-doctype = Zeile { $line }: Die Datei bringt eigene Regeln mit (DOCTYPE). Das tut keine Gewerbeanzeige, und es kann schaden.
xml-doctype-remedy = Bitte die Datei nicht verwenden und bei der absendenden Stelle nachfragen.
xml-entity = Zeile { $line }: Der Platzhalter „{ $name }“ ist nicht bekannt.
xml-entity-remedy = Bitte die Datei neu anfordern.
xga-version = Zeile { $line }: Diese Fassung wird nicht gelesen: { $found }
xga-version-remedy = Gelesen wird: { $known }. Bitte die Anzeige von Hand aufnehmen.
xga-none = Darin steht keine Gewerbeanzeige, die gelesen werden kann.
xga-none-remedy = Bitte die Datei ansehen und die Anzeige von Hand aufnehmen.
xga-several = Zeile { $line }: Die Datei enthält mehrere Anzeigen.
xga-several-remedy = Bitte jede Anzeige als eigene Datei anfordern.
xga-town = Zeile { $line }: Die Anzeige ist für die Gemeinde { $found } und nicht für { $own }.
xga-town-remedy = Bitte an die richtige Gemeinde weitergeben oder in der Verwaltung die Gemeindekennzahl prüfen.
inbox-there = „{ $name }“ ist schon angenommen: Es gibt dazu einen Entwurf oder einen Vorgang.
inbox-there-remedy = Nichts weiter zu tun.
inbox-not-yours = Gewerbeanzeigen darf hier nur aufnehmen, wer die Vorgänge des Gewerbes lesen darf.
inbox-not-yours-remedy = Bitte jemandem aus dem Gewerbe geben.
xga-uuid = Die Kennung der Nachricht ist keine UUID.
xga-uuid-remedy = Bitte die Datei beim Absender neu anfordern.
inbox-others = Angenommen wurden die anderen: { $count }
inbox-others-remedy = Sie stehen unter den Entwürfen.
inbox-taken = { $file }: als Entwurf angenommen ({ $service })
inbox-unknown = Zeile { $line }: „{ $name }“ ist nicht bekannt und steht nur in der Originaldatei.
inbox-title = Posteingang
inbox-loading = Der Ordner wird gelesen …
inbox-no-folder = Kein Ordner eingestellt. In der Verwaltung ({ $key }), Seite Kommune, steht, wohin das Portal seine Gewerbeanzeigen legt.
inbox-empty = Im Ordner liegt keine Gewerbeanzeige. Was dort ankommt, steht nach einer Sekunde hier.
inbox-more = { $count ->
    [one] { $count } ältere Datei wird nicht angesehen; bitte in einen anderen Ordner legen.
   *[other] { $count } ältere Dateien werden nicht angesehen; bitte in einen anderen Ordner legen.
}
inbox-came = Angekommen
inbox-what = Für wen und was
inbox-stand = Stand
inbox-file = Datei
inbox-stand-new = neu
inbox-stand-missing = neu, Angaben fehlen
inbox-stand-draft = Entwurf
inbox-stand-known = schon angenommen
inbox-stand-unreadable = nicht lesbar
inbox-is-draft = Angenommen: liegt als Entwurf am Schalter.
inbox-is-case = Angenommen: Vorgang { $number }.
inbox-is-known = Diese Nachricht ist schon angenommen.
inbox-take = Annehmen und öffnen
inbox-go-on = Entwurf weiterführen
inbox-kept = Die Datei bleibt, wie und wo sie ist. Das Original liegt nach dem Annehmen auch im Vorgang.
inbox-complete = Alle Angaben sind vollständig.
inbox-missing = Fehlt oder stimmt nicht
inbox-receipt = Kommt über den Kanal Portal. Die Empfangsbescheinigung entsteht, wenn der Vorgang angelegt wird.
inbox-answer = Antworten ablegen
inbox-answer-otherwise = Anders zugestellt
inbox-answer-given = Im Vorgang vermerkt: auf anderem Weg gegeben.
inbox-answer-unissued = Antwort: Die Empfangsbescheinigung ist noch nicht ausgestellt.
inbox-answer-due = Antwort: Die Empfangsbescheinigung liegt noch nicht für das Portal bereit.
inbox-answer-laid = Antwort: für das Portal bereitgelegt als antworten/{ $file }.
inbox-answer-nowhere = An diesem Platz ist kein Ordner für Anzeigen eines Portals eingestellt, neben dem die Antworten liegen könnten.
inbox-answer-nowhere-remedy = Den Ordner stellt die Verwaltung ein (F8, Seite Kommune).
inbox-answers-go = { $count ->
    [one] Eine Empfangsbescheinigung geht beim nächsten Abgleich über den Dienst des Kreises zum Portal.
   *[other] { $count } Empfangsbescheinigungen gehen beim nächsten Abgleich über den Dienst des Kreises zum Portal.
}
inbox-answers-others = Diese Antworten liegen bereit: { $count }
inbox-answers-others-remedy = Die übrigen bitte noch einmal ablegen, wenn der Grund behoben ist.
inbox-answers-due = { $count ->
    [one] Eine Empfangsbescheinigung liegt noch nicht für das Portal bereit.
   *[other] { $count } Empfangsbescheinigungen liegen noch nicht für das Portal bereit.
}
inbox-answers-laid = { $count ->
    [0] Keine Antwort war abzulegen.
    [one] Eine Antwort liegt für das Portal bereit (Ordner antworten).
   *[other] { $count } Antworten liegen für das Portal bereit (Ordner antworten).
}
cli-exchange-answer = Antworten an das Portal bereitlegen: die Empfangsbescheinigung zu jeder Anzeige aus dem Ordner, die ein Vorgang ist
inbox-folder-none = { $path } ist kein Ordner, der gelesen werden kann.
inbox-folder-none-remedy = Bitte den vollständigen Pfad eines Ordners eingeben, oder das Feld leeren.
inbox-folder-may = Den Ordner des Posteingangs stellt die Verwaltung ein.
inbox-folder-may-remedy = Bitte jemanden mit der Rolle Administration fragen.
settings-inbox-folder = Ordner für Gewerbeanzeigen aus dem Portal
settings-inbox-hint = Nur an diesem Platz. Was dort ankommt, steht unter Vorgänge, Strg+O. Dateien werden nie gelöscht.
settings-inbox-save = Ordner des Posteingangs speichern
cli-exchange-take-in = Gewerbeanzeigen aus einem Portal als geprüfte Entwürfe annehmen
# retention and destruction of files
event-term-begun = Frist zählt ab { $date }: { $reason }
event-hold-set-legal = Darf nicht vernichtet werden: { $reason }
event-hold-set-archive = Dem Archiv angeboten: { $reason }
event-hold-lifted-legal = Darf nach der Frist wieder vernichtet werden: { $reason }
event-hold-lifted-archive = Vom Archiv freigegeben: { $reason }
kreis-act-term-begun = Beginn der Frist eingetragen
kreis-act-hold-set = Von der Vernichtung ausgenommen
kreis-act-hold-lifted = Zur Vernichtung freigegeben
kreis-act-disposal-proposed = Aussonderung vorgeschlagen
kreis-act-disposal-withdrawn = Aussonderung zurückgezogen
kreis-act-disposal-confirmed = Aussonderung bestätigt
kreis-act-case-erased = Vorgang gelöscht
kreis-act-person-erased = Person gelöscht
kreis-refused-not-second = Es fehlt der Vorschlag einer zweiten Person.
hold-there = Das ist schon vermerkt.
hold-there-remedy = Hier ist nichts mehr zu tun.
hold-none = Davon ist nichts vermerkt.
hold-none-remedy = Hier ist nichts aufzuheben.
retention-closed = Abgeschlossen am { $date }
retention-business = Das Gewerbe endete am { $date }
retention-accounts = Jahresabschluss beschlossen am { $date }
retention-void = Gilt nicht als Vorgang; zuletzt geschrieben am { $date }
retention-years = Aktenplan { $plan }: { $years ->
    [one] { $years } Jahr
   *[other] { $years } Jahre
}
retention-begins = Die Frist beginnt am { $date }
retention-ends = Letzter Tag der Aufbewahrung ist der { $date }
retention-open = Vorgang { $number } ist nicht abgeschlossen.
retention-open-remedy = Er bleibt, bis er abgeschlossen und seine Frist abgelaufen ist.
retention-held = Vorgang { $number } darf nicht vernichtet werden: { $reason }
retention-held-remedy = Wenn der Grund entfallen ist, bitte aufheben: amtsstube retention release.
retention-sued = In { $number } ist noch eine Untätigkeitsklage offen.
retention-sued-remedy = Bitte erst im Vorgang eintragen, wie sie ausgegangen ist.
retention-objection = Gegen die Entscheidung in { $number } läuft noch ein Widerspruch oder eine Klage.
retention-objection-remedy = Bitte erst im Vorgang eintragen, wie es ausgegangen ist.
retention-archive = Vorgang { $number } ist dem Archiv angeboten: { $reason }
retention-archive-remedy = Sobald das Archiv entschieden und die Akte übernommen hat, bitte aufheben: amtsstube retention release --archive.
retention-away = Vorgang { $number } liegt bei { $office }.
retention-away-remedy = Er bleibt, bis die andere Stelle geantwortet hat.
retention-undelivered = Zu Vorgang { $number } ist etwas für eine andere Stelle noch nicht angekommen.
retention-undelivered-remedy = Er bleibt, bis es dort angekommen ist: bitte abgleichen.
retention-disputed = Zu Vorgang { $number } steht Verschiedenes gegeneinander.
retention-disputed-remedy = Bitte zuerst unter F7 entscheiden.
retention-money = Bei Vorgang { $number } ist Geld offen oder zurückzugeben.
retention-money-remedy = Bitte zuerst kassieren, erlassen oder die Quittung stornieren.
retention-later = In Vorgang { $number } steht etwas, das dieses Programm noch nicht lesen kann.
retention-later-remedy = Bitte zuerst das Programm aktualisieren.
retention-parked = Zu Vorgang { $number } ist auf einem anderen Platz etwas geschehen, das hier noch nicht angekommen ist.
retention-parked-remedy = Bitte abgleichen und danach noch einmal versuchen.
retention-unseen = { $number } gilt nicht als Vorgang, und noch niemand hat das angesehen.
retention-unseen-remedy = Bitte zuerst unter F7 vermerken, was geschah.
retention-no-business = Zu Vorgang { $number } ist nicht eingetragen, wann das Gewerbe endete; erst dann beginnt die Frist.
retention-no-business-remedy = Bitte eintragen: amtsstube retention begins.
retention-no-accounts = Zu Vorgang { $number } ist nicht eingetragen, wann der Jahresabschluss beschlossen wurde; erst dann beginnt die Frist.
retention-no-accounts-remedy = Bitte eintragen: amtsstube retention begins.
retention-later-closed = Vorgang { $number } wurde nach dem Vorschlag noch einmal geöffnet und abgeschlossen.
retention-later-closed-remedy = Bitte die Liste zurückziehen und neu vorschlagen.
retention-not-over = Die Frist von Vorgang { $number } läuft inzwischen länger als bei dem Vorschlag.
retention-not-over-remedy = Bitte die Liste zurückziehen und neu vorschlagen.
disposal-not-open = Diese Liste ist schon bestätigt oder zurückgezogen.
disposal-not-open-remedy = Was offen ist, zeigt amtsstube retention list.
disposal-same-person = Wer die Liste vorgeschlagen hat, kann sie nicht auch bestätigen.
disposal-same-person-remedy = Bitte eine zweite Person mit der Rolle Leitung bestätigen lassen (Vier-Augen-Prinzip).
disposal-in-future = Der { $date } liegt in der Zukunft.
disposal-in-future-remedy = Vorgeschlagen wird nur, was heute abgelaufen ist; ansehen lässt sich jeder Tag.
disposal-waits = { $count ->
    [one] Eine Liste mit einem Vorgang wartet
   *[other] Eine Liste mit { $count } Vorgängen wartet
} schon auf die zweite Person.
disposal-waits-remedy = Bitte zuerst bestätigen oder zurückziehen.
disposal-nothing = Am { $date } ist nichts zu vernichten.
disposal-nothing-remedy = Was bleibt und warum, zeigt amtsstube retention list.
disposal-other-group = { $count ->
    [one] Ein Vorgang der Liste gehört
   *[other] { $count } Vorgänge der Liste gehören
} zu Leistungen, für die Sie nicht zuständig sind (§ 30 AO).
disposal-other-group-remedy = Bitte von jemandem bestätigen lassen, die oder der für alle zuständig ist.
disposal-unknown = Diese Liste gibt es nicht.
disposal-unknown-remedy = Die Kennungen zeigt amtsstube retention list.
left-none = Zu diesem gelöschten Vorgang ist nichts übrig.
left-none-remedy = Was übrig ist, zeigt amtsstube retention list.
case-erased = Vorgang { $number } ist nach Ablauf der Frist gelöscht.
case-erased-remedy = Übrig sind nur die Nummer und die Aussonderungsliste.
cli-retention = Aufbewahrung und Aussonderung
cli-retention-list = Zeigen, was an einem Tag vernichtet werden kann, was bleibt und warum
cli-retention-propose = Als erste Person eine Liste vorschlagen
cli-retention-confirm = Als zweite Person bestätigen: Danach sind die Vorgänge auf jedem Platz und beim Kreis gelöscht
cli-retention-withdraw = Einen Vorschlag zurückziehen
cli-retention-hold = Einen Vorgang von der Vernichtung ausnehmen
cli-retention-release = Eine solche Ausnahme aufheben
cli-retention-begins = Eintragen, wann geschah, wovon die Frist eines Vorgangs zählt
cli-retention-finish = Löschen, was nach der Löschung eines Vorgangs noch geschrieben wurde
cli-arg-on = Tag, auf den es ankommt; ohne Angabe heute
cli-arg-list = Kennung der Liste
cli-arg-archive = Weil er dem Archiv angeboten ist
cli-arg-erased = Nummer des gelöschten Vorgangs
retention-title = Aussonderung
retention-due-title = { $count ->
    [0] Heute ist nichts zu vernichten
    [one] Ein Vorgang kann vernichtet werden
   *[other] { $count } Vorgänge können vernichtet werden
}
retention-due-more = Es sind mehr, als eine Liste fasst; die übrigen kommen mit der nächsten.
retention-kept-title = Diese bleiben, obwohl ihre Frist abgelaufen ist
retention-left-title = Nach der Löschung geschrieben
retention-unsent = Vernichtet, bevor dieser Platz die Antwort an das Portal gesandt hatte; sie ging nicht hinaus: { $numbers }
retention-left-line = { $number }: { $what } ({ $by }, { $when })
retention-left-held = { $number }: nicht gelöscht, weil hier inzwischen vermerkt wurde, dass er bleiben muss
retention-lists-title = Listen
retention-list-open = { $id }  vorgeschlagen am { $date } von { $by }: { $count ->
    [one] 1 Vorgang
   *[other] { $count } Vorgänge
}, wartet auf die zweite Person
retention-list-withdrawn = { $id }  vorgeschlagen am { $date } von { $by }: zurückgezogen ({ $reason })
retention-list-confirmed = { $id }  vorgeschlagen am { $date } von { $by }, bestätigt am { $on } von { $second }: { $count ->
    [one] 1 Vorgang
   *[other] { $count } Vorgänge
}, { $persons ->
    [one] 1 Person
   *[other] { $persons } Personen
} gelöscht
retention-proposed = Vorgeschlagen: { $count ->
    [one] 1 Vorgang
   *[other] { $count } Vorgänge
}. Eine zweite Person bestätigt mit der Kennung { $id }.
retention-confirmed = Gelöscht: { $cases ->
    [one] 1 Vorgang
   *[other] { $cases } Vorgänge
} und { $persons ->
    [one] 1 Person
   *[other] { $persons } Personen
}. Die anderen Plätze und der Kreis löschen beim nächsten Abgleich.
retention-done = Vermerkt.
retention-propose-button = Liste vorschlagen
retention-confirm-button = Als zweite Person bestätigen und löschen
retention-withdraw-button = Vorschlag zurückziehen
retention-reason-label = Grund
retention-waits = { $by } hat am { $date } { $count ->
    [one] 1 Vorgang
   *[other] { $count } Vorgänge
} vorgeschlagen. Bestätigen kann das nur eine zweite Person mit der Rolle Leitung. Was bestätigt ist, lässt sich nicht zurückholen.
retention-own = Diese Liste haben Sie selbst vorgeschlagen; bestätigen muss sie jemand anders.
retention-column-number = Nummer
retention-column-closed = Abgeschlossen
retention-column-until = Aufbewahrt bis
retention-column-why = Grund
retention-checked = Ich habe die Liste durchgesehen und bestätige als zweite Person
retention-orphans = { $count ->
    [one] Von einer gelöschten Person wurde auf einem anderen Platz danach noch etwas eingetragen
   *[other] Von { $count } gelöschten Personen wurde auf einem anderen Platz danach noch etwas eingetragen
}; es geht mit der nächsten Löschung.
retention-left-count = { $number }: { $count ->
    [one] 1 Eintrag wurde nach der Löschung auf einem anderen Platz geschrieben und bleibt
   *[other] { $count } Einträge wurden nach der Löschung auf einem anderen Platz geschrieben und bleiben
}, bis jemand entscheidet
retention-list-done = Vorgeschlagen am { $date } von { $by }, bestätigt am { $on } von { $second }: { $count ->
    [one] 1 Vorgang
   *[other] { $count } Vorgänge
} und { $persons ->
    [one] 1 Person
   *[other] { $persons } Personen
} gelöscht
retention-list-taken-back = Vorgeschlagen am { $date } von { $by }: zurückgezogen

## Fristen: der Kalender (F9) und der Fristenrechner

help-calendar = Ein Monat mit allem, was auf die Tage fällt: Fristen, Anhörungen, Wiedervorlagen, das Ende von Rechtsbehelfsfristen, dazu die Feiertage des Landes. Pfeile gehen von Tag zu Tag, Bild ↑ ↓ von Monat zu Monat, Pos1 zu heute; Ziffern tippen ein Datum. Enter geht in die Liste des Tages, dort öffnet Enter den Vorgang; Tab liest, warum der Tag dieser Tag ist. Esc führt in den Monat zurück, Strg+R rechnet eine Frist.
date-in-full = { $weekday }, { $day }. { $month }
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
calendar-grid = Kalender { $month }
calendar-week = Woche { $number }
calendar-week-of = { $week }: { $from } bis { $until }
calendar-perhaps = { $holiday }?
calendar-before = Monat zurück
calendar-after = Monat vor
calendar-today = Heute
calendar-whose = Wessen Vorgänge
calendar-all = Alle
calendar-mine = Meine
calendar-date = Datum, zu dem der Kalender gehen soll
calendar-lists = Welche Tage aufgelistet sind
calendar-day = Tag
calendar-this-week = Woche
calendar-overdue = Überfällig
calendar-late-many = Überfällig { $count }
calendar-what = Was
calendar-why = Warum dieser Tag
calendar-follow-up = Wiedervorlage: { $text }
calendar-follow-up-why = Von der Stelle selbst gesetzt; kein Gesetz bestimmt den Tag.
calendar-lot = { $count ->
    [one] 1 Anzeige
   *[other] { $count } Anzeigen
}
calendar-late = { $what }, überfällig
calendar-late-short = { $what }!
calendar-loading = Der Kalender wird gelesen.
calendar-none-day = An diesem Tag steht nichts an.
calendar-none-week = In dieser Woche steht nichts an.
calendar-none-late = Nichts ist überfällig.
calendar-cut = Nur die ersten { $count } stehen hier. Weniger sind es an einem einzelnen Tag oder unter „Meine“.
calendar-count-deadline = { $count ->
    [one] 1 Frist
   *[other] { $count } Fristen
}
calendar-short-deadline = { $count } F
calendar-count-hearing = { $count ->
    [one] 1 Anhörung
   *[other] { $count } Anhörungen
}
calendar-short-hearing = { $count } Anh.
calendar-count-request = { $count ->
    [one] 1 Nachforderung
   *[other] { $count } Nachforderungen
}
calendar-short-request = { $count } Nachf.
calendar-count-follow-up = { $count ->
    [one] 1 Wiedervorlage
   *[other] { $count } Wiedervorlagen
}
calendar-short-follow-up = { $count } WV
calendar-count-remedy = { $count ->
    [one] 1 Rechtsbehelf
   *[other] { $count } Rechtsbehelfe
}
calendar-short-remedy = { $count } RB
calendar-legend = F Frist · Anh. Anhörung · Nachf. Nachforderung · WV Wiedervorlage · RB Rechtsbehelf · ! überfällig
calendar-key-day = Tag
calendar-key-month = Monat
calendar-key-today = heute
calendar-key-open = Liste, dann Vorgang
calendar-key-date = Datum
calendar-key-back = in den Monat
key-arrows = ← ↑ ↓ →
key-months = Bild ↑ ↓
key-home = Pos1
key-digits = 0–9
calculator-title = Frist berechnen
calculator-on = Tag
calculator-sets = Was an dem Tag geschieht
calculator-event = ein Ereignis (der Tag zählt nicht mit)
calculator-posted = ein Schreiben geht zur Post
calculator-beginning = die Zeit beginnt (der Tag zählt mit)
calculator-how-many = Anzahl
calculator-count = Das ist keine Anzahl von 1 bis 65.535.
calculator-count-remedy = Bitte eine ganze Zahl angeben, zum Beispiel 3.
calculator-unit = Einheit
calculator-days = Tage
calculator-weeks = Wochen
calculator-months = Monate
calculator-years = Jahre
calculator-kind = Was endet
calculator-frist = Frist: bis dahin ist etwas zu tun (rückt auf den nächsten Werktag)
calculator-zeitraum = Zeitraum, für den etwas gilt (endet auf seinen Tag)
calculator-termin = Termin, den die Behörde gesetzt hat (bleibt)
calculator-rueckwaerts = rückwärts gezählt (bleibt)
calculator-basis = Nach welchem Gesetz
calculator-vwvfg = { LAW("VwVfG") }
calculator-ao = AO
calculator-bgb = BGB
calculator-ends = Ende: { $day }
calculator-unknown = Sobald Tag und Anzahl feststehen, steht hier das Ende mit seiner Begründung.
calculator-assumed = Der Gemeindeschlüssel fehlt; gerechnet ist mit den Feiertagen von Nordrhein-Westfalen.
deadline-land = Feiertage von { $land }.
deemed-post-by = Damit die Entscheidung am { $by } bekanntgegeben ist, muss das Schreiben vorher zur Post.
deemed-post-notified = Zur Post am { $date }: gilt am { $on } als bekanntgegeben.
cli-calendar = Was in einem Monat auf die Tage fällt: Fristen, Anhörungen, Wiedervorlagen, Feiertage
cli-arg-mine = Nur eigene Vorgänge
cli-arg-explain = Zu jedem Tag die Begründung
cli-arg-beginning = Der Tag zählt mit (§ 187 Abs. 2 BGB)
cli-calendar-cut = Nur die ersten { $count } stehen hier, der letzte vom { $day }; für diesen Tag und die danach fehlt etwas. Einen Tag allein zeigt --on, nur eigene Vorgänge zeigt --mine.
cli-arg-calendar-on = Nur dieser Tag
cli-calendar-late = Überfällig: { $count }
cli-calendar-none = In diesem Monat steht nichts an.

## Posteingang über den Dienst des Kreises

inbox-stand-other-town = für eine andere Gemeinde
inbox-over-service = Über den Dienst des Kreises gekommen.
inbox-kept-service = Die Datei bleibt beim Dienst, bis der Vorgang angelegt ist; das Original liegt dann im Vorgang. Was niemand annehmen kann, verwirft die Leitung unter Kreis (F7).
inbox-filed = Die Anzeige ist schon als Vorgang { $number } angelegt, vermutlich an einem anderen Platz.
inbox-filed-remedy = Bitte den Entwurf verwerfen und in { $number } weiterarbeiten.
inbox-several = Mehrere Dateien „{ $name }“ warten: { $files }
inbox-several-remedy = Bitte die gemeinte so angeben, wie sie hier steht.
inbox-gone = Die Datei liegt nicht mehr da.
inbox-gone-remedy = Vermutlich hat sie ein anderer Platz angenommen; der Vorgang steht in der Arbeitsliste.
notice-other-office = Die Datei ist für eine andere Gemeinde.
notice-other-office-remedy = Bitte verwerfen und die Stelle, die sie gesandt hat, darauf hinweisen.
kreisdienst-inbox = Dateien anderer Verfahren für die Plätze einer Kommune
kreisdienst-inbox-put = Dateien (etwa Gewerbeanzeigen eines Portals) für die Plätze einer Kommune versiegeln und bereitlegen
kreisdienst-inbox-answers = Antworten der Kommunen an Portale in einen Ordner legen; der Dienst vergisst sie dann
kreisdienst-arg-answers = Der Ordner; darin hat jede Kommune einen eigenen, benannt nach dem Amtlichen Gemeindeschlüssel (AGS)
kreisdienst-answers-laid = { $file }
kreisdienst-answers-none = Es liegt keine Antwort bereit.
kreisdienst-answers-name = Der Name der Antwort ({ $file }) taugt nicht als Dateiname; sie bleibt liegen.
kreisdienst-answers-no = Die Antwort { $file } lässt sich nicht öffnen und bleibt liegen: Sie ist für einen anderen Schlüssel des Dienstes versiegelt oder beschädigt.
kreisdienst-answers-there = { $file }: Eine andere Datei dieses Namens ist schon da. Die Antwort bleibt liegen.
kreisdienst-arg-file = Die Datei, bis 4 MB
kreisdienst-outside = Portal
kreisdienst-inbox-new = { $file }: liegt bereit.
kreisdienst-inbox-known = { $file }: liegt schon da, Byte für Byte.
kreisdienst-inbox-taken = { $file }: wurde schon angenommen.
kreisdienst-inbox-dropped = { $file }: hat ein Platz der Kommune verworfen; sie wird nicht noch einmal bereitgelegt. Soll sie doch angenommen werden, nimmt sie ein Platz aus der Datei: amtsstube exchange take-in
kreisdienst-inbox-before = Vor der ersten Datei müssen alle Plätze der Kommune auf eine Fassung gebracht sein, die den Posteingang kennt: Ein älterer Platz hält die Datei für eine Abgabe, die er nicht öffnen kann, und bietet an, sie zu verwerfen.
kreisdienst-inbox-nobody = Die Kommune hat keinen Platz, der die Datei öffnen könnte. Bitte erst einen Platz aufnehmen (enrol-code).
kreisdienst-inbox-empty = { $file }: Die Datei ist leer.
kreisdienst-inbox-large = { $file }: Die Datei ist größer als 4 MB, oder ihr Name ist länger als 200 Zeichen.
kreisdienst-inbox-full = { $file }: Für die Kommune liegt schon zu viel da (bundles_per_office, bundle_megabytes_per_office). Bitte warten, bis ihre Plätze es angenommen haben.
cli-exchange-inbox = Den Posteingang auflisten (Ordner und Dienst des Kreises), oder eine Datei daraus annehmen
cli-arg-otherwise = Vermerken, dass diese Antwort auf anderem Weg gegeben wurde
cli-arg-take-file = Diese Datei annehmen
cli-inbox-waits = neu
cli-inbox-draft = Entwurf an diesem Platz
cli-inbox-case = als Vorgang angelegt
cli-inbox-known = schon angenommen
cli-inbox-other-town = für eine andere Gemeinde.
cli-inbox-unreadable = nicht lesbar.
cli-inbox-none = Der Posteingang ist leer.

## Eigene Textbausteine der Kommune

step-block-own = { $title } (Kommune)
cli-town-blocks = Eigene Textbausteine der Kommune für eine Leistung zeigen, aus einer Datei setzen oder entfernen
own-blocks-set = Eigene Textbausteine: { $count }
own-blocks-none = Für diese Leistung hat die Kommune keine eigenen Textbausteine.
own-blocks-large = Die Datei ist größer als { $kilobytes } kB.
own-blocks-large-remedy = Bitte kürzen.
own-blocks-many = Mehr als { $most } Textbausteine für eine Leistung.
own-blocks-many-remedy = Bitte nicht mehr gebrauchte entfernen.
own-blocks-character = Das Zeichen „{ $character }“ ist nach DIN 91379 nicht zugelassen.
own-blocks-character-remedy = Bitte durch ein zugelassenes Zeichen ersetzen.
own-blocks-only = „{ $name }“ gehört nicht in diese Datei: sie besteht nur aus [[block]].
own-blocks-only-remedy = Bitte entfernen oder in einen [[block]] schreiben.
own-blocks-twice = Den Textbaustein „{ $block }“ gibt es zweimal.
own-blocks-twice-remedy = Bitte einem von beiden eine andere Kennung geben.
own-blocks-id = Die Kennung „{ $block }“ darf nur aus Buchstaben, Ziffern, - und _ bestehen.
own-blocks-id-remedy = Zum Beispiel: id = "schuetzenplatz"
own-blocks-empty = Der Textbaustein „{ $block }“ hat keine Überschrift oder keinen Text.
own-blocks-empty-remedy = Bitte title = { de = "…" } und text = "…" ausfüllen.
