using System.Diagnostics;
using System.Text.Json;
using Almanach.Core.Calendar;
using Almanach.Core.ICalendar;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.ICalendar;

/// <summary>Programs of others read what we write: python-icalendar, vobject and ical.js.</summary>
public sealed class ForeignReadersTests : IDisposable
{
    private static readonly string Scripts = Path.Combine(Folders.Root, "tests/Core.Tests/ICalendar");

    private static readonly Mailbox Attendee = new("Élise « Lise » Martin-Dupont; service: études, \"observation\"", "elise.martin-dupont@drees.example.org");

    private readonly string folder = Directory.CreateTempSubdirectory("almanach-ics-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("icalendar")]
    [InlineData("vobject")]
    [InlineData("ical.js")]
    public async Task An_invitation_is_read_as_it_was_meant(string reader)
    {
        var events = Events();
        var paths = await Written(events.Select(one => Writer().Invitation(one).For(Attendee)));

        var read = await Read(reader, paths);

        Assert.Equal(events.Select(one => Expected(one, one.Cancelled ? "CANCEL" : "REQUEST", invitation: true)), read);
    }

    [Theory]
    [InlineData("icalendar")]
    [InlineData("vobject")]
    [InlineData("ical.js")]
    public async Task A_feed_is_read_as_it_was_meant(string reader)
    {
        var events = Events();
        var paths = await Written([Writer().Feed("PFOSS", events), Writer().Feed("Rien encore", [])]);

        var read = await Read(reader, paths);

        Assert.Equal(events.Select(one => Expected(one, "", invitation: false)), read);
    }

    /// <summary>Both changes of the clocks, before, at and after; a text that needs folding and escaping; days without hours.</summary>
    private static List<CalendarEvent> Events()
    {
        DateTimeOffset[] starts =
        [
            new(2022, 3, 27, 0, 30, 0, TimeSpan.Zero), // 01:30 in Paris, half an hour before the clocks go forward
            new(2022, 3, 27, 1, 0, 0, TimeSpan.Zero), // 03:00, as they do
            new(2022, 10, 30, 0, 30, 0, TimeSpan.Zero), // 02:30, the first time
            new(2022, 10, 30, 1, 30, 0, TimeSpan.Zero), // 02:30, the second time
            new(2022, 10, 30, 8, 0, 0, TimeSpan.Zero), // 09:00, on the day they go back
            new(2021, 12, 14, 8, 30, 0, TimeSpan.Zero), // winter
            new(2022, 6, 14, 7, 30, 0, TimeSpan.Zero), // summer
            new(2036, 7, 1, 7, 30, 0, TimeSpan.Zero),
        ];
        var events = starts.Select((start, index) => Event($"2022-reunion-{index}", new CalendarTime.Span(start, start.AddHours(2)))).ToList();
        events.Add(Event("2022-seminaire", new CalendarTime.Days(new DateOnly(2022, 10, 29), new DateOnly(2022, 10, 31))));
        events.Add(Event("2022-annulee", new CalendarTime.Span(starts[5], starts[5].AddMinutes(90))) with { Cancelled = true, Sequence = 2, Place = "", Description = "" });
        return events;
    }

    private static CalendarEvent Event(string id, CalendarTime when) => new(
        $"{id}@example.org", 1, new DateTimeOffset(2022, 1, 3, 8, 0, 0, TimeSpan.Zero), when,
        "PFOSS – Comité de pilotage : « Où en est l’accès aux droits ? », un titre long, avec des signes ; et \\ une barre, pour être plié",
        "Préfecture, salle n° 3 ; 106 rue Pierre-Corneille, Lyon",
        "Ordre du jour :\n– Bilan, puis échanges ; questions\n– Œuvre commune 🙂 à l’été, répété jusqu’à dépasser la ligne, répété jusqu’à dépasser la ligne",
        "https://visio.example.org/salle?a=1;b=2,3", new Mailbox("PFOSS (coordination)", "coordination.pfoss@example.org"), false);

    private static CalendarWriter Writer() => new(new CalendarZone("Europe/Paris", new PlatformZone("Europe/Paris")));

    private async Task<IReadOnlyList<string>> Written(IEnumerable<string> calendars)
    {
        List<string> paths = [];
        foreach (var calendar in calendars)
        {
            paths.Add(Path.Combine(folder, $"{paths.Count:D2}.ics"));
            await File.WriteAllTextAsync(paths[^1], calendar, TestContext.Current.CancellationToken);
        }
        return paths;
    }

    private static Seen Expected(CalendarEvent one, string method, bool invitation) => new(
        method, one.Uid, one.Sequence,
        one.When is CalendarTime.Span span ? $"{span.Starts.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : $"{((CalendarTime.Days)one.When).First:yyyy-MM-dd}",
        one.When is CalendarTime.Span end ? $"{end.Ends.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : $"{((CalendarTime.Days)one.When).Last.AddDays(1):yyyy-MM-dd}",
        one.Summary, one.Place, one.Description, one.Cancelled ? "CANCELLED" : "CONFIRMED",
        invitation ? "mailto:coordination.pfoss@example.org" : "", invitation ? $"mailto:{Attendee.Address}" : "",
        invitation ? Attendee.Name.Replace('"', '’') : "");

    private static async Task<IReadOnlyList<Seen>> Read(string reader, IReadOnlyList<string> paths)
    {
        var start = reader == "ical.js" ? Node(paths) : await Python(reader, paths);
        var lines = await Run(start);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Seen>(line, JsonSerializerOptions.Web)!)];
    }

    private static ProcessStartInfo Node(IReadOnlyList<string> paths)
    {
        var modules = Environment.GetEnvironmentVariable("ALMANACH_ICALJS");
        Assert.SkipUnless(modules is not null && Directory.Exists(Path.Combine(modules, "ical.js")),
            "ical.js is not installed: npm install ical.js, and say where its node_modules are in ALMANACH_ICALJS.");
        return new ProcessStartInfo("node", [Path.Combine(Scripts, "read.mjs"), modules, .. paths]);
    }

    private static async Task<ProcessStartInfo> Python(string module, IReadOnlyList<string> paths)
    {
        var python = Environment.GetEnvironmentVariable("ALMANACH_PYTHON") ?? "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(python) && await Imports(python, module),
            $"The Python module {module} is not installed: apt-get install python3-{module}, or say which Python has it in ALMANACH_PYTHON.");
        return new ProcessStartInfo(python, [Path.Combine(Scripts, "read.py"), module, .. paths]);
    }

    private static async Task<bool> Imports(string python, string module)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }

    private static async Task<string> Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await complained);
        return await said;
    }

    private sealed record Seen(
        string Method, string Uid, int Sequence, string Starts, string Ends, string Summary, string Place, string Description,
        string Status, string Organizer, string Attendee, string Name);
}
