using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle.Collisions;

/// <summary>
/// The kind of action that a consultation prepares: the one whose candidates it lists, else the one its step's title names
/// (« Appel à intervenants des journées d’échanges »). Null for what concerns none, as the collection and the vote.
/// </summary>
internal static class KindAsked
{
    public static ActionKindSetting? Of(Setting setting, Step step)
    {
        if (step.Work is not StepWork.Consult consult || setting.Platform.Consultations.FirstOrDefault(template => template.Id == consult.Consultation) is not { } template)
            return null;
        var kinds = setting.Platform.ActionKinds;
        return template.Questions.Select(question => Listed(question.Source)).FirstOrDefault(kind => kind is not null) is { } listed
            ? kinds.FirstOrDefault(kind => kind.Kind == listed)
            : Typography.Fold(step.Title) is var title ? kinds.FirstOrDefault(kind => Names(title, kind.Name) || Names(title, kind.Plural)) : null;
    }

    private static bool Names(string title, string kind) => kind.Length > 0 && title.Contains(Typography.Fold(kind), StringComparison.Ordinal);

    private static ActionKind? Listed(OptionSource source) => source switch
    {
        OptionSource.GroupCandidates => ActionKind.GroupeDeTravail,
        OptionSource.SeminaireThemes => ActionKind.Seminaire,
        OptionSource.Listed or OptionSource.CarriedOverThemes or OptionSource.ConsolidatedThemes => null,
    };
}
