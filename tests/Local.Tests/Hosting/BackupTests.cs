using System.IO.Compression;
using Almanach.Adapters.Files;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Ports;
using Almanach.Local.Backup;
using Almanach.Local.Hosting;

namespace Almanach.Local.Tests.Hosting;

public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TempFolder temp = new();
    private readonly DataFolder data;

    public BackupTests() => data = new DataFolder(temp.Path("data"));

    private string Zip => temp.Path("backup.zip");

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task What_was_backed_up_comes_back_byte_for_byte()
    {
        await Fill();

        BackupRun.Make(data, Zip, force: false, Now);
        var other = new DataFolder(temp.Path("other"));
        BackupRun.Restore(Zip, other, force: false, Now);

        using var file = new SqliteFile(other.Database);
        Assert.Equal("value 99", (await new SqliteStore(file).Get("records", "099"))!.Value);
        Assert.Equal("quelque chose"u8.ToArray(), await new FolderFiles(other.Files).Read("documents/programme.html"));
        Assert.Equal(KeyFile.Of(data).Session, KeyFile.Of(other).Session);
        Assert.Equal("{}", await File.ReadAllTextAsync(other.Settings));
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_one_moment_of_the_file()
    {
        await Fill();
        using var file = new SqliteFile(data.Database);
        var store = new SqliteStore(file);
        using var enough = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            // Both halves of a pair in one commit: a copy with one of them would be torn.
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await store.Commit("pair", [new Change.Put("left", $"{i}"), new Change.Put("right", $"{i}")]);
                Volatile.Write(ref written, i + 1);
            }
        });

        for (var i = 0; i < 5; i++)
        {
            var before = Volatile.Read(ref written);
            while (Volatile.Read(ref written) == before && !writing.IsCompleted)
                await Task.Delay(1);
            BackupRun.Make(data, Zip, force: true, Now);
        }
        await enough.CancelAsync();
        await writing;

        var other = new DataFolder(temp.Path("other"));
        BackupRun.Restore(Zip, other, force: false, Now);
        using var restored = new SqliteFile(other.Database);
        var copy = new SqliteStore(restored);
        Assert.Equal((await copy.Get("pair", "left"))!.Value, (await copy.Get("pair", "right"))!.Value);
    }

    [Fact]
    public async Task Nothing_is_overwritten_unasked()
    {
        await Fill();
        BackupRun.Make(data, Zip, force: false, Now);

        Assert.Throws<StartRefusedException>(() => BackupRun.Make(data, Zip, force: false, Now));
        Assert.Throws<StartRefusedException>(() => BackupRun.Restore(Zip, data, force: false, Now));
    }

    [Fact]
    public async Task A_folder_restored_over_keeps_its_former_content_beside()
    {
        await Fill();
        BackupRun.Make(data, Zip, force: false, Now);
        File.WriteAllText(Path.Combine(data.Path, "since.txt"), "later");

        var (_, former) = BackupRun.Restore(Zip, data, force: true, Now);

        Assert.False(File.Exists(Path.Combine(data.Path, "since.txt")));
        Assert.True(File.Exists(Path.Combine(former!, "since.txt")));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_changes_nothing()
    {
        await Fill();
        BackupRun.Make(data, Zip, force: false, Now);
        var sound = await File.ReadAllBytesAsync(Zip);
        var other = new DataFolder(temp.Path("other"));

        // Cut anywhere, or with one bit turned in its data, it is no backup any more.
        for (var part = 1; part <= 8; part++)
        {
            await File.WriteAllBytesAsync(Zip, sound[..(sound.Length * part / 9)]);
            Assert.Throws<StartRefusedException>(() => BackupRun.Restore(Zip, other, force: false, Now));
        }
        var turned = sound.ToArray();
        turned[200] ^= 1;
        await File.WriteAllBytesAsync(Zip, turned);
        Assert.Throws<StartRefusedException>(() => BackupRun.Restore(Zip, other, force: false, Now));

        Assert.False(Directory.Exists(other.Path));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("files/../../outside.txt")]
    [InlineData("/outside.txt")]
    [InlineData("almanach.exe")]
    public async Task A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        await Fill();
        BackupRun.Make(data, Zip, force: false, Now);
        using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Update))
        {
            zip.GetEntry("keys.json")!.Delete();
            zip.CreateEntry(name);
        }

        Assert.Throws<StartRefusedException>(() => BackupRun.Restore(Zip, new DataFolder(temp.Path("in/other")), force: false, Now));

        Assert.False(File.Exists(temp.Path("in/outside.txt")));
        Assert.False(File.Exists(temp.Path("outside.txt")));
    }

    [Fact]
    public void A_folder_without_data_is_not_backed_up() =>
        Assert.Throws<StartRefusedException>(() => BackupRun.Make(new DataFolder(temp.Path("nothing")), Zip, force: false, Now));

    private async Task Fill()
    {
        data.Make();
        KeyFile.Of(data);
        await File.WriteAllTextAsync(data.Settings, "{}");
        await new FolderFiles(data.Files).Write("documents/programme.html", "quelque chose"u8.ToArray());
        using var file = new SqliteFile(data.Database);
        var store = new SqliteStore(file);
        await store.Commit("records", [.. Enumerable.Range(0, 100).Select(i => new Change.Insert($"{i:000}", $"value {i}"))]);
    }
}
