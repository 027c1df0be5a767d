using Almanach.Core.French;

namespace Almanach.Core.Consultations.Tallies;

/// <summary>The seven grades of a majority judgment, worst to best.</summary>
public enum Mention
{
    ARejeter,
    Insuffisant,
    Passable,
    AssezBien,
    Bien,
    TresBien,
    Excellent,
}

public static class Mentions
{
    /// <summary>Worst to best.</summary>
    public static IReadOnlyList<Mention> All { get; } = Enum.GetValues<Mention>();

    /// <summary>The mention of that name, accents and capitals aside; null for none.</summary>
    public static Mention? Named(string name)
    {
        var plain = Typography.Fold(name);
        return All.Cast<Mention?>().FirstOrDefault(mention => Typography.Fold(mention!.Value.Name()) == plain);
    }

    /// <summary>As ballots and results say it: « À rejeter », « Très bien ».</summary>
    public static string Name(this Mention mention) => mention switch
    {
        Mention.ARejeter => "À rejeter",
        Mention.Insuffisant => "Insuffisant",
        Mention.Passable => "Passable",
        Mention.AssezBien => "Assez bien",
        Mention.Bien => "Bien",
        Mention.TresBien => "Très bien",
        Mention.Excellent => "Excellent",
    };
}
