namespace SpikeML.Nir;

/// <summary>Options of <c>SaveNirData</c>.</summary>
public sealed record NirDataOptions
{
    /// <summary>The duration of a step, in seconds, above 0.</summary>
    /// <value>0.0001 by default, as that of graphs.</value>
    public double TimeStep { get; init; } = NirDefaults.TimeStep;

    /// <summary>How values are arranged.</summary>
    /// <value>Events by default.</value>
    public NirDataForm Form { get; init; } = NirDataForm.Events;

    internal void Validate()
    {
        OptionCheck.Positive(TimeStep, nameof(TimeStep));
        OptionCheck.Require(Enum.IsDefined(Form), Form, nameof(Form), $"{nameof(Form)} is not one of the forms of NIRData.");
    }
}
