namespace Almanach.Core.Mail;

/// <summary>Whether a text can be sent: it reads, and every word in brackets is one that will be filled.</summary>
public static class TextChecks
{
    /// <summary>Words filled alike for everybody who gets the message.</summary>
    public static readonly IReadOnlySet<string> CommonWords = new HashSet<string>
    {
        "année", "clôture", "titre", "date", "lieu", "document", "source", "code", "ancienne date", "plateforme",
    };

    public static IReadOnlyList<MailTextProblem> Of(string source)
    {
        var reading = MailText.Parse(source);
        if (reading.Text is null)
            return reading.Problems;
        var values = CommonWords.ToDictionary(word => word, word => word);
        return reading.Text.Fill(values, AddresseeMaker.PersonalSlots).Problems;
    }
}
