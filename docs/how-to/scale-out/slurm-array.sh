#!/bin/bash
# Encodes one file in shards, one for each task of a Slurm array:
#
#     spikeml fit rate "$INPUT" --num-steps 25 --seed 7 -o "$MODEL"
#     INPUT=... MODEL=... OUTPUT=... sbatch slurm-array.sh
#     spikeml merge spikes-*-of-16.idv -o spikes.idv
#
# To try failed tasks again, submit it again: tasks whose file is there and right end at once. To submit some tasks alone,
# say how many shards there are: SHARDS=16 sbatch --array=3,7 slurm-array.sh
#SBATCH --job-name=spikeml
#SBATCH --array=0-15
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
set -euo pipefail

: "${INPUT:?the file to encode}" "${MODEL:?what spikeml fit wrote}" "${OUTPUT:?the file of spikes, such as /shared/spikes.idv}"
SHARDS="${SHARDS:-$SLURM_ARRAY_TASK_COUNT}"

# In the shell's place, so that Slurm's signal reaches the tool, which then leaves no half of a file.
exec spikeml encode model "$MODEL" "$INPUT" --output "$OUTPUT" --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" --resume
