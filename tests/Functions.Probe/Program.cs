using System.Globalization;
using Almanach.Adapters.Platforms;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Hosting;
using Almanach.Functions.Mail;
using Almanach.Functions.Probe;
using Almanach.Functions.Storage;
using Almanach.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

// An instance of the Functions host over a platform's folder, a storage account, and a server that takes mail:
//   Almanach.Functions.Probe FOLDER CONNECTION MAIL-ADDRESS MAIL-KEY
// It reads an instant a line, sets its clock, ticks and works until nothing is due, and says « done ».
var clock = new SimulatedClock(DateTimeOffset.UnixEpoch);
var settings = new AzureSettings(
    Production: true, RehearsalLinks.Root, "probe", 2022, new AzureKeys(RehearsalLinks.Keys, new byte[32], new string('k', 32)), IncomingSettings.None);
using var mailer = new SendGridMailer(new SendGridSettings(args[3]) { Address = args[2] }, TimeProvider.System, NullLogger<SendGridMailer>.Instance);
var office = Premises.Open(PlatformOnDisk.Setting(args[0]).Setting!, settings, new AzureStorage(new StoragePlace.Connection(args[1])), _ => mailer, clock);
await using var services = new ServiceCollection().AddLogging().AddAlmanach(settings, _ => office)
    .AddSingleton<TimerTriggers>().AddSingleton<QueueTriggers>().BuildServiceProvider();
var timers = services.GetRequiredService<TimerTriggers>();
var loop = new HostLoop(office.Around.Queue, services.GetRequiredService<QueueTriggers>(), together: 8);

while (Console.ReadLine() is { } line)
{
    clock.Set(DateTimeOffset.Parse(line, CultureInfo.InvariantCulture));
    await timers.Tick(new TimerInfo(), CancellationToken.None);
    while (await loop.Once())
        continue;
    Console.WriteLine("done");
}
Console.WriteLine($"{loop.Messages} {loop.Failures}");
