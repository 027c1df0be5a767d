using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Api;

/// <summary>Everything the coordinator does, for programs: the same desks as the pages, behind a key.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        CycleApi.Map(new ApiModule(endpoints, "Cycle"));
        IntentionsApi.Map(new ApiModule(endpoints, "Intentions"));
        ThemesApi.Map(new ApiModule(endpoints, "Thèmes"));
        ConsultationsApi.Map(new ApiModule(endpoints, "Consultations"));
        MeetingsApi.Map(new ApiModule(endpoints, "Réunions"));
        RegistrationApi.Map(new ApiModule(endpoints, "Inscriptions"));
        ProgrammeApi.Map(new ApiModule(endpoints, "Programme"));
        GroupsApi.Map(new ApiModule(endpoints, "Groupes"));
        NewsletterApi.Map(new ApiModule(endpoints, "Lettres"));
        CatalogueApi.Map(new ApiModule(endpoints, "Catalogue"));
        DeliveriesApi.Map(new ApiModule(endpoints, "Données"));
        SeriesApi.Map(new ApiModule(endpoints, "Tableau de bord"));
        PortraitsApi.Map(new ApiModule(endpoints, "Portraits"));
        DocumentsApi.Map(new ApiModule(endpoints, "Documents"));
        LibraryApi.Map(new ApiModule(endpoints, "Bibliothèque"));
        NetworkApi.Map(new ApiModule(endpoints, "Réseau"));
        ImportApi.Map(new ApiModule(endpoints, "Réseau"));
        SubscriptionsApi.Map(new ApiModule(endpoints, "Lettres"));
        MessagesApi.Map(new ApiModule(endpoints, "Messages"));
        SystemApi.Map(new ApiModule(endpoints, "Marche"));
        endpoints.MapGet(ApiDocument.Path, ApiDocument.Serve(endpoints)).WithMetadata(new EndpointNameMetadata("openapi"));
    }
}
