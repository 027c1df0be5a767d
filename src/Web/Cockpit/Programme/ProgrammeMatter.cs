using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>The programme of a year with the documents made of it.</summary>
public sealed record ProgrammeMatter(
    int Year, IReadOnlyList<int> Years, YearPlan Plan, IReadOnlyList<ProgrammeAction> Actions, Board Board, IReadOnlyList<PublishedDocument> Documents)
{
    public string Address => $"/cockpit/programme/{Year}";

    public ProgrammeAction? Find(string id) => Actions.FirstOrDefault(action => action.Id == id);

    /// <summary>Kinds in the order of priority, those without an action left out.</summary>
    public IReadOnlyList<(ActionKindSetting Kind, IReadOnlyList<ProgrammeAction> Actions)> Groups(Platform platform) =>
        [.. platform.ActionKinds.OrderBy(kind => kind.Priority)
            .Select(kind => (kind, (IReadOnlyList<ProgrammeAction>)[.. Actions.Where(action => action.Kind == kind.Kind)]))
            .Where(group => group.Item2.Count > 0)];

    /// <summary>The steps that draw a document up, in the order of the year.</summary>
    public IReadOnlyList<(Step Step, StepWork.Publish Work)> Publications =>
        [.. Plan.Steps.Where(step => step.Work is StepWork.Publish).Select(step => (step, (StepWork.Publish)step.Work))];

    /// <summary>Its last version; null before the first.</summary>
    public PublishedDocument? Published(Step step) => Documents.FirstOrDefault(document => document.StepIn(Plan)?.Id == step.Id);

    public static async Task<ProgrammeMatter?> Load(Room room, int year, CancellationToken stop) =>
        await room.Office.Cycle.Find(year, stop) is { } plan
            ? new ProgrammeMatter(year, await room.Office.Opening.Years(stop), plan, await room.Office.Programme.Load(year, stop),
                await room.Office.Themes.Load(year, stop), await room.Office.Documents.All(stop))
            : null;
}
