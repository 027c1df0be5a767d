using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Data.Reading;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Data.Deliveries;

/// <summary>What becomes of the files that producers deliver. Pure. Field names are those of the pages.</summary>
public static class ReceivingRules
{
    public const string FileField = "fichier";

    public const string AttestField = "attestation";

    public const string ReasonField = "raison";

    public const int MaxReason = 300;

    /// <summary>Files up to so many bytes are checked while their depositor waits.</summary>
    public const long Quick = 5_000_000;

    /// <summary>What a depositor attests.</summary>
    public const string Attestation =
        "J’atteste que mon organisme peut transmettre ce fichier à la plate-forme, qui peut l’utiliser pour ses travaux et en publier des résultats dans le respect du secret statistique.";

    private static string TooLarge { get; } = $"Ce fichier dépasse {DeliveryWords.Size(DataLimits.Bytes)}. Enregistrez-le en CSV, compressez-le dans une archive ZIP, ou partagez-le en plusieurs fichiers avec la coordination.";

    public static Refusal OverLimit => Refusal.Invalid(new FieldError(FileField, TooLarge));

    /// <summary>What stands in the way of taking it.</summary>
    /// <param name="before">The file that stands; null for none.</param>
    public static IReadOnlyList<FieldError> Check(FileSent sent, DeliverySaid? before)
    {
        List<FieldError> errors = [];
        if (sent.Content is null && before is null)
            errors.Add(new FieldError(FileField, "Choisissez le fichier à déposer."));
        if (sent.Content is { Length: var size })
            errors.AddRange(CheckSize(size));
        // By mail and in a folder, the attestation is asked for by the receipt.
        if (!sent.Attests && sent.Way is not (DeliveryWay.Mail or DeliveryWay.Folder))
            errors.Add(Unattested);
        return errors;
    }

    /// <param name="size">In bytes.</param>
    public static IEnumerable<FieldError> CheckSize(long size)
    {
        if (size <= 0)
            yield return new FieldError(FileField, "Ce fichier est vide. Vérifiez-le, puis déposez-le de nouveau.");
        if (size > DataLimits.Bytes)
            yield return new FieldError(FileField, TooLarge);
    }

    public static FieldError Unattested { get; } = new(AttestField, "Cochez la case\u00A0: sans cette attestation, la plate-forme ne peut pas utiliser le fichier.");

    /// <summary>What stands once a file has come. The same bytes again change nothing, but may be attested.</summary>
    /// <param name="file">SHA-256 of what came.</param>
    public static DeliverySaid Give(FileSent sent, DeliveryTemplate template, string file, DeliverySaid? before)
    {
        var said = before is not null && (sent.Content is null || before.File == file) ? before
            : new DeliverySaid(template.Title, file, DepositName.Clean(sent.Name), sent.Content!.Length, sent.By, sent.Way, sent.At);
        said = said.Attested.Length > 0 || !sent.Attests ? said : said with { Attested = Attestation, AttestedAt = sent.At };
        return sent.AgreesAhead ? RepairRules.Ahead(said, sent.By, sent.At) : said;
    }

    /// <summary>What the answer of an organisation has, or nothing.</summary>
    public static AnswerValue.Deliveries Before(Answer? before) =>
        before?.Values.Values.OfType<AnswerValue.Deliveries>().FirstOrDefault() ?? new AnswerValue.Deliveries(new Dictionary<string, DeliverySaid>());

    /// <summary>What is wrong with an answer, whatever way it comes: a delivery that is not the organisation’s, a file that is not kept.</summary>
    /// <param name="isKept">Whether the raw file of that hash is there, or the list of repairs <c>FILE/LIST</c>.</param>
    public static IEnumerable<FieldError> Check(AnswerCommand command, Answer? before, DataSetting data, Func<string, bool> isKept)
    {
        var known = Before(before).ByDelivery;
        foreach (var (question, value) in command.Values)
            foreach (var (id, said) in (value as AnswerValue.Deliveries)?.ByDelivery ?? new Dictionary<string, DeliverySaid>())
                if (known.GetValueOrDefault(id) != said)
                    if (data.Find(id) is not { } template || template.Organisation != command.Unit)
                        yield return new FieldError(question, "Ce fichier n’est pas, ou plus, attendu de cet organisme. Relisez la page, puis déposez-le de nouveau.");
                    else if (said is null || !IsHash(said.File) || !isKept(said.File))
                        yield return new FieldError(question, "Un fichier de données se dépose sur la page de la livraison\u00A0: il n’a pas été reçu.");
                    else if (said.Repairs is { IsAhead: false } consent && consent != known.GetValueOrDefault(id)?.Repairs && !(IsHash(consent.List) && isKept($"{said.File}/{consent.List}")))
                        yield return new FieldError(question, "Des corrections s’acceptent sur la page de la livraison\u00A0: leur liste n’a pas été reçue.");
    }

