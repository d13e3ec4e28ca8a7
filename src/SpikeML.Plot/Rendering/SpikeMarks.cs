using OxyPlot;

namespace SpikeML.Plot.Rendering;

/// <summary>The spikes of a train as marks on a regular grid of steps and neurons, in pixels at scale 1.</summary>
/// <param name="Train">The spikes.</param>
/// <param name="Rows">The neurons to draw and their rows.</param>
internal sealed record SpikeMarks(SpikeTrain Train, NeuronRows Rows)
{
    /// <summary>The centre of step 0 on row 0.</summary>
    public required ScreenPoint Origin { get; init; }

    /// <summary>The distance from one step to the next, to the right.</summary>
    public required double StepWidth { get; init; }

    /// <summary>The distance from one row to the next, upwards.</summary>
    public required double RowHeight { get; init; }

    public required MarkShape Shape { get; init; }

    /// <summary>
    /// Whether spikes outnumber pixels, so a pixel's darkness shows the share of its steps and neurons that spike.
    /// </summary>
    public required bool ShowsDensity { get; init; }

    /// <summary>How graded spikes are shaded, or null to draw all alike.</summary>
    public MarkShades? Shades { get; init; }

    public required OxyColor OnColor { get; init; }

    public required OxyColor OffColor { get; init; }

    /// <summary>The number of different shades.</summary>
    public int Levels => Shades is null ? 1 : MarkShades.Levels;

    public double X(int step) => Origin.X + step * StepWidth;

    public double Y(int row) => Origin.Y - row * RowHeight;

    public bool Shows(in SpikeEvent spike) => Rows.Contains(spike.Neuron);

    public int RowOf(in SpikeEvent spike) => Rows.RowOf(spike.Neuron);

    public int LevelOf(in SpikeEvent spike) => Shades?.LevelOf(spike.Value) ?? 0;

    public double OpacityOf(int level) => Shades is null ? 1 : MarkShades.OpacityOf(level);

    /// <summary>The spikes of one sign and one shade.</summary>
    public IEnumerable<SpikeEvent> OfKind(bool off, int level) => Train.Where(spike =>
        spike.Value < 0 == off && Shows(spike) && LevelOf(spike) == level);
}
