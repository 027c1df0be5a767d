using Almanach.Core.Calendar;
using Almanach.Core.Platforms.Checks;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms;

/// <summary>
/// Reads and checks a platform's folder as a whole. Pure: a host passes the files' contents by their paths inside the
/// folder (<c>textes/relance.md</c>). Every mistake is reported at once, and nothing throws. Files it does not know are left alone.
/// </summary>
public static class PlatformFolder
{
    public const string PlatformFile = "platform.json";
    public const string OrganisationsFile = "organisations.csv";
    public const string ContactsFile = "contacts.csv";
    public const string CatalogueFile = "catalogue.csv";
    public const string IndicatorsFile = "indicateurs.json";
    public const string TextsFolder = "textes/";
    public const string PagesFolder = "pages/";
    public const string YearsFolder = "years/";
    public const string SchemasFolder = "schemas/";

    /// <param name="holidays">To tell an académie that is not known; null leaves them unchecked.</param>
    public static PlatformReading Read(IReadOnlyDictionary<string, byte[]> files, SchoolHolidays? holidays = null)
    {
        var problems = new List<Problem>();
        var aboutPlatform = new Findings(PlatformFile, problems);
        var (platform, ids) = ReadPlatform(files, aboutPlatform, holidays);
        var aboutOrganisations = new Findings(OrganisationsFile, problems);
        var aboutContacts = new Findings(ContactsFile, problems);
        var network = new NetworkTables(platform, ids, aboutOrganisations, aboutContacts);
        var organisations = network.Organisations(Text(files, aboutOrganisations));
        var contacts = network.Contacts(Text(files, aboutContacts));
        var aboutCatalogue = new Findings(CatalogueFile, problems);
        var catalogue = CatalogueTable.Read(files.ContainsKey(CatalogueFile) ? Text(files, aboutCatalogue) : null, platform, organisations, aboutCatalogue);
        var schemas = DataChecks.Check(platform, organisations, files, aboutPlatform);
        var aboutIndicators = new Findings(IndicatorsFile, problems);
        var indicators = IndicatorChecks.Read(files.ContainsKey(IndicatorsFile) ? Text(files, aboutIndicators) : null, platform, aboutIndicators) ?? Data.Indicators.IndicatorCatalogue.Empty;
        var texts = new PlatformTexts(files, problems, platform, aboutPlatform).Read();
        var pages = PlatformPages.Read(files, problems);
        var years = PastYears.Read(files, problems, platform, aboutPlatform);

        if (platform is null || problems.Any(problem => problem.Severity == Severity.Error))
            return new(null, problems);
        return new(new(platform, organisations, contacts, texts, years) { Pages = pages, Catalogue = catalogue, Schemas = schemas, Indicators = indicators }, problems);
    }

    private static (Platform?, PlatformIds?) ReadPlatform(
        IReadOnlyDictionary<string, byte[]> files, Findings found, SchoolHolidays? holidays)
    {
        if (Text(files, found) is not { } text || JsonFit.Read<Platform>(text, found) is not { } platform)
            return default;
        var ids = new PlatformIds(platform, found);
        PlatformChecks.Check(platform, found);
        CheckAcademies(platform, found, holidays);
        new ConsultationChecks(platform, ids, found).Check();
        GroupChecks.Check(platform, ids, found);
        HeldWhenChecks.Check(platform, ids, found);
        NewsletterChecks.Check(platform, ids, found);
        CatalogueChecks.Check(platform, found);
        TerritoryChecks.Check(platform, found);
        new CalendarChecks(platform, ids, found).Check();
        if (!found.HasErrors)
            PlanChecks.Check(platform, found);
        return (platform, ids);
    }

    private static void CheckAcademies(Platform platform, Findings found, SchoolHolidays? holidays)
    {
        foreach (var (index, academy) in platform.Academies.Index())
            if (holidays is not null && !holidays.Knows(academy))
                found.Error($"/academies/{index}", $"L’académie « {academy} » n’est pas connue.",
                    Wording.Suggest(academy, holidays.Academies, "Écrire le nom de l’académie, par exemple « Lyon »."));
    }

    private static string? Text(IReadOnlyDictionary<string, byte[]> files, Findings found)
    {
        if (files.TryGetValue(found.File, out var bytes))
            return TextBytes.Read(bytes, found);
        found.Error("", $"Le fichier « {found.File} » manque.", "L’ajouter au dossier, ou vérifier que le dossier indiqué est le bon.");
        return null;
    }
}
