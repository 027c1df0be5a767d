using Almanach.Core.Data.Series;

namespace Almanach.Web.Cockpit.DataFiles;

/// <summary>A release in words.</summary>
internal static class ReleaseWords
{
    /// <summary>What is left to do where hiding further figures would not.</summary>
    public const string NothingHelps =
        "Masquer d’autres chiffres de ce fichier ne suffirait pas\u00A0: ce qui permet de retrouver les chiffres cachés est déjà en ligne. Demandez au producteur ce qui peut paraître (un autre découpage, des totaux en moins, ou l’accord de ne plus cacher ces chiffres), et écartez ce fichier en attendant.";

    /// <summary>What can be done of the files that are held, in one sentence or two: hiding is proposed only where it would do.</summary>
    public static string Next(IReadOnlyList<SeriesRelease> held) => held.Select(Next).Distinct().ToList() is [var same] ? same : "La page de chacun dit ce qui peut être fait.";

    private static string Next(SeriesRelease release) => release.Audit switch
    {
        null or { IsPublishable: true } => "De petits effectifs y figurent, sous le seuil de secret de leur source. Demandez au producteur s’ils peuvent paraître, puis confirmez-le ou masquez-les.",
        { CanBeHidden: true } => "Un chiffre caché pourrait être retrouvé. Masquez aussi les chiffres proposés, ou écartez le fichier.",
        { Contradictions.Count: > 0 } => "Des chiffres se contredisent. Demandez au producteur lesquels sont justes, ou écartez le fichier.",
        _ => "Un chiffre caché pourrait être retrouvé, et masquer d’autres chiffres n’y suffirait pas. Demandez au producteur ce qui peut paraître, ou écartez le fichier.",
    };

    public static string State(SeriesRelease release) => release.State switch
    {
        ReleaseState.Published => release.Withheld.Count > 0 ? "Publié, des chiffres masqués" : "Publié",
        ReleaseState.Held => release.AwaitsFew && release.Audit is null or { IsPublishable: true } ? "Retenu\u00A0: petits effectifs à confirmer" : "Retenu\u00A0: secret statistique",
        ReleaseState.Withdrawn => "Écarté",
    };
}
