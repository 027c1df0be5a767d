using Almanach.Core.French;

namespace Almanach.Core.Data.Series;

/// <summary>How small counts are told, in French.</summary>
public static class FewWords
{
    /// <summary>« 12 effectifs sont inférieurs à 5, le seuil de secret de la source (CAF) ».</summary>
    public static string Count(FewUnits few) =>
        $"{Numbers.Count(few.Count, "effectif est inférieur", "effectifs sont inférieurs")} à {few.Threshold}, le seuil de secret de la source ({few.Producer})";

    /// <summary>« ligne 12, Mornant, Foyers allocataires du RSA, 2021 : 3 ».</summary>
    public static string At(FewPlace place) => $"Ligne\u00A0{place.Row}, {place.Name}, {place.Measure}, {Period.Label(place.Period)}\u00A0: {Numbers.Digits((int)place.Value)}";

    /// <summary>The same as a remark of a report, with what to do.</summary>
    public static string Remark(FewUnits few) =>
        $"{Count(few)}\u00A0: {string.Join("\u00A0; ", few.First.Take(3).Select(At))}{(few.Count > 3 ? "\u00A0; …" : "")}. Confirmez à la coordination qu’ils peuvent paraître, ou cachez-les (écrivez «\u00A0s\u00A0»).";
}
