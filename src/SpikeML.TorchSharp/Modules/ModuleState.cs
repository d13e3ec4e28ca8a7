using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The parameters and buffers of a module, apart from any module.</summary>
internal sealed class ModuleState
{
    /// <summary>A name, an element type, a number of dimensions and a number of bytes.</summary>
    private const int FewestBytes = 2 * sizeof(byte) + 2 * sizeof(int);

    private readonly ImmutableArray<Entry> _entries;

    private ModuleState(ImmutableArray<Entry> entries) => _entries = entries;

    /// <summary>A copy of a module's state.</summary>
    public static ModuleState Of(nn.Module module)
    {
        using var scope = NewDisposeScope();
        return new([.. module.state_dict().Select(entry =>
            new Entry(entry.Key, entry.Value.dtype, [.. entry.Value.shape], BytesOf(entry.Value)))]);
    }

    /// <summary>Copies the state to another module.</summary>
    /// <returns>What does not fit, or null if the state was copied.</returns>
    public string? CopyTo(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        Dictionary<string, Tensor> targets = module.state_dict();
        if (targets.Keys.FirstOrDefault(name => _entries.All(entry => entry.Name != name)) is string unknown)
            return $"'{unknown}' is new";
        foreach (Entry entry in _entries)
        {
            if (!targets.TryGetValue(entry.Name, out Tensor? target))
                return $"'{entry.Name}' is missing";
            if (entry.Type != target.dtype || !entry.Shape.SequenceEqual(target.shape))
                return $"'{entry.Name}' is {Form(target.dtype, target.shape)} instead of {Form(entry.Type, entry.Shape)}";
        }
        foreach (Entry entry in _entries)
        {
            Tensor values = empty([.. entry.Shape], entry.Type);
            entry.Bytes.CopyTo(values.bytes);
            targets[entry.Name].copy_(values);
        }
        return null;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_entries.Length);
        foreach (Entry entry in _entries)
        {
            writer.Write(entry.Name);
            writer.Write((byte)entry.Type);
            writer.Write(entry.Shape.Length);
            foreach (long dimension in entry.Shape)
                writer.Write(dimension);
            writer.Write(entry.Bytes.Length);
            writer.Write(entry.Bytes);
        }
    }

    public static ModuleState Load(BinaryReader reader)
    {
        Entry[] entries = new Entry[reader.ReadCount(FewestBytes)];
        foreach (ref Entry entry in entries.AsSpan())
        {
            string name = reader.ReadString();
            ScalarType type = (ScalarType)reader.ReadByte();
            long[] shape = new long[reader.ReadCount(sizeof(long))];
            foreach (ref long dimension in shape.AsSpan())
                dimension = reader.ReadInt64();
            entry = new(name, type, [.. shape], reader.ReadBytes(reader.ReadCount(sizeof(byte))));
        }
        return new([.. entries]);
    }

    /// <summary>The type and shape of a tensor, for messages.</summary>
    internal static string Form(ScalarType type, IEnumerable<long> shape) => $"{type} [{string.Join(", ", shape)}]";

    private static byte[] BytesOf(Tensor tensor) => tensor.detach().cpu().contiguous().bytes.ToArray();

    private sealed record Entry(string Name, ScalarType Type, ImmutableArray<long> Shape, byte[] Bytes);
}
