using System.Text.Json;
using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class SnnTorchNeuronTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, NeuronFixture.Neurons.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Neurons_spike_and_learn_as_in_snnTorch_over_100_steps(int index)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement json = NeuronFixture.Neurons[index];
        using SpikingNeuron neuron = Make(json);
        Tensor input = NeuronFixture.Tensor(json, "input").requires_grad_();

        SpikeRecording recording = neuron.call(input);
        (recording.Spikes * linspace(-1, 1, input.size(0)).view(-1, 1, 1)).sum().backward();

        NeuronFixture.AssertClose(NeuronFixture.Tensor(json, "spikes"), recording.Spikes, tolerance: 0);
        NeuronFixture.AssertClose(NeuronFixture.Tensor(json, "membrane"), recording.Membrane);
        NeuronFixture.AssertClose(NeuronFixture.Tensor(json, "input_gradient"), input.grad!);
        if (json.TryGetProperty("parameter_gradients", out JsonElement gradients))
        {
            // Sums over all steps and neurons, whose large terms cancel.
            foreach (JsonProperty expected in gradients.EnumerateObject())
                NeuronFixture.AssertClose(NeuronFixture.Numbers(expected.Value), neuron.get_parameter(expected.Name)!.grad!,
                    tolerance: 5e-5);
        }
    }

    private static SpikingNeuron Make(JsonElement json)
    {
        JsonElement args = json.GetProperty("args");
        Surrogate surrogate = json.GetProperty("surrogate").GetString() switch
        {
            "fast_sigmoid25" => Surrogate.FastSigmoid(25),
            "atan2" => Surrogate.Atan(2),
            "sigmoid25" => Surrogate.Sigmoid(25),
            "straight_through" => Surrogate.StraightThrough,
            "triangular" => Surrogate.Triangular(),
            string other => throw new InvalidDataException(other),
            null => throw new InvalidDataException(),
        };
        ResetMechanism reset = args.TryGetProperty("reset_mechanism", out JsonElement name)
            ? Enum.Parse<ResetMechanism>(name.GetString()!, ignoreCase: true)
            : ResetMechanism.Subtract;
        double Arg(string key, double otherwise = double.NaN) => NeuronFixture.Number(args, key, otherwise);
        NeuronConstant Each(string key) => NeuronFixture.Constant(args, key)!;
        NeuronConstant? threshold = NeuronFixture.Constant(args, "threshold");
        bool Learns(string constant) => args.TryGetProperty("learn_" + constant, out _);
        (bool learnBeta, bool learnThreshold) = (Learns("beta"), Learns("threshold"));
        return json.GetProperty("neuron").GetString() switch
        {
            "Leaky" => new Leaky(Each("beta"), threshold, surrogate, reset, learnBeta, learnThreshold),
            "Synaptic" => new Synaptic(Each("alpha"), Each("beta"), threshold, surrogate, reset, Learns("alpha"), learnBeta,
            learnThreshold),
            "Alpha" => new Alpha(Each("alpha"), Each("beta"), threshold, surrogate,
                args.TryGetProperty("reset_mechanism", out _) ? reset : ResetMechanism.Zero),
            "RLeaky" => new RLeaky(Each("beta"), Each("V"), threshold, surrogate, reset, learnBeta, learnThreshold),
            _ when args.TryGetProperty("R", out _) => Lapicque.FromCircuit(
                Arg("R"), Arg("C"), Arg("time_step", 1), threshold, surrogate, reset, learnThreshold),
            _ => Lapicque.FromBeta(Arg("beta"), Arg("time_step", 1), threshold, surrogate, reset, learnThreshold),
        };
    }
}
