#!/usr/bin/env bash
# Trains the same network on the same digits with SpikeML and with snnTorch, in turns (docs/torchsharp.md).
# Usage: compare.sh [EPOCHS] [RUNS] [THREADS]. PYTHON names a Python with torch; PYTHONPATH has snntorch, unless it is installed.
set -euo pipefail
epochs=${1:-10} runs=${2:-3} threads=${3:-$(nproc)}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet build "$here" -c Release --nologo -v quiet
program=$(find "$here"/bin/Release -name SpikeML.SnnTorchComparison.dll | head -1)
dotnet exec "$program" export "$folder"
for run in $(seq "$runs"); do
  echo "run $run, $epochs epochs, $threads threads"
  dotnet exec "$program" train "$epochs" "$run" "$threads"
  "${PYTHON:-python3}" "$here/compare.py" "$folder" "$epochs" "$run" "$threads"
done
