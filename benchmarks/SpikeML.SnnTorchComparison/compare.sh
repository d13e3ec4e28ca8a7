#!/usr/bin/env bash
# Trains the same network on the same digits with SpikeML and with snnTorch, in turns (docs/torchsharp.md).
# Usage: compare.sh [EPOCHS] [SEEDS] [THREADS] [count|membrane]. Both sides of a seed start from equal weights; with WEIGHTS=own
# snnTorch draws its own.
# PYTHON names a Python with torch; PYTHONPATH has snntorch, unless it is installed.
set -euo pipefail
epochs=${1:-10} seeds=${2:-6} threads=${3:-$(nproc)} loss=${4:-membrane}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet build "$here" -c Release --nologo -v quiet
program=$(find "$here"/bin/Release -name SpikeML.SnnTorchComparison.dll | head -1)
dotnet exec "$program" export "$folder"
for seed in $(seq "$seeds"); do
  echo "seed $seed, $epochs epochs, $threads threads, loss of the $loss" >&2
  dotnet exec "$program" weights "$folder" "$seed"
  weights=$folder/weights$seed.bin
  [[ ${WEIGHTS:-same} == own ]] && weights=
  dotnet exec "$program" train "$epochs" "$seed" "$threads" "$loss" >> "$folder/runs.jsonl"
  "${PYTHON:-python3}" "$here/compare.py" "$folder" "$epochs" "$seed" "$threads" "$loss" ${weights:+"$weights"} \
    >> "$folder/runs.jsonl"
done
"${PYTHON:-python3}" "$here/summary.py" "$folder/runs.jsonl"
