using Microsoft.ML;

namespace SpikeML.Tests.Engine;

/// <summary>Columns that cannot be encoded are refused when a pipeline is fitted, not when its rows are read.</summary>
public class FitRefusalTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Fit_refuses_another_number_of_slots_than_was_learned()
    {
        ScaleOptions learned = Estimator(new ScaleOptions()).Fit(Data(3)).Codes[0];
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimator(learned).Fit(Data(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimator(
            Estimator(new ReceptiveFieldEncodingOptions()).Fit(Data(3)).Codes[0]).Fit(Data(4)));
    }

    [Fact]
    public void Fit_refuses_more_values_than_an_array_holds() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Estimator(new RateEncodingOptions { NumSteps = int.MaxValue }).Fit(Data(3)));

    [Fact]
    public void Fit_refuses_a_time_varying_rate_of_another_number_of_steps() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Estimator(new RateEncodingOptions { TimeVarying = true, NumSteps = 7 }).Fit(Data(3)));

    [Fact]
    public void Fit_refuses_a_first_spike_after_all_steps_that_can_be_counted() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Estimator(new RateEncodingOptions { TimeVarying = true, FirstSpikeTime = int.MaxValue }).Fit(Data(3)));

    [Fact]
    public void Codes_that_draw_nothing_have_no_seed_and_need_no_row_key()
    {
        SpikeEstimator<BinEncodingOptions> bins =
            Estimator(new BinEncodingOptions { Regular = true, RowKeyColumnName = "nowhere" });
        Assert.Null(bins.Code.Seed);
        Assert.NotEmpty(OneColumn.Read(bins.Fit(Data(3)).Transform(Data(3)), "S"));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Estimator(new BinEncodingOptions { RowKeyColumnName = "nowhere" }).Fit(Data(3)));
    }

    private SpikeEstimator<TCode> Estimator<TCode>(TCode code)
        where TCode : SpikeCode => _context.Transforms.Spikes.Encode([new("S", "Features")], code);

    private IDataView Data(int slots) => OneColumn.Of(_context, [slots],
        [.. Enumerable.Range(0, slots).Select(slot => slot / 8f)], [.. Enumerable.Range(0, slots).Select(slot => 1 - slot / 8f)]);
}
