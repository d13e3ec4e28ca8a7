using TorchSharp;

namespace SpikeML.Benchmarks.Codes;

/// <summary>What is measured at each density, with its rivals: the formula on tensors, and the plain loop.</summary>
internal abstract class Subject
{
    public abstract string Name { get; }

    /// <summary>How many times as fast as tensors it has to be.</summary>
    public virtual double VectorGoal => 10;

    /// <summary>Why it cannot reach the densities that it does not reach.</summary>
    public virtual string Limit => "";

    /// <summary>Whether the rivals draw other numbers, so that only the share of spikes can be compared.</summary>
    public virtual bool IsRandom => false;

    /// <summary>The code and rows that give a density; null where there are none, and how near they come.</summary>
    public abstract Setting? Find(double density, out double closest);

    /// <summary>The plain loop for a fitted code.</summary>
    public abstract PlainRowLoop MakeLoop(SpikeCode code);

    /// <summary>The first rows as a tensor.</summary>
    public virtual torch.Tensor Batch(InputRows rows, int count) => rows.Batch(count);

    /// <summary>The vectorised formula for a fitted code; gives float32.</summary>
    public abstract torch.Tensor Torch(torch.Tensor batch, SpikeCode code);

    /// <summary>One row of what <see cref="Torch"/> gave.</summary>
    public abstract torch.Tensor RowOf(torch.Tensor result, int row);

    /// <summary>Sets all up for a measurement.</summary>
    public virtual Trial MakeTrial(Setting setting, double target, NumPyProcess? numPy) =>
        PipelineTrial.Make(this, setting, target, numPy);
}
