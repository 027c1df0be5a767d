using Almanach.Core.Data.Schemas;
using Almanach.Core.Network;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the <c>data</c> of a platform must mean: whoever delivers is a member, every schema can be read.</summary>
internal static class DataChecks
{
    /// <param name="organisations">Null or empty where the file of organisations could not be read: then nobody is unknown.</param>
    /// <returns>The schemas that are named, by the path of their file.</returns>
    public static IReadOnlyDictionary<string, TableSchema> Check(
        Platform? platform, IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<string, byte[]> files, Findings found)
    {
        Dictionary<string, TableSchema> schemas = new(StringComparer.Ordinal);
        if (platform is null)
            return schemas;
        CheckQuestions(platform, found);
        var deliveries = platform.DataOrEmpty().Deliveries;
        _ = new Known("une livraison", "/data/deliveries", deliveries.Select(delivery => delivery.Id), found);
        if (deliveries.Count > DataSetting.MostDeliveries)
            found.Error("/data/deliveries", $"Il y a {deliveries.Count} livraisons.", $"En garder {DataSetting.MostDeliveries} au plus.");
        foreach (var (index, delivery) in deliveries.Index())
            Check(delivery, $"/data/deliveries/{index}", organisations, files, schemas, found);
        return schemas;
    }

    private static void Check(
        DeliveryTemplate delivery, string place, IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<string, byte[]> files, Dictionary<string, TableSchema> schemas, Findings found)
    {
        foreach (var (name, text) in new[] { ("title", delivery.Title), ("period", delivery.Period) })
        {
            PlatformChecks.Given(text, $"{place}/{name}", found);
            Slotted.Check(text, DeliveryTemplate.Words, $"{place}/{name}", found);
        }
        if (delivery.Indicators.Count == 0)
            found.Error($"{place}/indicators", "Cette livraison ne nourrit aucun indicateur.", "Nommer au moins un indicateur\u00A0: le producteur comprend ainsi à quoi sert son fichier.");
        foreach (var (at, indicator) in delivery.Indicators.Index())
        {
            PlatformChecks.Given(indicator, $"{place}/indicators/{at}", found);
            Slotted.Check(indicator, DeliveryTemplate.Words, $"{place}/indicators/{at}", found);
        }
        if (organisations.Count > 0 && organisations.All(organisation => organisation.Id != delivery.Organisation))
            found.Error($"{place}/organisation", $"L’organisme « {delivery.Organisation} » n’est pas dans « {PlatformFolder.OrganisationsFile} ».",
                Wording.Suggest(delivery.Organisation, [.. organisations.Select(organisation => organisation.Id)], "Écrire l’identifiant d’un organisme du réseau."));
        // In a leap year and in any other.
        if (delivery.Due.Length > 0 && delivery.LastDay(2023) is null)
            found.Error($"{place}/due", $"« {delivery.Due} » n’est pas un mois et un jour.", "Écrire par exemple « 05-31 » pour le 31 mai, ou rien pour la clôture de la consultation.");
        if (delivery.TerritoryYear is not 0 and (< 1943 or > 2100))
            found.Error($"{place}/territoryYear", $"{delivery.TerritoryYear} est hors des limites.", "Donner l’année du code officiel, par exemple 2022.");
        if (delivery.Schema.Length > 0 && !schemas.ContainsKey(delivery.Schema))
            Schema(delivery.Schema, $"{place}/schema", files, schemas, found);
    }

    private static void Schema(string path, string place, IReadOnlyDictionary<string, byte[]> files, Dictionary<string, TableSchema> schemas, Findings found)
    {
        if (!path.StartsWith(PlatformFolder.SchemasFolder, StringComparison.Ordinal) || !files.TryGetValue(path, out var bytes))
        {
            found.Error(place, $"Le schéma « {path} » n’est pas dans le dossier.", $"Mettre le fichier dans « {PlatformFolder.SchemasFolder} » et écrire par exemple « {PlatformFolder.SchemasFolder}rsa.json ».");
            return;
        }
        var reading = SchemaReader.Read(bytes);
        foreach (var problem in reading.Problems)
            found.Error(place, $"Le schéma « {path} » ne se lit pas.", problem);
        if (reading.Schema is { } schema)
            schemas[path] = schema;
    }

    /// <summary>One consultation a year collects the files, and asks for nothing else.</summary>
    private static void CheckQuestions(Platform platform, Findings found)
    {
        var asking = platform.Consultations.Index().Where(one => one.Item.AsksDeliveries()).ToList();
        foreach (var (index, consultation) in asking)
        {
            if (consultation.Unit != AnswerUnit.Organisation)
                found.Error($"/consultations/{index}/unit", "Les fichiers de données sont attendus d’organismes, non de personnes.", "Écrire « organisation ».");
            if (consultation.Questions.Count > 1)
                found.Error($"/consultations/{index}/questions", "Une consultation qui demande des fichiers de données ne pose que cette question.", "Poser les autres questions dans une autre consultation.");
        }
        if (asking.Count > 1)
            found.Error($"/consultations/{asking[1].Index}/questions", "Une seule consultation demande les fichiers de données\u00A0: une livraison attendue deux fois ne serait d’aucune des deux.", "N’en garder qu’une.");
        if (platform.DataOrEmpty().Deliveries.Count > 0 && asking.Count == 0)
            found.Warn("/data/deliveries", "Des fichiers de données sont attendus, et aucune consultation ne les demande.", "Ajouter une consultation dont la question est de la sorte « deliveries », et une étape qui l’ouvre.");
        if (asking.Count > 0 && platform.DataOrEmpty().Deliveries.Count == 0)
            found.Warn($"/consultations/{asking[0].Index}/questions", "Cette consultation demande des fichiers de données, et aucun n’est attendu.", "Les décrire dans « data », ou retirer la consultation.");
    }
}
