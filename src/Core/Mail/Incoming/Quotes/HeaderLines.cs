namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>The headers of the quoted mail, written as lines above it: « De : … Envoyé : … À : … Objet : … », in any order.</summary>
internal static class HeaderLines
{
    private enum Label { From, Date, To, Subject, Other }

    private const int MostLines = 25;

    /// <summary>How many lines from this one on are such headers; 0 where none begin here.</summary>
    /// <param name="announced">A separator stands above: less is needed to be sure.</param>
    public static int At(IReadOnlyList<Line> lines, int at, bool announced = false)
    {
        if (Of(lines[at].Plain) is not { Label: not Label.Other } first)
            return 0;
        if (OnOneLine(lines[at].Plain))
            return 1;
        var found = new Dictionary<Label, string> { [first.Label] = first.Value };
        var end = at + 1;
        for (var i = at + 1; i < lines.Count && i < at + MostLines && lines[i].Depth == lines[at].Depth; i++)
            if (Of(lines[i].Plain) is { } header)
            {
                found.TryAdd(header.Label, header.Value);
                end = i + 1;
            }
            else if (lines[i].IsBlank ? NextIsHeader(lines, i + 1) : !Continues(lines, i))
                continue;
            else if (lines[i].IsBlank || !NextIsHeader(lines, i + 1))
                break;
        return Suffices(found, announced) ? end - at : 0;
    }

    private static bool Suffices(Dictionary<Label, string> found, bool announced)
    {
        found.Remove(Label.Other);
        var dated = found.TryGetValue(Label.Date, out var date) && date.Any(char.IsAsciiDigit);
        var addressed = found.Values.Any(value => value.Contains('@', StringComparison.Ordinal));
        if (!found.ContainsKey(Label.From))
            return announced && found.Count >= 2;
        return found.Count >= 3 && (dated || addressed) || found.Count == 2 && (dated && addressed || announced && (dated || addressed));
    }

    /// <summary>A long list of recipients goes on over lines, and headers come after it.</summary>
    private static bool Continues(IReadOnlyList<Line> lines, int at) =>
        !lines.Skip(at + 1).Take(8).TakeWhile(line => !line.IsBlank).Any(line => Of(line.Plain) is not null);

    private static bool NextIsHeader(IReadOnlyList<Line> lines, int at) => at < lines.Count && Of(lines[at].Plain) is not null;

    private static (Label Label, string Value)? Of(string line)
    {
        var colon = line.IndexOf(':');
        if (colon is < 1 or > 24)
            return null;
        var value = line[(colon + 1)..].Trim();
        return line[..colon].Trim().Trim('_', '"', '|').Trim().ToLowerInvariant() switch
        {
            "de" or "from" or "von" or "da" or "expéditeur" or "expediteur" or "de la part de" or "van" => (Label.From, value),
            "envoyé" or "envoye" or "envoyé le" or "envoyée" or "sent" or "date" or "gesendet" or "enviado" or "inviato" or "message du" or "datum" or "date d'envoi" or "verzonden" => (Label.Date, value),
            "à" or "a" or "to" or "pour" or "an" or "para" or "destinataire" or "destinataires" or "dest." or "aan" => (Label.To, value),
            "objet" or "sujet" or "subject" or "betreff" or "asunto" or "oggetto" or "obj" or "onderwerp" => (Label.Subject, value),
            "cc" or "copie à" or "copie" or "copies" or "cci" or "bcc" or "importance" or "répondre à" or "reply-to" or "pièce jointe" or "pièces jointes"
                or "attachments" or "envoyé par" or "sent by" or "priorité" or "organisation" => (Label.Other, value),
            _ => null,
        };
    }

    /// <summary>All of them run together, as programs do that know no lines.</summary>
    private static bool OnOneLine(string line) => Joined.All(label => label.In(line));

    private static readonly Phrases[] Joined =
    [
        new(@"^(de|from)\s*:\s?[^ ]"),
        new(@"\s(envoyé|envoyé le|sent|date)\s*:.{0,40}[0-9]"),
        new(@"\s(à|a|to)\s*:\s?[^ ]"),
        new(@"\s(objet|sujet|subject)\s*:"),
    ];
}
