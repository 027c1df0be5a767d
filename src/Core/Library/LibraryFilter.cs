using Almanach.Core.Documents;
using Almanach.Core.French;

namespace Almanach.Core.Library;

/// <summary>What somebody looks for among documents. Nothing asked keeps all.</summary>
/// <param name="Words">All of them are in the title, the themes, the kind or the place; accents and capitals aside.</param>
/// <param name="Place">As <see cref="LibraryPlace.Of"/> names it; empty for any.</param>
public sealed record LibraryFilter(string Words = "", string Place = "", LibraryKind? Kind = null, int? Year = null, string Theme = "", Diffusion? Diffusion = null)
{
    public bool Asks => Words.Length > 0 || Place.Length > 0 || Kind is not null || Year is not null || Theme.Length > 0 || Diffusion is not null;

    /// <param name="place">What the document belongs to, in words.</param>
    public bool Keeps(LibraryItem item, string place)
    {
        var said = Typography.Fold(string.Join(' ', [item.Title, .. item.Themes, LibraryKinds.Name(item.Kind), place]));
        return Typography.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => said.Contains(word, StringComparison.Ordinal))
            && (Place.Length == 0 || LibraryPlace.Of(item).Contains(Place))
            && (Kind is null || item.Kind == Kind)
            && (Year is null || item.Day.Year == Year)
            && (Diffusion is null || item.Diffusion == Diffusion)
            && (Theme.Length == 0 || item.Themes.Any(theme => Typography.Fold(theme) == Typography.Fold(Theme)));
    }
}

/// <summary>What a document belongs to, as forms and addresses name it: <c>instance:copil</c>, <c>groupe:2022-x</c>, <c>rencontre:2022-copil</c>.</summary>
public static class LibraryPlace
{
    public const string Body = "instance:";
    public const string Group = "groupe:";
    public const string Meeting = "rencontre:";

    /// <summary>All that holds it: a meeting and its body.</summary>
    public static IReadOnlyList<string> Of(LibraryItem item) =>
    [
        .. item.Meeting is { } meeting ? [Meeting + meeting] : Array.Empty<string>(),
        .. item.Body is { } body ? [Body + body] : Array.Empty<string>(),
        .. item.Group is { } group ? [Group + group] : Array.Empty<string>(),
    ];

    /// <summary>The ids in such a name; none in anything else.</summary>
    public static (string? Body, string? Group, string? Meeting) Read(string place) =>
        place.StartsWith(Body, StringComparison.Ordinal) ? (place[Body.Length..], null, null)
        : place.StartsWith(Group, StringComparison.Ordinal) ? (null, place[Group.Length..], null)
        : place.StartsWith(Meeting, StringComparison.Ordinal) ? (null, null, place[Meeting.Length..])
        : default;
}
