using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Rehearsal;

/// <summary>Finds what a script names by title: the theme, the option, the proposal that bears it now.</summary>
internal static class Names
{
    /// <summary>The theme that stands under this id or title, or that a proposal of this title went into.</summary>
    public static Theme? Theme(Board board, string name)
    {
        var wanted = Bare(name);
        var theme = board.Themes.GetValueOrDefault(name)
            ?? board.Themes.Values.Where(theme => theme.Stands).FirstOrDefault(theme => Bare(theme.Title) == wanted)
            ?? (board.Proposals.Values.Where(proposal => !proposal.Withdrawn).FirstOrDefault(proposal => Bare(proposal.Title) == wanted) is { } proposal
                ? board.ThemeOf(proposal.Id) : null);
        while (theme?.MergedInto is { } into)
            theme = board.Themes[into];
        return theme is { Stands: true } ? theme : null;
    }

    /// <summary>A value whose options and proposals are named by id; names that mean nothing are left out.</summary>
    public static AnswerValue Resolve(Consultation consultation, Board board, string question, AnswerValue value)
    {
        var template = consultation.Template.Questions.FirstOrDefault(other => other.Id == question);
        string? Option(string name) => template is null ? null : Find(consultation.OptionsOf(template), board, name);
        Dictionary<string, T> Keys<T>(IReadOnlyDictionary<string, T> given) => given
            .Select(pair => (Id: Option(pair.Key), pair.Value)).Where(pair => pair.Id is not null)
            .DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id!, pair => pair.Value);

        return value switch
        {
            AnswerValue.Proposals proposals => proposals with { Supports = [.. proposals.Supports.Select(name => Proposal(board, name)).OfType<string>()] },
            AnswerValue.Choice choice => choice with { Option = Option(choice.Option) ?? choice.Option },
            AnswerValue.Approval approval => approval with { Options = [.. approval.Options.Select(Option).OfType<string>().Distinct()] },
            AnswerValue.Grades grades => grades with { ByOption = Keys(grades.ByOption) },
            AnswerValue.Ranking ranking => ranking with { ByOption = Keys(ranking.ByOption) },
            AnswerValue.Consent consent => consent with { ByOption = Keys(consent.ByOption) },
            AnswerValue.Dates dates => dates with { ByOption = Keys(dates.ByOption) },
            AnswerValue.Engagement or AnswerValue.Attendance or AnswerValue.Text or AnswerValue.Contributions or AnswerValue.Entries or AnswerValue.Deliveries => value,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Titles are the same whatever their apostrophes, spaces, capitals and accents.</summary>
    internal static string Bare(string title) => Typography.Slug(title, int.MaxValue);

    private static string? Find(IReadOnlyList<OptionTemplate> options, Board board, string name)
    {
        var wanted = Bare(name);
        var option = options.FirstOrDefault(option => option.Id == name || Bare(option.Label) == wanted)
            ?? (Theme(board, name) is { } theme ? options.FirstOrDefault(option => option.Id == theme.Id) : null);
        return option?.Id;
    }

    private static string? Proposal(Board board, string name)
    {
        var wanted = Bare(name);
        return board.Proposals.Values.FirstOrDefault(proposal => proposal.Id == name || Bare(proposal.Title) == wanted)?.Id;
    }
}
