namespace SpikeML.Plot;

/// <summary>Counts how often two neurons spike together. Off-spikes count as spikes.</summary>
internal static class SpikeCorrelation
{
    /// <summary>The number of pairs of spikes of two neurons at each lag, from -maxLag to maxLag.</summary>
    /// <returns>The numbers of pairs; if both neurons are the same, pairs of a spike with itself are excluded.</returns>
    public static int[] Pairs(SpikeTrain train, int first, int second, int maxLag)
    {
        int[] pairs = new int[2 * maxLag + 1], ones = Steps(train, first), others = Steps(train, second);
        int start = 0;
        foreach (int step in ones)
        {
            while (start < others.Length && others[start] < step - maxLag)
                start++;
            for (int i = start; i < others.Length && others[i] <= step + maxLag; i++)
                pairs[others[i] - step + maxLag]++;
        }
        if (first == second)
            pairs[maxLag] -= ones.Length;
        return pairs;
    }

    /// <summary>
    /// Pearson's correlation of the binned spikes of each pair of neurons, row by row; NaN if a neuron never varies.
    /// </summary>
    public static double[] Matrix(SpikeTrain train, int binSteps)
    {
        int neurons = train.NeuronCount, bins = (train.NumSteps + binSteps - 1) / binSteps;
        double[][] counts = [.. Enumerable.Range(0, neurons).Select(_ => new double[bins])];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            counts[spike.Neuron][spike.Step / binSteps]++;
        foreach (double[] row in counts)
            Normalize(row);
        double[] matrix = new double[neurons * neurons];
        for (int i = 0; i < neurons; i++)
        {
            for (int j = 0; j <= i; j++)
                matrix[i * neurons + j] = matrix[j * neurons + i] = Product(counts[i], counts[j]);
        }
        return matrix;
    }

    private static int[] Steps(SpikeTrain train, int neuron) =>
        [.. train.Where(spike => spike.Neuron == neuron).Select(spike => spike.Step)];

    private static void Normalize(double[] row)
    {
        double mean = row.Average(), norm = Math.Sqrt(row.Sum(value => (value - mean) * (value - mean)));
        for (int bin = 0; bin < row.Length; bin++)
            row[bin] = norm > 0 ? (row[bin] - mean) / norm : double.NaN;
    }

    private static double Product(double[] first, double[] second)
    {
        double sum = 0;
        for (int bin = 0; bin < first.Length; bin++)
            sum += first[bin] * second[bin];
        return sum;
    }
}
