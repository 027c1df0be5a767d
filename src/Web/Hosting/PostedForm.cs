using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Hosting;

/// <summary>Reads a posted form; what is no form at all is answered by the shield, never by an exception of ours.</summary>
public static class PostedForm
{
    /// <exception cref="BadHttpRequestException">415 for another type, 400 for a form that cannot be read.</exception>
    public static async Task<Fields> Read(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return new Fields(form.ToDictionary(
                pair => pair.Key, IReadOnlyList<string> (pair) => [.. pair.Value.OfType<string>().Select(Fields.Clean)]));
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            throw new BadHttpRequestException("A form that cannot be read.", problem);
        }
    }

    /// <summary>Torn, with more fields than any form of ours, or in a charset that nobody reads any more (UTF-7 is not supported).</summary>
    internal static bool IsUnreadable(Exception problem) =>
        problem is (InvalidDataException or IOException or ArgumentException or NotSupportedException) and not BadHttpRequestException;
}
