using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Engine;

/// <summary>
/// A year of a platform with the least that people must do: one organisation proposes, one votes, the coordinator opens what
/// waits for her and closes what is hers to close, the committee adopts two actions.
/// </summary>
internal sealed class WalkedYear
{
    readonly int _year;
    readonly List<(DateTimeOffset At, Func<Task> Do)> _acts = [];

    public WalkedYear(TestOffice test, YearPlan plan)
    {
        Test = test;
        Plan = plan;
        _year = plan.Year;
        foreach (var step in plan.Steps)
            Schedule(step);
    }

    public TestOffice Test { get; }

    /// <summary>As the calendar gave it, before anything happened.</summary>
    public YearPlan Plan { get; }

    public static DateTimeOffset Begins(Setting setting, int year) => setting.Zone.At(setting.Zone.DayOf(setting.Plan(year).Steps.Min(step => step.Starts)).AddDays(-2), TimeOnly.MinValue);

    /// <summary>The coordinator opens what is not automatic one hour after its day has come.</summary>
    public static DateTimeOffset OpensByHand(Step step) => step.Starts.AddHours(1);

    /// <summary>She closes a consolidation two hours before its planned end, and the minutes of a committee reach her four hours after it began.</summary>
    public static DateTimeOffset ClosesByHand(Step step) => step.Work is StepWork.Meet ? step.Starts.AddHours(4) : step.Ends!.Value.AddHours(-2);

    public WalkedYear Also(DateTimeOffset at, Func<Task> act)
    {
        _acts.Add((at, act));
        return this;
    }

    public async Task Run(DateTimeOffset until)
    {
        await Test.Office.Opening.Open(_year, Test.Now);
        foreach (var (at, act) in _acts.OrderBy(act => act.At).Where(act => act.At <= until))
        {
            await Test.Until(at);
            await act();
            await Test.Settle();
        }
        await Test.Until(until);
    }

    void Schedule(Step step)
    {
        if (!step.Automatic)
            Also(OpensByHand(step), () => Command(new CycleCommand.Open(step.Id, OpensByHand(step), "coordination")));
        if (step.Work is StepWork.ConsolidateThemes)
            Also(ClosesByHand(step), () => Command(new CycleCommand.Close(step.Id, ClosesByHand(step), "coordination")));
        if (step.Work is StepWork.Meet { Decides: true })
            Also(ClosesByHand(step), () => Decide(step));
        if (step.Work is StepWork.Consult consult)
            Also(step.Starts.AddDays(2), () => Answer($"{_year}-{consult.Consultation}", step.Starts.AddDays(2)));
    }

    async Task Command(CycleCommand command) => Assert.Null(await Test.Office.Cycle.Apply(_year, command));

    async Task Decide(Step step)
    {
        var theme = (await Test.Office.Themes.Load(_year)).Standing[0];
        MeetingDecision Adopt(string id, ActionKind kind, params string[] themes) =>
            new(id, $"Le comité retient {id}.", themes, DecisionOutcome.Adopt, new AdoptedAction(id, kind, $"Action {id}", [], [], ""));
        var kinds = Test.Office.Setting.Platform.ActionKinds.Select(kind => kind.Kind).ToList();
        List<MeetingDecision> decisions = [Adopt("action-1", kinds[0], theme.Id)];
        if (kinds.Contains(ActionKind.GroupeDeTravail))
            decisions.Add(Adopt("groupe-1", ActionKind.GroupeDeTravail));
        var members = (await Test.Office.Network.Load()).Of(((StepWork.Meet)step.Work).Body);
        Assert.Null(await Test.Office.Meetings.RecordAttendance($"{_year}-{step.Id}", members.ToDictionary(member => member.Id, _ => AttendanceMode.OnSite), new Dictionary<string, string>()));
        Assert.Null(await Test.Office.Meetings.RecordDecisions($"{_year}-{step.Id}", decisions, ["Bilan présenté."], "coordination", ClosesByHand(step)));
    }

    /// <summary>One of those asked answers all its questions.</summary>
    public async Task Answer(string id, DateTimeOffset now)
    {
        if (await Test.Office.Consultations.Find(id) is not { } consultation)
            return;
        var contact = (await Test.Office.Network.Load()).Contacts[(await Test.Office.Consultations.Asked(consultation))[0].Contact];
        if (consultation.Template.AsksDeliveries())
        {
            var expected = (await Test.Office.Deliveries.Of(consultation, contact.Organisation))[0].Template.Id;
            using var file = new MemoryStream("code_epci;nom_epci;allocataires_rsa\n200040715;Grenoble;12\n"u8.ToArray());
            var (begun, _) = await Test.Office.Uploads.Begin(new Upload(new string('a', 32), id, expected, contact.Organisation, contact.Id, DeliveryWay.Page, "fichier.csv", file.Length, now), true);
            Assert.Null((await Test.Office.Uploads.Append(begun!, file, now)).Refusal);
            Assert.Null(await Test.Office.Deliveries.Accept(id, expected, (await Test.Office.DeliveryFiles.All(id))[^1].File, "Vu avec le producteur.", "coordination", now));
            return;
        }
        var unit = consultation.Template.Unit == AnswerUnit.Organisation ? contact.Organisation : contact.Id;
        var entries = (await Test.Office.Catalogue.Load()).Of(contact.Organisation);
        var values = consultation.Template.Questions.Select(question => (question.Id, Value: Value(consultation, question, entries)))
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Id, pair => pair.Value!);
        Assert.Null(await Test.Office.Consultations.Take(id, new AnswerCommand(unit, contact.Organisation, contact.Id, Channel.Page, false, values, now), 0));
    }

    static AnswerValue? Value(Consultation consultation, QuestionTemplate question, IReadOnlyList<CatalogueEntry> entries)
    {
        var options = consultation.OptionsOf(question).Select(option => option.Id).ToList();
        return question.Kind switch
        {
            QuestionKind.Proposals => new AnswerValue.Proposals([new ProposalDraft("", "Logement des jeunes", "", null, true, "", "", default)], []),
            QuestionKind.Contributions => new AnswerValue.Contributions([new Contribution("", ContributionKind.Article, "Un an de permanences", "", "", null, "", "", null, "", default)]),
            QuestionKind.Entries => new AnswerValue.Entries(
                entries.Take(1).ToDictionary(entry => entry.Id, _ => new EntrySaid(EntryWord.Current)), [new EntryDraft("", EntryCard.Blank with { Title = "Une enquête", Producers = entries[0].Card.Producers })]),
            QuestionKind.Choice => new AnswerValue.Choice(options[0]),
            QuestionKind.Approval => options.Count == 0 ? null : new AnswerValue.Approval([options[0]]),
            QuestionKind.Grades => new AnswerValue.Grades(options.ToDictionary(id => id, _ => Mention.Bien)),
            QuestionKind.Dates => new AnswerValue.Dates(options.ToDictionary(id => id, _ => Availability.Yes)),
            QuestionKind.Engagement => new AnswerValue.Engagement(Interest.Some, Effort.Attend, ""),
            QuestionKind.Attendance => new AnswerValue.Attendance(AttendanceMode.Remote, ""),
            QuestionKind.Text => new AnswerValue.Text("Un mot."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
