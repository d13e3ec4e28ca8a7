namespace SpikeML;

/// <summary>The types of an ONNX tensor's elements, with ONNX's numbers.</summary>
internal enum OnnxType
{
    Single = 1,
    Byte = 2,
    SByte = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    Boolean = 9,
    Double = 11,
    UInt32 = 12,
    UInt64 = 13,
}
