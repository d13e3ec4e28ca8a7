using System.Buffers.Binary;
using System.Diagnostics;
using Microsoft.ML;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>
/// From process start to the first encoded row of LoadMnist, against the same program with NormalizeMinMax in the encoder's
/// place.
/// </summary>
internal static class Startup
{
    private const int Digits = 10_000;
    private const int Pairs = 9;

    public static void Print()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spikeml-startup-");
        try
        {
            WriteMnist(folder.FullName);
            var pairs = Enumerable.Range(0, Pairs).Select(_ =>
                (Encoder: Seconds("encoder", folder.FullName), Normalizer: Seconds("normalizer", folder.FullName))).ToArray();
            double encoder = 1000 * Measure.Median(pairs.Select(p => p.Encoder));
            double normalizer = 1000 * Measure.Median(pairs.Select(p => p.Normalizer));
            double ratio = Measure.Median(pairs.Select(p => p.Encoder / p.Normalizer));
            Console.WriteLine(FormattableString.Invariant(
                $"\nProcess start to first row of LoadMnist ({Digits:N0} digits): rate encoder {encoder:0} ms, ")
                + FormattableString.Invariant($"NormalizeMinMax {normalizer:0} ms, ratio {ratio:0.00}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the child process does.</summary>
    public static void ReadFirstRow(string transform, string folder)
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadMnist(folder);
        IEstimator<ITransformer> estimator = transform == "encoder"
            ? context.Transforms.Spikes.EncodeRate("Spikes", "Features")
            : context.Transforms.NormalizeMinMax("Spikes", "Features");
        IDataView spikes = estimator.Fit(data).Transform(data);
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["Spikes"]]);
        cursor.MoveNext();
        Microsoft.ML.Data.VBuffer<float> row = default;
        cursor.GetGetter<Microsoft.ML.Data.VBuffer<float>>(spikes.Schema["Spikes"])(ref row);
    }

    private static double Seconds(string transform, string folder)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start("dotnet", ["exec", typeof(Startup).Assembly.Location, "first-row", transform,
            folder]);
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"The {transform} program failed.");
    }

    private static void WriteMnist(string folder)
    {
        using FileStream images = File.Create(Path.Combine(folder, "train-images-idx3-ubyte")),
            labels = File.Create(Path.Combine(folder, "train-labels-idx1-ubyte"));
        WriteHeader(images, 0x803, Digits, 28, 28);
        WriteHeader(labels, 0x801, Digits);
        byte[] pixels = new byte[784];
        for (int digit = 0; digit < Digits; digit++)
        {
            labels.WriteByte((byte)SampleDigits.Draw(0, digit, pixels));
            images.Write(pixels);
        }
    }

    private static void WriteHeader(FileStream file, params int[] numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (int number in numbers)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, number);
            file.Write(bytes);
        }
    }
}
