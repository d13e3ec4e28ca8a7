using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Binning of recordings, each a row of numbers, as spikes.</summary>
internal sealed class EventBinningSubject : Subject
{
    private const int Side = EventRecordings.Side, Fields = 4;

    public override string Name => "bin events";

    public override Setting? Find(double density, out double closest)
    {
        (closest, int events) = EventRecordings.Find(density);
        EventSpikesOptions options = new()
        {
            Height = Side,
            Width = Side,
            NumSteps = EventRecordings.Bins,
            StepDuration = EventRecordings.Window,
        };
        return new Setting(options, EventRecordings.Rows(events), closest, FormattableString.Invariant($"{events:N0} events"));
    }

    public override Trial MakeTrial(Setting setting, double target, NumPyProcess? numPy)
    {
        AddressEvent[] events = EventRecordings.Make(EventRecordings.Find(target).Events, seed: 1);
        TimeWindows bins = new(0, EventRecordings.Microseconds - 1, (ulong)EventRecordings.Window);
        BinnedSpikes counted = new();
        VBuffer<float> row = default;
        // NumPy is measured with ten million events, by -- binning.
        return base.MakeTrial(setting, target, numPy: null) with
        {
            Arithmetic = () =>
            {
                EventFrames.Count(events, Side, Side, EventRecordings.Bins, bins, counted);
                counted.Write(EventRecordings.Values, EventRecordings.Values / EventRecordings.Bins, ref row);
            },
        };
    }

    public override Tensor Batch(InputRows rows, int count) => rows.Batch(count).reshape(count, -1, Fields).to(int32);

    /// <summary>Slots begin at those of the row, so that a batch is counted at once.</summary>
    public override Tensor Torch(Tensor batch, SpikeCode code)
    {
        long rows = batch.shape[0];
        Tensor bins = batch.select(2, 2).div(EventRecordings.Window, RoundingMode.floor);
        Tensor places = ((bins * 2 + batch.select(2, 3)) * Side + batch.select(2, 1)) * Side + batch.select(2, 0);
        Tensor slots = places + arange(rows, int32).unsqueeze(1) * EventRecordings.Values;
        return slots.flatten().bincount(null, (int)rows * EventRecordings.Values).to(float32).reshape(rows, -1);
    }

    public override Tensor RowOf(Tensor result, int row) => result.select(0, row);

    public override PlainRowLoop MakeLoop(SpikeCode code) => PlainReader.OverValues((events, frames) =>
    {
        frames.Clear();
        for (int i = 0; i < events.Length; i += Fields)
        {
            int bin = (int)events[i + 2] / (int)EventRecordings.Window;
            frames[((bin * 2 + (int)events[i + 3]) * Side + (int)events[i + 1]) * Side + (int)events[i]]++;
        }
    });
}
