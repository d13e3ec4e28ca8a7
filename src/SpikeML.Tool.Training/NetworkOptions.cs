using System.CommandLine;
using System.Globalization;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;
using SpikeML.Torch;

namespace SpikeML.Tool.Training;

/// <summary>The options for the network and its training.</summary>
internal sealed class NetworkOptions
{
    private const double DefaultHeldOut = 0.2, DefaultValidation = 0.1;

    private static readonly SpikingNetworkOptions Defaults = new();

    private readonly Option<string?> _task = new("--task")
    {
        HelpName = "binary|multiclass|regression",
        Description = "What to learn. By default, it follows from the labels: binary for true and false or 0 and 1, multiclass "
            + $"for texts and for at most {LabelKinds.MostClasses} different integers, and regression for other numbers and "
            + "for a number at each step.",
    };

    private readonly Option<string?> _layers = new("--layers")
    {
        HelpName = "LAYER,LAYER...",
        Description = $"The hidden layers, each {LayerText.Syntax}, as in 256,64 or conv:16,conv:32,128; or none. 256 by "
            + "default. conv (kernel 5, stride 2) and pooling (size 2) need images, whose shape --shape sets for tables.",
    };

    private readonly Option<string?> _classWeights = new(ClassWeights.Option)
    {
        HelpName = "CLASS=X,...",
        Description = "The weight of each class in training, as in A=2,B=0.5 (1 if omitted), or balanced for weights that "
            + "give every class the same total.",
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

    private readonly DecimalOption _validation = new("--validation", value => value is >= 0 and < 1, "of at least 0 and below 1",
        string.Create(CultureInfo.InvariantCulture, $"The share of the other rows that show the progress of each epoch, and on "
            + $"which --patience decides; {DefaultValidation} with --patience. By default, epochs show the rows held out."));

    private readonly NumberOption _patience = new("--patience", 1, 1_000_000,
        "Stop after N epochs without a lower validation loss, and keep the weights of the best.");

    // Encoders that draw have an option of this name, whose seed is then for everything.
    private readonly NumberOption _seed = new("--seed", int.MinValue, int.MaxValue,
        $"The seed of weights, the order of rows and the rows held out; {EncoderOptions.DefaultSeed} by default.");

    private readonly NumberOption _threads = new("--threads", 1, 1024, "Train with N threads; all cores by default.");

    /// <param name="command">The command.</param>
    /// <param name="draws">Whether its encoder draws, and so has a seed.</param>
    public void AddTo(ToolCommand command, bool draws)
    {
        command.Add("Network", _task, _layers);
        command.Add("Training", _epochs.Option, _batch.Option, _rate.Option, _classWeights, _heldOut.Option, _validation.Option,
            _patience.Option);
        command.Add("Training", draws ? [_threads.Option] : [_seed.Option, _threads.Option]);
        _classWeights.CompletionSources.Add(ClassWeights.Balanced);
    }

    /// <param name="arguments">The command line.</param>
    /// <param name="seed">The seed of the encoder, or null if it has none.</param>
    public TrainingRequest Read(ParseResult arguments, int? seed)
    {
        int? patience = (int?)_patience.Read(arguments);
        double validation = _validation.Read(arguments) ?? (patience is null ? 0 : DefaultValidation);
        if (patience is not null && validation == 0)
            throw ToolException.Usage("--patience decides on validation rows: give a --validation above 0.");
        SpikingNetworkOptions network = Defaults with
        {
            Layers = arguments.GetValue(_layers) is string layers ? LayerText.Parse(layers) : Defaults.Layers,
            Epochs = (int?)_epochs.Read(arguments) ?? Defaults.Epochs,
            BatchSize = (int?)_batch.Read(arguments) ?? Defaults.BatchSize,
            LearningRate = _rate.Read(arguments) ?? Defaults.LearningRate,
            Patience = patience,
            Seed = seed ?? (int?)_seed.Read(arguments) ?? EncoderOptions.DefaultSeed,
        };
        return new(network)
        {
            HeldOut = _heldOut.Read(arguments) ?? DefaultHeldOut,
            Validation = validation,
            ClassWeights = arguments.GetValue(_classWeights) is string weights ? ClassWeights.Parse(weights) : null,
            Task = TaskOf(arguments.GetValue(_task)),
            Threads = (int?)_threads.Read(arguments),
        };
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
}
