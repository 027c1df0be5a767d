using System.Diagnostics;
using System.Net;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Functions.Hosting;
using Almanach.Functions.Tests.Storage;
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
        Assert.Equal(spans.Count(span => span.OperationName == "effect"), overheard.Sum("almanach.effects.performed"));
        Assert.Equal((await seat.Mails()).Count, overheard.Sum("almanach.mails.settled", "outcome", nameof(Delivery.Sent)));
        Assert.Equal(spans.Where(span => span.OperationName == "send").Sum(span => (int)span.GetTagItem("almanach.people")!), overheard.Sum("almanach.mails.settled"));

        // Of whom: of nobody.
        var said = overheard.Said;
        string[] secret = [Words, link, link["/r/".Length..], .. link.Split('.').Where(part => part.Length > 12), HostSeat.Settings.Keys.Api];
        Assert.All(secret, word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
        Assert.All(HostSeat.Year.Setting.Folder.Contacts, contact => Assert.DoesNotContain(contact.Name, said, StringComparison.OrdinalIgnoreCase));
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

    [Fact]
    public void Without_Application_Insights_nothing_listens()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Hosting.SettingsSampleTests.Settings()).Build();
        using var services = new ServiceCollection().AddLogging().AddAlmanach(configuration).BuildServiceProvider();

        Assert.Null(services.GetService<TracerProvider>());
    }
}
