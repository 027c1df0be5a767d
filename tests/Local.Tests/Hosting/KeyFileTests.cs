using Almanach.Local.Hosting;

namespace Almanach.Local.Tests.Hosting;

public sealed class KeyFileTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Keys_are_made_once_for_the_owner_alone()
    {
        var folder = Folder();

        var made = KeyFile.Of(folder);
        var found = KeyFile.Of(folder);

        Assert.Equal(made.Session, found.Session);
        Assert.Equal(made.Links, found.Links);
        Assert.NotEqual(made.Session, made.Links[0].Key);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Keys));
    }

    [Fact]
    public async Task Those_who_start_together_get_the_same_keys()
    {
        var folder = Folder();

        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => KeyFile.Of(folder))));

        Assert.Single(all.Select(keys => keys.Session).Distinct());
    }

    [Fact]
    public void Keys_that_others_could_read_are_closed_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes.");
        var folder = Folder();
        KeyFile.Of(folder);
        File.SetUnixFileMode(folder.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        KeyFile.Of(folder);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Keys));
    }

    [Theory]
    [InlineData("")] // cut short
    [InlineData("{}")]
    [InlineData("""{ "links": [{ "id": "1", "key": "c2hvcnQ=" }], "session": "c2hvcnQ=", "api": "short" }""")] // too short to be safe
    public void Broken_keys_are_refused_and_never_replaced(string content)
    {
        var folder = Folder();
        File.WriteAllText(folder.Keys, content);

        Assert.Throws<StartRefusedException>(() => KeyFile.Of(folder));

        Assert.Equal(content, File.ReadAllText(folder.Keys));
    }

    private DataFolder Folder()
    {
        var folder = new DataFolder(temp.Path("data"));
        folder.Make();
        return folder;
    }
}
