using System.Text.Json.Serialization;
using Almanach.Adapters.Smtp;
using Almanach.Core.Mail.Inbox;

namespace Almanach.Local.Hosting;

/// <summary>What the person who runs the host decides, from <c>almanach.json</c> and the environment; checked by <see cref="HostSettingsReader"/>.</summary>
/// <param name="Root">Public address without a final slash; null to follow the address listened on (demonstration only).</param>
/// <param name="Urls">Where Kestrel listens.</param>
/// <param name="Year">The first year to open; null for the platform's first (demonstration only).</param>
/// <param name="Incoming">Where answers by mail arrive.</param>
/// <param name="Smtp">Null: mails go to the outbox folder.</param>
/// <param name="EventsKey">Public key of SendGrid's Event Webhook, where the relay is SendGrid's; empty: nobody tells what becomes of mails.</param>
public sealed record HostSettings(HostEnvironment Environment, string? Root, string Urls, int? Year, SmtpSettings? Smtp, IncomingSettings Incoming, string EventsKey = "")
{
    public const string DefaultUrls = "http://localhost:5080";

    public bool IsDemonstration => Environment == HostEnvironment.Demonstration;

    public IReadOnlyList<string> Addresses => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The address that mails carry: the public one, or the first one listened on.</summary>
    public string PublicRoot => Root ?? Listened.GetLeftPart(UriPartial.Authority);

    private Uri Listened => new(Addresses[0].Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .Replace("//[::]", "//localhost", StringComparison.Ordinal));
}

public enum HostEnvironment
{
    /// <summary>A simulated clock that is moved by hand; no mail leaves but to the platform's allowed domains.</summary>
    Demonstration,

    /// <summary>The machine's clock; mails leave.</summary>
    Production,
}

/// <summary><c>almanach.json</c> as it is written; every property may be left out.</summary>
internal sealed record WrittenSettings(string? Environment, string? Root, string? Urls, int? Year, WrittenMail? Mail, WrittenIncoming? Incoming);

/// <param name="Send"><c>outbox</c> (the default) or <c>smtp</c>.</param>
/// <param name="Security"><c>starttls</c>, <c>implicit</c> or <c>none</c>; left out, what is usual with the port.</param>
/// <param name="StartTls">Before there was <c>security</c>: false is <c>none</c>.</param>
/// <param name="Seconds">How long the relay may take to answer a command.</param>
/// <param name="PerMinute">Letters to one domain in any minute.</param>
internal sealed record WrittenMail(
    string? Send, string? Host, int? Port, string? Security, bool? StartTls, string? User, string? Password, int? Seconds, int? Connections, int? PerMinute);

/// <param name="Box">The address that receives answers and takes <c>box+…@…</c>.</param>
/// <param name="Folder">Where the mail server drops what arrives: a Maildir, or a folder of .eml files.</param>
/// <param name="Key">Opens <c>/courrier/KEY</c> to a mail server or provider; at least 24 characters.</param>
/// <param name="EventsKey">Opens <c>/courrier/evenements</c> to what SendGrid signs with it.</param>
internal sealed record WrittenIncoming(string? Box, string? Folder, string? Key, string? EventsKey);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(WrittenSettings))]
internal sealed partial class WrittenSettingsJson : JsonSerializerContext;
