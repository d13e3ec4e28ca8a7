using System.CommandLine;
using System.Globalization;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;
using SpikeML.Torch;

namespace SpikeML.Tool.Training;

/// <summary>The options for the encoder, the network and its training.</summary>
internal sealed class NetworkOptions
{
    private const int DefaultSteps = 25;
    private const double DefaultHeldOut = 0.2;

    private static readonly SpikingNetworkOptions Defaults = new();

    private readonly Option<string?> _code = new("--code")
    {
        HelpName = "NAME",
        Description = "The encoder of 'spikeml encode'; rate by default. Encoders have their own defaults, except that latency "
            + "spreads its spikes linearly over the steps.",
    };

    private readonly NumberOption _steps = new("--steps", 1, 1_000_000,
        $"The number of steps of each row, for encoders that have one; {DefaultSteps} by default.");

    private readonly Option<bool> _scale = new("--scale") { Description = "First scale each feature to [0, 1], over all rows." };

    private readonly Option<string?> _task = new("--task")
    {
        HelpName = "binary|multiclass|regression",
        Description = "What to learn. By default, it follows from the labels: binary for true and false or 0 and 1, multiclass "
            + $"for texts and for at most {LabelKinds.MostClasses} different integers, and regression for other numbers.",
    };

    private readonly Option<string?> _hidden = new("--hidden")
    {
        HelpName = "N,N...",
        Description = "The neurons of each hidden layer, or none for no hidden layer; 256 by default.",
    };

    private readonly NumberOption _epochs = new("--epochs", 1, 1_000_000,
        $"The number of passes over the rows; {Defaults.Epochs} by default.");

    private readonly NumberOption _batch = new("--batch-size", 1, 1_000_000,
        $"The number of rows between two updates of the weights; {Defaults.BatchSize} by default.");

    private readonly DecimalOption _rate = new("--learning-rate", value => value > 0, "above 0", string.Create(
        CultureInfo.InvariantCulture, $"Adam's learning rate; {Defaults.LearningRate} by default."));

    private readonly DecimalOption _heldOut = new("--held-out", value => value is >= 0 and < 1, "of at least 0 and below 1",
        string.Create(CultureInfo.InvariantCulture,
            $"The share of the rows that the network is tested on instead of trained; {DefaultHeldOut} by default."));

    private readonly NumberOption _patience = new("--patience", 1, 1_000_000,
        "Stop after N epochs without a lower held-out loss, and keep the weights of the best.");

    private readonly NumberOption _seed = new("--seed", int.MinValue, int.MaxValue,
        $"The seed of spikes, weights and held-out rows; {EncoderOptions.DefaultSeed} by default.");

    private readonly NumberOption _threads = new("--threads", 1, 1024, "Train with N threads; all cores by default.");

    public void AddTo(ToolRootCommand command)
    {
        _code.CompletionSources.Add([.. Encoder.All.Select(encoder => encoder.Name)]);
        command.Add(EncoderOptions.Heading, _code, _steps.Option, _scale);
        command.Add("Network", _task, _hidden);
        command.Add("Training", _epochs.Option, _batch.Option, _rate.Option, _heldOut.Option, _patience.Option, _seed.Option,
            _threads.Option);
    }

    public TrainingRequest Read(ParseResult arguments)
    {
        int seed = (int?)_seed.Read(arguments) ?? EncoderOptions.DefaultSeed;
        Encoder encoder = EncoderNamed(arguments.GetValue(_code) ?? "rate");
        double heldOut = _heldOut.Read(arguments) ?? DefaultHeldOut;
        int? patience = (int?)_patience.Read(arguments);
        if (patience is not null && heldOut == 0)
            throw ToolException.Usage("--patience watches held-out rows: give a --held-out above 0.");
        SpikingNetworkOptions network = Defaults with
        {
            Layers = LayersOf(arguments.GetValue(_hidden)) ?? Defaults.Layers,
            Epochs = (int?)_epochs.Read(arguments) ?? Defaults.Epochs,
            BatchSize = (int?)_batch.Read(arguments) ?? Defaults.BatchSize,
            LearningRate = _rate.Read(arguments) ?? Defaults.LearningRate,
            ValidationFraction = heldOut,
            Patience = patience,
            Seed = seed,
        };
        return new(encoder, CodeOf(encoder, (int?)_steps.Read(arguments), seed), network)
        {
            Scale = arguments.GetValue(_scale),
            Task = TaskOf(arguments.GetValue(_task)),
            Threads = (int?)_threads.Read(arguments),
        };
    }

    private static Encoder EncoderNamed(string name) => Encoder.All.FirstOrDefault(encoder => encoder.Name == name)
        ?? throw ToolException.Usage($"--code '{name}': there is no such encoder. 'spikeml help encode' lists them."
            + Suggestion.For(name, Encoder.All.Select(encoder => encoder.Name)));

    private static SpikeCode CodeOf(Encoder encoder, int? steps, int seed)
    {
        SpikeCode code = encoder.Default with { };
        if (encoder.Options.FirstOrDefault(option => option.Name == nameof(RateEncodingOptions.NumSteps)) is { } property)
            property.SetValue(code, steps ?? DefaultSteps);
        else if (steps is not null)
            throw ToolException.Usage($"--steps cannot be used with --code {encoder.Name}, whose steps are those of the input.");
        // Its logarithmic times fall on the first few steps.
        if (code is LatencyEncodingOptions latency)
            code = latency with { Linear = true, Normalize = true };
        return code.Draws is { } draws ? code.WithDraws(draws with { Seed = seed }) : code;
    }

    private static TrainingTask? TaskOf(string? name) => name switch
    {
        null => null,
        "binary" => TrainingTask.Binary,
        "multiclass" => TrainingTask.Multiclass,
        "regression" => TrainingTask.Regression,
        _ => throw ToolException.Usage($"--task expects binary, multiclass or regression, got '{name}'."
            + Suggestion.For(name, ["binary", "multiclass", "regression"])),
    };

    private static SpikingLayer[]? LayersOf(string? text)
    {
        if (text is null)
            return null;
        if (text == "none")
            return [];
        return [.. text.Split(',').Select(part =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? SpikingLayer.Dense(count) : throw ToolException.Usage(
                $"--hidden expects numbers of neurons such as 128 or 256,64, or none; got '{text}'."))];
    }
}
