using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Rehearsal;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Rehearsal;

/// <summary>What a script may leave out or name loosely.</summary>
public sealed class PlayerTests
{
    private static readonly DateTimeOffset Begins = new(2021, 9, 6, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_proposal_named_again_by_its_title_is_the_one_sent_before()
    {
        var (office, player) = await Opened();
        await office.Until(Day(2021, 10, 6));
        await player.Play(Proposing("c0089", "L’accès aux droits", "D’abord."), Day(2021, 10, 6));
        await player.Play(Proposing("c0090", "L'accès  aux droits", "Puis."), Day(2021, 10, 7));
        await office.Settle();

        var board = await office.Office.Themes.Load(2022);

        var proposal = Assert.Single(board.Proposals.Values);
        Assert.Equal(("c0089", "Puis.", false), (proposal.Contact, proposal.Rationale, proposal.Withdrawn));
    }

    [Fact]
    public async Task A_proposal_left_out_of_a_second_answer_is_taken_back()
    {
        var (office, player) = await Opened();
        await office.Until(Day(2021, 10, 6));
        await player.Play(Proposing("c0089", "L’accès aux droits", ""), Day(2021, 10, 6));
        await player.Play(Proposing("c0089", "Un tout autre sujet", ""), Day(2021, 10, 7));
        await office.Settle();

        var board = await office.Office.Themes.Load(2022);

        Assert.Equal(["Un tout autre sujet"], board.Standing.Where(theme => theme.CarriedFrom is null).Select(theme => theme.Title));
    }

    [Fact]
    public async Task A_carried_over_theme_is_found_whatever_the_spaces_and_apostrophes_of_its_name()
    {
        var (office, player) = await Opened();

        var refusal = await player.Play(
            new Act.Edit(new DateTime(2021, 9, 7), "L'observation participative avec l'exemple des méthodes de type « baromètres »", "Les baromètres", null, null), Day(2021, 9, 7));

        Assert.Null(refusal);
        Assert.Equal("Les baromètres", (await office.Office.Themes.Load(2022)).Themes["observation-participative"].Title);
    }

    [Fact]
    public async Task A_spontaneous_proposal_goes_to_the_first_year_whose_committee_has_yet_to_choose()
    {
        var (office, player) = await Opened();
        await office.Until(Day(2022, 9, 7));
        await office.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Close("copil", office.Now, "coordination"));

        var refusal = await player.Play(new Act.Propose(new DateTime(2022, 9, 8), "c0320", "Les jeunes et l’accès aux droits", null!, ActionKind.Seminaire), Day(2022, 9, 8));

        Assert.Null(refusal);
        Assert.Single((await office.Office.Themes.Load(2023)).Proposals);
        Assert.Empty((await office.Office.Themes.Load(2022)).Proposals);
    }

    [Theory]
    [InlineData(QuestionKind.Ranking, true)]
    [InlineData(QuestionKind.Ranking, false)]
    [InlineData(QuestionKind.Consent, false)]
    public async Task A_vote_of_any_kind_is_rehearsed_secret_or_not(QuestionKind kind, bool secret)
    {
        var setting = TestOffice.Pfoss();
        var template = setting.Platform.Consultations.First(known => known.Id == "themes") with
        {
            MayDecline = false,
            Late = LateAnswers.Refuse,
            Vote = new VoteRules(Secret: secret),
            Questions = [new("q", kind, "Votre avis", "", false, [new("a", "L’accès aux droits", ""), new("b", "B", "")], OptionSource.Listed)],
        };
        var office = new TestOffice(setting with
        {
            Folder = setting.Folder with { Platform = setting.Folder.Platform with { Consultations = [.. setting.Platform.Consultations.Where(known => known.Id != "themes"), template] } },
        }, Begins);
        await office.Office.Opening.Open(2022, Begins);
        await office.Until(Day(2021, 10, 6));
        AnswerValue value = kind == QuestionKind.Ranking ? new AnswerValue.Ranking(new Dictionary<string, int> { ["L'accès aux droits"] = 1 })
            : new AnswerValue.Consent(new Dictionary<string, Position> { ["L'accès aux droits"] = new(Core.Consultations.Tallies.Consenting.NoObjection, null!) });

        var refused = await new Player(office.Office, 2022).Play(
            new Act.Respond(new DateTime(2021, 10, 6), "c0089", "themes", false, Channel.Page, new Dictionary<string, AnswerValue> { ["q"] = value }), Day(2021, 10, 6));

        Assert.Null(refused);
        Assert.Equal(1, (await office.Office.Consultations.Find("2022-themes"))!.Answered);
        Assert.Equal(secret ? 1 : 0, (await office.Office.Secrets.Find("2022-themes")).Box.Ballots.Count);
    }

