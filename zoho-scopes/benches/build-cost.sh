#!/usr/bin/env bash
# What the library costs the compiler, side by side with what a user would otherwise write. CPU seconds
# (user and system) are the median of five, or of three where it says so; the ratios of one run are what counts.
#
#   zoho-scopes/benches/build-cost.sh [FOLDER [PART…]]     a scratch folder, kept; a new one by default
#
# The parts, all by default: macros, enums, serde, client.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
scratch=${1:-$(mktemp -d)}
parts=${*:2}
mkdir -p "$scratch"
export CARGO_INCREMENTAL=0 CARGO_TARGET_DIR="$scratch/target"

# Whether a part is to run.
part() { [[ " ${parts:-macros enums serde client} " == *" $1 "* ]]; }

# Runs a command `runs` times, each after `prepare`, and prints the median of its CPU seconds.
runs=5
median() {
    local prepare=$1 run
    shift
    for ((run = 0; run < runs; run++)); do
        "$prepare"
        { TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1; } 2>&1 | awk '{printf "%.2f\n", $1 + $2}'
    done | sort -n | sed -n "$(((runs + 1) / 2))p"
}

# The most memory that one process of a command takes, in MB.
memory() { /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1 | awk '{printf "%.0f\n", $1 / 1024}'; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }

crate() {
    mkdir -p "$scratch/$1/src"
    printf '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n%s\n' "$1" "$2" >"$scratch/$1/Cargo.toml"
    cp "$repository/Cargo.lock" "$scratch/$1/Cargo.lock"
}

list() { cargo run -q --manifest-path "$repository/Cargo.toml" -p zoho-scopes-cli -- list "$@"; }

# The memory of `cargo check` of the library with its default features.
our_memory() {
    (cd "$repository" && cargo check -q -p zoho-scopes && touch zoho-scopes/src/lib.rs && memory cargo check -q -p zoho-scopes)
}

# 1. A thousand scope! against a thousand string constants.
if part macros; then
    thousand=$(list --format plain | grep -E '^[^.]+\.[^.]+\.[A-Z]+$' | awk 'NR <= 1000')
    crate macros "zoho-scopes = { path = \"$repository/zoho-scopes\" }"
    { echo 'use zoho_scopes::{Scope, scope};'; awk '{printf "pub const S%d: Scope = scope!(\"%s\");\n", NR, $0}' <<<"$thousand"; } >"$scratch/macros/src/lib.rs"
    crate strings "zoho-scopes = { path = \"$repository/zoho-scopes\" }"
    awk '{printf "pub const S%d: &str = \"%s\";\n", NR, $0}' <<<"$thousand" >"$scratch/strings/src/lib.rs"
    for name in macros strings; do
        (cd "$scratch/$name" && cargo check -q --offline 2>/dev/null || cargo check -q)
        touch_it() { touch "$scratch/$name/src/lib.rs"; }
        declare "$name=$(cd "$scratch/$name" && median touch_it cargo check -q)"
    done
    echo "1,000 scope!                 $macros s"
    echo "1,000 string constants       $strings s"
    awk -v a="$macros" -v b="$strings" 'BEGIN {printf "  more                       %.2f s\n", a - b}'
fi

