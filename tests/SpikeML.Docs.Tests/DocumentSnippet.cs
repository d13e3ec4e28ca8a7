using Microsoft.ML;

namespace SpikeML.Docs.Tests;

/// <summary>
/// What the documents' code blocks may take as given: a context, some digits, and a folder of their own to write to.
/// </summary>
internal abstract class DocumentSnippet
{
    protected MLContext mlContext { get; } = new(seed: 1);

    protected IDataView data => mlContext.Data.LoadSampleDigits(200);

    /// <summary>What the block's comments say that it prints.</summary>
    public virtual string[] Prints => [];

    public abstract Task Run();
}