    [Fact]
    public async Task An_answer_somebody_gave_herself_is_not_played_over()
    {
        var (office, _) = await Opened();
        await office.Until(Day(2021, 10, 6));
        IReadOnlyList<Act> script = [Proposing("c0089", "L’accès aux droits", "D’abord."), Proposing("c0089", "L’accès aux droits", "Puis.") with { At = new DateTime(2021, 10, 8, 10, 0, 0) }];
        var player = new Player(office.Office, 2022, script);
        Assert.Null(await player.Play(script[0], office.Office.Setting.Zone.At(new DateOnly(2021, 10, 6), TimeOnly.MinValue)));
        var own = new Player(office.Office, 2022); // she comes to the page
        Assert.Null(await own.Play(Proposing("c0089", "L’accès aux droits", "À ma façon."), Day(2021, 10, 7)));

        var refusal = await player.Play(script[1], Day(2021, 10, 8));

        Assert.Equal(Why.NotNow, refusal!.Why);
        var unit = office.Office.Setting.Folder.Contacts.Single(contact => contact.Id == "c0089").Organisation;
        var answer = (await office.Office.Consultations.AnswerOf("2022-themes", unit))!;
        Assert.Equal("À ma façon.", answer.Values.Values.OfType<AnswerValue.Proposals>().Single().Items.Single().Rationale);
    }

