using static Almanach.Core.Mail.Incoming.AutomaticSigns;

namespace Almanach.Core.Mail.Incoming;

/// <summary>
/// Tells by its words alone whether a program wrote an answer. No phrase proves it: people are away too, and say so. Independent
/// signs are weighed, each once; what only a person does weighs against them, and so does every sentence that is no sign, since a
/// program speaks of nothing but the absence or the receipt. Where both are balanced it stays a person's, whom a person then reads.
/// </summary>
internal static class AutomaticWords
{
    /// <summary>An absence with its dates; an acknowledgement in nobody's name; an absence, and who is to be asked.</summary>
    private const int Enough = 3;

    /// <summary>Programs seldom quote what they answer, people do.</summary>
    private const int EnoughAboveQuotation = 5;

    /// <param name="own">What stands above any quotation, without the signature.</param>
    /// <param name="all">The same with the signature, under which programs often say what they are.</param>
    /// <param name="quotes">Whether what it answers stands below.</param>
    /// <param name="beside">How many signs the subject bears.</param>
    public static bool Are(string own, string all, bool quotes, int beside) => Weight(own, all) + beside >= (quotes ? EnoughAboveQuotation : Enough);

    private static int Weight(string own, string all)
    {
        var sentences = MailSentences.Of(Titles.Replace(own, "$1")).Where(sentence => !Filed.In(sentence)).ToList();
        bool Said(Phrases words) => sentences.Any(words.In);

        var gone = Said(Absence) || Said(Departure);
        var unread = Said(Unread);
        var received = Said(Receipt);
        return (gone ? 2 : 0) + (unread || Said(Moved) ? 2 : 0) + (received ? 2 : 0)
            + (MailSentences.Of(all).Any(Itself.In) ? 3 : 0)
            + Minor.Count(Said)
            + ((gone || unread || Said(Unavailable)) && Said(Period) ? 1 : 0)
            + ((received || unread || Said(Thanks) && Said(Promise)) && !Said(FirstPerson) ? 1 : 0)
            - (sentences.Any(Asks) || Said(Answer) ? 3 : 0)
            - (Said(Personal) || sentences.Any(IsToSomebody) ? 2 : 0)
            - (Said(Contrast) ? 1 : 0)
            - Else(sentences);
    }

    /// <summary>How many sentences say something else than that nobody reads the message now; a name at the end says nothing.</summary>
    private static int Else(List<string> sentences)
    {
        var end = sentences.FindIndex(sentence => Name.Match(sentence).Groups["family"].Success);
        if (end < 0 || end < sentences.Count - Signature)
            end = sentences.Count > 0 && Name.IsMatch(sentences[^1]) ? sentences.Count - 1 : sentences.Count;
        return sentences.Take(end).Count(sentence => !IsSign(sentence) && !Courtesy.In(sentence));
    }

    /// <summary>Lines of a signature that bears no formula: name, office, house.</summary>
    private const int Signature = 3;

    private static bool IsSign(string sentence) =>
        Absence.In(sentence) || Departure.In(sentence) || Unread.In(sentence) || Moved.In(sentence) || Receipt.In(sentence) || Itself.In(sentence) || Minor.Any(sign => sign.In(sentence));

    private static bool IsToSomebody(string sentence) => Named.Match(sentence) is { Success: true } match && !Nobody.In(match.Groups["name"].Value);

    /// <summary>Programs ask nothing but whether it is urgent.</summary>
    private static bool Asks(string sentence) => sentence.EndsWith('?') && !Urgent.In(sentence);
}
