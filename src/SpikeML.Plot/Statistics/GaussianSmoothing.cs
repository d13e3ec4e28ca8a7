namespace SpikeML.Plot;

/// <summary>Smooths counts over time with a Gaussian; the part beyond the ends is left out of the mean.</summary>
internal static class GaussianSmoothing
{
    private const double Reach = 4;

    public static double[] Smooth(ReadOnlySpan<double> values, double sigma)
    {
        int reach = (int)Math.Min(values.Length - 1, Math.Ceiling(Reach * sigma));
        double[] weights = new double[reach + 1], smoothed = new double[values.Length];
        for (int lag = 0; lag <= reach; lag++)
            weights[lag] = Math.Exp(-lag * lag / (2 * sigma * sigma));
        for (int step = 0; step < values.Length; step++)
        {
            double sum = 0, weight = 0;
            for (int other = Math.Max(0, step - reach); other <= Math.Min(values.Length - 1, step + reach); other++)
            {
                sum += weights[Math.Abs(other - step)] * values[other];
                weight += weights[Math.Abs(other - step)];
            }
            smoothed[step] = sum / weight;
        }
        return smoothed;
    }
}
