#!/bin/sh
# Checks everything, on a machine that has only Debian 12 and Rust: installs what the tests need, builds once, runs
# the tests as an ordinary user (root passes every permission, so a test of a read-only folder would prove nothing).
# Ends with the plain line "N passed, N failed" and exits 1 where anything failed.
set -u
. "$(dirname "$0")/lib.sh"
cd "$project" || exit 1
export CARGO_TERM_COLOR=never

steps=12
passed=0
failed=0
tester=amtstest
# Many tests wait for a window or a killed process: more at once than there are cores.
threads=$(($(nproc) * 2))
tool_packages='git dbus gnome-keyring at-spi2-core python3 python3-venv python3-pyatspi gir1.2-atspi-2.0 xvfb openbox xdotool x11-xkb-utils
    x11-utils imagemagick poppler-utils qpdf openssl zbar-tools strace locales libx11-data fonts-noto-core
    cups-daemon cups-client cups-filters printer-driver-cups-pdf fakeroot ghostscript postgresql
    openjdk-17-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java'

give_up() {
    finish "$1"
    table Step Result Time
    printf '\n%s passed, %s failed\n' "$passed" "$((failed + 1))"
    exit 1
}

# Checkers of accessible PDF, at the versions whose findings were read, and what tests/oracle reckons dates with.
checkers='outloud==0.2.1 pdfua==0.1.3 holidays==0.109 python-dateutil==2.9.0.post0'

# check COMMAND…: one check that passes or fails as a whole; its words are shown only where it fails.
check() {
    log=$target/check.log
    if "$@" >"$log" 2>&1 </dev/null; then
        passed=$((passed + 1))
        finish passed
    else
        failed=$((failed + 1))
        tail -n 60 "$log"
        finish FAILED
    fi
}

# as_tester COMMAND…: as the ordinary user, with a clean environment of a German clerk.
as_tester() {
    set -- env -i "HOME=$home" "CHECKERS=$target/checkers" "CUPS_PDF=$target/cups-pdf" "USER=$user" "LOGNAME=$user" PATH=/usr/local/bin:/usr/bin:/bin \
        LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 "XDG_RUNTIME_DIR=$runtime" "TMPDIR=$scratch" RUST_BACKTRACE=1 RUST_TEST_THREADS="$threads" \
        "CARGO_MANIFEST_DIR=$project" "INSTA_WORKSPACE_ROOT=$project" INSTA_UPDATE=no CI=true \
        ICED_TEST_BACKEND=tiny-skia "SOAK=${SOAK:-1}" "PICTURES=$target/pictures" "$@"
    if [ "$(id -u)" = 0 ]; then
        set -- setpriv --reuid="$user" --regid="$user" --init-groups --inh-caps=-all "$@"
    fi
    "$@" </dev/null
}

# run_tests PROGRAM: runs one built test program and adds what its closing line says.
run_tests() {
    name=$(basename "$1")
    printf '      %s\n' "$name"
    as_tester timeout 1500 "$1" >"$target/tests-$name.log" 2>&1
    code=$?
    result=$(grep '^test result: ' "$target/tests-$name.log" | tail -n 1)
    if [ -z "$result" ]; then
        failed=$((failed + 1))
        tail -n 40 "$target/tests-$name.log"
        printf '      %s ended with %s and no result\n' "$name" "$code"
        return
    fi
    add "$result"
    if [ "$code" != 0 ]; then
        sed -n '/^failures:/,$p' "$target/tests-$name.log" | head -n 400
    fi
}

add() {
    passed=$((passed + $(printf '%s' "$1" | sed 's/.* \([0-9]*\) passed.*/\1/')))
    failed=$((failed + $(printf '%s' "$1" | sed 's/.* \([0-9]*\) failed.*/\1/')))
}

step 'Rust and space' 'seconds'
version=$(rust_version)
[ -n "$version" ] || give_up "no Rust here: install $(rust_needed) or newer with rustup"
rust_is_new_enough "$version" || give_up "Rust $version is too old: $(rust_needed) or newer is needed"
[ "$(free_megabytes "$target")" -ge 6000 ] || give_up "6 GB are needed in $target"
finish "Rust $version"

step 'Debian packages' 'up to 3 minutes the first time'
is_debian || give_up 'this script knows only Debian and its apt-get'
# shellcheck disable=SC2086 # a list of words
lacking=$(missing $build_packages $window_packages $tool_packages)
if [ -n "$lacking" ]; then
    may_be_root || give_up "please run: sudo apt-get install $lacking"
    printf '      installing: %s\n' "$lacking"
    # shellcheck disable=SC2086
    apt_install $lacking || give_up "apt-get could not install: $lacking"
fi
if ! locale -a | grep -qi '^de_DE\.utf-\{0,1\}8$'; then
    may_be_root || give_up 'please run: sudo localedef -i de_DE -f UTF-8 de_DE.UTF-8'
    as_root localedef -i de_DE -f UTF-8 de_DE.UTF-8 || give_up 'the locale de_DE.UTF-8 could not be made'
fi
finish "${lacking:-all there}"

step 'An ordinary user for the tests' 'seconds'
if [ "$(id -u)" = 0 ]; then
    user=$tester
    id "$user" >/dev/null 2>&1 || useradd --create-home --shell /bin/sh "$user" || give_up "no user $user"
