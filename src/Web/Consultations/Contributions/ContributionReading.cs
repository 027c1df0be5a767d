using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Hosting;

namespace Almanach.Web.Consultations.Contributions;

/// <summary>What the organisation contributes once the form is taken: what is recorded, one changed or one more.</summary>
internal static class ContributionReading
{
    public static AnswerValue.Contributions Of(Visit visit, Fields fields, List<FieldError> errors)
    {
        if (fields.Text(AnswerNames.PictureProblem) is { Length: > 0 } problem)
            errors.Add(new FieldError(ContributionChecks.PictureField, problem));
        var editing = fields.Text(AnswerNames.Editing);
        if (editing.Length == 0 && errors.Count == 0 && IsBlank(fields))
            return new AnswerValue.Contributions(visit.Contributed);
        var typed = Typed(visit, fields, errors);
        if (editing.Length == 0)
            // Sent twice, it is one contribution.
            return new AnswerValue.Contributions(visit.Contributed.Any(item => item with { Id = "", By = "", At = default } == typed) ? visit.Contributed : [.. visit.Contributed, typed]);
        if (visit.Contributed.All(item => item.Id != editing))
            errors.Add(new FieldError(ContributionChecks.TitleField, "Cette contribution a été retirée entre-temps. Envoyez-la comme une nouvelle, ou fermez la page."));
        return new AnswerValue.Contributions([.. visit.Contributed.Select(item => item.Id == editing ? typed with { Id = item.Id, By = item.By, At = item.At } : item)]);
    }

    /// <summary>All that is wrong with it is said at once.</summary>
    private static Contribution Typed(Visit visit, Fields fields, List<FieldError> errors)
    {
        var kind = Kind(fields.Text(ContributionChecks.KindField), errors);
        var day = Day(visit, fields.Line(ContributionChecks.DayField), errors);
        var item = new Contribution(
            "", kind ?? ContributionKind.Article, fields.Line(ContributionChecks.TitleField), fields.Text(ContributionChecks.TextField), Link(fields.Line(ContributionChecks.LinkField)),
            day, fields.Line(ContributionChecks.PlaceField), fields.Line(ContributionChecks.AuthorField), Picture(fields, errors), "", default);
        var told = errors.Select(error => error.Field).ToHashSet();
        errors.AddRange(ContributionChecks.Of(item).Where(error => !told.Contains(error.Field) && (kind is not null || error.Field is not (ContributionChecks.DayField or ContributionChecks.PlaceField))));
        return item;
    }

    private static ContributionKind? Kind(string text, List<FieldError> errors)
    {
        if (Enum.GetNames<ContributionKind>().Contains(text))
            return Enum.Parse<ContributionKind>(text);
        errors.Add(new FieldError(ContributionChecks.KindField, "Choisissez ce que vous envoyez."));
        return null;
    }

    private static DateOnly? Day(Visit visit, string text, List<FieldError> errors)
    {
        var day = TypedDay.Of(text, visit.Setting.Zone.DayOf(visit.Now));
        if (day is null && text.Length > 0)
            errors.Add(new FieldError(ContributionChecks.DayField, TypedTime.Unread(text, "Écrivez-le ainsi\u00A0: 12/04/2027")));
        return day;
    }

    /// <summary>« www.exemple.fr/page », as one reads it aloud.</summary>
    private static string Link(string text) =>
        text.Length > 0 && !text.Contains(':', StringComparison.Ordinal) && WebAddress.IsOne($"https://{text}") ? $"https://{text}" : text;

    private static ContributedPicture? Picture(Fields fields, List<FieldError> errors)
    {
        var alt = fields.Line(ContributionChecks.AltField);
        if (fields.Text(AnswerNames.PictureSize).Split('x') is [var width, var height])
            return new ContributedPicture(fields.Text(AnswerNames.PictureFile), alt, int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture));
        if (alt.Length > 0 && errors.All(error => error.Field != ContributionChecks.PictureField))
            errors.Add(new FieldError(ContributionChecks.PictureField, "Vous décrivez une image, et aucune n’est jointe. Joignez-la, ou effacez sa description."));
        return null;
    }

    private static bool IsBlank(Fields fields) => AnswerNames.OfContribution.All(name => fields.Text(name).Length == 0) && fields.Text(AnswerNames.PictureFile).Length == 0;
}
