using System.Diagnostics;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.SnnTorchComparison;

/// <summary>
/// compare.py without Python: the tensor operations of snnTorch 0.9.4 and of Python's Adam, one for one and in the same order, on
/// the libtorch that SpikeML uses. It has none of Python's overhead, so it should be at least as fast as snnTorch on that
/// torch.
/// </summary>
internal static class SnnTorchLoop
{
    private const int NumSteps = 25, TestRows = 1000;

    /// <summary>Trains, and returns accuracy and times as JSON, as compare.py does.</summary>
    /// <param name="train">The digits to train on.</param>
    /// <param name="test">The digits held out.</param>
    /// <param name="firstWeights">For each layer its weights, [inputs, neurons], then its biases.</param>
    /// <param name="run">How to train.</param>
    public static string Run(Digits train, Digits test, IReadOnlyList<Tensor> firstWeights, Settings run)
    {
        KeptMemory.Keep();
        set_num_threads(run.Threads);
        _ = random.manual_seed(run.Seed);
        using Tensor pixels = train.PixelTensor(), labels = train.LabelTensor();
        using SnnTorchNetwork network = new(firstWeights, beta: 0.95, slope: 25, readsSpikes: run.CountsSpikes);
        using SnnTorchTraining training = new(network,
            run.CountsSpikes ? SnnTorchLosses.CountCrossEntropy : SnnTorchLosses.RateCrossEntropy, learningRate: 5e-4);
        List<double> losses = [], seconds = [], cpuSeconds = [];
        for (int epoch = 0; epoch < run.Epochs; epoch++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            TimeSpan cpu = Environment.CpuUsage.TotalTime;
            losses.Add(Epoch(training, pixels, labels, run.BatchSize));
            seconds.Add(watch.Elapsed.TotalSeconds);
            cpuSeconds.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }
        bool[] hits = Hits(network, test);
        return JsonSerializer.Serialize(new
        {
            library = $"snnTorch's operations, libtorch {__version__}",
            openmp = Environment.GetEnvironmentVariable("OMP_WAIT_POLICY"),
            threads = run.Threads,
            seed = run.Seed,
            device = "cpu",
            batch = run.BatchSize,
            accuracy = hits.Average(Share),
            recall = test.Labels.Zip(hits).GroupBy(row => row.First).OrderBy(group => group.Key)
                .Select(group => group.Average(row => Share(row.Second))),
            losses,
            seconds,
            processor_seconds = cpuSeconds,
        });
    }

    private static double Epoch(SnnTorchTraining training, Tensor pixels, Tensor labels, int batchSize)
    {
        using DisposeScope scope = NewDisposeScope();
        double total = 0;
        foreach (Tensor rows in randperm(pixels.size(0)).split(batchSize))
        {
            using Tensor batch = pixels.index(rows), spikes = Rate(batch), classes = labels.index(rows);
            total += training.Step(spikes, classes) * (double)rows.size(0);
        }
        return total / pixels.size(0);
    }

    /// <summary>snnTorch's <c>spikegen.rate</c>.</summary>
    private static Tensor Rate(Tensor data)
    {
        using Tensor repeated = data.repeat(NumSteps, 1, 1);
        using Tensor product = repeated.mul(Scalars.One);
        using Tensor shares = product.add(Scalars.Zero, Scalars.One);
        using Tensor clipped = shares.clamp(Scalars.Zero, Scalars.One);
        return bernoulli(clipped);
    }

    /// <summary>Whether the class of each row is predicted.</summary>
    private static bool[] Hits(SnnTorchNetwork network, Digits test)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        Tensor pixels = test.PixelTensor(), labels = test.LabelTensor();
        Tensor predicted = cat([.. pixels.split(TestRows).Select(part =>
        {
            using Tensor spikes = Rate(part), outputs = network.Run(spikes), sums = outputs.sum(dim: 0);
            return sums.argmax(1);
        })]);
        return predicted.eq(labels).data<bool>().ToArray();
    }

    private static double Share(bool isHit) => isHit ? 1 : 0;

    /// <summary>How to train.</summary>
    /// <param name="Epochs">The number of epochs.</param>
    /// <param name="Seed">The seed of torch's random numbers.</param>
    /// <param name="Threads">libtorch's threads.</param>
    /// <param name="BatchSize">The number of rows per batch.</param>
    /// <param name="CountsSpikes">Whether the loss is that of the spike counts, rather than of the membranes.</param>
    public sealed record Settings(int Epochs, int Seed, int Threads, int BatchSize, bool CountsSpikes);
}
