using BenchmarkDotNet.Attributes;

namespace SpikeML.Benchmarks.Kernels;

/// <summary>The kernels alone, on one row of 784 features x 100 steps.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private const int Features = 784;
    private const int NumSteps = 100;

    private readonly float[] _spikes = new float[Features * NumSteps];
    private readonly int[] _slots = new int[Features * NumSteps];
    private readonly RateEncodingOptions _rate = new() { Seed = 1 };
    private readonly LatencyEncodingOptions _linear = new() { Linear = true, Normalize = true, Clip = true };
    private readonly LatencyEncodingOptions _logarithmic = new() { Tau = 5 };
    private readonly DeltaEncodingOptions _delta = new() { OffSpike = true };
    private float[] _features = [];
    private float[] _series = [];

    [Params(0.2, 1.0)]
    public double NonZero { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _features = [.. Enumerable.Range(0, Features).Select(_ => random.NextDouble() < NonZero ? random.NextSingle() : 0)];
        _series = [.. Enumerable.Range(0, Features * NumSteps).Select(_ => random.NextSingle())];
    }

    [Benchmark]
    public void Rate() => RateEncoding.Encode(_features, _spikes, _rate);

    [Benchmark]
    public bool RateSlots() => RateEncoding.TryEncodeSlots(_features, _spikes.Length, _slots, _rate, 0, out _);

    [Benchmark]
    public int LatencyLinearSlots() => LatencyEncoding.EncodeSlots(_features, _slots, _linear);

    [Benchmark]
    public int LatencyLogarithmicSlots() => LatencyEncoding.EncodeSlots(_features, _slots, _logarithmic);

    [Benchmark]
    public int Delta() => DeltaEncoding.Encode(_series, _spikes, Features, _delta);

    [Benchmark(Baseline = true)]
    public void Clear() => _spikes.AsSpan().Clear();
}
