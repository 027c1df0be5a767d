using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Almanach.Adapters.Smtp;

/// <summary>Opens connections to the relay, up to where letters can be sent.</summary>
/// <param name="certificate">Null: the certificate is checked as the machine checks it, with the relay's name.</param>
internal sealed class SmtpDoor(SmtpSettings settings, RemoteCertificateValidationCallback? certificate)
{
    private readonly SmtpTimes times = new(settings.Patience);

    /// <exception cref="RelayException">There is none to be had.</exception>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<SmtpSession> Open(CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        SmtpWire? wire = null;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(times.Opening);
            await socket.ConnectAsync(settings.Host, settings.Port, patience.Token);
            wire = new SmtpWire(socket);
            SmtpOffers offers;
            using (patience.Token.UnsafeRegister(_ => wire.GiveUp(), null))
                offers = await Greet(wire);
            wire.Rest();
            return new SmtpSession(wire, offers, times);
        }
        catch (Exception problem)
        {
            wire?.Dispose();
            socket.Dispose();
            stop.ThrowIfCancellationRequested();
            throw problem switch
            {
                AuthenticationException => RelayException.Uncertain(problem),
                SocketException or OperationCanceledException or BrokenWireException => RelayException.Unreachable(problem),
                _ => problem,
            };
        }
    }

    private async Task<SmtpOffers> Greet(SmtpWire wire)
    {
        if (settings.Security == SmtpSecurity.Implicit)
            await Encrypt(wire);
        var greeting = await wire.Read(times.Reply);
        if (!greeting.IsYes)
            throw RelayException.NotNow(greeting);
        var offers = await Hello(wire);
        if (settings.Security == SmtpSecurity.StartTls)
        {
            if (!offers.StartTls)
                throw RelayException.NoStartTls();
            if (await wire.Ask("STARTTLS", times.Reply) is { IsYes: false } refused)
                throw RelayException.NotNow(refused);
            await Encrypt(wire);
            // What was offered in the clear is forgotten (RFC 3207, 4.2).
            offers = await Hello(wire);
        }
        if (settings.User.Length > 0)
            await SmtpSignIn.Do(wire, offers, settings, times.Reply);
        return offers;
    }

    private Task Encrypt(SmtpWire wire) => wire.Encrypt(
        new SslClientAuthenticationOptions { TargetHost = settings.Host, RemoteCertificateValidationCallback = certificate }, times.Reply);

    private async Task<SmtpOffers> Hello(SmtpWire wire)
    {
        var hello = await wire.Ask($"EHLO {wire.Literal}", times.Reply);
        return hello.IsYes ? SmtpOffers.Of(hello) : throw RelayException.NotNow(hello);
    }
}
