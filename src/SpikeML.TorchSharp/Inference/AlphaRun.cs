using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>Alpha neurons: an excitatory and an inhibitory current, whose scaled sum is the membrane.</summary>
internal sealed class AlphaRun : NeuronRun
{
    private readonly float[] _excite, _inhibit;
    private readonly NeuronValues _alpha, _beta;
    private readonly float[] _gains;

    public AlphaRun(TrainedNeurons neurons, int count)
        : base(neurons, count)
    {
        (_excite, _inhibit) = (new float[count], new float[count]);
        (_alpha, _beta) = (neurons.Each(NeuronNames.Alpha, count), neurons.Each(NeuronNames.Beta, count));
        _gains = [.. Enumerable.Range(0, count).Select(i => GainOf(_alpha[i], _beta[i]))];
    }

    /// <summary>Starts a row.</summary>
    public override void Reset()
    {
        base.Reset();
        Array.Clear(_excite);
        Array.Clear(_inhibit);
    }

    /// <summary>Advances the membranes; see <see cref="Alpha"/> for what a reset does.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    protected override void Advance(ReadOnlySpan<float> currents, Span<float> membranes, ReadOnlySpan<bool> wereFired)
    {
        for (int i = 0; i < membranes.Length; i++)
        {
            float before = _inhibit[i];
            _excite[i] = _alpha[i] * _excite[i] + currents[i];
            _inhibit[i] = _beta[i] * before - currents[i];
            membranes[i] = _gains[i] * (_excite[i] + _inhibit[i]);
            if (wereFired[i] && Neurons.Reset == ResetMechanism.Subtract)
                (_excite[i], _inhibit[i], membranes[i]) = (_excite[i] - Threshold(i), 0, membranes[i] + before);
            else if (wereFired[i] && Neurons.Reset == ResetMechanism.Zero)
                (_excite[i], _inhibit[i], membranes[i]) = (0, 0, 0);
        }
    }

    /// <summary>Moves the state to the nearest levels.</summary>
    protected override void Quantize(StateQuantization levels)
    {
        base.Quantize(levels);
        levels.Quantize(_excite.AsSpan());
        levels.Quantize(_inhibit.AsSpan());
    }

    /// <summary>The factor that makes the sum of both currents the membrane.</summary>
    public static float GainOf(float alpha, float beta)
    {
        float logarithm = MathF.Log(alpha);
        return logarithm / (MathF.Log(beta) - logarithm) + 1;
    }
}
