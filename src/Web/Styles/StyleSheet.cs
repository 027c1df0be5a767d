using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Almanach.Web.Styles;

/// <summary>A style sheet under an address that bears its hash: it can be cached for ever (<c>immutable</c>).</summary>
public sealed class StyleSheet
{
    private readonly Lazy<byte[]> brotli;

    internal StyleSheet(string name, string text)
    {
        Text = text;
        var bytes = Encoding.UTF8.GetBytes(text);
        Bytes = bytes;
        var hash = SHA256.HashData(bytes);
        Hash = Convert.ToHexStringLower(hash);
        Source = $"'sha256-{Convert.ToBase64String(hash)}'";
        Path = $"/styles/{name}.{Hash[..8]}.css";
        brotli = new Lazy<byte[]>(() => Compress(bytes));
    }

    public static string ContentType => "text/css; charset=utf-8";

    /// <summary><c>/styles/almanach.1a2b3c4d.css</c>.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the bytes, hexadecimal: also the entity tag, between quotes.</summary>
    public string Hash { get; }

    /// <summary>What a Content-Security-Policy's <c>style-src</c> says to allow this sheet inlined in a page.</summary>
    public string Source { get; }

    public string Text { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The same, for a client that accepts <c>br</c>.</summary>
    public ReadOnlyMemory<byte> Brotli => brotli.Value;

    private static byte[] Compress(byte[] bytes)
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return compressed.ToArray();
    }
}
