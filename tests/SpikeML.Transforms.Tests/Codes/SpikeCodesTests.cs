using System.Reflection;
using Microsoft.ML;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Codes;

/// <summary>What a new code is still missing.</summary>
public class SpikeCodesTests
{
    public static TheoryData<string> Encoders => [.. SpikeCodes.Encoders.Select(entry => entry.Name)];

    public static TheoryData<string> Decoders =>
        [.. SpikeCodes.Encoders.Where(entry => HasDecoder(entry.Default!)).Select(entry => entry.Name)];

    [Fact]
    public void Every_code_stands_in_the_list() => Assert.Equal(
        typeof(SpikeCode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SpikeCode)) && !type.IsAbstract)
            .Select(type => type.Name).Order(),
        SpikeCodes.All.Select(entry => entry.CodeType.Name).Order());

    [Fact]
    public void Names_and_signatures_are_different_and_fit_a_model_file()
    {
        Assert.Equal(SpikeCodes.All.Length, SpikeCodes.All.DistinctBy(entry => entry.Name).Count());
        Assert.Equal(SpikeCodes.All.Length, SpikeCodes.All.DistinctBy(entry => entry.LoaderSignature).Count());
        Assert.Equal(SpikeCodes.All.Length, SpikeCodes.All
            .DistinctBy(entry => entry.VersionOf(ModelFormat.Third).ModelSignature).Count());
        Assert.All(SpikeCodes.All, entry => Assert.InRange(entry.LoaderSignature.Length, 1, 24));
    }

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_code_has_a_verb(string name)
    {
        SpikeCodeEntry entry = Find(name);
        Type estimator = typeof(SpikeEstimator<>).MakeGenericType(entry.CodeType);
        Assert.True(typeof(SpikeCatalog).GetMethods().Any(method =>
            method.ReturnType == estimator && method.Name.StartsWith("Encode", StringComparison.Ordinal)
            && method.GetParameters() is [{ ParameterType: var output }, ..] && output == typeof(string)),
                $"Add a verb of '{name}' to SpikeCatalog.");
    }

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_code_has_a_conformance_case(string name) =>
        Assert.True(Estimators().Any(estimator => CodeOf(estimator)?.GetType() == Find(name).CodeType),
            $"Add a case of '{name}' to Conformance/Cases.");

    [Theory]
    [MemberData(nameof(Decoders))]
    public void Every_decoder_has_a_conformance_case(string name) => Assert.True(
        Estimators().Any(estimator => CodeOf(estimator) is SpikeDecodingOptions decoding
            && decoding.Code.GetType() == Find(name).CodeType),
        $"Add a case of Decode with '{name}' to Conformance/Cases/DecoderCases.cs.");

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_code_survives_being_written_and_read(string name)
    {
        SpikeCodeEntry entry = Find(name);
        SpikeCode code = entry.Default switch
        {
            RateTargetEncodingOptions targets => targets with { NumClasses = 5, FiringPattern = FiringPattern.Uniform },
            LatencyTargetEncodingOptions targets => targets with { NumClasses = 5, Latency = new() { NumSteps = 9 } },
            var own => own!,
        };
        if (code.Draws is { } draws)
            code = code.WithDraws(draws with { Seed = 7, RowKeyColumnName = "Id" });
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            SpikeCodeEntry.Write(writer, code);
        stream.Position = 0;
        using CodeReader reader = new(stream, ModelFormat.Third);
        Assert.Equal(code, entry.Read(reader));
        Assert.False(reader.HasMore());
    }

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_code_says_whether_it_has_a_gain(string name)
    {
        SpikeCodeEntry entry = Find(name);
        Assert.Equal(entry.CodeType.GetProperty("Gain") is not null, entry.Default!.HasGain);
    }

    private static SpikeCodeEntry Find(string name) => SpikeCodes.All.Single(entry => entry.Name == name);

    private static IEnumerable<IEstimator<ITransformer>> Estimators()
    {
        MLContext context = new(seed: 1);
        return ConformanceCases.All.Select(test => test.Estimator(context));
    }

    private static SpikeCode? CodeOf(IEstimator<ITransformer> estimator) =>
        (SpikeCode?)estimator.GetType().GetProperty(nameof(SpikeEstimator<>.Code))?.GetValue(estimator);

    /// <summary>Whether a class between the code and <see cref="SpikeCode"/> decodes.</summary>
    private static bool HasDecoder(SpikeCode code) =>
        code.GetType().GetMethod(nameof(SpikeCode.CheckDecodable),
            BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(SpikeCode);
}
