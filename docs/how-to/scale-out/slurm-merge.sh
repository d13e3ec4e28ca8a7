#!/bin/bash
# Merges the shards of slurm-array.sh. It starts when all tasks have ended, however they ended. If shards are missing, it submits
# their tasks again, and itself after them, until TRIES arrays were submitted. Exit codes 2 and 3 of a task are final: another try
# would end in the same way.
#SBATCH --job-name=spikeml-merge
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --open-mode=append
set -euo pipefail

: "${OUTPUT:?the file of spikes, as for slurm-array.sh}" "${SHARDS:?the number of shards, as for slurm-array.sh}"
: "${ARRAY:?the number of the array job, as sbatch --parsable prints it}"
TRIES="${TRIES:-3}"

shards=() missing=() last=$((SHARDS - 1))
for ((i = 0; i < SHARDS; i++)); do
  shard="${OUTPUT%.*}-$(printf "%0${#last}d" "$i")-of-$SHARDS.${OUTPUT##*.}"
  shards+=("$shard")
  [ -e "$shard" ] || missing+=("$i")
done

if [ "${#missing[@]}" -eq 0 ]; then
  exec spikeml merge "${shards[@]}" --output "$OUTPUT"
fi
list="$(IFS=,; echo "${missing[*]}")"

if scontrol show job --oneliner "$ARRAY" | grep -q ' ExitCode=[23]:0'; then
  echo "Shards $list of $SHARDS are missing, and a task of job $ARRAY ended with exit code 2 or 3:" \
    "its log says what to change." >&2
  exit 3
fi
if [ "$TRIES" -le 1 ]; then
  echo "Shards $list of $SHARDS are missing after the last try: see the logs of job $ARRAY, then submit both scripts again." >&2
  exit 1
fi
export TRIES=$((TRIES - 1))
cd "$SLURM_SUBMIT_DIR"
ARRAY="$(sbatch --parsable --array="$list" slurm-array.sh)"
export ARRAY
next="$(sbatch --parsable --dependency="afterany:$ARRAY" slurm-merge.sh)"
echo "Shards $list of $SHARDS are missing: job $ARRAY encodes them again, then job $next merges."
