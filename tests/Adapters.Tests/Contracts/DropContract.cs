using System.Text;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Contracts;

/// <summary>What every <see cref="IDrop"/> does.</summary>
public abstract class DropContract
{
    protected abstract IDrop Drop { get; }

    /// <summary>Lays a file down as people do.</summary>
    protected abstract Task Lay(string path, byte[] content);

    [Fact]
    public async Task What_lies_there_is_listed_with_its_folder_and_the_name_it_was_given()
    {
        await Lay("rsa-caf/RSA Été 2021 (v2).csv", [1, 2]);
        await Lay("rsa-caf/lot 1/rsa.csv", [1]);
        await Lay("seul.csv", [1]);
        await Lay("rsa-caf/.DS_Store", [1]);
        await Lay("rsa-caf/rsa.csv.filepart", [1]);

        var lying = await Drop.Look();

        Assert.Equal(
            [("", "seul.csv", 1L), ("rsa-caf", "RSA Été 2021 (v2).csv", 2L), ("rsa-caf", "lot 1/rsa.csv", 1L)],
            lying.Select(file => (file.Folder, file.Name, file.Size)).OrderBy(file => file.Folder, StringComparer.Ordinal).ThenBy(file => file.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_is_read_sought_in_and_taken_away()
    {
        await Lay("rsa-caf/rsa.csv", Encoding.UTF8.GetBytes("0123456789"));
        var file = Assert.Single(await Drop.Look());

        await using (var content = (await Drop.Open(file))!)
        {
            Assert.Equal(10, content.Length);
            content.Position = 7;
            Assert.Equal("789", await new StreamReader(content).ReadToEndAsync());
        }

        Assert.True(await Drop.Remove(file));
        Assert.True(await Drop.Remove(file));
        Assert.Null(await Drop.Open(file));
        Assert.Empty(await Drop.Look());
    }

    [Fact]
    public async Task A_file_that_was_written_again_is_neither_read_nor_taken_away_for_the_former()
    {
        await Lay("rsa-caf/rsa.csv", [1, 2, 3]);
        var file = Assert.Single(await Drop.Look());
        await Lay("rsa-caf/rsa.csv", [1, 2, 3, 4]);

        Assert.Null(await Drop.Open(file));
        Assert.False(await Drop.Remove(file));

        var now = Assert.Single(await Drop.Look());
        Assert.Equal(4, now.Size);
        Assert.NotEqual(file.Version, now.Version);
    }
}
