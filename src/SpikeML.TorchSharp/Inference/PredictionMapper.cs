using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;

namespace SpikeML.Torch;

/// <summary>Adds the columns of a trained network to rows. The columns of a row share one run of the network.</summary>
/// <param name="transformer">The transformer that it belongs to.</param>
/// <param name="spikes">The spike column of the input schema.</param>
/// <param name="outputs">The columns to add.</param>
/// <param name="watch">Reports on the first rows when a cursor ends.</param>
/// <param name="open">
/// Prepares to predict a row, given which columns are needed, and returns what creates the getter of a column by its name.
/// </param>
/// <param name="writeOnnx">Writes the columns to an ONNX model, or throws if they cannot be written.</param>
internal sealed class PredictionMapper(RowToRowTransformerBase transformer, SpikeColumn spikes,
    IEnumerable<DataViewSchema.DetachedColumn> outputs, PredictionWatch watch, PredictionMapper.Opening open,
    Action<OnnxContext, SpikeColumn, IReadOnlyList<DataViewSchema.DetachedColumn>> writeOnnx) : IRowMapper, ISaveAsOnnx
{
    private readonly ImmutableArray<DataViewSchema.DetachedColumn> _outputs = [.. outputs];

    public DataViewSchema.DetachedColumn[] GetOutputColumns() => [.. _outputs];

    public Func<int, bool> GetDependencies(Func<int, bool> activeOutput)
    {
        bool needed = Needed(activeOutput);
        return column => needed && column == spikes.Column.Index;
    }

    public Delegate[] CreateGetters(DataViewRow input, Func<int, bool> activeOutput, out Action? disposer)
    {
        disposer = null;
        Delegate[] getters = new Delegate[_outputs.Length];
        if (!Needed(activeOutput))
            return getters;
        Func<string, Delegate> getterOf = open(input, spikes with { Column = input.Schema[spikes.Column.Index] },
            [.. _outputs.Where((_, i) => activeOutput(i)).Select(output => output.Name)]);
        disposer = watch.Conclude;
        for (int i = 0; i < getters.Length; i++)
        {
            if (activeOutput(i))
                getters[i] = getterOf(_outputs[i].Name);
        }
        return getters;
    }

    public ITransformer GetTransformer() => transformer;

    public void Save(ModelSaveContext ctx) => ((ICanSaveModel)transformer).Save(ctx);

    /// <summary>Always true: ML.NET silently leaves out a transformer that says no.</summary>
    bool ICanSaveOnnx.CanSaveOnnx(OnnxContext ctx) => true;

    void ISaveAsOnnx.SaveAsOnnx(OnnxContext ctx) => writeOnnx(ctx, spikes, _outputs);

    private bool Needed(Func<int, bool> activeOutput) => Enumerable.Range(0, _outputs.Length).Any(activeOutput);

    /// <summary>Prepares to predict a row.</summary>
    internal delegate Func<string, Delegate> Opening(DataViewRow input, SpikeColumn spikes, IReadOnlyList<string> columns);
}
