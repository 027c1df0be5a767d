using System.Diagnostics;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Texts;

/// <summary>Fills the words in brackets of a coordinator's text. A value is never searched for further brackets.</summary>
internal sealed class MailTextFiller(IReadOnlyDictionary<string, string> values, IReadOnlySet<string> slots)
{
    public MailTextFilling Fill(MailText text)
    {
        var problems = text.FirstLines
            .Where(word => !values.ContainsKey(word.Key) && !slots.Contains(word.Key))
            .Select(word => Unknown(word.Key, word.Value))
            .ToList();
        return problems.Count > 0
            ? new(null, problems)
            : new(new(Words(text.Subject), Words(text.Preheader), Words(text.Heading), [.. text.Blocks.Select(Block)]), []);
    }

    private MailBlock Block(MailBlock block) => block switch
    {
        MailBlock.Paragraph paragraph => (MailBlock?)ListOf(paragraph.Text) ?? new MailBlock.Paragraph(Words(paragraph.Text)),
        MailBlock.Button button => new MailBlock.Button(Words(button.Label), Words(button.Address)),
        MailBlock.Bullets { Items: [var only] } => (MailBlock?)ListOf(only) ?? new MailBlock.Bullets([Words(only)]),
        MailBlock.Bullets bullets => new MailBlock.Bullets([.. bullets.Items.Select(Words)]),
        MailBlock.SlotLines lines => lines,
        MailBlock.Heading heading => new MailBlock.Heading(Words(heading.Text)),
        MailBlock.Quote quote => new MailBlock.Quote(Words(quote.Text)),
        MailBlock.Facts facts => new MailBlock.Facts(
            [.. facts.Rows.Select(row => KeyValuePair.Create(Words(row.Key), Words(row.Value)))]),
        _ => throw new UnreachableException(),
    };

    /// <summary>A text that is nothing but a slot, and no link, is a list.</summary>
    private MailBlock.SlotLines? ListOf(string text) =>
        text is ['[', .. var word, ']'] && word != MailText.ButtonAddress && slots.Contains(word) && !values.ContainsKey(word)
            ? new MailBlock.SlotLines(word)
            : null;

    private string Words(string text) => Placeholder.Replace(text, word =>
        values.TryGetValue(word, out var value) ? WithoutMarks(value) : Slots.Mark(word));

    /// <summary>No value may forge a slot.</summary>
    private static string WithoutMarks(string value) =>
        string.Concat(value.Where(c => c is not (Slots.Open or Slots.Close)));

    private MailTextProblem Unknown(string word, int line)
    {
        var known = values.Keys.Concat(slots).Distinct().Order(StringComparer.Ordinal).Select(name => $"[{name}]").ToList();
        return new(
            line,
            $"[{word}] ne correspond à rien dans ce courriel.",
            known.Count == 0 ? "Écrivez le texte sans crochets." : $"Mots disponibles\u00A0: {string.Join(", ", known)}.");
    }
}
