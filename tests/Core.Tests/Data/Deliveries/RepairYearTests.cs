using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Data.Series;
using Almanach.Core.Engine;
using Almanach.Core.Privacy;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Data.Deliveries.Given;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>A producer agrees to repairs of her file, and what is taken in is read by them.</summary>
public sealed class RepairYearTests
{
    private static readonly byte[] _damaged = Encoding.UTF8.GetBytes("code_epci;nom_epci;allocataires_rsa\nMétropole de Lyon;Métropole de Lyon;41204\n2469OO74O;COPAMO;812\n240100750;Gex;7\n");

    private static readonly byte[] _sound = Encoding.UTF8.GetBytes("code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n246900740;COPAMO;812\n240100750;Gex;7\n");

    [Fact]
    public async Task A_file_whose_errors_can_all_be_mended_is_valid_in_one_click_and_stays_as_it_came()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        var before = await View(test);
        Assert.Equal((DeliveryState.WithErrors, 2), (before.State, before.Deposit!.Checked!.Offered));

        Assert.Null(await Agree(test));
        await test.Settle();

        var view = await View(test);
        Assert.Equal((DeliveryState.Valid, 2, 0), (view.State, view.Deposit!.Checked!.Mended, view.Deposit.Checked.Offered));
        Assert.Equal((RepairRules.Words, Referent().Id, test.Now, 2), (view.Said!.Repairs!.Words, view.Said.Repairs.By, view.Said.Repairs.At, view.Said.Repairs.Count));
        Assert.Equal([new Mend("code_epci", "2469OO74O", "246900740"), new Mend("code_epci", "Métropole de Lyon", "200046977")], (await test.Office.DeliveryFiles.Mends(view.Said.File, view.Said.Repairs.List)).Mends);
        Assert.Equal(_damaged, await test.Files.Read(DataDeposit.RawPath(view.Said.File)));
        var report = await Report(test);
        Assert.Equal((true, 2, 0), (report.Valid, report.Mended.Count, report.Offers.Count));
        Assert.Contains(report.Warnings, finding => finding.Type == FindingTypes.Mended);
    }

    [Fact]
    public async Task The_receipt_says_that_repairs_are_offered_and_another_what_was_agreed_to()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        var view = await View(test);
        var offered = DeliveryWords.Receipt(view.Said!, view.Deposit!.Checked!, []);

        Assert.Null(await Agree(test));
        await test.Settle();

        var after = await View(test);
        var key = $"receipt-delivery-{Id}-{Rsa}-{view.Said!.File[..16]}";
        Assert.Equal([key, $"{key}-{after.Said!.Repairs!.Offer}"], test.Mailer.Sent.Where(sent => sent.Letter.StartsWith("receipt-delivery-", StringComparison.Ordinal)).Select(sent => sent.Letter).Order());
        Assert.Contains(offered, line => line.StartsWith("Nous pouvons corriger 2\u00A0valeurs pour vous.", StringComparison.Ordinal) && line.Contains("sur la page de ce fichier", StringComparison.Ordinal));
        var lines = DeliveryWords.Receipt(after.Said, after.Deposit!.Checked!, (await Report(test)).Mended);
        Assert.Contains(lines, line => line.StartsWith("2\u00A0cellules sont lues corrigées.", StringComparison.Ordinal) && line.Contains(RepairRules.Words, StringComparison.Ordinal));
        Assert.Contains("«\u00A02469OO74O\u00A0» lu «\u00A0246900740\u00A0»", lines);
    }

    [Fact]
    public async Task What_is_accepted_gives_the_series_of_the_sound_file_and_says_by_whose_word()
    {
        var (damaged, sound) = (await Opened(), await Opened());
        Assert.Null(await damaged.Office.Deliveries.Give(File(damaged, _damaged)));
        Assert.Null(await Agree(damaged));
        Assert.Null(await sound.Office.Deliveries.Give(File(sound, _sound)));

        foreach (var test in new[] { damaged, sound })
        {
            var view = await View(test);
            Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, view.Said!.File, "", "coordination", test.Now, seenMends: view.Deposit!.Checked!.Mends));
            await test.Settle();
        }

        var (mended, plain) = (await Taken(damaged), await Taken(sound));
        Assert.Equal(plain.Tables[0].Codes, mended.Tables[0].Codes);
        Assert.Equal(plain.Tables[0].Columns[0].Figures, mended.Tables[0].Columns[0].Figures);
        Assert.Equal((2, 0, 0), (mended.Release.Table.Mended, mended.Release.Table.Unplaced, plain.Release.Table.Mended));
        Assert.Equal((damaged.Now, false), (mended.Release.Agreed!.At, mended.Release.Agreed.ByCoordination));
        Assert.Null(plain.Release.Agreed);
        Assert.Equal("2469OO74O", SeriesLabels.Read(await damaged.Office.SeriesFiles.Data(mended.Release), new HashSet<int> { 3, 4 })[3]);
        Assert.Equal(DataDeposit.MendsPath(mended.Release.File, mended.Release.Agreed.List), Assert.Single(await damaged.Office.DeliveryFiles.Accepted()).Corrections);
    }

    [Fact]
    public async Task Another_list_than_the_one_shown_is_refused_and_the_same_click_twice_is_one()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        var seen = await Stamp(test);

        Assert.Equal(Why.Changed, (await Agree(test, seen: "0123456789abcdef"))!.Why);
        Assert.Null(await Agree(test, seen, chosen: [0]));
        Assert.Null(await Agree(test, seen, chosen: [0]));
        Assert.Equal(2, (await Answered(test)).Revision);
        Assert.Equal(DeliveryState.WithErrors, (await View(test)).State);
        var left = await Stamp(test);
        Assert.Null(await Agree(test, left));
        Assert.Equal(Why.Changed, (await Agree(test, seen))!.Why); // the page of before the first click

        Assert.Equal((DeliveryState.Valid, 2), (await View(test) is var view ? (view.State, view.Said!.Repairs!.Count) : default));
    }

    [Fact]
    public async Task Another_file_drops_the_consent_and_the_same_bytes_again_keep_it()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        var seen = await Stamp(test);
        Assert.Null(await Agree(test, seen));
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        Assert.Equal(DeliveryState.Valid, (await View(test)).State);

        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        Assert.Null((await View(test)).Said!.Repairs);
        Assert.Equal(Why.Changed, (await Agree(test, seen))!.Why); // it was for the file of before
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        await test.Settle();

        var view = await View(test);
        Assert.Equal((DeliveryState.WithErrors, 0, 2), (view.State, view.Deposit!.Checked!.Mended, view.Deposit.Checked.Offered));
    }

    [Fact]
    public async Task A_program_agrees_ahead_to_what_is_sure_alone()
    {
        var test = await Opened();
        byte[] near = [.. _damaged, .. "Ouest Rodanien;COR;3\n"u8];

        Assert.Null(await test.Office.Deliveries.Give(File(test, near, way: DeliveryWay.Put) with { AgreesAhead = true }));
        await test.Settle();

        var view = await View(test);
        Assert.Equal((2, 1, 1), (view.Deposit!.Checked!.Mended, view.Deposit.Checked.Offered, view.Deposit.Checked.Errors));
        Assert.True(view.Said!.Repairs!.IsAhead);
        Assert.Null(await Agree(test)); // the one that is left, on the page
        Assert.Equal((DeliveryState.Valid, 3), (await View(test) is var after ? (after.State, after.Deposit!.Checked!.Mended) : default));
    }

    [Fact]
    public async Task A_large_file_is_mended_by_its_effect()
    {
        var test = await Opened();
        var text = new StringBuilder("code_epci;nom_epci;allocataires_rsa\n2469OO74O;COPAMO;812\n").Append("200046977;").Append(' ', 900_000).Append(";1\n");
        for (var row = 0; row < 5; row++)
            text.Append("24690074").Append(row).Append(';').Append(' ', 900_000).Append(";1\n");

        Assert.Null(await test.Office.Deliveries.Give(File(test, Encoding.UTF8.GetBytes(text.ToString())) with { AgreesAhead = true }));
        Assert.Equal(DeliveryState.Received, (await View(test)).State);
        await test.Settle();

        Assert.Equal(1, (await View(test)).Deposit!.Checked!.Mended);
    }

    [Fact]
    public async Task The_coordinator_agrees_for_what_she_recorded_and_for_nothing_else()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        Assert.Equal(Why.NotNow, (await test.Office.Repairs.Agree(Id, Rsa, await Stamp(test), null, test.Now))!.Why);

        byte[] hers = [.. _damaged, .. "200040566;COR;3\n"u8];
        Assert.Null(await test.Office.Deliveries.Record(Id, Rsa, "recu.csv", new MemoryStream(hers), true, test.Now));
        Assert.Null(await test.Office.Repairs.Agree(Id, Rsa, await Stamp(test), null, test.Now));

        Assert.Equal((DeliveryState.Valid, "coordination"), (await View(test) is var view ? (view.State, view.Said!.Repairs!.By) : default));
    }

    [Fact]
    public async Task What_was_accepted_as_it_is_is_not_mended_any_more_and_what_she_did_not_see_is_not_accepted()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        var file = (await View(test)).Said!.File;
        var seen = await Stamp(test);
        Assert.Null(await Agree(test, seen, chosen: [0]));
        Assert.Equal(Why.Changed, (await test.Office.Deliveries.Accept(Id, Rsa, file, "Urgent.", "coordination", test.Now, seenMends: ""))!.Why);

        Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, file, "Urgent.", "coordination", test.Now, seenMends: (await View(test)).Deposit!.Checked!.Mends));

        Assert.Equal(Why.NotNow, (await Agree(test, await Stamp(test)))!.Why);
    }

    [Fact]
    public async Task Nobody_agrees_for_another_organisation_nor_to_nothing()
    {
        var test = await Opened();
        Assert.Equal(Why.Unknown, (await Agree(test, "0123456789abcdef"))!.Why); // nothing has come
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        var seen = await Stamp(test);

        Assert.Equal(Why.Unknown, (await test.Office.Repairs.Agree(new RepairAgreement(Id, Farmers, Caf, Referent().Id, seen, null, test.Now)))!.Why);
        Assert.Equal((Why.Invalid, RepairRules.Field), (await Agree(test, seen, chosen: []) is { } refusal ? (refusal.Why, refusal.Fields[0].Field) : default));
        Assert.Equal(1, (await Answered(test)).Revision);
    }

    [Fact]
    public async Task An_answer_names_no_list_that_is_not_kept()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, _damaged)));
        var said = (await View(test)).Said!;
        var forged = said with { Repairs = new RepairConsent(RepairRules.Words, Referent().Id, test.Now, "0123456789abcdef", new string('a', 64), 1) };
        var consultation = (await test.Office.Consultations.Find(Id))!;

        var refusal = await test.Office.Consultations.Take(Id, new AnswerCommand(Caf, Caf, Referent().Id, Channel.Page, false,
            new Dictionary<string, AnswerValue> { [consultation.Template.Questions[0].Id] = new AnswerValue.Deliveries(new Dictionary<string, DeliverySaid> { [Rsa] = forged }) }, test.Now), 1);

        Assert.Equal(Why.Invalid, refusal!.Why);
    }

    [Fact]
    public async Task A_file_that_goes_takes_its_list_along_and_whoever_agreed_finds_it_in_her_data()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Record(Id, Rsa, "recu.csv", new MemoryStream(_damaged), true, test.Now)); // a colleague’s
        Assert.Null(await test.Office.Repairs.Agree(Id, Rsa, await Stamp(test), null, test.Now));
        Assert.DoesNotContain(await Held(), line => line.StartsWith("Corrections", StringComparison.Ordinal));
        byte[] hers = [.. _damaged, .. "200040566;COR;3\n"u8];
        Assert.Null(await test.Office.Deliveries.Give(File(test, hers)));
        Assert.Null(await Agree(test));
        Assert.Contains(await Held(), line => line.StartsWith("Corrections acceptées pour «\u00A0rsa 2021.csv\u00A0»", StringComparison.Ordinal));
        await test.Settle();

        Assert.Equal(1, await test.Office.Deliveries.Retain(at => at < test.Now.AddDays(1)));

        List<string> lists = [];
        await foreach (var path in test.Files.List(DataDeposit.Folder))
            if (path.Contains("/corrections/", StringComparison.Ordinal))
                lists.Add(path);
        Assert.Equal(DataDeposit.MendsPath((await View(test)).Said!.File, (await View(test)).Said!.Repairs!.List), Assert.Single(lists));

        async Task<IReadOnlyList<string>> Held() => [.. (await PersonalFiles.Of(test.Office, Referent())).Answers.Where(answer => answer.Consultation == Id && answer.Current).SelectMany(answer => answer.Lines)];
    }

    static async Task<Refusal?> Agree(TestOffice test, string? seen = null, HashSet<int>? chosen = null) =>
        await test.Office.Repairs.Agree(new RepairAgreement(Id, Rsa, Caf, Referent().Id, seen ?? await Stamp(test), chosen, test.Now));

    static async Task<DeliveryReport> Report(TestOffice test) => DeliveryReport.Read((await test.Office.DeliveryFiles.Report(Id, Rsa, (await View(test)).Said!.File))!);

    /// <summary>What the page of the file that stands sends back.</summary>
    static async Task<string> Stamp(TestOffice test) => RepairRules.Stamp((await View(test)).Said!, (await View(test)).Deposit!.Checked!, (await Report(test)).Offers);

    static async Task<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)> Taken(TestOffice test)
    {
        var release = Assert.Single(await test.Office.SeriesFiles.All());
        return (release, await test.Office.SeriesFiles.Tables(release));
    }
}
