#!/usr/bin/env bash
# Parses the Bicep files and, where it is installed, runs shellcheck over the scripts. Syntax only: the Bicep compiler
# comes with the Azure CLI and is asked too where `az` is there.
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

if command -v az >/dev/null 2>&1; then
  az bicep build --file bicep/main.bicep --stdout >/dev/null
  echo "Compiled by $(az bicep version 2>/dev/null | head -n 1)"
else
  echo "The Azure CLI is not installed: nothing was compiled, only parsed."
fi
