using Almanach.Core.Consultations;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Newsletter;
using Almanach.Core.Themes;

namespace Almanach.Core.Cycle;

/// <summary>
/// What a command would mail, to whom and in which words, before it is given: the same decision and the same
/// compositions, nothing written.
/// </summary>
public sealed class Foresight(ConsultationDesk consultations, MeetingDesk meetings, DocumentDesk documents, FateDesk fates, RegistrationDesk registrations, LaunchMeetingDesk launchMeetings, EditionDesk editions)
{
    /// <summary>What the command would change and mail; or why it would be refused.</summary>
    public Task<Foreseen> Of(YearPlan plan, CycleCommand command, CancellationToken stop = default) => Of(plan, command, [], stop);

    /// <param name="decided">Decisions of a meeting about to be recorded with it.</param>
    public async Task<Foreseen> Of(YearPlan plan, CycleCommand command, IReadOnlyList<MeetingDecision> decided, CancellationToken stop = default)
    {
        switch (CycleRules.Decide(plan, command))
        {
            case Decision<YearPlan>.Refused refused:
                return new Foreseen(refused.Refusal, plan, []);
            case Decision<YearPlan>.AlreadyDone:
                return new Foreseen(null, plan, []);
            case Decision<YearPlan>.Accepted accepted:
                List<Mailing> mailings = [];
                foreach (var effect in accepted.Effects)
                    if (effect is Effect.TellRegistered tell)
                        mailings.AddRange(await registrations.Foresee(tell, StepOf(accepted.State, tell.Meeting), stop));
                    else if (await Mailing(accepted.State, effect, decided, stop) is { Audience.Count: > 0 } mailing)
                        mailings.Add(mailing);
                return new Foreseen(null, accepted.State, mailings);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Mailing?> Mailing(YearPlan plan, Effect effect, IReadOnlyList<MeetingDecision> decided, CancellationToken stop) => effect switch
    {
        Effect.OpenConsultation open => await consultations.Foresee(open, stop),
        Effect.Convene convene => await meetings.Foresee(convene, Starts(plan, convene.Meeting), stop),
        Effect.AnnounceDate announce => await meetings.Foresee(announce, Starts(plan, announce.Meeting), stop),
        Effect.TellNewDate tell => await meetings.Foresee(tell, Starts(plan, tell.Meeting), stop),
        Effect.TellArrangement tell => await meetings.Foresee(tell, StepOf(plan, tell.Meeting), stop),
        Effect.ConveneAgain again => await meetings.Foresee(again, Starts(plan, again.Meeting), stop),
        Effect.CancelMeeting cancel => await meetings.Foresee(cancel, stop),
        Effect.RestoreMeeting restore => await meetings.Foresee(restore, stop),
        Effect.DrawUp draw => await documents.Foresee(draw, stop),
        Effect.SendEdition send => await editions.Foresee(send, stop),
        Effect.FollowMeeting follow => await launchMeetings.Foresee(follow, plan, stop),
        Effect.TellAuthors tell => await fates.Foresee(tell, decided, stop),
        _ => null,
    };

    private static DateTimeOffset Starts(YearPlan plan, string meeting) => StepOf(plan, meeting).Starts;

    private static Step StepOf(YearPlan plan, string meeting) => plan.Find(meeting[(meeting.IndexOf('-', StringComparison.Ordinal) + 1)..])!;
}

/// <param name="Plan">The year as it would be afterwards.</param>
/// <param name="Mailings">What would leave, with whole audiences.</param>
public sealed record Foreseen(Refusal? Refusal, YearPlan Plan, IReadOnlyList<Mailing> Mailings)
{
    /// <summary>Names everything that would be sent: the same stamp means the same messages to the same people.</summary>
    public string Stamp => string.Join('.', Mailings.Select(mailing => $"{mailing.Text}-{mailing.Audience.Hash}"));

    /// <summary>It was carried out already: nothing is left to do, and nobody to tell.</summary>
    /// <param name="before">The year it was asked of.</param>
    public bool ChangesNothing(YearPlan before) => Refusal is null && ReferenceEquals(Plan, before);

    public int People => Mailings.Sum(mailing => mailing.Audience.Count);
}
