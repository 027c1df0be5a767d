#!/usr/bin/env bash
# A million rows of ten columns (some 75 MB): checked with a schema and without one, beside a typed parse of the same fields by
# CsvHelper. By BenchmarkDotNet, in one run. Usage: bench/data.sh
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet build bench/Data -c Release -o "$out" -v q >/dev/null
(cd "$out" && dotnet Almanach.Data.dll) | grep '|'
