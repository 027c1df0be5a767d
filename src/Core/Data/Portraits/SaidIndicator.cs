using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.French;

namespace Almanach.Core.Data.Portraits;

/// <summary>An indicator as sentences say it, with all that agrees.</summary>
public sealed class SaidIndicator(Indicator indicator)
{
    public string The { get; } = indicator.Said.Length > 0 ? indicator.Said : $"l’indicateur «\u00A0{indicator.Title}\u00A0»";

    public bool IsPlural => The.StartsWith("les ", StringComparison.Ordinal);

    public bool IsFeminine => indicator.Feminine || The.StartsWith("la ", StringComparison.Ordinal);

    /// <summary>« il », « elles ».</summary>
    public string It => (IsFeminine ? "elle" : "il") + (IsPlural ? "s" : "");

    public string Is => IsPlural ? "sont" : "est";

    public string Goes => IsPlural ? "vont" : "va";

    public string Has => IsPlural ? "ont" : "a";

    /// <summary>« plus élevé », « plus basses ».</summary>
    public string Compared(int sign) => sign switch
    {
        > 0 => "plus " + Agree("élevé"),
        < 0 => "plus " + (IsFeminine ? IsPlural ? "basses" : "basse" : "bas"),
        _ => IsPlural ? "les mêmes" : IsFeminine ? "la même" : "le même",
    };

    /// <summary>Things that are counted: « habitants », « demandeurs d’emploi de catégorie A ».</summary>
    public string Things => IsPlural ? The["les ".Length..] : indicator.Unit;

    /// <summary>With its unit, unless the name says it: « 12 % », « 4,9 ».</summary>
    public string Amount(decimal value) => The.EndsWith(indicator.Unit, StringComparison.Ordinal) ? Numbers.Decimal(value, indicator.Decimals) : FigureWords.WithUnit(value, indicator);

    /// <summary>As it is shown: two that read alike are alike.</summary>
    public decimal Shown(decimal value) => Math.Round(value, indicator.Decimals, MidpointRounding.AwayFromZero);

    private string Agree(string masculine) => masculine + (IsFeminine ? "e" : "") + (IsPlural ? "s" : "");
}
