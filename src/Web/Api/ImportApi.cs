using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;

namespace Almanach.Web.Api;

/// <summary>A table of contacts: first what it would change, then exactly that.</summary>
internal static class ImportApi
{
    private static readonly string[] Types =
        ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel"];

    public static void Map(ApiModule api) => api.Upload<ImportReport>(
        "/imports", "Dit ce qu’un tableau changerait au réseau, sans rien écrire\u00A0; avec «\u00A0confirm\u00A0», écrit exactement ce plan.", Types, Take,
        new ApiQuery("source", "", true, "D’où viennent ces adresses\u00A0: les personnes ajoutées en sont informées."),
        new ApiQuery("name", "", false, "Nom du fichier."),
        new ApiQuery("invite", "", false, "«\u00A0false\u00A0»\u00A0: les personnes ajoutées ne sont pas invitées à ce qui est ouvert pour leurs rôles. Elles le sont sinon."),
        new ApiQuery("confirm", "", false, "Le «\u00A0hash\u00A0» du plan à écrire. S’il n’est plus le même, rien n’est écrit et la réponse 409 donne le nouveau."));

    private static async Task<ApiAnswer> Take(ApiCall call, byte[] file)
    {
        var source = call.Words("source");
        if (source.Length is 0 or > MemberRules.MaxName)
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("source", $"Dites d’où viennent ces adresses, en {MemberRules.MaxName} caractères au plus\u00A0: les personnes en sont informées.")));
        var planning = ImportPlanner.Plan(
            call.Tables.Read(call.Words("name"), file), await call.Office.Network.Load(call.Stop), call.Office.Setting.Platform, source, call.Today);
        if (planning.Plan?.Inviting(call.Words("invite") != "false") is not { } plan)
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("body", planning.Problem)));
        var confirmed = call.Words("confirm");
        if (confirmed.Length == 0)
            return ApiAnswer.Of(await ImportReport.Of(call.Office, plan, written: false, call.Stop));
        if (confirmed != plan.Hash)
            return ApiAnswer.Changed(
                "Ce n’est pas le plan de ce tableau, ou le réseau a changé depuis. Rien n’est écrit\u00A0: relisez le plan sans «\u00A0confirm\u00A0», puis confirmez-le par son «\u00A0hash\u00A0».", plan.Hash);
        var report = await ImportReport.Of(call.Office, plan, written: false, call.Stop);
        return await call.Office.Imports.Start(plan, ApiCall.Actor, call.Now, call.Stop) is { } refusal
            ? ApiAnswer.Of(refusal) : ApiAnswer.Of(report with { Written = !plan.WritesNothing });
    }
}
