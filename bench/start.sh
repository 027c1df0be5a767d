#!/usr/bin/env bash
# From starting the process to the first page: `almanach serve` beside an empty ASP.NET host, both published alike, taken
# in turn. The data folder is warm (second start and later), as after any restart. Prints milliseconds and the ratio of
# the medians. Usage: bench/start.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-15}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
# Nothing is ever written here: waiting to read from it is a pause that starts no process beside the one measured.
mkfifo "$out/never" && exec 9<>"$out/never"
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"

publish() { dotnet publish "$1" -c Release -r "$rid" -o "$2" -v q >/dev/null; }
publish bench/EmptyHost "$out/empty"
publish src/Local "$out/almanach"

# $1: port, the rest: the command. Answers the milliseconds until `/` was answered with 200.
first_page() {
  local port=$1 began ended status
  shift
  began=$(date +%s%N)
  "$@" >/dev/null 2>&1 &
  local pid=$!
  until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do read -r -t 0.003 -u 9 || true; done
  printf 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  read -r status <&3
  ended=$(date +%s%N)
  cat <&3 >/dev/null
  exec 3>&-
  kill "$pid" && wait "$pid" 2>/dev/null || true
  case $status in *" 200 "*) ;; *) echo "unexpected answer: $status" >&2; return 1 ;; esac
  echo $(((ended - began) / 1000000))
}

free_port() { # one that nobody answers on
  local port
  while port=$((20000 + RANDOM % 10000)) && { exec 4<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do exec 4>&-; done
  echo "$port"
}
almanach() { local port; port=$(free_port); first_page "$port" "$out/almanach/almanach" serve --data "$out/data" --urls "http://localhost:$port"; }
empty() { local port; port=$(free_port); first_page "$port" "$out/empty/Almanach.EmptyHost" --urls "http://localhost:$port"; }

echo "first start, with an empty data folder: $(almanach) ms"
empty >/dev/null
for ((i = 0; i < runs; i++)); do
  empty >>"$out/empty.ms"
  almanach >>"$out/almanach.ms"
done
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
a=$(median "$out/almanach.ms") e=$(median "$out/empty.ms")
echo "empty host: $e ms (from $(sort -n "$out/empty.ms" | head -1) to $(sort -n "$out/empty.ms" | tail -1))"
echo "almanach:   $a ms (from $(sort -n "$out/almanach.ms" | head -1) to $(sort -n "$out/almanach.ms" | tail -1))"
awk "BEGIN { printf \"ratio of the medians, $runs runs: %.2f\n\", $a / $e }"
