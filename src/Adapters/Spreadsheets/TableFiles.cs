using System.Text;
using Almanach.Adapters.Csv;
using Almanach.Core.Ports;
using Almanach.Core.Tables;

namespace Almanach.Adapters.Spreadsheets;

/// <summary>Tables as files: what a file is, its first bytes tell, never its name.</summary>
public sealed class TableFiles : ITables
{
    // Old workbooks and Windows-1252 texts need the code pages of the framework.
    static TableFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public TableReading Read(string name, byte[] content)
    {
        if (content.Length == 0)
            return TableReading.Not("Le fichier est vide. Choisissez le tableau à importer.");
        if (content.Length > TableLimits.Bytes)
            return TableReading.Not("Le fichier dépasse deux mégaoctets. Retirez les images et les feuilles inutiles, ou enregistrez le tableau seul en CSV.");
        if (OtherFiles.Named(content) is { } other)
            return TableReading.Not(OtherFiles.Say(other));
        return content switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => WorkbookReader.ReadZip(content),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => WorkbookReader.Read(content),
            _ => CsvReading.Read(content),
        };
    }

    public byte[] Workbook(ExportTable table) => WorkbookWriter.Write(table);
}
