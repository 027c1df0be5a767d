#!/usr/bin/env bash
# One text of the demonstration's platform to 10,000 and to 100,000 people, through the triggers of the Functions host, a
# real Azurite (in memory) and a SendGrid of ours over HTTP, each a process of its own: all goes well, slow answers, and
# a rough day with 429, 5xx and slow answers. The host is published as infra/deploy.sh does. Prints time, memory of the host, and calls; exits 1 when a copy is missing
# or doubled, or when there were more requests than one per 1,000 recipients and the retries. Needs Azurite (npm install
# -g azurite, or its path in ALMANACH_AZURITE). LOOPS=4 takes four messages of the queues at once.
# Usage: bench/mailing.sh [RECIPIENTS...]
set -euo pipefail
cd "$(dirname "$0")/.."
azurite=${ALMANACH_AZURITE:-$(command -v azurite)} || { echo "Azurite is neither on the PATH nor in ALMANACH_AZURITE" >&2; exit 2; }
pid=
out=$(mktemp -d)
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"
stop() { [ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null || true; pid=; }; }
trap 'stop; rm -rf "$out"' EXIT
dotnet publish bench/Mailing -c Release -r "$rid" --no-self-contained -o "$out" -v q >/dev/null
program=$out/Almanach.Mailing.dll

open() { { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null && exec 3>&-; }
free_ports() { # three in a row that nobody answers on
  local port
  while port=$((20000 + RANDOM % 10000)) && { open "$port" || open $((port + 1)) || open $((port + 2)); }; do :; done
  echo "$port"
}
key=$(printf 'bench of mailings, not a secret.' | base64)
[ $# -gt 0 ] || set -- 10000 100000
for count in "$@"; do
  port=$(free_ports)
  AZURITE_ACCOUNTS="account00:$key" "$azurite" --blobPort "$port" --queuePort $((port + 1)) --tablePort $((port + 2)) \
    --inMemoryPersistence --skipApiVersionCheck --disableTelemetry --silent >/dev/null &
  pid=$!
  for offset in 0 1 2; do until open $((port + offset)); do kill -0 "$pid"; sleep 0.2; done; done
  at="http://127.0.0.1"
  dotnet "$program" "DefaultEndpointsProtocol=http;AccountName=account00;AccountKey=$key;BlobEndpoint=$at:$port/account00;QueueEndpoint=$at:$((port + 1))/account00;TableEndpoint=$at:$((port + 2))/account00;" \
    "$count" "${LOOPS:-1}"
  stop
done
