using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Almanach.Local.Tests.Secret;

/// <summary>
/// Somebody who holds one copy of everything (the database with its log, the mails, the files, what the process said) tries to
/// learn who voted what. The vote is a real one: a process, its SQLite file, forms over HTTP.
/// </summary>
public sealed class AttackerTests : IDisposable
{
    private const int Voters = 24;

    /// <summary>Two people of most organisations are invited: enough mails for as many organisations as vote.</summary>
    private const int Invited = 100;

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task One_copy_of_everything_does_not_link_a_voter_and_a_ballot()
    {
        using var station = new PollingStation(temp);
        await station.Open();
        var voters = (await station.Links(Invited)).DistinctBy(Unit).Take(Voters).ToList();
        Assert.Equal(Voters, voters.Count);
        List<(string Code, string Ranks)> cast = [];
        foreach (var (index, voter) in voters.Index())
            cast.Add((await station.Cast(voter, Permutation(index)), Permutation(index)));
        // One changes her mind, with her code: what she voted first must be gone.
        cast[5] = (await station.Cast(voters[5], Permutation(99), cast[5].Code), Permutation(99));
        await Receipts(station);

        // The copy, taken while the program runs.
        var copy = Directory.EnumerateFiles(temp.Path("data"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(temp.Root, file), File.ReadAllBytes);
        copy["said"] = Encoding.UTF8.GetBytes(station.Said);
        var rows = Rows();

        // Each code stands once: in the box. No former state of it is left in the file, its free pages, its log, a mail or a line of text.
        Assert.All(cast, ballot => Assert.Equal(["data/almanach.db"], copy.SelectMany(file => Enumerable.Repeat(file.Key, Count(file.Value, ballot.Code)))));
        var box = Assert.Single(rows, row => row.Value.Contains(cast[0].Code, StringComparison.Ordinal));
        Assert.Equal(("consultation-2022-vote", "box"), (box.Partition, box.Key));
        // The box names nobody, the roll holds no ballot, and both are sorted by what is not an order of arrival.
        var units = JsonDocument.Parse(rows.Single(row => row is { Partition: "consultation-2022-vote", Key: "roll" }).Value[2..]).RootElement.GetProperty("units").EnumerateArray().Select(unit => unit.GetString()!).ToList();
        Assert.Equal(Voters, units.Count);
        Assert.Equal(units.Order(StringComparer.Ordinal), units);
        Assert.All(units, unit => Assert.DoesNotContain(unit, box.Value, StringComparison.Ordinal));
        var ballots = JsonDocument.Parse(box.Value[2..]).RootElement.GetProperty("ballots").EnumerateArray().ToList();
        Assert.Equal(cast.Select(ballot => ballot.Code).Order(StringComparer.Ordinal), ballots.Select(ballot => ballot.GetProperty("code").GetString()));
        Assert.All(ballots, ballot => Assert.Equal(["code", "marks"], ballot.EnumerateObject().Select(property => property.Name)));
        // No row of the vote holds an answer, a history, or a time beside a ballot.
        Assert.DoesNotContain(rows, row => row.Partition == "consultation-2022-vote" && (row.Key.StartsWith("answer|", StringComparison.Ordinal) || row.Key.StartsWith("past|", StringComparison.Ordinal)));

        // Receipts tell in which order people voted. Matching them with the box by place is guessing: one hit in all, give or take.
        var says = ballots.Select(ballot => string.Join(',', ballot.GetProperty("marks").EnumerateArray().Select(mark => mark.GetInt32()))).ToList();
        var hits = cast.Index().Count(pair => says[pair.Index] == Marks(pair.Item.Ranks));
        Assert.InRange(hits, 0, 8);
        var byName = voters.Index().Count(pair => units.IndexOf(Unit(pair.Item)) is >= 0 and var place && says[place] == Marks(cast[pair.Index].Ranks));
        Assert.InRange(byName, 0, 8);
    }

    [Fact]
    public async Task Nothing_is_told_before_the_close_and_everybody_recounts_after_it()
    {
        using var station = new PollingStation(temp);
        await station.Open();
        var voters = (await station.Links(Invited)).DistinctBy(Unit).Take(5).ToList();
        List<string> codes = [];
        foreach (var voter in voters)
            codes.Add(await station.Cast(voter, "cabde"));

        var before = await station.Read(voters[0], "resultat");
        await station.Close(voters[0]);
        var after = System.Net.WebUtility.HtmlDecode(await station.Read(voters[0], "resultat"));
        var list = await station.Read(voters[0], "bulletins");
        var ballots = temp.Path("bulletins.csv");
        await File.WriteAllTextAsync(ballots, await station.Read(voters[0], "bulletins.csv"));
        var (code, said) = await AlmanachProcess.Run("tally", "--method", "schulze", "--json", ballots);

        Assert.DoesNotContain("Sujet c »", before, StringComparison.Ordinal);
        Assert.Contains("gagne tous ses duels", after, StringComparison.Ordinal);
        Assert.All(codes, mine => Assert.Contains($"{mine[..4]}-{mine[4..8]}-{mine[8..]}", list, StringComparison.Ordinal));
        Assert.Equal(0, code);
        var tally = JsonDocument.Parse(said).RootElement;
        Assert.Equal(5, tally.GetProperty("ballots").GetInt32());
        Assert.Equal(["Sujet c 1", "Sujet a 2", "Sujet b 3", "Sujet d 4", "Sujet e 5"],
            tally.GetProperty("options").EnumerateArray().Select(option => $"{option.GetProperty("option").GetString()} {option.GetProperty("rank").GetInt32()}"));
    }

    /// <summary>The receipts have left: they are in the copy too.</summary>
    private static async Task Receipts(PollingStation station)
    {
        for (var patience = 0; station.Mails("receipt-").Count() < Voters; patience++)
        {
            Assert.InRange(patience, 0, 600);
            await Task.Delay(100);
        }
    }

    /// <summary>Another order of the options for each number below 120.</summary>
    private static string Permutation(int number)
    {
        var left = SecretPlatform.Options.ToList();
        var order = new StringBuilder();
        foreach (var size in new[] { 24, 6, 2, 1, 1 })
        {
            order.Append(left[number / size % left.Count]);
            left.RemoveAt(number / size % left.Count);
        }
        return order.ToString();
    }

    private static string Marks(string ranks) => string.Join(',', SecretPlatform.Options.Select(option => (ranks.IndexOf(option) + 1).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The organisation of the person whose link it is, from the text of the link itself.</summary>
    private string Unit(string link) => Organisations.Value[Encoding.UTF8.GetString(Convert.FromBase64String(Padded(link.Split('.')[^2]))).Split('|')[1]];

    private Lazy<Dictionary<string, string>> Organisations => organisations ??= new(() => Rows().Where(row => row.Key.StartsWith("contact|", StringComparison.Ordinal))
        .ToDictionary(row => row.Key["contact|".Length..], row => JsonDocument.Parse(row.Value[2..]).RootElement.GetProperty("organisation").GetString()!));

    private Lazy<Dictionary<string, string>>? organisations;

    private static string Padded(string url) => url.Replace('-', '+').Replace('_', '/') + new string('=', (4 - url.Length % 4) % 4);

    private List<(string Partition, string Key, string Value)> Rows()
    {
        using var connection = new SqliteConnection($"Data Source={temp.Path("data/almanach.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT partition, key, CAST(value AS TEXT) FROM entries";
        using var reader = command.ExecuteReader();
        List<(string, string, string)> rows = [];
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return rows;
    }

    private static int Count(byte[] bytes, string text)
    {
        var (needle, count) = (Encoding.UTF8.GetBytes(text), 0);
        var rest = bytes.AsSpan();
        for (int at; (at = rest.IndexOf(needle)) >= 0; count++)
            rest = rest[(at + needle.Length)..];
        return count;
    }
}
