using Microsoft.ML.Data;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>The same trainers with a column of example weights, in its place in ML.NET's own trainers.</summary>
public static partial class SpikingNetworkCatalog
{
    /// <summary>Trains a spiking network for multiclass classification on rows of different weights.</summary>
    /// <remarks>
    /// The losses and the figures in the log are weighted means: a row of weight 2 counts as two rows, one of weight 0 as none.
    /// Only the scaling of the first weights ignores them.
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.MulticlassClassification.Trainers</c>.</param>
    /// <param name="labelColumnName">The label column: a key, or targets, [numSteps, classes].</param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="exampleWeightColumnName">
    /// The weights of the rows, a Single of at least 0, or null for equal weights.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingNetworkTrainer SpikingNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        string labelColumnName, string spikeColumnName, string? exampleWeightColumnName, SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Multiclass, labelColumnName, spikeColumnName, exampleWeightColumnName, options,
            epochFinished, cancellationToken);

    /// <summary>Trains a spiking network for binary classification on rows of different weights.</summary>
    /// <remarks>
    /// The losses and the figures in the log are weighted means: a row of weight 2 counts as two rows, one of weight 0 as none.
    /// Only the scaling of the first weights ignores them.
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.BinaryClassification.Trainers</c>.</param>
    /// <param name="labelColumnName">The label column: a Boolean, or targets, [numSteps, 2].</param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="exampleWeightColumnName">
    /// The weights of the rows, a Single of at least 0, or null for equal weights.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingNetworkTrainer SpikingNetwork(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName, string spikeColumnName, string? exampleWeightColumnName, SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Binary, labelColumnName, spikeColumnName, exampleWeightColumnName, options,
            epochFinished, cancellationToken);

    /// <summary>Trains a spiking network for regression on rows of different weights.</summary>
    /// <remarks>
    /// The losses and the figures in the log are weighted means: a row of weight 2 counts as two rows, one of weight 0 as none.
    /// Only the scaling of the first weights ignores them.
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.Regression.Trainers</c>.</param>
    /// <param name="labelColumnName">
    /// The label column: a Single, or numbers for each step, [numSteps] or [numSteps, outputs].
    /// </param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="exampleWeightColumnName">
    /// The weights of the rows, a Single of at least 0, or null for equal weights.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingNetworkTrainer SpikingNetwork(this RegressionCatalog.RegressionTrainers catalog,
        string labelColumnName, string spikeColumnName, string? exampleWeightColumnName, SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Regression, labelColumnName, spikeColumnName, exampleWeightColumnName, options,
            epochFinished, cancellationToken);
}
