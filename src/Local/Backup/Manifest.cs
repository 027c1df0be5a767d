using System.Text.Json.Serialization;

namespace Almanach.Local.Backup;

/// <summary>What a backup holds: <c>manifest.json</c>, its last entry.</summary>
/// <param name="Format">1; a later program may write others.</param>
/// <param name="Hashes">SHA-256 in hexadecimal of every other entry, by name.</param>
public sealed record Manifest(int Format, DateTimeOffset Made, IReadOnlyDictionary<string, string> Hashes)
{
    public const string Entry = "manifest.json";

    public const int Current = 1;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
