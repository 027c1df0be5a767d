using System.Text.Json;

namespace Almanach.Local.Tests.Check;

public sealed class CheckTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_file_that_is_valid_is_said_to_be_and_the_code_is_zero()
    {
        var (code, said) = await AlmanachProcess.Run("check", await Written("a.csv", "CODE;N\na;1\nb;2\n"));

        Assert.Equal(0, code);
        Assert.Contains("2\u00A0lignes lues, 2\u00A0colonnes.", said, StringComparison.Ordinal);
        Assert.Contains("Le fichier est valide.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_valid_is_told_to_programs_and_the_code_is_one()
    {
        var schema = await Written("schema.json", """{"fields":[{"name":"CODE","territory":{"level":"commune"}},{"name":"N","type":"integer"}]}""");
        var (code, said) = await AlmanachProcess.Run("check", "--schema", schema, "--year", "2022", "--json", await Written("a.csv", "CODE;N\n1001;12O3\n01002;s\n"));

        Assert.Equal(1, code);
        using var json = JsonDocument.Parse(said);
        Assert.Equal(["type-error", "foreign-key"], json.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("type").GetString()));
        Assert.Equal("01001", json.RootElement.GetProperty("repairs")[0].GetProperty("proposed").GetString());
    }

    [Fact]
    public async Task A_schema_is_suggested_that_the_file_then_fulfils()
    {
        var file = await Written("a.csv", "CODGEO;TAUX\n01001;4,5\n01002;s\n69123;7,25\n");
        var (_, schema) = await AlmanachProcess.Run("check", "--infer", file);
        var (code, _) = await AlmanachProcess.Run("check", "--schema", await Written("s.json", schema), file);

        Assert.Equal(0, code);
        Assert.Contains("\"decimalChar\": \",\"", schema, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "absent.csv")]
    [InlineData("check", "--schema", "absent.json", "README.md")]
    public async Task What_is_not_there_is_refused_in_words(params string[] line)
    {
        var (code, said) = await AlmanachProcess.Run([.. line.Select(word => word == "README.md" ? Path.Combine(Repository.Root, word) : word)]);

        Assert.Equal(1, code);
        Assert.Contains("n’existe pas", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("tally")]
    public async Task Help_is_given_for_a_command_that_needs_a_file(string command)
    {
        var (code, said) = await AlmanachProcess.Run(command, "--help");

        Assert.Equal(0, code);
        Assert.Contains("--json", said, StringComparison.Ordinal);
    }

    private async Task<string> Written(string name, string text)
    {
        var path = temp.Path(name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
