using System.Buffers;
using System.Text;

namespace Almanach.Core.Platforms.Reading;

/// <summary>
/// A small strict reader for the platform's own tables: RFC 4180, comma or semicolon (the first of the two in the
/// header), a header, quotes doubled inside quoted cells, LF or CRLF. Blank lines are passed over. Never throws.
/// </summary>
/// <param name="Faults">What was refused; a refused row is absent from <paramref name="Rows"/>.</param>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows, IReadOnlyList<CsvFault> Faults)
{
    public static CsvTable Parse(string text)
    {
        var faults = new List<CsvFault>();
        var rows = new Scanner(text, faults).Rows();
        if (rows.Count == 0)
        {
            faults.Add(new(1, "Le fichier est vide.", "Écrire au moins la ligne d’en-tête."));
            return new([], [], faults);
        }
        var header = rows[0].Cells.Select(cell => cell.Trim()).ToList();
        foreach (var twice in header.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add(new(rows[0].Line, $"La colonne « {twice.Key} » est présente deux fois.", "N’en garder qu’une."));

        var kept = new List<CsvRow>();
        foreach (var row in rows.Skip(1))
            if (row.Cells.Count == header.Count)
                kept.Add(row);
            else
                faults.Add(new(row.Line, $"La ligne a {row.Cells.Count} cellules, l’en-tête en a {header.Count}.",
                    "Vérifier les séparateurs ; mettre entre guillemets un texte qui contient le séparateur."));
        return new(header, kept, faults);
    }

    /// <summary>Walks the text once.</summary>
    private sealed class Scanner(string text, List<CsvFault> faults)
    {
        private readonly char _separator = Separator(text);
        private readonly SearchValues<char> _stops = SearchValues.Create([Separator(text), '"', '\r', '\n']);
        private readonly List<CsvRow> _rows = [];
        private readonly StringBuilder _cell = new();
        private List<string> _cells = [];
        private int _at;
        private int _line = 1;
        private int _rowLine = 1;
        private bool _broken;

        public List<CsvRow> Rows()
        {
            while (_at < text.Length)
            {
                if (_cell.Length == 0 && text[_at] == '"')
                    Quoted();
                else if (text[_at] == _separator)
                    EndCell();
                else if (text[_at] == '\n' || (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n'))
                    EndRow();
                else
                    Plain();
            }
            if (_cell.Length > 0 || _cells.Count > 0)
                EndRow();
            return _rows;
        }

        private void Plain()
        {
            if (text[_at] == '"')
                Fault("Un guillemet est au milieu d’une cellule.", "Mettre toute la cellule entre guillemets et doubler ceux du texte.");
            var run = text.AsSpan(_at + 1).IndexOfAny(_stops);
            var end = run < 0 ? text.Length : _at + 1 + run;
            _cell.Append(text, _at, end - _at);
            _at = end;
        }

        private void Quoted()
        {
            var opened = _line;
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] == '\n')
                    _line++;
                if (text[_at] != '"')
                    _cell.Append(text[_at]);
                else if (_at + 1 < text.Length && text[_at + 1] == '"')
                    _cell.Append(text[_at++]);
                else
                {
                    _at++;
                    if (_at < text.Length && text[_at] != _separator && text[_at] is not ('\r' or '\n'))
                        Fault("Du texte suit le guillemet fermant.", "Mettre toute la cellule entre guillemets et doubler ceux du texte.");
                    return;
                }
            }
            _rowLine = opened;
            Fault("Un guillemet ouvert n’est jamais fermé.", "Fermer le guillemet, ou le retirer.");
        }

        private void EndCell()
        {
            _cells.Add(_cell.ToString());
            _cell.Clear();
            _at++;
        }

        private void EndRow()
        {
            var blank = _cell.Length == 0 && _cells.Count == 0;
            if (_at < text.Length && text[_at] == '\r')
                _at++;
            EndCell();
            if (!blank && !_broken)
                _rows.Add(new(_rowLine, _cells));
            _cells = [];
            _broken = false;
            _rowLine = ++_line;
        }

        private void Fault(string message, string remedy)
        {
            if (!_broken)
                faults.Add(new(_rowLine, message, remedy));
            _broken = true;
        }

        private static char Separator(string text)
        {
            var first = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length).IndexOfAny(',', ';');
            return first >= 0 ? text[first] : ';';
        }
    }
}

/// <param name="Line">Line of the file the row begins on, from 1.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

public sealed record CsvFault(int Line, string Message, string Remedy);
