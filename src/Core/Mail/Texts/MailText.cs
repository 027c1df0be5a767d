using Almanach.Core.Mail.Letters;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Texts;

/// <summary>
/// A text of the coordinator (<c>textes/*.md</c>), written without a template language:
/// <code>
/// Objet : Thèmes [année] : vos propositions avant le [clôture]
/// Aperçu : Deux minutes suffisent, pour [organisme].
/// Titre : Quels sujets travailler ensemble en [année] ?
///
/// Bonjour,
///
/// Une ligne vide sépare les paragraphes. **Ceci ressort.**
///
/// -> Répondre à la collecte
///
/// ## Un intertitre
///
/// - une puce
/// - une autre
///
/// > des mots cités
///
/// Date :: mardi 12 avril
/// Lieu :: Lyon
/// </code>
/// Lines that follow each other are one paragraph. <c>-></c> is the button: it leads to <c>[lien]</c>, and there is at most
/// one. Without a title the subject serves. A word in brackets that stands alone, as a paragraph or as the only bullet,
/// is shown as a list when it differs from one reader to the next.
/// </summary>
public sealed record MailText(string Subject, string Preheader, string Heading, IReadOnlyList<MailBlock> Blocks)
{
    /// <summary>The word in brackets that the button leads to.</summary>
    public const string ButtonAddress = "lien";

    /// <summary>The words in brackets, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Placeholders => [.. FirstLines.Keys];

    /// <summary>Where each word in brackets stands first, from 1, for messages.</summary>
    internal OrderedDictionary<string, int> FirstLines { get; init; } = [];

    public static MailTextReading Parse(string source) => new MailTextReader(source).Read();

    /// <summary>Replaces the words in brackets: those in <paramref name="values"/> at once, those in <paramref name="slots"/> by marks.</summary>
    /// <param name="values">The same for all readers.</param>
    /// <param name="slots">Names of what differs from one reader to the next.</param>
    /// <returns>The filled text, or a problem for each word that is in neither.</returns>
    public MailTextFilling Fill(IReadOnlyDictionary<string, string> values, IReadOnlySet<string> slots) =>
        new MailTextFiller(values, slots).Fill(this);
}

/// <summary>A text with nothing left in brackets: what the text gives to a <see cref="MailContent"/>.</summary>
public sealed record MailPieces(string Subject, string Preheader, string Heading, IReadOnlyList<MailBlock> Blocks)
{
    public MailContent Under(Brand brand, string because, IReadOnlyList<MailLink> footLinks) =>
        new(brand, Subject, Preheader, Heading, Blocks, because, footLinks);
}

/// <summary>What is wrong with a text, for the person who wrote it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record MailTextProblem(int Line, string Message, string Remedy);

/// <summary>The text, or null and why.</summary>
public sealed record MailTextReading(MailText? Text, IReadOnlyList<MailTextProblem> Problems);

/// <summary>The filled text, or null and why.</summary>
public sealed record MailTextFilling(MailPieces? Pieces, IReadOnlyList<MailTextProblem> Problems);
