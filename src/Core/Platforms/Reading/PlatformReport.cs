using System.Globalization;
using System.Text;

namespace Almanach.Core.Platforms.Reading;

/// <summary>The problems of a folder as a person reads them on a terminal.</summary>
public static class PlatformReport
{
    /// <summary>Grouped by file, errors before warnings; ends with a count. French, plain text, lines ended by LF.</summary>
    public static string Text(IReadOnlyList<Problem> problems)
    {
        var text = new StringBuilder();
        foreach (var file in problems.GroupBy(problem => problem.File))
        {
            text.Append(file.Key).Append('\n');
            foreach (var problem in file.OrderBy(problem => problem.Severity))
            {
                var kind = problem.Severity switch { Severity.Error => "Erreur", Severity.Warning => "À regarder" };
                var place = problem.Place.Length > 0 ? $", {problem.Place}" : "";
                text.Append(CultureInfo.InvariantCulture, $"  {kind}{place}\n    {problem.Message}\n    {problem.Remedy}\n");
            }
            text.Append('\n');
        }
        return text.Append(Count(problems)).Append('\n').ToString();
    }

    private static string Count(IReadOnlyList<Problem> problems)
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        var warnings = problems.Count - errors;
        var looked = warnings switch { 0 => "", 1 => ", un point à regarder", _ => $", {warnings} points à regarder" };
        return errors switch
        {
            0 => $"Le dossier est bon{looked}.",
            1 => $"Une erreur à corriger{looked}.",
            _ => $"{errors} erreurs à corriger{looked}.",
        };
    }
}
