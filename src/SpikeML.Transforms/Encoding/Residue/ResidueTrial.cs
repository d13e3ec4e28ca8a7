using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Residue coding while candidate thresholds are tried.</summary>
internal struct ResidueTrial(double threshold) : ITrial
{
    private DoubleLanes _residue, _previous, _sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes Decode(int step, DoubleLanes values)
    {
        _sum += DoubleLanes.Widen(new ResidueKernel(threshold).Step(values, ref _residue, ref _previous));
        return _sum;
    }
}
