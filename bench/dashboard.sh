#!/usr/bin/env bash
# Pages of the social dashboard with the whole region loaded: real files of Insee and Pôle emploi, contours of every level,
# a published program on one machine. Each page is asked for 200 times over one connection, one at a time; prints the
# median and the slowest hundredth in milliseconds, beside those of a page without data (/accessibilite) in the same run.
# Needs ../shared/data (skips, saying so, where it is absent). Usage: bench/dashboard.sh [TIMES]
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-200}
data=../shared/data
[ -d "$data/tables" ] || { echo "../shared/data is absent: nothing to measure."; exit 0; }
out=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; wait; rm -rf "$out"' EXIT
rid="linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"
dotnet publish src/Local -c Release -r "$rid" -o "$out/almanach" -v q >/dev/null
run() { "$out/almanach/almanach" "$@" --data "$out/data"; }
run territories import "$data"/geo/contours/communes-*.geojson "$data"/geo/cogugaison_table_supracom_2024.csv "$data"/geo/cogugaison_libelles_supracom_2024.csv --credit "IGN 2018" >/dev/null
add() { run series add --reading "$1" "$data/tables/$2" >/dev/null; }
add population-communes population_municipale_communes_2013_2023.csv
add population-communes-2008 insee_populations_legales_2008_2013_communes.csv
add filosofi-communes-2012 base-cc-filosofi-2012.csv
add filosofi-communes insee_cc_filosofi_2020_COM.csv
add defm-epci pole-emploi_defm_par_epci_en_decembre_2016.xlsx
site="http://localhost:$((20000 + RANDOM % 9000))"
"$out/almanach/almanach" serve --data "$out/data" --urls "$site" >"$out/said" &
pid=$!
until curl -sf "$site/accessibilite" >/dev/null; do sleep 0.2; done
for page in accessibilite tableau-de-bord "tableau-de-bord/population?niveau=departement" "tableau-de-bord/evolution-population?niveau=epci&territoire=200040715" \
  "tableau-de-bord/taux-pauvrete?niveau=commune&dans=38" "tableau-de-bord/revenu-median?niveau=commune" tableau-de-bord/territoires/departement/38 tableau-de-bord/tendances; do
  for ((i = 0; i < times; i++)); do printf 'url = "%s/%s"\noutput = /dev/null\n' "$site" "$page"; done >"$out/urls"
  curl -s -K "$out/urls" -w '%{time_total}\n' | tail -n +21 | sort -n >"$out/took"
  awk -v page="$page" '{ a[NR] = $1 } END { printf "%-70s median %6.1f ms   99 %% %6.1f ms\n", page, a[int(NR / 2) + 1] * 1000, a[int(NR * .99)] * 1000 }' "$out/took"
done
ps -o rss= -p "$pid" | awk '{ printf "memory of the process: %d MiB\n", $1 / 1024 }'
