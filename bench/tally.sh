#!/usr/bin/env bash
# 100,000 ballots on 20 options. First in memory, by BenchmarkDotNet: reading, counting, and a bare sum over the same marks.
# Then `almanach tally`, published, on a file of each method, in turn with itself on one ballot (its start) and with awk,
# which only adds the fields of the same file up. Prints medians in milliseconds. Usage: bench/tally.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"
dotnet publish src/Local -c Release -r "$rid" -o "$out/almanach" -v q >/dev/null
dotnet build bench/Tally -c Release -o "$out/bench" -v q >/dev/null
dotnet "$out/bench/Almanach.Tally.dll" files "$out"
(cd "$out" && dotnet bench/Almanach.Tally.dll) | grep '|'

took() { # milliseconds, and CPU (user + system), of a command
  local TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>"$out/refused"; } 2>&1 | awk '{ printf "%.0f %.0f\n", $1 * 1000, ($2 + $3) * 1000 }' || { cat "$out/refused" >&2; return 1; }
}
median() { sort -n "$1" | awk -v field="$2" '{ all[NR] = $field } END { print all[int((NR + 1) / 2)] }'; }
sum() { awk -F';' 'NR > 1 { for (i = 1; i <= NF; i++) all += $i } END { print all }' "$1"; }
for pair in majority-judgment:MajorityJudgment schulze:Schulze approval:Approval; do
  method=${pair%%:*} file="$out/${pair##*:}.csv"
  head -2 "$file" >"$out/one.csv"
  rm -f "$out"/*.ms
  for ((i = 0; i < rounds; i++)); do
    took "$out/almanach/almanach" tally --json --method "$method" "$file" >>"$out/all.ms"
    took "$out/almanach/almanach" tally --json --method "$method" "$out/one.csv" >>"$out/one.ms"
    took sum "$file" >>"$out/sum.ms"
  done
  echo "$method: $(median "$out/all.ms" 1) ms ($(median "$out/all.ms" 2) of CPU), one ballot $(median "$out/one.ms" 1), awk's sum $(median "$out/sum.ms" 1)"
done
