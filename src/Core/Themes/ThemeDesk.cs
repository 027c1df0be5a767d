using System.Collections.Concurrent;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Themes;

/// <summary>Loads and changes the board of themes of a year.</summary>
public sealed class ThemeDesk(Ledger ledger)
{
    /// <summary>The board of each year as last read: it stands for as long as its state's version does.</summary>
    private readonly ConcurrentDictionary<int, (string Version, Board Board)> kept = new();

    public async Task<Board> Load(int year, CancellationToken stop = default) => (await Read(year, stop)).Board;

    /// <summary>Rows of themes and proposals in one commit.</summary>
    private const int RowsPerCommit = 90;

    /// <summary>
    /// Takes a command; what changed on the board and its effects are one commit. Where hundreds of themes change (the
    /// result of a vote), the command is taken again until nothing is left to change, and the effects go last.
    /// </summary>
    public async Task<Refusal?> Apply(int year, ThemeCommand command, IReadOnlyList<Effect>? effects = null, CancellationToken stop = default)
    {
        var more = true;
        Refusal? refusal = null;
        while (more && refusal is null)
            refusal = await ledger.Carry(async () =>
            {
                more = false;
                var (board, state) = await Read(year, stop);
                return ThemeRules.Decide(board, command) switch
                {
                    Decision<Board>.Refused refused => new Draft.Refuse(refused.Refusal),
                    Decision<Board>.AlreadyDone => new Draft.Nothing(),
                    Decision<Board>.Accepted accepted => Write(board, accepted.State, state, [.. accepted.Effects, .. effects ?? []], out more),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            }, stop);
        return refusal;
    }

    /// <summary>Brings one answer's proposals to the board.</summary>
    public async Task<Refusal?> Collect(Consultation consultation, Answer answer, CancellationToken stop = default)
    {
        var proposals = answer.Values.Values.OfType<AnswerValue.Proposals>().ToList();
        var carried = consultation.Template.Questions.Where(question => question.Source == OptionSource.CarriedOverThemes).ToList();
        var wanted = carried.SelectMany(question => answer.Values.GetValueOrDefault(question.Id) is AnswerValue.Approval approval ? approval.Options : []).ToList();
        var seminaire = consultation.Template.Questions.Any(question => question.Source == OptionSource.SeminaireThemes);
        return await Apply(consultation.Year, new ThemeCommand.Collect(
            consultation.Template.Id, answer.Unit,
            [.. proposals.SelectMany(value => value.Items).Select(item => Of(consultation, answer.Unit, item, seminaire))],
            [.. proposals.SelectMany(value => value.Supports)], carried.Count == 0 ? null : wanted, answer.At), stop: stop);
    }

    /// <summary>Notes the result of a vote on each of its themes; nothing where no voice was cast.</summary>
    public Task<Refusal?> Count(int year, VoteOutcome outcome, DateTimeOffset now, CancellationToken stop = default) => Apply(year, new ThemeCommand.RecordVote(
        (outcome.Result is null ? [] : outcome.Options).ToDictionary(option => option.Id, option => ResultOf(outcome, option)), now), stop: stop);

    private static VoteResult ResultOf(VoteOutcome outcome, VotedOption option)
    {
        if (outcome.Result is not TallyResult.Judged judged)
            return new VoteResult(option.Rank, null, [], VoteWords.Count(outcome, option.Id));
        var graded = judged.Options.First(graded => graded.Grades.Option == option.Id);
        return new VoteResult(option.Rank, (Mention)graded.Median, graded.Grades.Counts);
    }

    private static Proposal Of(Consultation consultation, string organisation, ProposalDraft item, bool seminaire) => new(
        item.Id, consultation.Year, ProposalOrigin.Collection, organisation, item.By, item.Title.Trim(), item.Rationale.Trim(),
        seminaire ? ActionKind.Seminaire : item.Format, item.CanSpeak, item.OutsideSpeaker.Trim(), item.At, false, [], consultation.Template.Id);

    private static Draft Write(Board before, Board after, Held<BoardState>? held, IReadOnlyList<Effect> effects, out bool more)
    {
        var state = new BoardState(after.Year, after.Consolidated, (held?.Value.Revision ?? 0) + 1);
        var rows = Changed(before, after).ToList();
        more = rows.Count > RowsPerCommit;
        if (rows.Count == 0 && effects.Count == 0 && before.Consolidated == after.Consolidated)
            return new Draft.Nothing();
        Change head = held is null ? new Change.Insert(Board.Key, Stored.Write(state)) : new Change.Replace(Board.Key, Stored.Write(state), held.Version);
        return new Draft.Write(Board.Partition(after.Year), [head, .. rows.Take(RowsPerCommit)], more ? [] : effects);
    }

    private static IEnumerable<Change> Changed(Board before, Board after)
    {
        foreach (var proposal in after.Proposals.Values)
            if (!ReferenceEquals(before.Proposals.GetValueOrDefault(proposal.Id), proposal))
                yield return new Change.Put(Proposal.Prefix + proposal.Id, Stored.Write(proposal));
        foreach (var theme in after.Themes.Values)
            if (!ReferenceEquals(before.Themes.GetValueOrDefault(theme.Id), theme) && Differs(before.Themes.GetValueOrDefault(theme.Id), theme))
                yield return new Change.Put(Theme.Prefix + theme.Id, Stored.Write(theme));
    }

    private static bool Differs(Theme? before, Theme after) => before is null || Stored.Write(before) != Stored.Write(after);

    private async Task<(Board Board, Held<BoardState>? State)> Read(int year, CancellationToken stop)
    {
        var partition = Board.Partition(year);
        var state = await ledger.Find<BoardState>(partition, Board.Key, stop);
        if (state is null)
            return (Board.Empty(year), null);
        if (kept.TryGetValue(year, out var known) && known.Version == state.Version)
            return (known.Board, state);

        Dictionary<string, Proposal> proposals = [];
        Dictionary<string, Theme> themes = [];
        await foreach (var held in ledger.List<Proposal>(partition, Proposal.Prefix, stop))
            proposals[held.Value.Id] = held.Value;
        await foreach (var held in ledger.List<Theme>(partition, Theme.Prefix, stop))
            themes[held.Value.Id] = held.Value;
        var board = new Board(year, state.Value.Consolidated, proposals, themes);
        kept[year] = (state.Version, board);
        return (board, state);
    }
}