else
    user=$(id -un)
fi
home=$(getent passwd "$user" | cut -d: -f6)
# Where that user cannot read the project (a clone in root's home, say), everything moves to a place that all can read.
if [ "$(id -u)" = 0 ] && ! setpriv --reuid="$user" --regid="$user" --init-groups test -r "$project/Cargo.toml" -a -x "$project"; then
    copy=/var/tmp/amtsstube-suite
    mkdir -p "$copy/src" || give_up "no folder $copy"
    find "$copy/src" -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf {} +
    tar -C "$project" --exclude=./target --exclude=./.git -cf - . | tar -C "$copy/src" -xf - || give_up 'not copied'
    project=$copy/src
    target=$copy/target
    cd "$project" || exit 1
fi
export CARGO_TARGET_DIR="$target"
scratch=$target/scratch
runtime=$scratch/run
mkdir -p "$target/pictures" "$target/tmp" "$runtime"
chmod 700 "$runtime"
if [ "$(id -u)" = 0 ]; then chown -R "$user" "$target/pictures" "$target/tmp" "$scratch"; fi
# The PDF printer of CUPS runs only as root and reads only this folder: a copy that a test runs under fakeroot, with
# folders that belong to the tester.
pdf_printer=$target/cups-pdf
settings=/etc/cups/cups-pdf-amtsstube.conf
if ! [ -x "$pdf_printer/backend" ] || ! grep -qxF "Out $pdf_printer/out" "$settings" 2>/dev/null; then
    may_be_root || give_up "please run once as root: sh installer/test.sh (the PDF printer of CUPS is copied)"
    mkdir -p "$pdf_printer/out" "$pdf_printer/spool"
    as_root install -m 755 /usr/lib/cups/backend/cups-pdf "$pdf_printer/backend" || give_up 'the PDF printer could not be copied'
    printf 'Out %s\nAnonDirName %s\nSpool %s\nLog %s\nGrp %s\n' "$pdf_printer/out" "$pdf_printer/out" "$pdf_printer/spool" \
        "$pdf_printer" "$(id -gn "$user")" | as_root tee "$settings" >/dev/null || give_up "no $settings"
    as_root chown -R "$user" "$pdf_printer"
fi
finish "$user, in $project"

step 'Checkers of PDF and dates' 'half a minute the first time'
if [ "$(cat "$target/checkers/versions" 2>/dev/null)" != "$checkers" ]; then
    rm -rf "$target/checkers"
    # shellcheck disable=SC2086 # a list of words
    { /usr/bin/python3 -m venv "$target/checkers" && "$target/checkers/bin/pip" install --quiet --disable-pip-version-check $checkers; } \
        >"$target/checkers.log" 2>&1 || { tail -n 20 "$target/checkers.log"; give_up "could not be installed: $checkers"; }
    echo "$checkers" >"$target/checkers/versions"
fi
finish "$checkers"

step 'Format' 'seconds'
check cargo fmt --check -- --color never

step 'Clippy, every target' 'about 6 minutes the first time'
check cargo clippy --locked --quiet --features district --all-targets -- -D warnings

# Each feature alone, and none. Without the tests: their own crates would bring the window's back in. `gpu` only adds to
# what the window draws with, and no line of ours asks for it; the desk without it was looked at above, beside the service.
step 'Clippy, the desk alone, drawn by the graphics card' 'about 2 minutes'
check cargo clippy --locked --quiet --features gpu --lib --bins -- -D warnings

step 'Clippy, the service alone, the wire, and neither' 'a minute'
check sh -c 'cargo clippy --locked --quiet --no-default-features --features district --lib --bins -- -D warnings &&
    cargo clippy --locked --quiet --no-default-features --features wire --lib -- -D warnings &&
    cargo clippy --locked --quiet --no-default-features --lib -- -D warnings'

step 'Documentation' 'a minute'
check env RUSTDOCFLAGS='-D warnings -A rustdoc::private_intra_doc_links' cargo doc --locked --quiet --features district --no-deps --lib --document-private-items

# The examples were looked at by clippy; here they would only be linked.
step 'Build the tests' 'about 9 minutes the first time'
if cargo test --locked --features district --lib --test suite --no-run >"$target/build.log" 2>&1 </dev/null; then
    programs=$(sed -n 's/^ *Executable .*(\(.*\))$/\1/p' "$target/build.log")
    finish "$(printf '%s\n' "$programs" | wc -l) programs"
else
    tail -n 60 "$target/build.log"
    give_up 'the tests do not build'
fi

step 'Tests' 'about 10 minutes'
before=$failed
for program in $programs; do
    case $program in /*) ;; *) program=$project/$program ;; esac
    run_tests "$program"
done
if cargo test --locked --features district --doc >"$target/doctests.log" 2>&1 </dev/null; then
    add "$(grep '^test result: ' "$target/doctests.log" | tail -n 1)"
else
    failed=$((failed + 1))
    tail -n 40 "$target/doctests.log"
fi
finish "$((failed - before)) failed"

step 'The way of the README, without a display' 'a minute'
check env -u DISPLAY -u WAYLAND_DISPLAY sh installer/run.sh

table Step Result Time
printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
