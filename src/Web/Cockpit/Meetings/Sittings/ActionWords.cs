using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Sittings;

/// <summary>An action as a form holds it.</summary>
/// <param name="Field">End of its field names: the theme's id, or « autre-1 ».</param>
/// <param name="Id">Id of the action where it was recorded before; empty for a new one.</param>
/// <param name="Conditions">One a line.</param>
/// <param name="Text">The decision as the minutes say it, for an action without a theme; empty for the usual sentence.</param>
public sealed record ActionWords(
    string Field, string Id, ActionKind? Kind, string Title, string Note, string Conditions, IReadOnlyList<OccurrenceWords> Occurrences,
    string Text = "")
{
    /// <summary>Dates that the form of one action offers.</summary>
    public const int MostDates = 3;

    public static ActionWords Of(Theme theme) => new(theme.Id, "", theme.Kind, theme.Title, "", "", []);

    public static ActionWords Of(AdoptedAction action, string field) => new(
        field, action.Id, action.Kind, action.Title, action.Note, string.Join('\n', action.Conditions), [.. action.Occurrences.Select(OccurrenceWords.Of)]);

    public static ActionWords Of(IFormCollection form, string field, Theme? theme) => new(
        field, form.Text($"action-{field}"), form.ContainsKey($"type-{field}") ? Posted.Kind(form.Text($"type-{field}")) : theme?.Kind,
        form.ContainsKey($"titre-{field}") ? form.Text($"titre-{field}") : theme?.Title ?? "", form.Text($"note-{field}"), form.Text($"conditions-{field}"),
        OccurrenceWords.All(form, field), form.Text($"texte-{field}"));
}

/// <summary>One date and place as a form holds them.</summary>
public sealed record OccurrenceWords(string Day, string Period, string Place, bool Provisional)
{
    /// <summary>Rows that any form may send; more are not read.</summary>
    private const int Most = 12;

    public static OccurrenceWords Blank { get; } = new("", "", "", true);

    public bool IsBlank => Day.Length == 0 && Period.Length == 0 && Place.Length == 0;

    public static OccurrenceWords Of(Occurrence occurrence) =>
        new(occurrence.Day is { } day ? $"{day:yyyy-MM-dd}" : "", occurrence.Period, occurrence.Place, occurrence.Provisional);

    public static IReadOnlyList<OccurrenceWords> All(IFormCollection form, string field) =>
        [.. Enumerable.Range(1, Most).Select(index => new OccurrenceWords(
            form.Text($"jour-{field}-{index}"), form.Text($"periode-{field}-{index}"), form.Text($"lieu-{field}-{index}"), form.Ticked($"reserve-{field}-{index}")))
            .Where(occurrence => !occurrence.IsBlank)];

    /// <summary>A day that cannot be read makes none: see <see cref="IsSound"/>.</summary>
    public Occurrence Occurrence => new(TypedTime.Day(Day), TypedTime.Day(Day) is null ? Period : "", Place, Provisional);

    public bool IsSound => Day.Length == 0 || TypedTime.Day(Day) is not null;
}
