using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.French;

namespace Almanach.Core.Data.Dashboard;

/// <summary>Figures as readers see them.</summary>
public static class FigureWords
{
    /// <summary>« 12 310 », « 13,1 », « secret », « au moins 245 300 ».</summary>
    public static string Of(Figure figure, int decimals) => figure.State switch
    {
        FigureState.Given => Numbers.Decimal(figure.Value, decimals),
        FigureState.Incomplete when figure.Value > 0 => $"au moins {Numbers.Decimal(figure.Value, decimals)}",
        FigureState.Incomplete => "incomplet",
        FigureState.Secret or FigureState.Withheld => "secret",
        FigureState.NotDisseminated => "non diffusé",
        FigureState.NotAvailable => "n.d.",
        FigureState.NotApplicable => "sans objet",
        FigureState.NotSignificant => "n.s.",
        FigureState.NotAdditive => "fusion",
        FigureState.OtherBounds => "périmètre modifié",
        FigureState.Blank or FigureState.Absent => "–",
    };

    /// <summary>Why there is no figure, as a sentence’s end; null where there is one.</summary>
    public static string? Why(Figure figure) => figure.State switch
    {
        FigureState.Given => null,
        FigureState.Secret => "couvert par le secret statistique",
        FigureState.Withheld => "masqué par la plate-forme, pour qu’un chiffre secret ne puisse être retrouvé",
        FigureState.NotDisseminated => "non diffusé par le producteur",
        FigureState.NotAvailable => "non disponible",
        FigureState.NotApplicable => "sans objet",
        FigureState.NotSignificant => "non significatif",
        FigureState.Incomplete => $"somme incomplète\u00A0: {Numbers.Count(figure.Lacking, "territoire n’a pas de chiffre", "territoires n’ont pas de chiffre")}",
        FigureState.NotAdditive => "des communes ont fusionné depuis, et ce chiffre ne s’additionne pas",
        FigureState.OtherBounds => "le périmètre du territoire a changé depuis",
        FigureState.Blank => "non renseigné par le producteur",
        FigureState.Absent => "absent du fichier du producteur",
    };

    /// <summary>With its unit: « 13,1 % », « 12 310 habitants ».</summary>
    public static string WithUnit(decimal value, Indicator indicator) => $"{Numbers.Decimal(value, indicator.Decimals)}\u00A0{indicator.Unit}";

    public static string WithUnit(Figure figure, Indicator indicator) => figure.State is FigureState.Given || (figure.State == FigureState.Incomplete && figure.Value > 0)
        ? $"{Of(figure, indicator.Decimals)}\u00A0{indicator.Unit}" : Of(figure, indicator.Decimals);
}
