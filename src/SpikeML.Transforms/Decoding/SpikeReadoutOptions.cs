using System.Buffers;
using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Options of readouts (<see cref="SpikeReadout"/>).</summary>
public sealed record SpikeReadoutOptions : SpikeCode, IStepCode, IOnnxCode
{
    /// <summary>What to read out for each neuron.</summary>
    /// <value>The number of spikes by default.</value>
    public SpikeReadoutKind Kind { get; init; }

    internal override InputKind Input => InputKind.Series;

    internal override bool ReadsSparse => true;

    internal override bool ReadsSpikes => true;

    internal override ColumnNotes Notes => Kind == SpikeReadoutKind.CumulativeSum
        ? new() { SlotNames = ColumnNames.OfSlots, NeuronNames = ColumnNames.OfNeurons }
        : new() { SlotNames = ColumnNames.OfNeurons, IsNormalized = Kind == SpikeReadoutKind.MeanRate };

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        Kind == SpikeReadoutKind.CumulativeSum ? inputDimensions : inputDimensions.Length == 1
            ? [1] : inputDimensions.RemoveAt(0);

    internal override RowEncoder MakeEncoder(RowShape shape) =>
        Kind == SpikeReadoutKind.CumulativeSum ? new StepRowEncoder<SpikeReadoutOptions>(this, shape) : base.MakeEncoder(shape);

    internal override void Encode(in RowInput row, Span<float> output)
    {
        if (Kind == SpikeReadoutKind.CumulativeSum)
        {
            EncodeSums(row, output);
            return;
        }
        SpikeValues spikes = row.Spikes;
        FeatureCheck.AllFinite(spikes);
        if (Kind == SpikeReadoutKind.FirstSpikeTime)
        {
            spikes.FirstSpikeTime(row.Shape.InputDimensions[0], output);
            return;
        }
        spikes.Count(output);
        if (Kind == SpikeReadoutKind.MeanRate)
            SpikeReadout.Divide(output, row.Shape.InputLength);
    }

    /// <summary>The sums, and the first spike of a sparse row that has not been added yet.</summary>
    int IStepCode.StateLength(RowShape shape) => shape.NeuronCount + 1;

    void IStepCode.Begin(in RowInput row, Span<double> state)
    {
        FeatureCheck.AllFinite(row.Spikes);
        state.Clear();
    }

    void IStepCode.EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes)
    {
        Span<double> sums = state[..^1];
        int firstSlot = firstStep * sums.Length;
        if (row.IsSparse)
            state[^1] = SparseReadout.CumulativeSum(row.Slots, row.Values, (int)state[^1], firstSlot, sums, spikes);
        else
            DenseSums.CumulativeSum(row.Values.Slice(firstSlot, spikes.Length), sums, spikes);
    }

    private void EncodeSums(in RowInput row, Span<float> output)
    {
        IStepCode code = this;
        int length = code.StateLength(row.Shape);
        double[] state = ArrayPool<double>.Shared.Rent(length);
        code.Begin(row, state.AsSpan(0, length));
        code.EncodeSteps(row, 0, state.AsSpan(0, length), output);
        ArrayPool<double>.Shared.Return(state);
    }

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => ReadoutOnnx.Of(Kind, rows.Series, rows.Shape);

    internal override void Validate() => OptionCheck.Require(Enum.IsDefined(Kind), Kind, "kind",
        $"Kind must be one of {string.Join(", ", Enum.GetNames<SpikeReadoutKind>())}.");

    internal override void Save(BinaryWriter writer) => writer.Write((int)Kind);

    internal static SpikeReadoutOptions Load(BinaryReader reader) =>
        new SpikeReadoutOptions { Kind = (SpikeReadoutKind)reader.ReadInt32() }.Validated();
}
