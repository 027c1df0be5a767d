using System.Text.RegularExpressions;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network.Import;

/// <summary>
/// Roles as cells hold them: the words our own export writes, and those people type (« Référente », « COPIL », « présidente du
/// bureau »). Bodies are those of the platform's configuration.
/// </summary>
public static partial class RoleCells
{
    private static readonly (RoleKind Kind, string[] Words)[] OfNetwork =
    [
        (RoleKind.Referent, ["referent", "referente", "referent e", "contact referent"]),
        (RoleKind.Suppleant, ["suppleant", "suppleante", "suppleant e", "personne suppleante", "contact suppleant", "referent suppleant", "referente suppleante"]),
        (RoleKind.Reader, ["pour info", "information", "lecteur", "lectrice", "en copie"]),
    ];

    private static readonly (RoleKind Kind, string[] Words)[] OfBody =
    [
        (RoleKind.Member, ["", "membre"]),
        (RoleKind.Chair, ["presidence", "president", "presidente"]),
    ];

    private static readonly string[] Articles = ["", "du", "de la", "de l", "des", "de"];

    /// <summary>The roles of a cell, each once, in order; and the words that are none.</summary>
    public static (IReadOnlyList<Role> Roles, IReadOnlyList<string> Unknown) Of(string cell, Platform platform)
    {
        List<Role> roles = [];
        List<string> unknown = [];
        foreach (var piece in Apart().Split(cell).Where(piece => ColumnReader.Plain(piece).Length > 0))
            Take(And().Split(piece.Trim()), platform, roles, unknown);
        return ([.. roles.Distinct()], unknown);
    }

    /// <summary>The roles a platform knows, as the export and the cockpit name them.</summary>
    public static IReadOnlyList<string> Known(Platform platform) => [.. All(platform).Where(role => role.Body is not null || role.Kind is not (RoleKind.Member or RoleKind.Chair))
        .Select(role => RoleWords.Name(role, platform))];

    /// <summary>« référente et membre du comité de suivi et d’évaluation »: the longest run of words that is a role, then the next.</summary>
    private static void Take(string[] words, Platform platform, List<Role> roles, List<string> unknown)
    {
        for (var from = 0; from < words.Length;)
        {
            var (role, until) = Enumerable.Range(from + 1, words.Length - from).Reverse()
                .Select(end => (Role: One(string.Join(" et ", words[from..end]), platform), Until: end)).FirstOrDefault(found => found.Role is not null);
            if (role is null)
                unknown.Add(words[from].Trim());
            else
                roles.Add(role);
            from = role is null ? from + 1 : until;
        }
    }

    private static Role? One(string text, Platform platform)
    {
        var plain = ColumnReader.Plain(text);
        return All(platform).FirstOrDefault(role => plain == ColumnReader.Plain(RoleWords.Name(role, platform)) || Typed(role, platform).Contains(plain));
    }

    private static IEnumerable<Role> All(Platform platform) =>
        Enum.GetValues<RoleKind>().Select(kind => new Role(kind))
            .Concat(platform.Bodies.SelectMany(body => OfBody.Select(known => new Role(known.Kind, body.Id))));

    private static IEnumerable<string> Typed(Role role, Platform platform)
    {
        if (role.Body is null)
            return OfNetwork.Where(known => known.Kind == role.Kind).SelectMany(known => known.Words);
        var body = platform.Bodies.First(body => body.Id == role.Body);
        return from word in OfBody.First(known => known.Kind == role.Kind).Words
               from article in Articles
               from name in new[] { body.Id, body.Short, body.Name }.Select(ColumnReader.Plain)
               where name.Length > 0
               select string.Join(' ', new[] { word, word.Length > 0 ? article : "", name }.Where(part => part.Length > 0));
    }

    [GeneratedRegex(@"[,;/|+\r\n]+")]
    private static partial Regex Apart();

    [GeneratedRegex(@"[\s\u00A0\u202F]+et[\s\u00A0\u202F]+", RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
