using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>What a handler of a room answers.</summary>
internal static class Answers
{
    /// <param name="refusal">Gives the page its status; the view shows it.</param>
    public static Task<IResult> Page<TPage>(Room room, object view, Refusal? refusal = null)
        where TPage : IComponent => CockpitResult.Of<TPage>(
            room.Context, new Dictionary<string, object?> { ["Room"] = room, ["View"] = view },
            refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
