namespace Almanach.Core.Data.Series;

/// <summary>States of figures in the normalised files: each mark once, told in the file’s own schema.</summary>
public static class FigureMarks
{
    private static readonly (FigureState State, string Mark, string Label)[] All =
    [
        (FigureState.Blank, "", "non renseigné"),
        (FigureState.Secret, "s", "secret statistique"),
        (FigureState.NotAvailable, "nd", "non disponible"),
        (FigureState.NotApplicable, "so", "sans objet"),
        (FigureState.NotSignificant, "ns", "non significatif"),
        (FigureState.NotDisseminated, "ndiff", "non diffusé"),
        (FigureState.Withheld, "masque", "masqué pour protéger un autre chiffre"),
        (FigureState.Incomplete, "incomplet", "somme incomplète"),
        (FigureState.NotAdditive, "fusion", "communes fusionnées depuis, chiffre non additif"),
        (FigureState.OtherBounds, "perimetre", "périmètre modifié depuis"),
    ];

    /// <summary>Every mark with what it says.</summary>
    public static IEnumerable<(string Mark, string Label)> Known => All.Select(one => (one.Mark, one.Label));

    /// <summary>Empty for a figure that is given, or absent.</summary>
    public static string Of(FigureState state) => All.FirstOrDefault(one => one.State == state).Mark ?? "";

    /// <summary>« secret statistique ».</summary>
    public static string Label(FigureState state) => All.FirstOrDefault(one => one.State == state).Label ?? (state == FigureState.Absent ? "absent du fichier" : "");

    /// <summary>Null for what is none.</summary>
    public static FigureState? Of(ReadOnlySpan<byte> mark)
    {
        foreach (var (state, text, _) in All)
            if (Same(mark, text))
                return state;
        return null;
    }

    private static bool Same(ReadOnlySpan<byte> mark, string text)
    {
        if (mark.Length != text.Length)
            return false;
        for (var i = 0; i < mark.Length; i++)
            if (mark[i] != text[i])
                return false;
        return true;
    }
}
