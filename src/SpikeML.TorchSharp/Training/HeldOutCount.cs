using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>
/// Counts the rows that are held out and those to train on, so that a share that leaves none is found before training.
/// </summary>
/// <param name="options">The share and the seed.</param>
/// <param name="row">The current row.</param>
internal sealed class HeldOutCount(SpikingNetworkOptions options, DataViewRow row)
{
    private readonly HeldOut _heldOut = new(options.Seed!.Value, options.ValidationFraction);
    private readonly ValueGetter<DataViewRowId> _idGetter = row.GetIdGetter();
    private long _held, _all, _weightless;

    /// <summary>Counts the current row. A row of weight 0 has no part in losses, so it does not count.</summary>
    public void Add(double weight)
    {
        if (weight == 0)
        {
            _weightless++;
            return;
        }
        DataViewRowId id = default;
        _idGetter(ref id);
        _all++;
        _held += _heldOut.Takes(id) ? 1 : 0;
    }

    /// <exception cref="InvalidOperationException">There are no rows to validate on, or none to train on.</exception>
    public void RequireBoth()
    {
        if (_held > 0 && _held < _all)
            return;
        string rows = Counted.Of(_all, "row") + (_weightless > 0 ? " with a weight above 0" : "");
        (string which, string what, string how) = _held == 0 ? ("none", "validate", "raise") : ("all", "train", "lower");
        throw new InvalidOperationException(FormattableString.Invariant(
            $"{nameof(options.ValidationFraction)} = {options.ValidationFraction} holds out {which} of the {rows}, ")
            + $"so there is nothing to {what} on: {how} it, or train on more rows.");
    }
}
