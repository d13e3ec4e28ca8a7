using SpikeML.Tool.Encoders;

namespace SpikeML.Tool.Tests.Encoders;

public class OptionValueTests
{
    [Theory]
    [InlineData("Exponential")]
    [InlineData("exponential")]
    public void Parse_takes_the_names_of_an_enum_in_any_case(string text) =>
        Assert.Equal(PoissonIntervalDistribution.Exponential,
            OptionValue.Parse(text, typeof(PoissonIntervalDistribution), mayBeNull: false));

    [Theory]
    [InlineData(typeof(PoissonIntervalDistribution), "1")]
    [InlineData(typeof(PoissonIntervalDistribution), "+1")]
    [InlineData(typeof(PoissonIntervalDistribution), "Poisson,Exponential")]
    [InlineData(typeof(PoissonIntervalDistribution), "Poisson, Poisson")]
    [InlineData(typeof(PoissonIntervalDistribution), "")]
    [InlineData(typeof(FiringPattern), "0")]
    [InlineData(typeof(DayOfWeek?), "6")]
    [InlineData(typeof(int?), "null")]
    [InlineData(typeof(ValueRange?), "null")]
    [InlineData(typeof(int), "null")]
    public void Parse_refuses_what_is_no_value_in_words(Type type, string text) =>
        Assert.ThrowsAny<FormatException>(() => OptionValue.Parse(text, type, mayBeNull: false));

    [Fact]
    public void Parse_takes_null_where_leaving_the_option_out_means_another_value()
    {
        Assert.Null(OptionValue.Parse("null", typeof(int?), mayBeNull: true));
        using WorkFolder folder = new();
        Tool.Do(folder, "encode latency --sample-digits 2 --num-steps null -o latest.csv");
        Assert.True(File.Exists(folder.File("latest.csv")));
    }

    [Fact]
    public void Every_seed_refuses_null()
    {
        using WorkFolder folder = new();
        string[] drawn = [.. Encoder.All.Where(encoder => encoder.Options.Any(option => option.Name == "Seed"))
            .Select(encoder => encoder.Name)];
        Assert.Contains("rate", drawn);
        foreach (string name in drawn)
        {
            Outcome outcome = Tool.Run(folder, "encode", name, "--sample-digits", "2", "--seed", "null", "-o", "a.npz");
            Assert.Contains("--seed expects an integer, got 'null'.", outcome.Errors);
            Assert.Empty(folder.Files());
        }
    }
}
