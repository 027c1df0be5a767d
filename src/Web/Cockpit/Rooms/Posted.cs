using Almanach.Core.Platforms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>What a form sent, read without ever failing.</summary>
internal static class Posted
{
    /// <summary>The first value, cleaned and trimmed; empty when the field is absent.</summary>
    public static string Text(this IFormCollection form, string name) =>
        form.TryGetValue(name, out var values) ? Hosting.Fields.Clean(values[0] ?? "").Trim() : "";

    /// <summary>What was chosen under a name, each once.</summary>
    public static IReadOnlyList<string> All(this IFormCollection form, string name) =>
        form.TryGetValue(name, out var values) ? [.. values.OfType<string>().Distinct().Select(Hosting.Fields.Clean).Where(value => value.Length > 0).Distinct()] : [];

    public static bool Ticked(this IFormCollection form, string name) => form.Text(name).Length > 0;

    /// <summary>Name of the button that goes back from a page to confirm, with all that was typed.</summary>
    public const string Correct = "corriger";

    public static bool Corrects(this IFormCollection form) => form.Ticked(Correct);

    public static DateOnly? Day(this IFormCollection form, string name) => Hosting.TypedTime.Day(form.Text(name));

    /// <summary>The kind by its name in the form; null for none, or for a word that is no kind.</summary>
    public static ActionKind? Kind(string text) => Named<ActionKind>(text);

    /// <summary>A member of an enum by its exact name: never by its number.</summary>
    public static T? Named<T>(string text)
        where T : struct, Enum => Enum.IsDefined(typeof(T), text) ? Enum.Parse<T>(text) : null;
}
