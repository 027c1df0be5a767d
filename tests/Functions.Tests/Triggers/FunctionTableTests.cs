using System.Text.Json;
using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Retention;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>Functions and endpoints are one table: neither has an action the other lacks.</summary>
public sealed class FunctionTableTests
{
    private const string Everything = "/{**path}";

    private static IReadOnlyList<string> Named { get; } =
        [.. FunctionTable.Functions.Select(function => FunctionTable.Http(function.Method)).OfType<HttpTriggerAttribute>()
            .Where(http => FunctionTable.Bare(http.Route!) != Everything)
            .SelectMany(http => http.Methods!.Select(method => $"{method.ToUpperInvariant()} {FunctionTable.Bare(http.Route!)}")).Order()];

    [Fact]
    public void Each_action_of_the_API_has_a_function_of_its_own_and_each_function_an_action()
    {
        var actions = FunctionTable.Endpoints().Where(endpoint => endpoint.Contains(" /api/", StringComparison.Ordinal) && !endpoint.StartsWith("GET ", StringComparison.Ordinal)).Order();

        Assert.Equal(actions, Named);
    }

    [Fact]
    public void Pages_takes_every_method_that_the_table_has()
    {
        var pages = FunctionTable.Functions.Select(function => FunctionTable.Http(function.Method)).OfType<HttpTriggerAttribute>()
            .Single(http => FunctionTable.Bare(http.Route!) == Everything);

        var methods = FunctionTable.Endpoints().Select(endpoint => endpoint.Split(' ')[0]).Distinct();

        Assert.Equal(AuthorizationLevel.Anonymous, pages.AuthLevel);
        Assert.Superset(methods.ToHashSet(), pages.Methods!.Select(method => method.ToUpperInvariant()).ToHashSet());
    }

    [Fact]
    public void A_function_is_named_as_its_method_and_its_name_is_its_own()
    {
        Assert.Equal(FunctionTable.Functions.Select(function => function.Method.Name), FunctionTable.Functions.Select(function => function.Name));
        Assert.Distinct(FunctionTable.Functions.Select(function => function.Name));
    }

    [Fact]
    public void Actions_ask_for_the_key_of_the_host_as_well() =>
        Assert.All(
            FunctionTable.Functions.Select(function => FunctionTable.Http(function.Method)).OfType<HttpTriggerAttribute>().Where(http => FunctionTable.Bare(http.Route!) != Everything),
            http => Assert.Equal(AuthorizationLevel.Function, http.AuthLevel));

    [Fact]
    public void Each_work_queue_has_its_trigger() =>
        Assert.Equal(WorkQueues.All.Order(), FunctionTable.Functions.Select(function => FunctionTable.Binding<QueueTriggerAttribute>(function.Method)?.QueueName).OfType<string>().Order());

    [Fact]
    public void The_tick_is_as_often_as_the_office_expects_and_no_timer_runs_at_the_start_of_an_instance()
    {
        var timers = FunctionTable.Functions.Select(function => (function.Name, Timer: FunctionTable.Binding<TimerTriggerAttribute>(function.Method)))
            .Where(pair => pair.Timer is not null).ToDictionary(pair => pair.Name, pair => pair.Timer!);

        Assert.Equal($"0 */{Ticker.Every.TotalMinutes} * * * *", timers["Tick"].Schedule);
        Assert.All(timers.Values, timer => Assert.False(timer.RunOnStartup));
    }

    /// <summary>Schedules are in UTC, and the night is the platform's.</summary>
    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("Indian/Reunion")]
    [InlineData("America/Guadeloupe")]
    public void The_purge_is_called_in_the_hour_of_the_night_wherever_the_platform_is(string iana)
    {
        var schedule = FunctionTable.Functions.Select(function => (function.Name, Timer: FunctionTable.Binding<TimerTriggerAttribute>(function.Method)))
            .Single(pair => pair.Name == "Purge").Timer!.Schedule.Split(' ');
        var hours = schedule[2] == "*" ? Enumerable.Range(0, 24) : schedule[2].Split(',').Select(int.Parse);
        var zone = new PlatformZone(iana);

        foreach (var day in new[] { new DateOnly(2026, 1, 15), new DateOnly(2026, 7, 15) })
            Assert.Single(hours, hour => zone.LocalOf(new DateTimeOffset(day, new TimeOnly(hour, int.Parse(schedule[1])), TimeSpan.Zero)).Hour == RetentionRules.Hour);
    }

    [Fact]
    public void The_host_gives_a_message_up_after_as_many_times_as_the_port_says_and_adds_no_prefix_to_routes()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var extensions = host.RootElement.GetProperty("extensions");

        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal(IQueue.MaxDequeues, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal("base64", extensions.GetProperty("queues").GetProperty("messageEncoding").GetString());
    }

    /// <summary>A request that the host records bears its address, and the address of a personal link is a secret.</summary>
    [Fact]
    public void The_host_is_told_to_record_no_request_and_no_call()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

        Assert.False(host.RootElement.TryGetProperty("telemetryMode", out _));
        Assert.Equal("None", host.RootElement.GetProperty("logging").GetProperty("logLevel").GetProperty("Host.Results").GetString());
        // The host hands a request to the worker by a call of its own, whose address holds the same secret.
        Assert.False(host.RootElement.GetProperty("logging").GetProperty("applicationInsights").GetProperty("enableDependencyTracking").GetBoolean());
    }
}
