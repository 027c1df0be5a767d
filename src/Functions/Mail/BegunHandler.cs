using System.Net;

namespace Almanach.Functions.Mail;

/// <summary>The request was broken off before a byte of its mail left: nobody was attempted.</summary>
public sealed class UnsentException(Exception reason) : Exception("SendGrid n’a pas pu être joint. L’envoi reprendra de lui-même.", reason);

/// <summary>The request was broken off after its mail had begun to leave: it may have been taken.</summary>
internal sealed class OpenOutcomeException(Exception reason) : Exception("The request was begun, and its outcome is not known.", reason);

/// <summary>Tells a request that broke off before its mail began to leave from one that broke off after, whatever broke it.</summary>
internal sealed class BegunHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = new WatchedContent(request.Content!);
        request.Content = body;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        catch (Exception broken)
        {
            throw body.Begun ? new OpenOutcomeException(broken) : new UnsentException(broken);
        }
    }

    private sealed class WatchedContent : HttpContent
    {
        private readonly HttpContent inner;

        public WatchedContent(HttpContent inner)
        {
            this.inner = inner;
            foreach (var header in inner.Headers)
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        public bool Begun { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Begun = true;
            return inner.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = inner.Headers.ContentLength ?? 0;
            return inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
