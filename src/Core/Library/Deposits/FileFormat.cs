namespace Almanach.Core.Library.Deposits;

/// <summary>The files that can be deposited. What a browser would run (HTML, SVG) is not among them.</summary>
public enum FileFormat
{
    Pdf,
    Docx,
    Pptx,
    Xlsx,
    Odt,
    Odp,
    Ods,
    Csv,
    Png,
    Jpeg,
}

/// <summary>How a format is named, stored and served.</summary>
public static class FileFormats
{
    /// <summary>Final part of the name, without the dot.</summary>
    public static string Extension(FileFormat format) => format switch
    {
        FileFormat.Jpeg => "jpg",
        _ => format.ToString().ToLowerInvariant(),
    };

    public static string MediaType(FileFormat format) => format switch
    {
        FileFormat.Pdf => "application/pdf",
        FileFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileFormat.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileFormat.Odt => "application/vnd.oasis.opendocument.text",
        FileFormat.Odp => "application/vnd.oasis.opendocument.presentation",
        FileFormat.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        FileFormat.Csv => "text/csv",
        FileFormat.Png => "image/png",
        FileFormat.Jpeg => "image/jpeg",
    };

    /// <summary>« PDF », « Word », « PowerPoint »: what people call it.</summary>
    public static string Name(FileFormat format) => format switch
    {
        FileFormat.Pdf => "PDF",
        FileFormat.Docx => "Word",
        FileFormat.Pptx => "PowerPoint",
        FileFormat.Xlsx => "Excel",
        FileFormat.Odt or FileFormat.Odp or FileFormat.Ods => $"OpenDocument {Extension(format)}",
        FileFormat.Csv => "CSV",
        FileFormat.Png => "image PNG",
        FileFormat.Jpeg => "image JPEG",
    };
}
