using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Contracts;

public abstract partial class StoreContract
{
    public static TheoryData<string> Values =>
    [
        "",
        " \t\r\n ",
        "L’élève a reçu 12 € – « déjà » – à l’œuvre\u00a0: ça va\u202f?",
        "e\u0301 et é", // not normalised into one another
        "\0 au milieu \0", // the zero character
        new string([.. Enumerable.Range(1, 0xD7FF).Select(i => (char)i)]),
        new string([.. Enumerable.Range(0xE000, 0x2000).Select(i => (char)i)]),
        string.Concat(Enumerable.Range(0x10000, 0x10000).Select(char.ConvertFromUtf32)), // emoji and rare Han
        char.ConvertFromUtf32(0x10FFFF),
        "\uFEFF avec marque d’ordre",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_was(string value)
    {
        await Commit(new Change.Insert("a", value));

        Assert.Equal(value, await Value("a"), StringComparer.Ordinal);
        Assert.Equal(value, (await All()).Single().Value, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Département de la Drôme")]
    [InlineData("e\u0301")] // composed of two characters, and not the same key as « é »
    [InlineData("o'brien \"; DROP TABLE entries; --")]
    [InlineData("100%_*[a]")]
    [InlineData(" espace ")]
    public async Task A_key_is_found_as_it_was_written(string key)
    {
        await Commit(new Change.Insert(key, "un"), new Change.Insert("é", "autre"));

        Assert.Equal("un", await Value(key));
        Assert.Null(await Value(key.ToUpperInvariant()));
    }

    public static TheoryData<string> BadNames => ["", "a/b", "a\\b", "a#b", "a?b", "a\nb", "a\u007Fb", "a\u0000b", "😀", new string('k', StoreLimits.KeyLength + 1)];

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task A_name_that_table_storage_refuses_is_refused(string name)
    {
        await Assert.ThrowsAsync<StoreLimitException>(() => Store.Commit(partition, [new Change.Insert(name, "")]));
        await Assert.ThrowsAsync<StoreLimitException>(() => Store.Commit(name, [new Change.Insert("a", "")]));
        Assert.Null(await Store.Get(partition, name));
        Assert.Null(await Store.Get(name, "a"));
    }

    [Fact]
    public async Task The_largest_value_fits_and_the_next_does_not()
    {
        var largest = new string('é', StoreLimits.ValueBytes / 2);

        Assert.True(await Commit(new Change.Insert("a", largest)));

        await Assert.ThrowsAsync<StoreLimitException>(() => Commit(new Change.Put("a", largest + "é")));
        Assert.Equal(largest, await Value("a"));
    }

    [Fact]
    public async Task The_largest_commit_fits_and_the_next_does_not()
    {
        var value = new string('é', (StoreLimits.CommitBytes / 5 - 5 * (partition.Length + 2)) / 2);
        var five = Enumerable.Range(0, 5).Select(i => (Change)new Change.Put($"k{i}", value)).ToArray();

        Assert.True(await Commit(five));

        await Assert.ThrowsAsync<StoreLimitException>(() => Commit([.. five, new Change.Put("one more", "x")]));
    }

    /// <summary>The most a commit weighs on the way to a service that escapes what is not plain.</summary>
    [Fact]
    public async Task The_largest_commit_fits_whatever_its_names_and_text()
    {
        var name = new string('€', StoreLimits.KeyLength - 2);
        var room = StoreLimits.CommitBytes - (StoreLimits.Changes * 5 * (partition.Length + StoreLimits.KeyLength));
        var value = new string('"', room / StoreLimits.Changes / 2);
        var hundred = Enumerable.Range(0, StoreLimits.Changes).Select(i => (Change)new Change.Put($"{name}{i:00}", value)).ToArray();

        Assert.True(await Commit(hundred));

        Assert.Equal(value, await Value($"{name}99"));
    }

    [Fact]
    public async Task A_commit_has_one_to_a_hundred_changes_of_different_keys()
    {
        var hundred = Enumerable.Range(0, StoreLimits.Changes).Select(i => (Change)new Change.Put($"k{i}", "")).ToArray();

        Assert.True(await Commit(hundred));

        await Assert.ThrowsAsync<StoreLimitException>(() => Commit());
        await Assert.ThrowsAsync<StoreLimitException>(() => Commit([.. hundred, new Change.Put("k100", "")]));
        await Assert.ThrowsAsync<StoreLimitException>(() => Commit(new Change.Put("a", ""), new Change.Delete("a")));
    }

    /// <summary>Not [InlineData]: an attribute would turn the halves into U+FFFD.</summary>
    [Fact]
    public async Task Half_a_surrogate_pair_is_refused()
    {
        string[] halves =
        [
            "\uD83D", // alone
            "a\uDE00b", // second half without the first
            "😀\uD83Dx", // after a whole pair
            "\uDE00\uD83D", // the wrong way round
        ];

        foreach (var value in halves)
            await Assert.ThrowsAsync<StoreLimitException>(() => Commit(new Change.Put("a", value)));
    }
}
