using Almanach.Core.Data.Portraits;

namespace Almanach.Web.Cockpit.Portraits;

internal static class PortraitWords
{
    public static string State(PortraitDraft draft) => draft.State switch
    {
        PortraitState.Proof when draft.HasMoved => "à relire\u00A0: des chiffres ont changé",
        PortraitState.Proof => draft.Latest is null ? "épreuve" : "épreuve d’une nouvelle version",
        PortraitState.Read => "relu",
        PortraitState.Published => "publié",
    };
}
