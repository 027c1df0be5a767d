using Almanach.Core.Platforms;

namespace Almanach.Core.Documents;

/// <summary>A stretch of a contact line; with an address, it is a link (<c>tel:</c> or <c>mailto:</c>).</summary>
public sealed record ContactPiece(string Text, string? Address = null);

/// <summary>
/// « Une suggestion ? La coordination vous répond au 04 …, du lundi au jeudi, ou à coordination@… »: one sentence for
/// pages, documents and mails.
/// </summary>
public static class ContactLine
{
    /// <param name="lead">« Une question ? » stands as a sentence; « Pour toute suggestion » is carried on after a comma;
    /// empty is fine. The phone is left out when the platform has none.</param>
    public static IReadOnlyList<ContactPiece> Of(Brand brand, string lead)
    {
        var pieces = new List<ContactPiece> { new(Opening(Runs.Plain(lead).Trim()) + " vous répond ") };
        if (brand.Phone.Length > 0)
        {
            pieces.Add(new("au "));
            pieces.Add(new(Bound(brand.Phone), PhoneAddress(brand.Phone)));
            pieces.Add(new(brand.PhoneHours.Length > 0 ? $", {brand.PhoneHours}, ou " : " ou "));
        }
        pieces.Add(new("à "));
        pieces.Add(new(brand.Mailbox, "mailto:" + Uri.EscapeDataString(brand.Mailbox).Replace("%40", "@", StringComparison.Ordinal)));
        pieces.Add(new("."));
        return pieces;
    }

    /// <summary>The <c>tel:</c> address (RFC 3966) of a French number « 04 73 … » or of one that starts with +.</summary>
    public static string PhoneAddress(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (phone.TrimStart().StartsWith('+'))
            return "tel:+" + digits;
        return digits is ['0', .. var rest] && digits.Length == 10 ? "tel:+33" + rest : "tel:" + digits;
    }

    private static string Opening(string lead) => lead switch
    {
        "" => "La coordination",
        [.., '?' or '.' or '…' or ':'] => lead + " La coordination",
        _ => lead + ", la coordination",
    };

    /// <summary>A number never breaks across two lines.</summary>
    private static string Bound(string phone) => phone.Replace(' ', '\u00A0');
}
