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

    /// <summary>Entries corrected, withdrawn or added, as far as it was said.</summary>
    public int Proposed => Producers.Sum(producer => producer.ToCorrect + producer.Outdated + producer.Added);
}

/// <param name="Organisation">Id.</param>
/// <param name="Entries">How many current entries it has now.</param>
public sealed record ProducerProgress(string Organisation, int Entries, bool Answered, int Current, int ToCorrect, int Outdated, int Added)
{
    public static ProducerProgress Of(string organisation, int entries, Answer? answer)
    {
        var said = answer?.Values.Values.OfType<AnswerValue.Entries>().ToList() ?? [];
        int Count(EntryWord word) => said.Sum(value => value.ByEntry.Values.Count(one => one.Word == word));
        return new ProducerProgress(organisation, entries, answer is not null, Count(EntryWord.Current), Count(EntryWord.ToCorrect), Count(EntryWord.Outdated), said.Sum(value => value.Added.Count));
    }
}
