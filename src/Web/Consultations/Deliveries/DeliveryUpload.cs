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

    /// <summary>The file of a form; null where none was chosen. One too large is not read.</summary>
    public static async Task<(string Name, ReadOnlyMemory<byte>? Bytes, bool TooLarge)> File(IFormCollection form, CancellationToken stop)
    {
        if (form.Files.GetFile(ReceivingRules.FileField) is not { } file || file is { Length: 0, FileName: "" })
            return ("", null, false);
        if (file.Length > DataLimits.Bytes)
            return ("", null, true);
        await using var content = file.OpenReadStream();
        return (file.FileName, await Whole(content, file.Length, stop), false);
    }

    /// <summary>The whole body; null where it is larger than what is taken.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Body(HttpContext context)
    {
        if (context.Request.ContentLength > DataLimits.Bytes)
            return null;
        var bytes = await Whole(context.Request.Body, context.Request.ContentLength ?? 0, context.RequestAborted);
        if (bytes.Length > DataLimits.Bytes)
            return null;
        return bytes;
    }

    private static async Task<ReadOnlyMemory<byte>> Whole(Stream content, long length, CancellationToken stop)
    {
        var memory = new MemoryStream((int)Math.Min(length, DataLimits.Bytes));
        await content.CopyToAsync(memory, stop);
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }
}
