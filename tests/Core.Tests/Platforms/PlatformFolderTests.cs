using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Platforms;

public class PlatformFolderTests
{
    [Fact]
    public void The_folder_of_pfoss_loads_without_a_word()
    {
        var reading = PlatformFolder.Read(Folders.Pfoss());

        Assert.True(reading.Problems.Count == 0, reading.Shown());
        Assert.NotNull(reading.Loaded);
        Assert.Equal(61, reading.Loaded.Organisations.Count);
        Assert.InRange(reading.Loaded.Contacts.Count, 350, 450);
    }
}
