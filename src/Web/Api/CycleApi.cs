using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Budget;

namespace Almanach.Web.Api;

/// <summary>Years and their steps.</summary>
internal static class CycleApi
{
    private const string Step = $"/cycles/{ApiModule.Years}/steps/{{step}}";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<int>>("/years", "Les années ouvertes.", async call => ApiAnswer.Of(await call.Office.Opening.Years(call.Stop)));
        api.Get<YearPlan>($"/cycles/{ApiModule.Years}", "Le calendrier d’une année et l’état de ses étapes.", async call =>
            ApiAnswer.Found(await call.Office.Cycle.Find(call.Year, call.Stop), Closed(call.Year)));
        api.Get<YearLoad>($"/cycles/{ApiModule.Years}/load", "Ce que chaque semaine à venir demande au réseau et à la coordination, si personne ne répondait.", async call =>
            ApiAnswer.Found(await call.Office.Load.Of(call.Year, call.Words("whole") == "true", call.Now, call.Stop), Closed(call.Year)),
            new ApiQuery("whole", "", false, "« true » pour toute l’année\u00A0; les douze prochaines semaines sinon."));
        api.Post($"/cycles/{ApiModule.Years}/open", "Ouvre une année avec ce que la précédente laisse. Ouverte déjà, ne fait rien.", Open);
        api.Post($"{Step}/open", "Ouvre une étape maintenant.", call => Do(call, new CycleCommand.Open(call["step"], call.Now, ApiCall.Actor)));
        api.Post($"{Step}/close", "Clôt une étape maintenant.", call => Do(call, new CycleCommand.Close(call["step"], call.Now, ApiCall.Actor)));
        api.Post<SkipBody>($"{Step}/skip", "Passe une étape à venir.", (call, body) =>
            body.Reason.Length > 500 ? Wrong("reason", "Gardez 500 caractères au plus.")
            : Do(call, new CycleCommand.Skip(call["step"], body.Reason, call.Now, ApiCall.Actor)));
        api.Post<ReopenBody>($"{Step}/reopen", "Rouvre une étape close, ou remet au calendrier une étape sautée.", (call, body) =>
            body.Ends is { } ends && !IsSound(ends) ? Wrong("ends", Unsound)
            : Do(call, new CycleCommand.Reopen(call["step"], body.Ends, call.Now, ApiCall.Actor)));
        api.Get<IReadOnlyList<NewDate>>($"{Step}/move", "Les dates que prendraient une étape et celles qui en dépendent.", Propose,
            new ApiQuery("starts", "date-time", false, "Nouveau début, avec son décalage horaire. D’une étape ouverte, seule la fin se déplace."),
            new ApiQuery("ends", "date-time", false, "Nouvelle fin, avec son décalage horaire. Sans elle, l’étape garde sa durée."));
        api.Post<MoveBody>($"{Step}/move", "Déplace une étape, et celles dont la nouvelle date est donnée.", (call, body) =>
            body.Dates.Count > 100 || body.Dates.Any(date => !IsSound(date.Starts) || date.Ends is { } ends && !IsSound(ends)) ? Wrong("dates", Unsound)
            : body.Dates.DistinctBy(date => date.Step).Count() != body.Dates.Count ? Wrong("dates", "Donnez une date par étape.")
            : Do(call, new CycleCommand.Move(call["step"], body.Dates, call.Now, ApiCall.Actor)));
    }

    /// <summary>Applies a command and performs what follows at once.</summary>
    public static async Task<ApiAnswer> Do(ApiCall call, CycleCommand command) => ApiAnswer.Of(await call.Office.Cycle.Apply(call.Year, command, call.Stop));

    private static string Closed(int year) => $"L’année {year} n’est pas ouverte. Ouvrez-la par POST /api/cycles/{year}/open.";

    private static async Task<ApiAnswer> Open(ApiCall call)
    {
        var years = await call.Office.Opening.Years(call.Stop);
        if (years.Count > 0 && (call.Year < years[0] || call.Year > years[^1] + 1))
            return ApiAnswer.Of(Refusal.Because(Why.NotNow, $"Les années s’ouvrent l’une après l’autre\u00A0: ouvrez d’abord {years[^1] + 1}."));
        if (years.Count == 0)
            await call.Office.Opening.Open(call.Year, call.Now, call.Stop);
        else
            await call.Office.Cycle.Open(call.Year, call.Now, call.Stop);
        return ApiAnswer.Of((Refusal?)null);
    }

    private static async Task<ApiAnswer> Propose(ApiCall call)
    {
        if (await call.Office.Cycle.Find(call.Year, call.Stop) is not { } plan || plan.Find(call["step"]) is not { } step)
            return ApiAnswer.Found<YearPlan>(null, $"L’année {call.Year} n’a pas d’étape «\u00A0{call["step"]}\u00A0».");
        foreach (var name in new[] { "starts", "ends" })
            if (call.Words(name).Length > 0 && call.Instant(name) is null)
                return await Wrong(name, $"Donnez « {name} » comme 2022-03-07T09:00:00+01:00, entre 2000 et 2100.");
        var (starts, ends) = (call.Instant("starts")?.ToUniversalTime(), call.Instant("ends")?.ToUniversalTime());
        if (starts is null && ends is null)
            return await Wrong("starts", "Donnez « starts » ou « ends » comme 2022-03-07T09:00:00+01:00, entre 2000 et 2100.");
        if (ends is null)
            return ApiAnswer.Of(Shift.Of(call.Office.Setting, plan, step, starts!.Value));
        var first = step.State == StepState.Open ? step.Starts : starts ?? step.Starts;
        return step.Ends is null || ends <= first
            ? await Wrong("ends", step.Ends is null ? "Cette étape n’a pas de fin : donnez « starts »." : "La fin doit venir après le début.")
            : ApiAnswer.Of(Shift.Of(call.Office.Setting, plan, step, first, ends));
    }

    private const string Unsound = "Donnez des dates entre 2000 et 2100, avec leur décalage horaire.";

    private static bool IsSound(DateTimeOffset instant) => ApiCall.IsSound(DateOnly.FromDateTime(instant.UtcDateTime));

    private static Task<ApiAnswer> Wrong(string field, string message) => Task.FromResult(ApiAnswer.Of(Refusal.Invalid(new FieldError(field, message))));
}
