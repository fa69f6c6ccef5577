#!/usr/bin/env bash
# Our shop beside Vendure (npm, SQLite) on this machine in one run: ours, theirs, ours again. The peer lies outside the repository and is installed by its own script
# into the folder given (a temporary one by default). PEER names that script; CHECKOUTS (the peer has stock for 100) and SECONDS_EACH set the length.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../../.." && pwd)
folder=${1:-$(mktemp -d)}; peer=${PEER:-$root/../shared/peers/vendure/run.sh}
dotnet build -c Release -v q --nologo "$root/functions/LocalHost" >/dev/null

ours() {
  local data; data=$(mktemp -d)
  RateLimits__Disabled=true dotnet "$root/functions/LocalHost/bin/Release/net10.0/Kundli.LocalHost.dll" --port 0 --no-pages --data "$data" >"$data/host.log" 2>&1 &
  local pid=$!
  for _ in $(seq 240); do grep -q 'Kundli is ready on' "$data/host.log" && break; sleep .5; done
  node "$here/floor.mjs" "$data"
  node "$here/shop.mjs" "$(sed -n 's/.*Kundli is ready on //p' "$data/host.log" | tr -d '\r')" "${CHECKOUTS:-90}" "${SECONDS_EACH:-10}"
  kill -TERM $pid; wait $pid || true
  rm -rf "$data"
}

echo 'ours:'; ours
# A store that was bought from before would answer refusals, which are quicker than orders.
rm -f "$folder/vendure.sqlite"
echo 'Vendure:'; RACE=0 bash "$peer" "$folder" || true
echo 'ours again:'; ours
