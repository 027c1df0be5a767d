using Almanach.Core.Links;
using Almanach.Core.Mail.Inbox;

namespace Almanach.Functions.Hosting;

/// <summary>What the person who deploys decides, from the application's settings (<c>Almanach__…</c>); checked by <see cref="AzureSettingsReader"/>.</summary>
/// <param name="Production">False: mail goes to the platform's allowed domains only.</param>
/// <param name="Root">Public address without a final slash.</param>
/// <param name="Platform">Folder of the platform inside the package.</param>
/// <param name="Year">The first year to open.</param>
/// <param name="Incoming">Where answers by mail arrive.</param>
/// <param name="EventsKey">Public key of SendGrid's Event Webhook; empty: nobody tells what becomes of mails.</param>
public sealed record AzureSettings(bool Production, string Root, string Platform, int Year, AzureKeys Keys, IncomingSettings Incoming, string EventsKey = "");

/// <summary>The secrets of one platform, from the key vault.</summary>
/// <param name="Session">Signs the coordinator's session.</param>
/// <param name="Api">Opens the API.</param>
public sealed record AzureKeys(LinkKeys Links, byte[] Session, string Api);
