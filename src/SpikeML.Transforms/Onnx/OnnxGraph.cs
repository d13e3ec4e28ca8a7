namespace SpikeML;

/// <summary>Where ONNX operations are written: the graph of the model, or the body of a loop.</summary>
internal abstract class OnnxGraph
{
    private readonly Dictionary<(OnnxType, long), OnnxTensor> _numbers = [];

    /// <summary>Adds an operation with one result.</summary>
    /// <param name="operation">The operation, such as "Add", as opset 12 has it.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="type">The type of its result.</param>
    /// <param name="attributes">Its attributes: a long or an array of long.</param>
    public OnnxTensor Add(string operation, IReadOnlyList<OnnxTensor> inputs, OnnxType type,
        params (string Name, object Value)[] attributes) => Add(operation, inputs, [type], attributes)[0];

    /// <summary>
    /// Adds an operation to the graph of its inputs. In the body of a loop, inputs may be of the graph around it.
    /// </summary>
    public static OnnxTensor Add(string operation, OnnxType type, OnnxTensor[] inputs,
        params (string Name, object Value)[] attributes)
    {
        OnnxTensor innermost = Array.Find(inputs, input => input.Graph is OnnxBody) ?? inputs[0];
        return innermost.Graph.Add(operation, inputs, type, attributes);
    }

    /// <summary>Adds an operation with several results.</summary>
    public abstract OnnxTensor[] Add(string operation, IReadOnlyList<OnnxTensor> inputs, IReadOnlyList<OnnxType> types,
        params (string Name, object Value)[] attributes);

    /// <summary>Adds constants of Single; no dimensions mean a single number.</summary>
    public abstract OnnxTensor Constant(float[] values, params long[] dimensions);

    /// <summary>Adds constants of Double.</summary>
    public abstract OnnxTensor Constant(double[] values, params long[] dimensions);

    /// <summary>Adds constants of Int64.</summary>
    public abstract OnnxTensor Constant(long[] values, params long[] dimensions);

    /// <summary>Runs <paramref name="step"/> for each step of a sequence, with what is carried from step to step.</summary>
    /// <param name="states">What is carried, at first.</param>
    /// <param name="sequences">Tensors [rows, steps, ...]; a step gets [rows, ...].</param>
    /// <param name="step">Takes the states and the values of a step; returns the next states and the step's results.</param>
    /// <param name="rank">The number of dimensions of the results.</param>
    /// <param name="numSteps">
    /// The number of steps, with which operations are repeated where loops cannot be written; 0 if it is not known.
    /// </param>
    /// <returns>The last states, and the results of all steps: [rows, steps, ...].</returns>
    public abstract (OnnxTensor[] States, OnnxTensor[] Results) Loop(OnnxTensor[] states, OnnxTensor[] sequences, OnnxStep step,
        int rank = 3, int numSteps = 0);

    /// <summary>A single number, written once.</summary>
    public OnnxTensor Number(double value, OnnxType type)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (!_numbers.TryGetValue((type, bits), out OnnxTensor? number))
            _numbers[(type, bits)] = number = NewNumber(value, type);
        return number;
    }

    private OnnxTensor NewNumber(double value, OnnxType type) => type switch
    {
        OnnxType.Single => Constant([(float)value]),
        OnnxType.Double => Constant([value]),
        OnnxType.Int64 => Constant([(long)value]),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No numbers of this type."),
    };

    /// <summary>The steps of a train from 0, [1, steps, 1].</summary>
    public OnnxTensor Steps(int numSteps, OnnxType type) => Range(numSteps, type, 1, numSteps, 1);

    /// <summary>The whole numbers from 0.</summary>
    public OnnxTensor Range(int count, OnnxType type, params long[] dimensions) => type switch
    {
        OnnxType.Single => Constant([.. Enumerable.Range(0, count).Select(each => (float)each)], dimensions),
        OnnxType.Double => Constant([.. Enumerable.Range(0, count).Select(each => (double)each)], dimensions),
        _ => Constant([.. Enumerable.Range(0, count).Select(each => (long)each)], dimensions),
    };
}

/// <summary>One step of a loop: see <see cref="OnnxGraph.Loop"/>.</summary>
internal delegate (OnnxTensor[] States, OnnxTensor[] Results) OnnxStep(OnnxGraph graph, OnnxTensor[] states, OnnxTensor[] values);
