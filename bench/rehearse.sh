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
for contacts in "" 10000; do
  echo "== ${contacts:-the network as it is} =="
  for _ in $(seq "$runs"); do
    rm -rf "$out/year"
    almanach rehearse --year 2022 ${contacts:+--contacts "$contacts"} --out "$out/year" | grep -E 'messages|Tout est' | tr '\n' ' '
    echo
  done
done
