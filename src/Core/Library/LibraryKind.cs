namespace Almanach.Core.Library;

/// <summary>What a document is, whoever made it.</summary>
public enum LibraryKind
{
    Programme,
    Bilan,
    CompteRendu,
    Diapositives,
    Rapport,
    Etude,
    Donnees,
    Charte,
    Autre,
}

/// <summary>Its names on pages.</summary>
public static class LibraryKinds
{
    public static string Name(LibraryKind kind) => kind switch
    {
        LibraryKind.Programme => "Programme de travail",
        LibraryKind.Bilan => "Bilan",
        LibraryKind.CompteRendu => "Compte-rendu",
        LibraryKind.Diapositives => "Diapositives",
        LibraryKind.Rapport => "Rapport",
        LibraryKind.Etude => "Étude",
        LibraryKind.Donnees => "Données",
        LibraryKind.Charte => "Charte",
        LibraryKind.Autre => "Autre document",
    };

    public static LibraryKind Of(Platforms.DocumentKind kind) => kind switch
    {
        Platforms.DocumentKind.Programme => LibraryKind.Programme,
        Platforms.DocumentKind.Bilan or Platforms.DocumentKind.BilanEtCollecte => LibraryKind.Bilan,
        Platforms.DocumentKind.CompteRendu => LibraryKind.CompteRendu,
    };
}
