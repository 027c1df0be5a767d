using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;

namespace Almanach.Adapters.DataFiles;

/// <summary>Files that people deposit for data and that are none.</summary>
internal static class OtherThanTable
{
    private const string Taken = "Déposez un fichier CSV, un classeur Excel (.xlsx, .xls) ou OpenDocument (.ods), seul ou dans une archive ZIP.";

    /// <param name="what">« une image ».</param>
    public static Unreadable Of(string what) => new(FindingTypes.Format, $"Ce fichier est {what}, pas un tableau. {Taken}");

    /// <summary>The same of a package, by a part that it has.</summary>
    public static Unreadable OfPackage(Func<string, bool> has) => Of(OtherFiles.NamedPackage(has));

    public static readonly Unreadable NoText = new(FindingTypes.Format, $"Ce fichier n’est pas un tableau. {Taken}");

    public static readonly Unreadable Damaged = new(FindingTypes.Format, "Ce classeur, ou cette archive, ne s’ouvre pas\u00A0: il est protégé par un mot de passe, incomplet ou abîmé. Ouvrez-le dans votre tableur, enregistrez-le au format Excel (.xlsx) ou CSV, puis déposez-le de nouveau.");

    public static readonly Unreadable TooLarge = new(FindingTypes.Format, "Ce fichier est trop volumineux une fois ouvert. Retirez les images et les feuilles inutiles, ou enregistrez le tableau seul en CSV.");
}
