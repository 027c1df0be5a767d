using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;

namespace Almanach.Web.Cockpit.Year.Prepare;

/// <summary>What the form says: beside each step's fields stands what they held when the page was shown, so that what she changed is known.</summary>
internal static class PrepareInput
{
    private const string Hours = "HH:mm";

    public static string First(string step) => $"debut-{step}";

    public static string Hour(string step) => $"heure-{step}";

    public static string Last(string step) => $"fin-{step}";

    public static string Shown(string step) => $"vu-{step}";

    /// <summary>A step's dates as the fields hold them.</summary>
    public static Typed Of(Setting setting, Step step)
    {
        var local = setting.Zone.LocalOf(step.Starts);
        return new Typed(
            Days.Field(DateOnly.FromDateTime(local)), TimeOnly.FromDateTime(local).ToString(Hours, CultureInfo.InvariantCulture),
            step.Ends is { } ends ? Days.Field(ConsultationDesk.LastDay(ends, setting.Zone)) : "");
    }

    /// <summary>What was typed for a step; a field that was not sent is as it was.</summary>
    public static Typed Read(Setting setting, Fields form, Step step) => form.Names.Contains(First(step.Id))
        ? new Typed(form.Text(First(step.Id)), form.Text(Hour(step.Id)), form.Text(Last(step.Id)))
        : Of(setting, step);

    /// <summary>The plan as the page showed it.</summary>
    public static YearPlan Before(PrepareMatter matter, Fields form) => matter.Plan.With(Open(matter).Select(step =>
        form.Text(Shown(step.Id)).Split(' ') is [var first, var hour, .. var last] && Date(matter.Setting, step, new Typed(first, hour, last is [var end] ? end : "")).Date is { } shown ? shown : null).OfType<NewDate>());

    /// <summary>The plan as the fields say it, and what cannot be read of them.</summary>
    public static (YearPlan Plan, IReadOnlyList<FieldError> Errors) After(PrepareMatter matter, Fields form, YearPlan shown)
    {
        var read = Open(matter).Select(step => Date(matter.Setting, step, Read(matter.Setting, form, shown.Find(step.Id)!))).ToList();
        return (shown.With(read.Select(one => one.Date).OfType<NewDate>()), [.. read.Select(one => one.Error).OfType<FieldError>()]);
    }

    public static IEnumerable<Step> Open(PrepareMatter matter) => matter.Plan.Steps.Where(step => matter.MayChange(step));

    private static (NewDate? Date, FieldError? Error) Date(Setting setting, Step step, Typed typed)
    {
        if (Days.Parse(typed.First) is not { } day)
            return (null, new FieldError(First(step.Id), $"Donnez le premier jour de «\u00A0{step.Title}\u00A0»."));
        if (!TimeOnly.TryParseExact(typed.Hour, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return (null, new FieldError(Hour(step.Id), $"Donnez l’heure de «\u00A0{step.Title}\u00A0», comme 09:30."));
        if (step.Ends is null)
            return (new NewDate(step.Id, setting.Zone.At(day, hour), null), null);
        return Days.Parse(typed.Last) is { } last
            ? (new NewDate(step.Id, setting.Zone.At(day, hour), setting.Zone.EndLike(step.Ends, last)), null)
            : (null, new FieldError(Last(step.Id), $"Donnez le dernier jour de «\u00A0{step.Title}\u00A0»."));
    }
}

/// <summary>The fields of one step, as they send and show them.</summary>
/// <param name="Last">Empty for a step of one instant.</param>
public sealed record Typed(string First, string Hour, string Last)
{
    public override string ToString() => Last.Length == 0 ? $"{First} {Hour}" : $"{First} {Hour} {Last}";
}
