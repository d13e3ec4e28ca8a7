using System.Reflection;
using System.Reflection.Emit;
using SpikeML.Tests.Arithmetic;
using TorchSharp;

namespace SpikeML.Torch.Tests.Neurons;

/// <summary>
/// TorchSharp passes the handle of a number to libtorch without keeping the number alive: garbage collection at that moment frees
/// it, and libtorch fails or computes with another one.
/// </summary>
public class ScalarLifetimeTests
{
    [Fact]
    public void Numbers_are_kept_alive_while_libtorch_reads_them()
    {
        string[] faults = [.. MethodBodies.Of(typeof(Leaky).Assembly).SelectMany(Faults).Distinct()];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Numbers_that_are_not_kept_alive_are_found()
    {
        Assert.NotEmpty(Faults(((Func<torch.Tensor, torch.Tensor>)Clamped).Method));
        Assert.NotEmpty(Faults(((Func<torch.Tensor, torch.Tensor>)Smaller).Method));
        Assert.NotEmpty(Faults(((Func<torch.Tensor, torch.Tensor>)Doubled).Method));
    }

    private static torch.Tensor Clamped(torch.Tensor tensor) => tensor.clamp_min(0);

    private static torch.Tensor Smaller(torch.Tensor tensor) => tensor - 1;

    private static torch.Tensor Doubled(torch.Tensor tensor) => tensor.add(tensor);

    private static IEnumerable<string> Faults(MethodBase method)
    {
        Instruction[] instructions = [.. MethodBodies.Instructions(method)];
        for (int i = 0; i < instructions.Length; i++)
        {
            if (instructions[i].Method is { } called && (MakesArgument(called, instructions[i + 1].Code) || MakesNumber(called)))
                yield return $"{method.DeclaringType}.{method.Name}: instead of {called.Name}, use a method of TensorArithmetic, "
                    + "or `using Scalar`";
        }
    }

    /// <summary>Whether a number becomes an argument without being a variable first.</summary>
    private static bool MakesArgument(MethodBase called, OpCode next) => called.DeclaringType == typeof(Scalar)
        && called.Name == "op_Implicit" && !next.Name!.StartsWith("stloc", StringComparison.Ordinal);

    /// <summary>
    /// Whether TorchSharp makes a number: of an operator of a tensor and a number, or the 1 that scales the second term of a sum.
    /// </summary>
    private static bool MakesNumber(MethodBase called) => called.DeclaringType == typeof(torch.Tensor)
        && (called.Name is "op_Addition" or "op_Subtraction"
            || (called.Name is "add" or "add_" or "sub" or "sub_" && called.GetParameters().Length == 1)
            || (called.Name.StartsWith("op_", StringComparison.Ordinal)
                && called.GetParameters().Any(parameter => parameter.ParameterType.IsPrimitive)));
}
