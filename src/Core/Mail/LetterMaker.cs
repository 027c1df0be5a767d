using Almanach.Core.Engine;
using Almanach.Core.ICalendar;
using Almanach.Core.Links;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail;

/// <summary>Makes a letter of a message: text, values, drawing. The slots of each person stay open.</summary>
public sealed class LetterMaker(Setting setting, TextShelf texts, IRender render, LinkMaker links, ReplyAddresses replies)
{
    private readonly CalendarWriter calendars = new(new CalendarZone(setting.Platform.TimeZone, setting.Zone));

    public async Task<Letter> Compose(Mailing mailing, DateTimeOffset due, CancellationToken stop = default)
    {
        var letter = await Draw(mailing.Key, await Source(mailing.Text, stop), mailing.Values, mailing.Because, due, Own(mailing), stop);
        return letter with
        {
            Calendar = mailing.Event is { } one ? calendars.Invitation(Answered(one)) : null,
            ReplyTo = mailing.IsAsk() && replies.AreRead ? letter.ReplyTo with { Address = replies.Box } : letter.ReplyTo,
        };
    }

    /// <summary>What calendars answer goes where answers are read.</summary>
    private CalendarEvent Answered(CalendarEvent one) => replies.AreRead ? one with { Organizer = one.Organizer with { Address = replies.Box } } : one;

    /// <param name="text">Id of the text.</param>
    public async Task<Letter> Compose(
        string key, string text, IReadOnlyDictionary<string, string> values, string because, DateTimeOffset due, CancellationToken stop = default) =>
        await Draw(key, await Source(text, stop), values, because, due, stop);

    private async Task<string> Source(string text, CancellationToken stop) => await texts.Source(text, stop)
        ?? throw new InvalidDataException($"Le texte {text} manque dans le dossier de la plate-forme.");

    /// <summary>The letter that a source would give: also for the preview of a text being edited.</summary>
    public Task<Letter> Draw(
        string key, string source, IReadOnlyDictionary<string, string> values, string because, DateTimeOffset due, CancellationToken stop = default) =>
        Draw(key, source, values, because, due, OwnPage, stop);

    /// <summary>What the link to one's own page is called at the foot: who registered to a meeting has that of her registration.</summary>
    private static string Own(Mailing mailing) => mailing.Link.Purpose == LinkPurpose.Registration ? "Mon inscription" : OwnPage;

    private const string OwnPage = "Ma page";

    private async Task<Letter> Draw(
        string key, string source, IReadOnlyDictionary<string, string> values, string because, DateTimeOffset due, string own, CancellationToken stop)
    {
        var brand = setting.Platform.Brand;
        var words = new Dictionary<string, string>(values) { ["plateforme"] = brand.Short };
        var filling = MailText.Parse(source).Text?.Fill(words, AddresseeMaker.PersonalSlots);
        var pieces = filling?.Pieces
            ?? throw new InvalidDataException($"Le texte de {key} ne peut pas être composé : {string.Join(" ", filling?.Problems.Select(problem => problem.Message) ?? ["il est vide."])}");
        IReadOnlyList<MailLink> foot = [new(own, Slots.Mark("ma page")), new("Données personnelles", $"{links.Root}/donnees-personnelles")];
        var content = pieces.Under(brand, LetterWords.Marked(because), foot);
        var mailbox = new Mailbox($"{brand.Short} (coordination)", brand.Mailbox);
        return new Letter(key, due, mailbox, mailbox, content.Subject, await render.Mail(content, stop), [], [], ReturnTo: replies.AreRead ? replies.Box : null);
    }
}
