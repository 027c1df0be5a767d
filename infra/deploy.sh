#!/usr/bin/env bash
# Deploys one platform: infrastructure, secrets that are missing, code, then what needs the code. Can be run again at
# any time; nothing is made twice and no secret is ever replaced or printed.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'TEXT'
Usage : infra/deploy.sh dev|prod GROUPE [--create] [--what-if]

  dev|prod    les réglages de infra/bicep/dev.bicepparam ou prod.bicepparam
  GROUPE      le groupe de ressources
  --create    crée le groupe s’il n’existe pas
  --what-if   montre ce qui changerait, et ne change rien
TEXT
}

step=vérifications work='' told=false asked=0
say() { step=$*; printf '\n— %s\n' "$*"; }
fail() { told=true; printf '\nArrêt : %s\n' "$*" >&2; exit 1; }
misused() { usage >&2; told=true; [ $# -eq 0 ] || printf '\nArrêt : %s\n' "$*" >&2; exit 2; }
# Whatever stops the script, its files go and somebody is told what to do next.
ended() {
  local code=$?
  [ -z "$work" ] || rm -rf "$work"
  if [ "$code" -ne 0 ] && [ "$told" = false ]; then
    printf '\nArrêt pendant l’étape « %s » : la dernière commande a échoué, et son message est au-dessus. Corrigez-en la cause, puis relancez la même commande : ce qui est fait ne sera pas refait.\n' "$step" >&2
  fi
}
trap ended EXIT
# Reads one line « param NAME = 'value' // why » of the parameter file, spaced as one likes; nothing when it is not there.
setting() { tr -d '\r' <"$parameters" | sed -nE "s#^[[:space:]]*param[[:space:]]+$1[[:space:]]*=[[:space:]]*'([^']*)'[[:space:]]*(//.*)?\$#\1#p"; }
next() { asked=$((asked + 1)); printf '  %s. %s\n' "$asked" "$*"; }

which='' group='' create=false what_if=false
while [ $# -gt 0 ]; do
  case $1 in
    dev | prod) which=$1 ;;
    --create) create=true ;;
    --what-if) what_if=true ;;
    -h | --help) usage; exit 0 ;;
    -*) misused "l’option $1 n’existe pas." ;;
    *) [ -z "$group" ] || misused "un seul groupe à la fois : $group ou $1, choisissez."; group=$1 ;;
  esac
  shift
done
[ -n "$which" ] || misused "dites dev ou prod."
[ -n "$group" ] || misused "dites le groupe de ressources."
parameters=infra/bicep/$which.bicepparam

# ---- Before anything: what is needed, and whether the settings can work.
for tool in az dotnet zip openssl curl; do
  command -v "$tool" >/dev/null 2>&1 || fail "$tool manque sur cette machine. Installez-le, puis relancez la même commande."
done
az account show --output none 2>/dev/null || fail "vous n’êtes pas connecté. Faites d’abord : az login"
platform=$(setting platform)
region=$(setting location)
[ -n "$platform" ] || fail "« platform » ne se lit pas dans $parameters. Écrivez sur une seule ligne : param platform = 'DOSSIER'"
[ -n "$region" ] || fail "« location » ne se lit pas dans $parameters. Écrivez sur une seule ligne : param location = 'REGION'"
[ -f "platforms/$platform/platform.json" ] || fail "platforms/$platform/platform.json n’existe pas : corrigez « platform » dans $parameters."
if [ "$which" = prod ]; then
  if sed -E "s#(^|[[:space:]]|')//.*##" "$parameters" | grep -qi 'example\.org'; then
    fail "$parameters contient encore une adresse d’exemple (example.org) : indiquez les vôtres."
  fi
  # Who sends, who coordinates, whom members write to about their data.
  if tr '\r\n' '  ' <"platforms/$platform/platform.json" | grep -qiE '"(mailbox|address|dpo)"[[:space:]]*:[[:space:]]*"[^"]*example\.org"'; then
    fail "platforms/$platform/platform.json contient encore une adresse d’exemple (example.org) : indiquez les vôtres à « mailbox », « coordinator.address » et « legal.dpo »."
  fi
  if texts=$(grep -rli 'example\.org' "platforms/$platform/textes"); then
    fail "ces textes contiennent encore une adresse d’exemple (example.org) : $texts"
  fi
fi
say "Vérification de la plate-forme (platforms/$platform)"
dotnet run --project src/Local -c Release -v quiet -- platform check "platforms/$platform" \
  || fail "platforms/$platform n’est pas accepté, ou n’a pas pu être vérifié, et les raisons sont au-dessus. Corrigez-les, puis relancez la même commande."
step=vérifications

