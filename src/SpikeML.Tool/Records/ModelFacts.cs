using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;
using SpikeML.Tool.Encoders;

namespace SpikeML.Tool.Records;

/// <summary>What a model is: its steps, the options of its encoders, and a checksum of all that it learned.</summary>
internal static class ModelFacts
{
    // A number for each feature is part of the checksum; nobody reads it.
    private const int LongestValue = 60;

    // What ML.NET notes about the program that saved the model.
    private const string ProgramFolder = "TrainingInfo";

    public static IEnumerable<Fact> Of(MLContext context, ITransformer model)
    {
        // A fitted model and the same model loaded from a file must agree, so both are taken from a file.
        ITransformer[] steps = [.. Steps(model).Select(step => Load(context, Save(context, step)))];
        yield return new("encoder", NamesOf(model));
        HashSet<string> named = [];
        foreach (Fact option in steps.OfType<ISpikeTransformer>().SelectMany(step => Options(step.Codes[0])))
        {
            if (named.Add(option.Name))
                yield return option;
        }
        yield return new("model", Sum(steps.Select(step => Save(context, step))));
    }

    /// <summary>The steps of a model in words, such as "scale, then rate".</summary>
    public static string NamesOf(ITransformer model) => string.Join(", then ", Steps(model).Select(step =>
        step is ISpikeTransformer spikes ? spikes.Codes[0].Entry.Name : step.GetType().Name));

    /// <summary>The steps of a model in order.</summary>
    public static IEnumerable<ITransformer> Steps(ITransformer model) => model is IEnumerable<ITransformer> chain
        ? chain.SelectMany(Steps) : [model];

    private static IEnumerable<Fact> Options(SpikeCode code)
    {
        foreach (PropertyInfo property in code.GetType().GetProperties())
        {
            if (property.SetMethod is not { IsPublic: true })
                continue;
            string value = OptionValue.Show(property.GetValue(code));
            yield return new($"--{Kebab.Of(property.Name)}", value.Length <= LongestValue ? value
                : ContentSum.OfBytes(Encoding.UTF8.GetBytes(value)));
        }
    }

    private static byte[] Save(MLContext context, ITransformer step)
    {
        using MemoryStream file = new();
        context.Model.Save(step, null, file);
        return file.ToArray();
    }

    private static ITransformer Load(MLContext context, byte[] file)
    {
        using MemoryStream stream = new(file);
        return Steps(context.Model.Load(stream, out _)).Single();
    }

    /// <summary>The checksum of the names and contents of all parts; the zip file around them contains the time.</summary>
    private static string Sum(IEnumerable<byte[]> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] file in files)
        {
            using ZipArchive zip = new(new MemoryStream(file));
            foreach (ZipArchiveEntry part in zip.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal)
                .Where(part => !part.FullName.StartsWith(ProgramFolder, StringComparison.Ordinal)))
            {
                using MemoryStream content = new();
                using (Stream source = part.Open())
                    source.CopyTo(content);
                hash.AppendData(Encoding.UTF8.GetBytes($"{part.FullName}\n{part.Length}\n"));
                hash.AppendData(content.ToArray());
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
