namespace SpikeML.Nir;

/// <summary>One direction of a convolution or pooling: how a kernel slides over the input.</summary>
/// <param name="Kernel">The kernel's length.</param>
/// <param name="Stride">The step from one output to the next.</param>
/// <param name="Before">The zeros before the input.</param>
/// <param name="After">The zeros after the input.</param>
/// <param name="Dilation">The distance of the kernel's elements.</param>
internal readonly record struct NirWindow(int Kernel, int Stride, int Before, int After, int Dilation)
{
    /// <summary>The number of outputs for a number of inputs, rounded down; 0 or less if the kernel does not fit.</summary>
    public int Outputs(int inputs)
    {
        long free = (long)inputs + Before + After - (long)Dilation * (Kernel - 1) - 1;
        return free < 0 ? 0 : (int)Math.Min(free / Stride + 1, int.MaxValue);
    }
}
