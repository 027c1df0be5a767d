using Almanach.Core;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Network;

/// <summary>What a link to one's own page or to a document finds. Reads only.</summary>
public abstract record PersonArrival
{
    private PersonArrival() { }

    public sealed record Unsigned : PersonArrival;

    /// <param name="Person">Whom it was signed for, while still one of ours.</param>
    /// <param name="AnswersNow">Whether somebody else answers now, where the person has left; empty elsewhere.</param>
    public sealed record Stale(StaleLink Why, PersonalLink Link, Contact? Person = null, string AnswersNow = "") : PersonArrival;

    public sealed record Welcome(Contact Person, PersonalLink Link) : PersonArrival;
}

internal static class PersonDoor
{
    public static async Task<PersonArrival> Open(Office office, string token, LinkPurpose purpose, CancellationToken stop = default)
    {
        if (office.Signer.Open(token) is not { } link)
            return new PersonArrival.Unsigned();
        if (link.Purpose != purpose)
            return new PersonArrival.Stale(StaleLink.OtherPurpose, link);
        var roster = await office.Network.Load(stop);
        if (roster.Contacts.GetValueOrDefault(link.Contact) is not { Active: true } person || roster.OrganisationOf(person.Id) is not { Active: true })
            return new PersonArrival.Stale(StaleLink.Gone, link, AnswersNow: roster.Contacts.GetValueOrDefault(link.Contact) is { } gone ? VacancyRules.AnswersNow(gone, roster) : "");
        return person.Generation != link.Generation ? new PersonArrival.Stale(StaleLink.Revoked, link, person)
            : link.Expires <= office.Now ? new PersonArrival.Stale(StaleLink.Expired, link, person)
            : new PersonArrival.Welcome(person, link);
    }

    public static Task<IResult> Page(Office office, string token, PersonArrival.Stale stale) => PageResult.Of<StalePersonPage>(
        new Dictionary<string, object?>
        {
            [nameof(StalePersonPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(StalePersonPage.Token)] = token,
            [nameof(StalePersonPage.Stale)] = stale,
        }, stale.Why == StaleLink.OtherPurpose ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
}
