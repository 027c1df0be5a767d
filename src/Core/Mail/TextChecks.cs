using Almanach.Core.Platforms;

namespace Almanach.Core.Mail;

/// <summary>Whether a text can be sent: it reads, and every word in brackets is one that will be filled.</summary>
public static class TextChecks
{
    public static IReadOnlyList<MailTextProblem> Of(string id, string source)
    {
        var reading = MailText.Parse(source);
        if (reading.Text is null)
            return reading.Problems;
        var words = TextCatalogue.Find(id) ?? TextCatalogue.Invitation;
        var values = words.Allowed.Except(AddresseeMaker.PersonalSlots).ToDictionary(word => word, word => word);
        return reading.Text.Fill(values, AddresseeMaker.PersonalSlots).Problems;
    }
}
