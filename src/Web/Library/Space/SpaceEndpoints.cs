using Almanach.Core;
using Almanach.Core.Network;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Library.Space;

/// <summary>The members’ area. Whoever is not in it is shown its door, whatever the address.</summary>
internal static class SpaceEndpoints
{
    public const string Home = "/espace";

    public static void MapSpace(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Home, SpaceRooms.Home);
        endpoints.MapForm($"{Home}/lien", SpaceDoor.Ask);
        endpoints.MapPage($"{Home}/lien/demande", SpaceDoor.Asked);
        endpoints.MapPage($"{Home}/entrer/{{token}}", SpaceDoor.Show);
        endpoints.MapForm($"{Home}/entrer/{{token}}", SpaceDoor.Enter);
        endpoints.MapForm($"{Home}/sortir", Leave);
        endpoints.MapPage($"{Home}/documents", SpaceRooms.Documents);
        endpoints.MapPage($"{Home}/documents/{{id}}.docx", (string id, Office office, SpaceSession session, HttpContext context) => SpaceRooms.Read(id, word: true, office, session, context));
        endpoints.MapPage($"{Home}/documents/{{id}}", (string id, Office office, SpaceSession session, HttpContext context) => SpaceRooms.Read(id, word: false, office, session, context));
        endpoints.MapPage($"{Home}/fichiers/{{id}}", SpaceRooms.File);
        endpoints.MapPage(SpaceCatalogue.Path, SpaceCatalogue.Search);
        endpoints.MapPage($"{SpaceCatalogue.Path}/{{id}}", SpaceCatalogue.Show);
        endpoints.MapPage($"{Home}/agenda", SpaceRooms.Agenda);
        endpoints.MapPage($"{Home}/membres", SpaceRooms.Members);
    }

    /// <summary>Shows a page to whoever is inside; leads all others to the door.</summary>
    public static async Task<IResult> Inside(Office office, SpaceSession session, HttpContext context, Func<Contact, Task<IResult>> show) =>
        await session.Person(office, context) is { } person ? await show(person) : Results.Redirect(Home);

    private static async Task<IResult> Leave(SpaceSession session, HttpContext context)
    {
        // Another site cannot sign anybody out.
        if (session.Accepts(context, (await PostedForm.Read(context)).Text(SpaceSession.FormField)))
            SpaceSession.Close(context);
        return PageMapping.SeeOther($"{Home}?fait=sortie");
    }
}
