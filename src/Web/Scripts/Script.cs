using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Almanach.Web.Scripts;

/// <summary>
/// A script of our own under an address that bears its hash. Pages do all they do without it; a strict CSP
/// (<c>script-src 'self'</c>) holds.
/// </summary>
public sealed class Script
{
    private Script(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Scripts/{name}.js")
            ?? throw new InvalidOperationException($"The script {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Bytes = Encoding.UTF8.GetBytes(Small(reader.ReadToEnd()));
        Path = $"/scripts/{name}.{Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))[..8]}.js";
    }

    public static string ContentType => "text/javascript; charset=utf-8";

    /// <summary>Keeps a draft of the answer in the browser, and shows near proposals as a title is typed.</summary>
    public static Script Answer { get; } = new("reponse");

    /// <summary>Sends a large data file in pieces, and goes on after a break.</summary>
    public static Script Upload { get; } = new("envoi");

    public static IReadOnlyList<Script> All { get; } = [Answer, Upload];

    public string Path { get; }

    /// <summary>Without indentation and comment lines; line ends stay, so that nothing is ever joined.</summary>
    private static string Small(string script) => string.Join('\n', script.Split('\n')
        .Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    public ReadOnlyMemory<byte> Bytes { get; }
}
