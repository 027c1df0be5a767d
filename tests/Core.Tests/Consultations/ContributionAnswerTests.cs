using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Consultations.Contributing;

namespace Almanach.Core.Tests.Consultations;

/// <summary>An answer to a call for contributions, as all other answers are: named, receipted, collected, and told to whoever it takes something from.</summary>
public sealed class ContributionAnswerTests
{
    const string Call = "2022-lettre-1-appel";

    static readonly Setting _setting = TestOffice.Pfoss();
    static readonly DateTimeOffset _begins = new(2022, 2, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_contribution_keeps_its_id_its_author_and_its_time_when_the_answer_is_changed()
    {
        var (test, organisation, people) = await Asked();

        await Take(test, organisation, people[0], Article("Un bus"), Article("Un colloque"));
        var first = await Items(test, organisation);
        test.Clock.Set(test.Now.AddHours(1));
        await Take(test, organisation, people[1], first[1] with { Title = "Un grand colloque", By = "quelqu-un", At = default }, Article("Un lien"));
        var second = await Items(test, organisation);

        Assert.Equal([$"{organisation}-{Call}-1-1", $"{organisation}-{Call}-1-2"], first.Select(item => item.Id));
        Assert.Equal([$"{organisation}-{Call}-1-2", $"{organisation}-{Call}-2-2"], second.Select(item => item.Id));
        Assert.Equal([people[0], people[1]], second.Select(item => item.By));
        Assert.Equal((first[1].At, first[1].At.AddHours(1)), (second[0].At, second[1].At));
    }

    [Fact]
    public async Task An_id_that_is_not_the_units_own_is_not_believed()
    {
        var (test, organisation, people) = await Asked();

        await Take(test, organisation, people[0], Article("Un bus", id: $"caf-{Call}-1-1"), Article("Un colloque", id: $"caf-{Call}-1-1"));

        Assert.Equal([$"{organisation}-{Call}-1-1", $"{organisation}-{Call}-1-2"], (await Items(test, organisation)).Select(item => item.Id));
    }

    [Fact]
    public async Task An_answer_is_collected_once_for_each_revision()
    {
        var (test, organisation, people) = await Asked();

        await Take(test, organisation, people[0], Article("Un bus"));
        await Take(test, organisation, people[0], [.. await Items(test, organisation)]);
        await Take(test, organisation, people[0], [.. await Items(test, organisation), Article("Un lien")]);

        Assert.Equal([$"{Call}/{organisation}/1", $"{Call}/{organisation}/2"],
            (await test.Journal(_begins, test.Now.AddDays(1))).Where(line => line.Kind == nameof(Effect.CollectContributions)).Select(line => line.Subject));
    }

    [Fact]
    public async Task Who_contributed_something_a_colleague_takes_out_is_told_with_her_own_words()
    {
        var (test, organisation, people) = await Asked();
        await Take(test, organisation, people[0], Article("Un bus", "Il passe le mardi."), Article("Un colloque"));

        await Take(test, organisation, people[1], [.. (await Items(test, organisation)).Skip(1)]);
        await Take(test, organisation, people[0]);

        Assert.Equal((Gone(2), people[0]), test.Mailer.Sent.Single(sent => sent.Letter == Gone(2)));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter == Gone(3)); // her own
        string Gone(int revision) => $"uncontributed-{Call}-{organisation}-{revision}";
    }

