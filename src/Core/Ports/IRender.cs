using Almanach.Core.Data.Portraits;
using Almanach.Core.Documents;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Platforms;

namespace Almanach.Core.Ports;

/// <summary>Lets Core's handlers render what Web draws: mails and printable documents, with deterministic bytes.</summary>
public interface IRender
{
    /// <summary>The letter once for all addressees, slots left open (<see cref="Mail.Texts.Slots"/>).</summary>
    Task<LetterBodies> Mail(MailContent content, CancellationToken stop = default);

    /// <summary>A whole accessible HTML page that prints well.</summary>
    Task<byte[]> Page(Document document, CancellationToken stop = default);

    /// <summary>A portrait as a page that is a file of its own: four sheets of A4 in print.</summary>
    /// <param name="root">Public address of the platform, without a final slash.</param>
    /// <param name="day">It is published.</param>
    Task<byte[]> Portrait(Portrait portrait, Brand brand, string root, DateOnly day, CancellationToken stop = default);
}

/// <summary>Writes a document for those who correct in Word (.docx), with deterministic bytes.</summary>
public interface IWordWriter
{
    byte[] Write(Document document);
}
