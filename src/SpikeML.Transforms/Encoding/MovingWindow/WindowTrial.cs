using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// Moving-window coding while candidate thresholds are tried; the means of a window are the same for all of them.
/// </summary>
internal ref struct WindowTrial(ReadOnlySpan<double> means, double threshold, DoubleLanes first) : ITrial
{
    private readonly ReadOnlySpan<double> _means = means;
    private DoubleLanes _sum = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes Decode(int step, DoubleLanes values)
    {
        // The first spike is ignored.
        if (step > 0)
        {
            DoubleLanes mean = DoubleLanes.Create(_means[(step * DoubleLanes.Count)..]);
            _sum = DoubleLanes.Move(_sum, threshold, values, mean);
        }
        return _sum;
    }
}
