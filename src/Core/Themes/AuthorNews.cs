using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Themes;

/// <summary>« Ce qu'est devenue votre proposition »: in words, for mails and for each person's own page.</summary>
public static class AuthorNews
{
    /// <summary>Each author who is still there, with a line for each of their proposals.</summary>
    /// <param name="decided">The committee has met: what it said nothing of is told as such.</param>
    public static IReadOnlyList<AudienceMember> Of(Board board, Roster roster, bool decided) =>
        [.. board.Proposals.Values
            .Where(proposal => !proposal.Withdrawn && proposal.Contact is not null && roster.OrganisationOf(proposal.Contact) is not null)
            .GroupBy(proposal => proposal.Contact!).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new AudienceMember(group.Key, roster.Contacts[group.Key].Organisation, new Dictionary<string, IReadOnlyList<string>>
            {
                ["propositions"] = [.. group.OrderBy(proposal => proposal.Id, StringComparer.Ordinal).Select(proposal => Line(board, proposal, decided))],
            }))];

    public static string Line(Board board, Proposal proposal, bool decided)
    {
        var theme = board.ThemeOf(proposal.Id);
        return theme is null
            ? $"«\u00A0{proposal.Title}\u00A0»\u00A0: recueillie"
            : $"«\u00A0{proposal.Title}\u00A0»\u00A0: {Sentence(proposal, theme, decided)}";
    }

    private static string Sentence(Proposal proposal, Theme theme, bool decided)
    {
        var grouped = theme.Id != proposal.Id || theme.Proposals.Count > 1 ? $"regroupée dans le thème «\u00A0{theme.Title}\u00A0»" : "";
        if (decided && IsUndecided(theme))
            return $"{(grouped.Length == 0 ? "" : $"{grouped}, ")}le comité ne s’est pas prononcé cette année";
        var last = theme.Fate == Fate.Received ? "reste un thème à part entière" : Name(theme.Fate);
        var detail = theme.Steps[^1].Detail is { Length: > 0 } text && theme.Fate is not (Fate.Merged or Fate.CarriedOver) ? $" ({text})" : "";
        return grouped.Length == 0 ? last + detail
            : theme.Fate is Fate.Received or Fate.Merged ? grouped
            : $"{grouped}, {last}{detail}";
    }

    /// <summary>Nobody has said yet what becomes of it; once the committee has met, it said nothing of it.</summary>
    public static bool IsUndecided(Theme theme) => theme.Fate is Fate.Received or Fate.Merged or Fate.PutToVote;

    /// <summary>As the reader hears it; a proposal is feminine.</summary>
    public static string Name(Fate fate) => fate switch
    {
        Fate.Received => "recueillie",
        Fate.Withdrawn => "retirée",
        Fate.Merged => "regroupée",
        Fate.PutToVote => "soumise au vote",
        Fate.Chosen => "retenue par le comité de pilotage",
        Fate.Programmed => "inscrite au programme",
        Fate.Done => "réalisée",
        Fate.CarriedOver => "reportée à l’année suivante",
        Fate.NotChosen => "non retenue cette année",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The same of a theme, which is masculine.</summary>
    public static string NameOfTheme(Fate fate) => fate switch
    {
        Fate.Received => "recueilli",
        Fate.Withdrawn => "retiré",
        Fate.Merged => "regroupé",
        Fate.PutToVote => "soumis au vote",
        Fate.Chosen => "retenu par le comité de pilotage",
        Fate.Programmed => "inscrit au programme",
        Fate.Done => "réalisé",
        Fate.CarriedOver => "reporté à l’année suivante",
        Fate.NotChosen => "non retenu cette année",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
