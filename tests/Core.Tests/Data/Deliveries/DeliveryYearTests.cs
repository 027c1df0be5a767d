using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Privacy;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Tests.Mail.Inbox;
using static Almanach.Core.Tests.Data.Deliveries.Given;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>The yearly collection of data files through the ordinary engine of consultations.</summary>
public sealed class DeliveryYearTests
{
    [Fact]
    public async Task Only_those_who_owe_a_file_are_asked_and_told_which()
    {
        var test = await Opened();

        var asked = await test.Office.Consultations.Asked((await test.Office.Consultations.Find(Id))!);

        Assert.Equal([Caf, "msa-ain-rhone"], asked.Select(member => member.Organisation).Distinct().Order());
        Assert.Equal(["Allocataires du RSA par EPCI, au 31 décembre 2021, jusqu’au mardi\u00A031\u00A0mai 2022", "Bénéficiaires de la prime d’activité par EPCI, au 31 décembre 2021"],
            asked.First(member => member.Organisation == Caf).Lists["livraisons"]);
        Assert.Contains(test.Mailer.Sent, sent => sent == ($"invite-{Id}", Referent().Id));
    }

    [Theory]
    [InlineData(Caf, "Données 2022\u00A0: vos fichiers jusqu’au mardi\u00A031\u00A0mai 2022 pour le premier")] // a file has an earlier day of its own
    [InlineData("msa-ain-rhone", "Données 2022\u00A0: vos fichiers jusqu’au mardi\u00A07\u00A0juin 2022 à 18\u00A0h")] // that of the collection
    public async Task The_subject_of_the_invitation_has_the_first_day_that_concerns_its_reader(string organisation, string subject)
    {
        var test = await Opened();

        Assert.Equal(subject, test.Mailer.Copies.Single(copy => copy.Letter == $"invite-{Id}" && copy.Contact == Referent(organisation).Id).Subject);
    }

