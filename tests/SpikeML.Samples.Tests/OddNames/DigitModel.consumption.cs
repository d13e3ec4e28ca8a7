using Microsoft.ML.Data;

namespace SpikeML.ModelBuilder;

/// <summary>A model in Model Builder's form whose columns have names that C# does not allow.</summary>
public partial class DigitModel
{
    public class ModelInput
    {
        [LoadColumn(0)]
        [ColumnName(@"Machine failure?")]
        public float Label { get; set; }

        [LoadColumn(1)]
        [ColumnName(@"Air temperature [K]")]
        public float Air_temperature__K_ { get; set; }

        [LoadColumn(2)]
        [ColumnName(@"""Torque"", in Nm")]
        public float _Torque___in_Nm { get; set; }

        [LoadColumn(3)]
        [ColumnName(@"class")]
        public float @class { get; set; }

        [LoadColumn(4)]
        [ColumnName(@"2nd bearing")]
        public float _2nd_bearing { get; set; }
    }

    public class ModelOutput
    {
        [ColumnName(@"Machine failure?")]
        public uint Label { get; set; }

        [ColumnName(@"Air temperature [K]")]
        public float Air_temperature__K_ { get; set; }

        [ColumnName(@"""Torque"", in Nm")]
        public float _Torque___in_Nm { get; set; }

        [ColumnName(@"class")]
        public float @class { get; set; }

        [ColumnName(@"2nd bearing")]
        public float _2nd_bearing { get; set; }

        [ColumnName(@"PredictedLabel")]
        public float PredictedLabel { get; set; }

        [ColumnName(@"Score")]
        public float[] Score { get; set; } = [];
    }
}
