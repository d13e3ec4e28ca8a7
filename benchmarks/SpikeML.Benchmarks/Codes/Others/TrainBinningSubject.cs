using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// Binning of a recording as a train. No pipeline: it is a plain method. It returns memory of its own; the loop reuses its array.
/// </summary>
internal sealed class TrainBinningSubject : Subject
{
    private const int Side = EventRecordings.Side;

    private static readonly SpikeCode NoCode = new SpikeEventsOptions();

    private static readonly InputRows NoRows = InputRows.Of([1], [[0]]);

    public override string Name => "bin events, a train";

    public override Setting? Find(double density, out double closest)
    {
        (closest, int events) = EventRecordings.Find(density);
        return new Setting(NoCode, NoRows, closest, FormattableString.Invariant($"{events:N0} events"));
    }

    public override Trial MakeTrial(Setting setting, double target, NumPyProcess? numPy)
    {
        AddressEvent[] events = EventRecordings.Make(EventRecordings.Find(target).Events, seed: 3);
        float[] dense = new float[EventRecordings.Values];
        Loop(events, dense);
        long[] numbers = [.. events.SelectMany(own => new[] { own.X, own.Y, own.Timestamp, own.Polarity })];
        Tensor batch = tensor(numbers).reshape(-1, 4);
        using (Tensor binned = Binned(batch))
        {
            if (!Ours(events).ToDense().AsSpan().SequenceEqual(dense)
                || !dense.AsSpan().SequenceEqual(binned.data<float>().ToArray()))
                throw new InvalidDataException("The contenders do not bin events alike.");
        }
        AddressEvent[] copied = new AddressEvent[events.Length];
        float[] copy = new float[dense.Length];
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
            DistinctRows = 1,
        };
    }

    public override PlainRowLoop MakeLoop(SpikeCode code) => throw new NotSupportedException();

    public override Tensor Torch(Tensor batch, SpikeCode code) => Binned(batch);

    public override Tensor RowOf(Tensor result, int row) => result;

    private static SpikeTrain Ours(AddressEvent[] events) =>
        EventBinning.ByTimeWindow(events, Side, Side, EventRecordings.Window);

    private static void Loop(AddressEvent[] events, float[] frames)
    {
        Array.Clear(frames);
        long first = events[0].Timestamp;
        foreach (AddressEvent own in events)
            frames[(((own.Timestamp - first) / EventRecordings.Window * 2 + own.Polarity) * Side + own.Y) * Side + own.X]++;
    }

    private static Tensor Binned(Tensor events)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor times = events.select(1, 2);
        Tensor bins = (times - times[0]).div(EventRecordings.Window, RoundingMode.floor).to(int64);
        Tensor places = ((bins * 2 + events.select(1, 3)) * Side + events.select(1, 1)) * Side + events.select(1, 0);
        return places.bincount(null, EventRecordings.Values).to(float32).MoveToOuterDisposeScope();
    }
}
