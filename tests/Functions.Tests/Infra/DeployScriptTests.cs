using System.Diagnostics;

namespace Almanach.Functions.Tests.Infra;

/// <summary>
/// The deployment script walked from one end to the other with stand-ins for <c>az</c>, <c>dotnet</c>, <c>zip</c> and
/// <c>curl</c>: in which order it does things, what it does again, what it never does. Nothing is proved of Azure itself.
/// </summary>
public sealed class DeployScriptTests : IDisposable
{
    private readonly DirectoryInfo ground = Directory.CreateTempSubdirectory("almanach-deploy-");

    public DeployScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script and its stand-ins are bash.");
        Directory.CreateDirectory(Path.Combine(ground.FullName, "vault"));
        StandIn("az", Az);
        StandIn("dotnet", """while [ $# -gt 0 ]; do if [ "$1" = -o ]; then mkdir -p "$2/.azurefunctions"; echo '{}' >"$2/host.json"; fi; shift; done""");
        StandIn("zip", "echo package >\"$2\"");
        StandIn("sleep", "");
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
        Assert.Equal(["almanach-keys-api", "almanach-keys-links", "almanach-keys-session"], Secrets().Keys.Order());
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

        Assert.Equal(3, Secrets().Count);
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
    [InlineData("example.org", "prod", "rg-prod", "--create")] // the file of production still has its examples
    [InlineData("Usage", "dev")] // no group
    [InlineData("Usage", "staging", "rg")] // neither dev nor prod
    [InlineData("l’option --force n’existe pas", "dev", "rg-dev", "--force")]
    public async Task A_mistake_stops_before_anything_is_made(string said, params string[] arguments)
    {
        var run = await Deploy(arguments);

        Assert.NotEqual(0, run.Code);
        Assert.Contains(said, run.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls, call => call.Contains("create", StringComparison.Ordinal) || call.Contains("config-zip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_not_found_stops_it_and_says_which_setting()
    {
        File.WriteAllText(Path.Combine(ground.FullName, "unresolved"), "Almanach__Keys__Links");

        var run = await Deploy("dev", "rg-dev", "--create");

        Assert.NotEqual(0, run.Code);
        Assert.Contains("n’ont pas trouvé leur secret : Almanach__Keys__Links", run.Said, StringComparison.Ordinal);
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
        echo "$*" >>"$GROUND/calls"
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
              *address*) echo https://almanach-dev.azurewebsites.net ;;
              *vaultName*) echo kv-dev ;;
              *storageName*) echo almdev ;;
              *mail.value*) cat "$GROUND/mail" 2>/dev/null || echo outbox ;;
            esac ;;
          "keyvault secret list"*) ls "$GROUND/vault" ;;
          "keyvault secret set"*)
            while [ $# -gt 0 ]; do case $1 in --name) name=$2 ;; --file) file=$2 ;; esac; shift; done
            cp "$file" "$GROUND/vault/$name" ;;
          "functionapp show"*) echo /subscriptions/s/app ;;
          "functionapp deployment source config-zip"*) touch "$GROUND/code" ;;
          "functionapp function show"*) if [ -e "$GROUND/code" ]; then echo almanach-dev/Tick; else exit 3; fi ;;
          "rest --method get"*) cat "$GROUND/unresolved" 2>/dev/null || true ;;
        esac
        """;

    private void StandIn(string name, string script)
    {
        var path = Path.Combine(ground.FullName, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\nset -eu\nGROUND='{ground.FullName}'\n{script}\n");
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
        var start = new ProcessStartInfo("bash", [Path.Combine(InfraFolder.Root, "infra", "deploy.sh"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["PATH"] = $"{ground.FullName}:{Environment.GetEnvironmentVariable("PATH")}", ["TMPDIR"] = temporary },
        };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Close();
        var said = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, await said + await complained, File.Exists(calls) ? await File.ReadAllLinesAsync(calls, TestContext.Current.CancellationToken) : []);
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
}
