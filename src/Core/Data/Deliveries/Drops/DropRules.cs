using Almanach.Core.Consultations;
using Almanach.Core.Data.Reading;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries.Drops;

/// <summary>What becomes of a file that was laid down.</summary>
public abstract record DropFate
{
    private DropFate()
    {
    }

    /// <summary>It was not seen before, or has changed since: it may not be whole.</summary>
    public sealed record Wait : DropFate;

    public sealed record Take(DeliveryTemplate Template) : DropFate;

    /// <summary>It was taken, and only has to go.</summary>
    public sealed record Remove : DropFate;

    /// <summary>It stays where it lies, and the coordinator is told why.</summary>
    public sealed record Stay(string Problem) : DropFate;
}

/// <summary>Which files that were laid down are taken. Pure.</summary>
public static class DropRules
{
    /// <summary>Files that are looked at in one turn.</summary>
    public const int Most = 100;

    public const string Unread = "Il ne peut pas être ouvert. Vérifiez les droits de ce fichier.";

    public const string StillThere = "Il est reçu, mais ne peut pas être retiré du dossier. Vérifiez les droits de ce dossier, ou retirez-le.";

    private const string Nowhere = "Aucune livraison attendue ne porte le nom de ce dossier. Déplacez le fichier dans le dossier d’une livraison attendue.";

    private const string Alone = "Il n’est dans aucun dossier. Déplacez-le dans le dossier d’une livraison attendue.";

    private const string NotOpen = "La collecte ne prend pas de fichier en ce moment. Il sera pris si elle s’ouvre de nouveau\u00A0; sinon, retirez-le.";

    /// <param name="seen">What was seen of it the last time; null for nothing.</param>
    /// <param name="asked">The latest collection; null before the first.</param>
    public static DropFate Of(DroppedFile file, SeenDrop? seen, DataSetting data, Consultation? asked, DateTimeOffset now)
    {
        if (file.Folder.Length == 0)
            return new DropFate.Stay(Alone);
        if (data.Find(file.Folder) is not { } template)
            return new DropFate.Stay(Nowhere);
        if (file.Size > DataLimits.Bytes)
            return new DropFate.Stay(ReceivingRules.OverLimit.Message);
        if (seen?.Version != file.Version)
            return new DropFate.Wait();
        if (seen.Taken)
            return new DropFate.Remove();
        if (file.Size == 0)
            return new DropFate.Stay("Il est vide.");
        return asked?.TakesAnswersAt(now) == true ? new DropFate.Take(template) : new DropFate.Stay(NotOpen);
    }
}
