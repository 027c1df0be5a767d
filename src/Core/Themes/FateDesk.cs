using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Programme;

namespace Almanach.Core.Themes;

/// <summary>Brings to the board what committees and actions make of themes, and tells the authors.</summary>
public sealed class FateDesk(
    ThemeDesk themes, ConsultationDesk consultations, MeetingDesk meetings, ProgrammeDesk programme, NetworkDesk network,
    AudienceShelf audiences, MailRoom mailRoom)
{
    public async Task Record(Effect.RecordFates effect, CancellationToken stop = default)
    {
        var fates = effect.Source.Split(':', 2) switch
        {
            ["action", var id] => Of((await programme.Load(effect.Year, stop)).FirstOrDefault(action => action.Id == id)),
            ["programme"] => (await programme.Load(effect.Year, stop)).Where(action => action.State is ActionState.Adopted or ActionState.Confirmed).SelectMany(Of),
            ["vote", var id] => Of(await consultations.Find(id, stop)),
            _ => Of((await meetings.Find(effect.Source, stop))?.Decisions ?? []),
        };
        await themes.Apply(effect.Year, new ThemeCommand.RecordFates([.. fates], effect.Due), stop: stop);
    }

    /// <summary>The text that tells the committee's choices.</summary>
    private const string AfterCommittee = "devenir-copil";

    public async Task TellAuthors(Effect.TellAuthors effect, CancellationToken stop = default)
    {
        var people = AuthorNews.Of(await themes.Load(effect.Year, stop), await network.Load(stop), effect.Text == AfterCommittee);
        var mailing = News(effect.Key.ToLowerInvariant(), effect.Text, effect.Year, await audiences.Freeze(people, stop), effect.Due);
        if (people.Count > 0)
            await mailRoom.Order(mailing, effect.MailsAt ?? effect.Due, effect.Step, stop);
    }

    /// <summary>The news its authors would get now. Writes nothing.</summary>
    /// <param name="decided">Decisions about to be recorded: the news says what they make of the themes.</param>
    public async Task<Mailing> Foresee(Effect.TellAuthors effect, IReadOnlyList<MeetingDecision> decided, CancellationToken stop = default)
    {
        var board = await themes.Load(effect.Year, stop);
        if (ThemeRules.Decide(board, new ThemeCommand.RecordFates([.. Of(decided)], effect.Due)) is Decision<Board>.Accepted told)
            board = told.State;
        var people = AuthorNews.Of(board, await network.Load(stop), effect.Text == AfterCommittee);
        return News(effect.Key.ToLowerInvariant(), effect.Text, effect.Year, AudienceShelf.Sketch(people), effect.Due);
    }

    /// <summary>The message that tells authors what became of their proposals: also for its preview.</summary>
    public static Mailing News(string key, string text, int year, Audience authors, DateTimeOffset due) => new(
        key, text, new Dictionary<string, string> { ["année"] = $"{year}" }, authors,
        "Vous recevez ce message parce que vous avez fait une proposition pour [organisme].",
        new LinkTo(LinkPurpose.Person, "", due.AddDays(400)), Replay.SendAgain);

    private static IEnumerable<ThemeFate> Of(IReadOnlyList<MeetingDecision> decisions) =>
        decisions.SelectMany(decision => decision.Themes.Select(theme => decision.Outcome switch
        {
            DecisionOutcome.Adopt => new ThemeFate(theme, Fate.Chosen, decision.Action!.Id, decision.Action.Title),
            DecisionOutcome.CarryOver => new ThemeFate(theme, Fate.CarriedOver, null, ""),
            DecisionOutcome.Reject => new ThemeFate(theme, Fate.NotChosen, null, ""),
            DecisionOutcome.Record => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        })).OfType<ThemeFate>();

    /// <summary>Every theme of a ballot was put to the vote.</summary>
    private static IEnumerable<ThemeFate> Of(Consultation? vote) =>
        vote is null ? [] : vote.Options.Values.SelectMany(options => options).Select(option => new ThemeFate(option.Id, Fate.PutToVote, null, ""));

    private static IEnumerable<ThemeFate> Of(ProgrammeAction? action) => action is null ? [] :
        action.Themes.Select(theme => action.State switch
        {
            ActionState.Done => new ThemeFate(theme, Fate.Done, action.Id, action.Title),
            ActionState.CarriedOver => new ThemeFate(theme, Fate.CarriedOver, action.Id, ""),
            ActionState.Adopted or ActionState.Confirmed => new ThemeFate(theme, Fate.Programmed, action.Id, action.Title),
            ActionState.Abandoned => new ThemeFate(theme, Fate.NotChosen, action.Id, ""),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
}
