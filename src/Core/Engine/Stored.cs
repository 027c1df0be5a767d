using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Almanach.Core.Engine;

/// <summary>
/// Records as text. Each begins with its format's version (<c>1 </c>), so that a later program knows what it reads;
/// a newer format than ours is refused in plain words rather than half understood.
/// </summary>
public static class Stored
{
    private const string Format = "1 ";

    private static readonly JsonSerializerOptions Options = new(StoredJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value)
        where T : class => Format + JsonSerializer.Serialize(value, Of<T>());

    public static T Read<T>(string text)
        where T : class
    {
        if (!text.StartsWith(Format, StringComparison.Ordinal))
            throw new InvalidDataException("Un enregistrement a un format plus récent que ce programme. Installez la version qui l’a écrit.");
        return JsonSerializer.Deserialize(text.AsSpan(Format.Length), Of<T>())
            ?? throw new InvalidDataException("Un enregistrement est vide.");
    }

    /// <summary>UTF-8 of the same, for files.</summary>
    public static byte[] Bytes<T>(T value)
        where T : class => System.Text.Encoding.UTF8.GetBytes(Write(value));

    public static T Read<T>(byte[] bytes)
        where T : class => Read<T>(System.Text.Encoding.UTF8.GetString(bytes));

    private static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
