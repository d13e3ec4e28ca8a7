using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>
/// Selects the rows that are held out by their ids and a seed, so they are the same in every epoch and every order.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Fraction">The share of the rows, at least 0 and below 1.</param>
internal readonly record struct HeldOut(int Seed, double Fraction)
{
    public bool Takes(DataViewRowId id) =>
        Fraction > 0 && Mix(id.Low ^ Mix(id.High ^ Mix((ulong)Seed))) < Fraction * ulong.MaxValue;

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mix(ulong bits)
    {
        bits += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
