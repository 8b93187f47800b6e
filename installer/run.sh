#!/bin/sh
# Vom frischen Debian 12 mit Rust bis zum Fenster auf einer Demostadt; ohne Bildschirm macht es dieselbe Arbeit am
# Schalter auf der Kommandozeile, dazu zwei Plätze, die sich über einen Dienst des Kreises abgleichen. Alles liegt unter
# target/; nichts wird installiert, ohne dass es vorher dasteht.
set -eu
. "$(dirname "$0")/lib.sh"
cd "$project"

steps=6
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || steps=18
demo=$target/demo
papers=$demo/papiere
picture=$demo/fenster.png
program=$target/debug/amtsstube
service=gewerbe-anmeldung

stop() {
    finish 'angehalten'
    printf '\n%s\n' "$1" >&2
    exit 1
}

# amtsstube ARGUMENT…: das gebaute Programm auf der Demostadt, mit eigenem Anker und Schlüssel, fern von echten Daten.
amtsstube() {
    XDG_STATE_HOME=$demo/state AMTSSTUBE_KEY=$(cat "$demo/schluessel") "$program" "$@"
}

# field NAME: ein Feld des JSON-Objekts auf der Standardeingabe; eines aus jedem Eintrag, wenn es eine Liste ist.
field() {
    perl -MJSON::PP -0777 -ne '
        BEGIN { $name = shift @ARGV; binmode STDOUT, ":utf8" }
        my $value = eval { decode_json($_) };
        unless (ref $value) { print STDERR "Die Antwort des Programms war kein JSON: $_\n"; exit 3 }
        print "$_->{$name}\n" for ref $value eq "ARRAY" ? @$value : $value' "$1"
}

step 'Rust prüfen' 'Sekunden'
version=$(rust_version)
[ -n "$version" ] || stop "Rust fehlt. Nötig ist $(rust_needed) oder neuer; am einfachsten mit rustup (https://rustup.rs)."
rust_is_new_enough "$version" ||
    stop "Rust $version ist zu alt, nötig ist $(rust_needed) oder neuer. Mit rustup: rustup update stable; ohne: https://rustup.rs"
finish "Rust $version"

step 'Platz prüfen' 'Sekunden'
space=$(free_megabytes "$target")
[ "$space" -ge 3000 ] || [ -x "$program" ] ||
    stop "Das Bauen braucht 3 GB in $target, frei sind $space MB. Ein anderer Ordner: CARGO_TARGET_DIR=… sh installer/run.sh"
finish "$((space / 1024)) GB frei"

step 'Debian-Pakete' 'beim ersten Mal 1 bis 2 Minuten'
if is_debian; then
    # shellcheck disable=SC2086 # eine Liste von Wörtern
    lacking=$(missing $build_packages $window_packages)
    if [ -n "$lacking" ]; then
        may_be_root || stop "Es fehlen Pakete, und installieren darf sie nur ein Administrator:
    sudo apt-get install $lacking
Danach noch einmal: sh installer/run.sh"
        printf '      Installiert wird jetzt mit apt-get: %s\n' "$lacking"
        # shellcheck disable=SC2086
        apt_install $lacking || stop "apt-get konnte das nicht installieren: $lacking"
    fi
    finish "${lacking:-alles da}"
else
    finish "kein Debian: bitte selbst für $build_packages $window_packages sorgen"
fi

step 'Bauen' 'beim ersten Mal etwa 12 Minuten auf zwei Kernen, danach Sekunden'
cargo build --locked --features district || stop 'Das Bauen ist gescheitert; die Meldung steht darüber.'
finish "$program"

