using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary>What the compiler would say first: names that meet, from the parameter files to the modules.</summary>
public sealed partial class WiringTests
{
    [Fact]
    public void Main_uses_every_module_once()
    {
        Assert.Equal(InfraFolder.Modules.Keys.Order(), InfraFolder.Main.Used.Select(module => module.File).Order());
        Assert.All(InfraFolder.Main.Used, module => Assert.True(File.Exists(Path.Combine(InfraFolder.Bicep, module.Path)), module.Path));
    }

    [Fact]
    public void Each_module_is_given_what_it_asks_and_nothing_else()
    {
        foreach (var module in InfraFolder.Main.Used)
        {
            var declared = InfraFolder.Modules[module.File].Declared;

            Assert.NotEmpty(declared);
            Assert.Empty(module.Given.Except(declared.Select(parameter => parameter.Name)));
            Assert.Empty(declared.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(module.Given));
        }
    }

    [Fact]
    public void Each_output_that_main_reads_is_one_that_its_module_has()
    {
        var files = InfraFolder.Main.Used.ToDictionary(module => module.Symbol, module => module.File);
        var read = OutputOf().Matches(InfraFolder.Main.Code);

        Assert.NotEmpty(read);
        Assert.All(read, match => Assert.Contains(match.Groups["output"].Value, InfraFolder.Modules[files[match.Groups["symbol"].Value]].Outputs));
    }

    [Fact]
    public void No_parameter_is_declared_for_nothing() =>
        Assert.All(InfraFolder.Modules.Values.Append(InfraFolder.Main), file => Assert.All(file.Declared,
            parameter => Assert.True(Regex.Count(file.Code, $@"\b{parameter.Name}\b") > 1, $"{file.Name}: {parameter.Name}")));

    [Fact]
    public void Parameter_files_say_what_main_declares_and_all_that_it_asks()
    {
        Assert.Equal(["dev.bicepparam", "prod.bicepparam"], InfraFolder.Parameters.Select(file => file.Name));
        var declared = InfraFolder.Main.Declared.ToDictionary(parameter => parameter.Name);
        foreach (var file in InfraFolder.Parameters)
        {
            Assert.StartsWith("using './main.bicep'", file.Code, StringComparison.Ordinal);
            Assert.Empty(file.Assigned.Keys.Except(declared.Keys));
            Assert.Empty(declared.Values.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(file.Assigned.Keys));
            Assert.All(file.Assigned, said => Assert.True(
                declared[said.Key].Allowed is var allowed && (allowed.Count == 0 || allowed.Contains(said.Value)), $"{file.Name}: {said.Key} = {said.Value}"));
        }
    }

    [Fact]
    public void A_parameter_that_several_files_restrict_is_restricted_the_same_way() =>
        Assert.All(InfraFolder.Modules.Values, module => Assert.All(module.Declared.Where(parameter => parameter.Allowed.Count > 0), parameter =>
            Assert.Equal(parameter.Allowed, InfraFolder.Main.Declared.First(asked => asked.Name == Renamed(parameter.Name)).Allowed)));

    [Fact]
    public void Names_fit_where_Azure_takes_24_characters()
    {
        const int token = 13; // uniqueString
        Assert.Contains("'alm${take(name, 8)}${token}'", InfraFolder.Main.Code, StringComparison.Ordinal);
        Assert.Contains("'kv-${take(name, 7)}-${token}'", InfraFolder.Main.Code, StringComparison.Ordinal);

        Assert.Equal(24, "alm".Length + 8 + token);
        Assert.Equal(24, "kv-".Length + 7 + "-".Length + token);
    }

    private static string Renamed(string name) => name == "sku" ? "storageSku" : name;

    [GeneratedRegex(@"\b(?<symbol>\w+)\.outputs\.(?<output>\w+)")]
    private static partial Regex OutputOf();
}
