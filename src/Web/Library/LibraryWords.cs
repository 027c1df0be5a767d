using System.Globalization;
using Almanach.Core.Documents;
using Almanach.Core.French;
using Almanach.Core.Library;
using Almanach.Core.Library.Deposits;

namespace Almanach.Web.Library;

/// <summary>How lists speak of documents.</summary>
public static class LibraryWords
{
    public static string Name(Diffusion diffusion) => diffusion switch
    {
        Diffusion.Public => "Public",
        Diffusion.Network => "Membres du réseau",
        Diffusion.Circle => "Membres de l’instance ou du groupe",
    };

    /// <summary>« PDF, 1,2 Mo »; a document drawn up is a page.</summary>
    public static string Form(LibraryItem item) => item.Deposited is { } deposit
        ? $"{FileFormats.Name(deposit.Latest.Format)}, {Size(deposit.Latest.Bytes)}" : "page à lire, ou pour Word";

    /// <summary>« 340 ko », « 1,2 Mo ».</summary>
    public static string Size(int bytes) => bytes < 1_000_000
        ? $"{Math.Max(1, bytes / 1000).ToString(CultureInfo.InvariantCulture)}\u00A0ko"
        : $"{(bytes / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',')}\u00A0Mo";

    public static string Day(LibraryItem item) => FrenchDates.Day(item.Day);
}
