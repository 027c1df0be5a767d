using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Links;

/// <summary>Addresses of personal links, under the platform's public address.</summary>
/// <param name="root">Public address without a final slash: <c>https://pfoss.example.org</c>.</param>
public sealed class LinkMaker(LinkSigner signer, string root)
{
    /// <summary>One's own page works for so long after the mail that brought it.</summary>
    private static readonly TimeSpan OwnPageLasts = TimeSpan.FromDays(400);

    public string Root => root;

    public string Address(LinkTo link, Contact contact) => $"{root}/{Path(link.Purpose)}/{Token(link, contact)}{Room(link)}";

    /// <summary>One's own page has rooms of its own: « suite/c-012 » is about that person, in the room « suite ».</summary>
    private static string Room(LinkTo link) =>
        link.Purpose == LinkPurpose.Person && link.Subject.IndexOf('/') is > 0 and var slash ? $"/{link.Subject[..slash]}" : "";

    public string OwnPage(Contact contact, DateTimeOffset mailed) =>
        Address(new LinkTo(LinkPurpose.Person, "", mailed + OwnPageLasts), contact);

    public string Token(LinkTo link, Contact contact) =>
        signer.Sign(new PersonalLink(link.Purpose, contact.Id, link.Subject, link.Expires, contact.Generation));

    /// <summary>First segment of the address, by purpose.</summary>
    public static string Path(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Answer => "r",
        LinkPurpose.Document => "d",
        LinkPurpose.Person => "p",
        LinkPurpose.SignIn => "cockpit/entrer",
        LinkPurpose.Registration => "inscription",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
