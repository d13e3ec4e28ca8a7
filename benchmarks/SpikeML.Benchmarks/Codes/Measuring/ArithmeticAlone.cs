using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// The arithmetic of one row without the pipeline around it: a few rows in turn, so that their values are in the cache, and
/// nothing is read from a source or handed out. What steps or times a code gives is not packed into a vector either.
/// </summary>
internal static class ArithmeticAlone
{
    /// <summary>Rows differ in cost: a moving window follows its sum only where that is exact.</summary>
    private const int RowsInTurn = 4;

    /// <summary>One action for a row.</summary>
    public static Action Make(SpikeCode code, InputRows rows)
    {
        DataViewSchema schema = rows.Once.Schema;
        RowShape shape = RowShape.Of((IHostEnvironment)new MLContext(), code, schema, schema[MemoryView.Column]);
        Action[] actions = [.. Enumerable.Range(0, RowsInTurn)
            .Select(i => Make(code, Row.Of(shape, rows.Rows[i * rows.Rows.Length / RowsInTurn], code.ReadsSparse)))];
        int next = 0;
        return () => actions[next = (next + 1) % RowsInTurn]();
    }

    private static Action Make(SpikeCode code, Row row)
    {
        RowEncoder encoder = code.MakeEncoder(row.Shape);
        // A code may use one engine with some options and another with others.
        bool isDense = encoder is DenseRowEncoder;
        return code switch
        {
            IStepCode steps when !isDense && code is not ISlotCode => Steps(steps, row),
            ITimeCode times when !isDense => Times(times, row),
            _ => Encoder(code, encoder, row),
        };
    }

    private static Action Steps(IStepCode code, Row row)
    {
        RowShape shape = row.Shape;
        double[] state = new double[code.StateLength(shape)];
        int width = shape.OutputWidth;
        float[] block = new float[StepBlocks.LengthFor(shape)];
        return () =>
        {
            RowInput input = row.Input;
            code.Begin(input, state);
            for (int first = 0; first < shape.OutputLength; first += block.Length)
            {
                Span<float> steps = block.AsSpan(0, Math.Min(block.Length, shape.OutputLength - first));
                code.EncodeSteps(input, first / width, state, steps);
            }
        };
    }

    private static Action Times(ITimeCode code, Row row)
    {
        int[] steps = new int[row.Shape.OutputWidth];
        return () => code.EncodeTimes(row.Input, steps);
    }

    /// <summary>Codes that name the slots of their spikes, readouts and decoders leave nothing to pack.</summary>
    private static Action Encoder(SpikeCode code, RowEncoder encoder, Row row)
    {
        if (encoder is DenseRowEncoder)
        {
            float[] output = new float[row.Shape.OutputLength];
            return () => code.Encode(row.Input, output);
        }
        VBuffer<float> buffer = default;
        return () => encoder.Encode(row.Input, ref buffer);
    }

    private sealed class Row(RowShape shape, float[] values, int[] slots, bool isSparse)
    {
        public static Row Of(RowShape shape, VBuffer<float> row, bool readsSparse) => readsSparse && !row.IsDense
            ? new(shape, row.GetValues().ToArray(), row.GetIndices().ToArray(), isSparse: true)
            : new(shape, [.. row.DenseValues()], [], isSparse: false);

        public RowShape Shape => shape;

        public RowInput Input => new()
        {
            Shape = shape,
            Values = values,
            Slots = slots,
            IsSparse = isSparse,
            InitialValues = InitialValues,
        };

        private static ReadOnlySpan<double> InitialValues => [0.0];
    }
}
