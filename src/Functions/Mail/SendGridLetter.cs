using System.Text;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using SendGrid.Helpers.Mail;

namespace Almanach.Functions.Mail;

/// <summary>
/// A letter in SendGrid's words: its text once, with tags for its slots, and an envelope for each addressee with what stands
/// for them. Every copy reads as <see cref="LetterCopy"/> says: what SendGrid would add of its own (tracked links, an invisible
/// image, a footer) is turned off.
/// </summary>
internal sealed class SendGridLetter(Letter letter, bool sandbox)
{
    /// <summary>Bytes of all substitutions of one envelope, as the description of the API gives it.</summary>
    private const int MostBytes = 10_000;

    private readonly TaggedLetter tagged = new(letter);
    private readonly EmailAddress from = Address(letter.From, MailAddresses.Ascii(letter.From.Address) ?? throw new ArgumentException("The address of From cannot be written."));
    private readonly EmailAddress replyTo = Address(letter.ReplyTo, MailAddresses.Ascii(letter.ReplyTo.Address) ?? throw new ArgumentException("The address of Reply-To cannot be written."));
    private readonly Dictionary<string, string> headers = LetterHeaders.Shared(letter);
    private readonly Func<Addressee, Dictionary<string, string>> personalHeaders = LetterHeaders.Personal(letter);

    /// <summary>Whether calendars are told; a message leaves without rather than not at all.</summary>
    public bool WithCalendar { get; set; } = letter.Calendar is not null;

    /// <param name="address">The addressee's, in ASCII.</param>
    /// <exception cref="Core.Mail.Texts.MissingSlotException">The addressee leaves a slot of the letter open.</exception>
    /// <exception cref="ArgumentException">A link or a header's value cannot be written.</exception>
    public SendGridCopy Copy(int place, Addressee addressee, string address)
    {
        var values = tagged.Values(addressee);
        var fits = values is not null && values.Sum(value => 6 + Encoding.UTF8.GetByteCount(value.Key) + Encoding.UTF8.GetByteCount(value.Value)) <= MostBytes;
        var personal = personalHeaders(addressee);
        // Reply-To is one for all; programs give this back with an answer (RFC 5322, 3.6.4).
        if (addressee.Reply.Length > 0)
            personal["References"] = $"<r.{addressee.Reply}@{replyTo.Email.Split('@')[^1]}>";
        return new(place, addressee, new Personalization
        {
            Tos = [Address(addressee.Mailbox, address)],
            Headers = personal.Count > 0 ? personal : null,
            Substitutions = fits && values!.Count > 0 ? new(values) : null,
            // Ids alone: SendGrid keeps them, and gives them back with what becomes of the mail.
            CustomArgs = new() { ["message"] = letter.Key, ["addressee"] = addressee.Id },
        }, WrittenOut: !fits);
    }

    /// <param name="copies">Several that are filled by tags, or a single one.</param>
    public SendGridMessage Request(IReadOnlyList<SendGridCopy> copies)
    {
        var said = copies[0].WrittenOut ? LetterCopy.Of(letter, copies[0].Addressee) : new(tagged.Subject, tagged.Html, tagged.Text, tagged.Calendar);
        return new()
        {
            From = from,
            ReplyTo = replyTo,
            Subject = said.Subject,
            Contents = [new("text/plain", said.Text), new("text/html", said.Html), .. Calendar(said)],
            Personalizations = [.. copies.Select(copy => copy.Envelope)],
            Headers = headers,
            Attachments = letter.Attachments.Count > 0 ? [.. letter.Attachments.Select(File)] : null,
            TrackingSettings = new()
            {
                ClickTracking = new() { Enable = false, EnableText = false },
                OpenTracking = new() { Enable = false },
                SubscriptionTracking = new() { Enable = false },
                Ganalytics = new() { Enable = false },
            },
            MailSettings = new() { FooterSettings = new() { Enable = false }, SandboxMode = new() { Enable = sandbox } },
        };
    }

    /// <summary>
    /// Last among the alternatives. SendGrid takes a method here and no other parameter, and adds the charset itself (its
    /// libraries' issues: sendgrid-ruby 298, sendgrid-java 552). How mail programs show what it hands on is unproved.
    /// </summary>
    private IEnumerable<Content> Calendar(LetterCopy said) =>
        WithCalendar && said.Calendar is { } text ? [new($"text/calendar; method={letter.Calendar!.Method}", text)] : [];

    /// <summary>A comma or semicolon in a name is taken for a second address unless it is quoted, as SendGrid's own libraries do.</summary>
    private static EmailAddress Address(Mailbox mailbox, string address)
    {
        var name = MailAddresses.Name(mailbox);
        return new(address, name.Length == 0 ? null : name.AsSpan().ContainsAny(',', ';') ? $"\"{name.Replace("\"", "", StringComparison.Ordinal)}\"" : name);
    }

    /// <summary>SendGrid writes a file's name as it is given, and a name travels in ASCII.</summary>
    private static SendGrid.Helpers.Mail.Attachment File(Core.Mail.Letters.Attachment file) => new()
    {
        Content = Convert.ToBase64String(file.Content),
        Type = file.ContentType,
        Filename = string.Concat(file.FileName.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ' ' ? c : '_')),
        Disposition = "attachment",
    };
}
