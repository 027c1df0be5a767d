using Almanach.Adapters.Platforms;
using Almanach.Functions.Storage;
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
        var storage = new AzureStorage(new StoragePlace.Connection(azurite.Connection("year")));
        var year = Whole();
        var triggered = new TriggeredYear(year, storage);

        var onAzurite = await triggered.Walk();

        output.WriteLine($"{triggered.Messages} messages, {onAzurite.Count} lines");
        Assert.Equal(0, triggered.Failures);
        Assert.Equal(await Outcome.OnSqlite(year), onAzurite);
    }

    private static SmallYear Whole() =>
        new(PlatformOnDisk.Setting(PlatformOnDisk.Demonstration).Setting!, ScriptFile.Read(PlatformOnDisk.Demonstration, 2022)!);
}
