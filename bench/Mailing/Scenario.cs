using Almanach.Functions.Tests.Mail;

namespace Almanach.Bench;

/// <summary>How the made-up SendGrid behaves.</summary>
/// <param name="Pace">How long each answer takes.</param>
/// <param name="Rough">Twenty answers, given again and again.</param>
public sealed record Scenario(string Name, string Words, TimeSpan Pace, bool Rough = false)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("well", "all goes well, answers after 50 ms", TimeSpan.FromMilliseconds(50)),
        new("slow", "answers after 1 s", TimeSpan.FromSeconds(1)),
        new("rough", "of 20 requests two are answered 429, one 500 or 503, two after 3 s, the others after 50 ms", TimeSpan.FromMilliseconds(50), Rough: true),
    ];

    public static Scenario Named(string name) => All.Single(scenario => scenario.Name == name);

    /// <summary>Enough of them for any number of requests here.</summary>
    public IEnumerable<FakeAnswer> Answers() => Rough ? Enumerable.Range(0, 2000).Select(Answer) : [];

    private static FakeAnswer Answer(int request) => (request % 20) switch
    {
        1 or 11 => LimitedForASecond,
        6 => FakeAnswer.Refused(request / 20 % 2 == 0 ? 500 : 503),
        3 or 15 => FakeAnswer.Slow(TimeSpan.FromSeconds(3)),
        _ => FakeAnswer.Well,
    };

    /// <summary>A second ahead of the request, not of the start.</summary>
    private static readonly FakeAnswer LimitedForASecond = FakeAnswer.Well with
    {
        Before = http => FakeAnswer.Limited(DateTimeOffset.UtcNow.AddSeconds(1)).Before(http),
    };
}