    public static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    public static DeliveryState StateOf(DeliverySaid? said, DataDeposit? deposit) => (said, deposit) switch
    {
        (null, _) => DeliveryState.Awaited,
        (_, { IsAccepted: true }) => DeliveryState.Accepted,
        (_, null or { Checked: null }) => DeliveryState.Received,
        (_, { Checked: { } check }) when RepairRules.IsStale(said, check) => DeliveryState.Received,
        (_, { Checked.IsValid: false }) => DeliveryState.WithErrors,
        ({ Attested.Length: 0 }, _) => DeliveryState.Unattested,
        _ => DeliveryState.Valid,
    };

    /// <summary>Nothing more is asked of the organisation: it is not reminded.</summary>
    public static bool IsSettled(DeliveryState state) => state switch
    {
        DeliveryState.Valid or DeliveryState.Accepted or DeliveryState.Received => true,
        DeliveryState.Awaited or DeliveryState.WithErrors or DeliveryState.Unattested => false,
    };

    /// <summary>Every delivery expected of the organisation has come and can be used.</summary>
    /// <param name="depositOf">What is known of a file, by delivery and hash.</param>
    public static bool IsComplete(IReadOnlyList<DeliveryTemplate> expected, Answer answer, Func<string, string, DataDeposit?> depositOf)
    {
        var said = Before(answer).ByDelivery;
        return expected.All(template => said.GetValueOrDefault(template.Id) is { } given && IsSettled(StateOf(given, depositOf(template.Id, given.File))));
    }

    /// <summary>The coordinator takes a file for the platform’s work; one with errors only with a reason.</summary>
    /// <param name="seen">Hash of the file that the page showed: another that came meanwhile is not accepted unseen.</param>
    /// <param name="seenMends">Hash of the list of repairs that it showed, empty for none: others that were agreed to meanwhile are not accepted unseen. Null where nobody was shown any.</param>
    public static Decision<DataDeposit> Accept(DeliverySaid? said, DataDeposit? held, string seen, string reason, DateTimeOffset now, string? seenMends = null)
    {
        if (said is null)
            return Refusal.Because(Why.Unknown, "Aucun fichier n’a été reçu pour cette livraison.");
        if (said.File != seen)
            return Refusal.Because(Why.Changed, "Un autre fichier est arrivé depuis que cette page est ouverte. Relisez ce qu’il en est, puis décidez de nouveau.");
        if (held is { IsAccepted: true })
            return Decision.Done<DataDeposit>();
        if (held?.Checked is not { } check || RepairRules.IsStale(said, check))
            return Refusal.Because(Why.NotNow, "Ce fichier n’est pas encore vérifié. Attendez le rapport, ou téléchargez le fichier pour le lire.");
        if (seenMends is not null && seenMends != check.Mends)
            return Refusal.Because(Why.Changed, "D’autres corrections ont été acceptées depuis que cette page est ouverte. Relisez ce qu’il en est, puis décidez de nouveau.");
        if (said.Attested.Length == 0)
            return Refusal.Because(Why.NotNow, "Personne n’a encore attesté que ce fichier peut être utilisé. Demandez-le au producteur\u00A0: sa page le propose en une case à cocher.");
        if (reason.Length > MaxReason)
            return Refusal.Invalid(new FieldError(ReasonField, $"Gardez {MaxReason} caractères au plus."));
        if (!check.IsValid && reason.Length == 0)
            return Refusal.Invalid(new FieldError(ReasonField, "Ce fichier a des erreurs\u00A0: dites pourquoi vous l’acceptez malgré elles."));
        return Decision.Accept(held with { Accepted = now, Reason = reason });
    }
}
