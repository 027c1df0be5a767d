using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;

namespace Almanach.Web.Consultations.Answers;

/// <summary>What the organisation proposes once the form is taken: its recorded proposals, one changed or one more.</summary>
internal static class ProposalReading
{
    public static AnswerValue.Proposals Of(Visit visit, Fields fields, List<FieldError> errors)
    {
        var known = visit.Others.Select(proposal => proposal.Id).ToHashSet();
        IReadOnlyList<string> supports = [.. fields.All(AnswerNames.Support).Where(known.Contains).Distinct().Order(StringComparer.Ordinal)];
        return new AnswerValue.Proposals(Items(visit, fields, errors), supports);
    }

    private static IReadOnlyList<ProposalDraft> Items(Visit visit, Fields fields, List<FieldError> errors)
    {
        var typed = Typed(visit, fields, errors);
        if (fields.Text(AnswerNames.Editing) is { Length: > 0 } editing)
        {
            if (visit.Items.All(item => item.Id != editing))
                errors.Add(new FieldError(AnswerNames.Title, "Cette proposition a été retirée entre-temps. Envoyez-la comme une nouvelle, ou fermez la page."));
            return [.. visit.Items.Select(item => item.Id == editing
                ? item with { Title = typed.Title, Rationale = typed.Rationale, Format = typed.Format, CanSpeak = typed.CanSpeak, OutsideSpeaker = typed.OutsideSpeaker }
                : item)];
        }
        // Sent twice, it is one proposal.
        return IsBlank(typed) || visit.Items.Any(item => SameWords(item, typed)) ? visit.Items : [.. visit.Items, typed];
    }

    private static ProposalDraft Typed(Visit visit, Fields fields, List<FieldError> errors) => new(
        "", fields.Line(AnswerNames.Title), fields.Text(AnswerNames.Rationale), Format(visit, fields.Text(AnswerNames.Format), errors),
        fields.Text(AnswerNames.CanSpeak).Length > 0, fields.Line(AnswerNames.OutsideSpeaker), "", default);

    private static ActionKind? Format(Visit visit, string text, List<FieldError> errors)
    {
        if (text.Length == 0)
            return null;
        if (visit.Setting.Platform.ActionKinds.FirstOrDefault(kind => kind.Proposable && kind.Kind.ToString() == text) is { } setting)
            return setting.Kind;
        errors.Add(new FieldError(AnswerNames.Format, "Choisissez une des rencontres de la liste."));
        return null;
    }

    private static bool IsBlank(ProposalDraft typed) =>
        typed is { Title.Length: 0, Rationale.Length: 0, OutsideSpeaker.Length: 0, Format: null, CanSpeak: false };

    private static bool SameWords(ProposalDraft item, ProposalDraft typed) =>
        item with { Id = "", By = "", At = default } == typed;
}
