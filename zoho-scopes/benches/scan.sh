#!/usr/bin/env bash
# How long `scan` takes for a folder beside ripgrep, which searches it for the names of all services: the files of
# cargo's registry, or the folder that is given. Each runs once to warm up, then they take turns; the least time of
# each counts. Needs ripgrep and GNU time as /usr/bin/time.
set -euo pipefail
folder=$(realpath "${1:-$HOME/.cargo/registry/src}")
cd "$(dirname "$0")/../.."

cargo build -q --release -p zoho-scopes-cli
program=${CARGO_TARGET_DIR:-target}/release/zoho-scopes
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" services --format json | grep -o '"service": *"[^"]*"' | sed 's/.*: *"//; s/"$//' | sort -u >"$work/names"

search() { rg --no-require-git -c -i -F -f "$work/names" "$folder"; }
scan() { "$program" scan --no-settings --format json "$folder"; }

# Wall-clock seconds and megabytes of a command.
measured() {
    export -f search scan
    export folder work program
    /usr/bin/time -f '%e %M' -o "$work/time" bash -c "$1" >/dev/null 2>&1 || true
    tail -n 1 "$work/time"
}

measured search >/dev/null
measured scan >/dev/null
for turn in 1 2 3 4 5; do
    echo "rg $(measured search)"
    echo "scan $(measured scan)"
done | awk -v bytes="$(du -sb "$folder" | cut -f1)" '
    !($1 in least) || $2 < least[$1] { least[$1] = $2 }
    $3 > most[$1] { most[$1] = $3 }
    END {
        printf "%.0f MB\n", bytes / 1e6
        for (name in least) printf "%-5s %6.2f s %7.1f MB\n", name, least[name], most[name] / 1024
        printf "scan takes %.2f times as long\n", least["scan"] / least["rg"]
    }'
