#!/usr/bin/env bash
# Trains the same network on the same digits, in turns (docs/torchsharp.md): with SpikeML, with snnTorch's operations on SpikeML's
# libtorch, and with snnTorch itself if there is a Python with torch and snntorch.
# Usage: compare.sh [EPOCHS] [SEEDS] [THREADS] [count|membrane]. THREADS may list several numbers: "1 2".
# All sides of a seed start from equal weights; with WEIGHTS=own, snnTorch itself draws its own.
# PYTHON names a Python with torch; PYTHONPATH has snntorch, unless it is installed.
# Each run has as many cores as threads, where taskset can limit it. By default, OpenMP's threads spin for a while after each
# operation; with several threads, snnTorch's operations run a second time with threads that sleep.
set -euo pipefail
epochs=${1:-4} seeds=${2:-2} threads=${3:-1 $(nproc)} loss=${4:-membrane}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
folder=$(mktemp -d)

# Also after an error or Ctrl-C: the runs so far are not lost.
finish() {
  if [[ -s $folder/runs.jsonl ]]; then
    dotnet exec "$program" summary "$folder/runs.jsonl" || true
  fi
  rm -rf "$folder"
}
trap finish EXIT

# The first cores that this process may use, as a list for taskset.
cores() {
  local parts part
  parts=$(taskset -cp $$ | sed 's/.*: //')
  for part in ${parts//,/ }; do
    seq "${part%-*}" "${part#*-}"
  done | head -n "$1" | paste -sd,
}

# Adds a run to the summary.
on() {
  local count=$1
  shift
  if type taskset > /dev/null 2>&1; then
    taskset -c "$(cores "$count")" "$@" >> "$folder/runs.jsonl"
  else
    "$@" >> "$folder/runs.jsonl"
  fi
}

dotnet build "$here" -c Release --nologo -v quiet
program=$(find "$here"/bin/Release -name SpikeML.SnnTorchComparison.dll | head -1)
has_snntorch=yes
if ! "$python" -c 'import torch, snntorch' 2> /dev/null; then
  has_snntorch=no
  echo "$python has no torch or no snntorch: without snnTorch itself" >&2
fi
has_loop=yes
if [[ ${DEVICE:-cpu} != [Cc][Pp][Uu] ]]; then
  has_loop=no
  echo "DEVICE is $DEVICE: without snnTorch's operations, which run on the CPU only" >&2
fi
dotnet exec "$program" export "$folder"
for seed in $(seq "$seeds"); do
  dotnet exec "$program" weights "$folder" "$seed"
  weights=$folder/weights$seed.bin
  [[ ${WEIGHTS:-same} == own ]] && weights=
  for count in $threads; do
    echo "seed $seed, $epochs epochs, threads: $count, loss: $loss" >&2
    on "$count" dotnet exec "$program" train "$epochs" "$seed" "$count" "$loss"
    if [[ $has_loop == yes ]]; then
      on "$count" dotnet exec "$program" loop "$epochs" "$seed" "$count" "$loss"
    fi
    if [[ $has_loop == yes ]] && ((count > 1)); then
      on "$count" env OMP_WAIT_POLICY=PASSIVE dotnet exec "$program" loop "$epochs" "$seed" "$count" "$loss"
    fi
    if [[ $has_snntorch == yes ]]; then
      on "$count" "$python" "$here/compare.py" "$folder" "$epochs" "$seed" "$count" "$loss" ${weights:+"$weights"}
    fi
  done
done
