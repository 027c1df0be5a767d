using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Links;

/// <summary>Where answers by mail arrive, and whose they are.</summary>
/// <param name="box">The box that is read: <c>reponses@exemple.fr</c>, which takes <c>reponses+…@exemple.fr</c> too; empty where none is.</param>
public sealed class ReplyAddresses(ReplySigner signer, string box)
{
    /// <summary>Local part of the box and its plus sign leave room for a token.</summary>
    public const int LongestLocal = 64 - 1 - ReplySigner.Length;

    /// <summary>Whether answers are read at all.</summary>
    public bool AreRead => box.Length > 0;

    public string Box => box;

    /// <summary>What answering a message marks: the consultation its link opens, or nothing in particular.</summary>
    public string Token(LinkTo link, Contact contact) => AreRead
        ? signer.Sign(contact.Id, link.Purpose == LinkPurpose.Answer ? link.Subject : "", contact.Generation)
        : "";

    /// <summary>The mark in the first address or message id that bears one; null where none does.</summary>
    /// <param name="addresses">Recipients, and ids of the messages answered: <c>reponses+TOKEN@…</c>, <c>r.TOKEN@…</c>.</param>
    public ReplyMark? Find(IEnumerable<string> addresses) =>
        addresses.SelectMany(address => address.Split('@')[0].Split('+', '.')).Select(signer.Open).FirstOrDefault(mark => mark is not null);
}
