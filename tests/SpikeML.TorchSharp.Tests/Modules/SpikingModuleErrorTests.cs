using Microsoft.ML;
using SpikeML.Tests;
using SpikeML.Tests.Conformance;
using SpikeML.Torch.Tests.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Modules;

/// <summary>Modules that cannot be trained, saved or loaded.</summary>
public class SpikingModuleErrorTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string, Func<nn.Module<Tensor, Tensor>>> Refused => new()
    {
        { "InternalModule cannot be saved in a model file, because its type is not public", () => new InternalModule() },
        { "has no public parameterless constructor", () => new SizedModule(2) },
        { "TorchSharp.Modules.Sequential cannot be saved", () => nn.Sequential(nn.Flatten(), nn.Linear(60, 2)) },
        { "has no parameters to train. Call RegisterComponents()", () => new UnregisteredModule() },
        { "Do not dispose the module before Fit has returned.", Disposed },
        { "all are frozen (requires_grad is false)", Frozen },
        { "do not depend on its parameters, so it cannot learn: forward must not detach", () => new DetachedModule() },
        { "WideModule failed on spikes of [20, 64, 3]: mat1 and mat2 shapes cannot be multiplied", () => new WideModule() },
        { "'_weights.weight' is Float32 [2, 3] instead of Float32 [2, 4]", () => new ChangingModule(4) },
        { "The parameterless constructor of SpikeML.Torch.Tests.Modules.SpikingModuleErrorTests+FailingModule failed: no file",
            () => new FailingModule(2) },
        { "returned Float32 [20, 2] for spikes of [20, 64, 3]. Expected Float32 [64, 2] or [20, 64, 2]: for each row, or each "
            + "step and row, 2 scores.", () => new RowlessModule() },
        { "returned Int64 [64, 2]", () => new WholeModule() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Fit_refuses_a_module_and_says_why(string message, Func<nn.Module<Tensor, Tensor>> make)
    {
        using nn.Module<Tensor, Tensor> module = make();
        Exception error = Assert.ThrowsAny<Exception>(() => Binary(module).Fit(Features.Rows(_context, 80, seed: 1)));
        Assert.IsType<InvalidOperationException>(error);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpikingModule_refuses_options_out_of_range()
    {
        using TwoOutputs module = new();
        Assert.Equal("BatchSize", Assert.Throws<ArgumentOutOfRangeException>(() =>
            _context.Regression.Trainers.SpikingModule(module, options: new() { BatchSize = 0 })).ParamName);
        Assert.Equal("Patience", Assert.Throws<ArgumentOutOfRangeException>(() =>
            _context.Regression.Trainers.SpikingModule(module, options: new() { Patience = 2 })).ParamName);
        Assert.Throws<ArgumentNullException>(() => _context.Regression.Trainers.SpikingModule(null!));
    }

    [Fact]
    public void Fit_refuses_targets_over_time_for_a_module_without_scores_of_each_step()
    {
        using TwoOutputs module = new();
        IDataView rows = Features.Rows(_context, 80, seed: 1);
        var pipeline = _context.Transforms.Conversion.MapValueToKey("Key", nameof(Features.Kind))
            .Append(_context.Transforms.Spikes.EncodeRateTargets("Targets", "Key", new() { NumSteps = 20 }))
            .Append(Features.Latency(_context))
            .Append(_context.MulticlassClassification.Trainers.SpikingModule(module, "Targets"));
        string message = Assert.Throws<InvalidOperationException>(() => pipeline.Fit(rows)).Message;
        Assert.Contains("returned Float32 [64, 2]", message, StringComparison.Ordinal);
        Assert.Contains("Expected Float32 [20, 64, 2]: for each step and row, 2 scores. The label has targets for "
            + "every step.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TwoOutputs", "TwoInputsX", "has a module of the type 'SpikeML.Torch.Tests.Modules.TwoInputsX, ")]
    [InlineData("SpikeML.TorchSharp.Tests", "SpikeML.Another.Assembly", "SpikeML.Another.Assembly, Version=")]
    [InlineData("Modules.TwoOutputs", "Modules.NoNetworks", "which now does not derive from nn.Module<Tensor, Tensor>")]
    [InlineData("Modules.TwoOutputs", "Modules.LoneOutput", "'_last.weight' is Float32 [1, 40] instead of Float32 [2, 40]")]
    public void Load_names_a_type_that_is_missing_or_has_changed(string name, string replacement, string message)
    {
        using TwoOutputs module = new();
        IDataView rows = Features.Rows(_context, 80, seed: 1);
        using MemoryStream file = new();
        _context.Model.Save(Binary(module).Fit(rows), rows.Schema, file);
        using MemoryStream changed = new(NoNetworks.Replace(file.ToArray(), name, replacement));
        Exception error = Assert.ThrowsAny<Exception>(() => new MLContext().Model.Load(changed, out _));
        Assert.Contains(message, Messages(error), StringComparison.Ordinal);
        Assert.Contains("save the model again", Messages(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_with_an_absurd_number_is_refused_or_loads_at_little_cost()
    {
        using TwoOutputs module = new();
        IDataView rows = Features.Rows(_context, 80, seed: 1);
        using TemporaryFolder folder = new();
        string path = folder.File("module.zip");
        _context.Model.Save(Binary(module).Fit(rows), rows.Schema, path);
        DamagedNumbers.Verify(path);
    }

    private static string Messages(Exception? error) =>
        error is null ? "" : error.Message + "\n" + Messages(error.InnerException);

    private IEstimator<ITransformer> Binary(nn.Module<Tensor, Tensor> module) => Features.Latency(_context).Append(
        _context.BinaryClassification.Trainers.SpikingModule(module, nameof(Features.IsHigh), "Spikes",
            options: new() { Epochs = 1 }));

    /// <summary>
    /// A batch of one row has no variance, and leaves the running one NaN; the loss is that of the first 64 rows.
    /// </summary>
    [Fact]
    public void Fit_says_that_a_last_batch_of_one_row_spoils_batch_normalisation()
    {
        using NormalisedModule module = new();
        string message = Assert.Throws<InvalidOperationException>(
            () => Binary(module).Fit(Features.Rows(_context, 65, seed: 1))).Message;
        Assert.Contains("running_var' that are not finite", message, StringComparison.Ordinal);
        Assert.Contains("a batch had a single row: choose a BatchSize (64)", message, StringComparison.Ordinal);
        Binary(module).Fit(Features.Rows(_context, 66, seed: 1));
    }

    private static TwoOutputs Disposed()
    {
        TwoOutputs module = new();
        module.Dispose();
        return module;
    }

    private static TwoOutputs Frozen()
    {
        TwoOutputs module = new();
        foreach (Parameter parameter in module.parameters())
            parameter.requires_grad = false;
        return module;
    }

    internal sealed class InternalModule() : ReadoutNetwork(2);

    public sealed class SizedModule(int outputs) : ReadoutNetwork(outputs);

    public sealed class FailingModule : ReadoutNetwork
    {
        public FailingModule()
            : base(2) => throw new FileNotFoundException("no file");

        public FailingModule(int outputs)
            : base(outputs)
        {
        }
    }

    public class ScoresOf(Func<Tensor, Tensor> change) : nn.Module<Tensor, Tensor>(nameof(ScoresOf))
    {
        private readonly Linear _weights = nn.Linear(3, 2);

        protected void Register() => RegisterComponents();

        public override Tensor forward(Tensor input) => change(_weights.call(input));
    }

    public sealed class UnregisteredModule() : ScoresOf(scores => scores.mean([0]));

    public sealed class DetachedModule : ScoresOf
    {
        public DetachedModule()
            : base(scores => scores.mean([0]).detach()) => Register();
    }

    public sealed class WideModule : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _weights = nn.Linear(7, 2);

        public WideModule()
            : base(nameof(WideModule)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _weights.call(input).mean([0]);
    }

    public sealed class NormalisedModule : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _weights = nn.Linear(3, 2);
        private readonly BatchNorm1d _normalisation = nn.BatchNorm1d(2);

        public NormalisedModule()
            : base(nameof(NormalisedModule)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _normalisation.call(_weights.call(input).mean([0]));
    }

    public sealed class RowlessModule : ScoresOf
    {
        public RowlessModule()
            : base(scores => scores.mean([1])) => Register();
    }

    public sealed class WholeModule : ScoresOf
    {
        public WholeModule()
            : base(scores => scores.sum([0], type: ScalarType.Float32).to(ScalarType.Int64)) => Register();
    }

    public sealed class ChangingModule : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _weights;

        public ChangingModule()
            : this(3)
        {
        }

        public ChangingModule(int inputs)
            : base(nameof(ChangingModule))
        {
            _weights = nn.Linear(inputs, 2);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _weights.call(input).mean([0]);
    }
}
