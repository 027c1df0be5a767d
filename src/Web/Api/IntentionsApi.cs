using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Web.Api;

/// <summary>
/// The year's gestures by their names, whatever the platform calls its steps: « open the collection of themes » finds the
/// step whose consultation asks for proposals.
/// </summary>
internal static class IntentionsApi
{
    public static void Map(ApiModule api)
    {
        Gesture(api, "themes/open", "Ouvre la collecte des thèmes.", Collects, Open);
        Gesture(api, "themes/close", "Clôt la collecte des thèmes.", Collects, Close);
        Gesture(api, "consolidation/open", "Ouvre le regroupement des thèmes.", (step, _) => step.Work is StepWork.ConsolidateThemes, Open);
        Gesture(api, "consolidation/close", "Dit que le regroupement des thèmes est terminé, et prévient leurs auteurs.", (step, _) => step.Work is StepWork.ConsolidateThemes, Close,
            call => call.Office.Themes.Apply(call.Year, new ThemeCommand.Consolidate(call.Now), stop: call.Stop));
        Gesture(api, "vote/open", "Ouvre le vote sur les thèmes.", Votes, Open);
        Gesture(api, "vote/close", "Clôt le vote sur les thèmes.", Votes, Close);
        Gesture(api, "consultations/{consultation}/open", "Ouvre une consultation du calendrier par son nom\u00A0: «\u00A0vote\u00A0».", Bears, Open);
        Gesture(api, "consultations/{consultation}/close", "Clôt une consultation du calendrier par son nom.", Bears, Close);
        Gesture(api, "committee/convene", "Convoque le comité qui choisit les thèmes.", Convenes, Open);
        Gesture(api, "programme/publish", "Publie le programme de l’année.", (step, _) => step.Work is StepWork.Publish { Document: DocumentKind.Programme }, Open);
        api.Post($"/cycles/{ApiModule.Years}/advance", "Fait avancer l’année\u00A0: réveille ce qui est dû.", async call =>
            await call.Office.Cycle.Find(call.Year, call.Stop) is null
                ? ApiAnswer.Found<YearPlan>(null, $"L’année {call.Year} n’est pas ouverte.") : await SystemApi.Tick(call));
    }

    private static void Gesture(
        ApiModule api, string path, string summary, Func<Step, ApiCall, bool> which, Func<ApiCall, string, CycleCommand> command,
        Func<ApiCall, Task<Refusal?>>? then = null) =>
        api.Post($"/cycles/{ApiModule.Years}/{path}", summary, async call =>
            (await call.Office.Cycle.Find(call.Year, call.Stop))?.Steps.FirstOrDefault(step => which(step, call)) is { } step
                ? ApiAnswer.Of(await call.Office.Cycle.Apply(call.Year, command(call, step.Id), call.Stop) ?? (then is null ? null : await then(call)))
                : ApiAnswer.Of(Refusal.Because(Why.Unknown, $"L’année {call.Year} n’est pas ouverte, ou n’a pas cette étape.")));

    private static CycleCommand Open(ApiCall call, string step) => new CycleCommand.Open(step, call.Now, ApiCall.Actor);

    private static CycleCommand Close(ApiCall call, string step) => new CycleCommand.Close(step, call.Now, ApiCall.Actor);

    private static bool Collects(Step step, ApiCall call) =>
        Asks(step, call, template => template.Questions.Any(question => question.Kind == QuestionKind.Proposals));

    private static bool Votes(Step step, ApiCall call) =>
        Asks(step, call, template => template.Questions.Any(question => question.Source == OptionSource.ConsolidatedThemes));

    private static bool Asks(Step step, ApiCall call, Func<ConsultationTemplate, bool> what) =>
        step.Work is StepWork.Consult consult && call.Office.Setting.Platform.Consultations.Any(template => template.Id == consult.Consultation && what(template));

    private static bool Bears(Step step, ApiCall call) => step.Work is StepWork.Consult consult && consult.Consultation == call["consultation"];

    private static bool Convenes(Step step, ApiCall call) =>
        StepEffects.MeetingOf(step) is { } meeting
        && call.Office.Setting.Platform.Calendar.Any(template => template.Id == meeting && template.Work is StepWork.Meet { Decides: true });
}
