using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>One person takes another's place: roles, terms, what is asked and what she is convened to, in one action of the coordinator.</summary>
public sealed class SuccessionDesk(
    Setting setting, NetworkDesk network, MemberDesk members, RequestDesk requests, CycleDesk cycle, ConsultationDesk consultations, HandOverDesk handOver,
    MeetingDesk meetings)
{
    /// <summary>What accepting a request would do, or why it cannot be accepted as it is. Writes nothing.</summary>
    public async Task<SuccessionForeseen> Foresee(string request, DateTimeOffset now, CancellationToken stop = default) =>
        await Find(request, stop) is not { } known ? new SuccessionForeseen(Unknown, null, [], [])
            : SuccessionRules.Settle(known, await network.Load(stop), setting.Platform, setting.Zone.DayOf(now)) switch
            {
                Decision<Succession>.Refused refused => new SuccessionForeseen(refused.Refusal, null, [], []),
                Decision<Succession>.Accepted { State: var succession } => await Of(succession, now, stop),
                _ => throw new System.Diagnostics.UnreachableException(),
            };

    /// <summary>Accepts a request. Accepted twice, it is filed, and nothing else happens.</summary>
    /// <param name="seen">Names what was shown (<see cref="SuccessionForeseen.Stamp"/>); null when it does not matter.</param>
    /// <returns>Id of the successor.</returns>
    public async Task<(string Id, Refusal? Refusal)> Accept(string request, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var id = "";
        var refusal = await members.Change(async roster =>
        {
            if (await Find(request, stop) is not { } known)
                return new Draft.Refuse(Unknown);
            switch (SuccessionRules.Settle(known, roster, setting.Platform, setting.Zone.DayOf(now)))
            {
                case Decision<Succession>.Refused refused:
                    return new Draft.Refuse(refused.Refusal);
                case Decision<Succession>.Accepted { State: var succession }:
                    var foreseen = await Of(succession, now, stop);
                    if (seen is not null && seen != foreseen.Stamp)
                        return new Draft.Refuse(Refusal.Because(Why.Changed, "Ce qui est ouvert, ou le réseau, a changé depuis que cette page est ouverte\u00A0: les messages ne sont plus les mêmes. Relisez, puis confirmez de nouveau."));
                    id = succession.To.Id;
                    return new Draft.Write(NetworkDesk.Partition,
                        [
                            new Change.Put(NetworkDesk.ContactPrefix + succession.To.Id, Stored.Write(succession.To)),
                            new Change.Put(NetworkDesk.ContactPrefix + succession.From.Id, Stored.Write(succession.Left)),
                        ],
                        [
                            new Effect.Note(actor, $"suite de {succession.From.Id} par {succession.To.Id}", SuccessionMessages.Key("note-succession", succession, now), now, ""),
                            new Effect.HandOver(succession.From.Id, succession.To.Id, request, SuccessionMessages.Key("hand-over", succession, now), now),
                            .. foreseen.Mailings.Select(mailing => new Effect.SendMailing(mailing, mailing.Key, now.AddSeconds(setting.Platform.Mail.GraceSeconds), "")),
                        ]);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }, stop);
        if (refusal is null)
            await requests.Settle(request, actor, now, stop);
        return (id, refusal);
    }

    /// <summary>One person stands in the record of a message itself: nothing has to be frozen.</summary>
    private async Task<SuccessionForeseen> Of(Succession succession, DateTimeOffset now, CancellationToken stop)
    {
        var (roster, to) = (await network.Load(stop), succession.To);
        var due = now.AddSeconds(setting.Platform.Mail.GraceSeconds);
        var passing = await handOver.Foresee(succession.From.Id, to, now, stop);
        List<(Consultation, string)> asked = [];
        foreach (var one in passing.Where(one => one.Waits))
            asked.Add((one.Consultation, AskRules.Sentence(one.Consultation, ConsultationDesk.Values(one.Consultation, setting.Zone, await consultations.MeetingOf(one.Consultation, stop)))));
        List<Mailing> mailings = [];
        if (succession.IsNew)
            mailings.Add(ImportDesk.Welcome($"welcome-{to.Id}", to.Source, AudienceShelf.Sketch([Member(to)]), due));
        mailings.Add(SuccessionMessages.TakingOver(succession, AudienceShelf.Sketch([SuccessionMessages.Member(to, asked)]), due));
        foreach (var meeting in SuccessionMessages.Convened(await Ahead(now, stop), succession, roster, now))
            mailings.Add(meetings.ForSuccessor(meeting, SuccessionMessages.Key($"convene-{meeting.Id}", succession, due), AudienceShelf.Sketch([Member(to, ("ordre du jour", meeting.Agenda))]), due));
        return new SuccessionForeseen(null, succession, passing, mailings);
    }

    private async Task<IReadOnlyList<Meeting>> Ahead(DateTimeOffset now, CancellationToken stop)
    {
        List<Meeting> ahead = [];
        var today = setting.Zone.DayOf(now);
        foreach (var year in new[] { today.Year - 1, today.Year, today.Year + 1 })
            foreach (var step in (await cycle.Find(year, stop))?.Steps.Where(step => step.Work is StepWork.Meet && step.Starts > now) ?? [])
                if (await meetings.Find($"{year}-{step.Id}", stop) is { } meeting)
                    ahead.Add(meeting);
        return ahead;
    }

    private async Task<SuccessionRequest?> Find(string request, CancellationToken stop) => (await requests.Open(stop)).FirstOrDefault(open => open.Id == request);

    private static AudienceMember Member(Contact to, params (string Slot, IReadOnlyList<string> Lines)[] lists) => new(to.Id, to.Organisation, lists.ToDictionary(list => list.Slot, list => list.Lines));

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Cette demande n’existe pas, ou elle est déjà traitée. Revenez au réseau.");
}

/// <summary>What accepting a request would do.</summary>
/// <param name="Refusal">Why it cannot be accepted as it is; null when it can.</param>
/// <param name="Passing">The open consultations that pass to the successor.</param>
/// <param name="Mailings">What leaves, all of it to the successor.</param>
public sealed record SuccessionForeseen(Refusal? Refusal, Succession? Succession, IReadOnlyList<HandedOver> Passing, IReadOnlyList<Mailing> Mailings)
{
    /// <summary>Names what is shown: the same stamp means the same person, the same roles and the same messages.</summary>
    public string Stamp => Succession is null ? "" : $"{Print.Of(Succession.To)}.{NewcomerDesk.Stamp(Mailings)}";
}
