using Almanach.Core.Engine;

namespace Almanach.Web.Api;

/// <summary>The machinery: the journal, what fails, and the tick for hosts that have no timer.</summary>
internal static class SystemApi
{
    /// <summary>A journal is read by at most so many days.</summary>
    private const int MostDays = 400;

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<JournalLine>>("/journal", "Tout ce qui s’est fait dans une période, 400 jours au plus.", Journal,
            new ApiQuery("from", "date", false, "Premier jour\u00A0; il y a un mois par défaut."), new ApiQuery("to", "date", false, "Dernier jour\u00A0; aujourd’hui par défaut."));
        api.Post("/tick", "Réveille ce qui est dû et l’exécute, pour un hébergement sans minuterie.", Tick);
        api.Get<IReadOnlyList<Trouble>>("/troubles", "Ce qui échoue en ce moment, et ce qui est dû et que cette version ne sait pas lire.", async call =>
            ApiAnswer.Of<IReadOnlyList<Trouble>>([.. await call.Office.Troubles.All(call.Stop), .. await call.Office.Outlook.Unreadable(call.Now, call.Stop)]));
        api.Post("/troubles/{effect}/retry", "Relance une tâche mise de côté après un jour d’échecs.", async call =>
            ApiAnswer.Of(await call.Office.Troubles.Retry(
                (await call.Office.Troubles.All(call.Stop)).FirstOrDefault(trouble => trouble.Effect == call["effect"])?.Row ?? "none", call.Stop)));
    }

    /// <summary>Wakes what is due and lets the worker finish; what fails is put off and told by <c>/troubles</c>.</summary>
    public static async Task<ApiAnswer> Tick(ApiCall call)
    {
        await call.Office.Ticker.Tick(call.Stop);
        await call.Office.Drops.Look(call.Now, call.Stop);
        try
        {
            while (await call.Office.Worker.Once(call.Stop))
                continue;
        }
        catch (AggregateException)
        {
            return ApiAnswer.Of(Refusal.Because(Why.NotNow, "Une tâche a échoué\u00A0: elle sera reprise. GET /api/troubles dit laquelle."));
        }
        return ApiAnswer.Of((Refusal?)null);
    }

    private static async Task<ApiAnswer> Journal(ApiCall call)
    {
        if (call.Day("from", call.Today.AddMonths(-1)) is not { } from || call.Day("to", call.Today) is not { } to || to.DayNumber - from.DayNumber > MostDays)
            return ApiCall.BadDay("from, to");
        var (begins, ends) = (call.Begins(from), call.Begins(to.AddDays(1)));
        List<JournalLine> lines = [];
        await foreach (var line in call.Office.Journal.Read(begins, ends, call.Stop))
            if (line.Instant >= begins && line.Instant < ends)
                lines.Add(line);
        return ApiAnswer.Of<IReadOnlyList<JournalLine>>(lines);
    }
}
