using Almanach.Core;
using Almanach.Core.Library;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Web.Documents;
using Almanach.Web.Hosting;
using Almanach.Web.Network;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Space;

/// <summary>The pages inside the members’ area: each shows what this person may read, and nothing else.</summary>
internal static class SpaceRooms
{
    public static async Task<IResult> Home(string? fait, Office office, SpaceSession session, HttpContext context) =>
        await session.Person(office, context) is { } person
            ? await Page<SpaceHomePage>(office, session, person, context, new()
            {
                [nameof(SpaceHomePage.Own)] = await OwnView.Of(office, person, context.RequestAborted),
                [nameof(SpaceHomePage.Search)] = await Search(office, person, context),
                [nameof(SpaceHomePage.OwnPath)] = OwnPath(office, person),
            })
            : await SpaceDoor.Page(office, fait ?? "");

    public static Task<IResult> Documents(Office office, SpaceSession session, HttpContext context) =>
        SpaceEndpoints.Inside(office, session, context, async person => await Page<SpaceDocumentsPage>(office, session, person, context, new()
        {
            [nameof(SpaceDocumentsPage.Search)] = await Search(office, person, context),
        }));

    public static Task<IResult> Agenda(Office office, SpaceSession session, HttpContext context) =>
        SpaceEndpoints.Inside(office, session, context, async person => await Page<SpaceAgendaPage>(office, session, person, context, new()
        {
            [nameof(SpaceAgendaPage.Own)] = await OwnView.Of(office, person, context.RequestAborted),
            [nameof(SpaceAgendaPage.Calendar)] = $"{OwnPath(office, person)}/agenda.ics",
        }));

    public static Task<IResult> Members(Office office, SpaceSession session, HttpContext context) =>
        SpaceEndpoints.Inside(office, session, context, async person => await Page<SpaceMembersPage>(office, session, person, context, new()
        {
            [nameof(SpaceMembersPage.Roster)] = await office.Network.Load(context.RequestAborted),
        }));

    /// <summary>A document drawn up; what she may not read is not here, whether it exists or not.</summary>
    public static Task<IResult> Read(string id, bool word, Office office, SpaceSession session, HttpContext context) =>
        SpaceEndpoints.Inside(office, session, context, async person =>
            (await office.Documents.All(context.RequestAborted)).FirstOrDefault(document => document.Id == id && document.IsFor(person)) is not { } found ? Results.NotFound()
            : word ? await DocumentEndpoints.Docx(office, found, context)
            : await DocumentEndpoints.Html(office, found, $"{SpaceEndpoints.Home}/documents/{found.Id}.docx", context));

    public static Task<IResult> File(string id, Office office, SpaceSession session, HttpContext context) =>
        SpaceEndpoints.Inside(office, session, context, async person =>
            await office.Deposits.Find(id, context.RequestAborted) is { } deposit && LibraryItem.Of(deposit).IsFor(person, await office.Groups.All(context.RequestAborted))
                ? await PublicDocuments.Answer(office, deposit, context) : Results.NotFound());

    private static async Task<LibrarySearch> Search(Office office, Contact person, HttpContext context) => LibrarySearch.Of(
        context.Request.Query, await office.Library.For(person, context.RequestAborted), await LibraryPlaces.Of(office, context.RequestAborted));

    private static string OwnPath(Office office, Contact person) => $"/p/{office.Links.Token(new LinkTo(LinkPurpose.Person, "", office.Now.AddDays(30)), person)}";

    public static Task<IResult> Page<TPage>(Office office, SpaceSession session, Contact person, HttpContext context, Dictionary<string, object?> parameters)
        where TPage : SpaceRoom
    {
        parameters[nameof(SpaceRoom.Setting)] = office.Setting;
        parameters[nameof(SpaceRoom.Person)] = person;
        parameters[nameof(SpaceRoom.FormToken)] = session.FormToken(context);
        return PageResult.Of<TPage>(parameters);
    }
}
