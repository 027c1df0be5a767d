using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Themes;

/// <summary>What a theme is called, as a form holds it.</summary>
public sealed record ThemeWords(string Title, string Description, ActionKind? Kind)
{
    public static ThemeWords Of(Theme theme) => new(theme.Title, theme.Description, theme.Kind);

    public static ThemeWords Of(IFormCollection form) => new(form.Text("titre"), form.Text("description"), Posted.Kind(form.Text("format")));
}

/// <param name="Done">What has just been done, by its word in the address.</param>
/// <param name="Theme">The theme it was done to.</param>
public sealed record ThemesView(ThemesMatter Matter, string Done, string Theme)
{
    public Refusal? Refusal { get; init; }
}

/// <param name="Into">The theme that keeps its place and takes the others in.</param>
/// <param name="Seen">See <see cref="ThemePrint"/>.</param>
public sealed record MergeView(ThemesMatter Matter, IReadOnlyList<Theme> Chosen, string Into, ThemeWords Words, string Seen, Refusal? Refusal);

public sealed record ThemeView(ThemesMatter Matter, Theme Theme, ThemeWords Words, string Seen, string Done, Refusal? Refusal);

public sealed record ClosingView(ThemesMatter Matter, Foreseen Foreseen, IReadOnlyList<MailPreview> Previews, Refusal? Refusal);
