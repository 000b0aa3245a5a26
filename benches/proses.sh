#!/usr/bin/env bash
# One report as a process of its own: `rakor` from the tables to the PDF, and the engine's own command line on the pages that
# `rakor` has written for it. The two take turns. Usage: benches/proses.sh [RUNS]; what it says: benches/README.md.
#
# TYPST names the engine's program; without it the one in PATH, and without that `rakor` is measured alone. RAKOR names
# another binary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-30}
rakor=${RAKOR:-target/release/rakor}
typst=${TYPST:-$(command -v typst || true)}
[[ $runs =~ ^[1-9][0-9]*$ ]] || { printf 'not a number of runs: %s\n' "$runs" >&2; exit 2; }
[[ -x $rakor ]] || { printf '%s is missing: cargo build --release\n' "$rakor" >&2; exit 2; }
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

ours() { "$rakor" buat bulanan -C data/simulasi --periode 2025-08 -q -o "$room/rakor.pdf" >/dev/null; }
theirs() {
    "$typst" compile --root "$room/markah" --font-path "$room/markah/fonts" --ignore-system-fonts \
        --pdf-standard a-3a,ua-1 "$room/markah/utama.typ" "$room/typst.pdf"
}
# Milliseconds of one command, kept in a file.
clocked() {
    local since=${EPOCHREALTIME/[.,]/}
    "$1"
    printf '%s\n' "$(((${EPOCHREALTIME/[.,]/} - since) / 1000))" >>"$room/$1"
}
median() { sort -n "$room/$1" | sed -n "$(((runs + 1) / 2))p"; }

"$rakor" buat bulanan -C data/simulasi --periode 2025-08 --tahap markah -o "$room/markah" >/dev/null
ours
[[ -z $typst ]] || theirs
for ((run = 0; run < runs; run++)); do
    clocked ours
    [[ -z $typst ]] || clocked theirs
done
printf 'rakor %s ms' "$(median ours)"
if [[ -n $typst ]]; then
    printf ', %s %s ms' "$("$typst" --version | cut -d' ' -f1,2)" "$(median theirs)"
    awk -v a="$(median ours)" -v b="$(median theirs)" 'BEGIN { printf "; rakor takes %.2f times as long", a / b }'
else
    printf '; no typst to compare with: set TYPST'
fi
printf ' (medians of %s runs)\n' "$runs"
