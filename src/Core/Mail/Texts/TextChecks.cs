using Almanach.Core.Mail.Letters;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Texts;

/// <summary>
/// Whether a text can be sent: it reads, every word in brackets is one that this letter fills, none it needs is missing, and
/// it has the button that the reader looks for.
/// </summary>
public static class TextChecks
{
    public static IReadOnlyList<MailTextProblem> Of(Platform platform, string id, string source)
    {
        var reading = MailText.Parse(source);
        if (reading.Text is null)
            return reading.Problems;
        var words = TextCatalogue.Of(id, platform);
        var values = words.Allowed.Except(AddresseeMaker.PersonalSlots).ToDictionary(word => word, word => word);
        var slots = words.Allowed.Intersect(AddresseeMaker.PersonalSlots).ToHashSet();
        return
        [
            .. reading.Text.Fill(values, slots).Problems,
            .. words.Needed.Except(reading.Text.Placeholders).Select(word =>
                new MailTextProblem(1, $"Le texte n’emploie plus «\u00A0[{word}]\u00A0».", $"Remettez «\u00A0[{word}]\u00A0» là où il faut\u00A0: c’est ce que le message doit dire.")),
            .. TextCatalogue.HasButton(id) && !reading.Text.Blocks.OfType<MailBlock.Button>().Any()
                ? [new MailTextProblem(1, "Le texte n’a plus de bouton : personne ne pourrait répondre d’un clic.", "Remettez une ligne qui commence par « -> », par exemple « -> Répondre ».")]
                : Array.Empty<MailTextProblem>(),
        ];
    }
}
