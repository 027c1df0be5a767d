using Almanach.Core.Platforms;

namespace Almanach.Core.Mail;

/// <summary>Whether a text can be sent: it reads, every word in brackets is one that will be filled, and none it needs is missing.</summary>
public static class TextChecks
{
    public static IReadOnlyList<MailTextProblem> Of(string id, string source)
    {
        var reading = MailText.Parse(source);
        if (reading.Text is null)
            return reading.Problems;
        var words = TextCatalogue.Find(id) ?? TextCatalogue.Invitation;
        var values = words.Allowed.Except(AddresseeMaker.PersonalSlots).ToDictionary(word => word, word => word);
        return
        [
            .. reading.Text.Fill(values, AddresseeMaker.PersonalSlots).Problems,
            .. words.Needed.Except(reading.Text.Placeholders).Select(word =>
                new MailTextProblem(1, $"Le texte n’emploie plus «\u00A0[{word}]\u00A0».", $"Remettez «\u00A0[{word}]\u00A0» là où il faut\u00A0: c’est ce que le message doit dire.")),
        ];
    }
}
