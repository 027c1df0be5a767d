using Almanach.Core.Documents;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;
using Almanach.Web.Documents;
using Almanach.Web.Mail;

namespace Almanach.Web;

/// <summary>What Core's handlers ask Web to draw.</summary>
public sealed class WebRender : IRender, IDisposable
{
    private readonly MailRender mails = new();

    public Task<LetterBodies> Mail(MailContent content, CancellationToken stop = default) => mails.Mail(content, stop);

    public Task<byte[]> Page(Document document, CancellationToken stop = default) => DocumentRender.Page(document);

    public void Dispose() => mails.Dispose();
}
