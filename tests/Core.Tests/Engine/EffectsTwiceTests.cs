using System.Reflection;
using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Holding;

namespace Almanach.Core.Tests.Engine;

/// <summary>A year in which every worker dies once after performing an effect and before dropping its row, so that each is performed twice.</summary>
public sealed class EffectsTwiceTests
{
    [Theory]
    [InlineData("pfoss-ara", 2022, nameof(Effect.PrintPortrait))] // every other case of Effect; nobody gave it figures
    [InlineData("solidarites-exemple", 2027, $"{nameof(Effect.LaunchGroup)} {nameof(Effect.TellRegistered)} {nameof(Effect.TendRegistration)} {nameof(Effect.CallContributions)} {nameof(Effect.AskEditors)} {nameof(Effect.SettleEdition)} {nameof(Effect.UpdateCatalogue)} {nameof(Effect.CheckDeliveries)} {nameof(Effect.JoinUpload)} {nameof(Effect.TakeInFile)} {nameof(Effect.Acknowledge)} {nameof(Effect.PrintPortrait)}")] // it expects no data files, its vote is one choice; it has no working groups, nor meetings open to all, nor editors, nor a yearly update of its catalogue
    public async Task Doing_everything_twice_is_doing_it_once(string platform, int year, string never)
    {
        var setting = platform == "pfoss-ara" ? TestOffice.Pfoss() : TestOffice.Exemple();

        var (once, _) = await Walk(setting, year, store => store);
        ForgetfulStore? forgetful = null;
        var (twice, end) = await Walk(setting, year, store => forgetful = new ForgetfulStore(store));

        Assert.Equal(once.Mailer.Sent, twice.Mailer.Sent);
        var begins = WalkedYear.Begins(setting, year);
        Assert.Equal(await once.Journal(begins, end), await twice.Journal(begins, end));
        foreach (var partition in forgetful!.Partitions.Where(partition => partition != Agenda.Partition))
            Assert.Equal(Plain(await once.Rows(partition)), Plain(await twice.Rows(partition)));
        var performed = forgetful.Performed.Select(effect => effect.GetType()).Distinct().Select(type => type.Name).Order();
        Assert.Equal(typeof(Effect).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(Effect)))
            .Select(type => type.Name).Where(name => !never.Split(' ').Contains(name)).Order(), performed);
    }

    /// <summary>A year with a meeting whose date is announced, whose place changes, that is called off, restored and moved once people are convened, and convened a second time, minutes that a member asks to correct, an action that is reported on, an import, a successor and an erasure.</summary>
    internal static async Task<(TestOffice Test, DateTimeOffset End)> Walk(Setting setting, int year, Func<IStore, IStore> around)
    {
        var test = new TestOffice(setting, WalkedYear.Begins(setting, year), around);
        var plan = setting.Plan(year);
        var walk = new WalkedYear(test, plan);
        var end = plan.Steps.Max(step => step.Ends ?? step.Starts).AddDays(3);
        var committee = plan.Steps.First(step => step.Work is StepWork.Meet { Decides: false } && plan.Steps.Any(other => StepEffects.MeetingOf(other) == step.Id));
        var moves = committee.Starts.AddDays(-2);
        var announced = committee.Starts.AddDays(-40);
        walk.Also(announced, async () => Assert.Null(await test.Office.Cycle.Apply(year,
            new CycleCommand.Move(committee.Id, [new NewDate(committee.Id, committee.Starts, committee.Ends)], announced, "coordination", Announce: true))));
        walk.Also(moves, async () => Assert.Null(await test.Office.Cycle.Apply(year,
            new CycleCommand.Move(committee.Id, [new NewDate(committee.Id, committee.Starts.AddDays(1), null)], moves, "coordination"))));
        walk.Also(moves.AddDays(-2), async () => Assert.Null(await test.Office.Cycle.Apply(year, new CycleCommand.Skip(committee.Id, "", moves.AddDays(-2), "coordination"))));
        walk.Also(moves.AddDays(-1), async () => Assert.Null(await test.Office.Cycle.Apply(year, new CycleCommand.Reopen(committee.Id, null, moves.AddDays(-1), "coordination"))));
        walk.Also(moves.AddDays(-3), async () => Assert.Null(await test.Office.Cycle.Apply(year,
            new CycleCommand.Arrange(committee.Id, committee.Starts.AddHours(1), "Lyon", "https://visio.example.org/a", moves.AddDays(-3), "coordination"))));
        var asked = plan.Steps.First(step => step.Work is StepWork.Consult);
        walk.Also(asked.Starts.AddHours(3), async () => Assert.Null(await test.Office.Inbox.Receive(
            Mail.Inbox.Mails.Reply(test, $"{year}-{((StepWork.Consult)asked.Work).Consultation}", "- Un thème venu par courriel\n"), asked.Starts.AddHours(3))));
        walk.Also(asked.Starts.AddHours(4), () => Contribute(test, walk, year, asked));
        var editions = plan.Steps.Where(step => step.Work is StepWork.SendEdition).ToList();
        foreach (var edition in editions.Where(step => ((StepWork.SendEdition)step.Work).CallDays > 0))
            walk.Also(edition.Starts.AddDays(-18), () => walk.Answer(EditionCall.Id(Edition.IdOf(year, edition.Id)), edition.Starts.AddDays(-18)));
        var skipped = editions[^1];
        walk.Also(skipped.Starts.AddDays(-30), async () => Assert.Null(await test.Office.Cycle.Apply(year, new CycleCommand.Skip(skipped.Id, "", skipped.Starts.AddDays(-30), "coordination"))));
        walk.Also(skipped.Starts.AddDays(-29), async () => Assert.Null(await test.Office.Cycle.Apply(year, new CycleCommand.Reopen(skipped.Id, null, skipped.Starts.AddDays(-29), "coordination"))));
        if (committee.Work is StepWork.Meet { Body: null })
            walk.Also(moves.AddDays(-5), () => Register(test, $"{year}-{committee.Id}", moves.AddDays(-5)));
        var again = committee.Starts.AddDays(1).AddHours(3);
        walk.Also(again, async () => Assert.Null(await test.Office.Cycle.Apply(year, new CycleCommand.ConveneAgain(committee.Id, again.AddDays(6), again, "coordination"))));
        var drawn = plan.Steps.First(step => step.Work is StepWork.Publish { Document: DocumentKind.CompteRendu }).Starts;
        walk.Also(drawn.AddDays(1), () => Correct(test, year, plan, drawn.AddDays(1)));
        walk.Also(drawn.AddDays(20), async () => Assert.Null(await test.Office.Approvals.Order(Minutes(year, plan), null, "coordination", drawn.AddDays(20))));
        var reports = end.AddDays(-10);
        walk.Also(reports, async () => Assert.Null(await test.Office.Programme.Report(year, "action-1", ActionState.Done, "Tenu.", "coordination", reports)));
        var plans = committee.Starts.AddDays(-12);
        walk.Also(plans, async () => Assert.Null(await test.Office.Holdings.Plan(year, "action-1",
            new PlannedMeeting(committee.Starts.AddDays(40), 90, "", "", ["Échanges"], committee.Starts.AddDays(30), true, "Un essai."), "coordination", plans)));
        if (setting.Platform.Groups is { } groups)
        {
            var launches = plan.Steps.First(step => step.Work is StepWork.Consult consult && consult.Consultation == groups.Consultation).Ends!.Value.AddHours(2);
            walk.Also(launches, async () => Assert.Null(await test.Office.Launches.Decide(year, "groupe-1",
                new LaunchCommand.Launch((await test.Office.Launches.Load(year))!.Find("groupe-1")!.Candidate.Pilots[0].Organisation, true, "Un essai.", launches), null, "coordination")));
        }
        walk.Also(plans.AddHours(1), () => Suspend(test, plans.AddHours(1)));
        walk.Also(plans.AddHours(2), () => Complain(test, $"{year}-{((StepWork.Consult)asked.Work).Consultation}", plans.AddHours(2)));
        var imports = plan.Steps.First(step => step.Work is StepWork.Consult).Starts.AddHours(1);
        walk.Also(imports, () => test.Office.Imports.Start(Import(setting), "coordination", imports));
        var succeeds = plan.Steps.First(step => step.Work is StepWork.Consult).Starts.AddDays(1);
        walk.Also(succeeds, async () => Assert.Null((await test.Office.Members.Add(Successor(setting), "", true, "coordination", succeeds)).Refusal));
        walk.Also(succeeds.AddHours(1), () => TakeOver(test, setting, succeeds.AddHours(1)));
        walk.Also(succeeds.AddHours(2), async () => Assert.Null(await test.Office.LinkRequests.Ask(
            LinkPurpose.Person, setting.Folder.Contacts.First(contact => contact.Active && contact.Is(RoleKind.Referent)).Address, "demande", succeeds.AddHours(2))));
        var erases = end.AddDays(-1);
        walk.Also(erases, async () => Assert.Null(await test.Office.Erasures.Order(
            setting.Folder.Contacts.First(contact => contact.Active && contact.Is(RoleKind.Referent)).Id, null, "coordination", erases)));
        await walk.Run(end);
        return (test, end);
    }

    /// <summary>Somebody answers a call for contributions to the newsletter.</summary>
    static async Task Contribute(TestOffice test, WalkedYear walk, int year, Step step)
    {
        var now = step.Starts.AddHours(4);
        var call = Consultations.Contributing.Call(year, $"{year}/{step.Id}", now.AddDays(10), ((StepWork.Consult)step.Work).Consultation is var id ? test.Office.Setting.Platform.Consultations.First(one => one.Id == id).Invitation : "");
        Assert.Null(await test.Office.Consultations.Open(call, [], now, now));
        await walk.Answer(call.Id, now);
    }

    /// <summary>A message is suspended before its first copy leaves, and taken up again.</summary>
    static async Task Suspend(TestOffice test, DateTimeOffset now)
    {
        await test.Office.MailRoom.Start(new Mailing("essai-suspendu", "relance", new Dictionary<string, string>(), AudienceShelf.Sketch([Coordination.Member]),
            "Un essai.", new LinkTo(LinkPurpose.Person, "", now), Replay.AskCoordinator), now, "");
        Assert.Null(await test.Office.Sends.Pause("essai-suspendu", "coordination", now));
        Assert.Null(await test.Office.Sends.Resume("essai-suspendu", "coordination", now));
    }

    /// <summary>Somebody who was invited marks the invitation as unwanted.</summary>
    static async Task Complain(TestOffice test, string consultation, DateTimeOffset now)
    {
        var invited = (await test.Office.MailRoom.Outcomes($"invite-{consultation}")).Keys.Order(StringComparer.Ordinal).First();
        Assert.Null(await test.Office.Events.Take([new($"invite-{consultation}", "", new DeliveryEvent("plainte", invited, Delivery.Complained, now))], now));
    }

    /// <summary>One place: one has it, one waits for it, and the place of one who never confirms is free again.</summary>
    static async Task Register(TestOffice test, string meeting, DateTimeOffset now)
    {
        Assert.Null(await test.Office.Registrations.Take(meeting, new RegistrationCommand.Set(new RegistrationTerms(true, 1), "coordination", now)));
        foreach (var id in new[] { "a", "b", "c" })
            Assert.Null(await test.Office.Registrations.Take(meeting, new RegistrationCommand.Ask(new Registrant(id, $"Personne {id}", $"{id}@asso.example.org", "", ""), false, now)));
        foreach (var id in new[] { "b", "c" })
            Assert.Null(await test.Office.Registrations.Take(meeting, new RegistrationCommand.Confirm(id, now)));
    }

    /// <summary>One référent is replaced at her own request, another is marked as left and her organisation asked.</summary>
    static async Task TakeOver(TestOffice test, Setting setting, DateTimeOffset now)
    {
        var referents = setting.Folder.Contacts.Where(contact => contact.Active && contact.Is(RoleKind.Referent)).ToList();
        Assert.Null(await test.Office.Requests.Ask(referents[^1], "Luc Après", "luc.apres@example.org", "", now));
        Assert.Null((await test.Office.Successions.Accept((await test.Office.Requests.Open()).Single().Id, null, "coordination", now)).Refusal);
        Assert.Null(await test.Office.Members.Leave(referents[^2].Id, "coordination", now, asks: true));
    }

    static string Minutes(int year, YearPlan plan) => $"compte-rendu-{year}-{plan.Steps.First(step => step.Work is StepWork.Meet { Decides: true }).Id}";

    /// <summary>A member asks for a correction of the minutes: they wait for the coordinator.</summary>
    static async Task Correct(TestOffice test, int year, YearPlan plan, DateTimeOffset now)
    {
        var asked = (await test.Office.Consultations.Find((await test.Office.Documents.Find(Minutes(year, plan)))!.Approval!.Consultation))!;
        var member = (await test.Office.Consultations.Asked(asked))[0];
        Assert.Null(await test.Office.Consultations.Take(asked.Id, new AnswerCommand(member.Contact, member.Organisation, member.Contact, Channel.Page, false, new Dictionary<string, AnswerValue>
        {
            [MinutesApproval.Opinion] = new AnswerValue.Choice(MinutesApproval.Correct),
            [MinutesApproval.Correction] = new AnswerValue.Text("J’étais là."),
        }, now), 0));
    }

    static Contact Successor(Setting setting) => setting.Folder.Contacts.First(contact => contact.Is(RoleKind.Referent)) with { Id = "", Address = "succede@example.org", Source = "Demande" };

    static ImportPlan Import(Setting setting)
    {
        var contact = setting.Folder.Contacts[0] with { Id = "c-importe", Address = "importe@example.org", Roles = [new Role(RoleKind.Suppleant)] };
        return new ImportPlan("", [], [], new ImportedRows([], [contact], [contact.Id], Invites: true), []);
    }

    /// <summary>Rows without what counts writes.</summary>
    static IEnumerable<string> Plain(Dictionary<string, string> rows) =>
        rows.Select(row => $"{row.Key} {System.Text.RegularExpressions.Regex.Replace(row.Value, "\"(revision|attempt)\":\\d+", "")}").Order(StringComparer.Ordinal);

    /// <summary>Forgets the first drop of each performed effect's row.</summary>
    sealed class ForgetfulStore(IStore store) : IStore
    {
        readonly HashSet<string> _dropped = [];

        public HashSet<string> Partitions { get; } = [];

        public List<Effect> Performed { get; } = [];

        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => store.Get(partition, key, stop);

        public IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, CancellationToken stop = default) =>
            store.List(partition, from, before, stop);

        public async Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
        {
            Partitions.Add(partition);
            if (changes is [Change.Delete { Key: var key }] && key.StartsWith(Todo.Prefix, StringComparison.Ordinal) && _dropped.Add($"{partition}/{key}"))
            {
                if (await store.Get(partition, key, stop) is { } row)
                    Performed.Add(Stored.Read<Effect>(row.Value));
                return true;
            }
            return await store.Commit(partition, changes, stop);
        }
    }
}
