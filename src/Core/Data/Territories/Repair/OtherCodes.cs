namespace Almanach.Core.Data.Territories.Repair;

/// <summary>A sound code that the list of the year does not hold: of another year, or of a part of a municipality.</summary>
internal static class OtherCodes
{
    public static IEnumerable<CodeProposal> Of(TerritoryCode code, TerritoryYear year, Atlas atlas)
    {
        foreach (var former in atlas.Ever(TerritoryLevel.Municipality, code))
        {
            var then = former.Years.Until < year.Value ? former.Years.Until : former.Years.From;
            var fate = atlas.Became(code, then, year);
            foreach (var heir in fate.Codes)
                if (atlas.Name(TerritoryLevel.Municipality, heir, year) is { } name)
                    yield return new CodeProposal(heir, name, CodeFlaw.OtherYear, Words(former, fate, year));
        }
        foreach (var part in new[] { TerritoryLevel.Ward, TerritoryLevel.FormerMunicipality })
            if (atlas.Parent(part, code, TerritoryLevel.Municipality, year) is { } holder && atlas.Name(TerritoryLevel.Municipality, holder, year) is { } name)
                yield return new CodeProposal(holder, name, CodeFlaw.Part, $"« {atlas.Name(part, code, year)} » ({code}) est une partie de cette commune\u00A0: {LevelNames.One(part)}.");
    }

    private static string Words(ListedTerritory former, Fate fate, TerritoryYear year) => (fate.Kind, former.Years.Until < year.Value) switch
    {
        (FateKind.Several, true) => $"« {former.Name} » ({former.Code}) a été partagée entre {fate.Codes.Count} communes\u00A0: rien ne dit laquelle.",
        (_, true) => $"« {former.Name} » ({former.Code}) n’est plus une commune depuis le 1er janvier {former.Years.Until + 1}\u00A0: elle est dans celle-ci.",
        _ => $"« {former.Name} » ({former.Code}) n’est une commune que depuis le 1er janvier {former.Years.From}\u00A0: en {year} elle était dans celle-ci.",
    };
}
