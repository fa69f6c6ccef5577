#!/usr/bin/env bash
# Compiles the ephemeris anew from the published series and compares it with the committed resource, byte by byte (about two minutes of computing).
# usage: compile.sh DATA-FOLDER [--fit] [--write]    --fit: the outer planets are fitted to their vectors first; --write: the result replaces the resource
#        compile.sh --install                        only installs the Moon's table (npm package astronomia 4.2.0, MIT)
set -euo pipefail
cd "$(dirname "$0")"
table=node_modules/astronomia/data/elpMppDeFull.js
[ -f "$table" ] || npm install --prefix . --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --silent astronomia@4.2.0
data=${1:?the folder with vsop2013/, horizons/ and nutation2000b.csv}; shift
[ "$data" != --install ] || exit 0
fit=(); write=
for option in "$@"; do
  case $option in --fit) fit=(--fit);; --write) write=1;; *) echo "unknown: $option" >&2; exit 2;; esac
done
resource=../Astronomy/Ephemeris/Data/ephemeris.bin
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cp outer-planets.csv "$folder"
dotnet build -c Release -v quiet --nologo >/dev/null
dotnet run -c Release --no-build -- "$data" "$table" "$folder/outer-planets.csv" "$folder/ephemeris.bin" "${fit[@]}"
if [ -n "$write" ]; then
  cp "$folder/ephemeris.bin" "$resource"; cp "$folder/outer-planets.csv" .
  echo "Written."
else
  cmp "$folder/outer-planets.csv" outer-planets.csv && cmp "$folder/ephemeris.bin" "$resource" && echo "The same bytes as the committed resource."
fi
