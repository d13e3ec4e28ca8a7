namespace SpikeML.Torch.Tests.Losses;

/// <summary>
/// The losses of snnTorch 0.9.4 without a reduction, from their formulas, one number at a time in double precision. Values are
/// [step][row][output].
/// </summary>
internal static class PlainLosses
{
    public static double[][] CrossEntropyRate(double[][][] values, int[] targets, int outputsPerClass) =>
        [.. targets.Select((target, row) => new[]
        {
            values.Average(step => CrossEntropy(Sums(step[row], outputsPerClass), target)),
        })];

    public static double[][] CrossEntropyCount(double[][][] spikes, int[] targets, int outputsPerClass) =>
        [.. targets.Select((target, row) => new[] { CrossEntropy(Counts(spikes, row, outputsPerClass), target) })];

    public static double[][] CrossEntropyMaxMembrane(double[][][] membrane, int[] targets, int outputsPerClass) =>
        [.. targets.Select((target, row) => new[]
        {
            CrossEntropy(Means([.. membrane[0][row].Select((_, output) => membrane.Max(step => step[row][output]))],
                outputsPerClass), target),
        })];

    public static double[][] CrossEntropyTemporal(double[][][] spikes, int[] targets, int outputsPerClass) =>
        [.. targets.Select((target, row) => new[]
        {
            CrossEntropy([.. Means(Times(spikes, row), outputsPerClass).Select(time => -time)], target),
        })];

    public static double[][] MeanSquaredCount(double[][][] spikes, int[] targets, int outputsPerClass) =>
        [.. targets.Select((target, row) => Counts(spikes, row, outputsPerClass).Select((count, output) => Squared(
            count - Math.Truncate(spikes.Length * (output == target ? 0.8 : 0.2) * outputsPerClass)) / spikes.Length).ToArray())];

    public static double[][] MeanSquaredMembrane(double[][][] membrane, int[] targets, int outputsPerClass) =>
        [.. targets.Select((target, row) => membrane[0][row].Select((_, output) => membrane.Average(
            step => Squared(step[row][output] - (output / outputsPerClass == target ? 1 : 0)))).ToArray())];

    public static double[][] MeanSquaredTemporal(double[][][] spikes, int[] targets, int outputsPerClass) =>
        [.. targets.Select((target, row) => Times(spikes, row).Select((time, output) => Squared(
            (time - (output / outputsPerClass == target ? 2 : 6)) / spikes.Length)).ToArray())];

    private static double CrossEntropy(double[] logits, int target) =>
        Math.Log(logits.Sum(logit => Math.Exp(logit))) - logits[target];

    private static double[] Counts(double[][][] spikes, int row, int outputsPerClass) =>
        Sums([.. spikes[0][row].Select((_, output) => spikes.Sum(step => step[row][output]))], outputsPerClass);

    private static double[] Times(double[][][] spikes, int row) => [.. spikes[0][row].Select((_, output) =>
        (double)Array.FindIndex([.. spikes.Append([.. spikes[0].Select(outputs => outputs.Select(_ => 1.0).ToArray())])],
            step => step[row][output] > 0)).Select(time => Math.Min(time, spikes.Length - 1))];

    // The neurons of a class are int(outputs * class / classes) to int(outputs * (class + 1) / classes), as in snnTorch.
    private static double[] Sums(double[] outputs, int outputsPerClass) =>
        [.. outputs.Chunk(outputsPerClass).Select(outputsOfClass => outputsOfClass.Sum())];

    private static double[] Means(double[] outputs, int outputsPerClass) =>
        [.. outputs.Chunk(outputsPerClass).Select(outputsOfClass => outputsOfClass.Average())];

    private static double Squared(double value) => value * value;
}
