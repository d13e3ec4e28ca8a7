#!/bin/bash
# Encodes one file in shards, one for each task of a Slurm array. slurm-merge.sh merges them, and tries failed tasks again:
#
#     spikeml fit rate images.gz --num-steps 25 --seed 7 -o encoder.zip
#     export INPUT=$PWD/images.gz LABELS=$PWD/labels.gz MODEL=$PWD/encoder.zip OUTPUT=$PWD/spikes.idv SHARDS=16
#     export ARRAY=$(sbatch --parsable --array=0-$((SHARDS - 1)) slurm-array.sh)
#     sbatch --dependency=afterany:$ARRAY slurm-merge.sh
#
# Submit from the folder of both scripts. Leave LABELS out if there are none. A task whose file is already complete ends at once.
#SBATCH --job-name=spikeml-encode
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
set -euo pipefail

: "${INPUT:?the file to encode}" "${MODEL:?what spikeml fit wrote}" "${OUTPUT:?the file of spikes, such as /shared/spikes.idv}"
: "${SHARDS:?the number of shards, such as 16}" "${SLURM_ARRAY_TASK_ID:?submit with sbatch --array=0-$((SHARDS - 1))}"

labels=()
[ -z "${LABELS:-}" ] || labels=(--labels-file "$LABELS")

# In the shell's place, so that Slurm's signal reaches the tool, which then leaves no half of a file.
exec spikeml encode model "$MODEL" "$INPUT" ${labels[@]+"${labels[@]}"} --output "$OUTPUT" \
  --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" --resume
