using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Almanach.Core.French;

namespace Almanach.Functions.Tests.Infra;

/// <summary>
/// The deployment script walked from one end to the other with stand-ins for <c>az</c>, <c>dotnet</c>, <c>zip</c> and
/// <c>curl</c>: in which order it does things, what it does again, what it never does, and what it says when one of them
/// fails, once or always. Nothing is proved of Azure itself.
/// </summary>
public sealed partial class DeployScriptTests : IDisposable
{
    private const string Again = "relancez la même commande";

    private readonly DirectoryInfo ground = Directory.CreateTempSubdirectory("almanach-deploy-");

    /// <summary>The script as it is, or a copy among files of one's own.</summary>
    private string script = Path.Combine(InfraFolder.Root, "infra", "deploy.sh");

    public DeployScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script and its stand-ins are bash.");
        Directory.CreateDirectory(Path.Combine(ground.FullName, "vault"));
        Directory.CreateDirectory(Path.Combine(ground.FullName, "failures"));
        // What the script and the stand-ins may use, and nothing else: what is taken away is really missing.
        var tools = Directory.CreateDirectory(Path.Combine(ground.FullName, "tools")).FullName;
        foreach (var tool in (string[])["bash", "env", "sed", "grep", "seq", "mktemp", "rm", "tr", "cat", "dirname", "basename", "openssl", "cp", "ls", "touch", "mkdir"])
            File.CreateSymbolicLink(Path.Combine(tools, tool), Found(tool));
        StandIn("az", Az);
        StandIn("dotnet", """echo "dotnet $*" >>"$GROUND/calls"; while [ $# -gt 0 ]; do if [ "$1" = -o ]; then mkdir -p "$2/.azurefunctions"; echo '{}' >"$2/host.json"; fi; shift; done""");
        StandIn("zip", "echo package >\"$2\"");
        StandIn("sleep", "echo \"$*\" >>\"$GROUND/sleeps\"");
        StandIn("curl", "case \"$*\" in *http_code*) printf 200 ;; esac");
    }

    public void Dispose() => ground.Delete(recursive: true);

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
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(ground.FullName, "tmp")));
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

    [Theory]
    [InlineData("az")]
    [InlineData("dotnet")]
    [InlineData("zip")]
    [InlineData("curl")]
    [InlineData("openssl")]
    public async Task Without_one_of_its_tools_it_says_which_and_begins_nothing(string tool)
    {
        File.Delete(Path.Combine(ground.FullName, tool == "openssl" ? $"tools/{tool}" : tool));

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.Equal(1, run.Code);
        Assert.Contains($"Arrêt : {tool} manque sur cette machine. Installez-le, puis {Again}.", run.Said, StringComparison.Ordinal);
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
        Assert.Equal(times, File.ReadAllLines(Path.Combine(ground.FullName, "sleeps")).Length);
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
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(ground.FullName, "tmp")));
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
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(ground.FullName, "tmp")));
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
        Directory.Delete(Path.Combine(ground.FullName, "failures"), recursive: true);

        var again = await Deploy("dev", "rg-dev", "--create");

        Assert.True(again.Code == 0, again.Said);
        Assert.Equal(4, Secrets().Count);
        Assert.All(before, secret => Assert.Equal(secret.Value, Secrets()[secret.Key]));
        Assert.Contains(again.Calls, call => call.Contains("published=true", StringComparison.Ordinal));
    }

    /// <summary>No run of this class shows anything else either: <see cref="Deploy"/> looks at each.</summary>
    [Fact]
    public void Every_text_of_the_script_is_set_as_French_is()
    {
        var texts = Spoken().Matches(InfraFolder.DeployScript).Select(match => match.Groups["text"].Value).Where(text => text != "1:").ToList(); // the id of the first key, shown to nobody

        Assert.True(texts.Count > 30, $"{texts.Count} texts");
        Assert.All(texts, text => Assert.Equal(Typography.Text(text, Flavour.Mail), text));
        // Some shells take what follows for a part of the name.
        Assert.DoesNotMatch(@"\$\w+[^\x00-\x7F]", InfraFolder.DeployScript);
    }

    [Fact]
    public async Task A_secret_that_is_not_found_stops_it_and_says_which_setting()
    {
        File.WriteAllText(Path.Combine(ground.FullName, "unresolved"), "Almanach__Keys__Links");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.NotEqual(0, run.Code);
        Assert.Contains("n’ont pas trouvé leur secret\u00a0: Almanach__Keys__Links", run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls, call => call.Contains("config-zip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cut_off_after_the_secrets_it_still_has_the_references_looked_up_the_next_time()
    {
        await Deploy("dev", "rg-dev", "--create");
        File.Delete(Path.Combine(ground.FullName, "code"));

        var again = await Deploy("dev", "rg-dev");

        Assert.True(again.Code == 0, again.Said);
        InOrder(again.Calls, "rest --method post", "config-zip", "published=true");
    }

    [Fact]
    public async Task Without_anybody_to_ask_a_missing_SendGrid_key_stops_it_before_the_code_is_published()
    {
        File.WriteAllText(Path.Combine(ground.FullName, "mail"), "sendgrid");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.NotEqual(0, run.Code);
        Assert.Contains("la clé SendGrid manque", run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls, call => call.Contains("config-zip", StringComparison.Ordinal));
    }

    /// <summary>An Azure of a few files: the group, the vault, whether code was published.</summary>
    private const string Az = """
        case "$*" in
          *"--query user.type"*) echo user ;;
          *"signed-in-user show"*) echo object-id ;;
          "group exists"*) if [ -e "$GROUND/group" ]; then echo true; else echo false; fi ;;
          "group create"*) touch "$GROUND/group" ;;
          "deployment group create"*) touch "$GROUND/deployed" ;;
          "deployment group show"*)
            [ -e "$GROUND/deployed" ] || exit 3
            case "$*" in
              *appName*) echo almanach-dev ;;
              *address*) cat "$GROUND/address" 2>/dev/null || echo https://almanach-dev.azurewebsites.net ;;
              *vaultName*) echo kv-dev ;;
              *storageName*) echo almdev ;;
              *mail.value*) cat "$GROUND/mail" 2>/dev/null || echo outbox ;;
            esac ;;
          "keyvault secret list"*) ls "$GROUND/vault" ;;
          "keyvault secret set"*)
            while [ $# -gt 0 ]; do case $1 in --name) name=$2 ;; --file) file=$2 ;; esac; shift; done
            cp "$file" "$GROUND/vault/$name" ;;
          "functionapp show"*) echo /subscriptions/s/resourceGroups/rg-dev/providers/Microsoft.Web/sites/almanach-dev ;;
          "functionapp deployment source config-zip"*) touch "$GROUND/code" ;;
          "functionapp function show"*) if [ -e "$GROUND/code" ]; then echo almanach-dev/Tick; else exit 3; fi ;;
          "rest --method get"*) cat "$GROUND/unresolved" 2>/dev/null || true ;;
        esac
        """;

    /// <summary>What each stand-in does first: a file of <c>failures</c> holds the beginning of a command, and how many times it fails yet.</summary>
    private const string Failing = """
        for failure in "$GROUND"/failures/*; do
          [ -e "$failure" ] || continue
          { read -r command; read -r left; } <"$failure"
          case "$(basename "$0") $*" in "$command"*) ;; *) continue ;; esac
          [ "$left" -gt 0 ] || continue
          printf '%s\n%s\n' "$command" $((left - 1)) >"$failure"
          echo "stand-in: $command fails" >&2
          exit 1
        done
        """;

    /// <summary>The script among copies of what it reads, so that they can be changed.</summary>
    private void Copied()
    {
        var root = Path.Combine(ground.FullName, "repository");
        string[] files =
        [
            "infra/deploy.sh", "infra/bicep/dev.bicepparam", "infra/bicep/prod.bicepparam", "platforms/pfoss-ara/platform.json",
            .. Directory.GetFiles(Path.Combine(InfraFolder.Root, "platforms/pfoss-ara/textes")).Select(file => Path.GetRelativePath(InfraFolder.Root, file)),
        ];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.Copy(Path.Combine(InfraFolder.Root, file), Path.Combine(root, file));
        }
        script = Path.Combine(root, "infra", "deploy.sh");
    }

    /// <summary>Production as one leaves it when every example has been replaced, and whose SendGrid key is in the vault.</summary>
    private void Sendable()
    {
        Replace("infra/bicep/prod.bicepparam", "https://pfoss.example.org", "https://pfoss.fr");
        Replace("infra/bicep/prod.bicepparam", "technique@example.org", "technique@pfoss.fr");
        Replace("platforms/pfoss-ara/platform.json", "@example.org", "@pfoss.fr");
        Replace("platforms/pfoss-ara/textes/bienvenue-information.md", "example.org", "pfoss.fr");
        File.WriteAllText(Path.Combine(ground.FullName, "address"), "https://pfoss.fr");
        File.WriteAllText(Path.Combine(ground.FullName, "mail"), "sendgrid");
        File.WriteAllText(Path.Combine(ground.FullName, "vault", "almanach-sendgrid-key"), "key");
    }

    private void Replace(string file, string old, string written)
    {
        var path = Path.Combine(ground.FullName, "repository", file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, written, StringComparison.Ordinal));
    }

    private void Fails(string command, int times = 1000) =>
        File.WriteAllText(Path.Combine(ground.FullName, "failures", "1"), string.Create(CultureInfo.InvariantCulture, $"{command}\n{times}\n"));

    private static string Found(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).First(File.Exists);

    private void StandIn(string name, string script)
    {
        var path = Path.Combine(ground.FullName, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\nset -eu\nGROUND='{ground.FullName}'\n{(name == "az" ? "echo \"$*\" >>\"$GROUND/calls\"\n" : "")}{Failing}\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Dictionary<string, string> Secrets() =>
        Directory.GetFiles(Path.Combine(ground.FullName, "vault")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    private async Task<(int Code, string Said, IReadOnlyList<string> Calls)> Deploy(params string[] arguments)
    {
        var calls = Path.Combine(ground.FullName, "calls");
        File.Delete(calls);
        var temporary = Directory.CreateDirectory(Path.Combine(ground.FullName, "tmp")).FullName;
        var start = new ProcessStartInfo("bash", [script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["PATH"] = $"{ground.FullName}:{ground.FullName}/tools", ["TMPDIR"] = temporary },
        };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Close();
        var said = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        var both = await said + await complained;
        var ours = string.Join('\n', both.Split('\n').Where(line => !line.StartsWith("stand-in: ", StringComparison.Ordinal)));
        Assert.Equal(Typography.Text(ours, Flavour.Mail), ours);
        return (bash.ExitCode, both, File.Exists(calls) ? await File.ReadAllLinesAsync(calls, TestContext.Current.CancellationToken) : []);
    }

    private static void InOrder(IReadOnlyList<string> calls, params string[] expected)
    {
        var at = 0;
        foreach (var start in expected)
        {
            while (at < calls.Count && !calls[at].Contains(start, StringComparison.Ordinal))
                at++;
            Assert.True(at++ < calls.Count, $"« {start} » does not come in its turn:\n{string.Join('\n', calls)}");
        }
    }

    // What is said, printed or shown at once; comments and code are not.
    [GeneratedRegex(@"(?<!^ *#[^\n]*)\b(?:say|next|fail|misused|echo|printf) (?:'(?<text>[^'\n]*)'|""(?<text>[^""\n]*)"")|<<'?TEXT'?\n(?<text>[\s\S]*?)\nTEXT$", RegexOptions.Multiline)]
    private static partial Regex Spoken();
}
