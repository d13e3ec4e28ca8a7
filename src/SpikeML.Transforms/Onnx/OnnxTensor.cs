namespace SpikeML;

/// <summary>
/// A value of an ONNX graph. Its operators add nodes to the graph, so arithmetic reads as in the kernel that it repeats.
/// Dimensions of 1 are repeated as needed.
/// </summary>
internal sealed class OnnxTensor(OnnxGraph graph, string name, OnnxType type)
{
    public OnnxGraph Graph => graph;

    public string Name => name;

    public OnnxType Type => type;

    public static OnnxTensor operator +(OnnxTensor left, OnnxTensor right) => left.Arithmetic("Add", right);

    public static OnnxTensor operator +(OnnxTensor left, double right) => left + left.Same(right);

    public static OnnxTensor operator +(double left, OnnxTensor right) => right.Same(left) + right;

    public static OnnxTensor operator -(OnnxTensor left, OnnxTensor right) => left.Arithmetic("Sub", right);

    public static OnnxTensor operator -(OnnxTensor left, double right) => left - left.Same(right);

    public static OnnxTensor operator -(double left, OnnxTensor right) => right.Same(left) - right;

    public static OnnxTensor operator -(OnnxTensor value) => value.Unary("Neg");

    public static OnnxTensor operator *(OnnxTensor left, OnnxTensor right) => left.Arithmetic("Mul", right);

    public static OnnxTensor operator *(OnnxTensor left, double right) => left * left.Same(right);

    public static OnnxTensor operator /(OnnxTensor left, OnnxTensor right) => left.Arithmetic("Div", right);

    public static OnnxTensor operator /(OnnxTensor left, double right) => left / left.Same(right);

    public static OnnxTensor operator /(double left, OnnxTensor right) => right.Same(left) / right;

    public static OnnxTensor operator <(OnnxTensor left, OnnxTensor right) => left.Comparison("Less", right);

    public static OnnxTensor operator <(OnnxTensor left, double right) => left < left.Same(right);

    public static OnnxTensor operator >(OnnxTensor left, OnnxTensor right) => left.Comparison("Greater", right);

    public static OnnxTensor operator >(OnnxTensor left, double right) => left > left.Same(right);

    // GreaterOrEqual and LessOrEqual are functions in opset 12, and the shapes that they give are unknown where a loop needs
    // them. The two differ for NaN alone, which encoders refuse.
    public static OnnxTensor operator <=(OnnxTensor left, OnnxTensor right) => !(left > right);

    public static OnnxTensor operator <=(OnnxTensor left, double right) => left <= left.Same(right);

    public static OnnxTensor operator >=(OnnxTensor left, OnnxTensor right) => !(left < right);

    public static OnnxTensor operator >=(OnnxTensor left, double right) => left >= left.Same(right);

    public static OnnxTensor operator &(OnnxTensor left, OnnxTensor right) => left.Arithmetic("And", right);

    public static OnnxTensor operator |(OnnxTensor left, OnnxTensor right) => left.Arithmetic("Or", right);

    public static OnnxTensor operator !(OnnxTensor value) => value.Unary("Not");

    public OnnxTensor EqualTo(OnnxTensor other) => Comparison("Equal", other);

    public OnnxTensor EqualTo(double other) => EqualTo(Same(other));

    /// <summary>A single number of the tensor's type.</summary>
    public OnnxTensor Same(double value) => graph.Number(value, type);

    /// <summary>An operation whose result has the tensor's type.</summary>
    public OnnxTensor Unary(string operation, params (string Name, object Value)[] attributes) =>
        graph.Add(operation, [this], type, attributes);

    private OnnxTensor Arithmetic(string operation, OnnxTensor other) =>
        OnnxGraph.Add(operation, type, [this, Matched(other)]);

    private OnnxTensor Comparison(string operation, OnnxTensor other) =>
        OnnxGraph.Add(operation, OnnxType.Boolean, [this, Matched(other)]);

    /// <summary>ONNX converts nothing by itself, and says so only when the model is loaded.</summary>
    private OnnxTensor Matched(OnnxTensor other) => other.Type == type ? other
        : throw new InvalidOperationException($"ONNX has no operation of {type} and {other.Type}: cast one of them.");
}
