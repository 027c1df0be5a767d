using System.Text;
using Almanach.Core.French;
using Almanach.Core.Library.Deposits;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library;

/// <summary>
/// A deposited file as the answer to a request: always to be kept, never opened in our name, under a name that people can
/// read (RFC 6266, with the UTF-8 name of RFC 8187 beside one in plain letters).
/// </summary>
internal sealed class FileAnswer(DepositVersion version, string title, byte[] bytes) : IResult
{
    private const string NotInNames = "/\\:*?\"<>|";

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.Headers.ContentDisposition = Disposition(title, FileFormats.Extension(version.Format));
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.ContentType = FileFormats.MediaType(version.Format);
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes).AsTask();
    }

    /// <summary><c>attachment; filename="bilan-de-l-annee.pdf"; filename*=UTF-8''Bilan%20de%20l%E2%80%99ann%C3%A9e.pdf</c>.</summary>
    internal static string Disposition(string title, string extension)
    {
        var kept = string.Concat(title.Select(c => NotInNames.Contains(c) || char.IsControl(c) ? ' ' : c is '\u00A0' or '\u202F' ? ' ' : c));
        var name = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        var plain = Typography.Slug(title, 100);
        return $"attachment; filename=\"{(plain.Length > 0 ? plain : "document")}.{extension}\"; filename*=UTF-8''{Encoded($"{(name.Length > 0 ? name : "document")}.{extension}")}";
    }

    /// <summary>Percent signs but for what RFC 8187 lets stand.</summary>
    private static string Encoded(string name)
    {
        var text = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(name))
            if (octet < 128 && (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '~'))
                text.Append((char)octet);
            else
                text.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
