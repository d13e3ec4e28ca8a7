using System.Buffers;
using System.Collections.Immutable;

namespace SpikeML;

/// <summary>A code of series, whose first dimension is time.</summary>
public abstract record SeriesCode : SpikeCode
{
    private protected SeriesCode()
    {
    }

    /// <summary>The variant of the code that comparisons use by default.</summary>
    internal virtual SeriesCode ForComparison => this;

    internal sealed override InputKind Input => InputKind.Series;

    /// <summary>The number of spike values per value of the series.</summary>
    internal virtual int Channels => 1;

    /// <summary>Encodes a series of Single or Double.</summary>
    internal abstract void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount)
        where T : unmanaged;

    /// <summary>Restores a series from its spikes and, for codes of changes, its first step.</summary>
    internal abstract void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount);

    /// <summary>Restores a series from a sparse train, where the code decodes such trains as they are.</summary>
    internal virtual void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        throw new NotSupportedException();

    internal override ColumnNotes Notes => Channels > 1 ? ColumnNotes.Spikes
        : ColumnNotes.Spikes with { SlotNames = ColumnNames.OfSlots, NeuronNames = ColumnNames.OfNeurons };

    internal override string SilenceRemedy =>
        "The series do not change, or the threshold is larger than every change: lower it, or scale the column with "
            + "mlContext.Transforms.Spikes.Scale.";

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => inputDimensions;

    internal sealed override void Encode(in RowInput row, Span<float> output)
    {
        if (row.HasDoubles)
            Encode(row.Doubles, output, row.Shape.NeuronCount);
        else
            Encode(row.Values, output, row.Shape.NeuronCount);
    }

    internal override bool StartsAtInitialValue => true;

    internal sealed override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions)
    {
        if (Channels == 1)
            return spikeDimensions;
        return spikeDimensions.Length > 1 && spikeDimensions[^1] == Channels
            ? spikeDimensions.RemoveAt(spikeDimensions.Length - 1) : null;
    }

    internal override ColumnNotes DecodedNotes => Channels > 1 ? ColumnNotes.None
        : new() { SlotNames = ColumnNames.OfSlots, NeuronNames = ColumnNames.OfNeurons };

    internal sealed override void Decode(
        in SpikeValues spikes, ImmutableArray<int> spikeDimensions, ReadOnlySpan<double> initialValues, Span<float> decoded)
    {
        int neuronCount = decoded.Length / spikeDimensions[0];
        if (initialValues.Length == neuronCount)
        {
            DecodeEither(spikes, initialValues, decoded, neuronCount);
            return;
        }
        double[] first = ArrayPool<double>.Shared.Rent(neuronCount);
        first.AsSpan(0, neuronCount).Fill(initialValues[0]);
        DecodeEither(spikes, first.AsSpan(0, neuronCount), decoded, neuronCount);
        ArrayPool<double>.Shared.Return(first);
    }

    private void DecodeEither(in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount)
    {
        if (spikes.IsSparse)
            DecodeSparse(spikes, first, series, neuronCount);
        else
            Decode(spikes.Values, first, series, neuronCount);
    }

    /// <summary>Decodes one step of one neuron.</summary>
    internal sealed override void CheckDecodable() => Decode(new float[Channels], [0], new float[1], 1);
}
