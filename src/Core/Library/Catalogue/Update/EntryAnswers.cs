using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>What a producer answers of its entries, held against the catalogue as it stands. Pure.</summary>
public static class EntryAnswers
{
    public const int MostAdded = 20;

    /// <summary>Entries about which one answer speaks.</summary>
    public const int MostEntries = 2_000;

    /// <summary>Characters of an answer: it is one record, of which a store takes <see cref="Ports.StoreLimits.ValueBytes"/>.</summary>
    public const int MostCharacters = 300_000;

    /// <summary>The field of what is said of one entry.</summary>
    public static string Field(string question, string entry) => $"{question}.{entry}";

    /// <summary>
    /// Completes what is said: the title that was read, which fields differ, when. What was said before and is said again stays
    /// what it was, with its day. New entries get an id of their own, which they keep.
    /// </summary>
    public static AnswerCommand Give(string consultation, AnswerCommand command, Answer? before, CatalogueShelf shelf)
    {
        var prefix = $"{command.Unit}-{consultation}-{(before?.Revision ?? 0) + 1}";
        return command with
        {
            Values = command.Values.ToDictionary(pair => pair.Key, pair => pair.Value is not AnswerValue.Entries said ? pair.Value
                : Given(said, Before(before, pair.Key), prefix, command.Now, shelf)),
        };
    }

    /// <param name="before">What the unit had answered, if anything.</param>
    public static IReadOnlyList<FieldError> Check(AnswerCommand command, Answer? before, CatalogueShelf shelf, CatalogueSetting setting)
    {
        List<FieldError> errors = [];
        foreach (var (question, value) in command.Values)
            if (value is AnswerValue.Entries said)
                errors.AddRange(Check(question, said, Before(before, question), command.Unit, shelf, setting));
        return errors;
    }

    public static AnswerValue.Entries Before(Answer? before, string question) =>
        before?.Values.GetValueOrDefault(question) as AnswerValue.Entries ?? new AnswerValue.Entries(new Dictionary<string, EntrySaid>(), []);

    private static AnswerValue.Entries Given(AnswerValue.Entries said, AnswerValue.Entries before, string prefix, DateTimeOffset now, CatalogueShelf shelf)
    {
        Dictionary<string, EntrySaid> all = [];
        foreach (var (id, one) in said.ByEntry.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            all[id] = Given(id, one, before.ByEntry.GetValueOrDefault(id), now, shelf);
        var own = before.Added.Select(draft => draft.Id).ToHashSet();
        return new AnswerValue.Entries(all, [.. said.Added.Select((draft, index) => own.Remove(draft.Id) ? draft : draft with { Id = $"{prefix}-{index + 1}" })]);
    }

    private static EntrySaid Given(string id, EntrySaid said, EntrySaid? before, DateTimeOffset now, CatalogueShelf shelf)
    {
        var bare = said with { Card = said.Word == EntryWord.ToCorrect ? said.Card : null, Reason = said.Word == EntryWord.Outdated ? said.Reason : "" };
        var entry = shelf.Entries.GetValueOrDefault(id);
        var seen = bare.Seen.Length > 0 || entry is null ? bare.Seen : EntryRules.Print(entry);
        // Of an entry that has changed since, « à jour » is said anew.
        if (before is not null && before.Says(bare) && (bare.Word != EntryWord.Current || seen == before.Seen))
            return before;
        return bare with
        {
            Seen = seen,
            Title = entry?.Card.Title ?? id,
            Fields = bare.Card is { } card && entry is not null ? [.. CardChanges.Of(entry.Card, card)] : [],
            At = now,
        };
    }

    private static IEnumerable<FieldError> Check(string question, AnswerValue.Entries said, AnswerValue.Entries before, string unit, CatalogueShelf shelf, CatalogueSetting setting)
    {
        foreach (var (id, one) in said.ByEntry)
            if (!ReferenceEquals(before.ByEntry.GetValueOrDefault(id), one))
                foreach (var error in Check(Field(question, id), one, shelf.Entries.GetValueOrDefault(id), unit, shelf, setting))
                    yield return error;
        foreach (var draft in said.Added.Where(draft => !before.Added.Any(known => known.Id == draft.Id && known.Card.Says(draft.Card))))
        {
            foreach (var error in EntryRules.Check(draft.Card, setting, shelf.Roster))
                yield return error;
            if (draft.Card.Producers.Count > 0 && draft.Card.Producers.All(producer => producer.Organisation != unit))
                yield return new FieldError("producteurs", "Votre organisme n’est pas parmi les producteurs. Ajoutez-le, par son nom ou son sigle.");
        }
        if (said.ByEntry.Count + said.Added.Count == 0 && before.ByEntry.Count + before.Added.Count == 0)
            yield return new FieldError(question, "Dites ce qu’il en est d’une fiche au moins avant d’envoyer.");
        if (said.Added.Count > MostAdded)
            yield return new FieldError(question, $"Une réponse ajoute au plus {MostAdded} fiches. Envoyez un tableau à la coordination\u00A0: elle l’importe.");
        if (said.ByEntry.Count > MostEntries || Stored.Write(new AnswerValues(new Dictionary<string, AnswerValue> { [question] = said })).Length > MostCharacters)
            yield return new FieldError(question, "Cela fait trop de corrections pour une réponse. Envoyez un tableau à la coordination\u00A0: elle l’importe.");
    }

    private static IEnumerable<FieldError> Check(string field, EntrySaid said, CatalogueEntry? entry, string unit, CatalogueShelf shelf, CatalogueSetting setting)
    {
        if (entry is null || !entry.IsOf(unit))
            return [new FieldError(field, "Une des fiches n’est pas, ou plus, de votre organisme. Relisez la page, puis envoyez de nouveau.")];
        if (!entry.IsCurrent)
            return [new FieldError(field, $"La fiche «\u00A0{entry.Card.Title}\u00A0» a été retirée du catalogue\u00A0: il n’y a plus rien à en dire.")];
        if (said.Seen != EntryRules.Print(entry))
            return [new FieldError(field, $"La fiche «\u00A0{entry.Card.Title}\u00A0» a changé pendant que vous la lisiez. Relisez-la, puis répondez de nouveau.")];
        return said.Word switch
        {
            EntryWord.Current => [],
            EntryWord.ToCorrect when said.Card is null => [],
            EntryWord.ToCorrect when said.Fields is null or [] => [new FieldError("titre", "Rien n’est corrigé. Changez ce qui doit l’être, ou dites que la fiche est à jour.")],
            EntryWord.ToCorrect => EntryRules.Check(said.Card!, setting, shelf.Roster),
            EntryWord.Outdated => Reasoned($"{field}.raison", said.Reason, shelf),
        };
    }

    private static IEnumerable<FieldError> Reasoned(string field, string reason, CatalogueShelf shelf)
    {
        if (reason.Length == 0)
            yield return new FieldError(field, "Dites pourquoi elle n’est plus à jour\u00A0: qui l’a citée le lira.");
        if (reason.Length > EntryRules.MaxLine)
            yield return new FieldError(field, $"Gardez {Numbers.Digits(EntryRules.MaxLine)} caractères au plus.");
        if (EntryRules.NamesSomebody(reason, shelf.Roster))
            yield return new FieldError(field, "N’écrivez pas le nom d’une personne\u00A0: cette raison est lue par tout le monde.");
    }
}
