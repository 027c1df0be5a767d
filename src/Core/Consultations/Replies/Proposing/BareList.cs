using Almanach.Core.Consultations.Replies.Words;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>
/// One theme a line and nothing around it but greetings, as the invitation asks; in brackets after it, who can speak of it.
/// </summary>
internal static class BareList
{
    /// <summary>Null where it is written otherwise.</summary>
    public static ThemeList? Of(IReadOnlyList<ThemeLine> lines)
    {
        var said = lines.Where(line => !line.IsBlank && !Around.IsCourteous(line.Text)).ToList();
        if (said.Count == 0 || said.Any(line => line.Mark != ThemeMark.None))
            return null;
        List<string> themes = [Courtesies.AfterGreeting(said[0].Text), .. said.Skip(1).Select(line => line.Text)];
        return themes.TrueForAll(theme => BareTheme.Is(OfferBeside.Of(theme).Title)) ? new ThemeList([.. themes.Select(theme => new ThemeText(theme))], Introduced: false) : null;
    }
}
