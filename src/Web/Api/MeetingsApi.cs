using Almanach.Core.Engine;
using Almanach.Core.Meetings;

namespace Almanach.Web.Api;

/// <summary>Meetings: who came, what was decided.</summary>
internal static class MeetingsApi
{
    public static void Map(ApiModule api)
    {
        api.Get<Meeting>("/meetings/{meeting}", "Une réunion\u00A0: « 2022-copil ».", async call =>
            ApiAnswer.Found(await call.Office.Meetings.Find(call["meeting"], call.Stop), "Cette réunion n’existe pas. Son identifiant est celui de l’année et de son étape\u00A0: 2022-copil."));
        api.Put<AttendanceBody>("/meetings/{meeting}/attendance", "Remplace la feuille d’émargement.", Attend);
        api.Put<DecisionsBody>("/meetings/{meeting}/decisions", "Remplace les décisions et les notes, inscrit les actions au programme et clôt la réunion.", Decide);
    }

    private static async Task<ApiAnswer> Attend(ApiCall call, AttendanceBody body)
    {
        var roster = await call.Office.Network.Load(call.Stop);
        return body.Sheet.Keys.FirstOrDefault(contact => !roster.Contacts.ContainsKey(contact)) is { } stranger
            ? ApiAnswer.Of(Refusal.Invalid(new FieldError("sheet", $"La personne «\u00A0{Short(stranger)}\u00A0» n’existe pas. GET /api/contacts donne leurs identifiants.")))
            : ApiAnswer.Of(await call.Office.Meetings.RecordAttendance(call["meeting"], body.Sheet, call.Stop));
    }

    private static async Task<ApiAnswer> Decide(ApiCall call, DecisionsBody body) =>
        ApiAnswer.Of(await call.Office.Meetings.RecordDecisions(call["meeting"], body.Decisions, body.Notes, ApiCall.Actor, call.Now, call.Stop));

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..59]}…";
}
