#!/usr/bin/env bash
# Parses the Bicep files, compiles them with the Bicep compiler (from NuGet on Linux, else the Azure CLI's) and, where it
# is installed, runs shellcheck over the scripts. A warning of the compiler is a mistake here. Nothing is sent anywhere.
set -euo pipefail
cd "$(dirname "$0")"

modules=${ALMANACH_NODE_MODULES:-lint/node_modules}
if [ ! -d "$modules/web-tree-sitter" ] || [ ! -d "$modules/tree-sitter-bicep" ]; then
  npm ci --prefix lint --ignore-scripts --omit=optional --omit=peer --no-audit --no-fund
  modules=lint/node_modules
fi
node lint/bicep.mjs bicep "$modules"

if command -v shellcheck >/dev/null 2>&1; then
  shellcheck ./*.sh
else
  echo "shellcheck is not installed: the scripts were not looked at."
fi

bicep=${ALMANACH_BICEP:-}
if [ -z "$bicep" ] && [ "$(uname -sm)" = "Linux x86_64" ] && command -v dotnet >/dev/null 2>&1; then
  dotnet restore lint/compiler.csproj --packages lint/obj/packages --nologo --verbosity quiet
  bicep=$(echo lint/obj/packages/azure.bicep.commandline.linux-x64/*/tools/bicep)
fi
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
if [ -n "$bicep" ]; then
  compile=("$bicep" build bicep/main.bicep --stdout)
  settle=("$bicep" build-params --stdout)
elif command -v az >/dev/null 2>&1; then
  compile=(az bicep build --file bicep/main.bicep --stdout)
  settle=(az bicep build-params --stdout --file)
else
  echo "There is neither the Bicep compiler nor the Azure CLI: nothing was compiled, only parsed."
  exit 0
fi
said=$("${compile[@]}" 2>&1 >/dev/null) || { printf '%s\n' "$said" >&2; exit 1; }
for file in bicep/*.bicepparam; do
  more=$("${settle[@]}" "$file" 2>&1 >/dev/null) || { printf '%s\n' "$more" >&2; exit 1; }
  [ -n "$said" ] || said=$more
done
[ -z "$said" ] || printf '%s\n' "$said" >&2
# The Azure CLI also warns of its own age.
[ -z "$said" ] || [ -z "$bicep" ] || exit 1
echo "Compiled."
