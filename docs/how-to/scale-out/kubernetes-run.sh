#!/bin/bash
# Encodes the shards, waits until they are done, and merges them. Ends with an error as soon as a job has failed. After a failure,
# start it again: shards that are already complete are not encoded again.
set -euo pipefail
cd "$(dirname "$0")"

finish() {
  local state=""
  until [[ "$state" =~ (Complete|Failed) ]]; do
    sleep "${POLL:-5}"
    state="$(kubectl get job "$1" --output 'jsonpath={.status.conditions[?(@.status=="True")].type}')"
  done
  if [[ "$state" =~ Failed ]]; then
    echo "The job $1 failed: 'kubectl describe job $1' and 'kubectl logs job/$1' say why." >&2
    exit 1
  fi
}

# Jobs cannot be changed, and those that have ended do not run again.
kubectl delete job spikeml-encode spikeml-merge --ignore-not-found
kubectl apply --filename kubernetes-claim.yaml --filename kubernetes-indexed-job.yaml
finish spikeml-encode
kubectl apply --filename kubernetes-merge-job.yaml
finish spikeml-merge
