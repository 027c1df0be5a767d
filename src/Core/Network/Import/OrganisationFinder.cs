using System.Text.RegularExpressions;
using Almanach.Core.French;

namespace Almanach.Core.Network.Import;

/// <summary>Finds an organisation by what people call it: its name, the name without brackets, its acronym, its id.</summary>
public sealed partial class OrganisationFinder(IEnumerable<Organisation> organisations)
{
    /// <summary>From here on two names are too near to be taken for two organisations without asking.</summary>
    private const double Near = 0.66;

    private readonly List<(Organisation Organisation, HashSet<string> Names)> _known = [.. organisations.Select(organisation => (organisation, Names(organisation)))];

    /// <summary>All that bear the name.</summary>
    public IReadOnlyList<Organisation> Find(string name)
    {
        var wanted = Called(name);
        var exact = _known.Where(known => known.Names.Contains(ColumnReader.Plain(name))).Select(known => known.Organisation).ToList();
        return exact.Count > 0 ? exact : [.. _known.Where(known => known.Names.Overlaps(wanted)).Select(known => known.Organisation)];
    }

    /// <summary>The one whose name comes nearest, when it comes near.</summary>
    public Organisation? Nearest(string name) => _known.Select(known => (known.Organisation, Likeness: Similarity.Of(name, known.Organisation.Name)))
        .Where(pair => pair.Likeness >= Near).OrderByDescending(pair => pair.Likeness).Select(pair => pair.Organisation).FirstOrDefault();

    public void Add(Organisation organisation) => _known.Add((organisation, Names(organisation)));

    /// <summary>An acronym alone would name too many: « (CA) » or a region is no name.</summary>
    private static HashSet<string> Names(Organisation organisation) => [.. Called(organisation.Name), ColumnReader.Plain(organisation.Id), ColumnReader.Plain(WithoutArticle(organisation.For))];

    private static HashSet<string> Called(string name)
    {
        HashSet<string> names = [ColumnReader.Plain(name), ColumnReader.Plain(Bracketed().Replace(name, " "))];
        foreach (Match bracket in Bracketed().Matches(name))
            if (bracket.Groups[1].Value is { Length: >= 3 } acronym && acronym.All(c => char.IsUpper(c) || char.IsDigit(c) || c is '-' or ' '))
                names.Add(ColumnReader.Plain(acronym));
        names.Remove("");
        return names;
    }

    private static string WithoutArticle(string name) => Article().Replace(name, "");

    [GeneratedRegex(@"\(([^()]*)\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?:le |la |les |l[’'])", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
