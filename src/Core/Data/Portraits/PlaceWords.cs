using Almanach.Core.French;

namespace Almanach.Core.Data.Portraits;

/// <summary>How sentences say a territory.</summary>
/// <param name="Name">« Isère ».</param>
/// <param name="In">« en Isère », « dans le Rhône ».</param>
/// <param name="The">« l’Isère », « la Haute-Savoie », « le Rhône ».</param>
public sealed record PlaceWords(string Name, string In, string The)
{
    /// <summary>« de l’Isère », « du Rhône », « des Alpes ».</summary>
    public string Of => FrenchPhrase.Of(The);

    public bool IsPlural => The.StartsWith("les ", StringComparison.Ordinal);

    /// <summary>A region is said with its kind: « la région Auvergne-Rhône-Alpes compte… ».</summary>
    public static PlaceWords OfRegion(string name, string? within) => new(name, within ?? $"dans la région {name}", $"la région {name}");

    /// <param name="within">As the platform writes it; null where it says nothing of this territory.</param>
    /// <example>« en Savoie » gives « la Savoie »; « en Ardèche », « l’Ardèche »; « dans le Puy-de-Dôme », « le Puy-de-Dôme ».</example>
    public static PlaceWords OfDepartment(string name, string? within) => new(name, within ?? "dans ce département", within switch
    {
        null => "le département",
        _ when within.StartsWith("dans l’", StringComparison.Ordinal) || within.StartsWith("dans le ", StringComparison.Ordinal) || within.StartsWith("dans la ", StringComparison.Ordinal) || within.StartsWith("dans les ", StringComparison.Ordinal) => within["dans ".Length..],
        _ when within.StartsWith("en ", StringComparison.Ordinal) => (IsVowel(within["en ".Length..]) ? "l’" : "la ") + within["en ".Length..],
        _ => name,
    });

    private static bool IsVowel(string name) => Typography.Fold(name) is [var first, ..] && "aeiou".Contains(first, StringComparison.Ordinal);
}

/// <summary>Articles that contract, and words that agree.</summary>
public static class FrenchPhrase
{
    /// <summary>« du taux », « des foyers », « de la part », « de l’évolution », « de Lyon », « d’Annecy ».</summary>
    public static string Of(string the) => the switch
    {
        _ when the.StartsWith("le ", StringComparison.Ordinal) => $"du {the[3..]}",
        _ when the.StartsWith("les ", StringComparison.Ordinal) => $"des {the[4..]}",
        _ when the.StartsWith("la ", StringComparison.Ordinal) || the.StartsWith("l’", StringComparison.Ordinal) => $"de {the}",
        _ => Elision.De(the),
    };

    /// <summary>« la CC Bièvre Isère », « la Métropole de Lyon »; any other name as it is.</summary>
    public static string WithArticle(string name) =>
        name.StartsWith("CC ", StringComparison.Ordinal) || name.StartsWith("CA ", StringComparison.Ordinal) || name.StartsWith("CU ", StringComparison.Ordinal) || name.StartsWith("Métropole ", StringComparison.Ordinal) ? $"la {name}" : name;

    /// <summary>The names of one or two, the number of more: « A et B », « 5 EPCI ».</summary>
    public static string Several(IReadOnlyList<string> names, string many) => names.Count > 2 ? $"{Numbers.Digits(names.Count)}\u00A0{many}" : Lists.Join(names);
}