work=$(mktemp -d) # ours alone (mode 700)
exists=$(az group exists --name "$group" --output tsv)
if [ "$exists" = false ]; then
  [ "$create" = true ] || fail "le groupe $group n’existe pas. Ajoutez --create pour le créer dans $region."
  [ "$what_if" = false ] || fail "le groupe $group n’existe pas encore : il n’y a rien à comparer."
  say "Création du groupe $group ($region)"
  az group create --name "$group" --location "$region" --output none
fi

# Who deploys: a person, or the identity of a pipeline. Needed to write secrets into the vault.
kind=$(az account show --query user.type --output tsv)
if [ "$kind" = servicePrincipal ]; then
  client=$(az account show --query user.name --output tsv)
  deployer=$(az ad sp show --id "$client" --query id --output tsv)
  deployer_type=ServicePrincipal
else
  deployer=$(az ad signed-in-user show --query id --output tsv)
  deployer_type=User
fi

output() { az deployment group show --resource-group "$group" --name almanach --query "properties.outputs.$1.value" --output tsv; }

# The host knows the functions once the published code has started: has it?
code_answers() {
  [ -n "${1:-}" ] && [ -n "$(az functionapp function show --resource-group "$group" --name "$1" --function-name Tick \
    --query name --output tsv 2>/dev/null)" ]
}

bicep() { # what, published
  az deployment group "$1" --resource-group "$group" --name almanach --parameters "$parameters" \
    --parameters deployer="$deployer" deployerType="$deployer_type" published="$2" "${@:3}"
}

published=false
if code_answers "$(output appName 2>/dev/null || true)"; then published=true; fi

if [ "$what_if" = true ]; then
  step=comparaison
  bicep what-if "$published"
  exit 0
fi

# ---- 1. The infrastructure. The app may be made before its secrets: it has no code yet.
say "Infrastructure (quelques minutes)"
bicep create "$published" --output none
# One a line: of several assignments on a line, the shell minds only the failure of the last.
app=$(output appName)
vault=$(output vaultName)
storage=$(output storageName)
address=$(output address)
mail=$(output mail)

# ---- 2. Secrets that are missing. Written to a file that only we read, never to a command line.
say "Secrets du coffre $vault"
for attempt in $(seq 1 20); do
  if present=$(az keyvault secret list --vault-name "$vault" --query "[].name" --output tsv 2>"$work/said"); then break; fi
  [ "$attempt" -lt 20 ] || { cat "$work/said" >&2; fail "le coffre $vault ne s’ouvre pas. Les droits mettent parfois dix minutes à valoir : relancez la même commande."; }
  sleep 30
done

has_secret() { grep -qx -- "$1" <<<"$present"; }
keep_secret() { # name; its value is what $work/secret holds, without line ends
  tr -d '\r\n' <"$work/secret" >"$work/value"
  [ -s "$work/value" ] || fail "le secret $1 est vide : rien n’a été écrit. Relancez la même commande."
  az keyvault secret set --vault-name "$vault" --name "$1" --file "$work/value" --encoding utf-8 --output none
  rm -f "$work/secret" "$work/value"
}

if has_secret almanach-keys-links; then echo "  clé des liens : en place"; else
  { printf '1:'; openssl rand -base64 32; } >"$work/secret"
  keep_secret almanach-keys-links
  echo "  clé des liens : créée"
fi
if has_secret almanach-keys-session; then echo "  clé de session : en place"; else
  openssl rand -base64 32 >"$work/secret"
  keep_secret almanach-keys-session
  echo "  clé de session : créée"
fi
if has_secret almanach-keys-api; then echo "  clé de l’API : en place"; else
  openssl rand -hex 24 >"$work/secret"
  keep_secret almanach-keys-api
  echo "  clé de l’API : créée"
fi
if has_secret almanach-incoming-key; then echo "  clé du courrier entrant : en place"; else
  openssl rand -hex 24 >"$work/secret"
  keep_secret almanach-incoming-key
  echo "  clé du courrier entrant : créée"
fi
if [ "$mail" = sendgrid ]; then
  if has_secret almanach-sendgrid-key; then echo "  clé SendGrid : en place"; else
    [ -t 0 ] || fail "la clé SendGrid manque. Mettez-la dans le coffre : az keyvault secret set --vault-name $vault --name almanach-sendgrid-key --file FICHIER"
    printf "  clé SendGrid (rien ne s’affiche) : "
    read -rs key
    echo
    printf '%s' "$key" >"$work/secret"
    unset key
    keep_secret almanach-sendgrid-key
  fi
fi

