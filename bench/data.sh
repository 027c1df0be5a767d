#!/usr/bin/env bash
# A million rows of ten columns (some 75 MB): checked with a schema and without one, and normalised, beside a typed parse of the
# same fields by CsvHelper. By BenchmarkDotNet, in one run; before it three times in a process of its own, which says its memory.
# Usage: bench/data.sh
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet build bench/Data -c Release -o "$out" -v q >/dev/null
dotnet "$out/Almanach.Data.dll" make "$out/million.csv"
for _ in 1 2 3; do dotnet "$out/Almanach.Data.dll" once "$out/million.csv"; done
(cd "$out" && dotnet Almanach.Data.dll) | grep '|'
