namespace SpikeML.Tests.Encoding.Population;

public class FieldStepsTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    [InlineData(60_000)]
    [InlineData(500_000)]
    public void Find_rounds_as_double_precision_does(int numSteps)
    {
        Random random = new(1);
        GaussianFields field = new(4, 1.5, 0, 1);
        float[] features = [.. Enumerable.Range(0, 4001).Select(_ => 2 * random.NextSingle() - 0.5f)];
        int[] steps = new int[4 * features.Length];
        FieldSteps.Find<float>(features, [field], numSteps, new float[FieldSteps.Room(steps.Length)], steps);
        Assert.Equal(
            Enumerable.Range(0, steps.Length).Select(neuron =>
                (int)Math.Round(numSteps * (1 - field.Activation(features[neuron / 4], neuron % 4)))), steps);
    }
}
