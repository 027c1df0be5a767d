using Almanach.Core.Platforms;
using Almanach.Web.Layout;

namespace Almanach.Web.Consultations.Questions;

/// <summary>The kinds of meeting a subject may be proposed for, in the platform's order.</summary>
internal static class FormatChoices
{
    public static IReadOnlyList<ChoiceOption> Of(Platform platform) =>
    [
        .. platform.ActionKinds.Where(kind => kind.Proposable).Select(kind => new ChoiceOption(kind.Kind.ToString(), Named(kind), kind.Hint)),
        new ChoiceOption("", "Je n’ai pas de préférence"),
    ];

    /// <summary>« Une journée d’échanges ».</summary>
    private static string Named(ActionKindSetting kind) =>
        $"{char.ToUpperInvariant(kind.Article[0])}{kind.Article[1..]} {char.ToLowerInvariant(kind.Name[0])}{kind.Name[1..]}";

    public static string? Name(Platform platform, ActionKind? kind) =>
        platform.ActionKinds.FirstOrDefault(setting => setting.Kind == kind)?.Name;
}
