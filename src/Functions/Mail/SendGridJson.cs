using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace Almanach.Functions.Mail;

/// <summary>
/// A request as it travels, in UTF-8. The package writes a megabyte three times (as text, escaped, as bytes) and looks each
/// property up; this says the same of all that <see cref="SendGridLetter"/> fills in.
/// </summary>
internal static class SendGridJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="expected">About how many bytes it will be.</param>
    public static ReadOnlyMemory<byte> Write(SendGridMessage message, int expected)
    {
        var bytes = new ArrayBufferWriter<byte>(expected);
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        Address(json, "from", message.From);
        Address(json, "reply_to", message.ReplyTo);
        json.WriteString("subject", message.Subject);
        Array(json, "personalizations", message.Personalizations, Envelope);
        Array(json, "content", message.Contents, content =>
        {
            json.WriteString("type", content.Type);
            json.WriteString("value", content.Value);
        });
        Array(json, "attachments", message.Attachments, file =>
        {
            json.WriteString("content", file.Content);
            json.WriteString("type", file.Type);
            json.WriteString("filename", file.Filename);
            json.WriteString("disposition", file.Disposition);
        });
        Names(json, "headers", message.Headers);
        Tracking(json, message.TrackingSettings);
        json.WriteStartObject("mail_settings");
        Switch(json, "footer", message.MailSettings.FooterSettings.Enable);
        Switch(json, "sandbox_mode", message.MailSettings.SandboxMode.Enable);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;

        void Envelope(Personalization one)
        {
            Array(json, "to", one.Tos, to => Fields(json, to));
            Names(json, "headers", one.Headers);
            Names(json, "substitutions", one.Substitutions);
            Names(json, "custom_args", one.CustomArgs);
        }
    }

    private static void Tracking(Utf8JsonWriter json, TrackingSettings settings)
    {
        json.WriteStartObject("tracking_settings");
        json.WriteStartObject("click_tracking");
        json.WriteBoolean("enable", settings.ClickTracking.Enable ?? false);
        json.WriteBoolean("enable_text", settings.ClickTracking.EnableText ?? false);
        json.WriteEndObject();
        Switch(json, "open_tracking", settings.OpenTracking.Enable);
        Switch(json, "subscription_tracking", settings.SubscriptionTracking.Enable);
        Switch(json, "ganalytics", settings.Ganalytics.Enable);
        json.WriteEndObject();
    }

    private static void Switch(Utf8JsonWriter json, string name, bool? enable)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("enable", enable ?? false);
        json.WriteEndObject();
    }

    private static void Address(Utf8JsonWriter json, string name, EmailAddress address)
    {
        json.WriteStartObject(name);
        Fields(json, address);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, EmailAddress address)
    {
        if (address.Name is { } name)
            json.WriteString("name", name);
        json.WriteString("email", address.Email);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, List<T>? items, Action<T> fields)
    {
        if (items is null)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            fields(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, Dictionary<string, string>? values)
    {
        if (values is null)
            return;
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
