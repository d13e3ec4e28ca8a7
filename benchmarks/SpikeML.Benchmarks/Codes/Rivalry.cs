using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Compares what contenders give for the same rows, so that nobody measures a wrong formula.</summary>
internal static class Rivalry
{
    /// <summary>
    /// Single precision, which tensors are computed in, rounds some values to the other side of a threshold: this share of a row's
    /// non-zero values may differ. Loops have the precision of the code itself.
    /// </summary>
    private const double SharePassed = 0.02;

    private const double Tolerance = 1e-3;

    /// <param name="subject">What is measured.</param>
    /// <param name="setting">The code and its rows.</param>
    /// <param name="ours">What we give for the first rows.</param>
    /// <param name="batch">The first rows as a tensor.</param>
    /// <param name="loop">The plain loop, before its first row.</param>
    public static void Compare(Subject subject, Setting setting, VBuffer<float>[] ours, Tensor batch, PlainReader loop)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor result = subject.Torch(batch, setting.Code);
        double[] shares = new double[3];
        for (int row = 0; row < ours.Length; row++)
        {
            float[] own = [.. ours[row].DenseValues()], tensors = subject.RowOf(result, row).contiguous().flatten().data<float>().ToArray();
            loop.Next();
            Check(subject, setting, own, tensors, "tensors", SharePassed);
            Check(subject, setting, own, loop.Output.AsSpan(0, own.Length), "plain loop", SharePassed / 100);
            shares = [shares[0] + Share(own), shares[1] + Share(tensors), shares[2] + Share(loop.Output.AsSpan(0, own.Length))];
        }
        if (subject.IsRandom && (shares.Max() - shares.Min()) > 0.1 * shares[0] + 1e-3)
            throw Mismatch(subject, setting, FormattableString.Invariant($"shares of spikes {shares[0]:g3}, tensors {shares[1]:g3}, loop {shares[2]:g3}"));
    }

    private static double Share(ReadOnlySpan<float> row) => 1 - row.Count(0f) / (double)row.Length;

    private static void Check(Subject subject, Setting setting, ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs, string whose, double share)
    {
        if (ours.Length != theirs.Length)
            throw Mismatch(subject, setting, $"{ours.Length} values, {theirs.Length} of the {whose}");
        if (subject.IsRandom)
            return;
        int differing = 0, nonZero = 0, firstSlot = -1;
        for (int slot = 0; slot < ours.Length; slot++)
        {
            nonZero += ours[slot] != 0 ? 1 : 0;
            if (IsSame(ours[slot], theirs[slot]))
                continue;
            differing++;
            firstSlot = firstSlot < 0 ? slot : firstSlot;
        }
        if (differing > Math.Max(share * nonZero, 3))
            throw Mismatch(subject, setting, FormattableString.Invariant($"{differing} of {nonZero} values differ from the {whose}'s, ")
                + FormattableString.Invariant($"first slot {firstSlot}: {ours[firstSlot]} and {theirs[firstSlot]}"));
    }

    private static bool IsSame(float ours, float theirs) =>
        ours == theirs || (float.IsNaN(ours) && float.IsNaN(theirs)) || Math.Abs(ours - theirs) <= Tolerance * Math.Max(1, Math.Abs(ours));

    private static InvalidDataException Mismatch(Subject subject, Setting setting, string what) =>
        new($"{subject.Name} ({setting.Text}, {Density.Text(setting.Density)}): {what}.");
}
