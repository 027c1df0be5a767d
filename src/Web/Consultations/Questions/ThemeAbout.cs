using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Web.Consultations.Questions;

/// <summary>What a voter may want to know of a theme: what it is about, who is behind it, and the proposals it brings together.</summary>
/// <param name="By">« Proposé par le Département de la Drôme »; empty where nobody is known.</param>
/// <param name="Originals">The proposals in their authors' words, where the theme says them otherwise.</param>
internal sealed record ThemeAbout(string By, string Description, IReadOnlyList<OriginalProposal> Originals)
{
    /// <summary>Authors named; the others are counted.</summary>
    private const int Named = 2;

    /// <param name="option">The choice, as it was frozen with the consultation.</param>
    public static ThemeAbout Of(Visit visit, QuestionTemplate question, OptionTemplate option)
    {
        if (question.Source != OptionSource.ConsolidatedThemes || visit.Board.Themes.GetValueOrDefault(option.Id) is not { } theme)
            return new ThemeAbout("", option.Hint, []);
        var proposals = theme.Proposals.Select(id => visit.Board.Proposals.GetValueOrDefault(id)).OfType<Proposal>().Where(visit.Board.Shows).ToList();
        var told = proposals.Count > 1 || proposals.Any(proposal => proposal.Title != option.Label);
        return new ThemeAbout(Whose(visit, theme, proposals), option.Hint,
            told ? [.. proposals.Select(proposal => new OriginalProposal(proposal.Title, Author(visit, proposal), proposal.Rationale == option.Hint ? "" : proposal.Rationale))] : []);
    }

    /// <summary>All of it in one line, for a choice that has no room to unfold.</summary>
    public string Sentence => string.Join(' ', new[] { Description, By.Length > 0 ? $"{By}." : "" }.Where(text => text.Length > 0));

    private static string Whose(Visit visit, Theme theme, IReadOnlyList<Proposal> proposals)
    {
        var authors = proposals.Select(proposal => Author(visit, proposal)).Distinct().ToList();
        var others = authors.Count - Named;
        IEnumerable<string> named = others > 1 ? authors.Take(Named).Append($"{Numbers.Words(others)} autres organismes") : authors;
        var support = visit.Board.Backers(theme).Except(proposals.Select(proposal => proposal.Organisation)).Count() switch
        {
            0 => "",
            1 => "soutenu par un organisme",
            var several => $"soutenu par {Numbers.Words(several)} organismes",
        };
        var before = $"thème de {visit.Consultation.Year - 1}";
        var carried = theme.CarriedFrom is not null || visit.Board.CarriedInto(theme).Count > 0;
        var origin = (authors.Count > 0, carried, theme.CarriedFrom) switch
        {
            (true, true, _) => $"{before}, repris\u00A0; proposé aussi par {Lists.Join(named)}",
            (true, false, _) => $"proposé par {Lists.Join(named)}",
            (false, _, { } from) => $"{before} ({from})",
            (false, true, null) => $"{before}, repris",
            (false, false, null) => "",
        };
        return Capitals.First(string.Join(", ", new[] { origin, support }.Where(text => text.Length > 0)));
    }

    private static string Author(Visit visit, Proposal proposal) => proposal.Origin == ProposalOrigin.PublicForm
        ? $"{proposal.Organisation} (hors réseau)"
        : visit.Roster.Organisations.GetValueOrDefault(proposal.Organisation)?.For ?? "un organisme qui a quitté le réseau";
}

/// <param name="Rationale">Empty where the theme says it already.</param>
internal sealed record OriginalProposal(string Title, string Author, string Rationale);
