#!/usr/bin/env bash
# How fast `check --stdin --format json` answers a million generated lists and twice as many, and how much memory
# that takes. Needs GNU time as /usr/bin/time.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo build -q --release -p zoho-scopes-cli
program=${CARGO_TARGET_DIR:-target}/release/zoho-scopes
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" list --format plain >"$folder/scopes"

# Lists of one to nine scopes, the same ones each time; of a hundred, so many have an error.
lists() {
    awk -v count="$1" -v wrong="$2" '
        # A generator of numbers that is the same in every awk.
        function random(below) {
            state = (state * 1103515245 + 12345) % 2147483648
            return int(state / 65536) % below
        }
        BEGIN { state = 42 }
        { scopes[NR - 1] = $0 }
        END {
            for (list = 0; list < count; list++) {
                text = scopes[random(NR)]
                for (more = random(9); more > 0; more--) text = text "," scopes[random(NR)]
                if (random(100) < wrong) {
                    place = 2 + random(length(text) - 2)
                    error = random(4)
                    if (error == 0) text = substr(text, 1, place - 1) substr(text, place + 1)
                    if (error == 1) text = substr(text, 1, place - 1) "x" substr(text, place)
                    if (error == 2) text = tolower(text)
                    if (error == 3) gsub(",", "; ", text)
                }
                print text
            }
        }' "$folder/scopes"
}

# Runs the program on a file; prints seconds on the processor, lists and megabytes in each, and the most memory.
measure() {
    local name=$1 file=$2
    shift 2
    /usr/bin/time -f '%U %S %M' -o "$folder/time" "$program" check "$@" <"$file" >/dev/null || true
    local user system kilobytes
    read -r user system kilobytes < <(tail -n 1 "$folder/time")
    awk -v name="$name" -v u="$user" -v s="$system" -v k="$kilobytes" -v l="$(wc -l <"$file")" -v b="$(wc -c <"$file")" '
        BEGIN { s += u; printf "%-36s %7.2f s %10.0f lists/s %6.1f MB/s %6.1f MB\n", name, s, l / s, b / s / 1e6, k / 1024 }'
}

for wrong in 0 10 100; do
    lists 1000000 "$wrong" >"$folder/lists"
    measure "a million, $wrong of 100 wrong" "$folder/lists" --stdin --format json
done
lists 2000000 10 >"$folder/lists"
measure "two million, 10 of 100 wrong" "$folder/lists" --stdin --format json
