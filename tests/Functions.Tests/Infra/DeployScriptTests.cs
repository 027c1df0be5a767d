using System.Text.RegularExpressions;
using Almanach.Core.French;

namespace Almanach.Functions.Tests.Infra;

/// <summary>
/// The deployment script walked from one end to the other (<see cref="DeployGround"/>): in which order it does things, what it
/// does again, and what it never does.
/// </summary>
public sealed partial class DeployScriptTests : DeployGround
{
    private const string Again = "relancez la même commande";

    [Fact]
    public async Task The_first_time_it_makes_everything_in_an_order_that_can_work()
    {
        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.True(run.Code == 0, run.Said);
        InOrder(run.Calls, "group create", "deployment group create", "keyvault secret set", "rest --method post", "config-zip", "deployment group create");
        var deployments = run.Calls.Where(call => call.StartsWith("deployment group create", StringComparison.Ordinal)).ToList();
        Assert.Equal(["published=false", "published=true"], deployments.Select(call => call.Split(' ').Single(word => word.StartsWith("published=", StringComparison.Ordinal))));
        Assert.All(deployments, call => Assert.Contains("deployer=object-id deployerType=User", call, StringComparison.Ordinal));
        Assert.Equal(["almanach-incoming-key", "almanach-keys-api", "almanach-keys-links", "almanach-keys-session"], Secrets().Keys.Order());
        Assert.Contains("https://almanach-dev.azurewebsites.net/", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_have_the_shape_that_the_settings_ask_for()
    {
        await Deploy("dev", "rg-dev", "--create");

        var secrets = Secrets();
        var links = secrets["almanach-keys-links"].Split(':');
        Assert.Equal("1", links[0]);
        Assert.Equal(32, Convert.FromBase64String(links[1]).Length);
        Assert.Equal(32, Convert.FromBase64String(secrets["almanach-keys-session"]).Length);
        Assert.Matches("^[0-9a-f]{48}$", secrets["almanach-keys-api"]);
        Assert.Matches("^[0-9a-f]{48}$", secrets["almanach-incoming-key"]);
    }

    [Fact]
    public async Task The_second_time_it_changes_no_secret_and_makes_no_group()
    {
        await Deploy("dev", "rg-dev", "--create");
        var before = Secrets();

        var again = await Deploy("dev", "rg-dev");

        Assert.True(again.Code == 0, again.Said);
        Assert.Equal(before, Secrets());
        Assert.DoesNotContain(again.Calls, call => call.StartsWith("keyvault secret set", StringComparison.Ordinal) || call.StartsWith("group create", StringComparison.Ordinal));
        Assert.Contains("published=true", Assert.Single(again.Calls, call => call.StartsWith("deployment group create", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_is_printed_put_on_a_command_line_or_left_behind()
    {
        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Equal(4, Secrets().Count);
        Assert.All(Secrets().Values, secret =>
        {
            var bare = secret[(secret.IndexOf(':', StringComparison.Ordinal) + 1)..];
            Assert.DoesNotContain(bare, run.Said, StringComparison.Ordinal);
            Assert.All(run.Calls, call => Assert.DoesNotContain(bare, call, StringComparison.Ordinal));
        });
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Ground.FullName, "tmp")));
    }

    [Fact]
    public async Task What_if_changes_nothing()
    {
        await Deploy("dev", "rg-dev", "--create");

        var run = await Deploy("dev", "rg-dev", "--what-if");

        Assert.True(run.Code == 0, run.Said);
        Assert.Single(run.Calls, call => call.StartsWith("deployment group what-if", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Calls, call => call.Contains(" create", StringComparison.Ordinal) || call.Contains(" set ", StringComparison.Ordinal) || call.Contains("config-zip", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("n’existe pas. Ajoutez --create", "dev", "rg-dev")] // the group is not there
    [InlineData("rien à comparer", "dev", "rg-dev", "--create", "--what-if")]
    [InlineData("example.org", "prod", "rg-prod", "--create")] // the file of production still has its examples
    [InlineData("dites dev ou prod")]
    [InlineData("dites le groupe", "dev")]
    [InlineData("un seul groupe à la fois : staging ou rg", "staging", "rg")] // neither dev nor prod: two groups
    [InlineData("dites dev ou prod", "rg")]
    [InlineData("un seul groupe à la fois", "dev", "rg-dev", "rg-other")]
    [InlineData("l’option --force n’existe pas", "dev", "rg-dev", "--force")]
    public async Task A_mistake_stops_before_anything_is_made(string said, params string[] arguments)
    {
        var run = await Deploy(arguments);

        Assert.NotEqual(0, run.Code);
        Assert.Contains(said, run.Said, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(run.Said, "Arrêt"));
        Assert.DoesNotContain(run.Calls, call => call.Contains("create", StringComparison.Ordinal) || call.Contains("config-zip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_with_addresses_of_one_s_own_goes_to_the_end()
    {
        Copied();
        Sendable();

        var run = await Deploy("prod", "rg-prod", "--create");

        Assert.True(run.Code == 0, run.Said);
        InOrder(run.Calls, "dotnet run --project src/Local", "group create", "deployment group create", "config-zip", "published=true");
        Assert.Contains("Avant le premier, faites-y mener votre nom de domaine", run.Said, StringComparison.Ordinal);
        Assert.Contains("https://almanach-dev.azurewebsites.net/cockpit", run.Said, StringComparison.Ordinal); // the domain leads nowhere yet
        Assert.DoesNotContain("https://pfoss.fr/cockpit", run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Storage Blob Data Reader", run.Said, StringComparison.Ordinal);
    }

    [Theory] // what the script reads must be what Bicep reads
    [InlineData("param platform='pfoss-ara' // ours")]
    [InlineData("  param  platform  =  'pfoss-ara'  ")]
    [InlineData("param platform = 'pfoss-ara'\r")]
    public async Task A_setting_may_be_spaced_and_explained_as_one_likes(string line)
    {
        Copied();
        Sendable();
        Replace("infra/bicep/prod.bicepparam", "param platform = 'pfoss-ara'", line);
        Replace("infra/bicep/prod.bicepparam", "param location = 'francecentral'", "param location='swedencentral'// example.org is said in no address");

        var run = await Deploy("prod", "rg-prod", "--create");

        Assert.True(run.Code == 0, run.Said);
        Assert.Contains("dotnet run --project src/Local -c Release -v quiet -- platform check platforms/pfoss-ara", run.Calls);
        Assert.Contains("group create --name rg-prod --location swedencentral --output none", run.Calls);
    }

    [Theory]
    [InlineData("infra/bicep/prod.bicepparam", "param platform = 'pfoss-ara'", "param platform = readEnvironmentVariable('P')", "platform\u00A0» ne se lit pas")]
    [InlineData("infra/bicep/prod.bicepparam", "param platform = 'pfoss-ara'", "param platform = ''", "platform\u00A0» ne se lit pas")]
    [InlineData("infra/bicep/prod.bicepparam", "param location = 'francecentral'", "", "location\u00A0» ne se lit pas")]
    [InlineData("infra/bicep/prod.bicepparam", "param platform = 'pfoss-ara'", "param platform = 'ailleurs'", "platforms/ailleurs/platform.json n’existe pas")]
    [InlineData("infra/bicep/prod.bicepparam", "https://pfoss.fr", "https://pfoss.Example.org", "infra/bicep/prod.bicepparam contient encore")]
    [InlineData("platforms/pfoss-ara/platform.json", "\"mailbox\": \"coordination.pfoss@pfoss.fr\"", "\"mailbox\":\n\"x@example.org\"", "platforms/pfoss-ara/platform.json contient encore")]
    [InlineData("platforms/pfoss-ara/platform.json", "\"address\": \"coordination.pfoss@pfoss.fr\"", "\"address\": \"x@a.example.org\"", "platforms/pfoss-ara/platform.json contient encore")]
    [InlineData("platforms/pfoss-ara/platform.json", "\"dpo\": \"protection.donnees@pfoss.fr\"", "\"dpo\": \"x@example.org\"", "platforms/pfoss-ara/platform.json contient encore")]
    [InlineData("platforms/pfoss-ara/textes/bienvenue-information.md", "pfoss.fr", "example.org", "platforms/pfoss-ara/textes/bienvenue-information.md")]
    public async Task Production_that_cannot_work_is_refused_before_anything_is_made(string file, string sound, string broken, string said)
    {
        Copied();
        Sendable();
        Replace(file, sound, broken);

        var run = await Deploy("prod", "rg-prod", "--create");

        Assert.Equal(1, run.Code);
        Assert.Contains(said, run.Said, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(run.Said, "Arrêt"));
        Assert.Equal(["account show --output none"], run.Calls);
    }

    [Fact]
    public async Task A_platform_with_mistakes_is_refused_before_anything_is_made()
    {
        Fails("dotnet run --project src/Local -c Release -v quiet -- platform check platforms/pfoss-ara");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Equal(1, run.Code);
        Assert.Contains("Arrêt\u00A0: platforms/pfoss-ara n’est pas accepté, ou n’a pas pu être vérifié, et les raisons sont au-dessus", run.Said, StringComparison.Ordinal);
        Assert.Contains(Again, run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls, call => call.StartsWith("group", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trial_ends_with_how_to_read_the_code_that_lets_one_in()
    {
        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Contains("az role assignment create --role \"Storage Blob Data Reader\" --assignee-object-id object-id --assignee-principal-type User --scope /subscriptions/s/resourceGroups/rg-dev/providers/Microsoft.Storage/storageAccounts/almdev/blobServices/default/containers/files", run.Said, StringComparison.Ordinal);
        Assert.Contains("f=$(az storage blob list --account-name almdev --auth-mode login --container-name files --prefix mails/", run.Said, StringComparison.Ordinal);
        Assert.Contains("--name \"$f\" --file code.eml", run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("votre nom de domaine", run.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_is_not_a_mistake(string asked)
    {
        var run = await Deploy(asked);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("Usage : infra/deploy.sh", run.Said, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_how()
    {
        Fails("az account show");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Equal(1, run.Code);
        Assert.Contains("vous n’êtes pas connecté. Faites d’abord : az login", run.Said, StringComparison.Ordinal);
        Assert.Single(run.Calls);
    }

    /// <summary>No run of this class shows anything else either: <see cref="DeployGround"/> looks at each.</summary>
    [Fact]
    public void Every_text_of_the_script_is_set_as_French_is()
    {
        var texts = Spoken().Matches(InfraFolder.DeployScript).Select(match => match.Groups["text"].Value).Where(text => text != "1:").ToList(); // the id of the first key, shown to nobody

        Assert.True(texts.Count > 30, $"{texts.Count} texts");
        Assert.All(texts, text => Assert.Equal(Typography.Text(text, Flavour.Mail), text));
        // Some shells take what follows for a part of the name.
        Assert.DoesNotMatch(@"\$\w+[^\x00-\x7F]", InfraFolder.DeployScript);
    }

    // What is said, printed or shown at once; comments and code are not.
    [GeneratedRegex(@"(?<!^ *#[^\n]*)\b(?:say|next|fail|misused|echo|printf) (?:'(?<text>[^'\n]*)'|""(?<text>[^""\n]*)"")|<<'?TEXT'?\n(?<text>[\s\S]*?)\nTEXT$", RegexOptions.Multiline)]
    private static partial Regex Spoken();
}
