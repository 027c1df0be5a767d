using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Pictures;
using Almanach.Core.Platforms;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Contributions;

/// <summary>
/// The picture of a form: one that is sent is kept at once, so that a mistake elsewhere does not ask for it again; one that was
/// kept before is named by a hidden field, and only believed if it is there.
/// </summary>
internal static class PictureUpload
{
    /// <summary>The posted form of a consultation, its picture replaced by what was kept of it.</summary>
    public static async Task<Fields> Read(HttpContext context, Visit visit, Office office)
    {
        var fields = await PostedForm.Read(context);
        if (!visit.Has(QuestionKind.Contributions))
            return fields;
        // Our own words about the picture are not the browser's to say.
        fields = fields.With((AnswerNames.PictureSize, ""), (AnswerNames.PictureProblem, ""));
        if (context.Request.Form.Files.GetFile(ContributionChecks.PictureField) is { Length: > 0 } file)
            return await Sent(file, fields, office, context.RequestAborted);
        var kept = fields.Text(AnswerNames.PictureFile);
        if (kept.Length == 0 || fields.Text(AnswerNames.WithoutPicture).Length > 0)
            return fields.With((AnswerNames.PictureFile, ""));
        return await office.Pictures.Find(kept, context.RequestAborted) is { } picture ? Named(fields, picture)
            : fields.With((AnswerNames.PictureFile, ""), (AnswerNames.PictureProblem, "Cette image n’est plus gardée. Joignez-la de nouveau."));
    }

    /// <summary>One that cannot be kept leaves the one before where it was.</summary>
    private static async Task<Fields> Sent(IFormFile file, Fields fields, Office office, CancellationToken stop)
    {
        using var bytes = new MemoryStream((int)Math.Min(file.Length, PictureReader.MostBytes + 1));
        await file.CopyToAsync(bytes, stop);
        var (picture, because) = await office.Pictures.Keep(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), office.Now, stop);
        if (picture is not null)
            return Named(fields, picture);
        var before = await office.Pictures.Find(fields.Text(AnswerNames.PictureFile), stop);
        return (before is null ? fields.With((AnswerNames.PictureFile, "")) : Named(fields, before)).With((AnswerNames.PictureProblem, because));
    }

    private static Fields Named(Fields fields, KeptPicture picture) =>
        fields.With((AnswerNames.PictureFile, picture.File), (AnswerNames.PictureSize, $"{picture.Width}x{picture.Height}"));
}
