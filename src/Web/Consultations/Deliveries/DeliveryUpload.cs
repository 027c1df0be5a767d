using System.Buffers;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Almanach.Web.Consultations.Deliveries;

/// <summary>A data file as a request holds it: a form’s, or the whole body.</summary>
internal static class DeliveryUpload
{
    /// <summary>The posted form, with a file as large as any that is taken.</summary>
    /// <exception cref="BadHttpRequestException">415 for another type, 400 for a form that cannot be read, 413 for one too large.</exception>
    public static async Task<IFormCollection> Form(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = Hosting.Shield.MaxDelivery, ValueCountLimit = 32, KeyLengthLimit = 256 }, context.RequestAborted);
        }
        catch (Exception problem) when (Hosting.PostedForm.IsUnreadable(problem))
        {
            throw new BadHttpRequestException("A form that cannot be read.", problem);
        }
    }

    /// <summary>The file of a form, to be sought in; null where none was chosen. One too large is not given.</summary>
    public static (string Name, Stream? Content, bool TooLarge) File(IFormCollection form) => form.Files.GetFile(ReceivingRules.FileField) switch
    {
        null or { Length: 0, FileName: "" } => ("", null, false),
        { Length: > DataLimits.Bytes } => ("", null, true),
        var file => (file.FileName, file.OpenReadStream(), false),
    };

    /// <summary>The whole body, to be sought in: what is more than a little waits on the disk, until the request is answered. Null where it is larger than what is taken.</summary>
    public static async Task<Stream?> Body(HttpContext context)
    {
        if (context.Request.ContentLength > DataLimits.Bytes)
            return null;
        context.Request.EnableBuffering();
        var buffer = ArrayPool<byte>.Shared.Rent(Part);
        try
        {
            for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
                if (context.Request.Body.Position > DataLimits.Bytes)
                    return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return context.Request.Body;
    }

    private const int Part = 64 * 1024;
}
