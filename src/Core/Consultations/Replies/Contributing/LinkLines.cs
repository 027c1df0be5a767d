using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.French;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Contributing;

/// <summary>A link with a line about it, or several such lines: nothing else stands in the mail.</summary>
internal static class LinkLines
{
    /// <summary>Null where it is something else.</summary>
    public static IReadOnlyList<Contribution>? Of(Envelope envelope)
    {
        List<Contribution> links = [];
        var about = "";
        foreach (var line in envelope.Body.Where(line => line.Length > 0))
        {
            var found = WebLinks.In(line);
            var words = found.Count == 0 ? line : line.Replace(found[0], " ", StringComparison.Ordinal);
            if (found.Count > 1 || line.Length > MostCharacters || found.Count == 0 && about.Length > 0)
                return null;
            about = about.Length > 0 && Trimmed(words).Length > 0 ? "" : about + Trimmed(words);
            if (found.Count == 0)
                continue;
            if (about.Count(char.IsLetter) < 5 || !Titles.IsOne(about) || Announces.In(Plain.Fold(about)))
                return null;
            links.Add(new Contribution("", ContributionKind.Link, Capitals.First(about), "", found[0], null, "", "", null, "", default));
            about = "";
        }
        return about.Length == 0 && links.Count > 0 ? links : null;
    }

    private const int MostCharacters = 400;

    /// <summary>Nothing is said of it.</summary>
    private static readonly Phrases Announces = new(@"^(voici |voila |ci-dessous |ci-joint )?((un|le|les|ce|des|notre|mon|autre) )?(liens?|sites?|pages?|sources?|adresses?|en savoir plus|plus d'informations?|voir( aussi| ici)?|a (lire|voir|publier|relayer|diffuser)|cf)( utiles?| interessante?s?| pour la lettre)?$");

    private static string Trimmed(string words) => Plain.Narrow(words).Trim(' ', ':', '-', '–', '•', '*', '>', '(', ')', '<', '.', ',');
}
