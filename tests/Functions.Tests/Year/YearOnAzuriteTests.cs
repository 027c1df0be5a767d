using Almanach.Adapters.Platforms;
using Almanach.Functions.Tests.Storage;
using Almanach.Local.Rehearsal;
using Almanach.Local.Tests.Crash;

namespace Almanach.Functions.Tests.Year;

/// <summary>
/// The whole year of the platform that is shipped, through the triggers on a real Azurite, beside the same on SQLite. On an
/// Azurite of its own: one process answers one call at a time.
/// </summary>
[Takes(160)]
public sealed class YearOnAzuriteTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    public static SmallYear Whole { get; } =
        new(PlatformOnDisk.Setting(PlatformOnDisk.Demonstration).Setting!, ScriptFile.Read(PlatformOnDisk.Demonstration, 2022)!);

    [Fact]
    public async Task The_year_comes_out_as_on_SQLite_effect_for_effect_and_byte_for_byte_pages_of_the_committee_included()
    {
        var transport = new FaultyTransport(_ => Fault.None);
        var year = new TriggeredYear(Whole, StorageSeat.Take(azurite, "year", transport));

        var onAzurite = await year.Walk(CommitteePages.OnFunctions);

        output.WriteLine($"{year.Said}; {transport.Met(Fault.None)} calls, {onAzurite.Count} lines");
        Assert.Equal(await Outcome.OnSqlite(Whole, CommitteePages.OnKestrel), onAzurite);
    }
}

/// <summary>The same where the network and the service fail, and where the queue delivers twice.</summary>
[Takes(200)]
public sealed class FaultyYearTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    private static readonly Fault[] Faults = [Fault.NotSent, Fault.AnswerLost, Fault.TooLate, Fault.Busy, Fault.DoneButBusy, Fault.Conflict];

    [Fact]
    public async Task The_year_comes_out_the_same_where_one_call_in_ten_fails_and_each_message_comes_twice()
    {
        var transport = new FaultyTransport(Fates.Of(seed: 2022, 0.1, Faults));
        var year = new TriggeredYear(YearOnAzuriteTests.Whole, StorageSeat.Take(azurite, "faulty-year", transport, firstWait: TimeSpan.FromMilliseconds(4)), deliveries: 2);

        var onAzurite = await year.Walk();

        output.WriteLine($"{year.Said}; {transport.Met(Fault.None)} calls went well; {string.Join(", ", Faults.Select(fault => $"{fault} {transport.Met(fault)}"))}");
        Assert.All(Faults, fault => Assert.True(transport.Met(fault) > 10, $"{fault}"));
        Assert.Equal(await Outcome.OnSqlite(YearOnAzuriteTests.Whole), onAzurite);
    }
}
