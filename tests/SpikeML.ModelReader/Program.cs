using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Data;

// A program that knows ML.NET alone. In each subfolder of a folder it loads a saved model and rows, encodes the rows in every way
// that ML.NET has, and prints "subfolder, way, id, hash" for each row, with tabs between; of several seeds, "way@seed". A model
// that cannot be read gives "subfolder, error, message".
// Usage: ModelReader <folder> <MLContext seeds or -, with commas> <column> ...
string[] seeds = args[1].Split(',');
string[] columns = args[2..];
using StreamWriter output = new(Console.OpenStandardOutput());
foreach (string folder in Directory.EnumerateDirectories(args[0]).Order(StringComparer.Ordinal))
{
    string name = Path.GetFileName(folder);
    try
    {
        foreach (string seed in seeds)
            Read(folder, name, seed, seeds.Length > 1 ? $"@{seed}" : "");
    }
    catch (Exception error)
    {
        output.WriteLine($"{name}\terror\t{error.ToString().ReplaceLineEndings(" ")}");
    }
    // What was read is known even if the next model ends the process.
    output.Flush();
}

void Read(string folder, string name, string seed, string suffix)
{
    var context = new MLContext(seed == "-" ? null : int.Parse(seed));
    ITransformer model = context.Model.Load(Path.Combine(folder, "model.zip"), out _);
    IDataView rows = context.Data.LoadFromBinary(Path.Combine(folder, "rows.idv"));
    IDataView encoded = model.Transform(rows);

    Print("batch", encoded.GetRowCursor(Needed(encoded)));
    Print("shuffled", encoded.GetRowCursor(Needed(encoded), new Random(5)));
    IDataView shuffled = model.Transform(context.Data.ShuffleRows(rows, seed: 3));
    Print("shuffled-source", shuffled.GetRowCursor(Needed(shuffled)));
    // ML.NET's cache leaves columns of images out.
    if (columns.All(column => encoded.Schema[column].Type.RawType != typeof(MLImage)))
    {
        IDataView cached = context.Data.Cache(encoded);
        Print("cached", cached.GetRowCursor(Needed(cached)));
    }
    foreach (int count in new[] { 2, 8 })
        Parallel.ForEach(encoded.GetRowCursorSet(Needed(encoded), count), cursor => Print($"parallel-{count}", cursor));
    if (columns.Length > 1)
        PrintPredictions(context, model, rows, $"{name}\tengine{suffix}");

    void Print(string way, DataViewRowCursor cursor) => PrintRows($"{name}\t{way}{suffix}", cursor);
}

IEnumerable<DataViewSchema.Column> Needed(IDataView data) =>
    data.Schema.Where(column => column.Name == "Id" || columns.Contains(column.Name));

void PrintRows(string way, DataViewRowCursor cursor)
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
    DataViewType item = ((VectorDataViewType)column.Type).ItemType;
    return item == NumberDataViewType.Byte
        ? Value(row.GetGetter<VBuffer<byte>>(column), default, value => [.. value.DenseValues()])
        : item == NumberDataViewType.Int64 ? Value(row.GetGetter<VBuffer<long>>(column), default, value =>
            MemoryMarshal.AsBytes(value.DenseValues().ToArray().AsSpan()).ToArray())
        : Value(row.GetGetter<VBuffer<float>>(column), default, value =>
            MemoryMarshal.AsBytes(value.DenseValues().ToArray().AsSpan()).ToArray());
}

Func<byte[]> Value<T>(ValueGetter<T> getter, T value, Func<T, byte[]> bytes) => () =>
{
    getter(ref value);
    return bytes(value);
};

void PrintPredictions(MLContext context, ITransformer model, IDataView rows, string way)
{
    PredictionEngine<Input, Output> engine = context.Model.CreatePredictionEngine<Input, Output>(model);
    foreach (Input row in context.Data.CreateEnumerable<Input>(rows, reuseRowObject: false).Reverse())
    {
        Output output = engine.Predict(row);
        float[] values = [.. output.Rate, .. output.Keyed, .. output.Latency, .. output.Times, .. output.Delta];
        Line(way, row.Id, SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())));
    }
}

void Line(string way, int id, byte[] hash)
{
    lock (output)
        output.WriteLine($"{way}\t{id}\t{Convert.ToHexString(hash)[..16]}");
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
