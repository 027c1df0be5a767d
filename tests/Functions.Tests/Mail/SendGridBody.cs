using System.Text;
using System.Text.Json;

namespace Almanach.Functions.Tests.Mail;

/// <summary>The body of <c>POST /v3/mail/send</c>: what SendGrid refuses in it, and the copies it puts together.</summary>
internal sealed class SendGridBody(JsonElement body)
{
    private static readonly string[] Reserved =
        ["x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject", "reply-to", "cc", "bcc"];

    private IEnumerable<JsonElement> Envelopes => body.GetProperty("personalizations").EnumerateArray();

    public int Count => body.GetProperty("personalizations").GetArrayLength();

    public bool Sandbox => body.TryGetProperty("mail_settings", out var settings) && settings.TryGetProperty("sandbox_mode", out var mode) && On(mode);

    /// <summary>Message and addressee of each copy, as the platform names them.</summary>
    public IEnumerable<string> Names => Envelopes.Select(envelope => string.Join(' ', Strings(envelope, "custom_args").OrderBy(pair => pair.Key == "addressee").Select(pair => pair.Value)));

    /// <summary>Field and message of each error.</summary>
    /// <param name="exists">False for an address SendGrid does not take.</param>
    public IEnumerable<(string Field, string Message)> Errors(Func<string, bool> exists)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("personalizations", out var all) || all.ValueKind != JsonValueKind.Array || Count == 0)
            return [("personalizations", "The personalizations field is required and must have at least one personalization.")];
        return [.. Whole(), .. Envelopes.SelectMany((envelope, i) => One(envelope, $"personalizations.{i}", exists)), .. Twice()];
    }

    /// <summary>Tags are filled in the order they come, and again where a value holds one: up to four times, as SendGrid says of itself.</summary>
    public IEnumerable<TakenMail> Copies(string messageId) => Envelopes.Select(envelope =>
    {
        var tags = Strings(envelope, "substitutions");
        var to = envelope.GetProperty("to")[0];
        return new TakenMail(messageId, Text(to, "email"), Text(to, "name"), Text(body.GetProperty("from"), "email"), Text(body.GetProperty("reply_to"), "email"),
            Filled(Text(body, "subject"), tags), Filled(Content("text/plain"), tags), Filled(Content("text/html"), tags), Filled(Content("text/calendar; method=REQUEST"), tags),
            Strings(body, "headers").Concat(Strings(envelope, "headers")).GroupBy(header => header.Key).ToDictionary(group => group.Key, group => group.Last().Value),
            Strings(envelope, "custom_args"), Files(), Tracked());
    });

    private IEnumerable<(string, string)> Whole()
    {
        if (Count > 1000)
            yield return ("personalizations", $"The personalization block is limited to 1000 personalizations per API request. You have provided {Count} personalizations.");
        if (!body.TryGetProperty("from", out var from) || !Text(from, "email").Contains('@'))
            yield return ("from.email", "The from object must be provided for every email send.");
        if (Text(body, "subject").Length == 0)
            yield return ("subject", "The subject is required.");
        if (body.TryGetProperty("custom_args", out _))
            yield return ("custom_args", "The custom_args of the whole message are not what this platform sends.");
        var types = body.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array ? content.EnumerateArray().Select(part => Text(part, "type")).ToList() : [];
        if (types.Count == 0 || content.EnumerateArray().Any(part => Text(part, "value").Length == 0))
            yield return ("content", "The content value must be a string at least one character in length.");
        if (types is not (["text/plain"] or ["text/html"] or ["text/plain", "text/html", ..]))
            yield return ("content", "If present, text/plain content must be first, followed by text/html content, followed by any other content.");
        foreach (var (place, type) in types.Index().Where(type => type.Item.Contains(';') && type.Item != "text/calendar; method=REQUEST"))
            yield return ($"content.{place}.type", "The content type cannot contain ';', or CRLF characters.");
        foreach (var error in HeaderErrors(body, "headers"))
            yield return error;
    }

    private static IEnumerable<(string, string)> One(JsonElement envelope, string field, Func<string, bool> exists)
    {
        if (!envelope.TryGetProperty("to", out var to) || to.ValueKind != JsonValueKind.Array || to.GetArrayLength() != 1)
            yield return ($"{field}.to", "The to parameter is required for all personalization objects, here with one address.");
        else if (Text(to[0], "email") is var address && (!address.Contains('@') || !Ascii.IsValid(address) || !exists(address)))
            yield return ($"{field}.to.0.email", $"Does not contain a valid address: {address}.");
        foreach (var bag in (string[])["custom_args", "substitutions"])
            if (envelope.TryGetProperty(bag, out var values) && (values.ValueKind != JsonValueKind.Object || values.EnumerateObject().Any(value => value.Value.ValueKind != JsonValueKind.String)))
                yield return ($"{field}.{bag}", "Each value must be a string.");
            else if (Strings(envelope, bag).Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value)) > 10_000)
                yield return ($"{field}.{bag}", "The total collective size may not exceed 10,000 bytes.");
        foreach (var error in HeaderErrors(envelope, $"{field}.headers"))
            yield return error;
    }

    private static IEnumerable<(string, string)> HeaderErrors(JsonElement holder, string field) =>
        from header in Strings(holder, "headers")
        where Reserved.Contains(header.Key.ToLowerInvariant()) || !Ascii.IsValid(header.Value) || header.Value.Any(char.IsControl)
        select (field, "Headers must be strings, encoded if they hold unicode characters, and none of the reserved headers.");

    private IEnumerable<(string, string)> Twice() =>
        from address in Envelopes.Select(envelope => envelope.TryGetProperty("to", out var to) ? Text(to[0], "email").ToLowerInvariant() : "")
        group address by address into same
        where same.Count() > 1
        select ("personalizations", $"Each unique email address in the personalizations array should only be included once. You have included [{same.Key}] more than once.");

    private static string Filled(string text, Dictionary<string, string> tags)
    {
        for (var depth = 0; depth < 4; depth++)
            foreach (var (tag, value) in tags)
                text = text.Replace(tag, value, StringComparison.Ordinal);
        return text;
    }

    private string Content(string type) =>
        body.GetProperty("content").EnumerateArray().Where(part => Text(part, "type") == type).Select(part => Text(part, "value")).SingleOrDefault("");

    private List<string> Files() => body.TryGetProperty("attachments", out var files) ? [.. files.EnumerateArray().Select(file => Text(file, "filename"))] : [];

    /// <summary>What is not turned off may be on for the whole account.</summary>
    private bool Tracked() => !body.TryGetProperty("tracking_settings", out var settings)
        || !((string[])["click_tracking", "open_tracking", "subscription_tracking", "ganalytics"]).All(name => settings.TryGetProperty(name, out var one) && !On(one));

    private static bool On(JsonElement setting) => !setting.TryGetProperty("enable", out var enable) || enable.ValueKind == JsonValueKind.True;

    private static Dictionary<string, string> Strings(JsonElement from, string name) =>
        from.TryGetProperty(name, out var bag) && bag.ValueKind == JsonValueKind.Object
            ? bag.EnumerateObject().Where(pair => pair.Value.ValueKind == JsonValueKind.String).ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!)
            : [];

    private static string Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
