using Almanach.Core.Mail.Letters;


namespace Almanach.Core.Mail.Texts;

/// <summary>Cuts the body of a coordinator's text into blocks: the sign at the start of a line says which.</summary>
internal sealed class MailTextBlocks(string[] lines, int start, List<MailTextProblem> problems)
{
    public const string ButtonSign = "->";
    private const string HeadingSign = "##";
    private const string BulletSign = "- ";
    private const string QuoteSign = ">";
    private const string FactSign = " :: ";

    private readonly List<MailBlock> blocks = [];
    private readonly List<string> gathered = [];
    private Kind kind = Kind.Blank;
    private int first;

    private enum Kind
    {
        Blank,
        Plain,
        Heading,
        Button,
        Bullet,
        Quote,
        Fact,
    }

    public IReadOnlyList<MailBlock> Read()
    {
        for (var i = start; i < lines.Length; i++)
            Take(lines[i].TrimEnd(), i + 1);
        Close();
        return blocks;
    }

    private void Take(string line, int number)
    {
        var next = KindOf(line);
        if (next == Kind.Plain && kind == Kind.Bullet && line[0] is ' ' or '\t')
        {
            gathered[^1] += " " + line.Trim();
            return;
        }

        if (next != kind || next is Kind.Heading or Kind.Button)
            Close();
        if (gathered.Count == 0)
            first = number;
        kind = next;
        if (next != Kind.Blank)
            gathered.Add(line.Trim());
    }

    private static Kind KindOf(string line) =>
        line.Length == 0 ? Kind.Blank
        : line.StartsWith(HeadingSign, StringComparison.Ordinal) ? Kind.Heading
        : line.StartsWith(ButtonSign, StringComparison.Ordinal) ? Kind.Button
        : line.StartsWith(BulletSign, StringComparison.Ordinal) ? Kind.Bullet
        : line.StartsWith(QuoteSign, StringComparison.Ordinal) ? Kind.Quote
        : line.TrimStart().Contains(FactSign, StringComparison.Ordinal) ? Kind.Fact
        : Kind.Plain;

    /// <summary>Ends the block being gathered.</summary>
    private void Close()
    {
        if (gathered.Count > 0)
        {
            if (gathered.Sum(line => line.Split("**").Length - 1) % 2 != 0)
                problems.Add(new(first, "Un passage en gras n’est pas refermé.", "Mettez deux étoiles avant et après les mots qui doivent ressortir, sans changer de paragraphe."));
            blocks.Add(Block());
        }
        gathered.Clear();
    }

    private MailBlock Block() => kind switch
    {
        Kind.Blank or Kind.Plain => new MailBlock.Paragraph(string.Join(' ', gathered)),
        Kind.Heading => new MailBlock.Heading(Rest(HeadingSign, "L’intertitre est vide.")),
        Kind.Button => Button(),
        Kind.Bullet => new MailBlock.Bullets([.. gathered.Select(line => line[BulletSign.Length..].Trim())]),
        Kind.Quote => new MailBlock.Quote(string.Join(' ', gathered.Select(line => line[QuoteSign.Length..].Trim()))),
        Kind.Fact => new MailBlock.Facts([.. gathered.Select(Fact)]),
    };

    private MailBlock.Button Button()
    {
        if (blocks.OfType<MailBlock.Button>().Any())
            problems.Add(new(first, "Le courriel a deux boutons.", "Gardez le plus important et écrivez l’autre demande dans le texte."));
        return new(Rest(ButtonSign, "Le bouton n’a pas de mots."), $"[{MailText.ButtonAddress}]");
    }

    private string Rest(string sign, string empty)
    {
        var rest = gathered[0][sign.Length..].Trim();
        if (rest.Length == 0)
            problems.Add(new(first, empty, "Complétez la ligne ou supprimez-la."));
        return rest;
    }

    private static KeyValuePair<string, string> Fact(string line)
    {
        var at = line.IndexOf(FactSign, StringComparison.Ordinal);
        return KeyValuePair.Create(line[..at].Trim(), line[(at + FactSign.Length)..].Trim());
    }
}
