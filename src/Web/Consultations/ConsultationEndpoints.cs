using Almanach.Web.Consultations.Answers;
using Almanach.Web.Consultations.Deliveries;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Consultations.Entries;
using Almanach.Web.Consultations.Leaving;
using Almanach.Web.Consultations.Nearby;
using Almanach.Web.Consultations.Outcomes;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Consultations;

/// <summary>All that a personal link to a consultation opens.</summary>
internal static class ConsultationEndpoints
{
    public static void MapConsultations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/r/{token}", AnswerHandlers.Show);
        endpoints.MapForm("/r/{token}", AnswerHandlers.Take);
        endpoints.MapPage("/r/{token}/fiche", EntryHandlers.ShowNew);
        endpoints.MapForm("/r/{token}/fiche", EntryHandlers.TakeNew);
        endpoints.MapPage("/r/{token}/fiches/{id}", EntryHandlers.Show);
        endpoints.MapForm("/r/{token}/fiches/{id}", EntryHandlers.Take);
        endpoints.MapPage("/r/{token}/depots/{delivery}", DeliveryHandlers.Show);
        endpoints.MapForm("/r/{token}/depots/{delivery}", DeliveryHandlers.Take);
        endpoints.MapPut("/r/{token}/depots/{delivery}", DeliveryPut.Take);
        endpoints.MapPage("/r/{token}/depots/{delivery}/rapport.json", DeliveryHandlers.Report);
        endpoints.MapForm("/r/{token}/depots/{delivery}/envois", UploadHandlers.Begin);
        endpoints.MapPage("/r/{token}/depots/{delivery}/envois/{upload}", UploadHandlers.Show);
        endpoints.MapPatch("/r/{token}/depots/{delivery}/envois/{upload}", UploadHandlers.Append);
        endpoints.MapDelete("/r/{token}/depots/{delivery}/envois/{upload}", UploadHandlers.Forget);
        endpoints.MapPage("/r/{token}/depots/{delivery}/modele.csv", DeliveryHandlers.Model);
        endpoints.MapForm("/r/{token}/depots/{delivery}/corrections", RepairHandlers.Take);
        endpoints.MapPage("/r/{token}/recu", AnswerHandlers.Received);
        endpoints.MapPage("/r/{token}/sans-reponse", DeclineHandlers.Show);
        endpoints.MapForm("/r/{token}/sans-reponse", DeclineHandlers.Take);
        endpoints.MapPage("/r/{token}/retirer/{item}", WithdrawHandlers.Show);
        endpoints.MapForm("/r/{token}/retirer/{item}", WithdrawHandlers.Take);
        endpoints.MapForm("/r/{token}/proches", NearHandlers.Look);
        endpoints.MapPage("/r/{token}/proches/{item}", NearHandlers.Show);
        endpoints.MapForm("/r/{token}/proches/{item}", NearHandlers.Take);
        endpoints.MapPage("/r/{token}/autre", SuccessorHandlers.Show);
        endpoints.MapForm("/r/{token}/autre", SuccessorHandlers.Take);
        endpoints.MapForm("/r/{token}/lien", StaleHandlers.SendLink);
        endpoints.MapPage("/r/{token}/lien", StaleHandlers.Sent);
        endpoints.MapPage("/r/{token}/resultat", ResultHandlers.Show);
        endpoints.MapPage("/r/{token}/bulletins", ResultHandlers.Ballots);
        endpoints.MapPage("/r/{token}/bulletins.csv", ResultHandlers.Csv);
    }
}
