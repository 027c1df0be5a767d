using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.French;

namespace Almanach.Core.Data.Deliveries.Repairs;

/// <summary>What is said of repairs, in words.</summary>
public static class RepairWords
{
    /// <summary>Mended values that a receipt names.</summary>
    private const int MostTold = 5;

    /// <summary>« Nous pouvons corriger 12 valeurs pour vous. »</summary>
    public static string Offer(int values) => $"Nous pouvons corriger {Numbers.Count(values, "valeur", "valeurs")} pour vous.";

    /// <summary>« Accepter ces 12 corrections ».</summary>
    public static string Accept(int values) => values == 1 ? "Accepter cette correction" : $"Accepter ces {Numbers.Digits(values)} corrections";

    /// <summary>« 12 cellules sont lues corrigées. »</summary>
    public static string Read(int cells) => $"{Capitals.First(Numbers.Count(cells, "cellule est lue corrigée", "cellules sont lues corrigées"))}. Le fichier reste tel qu’il a été reçu.";

    /// <summary>« 1004 » lu « 01004 » (3 cellules).</summary>
    public static string Line(MendedValue mended) => $"«\u00A0{mended.Value}\u00A0» lu «\u00A0{mended.Proposed}\u00A0»{(mended.Rows > 1 ? $" ({Numbers.Digits(mended.Rows)}\u00A0cellules)" : "")}";

    /// <summary>The lines of a receipt.</summary>
    public static IEnumerable<string> Receipt(DeliverySaid said, CheckedFile check, IReadOnlyList<MendedValue> mended)
    {
        if (check.Mended > 0)
        {
            yield return $"{Read(check.Mended)} Accord donné\u00A0: «\u00A0{said.Repairs?.Words}\u00A0»";
            foreach (var one in mended.Take(MostTold))
                yield return Line(one);
            if (mended.Count > MostTold)
                yield return $"{Numbers.Count(mended.Count - MostTold, "autre valeur lue corrigée est", "autres valeurs lues corrigées sont")} sur la page.";
        }
        if (check.Offered > 0)
            yield return $"{Offer(check.Offered)} Lisez ce qui est proposé et acceptez-le d’un bouton sur la page de ce fichier, par le lien de ce message\u00A0: rien n’est corrigé sans votre accord.";
    }
}
