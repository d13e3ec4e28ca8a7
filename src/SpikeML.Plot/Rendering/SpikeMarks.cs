using OxyPlot;

namespace SpikeML.Plot.Rendering;

/// <summary>The spikes of a train as marks on a regular grid of steps and neurons, in pixels at scale 1.</summary>
/// <param name="Train">The spikes.</param>
/// <param name="Neuron">The only neuron to draw, on the grid's one row; null: every neuron on a row of its own.</param>
internal sealed record SpikeMarks(SpikeTrain Train, int? Neuron)
{
    /// <summary>The centre of step 0 on neuron 0's row.</summary>
    public required ScreenPoint Origin { get; init; }

    /// <summary>From one step to the next, to the right.</summary>
    public required double StepWidth { get; init; }

    /// <summary>From one neuron's row to the next, upwards.</summary>
    public required double RowHeight { get; init; }

    public required MarkShape Shape { get; init; }

    public required OxyColor OnColor { get; init; }

    public required OxyColor OffColor { get; init; }

    public double X(int step) => Origin.X + step * StepWidth;

    public double Y(int row) => Origin.Y - row * RowHeight;

    public bool Shows(in SpikeEvent spike) => Neuron is null || spike.Neuron == Neuron;

    public int RowOf(in SpikeEvent spike) => Neuron is null ? spike.Neuron : 0;
}
