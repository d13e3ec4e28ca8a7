"""Sums up the comparison: summary.py FILE, a line of JSON for each run, SpikeML's and snnTorch's of a seed in turns."""
import json
import statistics
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    runs = [json.loads(line) for line in file]
pairs = list(zip(runs[0::2], runs[1::2]))


def spread(values):
    return f"{100 * statistics.mean(values):.2f} % +- {100 * statistics.stdev(values):.2f}" if len(values) > 1 else f"{100 * values[0]:.2f} %"


def unlearned(run):
    """Classes that the network hardly ever predicts: their output neurons have fallen silent."""
    return sum(recall < 0.05 for recall in run["recall"])


def ratio(key):
    return statistics.median(statistics.median(ours[key]) / statistics.median(theirs[key]) for ours, theirs in pairs)


print("seed   SpikeML  snnTorch  difference   silent classes   last losses")
for ours, theirs in pairs:
    print(f"{ours['seed']:4}   {100 * ours['accuracy']:5.2f} %  {100 * theirs['accuracy']:5.2f} %  {100 * (ours['accuracy'] - theirs['accuracy']):+9.2f}"
          f"   {unlearned(ours):6} {unlearned(theirs):6}    {ours['losses'][-1]:.4f}  {theirs['losses'][-1]:.4f}")
print(f"mean and standard deviation: SpikeML {spread([run['accuracy'] for run in runs[0::2]])}, snnTorch {spread([run['accuracy'] for run in runs[1::2]])}")
differences = [ours["accuracy"] - theirs["accuracy"] for ours, theirs in pairs]
print(f"paired difference, SpikeML - snnTorch: {spread(differences)}, largest {100 * max(map(abs, differences)):.2f}")
print(f"time per epoch, SpikeML / snnTorch, median of the pairs: {ratio('processor_seconds'):.2f} of a processor, {ratio('seconds'):.2f} by the wall clock")