    [Fact]
    public async Task What_somebody_recorded_herself_of_a_meeting_is_not_played_over()
    {
        var (office, player) = await Opened();
        await office.Until(Day(2021, 12, 14));
        var members = office.Office.Setting.Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil")).Take(2).Select(contact => contact.Id).ToList();
        Assert.Null(await office.Office.Meetings.RecordAttendance("2022-copil", new Dictionary<string, AttendanceMode> { [members[0]] = AttendanceMode.Remote }, new Dictionary<string, string>()));
        Assert.Null(await office.Office.Meetings.RecordDecisions("2022-copil", [], ["Ses notes."], "coordination", Day(2021, 12, 14)));

        var attended = await player.Play(new Act.Attend(new DateTime(2021, 12, 14), "copil", new Dictionary<AttendanceMode, IReadOnlyList<string>> { [AttendanceMode.OnSite] = members }), Day(2021, 12, 14));
        var decided = await player.Play(new Act.Decide(new DateTime(2021, 12, 14), "copil", [], ["D’autres notes."]), Day(2021, 12, 14));

        Assert.Equal((Why.NotNow, Why.NotNow), (attended!.Why, decided!.Why));
        var meeting = (await office.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal([members[0]], meeting.Attendance.Keys);
        Assert.Equal(["Ses notes."], meeting.Notes);
    }

    [Fact]
    public async Task What_the_coordinator_grouped_or_worded_herself_is_not_played_over()
    {
        var (office, _) = await Opened();
        var zone = office.Office.Setting.Zone;
        IReadOnlyList<Act> script =
        [
            new Act.Merge(new DateTime(2021, 11, 4, 9, 0, 0), "lier-observation-action", ["enquete-qualitative"], "Agir", null, null),
            new Act.Edit(new DateTime(2021, 11, 4, 9, 30, 0), "lier-observation-action", "Agir ensemble", null, null),
            new Act.Merge(new DateTime(2021, 11, 4, 10, 0, 0), "fragilite-numerique", ["habitat-seniors"], "Vivre chez soi", null, null),
            new Act.Merge(new DateTime(2021, 11, 4, 11, 0, 0), "lier-observation-action", ["beneficiaires-rsa"], null, null, null),
        ];
        var player = new Player(office.Office, 2022, script);
        Task<Refusal?> Play(Act act) => player.Play(act, zone.At(DateOnly.FromDateTime(act.At), TimeOnly.FromDateTime(act.At)));
        Task<Refusal?> Do(ThemeCommand command) => office.Office.Themes.Apply(2022, command);
        await office.Until(Day(2021, 11, 4));

        Assert.Null(await Play(script[0]));
        Assert.Null(await Do(new ThemeCommand.Edit("fragilite-numerique", "Ses mots à elle", "", null, Day(2021, 11, 4))));
        Assert.Null(await Play(script[1]));
        Assert.Null(await Play(script[2]));
        Assert.Null(await Do(new ThemeCommand.Merge("visualisation-donnees", ["observation-participative"], Day(2021, 11, 4).AddMinutes(7))));
        var after = await Play(script[3]);

        var board = await office.Office.Themes.Load(2022);
        Assert.Equal(Why.NotNow, after!.Why);
        Assert.Equal("Agir ensemble", board.Themes["lier-observation-action"].Title);
        Assert.Equal(("Ses mots à elle", "fragilite-numerique"), (board.Themes["fragilite-numerique"].Title, board.Themes["habitat-seniors"].MergedInto));
        Assert.Null(board.Themes["beneficiaires-rsa"].MergedInto);
    }

    [Fact]
    public async Task A_grouping_she_ended_stays_and_a_theme_has_one_fate()
    {
        var (office, _) = await Opened();
        var player = new Player(office.Office, 2022, []);
        await office.Until(Day(2021, 11, 8));
        Assert.Null(await office.Office.Themes.Apply(2022, new ThemeCommand.Merge("lier-observation-action", ["enquete-qualitative"], Day(2021, 11, 8))));
        Assert.Null(await office.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Close("regroupement", Day(2021, 11, 8), "coordination")));
        await office.Until(Day(2021, 12, 14));

        var merged = await player.Play(new Act.Merge(new DateTime(2021, 11, 9), "fragilite-numerique", ["habitat-seniors"], null, null, null), Day(2021, 12, 14));
        var decided = await player.Play(new Act.Decide(new DateTime(2021, 12, 14), "copil",
        [
            new MeetingDecision("plus-tard", "Plus tard.", ["enquete-qualitative", "habitat-seniors"], DecisionOutcome.CarryOver, null),
            new MeetingDecision("atelier", "Un atelier.", ["lier-observation-action"], DecisionOutcome.Adopt, new AdoptedAction("atelier", ActionKind.Atelier, "Un atelier", [], [], "")),
            new MeetingDecision("jamais", "Jamais.", ["enquete-qualitative"], DecisionOutcome.Reject, null),
        ], [], Advisory: true), Day(2021, 12, 14));

        Assert.Equal(Why.NotNow, merged!.Why);
        Assert.Null(decided);
        Assert.Equal(["plus-tard:habitat-seniors", "atelier:lier-observation-action"],
            (await office.Office.Meetings.Find("2022-copil"))!.Decisions.Select(decision => $"{decision.Id}:{string.Join('+', decision.Themes)}"));
    }

    private static async Task<(TestOffice Office, Player Player)> Opened()
    {
        var office = new TestOffice(TestOffice.Pfoss(), Begins);
        await office.Office.Opening.Open(2022, Begins);
        await office.Settle();
        return (office, new Player(office.Office, 2022));
    }

    /// <summary>As a script says it: no id, no author, no date.</summary>
    private static Act.Respond Proposing(string contact, string title, string rationale) => new(
        new DateTime(2021, 10, 6), contact, "themes", false, Channel.Page,
        new Dictionary<string, AnswerValue>
        {
            ["propositions"] = new AnswerValue.Proposals([new ProposalDraft(null!, title, rationale, null, false, null!, null!, default)], null!),
        });

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 10, 0, 0, TimeSpan.Zero);
}
