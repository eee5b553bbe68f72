#!/usr/bin/env bash
# Measures a Release site on this machine and prints what it saw, as ratios within one run:
# the cached home page against a raw Kestrel answer, the Desk's group list at 76 and at 76,000 groups, its list of all content before and after 100,000 more items, start-up, resident memory.
#   tests/Benchmarks/load.sh            DURATION (seconds of each measurement, 10), ROUNDS (3), STARTS (10), GROUPS_MORE (75924), ITEMS_MORE (100000)
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 ASPNETCORE_ENVIRONMENT=Development
duration=${DURATION:-10}
rounds=${ROUNDS:-3}
starts=${STARTS:-10}
more=${GROUPS_MORE:-75924}
items_more=${ITEMS_MORE:-100000}
port=${PORT:-5290}
raw_port=$((port + 1))
site=http://127.0.0.1:$port
raw=http://127.0.0.1:$raw_port
bench=tests/Benchmarks/bin/Release/net10.0/CommunityBusinessNetwork.Benchmarks.dll
work=$(mktemp -d)
web=$work/site/CommunityBusinessNetwork.Web.dll
export Data__Folder=$work/data Limits__SignInsAMinute=100000
site_pid="" raw_pid=""

finish() {
  [ -z "$site_pid" ] || kill "$site_pid" 2>/dev/null || true
  [ -z "$raw_pid" ] || kill "$raw_pid" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

start_site() {
  dotnet "$web" --urls "$site" >"$work/site.log" 2>&1 &
  site_pid=$!
}

# stop_site [SIGNAL]
stop_site() {
  kill -s "${1:-TERM}" "$site_pid"
  wait "$site_pid" 2>/dev/null || true
  site_pid=""
}

# answers URL: waits until it answers, at most five minutes.
answers() {
  local until=$((SECONDS + 300))
  until curl -sf -o /dev/null "$1"; do
    [ "$SECONDS" -lt "$until" ] || { echo "$1 does not answer"; cat "$work/site.log"; exit 1; }
    sleep 0.01
  done
}

# listens PORT: waits until somebody does, without taking the processor from who is starting.
listens() {
  until { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; do read -rt 0.02 <> <(:) || :; done
  exec 3>&-
}

memory() { awk '/VmRSS/ { printf "resident: %.0f MB (under 250)\n", $2 / 1024 }' "/proc/$site_pid/status"; }

median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

rate() { wrk -t1 -c32 -d"${duration}s" "$@" | awk '/Requests\/sec/ { print $2 } /Non-2xx/ { print "answers that are not 2xx: " $0 > "/dev/stderr"; exit 1 }'; }

sign_in() {
  local token
  token=$(curl -sf -c "$work/jar" "$site/sign-in" | grep -oE '__RequestVerificationToken" type="hidden" value="[^"]+' | head -n 1 | sed 's/.*value="//')
  curl -sf -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "__RequestVerificationToken=$token" --data-urlencode "person=$1" "$site/sign-in?handler=Demo"
  awk '!/^#( |$)/ && NF >= 7 { printf "%s%s=%s", (n++ ? "; " : ""), $6, $7 }' "$work/jar"
}

# list PATH: requests a second of a page of the Desk, one connection at a time, so that the rate is the cost of a page.
list() { wrk -t1 -c1 -d"${duration}s" -H "Cookie: $cookie" "$site$1" | awk '/Requests\/sec/ { print $2 } /Non-2xx/ { exit 1 }'; }

dotnet publish -c Release -v q --use-current-runtime --self-contained false -o "$work/site" src/Web
dotnet build -c Release -v q tests/Benchmarks
start_site
answers "$site/health"
# The first start has played the demo; what is measured is the site that is there.
stop_site
start_site
answers "$site/health"

echo "== Cached home page against a raw answer of the same size (wrk -t1 -c32 -d${duration}s, in turn)"
answers "$site/"
bytes=$(curl -s "$site/" | wc -c)
dotnet "$bench" raw "$bytes" "$raw_port" &
raw_pid=$!
answers "$raw/"
rate "$raw/" >/dev/null
rate "$site/" >/dev/null
for _ in $(seq "$rounds"); do
  rate "$raw/" | tee -a "$work/raw" | sed 's/^/raw  /'
  rate "$site/" | tee -a "$work/home" | sed 's/^/home /'
done
awk -v bytes="$bytes" -v r="$(median <"$work/raw")" -v h="$(median <"$work/home")" 'BEGIN { printf "home page %d bytes: %.0f/s of %.0f/s = %.0f %% (at least 60)\n", bytes, h, r, 100 * h / r }'
kill "$raw_pid"
raw_pid=""

echo "== The Desk's group list"
first=/admin/groups
last=/admin/groups?last=true
cookie=$(sign_in demo-department-officer)
for path in "$first" "$last" "$first" "$last"; do list "$path" >/dev/null; done
few_first=$(list "$first") few_last=$(list "$last")
memory
stop_site
dotnet "$bench" grow "$Data__Folder/site.db" "$more"
start_site
answers "$site/health"
cookie=$(sign_in demo-department-officer)
for path in "$first" "$last" "$first" "$last"; do list "$path" >/dev/null; done
many_first=$(list "$first") many_last=$(list "$last")
awk -v more="$more" -v a="$few_first" -v b="$few_last" -v c="$many_first" -v d="$many_last" 'BEGIN {
  printf "first page: %.2f ms at 76 groups, %.2f ms at %d: %.2f (0.7 to 1.3)\n", 1000 / a, 1000 / c, 76 + more, a / c
  printf "last page:  %.2f ms at 76 groups, %.2f ms at %d: %.2f (0.7 to 1.3)\n", 1000 / b, 1000 / d, 76 + more, b / d }'

memory

echo "== The Desk's list of all content"
items="/admin/contents" items_last="/admin/contents?page=999999" items_title="/admin/contents?sort=title&page=999999" items_found="/admin/contents?q=099"
for path in "$items" "$items_last" "$items_title" "$items_found"; do list "$path" >/dev/null; done
for path in "$items" "$items_last" "$items_title" "$items_found"; do list "$path"; done >"$work/items.few"
stop_site
dotnet "$bench" grow-items "$Data__Folder/site.db" "$items_more"
start_site
answers "$site/health"
cookie=$(sign_in demo-department-officer)
for path in "$items" "$items_last" "$items_title" "$items_found"; do list "$path" >/dev/null; done
for path in "$items" "$items_last" "$items_title" "$items_found"; do list "$path"; done >"$work/items.many"
paste "$work/items.few" "$work/items.many" | awk -v more="$items_more" 'BEGIN { split("first page,last page,last page by title,search by title", name, ",") } { printf "%s: %.2f ms before, %.2f ms with %d more items\n", name[NR], 1000 / $1, 1000 / $2, more }'
memory
stop_site

# starts SIGNAL PATH: milliseconds from the command to the page, one a line, of a site that was stopped by that signal.
starts() {
  for _ in $(seq "$starts"); do
    begun=$(date +%s%N)
    start_site
    listens "$port"
    curl -sf -o /dev/null "$site$2"
    echo $((($(date +%s%N) - begun) / 1000000))
    stop_site "$1"
  done
}

echo "== From the command to the first page, median of $starts"
start_site
answers "$site/"
stop_site
starts TERM / | tee "$work/starts" | paste -sd ' '
echo "home page after an orderly stop: $(median <"$work/starts") ms (under 1500)"
starts TERM /sign-in >"$work/starts"
echo "a page that is not cached: $(median <"$work/starts") ms"
starts KILL / >"$work/starts"
echo "home page after kill -9: $(median <"$work/starts") ms"
