using Almanach.Core.Engine;

namespace Almanach.Core.Library.News;

/// <summary>A piece of news that the coordinator wrote.</summary>
/// <param name="Text">As pages are written (<see cref="Pages.PageText"/>).</param>
/// <param name="Since">When it was first published, UTC.</param>
public sealed record NewsItem(string Id, string Title, string Text, DateOnly Day, DateTimeOffset Since)
{
    public const string Partition = "news";

    public const string Prefix = "item|";
}

/// <summary>What a piece of news must hold. Field names are those of the cockpit's form.</summary>
public static class NewsRules
{
    public const int MaxTitle = 160;
    public const int MaxText = 5_000;

    /// <summary>Less is no title, or no sentence.</summary>
    private const int LeastTitle = 3;
    private const int LeastText = 10;

    public static IReadOnlyList<FieldError> Check(string title, string text, DateOnly day)
    {
        List<FieldError> errors = [];
        if (title.Length is < LeastTitle or > MaxTitle)
            errors.Add(new FieldError("titre", title.Length < LeastTitle ? "Donnez un titre." : $"Gardez {MaxTitle} caractères au plus."));
        if (text.Length is < LeastText or > MaxText)
            errors.Add(new FieldError("texte", text.Length < LeastText ? "Écrivez au moins une phrase." : $"Ce texte compte {text.Length} caractères\u00A0: gardez-en {MaxText} au plus."));
        if (day.Year is < 2000 or > 2100)
            errors.Add(new FieldError("jour", "Donnez la date de l’actualité, par exemple 12/04/2022."));
        return errors;
    }
}
