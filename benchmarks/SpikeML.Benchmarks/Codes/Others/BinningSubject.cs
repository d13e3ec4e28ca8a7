using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// Recordings of an event camera of 34 x 34 pixels, as N-MNIST's, in 100 bins; a row is a recording. No pipeline: binning is a
/// plain method.
/// </summary>
internal sealed class BinningSubject : Subject
{
    private const int Side = 34, Bins = 100, Values = Bins * 2 * Side * Side;
    private const long Microseconds = 300_000;

    private static readonly SpikeCode NoCode = new SpikeEventsOptions();

    private static readonly InputRows NoRows = InputRows.Of([1], [[0]]);

    public override string Name => "bin events";

    public override Setting? Find(double density, out double closest)
    {
        closest = density;
        // So many events at random leave the other values without any.
        int events = (int)(-Math.Log(1 - Math.Min(density, 0.985)) * Values);
        return new Setting(NoCode, NoRows, Math.Min(density, 0.985), FormattableString.Invariant($"{events:N0} events"));
    }

    public override Trial MakeTrial(Setting setting, double target, NumPyProcess? numPy)
    {
        AddressEvent[] events = Events((int)(-Math.Log(1 - setting.Density) * Values));
        float[] dense = new float[Values], expected = Ours(events).ToDense();
        Loop(events, dense);
        long[] numbers = [.. events.SelectMany(own => new[] { own.X, own.Y, own.Timestamp, own.Polarity })];
        Tensor batch = tensor(numbers).reshape(-1, 4);
        using (Tensor binned = Binned(batch))
        {
            if (!expected.AsSpan().SequenceEqual(dense) || !expected.AsSpan().SequenceEqual(binned.data<float>().ToArray()))
                throw new InvalidDataException("The contenders do not bin events alike.");
        }
        BinnedSpikes counted = new();
        AddressEvent[] copied = new AddressEvent[events.Length];
        float[] copy = new float[Values];
        return new Trial
        {
            Name = Name,
            Target = target,
            Density = setting.Density,
            Setting = setting.Text,
            VectorGoal = VectorGoal,
            Ours = count => [.. Enumerable.Repeat(() => { Ours(events); }, count)],
            Loop = () => Loop(events, dense),
            Torch = () =>
            {
                using DisposeScope scope = NewDisposeScope();
                Binned(batch);
            },
            BatchRows = 1,
            Copy = () =>
            {
                events.CopyTo(copied, 0);
                dense.CopyTo(copy, 0);
            },
            Arithmetic = () => EventFrames.Count(
                events, Side, Side, Bins, new TimeWindows(0, Microseconds - 1, Microseconds / Bins), counted),
            DistinctRows = 1,
        };
    }

    public override PlainRowLoop MakeLoop(SpikeCode code) => throw new NotSupportedException();

    public override Tensor Torch(Tensor batch, SpikeCode code) => Binned(batch);

    public override Tensor RowOf(Tensor result, int row) => result;

    private static AddressEvent[] Events(int count)
    {
        Random random = new(3);
        AddressEvent[] events = [.. Enumerable.Range(0, count).Select(_ =>
            new AddressEvent(random.Next(Side), random.Next(Side), random.NextInt64(Microseconds), random.Next(2)))];
        Array.Sort(events, (one, other) => one.Timestamp.CompareTo(other.Timestamp));
        // The bins begin at the first event's time, and are as long as to end at the last.
        (events[0], events[^1]) = (events[0] with { Timestamp = 0 }, events[^1] with { Timestamp = Microseconds - 1 });
        return events;
    }

    private static SpikeTrain Ours(AddressEvent[] events) => EventBinning.ByTimeWindow(events, Side, Side, Microseconds / Bins);

    private static void Loop(AddressEvent[] events, float[] frames)
    {
        Array.Clear(frames);
        long first = events[0].Timestamp;
        foreach (AddressEvent own in events)
            frames[(((own.Timestamp - first) / (Microseconds / Bins) * 2 + own.Polarity) * Side + own.Y) * Side + own.X]++;
    }

    private static Tensor Binned(Tensor events)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor times = events.select(1, 2);
        Tensor bins = (times - times[0]).div(Microseconds / Bins, RoundingMode.floor).to(int64);
        Tensor places = ((bins * 2 + events.select(1, 3)) * Side + events.select(1, 1)) * Side + events.select(1, 0);
        return places.bincount(null, Values).to(float32).MoveToOuterDisposeScope();
    }
}
