using Almanach.Core.Network;

namespace Almanach.Core.Retention;

/// <summary>
/// What is kept of whom, and until when: the months that the platform announces on its page on personal data
/// (<see cref="Platforms.LegalNotice.RetentionMonths"/>; GDPR art. 5.1.e).
/// </summary>
public static class RetentionRules
{
    /// <summary>Hour of the night, platform's time, at which what is past keeping is erased: the one that begins at three o’clock.</summary>
    public const int Hour = 3;

    /// <summary>Files of imports serve for so many days: the time to plan one, confirm it, and find out what went wrong.</summary>
    public const int ImportDays = 30;

    /// <summary>Messages that arrived are kept for so many days after nothing waits in them any more: the time to find out what went wrong.</summary>
    public const int MailDays = 90;

    /// <summary>Messages or files erased in one night, so that a night comes to its end; the next goes on.</summary>
    public const int MostANight = 500;

    /// <summary>Rows of one commit.</summary>
    internal const int Chunk = 80;

    /// <param name="since">Day on which a file of an import was first seen.</param>
    public static bool HasServed(DateOnly since, DateOnly today) => since.AddDays(ImportDays) < today;

    /// <param name="last">Day of the departure, or on which a message, an address or a request was sent.</param>
    public static bool IsPast(DateOnly last, int months, DateOnly today) => last.AddMonths(months) < today;

    /// <summary>The day from which her months run; null for who is in the network, or erased already.</summary>
    /// <inheritdoc cref="After" path="/param"/>
    public static DateOnly? LeftOn(Contact contact, bool within, DateOnly today) => contact.IsErased || contact.Active && within ? null : contact.Left ?? today;

    /// <summary>
    /// Somebody who left, or whose organisation did, is erased once the months are over; who left on a day nobody noted, that
    /// many months after today. Null when nothing changes. What she answered for her organisation stays the organisation's.
    /// </summary>
    /// <param name="within">Whether her organisation is in the network.</param>
    public static Contact? After(Contact contact, bool within, int months, DateOnly today) => contact switch
    {
        { IsErased: true } => null,
        { Active: true, Left: { } } when within => contact with { Left = null },
        { Active: true } when within => null,
        { Left: null } => contact with { Left = today },
        { Left: { } left } => IsPast(left, months, today) ? Erased(contact) : null,
    };

    /// <summary>
    /// What stays of somebody erased, once her months are over or because she asks for it (GDPR art. 17): id and organisation. Of
    /// who objected to our messages the address alone stays: without it an import would take her for somebody new.
    /// </summary>
    public static Contact Erased(Contact contact) => contact with
    {
        FirstName = "",
        LastName = Contact.ErasedName,
        Address = contact.Suppressed ? contact.Address : "",
        Function = "",
        Source = "",
        Roles = [],
        Terms = null,
        LeftLists = null,
        Generation = contact.Generation + 1,
        Active = false,
    };
}
