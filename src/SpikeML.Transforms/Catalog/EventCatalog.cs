using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

namespace Microsoft.ML;

/// <summary>Adds what is done with recordings of event cameras, as <c>mlContext.Transforms.Events</c>.</summary>
public static class EventCatalogExtensions
{
    extension(TransformsCatalog catalog)
    {
        /// <summary>
        /// What is done with recordings of event cameras before training: crop, resize, denoise, bin and others.
        /// </summary>
        public EventCatalog Events => new(catalog);
    }
}

/// <summary>What is done with recordings of event cameras, available as <c>mlContext.Transforms.Events</c>.</summary>
/// <remarks>
/// A row is a recording, or a slice of one: a column of events (<see cref="EventColumn"/>). Invalid options throw
/// <see cref="ArgumentOutOfRangeException"/> when the estimator is created; missing columns and columns of other types throw in
/// <c>Fit</c>; events that are invalid or outside the sensor throw <see cref="InvalidFeatureException"/> when their row is read.
/// What is drawn at random depends on the saved seed, the row's events and, if one is named, the row key column; it does not
/// depend on the row's position.
/// </remarks>
public sealed partial class EventCatalog
{
    private readonly IHostEnvironment _environment;

    /// <summary>
    /// The verbs, for languages that do not support <c>mlContext.Transforms.Events</c>: F#, Visual Basic, and C# before 14.
    /// </summary>
    /// <param name="catalog">ML.NET's transforms, <c>mlContext.Transforms</c>.</param>
    public EventCatalog(TransformsCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _environment = catalog.GetEnvironment();
    }

    private SpikeEstimator<TCode> Apply<TCode>(
        InputOutputColumnPair[] columns, TCode options, CancellationToken cancellationToken = default)
        where TCode : EventCode => new(_environment, columns, options, cancellationToken);
}
