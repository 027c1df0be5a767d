using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Programme;

/// <summary>Somebody wished for a group or a meeting, and is told what becomes of it.</summary>
/// <param name="Contact">Who said so; null where nobody is named, or it was taken by phone.</param>
public sealed record Wish(string Organisation, string? Contact)
{
    /// <summary>Each person once: who said so, or, where she has left or nobody is named, those asked for the organisation.</summary>
    /// <param name="asked">Who is asked, of every organisation.</param>
    public static IReadOnlyList<AudienceMember> People(IEnumerable<Wish> wishes, IEnumerable<Contact> asked, Roster roster)
    {
        var answering = asked.ToLookup(contact => contact.Organisation);
        var active = roster.Active.Select(contact => contact.Id).ToHashSet();
        return [.. wishes
            .SelectMany(wish => wish.Contact is { } contact && active.Contains(contact) ? [roster.Contacts[contact]] : answering[wish.Organisation])
            .DistinctBy(contact => contact.Id).OrderBy(contact => contact.Id, StringComparer.Ordinal)
            .Select(contact => new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>()))];
    }
}
