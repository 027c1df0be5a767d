using System.Text;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Ports;
using Microsoft.Data.Sqlite;

namespace Almanach.Adapters.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder temp = new();

    [Fact]
    public async Task An_absent_file_is_created_with_its_folder_and_found_again()
    {
        var path = temp.Path("données/almanach.db");
        using (var first = new SqliteFile(path))
        {
            await new SqliteStore(first).Commit("p", [new Change.Insert("a", "un")]);
            await new SqliteQueue(first, TimeProvider.System).Send("mails", "un");
        }

        using var second = new SqliteFile(path);

        Assert.Equal("un", (await new SqliteStore(second).Get("p", "a"))?.Value);
        Assert.Equal(1, await new SqliteQueue(second, TimeProvider.System).Count("mails"));
    }

    [Fact]
    public void Several_may_create_the_same_file_at_once()
    {
        var path = temp.Path("almanach.db");

        var files = Enumerable.Range(0, 6).AsParallel().WithDegreeOfParallelism(6).Select(_ => new SqliteFile(path)).ToList();

        Assert.Equal(6, files.Count);
        files.ForEach(file => file.Dispose());
    }

    [Fact]
    public void A_newer_format_is_refused_in_plain_words()
    {
        var path = temp.Path("almanach.db");
        new SqliteFile(path).Dispose();
        Run(path, "UPDATE format SET version = 7");

        var refusal = Assert.Throws<StoreFormatException>(() => new SqliteFile(path));

        Assert.Equal(
            "Le fichier almanach.db a été écrit par une version plus récente d’Almanach (format 7, cette version lit jusqu’au format 1). "
            + "Installez la version la plus récente, ou restaurez une sauvegarde faite avec cette version.",
            refusal.Message);
    }

    [Fact]
    public void A_database_of_somebody_else_is_left_alone()
    {
        var path = temp.Path("autre.db");
        Run(path, "CREATE TABLE clients (nom TEXT)");

        var refusal = Assert.Throws<StoreFormatException>(() => new SqliteFile(path));

        Assert.Contains("pas celle d’Almanach", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        var path = temp.Path("notes.db");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("Ceci est une note. ", 100)));

        Assert.Throws<StoreFormatException>(() => new SqliteFile(path));

        Assert.StartsWith("Ceci est une note.", File.ReadAllText(path), StringComparison.Ordinal);
    }

    /// <summary>A ballot box is one record rewritten whole: neither file nor log may show how it stood before.</summary>
    [Theory]
    [InlineData(20)] // inside a page
    [InlineData(900)] // at the edge of what a page holds of a record
    [InlineData(30_000)] // in overflow pages
    public async Task Nothing_on_the_disk_shows_what_a_record_was_before(int padding)
    {
        var path = temp.Path("almanach.db");
        using var file = new SqliteFile(path);
        var store = new SqliteStore(file);
        for (var i = 0; i < 30; i++)
            await store.Commit("p", [new Change.Put($"voisin-{i}", new string('v', 50 * i))]);

        for (var ballot = 0; ballot < 60; ballot++)
        {
            var padded = new string('.', padding * (ballot % 7));
            await store.Commit("p", [new Change.Put("urne", $"<bulletin {ballot}>{padded}"), new Change.Put($"voisin-{ballot % 30}", padded)]);
        }
        var last = Traces(path);
        await store.Commit("p", [new Change.Delete("urne")]);
        var none = Traces(path);

        Assert.Equal(["<bulletin 59>"], last);
        Assert.Empty(none);
    }

    [Fact]
    public async Task A_reader_that_stays_delays_the_cleaning_and_the_next_write_makes_up_for_it()
    {
        var path = temp.Path("almanach.db");
        using var file = new SqliteFile(path);
        var store = new SqliteStore(file);
        await store.Commit("p", [new Change.Put("urne", "<bulletin 1>")]);
        using (var reader = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            reader.Open();
            using var snapshot = reader.BeginTransaction(deferred: true);
            using var command = reader.CreateCommand();
            command.CommandText = "SELECT count(*) FROM entries";
            command.ExecuteScalar();
            Assert.True(await store.Commit("p", [new Change.Put("urne", "<bulletin 2>")]));
        }

        await store.Commit("p", [new Change.Insert("autre", "")]);

        Assert.Equal(["<bulletin 2>"], Traces(path));
    }

    private static List<string> Traces(string path) =>
        Directory.GetFiles(Path.GetDirectoryName(path)!)
            .Select(file => Encoding.Latin1.GetString(ReadShared(file)))
            .SelectMany(text => System.Text.RegularExpressions.Regex.Matches(text, "<bulletin [0-9]+>").Select(match => match.Value))
            .Distinct()
            .ToList();

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => temp.Dispose();
}
