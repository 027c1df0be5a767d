namespace Almanach.Core.Data.Territories;

/// <summary>
/// What a figure may be about, from the widest to the smallest: the nine levels of the dashboard, neighbourhoods where a
/// platform has them, and two that files contain but no page shows. A code says nothing of its level: 84 is a region and a
/// department, 01001 a municipality and a canton.
/// </summary>
public enum TerritoryLevel
{
    /// <summary>France métropolitaine, the one territory <c>METRO</c>.</summary>
    Metropolis,

    /// <summary>Région: <c>84</c>; before 2016 also <c>82</c>, <c>83</c> …</summary>
    Region,

    /// <summary>Département: <c>01</c>, <c>2A</c>, <c>971</c>; since 2015 also <c>69D</c> and <c>69M</c>, see <see cref="Rhone"/>.</summary>
    Department,

    /// <summary>Arrondissement: <c>011</c>.</summary>
    Arrondissement,

    /// <summary>Canton-ou-ville, Insee's grouping of whole municipalities: <c>0101</c>.</summary>
    Canton,

    /// <summary>Bassin de vie, by the code of its centre: <c>01004</c>.</summary>
    LivingArea,

    /// <summary>EPCI à fiscalité propre, by its SIREN: <c>200069193</c>.</summary>
    Intercommunality,

    /// <summary>Zone d'emploi, which partners still call bassin d'emploi: <c>8405</c>.</summary>
    EmploymentZone,

    /// <summary>Commune: <c>01001</c>.</summary>
    Municipality,

    /// <summary>Quartier: an IRIS (<c>690290102</c>) or a quartier prioritaire (<c>QN06901M</c>).</summary>
    Neighbourhood,

    /// <summary>Municipal arrondissement of Paris, Lyon or Marseille: <c>69381</c>.</summary>
    Ward,

    /// <summary>Commune déléguée or associée: part of a municipality, under the code it had as one.</summary>
    FormerMunicipality,
}
