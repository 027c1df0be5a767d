using System.Text;
using Almanach.Core.Library.Deposits;

namespace Almanach.Core.Tests.Library;

/// <summary>A file is what its bytes say.</summary>
public sealed class FileRecognitionTests
{
    public static TheoryData<string, byte[], FileFormat> Known { get; } = new()
    {
        { "bilan.pdf", SampleFiles.Pdf, FileFormat.Pdf },
        { "bilan.docx", SampleFiles.Pdf, FileFormat.Pdf }, // its name lies
        { "x", SampleFiles.Office("word/document.xml"), FileFormat.Docx },
        { "x", SampleFiles.Office("ppt/presentation.xml"), FileFormat.Pptx },
        { "x", SampleFiles.Office("xl/workbook.xml"), FileFormat.Xlsx },
        { "x", SampleFiles.OpenDocument("text"), FileFormat.Odt },
        { "x", SampleFiles.OpenDocument("presentation"), FileFormat.Odp },
        { "x", SampleFiles.OpenDocument("spreadsheet"), FileFormat.Ods },
        { "x", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0], FileFormat.Png },
        { "x", [0xFF, 0xD8, 0xFF, 0xE0], FileFormat.Jpeg },
        { "rsa.CSV", Encoding.UTF8.GetBytes("année;foyers\n2021;12\n"), FileFormat.Csv },
        { "rsa.csv", Encoding.Latin1.GetBytes("année;foyers\n2021;12\n"), FileFormat.Csv },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void What_people_deposit_is_known_by_its_bytes(string name, byte[] bytes, FileFormat format)
    {
        var (found, problem) = FileRecognition.Of(name, bytes);

        Assert.Equal((format, null), (found, problem));
    }

    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "vide.pdf", [], "vide" },
        { "page.html", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "format accepté" },
        { "page.csv", "\uFEFF  <svg onload=alert(1)>"u8.ToArray(), "format accepté" },
        { "binaire.csv", [(byte)'a', 0, (byte)'b'], "format accepté" },
        { "notes.txt", "des notes"u8.ToArray(), "format accepté" },
        { "ancien.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "ancien format" },
        { "archive.zip", SampleFiles.Archive(("a.pdf", "x")), "archive" },
        { "macros.docm", SampleFiles.Archive(("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "")), "macros" },
        { "coupe.docx", [.. SampleFiles.Office("word/document.xml").Take(40)], "abîmé" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_refused_says_why_and_what_to_do(string name, byte[] bytes, string says)
    {
        var (found, problem) = FileRecognition.Of(name, bytes);

        Assert.Null(found);
        Assert.Equal("fichier", problem!.Field);
        Assert.Contains(says, problem.Message);
    }

    /// <summary>By itself: the data of a theory are written out when tests are listed.</summary>
    [Fact]
    public void More_than_a_mail_could_carry_is_refused() =>
        Assert.Contains("20 Mo", FileRecognition.Of("trop.pdf", [.. SampleFiles.Pdf, .. new byte[FileRecognition.MostBytes]]).Problem!.Message);
}
