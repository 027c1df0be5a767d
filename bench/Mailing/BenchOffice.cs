using Almanach.Adapters.Platforms;
using Almanach.Core;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Hosting;
using Almanach.Functions.Storage;

namespace Almanach.Bench;

/// <summary>The demonstration's platform on an account of Azurite, as the Functions host opens it.</summary>
internal static class BenchOffice
{
    private static readonly AzureSettings Settings = new(
        Production: true, RehearsalLinks.Root, "pfoss-ara", 2022, new AzureKeys(RehearsalLinks.Keys, new byte[32], new string('k', 32)), IncomingSettings.None);

    public static Office Open(AzureStorage storage, Func<IFiles, IMailer> mailer) =>
        Premises.Open(PlatformOnDisk.Setting(PlatformOnDisk.Demonstration).Setting!, Settings, storage, mailer, TimeProvider.System);
}
