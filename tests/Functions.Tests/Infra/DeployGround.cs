using System.Diagnostics;
using System.Globalization;
using Almanach.Core.French;

namespace Almanach.Functions.Tests.Infra;

/// <summary>Where the deployment script runs: a folder of stand-ins for <c>az</c>, <c>dotnet</c>, <c>zip</c> and <c>curl</c>, and nothing else on its path. Nothing is proved of Azure itself.</summary>
public abstract class DeployGround : IDisposable
{
    protected DirectoryInfo Ground { get; } = Directory.CreateTempSubdirectory("almanach-deploy-");

    /// <summary>The script as it is, or a copy among files of one's own.</summary>
    private string script = Path.Combine(InfraFolder.Root, "infra", "deploy.sh");

    protected DeployGround()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script and its stand-ins are bash.");
        Directory.CreateDirectory(Path.Combine(Ground.FullName, "vault"));
        Directory.CreateDirectory(Path.Combine(Ground.FullName, "failures"));
        // What the script and the stand-ins may use, and nothing else: what is taken away is really missing.
        var tools = Directory.CreateDirectory(Path.Combine(Ground.FullName, "tools")).FullName;
        foreach (var tool in (string[])["bash", "env", "sed", "grep", "seq", "mktemp", "rm", "tr", "cat", "dirname", "basename", "openssl", "cp", "ls", "touch", "mkdir"])
            File.CreateSymbolicLink(Path.Combine(tools, tool), Found(tool));
        StandIn("az", Az);
        StandIn("dotnet", """echo "dotnet $*" >>"$GROUND/calls"; while [ $# -gt 0 ]; do if [ "$1" = -o ]; then mkdir -p "$2/.azurefunctions"; echo '{}' >"$2/host.json"; fi; shift; done""");
        StandIn("zip", "echo package >\"$2\"");
        StandIn("sleep", "echo \"$*\" >>\"$GROUND/sleeps\"");
        StandIn("curl", "case \"$*\" in *http_code*) printf 200 ;; esac");
    }

    public void Dispose()
    {
        Ground.Delete(recursive: true);
        GC.SuppressFinalize(this);
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
    protected void Copied()
    {
        var root = Path.Combine(Ground.FullName, "repository");
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
    protected void Sendable()
    {
        Replace("infra/bicep/prod.bicepparam", "https://pfoss.example.org", "https://pfoss.fr");
        Replace("infra/bicep/prod.bicepparam", "technique@example.org", "technique@pfoss.fr");
        Replace("platforms/pfoss-ara/platform.json", "@example.org", "@pfoss.fr");
        Replace("platforms/pfoss-ara/textes/bienvenue-information.md", "example.org", "pfoss.fr");
        Replace("platforms/pfoss-ara/textes/bienvenue-adhesion.md", "example.org", "pfoss.fr");
        File.WriteAllText(Path.Combine(Ground.FullName, "address"), "https://pfoss.fr");
        File.WriteAllText(Path.Combine(Ground.FullName, "mail"), "sendgrid");
        File.WriteAllText(Path.Combine(Ground.FullName, "vault", "almanach-sendgrid-key"), "key");
    }

    protected void Replace(string file, string old, string written)
    {
        var path = Path.Combine(Ground.FullName, "repository", file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, written, StringComparison.Ordinal));
    }

    protected void Fails(string command, int times = 1000) =>
        File.WriteAllText(Path.Combine(Ground.FullName, "failures", "1"), string.Create(CultureInfo.InvariantCulture, $"{command}\n{times}\n"));

    private static string Found(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).First(File.Exists);

    protected void StandIn(string name, string script)
    {
        var path = Path.Combine(Ground.FullName, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\nset -eu\nGROUND='{Ground.FullName}'\n{(name == "az" ? "echo \"$*\" >>\"$GROUND/calls\"\n" : "")}{Failing}\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    protected Dictionary<string, string> Secrets() =>
        Directory.GetFiles(Path.Combine(Ground.FullName, "vault")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    protected async Task<(int Code, string Said, IReadOnlyList<string> Calls)> Deploy(params string[] arguments)
    {
        var calls = Path.Combine(Ground.FullName, "calls");
        File.Delete(calls);
        var temporary = Directory.CreateDirectory(Path.Combine(Ground.FullName, "tmp")).FullName;
        var start = new ProcessStartInfo("bash", [script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["PATH"] = $"{Ground.FullName}:{Ground.FullName}/tools", ["TMPDIR"] = temporary },
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

    protected static void InOrder(IReadOnlyList<string> calls, params string[] expected)
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
