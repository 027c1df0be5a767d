using System.Text;
using System.Text.Json;
using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming;

/// <summary>
/// The message in what a mail server or provider posts: the bytes themselves, or a form with the whole message in
/// <c>email</c>, or with its parts in fields (SendGrid's inbound parse), put together again. The envelope's recipients, where
/// the reply mark stands, are written above it.
/// </summary>
public static class PostedMail
{
    private static readonly string[] NotKept = ["Content-", "MIME-Version", "X-Envelope-To"];

    /// <param name="contentType">Of the request.</param>
    /// <returns>Null for a form without a message.</returns>
    public static byte[]? Read(string contentType, ReadOnlyMemory<byte> body)
    {
        if (!contentType.TrimStart().StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return body.ToArray();
        var form = MimeReader.Read(Joined($"MIME-Version: 1.0\r\nContent-Type: {contentType.ReplaceLineEndings(" ")}\r\n\r\n", body));
        var fields = form.Parts.GroupBy(Name).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var envelope = Envelope(fields);
        if (fields.TryGetValue("email", out var whole) && whole.Body.Length > 0)
            return Joined(envelope, whole.Body);
        return fields.ContainsKey("headers") || fields.ContainsKey("text") || fields.ContainsKey("html")
            ? Encoding.UTF8.GetBytes(envelope + Composed(form, fields))
            : null;
    }

    private static string Name(MimePart part) => HeaderParameters.Read(part.Headers.Raw("Content-Disposition"))["name"];

    private static string Envelope(Dictionary<string, MimePart> fields)
    {
        if (!fields.TryGetValue("envelope", out var part))
            return "";
        try
        {
            var to = JsonSerializer.Deserialize<JsonElement>(part.Body.Span).TryGetProperty("to", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Take(50) : [];
            var addresses = to.Where(one => one.ValueKind == JsonValueKind.String).SelectMany(one => AddressList.Read(one.GetString()!)).Select(mailbox => mailbox.Address).ToList();
            return addresses.Count > 0 ? $"X-Envelope-To: {string.Join(", ", addresses)}\r\n" : "";
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string Composed(MimePart form, Dictionary<string, MimePart> fields)
    {
        var message = new StringBuilder();
        var headers = fields.TryGetValue("headers", out var given) ? HeaderReader.Read(given.Body.Span).Headers : HeaderBlock.Empty;
        foreach (var (name, value) in headers.Fields.Where(field => !NotKept.Any(start => field.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase))))
            message.Append($"{name}: {value.Trim().ReplaceLineEndings(" ")}\r\n");
        foreach (var name in (string[])["From", "To", "Cc", "Subject"])
            if (!headers.Has(name) && fields.TryGetValue(name, out var field))
                message.Append($"{name}: {Charsets.Decode(field.Body.Span, "").Trim().ReplaceLineEndings(" ")}\r\n");
        var boundary = $"=_form_{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(form.Body.Span))[..24]}";
        message.Append($"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        message.Append($"--{boundary}\r\nContent-Type: multipart/alternative; boundary=\"{boundary}_a\"\r\n\r\n");
        foreach (var (name, media) in ((string, string)[])[("text", "text/plain"), ("html", "text/html")])
            if (fields.TryGetValue(name, out var words))
                Append(message, $"{boundary}_a", $"{media}; charset=\"{Charset(fields, name)}\"", "", words.Body);
        message.Append($"--{boundary}_a--\r\n");
        foreach (var file in form.Parts.Where(part => part.FileName.Length > 0))
            Append(message, boundary, file.Media, Encoded(file.FileName), file.Body);
        return message.Append($"--{boundary}--\r\n").ToString();
    }

    private static void Append(StringBuilder message, string boundary, string type, string file, ReadOnlyMemory<byte> body) => message
        .Append($"--{boundary}\r\nContent-Type: {type.ReplaceLineEndings(" ")}\r\nContent-Transfer-Encoding: base64\r\n")
        .Append(file.Length > 0 ? $"Content-Disposition: attachment; filename=\"{file}\"\r\n" : "")
        .Append("\r\n").Append(Convert.ToBase64String(body.Span, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");

    private static string Encoded(string name) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name.Length > 200 ? name[..200] : name))}?=";

    /// <summary>What the provider says the field is written in; only letters, digits and dashes, as names of charsets are.</summary>
    private static string Charset(Dictionary<string, MimePart> fields, string name)
    {
        if (!fields.TryGetValue("charsets", out var part))
            return "utf-8";
        try
        {
            var said = JsonSerializer.Deserialize<JsonElement>(part.Body.Span).TryGetProperty(name, out var charset) && charset.ValueKind == JsonValueKind.String ? charset.GetString()! : "utf-8";
            return said.Length is > 0 and < 40 && said.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? said : "utf-8";
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return "utf-8";
        }
    }

    private static byte[] Joined(string head, ReadOnlyMemory<byte> body) => [.. Encoding.UTF8.GetBytes(head), .. body.Span];
}
