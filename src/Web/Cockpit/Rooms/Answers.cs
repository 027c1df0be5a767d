using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>What a handler of a room answers: a page, a way onward, a file.</summary>
internal static class Answers
{
    public static Task<IResult> Page<TPage>(Room room, object view, Refusal? refusal = null)
        where TPage : IComponent => PageResult.Of<TPage>(
            new Dictionary<string, object?> { ["Room"] = room, ["View"] = view },
            refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));

    public static Task<IResult> Missing() => Task.FromResult(Results.NotFound());

    /// <summary>303: the browser follows with a GET, so that reloading sends nothing twice.</summary>
    public static IResult Onward(string address) => new SeeOther(address);

    /// <summary>A file to keep. The name is plain ASCII.</summary>
    public static IResult Download(byte[] bytes, string contentType, string name) => Results.File(bytes, contentType, name);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
