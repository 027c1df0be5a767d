using Almanach.Core;
using Almanach.Core.Mail;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Year;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>The outbox, newest first.</summary>
/// <param name="Leaving">Messages about to leave.</param>
/// <param name="Page">From 1.</param>
public sealed record MessagesView(IReadOnlyList<LeavingView> Leaving, IReadOnlyList<MessageLine> Lines, int Page, int Pages, int Total)
{
    private const int PerPage = 30;

    internal static async Task<MessagesView> Of(Office office, int page, CancellationToken stop)
    {
        Dictionary<string, MailingLine> lines = [];
        await foreach (var line in office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stop))
            lines[line.Key] = line;
        var pages = Math.Max(1, (lines.Count + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        List<MessageLine> shown = [];
        foreach (var line in lines.Values.OrderByDescending(line => line.Due).ThenBy(line => line.Key, StringComparer.Ordinal).Skip((page - 1) * PerPage).Take(PerPage))
            shown.Add(await MessageLine.Of(office, line, stop));
        return new MessagesView(await Cockpit.Messages.Leaving.Of(office, null, stop), shown, page, pages, lines.Count);
    }
}

/// <summary>A message in a list.</summary>
public sealed record MessageLine(string Title, string Href, string When, string Outcome)
{
    internal static async Task<MessageLine> Of(Office office, MailingLine line, CancellationToken stop) => new(
        TextNames.Title(office.Setting, line), Addresses.Message(line.Key), Words.Capital(office.Setting.At(line.Due)),
        line.CancelledAt is null ? Outcomes.Summary(line.Count, await office.MailRoom.Outcomes(line.Key, stop)) : "Annulé avant l’envoi.");
}
