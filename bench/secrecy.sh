#!/usr/bin/env bash
# The secrecy auditor on tables of a department and of a region, and its exact ends beside those of GLOP (Google OR-Tools, 330 MB,
# fetched for this bench only) on the same table in the same run. Usage: bench/secrecy.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet build bench/Secrecy -c Release -p:Glop=true -o "$out" -v q >/dev/null
(cd "$out" && dotnet Almanach.Secrecy.dll "${1:-5}")
