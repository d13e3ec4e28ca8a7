using SpikeML.Torch;

namespace SpikeML.InferenceBenchmarks;

/// <summary>Rows one after another, as the trained transformer runs them.</summary>
internal sealed class RowByRow(TrainedNetwork network)
{
    private readonly NetworkRun _run = new(network);

    /// <summary>The output membranes of every row and step.</summary>
    public float[] Run(SpikeTrain[] trains)
    {
        int numSteps = trains[0].NumSteps, outputs = network.OutputCount;
        float[] membranes = new float[trains.Length * numSteps * outputs];
        for (int row = 0; row < trains.Length; row++)
        {
            ReadOnlySpan<SpikeEvent> spikes = trains[row].AsSpan();
            int next = 0;
            _run.Reset();
            for (int step = 0; step < numSteps; step++)
            {
                _run.BeginStep();
                for (; next < spikes.Length && spikes[next].Step == step; next++)
                    _run.Receive(spikes[next].Neuron, spikes[next].Value);
                _run.EndStep();
                _run.Membranes.CopyTo(membranes.AsSpan((row * numSteps + step) * outputs));
            }
        }
        return membranes;
    }
}
