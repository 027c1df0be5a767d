#!/usr/bin/env bash
# 20,000 entries of the catalogue: searching them with every count, making the index, a scan of texts folded beforehand, and one
# that folds every text.
# By BenchmarkDotNet, in one run. Usage: bench/catalogue.sh
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet build bench/Catalogue -c Release -o "$out" -v q >/dev/null
(cd "$out" && dotnet Almanach.Catalogue.dll) | grep '|'
