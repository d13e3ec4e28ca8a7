using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Benchmarks.Codes;
using SpikeML.Nir;

namespace SpikeML.Benchmarks.Nir;

/// <summary>A graph with rows of spikes.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Graph">The graph.</param>
/// <param name="TimeStep">The time step that it runs with.</param>
/// <param name="NumSteps">The steps of a row.</param>
/// <param name="Rows">The rows, [steps][neurons].</param>
internal sealed record NirSubject(string Name, NirGraph Graph, double TimeStep, int NumSteps, float[][] Rows)
{
    private const string Output = "OutputSpikes";

    public NirShape InputShape => Graph.Nodes.Values.OfType<NirInput>().Single().Shape;

    /// <summary>The share of the input's values that are not 0.</summary>
    public double Density => Rows.Average(row => (row.Length - row.AsSpan().Count(0f)) / (double)row.Length);

    /// <summary>A pass over all rows through the transformer, as many at once as there are cursors.</summary>
    public Action[] Passes(int cursors)
    {
        VBuffer<float>[] rows = [.. Rows.Select(Sparse)];
        return [.. Enumerable.Range(0, cursors).Select(_ => Pass(View(rows)))];
    }

    /// <summary>The number of spikes of each row and output neuron.</summary>
    public float[] Counts()
    {
        IDataView scores = View([.. Rows.Select(Sparse)]);
        float[][] outputs = [.. scores.GetColumn<VBuffer<float>>(Output).Select(buffer => buffer.DenseValues().ToArray())];
        return [.. outputs.SelectMany(output => output.Chunk(output.Length / NumSteps)
            .Aggregate((sum, step) => [.. sum.Zip(step, (one, other) => one + other)]))];
    }

    private IDataView View(VBuffer<float>[] rows)
    {
        VectorDataViewType type = new(NumberDataViewType.Single, (int[])[NumSteps, .. InputShape]);
        NirTransformer model = new MLContext(1).Model.LoadNir(Graph, MemoryView.Column, new() { TimeStep = TimeStep });
        return model.Transform(new MemoryView(type, rows, isEndless: false));
    }

    private static Action Pass(IDataView scores) => () =>
    {
        DataViewSchema.Column score = scores.Schema["Score"], label = scores.Schema["PredictedLabel"];
        // A single cursor of GetRowCursor would compute on other threads.
        using DataViewRowCursor cursor = scores.GetRowCursorSet([score, label], 1)[0];
        ValueGetter<VBuffer<float>> scoreGetter = cursor.GetGetter<VBuffer<float>>(score);
        ValueGetter<uint> labelGetter = cursor.GetGetter<uint>(label);
        VBuffer<float> values = default;
        uint key = 0;
        while (cursor.MoveNext())
        {
            scoreGetter(ref values);
            labelGetter(ref key);
        }
    };

    private static VBuffer<float> Sparse(float[] row)
    {
        int[] slots = [.. Enumerable.Range(0, row.Length).Where(slot => row[slot] != 0)];
        return new(row.Length, slots.Length, [.. slots.Select(slot => row[slot])], slots);
    }
}
