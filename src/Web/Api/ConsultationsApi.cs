using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
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
            foreach (var id in Ids(call.Year, step))
                if (await call.Office.Consultations.Find(id, call.Stop) is { } consultation)
                    all.Add(consultation);
        foreach (var document in (await call.Office.Documents.All(call.Stop)).Where(document => document.Year == call.Year))
            if (document.Approval is { } approval && await call.Office.Consultations.Find(approval.Consultation, call.Stop) is { } asked)
                all.Add(asked);
        return ApiAnswer.Of<IReadOnlyList<Consultation>>(all);
    }

    private static IReadOnlyList<string> Ids(int year, Step step) => step.Work switch
    {
        StepWork.Consult consult => [$"{year}-{consult.Consultation}"],
        StepWork.Meet => [DateChoice.Id(year, step.Id)],
        StepWork.SendEdition => QuestionIndex.EditionQuestions(year, step),
        _ => [],
    };

    private static async Task<ApiAnswer> Take(ApiCall call, AnswerBody body)
    {
        if (await call.Office.Consultations.Find(call["consultation"], call.Stop) is not { } consultation)
            return ApiAnswer.Found<Consultation>(null, Missing);
        var asked = await call.Office.Consultations.Asked(consultation, call.Stop);
        var byOrganisation = consultation.Template.Unit == AnswerUnit.Organisation;
        if (asked.FirstOrDefault(member => (byOrganisation ? member.Organisation : member.Contact) == call["unit"]) is not { } member)
            return ApiAnswer.Found<Organisation>(null, "Cet organisme ou cette personne n’est pas consulté. Vérifiez son identifiant.");
        Dictionary<string, AnswerValue?> values = [];
        foreach (var (question, value) in body.Values ?? new Dictionary<string, AnswerValue>())
            values[question] = await Measured(Whole(value), call);
        if (values.Any(pair => pair.Value is null || !ApiCall.IsName(pair.Key)))
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("values", "Une réponse est vide. Retirez la question, ou donnez-lui une valeur.")));
        return ApiAnswer.Of(await call.Office.Consultations.Take(consultation.Id, new AnswerCommand(
            call["unit"], member.Organisation, ApiCall.Actor, Channel.Phone, body.Declined, values!, call.Now), null, call.Stop));
    }

    /// <summary>A proposal or a contribution with what was left out.</summary>
    private static AnswerValue? Whole(AnswerValue? value) => value switch
    {
        AnswerValue.Proposals proposals => proposals with
        {
            Items = [.. proposals.Items.Select(item => item with
            {
                Id = item.Id ?? "", Rationale = item.Rationale ?? "", OutsideSpeaker = item.OutsideSpeaker ?? "", By = ApiCall.Actor,
            })],
        },
        AnswerValue.Contributions contributions => new AnswerValue.Contributions([.. (contributions.Items ?? []).Select(item => item with
        {
            Id = item.Id ?? "", Title = item.Title ?? "", Text = item.Text ?? "", Link = item.Link ?? "", Place = item.Place ?? "", Author = item.Author ?? "",
            Picture = item.Picture is { } picture ? picture with { File = picture.File ?? "", Alt = picture.Alt ?? "" } : null, By = ApiCall.Actor,
        })]),
        AnswerValue.Entries entries => new AnswerValue.Entries(
            (entries.ByEntry ?? new Dictionary<string, EntrySaid>()).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => new EntrySaid(pair.Value.Word, ApiCall.Line(pair.Value.Reason ?? ""), Whole(pair.Value.Card))),
            [.. (entries.Added ?? []).Select(draft => new EntryDraft(draft.Id ?? "", Whole(draft.Card) ?? EntryCard.Blank))]),
        _ => value,
    };

    private static EntryCard? Whole(EntryCard? card) => card is null ? null : CardBody.Of(card).Card();

    /// <summary>Pictures go by the name of their stored file: their size is the file's, and one that is not kept has none, which is refused.</summary>
    private static async Task<AnswerValue?> Measured(AnswerValue? value, ApiCall call)
    {
        if (value is not AnswerValue.Contributions contributions)
            return value;
        List<Contribution> items = [];
        foreach (var item in contributions.Items)
            items.Add(item.Picture is not { } picture ? item
                : await call.Office.Pictures.Find(picture.File, call.Stop) is { } kept ? item with { Picture = picture with { Width = kept.Width, Height = kept.Height } }
                : item with { Picture = picture with { Width = 0, Height = 0 } });
        return new AnswerValue.Contributions(items);
    }
}
