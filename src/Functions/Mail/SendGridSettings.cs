
namespace Almanach.Functions.Mail;

/// <summary>How to reach SendGrid.</summary>
/// <param name="Key">An API key that may send mail, and need do nothing else.</param>
public sealed record SendGridSettings(string Key)
{
    /// <summary>Where the account's mail is treated: <c>eu</c> or <c>global</c>.</summary>
    public string Region { get; init; } = "eu";

    /// <summary>Another address than the region's, for trials on this machine; usually empty.</summary>
    public string Address { get; init; } = "";

    /// <summary>Mails are checked by SendGrid and go to nobody.</summary>
    public bool Sandbox { get; init; }

    /// <summary>How long one request may take: well below <see cref="Core.Mail.Sending.BatchRules.ClaimHolds"/>, or another host would send the batch again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public string Host => Address.Length > 0 ? Address : Region == "global" ? "https://api.sendgrid.com" : "https://api.eu.sendgrid.com";

    /// <summary>What is wrong with them, in French, for whoever starts the host, each with the setting at fault; empty when nothing is.</summary>
    public IEnumerable<(string Setting, string Words)> Problems()
    {
        if (string.IsNullOrWhiteSpace(Key))
            yield return (nameof(Key), "la clé de SendGrid manque. Créez-en une qui ne donne que le droit «\u00A0Mail Send\u00A0», et rangez-la dans le coffre.");
        else if (Key.Any(c => c is <= ' ' or > '~'))
            yield return (nameof(Key), "la clé de SendGrid contient une espace ou un accent. Recopiez-la entière, de «\u00A0SG.\u00A0» jusqu’au bout.");
        if (Region is not ("eu" or "global"))
            yield return (nameof(Region), $"la région «\u00A0{Region}\u00A0» de SendGrid n’existe pas. Indiquez «\u00A0eu\u00A0» ou «\u00A0global\u00A0».");
        if (!Uri.TryCreate(Host, UriKind.Absolute, out var host) || host.Scheme != Uri.UriSchemeHttps && !(host.Scheme == Uri.UriSchemeHttp && host.IsLoopback))
            yield return (nameof(Address), $"l’adresse «\u00A0{Host}\u00A0» de SendGrid ne convient pas. Laissez-la vide, ou indiquez une adresse en https.");
        if (Patience <= TimeSpan.Zero)
            yield return (nameof(Patience), "le délai d’envoi doit dépasser zéro seconde. Indiquez par exemple 60 secondes.");
        if (Patience > TimeSpan.FromMinutes(5))
            yield return (nameof(Patience), "le délai d’envoi dépasse cinq minutes\u00A0: l’envoi risquerait d’être repris ailleurs avant sa fin. Indiquez par exemple 60 secondes.");
    }

    /// <summary>Without the key: settings may be logged.</summary>
    public override string ToString() => $"SendGrid, {Host}{(Sandbox ? ", sandbox" : "")}";
}
