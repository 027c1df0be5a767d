using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>
/// Themes written in a mail. A second mail adds: what was proposed before stays, under its own id, and a title that is
/// there already is not proposed twice. To change or withdraw one, there is the page.
/// </summary>
internal static class ProposalReply
{
    public static Heard Of(Consultation consultation, string text, AnswerValue.Proposals? before, Reply reply)
    {
        if (Support.In(Plain.Fold(text).Replace('\n', ' ')))
            return new Heard.Unsure("Le message parle des propositions d’autres organismes, ou de thèmes à reprendre.");
        var lines = ThemeLine.All(text);
        var list = RowList.Of(lines) ?? BulletList.Of(lines) ?? LabelledList.Of(lines) ?? BareList.Of(lines) ?? ProseList.Of(lines);
        if (list.Problem is { } problem)
            return new Heard.Unsure(problem);
        if (list.Announced is { } count && count != list.Items.Count)
            return new Heard.Unsure("Le message n’annonce pas autant de propositions qu’on en lit.");

        var drafts = list.Items.Select(item => Draft(item, reply)).ToList();
        if (drafts.Select(draft => Problem(consultation, draft, list.Introduced)).FirstOrDefault(found => found is not null) is { } wrong)
            return new Heard.Unsure(wrong);
        var known = (before?.Items ?? []).Select(item => Plain.Words(item.Title)).ToHashSet();
        IReadOnlyList<ProposalDraft> items = [.. before?.Items ?? [], .. drafts.Where(draft => known.Add(Plain.Words(draft.Title)))];
        return items.Count > AnswerChecks.MaxProposals
            ? new Heard.Unsure($"Le message propose trop de thèmes\u00A0: {AnswerChecks.MaxProposals} au plus par organisme.")
            : new Heard.Said(new AnswerValue.Proposals(items, before?.Supports ?? []));
    }

    private static ProposalDraft Draft(ThemeText theme, Reply reply)
    {
        var (cut, rationale) = TitleCut.Of(theme with { First = Prose.Proposed(LabelledList.Without(theme.First)) ?? theme.First });
        var (title, offer) = OfferBeside.Of(cut);
        var speaks = theme.Speaks || theme.More.Prepend(theme.First).SelectMany(Sentences.Cut).Append($"({offer})").Any(SpeakWords.In);
        return new ProposalDraft("", title, string.Join('\n', new[] { OfferBeside.Explained(offer), rationale }.Where(part => part.Length > 0)), null, speaks, "", reply.By, reply.At);
    }

    private static string? Problem(Consultation consultation, ProposalDraft draft, bool introduced) => draft switch
    {
        { Title.Length: 0 } => "Un titre de proposition ne se lit pas.",
        { Rationale.Length: > AnswerChecks.MaxRationale } => "Une proposition est trop longue pour être notée telle quelle.",
        _ when Plain.Words(draft.Title).Contains(Plain.Words(consultation.Template.Title), StringComparison.Ordinal) => "Le message ne contient que le titre de la consultation.",
        _ when IsOffered(consultation, draft.Title) => "Le message reprend un thème que la page propose de cocher.",
        _ => Prose.NotAnItem(SpeakWords.In(draft.Title) ? SpeakWords.Without(draft.Title) : draft.Title, introduced),
    };

    private static bool IsOffered(Consultation consultation, string title) => consultation.Template.Questions.Where(question => question.Kind == QuestionKind.Approval)
        .SelectMany(consultation.OptionsOf).Any(option => Plain.Words(option.Label) == Plain.Words(title));

    private static readonly Mail.Incoming.Phrases Support = new(
        @"\b(je|nous|on|j') ?(soutiens|soutient|soutenons|appuie|appuyons|rejoins|rejoignons|approuve|approuvons|valide|validons|vote|votons|retiens|retenons|choisis|choisissons)\b|\bd'accord avec\b|\b(de|a) l'avis de\b|\b(me|nous) convien|\bvos propositions\b|\bvotre (proposition|liste)\b|\b(oui|ok|favorables?) (pour|a|au)\b|\b(soit|soient|a) (reprise?s?|repris|reprendre|reconduire)\b|\b(sans|pas d'|ne|n'[a-z]+ pas) (souhait[a-z]*|voulons|veux) (plus|pas)\b");
}
