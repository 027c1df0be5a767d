#!/usr/bin/env bash
# Ten thousand letters over SMTP on this machine, by the mailer, by a bare loop that writes the same bytes over as many
# sockets, pipelined as well, and by that loop writing each letter as it goes; in turn, after some that do not count. Sender
# and sink are processes of their own. The sink takes letters as fast as it can, or 2 ms for each, as a relay that writes to a
# disk; where Postfix's smtp-sink is installed, once more into it. Prints time, CPU, memory at the peak and ratios; exits 1
# when a letter is missing or doubled.
# Usage: bench/smtp.sh [LETTERS [ROUNDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null || true; }' EXIT
dotnet build bench/Smtp -c Release -v q >/dev/null
program=bench/Smtp/bin/Release/net10.0/Almanach.Smtp.dll
letters=${1:-10000} rounds=${2:-3}

for pace in 2 0; do
  echo "== $letters letters into a sink of ours that takes $pace ms for each =="
  dotnet "$program" "$letters" "$rounds" "$pace"
done
PATH=$PATH:/usr/sbin
if command -v smtp-sink >/dev/null; then
  echo "== $letters letters into Postfix's smtp-sink =="
  port=$((20000 + RANDOM % 10000))
  if [ "$(id -u)" = 0 ]; then smtp-sink -u nobody "127.0.0.1:$port" 1000 & else smtp-sink "127.0.0.1:$port" 1000 & fi
  pid=$!
  until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do kill -0 "$pid"; sleep 0.1; done
  exec 3>&-
  dotnet "$program" "$letters" "$rounds" 0 "$port"
fi
