namespace SpikeML.Nir;

/// <summary>What a value of a node is, in a model file.</summary>
internal enum NirValueKind : byte
{
    Text,
    Integer,
    Number,
    Singles,
    Doubles,
    Integers,
    Texts,
    Group,
}
