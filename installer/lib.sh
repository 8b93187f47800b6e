# Shared by run.sh and test.sh: steps with their time, Rust's version, Debian packages. POSIX sh; prints no sentence
# of its own, so that each script keeps its language.

project=$(cd "$(dirname "$0")/.." && pwd)
target=${CARGO_TARGET_DIR:-$project/target}
rows=
step_number=0
umask 022

# The toolchain that rustup put into the home folder counts even where the shell was not restarted.
if ! command -v cargo >/dev/null 2>&1 && [ -x "${HOME:-/}/.cargo/bin/cargo" ]; then
    PATH=$HOME/.cargo/bin:$PATH
    export PATH
fi

now() { date +%s; }

# step TITLE HINT: opens a step, `steps` says how many there are.
step() {
    step_number=$((step_number + 1))
    step_title=$1
    step_start=$(now)
    printf '\n[%s/%s] %s%s\n' "$step_number" "$steps" "$1" "${2:+ ($2)}"
}

# finish RESULT: closes the open step and keeps its row of the table.
finish() {
    seconds=$(($(now) - step_start))
    rows="$rows$step_title|$1|$((seconds / 60)):$(printf '%02d' $((seconds % 60)))
"
    printf '      %s\n' "$1"
}

# table HEAD1 HEAD2 HEAD3: all finished steps.
table() {
    printf '\n%s|%s|%s\n%s' "$1" "$2" "$3" "$rows" | awk -F'|' '
        NF == 3 { n++; a[n] = $1; b[n] = $2; c[n] = $3
                  if (length($1) > w) w = length($1); if (length($3) > t) t = length($3) }
        END { for (i = 1; i <= n; i++) printf "%-" w "s  %" t "s  %s\n", a[i], c[i], b[i] }'
}

# rust_version: "1.95.0", or nothing where there is no Rust.
rust_version() { rustc --version 2>/dev/null | awk '{ print $2 }'; }

# rust_is_new_enough VERSION: at least what Cargo.toml asks for.
rust_is_new_enough() {
    awk -v have="$1" -v need="$(rust_needed)" 'BEGIN {
        split(have, h, "."); split(need, n, ".")
        exit !(h[1] > n[1] || h[1] == n[1] && h[2] + 0 >= n[2] + 0) }'
}

rust_needed() { sed -n 's/^rust-version *= *"\(.*\)"/\1/p' "$project/Cargo.toml"; }

# free_megabytes FOLDER: space left where FOLDER lies or will lie.
free_megabytes() {
    folder=$1
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }'
}

is_debian() { command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; }

# missing PACKAGE…: those that are not installed, on one line.
missing() {
    for package; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || printf '%s ' "$package"
    done
}

# as_root COMMAND…: runs it as root where that needs no password; 1 where it may not.
may_be_root() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# apt_install PACKAGE…: fetches the lists once more, then the packages; what apt says goes to a file.
apt_install() {
    mkdir -p "$target"
    {
        as_root apt-get update &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
    } >"$target/apt.log" 2>&1 </dev/null || { tail -n 20 "$target/apt.log" >&2; return 1; }
}

# What building needs, and what the window loads when it opens.
build_packages='build-essential pkg-config perl libssl-dev'
window_packages='libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0 xkb-data'
