#!/usr/bin/env bash
# Times the rehearsal of 2022: the network as it is, and enlarged. Prints the program's own figures (seconds of work
# after start, peak memory), run by run, of the program published for this machine. Usage: bench/rehearse.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"
dotnet publish src/Local -c Release -r "$rid" -o "$out/almanach" -v q >/dev/null
almanach() { "$out/almanach/almanach" "$@"; }
# A bare loop that writes as many files of the size of a mail: what the disk itself takes now, in seconds.
bare() {
  local block began i
  block=$(head -c 11500 /dev/zero | tr '\0' x)
  mkdir "$out/bare"
  began=$(date +%s%N)
  for ((i = 0; i < $1; i++)); do printf '%s' "$block" >"$out/bare/20211005-0700-invite-2022-themes-$i.eml"; done
  awk "BEGIN { printf \"%.1f s\", ($(date +%s%N) - $began) / 1e9 }"
  rm -rf "$out/bare"
}
for contacts in "" 10000; do
  echo "== ${contacts:-the network as it is} =="
  for _ in $(seq "$runs"); do
    rm -rf "$out/year"
    almanach rehearse --year 2022 ${contacts:+--contacts "$contacts"} --out "$out/year" | grep -E 'messages|Tout est' | tr '\n' ' '
    echo "a bare loop over as many files: $(bare "$(find "$out/year/mails" -type f | wc -l)")"
  done
done
