using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Core.Consultations;

/// <summary>Finds the choices of questions whose choices come from the life of the platform.</summary>
public sealed class OptionDesk(ThemeDesk themes, ProgrammeDesk programme)
{
    /// <summary>The choices of each question that has a source, as they stand now: frozen with the consultation.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<OptionTemplate>>> Of(
        ConsultationTemplate template, int year, CancellationToken stop = default)
    {
        Dictionary<string, IReadOnlyList<OptionTemplate>> all = [];
        foreach (var question in template.Questions.Where(question => question.Source != OptionSource.Listed))
            all[question.Id] = await Of(question.Source, year, stop);
        return all;
    }

    private async Task<IReadOnlyList<OptionTemplate>> Of(OptionSource source, int year, CancellationToken stop) => source switch
    {
        OptionSource.Listed => [],
        OptionSource.CarriedOverThemes => [.. (await themes.Load(year, stop)).Standing
            .Where(theme => theme.CarriedFrom is not null).OrderBy(theme => theme.Id, StringComparer.Ordinal)
            .Select(theme => new OptionTemplate(theme.Id, theme.Title, theme.CarriedFrom!))],
        OptionSource.ConsolidatedThemes => [.. (await themes.Load(year, stop)).Standing
            .Select(theme => new OptionTemplate(theme.Id, theme.Title, theme.Description))],
        OptionSource.GroupCandidates => [.. (await programme.Load(year, stop))
            .Where(action => action is { Kind: ActionKind.GroupeDeTravail, State: ActionState.Adopted })
            .Select(action => new OptionTemplate(action.Id, action.Title, action.Note))],
        OptionSource.SeminaireThemes => [.. (await themes.Load(year, stop)).Standing
            .Where(theme => theme.Kind == ActionKind.Seminaire)
            .Select(theme => new OptionTemplate(theme.Id, theme.Title, theme.Description))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
