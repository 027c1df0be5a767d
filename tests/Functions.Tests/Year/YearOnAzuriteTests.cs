using Almanach.Adapters.Platforms;
using Almanach.Functions.Tests.Storage;
using Almanach.Local.Rehearsal;
using Almanach.Local.Tests.Crash;

namespace Almanach.Functions.Tests.Year;

/// <summary>The whole year of the platform that is shipped, through the triggers on a real Azurite, beside the same on SQLite.</summary>
public sealed class YearOnAzuriteTests(Azurite azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task The_year_comes_out_as_on_SQLite_effect_for_effect_and_byte_for_byte()
    {
        var transport = new FaultyTransport(_ => Fault.None);
        var storage = StorageSeat.Take(azurite, "year", transport);
        var year = Whole();
        var triggered = new TriggeredYear(year, storage);

        var onAzurite = await triggered.Walk();

        output.WriteLine($"{triggered.Messages} messages, {transport.Met(Fault.None)} calls, {onAzurite.Count} lines");
        Assert.Equal(0, triggered.Failures);
        Assert.Equal(await Outcome.OnSqlite(year), onAzurite);
    }

    [Fact]
    public async Task It_does_where_one_call_in_ten_fails_and_each_message_comes_twice()
    {
        var transport = new FaultyTransport(Fates.Of(seed: 2022, 0.1, Fault.NotSent, Fault.AnswerLost, Fault.TooLate, Fault.Busy, Fault.DoneButBusy, Fault.Conflict));
        var year = Whole();
        var triggered = new TriggeredYear(year, StorageSeat.Take(azurite, "faulty-year", transport), deliveries: 2);

        var onAzurite = await triggered.Walk();

        output.WriteLine($"{triggered.Messages} messages, {triggered.Failures} of them failed; {string.Join(", ", Enum.GetValues<Fault>().Select(fault => $"{fault} {transport.Met(fault)}"))}");
        Assert.All([Fault.NotSent, Fault.AnswerLost, Fault.TooLate, Fault.Busy, Fault.DoneButBusy, Fault.Conflict], fault => Assert.True(transport.Met(fault) > 10, $"{fault}"));
        Assert.Equal(await Outcome.OnSqlite(year), onAzurite);
    }

    private static SmallYear Whole() =>
        new(PlatformOnDisk.Setting(PlatformOnDisk.Demonstration).Setting!, ScriptFile.Read(PlatformOnDisk.Demonstration, 2022)!);
}
