namespace SpikeML;

/// <summary>The input of a code in an ONNX graph: any number of rows at a time.</summary>
/// <param name="column">The input column, [rows, ...dimensions], or [rows, 1] for a single value.</param>
/// <param name="shape">The shape of a row.</param>
/// <param name="keepsDigits">Whether values of Double are subtracted before they are rounded.</param>
internal sealed class OnnxRows(OnnxTensor column, RowShape shape, bool keepsDigits)
{
    public OnnxGraph Graph => column.Graph;

    public RowShape Shape => shape;

    /// <summary>The values as stored, [rows, values].</summary>
    public OnnxTensor Stored { get; } = column.Reshape(0, shape.InputLength);

    /// <summary>The values in single precision, [rows, values].</summary>
    public OnnxTensor Singles => field ??= Stored.As(OnnxType.Single);

    /// <summary>
    /// The values from which differences are taken, [rows, values]: in double precision for a Double column, otherwise in single.
    /// </summary>
    public OnnxTensor Numbers => Stored.Type == OnnxType.Double && keepsDigits ? Stored : Singles;

    /// <summary>Same, of an input whose first dimension is time: [rows, steps, neurons].</summary>
    public OnnxTensor Series => field ??= Numbers.Reshape(0, shape.InputDimensions[0], shape.NeuronCount);
}
