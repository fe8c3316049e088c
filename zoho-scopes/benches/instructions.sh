#!/usr/bin/env bash
# How many instructions a list of known scopes takes, with each contender: what else the machine does has no
# part in that. Needs valgrind. What a run takes before the first list is taken away.
set -euo pipefail
cd "$(dirname "$0")/../.."
ratios=$(cargo bench -p zoho-scopes-tests --bench ratios --no-run 2>&1 | sed -n 's/.*(\(.*ratios-[^)]*\)).*/\1/p' | tail -n 1)
times=200

# The instructions of so many lists.
counted() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$ratios" once "$1" "$2" "$3" 2>&1 |
        awk '/Collected/ {print $NF}'
}

for count in 1 5 20 200; do
    for contender in 'zoho-scopes' 'split + HashMap' 'split + HashMap, no result' 'split + phf' 'nom + HashMap'; do
        none=$(counted "$contender" "$count" 0)
        all=$(counted "$contender" "$count" "$times")
        each=$(((all - none) / times))
        [ "$contender" = zoho-scopes ] && ours=$each
        awk -v c="$count" -v n="$contender" -v e="$each" -v o="$ours" \
            'BEGIN {printf "%4d known  %-28s %8d instructions %6.2fx\n", c, n, e, e / o}'
    done
done
