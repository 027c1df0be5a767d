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
        return Fitting(all);
    }

    /// <summary>
    /// Characters of all choices together: they stand in the consultation's one record (<see cref="Ports.StoreLimits.ValueBytes"/>
    /// is 450,000 characters), which every answer writes anew.
    /// </summary>
    private const int MostCharacters = 250_000;

    private static Dictionary<string, IReadOnlyList<OptionTemplate>> Fitting(Dictionary<string, IReadOnlyList<OptionTemplate>> all)
    {
        foreach (var hint in new[] { 500, 150, 0 })
            if (all.Values.SelectMany(options => options).Sum(option => option.Id.Length + option.Label.Length + option.Hint.Length) > MostCharacters)
                all = all.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<OptionTemplate>)[.. pair.Value.Select(option => option with { Hint = Cut(option.Hint, hint) })]);
        return all;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : length == 0 ? "" : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";

    private async Task<IReadOnlyList<OptionTemplate>> Of(OptionSource source, int year, CancellationToken stop) => source switch
    {
        OptionSource.Listed => [],
        OptionSource.CarriedOverThemes => [.. (await themes.Load(year, stop)).Standing
            .Where(theme => theme.CarriedFrom is not null).OrderBy(theme => theme.Id, StringComparer.Ordinal)
            .Select(theme => new OptionTemplate(theme.Id, theme.Title, theme.CarriedFrom!))],
        OptionSource.ConsolidatedThemes => [.. (await themes.Load(year, stop)).Shown
            .Select(theme => new OptionTemplate(theme.Id, theme.Title, theme.Description))],
        OptionSource.GroupCandidates => [.. (await programme.Load(year, stop))
            .Where(action => action is { Kind: ActionKind.GroupeDeTravail, State: ActionState.Adopted })
            .Select(action => new OptionTemplate(action.Id, action.Title, action.Note))],
        OptionSource.SeminaireThemes => [.. (await themes.Load(year, stop)).Shown
            .Where(theme => theme.Kind == ActionKind.Seminaire)
            .Select(theme => new OptionTemplate(theme.Id, theme.Title, theme.Description))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
