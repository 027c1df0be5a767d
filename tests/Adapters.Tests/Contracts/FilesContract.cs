using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Contracts;

/// <summary>What every <see cref="IFiles"/> does. Each test works below a folder of its own.</summary>
public abstract class FilesContract
{
    private readonly string folder = $"t{Guid.NewGuid():N}";

    protected abstract IFiles Files { get; }

    public static TheoryData<string> Hostile =>
    [
        "", "/", "/etc/passwd", "..", ".", "a/../b", "../a", "a/..", "a/./b", "a//b", "a/", "/a", ".hidden", "a/.hidden",
        "a\\b", "..\\a", "c:\\a", "c:a", "a\0b", "a\n", "A.txt", "é.txt", "a b", "a%2e%2e", "~", "~/a", "$home", "a:b", "a*",
        "con?", "‥/a", "／a", "a/b/c/d/e/f/g/h/i", new string('a', 241),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_path_that_could_leave_its_folder_is_refused(string path)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Files.Write(path, "x"u8.ToArray()));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Files.WriteNew(path, "x"u8.ToArray()));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Files.WriteNew(path, new MemoryStream([1])));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Files.Read(path));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Files.Open(path));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Files.Delete(path));
    }

    [Fact]
    public async Task An_opened_file_is_read_and_sought_in_and_none_is_null()
    {
        await Files.Write($"{folder}/a", "0123456789"u8.ToArray());

        await using var content = (await Files.Open($"{folder}/a"))!;
        content.Seek(-3, SeekOrigin.End);
        using var reader = new StreamReader(content);

        Assert.Equal((10L, true, "789"), (content.Length, content.CanSeek, await reader.ReadToEndAsync()));
        Assert.Null(await Files.Open($"{folder}/b"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../")]
    [InlineData("a/../")]
    [InlineData("/")]
    [InlineData("a//")]
    [InlineData(".")]
    [InlineData("A")]
    public async Task A_prefix_no_path_starts_with_is_refused(string prefix) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Files.List(prefix).ToListAsync());

    [Theory]
    [InlineData("a")]
    [InlineData("a.b-c_d.0")]
    [InlineData("a..b")] // two dots inside a name are only a name
    [InlineData("a/b/c/d/e/f/g.txt")] // eight segments with the folder of the test
    public async Task A_plain_path_is_written_read_and_deleted(string path)
    {
        var bytes = Encoding.UTF8.GetBytes("Été 2026");

        await Files.Write($"{folder}/{path}", bytes);

        Assert.Equal(bytes, await Files.Read($"{folder}/{path}"));
        await Files.Delete($"{folder}/{path}");
        Assert.Null(await Files.Read($"{folder}/{path}"));
        await Files.Delete($"{folder}/{path}");
    }

    [Fact]
    public async Task What_was_never_written_is_null()
    {
        await Files.Write($"{folder}/a/b.txt", "x"u8.ToArray());

        Assert.Null(await Files.Read($"{folder}/b.txt"));
        Assert.Null(await Files.Read($"{folder}/c/d/e.txt"));
    }

    [Fact]
    public async Task A_write_replaces_the_whole_content()
    {
        await Files.Write($"{folder}/a.txt", new byte[100_000]);

        await Files.Write($"{folder}/a.txt", "court"u8.ToArray());

        Assert.Equal("court"u8.ToArray(), await Files.Read($"{folder}/a.txt"));
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        await Files.Write($"{folder}/vide", ReadOnlyMemory<byte>.Empty);

        Assert.Empty((await Files.Read($"{folder}/vide"))!);
    }

    [Fact]
    public async Task A_new_file_is_written_once()
    {
        Assert.True(await Files.WriteNew($"{folder}/brut.csv", "premier"u8.ToArray()));
        Assert.False(await Files.WriteNew($"{folder}/brut.csv", "second"u8.ToArray()));

        Assert.Equal("premier"u8.ToArray(), await Files.Read($"{folder}/brut.csv"));
    }

    [Fact]
    public async Task A_new_file_is_written_once_from_a_stream_longer_than_any_buffer()
    {
        var bytes = new byte[20_000_000];
        new Random(1).NextBytes(bytes);

        Assert.True(await Files.WriteNew($"{folder}/brut", new Unsought(bytes)));
        Assert.False(await Files.WriteNew($"{folder}/brut", new Unsought([1])));

        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData((await Files.Read($"{folder}/brut"))!));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAnyAsync<IOException>(() => Files.WriteNew($"{folder}/coupe", new Unsought(new byte[10_000_000], breaks: true)));

        Assert.Null(await Files.Read($"{folder}/coupe"));
        Assert.True(await Files.WriteNew($"{folder}/coupe", new MemoryStream([1, 2])));
        Assert.Equal([1, 2], await Files.Read($"{folder}/coupe"));
    }

    [Fact]
    public async Task Of_writers_of_the_same_new_file_exactly_one_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var path = $"{folder}/brut-{round}.csv";

            var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer =>
                Task.Run(() => Files.WriteNew(path, Encoding.UTF8.GetBytes($"{writer}")))));

            Assert.Single(won, true);
            Assert.Equal($"{Array.IndexOf(won, true)}", Encoding.UTF8.GetString((await Files.Read(path))!));
        }
    }

    [Fact]
    public async Task A_reader_sees_a_write_whole_or_not_at_all()
    {
        var path = $"{folder}/portrait.html";
        await Files.Write(path, new byte[200_000]);
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                Assert.Single((await Files.Read(path))!.Distinct());
        });

        for (byte version = 1; version <= 30; version++)
            await Files.Write(path, Enumerable.Repeat(version, 200_000 - (version * 1000)).ToArray());

        await done.CancelAsync();
        await reading;
    }

    [Fact]
    public async Task What_was_given_and_what_was_read_are_copies()
    {
        byte[] given = [1, 2, 3];
        await Files.Write($"{folder}/a", given);
        given[0] = 9;
        (await Files.Read($"{folder}/a"))![1] = 9;

        Assert.Equal([1, 2, 3], await Files.Read($"{folder}/a"));
    }

    [Fact]
    public async Task A_list_is_in_ordinal_order_below_its_prefix()
    {
        foreach (var path in (string[])["b.txt", "a/z.txt", "a-1.txt", "a.txt", "a/b/c.txt", "a_1.txt", "ab/x.txt"])
            await Files.Write($"{folder}/{path}", new byte[1]);

        Assert.Equal("a-1.txt a.txt a/b/c.txt a/z.txt a_1.txt ab/x.txt b.txt", await List($"{folder}/"));
        Assert.Equal("a/b/c.txt a/z.txt", await List($"{folder}/a/"));
        Assert.Equal("a-1.txt a.txt a/b/c.txt a/z.txt a_1.txt ab/x.txt", await List($"{folder}/a"));
        Assert.Equal("b.txt", await List($"{folder}/b.txt"));
        Assert.Equal("", await List($"{folder}/absent/"));
        Assert.Contains($"{folder}/a.txt", await Files.List("").ToListAsync());
    }

    /// <summary>As a request body is: read once, in small parts, perhaps not to its end.</summary>
    private sealed class Unsought(byte[] bytes, bool breaks = false) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (breaks && Position >= Length / 2)
                throw new IOException("The line is cut.");
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 50_000)], cancellationToken);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyInParts(destination, cancellationToken);

        private async Task CopyInParts(Stream destination, CancellationToken stop)
        {
            var part = new byte[50_000];
            for (int read; (read = await ReadAsync(part, stop)) > 0;)
                await destination.WriteAsync(part.AsMemory(0, read), stop);
        }
    }

    private async Task<string> List(string prefix) =>
        string.Join(' ', await Files.List(prefix).Select(path => path[(folder.Length + 1)..]).ToListAsync());
}
