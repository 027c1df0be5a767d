using System.Text;
using Almanach.Core.French;
using Almanach.Core.Network.Import;

namespace Almanach.Local.Import;

/// <summary>A plan on a terminal: what is to be looked at first, then the counts.</summary>
internal static class PlanText
{
    /// <param name="invitations">How many invitations to what is open leave with it.</param>
    public static string Of(ImportPlan plan, int invitations, bool written)
    {
        var text = new StringBuilder();
        foreach (var remark in plan.Remarks)
            text.Append(remark).Append('\n');
        if (plan.Columns.Where(column => column.Meaning is null).Select(column => $"«\u00A0{column.Head}\u00A0»").ToList() is { Count: > 0 } aside)
            text.Append($"Colonnes laissées de côté\u00A0: {Lists.Join(aside)}.\n");
        foreach (var line in plan.Lines.Where(line => line.Verdict != Verdict.Unchanged))
            text.Append($"ligne {line.Line}, {ImportWords.Name(line.Verdict)}\u00A0: {line.Subject}. {string.Join(' ', line.Reasons)}\n");
        foreach (var verdict in Enum.GetValues<Verdict>())
            text.Append($"{plan.Count(verdict),6} {ImportWords.Name(verdict)}\n");
        if (plan.Rows.Inform.Count > 0)
            text.Append($"{invitations,6} {(invitations < 2 ? "invitation" : "invitations")} à ce qui est ouvert\n");
        return text.Append(written ? "L’import est écrit. Les personnes ajoutées seront informées.\n" : "Rien n’est écrit.\n").ToString();
    }
}
