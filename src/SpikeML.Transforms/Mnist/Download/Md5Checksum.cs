using System.Buffers;
using System.Security.Cryptography;

namespace SpikeML;

/// <summary>Compares files with published MD5 checksums.</summary>
internal static class Md5Checksum
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static bool IsWellFormed(string md5) =>
        md5.Length == 2 * MD5.HashSizeInBytes && !md5.AsSpan().ContainsAnyExcept(HexDigits);

    public static bool Matches(ReadOnlySpan<byte> hash, string md5) =>
        Convert.ToHexString(hash).Equals(md5, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file exists and has this checksum.</summary>
    public static async Task<bool> IsOfAsync(string path, string md5, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return false;
        await using FileStream file = File.OpenRead(path);
        byte[] hash = await CryptographicOperations.HashDataAsync(HashAlgorithmName.MD5, file, cancellationToken)
            .ConfigureAwait(false);
        return Matches(hash, md5);
    }
}
