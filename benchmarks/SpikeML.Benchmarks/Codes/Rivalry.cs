using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Compares what contenders give for the same rows, so that nobody measures a wrong formula.</summary>
internal static class Rivalry
{
    /// <summary>
    /// Single precision, which tensors are computed in, rounds some values to the other side of a threshold: this share of a
    /// row's non-zero values may differ. Loops have the precision of the code itself.
    /// </summary>
    private const double SharePassed = 0.02;

    private const double Tolerance = 1e-3;

    /// <summary>Compares with what a vectorised formula gives.</summary>
    public static void Compare(Subject subject, Setting setting, VBuffer<float>[] ours, Tensor result, string whose)
    {
        using DisposeScope scope = NewDisposeScope();
        for (int row = 0; row < ours.Length; row++)
        {
            float[] theirs = subject.RowOf(result, row).contiguous().flatten().data<float>().ToArray();
            Check(subject, setting, [.. ours[row].DenseValues()], theirs, whose, SharePassed);
        }
    }

    /// <summary>Compares with what a plain loop gives that has not read its first row yet.</summary>
    public static void Compare(Subject subject, Setting setting, VBuffer<float>[] ours, PlainReader loop)
    {
        foreach (VBuffer<float> row in ours)
        {
            loop.Next();
            ReadOnlySpan<float> theirs = loop.Output.AsSpan(0, row.Length);
            Check(subject, setting, [.. row.DenseValues()], theirs, "the plain loop", SharePassed / 100);
        }
    }

    private static double Share(ReadOnlySpan<float> row) => 1 - row.Count(0f) / (double)row.Length;

    private static void Check(
        Subject subject, Setting setting, ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs, string whose, double passed)
    {
        if (ours.Length != theirs.Length)
            throw Mismatch(subject, setting, $"{ours.Length} values, {theirs.Length} of {whose}");
        if (subject.IsRandom)
        {
            (double own, double other) = (Share(ours), Share(theirs));
            if (Math.Abs(own - other) > 0.1 * own + 5 * Math.Sqrt(own / ours.Length))
                throw Mismatch(subject, setting, FormattableString.Invariant($"{own:g3} are spikes, {other:g3} of {whose}"));
            return;
        }
        int differing = 0, nonZero = 0, firstSlot = -1;
        for (int slot = 0; slot < ours.Length; slot++)
        {
            nonZero += ours[slot] != 0 ? 1 : 0;
            if (IsSame(ours[slot], theirs[slot]))
                continue;
            differing++;
            firstSlot = firstSlot < 0 ? slot : firstSlot;
        }
        if (differing > Math.Max(passed * nonZero, 3))
            throw Mismatch(subject, setting, FormattableString.Invariant($"{differing} of {nonZero} values differ from those of ")
                + FormattableString.Invariant($"{whose}, first slot {firstSlot}: {ours[firstSlot]} and {theirs[firstSlot]}"));
    }

    private static bool IsSame(float ours, float theirs) =>
        ours == theirs || (float.IsNaN(ours) && float.IsNaN(theirs))
        || Math.Abs(ours - theirs) <= Tolerance * Math.Max(1, Math.Abs(ours));

    private static InvalidDataException Mismatch(Subject subject, Setting setting, string what) =>
        new($"{subject.Name} ({setting.Text}, {Density.Text(setting.Density)}): {what}.");
}
