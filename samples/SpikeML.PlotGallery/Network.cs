namespace SpikeML.PlotGallery;

/// <summary>Spikes as networks have them: made up, from a seed.</summary>
internal static class Network
{
    private const double Beta = 0.9, Threshold = 1;

    /// <summary>Ten output neurons, of which the fourth fires most.</summary>
    public static SpikeTrain Outputs(int numSteps)
    {
        Random random = new(3);
        double[] rates = [0.05, 0.08, 0.12, 0.42, 0.03, 0.09, 0.02, 0.24, 0.06, 0.11];
        return SpikeTrain.FromEvents(
            from step in Enumerable.Range(0, numSteps)
            from neuron in Enumerable.Range(0, rates.Length)
            where random.NextDouble() < rates[neuron]
            select new SpikeEvent(step, neuron, 1), numSteps, rates.Length);
    }

    /// <summary>Leaky integrate-and-fire neurons under noisy currents: potentials and spikes.</summary>
    public static (float[] Potentials, SpikeTrain Spikes) Leaky(int numSteps, int neurons)
    {
        Random random = new(5);
        float[] potentials = new float[numSteps * neurons];
        List<SpikeEvent> spikes = [];
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            double potential = 0;
            for (int step = 0; step < numSteps; step++)
            {
                potential = Beta * potential + (0.06 + 0.012 * neuron) * (0.4 + 1.2 * random.NextDouble());
                potentials[step * neurons + neuron] = (float)potential;
                if (potential < Threshold)
                    continue;
                spikes.Add(new SpikeEvent(step, neuron, 1));
                potential -= Threshold;
            }
        }
        return (potentials, SpikeTrain.FromEvents(spikes, numSteps, neurons));
    }

    /// <summary>A population whose rate rises and falls in waves that run through its neurons.</summary>
    public static SpikeTrain Waves(int numSteps, int neurons, double rate, int seed = 11)
    {
        Random random = new(seed);
        List<SpikeEvent> spikes = [];
        for (int step = 0; step < numSteps; step++)
        {
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                double phase = 2 * Math.PI * (3.0 * step / numSteps - 1.5 * neuron / neurons);
                if (random.NextDouble() < rate * Math.Pow(0.5 + 0.5 * Math.Sin(phase), 3))
                    spikes.Add(new SpikeEvent(step, neuron, 1));
            }
        }
        return SpikeTrain.FromEvents(spikes, numSteps, neurons);
    }

    /// <summary>The events that a camera of 48 x 64 pixels reports for a bright disc that circles twice.</summary>
    public static SpikeTrain Camera(int numSteps)
    {
        const int height = 48, width = 64;
        const double radius = 4, orbit = 14;
        return SpikeTrain.FromEvents(
            from step in Enumerable.Range(1, numSteps - 1)
            from pixel in Enumerable.Range(0, height * width)
            let change = Bright(step, pixel).CompareTo(Bright(step - 1, pixel))
            where change != 0
            select new SpikeEvent(step, (change > 0 ? height * width : 0) + pixel, 1), numSteps, 2, height, width);

        bool Bright(int step, int pixel)
        {
            double angle = 4 * Math.PI * step / numSteps;
            double x = pixel % width - (width - 1) / 2.0 - orbit * Math.Cos(angle);
            double y = pixel / width - (height - 1) / 2.0 - orbit * Math.Sin(angle);
            return x * x + y * y < radius * radius;
        }
    }
}
