#!/usr/bin/env bash
# The page of a personal link (the collection of themes, open, in the demonstration) beside a bare endpoint, both
# published alike, at the same fixed rate of 100 requests a second, taken in turn: one request at a time, then two that
# arrive together (on two cores they and the client share them). Prints the median of each round in milliseconds and the
# ratio of the medians. Needs curl and hey (Debian: apt-get install hey). Usage: bench/page.sh [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-3}
seconds=${2:-15}
out=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$out"' EXIT
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"
publish() { dotnet publish "$1" -c Release -r "$rid" -o "$2" -v q >/dev/null; }
publish bench/EmptyHost "$out/empty"
publish src/Local "$out/almanach"

bare="http://localhost:$((20000 + RANDOM % 5000))"
site="http://localhost:$((25000 + RANDOM % 5000))"
"$out/empty/Almanach.EmptyHost" --urls "$bare" &
pids+=($!)
"$out/almanach/almanach" serve --data "$out/data" --urls "$site" >"$out/said" &
pids+=($!)
for address in "$bare" "$site"; do
  until curl -sf "$address" >/dev/null; do sleep 0.2; done
done
until code=$(grep -o 'entrer?code=[A-Z0-9-]*' "$out/said"); do sleep 0.2; done

# The coordinator signs in and moves the clock step by step, until the invitation to the collection is in the outbox.
cockpit() { curl -sf -b "$out/cookies" -c "$out/cookies" "$@"; }
cockpit -o /dev/null -d "code=${code#*=}" -d 'vers=/cockpit' "$site/cockpit/entrer"
mails() { find "$out/data/files/mails" -name "$1" 2>/dev/null; }
invitation() { mails '*-invite-2022-themes-*.eml' | sort | head -1; }
# Until no mail came for two seconds: the step before has done all that it does.
settled() {
  local before=-1 now
  while now=$(mails '*.eml' | wc -l) && [ "$now" -ne "$before" ]; do
    before=$now
    sleep 2
  done
}
for ((steps = 0; steps < 12; steps++)); do
  [ -n "$(invitation)" ] && break
  token=$(cockpit "$site/cockpit" | grep -o 'name="jeton" value="[^"]*"' | head -1 | cut -d'"' -f4)
  cockpit -o /dev/null -d "jeton=$token" -d 'avancer=etape' -d 'reponses=oui' -d 'vers=/cockpit' "$site/cockpit/demonstration"
  settled
done
# Quoted-printable lines joined again (RFC 2045, 6.7).
link=$(sed -e ':a' -e '/=\r$/{N;s/=\r\n//;ba}' "$(invitation)" | grep -o "$site/r/[A-Za-z0-9._-]*" | head -1)
curl -sf "$link" | grep -q '<form' || { echo "the page of the link shows no form" >&2; exit 1; }

# The median in milliseconds. hey gives tenths of one: within its tenth the median stands where its rank does.
median() {
  hey -o csv -c "$1" -q "$((100 / $1))" -z "${2}s" "$3" >"$out/hey"
  awk -F, 'NR > 1 { if ($7 != 200) exit 1; all++; count[int($1 * 10000 + 0.5)]++ }
    END { for (tenth = 0; below + count[tenth] < all / 2; tenth++) below += count[tenth]
      printf "%.2f\n", (tenth - 0.5 + (all / 2 - below) / count[tenth]) / 10 }' "$out/hey"
}
middle() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
median 2 5 "$bare" >/dev/null
median 2 10 "$link" >/dev/null
for together in 1 2; do
  rm -f "$out/bare.ms" "$out/page.ms"
  for ((i = 1; i <= rounds; i++)); do
    e=$(median "$together" "$seconds" "$bare")
    p=$(median "$together" "$seconds" "$link")
    echo "$together at a time, round $i: bare endpoint $e ms, answer page $p ms"
    echo "$e" >>"$out/bare.ms"
    echo "$p" >>"$out/page.ms"
  done
  awk "BEGIN { printf \"$together at a time, ratio of the medians, $rounds rounds: %.2f\\n\", $(middle "$out/page.ms") / $(middle "$out/bare.ms") }"
done
