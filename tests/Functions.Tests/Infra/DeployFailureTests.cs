using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary>What the deployment script says and does when something of it fails, once or always (<see cref="DeployGround"/>).</summary>
public sealed class DeployFailureTests : DeployGround
{
    private const string Again = "relancez la même commande";

    [Theory]
    [InlineData("az")]
    [InlineData("dotnet")]
    [InlineData("zip")]
    [InlineData("curl")]
    [InlineData("openssl")]
    public async Task Without_one_of_its_tools_it_says_which_and_begins_nothing(string tool)
    {
        File.Delete(Path.Combine(Ground.FullName, tool == "openssl" ? $"tools/{tool}" : tool));

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Equal(1, run.Code);
        Assert.Contains($"Arrêt : {tool} manque sur cette machine. Installez-le, puis {Again}.", run.Said, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    [Theory] // what takes time on Azure to become true is asked again
    [InlineData("az keyvault secret list", 1)]
    [InlineData("az rest --method post", 1)]
    [InlineData("az rest --method get", 1)]
    [InlineData("az functionapp deployment source config-zip", 1)]
    [InlineData("az functionapp deployment source config-zip", 4)]
    [InlineData("az functionapp function show", 1)]
    [InlineData("curl -sS", 1)]
    public async Task What_fails_and_then_works_is_tried_again_and_nothing_else_is_done_twice(string command, int times)
    {
        Fails(command, times);

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.True(run.Code == 0, run.Said);
        Assert.Equal(times, File.ReadAllLines(Path.Combine(Ground.FullName, "sleeps")).Length);
        Assert.Equal(4, run.Calls.Count(call => call.StartsWith("keyvault secret set", StringComparison.Ordinal)));
        Assert.Equal(2, run.Calls.Count(call => call.StartsWith("deployment group create", StringComparison.Ordinal)));
        if (command.StartsWith("az", StringComparison.Ordinal))
            Assert.True(run.Calls.Count(call => call.StartsWith(command[3..], StringComparison.Ordinal)) > times);
        Assert.DoesNotContain("Arrêt", run.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("az keyvault secret list", "le coffre kv-dev ne s’ouvre pas", 20, "keyvault secret set")]
    [InlineData("az rest --method post", "ces réglages n’ont pas trouvé leur secret : la liste n’a pas pu être lue", 10, "config-zip")]
    [InlineData("az functionapp deployment source config-zip", "le paquet n’a pas été pris", 5, "function show --resource-group rg-dev --name almanach-dev --function-name Tick")]
    [InlineData("az functionapp function show", "l’application ne démarre pas", 20, "published=true")]
    public async Task What_never_works_is_given_up_with_what_to_do_next(string command, string said, int times, string never)
    {
        Fails(command);

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Equal(1, run.Code);
        Assert.Contains($"Arrêt : {said}", run.Said, StringComparison.Ordinal);
        Assert.Contains(Again, run.Said, StringComparison.Ordinal);
        Assert.Equal(command != "az functionapp function show", run.Said.Contains($"stand-in: {command}", StringComparison.Ordinal)); // that one only asks whether there is code
        Assert.Single(Regex.Matches(run.Said, "Arrêt"));
        Assert.Equal(times, run.Calls.Count(call => call.StartsWith(command[3..], StringComparison.Ordinal)));
        Assert.DoesNotContain(run.Calls, call => call.Contains(never, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Ground.FullName, "tmp")));
    }

    [Fact]
    public async Task A_page_that_does_not_answer_is_said_to_be_so()
    {
        Fails("curl -sS");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Equal(1, run.Code);
        Assert.Contains("la page d’accueil répond « rien » au lieu de 200. Regardez Application Insights", run.Said, StringComparison.Ordinal);
        Assert.Contains(Again, run.Said, StringComparison.Ordinal);
    }

    [Theory] // not tried again: the message of the tool, the step, and what to do
    [InlineData("az group exists", "vérifications")]
    [InlineData("az group create", "Création du groupe rg-dev (francecentral)")]
    [InlineData("az ad signed-in-user show", "Création du groupe rg-dev (francecentral)")]
    [InlineData("az deployment group create", "Infrastructure (quelques minutes)")]
    [InlineData("az deployment group show --resource-group rg-dev --name almanach --query properties.outputs.vaultName", "Infrastructure (quelques minutes)")]
    [InlineData("az keyvault secret set", "Secrets du coffre kv-dev")]
    [InlineData("az functionapp show", "Secrets du coffre kv-dev")]
    [InlineData("dotnet publish", "Compilation et publication")]
    [InlineData("zip -qr", "Compilation et publication")]
    public async Task Whatever_else_fails_stops_it_names_the_step_and_says_what_to_do(string command, string step)
    {
        Fails(command);

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.NotEqual(0, run.Code);
        Assert.Contains($"stand-in: {command}", run.Said, StringComparison.Ordinal); // what the tool said is not hidden
        Assert.Contains($"Arrêt pendant l’étape « {step} »", run.Said, StringComparison.Ordinal);
        Assert.Contains(Again, run.Said, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(run.Said, "Arrêt"));
        Assert.DoesNotContain(run.Calls, call => call.Contains("config-zip", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Ground.FullName, "tmp")));
    }

    [Theory] // wherever it stopped, the same command again finishes, and makes no secret twice
    [InlineData("az deployment group create")]
    [InlineData("az keyvault secret set")]
    [InlineData("dotnet publish")]
    [InlineData("az functionapp function show")]
    public async Task Stopped_anywhere_the_same_command_finishes_what_was_begun(string command)
    {
        Fails(command);
        Assert.NotEqual(0, (await Deploy("dev", "rg-dev", "--create")).Code);
        var before = Secrets();
        Directory.Delete(Path.Combine(Ground.FullName, "failures"), recursive: true);

        var again = await Deploy("dev", "rg-dev", "--create");

        Assert.True(again.Code == 0, again.Said);
        Assert.Equal(4, Secrets().Count);
        Assert.All(before, secret => Assert.Equal(secret.Value, Secrets()[secret.Key]));
        Assert.Contains(again.Calls, call => call.Contains("published=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_not_found_stops_it_and_says_which_setting()
    {
        File.WriteAllText(Path.Combine(Ground.FullName, "unresolved"), "Almanach__Keys__Links");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.NotEqual(0, run.Code);
        Assert.Contains("n’ont pas trouvé leur secret\u00a0: Almanach__Keys__Links", run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls, call => call.Contains("config-zip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cut_off_after_the_secrets_it_still_has_the_references_looked_up_the_next_time()
    {
        await Deploy("dev", "rg-dev", "--create");
        File.Delete(Path.Combine(Ground.FullName, "code"));

        var again = await Deploy("dev", "rg-dev");

        Assert.True(again.Code == 0, again.Said);
        InOrder(again.Calls, "rest --method post", "config-zip", "published=true");
    }

    [Fact]
    public async Task Without_anybody_to_ask_a_missing_SendGrid_key_stops_it_before_the_code_is_published()
    {
        File.WriteAllText(Path.Combine(Ground.FullName, "mail"), "sendgrid");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.NotEqual(0, run.Code);
        Assert.Contains("la clé SendGrid manque", run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls, call => call.Contains("config-zip", StringComparison.Ordinal));
    }
}
