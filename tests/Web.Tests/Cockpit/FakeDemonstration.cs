using Almanach.Web.Cockpit.Demonstration;

namespace Almanach.Web.Tests.Cockpit;

/// <summary>A clock that only tells what it was asked.</summary>
internal sealed class FakeDemonstration : IDemonstration
{
    public List<string> Asked { get; } = [];

    public DateTimeOffset Now { get; } = new(2021, 10, 6, 8, 0, 0, TimeSpan.Zero);

    public DemonstrationMoment? Coming => new(Now.AddDays(40), "Vote sur les thèmes 2022", Ends: false);

    public Task<DateTimeOffset> Next(bool playAnswers, CancellationToken stop = default)
    {
        Asked.Add($"next {playAnswers}");
        return Task.FromResult(Now);
    }

    public Task<DateTimeOffset> Advance(TimeSpan by, bool playAnswers, CancellationToken stop = default)
    {
        Asked.Add($"advance {by.TotalDays} {playAnswers}");
        return Task.FromResult(Now + by);
    }
}
