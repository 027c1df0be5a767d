using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Mime;

/// <summary>
/// Writes a letter to one addressee as the bytes of an Internet message. Who writes to several prepares the letter
/// once: <see cref="PreparedLetter"/>.
/// </summary>
public static class MimeWriter
{
    /// <inheritdoc cref="PreparedLetter.For"/>
    public static byte[] Write(Letter letter, Addressee addressee) => new PreparedLetter(letter).For(addressee);
}
