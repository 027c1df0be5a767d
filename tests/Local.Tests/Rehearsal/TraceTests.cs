using Almanach.Core.Consultations;
using Almanach.Core.Themes;

namespace Almanach.Local.Tests.Rehearsal;

/// <summary>From each action of the programme back to what somebody answered.</summary>
[Collection(RehearsedYear.Name)]
public sealed class TraceTests(RehearsedYear year)
{
    private const string Committee = "2022-copil";

    [Fact]
    public async Task Every_adopted_theme_leads_from_a_reply_to_its_line_in_the_document()
    {
        var board = await year.Office.Themes.Load(2022);
        var meeting = (await year.Office.Meetings.Find(Committee))!;
        var ballots = (await year.Office.Consultations.Answers("2022-vote")).Select(answer => answer.Values["mentions"]).Cast<AnswerValue.Grades>().ToList();
        var programme = year.Read("programme-2022-v1");
        var adopted = (await year.Office.Programme.Load(2022)).Where(action => action.Source == Committee && action.Themes.Count > 0).ToList();

        Assert.Equal(15, adopted.Count);
        foreach (var action in adopted)
        {
            var theme = board.Themes[Assert.Single(action.Themes)];
            Assert.NotEmpty(theme.Proposals);
            foreach (var proposal in theme.Proposals.Select(id => board.Proposals[id]))
                await AssertReplied(proposal);
            Assert.Contains(ballots, ballot => ballot.ByOption.ContainsKey(theme.Id));
            Assert.Equal(ballots.Count, theme.Vote!.Counts.Sum());
            Assert.Single(meeting.Decisions, decision => decision.Themes.Contains(theme.Id) && decision.Action!.Id == action.Id);
            Assert.Contains(Bare(action.Title), Bare(programme), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Originals_keep_their_words_whatever_the_grouping_made_of_them()
    {
        var board = await year.Office.Themes.Load(2022);

        var theme = board.Themes.Values.Single(theme => theme.Stands && theme.Title.StartsWith("Récupération des données", StringComparison.Ordinal));

        Assert.Equal(
            ["Récupérer les données des producteurs sans se perdre", "Où trouver et comment télécharger les données de l’Insee",
                "Consulter les données des CAF : mode d’emploi", "Entreposer et mettre à jour les données reçues des producteurs"],
            theme.Proposals.Select(id => board.Proposals[id].Title));
    }

    [Fact]
    public async Task A_theme_carried_to_the_end_says_each_step_of_its_way()
    {
        var board = await year.Office.Themes.Load(2022);

        var theme = board.Themes.Values.Single(theme => theme.Stands && theme.Action == "atelier-imope");

        Assert.Equal([Fate.Received, Fate.PutToVote, Fate.Chosen, Fate.Programmed, Fate.Done], theme.Steps.Select(step => step.Fate));
    }

    private async Task AssertReplied(Proposal proposal)
    {
        if (proposal.Origin == ProposalOrigin.Spontaneous)
            return;
        var reply = await year.Office.Consultations.AnswerOf("2022-themes", proposal.Organisation);
        var drafts = reply!.Values.Values.OfType<AnswerValue.Proposals>().SelectMany(value => value.Items);
        Assert.Single(drafts, draft => draft.Id == proposal.Id && draft.Title == proposal.Title);
    }

    /// <summary>Without the spaces that typography narrows.</summary>
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
