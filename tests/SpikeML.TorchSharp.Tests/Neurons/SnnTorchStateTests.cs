using System.Text.Json;
using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

/// <summary>Quantised states, further surrogates, RSynaptic and LSTMs, against what snnTorch computed.</summary>
public class SnnTorchStateTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, NeuronFixture.StateCases.Count)];

    public static TheoryData<int> Lstms => [.. Enumerable.Range(0, NeuronFixture.Lstms.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Neurons_with_quantised_states_or_other_surrogates_spike_and_learn_as_in_snnTorch(int index) =>
        Verify(NeuronFixture.StateCases[index], Make);

    public static TheoryData<int> Parallel => [.. Enumerable.Range(0, NeuronFixture.Parallel.Count)];

    [Theory]
    [MemberData(nameof(Parallel))]
    public void Leaky_neurons_with_weights_spike_and_learn_as_in_snnTorch(int index) =>
        Verify(NeuronFixture.Parallel[index], MakeParallel);

    [Theory]
    [MemberData(nameof(Lstms))]
    public void Memories_spike_and_learn_as_in_snnTorch(int index) => Verify(NeuronFixture.Lstms[index], MakeLstm);

    private static void Verify(JsonElement json, Func<JsonElement, SpikingNeuron> make)
    {
        using DisposeScope scope = NewDisposeScope();
        using SpikingNeuron neuron = make(json);
        Dictionary<string, Tensor> parameters = !json.TryGetProperty("parameters", out _) ? [] : neuron.named_parameters()
            .ToDictionary(named => named.name, named => (Tensor)named.parameter);
        using (no_grad())
        {
            foreach ((string name, Tensor value) in parameters)
                value.copy_(NeuronFixture.Tensor(json.GetProperty("parameters"), name));
        }
        Tensor input = NeuronFixture.Tensor(json, "input").requires_grad_();
        SpikeRecording recording = neuron.call(input);
        long[] shape = [-1, .. Enumerable.Repeat(1L, (int)recording.Spikes.dim() - 1)];
        ((recording.Spikes * linspace(-1, 1, input.size(0)).view(shape)).sum() + recording.Membrane.sum() * 0.1).backward();

        NeuronFixture.AssertClose(NeuronFixture.Tensor(json, "spikes"), recording.Spikes.detach(), tolerance: 0);
        NeuronFixture.AssertClose(NeuronFixture.Tensor(json, "membrane"), recording.Membrane.detach());
        NeuronFixture.AssertClose(NeuronFixture.Tensor(json, "input_gradient"), input.grad!);
        foreach ((string name, Tensor value) in parameters.Where(parameter => parameter.Value.requires_grad))
            NeuronFixture.AssertClose(NeuronFixture.Tensor(json.GetProperty("gradients"), name), value.grad!);
    }

    private static LeakyParallel MakeParallel(JsonElement json)
    {
        JsonElement args = json.GetProperty("args");
        bool Is(string name, bool otherwise = false) =>
            args.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;
        LeakyParallel neurons = new(4, 3, NeuronFixture.Constant(args, "beta"), NeuronFixture.Constant(args, "threshold"),
            bias: Is("bias", otherwise: true), learnBeta: Is("learn_beta"), learnThreshold: Is("learn_threshold"),
            allToAll: Is("weight_hh_enable"));
        // What the constructor makes of a decay is what snnTorch makes of it.
        if (args.TryGetProperty("beta", out _))
            NeuronFixture.AssertClose(NeuronFixture.Tensor(json.GetProperty("parameters"), "rnn.weight_hh_l0"),
                neurons.state_dict()["rnn.weight_hh_l0"].detach());
        return neurons;
    }

    private static SpikingNeuron Make(JsonElement json)
    {
        JsonElement args = json.GetProperty("args");
        double Arg(string name) => NeuronFixture.Number(args, name, 1);
        (double threshold, Surrogate surrogate, ResetMechanism reset) = (Arg("threshold"), SurrogateOf(json), ResetOf(args));
        FiringOptions firing = new() { StateQuantization = QuantizationOf(json) };
        return json.GetProperty("neuron").GetString() switch
        {
            "Leaky" => new Leaky(Arg("beta"), threshold, surrogate, reset, firing: firing),
            "Synaptic" => new Synaptic(Arg("alpha"), Arg("beta"), threshold, surrogate, reset, firing: firing),
            "Alpha" => new Alpha(Arg("alpha"), Arg("beta"), threshold, surrogate, reset, firing: firing),
            "Lapicque" => Lapicque.FromCircuit(Arg("R"), Arg("C"), 1, threshold, surrogate, reset, firing: firing),
            _ => new RSynaptic(Arg("alpha"), Arg("beta"), Arg("V"), threshold, surrogate, reset),
        };
    }

    private static SpikingNeuron MakeLstm(JsonElement json)
    {
        JsonElement args = json.GetProperty("args");
        int Pooling(string name) => (int)NeuronFixture.Number(args, name, 1);
        double threshold = args.GetProperty("threshold").GetDouble();
        ResetMechanism reset = args.TryGetProperty("reset_mechanism", out _) ? ResetOf(args) : ResetMechanism.None;
        return json.GetProperty("neuron").GetString() == "SLSTM" ? new SpikingLstm(4, 4, threshold, reset: reset)
            : new SpikingConvolutionalLstm(2, 3, 3, threshold, reset: reset, bias: !args.TryGetProperty("bias", out _),
                maxPooling: Pooling("max_pool"), averagePooling: Pooling("avg_pool"),
                firing: new() { StateQuantization = QuantizationOf(json) });
    }

    private static ResetMechanism ResetOf(JsonElement args) => args.TryGetProperty("reset_mechanism", out JsonElement name)
        ? Enum.Parse<ResetMechanism>(name.GetString()!, ignoreCase: true) : ResetMechanism.Subtract;

    private static Surrogate SurrogateOf(JsonElement json) => json.GetProperty("surrogate").GetString() switch
    {
        "heaviside" => Surrogate.Heaviside,
        "sfs25" => Surrogate.SparseFastSigmoid(25, -0.5),
        "escape" => Surrogate.SpikeRateEscape(1.5, 25),
        "leaky_spike" => Surrogate.LeakySpike(0.1),
        "none" => Surrogate.None,
        _ => Surrogate.Atan(),
    };

    private static StateQuantization? QuantizationOf(JsonElement json) =>
        !json.TryGetProperty("quantization", out JsonElement name) ? null : StateQuantizationTests.Named(name.GetString()!);
}
