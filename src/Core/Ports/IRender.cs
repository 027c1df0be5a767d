using Almanach.Core.Documents;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Ports;

/// <summary>Lets Core's handlers render what Web draws: mails and printable documents, with deterministic bytes.</summary>
public interface IRender
{
    /// <summary>The letter once for all addressees, slots left open (<see cref="Mail.Texts.Slots"/>).</summary>
    Task<LetterBodies> Mail(MailContent content, CancellationToken stop = default);

    /// <summary>A whole accessible HTML page that prints well.</summary>
    Task<byte[]> Page(Document document, CancellationToken stop = default);
}

/// <summary>Writes a document for those who correct in Word (.docx), with deterministic bytes.</summary>
public interface IWordWriter
{
    byte[] Write(Document document);
}
