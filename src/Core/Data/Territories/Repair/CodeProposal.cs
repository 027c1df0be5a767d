namespace Almanach.Core.Data.Territories.Repair;

/// <summary>A code that a damaged one may stand for. A person accepts it, or sets a rule that does: nothing is mended silently.</summary>
/// <param name="Reason">« Le zéro initial est perdu », to be shown beside it.</param>
public sealed record CodeProposal(TerritoryCode Code, string Name, CodeFlaw Flaw, string Reason);

/// <summary>What happened to a code.</summary>
public enum CodeFlaw
{
    /// <summary>Spaces, quotes or an apostrophe around it.</summary>
    Surrounded,

    /// <summary>A spreadsheet took it for a number: <c>1001</c>, <c>1001.0</c>, <c>2,00069E+08</c>.</summary>
    TakenForNumber,

    /// <summary>Small letters: <c>2a004</c>.</summary>
    Case,

    /// <summary>The letter O for a zero, an I or l for a one.</summary>
    LetterForDigit,

    /// <summary>The code of its department, of COGugaison or of another list around it: <c>01D</c>, <c>R84</c>, <c>01 - Ain</c>.</summary>
    Decorated,

    /// <summary>It merged or was numbered anew.</summary>
    OtherYear,

    /// <summary>It names a part of the territory: an arrondissement of Lyon, a commune déléguée.</summary>
    Part,

    /// <summary>It is a name.</summary>
    Name,

    /// <summary>It is nearly a name.</summary>
    NearName,
}