id=$(az functionapp show --resource-group "$group" --name "$app" --query id --output tsv)
references="https://management.azure.com$id/config/configreferences/appsettings"
# Azure remembers for a day that a secret was not there, or that the app might not read it yet.
for attempt in $(seq 1 10); do
  unresolved="la liste n’a pas pu être lue"
  if az rest --method post --url "$references/refresh?api-version=2022-03-01" --output none \
    && unresolved=$(az rest --method get --url "$references?api-version=2022-03-01" --query "value[?properties.status!='Resolved'].name" --output tsv) \
    && [ -z "$unresolved" ]; then break; fi
  [ "$attempt" -lt 10 ] || fail "ces réglages n’ont pas trouvé leur secret : $unresolved. Les droits mettent parfois dix minutes à valoir : relancez la même commande."
  sleep 30
done

# ---- 3. The code. On Flex Consumption config-zip hands the package to "one deploy", with the caller's identity.
say "Compilation et publication"
dotnet publish src/Functions -c Release -r linux-x64 --no-self-contained -o "$work/site" --nologo -v quiet
[ -f "$work/site/host.json" ] || fail "le paquet est incomplet : host.json manque. Vérifiez que le dépôt est entier (git status), puis relancez la même commande."
[ -d "$work/site/.azurefunctions" ] || fail "le paquet est incomplet : .azurefunctions manque. Vérifiez que le dépôt est entier (git status), puis relancez la même commande."
(cd "$work/site" && zip -qr ../site.zip .)
for attempt in 1 2 3 4 5; do
  if az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$work/site.zip" --output none; then break; fi
  [ "$attempt" -lt 5 ] || fail "le paquet n’a pas été pris. Les droits sur le stockage mettent parfois dix minutes à valoir : relancez la même commande."
  echo "  nouvel essai dans une minute"
  sleep 60
done

# ---- 4. What needs the code: the alert on silence, and the subscription to uploads once a function takes them.
if [ "$published" = false ]; then
  say "Attente du premier démarrage"
  for attempt in $(seq 1 20); do
    curl -fsS -o /dev/null --max-time 30 "https://$app.azurewebsites.net/" 2>/dev/null || true
    if code_answers "$app"; then break; fi
    [ "$attempt" -lt 20 ] || fail "l’application ne démarre pas. Regardez ses journaux : az functionapp log tail, ou Application Insights ; puis relancez la même commande."
    sleep 15
  done
  say "Alerte sur le silence"
  bicep create true --output none
fi

step="page d’accueil"
for attempt in $(seq 1 6); do # the first requests may meet a host that is starting again
  code=$(curl -sS -o /dev/null -w '%{http_code}' --max-time 60 "https://$app.azurewebsites.net/" || true)
  if [ "$code" = 200 ]; then break; fi
  [ "$attempt" -lt 6 ] || fail "la page d’accueil répond « ${code:-rien} » au lieu de 200. Regardez Application Insights (« Échecs »), puis relancez la même commande."
  sleep 10
done

say "La plateforme répond : https://$app.azurewebsites.net/"
cat <<TEXT

Adresse des messages : $address
Coffre : $vault
Stockage : $storage

Et maintenant :
TEXT
if [ "$address" != "https://$app.azurewebsites.net" ]; then
  next "Les messages mènent à $address. Avant le premier, faites-y mener votre nom de domaine et mettez-y un certificat (docs/azure.md, « Your own domain »). D’ici là, entrez par l’adresse d’Azure, comme ci-dessous."
fi
if [ "$mail" = outbox ]; then
  account=${id%/providers/*}/providers/Microsoft.Storage/storageAccounts/$storage
  next "Aucun message ne sort : le code de connexion devient un fichier, que personne ne peut encore lire. Donnez-vous ce droit, une fois :"
  cat <<TEXT
     az role assignment create --role "Storage Blob Data Reader" --assignee-object-id $deployer --assignee-principal-type $deployer_type --scope $account/blobServices/default/containers/files
TEXT
  next "Demandez un code sur https://$app.azurewebsites.net/cockpit, puis lisez-le (le droit met parfois dix minutes à valoir ; le code sert quinze minutes) :"
  cat <<TEXT
     f=\$(az storage blob list --account-name $storage --auth-mode login --container-name files --prefix mails/ --num-results "*" --query "[?contains(name, '-sign-in-')].name | [-1]" --output tsv)
     az storage blob download --account-name $storage --auth-mode login --container-name files --name "\$f" --file code.eml --output none && cat code.eml && rm code.eml
TEXT
else
  next "Entrez dans le tableau de bord : https://$app.azurewebsites.net/cockpit (le code arrive dans la boîte de la plate-forme)."
fi
next "Vérifiez le réseau, puis répétez l’année avant d’ouvrir la première collecte."
