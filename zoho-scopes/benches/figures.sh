#!/usr/bin/env bash
# All figures of speed in README.md, of one run: what contenders take beside ours, with their instructions; what the
# program takes to start; how fast it answers a million lists. Takes some three minutes once all is built. Needs
# valgrind, and GNU time as /usr/bin/time.
set -euo pipefail
cd "$(dirname "$0")/../.."

ratios=$(cargo bench -p zoho-scopes-tests --bench ratios --no-run 2>&1 | sed -n 's/.*(\(.*ratios-[^)]*\)).*/\1/p' | tail -n 1)
cargo build -q --release -p zoho-scopes-cli
program=${CARGO_TARGET_DIR:-target}/release/zoho-scopes
times=$(mktemp)
trap 'rm -f "$times"' EXIT
"$ratios" --bench >"$times"

# The instructions of so many times a task.
counted() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$ratios" once "$1" "$2" "$3" 2>&1 |
        awk '/Collected/ {print $NF}'
}

# Behind each time the instructions, which nothing else that the machine does has a part in. What a run takes before
# the first time is taken away. Lists of a megabyte are not counted: their time says enough.
while IFS= read -r line; do
    title=$(sed 's/ *$//' <<<"${line:0:36}") name=$(sed 's/ *$//' <<<"${line:36:28}") each=
    case $title in
        "1 MB"* | "100,000"*) ;;
        *) each=$((($(counted "$title" "$name" 20) - $(counted "$title" "$name" 0)) / 20)) ;;
    esac
    printf '%s %12s\n' "$line" "${each:+$each instr}"
done <"$times"

# From the start of the program to its answer: the least and the median of 200, beside a program that does nothing.
started() {
    local before run
    for ((run = 0; run < 200; run++)); do
        before=${EPOCHREALTIME/./}
        "$@" >/dev/null
        echo $((${EPOCHREALTIME/./} - before))
    done | sort -n | awk '{time[NR] = $1} END {printf "%8.2f ms least %8.2f ms median", time[1] / 1000, time[NR / 2] / 1000}'
}
memory() { /usr/bin/time -f %M "$@" 2>&1 >/dev/null | awk '{printf "%8.1f MB", $1 / 1024}'; }
known=("$program" check ZohoCliq.Channels.READ)
printf '%-36s%s%s\n' "start to the answer of a known list" "$(started "${known[@]}")" "$(memory "${known[@]}")"
printf '%-36s%s%s\n' "start of a program that does nothing" "$(started /bin/true)" "$(memory /bin/true)"

zoho-scopes/benches/million-lists.sh
