using System.Text.RegularExpressions;
using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Links;

/// <summary>Addresses of personal links, under the platform's public address.</summary>
/// <param name="root">Public address without a final slash: <c>https://pfoss.example.org</c>.</param>
public sealed partial class LinkMaker(LinkSigner signer, string root)
{
    /// <summary>One's own page works for so long after the mail that brought it.</summary>
    private static readonly TimeSpan OwnPageLasts = TimeSpan.FromDays(400);

    private static readonly TimeSpan UnsubscriptionLasts = TimeSpan.FromDays(730);

    public string Root => root;

    public string Address(LinkTo link, Contact contact) => $"{root}/{Path(link.Purpose)}/{Token(link, contact)}{Room(link)}";

    /// <summary>One's own page has rooms of its own: « suite/c-012 » is about that person, in the room « suite ».</summary>
    private static string Room(LinkTo link) =>
        link is { Purpose: LinkPurpose.Answer, Page: { Length: > 0 } page } ? $"/{page}" :
        link.Purpose == LinkPurpose.Person && link.Subject.IndexOf('/') is > 0 and var slash ? $"/{link.Subject[..slash]}" : "";

    public string OwnPage(Contact contact, DateTimeOffset mailed) =>
        Address(new LinkTo(LinkPurpose.Person, "", mailed + OwnPageLasts), contact);

    /// <summary>Where one chooses what one receives.</summary>
    public string Choices(Contact contact, DateTimeOffset mailed) => $"{OwnPage(contact, mailed)}/messages";

    /// <summary>The page of somebody who subscribes from outside the network.</summary>
    public string Subscription(Contact subscriber, DateTimeOffset mailed) =>
        Address(new LinkTo(LinkPurpose.Subscription, "", mailed + OwnPageLasts), subscriber);

    /// <summary>Where one leaves a newsletter. Past its time it still works: it only stops being one that comes back.</summary>
    public string Unsubscription(Contact contact, string list, DateTimeOffset mailed) =>
        Address(new LinkTo(LinkPurpose.Unsubscription, list, mailed + UnsubscriptionLasts), contact);

    public string Token(LinkTo link, Contact contact) =>
        signer.Sign(new PersonalLink(link.Purpose, contact.Id, link.Subject, link.Expires, contact.Generation));

    /// <summary>
    /// A text that others read: whatever is signed in it, of whatever purpose, leads to the public page. It looks at what is
    /// written and not at who wrote it, so that a link added later is found too.
    /// </summary>
    public string Inert(string text) => Personal().Replace(text, $"{root}/");

    /// <summary>An address with a token of <see cref="LinkSigner"/>, and the room behind it.</summary>
    [GeneratedRegex(@"https?://[^\s""'<>]+/v1(?:\.[\w-]+){3}(?:[/?#][\w/?#=&;%-]*)?")]
    private static partial Regex Personal();

    /// <summary>First segment of the address, by purpose.</summary>
    public static string Path(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Answer => "r",
        LinkPurpose.Document => "d",
        LinkPurpose.Person => "p",
        LinkPurpose.SignIn => "cockpit/entrer",
        LinkPurpose.Registration => "inscription",
        LinkPurpose.Unsubscription => "desabonnement",
        LinkPurpose.Subscription => "abonnement",
        LinkPurpose.Space => "espace/entrer",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
