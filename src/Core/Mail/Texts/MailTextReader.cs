using Almanach.Core.Mail.Letters;


namespace Almanach.Core.Mail.Texts;

/// <summary>Reads a coordinator's text (see <see cref="MailText"/>): its first lines here, the rest by <see cref="MailTextBlocks"/>.</summary>
internal sealed class MailTextReader(string source)
{
    private const string Nbsp = "\u00A0";

    private static readonly string[] Labels = ["Objet", "Aperçu", "Titre"];

    private readonly string[] lines = source.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
    private readonly Dictionary<string, string> head = [];
    private readonly List<MailTextProblem> problems = [];

    public MailTextReading Read()
    {
        var start = Head();
        var blocks = new MailTextBlocks(lines, start, problems).Read();
        if (head.TryGetValue("Objet", out var subject) && blocks.Count == 0)
            Problem(start + 1, "Le courriel n’a pas de texte.", "Laissez une ligne vide sous l’objet, puis écrivez le texte.");
        var words = Words(blocks);
        if (problems.Count > 0)
            return new(null, [.. problems.OrderBy(problem => problem.Line)]);
        return new(new(subject!, head.GetValueOrDefault("Aperçu", ""), head.GetValueOrDefault("Titre", subject!), blocks) { FirstLines = words }, []);
    }

    /// <summary>Reads the labelled lines. Returns the index of the line after them.</summary>
    private int Head()
    {
        var line = 0;
        for (; line < lines.Length && lines[line].Trim().Length > 0; line++)
        {
            var (label, value) = Split(lines[line]);
            if (!Labels.Contains(label))
                break;
            if (value.Length == 0)
                Problem(line + 1, $"La ligne «{Nbsp}{label}{Nbsp}» est vide.", $"Écrivez quelque chose après «{Nbsp}{label}{Nbsp}:{Nbsp}», ou supprimez la ligne si ce n’est pas l’objet.");
            if (!head.TryAdd(label, value))
                Problem(line + 1, $"La ligne «{Nbsp}{label}{Nbsp}» est écrite deux fois.", "Gardez la bonne et supprimez l’autre.");
        }

        if (!head.ContainsKey("Objet"))
            Problem(1, "Le texte ne commence pas par son objet.", $"Écrivez sur la première ligne «{Nbsp}Objet{Nbsp}:{Nbsp}» suivi de l’objet du courriel, puis laissez une ligne vide.");
        else if (line < lines.Length && lines[line].Trim().Length > 0)
            Problem(line + 1, "Le texte commence sans ligne vide avant lui.", $"Laissez une ligne vide après les lignes «{Nbsp}Objet{Nbsp}», «{Nbsp}Aperçu{Nbsp}» et «{Nbsp}Titre{Nbsp}».");
        return line;
    }

    private static (string Label, string Value) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    /// <summary>The words in brackets, with those that are written wrongly as problems.</summary>
    private OrderedDictionary<string, int> Words(IReadOnlyList<MailBlock> blocks)
    {
        var words = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Placeholder.FirstBroken(lines[i]) is { } broken)
                Problem(i + 1, $"«{Nbsp}{broken}{Nbsp}» n’est pas un mot entre crochets.", "Écrivez un mot connu entre crochets, comme [organisme], ou remplacez les crochets par des parenthèses.");
            if (lines[i].AsSpan().ContainsAny(Slots.Open, Slots.Close))
                Problem(i + 1, "La ligne contient un caractère invisible que les courriels n’acceptent pas.", "Effacez la ligne et écrivez-la de nouveau au clavier.");
            foreach (var word in Placeholder.Find(lines[i]))
                words.TryAdd(word, i + 1);
            if (lines[i].StartsWith(MailTextBlocks.ButtonSign, StringComparison.Ordinal) && blocks.OfType<MailBlock.Button>().Any())
                words.TryAdd(MailText.ButtonAddress, i + 1);
        }
        return words;
    }

    private void Problem(int line, string message, string remedy) => problems.Add(new(line, message, remedy));
}
