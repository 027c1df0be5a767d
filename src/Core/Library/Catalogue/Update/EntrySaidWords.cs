using Almanach.Core.Consultations;
using Almanach.Core.French;

namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>What a producer says of its entries, in words.</summary>
public static class EntrySaidWords
{
    public static string Name(EntryWord word) => word switch
    {
        EntryWord.Current => "à jour",
        EntryWord.ToCorrect => "à corriger",
        EntryWord.Outdated => "plus à jour",
    };

    public static string Name(ProposalMatter matter) => matter switch
    {
        ProposalMatter.Correction => "correction",
        ProposalMatter.Withdrawal => "retrait",
        ProposalMatter.Addition => "nouvelle fiche",
    };

    /// <summary>One thing an entry: « « Recensement » : à jour »; corrections and new entries with all that was written.</summary>
    public static IReadOnlyList<string> Whole(AnswerValue.Entries entries, CardNames names) =>
    [
        .. entries.ByEntry.Values.Select(said => string.Join('\n', [Line(said), .. said.Card is { } card ? Written(said.Fields ?? [], card, names) : []])),
        .. entries.Added.Select(draft => string.Join('\n', [Line(draft), .. Written(CardChanges.Names.Skip(1), draft.Card, names)])),
    ];

    /// <summary>The same in short, a line an entry.</summary>
    public static IReadOnlyList<string> Lines(AnswerValue.Entries entries) => [.. entries.ByEntry.Values.Select(Line), .. entries.Added.Select(Line)];

    private static IEnumerable<string> Written(IEnumerable<string> fields, EntryCard card, CardNames names) => fields
        .Select(field => (Name: Capitals.First(field), Words: CardChanges.Say(field, card, names))).Where(field => field.Words.Length > 0).Select(field => $"{field.Name}\u00A0: {field.Words}");

    private static string Line(EntryDraft draft) => $"«\u00A0{draft.Card.Title}\u00A0»\u00A0: nouvelle fiche";

    private static string Line(EntrySaid said) => $"«\u00A0{said.Title}\u00A0»\u00A0: " + said switch
    {
        { Word: EntryWord.ToCorrect, Card: null } => $"{Name(said.Word)}\u00A0; la correction n’est pas encore écrite",
        { Word: EntryWord.ToCorrect, Fields: { Count: > 0 } fields } => $"{Name(said.Word)} ({Lists.Join(fields)})",
        { Reason.Length: > 0 } => $"{Name(said.Word)}. {said.Reason}",
        _ => Name(said.Word),
    };
}
