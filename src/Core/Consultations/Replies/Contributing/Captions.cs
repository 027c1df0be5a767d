using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Contributing;

/// <summary>« Légende de la photo : Le bus à Saint-Amour »: what the picture shows, said by whoever sends it.</summary>
internal static class Captions
{
    /// <summary>Null where there is none, or several.</summary>
    public static string? Of(IReadOnlyList<string> body) =>
        body.Select(line => Caption.Match(line)).Where(match => match.Success).Select(match => Plain.Narrow(match.Groups[1].Value)).ToList() is [{ Length: > 0 and <= ContributionChecks.MaxAlt } only] ? only : null;

    private static readonly SafePattern Caption = new(@"^\s*(?:l[ée]gende|photo|image)(?: de (?:la|l') ?(?:photo|image|photographie|illustration))?\s*:\s*(.+)$");
}
