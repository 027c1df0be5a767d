using Almanach.Core.Links;
using Almanach.Core.Mail.Mime;

namespace Almanach.Core.Mail.Inbox;

/// <summary>Where answers by mail arrive, as the person who runs a host sets it.</summary>
/// <param name="Box">Their address; empty: messages are answered to the platform's own box, which nobody here reads.</param>
/// <param name="Folder">Where a mail server drops them; empty: <c>courrier/</c> in the data folder. Nothing on Azure.</param>
/// <param name="Key">Opens the door for a provider that posts them; empty: it stays closed.</param>
public sealed record IncomingSettings(string Box, string Folder, string Key)
{
    private const int ShortestKey = 24;

    public static IncomingSettings None { get; } = new("", "", "");

    /// <summary>What is wrong with them, in French, for whoever starts the host; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (Box.Length > 0 && (MailAddresses.Ascii(Box) is null || Box.Contains('+', StringComparison.Ordinal)))
            yield return $"L’adresse des réponses «\u00A0{Box}\u00A0» n’est pas comprise. Indiquez par exemple reponses@exemple.fr.";
        else if (Box.IndexOf('@') > ReplyAddresses.LongestLocal)
            yield return $"L’adresse des réponses est trop longue\u00A0: gardez {ReplyAddresses.LongestLocal} caractères au plus avant l’arobase.";
        if (Key.Length > 0 && (Key.Length < ShortestKey || !Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            yield return $"La clé du courrier entrant doit compter au moins {ShortestKey} lettres et chiffres, sans autre caractère.";
    }
}
