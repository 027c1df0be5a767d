using System.Net;
using System.Text.Json;

namespace Almanach.Functions.Mail;

/// <summary>SendGrid did not take a request. The message holds no address.</summary>
public sealed class SendGridRefusedException(HttpStatusCode status, string words) : Exception(words)
{
    public HttpStatusCode Status { get; } = status;
}

/// <summary>The errors of a refusal: <c>{"errors":[{"message","field","help"}]}</c>.</summary>
internal sealed class SendGridRefusal
{
    private readonly List<(string Field, string Message)> errors = [];

    public SendGridRefusal(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errors", out var list) && list.ValueKind == JsonValueKind.Array)
                errors.AddRange(list.EnumerateArray().Select(error => (Text(error, "field"), Text(error, "message"))));
        }
        catch (JsonException)
        {
            // A page of some machine in between: only its status counts.
        }
    }

    /// <summary>Whose envelopes are named (<c>personalizations.3.to.0.email</c>); empty when the refusal is of no one in particular.</summary>
    public IReadOnlySet<int> Culprits(int count) => errors
        .Select(error => error.Field.Split('.', '[', ']'))
        .Select(parts => parts is ["personalizations", var place, ..] && int.TryParse(place, out var number) ? number : -1)
        .Where(place => place >= 0 && place < count)
        .ToHashSet();

    /// <summary>Only the third part is blamed, which is what calendars are told.</summary>
    public bool IsOfCalendar => errors.Count > 0 && errors.All(error => error.Field.StartsWith("content.2", StringComparison.Ordinal));

    public SendGridRefusedException For(HttpStatusCode status)
    {
        var says = string.Join(' ', errors.Select(error => $"[{error.Field}] {error.Message}".Replace("[] ", "", StringComparison.Ordinal)).Where(error => !error.Contains('@')));
        return new(status, $"{Words(status)} {says}".TrimEnd());
    }

    private static string Words(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "SendGrid ne reconnaît pas la clé (401). Vérifiez qu’elle est entière et toujours active.",
        HttpStatusCode.Forbidden => "SendGrid n’autorise pas cet envoi (403). Vérifiez le droit «\u00A0Mail Send\u00A0» de la clé et l’adresse d’expédition.",
        HttpStatusCode.RequestEntityTooLarge => "SendGrid trouve ce message trop lourd (413). Allégez ses pièces jointes.",
        HttpStatusCode.TooManyRequests => "SendGrid reçoit trop de demandes de ce compte (429). L’envoi reprendra de lui-même.",
        >= HttpStatusCode.InternalServerError => $"SendGrid est en panne ({(int)status}). L’envoi reprendra de lui-même.",
        _ => $"SendGrid refuse ce message ({(int)status}).",
    };

    private static string Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
