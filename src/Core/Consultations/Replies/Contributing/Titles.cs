using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Contributing;

/// <summary>The title of an article: its first short line, or else the subject of the mail where it is its own.</summary>
internal static class Titles
{
    public static bool IsOne(string line) => Plain(line) is { Length: >= 3 and <= ContributionChecks.MaxTitle } title && title.Any(char.IsLetter) && title[^1] is not ('.' or ';' or ',' or ':')
        && WebLinks.In(title).Count == 0 && !title.Contains('@', StringComparison.Ordinal) && !Spoken.In(Words.Plain.Fold(title)) && !Courtesies.Is(title);

    public static string Plain(string line)
    {
        var title = Words.Plain.Narrow(line).Trim('#', '*', ' ', '_');
        title = title.StartsWith("Titre", StringComparison.OrdinalIgnoreCase) && title.IndexOf(':', StringComparison.Ordinal) is >= 0 and < 10 and var colon ? title[(colon + 1)..].Trim() : title;
        return title is ['«', .. var inner, '»'] && !inner.Contains('«', StringComparison.Ordinal) ? inner.Trim() : title;
    }

    /// <summary>« Titre : … », as the form asks for it.</summary>
    public static bool IsLabelled(string line) => Label.In(Words.Plain.Fold(line));

    /// <summary>A text without « Texte : » before it.</summary>
    public static string WithoutLabel(string text) => TextLabel.Replace(text, "");

    private static readonly Phrases Label = new(@"^[#*_ ]*titre[*_ ]*:");

    private static readonly SafePattern TextLabel = new(@"^[#*_ ]*([Tt]exte|TEXTE|[Aa]rticle|[Cc]ontenu)[*_ ]*:[*_ \n]*");

    /// <summary>Empty for the subject of our own mail, answered or passed on.</summary>
    public static string OfSubject(Consultation consultation, string subject)
    {
        var plain = Words.Plain.Fold(Words.Plain.Narrow(subject));
        return plain.Length < 3 || Answered.In(plain) || plain.Contains(Words.Plain.Fold(consultation.Template.Title), StringComparison.Ordinal) || !IsOne(subject) ? "" : Plain(subject);
    }

    private static readonly Phrases Answered = new(@"^(re|ref|rep|tr|fw|fwd|wg|aw) ?:|\b(lettre|newsletter|contributions?|articles?)\b");

    private static readonly Phrases Spoken = new(@"\b(je|nous|vous|votre|vos|merci|bonjour|svp)\b|\bj'|^(oui|non|ok|d'accord|ras|neant)\b");
}
