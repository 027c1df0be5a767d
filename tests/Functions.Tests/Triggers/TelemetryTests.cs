using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network.Import;
using Almanach.Core.Ports;
using Almanach.Core.Retention;
using Almanach.Functions.Hosting;
using Almanach.Functions.Tests.Storage;
using Almanach.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>A small piece of the year as an exporter would see it. What is overheard is the whole process's, so nothing else runs meanwhile.</summary>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests(Azurite azurite)
{
    private const string Words = "Le logement des saisonniers en zone tendue";

    [Fact]
    public async Task From_the_timer_or_a_request_to_the_mail_it_is_one_trace_that_names_nobody()
    {
        await using var seat = await HostSeat.Open(azurite, nameof(TelemetryTests));
        using var overheard = new Overheard();
        using var partner = seat.Client();

        await seat.Tick();
        await seat.GoTo(new DateOnly(2021, 10, 12), new TimeOnly(12, 0));
        var link = (await seat.Mails()).SelectMany(mail => HostSeat.Links(mail.Text)).First(path => path.StartsWith("/r/", StringComparison.Ordinal));
        (await partner.GetAsync(new Uri(link, UriKind.Relative))).Dispose();
        using var sent = await partner.PostAsync(new Uri(link, UriKind.Relative), HostSeat.Form(("_revision", "0"), ("titre", Words)));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        await seat.Settle();
        (await partner.GetAsync(new Uri($"{link}/rien", UriKind.Relative))).Dispose();
        var spans = overheard.Spans;

        // Who asked for what.
        Assert.Equal(["effect", "request", "send", "tick", "work"], spans.Select(span => span.OperationName).Distinct().Order(StringComparer.Ordinal));
        Assert.All(spans.Where(span => span.OperationName is "tick" or "request"), span => Assert.Equal((ActivityKind.Server, null), (span.Kind, span.ParentId)));
        Assert.All(spans.Where(span => span.OperationName == "work"), span => Assert.Contains(overheard.Parent(span)?.OperationName, new[] { "tick", "effect", "request" }));
        Assert.All(spans.Where(span => span.OperationName == "effect"), span => Assert.Equal("work", overheard.Parent(span)?.OperationName));
        Assert.All(spans.Where(span => span.OperationName == "send"), span => Assert.Equal("DeliverBatch", overheard.Parent(span)?.GetTagItem("almanach.kind")));
        var answer = Assert.Single(spans, span => span.DisplayName.StartsWith("POST ", StringComparison.Ordinal));
        Assert.Contains(spans, span => span.TraceId == answer.TraceId && Equals(span.GetTagItem("almanach.kind"), nameof(Effect.CollectProposals)));
        Assert.Contains(spans, span => span.TraceId == answer.TraceId && span.OperationName == "send");
        Assert.Contains("{token}", answer.DisplayName, StringComparison.Ordinal);
        Assert.Equal(303, answer.GetTagItem("http.response.status_code"));

        // How much of what.
        Assert.Equal(1, overheard.Sum("almanach.answers.recorded"));
        Assert.Equal(1, overheard.Sum("almanach.answers.recorded", "consultation", "themes"));
        Assert.Equal(0, overheard.Sum("almanach.effects.failed"));
        Assert.DoesNotContain(spans, span => span.Status == ActivityStatusCode.Error);
        Assert.Equal(spans.Count(span => span.OperationName == "effect"), overheard.Sum("almanach.effects.performed"));
        Assert.Equal((await seat.Mails()).Count, overheard.Sum("almanach.mails.settled", "outcome", nameof(Delivery.Sent)));
        Assert.Equal(0, overheard.Sum("almanach.mails.settled", "outcome", nameof(Delivery.Refused)));
        Assert.Equal(spans.Where(span => span.OperationName == "send").Sum(span => (int)span.GetTagItem("almanach.people")!), overheard.Sum("almanach.mails.settled"));

        // Of whom: of nobody.
        var said = overheard.Said;
        string[] secret = [Words, link, link["/r/".Length..], .. link.Split('.').Where(part => part.Length > 12), HostSeat.Settings.Keys.Api];
        Assert.All(secret, word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
        Assert.All(HostSeat.Year.Setting.Folder.Contacts, contact => Assert.DoesNotContain(contact.Name, said, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_refused_is_counted_and_names_nobody()
    {
        await using var seat = await HostSeat.Open(azurite, "telemetry-refused", new RefusingOne());
        using var overheard = new Overheard();

        await seat.Tick();
        await seat.GoTo(new DateOnly(2021, 10, 5), new TimeOnly(12, 0));
        var left = HostSeat.Year.Setting.Folder.Contacts[0];
        var organisation = HostSeat.Year.Setting.Folder.Organisations[0].Name;
        Assert.Null((await seat.Office.Members.Leave(left.Id, "coordination", seat.Office.Now)));
        var table = $"Organisme;Nom;Prénom;Courriel\n{organisation};{left.LastName};{left.FirstName};{left.Address}\n"
            + $"{organisation};Nouvelle;Anne;nouvelle@example.org\n{organisation};Seconde;Anne;nouvelle@example.org\n;Perdue;Anne;perdue@example.org\n";
        using (var api = seat.Client(host: true, api: true))
        {
            var hash = (await Import(api, table, "")).GetProperty("hash").GetString();
            Assert.Equal(0, overheard.Sum("almanach.imports.rows_refused")); // a plan is only looked at
            await Import(api, table, $"&confirm={hash}");
        }

        var refused = 0;
        await foreach (var line in seat.Office.MailRoom.Lines(DateTimeOffset.MinValue, seat.Office.Now))
            refused += (await seat.Office.MailRoom.Outcomes(line.Key)).Count(copy => copy.Value == Delivery.Refused);
        Assert.InRange(refused, 1, 10);
        Assert.Equal(refused, overheard.Sum("almanach.mails.settled", "outcome", nameof(Delivery.Refused)));
        Assert.Equal(1, overheard.Sum("almanach.imports.rows_refused", "verdict", nameof(Verdict.KeptOut)));
        Assert.Equal(2, overheard.Sum("almanach.imports.rows_refused", "verdict", nameof(Verdict.Doubtful)));
        Assert.DoesNotContain("@", overheard.Said, StringComparison.Ordinal);
        Assert.All(new[] { left.Name, "Nouvelle", "Perdue" }, name => Assert.DoesNotContain(name, overheard.Said, StringComparison.OrdinalIgnoreCase));

        static async Task<JsonElement> Import(HttpClient api, string table, string confirm)
        {
            using var body = new StringContent(table, Encoding.UTF8, "text/csv");
            using var answer = await api.PostAsync(new Uri($"/api/imports?source=Annuaire{confirm}", UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>())!;
        }
    }

    [Fact]
    public async Task What_the_night_erases_is_counted()
    {
        await using var seat = await HostSeat.Open(azurite, "telemetry-erased");
        await seat.Office.SignIn.Print("ABCD2345", TimeSpan.FromMinutes(10), seat.Office.Now);
        seat.Clock.Set(seat.Office.Setting.Zone.At(new DateOnly(2021, 9, 16), new TimeOnly(RetentionRules.Hour, 15)));
        using var overheard = new Overheard();

        for (var night = 0; night < 2; night++)
            await seat.Server.Make<TimerTriggers>().Purge(new TimerInfo(), CancellationToken.None);

        Assert.Equal(1, overheard.Sum("almanach.records.erased")); // the code, and nothing the second time
    }

    [Fact]
    public async Task What_fails_is_counted_and_its_span_says_so_without_the_words_of_the_exception()
    {
        await using var seat = await HostSeat.Open(azurite, "telemetry-failed");
        await seat.Tick();
        using var overheard = new Overheard();
        var (office, now) = (seat.Office, seat.Office.Now);

        // Throws; cannot be read; ended its process each time.
        await office.Ledger.Commit(new Draft.Write("essai", [], [new Effect.ApplyImport("anne@example.org", "apply", now), new Effect.Note("coordination", "essai", "note", now, "")]));
        await office.Around.Store.Commit("essai", [new Change.Put($"{Todo.Prefix}{Todo.Stamp(now)}|later", "9 {}")]);
        await Assert.ThrowsAsync<AggregateException>(() => office.Worker.Run("essai"));
        await office.Ledger.Commit(new Draft.Write("autre", [], [new Effect.Note("coordination", "essai", "note", now, "")]));
        await office.Around.Queue.Send(WorkQueues.Work + QueueLimits.PoisonSuffix, "autre");
        await office.Poison.Sweep();

        Assert.Equal(
            [("apply", ActivityStatusCode.Error, nameof(ArgumentException)), ("note", ActivityStatusCode.Unset, null)],
            overheard.Spans.Where(span => span.OperationName == "effect").Select(span => ($"{span.GetTagItem("almanach.key")}", span.Status, span.StatusDescription)));
        Assert.Equal(
            [(nameof(Effect.ApplyImport), 1), (nameof(Effect.Note), 1), (Trouble.Unreadable, 1)],
            overheard.Counts.Where(count => count.Counter == "almanach.effects.failed").Select(count => (count.Tags["kind"], count.Value)).Order());
        Assert.DoesNotContain("@", overheard.Said, StringComparison.Ordinal);
    }

    /// <summary>Spans of ASP.NET Core and of HTTP clients hold addresses, and those of personal links are secrets.</summary>
    [Fact]
    public async Task Spans_of_frameworks_are_exported_by_nobody()
    {
        var given = Hosting.SettingsSampleTests.Settings();
        given["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/";
        await using var services = new ServiceCollection().AddLogging().AddAlmanach(new ConfigurationBuilder().AddInMemoryCollection(given).Build()).BuildServiceProvider();
        Assert.NotNull(services.GetRequiredService<TracerProvider>());

        foreach (var name in new[] { "Microsoft.AspNetCore", "System.Net.Http", "Azure.Core.Http", "Azure.Data.Tables.TableClient", "Microsoft.Azure.Functions.Worker" })
        {
            using var source = new ActivitySource(name);
            Assert.False(source.HasListeners(), name);
        }
        using var ours = new ActivitySource(Telemetry.Name);
        Assert.True(ours.HasListeners());
    }

    /// <summary>Hosts begin activities of their own around a call, which nobody records: a trace under one would be sampled out with it.</summary>
    [Fact]
    public async Task What_is_asked_and_worked_on_begins_a_trace_whatever_surrounds_it()
    {
        using var overheard = new Overheard();
        using (var around = new Activity("Microsoft.AspNetCore.Hosting.HttpRequestIn").Start())
        {
            await Begun(() => Telemetry.Asked("tick"));
            await Begun(() => Telemetry.Working(new WorkMessage("essai", null)));
            Assert.Same(around, Activity.Current);
        }

        Assert.Equal(["tick", "work"], overheard.Spans.Select(span => span.OperationName));
        Assert.All(overheard.Spans, span => Assert.Null(span.ParentId));

        static async Task Begun(Func<Activity?> begin)
        {
            using var span = begin();
            await Task.Yield();
        }
    }

    /// <summary>Refuses the first of several, for good.</summary>
    private sealed class RefusingOne : IMailer
    {
        public int BatchSize => 1_000;

        public bool Repeatable => false;

        public Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default) =>
            Task.FromResult<IReadOnlyList<MailOutcome>>([.. addressees.Select((_, at) => at == 0 && addressees.Count > 1 ? MailOutcome.Refused : MailOutcome.Sent)]);
    }

    [Fact]
    public void Without_Application_Insights_nothing_listens()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Hosting.SettingsSampleTests.Settings()).Build();
        using var services = new ServiceCollection().AddLogging().AddAlmanach(configuration).BuildServiceProvider();

        Assert.Null(services.GetService<TracerProvider>());
    }
}
