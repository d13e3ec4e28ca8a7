namespace SpikeML.Torch;

// What options must satisfy, alone and together.
public sealed partial record SpikingNetworkOptions
{
    internal SpikingNetworkOptions Validated(SpikingTask task)
    {
        OptionCheck.Require(ClassWeights is null || task != SpikingTask.Regression, ClassWeights, nameof(ClassWeights),
            "ClassWeights are for classification.");
        SpikeLossOptions.CheckClassWeights(ClassWeights ?? []);
        OptionCheck.AtLeast(1, OutputsPerClass, nameof(OutputsPerClass));
        OptionCheck.Require(OutputsPerClass == 1 || task != SpikingTask.Regression, OutputsPerClass, nameof(OutputsPerClass),
            "OutputsPerClass must be 1 for regression.");
        OptionCheck.Require(Layers is not null && Layers.All(layer => layer is not null), Layers, nameof(Layers),
            "Layers must not be null or contain null.");
        foreach (SpikingLayer layer in Layers!)
        {
            string? fault = layer.Fault() ?? layer.SilenceFault();
            OptionCheck.Require(fault is null, layer, nameof(Layers), $"A layer ({layer}) {fault}.");
        }
        NeuronCheck.Decay(Beta, nameof(Beta));
        OptionCheck.Positive(Threshold, nameof(Threshold));
        OptionCheck.Require(Enum.IsDefined(Reset), Reset, nameof(Reset), "Reset must be Subtract, Zero or None.");
        OptionCheck.Require(OutputReset is null || Enum.IsDefined(OutputReset.Value), OutputReset, nameof(OutputReset),
            "OutputReset must be null, Subtract, Zero or None.");
        OptionCheck.Require(OutputReset is null || OutputNeuronModel?.Reset is null, OutputReset, nameof(OutputReset),
            "OutputReset must be null if OutputNeuronModel has a reset.");
        OptionCheck.Require(Enum.IsDefined(FirstWeights), FirstWeights, nameof(FirstWeights),
            "FirstWeights must be ScaledToData or Uniform.");
        OptionCheck.Require(Surrogate is not null, Surrogate, nameof(Surrogate), "Surrogate must not be null.");
        OptionCheck.Require(Enum.IsDefined(Loss), Loss, nameof(Loss), "Loss must be one of the losses.");
        OptionCheck.Require(Enum.IsDefined(Device), Device, nameof(Device), "Device must be Automatic, Cpu or Cuda.");
        OptionCheck.Positive(LearningRate, nameof(LearningRate));
        OptionCheck.Require(LearningRateDecay is > 0 and <= 1, LearningRateDecay, nameof(LearningRateDecay),
            "LearningRateDecay must be above 0 and at most 1.");
        OptionCheck.AtLeast(1, Epochs, nameof(Epochs));
        OptionCheck.AtLeast(1, BatchSize, nameof(BatchSize));
        OptionCheck.Require(ValidationFraction is >= 0 and < 1, ValidationFraction, nameof(ValidationFraction),
            "ValidationFraction must be at least 0 and below 1.");
        OptionCheck.AtLeast(1, Patience ?? 1, nameof(Patience));
        OptionCheck.Require(Patience is null || ValidationFraction > 0, Patience, nameof(Patience),
            "Patience needs a ValidationFraction above 0.");
        RecordedLayers.Check(Layers, OutputSpikesColumnName, OutputMembraneColumnName);
        CheckActivity();
        CheckTruncation(task);
        return this;
    }

    private void CheckActivity()
    {
        OptionCheck.NotNegative(SpikeRegularization, nameof(SpikeRegularization));
        OptionCheck.Require(MaximumHiddenRate is >= 0 and <= 1, MaximumHiddenRate, nameof(MaximumHiddenRate),
            "MaximumHiddenRate must be 0 to 1.");
        OptionCheck.Require(MinimumHiddenRate >= 0 && MinimumHiddenRate <= MaximumHiddenRate, MinimumHiddenRate,
            nameof(MinimumHiddenRate), $"MinimumHiddenRate must be 0 to MaximumHiddenRate ({MaximumHiddenRate}).");
        OptionCheck.Positive(RateRegularization, nameof(RateRegularization));
        string option = SpikeRegularization > 0 ? nameof(SpikeRegularization)
            : MinimumHiddenRate > 0 ? nameof(MinimumHiddenRate) : nameof(MaximumHiddenRate);
        OptionCheck.Require(Layers.Count > 0 || !new HiddenActivity(this).IsCosted, Layers, option,
            $"{option} needs hidden layers (Layers).");
    }

    private void CheckTruncation(SpikingTask task)
    {
        OptionCheck.AtLeast(1, TruncationSteps ?? 1, nameof(TruncationSteps));
        OptionCheck.Require(TruncationSteps is null || task == SpikingTask.Regression
            || Loss is not (SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared), TruncationSteps,
            nameof(TruncationSteps), $"TruncationSteps must be null with Loss = {Loss}, because a part of a row has no first "
                + "spike of its own.");
    }
}
