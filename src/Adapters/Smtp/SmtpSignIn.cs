using System.Text;

namespace Almanach.Adapters.Smtp;

/// <summary>Signs in with AUTH PLAIN (RFC 4616), or LOGIN where that is all there is; on an encrypted connection only.</summary>
internal static class SmtpSignIn
{
    /// <exception cref="RelayException">It is refused, or not offered.</exception>
    public static async Task Do(SmtpWire wire, SmtpOffers offers, SmtpSettings settings, TimeSpan longest)
    {
        if (!wire.IsEncrypted)
            throw new InvalidOperationException("A password is not sent in the clear.");
        var reply = offers.SignIns switch
        {
            var ways when ways.Contains("PLAIN") => await wire.Ask("AUTH PLAIN " + Base64($"\0{settings.User}\0{settings.Password}"), longest),
            var ways when ways.Contains("LOGIN") => await Login(wire, settings, longest),
            _ => throw RelayException.NoSignIn(),
        };
        if (!reply.IsYes)
            throw reply.IsLater ? RelayException.NotNow(reply) : RelayException.SignInRefused(reply);
    }

    private static async Task<SmtpReply> Login(SmtpWire wire, SmtpSettings settings, TimeSpan longest)
    {
        var reply = await wire.Ask("AUTH LOGIN", longest);
        if (reply.Code == 334)
            reply = await wire.Ask(Base64(settings.User), longest);
        return reply.Code == 334 ? await wire.Ask(Base64(settings.Password), longest) : reply;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
