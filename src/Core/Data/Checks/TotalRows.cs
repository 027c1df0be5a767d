using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Data.Checks;

/// <summary>Rows that sum others up: « TOTAL », « France métropolitaine ».</summary>
internal sealed class TotalRows
{
    private readonly List<Rule> _rules = [];

    private readonly Findings _findings;

    private TotalRows(Findings findings) => _findings = findings;

    public static TotalRows? Of(TableSchema schema, IReadOnlyList<FieldCheck> fields, Findings findings)
    {
        var rows = new TotalRows(findings);
        foreach (var rule in schema.TotalRows)
            if (fields.FirstOrDefault(field => field.Field.Name == rule.Field) is { } key)
                rows._rules.Add(new Rule(rule, key,
                    [.. fields.Where(field => rule.Fields.Count == 0 ? field.Field.Type is FieldType.Number or FieldType.Integer && field != key : rule.Fields.Contains(field.Field.Name))],
                    [.. schema.TotalRows.Where(other => other.Field == rule.Field).Select(other => other.Value)]));
        return rows._rules.Count == 0 ? null : rows;
    }

    public void Check(TableRows table)
    {
        foreach (var rule in _rules)
            rule.Take(CellText.Trimmed(table.Cell(rule.Key.Place)), table.Row);
    }

    public void Finish()
    {
        foreach (var rule in _rules)
            rule.Finish(_findings);
    }

    private sealed class Rule(TotalRowRule rule, FieldCheck key, FieldCheck[] fields, HashSet<string> totals)
    {
        private readonly decimal[] _sums = new decimal[fields.Length];

        private readonly bool[] _hasGaps = new bool[fields.Length];

        private decimal?[]? _written;

        private int _row;

        public FieldCheck Key => key;

        public void Take(ReadOnlySpan<byte> cell, int row)
        {
            var name = Encoding.UTF8.GetString(cell);
            if (name == rule.Value)
            {
                (_written, _row) = ([.. fields.Select(field => field.Value)], row);
                return;
            }
            if (rule.Of is { } of ? !Fits(of, name) : totals.Contains(name))
                return;
            for (var i = 0; i < fields.Length; i++)
                if (fields[i].Value is { } value)
                    _sums[i] += value;
                else
                    _hasGaps[i] = true;
        }

        public void Finish(Findings findings)
        {
            if (_written is null)
                findings.Errors.Add(new Finding(FindingTypes.Total, null, key.Place + 1, key.Field.Name, rule.Value, $"La ligne {Place.Quoted(rule.Value)} manque. Ajoutez-la\u00A0: elle sert à vérifier que rien ne s’est perdu."));
            for (var i = 0; i < fields.Length && _written is not null; i++)
                if (_written[i] is { } written && (_hasGaps[i] ? _sums[i] > written + rule.Tolerance : Math.Abs(written - _sums[i]) > rule.Tolerance))
                    findings.Errors.Add(new Finding(FindingTypes.Total, _row, fields[i].Place + 1, fields[i].Field.Name, RowSums.Shown(written), $"{Place.Of(_row, fields[i].Field.Name)}\u00A0: la ligne {Place.Quoted(rule.Value)} donne {RowSums.Shown(written)}, la somme des lignes {RowSums.Shown(_sums[i])}{(_hasGaps[i] ? ", sans même les valeurs absentes" : "")}. Corrigez la ligne qui ne va pas, ou le total."));
        }

        private static bool Fits(Regex pattern, string text)
        {
            try
            {
                return pattern.IsMatch(text);
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        }
    }
}
