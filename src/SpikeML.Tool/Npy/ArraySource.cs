using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npy;

/// <summary>An array that can be opened any number of times: that of a .npy file or, by its name, one of a .npz file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The name of the array in a .npz file, or null for a .npy file.</param>
internal sealed record ArraySource(string Path, string? Name)
{
    /// <summary>How errors name the array.</summary>
    public string Place => Name is null ? $"'{Path}'" : $"The array '{Name}' of '{Path}'";

    public NpyHeader Header
    {
        get
        {
            using OpenArray array = Open();
            return array.Reader.Header;
        }
    }

    /// <exception cref="FormatException">The array does not exist or cannot be read.</exception>
    public OpenArray Open()
    {
        if (Name is not null)
            return OpenMember(Name);
        FileStream file = RegularFile.Open(Path);
        try
        {
            return new OpenArray(new NpyReader(file, Place), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the entire array in its stored type.</summary>
    /// <exception cref="FormatException">The array does not exist or cannot be read.</exception>
    public NpyArray ReadAll()
    {
        using OpenArray array = Open();
        if (array.Reader.Header.Type.IsStructured)
            throw Structured(array.Reader.Header.Type);
        NpyArray values = NpyContent.Read(array.Reader);
        array.Reader.Finish();
        return values;
    }

    /// <summary>The error for an array whose elements have fields, such as recorded events.</summary>
    public ToolException Structured(NpyType type) => ToolException.BadInput(
        $"{Place} holds elements with the fields {string.Join(", ", type.Fields.Select(field => $"'{field.Name}'"))}, not "
            + "numbers: save each field as an array of its own.");

    private OpenArray OpenMember(string name)
    {
        NpzReader archive = NpzReader.OpenFile(Path);
        try
        {
            return new OpenArray(archive.Open(name), archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }
}

/// <summary>An open array, and the file that it is in.</summary>
internal sealed record OpenArray(NpyReader Reader, IDisposable File) : IDisposable
{
    public void Dispose()
    {
        Reader.Dispose();
        File.Dispose();
    }
}