    [Fact]
    public async Task What_is_told_of_a_contribution_taken_out_are_its_own_words_and_how_to_send_it_again()
    {
        var (test, organisation, people) = await Asked();
        await Take(test, organisation, people[0], Article("Un bus", "Il passe le mardi."));
        var before = (await test.Office.Consultations.AnswerOf(Call, organisation))!;
        var after = before with { By = people[1], Revision = 2, Values = new Dictionary<string, AnswerValue> { [Question] = Value() } };

        var effects = await new Withdrawals(_setting, test.Office.Network, test.Office.Audiences).Of(new AnswerTaken((await test.Office.Consultations.Find(Call))!, after), before);

        var mailing = Assert.IsType<Effect.SendMailing>(Assert.Single(effects)).Mailing;
        Assert.Equal("contribution-retiree", mailing.Text);
        Assert.Equal(["«\u00A0Un bus\u00A0» (article)\nIl passe le mardi."], Assert.Single(await test.Office.Audiences.Read(mailing.Audience)).Lists["contributions"]);
        Assert.StartsWith("Ce message garde vos mots\u00A0: vous pouvez les envoyer de nouveau jusqu’au", mailing.Values["suite"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_says_all_of_a_contribution()
    {
        var event_ = new Contribution("e", ContributionKind.Event, "Journée des aidants", "Entrée libre.\n\nBuffet.", "https://aidants.example.fr/", new DateOnly(2027, 4, 13), "Valence", "Le Département", Bus, "c-1", default);

        Assert.Equal(
            "«\u00A0Journée des aidants\u00A0» (événement)\nmardi\u00A013\u00A0avril 2027, Valence\nEntrée libre.\n\nBuffet.\nSource\u00A0: Le Département\nLien\u00A0: https://aidants.example.fr/\nImage\u00A0: Le bus à Saint-Amour",
            ContributionWords.Whole(event_));
        Assert.Equal("«\u00A0Un bus\u00A0» (article)", ContributionWords.Whole(Article("Un bus")));
    }

    [Fact]
    public void A_contribution_is_read_as_it_was_written()
    {
        var items = new[] { Article("Un bus") with { Picture = Bus }, Article("Un jour") with { Kind = ContributionKind.Event, Day = new DateOnly(2027, 4, 13) } };

        var read = Stored.Read<AnswerValues>(Stored.Write(new AnswerValues(new Dictionary<string, AnswerValue> { [Question] = Value(items) })));

        Assert.Equal(items, Assert.IsType<AnswerValue.Contributions>(read.Values[Question]).Items);
    }

    [Fact]
    public async Task A_table_of_the_answers_holds_each_contribution_whole()
    {
        var (test, organisation, people) = await Asked();
        await Take(test, organisation, people[0], Article("Un bus", "Il passe le mardi."), Article("Un colloque"));
        var consultation = (await test.Office.Consultations.Find(Call))!;

        var table = AnswerTable.Of(consultation, await test.Office.Consultations.Answers(Call), await test.Office.Consultations.Asked(consultation), await test.Office.Network.Load(), _setting.Platform, _setting.Zone);

        var row = Assert.Single(table.Rows, row => row[3] == "oui");
        Assert.Equal(["Vos contributions", "En entier"], table.Head.TakeLast(2));
        Assert.Equal(["«\u00A0Un bus\u00A0» (article)\n«\u00A0Un colloque\u00A0» (article)", "«\u00A0Un bus\u00A0» (article)\nIl passe le mardi.\n\n«\u00A0Un colloque\u00A0» (article)"], row.TakeLast(2));
    }

    static async Task<(TestOffice Test, string Organisation, IReadOnlyList<string> People)> Asked()
    {
        var test = new TestOffice(_setting, _begins);
        await test.Office.Opening.Open(2022, _begins);
        await test.Settle();
        test.Mailer.Sent.Clear();
        Assert.Null(await test.Office.Consultations.Open(Contributing.Call(2022, "2022/collecte", _begins.AddDays(21)), [], _begins, _begins));
        await test.Settle();
        var several = _setting.Folder.Contacts.Where(contact => contact.Active).GroupBy(contact => contact.Organisation).First(group => group.Count() > 1 && group.Any(contact => contact.Is(Core.Network.RoleKind.Referent)));
        return (test, several.Key, [.. several.Select(contact => contact.Id)]);
    }

    static async Task Take(TestOffice test, string organisation, string by, params Contribution[] items)
    {
        Assert.Null(await test.Office.Consultations.Take(Call, new AnswerCommand(organisation, organisation, by, Channel.Page, false,
            new Dictionary<string, AnswerValue> { [Question] = Value(items) }, test.Now), null));
        await test.Settle();
    }

    static async Task<IReadOnlyList<Contribution>> Items(TestOffice test, string organisation) =>
        ((AnswerValue.Contributions)(await test.Office.Consultations.AnswerOf(Call, organisation))!.Values[Question]).Items;
}
