namespace SpikeML.Docs.Tests;

/// <summary>Every code has a page in docs/codes, with all sections, and a row in the table of all codes.</summary>
public class CodePageTests
{
    private static readonly string[] Sections =
        ["Formula", "Options", "When to choose it", "Example", "The column", "Decoding", "Cost", "Source"];

    public static TheoryData<string> Codes => [.. SpikeCodes.All.Select(code => code.Name)];

    public static TheoryData<string> Encoders => [.. SpikeCodes.Encoders.Select(code => code.Name)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_that_names_its_verbs(string code)
    {
        SpikeCodeEntry entry = Entry(code);
        string page = string.Join('\n', CodePages.Lines(CodePages.Of(entry)));
        foreach (string verb in CodePages.Verbs(entry))
            Assert.Contains($"`{verb}`", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_page_has_all_sections_in_order(string code)
    {
        string[] headings = [.. CodePages.Lines(code).Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line[3..]).Where(Sections.Contains)];
        Assert.Equal(Sections, headings);
        Assert.All(Sections, section => Assert.Contains(CodePages.Section(code, section), line => line.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_example_uses_the_verb(string code) =>
        Assert.Contains(CodePages.Section(code, "Example"), line =>
            line.Contains($".{CodePages.Verbs(Entry(code)).Single()}(", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_code_has_a_row_in_the_table_of_all_codes(string code) =>
        Assert.Contains(CodePages.Lines("README"), line =>
            line.StartsWith($"| [`{CodePages.Verbs(Entry(code)).Single()}`]({code}.md) |", StringComparison.Ordinal));

    private static SpikeCodeEntry Entry(string code) => SpikeCodes.All.Single(entry => entry.Name == code);
}
