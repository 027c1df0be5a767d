namespace Almanach.Web.Layout;

/// <summary>One thing to tick.</summary>
/// <param name="Hint">The small line under it; may be empty.</param>
public sealed record ChoiceOption(string Value, string Label, string Hint = "");
