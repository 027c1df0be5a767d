using Almanach.Core.Data.Series;
using Almanach.Core.Engine;

namespace Almanach.Web.Api;

/// <summary>The series of the dashboard: what was published of which file, files added, what secrecy holds back, alerts told.</summary>
internal static class SeriesApi
{
    private const string One = "/series/{reading}/{number}";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<ReleaseBrief>>("/series", "Les fichiers pris en compte au tableau de bord, du premier au dernier.", async call =>
            ApiAnswer.Of<IReadOnlyList<ReleaseBrief>>([.. (await call.Office.SeriesFiles.All(call.Stop)).OrderBy(release => release.Order).Select(ReleaseBrief.Of)]));
        api.Get<IReadOnlyList<UnreadFile>>("/series-unread", "Les fichiers acceptés qui n’ont pas pu être lus, et pourquoi.", async call => ApiAnswer.Of(await call.Office.SeriesFiles.Unread(call.Stop)));
        api.Deliver<ReleaseBrief>("/series/{reading}/file", "Prend un fichier en compte\u00A0: lu en entier ou refusé, comparé à tout ce qui est publié, puis publié ou retenu. Le même fichier ne l’est qu’une fois.", DeliveriesApi.Types, Add,
            new ApiQuery("name", "", false, "Nom du fichier."),
            new ApiQuery("year", "", false, "L’année de la collecte\u00A0; par défaut l’année en cours."));
        api.Post($"{One}/withhold", "Masque aussi les chiffres proposés, et publie.", async call =>
            ApiAnswer.Of(await call.Office.Series.Withhold(call["reading"], Number(call), ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{One}/confirm-few", "Publie les effectifs inférieurs au seuil de leur source\u00A0: le producteur les confirme.", async call =>
            ApiAnswer.Of(await call.Office.Series.ConfirmFew(call["reading"], Number(call), ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{One}/hide-few", "Masque les effectifs inférieurs au seuil de leur source, et publie, sauf s’ils se calculent à partir des autres.", async call =>
            ApiAnswer.Of(await call.Office.Series.HideFew(call["reading"], Number(call), ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{One}/recheck", "Regarde de nouveau un fichier retenu, auprès de tout ce qui est publié\u00A0; il est publié si plus rien ne le retient.", async call =>
            ApiAnswer.Of(await call.Office.Series.Recheck(call["reading"], Number(call), ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{One}/withdraw", "Écarte un fichier pris en compte\u00A0: ce qu’un plus ancien donnait paraît de nouveau.", async call =>
            ApiAnswer.Of(await call.Office.Series.Withdraw(call["reading"], Number(call), ApiCall.Actor, call.Now, stop: call.Stop)));
        api.Post<UnreadBody>("/series-unread/dismiss", "Classe ce qui est noté d’un fichier qui n’a pas pu être lu.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Series.Dismiss(body.Reading, body.File, call.Stop)));
        api.Post<SeenBody>("/alerts/{body}/send", "Écrit les alertes du tableau de bord aux membres d’une instance.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Alerts.Send(call["body"], body.Seen, ApiCall.Actor, call.Now, call.Stop)));
    }

    private static int Number(ApiCall call) => int.TryParse(call["number"], out var number) ? number : 0;

    private static async Task<ApiAnswer> Add(ApiCall call, Stream file)
    {
        var year = int.TryParse(call.Words("year"), out var typed) && typed is >= 1990 and <= 2100 ? typed : call.Today.Year;
        var taken = await call.Office.Series.TakeIn(call["reading"], call.Words("name"), file, year, call.Now, call.Stop);
        return taken.Release is { } release ? ApiAnswer.Of(ReleaseBrief.Of(release)) : ApiAnswer.Of(Refusal.Because(Why.Invalid, string.Join(' ', taken.Problems)));
    }
}

/// <param name="Hidden">Figures the producer hides.</param>
/// <param name="Leaks">Of them, those that could be worked out: then it is held.</param>
/// <param name="Few">Counts below the threshold of their source that nobody has confirmed: then it is held too.</param>
internal sealed record ReleaseBrief(string Reading, int Number, ReleaseState State, string File, string Name, DateTimeOffset At, int Rows, int Figures, int Hidden, int Leaks, int Withheld, int Unplaced, int Few)
{
    public static ReleaseBrief Of(SeriesRelease release) => new(
        release.Reading, release.Number, release.State, release.File, release.Name, release.At, release.Table.Rows, release.Table.Figures, release.Table.Hidden, release.Audit?.LeakCount ?? 0, release.Withheld.Count, release.Table.Unplaced, release.AwaitsFew ? release.Few.Sum(few => few.Count) : 0);
}

/// <param name="File">SHA-256.</param>
internal sealed record UnreadBody(string Reading, string File);

/// <param name="Seen">Hash of the people shown.</param>
internal sealed record SeenBody(string Seen);
