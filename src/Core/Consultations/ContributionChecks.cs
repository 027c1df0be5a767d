using System.Text.RegularExpressions;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Links;

namespace Almanach.Core.Consultations;

/// <summary>Whether what somebody contributes to a newsletter can be taken. Field names are those of the answer page.</summary>
public static partial class ContributionChecks
{
    public const int Most = 10;
    public const int MaxTitle = 160;
    public const int MaxText = 4_000;
    public const int MaxLink = 1_000;
    public const int MaxPlace = 200;
    public const int MaxAuthor = 200;
    public const int MaxAlt = 300;

    public const string KindField = "genre";
    public const string TitleField = "titre";
    public const string TextField = "texte";
    public const string LinkField = "lien";
    public const string DayField = "jour";
    public const string PlaceField = "lieu";
    public const string AuthorField = "auteur";
    public const string PictureField = "image";
    public const string AltField = "description";

    public static IReadOnlyList<FieldError> Of(string question, IReadOnlyList<Contribution> items) =>
    [
        .. items.Count > Most ? [new FieldError(question, $"Un envoi compte au plus {Most} contributions. Retirez-en une, ou appelez la coordination.")] : Array.Empty<FieldError>(),
        .. items.SelectMany(Of),
    ];

    public static IEnumerable<FieldError> Of(Contribution item) =>
    [
        .. Worded(item), .. Linked(item), .. Dated(item), .. Illustrated(item),
    ];

    /// <summary>A picture as the platform keeps it.</summary>
    public static bool IsKept(string file) => Kept.IsMatch(file);

    private static IEnumerable<FieldError> Worded(Contribution item)
    {
        if (!Enum.IsDefined(item.Kind))
            yield return new FieldError(KindField, "Choisissez ce que vous envoyez.");
        if (string.IsNullOrWhiteSpace(item.Title))
            yield return new FieldError(TitleField, "Donnez un titre à votre contribution.");
        if (item.Title.Length > MaxTitle)
            yield return new FieldError(TitleField, $"Le titre compte {Characters(item.Title)}\u00A0: gardez-en {MaxTitle} au plus, et dites le reste dans le texte.");
        if (item.Text.Length > MaxText)
            yield return TooLong(TextField, item.Text, MaxText);
        if (item.Author.Length > MaxAuthor)
            yield return TooLong(AuthorField, item.Author, MaxAuthor);
    }

    private static IEnumerable<FieldError> Linked(Contribution item)
    {
        if (item is { Kind: ContributionKind.Link, Link.Length: 0 })
            yield return new FieldError(LinkField, "Donnez l’adresse du lien. Par exemple\u00A0: https://www.exemple.fr/page");
        else if (item.Link.Length > MaxLink)
            yield return TooLong(LinkField, item.Link, MaxLink);
        else if (item.Link.Length > 0 && !WebAddress.IsOne(item.Link))
            yield return new FieldError(LinkField, "Ce n’est pas l’adresse d’une page. Copiez-la en entier, par exemple\u00A0: https://www.exemple.fr/page");
    }

    private static IEnumerable<FieldError> Dated(Contribution item)
    {
        if (item is { Kind: ContributionKind.Event, Day: null })
            yield return new FieldError(DayField, "Donnez le jour de l’événement. Par exemple\u00A0: 12/04/2027");
        if (item is { Kind: not ContributionKind.Event, Day: not null })
            yield return new FieldError(DayField, "Un jour ne se donne que pour un événement\u00A0: choisissez «\u00A0Un événement\u00A0», ou retirez le jour.");
        if (item is { Kind: not ContributionKind.Event, Place.Length: > 0 })
            yield return new FieldError(PlaceField, "Un lieu ne se donne que pour un événement\u00A0: choisissez «\u00A0Un événement\u00A0», ou dites le lieu dans le texte.");
        else if (item.Place.Length > MaxPlace)
            yield return TooLong(PlaceField, item.Place, MaxPlace);
    }

    private static IEnumerable<FieldError> Illustrated(Contribution item)
    {
        if (item is { Kind: ContributionKind.Picture, Picture: null })
            yield return new FieldError(PictureField, "Joignez l’image.");
        if (item.Picture is not { } picture)
            yield break;
        if (!IsKept(picture.File) || picture.Width < 1 || picture.Height < 1)
            yield return new FieldError(PictureField, "Cette image n’est pas gardée. Joignez-la de nouveau.");
        if (string.IsNullOrWhiteSpace(picture.Alt))
            yield return new FieldError(AltField, "Dites en une phrase ce que montre l’image, pour les personnes qui ne la voient pas.");
        else if (picture.Alt.Length > MaxAlt)
            yield return TooLong(AltField, picture.Alt, MaxAlt);
    }

    private static FieldError TooLong(string field, string text, int max) =>
        new(field, $"Ce texte compte {Characters(text)}\u00A0: gardez-en {Numbers.Digits(max)} au plus.");

    private static string Characters(string text) => Numbers.Count(text.Length, "caractère", "caractères");

    [GeneratedRegex(@"^images/[0-9a-f]{64}\.(jpg|png)\z")]
    private static partial Regex Kept { get; }
}
