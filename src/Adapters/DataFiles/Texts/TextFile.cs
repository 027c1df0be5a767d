using System.Text;
using Almanach.Adapters.Csv;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;

namespace Almanach.Adapters.DataFiles.Texts;

/// <summary>CSV and TSV.</summary>
internal sealed class TextFile(IByteSource source, Encoding encoding, bool told, DataFileFacts facts) : IDataFile
{
    /// <summary>Bytes that are looked at for the separator.</summary>
    private const int Sample = 65_536;

    private TextRows? _rows;

    public DataFileFacts Facts => facts;

    public static DataFileOpening Open(IByteSource source)
    {
        var scanned = EncodingScan.Of(source);
        if (scanned.DamagedLine is { } line)
            return DataFileOpening.Not(
                new Unreadable(FindingTypes.Encoding, $"Ligne\u00A0{line}\u00A0: un caractère est abîmé, le fichier mélange deux encodages. Ouvrez-le dans votre tableur, corrigez les lettres accentuées de cette ligne, puis enregistrez-le en «\u00A0CSV UTF-8\u00A0».", line),
                new DataFileFacts("csv", "utf-8", null, [new DataSheet("")]));
        if (scanned.Encoding is not { } encoding)
            return DataFileOpening.Not(OtherThanTable.NoText);
        var (separator, told) = Separators.Of(Beginning(source, encoding));
        var facts = new DataFileFacts(separator == '\t' ? "tsv" : "csv", encoding.WebName == "utf-16" ? "utf-16le" : encoding.WebName.ToLowerInvariant(), separator, [new DataSheet("")])
        {
            Suspicions = encoding.CodePage is 850 or 10000
                ? [new Suspicion(FindingTypes.Encoding, $"Le fichier semble venir d’un ancien logiciel (encodage {encoding.WebName}). Vérifiez les lettres accentuées ci-dessous, ou enregistrez-le en «\u00A0CSV UTF-8\u00A0».")]
                : [],
        };
        return DataFileOpening.Of(new TextFile(source, encoding, told, facts));
    }

    public ISheetRows Open(int sheet)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sheet, 0);
        _rows?.Dispose();
        return _rows = new TextRows(source.Open(), encoding, facts.Separator!.Value, told);
    }

    public void Dispose() => _rows?.Dispose();

    private static string Beginning(IByteSource source, Encoding encoding)
    {
        using var reader = new StreamReader(source.Open(), encoding, detectEncodingFromByteOrderMarks: true);
        var text = new char[Sample];
        return new string(text, 0, reader.ReadBlock(text));
    }
}
