using System.Globalization;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>The body of a loop: a graph of its own, written as the bytes of an ONNX GraphProto.</summary>
/// <param name="name">The name of the loop. It begins the names of all values, which must differ from those outside.</param>
internal sealed class OnnxBody(string name) : OnnxGraph
{
    private const int NodeField = 1, NameField = 2, ConstantField = 5, InputField = 11, OutputField = 12;

    private readonly ProtobufMessage _graph = new ProtobufMessage().Text(NameField, name);
    private readonly HashSet<string> _inputs = [], _used = [];
    private readonly List<OnnxTensor> _outputs = [];
    private int _values;

    public IReadOnlyList<OnnxTensor> Outputs => _outputs;

    /// <summary>
    /// The body of a loop over sequences: its inputs and outputs are first the states, then the values of a step.
    /// </summary>
    public static OnnxBody Of(string name, OnnxTensor[] states, OnnxTensor[] sequences, OnnxStep step)
    {
        OnnxBody body = new(name);
        (OnnxTensor[] next, OnnxTensor[] results) = step(body, [.. states.Select(state => body.Input(state.Type))],
            [.. sequences.Select(sequence => body.Input(sequence.Type))]);
        foreach (OnnxTensor output in next.Concat(results))
            body.Output(output);
        return body;
    }

    /// <summary>The node that holds the body as its only attribute, to be merged with the loop's node.</summary>
    public byte[] ToAttribute() =>
        new ProtobufMessage().Message(5, new ProtobufMessage().Text(1, "body").Message(6, _graph).Integer(20, 5)).ToArray();

    public override OnnxTensor[] Add(string operation, IReadOnlyList<OnnxTensor> inputs, IReadOnlyList<OnnxType> types,
        params (string Name, object Value)[] attributes)
    {
        ProtobufMessage node = new();
        foreach (OnnxTensor input in inputs)
            node.Text(1, input.Name);
        OnnxTensor[] results = [.. types.Select(NewValue)];
        foreach (OnnxTensor result in results)
            node.Text(2, result.Name);
        node.Text(3, results[0].Name).Text(4, operation);
        foreach ((string attribute, object value) in attributes)
            node.Message(5, Attribute(attribute, value));
        _graph.Message(NodeField, node);
        return results;
    }

    public override OnnxTensor Constant(float[] values, params long[] dimensions) =>
        Constant(OnnxType.Single, MemoryMarshal.AsBytes<float>(values), dimensions);

    public override OnnxTensor Constant(double[] values, params long[] dimensions) =>
        Constant(OnnxType.Double, MemoryMarshal.AsBytes<double>(values), dimensions);

    public override OnnxTensor Constant(long[] values, params long[] dimensions) =>
        Constant(OnnxType.Int64, MemoryMarshal.AsBytes<long>(values), dimensions);

    public override (OnnxTensor[] States, OnnxTensor[] Results) Loop(
        OnnxTensor[] states, OnnxTensor[] sequences, OnnxStep step, int rank = 3, int numSteps = 0) =>
        throw new NotSupportedException("A loop inside a loop is not written.");

    private OnnxTensor Input(OnnxType type)
    {
        OnnxTensor input = NewValue(type);
        _inputs.Add(input.Name);
        _graph.Message(InputField, Declaration(input));
        return input;
    }

    /// <summary>Makes a value an output. An input, and what is an output already, must be copied first.</summary>
    private void Output(OnnxTensor value)
    {
        OnnxTensor output = !_inputs.Contains(value.Name) && value.Graph == this && _used.Add(value.Name)
            ? value : Add("Identity", [value], value.Type);
        _outputs.Add(output);
        _graph.Message(OutputField, Declaration(output));
    }

    private OnnxTensor Constant(OnnxType type, ReadOnlySpan<byte> values, long[] dimensions)
    {
        OnnxTensor constant = NewValue(type);
        ProtobufMessage tensor = new();
        foreach (long dimension in dimensions)
            tensor.Integer(1, dimension);
        _graph.Message(ConstantField, tensor.Integer(2, (long)type).Text(8, constant.Name).Bytes(9, values));
        return constant;
    }

    private static ProtobufMessage Attribute(string name, object value)
    {
        ProtobufMessage message = new ProtobufMessage().Text(1, name);
        switch (value)
        {
            case long number:
                return message.Integer(3, number).Integer(20, 2);
            case long[] numbers:
                foreach (long number in numbers)
                    message.Integer(8, number);
                return message.Integer(20, 7);
            default:
                throw new ArgumentException($"Attribute {name} cannot be a {value.GetType()}.", nameof(value));
        }
    }

    /// <summary>The type of a value. ONNX derives its shape from that of the loop's input.</summary>
    private static ProtobufMessage Declaration(OnnxTensor value) => new ProtobufMessage().Text(1, value.Name)
        .Message(2, new ProtobufMessage().Message(1, new ProtobufMessage().Integer(1, (long)value.Type)));

    private OnnxTensor NewValue(OnnxType type) =>
        new(this, string.Create(CultureInfo.InvariantCulture, $"{name}/{_values++}"), type);
}
