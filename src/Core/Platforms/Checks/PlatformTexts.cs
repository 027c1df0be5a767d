using System.Text.RegularExpressions;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>Reads and checks the mails of <c>textes/</c>.</summary>
internal sealed partial class PlatformTexts(IReadOnlyDictionary<string, byte[]> files, List<Problem> problems, Platform? platform, Findings aboutPlatform)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Read()
    {
        foreach (var path in files.Keys.Where(IsText).Order(StringComparer.Ordinal))
        {
            var name = path[PlatformFolder.TextsFolder.Length..^3];
            var found = new Findings(path, problems);
            _texts[name] = TextBytes.Read(files[path], found);
            Check(name, _texts[name], found);
        }
        foreach (var name in TextCatalogue.Names.Where(name => !_texts.ContainsKey(name)))
            new Findings($"{PlatformFolder.TextsFolder}{name}.md", problems).Error("", $"Le texte « {name} » manque.",
                "L’écrire, ou reprendre celui d’une autre plate-forme.");
        CheckInvitations();
        return _texts;
    }

    private void Check(string name, string source, Findings found)
    {
        var reading = MailText.Parse(source);
        foreach (var problem in reading.Problems)
            found.Error($"ligne {problem.Line}", problem.Message, problem.Remedy);
        if ((TextCatalogue.Find(name) ?? (IsInvitation(name) ? platform is null ? TextCatalogue.AnyInvitation : TextCatalogue.InvitationOf(name, platform) : null)) is not { } words)
        {
            if (platform is not null)
                found.Warn("", $"Rien n’emploie le texte « {name} ».",
                    Wording.Nearest(name, TextCatalogue.Names) is { } nearest ? $"Le renommer sans doute « {nearest}.md »." : "Le retirer, ou le citer dans une consultation.");
            return;
        }
        if (reading.Text is not { } text)
            return;
        foreach (var (word, line) in text.FirstLines)
            Slotted.Word(word, words.Allowed, $"ligne {line}", found);
        foreach (var (index, line) in source.Split('\n').Index())
            if (Contraction().Match(line) is { Success: true } match)
                found.Warn($"ligne {index + 1}", $"« {match.Value} » peut donner « {match.Groups[1].Value} le Département ».",
                    "Tourner la phrase autrement : « pour [organisme] », « ce que [organisme] souhaite ».");
        foreach (var (index, line) in source.Split('\n').Index())
            if (Before().IsMatch(line))
                found.Warn($"ligne {index + 1}", "« avant le [clôture] » exclut le dernier jour, où l’on peut encore répondre.", "Écrire « jusqu’au [clôture] ».");
        var meant = text.Placeholders.Except(words.Allowed).Select(word => Wording.Nearest(word, words.Allowed));
        foreach (var needed in words.Needed.Except(text.Placeholders.Concat(meant)))
            found.Error("", $"Le texte n’emploie pas « [{needed}] ».", $"Mettre « [{needed}] » là où il faut : c’est ce que le message doit dire.");
    }

    /// <summary>Without a readable <c>platform.json</c>, by their name.</summary>
    private bool IsInvitation(string name) => platform is null
        ? name.StartsWith("invitation", StringComparison.Ordinal)
        : platform.Consultations.Any(consultation => consultation.Invitation == name);

    private void CheckInvitations()
    {
        if (platform?.Consultations.Any(consultation => consultation.IsSecret()) == true && !_texts.ContainsKey(TextCatalogue.SecretReceipt))
            new Findings($"{PlatformFolder.TextsFolder}{TextCatalogue.SecretReceipt}.md", problems).Error("", $"Un vote est secret, et le texte « {TextCatalogue.SecretReceipt} » manque.",
                "L’écrire : il dit que le bulletin est enregistré, sans dire lequel.");
        if (platform?.Groups is not null)
            foreach (var name in TextCatalogue.Groups.Where(name => !_texts.ContainsKey(name)))
                new Findings($"{PlatformFolder.TextsFolder}{name}.md", problems).Error("", $"La plate-forme a des groupes de travail, et le texte « {name} » manque.",
                    "L’écrire : les volontaires ou le pilote l’attendent. Ou retirer « groups ».");
        if (platform?.Newsletters.Count > 0)
            foreach (var name in TextCatalogue.Editions.Where(name => !_texts.ContainsKey(name)))
                new Findings($"{PlatformFolder.TextsFolder}{name}.md", problems).Error("", $"La plate-forme a une lettre d’information, et le texte « {name} » manque.",
                    "L’écrire\u00A0: il accompagne la préparation de chaque numéro. Ou retirer « newsletters ».");
        if (platform?.ActionKinds.Any(kind => kind.HeldWhen is not null) == true && !_texts.ContainsKey(TextCatalogue.NotHeld))
            new Findings($"{PlatformFolder.TextsFolder}{TextCatalogue.NotHeld}.md", problems).Error("", $"Des rencontres se tiennent sous conditions, et le texte « {TextCatalogue.NotHeld} » manque.",
                "L’écrire : il dit pourquoi une rencontre ne se tient pas. Ou retirer « heldWhen ».");
        if (platform?.Newsletters.Count > 0 && !_texts.ContainsKey(TextCatalogue.ContributionGone))
            new Findings($"{PlatformFolder.TextsFolder}{TextCatalogue.ContributionGone}.md", problems).Error("", $"La plate-forme a une lettre, et le texte « {TextCatalogue.ContributionGone} » manque.",
                "L’écrire : il dit à une personne qu’une autre a retiré sa contribution. Ou retirer « newsletters ».");
        foreach (var (index, consultation) in platform?.Consultations.Index() ?? [])
            if (!_texts.ContainsKey(consultation.Invitation))
                aboutPlatform.Error($"/consultations/{index}/invitation", $"Il n’y a pas de texte « {consultation.Invitation} » dans « textes ».",
                    Wording.Suggest(consultation.Invitation, _texts.Keys, $"Ajouter « textes/{consultation.Invitation}.md », ou citer un texte qui existe."));
    }

    /// <summary>The article comes with the organisation: « de le » and « à le » are not French.</summary>
    [GeneratedRegex(@"(?<!\p{L})(de|à|du|au) \[organisme\]", RegexOptions.IgnoreCase)]
    private static partial Regex Contraction();

    /// <summary>[clôture] is the last day on which an answer is taken.</summary>
    [GeneratedRegex(@"avant le[ \u00A0]\[clôture\]", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    private static bool IsText(string path) => path.StartsWith(PlatformFolder.TextsFolder, StringComparison.Ordinal)
        && path.EndsWith(".md", StringComparison.Ordinal) && path.Length > PlatformFolder.TextsFolder.Length + 3;
}
