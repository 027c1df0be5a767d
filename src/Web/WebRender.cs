using Almanach.Core.Data.Portraits;
using Almanach.Core.Documents;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Web.Dashboard;
using Almanach.Web.Dashboard.Portraits;
using Almanach.Web.Documents;
using Almanach.Web.Layout;
using Almanach.Web.Mail;

namespace Almanach.Web;

/// <summary>What Core's handlers ask Web to draw.</summary>
public sealed class WebRender : IRender, IDisposable
{
    private readonly MailRender mails = new();

    public Task<LetterBodies> Mail(MailContent content, CancellationToken stop = default) => mails.Mail(content, stop);

    public Task<byte[]> Page(Document document, CancellationToken stop = default) => DocumentRender.Page(document);

    public Task<byte[]> Portrait(Portrait portrait, Brand brand, string root, DateOnly day, CancellationToken stop = default) => HtmlPages.Render<PortraitPage>(new Dictionary<string, object?>
    {
        [nameof(PortraitPage.Brand)] = brand,
        [nameof(PortraitPage.Portrait)] = portrait,
        [nameof(PortraitPage.Day)] = day,
        [nameof(PortraitPage.Links)] = new (string, string)[] { ("Tous les portraits", $"{root}{PortraitEndpoints.Path}"), ("Le tableau de bord social", $"{root}{DashboardAddress.Path}") },
    });

    public void Dispose() => mails.Dispose();
}
