using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Joins spike columns along their neurons: at each step, the neurons of the input column, then those of the others.
/// </summary>
public sealed record JoinOptions : SpikeCode, IOnnxCode
{
    /// <summary>The columns whose neurons follow those of the input column, in this order.</summary>
    /// <value>None by default.</value>
    public ImmutableArray<string> OtherColumnNames { get; init; } = [];

    /// <summary>Two codes are equal if their columns are equal.</summary>
    public bool Equals(JoinOptions? other) =>
        base.Equals(other) && OtherColumnNames.AsSpan().SequenceEqual(other.OtherColumnNames.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(OtherColumnNames.Length, OtherColumnNames.FirstOrDefault());

    internal override InputKind Input => InputKind.Spikes;

    internal override bool ReadsSpikes => true;

    internal override bool TakesSingleSteps => true;

    internal override bool ShouldFire => false;

    internal override ImmutableArray<string> OtherInputs => OtherColumnNames;

    internal override ColumnNotes Notes => ColumnNotes.Spikes with { NeuronNames = new JoinedNames(OtherColumnNames) };

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        throw new NotSupportedException();

    internal override ImmutableArray<int> OutputDimensions(IExceptionContext host, DataViewSchema schema,
        DataViewSchema.Column column, ImmutableArray<int> inputDimensions)
    {
        SpikeColumn first = SpikeColumn.TryMake(column)!;
        long neurons = first.NeuronCount;
        foreach (SpikeColumn other in Others(host, schema))
        {
            if (other.NumSteps != first.NumSteps)
                throw host.ExceptSchemaMismatch(nameof(schema), "input", other.Column.Name,
                    $"{first.NumSteps} steps, as column '{column.Name}' has ({column.Type})", other.Column.Type.ToString());
            neurons += other.NeuronCount;
        }
        return [first.NumSteps, (int)Math.Min(neurons, int.MaxValue)];
    }

    internal override Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch) =>
        new JoinedRows(row, [column, .. OtherColumnNames.Select(name => row.Schema[name])], shape).Getter;

    internal override void Encode(in RowInput row, Span<float> output) => throw new NotSupportedException();

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        int numSteps = rows.Shape.OutputSteps;
        OnnxTensor first = rows.Column.Reshape(0, numSteps, rows.Shape.InputLength / numSteps);
        return OnnxOperations.Join(2, [first, .. OtherColumnNames.Select(name => rows.OtherSteps(name, numSteps))]);
    }

    internal override void Validate()
    {
        OptionCheck.Require<string?>(!OtherColumnNames.IsDefault, null, nameof(OtherColumnNames),
            "OtherColumnNames must be names of columns.");
        foreach (string name in OtherColumnNames)
            OptionCheck.Require(!string.IsNullOrEmpty(name), name, nameof(OtherColumnNames),
                "OtherColumnNames must be names of columns.");
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(OtherColumnNames.Length);
        foreach (string name in OtherColumnNames)
            writer.Write(name);
    }

    internal static JoinOptions Load(BinaryReader reader)
    {
        // A name takes at least one byte.
        string[] names = new string[reader.ReadCount(1)];
        foreach (ref string name in names.AsSpan())
            name = reader.ReadString();
        return new JoinOptions { OtherColumnNames = [.. names] }.Validated();
    }

    private IEnumerable<SpikeColumn> Others(IExceptionContext host, DataViewSchema schema)
    {
        foreach (string name in OtherColumnNames)
        {
            DataViewSchema.Column column = ColumnSearch.Find(host, schema, "input", name);
            Input.Dimensions(host, column);
            yield return SpikeColumn.TryMake(column)!;
        }
    }
}