# 2. cargo check of the library alone against the same enums with strum's derives: with what replaces the methods
# of a constant alone, and with the documentation and the facts that ours carry also.
if part enums; then
    ours_touch() { touch "$repository/zoho-scopes/src/lib.rs"; }
    (cd "$repository" && cargo check -q -p zoho-scopes)
    ours=$(cd "$repository" && median ours_touch cargo check -q -p zoho-scopes)
    ours_memory=$(our_memory)
    echo "cargo check of zoho-scopes   $ours s, $ours_memory MB"
    scopes=$(list --format csv)
    enums() {
        awk -v full="$1" '
            BEGIN { full += 0; derives = "Debug, Clone, Copy, PartialEq, Eq, Hash, strum::Display, strum::EnumString, strum::IntoStaticStr, strum::AsRefStr, strum::EnumIter, strum::EnumCount, strum::VariantArray" (full ? ", strum::EnumMessage, strum::EnumProperty" : "") }
            NR > 1 {
                split($0, field, ","); wire = field[1]; service = field[2]; name = field[3]; operation = field[4]
                if (service == "") next
                rest = substr($0, length(wire service name operation) + 5)
                status = rest; sub(/.*,/, "", status)
                summary = substr(rest, 1, length(rest) - length(status) - 1)
                if (summary ~ /^"/) summary = substr(summary, 2, length(summary) - 2)
                gsub(/""/, "\\\"", summary)
                key = service "." name
                if (key != last) {
                    if (last != "") print "}"
                    if (full) print "#[doc = \"`" key "`\"]"
                    printf "#[derive(%s)]\n%spub enum E%d {\n", derives, full ? "#[strum(ascii_case_insensitive)]\n" : "", ++count
                    last = key
                }
                if (full) {
                    printf "    #[doc = \"`%s`: %s.\"]\n    #[doc(alias = \"%s\")]\n", wire, summary, wire
                    printf "    #[strum(serialize = \"%s\", message = \"%s\", props(service = \"%s\", name = \"%s\", operation = \"%s\", status = \"%s\"))]\n", wire, summary, service, name, operation, status
                } else printf "    #[strum(serialize = \"%s\")]\n", wire
                printf "    V%d,\n", NR
            }
            END { print "}" }' <<<"$scopes"
    }
    crate derives 'strum = { version = "0.28", features = ["derive"] }'
    derives_touch() { touch "$scratch/derives/src/lib.rs"; }
    for full in 0 1; do
        enums "$full" >"$scratch/derives/src/lib.rs"
        (cd "$scratch/derives" && cargo check -q)
        derives=$(cd "$scratch/derives" && median derives_touch cargo check -q)
        derives_touch
        derives_memory=$(cd "$scratch/derives" && memory cargo check -q)
        [ "$full" = 1 ] && what="with documentation and facts" || what="the enums with strum derives"
        echo "$what $derives s, $derives_memory MB"
        echo "  times as much              $(ratio "$derives" "$ours"), memory $(ratio "$derives_memory" "$ours_memory")"
    done
fi

# 3. A clean build of a crate that depends on it against one that depends on serde and serde_json.
if part serde; then
    crate depends "zoho-scopes = { path = \"$repository/zoho-scopes\" }"
    crate serde-json $'serde = { version = "1", features = ["derive"] }\nserde_json = "1"'
    for name in depends serde-json; do
        echo 'fn main() {}' >"$scratch/$name/src/main.rs"
        clean_it() { rm -rf "$scratch/clean"; }
        (cd "$scratch/$name" && cargo fetch -q)
        declare "${name//-/_}=$(cd "$scratch/$name" && median clean_it env CARGO_TARGET_DIR="$scratch/clean" cargo build -q)"
    done
    echo "clean build with zoho-scopes $depends s"
    echo "clean build with serde_json  $serde_json s"
    echo "  ratio                      $(ratio "$depends" "$serde_json")"
fi

# 4. What a user pays: a clean debug build of a client of web services, without and with zoho-scopes in its
# defaults, the median of three; and the memory of the library.
if part client; then
    client=$'tokio = { version = "1", features = ["rt-multi-thread", "macros"] }
reqwest = { version = "0.12", default-features = false, features = ["rustls-tls", "json"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"'
    crate without "$client"
    crate with "$client"$'\n'"zoho-scopes = { path = \"$repository/zoho-scopes\" }"
    clean_client() { rm -rf "$scratch/clean"; }
    for name in without with; do
        echo 'fn main() {}' >"$scratch/$name/src/main.rs"
        (cd "$scratch/$name" && cargo fetch -q)
        declare "$name=$(cd "$scratch/$name" && runs=3 && median clean_client env CARGO_TARGET_DIR="$scratch/clean" cargo build -q)"
    done
    echo "clean build of a client      $without s"
    echo "the same with zoho-scopes    $with s"
    echo "  ratio                      $(ratio "$with" "$without")"
    echo "cargo check of zoho-scopes   $(our_memory) MB"
fi
