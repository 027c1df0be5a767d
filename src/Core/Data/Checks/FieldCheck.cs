using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Data.Checks;

/// <summary>The cells of one column against their field.</summary>
internal sealed class FieldCheck(SchemaField wanted, int place, MissingTexts missing, Findings findings)
{
    private readonly FieldConstraints _constraints = new(wanted);

    private readonly Seen? _seen = wanted.Unique ? new Seen() : null;

    private NumberSigns _signs;

    private int? _ambiguous;

    public SchemaField Field => wanted;

    /// <summary>From 0.</summary>
    public int Place => place;

    /// <summary>The number of the last cell, zero for a sign that stands for it; null for a mark or an error.</summary>
    public decimal? Value { get; private set; }

    /// <summary>The last cell holds a mark, or nothing.</summary>
    public bool IsMissing { get; private set; }

    public void Check(ReadOnlySpan<byte> cell, CellKind kind, int row)
    {
        (Value, IsMissing) = (null, false);
        var text = CellText.Trimmed(cell);
        if (text.IsEmpty)
        {
            Miss(row, cell);
            return;
        }
        if (wanted.Type is FieldType.Number or FieldType.Integer)
        {
            Figure(text, kind, row);
            return;
        }
        if (missing.Find(text) is not null)
        {
            Miss(row, cell);
            return;
        }
        if (kind == CellKind.Error)
            findings.Error(FindingTypes.CellError, row, this, text, static (place, value) => $"{place}\u00A0: {value} est une formule qui a échoué. Corrigez-la dans le tableur, ou écrivez la valeur.");
        else if (FieldTypes.Problem(wanted, text) is { } problem)
            Refuse(FindingTypes.Type, row, text, problem);
        else if (_constraints.OfText(text) is { } broken)
            Refuse(FindingTypes.Constraint, row, text, broken);
        Once(text, row);
    }

    /// <summary>At the end of the sheet: what only all cells together tell.</summary>
    public void Finish()
    {
        if (wanted.DecimalChar is not null)
            return;
        var both = (_signs & (NumberSigns.Comma | NumberSigns.Point)) == (NumberSigns.Comma | NumberSigns.Point);
        var grouped = (_signs & (NumberSigns.GroupingComma | NumberSigns.GroupingPoint)) != 0;
        if (_ambiguous is { } row && (both || grouped))
            findings.Errors.Add(new Finding(FindingTypes.Type, row, place + 1, wanted.Name, null, $"{Where(row)}\u00A0: des nombres comme 1,234 ou 1.234 se lisent de deux façons, et la colonne mêle les deux écritures. Écrivez tous ses nombres avec une virgule décimale et sans séparateur de milliers."));
        else if (both)
            findings.Warnings.Add(new Finding(FindingTypes.Inconsistent, null, place + 1, wanted.Name, null, $"{Checks.Place.Column(wanted.Name)}\u00A0: des nombres ont une virgule décimale, d’autres un point. Tous ont été lus, mais vérifiez-les."));
        else if (_ambiguous is { } first)
            findings.Warnings.Add(new Finding(FindingTypes.Inconsistent, first, place + 1, wanted.Name, null, $"{Where(first)}\u00A0: un nombre à trois décimales pourrait être un nombre de milliers. Il a été lu comme un nombre à décimales\u00A0; sinon, retirez le séparateur."));
    }

    private string Where(int row) => Checks.Place.Of(row, wanted.Name);

    private void Figure(ReadOnlySpan<byte> text, CellKind kind, int row)
    {
        if (missing.HasNumbers && missing.Find(text) is { } numeric)
        {
            Mark(numeric, row, text);
            return;
        }
        if (!FigureText.TryParse(text, out var value, out var signs))
        {
            if (missing.Find(text) is { } mark)
                Mark(mark, row, text);
            else
                findings.Error(FindingTypes.Type, row, this, text, static (where, shown) => $"{where}\u00A0: {shown} n’est pas un nombre\u00A0: {NumberRemedy.Of(Encoding.UTF8.GetBytes(shown.Trim('«', '»', '\u00A0')))}");
            return;
        }
        if (kind != CellKind.Number && signs != NumberSigns.None && !Takes(signs, text, row))
            return;
        Value = value;
        if (wanted.Type == FieldType.Integer && value != decimal.Truncate(value))
            Refuse(FindingTypes.Type, row, text, $"n’est pas un nombre entier.{((signs & NumberSigns.Ambiguous) != 0 ? " Si le signe sépare les milliers, retirez-le." : " Arrondissez-le, ou vérifiez la colonne.")}");
        else if (_constraints.OfNumber(value) is { } broken)
            Refuse(FindingTypes.Constraint, row, text, broken);
        Once(text, row);
    }

    /// <summary>Whether the signs are those the schema says; those it leaves open are noted.</summary>
    private bool Takes(NumberSigns signs, ReadOnlySpan<byte> text, int row)
    {
        if (wanted.DecimalChar is { } sign && (signs & (sign == ',' ? NumberSigns.Point | NumberSigns.GroupingComma : NumberSigns.Comma | NumberSigns.GroupingPoint)) != 0)
        {
            Refuse(FindingTypes.Type, row, text, $"n’a pas le signe décimal attendu ({(sign == ',' ? "la virgule" : "le point")}). Écrivez-le ainsi, sans séparateur de milliers.");
            return false;
        }
        if ((signs & NumberSigns.Exponent) != 0)
            findings.Warn(FindingTypes.Inconsistent, row, this, text, static (where, shown) => $"{where}\u00A0: {shown} est en notation scientifique, des chiffres ont pu se perdre. Mettez la colonne au format nombre, puis enregistrez de nouveau.");
        _signs |= signs;
        if ((signs & NumberSigns.Ambiguous) != 0)
            _ambiguous ??= row;
        return true;
    }

    private void Mark(MissingValue mark, int row, ReadOnlySpan<byte> text)
    {
        if (mark.IsZero)
            Value = 0;
        else if (mark.Mark == Reading.Mark.Blank)
            Miss(row, text);
        else
            IsMissing = true;
    }

    private void Miss(int row, ReadOnlySpan<byte> cell)
    {
        IsMissing = true;
        if (wanted.Required)
            findings.Error(FindingTypes.Constraint, row, this, cell, static (where, _) => $"{where}\u00A0: la valeur manque, et elle est obligatoire. Remplissez la cellule.");
    }

    private void Once(ReadOnlySpan<byte> text, int row)
    {
        if (_seen?.Before(CellHash.Add(CellHash.Start, text), row) is { } before)
            Refuse(FindingTypes.Unique, row, text, $"se trouve déjà à la ligne\u00A0{before}, et ne peut y être qu’une fois. Gardez une seule des deux lignes.");
    }

    /// <param name="words">That follow the value.</param>
    private void Refuse(string type, int row, ReadOnlySpan<byte> text, string words) => findings.Error(type, row, this, text, (where, shown) => $"{where}\u00A0: {shown} {words}");
}
