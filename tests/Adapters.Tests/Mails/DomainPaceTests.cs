using Almanach.Adapters.Smtp;

namespace Almanach.Adapters.Tests.Mails;

public sealed class DomainPaceTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public void In_any_minute_no_more_than_the_settings_say_go_to_a_domain()
    {
        var pace = new DomainPace(2, clock);

        Assert.True(pace.TryTake("a.example"));
        clock.Pass(TimeSpan.FromSeconds(20));
        Assert.True(pace.TryTake("A.example"));
        Assert.False(pace.TryTake("a.example"));
        Assert.Equal(TimeSpan.FromSeconds(40), pace.Wait("a.example"));

        clock.Pass(TimeSpan.FromSeconds(40));
        Assert.True(pace.TryTake("a.example"));
        Assert.Equal(TimeSpan.FromSeconds(20), pace.Wait("a.example"));
    }

    [Fact]
    public void One_domain_holds_no_other_up()
    {
        var pace = new DomainPace(1, clock);

        Assert.True(pace.TryTake("a.example"));

        Assert.Equal(TimeSpan.Zero, pace.Wait("b.example"));
        Assert.True(pace.TryTake("b.example"));
    }

    [Fact]
    public void What_did_not_leave_after_all_does_not_count()
    {
        var pace = new DomainPace(1, clock);
        pace.TryTake("a.example");

        pace.GiveBack("a.example");
        pace.GiveBack("b.example");

        Assert.True(pace.TryTake("a.example"));
        Assert.False(pace.TryTake("a.example"));
    }

    [Fact]
    public void Domains_of_a_minute_ago_are_forgotten_and_those_of_now_are_not()
    {
        var pace = new DomainPace(1, clock);
        for (var i = 0; i < 1500; i++)
            pace.TryTake($"d{i}.example");

        Assert.False(pace.TryTake("d0.example"));
        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(pace.TryTake("d0.example"));
        Assert.False(pace.TryTake("d0.example"));
    }
}
