using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Messages;

namespace Almanach.Web.Cockpit.Year;

/// <summary>A step as the pages about it load it; null when the year or the step does not exist.</summary>
internal sealed record StepMatter(Office Office, YearPlan Plan, Step Step)
{
    /// <summary>The question on which date the meeting shall take place, where those who come were not told of one; null for anything else.</summary>
    public Consultation? Poll { get; init; }

    /// <summary>Stands in addresses for what a step will mail on its day.</summary>
    public const string Foreseen = "prevue";

    /// <summary>Stands in addresses for what leaves in a moment and can still be undone.</summary>
    public const string Departing = "depart";

    public string Name => $"{Plan.Year}/{Step.Id}";

    public string Href => Addresses.Step(Plan.Year, Step.Id);

    public static async Task<StepMatter?> Find(Office office, int year, string step, CancellationToken stop) =>
        await office.Cycle.Find(year, stop) is { } plan && plan.Find(step) is { } found
            ? new StepMatter(office, plan, found)
            {
                Poll = found is { IsAhead: true, Work: StepWork.Meet } && !StepEffects.IsTold(plan, found) ? await office.Consultations.Find(DateChoice.Id(year, step), stop) : null,
            }
            : null;

    public Task<Core.Cycle.Foreseen> Foresee(CycleCommand command, CancellationToken stop) => Office.Foresight.Of(Plan, command, stop);

    /// <summary>What opening would mail on its day.</summary>
    public Task<Core.Cycle.Foreseen> Foresee(CancellationToken stop) => Foresee(new CycleCommand.Open(Step.Id, Later(Step.Starts, Office.Now), ""), stop);

    /// <summary>What leaves in a moment, but for what is left without anybody to read it.</summary>
    public async Task<IReadOnlyList<Mailing>> Leave(CancellationToken stop)
    {
        List<Mailing> leaving = [];
        foreach (var send in (await Office.Sends.Waiting(Office.Now, stop)).Select(pending => pending.Effect).OfType<Effect.SendMailing>())
            if (send.Step == Name && (await Office.MailRoom.Members(send.Mailing, stop)).Count > 0)
                leaving.Add(send.Mailing);
        return leaving;
    }

    public async Task<IReadOnlyList<MailingView>> Show(IReadOnlyList<Mailing> mailings, string act, CancellationToken stop)
    {
        List<MailingView> views = [];
        var at = act == Foreseen && Step.Starts > Office.Now ? Step.Starts : Office.Now;
        foreach (var (i, mailing) in mailings.Index())
            views.Add(await MailingView.Of(Office, mailing, $"{Href}/lettre/{act}/{i}", at, stop));
        return views;
    }

    public async Task<StepView> View(CancellationToken stop)
    {
        List<MessageLine> sent = [];
        HashSet<string> receipts = [];
        await foreach (var line in Office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stop))
            if (line.Step == Name && MessageKinds.Of(line) == MessageKinds.Receipts)
                receipts.Add(line.Key);
            else if (line.Step == Name)
                sent.Add(await MessageLine.Of(Office, line, stop));
        var foreseen = Step.IsAhead ? await Show((await Foresee(stop)).Mailings, Foreseen, stop)
            : Step.State == StepState.Open ? await Show((await Foresee(ActEndpoints.Command(this, StepAct.Close), stop)).Mailings, StepActs.Slug(StepAct.Close), stop)
            : [];
        return StepView.Of(Office.Setting, Plan, Step, [.. await Show(await Leave(stop), Departing, stop), .. foreseen], sent, receipts.Count, await Leaving.Of(Office, Name, stop)) with
        {
            Planned = await Planned(foreseen, stop),
        };
    }

    /// <summary>What an edition writes around its departure, as the load counts it; the letter itself once, where it is shown whole.</summary>
    private async Task<IReadOnlyList<PlannedView>> Planned(IReadOnlyList<MailingView> foreseen, CancellationToken stop) =>
        [.. (await Office.Load.OfEdition(Plan, Step, Office.Now, stop)).Where(mail => foreseen.Count == 0 || mail.Text != EditionLetter.Text).Select(mail => PlannedView.Of(Office.Setting, mail))];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
