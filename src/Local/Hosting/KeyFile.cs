using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Almanach.Core.Links;

namespace Almanach.Local.Hosting;

/// <summary>
/// The secrets of one platform, made at its first start: what signs links (the first key; the others still verify),
/// what signs the coordinator's session, what opens the API. Never logged, readable by the owner alone.
/// </summary>
/// <param name="Links">Key id and 32 bytes in base 64, newest first: a key is rotated by adding one at the head.</param>
public sealed record KeyFile(IReadOnlyList<KeyLine> Links, string Session, string Api)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [JsonIgnore]
    public LinkKeys LinkKeys => new([.. Links.Select(line => KeyValuePair.Create(line.Id, Convert.FromBase64String(line.Key)))]);

    [JsonIgnore]
    public byte[] SessionKey => Convert.FromBase64String(Session);

    /// <summary>The keys of the folder; makes them when there are none. Two processes that start together get the same.</summary>
    /// <exception cref="StartRefusedException">The file cannot be understood.</exception>
    public static KeyFile Of(DataFolder folder)
    {
        if (!File.Exists(folder.Keys))
            Make(folder.Keys);
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder.Keys) != OwnerOnly)
            File.SetUnixFileMode(folder.Keys, OwnerOnly);
        try
        {
            var keys = JsonSerializer.Deserialize(File.ReadAllBytes(folder.Keys), KeyFileJson.Default.KeyFile)!;
            if (keys.Links.Count > 0 && keys.LinkKeys.Keys.All(key => key.Value.Length >= 32) && keys.SessionKey.Length >= 32 && keys.Api.Length >= 32)
                return keys;
        }
        catch (Exception broken) when (broken is JsonException or FormatException or NullReferenceException)
        {
        }
        throw new StartRefusedException($"Le fichier {folder.Keys} n’est pas compris. Restaurez-le depuis une sauvegarde\u00A0: sans lui, les liens déjà envoyés ne s’ouvrent plus.");
    }

    private static void Make(string path)
    {
        // Whoever holds the lock makes the file; the name appears with the whole content or not at all.
        using var turn = Open(path + ".lock", FileMode.OpenOrCreate);
        if (File.Exists(path))
            return;
        var fresh = path + ".new";
        File.Delete(fresh);
        var keys = new KeyFile([new("1", Secret())], Secret(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        using (var file = Open(fresh, FileMode.CreateNew))
        {
            JsonSerializer.Serialize(file, keys, KeyFileJson.Default.KeyFile);
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, path);
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        for (var patience = 100; ; patience--)
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (patience > 0 && File.Exists(path))
            {
                Thread.Sleep(50);
            }
    }

    private static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}

public sealed record KeyLine(string Id, string Key);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(KeyFile))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
