/// <summary>What the reference is arranged by: pages of one package that a reader looks for together.</summary>
/// <param name="Name">The heading in the index.</param>
/// <param name="Package">The package whose types the pages have.</param>
/// <param name="Pages">The pages, in the order of the index.</param>
internal sealed record Concept(string Name, string Package, IReadOnlyList<ConceptPage> Pages);

/// <summary>A page of the reference.</summary>
/// <param name="Name">The name of its file, and of the folder of the sources whose types it has unless it says otherwise.</param>
/// <param name="Title">Its heading.</param>
internal sealed record ConceptPage(string Name, string Title)
{
    /// <summary>The folders of the sources whose public types are on the page.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [Name];

    /// <summary>Types of other folders that are on this page, and not on their folder's.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
}

/// <summary>Every concept, in the order in which a reader meets them.</summary>
internal static class Concepts
{
    public static IReadOnlyList<Concept> All { get; } =
    [
        new("Encoders", "SpikeML.Transforms",
        [
            new("Catalog", "The catalog"),
            new("Estimators", "Estimators and transformers") { Folders = ["Engine", "Checks"] },
            new("Codes", "Kinds of codes"),
        ]),
        new("Codes of values", "SpikeML.Transforms",
        [
            new("Rate", "Rate"), new("RegularRate", "Regular rate"), new("SignedRate", "Signed rate"),
            new("PoissonIntervals", "Poisson intervals"), new("LifCurrent", "LIF current"), new("Latency", "Latency"),
            new("LogLatency", "Log latency"), new("RankOrder", "Rank order"), new("Phase", "Phase"),
            new("Burst", "Burst"), new("Population", "Populations"), new("Bins", "Bins"),
        ]),
        new("Codes of series", "SpikeML.Transforms",
        [
            new("Delta", "Delta"), new("StepForward", "Step-forward"), new("ThresholdBased", "Threshold-based"),
            new("MovingWindow", "Moving window"), new("Bsa", "BSA"), new("PulseWidth", "Pulse width"),
            new("Residue", "Residue"), new("MultiThreshold", "Multi-threshold"),
        ]),
        new("Targets", "SpikeML.Transforms", [new("Targets", "Targets")]),
        new("Decoders and readouts", "SpikeML.Transforms",
            [new("Decoding", "Decoders and readouts"), new("Quality", "Quality of a code")
                { Types = ["SpikeQualityExtensions", "SpikeQualityCatalog"] }]),
        new("Columns", "SpikeML.Transforms",
        [
            new("Scaling", "Learned ranges") { Folders = ["Scaling", "Learning"] },
            new("Shaping", "Shapes of columns"),
            new("Annotations", "Annotations"),
        ]),
        new("Spike trains", "SpikeML.Transforms", [new("Trains", "Spike trains") { Types = ["SpikeTrainDataViewExtensions"] }]),
        new("Streams", "SpikeML.Transforms", [new("Streams", "Streams") { Types = ["SpikeStreamEngineExtensions"] }]),
        new("Events", "SpikeML.Transforms",
        [
            new("Events", "Events"), new("EventColumns", "Columns of events"), new("EventFilters", "Filters of events"),
            new("EventTensors", "Events as vectors"), new("EventSimulation", "Simulated event cameras"),
        ]),
        new("Data sets", "SpikeML.Transforms", [new("Mnist", "MNIST and generated digits") { Types = ["MnistCatalog"] }]),
        new("Files", "SpikeML.Transforms",
        [
            new("Models", "Model files") { Folders = [], Types = ["ModelLoading", "ModelSaving"] },
            new("Files", "NumPy files"),
            new("Onnx", "ONNX models"),
        ]),
        new("Plots", "SpikeML.Plot",
        [
            new("SpikeML.Plot", "SpikePlot"), new("Figures", "Figures"), new("Rasters", "Rasters"), new("Counts", "Counts"),
            new("Traces", "Traces"), new("Lines", "Lines"), new("Images", "Images"), new("Statistics", "Statistics"),
            new("Membranes", "Membranes"), new("Weights", "Weights"), new("Correlations", "Correlations"),
            new("SpaceTime", "Events in space and time"),
            new("Comparisons", "Comparisons of codes"), new("Training", "Training curves"),
            new("Tables", "Tables"), new("Colors", "Colors"), new("Export", "Export"), new("Pipelines", "Pictures as columns"),
        ]),
        new("Animations", "SpikeML.Plot", [new("Animations", "Animations")]),
        new("Networks", "SpikeML.TorchSharp",
        [
            new("Training", "Trainers") { Folders = ["SpikeML.TorchSharp", "Training", "Weights", "Inference"] },
            new("Modules", "Modules of your own"),
            new("Neurons", "Neurons"), new("Losses", "Losses"), new("Batches", "Batches"),
        ]),
        new("NIR", "SpikeML.Nir",
        [
            new("Networks", "Saving networks") { Folders = ["SpikeML.Nir", "Networks"] },
            new("Graphs", "Graphs"),
            new("Nodes", "Nodes"),
            new("Data", "Spikes and membranes"),
        ]),
    ];
}
