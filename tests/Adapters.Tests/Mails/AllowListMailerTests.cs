using System.Diagnostics.Metrics;
using Almanach.Adapters.AllowList;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Core.Ports;
using Microsoft.Extensions.Logging;

namespace Almanach.Adapters.Tests.Mails;

public sealed class AllowListMailerTests
{
    private readonly MemoryFiles files = new();
    private readonly ListLogger log = new();

    [Theory]
    [InlineData("zoe@exemple.fr", true)] // the domain itself
    [InlineData("zoe@EXEMPLE.Fr", true)] // without regard to case
    [InlineData("zoe@mail.exemple.fr", true)] // a sub-domain
    [InlineData("zoe@exemple.fr.", true)] // the root's dot
    [InlineData("zoe@monexemple.fr", false)] // ends alike
    [InlineData("zoe@exemple.fr.ailleurs.com", false)] // starts alike
    [InlineData("zoe@fr", false)] // above
    [InlineData("zoe@été.example", true)] // international, as written
    [InlineData("zoe@xn--t-9fab.example", true)] // international, in punycode
    [InlineData("zoe@XN--T-9FAB.example", true)] // punycode in capitals
    [InlineData("zoe@ÉTÉ.example", true)] // international capitals
    [InlineData("zoe@e\u0301te\u0301.example", false)] // accents typed apart: not recognised, which errs on the safe side
    [InlineData("zoe@ete.example", false)] // without accents it is another
    [InlineData("\"a@exemple.fr\"@ailleurs.com", false)] // quoted
    [InlineData("a@ailleurs.com@exemple.fr", false)] // two signs
    [InlineData("a@ailleurs.com,b@exemple.fr", false)] // two addresses
    [InlineData("a@ailleurs.com\r\nBcc: b@exemple.fr", false)] // a header inside
    [InlineData("@exemple.fr", false)] // nobody
    [InlineData("zoe", false)] // no domain
    [InlineData("", false)] // nothing
    public async Task Only_allowed_domains_are_let_through(string address, bool goes)
    {
        // The outbox would refuse some for reasons of its own; here only what passes the list counts.
        var inner = new CountingMailer();

        await Guard(inner, "Exemple.fr", "été.example").Send(Letters.Invitation, [Letters.To("c1", address)]);

        Assert.Equal(goes ? 1 : 0, inner.Received);
    }

    [Fact]
    public async Task The_others_are_refused_in_their_place_counted_and_logged_by_id()
    {
        var counted = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meter) =>
            {
                if (instrument.Name == "almanach.mails.kept_back")
                    meter.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, count, _, _) => Interlocked.Add(ref counted, count));
        listener.Start();

        var outcomes = await Guard(new OutboxMailer(files), "exemple.fr").Send(Letters.Invitation,
            [Letters.To("c1", "a@ailleurs.com"), Letters.To("c2", "b@exemple.fr"), Letters.To("c3", "c@ailleurs.com"), Letters.To("c4", "d@exemple.fr")]);

        Assert.Equal([MailOutcome.Refused, MailOutcome.Sent, MailOutcome.Refused, MailOutcome.Sent], outcomes);
        Assert.Equal(["Kept 2 addressees of letter themes-2027 back, outside the allowed domains: c1 c3"], log.Lines);
        Assert.True(counted >= 2);
    }

    [Fact]
    public async Task An_empty_list_lets_nobody_through()
    {
        var outcomes = await Guard(new OutboxMailer(files)).Send(Letters.Invitation, [Letters.To("c1", "a@exemple.fr")]);

        Assert.Equal([MailOutcome.Refused], outcomes);
        Assert.Empty(await files.List("").ToListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("*.exemple.fr")]
    [InlineData("zoe@exemple.fr")]
    public void A_domain_that_is_none_is_refused_at_start(string domain) =>
        Assert.Throws<ArgumentException>(() => Guard(new OutboxMailer(files), domain));

    [Fact]
    public void Batches_and_repeating_are_those_of_the_mailer_behind()
    {
        var guard = Guard(new OutboxMailer(files), "exemple.fr");

        Assert.Equal((1000, true), (guard.BatchSize, guard.Repeatable));
    }

    private AllowListMailer Guard(IMailer inner, params string[] domains) => new(inner, domains, log);

    private sealed class CountingMailer : IMailer
    {
        public int Received { get; private set; }

        public int BatchSize => 1000;

        public bool Repeatable => true;

        public Task<IReadOnlyList<MailOutcome>> Send(
            Core.Mail.Letters.Letter letter, IReadOnlyList<Core.Mail.Letters.Addressee> addressees, CancellationToken stop = default)
        {
            Received += addressees.Count;
            return Task.FromResult<IReadOnlyList<MailOutcome>>([.. addressees.Select(_ => MailOutcome.Sent)]);
        }
    }

    private sealed class ListLogger : ILogger<AllowListMailer>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
