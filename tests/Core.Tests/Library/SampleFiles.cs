using System.IO.Compression;
using System.Text;

namespace Almanach.Core.Tests.Library;

/// <summary>The smallest files of each kind that are recognised, and some that are not.</summary>
public static class SampleFiles
{
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n");

    public static byte[] OtherPdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n% une autre version\n%%EOF\n");

    public static byte[] Office(string part) => Archive(("[Content_Types].xml", "<Types/>"), (part, "<x/>"));

    public static byte[] OpenDocument(string kind) => Archive(("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<x/>"));

    public static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        return stream.ToArray();
    }
}
