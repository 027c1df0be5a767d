using Almanach.Core.Calendar;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Cycle;

/// <summary>
/// The days of a calendar's steps, each worked out when another one asks for it. The configuration was checked: every
/// expression parses and none goes round in circles.
/// </summary>
internal sealed class StepDays(
    Platform platform, int year, Func<DateOnly, bool> isSchoolHoliday, IReadOnlyDictionary<string, DateOnly> moved, IReadOnlyDictionary<string, DateOnly> ends)
{
    private readonly Dictionary<string, StepTemplate> templates = platform.Calendar.ToDictionary(step => step.Id);

    public IReadOnlyList<PlannedDate> Starts(StepTemplate template)
    {
        var planned = Evaluate(template.Starts);
        return moved.TryGetValue(template.Id, out var day) ? [new PlannedDate(day, planned.Select(date => date.Time).FirstOrDefault())] : planned;
    }

    public PlannedDate? End(StepTemplate template)
    {
        var planned = template.Ends is { } text && Evaluate(text) is [var first, ..] ? first : (PlannedDate?)null;
        return planned is { } date && ends.TryGetValue(template.Id, out var day) ? new PlannedDate(day, date.Time) : planned;
    }

    private IReadOnlyList<PlannedDate> Evaluate(string text)
    {
        if (!DateExpression.TryParse(text, out var expression, out var problem))
            throw new InvalidDataException($"« {text} » : {problem.FrenchMessage}");
        return expression.Evaluate(new DateContext(year, Anchor, isSchoolHoliday));
    }

    private DateOnly? Anchor(string step, bool end) =>
        templates.TryGetValue(step, out var template) && template.Years.Holds(year) && Starts(template) is [var first, ..]
            ? (end ? End(template) ?? first : first).Day
            : null;
}
