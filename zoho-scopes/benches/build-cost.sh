#!/usr/bin/env bash
# What the library costs the compiler, side by side with what a user would otherwise write. CPU seconds
# (user and system) are the median of five; the ratios of one run are what counts.
#
#   zoho-scopes/benches/build-cost.sh [FOLDER]     a scratch folder, kept; a new one by default
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
scratch=${1:-$(mktemp -d)}
mkdir -p "$scratch"
export CARGO_INCREMENTAL=0 CARGO_TARGET_DIR="$scratch/target"

# Runs a command five times, each after `prepare`, and prints the median of its CPU seconds.
median() {
    local prepare=$1 run
    shift
    for run in 1 2 3 4 5; do
        "$prepare"
        { TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1; } 2>&1 | awk '{printf "%.2f\n", $1 + $2}'
    done | sort -n | sed -n 3p
}

# The most memory that one process of a command takes, in MB.
memory() { /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1 | awk '{printf "%.0f\n", $1 / 1024}'; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }

crate() {
    mkdir -p "$scratch/$1/src"
    printf '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n%s\n' "$1" "$2" >"$scratch/$1/Cargo.toml"
    cp "$repository/Cargo.lock" "$scratch/$1/Cargo.lock"
}

list() { cargo run -q --manifest-path "$repository/Cargo.toml" -p zoho-scopes --features cli -- list "$@"; }

# 1. A thousand scope! against a thousand string constants.
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

# 2. cargo check of the library alone against the same enums with strum's derives.
ours_touch() { touch "$repository/zoho-scopes/src/lib.rs"; }
(cd "$repository" && cargo check -q -p zoho-scopes)
ours=$(cd "$repository" && median ours_touch cargo check -q -p zoho-scopes)
ours_touch
ours_memory=$(cd "$repository" && memory cargo check -q -p zoho-scopes)
crate derives 'strum = { version = "0.28", features = ["derive"] }'
list --format csv | awk -F, '
    NR > 1 && $2 != "" {
        key = $2 "." $3
        if (key != last) { if (last != "") print "}"; print "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::Display, strum::EnumString, strum::IntoStaticStr, strum::AsRefStr, strum::EnumIter, strum::EnumCount, strum::VariantArray)]"; printf "pub enum E%d {\n", ++count; last = key }
        printf "    #[strum(serialize = \"%s\")] V%d,\n", $1, NR
    }
    END { print "}" }' >"$scratch/derives/src/lib.rs"
(cd "$scratch/derives" && cargo check -q)
derives_touch() { touch "$scratch/derives/src/lib.rs"; }
derives=$(cd "$scratch/derives" && median derives_touch cargo check -q)
derives_touch
derives_memory=$(cd "$scratch/derives" && memory cargo check -q)
echo "cargo check of zoho-scopes   $ours s, $ours_memory MB"
echo "the enums with strum derives $derives s, $derives_memory MB"
echo "  times as much              $(ratio "$derives" "$ours"), memory $(ratio "$derives_memory" "$ours_memory")"

# 3. A clean build of a crate that depends on it against one that depends on serde and serde_json.
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
