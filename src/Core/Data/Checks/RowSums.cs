using System.Globalization;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Data.Checks;

/// <summary>
/// Totals along a row, and changes within it. Where a part is hidden or missing the total can only be too small; where
/// the total is, nothing is said.
/// </summary>
internal sealed class RowSums
{
    private readonly List<(SumRule Rule, FieldCheck Total, FieldCheck[] Parts)> _totals = [];

    private readonly List<(ChangeRule Rule, FieldCheck Now, FieldCheck Before)> _changes = [];

    private readonly Findings _findings;

    private RowSums(Findings findings) => _findings = findings;

    public static RowSums? Of(TableSchema schema, IReadOnlyList<FieldCheck> fields, Findings findings)
    {
        FieldCheck? Named(string name) => fields.FirstOrDefault(field => field.Field.Name == name);
        var sums = new RowSums(findings);
        foreach (var rule in schema.Totals)
            if (Named(rule.Total) is { } total && rule.Parts.Select(Named).ToList() is var parts && !parts.Contains(null))
                sums._totals.Add((rule, total, [.. parts.OfType<FieldCheck>()]));
        foreach (var rule in schema.Changes)
            if (Named(rule.Field) is { } now && Named(rule.From) is { } before)
                sums._changes.Add((rule, now, before));
        return sums._totals.Count + sums._changes.Count == 0 ? null : sums;
    }

    public void Check(int row)
    {
        foreach (var (rule, total, parts) in _totals)
            Total(rule, total, parts, row);
        foreach (var (rule, now, before) in _changes)
            if (now.Value is { } one && before.Value is { } other && other != 0 && Math.Abs(one - other) > rule.Maximum * Math.Abs(other))
                Change(rule, now, one, other, row);
    }

    private void Total(SumRule rule, FieldCheck total, FieldCheck[] parts, int row)
    {
        if (total.Value is not { } written)
            return;
        var (sum, isWhole) = (0m, true);
        foreach (var part in parts)
            if (part.Value is { } value)
                sum += value;
            else
                isWhole = false;
        if (isWhole ? Math.Abs(written - sum) <= rule.Tolerance : sum <= written + rule.Tolerance || parts.Any(part => part.Value < 0))
            return;
        if (_findings.Errors.IsFull)
            _findings.Errors.Add(FindingTypes.Total);
        else
            _findings.Errors.Add(new Finding(FindingTypes.Total, row, total.Place + 1, total.Field.Name, Shown(written), $"{Place.Of(row, total.Field.Name)}\u00A0: le total écrit est {Shown(written)}, la somme de {string.Join(" + ", rule.Parts)} est {Shown(sum)}{(isWhole ? "" : ", sans même les valeurs absentes")}. Corrigez le total, ou l’une de ses parts."));
    }

    private void Change(ChangeRule rule, FieldCheck now, decimal one, decimal other, int row)
    {
        if (_findings.Warnings.IsFull)
            _findings.Warnings.Add(FindingTypes.Change);
        else
            _findings.Warnings.Add(new Finding(FindingTypes.Change, row, now.Place + 1, now.Field.Name, Shown(one), $"{Place.Of(row, now.Field.Name)}\u00A0: {Shown(one)} contre {Shown(other)} dans {Place.Quoted(rule.From)}, soit {Shown(Math.Round(100 * (one - other) / other, 1))}\u00A0%. Confirmez la valeur, ou corrigez-la."));
    }

    internal static string Shown(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', '−');
}
