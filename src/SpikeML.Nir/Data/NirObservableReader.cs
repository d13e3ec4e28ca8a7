using System.Globalization;
using PureHDF;

namespace SpikeML.Nir;

/// <summary>Reads an observable: events or values in steps.</summary>
/// <param name="values">Reads its datasets.</param>
/// <param name="options">The time step.</param>
/// <param name="name">What errors call it.</param>
/// <param name="group">Its group.</param>
internal sealed class NirObservableReader(H5ValueReader values, NirDataReading options, string name, IH5Group group)
{
    private readonly NirGroup _group = new(group);

    /// <summary>Values for each step and neuron, [rows, steps, neurons].</summary>
    public NirEvents Grid()
    {
        double step = Number("dt");
        // The file's step may have gone through single precision.
        if (options.TimeStep is { } wanted && Math.Abs(wanted - step) > 1e-6 * step)
        {
            throw new ArgumentOutOfRangeException(nameof(NirDataReading.TimeStep), wanted,
                $"{nameof(NirDataReading.TimeStep)} must be null or {Text(step)} s: the values are in steps of that length.");
        }
        double[] data = Numbers("data", out NirShape shape);
        if (shape is not [var rows, var steps and > 0, var neurons and > 0])
            throw Fault($"has the shape {shape} in 'data', which must be [rows, steps, neurons]");
        NirEvents events = new(steps, neurons, Rows(rows));
        for (int i = 0; i < data.Length; i++)
        {
            if (data[i] != 0)
                events.Rows[i / (steps * neurons)][i % (steps * neurons)] = Finite(data[i], i / (steps * neurons));
        }
        return events;
    }

    /// <summary>The neurons and times of events, [rows, events].</summary>
    public NirEvents Events()
    {
        double step = options.TimeStep ?? new NirDataOptions().TimeStep, neurons = Number("n_neurons");
        double end = Number("t_max"), steps = NirEventTime.Steps(end, step);
        if (!(neurons is >= 1 and <= int.MaxValue && neurons % 1 == 0))
            throw Fault($"has {Text(neurons)} in 'n_neurons', which must be a whole number of at least 1");
        if (!(steps >= 1 && steps * neurons <= Array.MaxLength))
        {
            throw Fault($"ends after {Text(end)} s, which are {Text(steps)} steps of {Text(step)} s for {Text(neurons)} neurons: "
                + $"a row has at least a step, and at most {Array.MaxLength} values. Choose another "
                + nameof(NirDataReading.TimeStep));
        }
        double[] indices = Numbers("idx", out NirShape shape), times = Numbers("time", out NirShape other);
        double[]? graded = null;
        NirShape last = shape;
        if (_group.Find<IH5Dataset>("value") is not null)
            graded = Numbers("value", out last);
        if (shape is not [var rows, var most] || !shape.Equals(other) || !shape.Equals(last))
        {
            throw Fault($"has the shapes {shape} in 'idx', {other} in 'time'{(graded is null ? "" : $" and {last} in 'value'")}, "
                + "which must be [rows, events] and equal");
        }
        NirEvents events = new((int)steps, (int)neurons, Rows(rows));
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i] != -1)
                events.Rows[i / most][Slot(indices[i], times[i])] = graded is null ? 1 : Finite(graded[i], i / most);
        }
        return events;

        int Slot(double neuron, double time)
        {
            double at = NirEventTime.Steps(time, step);
            return neuron >= 0 && neuron < neurons && neuron % 1 == 0 && at >= 0 && at < steps ? (int)(at * neurons + neuron)
                : throw Fault($"has an event of neuron {Text(neuron)} at {Text(time)} s; neurons are below {Text(neurons)}, "
                    + $"and times from 0 to {Text(end)} s");
        }
    }

    private static SortedDictionary<int, float>[] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new SortedDictionary<int, float>())];

    private float Finite(double value, int row) =>
        float.IsFinite((float)value) ? (float)value
            : throw Fault($"has the value {Text(value)} in row {row}, which is not finite");

    private double[] Numbers(string field, out NirShape shape)
    {
        NirArray array = Read(_group.Find<IH5Dataset>(field) ?? throw Fault($"has no dataset '{field}'")) switch
        {
            H5Numbers numbers => numbers.Values,
            H5Integers integers => integers.ToArray(),
            _ => throw Fault($"has no numbers in '{field}'"),
        };
        shape = array.Shape;
        return array.ToDoubles();
    }

    private H5Value? Read(IH5Dataset dataset)
    {
        try
        {
            return values.Read(dataset);
        }
        catch (FormatException error)
        {
            throw new FormatException($"The dataset '{dataset.Name}' of {name} {error.Message}.", error);
        }
    }

    private double Number(string attribute)
    {
        if (!group.AttributeExists(attribute))
            throw Fault($"has no attribute '{attribute}'");
        IH5Attribute found = group.Attribute(attribute);
        return (found.Type.Class, found.Type.Size) switch
        {
            (H5DataTypeClass.FloatingPoint, 8) => found.Read<double>(),
            (H5DataTypeClass.FloatingPoint, 4) => found.Read<float>(),
            (H5DataTypeClass.FixedPoint, 8) => found.Read<long>(),
            (H5DataTypeClass.FixedPoint, 4) => found.Read<int>(),
            _ => throw Fault($"has an attribute '{attribute}' that is not a number"),
        };
    }

    private FormatException Fault(string what) => new($"{name} {what}.");

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
