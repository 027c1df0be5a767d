namespace Almanach.Core.Data.Territories.Names;

/// <summary>
/// The name of an EPCI apart from its kind: producers write « CC de la Dombes », « Communauté de communes de la Dombes »,
/// « Dombes ». Kinds are those of the DGCL: CC, CA, CU, métropole.
/// </summary>
/// <param name="Kind">Null where the name does not begin with one.</param>
/// <param name="Key">All its words but the kind.</param>
/// <param name="Loose">Those that carry meaning: « Loire Forez Agglomération » and « Loire Forez » are one.</param>
public readonly record struct EpciName(string? Kind, string Key, string Loose)
{
    private static readonly (string[] Words, string Kind)[] Kinds =
    [
        (["communaute", "de", "communes"], "cc"), (["communaute", "communes"], "cc"), (["cc"], "cc"),
        (["communaute", "d", "agglomeration"], "ca"), (["communaute", "agglomeration"], "ca"), (["ca"], "ca"), (["san"], "ca"),
        (["communaute", "urbaine"], "cu"), (["cu"], "cu"), (["metropole"], "me"), (["metro"], "me"), (["me"], "me"),
    ];

    private static readonly string[] Ornaments = ["agglomeration", "communaute", "metropole", "intercom", "interco"];

    public static EpciName Of(string name)
    {
        var words = NameKey.Words(name);
        string? kind = null;
        // Twice in some files: « CC Communauté de communes de Thann-Cernay ».
        while (Kinds.FirstOrDefault(one => words.Count > one.Words.Length && words.Take(one.Words.Length).SequenceEqual(one.Words)) is { Words: not null } start)
        {
            kind ??= start.Kind;
            words.RemoveRange(0, start.Words.Length);
        }
        var loose = words.Where(word => !NameKey.IsSmall(word) && !Ornaments.Contains(word)).ToArray();
        return new EpciName(kind, string.Join(' ', words), string.Join(' ', loose.Length > 0 ? loose : [.. words]));
    }
}
