using System.Globalization;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;

namespace SpikeML;

/// <summary>The graph of the model that ML.NET writes.</summary>
/// <param name="context">ML.NET's conversion.</param>
/// <param name="prefix">What all names begin with: the column that is made.</param>
internal sealed class OnnxModelGraph(OnnxContext context, string prefix) : OnnxGraph
{
    /// <summary>
    /// The version of the standard operations, the latest that ML.NET writes. Without this check, a model of an earlier version
    /// would be written with operations that it does not have.
    /// </summary>
    public static void CheckVersion(OnnxContext context) => context.CheckOpSetVersion(12, nameof(SpikeML));

    /// <summary>A column of the data at this point of the pipeline.</summary>
    public OnnxTensor Column(string name, DataViewType type) => new(this, context.GetVariableName(name), TypeOf(type));

    /// <summary>
    /// Declares a column and makes it equal to a tensor: [rows, ...dimensions], or [rows, 1] for a scalar or a single value.
    /// </summary>
    public void AddColumn(string name, DataViewType type, OnnxTensor value)
    {
        string column = context.AddIntermediateVariable(type, name);
        context.CreateNode("Identity", [value.Name], [column], context.GetNodeName($"{prefix}.Identity"), "");
    }

    public override OnnxTensor[] Add(string operation, IReadOnlyList<OnnxTensor> inputs, IReadOnlyList<OnnxType> types,
        params (string Name, object Value)[] attributes)
    {
        OnnxTensor[] results = [.. types.Select(type => new OnnxTensor(this, Variable(operation), type))];
        OnnxNode node = context.CreateNode(operation, inputs.Select(input => input.Name), results.Select(result => result.Name),
            context.GetNodeName($"{prefix}.{operation}"), "");
        foreach ((string name, object value) in attributes)
            AddAttribute(node, name, value);
        return results;
    }

    public override OnnxTensor Constant(float[] values, params long[] dimensions) => new(this, dimensions.Length == 0
        ? context.AddInitializer(values[0], Free("Constant")) : context.AddInitializer(values, dimensions, Free("Constant")),
        OnnxType.Single);

    public override OnnxTensor Constant(double[] values, params long[] dimensions) => new(this, dimensions.Length == 0
        ? context.AddInitializer(values[0], Free("Constant")) : context.AddInitializer(values, dimensions, Free("Constant")),
        OnnxType.Double);

    public override OnnxTensor Constant(long[] values, params long[] dimensions) => new(this, dimensions.Length == 0
        ? context.AddInitializer(values[0], Free("Constant")) : context.AddInitializer(values, dimensions, Free("Constant")),
        OnnxType.Int64);

    public override (OnnxTensor[] States, OnnxTensor[] Results) Loop(
        OnnxTensor[] states, OnnxTensor[] sequences, OnnxStep step, int rank = 3, int numSteps = 0)
    {
        if (numSteps > 0 && !OnnxNodeBytes.CanMerge(context))
            return OnnxRepetition.Of(this, states, sequences, step, numSteps);
        OnnxBody body = OnnxBody.Of(Free("Loop"), states, sequences, step);
        OnnxTensor[] outputs = [.. body.Outputs.Select(output => new OnnxTensor(this, Variable("Scan"), output.Type))];
        OnnxNode node = context.CreateNode("Scan", states.Concat(sequences).Select(input => input.Name),
            outputs.Select(output => output.Name), context.GetNodeName($"{prefix}.Scan"), "");
        node.AddAttribute("num_scan_inputs", (long)sequences.Length);
        node.AddAttribute("scan_input_axes", Enumerable.Repeat(1L, sequences.Length));
        OnnxNodeBytes.Merge(node, body.ToAttribute());
        // The results are [steps, rows, ...]. With scan_output_axes, OnnxRuntime ends the process when there are no rows.
        long[] rowsFirst = [1, 0, .. Enumerable.Range(2, rank - 2).Select(axis => (long)axis)];
        return (outputs[..states.Length], [.. outputs[states.Length..].Select(result => result.Transpose(rowsFirst))]);
    }

    /// <summary>The type of the elements of a column.</summary>
    public static OnnxType TypeOf(DataViewType type) => type.GetItemType().RawType switch
    {
        var raw when raw == typeof(float) => OnnxType.Single,
        var raw when raw == typeof(double) => OnnxType.Double,
        var raw when raw == typeof(byte) => OnnxType.Byte,
        var raw when raw == typeof(ushort) => OnnxType.UInt16,
        var raw when raw == typeof(uint) => OnnxType.UInt32,
        var raw when raw == typeof(ulong) => OnnxType.UInt64,
        var raw when raw == typeof(sbyte) => OnnxType.SByte,
        var raw when raw == typeof(short) => OnnxType.Int16,
        var raw when raw == typeof(int) => OnnxType.Int32,
        var raw when raw == typeof(long) => OnnxType.Int64,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "ONNX tensors have no elements of this type."),
    };

    private static void AddAttribute(OnnxNode node, string name, object value)
    {
        switch (value)
        {
            case long number: node.AddAttribute(name, number); break;
            case long[] numbers: node.AddAttribute(name, numbers); break;
            default: throw new ArgumentException($"Attribute {name} cannot be a {value.GetType()}.", nameof(value));
        }
    }

    private string Variable(string operation) =>
        context.AddIntermediateVariable(NumberDataViewType.Single, Free(operation), skip: true);

    /// <summary>
    /// A name that no column has: ML.NET keeps one list of columns and values, so another one would take a column's place.
    /// </summary>
    private string Free(string operation)
    {
        string name = $"{prefix}.{operation}";
        for (int number = 1; context.ContainsColumn(name) || context.IsVariableDefined(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{prefix}.{operation}{number}");
        return name;
    }
}
