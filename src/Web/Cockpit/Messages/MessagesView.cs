using Almanach.Core;
using Almanach.Core.Mail.Sending;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Year;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>The outbox, newest first.</summary>
/// <param name="Leaving">Messages about to leave.</param>
/// <param name="Kind">Slug of the kind shown; empty for all but the receipts.</param>
/// <param name="Kinds">Lists to choose from: all but the receipts, each kind that has a message, all.</param>
/// <param name="Page">From 1.</param>
public sealed record MessagesView(
    IReadOnlyList<LeavingView> Leaving, IReadOnlyList<MessageLine> Lines, string Kind, IReadOnlyList<KindView> Kinds, int Page, int Pages, int Total)
{
    private const int PerPage = 30;

    internal static async Task<MessagesView> Of(Office office, string? kind, int page, CancellationToken stop)
    {
        Dictionary<string, MailingLine> lines = [];
        await foreach (var line in office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stop))
            lines[line.Key] = line;
        var slug = MessageKinds.Parse(kind);
        var chosen = lines.Values.Where(line => MessageKinds.Shows(slug, line)).ToList();
        var pages = Math.Max(1, (chosen.Count + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        List<MessageLine> shown = [];
        foreach (var line in chosen.OrderByDescending(line => line.Due).ThenBy(line => line.Key, StringComparer.Ordinal).Skip((page - 1) * PerPage).Take(PerPage))
            shown.Add(await MessageLine.Of(office, line, stop));
        return new MessagesView(await Cockpit.Messages.Leaving.Of(office, null, stop), shown, slug, Choices([.. lines.Values], slug), page, pages, lines.Count);
    }

    public string Href(int page) => KindView.Address(Kind) + (page > 1 ? $"{(Kind.Length > 0 ? '&' : '?')}page={page}" : "");

    /// <summary>How many receipts the list leaves out; none where they are shown.</summary>
    public int Folded => Kind.Length > 0 ? 0 : Kinds.FirstOrDefault(kind => kind.Slug == MessageKinds.Receipts)?.Count ?? 0;

    private static List<KindView> Choices(IReadOnlyList<MailingLine> lines, string chosen) =>
        [.. MessageKinds.Names.Prepend(("", "Tout sauf les accusés")).Append((MessageKinds.All, "Tout"))
            .Select(kind => new KindView(kind.Item1, kind.Item2, lines.Count(line => MessageKinds.Shows(kind.Item1, line)), kind.Item1 == chosen))
            .Where(kind => kind.Count > 0 || kind.Current || kind.Slug.Length == 0)];
}

/// <summary>One list of the outbox to choose.</summary>
public sealed record KindView(string Slug, string Name, int Count, bool Current)
{
    public string Href => Address(Slug);

    public static string Address(string slug) => slug.Length == 0 ? Addresses.Messages : $"{Addresses.Messages}?genre={slug}";
}

/// <summary>A message in a list.</summary>
public sealed record MessageLine(string Title, string Href, string When, string Outcome)
{
    internal static async Task<MessageLine> Of(Office office, MailingLine line, CancellationToken stop) => new(
        TextNames.Title(office.Setting, line), Addresses.Message(line.Key), Words.Capital(office.Setting.At(line.Due)),
        line.CancelledAt is null ? Outcomes.Summary(line.Count, await office.MailRoom.Outcomes(line.Key, stop), await office.Pauses.Control(line.Key, stop) is { State: Core.Mail.Pausing.SendingState.Paused }) : "Annulé avant l’envoi.");
}
