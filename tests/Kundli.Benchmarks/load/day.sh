#!/usr/bin/env bash
# Starts a host of its own on a fresh Azurite, plays the day against it at rising load, and stops it. SECONDS_EACH and PEOPLE set the length and the steps;
# LIMITS=on leaves the rate limits on, so that one address is soon answered 429.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../../.." && pwd); data=$(mktemp -d)
dotnet build -c Release -v q --nologo "$root/functions/LocalHost" >/dev/null
[ "${LIMITS:-off}" = on ] || export RateLimits__Disabled=true
dotnet "$root/functions/LocalHost/bin/Release/net10.0/Kundli.LocalHost.dll" --port 0 --no-pages --data "$data" >"$data/host.log" 2>&1 & pid=$!
trap 'kill -TERM $pid 2>/dev/null; wait $pid 2>/dev/null || true; rm -rf "$data"' EXIT
for _ in $(seq 240); do grep -q 'Kundli is ready on' "$data/host.log" && break; sleep .5; done
node "$here/day.mjs" "$(sed -n 's/.*Kundli is ready on //p' "$data/host.log" | tr -d '\r')" "${SECONDS_EACH:-10}" "${PEOPLE:-4,16,64}"
