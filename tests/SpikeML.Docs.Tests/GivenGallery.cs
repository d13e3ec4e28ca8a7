using Microsoft.ML;

namespace SpikeML.Docs.Tests;

/// <summary>What docs/gallery.md takes as given.</summary>
internal abstract class GivenGallery : DocumentSnippet
{
    protected GivenGallery() =>
        data = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20 }).Fit(base.data)
            .Transform(base.data);

    protected new IDataView data { get; }

    protected SpikeTrain train => data.GetSpikeTrains("Spikes").First();

    protected SpikeTrain first => train;

    protected SpikeTrain second => train;

    protected SpikeTrain third => train;

    protected SpikeTrain full => train;

    protected SpikeTrain quarter => train;

    protected string[] names => [.. Enumerable.Range(0, train.NeuronCount).Select(neuron => $"n{neuron}")];

    protected SpikeTrain output { get; } = SpikeTrain.FromEvents([new(0, 3, 1), new(1, 3, 1), new(2, 7, 1)], 5, 10);

    protected string[] classes { get; } = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];

    protected SpikeTrain frames { get; } = SpikeTrain.FromEvents([new(0, 3, 1), new(1, 7, 1)], 5, 2, 2, 2);

    protected float[] living { get; } = [20, 21, 20];

    protected float[] kitchen { get; } = [21, 22, 23];

    protected float[] outside { get; } = [9, 11, 12];

    protected float[] values { get; } = [0.1f, 0.5f, 1];

    protected float[] times { get; } = [2, 1, 0];

    protected float[] series { get; } = [0, 1, 3, 2];

    protected int numSteps { get; } = 4;

    protected float[] potentials { get; } = [0, 0.5f, 1.5f, 0.2f];

    protected string[] neuronClasses => [.. names.Select(name => $"ends in {name[^1]}")];

    protected float[] current { get; } = [0, 0.5f, 1, 0];

    protected float[] weights { get; } = new float[16 * 12 * 12];

    protected float[] features { get; } = [0.1f, 0.5f, 1];

    protected double[] loss { get; } = [2, 1, 0.5];

    protected double[] validationLoss { get; } = [2, 1.2, 1.1];

    protected double[] accuracy { get; } = [0.2, 0.6, 0.8];

    protected double[] validationAccuracy { get; } = [0.2, 0.5, 0.6];

    protected SpikeTrain spikes { get; } = SpikeTrain.FromDense([0, 0, 1, 0], 4);
}
