using System.Globalization;
using System.Text.Json;
using Almanach.Adapters.Smtp;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Inbox;

namespace Almanach.Local.Hosting;

/// <summary>Reads <c>almanach.json</c>, lets the environment (<c>ALMANACH_…</c>) have the last word, and says in French what cannot work.</summary>
public sealed class HostSettingsReader
{
    private readonly Func<string, string?> variable;
    private readonly List<string> problems = [];

    private HostSettingsReader(Func<string, string?> variable) => this.variable = variable;

    /// <param name="json">Content of <c>almanach.json</c>, or null when there is none.</param>
    /// <param name="variable">A variable of the environment by name, or null.</param>
    /// <param name="urls">What the command line says, before all else.</param>
    /// <returns>The settings, or null with the problems.</returns>
    public static (HostSettings? Settings, IReadOnlyList<string> Problems) Read(string? json, Func<string, string?> variable, string? urls = null)
    {
        var reader = new HostSettingsReader(variable);
        var settings = reader.Settle(reader.Parse(json), urls);
        return (reader.problems.Count == 0 ? settings : null, reader.problems);
    }

    private WrittenSettings Parse(string? json)
    {
        try
        {
            return (json is null ? null : JsonSerializer.Deserialize(json, WrittenSettingsJson.Default.WrittenSettings)) ?? new(null, null, null, null, null, null);
        }
        catch (JsonException broken)
        {
            problems.Add($"almanach.json, ligne {(broken.LineNumber ?? 0) + 1}\u00A0: ce réglage n’est pas compris. Comparez avec l’exemple de la documentation.");
            return new(null, null, null, null, null, null);
        }
    }

    private HostSettings Settle(WrittenSettings written, string? urls)
    {
        var settings = new HostSettings(
            Environment(Word("ENVIRONMENT", written.Environment) ?? "demonstration"),
            Word("ROOT", written.Root)?.TrimEnd('/'),
            urls ?? Word("URLS", written.Urls) ?? HostSettings.DefaultUrls,
            Number("YEAR", written.Year), Smtp(written.Mail), Incoming(written.Incoming), Events(written.Incoming));
        CheckUrls(settings);
        CheckRoot(settings);
        if (settings is { IsDemonstration: false, Year: null })
            problems.Add("L’année manque. Indiquez dans «\u00A0year\u00A0» la première année de travail à ouvrir.");
        if (settings.Year is < 2000 or > 2999)
            problems.Add($"L’année {settings.Year} n’est pas comprise. Indiquez par exemple 2027.");
        return settings;
    }

    private HostEnvironment Environment(string word)
    {
        if (word is not ("demonstration" or "production"))
            problems.Add($"L’environnement «\u00A0{word}\u00A0» n’existe pas. Choisissez «\u00A0demonstration\u00A0» ou «\u00A0production\u00A0».");
        return word == "production" ? HostEnvironment.Production : HostEnvironment.Demonstration;
    }

    private void CheckUrls(HostSettings settings)
    {
        if (settings.Addresses.Count == 0 || !settings.Addresses.All(address => address.StartsWith("http://", StringComparison.Ordinal)))
            problems.Add($"L’adresse d’écoute «\u00A0{settings.Urls}\u00A0» n’est pas comprise. Indiquez par exemple {HostSettings.DefaultUrls} ; le chiffrement se fait devant, dans le serveur frontal.");
    }

    private void CheckRoot(HostSettings settings)
    {
        if (settings.Root is null)
        {
            if (!settings.IsDemonstration)
                problems.Add("L’adresse publique manque. Indiquez dans «\u00A0root\u00A0» celle que portent les liens des messages, par exemple https://pfoss.example.org.");
            return;
        }
        if (!Uri.TryCreate(settings.Root, UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https") || root.Query.Length > 0)
            problems.Add($"L’adresse publique «\u00A0{settings.Root}\u00A0» n’est pas comprise. Indiquez par exemple https://pfoss.example.org.");
        else if (root is { Scheme: "http", IsLoopback: false } && !settings.IsDemonstration)
            problems.Add($"L’adresse publique {settings.Root} n’est pas chiffrée\u00A0: les liens personnels passeraient en clair. Indiquez une adresse en https.");
    }

    private SmtpSettings? Smtp(WrittenMail? mail)
    {
        var send = Word("MAIL", mail?.Send) ?? "outbox";
        if (send == "outbox")
            return null;
        if (send != "smtp")
        {
            problems.Add($"L’envoi «\u00A0{send}\u00A0» n’existe pas. Choisissez «\u00A0outbox\u00A0» (dossier d’envoi) ou «\u00A0smtp\u00A0».");
            return null;
        }
        var port = Number("SMTP_PORT", mail?.Port) ?? 587;
        var smtp = new SmtpSettings(
            Word("SMTP_HOST", mail?.Host) ?? "", port, Security(mail, port),
            Word("SMTP_USER", mail?.User) ?? "", Word("SMTP_PASSWORD", mail?.Password) ?? "",
            TimeSpan.FromSeconds(Number("SMTP_SECONDS", mail?.Seconds) ?? 60));
        smtp = smtp with
        {
            Connections = Number("SMTP_CONNECTIONS", mail?.Connections) ?? smtp.Connections,
            PerMinute = Number("SMTP_PER_MINUTE", mail?.PerMinute) ?? smtp.PerMinute,
        };
        problems.AddRange(smtp.Problems());
        return smtp;
    }

    private IncomingSettings Incoming(WrittenIncoming? written)
    {
        var incoming = new IncomingSettings(Word("REPLIES", written?.Box) ?? "", Word("INCOMING_FOLDER", written?.Folder) ?? "", Word("INCOMING_KEY", written?.Key) ?? "");
        problems.AddRange(incoming.Problems());
        return incoming;
    }

    private string Events(WrittenIncoming? written)
    {
        var key = Word("EVENTS_KEY", written?.EventsKey) ?? "";
        using var seal = EventSeal.Of(key);
        if (key.Length > 0 && seal is null)
            problems.Add("La clé publique des événements de remise («\u00A0eventsKey\u00A0») n’est pas comprise. Recopiez entière celle que montre SendGrid (Settings, Mail Settings, Event Webhook, Signed Event Webhook), ou retirez-la.");
        return key;
    }

    /// <summary><c>startTls: false</c> alone, as it was written before there were three ways, is none.</summary>
    private SmtpSecurity Security(WrittenMail? mail, int port)
    {
        if (Word("SMTP_SECURITY", mail?.Security) is not { } word)
            return Word("SMTP_STARTTLS", mail?.StartTls is { } tls ? (tls ? "true" : "false") : null) is "false" ? SmtpSecurity.None : SmtpSettings.Usual(port);
        switch (word)
        {
            case "none":
                return SmtpSecurity.None;
            case "starttls":
                return SmtpSecurity.StartTls;
            case "implicit":
                return SmtpSecurity.Implicit;
            default:
                problems.Add($"Le chiffrement «\u00A0{word}\u00A0» n’existe pas. Choisissez «\u00A0starttls\u00A0», «\u00A0implicit\u00A0» (port 465) ou «\u00A0none\u00A0» (même machine).");
                return SmtpSettings.Usual(port);
        }
    }

    private string? Word(string name, string? written) => variable($"ALMANACH_{name}") is { Length: > 0 } said ? said : written;

    private int? Number(string name, int? written)
    {
        if (variable($"ALMANACH_{name}") is not { Length: > 0 } said)
            return written;
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        problems.Add($"La variable ALMANACH_{name} n’est pas un nombre.");
        return written;
    }
}
