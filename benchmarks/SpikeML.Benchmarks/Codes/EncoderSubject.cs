using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>An encoder, which reaches densities by its own options where it can, and decodes where it can.</summary>
internal abstract class EncoderSubject : Subject
{
    private Dial[]? _dials;

    /// <summary>Whether the code decodes.</summary>
    public abstract bool Decodes { get; }

    /// <summary>Whether tensors of what is decoded have time first, as series do.</summary>
    public virtual bool DecodesToSeries => false;

    /// <summary>Ways to reach densities; the first that does is taken.</summary>
    protected abstract IEnumerable<Dial> Dials { get; }

    public sealed override Setting? Find(double density, out double closest) =>
        Setting.Find(_dials ??= [.. Dials], density, out closest);

    public override Tensor RowOf(Tensor result, int row) => result.select(1, row);

    public abstract PlainRowLoop MakeDecodeLoop(SpikeCode code);

    public abstract Tensor TorchDecode(Tensor spikes, SpikeCode code);
}

/// <inheritdoc/>
internal abstract class EncoderSubject<TCode> : EncoderSubject
    where TCode : SpikeCode
{
    public override bool Decodes => true;

    public sealed override PlainRowLoop MakeLoop(SpikeCode code) =>
        PlainReader.OverValues((values, output) => Loop(values, output, (TCode)code));

    public sealed override PlainRowLoop MakeDecodeLoop(SpikeCode code) =>
        PlainReader.OverValues((spikes, output) => LoopDecode(spikes, output, (TCode)code));

    public sealed override Tensor Torch(Tensor batch, SpikeCode code) => Torch(batch, (TCode)code);

    public sealed override Tensor TorchDecode(Tensor spikes, SpikeCode code) => TorchDecode(spikes, (TCode)code);

    protected abstract void Loop(ReadOnlySpan<float> values, Span<float> spikes, TCode code);

    protected abstract Tensor Torch(Tensor batch, TCode code);

    protected virtual void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, TCode code) =>
        throw new NotSupportedException();

    protected virtual Tensor TorchDecode(Tensor spikes, TCode code) => throw new NotSupportedException();
}
