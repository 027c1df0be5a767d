using System.Text;
using System.Text.Json;
using Almanach.Adapters.Csv;
using Almanach.Core.Consultations.Tallies;
using Almanach.Local.Tally;

namespace Almanach.Local.Tests.Tally;

public sealed class TallyTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData(
        "majority-judgment", "Abri;Foyer\nBien;Excellent\nÀ rejeter;Passable\n;6\n",
        """{"method":"majority-judgment","ballots":3,"blank":0,"options":[{"option":"Foyer","rank":1,"grade":6,"grades":[0,0,1,0,0,0,2]},{"option":"Abri","rank":2,"grade":0,"grades":[2,0,0,0,1,0,0]}]}""")]
    [InlineData(
        "schulze", "Été;B;C;D;count\n1;2;3;4;3\n4;2;1;3;2\n2;3;4;1;2\n4;2;3;1;2\n;;;;1\n", // nine ballots of Schulze's paper, and a blank one
        """{"method":"schulze","ballots":10,"blank":1,"options":[{"option":"B","rank":1},{"option":"D","rank":1},{"option":"Été","rank":3},{"option":"C","rank":3}],"preferences":{"Été":{"B":5,"C":5,"D":3},"B":{"Été":4,"C":7,"D":5},"C":{"Été":4,"B":2,"D":5},"D":{"Été":6,"B":4,"C":4}},"paths":{"Été":{"B":5,"C":5,"D":5},"B":{"Été":5,"C":7,"D":5},"C":{"Été":5,"B":5,"D":5},"D":{"Été":6,"B":5,"C":5}}}""")]
    [InlineData(
        "approval", "A,B\n1,1\n0,1\n",
        """{"method":"approval","ballots":2,"blank":0,"options":[{"option":"B","rank":1,"approvals":2},{"option":"A","rank":2,"approvals":1}]}""")]
    public async Task A_list_of_ballots_is_counted_and_told_to_programs(string method, string ballots, string json)
    {
        var (code, said) = await AlmanachProcess.Run("tally", "--method", method, "--json", await Written(ballots));

        Assert.Equal((0, json), (code, said.TrimEnd()));
        JsonDocument.Parse(said).Dispose();
    }

    [Fact]
    public async Task It_is_told_to_people_in_French()
    {
        var (code, said) = await AlmanachProcess.Run("tally", "--method", "majority-judgment", await Written("Abri;Foyer;Relais\nBien;Passable;Bien\nBien;;Bien\n;;\n"));

        Assert.Equal(0, code);
        Assert.Contains("3\u00A0bulletins, dont 1\u00A0blanc. Jugement majoritaire (médiane basse)", said, StringComparison.Ordinal);
        Assert.Contains("  1. Abri\u00A0: Bien (Bien 2, À rejeter 1) (ex æquo)", said, StringComparison.Ordinal);
        Assert.Contains("  3. Foyer\u00A0: À rejeter (Passable 1, À rejeter 2)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_wrong_is_refused_with_the_lines_and_counts_nothing()
    {
        var (code, said) = await AlmanachProcess.Run("tally", "--method", "schulze", "--json", await Written("A;B\n1;2\nx;2\n1\n"));

        Assert.Equal(1, code);
        Assert.Contains("ligne 3\u00A0: «\u00A0x\u00A0» pour l’option «\u00A0A\u00A0»", said, StringComparison.Ordinal);
        Assert.Contains("ligne 4\u00A0: 1\u00A0valeur pour 2\u00A0colonnes", said, StringComparison.Ordinal);
        Assert.Contains("Rien n’a été dépouillé", said, StringComparison.Ordinal);
        Assert.DoesNotContain("{", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_examples_of_the_page_on_counting_come_out_as_it_says()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/depouillement.md"));
        var examples = page.Split("```").Where((_, part) => part % 2 == 1).Skip(1).Select(example => example.Trim()).ToList();

        Assert.Equal("Abri 1, Foyer 2, Relais 3", Ranks(examples[0], TallyMethod.MajorityJudgment));
        Assert.Equal("A 1, B 2, C 3", Ranks(examples[1], TallyMethod.Schulze));
        Assert.Equal("B 1, A 2, C 2", Ranks(examples[2], TallyMethod.Approval));
    }

    private static string Ranks(string ballots, TallyMethod method)
    {
        var list = BallotFile.Read(Encoding.UTF8.GetBytes(ballots), method).List!;
        using var told = JsonDocument.Parse(TallyJson.Of("", list, TallyResult.Of(list, method)));
        return string.Join(", ", told.RootElement.GetProperty("options").EnumerateArray().Select(option => $"{option.GetProperty("option")} {option.GetProperty("rank")}"));
    }

    private async Task<string> Written(string ballots)
    {
        await File.WriteAllTextAsync(temp.Path("bulletins.csv"), ballots);
        return temp.Path("bulletins.csv");
    }
}
