using Almanach.Core.Engine;
using Almanach.Core.ICalendar;
using Almanach.Core.Links;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Letters;

/// <summary>Makes a letter of a message: text, values, drawing. The slots of each person stay open.</summary>
public sealed class LetterMaker(Setting setting, TextShelf texts, IRender render, LinkMaker links, ReplyAddresses replies)
{
    private readonly CalendarWriter calendars = new(new CalendarZone(setting.Platform.TimeZone, setting.Zone));

    public async Task<Letter> Compose(Mailing mailing, DateTimeOffset due, CancellationToken stop = default)
    {
        var letter = mailing.Edition is { } edition
            ? await Draw(mailing.Key, edition.Content(setting.Platform.Brand, mailing.Values["titre"], LetterWords.Marked(mailing.Because), [new("Lire en ligne", links.Root + edition.Path), .. Foot(Own(mailing))], links.Root), due, stop)
            : await Draw(mailing.Key, await Source(mailing.Text, stop), mailing.Values, mailing.Because, due, Own(mailing), stop);
        return letter with
        {
            Subject = mailing.Trial ? $"[Essai] {letter.Subject}" : letter.Subject,
            Headers = mailing.List is { } list ? ListLetters.Headers(setting.Newsletter(list), setting.Platform.Brand) : [],
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

    /// <summary>The personal links at the foot: one's own page; that of her registration for who registered to a meeting; how one leaves a newsletter.</summary>
    private static IReadOnlyList<MailLink> Own(Mailing mailing) => mailing switch
    {
        { List: not null } => ListLetters.Foot,
        { Link.Purpose: LinkPurpose.Registration } => [new("Mon inscription", Slots.Mark("ma page"))],
        { Link.Purpose: LinkPurpose.Subscription } => [new("Mon abonnement", Slots.Mark("ma page"))],
        _ => OwnPage,
    };

    private static IReadOnlyList<MailLink> OwnPage { get; } = [new("Ma page", Slots.Mark("ma page"))];

    private async Task<Letter> Draw(
        string key, string source, IReadOnlyDictionary<string, string> values, string because, DateTimeOffset due, IReadOnlyList<MailLink> own, CancellationToken stop)
    {
        var brand = setting.Platform.Brand;
        var words = new Dictionary<string, string>(values) { ["plateforme"] = brand.Short };
        var filling = MailText.Parse(source).Text?.Fill(words, AddresseeMaker.PersonalSlots);
        var pieces = filling?.Pieces
            ?? throw new InvalidDataException($"Le texte de {key} ne peut pas être composé : {string.Join(" ", filling?.Problems.Select(problem => problem.Message) ?? ["il est vide."])}");
        return await Draw(key, pieces.Under(brand, LetterWords.Marked(because), Foot(own)), due, stop);
    }

    private IReadOnlyList<MailLink> Foot(IReadOnlyList<MailLink> own) => [.. own, new("Données personnelles", $"{links.Root}/donnees-personnelles")];

    private async Task<Letter> Draw(string key, MailContent content, DateTimeOffset due, CancellationToken stop)
    {
        var brand = setting.Platform.Brand;
        var mailbox = new Mailbox($"{brand.Short} (coordination)", brand.Mailbox);
        return new Letter(key, due, mailbox, mailbox, content.Subject, await render.Mail(content, stop), [], [], ReturnTo: replies.AreRead ? replies.Box : null);
    }
}
