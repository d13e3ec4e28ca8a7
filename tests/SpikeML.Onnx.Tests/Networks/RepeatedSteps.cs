using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using Microsoft.ML.Runtime;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>
/// Converts as with a version of ML.NET whose nodes take no loop: SpikeML then repeats the operations of each step.
/// </summary>
internal static class RepeatedSteps
{
    private static readonly Assembly Converter = typeof(OnnxExportExtensions).Assembly;

    /// <summary>Converts one transformer, whose columns all become outputs.</summary>
    public static byte[] Convert(MLContext context, ITransformer transformer, IDataView data)
    {
        OnnxContext known = NewContext(context);
        IDataView made = transformer.Transform(data);
        foreach (DataViewSchema.Column column in data.Schema)
            Call(known, "AddInputVariable", column.Type, column.Name);
        ((ISaveAsOnnx)made).SaveAsOnnx(new UnknownContext(known));
        foreach (DataViewSchema.Column column in made.Schema.Where(column => data.Schema.GetColumnOrNull(column.Name) is null))
        {
            string output = known.AddIntermediateVariable(column.Type, $"{column.Name}.output", skip: true);
            known.CreateNode("Identity", known.GetVariableName(column.Name), output, known.GetNodeName("Identity"), "");
            Call(known, "AddOutputVariable", column.Type, output, null);
        }
        object model = Call(known, "MakeModel")!;
        return (byte[])model.GetType().GetInterface("Google.Protobuf.IMessage")!.Assembly
            .GetType("Google.Protobuf.MessageExtensions")!.GetMethod("ToByteArray")!.Invoke(null, [model])!;
    }

    public static OnnxContext NewContext(MLContext context) => (OnnxContext)Activator.CreateInstance(
        Converter.GetType("Microsoft.ML.Model.OnnxConverter.OnnxContextImpl")!,
        (IHostEnvironment)context, "model", "ML.NET", "0", 0L,
        "machinelearning.dotnet", OnnxVersion.Stable, 12)!;

    private static object? Call(object target, string method, params object?[] arguments) =>
        target.GetType().GetMethod(method)!.Invoke(target, arguments);

    /// <summary>A context of another assembly than ML.NET's, which passes everything on.</summary>
    private sealed class UnknownContext(OnnxContext inner) : OnnxContext
    {
        public override string GetNodeName(string prefix) => inner.GetNodeName(prefix);

        public override bool IsVariableDefined(string variableName) => inner.IsVariableDefined(variableName);

        public override bool ContainsColumn(string colName) => inner.ContainsColumn(colName);

        public override void CheckOpSetVersion(int thisTransformerMinumumOpSetVersion, string registerTransformerName) =>
            inner.CheckOpSetVersion(thisTransformerMinumumOpSetVersion, registerTransformerName);

        public override void RemoveColumn(string colName, bool removeVariable = false) =>
            inner.RemoveColumn(colName, removeVariable);

        public override void RemoveVariable(string variableName, bool removeColumn) =>
            inner.RemoveVariable(variableName, removeColumn);

        public override void RemoveInputVariable(string inputVariableName) => inner.RemoveInputVariable(inputVariableName);

        public override string GetVariableName(string colName) => inner.GetVariableName(colName);

        public override string AddIntermediateVariable(DataViewType type, string colName, bool skip = false) =>
            inner.AddIntermediateVariable(type, colName, skip);

        public override OnnxNode CreateNode(string opType, IEnumerable<string> inputs, IEnumerable<string> outputs, string name,
            string? domain = null) => inner.CreateNode(opType, inputs, outputs, name, domain);

        public override OnnxVersion GetOnnxVersion() => inner.GetOnnxVersion();

        public override List<long> RetrieveShapeOrNull(string variableName) => inner.RetrieveShapeOrNull(variableName);

        public override string AddInitializer(bool value, string? name = null, bool makeUniqueName = true) =>
            inner.AddInitializer(value, name, makeUniqueName);

        public override string AddInitializer(float value, string? name = null, bool makeUniqueName = true) =>
            inner.AddInitializer(value, name, makeUniqueName);

        public override string AddInitializer(int value, Type type, string? name = null, bool makeUniqueName = true) =>
            inner.AddInitializer(value, type, name, makeUniqueName);

        public override string AddInitializer(string value, string? name = null, bool makeUniqueName = true) =>
            inner.AddInitializer(value, name, makeUniqueName);

        public override string AddInitializer(long value, string? name = null, bool makeUniqueName = true) =>
            inner.AddInitializer(value, name, makeUniqueName);

        public override string AddInitializer(double value, string? name = null, bool makeUniqueName = true) =>
            inner.AddInitializer(value, name, makeUniqueName);

        public override string AddInitializer(ulong value, bool isUint64, string? name = null, bool makeUniqueName = true) =>
            inner.AddInitializer(value, isUint64, name, makeUniqueName);

        public override string AddInitializer(IEnumerable<bool> values, IEnumerable<long> dims, string? name = null,
            bool makeUniqueName = true) => inner.AddInitializer(values, dims, name, makeUniqueName);

        public override string AddInitializer(IEnumerable<float> values, IEnumerable<long> dims, string? name = null,
            bool makeUniqueName = true) => inner.AddInitializer(values, dims, name, makeUniqueName);

        public override string AddInitializer(IEnumerable<int> values, Type type, IEnumerable<long> dims, string? name = null,
            bool makeUniqueName = true) => inner.AddInitializer(values, type, dims, name, makeUniqueName);

        public override string AddInitializer(IEnumerable<string> values, IEnumerable<long> dims, string? name = null,
            bool makeUniqueName = true) => inner.AddInitializer(values, dims, name, makeUniqueName);

        public override string AddInitializer(IEnumerable<long> values, IEnumerable<long> dims, string? name = null,
            bool makeUniqueName = true) => inner.AddInitializer(values, dims, name, makeUniqueName);

        public override string AddInitializer(IEnumerable<double> values, IEnumerable<long> dims, string? name = null,
            bool makeUniqueName = true) => inner.AddInitializer(values, dims, name, makeUniqueName);

        public override string AddInitializer(IEnumerable<ulong> values, bool isUint64, IEnumerable<long> dims,
            string? name = null,
            bool makeUniqueName = true) => inner.AddInitializer(values, isUint64, dims, name, makeUniqueName);
    }
}
