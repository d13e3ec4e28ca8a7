namespace SpikeML.Docs.Tests;

/// <summary>The public functions and classes of snnTorch 0.9.4, by module.</summary>
internal static class SnnTorchNames
{
    public static IReadOnlyDictionary<string, string> OfModules { get; } = new Dictionary<string, string>
    {
        ["spikegen"] = "rate latency delta rate_conv latency_code latency_code_linear latency_code_log targets_convert "
            + "targets_rate target_rate_code rate_interpolate latency_interpolate targets_latency to_one_hot_inverse "
            + "to_one_hot from_one_hot",
        ["spikeplot"] = "animator raster spike_count traces Camera",
        ["snntorch"] = "SpikingNeuron LIF Alpha DeltaLeaky Lapicque Leaky LinearLeaky StateLeaky Synaptic RLeaky RSynaptic "
            + "SConv2dLSTM SLSTM LeakyParallel BatchNormTT1d BatchNormTT2d GradedSpikes",
        ["surrogate"] = "straight_through_estimator triangular fast_sigmoid atan heaviside sigmoid spike_rate_escape SSO LSO SFS "
            + "custom_surrogate StraightThroughEstimator Triangular FastSigmoid ATan Heaviside Sigmoid SpikeRateEscape "
            + "StochasticSpikeOperator LeakySpikeOperator SparseFastSigmoid CustomSurrogate",
        ["functional.loss"] = "LossFunctions ce_rate_loss ce_count_loss ce_max_membrane_loss mse_count_loss mse_membrane_loss "
            + "SpikeTime mse_temporal_loss ce_temporal_loss",
        ["functional.acc"] = "accuracy_rate accuracy_temporal",
        ["functional.reg"] = "l1_rate_sparsity",
        ["functional.quant"] = "state_quant StateQuant",
        ["functional.probe"] = "OutputMonitor InputMonitor AttributeMonitor GradInputMonitor GradOutputMonitor BaseMonitor "
            + "unpack_len1_tuple",
        ["functional.stdp_learner"] = "stdp_linear_single_step mstdp_linear_single_step mstdpet_linear_single_step "
            + "stdp_conv2d_single_step stdp_conv1d_single_step STDPLearner",
        ["backprop"] = "TBPTT BPTT RTRL",
        ["export_nir, import_nir"] = "export_to_nir import_from_nir",
        ["utils"] = "data_subset valid_split reset",
        ["spikevision.spikedata"] = "NMNIST DVSGesture SHD",
    };
}
