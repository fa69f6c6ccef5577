#!/usr/bin/env bash
# Every fault test of the shop in its full form, one after the other; about half an hour on two cores. F3 over HTTP runs 50 rounds with one and with two host processes.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd); show=(--nologo --logger 'console;verbosity=detailed')
KUNDLI_FAULT_ROUNDS=50 dotnet test "$root/tests/Kundli.Adapters.Tests" -c Release "${show[@]}" --filter 'CheckoutFault|CheckoutOutage|OrderModel|YearEnd|ParcelTests|HeldOrder|Aftercare'
KUNDLI_FAULT_ROUNDS=50 dotnet test "$root/tests/Kundli.EndToEnd.Tests" -c Release "${show[@]}" --filter 'FulfilmentQueue|OrdersWithoutRedis'
KUNDLI_RACE_ROUNDS=50 dotnet test "$root/tests/Kundli.EndToEnd.Tests" -c Release "${show[@]}" --filter RaceTests
KUNDLI_KILLS=500 dotnet test "$root/tests/Kundli.EndToEnd.Tests" -c Release "${show[@]}" --filter KillTests
KUNDLI_ABUSE_CALLS=10000 dotnet test "$root/tests/Kundli.EndToEnd.Tests" -c Release "${show[@]}" --filter SharedLimit
