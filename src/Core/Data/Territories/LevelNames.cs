namespace Almanach.Core.Data.Territories;

/// <summary>How levels are called: in French, and in the files that hold territories.</summary>
public static class LevelNames
{
    /// <summary>« commune », « bassin de vie ».</summary>
    public static string One(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Metropolis => "France métropolitaine",
        TerritoryLevel.Region => "région",
        TerritoryLevel.Department => "département",
        TerritoryLevel.Arrondissement => "arrondissement",
        TerritoryLevel.Canton => "canton-ou-ville",
        TerritoryLevel.LivingArea => "bassin de vie",
        TerritoryLevel.Intercommunality => "EPCI",
        TerritoryLevel.EmploymentZone => "zone d’emploi",
        TerritoryLevel.Municipality => "commune",
        TerritoryLevel.Neighbourhood => "quartier",
        TerritoryLevel.Ward => "arrondissement municipal",
        TerritoryLevel.FormerMunicipality => "commune déléguée ou associée",
    };

    /// <summary>« communes », « bassins de vie ».</summary>
    public static string Many(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Metropolis => "France métropolitaine",
        TerritoryLevel.Region => "régions",
        TerritoryLevel.Department => "départements",
        TerritoryLevel.Arrondissement => "arrondissements",
        TerritoryLevel.Canton => "cantons-ou-villes",
        TerritoryLevel.LivingArea => "bassins de vie",
        TerritoryLevel.Intercommunality => "EPCI",
        TerritoryLevel.EmploymentZone => "zones d’emploi",
        TerritoryLevel.Municipality => "communes",
        TerritoryLevel.Neighbourhood => "quartiers",
        TerritoryLevel.Ward => "arrondissements municipaux",
        TerritoryLevel.FormerMunicipality => "communes déléguées ou associées",
    };

    /// <summary>The mark of a level in a <see cref="TerritoryFile"/>, after Insee's own.</summary>
    public static string Mark(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Metropolis => "FR",
        TerritoryLevel.Region => "REG",
        TerritoryLevel.Department => "DEP",
        TerritoryLevel.Arrondissement => "ARR",
        TerritoryLevel.Canton => "CAN",
        TerritoryLevel.LivingArea => "BV",
        TerritoryLevel.Intercommunality => "EPCI",
        TerritoryLevel.EmploymentZone => "ZE",
        TerritoryLevel.Municipality => "COM",
        TerritoryLevel.Neighbourhood => "QUA",
        TerritoryLevel.Ward => "ARM",
        TerritoryLevel.FormerMunicipality => "COMD",
    };

    /// <summary>In addresses: <c>departement</c>, <c>bassin-de-vie</c>.</summary>
    public static string Slug(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Metropolis => "france",
        TerritoryLevel.Region => "region",
        TerritoryLevel.Department => "departement",
        TerritoryLevel.Arrondissement => "arrondissement",
        TerritoryLevel.Canton => "canton",
        TerritoryLevel.LivingArea => "bassin-de-vie",
        TerritoryLevel.Intercommunality => "epci",
        TerritoryLevel.EmploymentZone => "zone-d-emploi",
        TerritoryLevel.Municipality => "commune",
        TerritoryLevel.Neighbourhood => "quartier",
        TerritoryLevel.Ward => "arrondissement-municipal",
        TerritoryLevel.FormerMunicipality => "commune-deleguee",
    };

    /// <summary>Null for a slug that is none.</summary>
    public static TerritoryLevel? OfSlug(string? slug) =>
        Enum.GetValues<TerritoryLevel>().Where(level => Slug(level) == slug).Select(level => (TerritoryLevel?)level).FirstOrDefault();

    /// <summary>Null for a mark that is none.</summary>
    public static TerritoryLevel? Of(ReadOnlySpan<char> mark)
    {
        foreach (var level in Enum.GetValues<TerritoryLevel>())
            if (mark.SequenceEqual(Mark(level)))
                return level;
        return null;
    }
}
