using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Primitives;
using Microsoft.ML;

namespace SpikeML.WebApi;

/// <summary>
/// Prediction engines for a model file, shared by all requests. When the file is replaced, new requests use the new model, and
/// those under way end with the one that they began with. A file that cannot be loaded is reported and the old model kept.
/// </summary>
internal sealed partial class ModelPool : IDisposable
{
    private readonly string _path;
    private readonly ServiceMetrics _metrics;
    private readonly ILogger<ModelPool> _log;
    private readonly PhysicalFileProvider _files;
    private readonly IDisposable _watch;
    private volatile Loaded _loaded;

    public ModelPool(string path, ServiceMetrics metrics, ILogger<ModelPool> log)
    {
        _path = Path.GetFullPath(path);
        _metrics = metrics;
        _log = log;
        _loaded = Load();
        _files = new PhysicalFileProvider(Path.GetDirectoryName(_path)!);
        _watch = ChangeToken.OnChange(() => _files.Watch(Path.GetFileName(_path)), Reload);
    }

    /// <summary>The version of the model for new requests.</summary>
    public string Version => _loaded.Version;

    /// <summary>Why the file that replaced the model's is not in use, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Encodes and predicts one digit, and returns the version of the model.</summary>
    public (Encoded Encoded, string Version) Predict(Digit digit)
    {
        Loaded loaded = _loaded;
        PredictionEngine<Digit, Encoded> engine = loaded.Engines.Get();
        long start = Stopwatch.GetTimestamp();
        try
        {
            Encoded encoded = engine.Predict(digit);
            _metrics.Predicted(encoded.Key, Stopwatch.GetElapsedTime(start));
            return (encoded, loaded.Version);
        }
        finally
        {
            loaded.Engines.Return(engine);
        }
    }

    public void Dispose()
    {
        _watch.Dispose();
        _files.Dispose();
    }

    private void Reload()
    {
        try
        {
            _loaded = Load();
            Fault = null;
            _metrics.Loaded(isSound: true);
            LogLoaded(_path, _loaded.Version);
        }
        catch (Exception error)
        {
            Fault = $"The model file was replaced by one that cannot be loaded: {error.Message}";
            _metrics.Loaded(isSound: false);
            LogKept(error, _path, _loaded.Version);
        }
    }

    private Loaded Load()
    {
        byte[] file = File.ReadAllBytes(_path);
        MLContext context = new();
        ITransformer model = context.Model.LoadVerified(new MemoryStream(file), out _);
        DefaultObjectPool<PredictionEngine<Digit, Encoded>> engines = new(new Policy(context, model));
        // A model of other columns is refused here, before it gets a request.
        engines.Return(engines.Get());
        return new Loaded(engines, Convert.ToHexString(SHA256.HashData(file))[..12]);
    }

    [LoggerMessage(LogLevel.Information, "Loaded {path}, version {version}")]
    private partial void LogLoaded(string path, string version);

    [LoggerMessage(LogLevel.Error, "{path} was replaced by a file that cannot be loaded; version {version} stays in use")]
    private partial void LogKept(Exception error, string path, string version);

    private sealed record Loaded(ObjectPool<PredictionEngine<Digit, Encoded>> Engines, string Version);

    private sealed class Policy(MLContext context, ITransformer model) : PooledObjectPolicy<PredictionEngine<Digit, Encoded>>
    {
        public override PredictionEngine<Digit, Encoded> Create() => context.Model.CreatePredictionEngine<Digit, Encoded>(model);

        public override bool Return(PredictionEngine<Digit, Encoded> engine) => true;
    }
}
