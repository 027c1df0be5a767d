using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit;

/// <summary>Where a form leads once it is done: a page of the cockpit, never another site.</summary>
internal static class Back
{
    public const string Home = "/cockpit";

    /// <summary>The address itself when it is one of the cockpit, else its first page.</summary>
    public static string Safe(string? address) =>
        address is not null && (address == Home || address.StartsWith(Home + "/", StringComparison.Ordinal) || address.StartsWith(Home + "?", StringComparison.Ordinal))
            && !address.StartsWith("/cockpit/entrer", StringComparison.Ordinal) && address.All(c => c is > ' ' and < '\u007F' and not '\\')
            ? address : Home;

    public static IResult To(string? address) => SeeOther(Safe(address));

    /// <summary>303: the browser follows with a GET, so that reloading sends nothing twice.</summary>
    public static IResult SeeOther(string address) => new Follow(address);

    private sealed class Follow(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
