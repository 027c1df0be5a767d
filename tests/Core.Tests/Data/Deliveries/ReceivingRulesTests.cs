using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Data.Deliveries;

public sealed class ReceivingRulesTests
{
    static readonly DateTimeOffset _now = new(2022, 5, 12, 9, 0, 0, TimeSpan.Zero);
    static readonly string _hash = new('a', 64);
    static readonly DeliveryTemplate _template = new("rsa", "RSA en [année]", "caf", ["RSA"], "au 31 décembre [année précédente]", "05-31");

    [Fact]
    public void A_file_needs_a_choice_some_bytes_and_an_attestation()
    {
        Assert.Equal(["fichier", "attestation"], ReceivingRules.Check(Sent(null, attests: false), null).Select(error => error.Field));
        Assert.Equal(["fichier"], ReceivingRules.Check(Sent([]), null).Select(error => error.Field));
        Assert.Empty(ReceivingRules.Check(Sent([1]), null));
        Assert.Empty(ReceivingRules.Check(Sent(null), Said())); // the one that stands is attested
        Assert.Empty(ReceivingRules.Check(Sent([1], attests: false, way: DeliveryWay.Mail), null)); // its receipt asks for it
    }

    [Fact]
    public void The_same_bytes_stay_the_deposit_they_are_and_may_be_attested_later()
    {
        var mailed = ReceivingRules.Give(Sent([1], attests: false, way: DeliveryWay.Mail), _template, _hash, null);
        var again = ReceivingRules.Give(Sent([1], attests: false, way: DeliveryWay.Mail) with { Name = "autre.csv" }, _template, _hash, mailed);
        var attested = ReceivingRules.Give(Sent(null) with { At = _now.AddDays(1) }, _template, _hash, mailed);
        var other = ReceivingRules.Give(Sent([2]), _template, new string('b', 64), attested);

        Assert.Equal("", mailed.Attested);
        Assert.Same(mailed, again);
        Assert.Equal((ReceivingRules.Attestation, _now.AddDays(1), _now, DeliveryWay.Mail), (attested.Attested, attested.AttestedAt, attested.At, attested.Way));
        Assert.Equal((new string('b', 64), DeliveryWay.Page), (other.File, other.Way));
    }

    [Fact]
    public void A_delivery_goes_from_awaited_to_accepted()
    {
        var unattested = Said() with { Attested = "", AttestedAt = null };

        Assert.Equal(DeliveryState.Awaited, ReceivingRules.StateOf(null, null));
        Assert.Equal(DeliveryState.Received, ReceivingRules.StateOf(Said(), null));
        Assert.Equal(DeliveryState.WithErrors, ReceivingRules.StateOf(Said(), Deposit(errors: 1)));
        Assert.Equal(DeliveryState.WithErrors, ReceivingRules.StateOf(unattested, Deposit(errors: 1)));
        Assert.Equal(DeliveryState.Unattested, ReceivingRules.StateOf(unattested, Deposit()));
        Assert.Equal(DeliveryState.Valid, ReceivingRules.StateOf(Said(), Deposit()));
        Assert.Equal(DeliveryState.Accepted, ReceivingRules.StateOf(Said(), Deposit(errors: 1) with { Accepted = _now }));
    }

    [Fact]
    public void What_is_accepted_was_seen_checked_and_attested()
    {
        Assert.Equal(Why.Unknown, Refused(null, Deposit()));
        Assert.Equal(Why.Changed, Refused(Said(), Deposit(), seen: new string('b', 64)));
        Assert.Equal(Why.NotNow, Refused(Said(), null));
        Assert.Equal(Why.NotNow, Refused(Said() with { Attested = "" }, Deposit()));
        Assert.Equal(Why.Invalid, Refused(Said(), Deposit(errors: 2)));
        Assert.IsType<Decision<DataDeposit>.Accepted>(ReceivingRules.Accept(Said(), Deposit(errors: 2), _hash, "Valeur confirmée au téléphone.", _now));
        Assert.IsType<Decision<DataDeposit>.AlreadyDone>(ReceivingRules.Accept(Said(), Deposit() with { Accepted = _now }, _hash, "", _now.AddDays(1)));
    }