    [Fact]
    public async Task A_receipt_says_in_its_subject_what_was_found_and_leads_to_the_page_of_the_file()
    {
        var test = await Opened();

        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid, name: "rsa corrigé.csv")));
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid, Bonus, attests: false, name: "prime.csv", way: DeliveryWay.Mail)));
        Assert.Null(await test.Office.Deliveries.Give(File(test, [.. "%PDF-1.7\n"u8], name: "rsa.pdf")));
        await test.Settle();

        var receipts = test.Mailer.Copies.Where(copy => copy.Letter.StartsWith("receipt-delivery-", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["«\u00A0prime.csv\u00A0»\u00A0: rien à corriger, reste à attester", "«\u00A0rsa 2021.csv\u00A0»\u00A0: 1 valeur à corriger", "«\u00A0rsa corrigé.csv\u00A0»\u00A0: rien à corriger", "«\u00A0rsa.pdf\u00A0»\u00A0: ne peut pas être lu"],
            receipts.Select(receipt => receipt.Subject).Order(StringComparer.Ordinal));
        Assert.All(receipts, receipt => Assert.EndsWith(receipt.Subject.Contains("prime", StringComparison.Ordinal) ? $"/depots/{Bonus}" : $"/depots/{Rsa}", receipt.Link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_kept_raw_checked_at_once_and_its_receipt_tells_the_errors()
    {
        var test = await Opened();

        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        var view = await View(test);
        await test.Settle();

        Assert.Equal((DeliveryState.WithErrors, 2, 1), (view.State, view.Deposit!.Checked!.Rows, view.Deposit.Checked.Errors));
        Assert.Equal(Wrong, await test.Files.Read(DataDeposit.RawPath(view.Said!.File)));
        Assert.Contains("8O2", view.Deposit.Checked.First[0], StringComparison.Ordinal);
        var report = DeliveryReport.Read((await test.Office.DeliveryFiles.Report(Id, Rsa, view.Said.File))!);
        Assert.Equal((false, 2, 3, "allocataires_rsa", "8O2"), (report.Valid, report.Rows, report.Errors[0].Row, report.Errors[0].Field, report.Errors[0].Value));
        Assert.Contains(test.Mailer.Sent, sent => sent == ($"receipt-delivery-{Id}-{Rsa}-{view.Said.File[..16]}", Referent().Id));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith($"receipt-{Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_corrected_file_replaces_it_and_the_former_stays_in_the_history()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));

        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid, name: "rsa 2021 corrigé.csv")));
        await test.Settle();
        var view = await View(test);

        Assert.Equal((DeliveryState.Valid, "rsa 2021 corrigé.csv"), (view.State, view.Said!.Name));
        Assert.Equal("rsa 2021.csv", Assert.Single(view.Former).Name);
        Assert.Equal(2, (await Answered(test)).Revision);
        Assert.NotNull(await test.Files.Read(DataDeposit.RawPath(view.Former[0].File)));
    }

    [Fact]
    public async Task The_same_bytes_twice_are_one_deposit_with_one_receipt()
    {
        var test = await Opened();

        for (var time = 0; time < 3; time++)
            Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));
        await test.Settle();

        Assert.Equal(1, (await Answered(test)).Revision);
        Assert.Empty((await View(test)).Former);
        Assert.Single(test.Mailer.Sent, sent => sent.Letter.StartsWith("receipt-delivery-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_tabs_that_give_two_files_at_once_keep_both()
    {
        var test = await Opened();

        await Task.WhenAll(test.Office.Deliveries.Give(File(test, Valid)), test.Office.Deliveries.Give(File(test, Wrong, Bonus)));
        await test.Settle();

        Assert.Equal([Bonus, Rsa], ReceivingRules.Before(await Answered(test)).ByDelivery.Keys.Order());
    }

    [Fact]
    public async Task Whoever_still_owes_something_is_reminded_and_whoever_has_given_all_is_not()
    {
        var test = await Opened();
        async Task<bool> IsReminded() => (await test.Office.Asks.Askings(Platform.Zone.DayOf(test.Now))).Single(asking => asking.Consultation.Id == Id).Waiting.Any(member => member.Organisation == Caf);

        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));
        Assert.True(await IsReminded()); // the other file is missing
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid, Bonus)));
        Assert.False(await IsReminded());
        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        Assert.True(await IsReminded()); // something is to be corrected again
    }

    [Fact]
    public async Task A_large_file_is_received_first_and_checked_by_its_effect()
    {
        var test = await Opened();
        var text = new System.Text.StringBuilder("code_epci;nom_epci;allocataires_rsa\n");
        for (var row = 0; text.Length <= ReceivingRules.Quick; row++)
            text.Append(100_000_000 + row).Append(";Communauté de communes numéro ").Append(row).Append(";12\n");

        Assert.Null(await test.Office.Deliveries.Give(File(test, System.Text.Encoding.UTF8.GetBytes(text.ToString()), Bonus)));
        var before = (await View(test, Bonus)).State;
        await test.Settle();

        Assert.Equal((DeliveryState.Received, DeliveryState.Valid), (before, (await View(test, Bonus)).State));
    }

    [Fact]
    public async Task What_is_no_table_is_kept_and_said_to_be_none()
    {
        var test = await Opened();

        Assert.Null(await test.Office.Deliveries.Give(File(test, [.. "%PDF-1.7\n"u8])));

        var view = await View(test);
        Assert.Equal(DeliveryState.WithErrors, view.State);
        Assert.NotNull(await test.Files.Read(DataDeposit.RawPath(view.Said!.File)));
        Assert.NotEmpty(view.Deposit!.Checked!.First);
    }

    [Fact]
    public async Task Nobody_gives_the_file_of_another_organisation()
    {
        var test = await Opened();

        Assert.Equal(Why.Unknown, (await test.Office.Deliveries.Give(File(test, Valid, Farmers)))!.Why);
        Assert.Equal(Why.Unknown, (await test.Office.Deliveries.Give(File(test, Valid, "autre")))!.Why);
        Assert.Null(await test.Office.Consultations.AnswerOf(Id, Caf));
        Assert.DoesNotContain(await Kept(test), path => path.StartsWith(DataDeposit.Folder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_coordinator_accepts_what_she_saw_and_records_what_she_received()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Record(Id, Rsa, "recu.csv", new MemoryStream(Valid), true, test.Now));
        var file = (await View(test)).Said!.File;

        Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, file, "", "coordination", test.Now));
        Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, file, "", "coordination", test.Now)); // a double click
        Assert.Equal(DeliveryState.Accepted, (await View(test)).State);
        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));

        Assert.Equal(DeliveryState.WithErrors, (await View(test)).State); // another file is another decision
        Assert.Equal(Why.Changed, (await test.Office.Deliveries.Accept(Id, Rsa, file, "", "coordination", test.Now))!.Why);
    }

    [Fact]
    public async Task What_was_accepted_is_listed_with_where_it_lies_and_what_it_was_read_by()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));
        Assert.Empty(await test.Office.DeliveryFiles.Accepted());
        var first = (await View(test)).Said!.File;
        Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, first, "", "coordination", test.Now));
        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        var second = (await View(test)).Said!.File;

        var listed = Assert.Single(await test.Office.DeliveryFiles.Accepted());
        Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, second, "La valeur est connue par ailleurs.", "coordination", test.Now.AddDays(1)));

        Assert.Equal((Rsa, 2022, "au 31 décembre 2021", Caf, first, "", "schemas/rsa.json"), (listed.Delivery, listed.Year, listed.Period, listed.Organisation, listed.Hash, listed.Sheet, listed.Schema));
        Assert.Equal(Valid, await test.Files.Read(listed.Path));
        Assert.Equal([first, second], (await test.Office.DeliveryFiles.Accepted()).Select(file => file.Hash));
    }

    [Fact]
    public async Task A_file_that_was_replaced_and_never_accepted_goes_after_the_months_and_the_others_stay()
    {
        var test = await Opened();
        byte[] accepted = [.. Valid, .. "240100750;CA du Bassin de Bourg-en-Bresse;12\n"u8];
        Assert.Null(await test.Office.Deliveries.Give(File(test, accepted)));
        Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, (await View(test)).Said!.File, "", "coordination", test.Now));
        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        var wrong = (await View(test)).Said!.File;
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid, Bonus)));
        Assert.Null(await test.Office.Deliveries.Give(File(test, accepted, Bonus))); // the same bytes stand for the other one
        await test.Settle();
        bool Past(DateTimeOffset at) => at < test.Now.AddDays(1);

        Assert.Equal(0, await test.Office.Deliveries.Retain(at => false));
        Assert.Equal(2, await test.Office.Deliveries.Retain(Past));
        Assert.Equal(0, await test.Office.Deliveries.Retain(Past));

        Assert.Null(await test.Files.Read(DataDeposit.RawPath(wrong)));
        Assert.Null(await test.Office.DeliveryFiles.Report(Id, Rsa, wrong));
        var views = await test.Office.Deliveries.All((await test.Office.Consultations.Find(Id))!);
        Assert.All(views.Where(view => view.Said is not null), view => Assert.NotNull(view.Deposit));
        Assert.Equal([accepted, Valid], [await test.Files.Read(DataDeposit.RawPath(views.Single(view => view.Template.Id == Bonus).Said!.File)), await test.Files.Read(DataDeposit.RawPath((await View(test)).Said!.File))]);
        Assert.True(Assert.Single((await View(test)).Former).IsAccepted);
    }

    [Fact]
    public async Task The_file_of_data_of_a_depositor_tells_what_she_deposited_and_nothing_of_a_colleague()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Record(Id, Bonus, "prime.csv", new MemoryStream(Valid), true, test.Now)); // somebody else’s
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));
        var hers = (await PersonalFiles.Of(test.Office, Referent())).Answers.Single(answer => answer.Consultation == Id && answer.Current);
        Assert.Null(await test.Office.Deliveries.Record(Id, Bonus, "prime 2.csv", new MemoryStream(Wrong), true, test.Now));
        var colleague = (await PersonalFiles.Of(test.Office, Referent())).Answers.Single(answer => answer.Consultation == Id && answer.Current);

        Assert.Contains("rsa 2021.csv", Assert.Single(hers.Lines), StringComparison.Ordinal);
        Assert.Contains("rsa 2021.csv", Assert.Single(colleague.Lines), StringComparison.Ordinal);
        Assert.False(colleague.Hers);
    }

    [Fact]
    public async Task It_is_late_once_its_day_is_past_unless_a_file_was_accepted_or_nothing_is_asked_any_more()
    {
        var test = await Opened();
        var late = test.Now.AddYears(1);
        Assert.True((await View(test)).IsLateAt(late));
        Assert.False((await View(test)).IsLateAt(test.Now));

        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        Assert.True((await View(test)).IsLateAt(late));
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));
        Assert.False((await View(test)).IsLateAt(late)); // it waits for the coordinator
        Assert.Null(await test.Office.Deliveries.Accept(Id, Rsa, (await View(test)).Said!.File, "", "coordination", test.Now));
        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong)));
        Assert.False((await View(test)).IsLateAt(late)); // the former was accepted
    }

    [Fact]
    public async Task A_file_joined_to_a_reply_is_received_and_its_attestation_is_still_asked_for()
    {
        var test = await Opened();
        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid, Bonus))); // one is left: it can only be that

        await Receive(test, Valid);

        var view = await View(test);
        Assert.Equal((DeliveryState.Unattested, DeliveryWay.Mail, Referent().Id), (view.State, view.Said!.Way, view.Said.By));
        Assert.Equal((InboxState.Recorded, false), Assert.Single(await test.Office.Inbox.All()) is var mail ? (mail.State, mail.Waits) : default);
        Assert.Null(await test.Office.Deliveries.Give(File(test, null)));
        Assert.Equal(DeliveryState.Valid, (await View(test)).State);
    }

    [Fact]
    public async Task A_joined_file_goes_where_its_columns_fit_and_waits_where_nothing_tells()
    {
        var test = await Opened();

        await Receive(test, Valid);
        await Receive(test, [.. "annee;valeur\n2021;3\n"u8], "c2@exemple.fr");

        Assert.Equal(DeliveryState.Unattested, (await View(test)).State); // it has the columns of the schema
        Assert.Equal(DeliveryState.Awaited, (await View(test, Bonus)).State);
        Assert.Contains(await test.Office.Inbox.All(), mail => mail.Waits);
    }

    static async Task Receive(TestOffice test, byte[] file, string id = "c1@exemple.fr")
    {
        var contact = Referent();
        Assert.Null(await test.Office.Inbox.Receive(System.Text.Encoding.UTF8.GetBytes(
            $"From: {contact.Address}\r\nTo: {Mails.Address(contact, Id)}\r\nSubject: Re: Vos fichiers\r\nMessage-ID: <{id}>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + $"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour,\r\n\r\nCordialement\r\n\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=rsa.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(file)}\r\n--b--\r\n"), test.Now));
        await test.Settle();
    }

    static async Task<IReadOnlyList<string>> Kept(TestOffice test)
    {
        List<string> paths = [];
        await foreach (var path in test.Files.List(""))
            paths.Add(path);
        return paths;
    }
}
