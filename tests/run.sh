#!/usr/bin/env bash
# Installs what the tests need and runs all of them: rules, operations on SQLite and on PostgreSQL, pages over HTTP, journeys in a browser.
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
log="$work/log"
passed=0
failed=0

finish() {
  if [ -f "$work/pg/postmaster.pid" ]; then
    as_postgres "$pg/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null
  fi
  rm -rf "$work"
}
trap finish EXIT

as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

need() {
  local missing=()
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    local sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
}

start_postgres() {
  pg=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  chmod 755 "$work"
  mkdir "$work/pg"
  [ "$(id -u)" != 0 ] || chown postgres "$work/pg"
  as_postgres "$pg/initdb" -D "$work/pg" -U cbn -A trust -E UTF8 --locale=C.UTF-8 >/dev/null &&
    as_postgres "$pg/pg_ctl" -D "$work/pg" -w -l "$work/pg/server.log" \
      -o "-p 55433 -c listen_addresses=127.0.0.1 -c fsync=off -k $work/pg" start >/dev/null
  export CBN_POSTGRES="Host=127.0.0.1;Port=55433;Username=cbn;Database=postgres"
}

# run NAME PROJECT [FILTER…]: runs one suite, already built, and adds up what it says of itself.
run() {
  local name=$1 project=$2
  shift 2
  echo "== $name"
  "tests/$project/bin/Debug/net10.0/CommunityBusinessNetwork.$project" -noColor "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]}
  local total errors bad
  read -r total errors bad < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+).*/\1 \2 \3/p' "$log" | tail -n 1)
  bad=$((${bad:-0} + ${errors:-0}))
  passed=$((passed + ${total:-0} - bad))
  failed=$((failed + bad))
  # A suite that did not come to its end, or found no test, has failed, whatever it counted.
  if { [ "$status" != 0 ] && [ "$bad" = 0 ]; } || [ "${total:-0}" = 0 ]; then failed=$((failed + 1)); fi
}

need chromium ffmpeg postgresql fonts-thai-tlwg || { echo "A tool that the tests need could not be installed."; echo "0 passed, 1 failed"; exit 1; }
start_postgres || { echo "PostgreSQL did not start."; echo "0 passed, 1 failed"; exit 1; }
dotnet build CommunityBusinessNetwork.sln -v q || { echo "0 passed, 1 failed"; exit 1; }
run "Rules, operations and pages, on SQLite" Tests
CBN_TEST_POSTGRES=$CBN_POSTGRES run "Operations, on PostgreSQL" Tests \
  -class "*TheKernel*" -class "*OperationTests" -class "*Letter*" -class "*Plan*" -class "*Purchase*" -class "*Bpm*" -class "*Award*" -class "*Notices*" -class "*Deployment*" -class "*KeptPages*" \
  -class "*SessionTests" -class "*ItemListTests" -class "*Privacy*" -class "*ImportTests" -class "*Media*" -class "*Workflow*" -class "*MoveRunning*"
dotnet publish src/Web -c Release -o "$work/site" -v q || failed=$((failed + 1))
CBN_SITE=$work/site/CommunityBusinessNetwork.Web.dll run "The published site, in a browser" BrowserTests
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
