using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;

namespace Almanach.Web.Api;

/// <summary>Data files that producers deliver: how far each is, one received otherwise, and those that are taken.</summary>
internal static class DeliveriesApi
{
    /// <summary>Of any data file that is read.</summary>
    internal static readonly string[] Types =
    [
        "application/octet-stream", "text/csv", "text/plain", "application/zip", "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.oasis.opendocument.spreadsheet",
    ];

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<DeliveryBrief>>("/deliveries", "Les fichiers de données attendus par la dernière collecte, et où en est chacun.", All);
        api.Get<IReadOnlyList<AcceptedFile>>("/deliveries-accepted", "Les fichiers de données acceptés, de toutes les années, du premier accepté au dernier.", async call =>
            ApiAnswer.Of(await call.Office.DeliveryFiles.Accepted(call.Stop)));
        api.Deliver<Done>("/deliveries/{delivery}/file", "Note un fichier de données reçu autrement\u00A0; il remplace celui qui est reçu, et est vérifié. Le même fichier ne l’est qu’une fois.", Types, Record,
            new ApiQuery("name", "", false, "Nom du fichier."),
            new ApiQuery("attested", "", false, "«\u00A0true\u00A0»\u00A0: le producteur a attesté que ce fichier peut être transmis et utilisé. Sans cela, il n’est pas pris."),
            new ApiQuery("corrections", "", false, "«\u00A0true\u00A0»\u00A0: accepte d’avance les corrections dont le sens est sûr. Sans cela, rien n’est corrigé."));
        api.Post<AcceptDeliveryBody>("/deliveries/{delivery}/accept", "Accepte le fichier reçu. Deux fois, c’est une seule.", Accept);
    }

    private static async Task<ApiAnswer> All(ApiCall call) =>
        ApiAnswer.Of<IReadOnlyList<DeliveryBrief>>(await Asked(call) is { } asked ? [.. (await call.Office.Deliveries.All(asked, call.Stop)).Select(view => DeliveryBrief.Of(view, call.Now))] : []);

    private static async Task<ApiAnswer> Record(ApiCall call, Stream file) => await Asked(call) is { } asked
        ? ApiAnswer.Of(await call.Office.Deliveries.Record(asked.Id, call["delivery"], call.Words("name"), file, call.Words("attested") == "true", call.Now, call.Words("corrections") == "true", call.Stop), Names)
        : ApiAnswer.Of(NotOpened);

    private static async Task<ApiAnswer> Accept(ApiCall call, AcceptDeliveryBody body) => await Asked(call) is { } asked
        ? ApiAnswer.Of(await call.Office.Deliveries.Accept(asked.Id, call["delivery"], body.File, Fields.Clean(body.Reason).Trim(), ApiCall.Actor, call.Now, body.Corrections, call.Stop), Names)
        : ApiAnswer.Of(NotOpened);

    private static Task<Core.Consultations.Consultation?> Asked(ApiCall call) => call.Office.Deliveries.Latest(call.Today.Year, call.Stop);

    private static Refusal NotOpened => Refusal.Because(Why.Unknown, "Aucune collecte de données n’a encore été ouverte.");

    private static readonly Dictionary<string, string> Names = new()
    {
        [ReceivingRules.FileField] = "body",
        [ReceivingRules.AttestField] = "attested",
        [ReceivingRules.ReasonField] = "reason",
    };
}

/// <param name="File">SHA-256 of the file to accept, as <c>GET /api/deliveries</c> gives it: another that came meanwhile is not accepted unseen.</param>
/// <param name="Reason">Needed for a file with errors.</param>
/// <param name="Corrections">Hash of the repairs that were agreed to (<c>check.mends</c>, empty for none): others that were agreed to meanwhile are not accepted unseen. Left out, it does not matter which.</param>
internal sealed record AcceptDeliveryBody(string File, string Reason = "", string? Corrections = null);

/// <param name="Id">Of the expected delivery.</param>
/// <param name="Due">Until when it is expected, exclusive.</param>
/// <param name="File">The one that stands; left out where none has come.</param>
internal sealed record DeliveryBrief(string Id, string Title, string Organisation, string Period, DateTimeOffset? Due, DeliveryState State, bool Late, DeliveredFile? File)
{
    public static DeliveryBrief Of(DeliveryView view, DateTimeOffset now) => new(
        view.Template.Id, view.Template.Title, view.Template.Organisation, view.Template.Period, view.Due, view.State, view.IsLateAt(now),
        view.Said is { } said ? new DeliveredFile(said.File, said.Name, said.Size, said.Way, said.At, said.AttestedAt, view.Deposit?.Checked, view.Deposit?.Accepted, view.Deposit?.Reason ?? "") : null);
}

/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Check">What was found in it; left out while it was not checked.</param>
internal sealed record DeliveredFile(
    string Hash, string Name, long Size, DeliveryWay Way, DateTimeOffset At, DateTimeOffset? Attested, CheckedFile? Check, DateTimeOffset? Accepted, string Reason);
