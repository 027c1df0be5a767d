using System.Net.Sockets;
using System.Security.Cryptography;
using Almanach.Adapters.Platforms;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Access;
using Almanach.Core.Platforms.Reading;
using Almanach.Core.Rehearsal;
using Almanach.Local.Commands;
using Almanach.Local.Demonstration;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Connections;

namespace Almanach.Local.Hosting;

/// <summary>Serves one platform until it is asked to stop.</summary>
public static class ServeRun
{
    private static readonly TimeSpan CodeLasts = TimeSpan.FromDays(1);

    public static async Task<int> Run(ServeRequest request, CancellationToken stop)
    {
        var folder = new DataFolder(request.Data);
        var (host, wrong) = HostSettingsReader.Read(
            File.Exists(folder.Settings) ? await File.ReadAllTextAsync(folder.Settings, stop) : null, Environment.GetEnvironmentVariable, request.Urls);
        if (host is null)
            return Refuse(string.Join('\n', wrong));

        using var sole = host.IsDemonstration ? SoleProcess.Over(folder) : null;

        // The platform takes longest to read; the store and the web server have nothing to wait for from it.
        var reading = Task.Run(() => PlatformOnDisk.Setting(request.Platform), stop);
        var opening = Task.Run(() => Open(folder), stop);
        using var logs = new ConsoleLogs();
        Premises? arrived = null;
        var script = new Lazy<Script>(() => DemonstrationScript.Of(arrived!.Office.Setting, request.Platform, host.Year));
        await using var app = LocalServer.Build(host, logs, () => arrived!, host.IsDemonstration ? () => new DemonstrationYear(arrived!, script) : null);

        var (setting, problems) = await reading;
        var (keys, file) = await opening;
        if (setting is null)
        {
            file.Dispose();
            return Refuse(PlatformReport.Text(problems).TrimEnd());
        }
        using var premises = arrived = new Premises(setting, host, folder, keys, file, logs);
        await FirstMorning.Open(premises, () => script.Value, stop);
        var drawing = Task.Run(() => WarmUp.Home(premises.Office, stop), stop);
        var taken = await Start(app, host, stop);
        await drawing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (taken is not null)
        {
            // What began beside the listening stops before the store it works on is closed.
            await app.DisposeAsync();
            return Refuse(taken);
        }
        Console.Out.Write(Greeting.Of(premises, host.IsDemonstration ? await Code(premises, stop) : null));
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Fine;
    }

    private static (KeyFile Keys, SqliteFile File) Open(DataFolder folder)
    {
        folder.Make();
        return (KeyFile.Of(folder), new SqliteFile(folder.Database));
    }

    /// <summary>A code for whoever sits at this terminal; it opens as many sessions as asked for a day.</summary>
    private static async Task<string> Code(Premises premises, CancellationToken stop)
    {
        var code = RandomNumberGenerator.GetString(SignInRules.Alphabet, SignInRules.Length);
        await premises.Office.SignIn.Print(code, CodeLasts, TimeProvider.System.GetUtcNow(), stop);
        return SignInRules.Shown(code);
    }

    /// <summary>Null when it listens; otherwise why not.</summary>
    private static async Task<string?> Start(WebApplication app, HostSettings host, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
            return null;
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            return $"L’adresse {host.Urls} est déjà prise par un autre programme, peut-être par un Almanach déjà lancé. Arrêtez-le, ou choisissez un autre port\u00A0: almanach serve --urls http://localhost:5081";
        }
        catch (SocketException)
        {
            return $"L’adresse {host.Urls} ne peut pas être écoutée sur cette machine. Choisissez-en une autre\u00A0: almanach serve --urls http://localhost:5081";
        }
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCode.Refused;
    }
}
