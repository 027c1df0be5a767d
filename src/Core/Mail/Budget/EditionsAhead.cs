using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Budget;

/// <summary>What an edition to come would ask, as far as it is ahead: the call for contributions and the editors’ review, each with those it would write to now.</summary>
public sealed class EditionsAhead(Setting setting, NewsletterDesk newsletters, ConsultationDesk consultations)
{
    /// <summary>The edition a step would send; of a year that is not open, as it would begin.</summary>
    public async Task<Edition> Find(YearPlan plan, Step step, StepWork.SendEdition work, CancellationToken stop = default) =>
        (await newsletters.Find(Edition.IdOf(plan.Year, step.Id), stop))?.Edition ?? Edition.Begin(plan.Year, step, work, setting.Newsletter(work.Newsletter), setting.Zone);

    /// <param name="now">What was due before is asked already, and among what is open.</param>
    public async Task<IReadOnlyList<EditionAsking>> Of(Edition edition, Step step, StepWork.SendEdition work, DateTimeOffset now, CancellationToken stop = default)
    {
        var letter = setting.Newsletter(work.Newsletter);
        List<EditionAsking> askings = [];
        if (EditionTimes.Calls(step, work, setting.Zone) is { } calls && calls > now && letter.Contributors.Count > 0 && EditionTimes.CallLeaves(step, work, setting.Zone) is { } called)
            askings.Add(await Asking(EditionCall.Asked(edition, step, work, letter, setting.Zone), calls, called, stop));
        if (EditionTimes.Reviews(step, work, setting.Zone) is { } reviews && reviews > now && letter.Editors is { } editors && EditionTimes.ReviewLeaves(step, work, setting.Zone) is { } asked)
            askings.Add(await Asking(EditionReview.Asked(edition with { Until = EditionTimes.SilenceApproves(asked, step, work, setting.Zone) }, [], editors), reviews, asked, stop));
        return askings;
    }

    private async Task<EditionAsking> Asking(AdHoc asked, DateTimeOffset opens, DateTimeOffset writes, CancellationToken stop) => new(await consultations.Sketch(asked, opens, stop), writes);
}

/// <param name="Consultation">As it would open.</param>
/// <param name="Writes">When people would be written to, UTC.</param>
public sealed record EditionAsking(Consultation Consultation, DateTimeOffset Writes);
