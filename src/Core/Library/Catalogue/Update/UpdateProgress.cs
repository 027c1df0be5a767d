using Almanach.Core.Consultations;

namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>How a yearly update goes.</summary>
/// <param name="Producers">Organisations asked, and those that answered without having been.</param>
/// <param name="Waiting">Proposals of this update that wait for the coordinator.</param>
public sealed record UpdateProgress(
    string Consultation, string Title, ConsultationState State, DateTimeOffset Opened, DateTimeOffset? Closes, IReadOnlyList<ProducerProgress> Producers, int Waiting)
{
    public int Answered => Producers.Count(producer => producer.Answered);

    /// <summary>Entries said to be right.</summary>
    public int Current => Producers.Sum(producer => producer.Current);

    /// <summary>Entries corrected, withdrawn or added, as far as it was said; a correction that nobody has written yet is not one.</summary>
    public int Proposed => Producers.Sum(producer => producer.ToCorrect + producer.Outdated + producer.Added);

    /// <summary>Corrections that are announced, and that nobody has written yet.</summary>
    public int Unwritten => Producers.Sum(producer => producer.Unwritten);
}

/// <param name="Organisation">Id.</param>
/// <param name="Entries">How many current entries it has now.</param>
/// <param name="ToCorrect">Said « à corriger », without those that are <paramref name="Unwritten"/>.</param>
/// <param name="Unwritten">Said « à corriger » without the correction, of entries that stand as they were: the coordinator may have written it herself since.</param>
public sealed record ProducerProgress(string Organisation, int Entries, bool Answered, int Current, int ToCorrect, int Outdated, int Added, int Unwritten)
{
    public static ProducerProgress Of(string organisation, CatalogueShelf shelf, Answer? answer)
    {
        var said = answer?.Values.Values.OfType<AnswerValue.Entries>().ToList() ?? [];
        int Count(EntryWord word) => said.Sum(value => value.ByEntry.Values.Count(one => one.Word == word));
        var entries = shelf.Of(organisation);
        var unwritten = said.Sum(value => entries.Count(entry =>
            value.ByEntry.GetValueOrDefault(entry.Id) is { Word: EntryWord.ToCorrect, Card: null } one && one.Seen == EntryRules.Print(entry)));
        return new ProducerProgress(organisation, entries.Count, answer is not null, Count(EntryWord.Current), Count(EntryWord.ToCorrect) - unwritten,
            Count(EntryWord.Outdated), said.Sum(value => value.Added.Count), unwritten);
    }
}
