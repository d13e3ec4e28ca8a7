#!/usr/bin/env bash
# Sends many predictions to samples/SpikeML.WebApi, and prints errors, latencies and the service's memory before and after.
# Usage: eng/web-load.sh [REQUESTS]. Needs wrk (on Debian, apt-get install wrk), and the sample, built for Release.
set -euo pipefail
cd "$(dirname "$0")/.."
requests=${1:-50000}
service=${SPIKEML_WEB_SERVICE:-$(ls samples/SpikeML.WebApi/bin/Release/net10.0/*/SpikeML.WebApi.dll)}
folder=$(mktemp -d)
dotnet exec "$service" --model "$folder/digits.zip" --urls http://127.0.0.1:0 > "$folder/log" 2>&1 &
process=$!
trap 'kill $process 2>/dev/null || true; wait $process 2>/dev/null || true; rm -rf "$folder"' EXIT
until address=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$folder/log"); do
  kill -0 $process || { cat "$folder/log"; exit 1; }
  sleep 1
done
memory() { awk '/^VmRSS/ { printf "%.0f MB", $2 / 1024 }' /proc/$process/status; }
load() { wrk --threads 2 --connections 6 --timeout 30s --duration "${1}s" --script eng/web-load.lua "$address" | grep -E "$2"; }

load 5 '^requests' > "$folder/first"
before=$(memory)
total=0 failed=0
while [ $total -lt "$requests" ]; do
  round=$(load 20 '^(requests|latency)')
  echo "$round"
  total=$((total + $(sed -n 's/^requests: \([0-9]*\).*/\1/p' <<< "$round")))
  failed=$((failed + $(sed -n 's/.*of which \([0-9]*\) failed.*/\1/p' <<< "$round")))
done
echo "all: $total requests, $failed failed; memory $before before, $(memory) after"
[ $failed = 0 ]
