#!/usr/bin/env bash
# Brings up or updates everything for one parameter file, puts what is missing into the vault, publishes the app and the pages, and checks the result.
#   infra/scripts/deploy.sh dev [LOCATION]
# With a payment provider other than the sandbox the first run also takes what the provider gives: KUNDLI_PAYMENTS_KEY_ID, KUNDLI_PAYMENTS_KEY_SECRET,
# KUNDLI_PAYMENTS_WEBHOOK_SECRET; with KUNDLI_MAIL_HOST and KUNDLI_SMS_ACCOUNT it takes KUNDLI_MAIL_PASSWORD and KUNDLI_SMS_KEY. Where the vault is closed to the public network, run it from inside.
set -euo pipefail
cd "$(dirname "$0")/../.."
environment=${1:?usage: deploy.sh dev|prod [LOCATION]}
location=${2:-centralindia}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

az deployment sub create --name "kundli-$environment" --location "$location" --parameters "infra/$environment.bicepparam" --output json > "$out/deployment.json"
value() { node -e 'console.log(JSON.parse(require("fs").readFileSync(process.argv[1])).properties.outputs[process.argv[2]].value)' "$out/deployment.json" "$1"; }
app=$(value functionAppName) group=$(value resourceGroupName) address=$(value baseAddress) web=$(value webStorageName) vault=$(value keyVaultName)

# The app refuses to start while a setting refers to a secret that isn't there. What is there stays: a new signing key would end every session.
bash infra/scripts/secrets.sh "$vault"

dotnet publish functions/Worker/Kundli.Worker.csproj --configuration Release --runtime linux-x64 --output "$out/app"
(cd "$out/app" && zip -qr ../app.zip .)
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$out/app.zip"

(cd functions/Web && npm install --no-save --no-audit --no-fund --ignore-scripts && npm run build)
az storage blob service-properties update --account-name "$web" --static-website --index-document index.html --404-document index.html --auth-mode login
az storage blob upload-batch --account-name "$web" --destination '$web' --source functions/Web/dist --overwrite --auth-mode login

bash infra/scripts/smoke.sh "$address"
