using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Data.Series;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Data.Deliveries;

/// <summary>What is said of deliveries, in words.</summary>
public static class DeliveryWords
{
    public static string Name(DeliveryState state) => state switch
    {
        DeliveryState.Awaited => "attendu",
        DeliveryState.Received => "reçu, vérification en cours",
        DeliveryState.WithErrors => "à corriger",
        DeliveryState.Unattested => "reçu, à attester",
        DeliveryState.Valid => "reçu, rien à corriger",
        DeliveryState.Accepted => "accepté",
    };

    public static string Name(DeliveryWay way) => way switch
    {
        DeliveryWay.Page => "sur la page",
        DeliveryWay.Put => "par un programme",
        DeliveryWay.Mail => "par courriel",
        DeliveryWay.Folder => "par le dossier de dépôt",
        DeliveryWay.Coordinator => "noté par la coordination",
    };

    /// <summary>« 12 ko », « 1,4 Mo »: thousands, as systems of files say.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes}\u00A0{(bytes > 1 ? "octets" : "octet")}",
        < 1_000_000 => $"{bytes / 1_000}\u00A0ko",
        _ => $"{Math.Round(bytes / 1_000_000m, 1).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',')}\u00A0Mo",
    };

    /// <summary>« Allocataires du RSA : « rsa.csv » (12 ko) », a line a delivery.</summary>
    public static IReadOnlyList<string> Lines(AnswerValue.Deliveries deliveries) => [.. deliveries.ByDelivery.Values.Select(Line)];

    public static string Line(DeliverySaid said) => $"{said.Title}\u00A0: «\u00A0{said.Name}\u00A0» ({Size(said.Size)}){(said.Attested.Length > 0 ? "" : ", à attester")}";

    /// <summary>« Allocataires du RSA, au 31 décembre 2021 ».</summary>
    public static string Expected(DeliveryTemplate template) => $"{template.Title}, {template.Period}";

    /// <summary>« 1 204 lignes lues. 3 valeurs à corriger. »</summary>
    public static string Summary(CheckedFile check)
    {
        var read = $"{Numbers.Digits(check.Rows)} {(check.Rows > 1 ? "lignes lues" : "ligne lue")}.";
        return check.Errors == 0 ? $"{read} Rien à corriger."
            : check.Rows == 0 ? $"Le fichier n’a pas pu être vérifié en entier. {ToCorrect(check)}."
            : $"{read} {ToCorrect(check)}.";
    }

    public static string Warned(int warnings) => $"{Numbers.Digits(warnings)} {(warnings > 1 ? "remarques" : "remarque")}, sans rien qui empêche d’utiliser le fichier.";

    private static string ToCorrect(CheckedFile check) =>
        $"{Numbers.Digits(check.Errors)} {(check.OfValues ? check.Errors > 1 ? "valeurs" : "valeur" : check.Errors > 1 ? "points" : "point")} à corriger";

    /// <summary>What was found, in the few words of a subject: « 3 valeurs à corriger ».</summary>
    public static string Found(DeliverySaid said, CheckedFile check) =>
        check.Errors > 0 && check.Rows == 0 ? "ne peut pas être lu"
        : check.Errors > 0 ? ToCorrect(check)
        : said.Attested.Length == 0 ? "rien à corriger, reste à attester"
        : "rien à corriger";

    /// <summary>The lines of a receipt: what came, what was found, the first errors.</summary>
    /// <param name="mended">What was read mended, with somebody’s consent.</param>
    public static IReadOnlyList<string> Receipt(DeliverySaid said, CheckedFile check, IReadOnlyList<MendedValue> mended) =>
    [
        Line(said), Summary(check), .. check.First,
        .. check.Errors > check.First.Count ? [$"{Numbers.Count(check.Errors - check.First.Count, "autre est", "autres sont")} sur la page, avec le formulaire pour envoyer le fichier corrigé."] : Array.Empty<string>(),
        .. RepairWords.Receipt(said, check, mended),
        .. (check.Few ?? []).Select(few => $"{FewWords.Count(few)}. La page dit lesquels, et ce que vous pouvez faire."),
        .. said.Attested.Length > 0 ? [] : new[] { "Il reste à attester, sur la page, que ce fichier peut être utilisé." },
    ];
}