    [Fact]
    public void An_answer_speaks_only_of_files_that_are_kept_and_expected_of_its_organisation()
    {
        var data = new DataSetting([_template]);
        IReadOnlyList<FieldError> Check(string unit, string delivery, DeliverySaid said, bool kept = true) => [.. ReceivingRules.Check(
            new AnswerCommand(unit, unit, "c1", Channel.Page, false, new Dictionary<string, AnswerValue> { ["fichiers"] = new AnswerValue.Deliveries(new Dictionary<string, DeliverySaid> { [delivery] = said }) }, _now), null, data, _ => kept)];

        Assert.Empty(Check("caf", "rsa", Said()));
        Assert.Single(Check("msa", "rsa", Said()));
        Assert.Single(Check("caf", "autre", Said()));
        Assert.Single(Check("caf", "rsa", Said(), kept: false));
        Assert.Single(Check("caf", "rsa", Said() with { File = "../../secret" }));
    }

    [Theory]
    [InlineData("rsa 2021.csv", "rsa 2021.csv")]
    [InlineData(@"C:\Temp\rsa.csv", "rsa.csv")] // old browsers send the folder
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nSet-Cookie: b.csv", "aSet-Cookie b.csv")] // no line of a header
    [InlineData("rsa\u202Evsc.exe", "rsavsc.exe")] // nothing that turns the reading round
    [InlineData("..", "fichier")]
    [InlineData("", "fichier")]
    public void A_name_is_shown_and_is_never_a_path(string given, string kept) => Assert.Equal(kept, DepositName.Clean(given));

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.Equal(DepositName.Most, DepositName.Clean(new string('é', 300) + ".csv").Length);

    [Fact]
    public void Counts_come_in_words()
    {
        Assert.Equal("1\u202F204 lignes lues. 3 valeurs à corriger.", DeliveryWords.Summary(new CheckedFile(_now, false, 1204, 3, 0, true, [])));
        Assert.Equal("1 ligne lue. 1 point à corriger.", DeliveryWords.Summary(new CheckedFile(_now, false, 1, 1, 0, false, [])));
        Assert.Equal("2 lignes lues. Rien à corriger.", DeliveryWords.Summary(new CheckedFile(_now, true, 2, 0, 4, true, [])));
        Assert.Equal(["812\u00A0octets", "12\u00A0ko", "1,4\u00A0Mo", "200\u00A0Mo"], new long[] { 812, 12_345, 1_400_000, 200_000_000 }.Select(DeliveryWords.Size));
    }

    [Fact]
    public void A_delivery_is_of_a_year()
    {
        var expected = _template.For(2022);

        Assert.Equal(("RSA en 2022", "au 31 décembre 2021"), (expected.Title, expected.Period));
        Assert.Equal(new DateOnly(2022, 5, 31), expected.LastDay(2022));
        Assert.Null((_template with { Due = "02-30" }).LastDay(2022));
    }

    static Why Refused(DeliverySaid? said, DataDeposit? held, string? seen = null) =>
        Assert.IsType<Decision<DataDeposit>.Refused>(ReceivingRules.Accept(said, held, seen ?? _hash, "", _now)).Refusal.Why;

    static FileSent Sent(byte[]? bytes, bool attests = true, DeliveryWay way = DeliveryWay.Page) =>
        new("2022-donnees", "rsa", "caf", "c1", way, "rsa.csv", bytes is null ? null : new MemoryStream(bytes), attests, _now);

    static DeliverySaid Said() => new("RSA", _hash, "rsa.csv", 12, "c1", DeliveryWay.Page, _now, ReceivingRules.Attestation, _now);

    static DataDeposit Deposit(int errors = 0) => new("2022-donnees", "rsa", 2022, "au 31 décembre 2021", "caf", _hash, "rsa.csv", 12, "c1", DeliveryWay.Page, _now, new CheckedFile(_now, errors == 0, 3, errors, 0, true, []));
}
