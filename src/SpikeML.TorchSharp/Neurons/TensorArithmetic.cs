using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Tensor arithmetic that keeps numbers alive during the native call that reads them.</summary>
/// <remarks>
/// TorchSharp creates a finalizable <see cref="Scalar"/> for every number, including the 1 that scales the second term of a sum,
/// and passes its handle without keeping it alive. If another thread collects garbage at that moment, libtorch reads a freed
/// number and fails or computes with a wrong one. Long training runs therefore use these methods instead of operators.
/// </remarks>
internal static class TensorArithmetic
{
    public static Tensor Plus(this Tensor left, Tensor right)
    {
        using Scalar one = 1;
        return left.add(right, one);
    }

    public static Tensor Minus(this Tensor left, Tensor right)
    {
        using Scalar minusOne = -1;
        return left.add(right, minusOne);
    }

    public static Tensor Plus(this Tensor left, double right)
    {
        using Scalar number = right, one = 1;
        return left.add(number, one);
    }

    public static Tensor Times(this Tensor left, double right)
    {
        using Scalar number = right;
        return left.mul(number);
    }

    public static Tensor Over(this Tensor left, double right)
    {
        using Scalar number = right;
        return left.div(number);
    }

    public static Tensor Squared(this Tensor tensor) => tensor.mul(tensor);

    public static Tensor Within(this Tensor tensor, double least, double most)
    {
        using Scalar first = least, last = most;
        return tensor.clamp(first, last);
    }

    public static Tensor IsAbove(this Tensor tensor, double number)
    {
        using Scalar bound = number;
        return tensor.gt(bound);
    }

    public static Tensor IsAtLeast(this Tensor tensor, double number)
    {
        using Scalar bound = number;
        return tensor.ge(bound);
    }

    /// <summary>The tensor with a number where the mask is set.</summary>
    public static Tensor With(this Tensor tensor, Tensor mask, double number)
    {
        using Scalar value = number;
        return tensor.masked_fill(mask, value);
    }

    /// <summary>The number in a tensor with one element.</summary>
    public static double ToNumber(this Tensor tensor)
    {
        using Tensor number = tensor.detach().cpu().to(ScalarType.Float64);
        return number.data<double>().ToArray()[0];
    }
}
