using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Almanach.Core.Engine;

/// <summary>
/// What a host may export (OpenTelemetry): spans from a trigger to the mail it sends, and one count for each business fact.
/// Kinds, keys and counts only: no address, no answer, no token, no address of a page.
/// </summary>
public static class Telemetry
{
    public const string Name = "Almanach";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    /// <summary>Effects performed, by <c>kind</c>.</summary>
    public static readonly Counter<int> Performed = Meter.CreateCounter<int>("almanach.effects.performed");

    /// <summary>Tries of effects that failed, by <c>kind</c>.</summary>
    public static readonly Counter<int> Failed = Meter.CreateCounter<int>("almanach.effects.failed");

    /// <summary>Answers recorded, by <c>consultation</c> (its id in the platform's folder) and <c>channel</c>.</summary>
    public static readonly Counter<int> Answers = Meter.CreateCounter<int>("almanach.answers.recorded");

    /// <summary>Copies of messages settled, by <c>outcome</c> and <c>text</c>.</summary>
    public static readonly Counter<int> Mails = Meter.CreateCounter<int>("almanach.mails.settled");

    /// <summary>Copies kept back outside production, because of their domain.</summary>
    public static readonly Counter<int> KeptBack = Meter.CreateCounter<int>("almanach.mails.kept_back");

    /// <summary>Rows of imported tables of which nothing was written, by <c>verdict</c>.</summary>
    public static readonly Counter<int> RowsRefused = Meter.CreateCounter<int>("almanach.imports.rows_refused");

    /// <summary>Records past keeping that were erased.</summary>
    public static readonly Counter<int> Erased = Meter.CreateCounter<int>("almanach.records.erased");

    /// <param name="effect">Null for one that this program cannot read.</param>
    public static KeyValuePair<string, object?> Kind(Effect? effect) => new("kind", effect?.GetType().Name ?? Trouble.Unreadable);

    /// <summary>The work of one message of a queue, under the trace of whoever asked for it.</summary>
    public static Activity? Working(WorkMessage message) =>
        Begin("work", ActivityKind.Consumer, message.Trace)?.SetTag("almanach.partition", message.Partition);

    public static Activity? Performing(Effect effect) => Source.StartActivity("effect")?
        .SetTag("almanach.kind", effect.GetType().Name).SetTag("almanach.key", effect.Key).SetTag("almanach.step", effect.Step);

    /// <summary>Says that it failed and at what kind of exception; never its text, which may hold an address.</summary>
    public static void Fail(this Activity? activity, Exception problem) => activity?.SetStatus(ActivityStatusCode.Error, problem.GetType().Name);

    public static Activity? Sending(string mailing, int batch, int people) => Source.StartActivity("send", ActivityKind.Client)?
        .SetTag("almanach.mailing", mailing).SetTag("almanach.batch", batch).SetTag("almanach.people", people);

    /// <summary>What a host was asked for from outside: a timer, or a request by the pattern of its route, never by its address.</summary>
    public static Activity? Asked(string what) => Begin(what, ActivityKind.Server, null);

    /// <summary>What surrounds a call in its host (ASP.NET Core, the worker) is exported by nobody: under it, ours would be left out too.</summary>
    private static Activity? Begin(string name, ActivityKind kind, string? parent)
    {
        Activity.Current = null;
        return Source.StartActivity(name, kind, parent);
    }
}
