using System.Text.Json;
using System.Text.Unicode;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.French;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Ports;
using Almanach.Web.Consultations.Deliveries;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Almanach.Web.Api;

/// <summary>Reads a JSON body strictly, or says in French what is wrong with it.</summary>
internal static class ApiBody
{
    /// <summary>Bytes of a JSON body.</summary>
    private const int Most = 1024 * 1024;

    /// <summary>A table as it comes; what it holds is for its reader to say.</summary>
    public static async Task<(byte[]? File, ApiAnswer? Problem)> Table(HttpRequest request, IReadOnlyList<string> types)
    {
        if (!IsOf(request, types))
            return (null, ApiAnswer.Refuse(StatusCodes.Status415UnsupportedMediaType, $"Envoyez le tableau lui-même, avec Content-Type\u00A0: {string.Join(", ou ", types)}."));
        return await Bytes(request, TableLimits.Bytes) is { } bytes
            ? (bytes, null)
            : (null, ApiAnswer.Refuse(StatusCodes.Status413PayloadTooLarge, "Le tableau dépasse deux mégaoctets. Enregistrez-le seul, en CSV."));
    }

    /// <summary>A document as it comes; what it is, its bytes say.</summary>
    public static async Task<(byte[]? File, ApiAnswer? Problem)> Document(HttpRequest request, IReadOnlyList<string> types)
    {
        if (!IsOf(request, types))
            return (null, NotAFile(types));
        return await Bytes(request, FileRecognition.MostBytes) is { } bytes
            ? (bytes, null)
            : (null, ApiAnswer.Refuse(StatusCodes.Status413PayloadTooLarge, FileRecognition.TooLarge));
    }

    /// <summary>A data file as it comes, received as the page of its producer receives it.</summary>
    public static async Task<(Stream? File, ApiAnswer? Problem)> DataFile(HttpContext context, IReadOnlyList<string> types)
    {
        if (!IsOf(context.Request, types))
            return (null, NotAFile(types));
        return await DeliveryUpload.Body(context) is { } content
            ? (content, null)
            : (null, ApiAnswer.Refuse(StatusCodes.Status413PayloadTooLarge, ReceivingRules.OverLimit.Fields[0].Message));
    }

    private static bool IsOf(HttpRequest request, IReadOnlyList<string> types) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);

    private static ApiAnswer NotAFile(IReadOnlyList<string> types) =>
        ApiAnswer.Refuse(StatusCodes.Status415UnsupportedMediaType, $"Envoyez le fichier lui-même, avec Content-Type\u00A0: {string.Join(", ou ", types)}.");

    /// <summary>An action that takes nothing is not to be given something: it is sent nothing, or an empty object.</summary>
    public static async Task<ApiAnswer?> Nothing(HttpRequest request)
    {
        var bytes = await Bytes(request, Most);
        if (bytes is null)
            return TooLarge;
        return bytes.Length == 0 || bytes.AsSpan().Trim(" \r\n\t"u8).SequenceEqual("{}"u8)
            ? null : Bad("Cette action ne prend pas de corps. Envoyez-la sans corps, ou avec {}.");
    }

    public static async Task<(T? Body, ApiAnswer? Problem)> Read<T>(HttpRequest request)
        where T : class
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return (null, ApiAnswer.Refuse(StatusCodes.Status415UnsupportedMediaType, "Envoyez du JSON en UTF-8, avec Content-Type: application/json."));
        if (await Bytes(request, Most) is not { } bytes)
            return (null, TooLarge);
        if (!Utf8.IsValid(bytes))
            return (null, Bad("Le corps n’est pas en UTF-8. Enregistrez-le en UTF-8, puis envoyez de nouveau."));
        try
        {
            return Fits(bytes) && JsonSerializer.Deserialize(bytes, ApiJson.Of<T>()) is { } body
                ? (body, null) : (null, Bad("Une valeur est vide (null) là où il en faut une. Retirez-la, ou donnez-la."));
        }
        catch (JsonException problem)
        {
            return (null, Bad($"Le corps ne peut pas être compris{Place(problem)}. La description de l’API dit ce qui est attendu\u00A0: /api/openapi.json."));
        }
        catch (InvalidOperationException)
        {
            return (null, Bad("Un texte du corps contient un caractère impossible. Retirez-le, puis envoyez de nouveau."));
        }
    }

    private static ApiAnswer TooLarge => ApiAnswer.Refuse(StatusCodes.Status413PayloadTooLarge, "Le corps dépasse un mégaoctet. Envoyez-en moins à la fois.");

    private static ApiAnswer Bad(string message) => ApiAnswer.Refuse(StatusCodes.Status400BadRequest, message);

    private static string Place(JsonException problem) =>
        problem.Path is { Length: > 1 and < 120 } path ? $", à l’endroit «\u00A0{path}\u00A0»"
        : problem.LineNumber is { } line ? $", à la ligne {line + 1}" : "";

    /// <summary>No list holds a null, and no text half of a surrogate pair, a control character or a mark of direction: the serializer lets them through, we do not.</summary>
    private static bool Fits(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 32 });
        Stack<bool> lists = [];
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    lists.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    lists.Pop();
                    break;
                case JsonTokenType.Null when lists.Count == 0 || lists.Peek():
                    return false;
                case JsonTokenType.String or JsonTokenType.PropertyName when TypedText.HasStray(reader.GetString()!):
                    throw new InvalidOperationException("A text holds a character nobody sees.");
                default:
                    break;
            }
        return true;
    }

    private static async Task<byte[]?> Bytes(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
            return null;
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (copy.Length + read > most)
                return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }
}
