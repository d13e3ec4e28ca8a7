namespace SpikeML;

/// <summary>The operations on tensors that have no operator in C#.</summary>
internal static class OnnxOperations
{
    /// <summary>Converts the elements; Single from Double is rounded half-to-even.</summary>
    public static OnnxTensor As(this OnnxTensor value, OnnxType type) =>
        value.Type == type ? value : value.Graph.Add("Cast", [value], type, ("to", (long)type));

    public static OnnxTensor Abs(this OnnxTensor value) => value.Unary("Abs");

    public static OnnxTensor Floor(this OnnxTensor value) => value.Unary("Floor");

    public static OnnxTensor Ceiling(this OnnxTensor value) => value.Unary("Ceil");

    /// <summary>Rounds half-to-even.</summary>
    public static OnnxTensor Round(this OnnxTensor value) => value.Unary("Round");

    public static OnnxTensor AtLeast(this OnnxTensor value, double lowest) =>
        value.Graph.Add("Max", [value, value.Same(lowest)], value.Type);

    public static OnnxTensor AtMost(this OnnxTensor value, double highest) =>
        value.Graph.Add("Min", [value, value.Same(highest)], value.Type);

    /// <summary>The first value where the condition holds, otherwise the second one.</summary>
    public static OnnxTensor Choose(this OnnxTensor condition, OnnxTensor holds, OnnxTensor otherwise) =>
        OnnxGraph.Add("Where", holds.Type, [condition, holds, otherwise]);

    /// <summary>Same, of two numbers.</summary>
    public static OnnxTensor Choose(this OnnxTensor condition, double holds, double otherwise, OnnxType type = OnnxType.Single) =>
        condition.Choose(condition.Graph.Number(holds, type), condition.Graph.Number(otherwise, type));

    /// <summary>Turns -0 into 0. Runtimes take the addition of 0 for superfluous, and leave it out.</summary>
    public static OnnxTensor WithoutNegativeZeros(this OnnxTensor value) => value.EqualTo(0).Choose(value.Same(0), value);

    /// <summary>Other dimensions for the same elements. 0 keeps a dimension of this place, -1 is what remains.</summary>
    public static OnnxTensor Reshape(this OnnxTensor value, params long[] dimensions) =>
        value.Graph.Add("Reshape", [value, value.Graph.Constant(dimensions, dimensions.Length)], value.Type);

    /// <summary>Adds dimensions of 1 at these places.</summary>
    public static OnnxTensor Unsqueeze(this OnnxTensor value, params long[] axes) => value.Unary("Unsqueeze", ("axes", axes));

    /// <summary>Removes dimensions of 1 at these places.</summary>
    public static OnnxTensor Squeeze(this OnnxTensor value, params long[] axes) => value.Unary("Squeeze", ("axes", axes));

    /// <summary>Other places for the dimensions.</summary>
    public static OnnxTensor Transpose(this OnnxTensor value, params long[] order) => value.Unary("Transpose", ("perm", order));

    /// <summary>Some elements along an axis: from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static OnnxTensor Slice(this OnnxTensor value, long axis, long start, long end = long.MaxValue)
    {
        OnnxGraph graph = value.Graph;
        return graph.Add("Slice", [value, graph.Constant([start], 1), graph.Constant([end], 1), graph.Constant([axis], 1)],
            value.Type);
    }

    /// <summary>The elements of a table at whole numbers.</summary>
    public static OnnxTensor At(this OnnxTensor table, OnnxTensor indices, long axis = 0) =>
        OnnxGraph.Add("Gather", table.Type, [table, indices], ("axis", axis));

    public static OnnxTensor Sum(this OnnxTensor value, long axis, bool keeps = false) =>
        value.Reduce("ReduceSum", axis, keeps);

    public static OnnxTensor Lowest(this OnnxTensor value, long axis, bool keeps = false) =>
        value.Reduce("ReduceMin", axis, keeps);

    public static OnnxTensor Highest(this OnnxTensor value, long axis, bool keeps = false) =>
        value.Reduce("ReduceMax", axis, keeps);

    /// <summary>The sums of all elements up to each one along an axis.</summary>
    public static OnnxTensor RunningSum(this OnnxTensor value, int axis) =>
        value.Graph.Add("CumSum", [value, value.Graph.Number(axis, OnnxType.Int64)], value.Type);

    /// <summary>Puts tensors behind one another along an axis.</summary>
    public static OnnxTensor Join(long axis, params OnnxTensor[] values) =>
        OnnxGraph.Add("Concat", values[0].Type, values, ("axis", axis));

    private static OnnxTensor Reduce(this OnnxTensor value, string operation, long axis, bool keeps) =>
        value.Unary(operation, ("axes", new[] { axis }), ("keepdims", keeps ? 1L : 0L));
}
