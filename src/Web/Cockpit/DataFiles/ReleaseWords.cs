using Almanach.Core.Data.Series;

namespace Almanach.Web.Cockpit.DataFiles;

/// <summary>A release in words.</summary>
internal static class ReleaseWords
{
    public static string State(SeriesRelease release) => release.State switch
    {
        ReleaseState.Published => release.Withheld.Count > 0 ? "Publié, des chiffres masqués" : "Publié",
        ReleaseState.Held => "Retenu\u00A0: secret statistique",
        ReleaseState.Withdrawn => "Écarté",
    };
}
