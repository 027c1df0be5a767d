using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Contributing;

/// <summary>
/// An article, a publication or links written in a mail, for the newsletter. A second mail adds: what was sent before stays, and a
/// title that is there already is not added twice. To change or withdraw one, there is the page.
/// </summary>
internal static class ContributionReply
{
    private const string NotOne = "On ne voit pas clairement ce qui est proposé pour la lettre.";

    public static Heard Of(Consultation consultation, string text, AnswerValue.Contributions? before, Reply reply)
    {
        var lines = ArticleLines.Of(text);
        var envelope = Envelope.Of(lines, reply.Pictures.Count > 0 && reply.Pictures.Count == reply.Files);
        if (envelope.Doubt is { } doubt)
            return new Heard.Unsure(doubt);
        if (reply.Pictures.Count > 1)
            return new Heard.Unsure("Le message joint plusieurs images\u00A0: une contribution n’en porte qu’une.");
        var items = LinkLines.Of(envelope) ?? (Article(consultation, envelope, reply) is { } article ? [article] : []);
        if (items.Count == 0)
            return new Heard.Unsure(NotOne);
        if (items.Count > 1 && reply.Pictures.Count > 0)
            return new Heard.Unsure("Le message contient plusieurs contributions, et une image dont on ne sait à laquelle elle va.");
        if (reply.Pictures is [var picture])
            items = [items[0] with { Picture = new ContributedPicture(picture.File, Captions.Of(envelope.Body) ?? $"Image qui accompagne «\u00A0{items[0].Title}\u00A0»", picture.Width, picture.Height) }];
        var known = (before?.Items ?? []).Select(item => Plain.Words(item.Title)).ToHashSet();
        return new Heard.Said(new AnswerValue.Contributions([.. before?.Items ?? [], .. items.Where(item => known.Add(Plain.Words(item.Title))).Select(item => item with { By = reply.By, At = reply.At })]));
    }

    private static Contribution? Article(Consultation consultation, Envelope envelope, Reply reply)
    {
        var body = envelope.Body;
        var titled = body.Count > 1 && Titles.IsOne(body[0]);
        var (title, rest) = titled ? (Titles.Plain(body[0]), body.Skip(1)) : (Titles.OfSubject(consultation, reply.Subject), body);
        var text = Titles.WithoutLabel(string.Join('\n', rest).Trim('\n'));
        if (title.Length == 0 || text.Count(char.IsLetter) < Fewest || !envelope.Announced && text.Length < Longer && !(titled && IsShaped(body, title, text)))
            return null;
        var links = WebLinks.In(text);
        return new Contribution("", envelope.Kind, title, text, links is [var link] ? link : "", null, "", "", null, "", default);
    }

    /// <summary>As the call asks for it: « Titre : … », or a title that stands by itself, then a text that speaks to nobody.</summary>
    private static bool IsShaped(IReadOnlyList<string> body, string title, string text) => Titles.IsLabelled(body[0])
        || body[1].Length == 0 && title.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsLetter) >= Few && text[^1] is '.' or '!' or '…'
            && !Asides.In(Plain.Fold(Plain.Narrow($"{title} {text}")).Replace('\n', ' '));

    /// <summary>What is said of a letter, a message or one another is no article of it.</summary>
    private static readonly Phrases Asides = new(@"\b(lettre|newsletter|numero|article|texte|contribution|message|mail|courriel|version)s?\b|\b(on|je|j'|tu|vous|votre|vos|moi|merci|ok|d'accord|absente?s?|conges?)\b");

    /// <summary>Letters, of a text under a title by itself.</summary>
    private const int Few = 60;

    /// <summary>Letters: less is a word, not an article.</summary>
    private const int Fewest = 30;

    /// <summary>What nobody announced as an article must look like one.</summary>
    private const int Longer = 160;
}
