using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpikeML.Tool.Records;

/// <summary>A property of a job, in words.</summary>
internal readonly record struct Fact(string Name, string Value);

/// <summary>
/// What a spike file is: everything that its spikes depend on, its rows, and the checksum of its content. Two files are parts of
/// one run if all their facts are equal.
/// </summary>
/// <param name="Version">The version of SpikeML that wrote the file.</param>
/// <param name="Facts">The encoder, its options, the model, the input, labels and columns.</param>
/// <param name="First">The first row, counted in the whole input.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="AllRows">The number of rows of the whole input.</param>
internal sealed record JobRecord(string Version, ImmutableArray<Fact> Facts, long First, long Count, long AllRows)
{
    private const string VersionName = "spikeml", FirstName = "first-row", CountName = "rows", AllName = "rows-of-input",
        SumName = "sha256";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The number of digits of a checksum.</summary>
    public const int SumLength = 64;

    /// <summary>A checksum that is unknown.</summary>
    public static readonly string NoSum = new('0', SumLength);

    /// <summary>How the text of every record begins.</summary>
    public static ReadOnlySpan<byte> Mark => "{\"spikeml\":\""u8;

    /// <summary>The version of this program.</summary>
    public static string OwnVersion { get; } = typeof(JobRecord).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The SHA-256 of the content in hexadecimal digits, or zeros as long as it is unknown.</summary>
    public string Sum { get; init; } = NoSum;

    /// <summary>The rows in words.</summary>
    public string RowsText => Count == 0
        ? string.Create(CultureInfo.InvariantCulture, $"no rows of {AllRows:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"rows {First:N0} to {First + Count - 1:N0} of {AllRows:N0}");

    /// <summary>The record of a file with all rows of the input.</summary>
    public JobRecord OfAllRows() => this with { First = 0, Count = AllRows };

    /// <summary>The record as one JSON object.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, Json))
        {
            writer.WriteStartObject();
            writer.WriteString(VersionName, Version);
            foreach (Fact fact in Facts)
                writer.WriteString(fact.Name, fact.Value);
            writer.WriteNumber(FirstName, First);
            writer.WriteNumber(CountName, Count);
            writer.WriteNumber(AllName, AllRows);
            writer.WriteString(SumName, Sum);
            writer.WriteEndObject();
        }
        return text.ToArray();
    }

    /// <exception cref="FormatException">It is not the text of a record.</exception>
    public static JobRecord Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonProperty[] properties = [.. document.RootElement.EnumerateObject()];
            Dictionary<string, JsonElement> named = properties.ToDictionary(each => each.Name, each => each.Value);
            JobRecord record = new(TextOf(named[VersionName]),
                [.. properties.Where(each => each.Name is not (VersionName or FirstName or CountName or AllName or SumName))
                    .Select(each => new Fact(each.Name, TextOf(each.Value)))],
                named[FirstName].GetInt64(), named[CountName].GetInt64(), named[AllName].GetInt64())
            {
                Sum = TextOf(named[SumName])
            };
            return record.First >= 0 && record.Count >= 0 && record.Count <= record.AllRows - record.First ? record
                : throw new FormatException("The rows of a record are part of the input's.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or FormatException)
        {
            throw new FormatException($"'{Encoding.UTF8.GetString(text.Span)}' is not a record.", error);
        }
    }

    /// <summary>The first difference to another record apart from its rows, in words such as "its --seed is 2, not 1".</summary>
    public string? DifferenceFrom(JobRecord expected)
    {
        if (Version != expected.Version)
            return $"it was written by SpikeML {Version}, not {expected.Version}";
        foreach (string name in expected.Facts.Concat(Facts).Select(fact => fact.Name).Distinct())
        {
            string own = Of(name), other = expected.Of(name);
            if (own != other)
                return $"its {name} {(IsPlural(name) ? "are" : "is")} {own}, not {other}";
        }
        return AllRows == expected.AllRows ? null : string.Create(CultureInfo.InvariantCulture,
            $"its input has {Counted.Of(AllRows, "row")}, not {expected.AllRows:N0}");
    }

    private static string TextOf(JsonElement value) =>
        value.GetString() ?? throw new FormatException("null is not a fact.");

    private static bool IsPlural(string name) => name.EndsWith('s') && !name.StartsWith('-');

    private string Of(string name) => Facts.FirstOrDefault(fact => fact.Name == name).Value ?? "not set";
}
