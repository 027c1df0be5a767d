using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Programme.Studies;

namespace Almanach.Core.Programme;

/// <summary>Actions in words, for documents, pages and exports.</summary>
public static class ProgrammeWords
{
    /// <summary>Where an action stands; an action is feminine.</summary>
    public static string Name(ActionState state) => state switch
    {
        ActionState.Adopted => "au programme",
        ActionState.Confirmed => "confirmée",
        ActionState.Done => "réalisée",
        ActionState.CarriedOver => "reportée",
        ActionState.Abandoned => "abandonnée",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Beside a title of any gender (« Site internet »): the noun it agrees with is said.</summary>
    public static string Beside(ActionState state) => state == ActionState.Adopted ? Name(state) : $"action {Name(state)}";

    /// <summary>« mardi 12 avril 2022 », « courant 2023 », « date à fixer ».</summary>
    public static string When(Occurrence occurrence) => occurrence switch
    {
        { Day: { } day } => FrenchDates.Day(day),
        { Period.Length: > 0 } => occurrence.Period,
        _ => "date à fixer",
    };

    /// <summary>A meeting that is planned without a place is held by video.</summary>
    public static string Where(Occurrence occurrence) => occurrence switch
    {
        { Place.Length: > 0 } => occurrence.Place,
        { Meeting: not null } => "en visioconférence",
        _ => "lieu à fixer",
    };

    /// <summary>All dates and places of an action in one line.</summary>
    public static string Dates(ProgrammeAction action) =>
        Lists.Join(action.Occurrences.Select(occurrence => occurrence.Place.Length > 0 ? $"{When(occurrence)}, {occurrence.Place}" : When(occurrence)));

    /// <summary>The line an action leaves in the bilan of its year.</summary>
    public static PastAction Past(ProgrammeAction action) => new(
        action.Kind, action.Title, Name(action.State), Dates(action), "", Retained(action));

    /// <summary>The stage of a study, then what was said last; a line that only says the stage again is left out.</summary>
    private static string Retained(ProgrammeAction action) => string.Join(' ', new[] { StudyWords.Line(action), StudyRules.Told(action) ?? action.Deliverable }.Where(text => text.Length > 0));
}
