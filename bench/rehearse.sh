#!/usr/bin/env bash
# Times the rehearsal of 2022: the network as it is, and enlarged. Prints the program's own figures (seconds of work
# after start, peak memory), run by run. Usage: bench/rehearse.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet build src/Local -c Release -v q --nologo
almanach() { dotnet src/Local/bin/Release/net10.0/almanach.dll "$@"; }
for contacts in "" 10000; do
  echo "== ${contacts:-the network as it is} =="
  for _ in $(seq "$runs"); do
    rm -rf "$out/year"
    almanach rehearse --year 2022 ${contacts:+--contacts "$contacts"} --out "$out/year" | grep -E 'messages|Tout est' | tr '\n' ' '
    echo
  done
done
