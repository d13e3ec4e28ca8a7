using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The input of a code in an ONNX graph: any number of rows at a time.</summary>
/// <param name="graph">The graph.</param>
/// <param name="schema">The columns of the data.</param>
/// <param name="column">The input column.</param>
/// <param name="shape">The shape of a row.</param>
/// <param name="keepsDigits">Whether values of Double are subtracted before they are rounded.</param>
internal sealed class OnnxRows(
    OnnxModelGraph graph, DataViewSchema schema, DataViewSchema.Column column, RowShape shape, bool keepsDigits)
{
    public OnnxGraph Graph => graph;

    public RowShape Shape => shape;

    /// <summary>The column as it is: [rows, ...dimensions], or [rows, 1] for a single value.</summary>
    public OnnxTensor Column { get; } = graph.Column(column.Name, column.Type);

    /// <summary>The values as stored, [rows, values].</summary>
    public OnnxTensor Stored => field ??= Column.Reshape(0, shape.InputLength);

    /// <summary>The values in single precision, [rows, values].</summary>
    public OnnxTensor Singles => field ??= Stored.As(OnnxType.Single);

    /// <summary>
    /// The values from which differences are taken, [rows, values]: in double precision for a Double column, otherwise in single.
    /// </summary>
    public OnnxTensor Numbers => Stored.Type == OnnxType.Double && keepsDigits ? Stored : Singles;

    /// <summary>Same, of an input whose first dimension is time: [rows, steps, neurons].</summary>
    public OnnxTensor Series => field ??= Numbers.Reshape(0, NumSteps, shape.NeuronCount);

    /// <summary>The number of steps of such an input.</summary>
    public int NumSteps => shape.InputDimensions[0];

    /// <summary>Labels as whole numbers from 0, [rows, labels]. Keys begin at 1.</summary>
    public OnnxTensor Classes => field ??= column.Type.GetItemType() is KeyDataViewType
        ? Stored.As(OnnxType.Int64) - 1 : Stored.As(OnnxType.Int64);

    /// <summary>Another column of spikes or series, [rows, steps, neurons].</summary>
    public OnnxTensor OtherSteps(string name, int numSteps) => Other(name).Reshape(0, numSteps, OtherLength(name) / numSteps);

    /// <summary>Another column of numbers in double precision, [rows, values].</summary>
    public OnnxTensor Other(string name, bool keepsOtherDigits)
    {
        OnnxTensor other = Other(name).Reshape(0, OtherLength(name));
        return (keepsOtherDigits ? other : other.As(OnnxType.Single)).As(OnnxType.Double);
    }

    private OnnxTensor Other(string name) => graph.Column(name, schema[name].Type);

    private int OtherLength(string name) => Math.Max(1, schema[name].Type.GetValueCount());
}
