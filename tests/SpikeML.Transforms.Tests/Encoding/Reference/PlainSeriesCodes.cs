namespace SpikeML.Tests.Encoding.Reference;

/// <summary>
/// The codes of series as plain loops, one neuron after the other and one value after the other: what their vectorised kernels
/// must give bit by bit.
/// </summary>
internal static class PlainSeriesCodes
{
    public static float[] Encode(SeriesCode code, float[] series, int neuronCount) => code switch
    {
        DeltaEncodingOptions delta => Delta(series, neuronCount, delta),
        StepForwardEncodingOptions step => StepForward(series, neuronCount, step.Threshold!.Value),
        ThresholdBasedEncodingOptions change => ThresholdBased(series, neuronCount, change),
        MovingWindowEncodingOptions window => MovingWindow(series, neuronCount, window.Threshold!.Value, window.Window!.Value),
        ResidueEncodingOptions residue => Residue(series, neuronCount, residue.Threshold!.Value),
        BsaEncodingOptions bsa => Bsa(series, neuronCount, bsa),
        _ => MultiThreshold(series, neuronCount, (MultiThresholdEncodingOptions)code),
    };

    private static float[] Delta(float[] series, int neuronCount, DeltaEncodingOptions options)
    {
        float[] spikes = new float[series.Length];
        float threshold = (float)options.Threshold;
        for (int slot = 0; slot < series.Length; slot++)
        {
            float previous = slot >= neuronCount ? series[slot - neuronCount] : options.Padding ? series[slot] : 0;
            float change = series[slot] - previous;
            spikes[slot] = (change >= threshold ? 1 : 0) - (options.OffSpike && change <= -threshold ? 1 : 0);
        }
        return spikes;
    }

    private static float[] StepForward(float[] series, int neuronCount, double threshold)
    {
        float[] spikes = new float[series.Length];
        for (int neuron = 0; neuron < neuronCount; neuron++)
        {
            double baseline = series[neuron];
            for (int slot = neuron; slot < series.Length; slot += neuronCount)
            {
                spikes[slot] = series[slot] > baseline + threshold ? 1 : series[slot] < baseline - threshold ? -1 : 0;
                baseline += spikes[slot] * threshold;
            }
        }
        return spikes;
    }

    private static float[] ThresholdBased(float[] series, int neuronCount, ThresholdBasedEncodingOptions options)
    {
        float[] spikes = new float[series.Length];
        for (int neuron = 0; neuron < neuronCount; neuron++)
        {
            double threshold = options.Threshold ?? ThresholdBasedEncoding.Threshold(series.AsSpan(neuron), neuronCount, options);
            for (int slot = neuron; slot < series.Length; slot += neuronCount)
            {
                int from = slot + neuronCount < series.Length ? slot : slot - neuronCount;
                double change = from < 0 ? 0 : series[from + neuronCount] - series[from];
                spikes[slot] = change > threshold ? 1 : change < -threshold ? -1 : 0;
            }
        }
        return spikes;
    }

    private static float[] MovingWindow(float[] series, int neuronCount, double threshold, int window)
    {
        float[] spikes = new float[series.Length];
        int numSteps = series.Length / neuronCount, width = Math.Min(window + 1, numSteps);
        for (int slot = 0; slot < series.Length; slot++)
        {
            double sum = 0;
            int first = Math.Max(0, slot / neuronCount - width);
            for (int step = first; step < first + width; step++)
                sum += series[step * neuronCount + slot % neuronCount];
            double mean = sum / width;
            spikes[slot] = series[slot] > mean + threshold ? 1 : series[slot] < mean - threshold ? -1 : 0;
        }
        return spikes;
    }

    private static float[] Residue(float[] series, int neuronCount, double threshold)
    {
        float[] spikes = new float[series.Length];
        for (int neuron = 0; neuron < neuronCount; neuron++)
        {
            double previous = 0, residue = 0;
            for (int slot = neuron; slot < series.Length; slot += neuronCount)
            {
                double change = series[slot] - previous + residue;
                spikes[slot] = Math.Abs(change) >= threshold ? (float)change : 0;
                residue = change - spikes[slot];
                previous = series[slot];
            }
        }
        return spikes;
    }

    private static float[] Bsa(float[] series, int neuronCount, BsaEncodingOptions options)
    {
        float[] spikes = new float[series.Length];
        int numSteps = series.Length / neuronCount;
        for (int neuron = 0; neuron < neuronCount; neuron++)
        {
            float[] rest = [.. Enumerable.Range(0, numSteps).Select(step => series[step * neuronCount + neuron])];
            for (int step = 0; step + options.Filter.Length <= numSteps; step++)
                spikes[step * neuronCount + neuron] = TrySubtract(rest.AsSpan(step), options) ? 1 : 0;
        }
        return spikes;
    }

