using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Web.Api;

/// <summary>Consultations and their answers.</summary>
internal static class ConsultationsApi
{
    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<Consultation>>($"/cycles/{ApiModule.Years}/consultations", "Les consultations ouvertes ou closes d’une année.", List);
        api.Get<Consultation>("/consultations/{consultation}", "Une consultation.", async call =>
            ApiAnswer.Found(await call.Office.Consultations.Find(call["consultation"], call.Stop), Missing));
        api.Get<IReadOnlyList<Answer>>("/consultations/{consultation}/answers", "Les réponses reçues.", async call =>
            await call.Office.Consultations.Find(call["consultation"], call.Stop) is null
                ? ApiAnswer.Found<Consultation>(null, Missing)
                : ApiAnswer.Of(await call.Office.Consultations.Answers(call["consultation"], call.Stop)));
        api.Get<VoteOutcomeView>("/consultations/{consultation}/outcome", "Ce que donne un vote\u00A0: l’ordre des choix, ceux qui sont retenus, les ex æquo, la participation et le quorum. D’un vote secret, rien avant la clôture, ni avec moins de trois bulletins.", Outcome);
        api.Put<AnswerBody>("/consultations/{consultation}/answers/{unit}", "Enregistre une réponse prise par téléphone, au nom d’un organisme ou d’une personne.", Take);
    }

    private const string Missing = "Cette consultation n’est pas ouverte. GET /api/cycles/{année}/consultations donne celles qui le sont.";

    private static async Task<ApiAnswer> Outcome(ApiCall call)
    {
        if (await call.Office.Consultations.Find(call["consultation"], call.Stop) is not { } consultation)
            return ApiAnswer.Found<Consultation>(null, Missing);
        return await call.Office.Consultations.Outcome(consultation, call.Stop) is { } outcome
            ? ApiAnswer.Of(VoteOutcomeView.Of(outcome))
            : ApiAnswer.Of(Refusal.Because(Why.NotNow, consultation.Template.IsSecret()
                ? "Ce vote est secret\u00A0: son résultat n’est pas dit avant la clôture, ni avec moins de trois bulletins."
                : "Cette consultation n’est pas un vote\u00A0: elle n’a pas de résultat compté."));
    }

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        if (await call.Office.Cycle.Find(call.Year, call.Stop) is not { } plan)
            return ApiAnswer.Found<YearPlan>(null, $"L’année {call.Year} n’est pas ouverte.");
        List<Consultation> all = [];
        foreach (var step in plan.Steps)
            if (Id(call.Year, step) is { } id && await call.Office.Consultations.Find(id, call.Stop) is { } consultation)
                all.Add(consultation);
        foreach (var document in (await call.Office.Documents.All(call.Stop)).Where(document => document.Year == call.Year))
            if (document.Approval is { } approval && await call.Office.Consultations.Find(approval.Consultation, call.Stop) is { } asked)
                all.Add(asked);
        return ApiAnswer.Of<IReadOnlyList<Consultation>>(all);
    }

    private static string? Id(int year, Step step) => step.Work switch
    {
        StepWork.Consult consult => $"{year}-{consult.Consultation}",
        StepWork.Meet => DateChoice.Id(year, step.Id),
        _ => null,
    };

    private static async Task<ApiAnswer> Take(ApiCall call, AnswerBody body)
    {
        if (await call.Office.Consultations.Find(call["consultation"], call.Stop) is not { } consultation)
            return ApiAnswer.Found<Consultation>(null, Missing);
        var asked = await call.Office.Consultations.Asked(consultation, call.Stop);
        var byOrganisation = consultation.Template.Unit == AnswerUnit.Organisation;
        if (asked.FirstOrDefault(member => (byOrganisation ? member.Organisation : member.Contact) == call["unit"]) is not { } member)
            return ApiAnswer.Found<Organisation>(null, "Cet organisme ou cette personne n’est pas consulté. Vérifiez son identifiant.");
        var values = (body.Values ?? new Dictionary<string, AnswerValue>()).ToDictionary(pair => pair.Key, pair => Whole(pair.Value));
        if (values.Any(pair => pair.Value is null || !ApiCall.IsName(pair.Key)))
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("values", "Une réponse est vide. Retirez la question, ou donnez-lui une valeur.")));
        return ApiAnswer.Of(await call.Office.Consultations.Take(consultation.Id, new AnswerCommand(
            call["unit"], member.Organisation, ApiCall.Actor, Channel.Phone, body.Declined, values!, call.Now), null, call.Stop));
    }

    /// <summary>A proposal with what was left out.</summary>
    private static AnswerValue? Whole(AnswerValue? value) => value is AnswerValue.Proposals proposals
        ? proposals with
        {
            Items = [.. proposals.Items.Select(item => item with
            {
                Id = item.Id ?? "", Rationale = item.Rationale ?? "", OutsideSpeaker = item.OutsideSpeaker ?? "", By = ApiCall.Actor,
            })],
        }
        : value;
}
