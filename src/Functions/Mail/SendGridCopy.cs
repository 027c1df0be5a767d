using Almanach.Core.Mail.Letters;
using SendGrid.Helpers.Mail;

namespace Almanach.Functions.Mail;

/// <summary>One addressee's copy, ready to stand in a request.</summary>
/// <param name="Place">Where the addressee stands in the batch.</param>
/// <param name="WrittenOut">True when tags cannot say it: the copy goes in a request of its own.</param>
internal sealed record SendGridCopy(int Place, Addressee Addressee, Personalization Envelope, bool WrittenOut)
{
    public string Address => Envelope.Tos[0].Email;
}