step 'Demostadt anlegen' 'Sekunden'
mkdir -p "$demo/state" "$papers"
if [ ! -s "$demo/schluessel" ]; then
    (umask 077 && od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$demo/schluessel")
fi
if [ -d "$demo/stadt" ] && amtsstube --data "$demo/stadt" verify >/dev/null 2>&1; then
    finish 'die vom letzten Mal'
else
    rm -rf "$demo/stadt" "$demo/state"
    mkdir -p "$demo/state"
    if ! amtsstube --data "$demo/stadt" demo >"$demo/demo.log" 2>&1; then
        cat "$demo/demo.log" >&2
        # Halb angelegt wäre sie beim nächsten Mal die vom letzten Mal.
        rm -rf "$demo/stadt"
        stop 'Die Demostadt ließ sich nicht anlegen.'
    fi
    cat "$demo/demo.log"
    finish "$demo/stadt"
fi

step 'Fenster öffnen' 'Sekunden'
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    XDG_STATE_HOME=$demo/state AMTSSTUBE_KEY=$(cat "$demo/schluessel") \
        nohup "$program" --data "$demo/stadt" >"$demo/fenster.log" 2>&1 </dev/null &
    window=$!
    waited=0
    while [ "$waited" -lt 5 ] && kill -0 "$window" 2>/dev/null; do
        sleep 1
        waited=$((waited + 1))
    done
    if kill -0 "$window" 2>/dev/null || wait "$window"; then
        finish 'offen'
        table Schritt Ergebnis Zeit
        printf '\nDas Fenster bleibt offen, auch wenn dieses Terminal zugeht. Noch einmal: sh installer/run.sh\n'
        exit 0
    fi
    finish 'geht auf diesem Bildschirm nicht auf'
    tail -n 3 "$demo/fenster.log" >&2
else
    finish 'kein Bildschirm: weiter auf der Kommandozeile'
fi

steps=18
# Angemeldet als Schalter der Demostadt.
run() { AMTSSTUBE_PIN=2468 amtsstube "$@" --data "$demo/stadt" --as schalter --json; }
refused() { cat "$demo/antwort.json" >&2; stop "$1"; }

step 'Gewerbe-Anmeldung: Antworten' 'Sekunden'
run catalogue example "$service" >"$demo/antworten.json" || stop "Kein Beispiel für $service."
finish "$demo/antworten.json"

step 'Vorgang anlegen' 'Sekunden'
file_case() { run case new --service "$service" --answers "$demo/antworten.json" --signed "$@" >"$demo/antwort.json"; }
# Vom letzten Mal ist die Person schon da; das Programm trägt niemanden nebenbei ein zweites Mal ein, sondern nennt sie.
if ! file_case; then
    person=$(perl -MJSON::PP -0777 -ne '
        my $answer = eval { decode_json($_) };
        exit 3 unless ref $answer eq "HASH" && ref $answer->{problems} eq "ARRAY";
        print grep { defined } map { $_->{args}{person} } $answer->{problems}[0]' "$demo/antwort.json") ||
        refused 'Der Vorgang wurde abgelehnt, und die Antwort des Programms war kein JSON; sie steht darüber.'
    [ -n "$person" ] || refused 'Abgelehnt.'
    file_case --person "$person" || refused 'Abgelehnt.'
fi
case_id=$(field id <"$demo/antwort.json") || stop 'Die Antwort des Programms war kein JSON.'
finish "Vorgang $(field number <"$demo/antwort.json")"

step 'Gebühr bar kassieren' 'Sekunden'
run cash receipt "$case_id" --cash >"$demo/antwort.json" || refused 'Die Quittung wurde abgelehnt.'
finish "Quittung $(field number <"$demo/antwort.json")"

step 'Papiere ausgeben' 'Sekunden'
run paper list "$case_id" >"$demo/papiere.json" || stop 'Die Papiere ließen sich nicht auflisten.'
field id <"$demo/papiere.json" >"$demo/papiere.ids"
[ -s "$demo/papiere.ids" ] || stop 'Der Vorgang hat keine Papiere.'
field kind <"$demo/papiere.json" | paste "$demo/papiere.ids" - >"$demo/papiere.liste"
saved=
# Was vom letzten Mal noch da liegt, würde nicht überschrieben.
rm -f "$papers"/*.pdf
while read -r paper kind; do
    run paper save "$case_id" "$paper" --out "$papers/$kind.pdf" >"$demo/antwort.json" || refused "$kind: nicht gespeichert."
    saved="$saved $papers/$kind.pdf"
done <"$demo/papiere.liste"
finish "$(wc -l <"$demo/papiere.liste") PDF in $papers"

step 'Akte prüfen' 'Sekunden'
run verify >"$demo/antwort.json" || refused 'Die Prüfung fand etwas.'
finish 'Kette, Tabellen, Papiere und Nummern stimmen'

# Der Kreis: ein Dienst, zwei Plätze derselben Stadt, eine Leitung, die reißt. Jedes Mal von vorn.
kreis=$demo/kreis
kreisdienst=$target/debug/kreisdienst
serving=

# kreis ARGUMENT…: der Dienst mit seinen Einstellungen und Daten.
kreis() { "$kreisdienst" "$@" --config "$kreis/kreisdienst.toml" --data "$kreis/dienst" --json; }

# serve: startet den Dienst und wartet, bis er hört.
serve() {
    : >"$kreis/hoert.json"
    # Nicht über die Funktion: $! wäre sonst die Schale darum herum.
    "$kreisdienst" serve --config "$kreis/kreisdienst.toml" --data "$kreis/dienst" --json \
        >"$kreis/hoert.json" 2>>"$kreis/dienst.log" </dev/null &
    serving=$!
    tries=0
    while [ ! -s "$kreis/hoert.json" ] && [ "$tries" -lt 100 ] && kill -0 "$serving" 2>/dev/null; do
        sleep 0.1
        tries=$((tries + 1))
    done
    [ -s "$kreis/hoert.json" ] || { tail -n 5 "$kreis/dienst.log" >&2; stop 'Der Dienst des Kreises startet nicht.'; }
}

# cut: die Leitung reißt.
cut_line() {
    kill "$serving" 2>/dev/null || true
    wait "$serving" 2>/dev/null || true
    serving=
}
trap '[ -z "$serving" ] || kill "$serving" 2>/dev/null' EXIT

# at PLATZ ARGUMENT…: an einem der beiden Plätze, angemeldet als ${user:-schalter}.
at() {
    place=$kreis/$1
    shift
    XDG_STATE_HOME=$place/state AMTSSTUBE_KEY=$(cat "$demo/schluessel") AMTSSTUBE_PIN=2468 \
        "$program" "$@" --data "$place/stadt" ${user:+--as "$user"}
}

# must PLATZ ARGUMENT…: muss gelingen; die Antwort liegt danach in antwort.json.
must() { at "$@" --json >"$demo/antwort.json" || refused "Abgelehnt: $*"; }

# files PLATZ: ein Vorgang, angelegt und bezahlt; seine Kennung in $case_id, seine Nummer in $number.
files() {
    must "$1" case new --service beglaubigung --answers "$kreis/antworten.json"
    case_id=$(field id <"$demo/antwort.json")
    number=$(field number <"$demo/antwort.json")
    must "$1" cash receipt "$case_id" --card
}

# agree: beide Plätze gleichen ab, bis keiner mehr etwas hat.
agree() { for place_name in a b a; do must "$place_name" sync --once; done; }

step 'Kreis: Dienst und zwei Plätze' 'eine halbe Minute'
rm -rf "$kreis"
mkdir -p "$kreis/a/state" "$kreis/b/state"
port=$(perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport')
printf 'listen = "127.0.0.1:%s"\n' "$port" >"$kreis/kreisdienst.toml"
serve
user=
must a demo --cases 3
for desk in a b; do
    kreis enrol-code --town 05554016 --desk "Schalter $desk" >"$kreis/code.json" || stop 'Kein Code.'
    url=$(field url <"$kreis/code.json")
    code=$(field code <"$kreis/code.json")
    [ "$desk" = b ] || user=verwaltung
    must "$desk" enrol "$url" "$code"
    user=
    must "$desk" sync --once
done
user=schalter
must a catalogue example beglaubigung
cp "$demo/antwort.json" "$kreis/antworten.json"
finish "$url, Schalter a und b der Stadt 05554016"

step 'Kreis: ein gemeinsamer Vorgang' 'Sekunden'
files a
shared=$case_id
agree
must b case show "$shared"
finish "$number, an a angelegt, an b gesehen"

step 'Kreis: Leitung getrennt, beide arbeiten weiter' 'Sekunden'
cut_line
if at a sync --once --json >"$demo/antwort.json"; then stop 'Ohne Dienst hätte der Abgleich scheitern müssen.'; fi
files a
numbers=$number
files b
printf '{ "vorlage_bei": "Hochschule Bocholt" }' >"$kreis/a/richtig.json"
printf '{ "vorlage_bei": "Handwerkskammer" }' >"$kreis/b/richtig.json"
for desk in a b; do
    must "$desk" case correct "$shared" --answers "$kreis/$desk/richtig.json" --reason Tippfehler --as-told
done
at a outbox
finish "$numbers und $number angelegt und bezahlt, eine Angabe verschieden berichtigt"

step 'Kreis: Leitung wieder da' 'Sekunden'
serve
agree
must b outbox
finish 'beide Plätze haben alles'

step 'Kreis: zwei Fassungen, eine Entscheidung' 'Sekunden'
at b conflicts
must b conflicts
grep -q '"field": *"vorlage_bei"' "$demo/antwort.json" || stop 'Der Widerspruch fehlt.'
mark=$(perl -ne 'print($1), exit if /"mark": *"(\w+)"/' "$demo/antwort.json")
if at b paper issue "$shared" vermerk --json >"$demo/antwort.json"; then stop 'Auf Strittigem darf kein Papier ruhen.'; fi
must a conflicts resolve "$shared" vorlage_bei --choose "$mark" --reason 'Am Original nachgesehen'
agree
must b conflicts
if grep -q '"versions"' "$demo/antwort.json"; then stop 'Der Widerspruch steht an b noch.'; fi
finish 'an a entschieden, an b angekommen'

step 'Kreis: an allen drei Stellen prüfen' 'Sekunden'
for desk in a b; do must "$desk" verify; done
kreis check >"$demo/antwort.json" || refused 'Die Prüfung des Dienstes fand etwas.'
finish "a, b und der Dienst stimmen ($(field events <"$demo/antwort.json") Einträge, $(field papers <"$demo/antwort.json") Papiere)"
cut_line

# Ein Bild des Fensters auf einem Bildschirm, den es nur im Speicher gibt.
step 'Bild des Fensters' 'eine halbe Minute'
lacking=$(missing xvfb imagemagick)
if [ -n "$lacking" ] && is_debian && may_be_root; then
    printf '      Installiert wird jetzt mit apt-get: %s\n' "$lacking"
    # shellcheck disable=SC2086
    apt_install $lacking && lacking= || true
fi
if [ -n "$lacking" ]; then
    finish "entfällt, es fehlt: $lacking"
else
    rm -f "$picture" "$demo/display"
    Xvfb -displayfd 3 -screen 0 1366x820x24 -nolisten tcp 3>"$demo/display" >/dev/null 2>&1 &
    screen=$!
    tries=0
    while [ ! -s "$demo/display" ] && [ "$tries" -lt 20 ]; do sleep 0.5; tries=$((tries + 1)); done
    DISPLAY=:$(cat "$demo/display")
    export DISPLAY
    XDG_STATE_HOME=$demo/state AMTSSTUBE_KEY=$(cat "$demo/schluessel") \
        "$program" --data "$demo/stadt" >"$demo/fenster.log" 2>&1 </dev/null &
    window=$!
    # Ein Bild mit mehr als einer Handvoll Farben: dann ist das Fenster gezeichnet.
    tries=0 colours=0
    while [ "$colours" -lt 16 ] && [ "$tries" -lt 40 ] && kill -0 "$window" 2>/dev/null; do
        sleep 0.5
        import -window root "$picture" 2>/dev/null && colours=$(identify -format %k "$picture" 2>/dev/null || echo 0)
        tries=$((tries + 1))
    done
    kill "$window" 2>/dev/null || true
    kill "$screen" 2>/dev/null || true
    wait 2>/dev/null || true
    if [ "$colours" -ge 16 ]; then finish "$picture"; else finish "nicht gelungen, siehe $demo/fenster.log"; fi
fi

table Schritt Ergebnis Zeit
printf '\nPapiere:\n'
for paper in $saved; do printf '  %s\n' "$paper"; done
