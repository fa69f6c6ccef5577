#!/usr/bin/env bash
# Brings up or updates everything for one parameter file, publishes the app and the pages, and checks the result.
#   infra/scripts/deploy.sh dev [LOCATION]
set -euo pipefail
cd "$(dirname "$0")/../.."
environment=${1:?usage: deploy.sh dev|prod [LOCATION]}
location=${2:-centralindia}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

az deployment sub create --name "kundli-$environment" --location "$location" --parameters "infra/$environment.bicepparam" --output json > "$out/deployment.json"
value() { node -e 'console.log(JSON.parse(require("fs").readFileSync(process.argv[1])).properties.outputs[process.argv[2]].value)' "$out/deployment.json" "$1"; }
app=$(value functionAppName) group=$(value resourceGroupName) address=$(value baseAddress) web=$(value webStorageName)

dotnet publish functions/Worker/Kundli.Worker.csproj --configuration Release --runtime linux-x64 --output "$out/app"
(cd "$out/app" && zip -qr ../app.zip .)
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$out/app.zip"

(cd functions/Web && npm install --no-save --no-audit --no-fund --ignore-scripts && npm run build)
az storage blob service-properties update --account-name "$web" --static-website --index-document index.html --404-document index.html --auth-mode login
az storage blob upload-batch --account-name "$web" --destination '$web' --source functions/Web/dist --overwrite --auth-mode login

bash infra/scripts/smoke.sh "$address"