    private static bool TrySubtract(Span<float> rest, BsaEncodingOptions options)
    {
        double with = 0, without = 0;
        for (int k = 0; k < options.Filter.Length; k++)
        {
            with += Math.Abs((double)rest[k] - options.Filter[k]);
            without += Math.Abs((double)rest[k]);
        }
        if (with > without - options.Threshold!.Value)
            return false;
        for (int k = 0; k < options.Filter.Length; k++)
            rest[k] -= options.Filter[k];
        return true;
    }

    private static float[] MultiThreshold(float[] series, int neuronCount, MultiThresholdEncodingOptions options)
    {
        int count = options.NumThresholds!.Value;
        float[] spikes = new float[series.Length * 2 * count];
        for (int slot = 0; slot < series.Length - neuronCount; slot++)
        {
            for (int k = 0; k < count; k++)
            {
                double threshold = Threshold(options, k);
                bool before = series[slot] >= threshold, after = series[slot + neuronCount] >= threshold;
                spikes[slot * 2 * count + k] = after && !before ? 1 : 0;
                spikes[slot * 2 * count + count + k] = before && !after ? 1 : 0;
            }
        }
        return spikes;
    }

    private static double Threshold(MultiThresholdEncodingOptions options, int k) =>
        options.Lowest!.Value + k * (options.Highest!.Value - options.Lowest.Value) / (options.NumThresholds!.Value - 1);

    public static float[] Decode(SeriesCode code, float[] spikes, float[] first, int length) => code switch
    {
        DeltaEncodingOptions delta => Steps(spikes, first, Math.Max(delta.Threshold, float.Epsilon)),
        StepForwardEncodingOptions step => Steps(spikes, first, step.Threshold!.Value),
        MovingWindowEncodingOptions window => Steps(spikes, first, window.Threshold!.Value),
        ThresholdBasedEncodingOptions change => Changes(spikes, first, change.Threshold!.Value),
        ResidueEncodingOptions => Sums(spikes, first.Length),
        BsaEncodingOptions bsa => Convolution(spikes, first.Length, bsa),
        _ => Levels(spikes, first, length, (MultiThresholdEncodingOptions)code),
    };

    private static float[] Steps(float[] spikes, float[] first, double threshold)
    {
        float[] series = new float[spikes.Length];
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            double value = first[neuron];
            for (int slot = neuron; slot < series.Length; slot += first.Length)
            {
                value += slot < first.Length ? 0 : threshold * spikes[slot];
                series[slot] = (float)value;
            }
        }
        return series;
    }

    private static float[] Changes(float[] spikes, float[] first, double threshold)
    {
        float[] series = new float[spikes.Length];
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            double value = first[neuron];
            for (int slot = neuron; slot < series.Length; slot += first.Length)
            {
                series[slot] = (float)value;
                value += threshold * spikes[slot];
            }
        }
        return series;
    }

    private static float[] Sums(float[] spikes, int neuronCount)
    {
        float[] series = new float[spikes.Length];
        for (int neuron = 0; neuron < neuronCount; neuron++)
        {
            double sum = 0;
            for (int slot = neuron; slot < series.Length; slot += neuronCount)
                series[slot] = (float)(sum += spikes[slot]);
        }
        return series;
    }

    private static float[] Convolution(float[] spikes, int neuronCount, BsaEncodingOptions options)
    {
        float[] series = new float[spikes.Length];
        for (int slot = 0; slot < series.Length; slot++)
        {
            double sum = 0;
            for (int k = 0, from = slot; k < options.Filter.Length && from >= 0; k++, from -= neuronCount)
                sum += (double)options.Filter[k] * spikes[from];
            series[slot] = (float)sum;
        }
        return series;
    }

    private static float[] Levels(float[] spikes, float[] first, int length, MultiThresholdEncodingOptions options)
    {
        int count = options.NumThresholds!.Value;
        double lowest = options.Lowest!.Value, highest = options.Highest!.Value;
        float[] series = new float[length];
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            double level = Enumerable.Range(0, count).Count(k => Threshold(options, k) <= first[neuron]);
            for (int slot = neuron; slot < length; slot += first.Length)
            {
                double share = Math.Clamp((level - 0.5) / (count - 1), 0, 1);
                series[slot] = (float)(lowest + share * (highest - lowest));
                for (int k = 0; k < count; k++)
                    level += spikes[slot * 2 * count + k] - spikes[slot * 2 * count + count + k];
            }
        }
        return series;
    }
}
