using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>A step as the wheel shows it. One that was skipped is not there.</summary>
/// <param name="Number">Its place in the year, from 1: on the wheel and in the list beside it.</param>
/// <param name="Last">The same as the first for what lasts an instant or a day.</param>
public sealed record WheelItem(int Number, string Id, string Title, WheelKind Kind, DateOnly First, DateOnly Last, string When)
{
    public static IReadOnlyList<WheelItem> Of(Setting setting, YearPlan plan) =>
    [
        .. plan.Steps.Where(step => step.State != StepState.Skipped).OrderBy(step => step.Starts).ThenBy(step => step.Id, StringComparer.Ordinal)
            .Select((step, i) => Of(setting, step, i + 1)),
    ];

    private static WheelItem Of(Setting setting, Step step, int number)
    {
        var first = setting.Zone.DayOf(step.Starts);
        var last = step is { Ends: { } ends, Work: not StepWork.Meet } ? ConsultationDesk.LastDay(ends, setting.Zone) : first;
        return new WheelItem(number, step.Id, step.Title, KindOf(step.Work), first, last < first ? first : last, setting.When(step));
    }

    private static WheelKind KindOf(StepWork work) => work switch
    {
        StepWork.Consult => WheelKind.Consultation,
        StepWork.ConsolidateThemes => WheelKind.Task,
        StepWork.Meet => WheelKind.Meeting,
        StepWork.Convene => WheelKind.Message,
        StepWork.Publish or StepWork.SendEdition or StepWork.Milestone => WheelKind.Publication,
        StepWork.OpenNextYear => WheelKind.Task,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

public enum WheelKind
{
    Consultation,
    Meeting,
    Message,
    Publication,
    Task,
}

/// <summary>The words, the colour and the shape of each kind: the word and the shape say what the colour says.</summary>
internal static class WheelKinds
{
    public static IReadOnlyList<WheelKind> All { get; } = Enum.GetValues<WheelKind>();

    public static string Name(WheelKind kind) => kind switch
    {
        WheelKind.Consultation => "consultation",
        WheelKind.Meeting => "rencontre",
        WheelKind.Message => "convocation",
        WheelKind.Publication => "publication",
        WheelKind.Task => "travail de la coordination",
    };

    /// <summary>White writing is readable on each (contrast above 4.5).</summary>
    public static string Colour(WheelKind kind) => kind switch
    {
        WheelKind.Consultation => "#1a5f96",
        WheelKind.Meeting => "#9c2c1c",
        WheelKind.Message => "#5b4a8a",
        WheelKind.Publication => "#3f6a22",
        WheelKind.Task => "#4f5559",
    };

    public static bool IsSquare(WheelKind kind) => kind is WheelKind.Publication or WheelKind.Task;

    /// <summary>An outline with a dark number instead of a full shape.</summary>
    public static bool IsHollow(WheelKind kind) => kind == WheelKind.Message;
}
