#!/usr/bin/env bash
# Our `positions` beside the Swiss Ephemeris builds that npm serves, in one run on this machine. The peers (AGPL) are installed into a temporary folder and removed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here/peers.mjs" "$folder/"
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent swisseph-wasm@0.1.0
npm install --no-audit --no-fund --silent sweph@2.10.3-b-1 || echo "sweph: no compiler here" >&2
[ -e node_modules/sweph/build/Release/sweph.node ] || npm rebuild --silent sweph || true
dotnet build -c Release -v q --nologo "$here/.." >/dev/null
ours="dotnet run -c Release --no-build --project $here/.. -- --quick"
$ours; node peers.mjs; $ours
