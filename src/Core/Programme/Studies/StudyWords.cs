using Almanach.Core.French;

namespace Almanach.Core.Programme.Studies;

/// <summary>A study in words, for documents and pages.</summary>
public static class StudyWords
{
    /// <summary>« réalisation, depuis le mardi 3 mai 2022 »; empty before it has reached anything.</summary>
    public static string Now(ProgrammeAction action) => action.Study?.Now is { } now
        ? $"{char.ToLowerInvariant(now.Stage[0])}{now.Stage[1..]}, depuis le {FrenchDates.Day(now.Day)}" : "";

    /// <summary>What the bilan retains of it, in one line: where it stands, by whom, at what cost.</summary>
    public static string Line(ProgrammeAction action)
    {
        List<string> parts = [];
        if (Now(action) is { Length: > 0 } now)
            parts.Add($"Étape\u00A0: {now}.");
        if (action.Study is { Operator.Length: > 0 } led)
            parts.Add($"Opérateur\u00A0: {led.Operator.TrimEnd('.')}.");
        if (action.Study is { Cost.Length: > 0 } paid)
            parts.Add($"Coût\u00A0: {paid.Cost.TrimEnd('.')}.");
        return string.Join(' ', parts);
    }
}
