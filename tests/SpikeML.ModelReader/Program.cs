using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Data;

// A program that knows ML.NET alone: loads a saved model and rows, encodes the rows in every way that ML.NET has, and prints
// "way id hash" for each row. Usage: ModelReader <model.zip> <rows.idv> <MLContext seed or -> <column> ...
var context = new MLContext(args[2] == "-" ? null : int.Parse(args[2]));
ITransformer model = context.Model.Load(args[0], out _);
IDataView rows = context.Data.LoadFromBinary(args[1]);
IDataView encoded = model.Transform(rows);
string[] columns = args[3..];

Print("batch", encoded.GetRowCursor(Needed(encoded)));
Print("shuffled", encoded.GetRowCursor(Needed(encoded), new Random(5)));
Print("shuffled-source", model.Transform(context.Data.ShuffleRows(rows, seed: 3)) is var shuffled ? shuffled.GetRowCursor(Needed(shuffled)) : null!);
// ML.NET's cache leaves columns of images out.
if (columns.All(column => encoded.Schema[column].Type.RawType != typeof(MLImage)))
{
    IDataView cached = context.Data.Cache(encoded);
    Print("cached", cached.GetRowCursor(Needed(cached)));
}
foreach (int count in new[] { 2, 8 })
    Parallel.ForEach(encoded.GetRowCursorSet(Needed(encoded), count), cursor => Print($"parallel-{count}", cursor));
if (columns.Length > 1)
    PrintPredictions();

IEnumerable<DataViewSchema.Column> Needed(IDataView data) => data.Schema.Where(column => column.Name == "Id" || columns.Contains(column.Name));

void Print(string way, DataViewRowCursor cursor)
{
    using (cursor)
    {
        ValueGetter<int> idGetter = cursor.GetGetter<int>(cursor.Schema["Id"]);
        Func<byte[]>[] readers = [.. columns.Select(column => Reader(cursor, cursor.Schema[column]))];
        int id = 0;
        while (cursor.MoveNext())
        {
            idGetter(ref id);
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (Func<byte[]> reader in readers)
                hash.AppendData(reader());
            Line(way, id, hash.GetHashAndReset());
        }
    }
}

Func<byte[]> Reader(DataViewRow row, DataViewSchema.Column column)
{
    if (column.Type.RawType == typeof(MLImage))
    {
        MLImage? image = null;
        return Value(row.GetGetter<MLImage>(column), image!, value => value.Pixels.ToArray());
    }
    return column.Type is VectorDataViewType { ItemType: var item } && item == NumberDataViewType.Byte
        ? Value(row.GetGetter<VBuffer<byte>>(column), default, value => [.. value.DenseValues()])
        : Value(row.GetGetter<VBuffer<float>>(column), default, value => MemoryMarshal.AsBytes(value.DenseValues().ToArray().AsSpan()).ToArray());
}

Func<byte[]> Value<T>(ValueGetter<T> getter, T value, Func<T, byte[]> bytes) => () =>
{
    getter(ref value);
    return bytes(value);
};

void PrintPredictions()
{
    PredictionEngine<Input, Output> engine = context.Model.CreatePredictionEngine<Input, Output>(model);
    foreach (Input row in context.Data.CreateEnumerable<Input>(rows, reuseRowObject: false).Reverse())
    {
        Output output = engine.Predict(row);
        float[] values = [.. output.Rate, .. output.Keyed, .. output.Latency, .. output.Times, .. output.Delta];
        Line("engine", row.Id, SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())));
    }
}

static void Line(string way, int id, byte[] hash)
{
    lock (Console.Out)
        Console.WriteLine($"{way} {id} {Convert.ToHexString(hash)[..16]}");
}

internal sealed class Input
{
    public int Id { get; set; }

    [VectorType(6, 5)]
    public float[] Features { get; set; } = [];
}

internal sealed class Output
{
    public float[] Rate { get; set; } = [];
    public float[] Keyed { get; set; } = [];
    public float[] Latency { get; set; } = [];
    public float[] Times { get; set; } = [];
    public float[] Delta { get; set; } = [];
}
