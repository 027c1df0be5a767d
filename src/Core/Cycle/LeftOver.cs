using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Core.Cycle;

/// <summary>What a year leaves to the next: from the store, or from the folder for the year before the first.</summary>
public sealed class LeftOver(Setting setting, ThemeDesk themes, ProgrammeDesk programme)
{
    /// <summary>
    /// Themes left untreated: carried over by the committee, not decided on, or whose action was not done. One whose action
    /// is still to come is under way, and a subject of the public form is for whoever reads it: asked again later in the year, the
    /// answer may hold them.
    /// </summary>
    public async Task<IReadOnlyList<CarriedTheme>> Themes(int year, DateTimeOffset now, CancellationToken stop = default)
    {
        if (setting.Folder.Years.TryGetValue(year, out var folder))
            return folder.Untreated;
        var board = await themes.Load(year, stop);
        var actions = (await programme.Load(year, stop)).ToDictionary(action => action.Id);
        var today = setting.Zone.DayOf(now);
        return [.. board.Shown.Where(theme => Untreated(theme, actions, today))
            .Select(theme => new CarriedTheme(theme.Id, theme.Title, theme.Kind ?? ActionKind.Atelier, Origin(theme, actions), theme.Description))];
    }

    /// <summary>What the year held, for the bilan.</summary>
    public async Task<IReadOnlyList<PastAction>> Actions(int year, CancellationToken stop = default)
    {
        if (setting.Folder.Years.TryGetValue(year, out var folder))
            return folder.Actions;
        return [.. (await programme.Load(year, stop)).Select(action => ProgrammeWords.Past(action))];
    }

    /// <summary>Also what nobody has decided on: a proposal made after the committee met waits for the next one.</summary>
    private static bool Untreated(Theme theme, Dictionary<string, ProgrammeAction> actions, DateOnly today) =>
        theme.Fate is Fate.CarriedOver or Fate.Received or Fate.PutToVote
        || (theme.Fate is Fate.Chosen or Fate.Programmed
            && theme.Action is { } id && actions.TryGetValue(id, out var action) && action.State is not (ActionState.Done or ActionState.Abandoned)
            && !IsToCome(action, today));

    /// <summary>It has a day that is not past, or only a period yet (« courant 2023 »).</summary>
    private static bool IsToCome(ProgrammeAction action, DateOnly today) => action.State != ActionState.CarriedOver
        && action.Occurrences.Any(occurrence => occurrence.Day is { } day ? day >= today : occurrence.Period.Length > 0);

    private string Origin(Theme theme, Dictionary<string, ProgrammeAction> actions)
    {
        if (theme.Fate == Fate.Received)
            return "proposé en cours d’année";
        var kind = theme.Action is { } id && actions.TryGetValue(id, out var action) ? action.Kind : theme.Kind;
        var name = setting.Platform.ActionKinds.FirstOrDefault(setting => setting.Kind == kind)?.Name.ToLowerInvariant();
        return name is null ? "non traité" : $"{name}, non traité";
    }
}
