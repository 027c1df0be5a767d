using Almanach.Core.Network;

namespace Almanach.Web.Api;

/// <summary>Who belongs to the platform.</summary>
internal static class NetworkApi
{
    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<Organisation>>("/organisations", "Les organismes.", async call =>
            ApiAnswer.Of<IReadOnlyList<Organisation>>([.. (await call.Office.Network.Load(call.Stop)).Organisations.Values]));
        api.Get<IReadOnlyList<ContactView>>("/contacts", "Les personnes.", async call =>
            ApiAnswer.Of<IReadOnlyList<ContactView>>([.. (await call.Office.Network.Load(call.Stop)).Contacts.Values.Select(contact => new ContactView(
                contact.Id, contact.Organisation, contact.Name, contact.Address, contact.Function, contact.Roles, contact.Active, contact.Suppressed))]));
    }
}
