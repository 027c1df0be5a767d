using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Dashboard;

/// <summary>Tells the members of a body of the alerts of the dashboard, when the coordinator has looked at them.</summary>
public sealed class AlertDesk(Ledger ledger, Setting setting, NetworkDesk network, AudienceShelf audiences, DashboardDesk dashboard, string root)
{
    public const string Partition = "alerts";

    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(400);

    /// <summary>Told in the mail; all stand on the page.</summary>
    private const int MostTold = 12;

    /// <summary>The message as it would leave now; null where there is nobody, or nothing, to tell.</summary>
    /// <param name="body">Id of the body.</param>
    public async Task<Mailing?> Foresee(string body, DateTimeOffset now, CancellationToken stop = default) =>
        await Sketch(body, now, stop) is var (mailing, members) ? mailing with { Audience = AudienceShelf.Sketch(members) } : null;

    /// <summary>Sends it, a moment later. The alerts of the same figures are told to a body once.</summary>
    /// <param name="seen">Hash of the audience that was shown.</param>
    public Task<Refusal?> Send(string body, string seen, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await Sketch(body, now, stop) is not var (mailing, members))
            return new Draft.Refuse(Refusal.Because(Why.NotNow, "Il n’y a rien à dire, ou personne à qui le dire\u00A0: aucun chiffre ne passe un seuil, ou cette instance n’a pas de membre."));
        if (AudienceShelf.HashOf(members) != seen)
            return new Draft.Refuse(AudienceShelf.Changed);
        if (await ledger.Find<AlertsTold>(Partition, mailing.Key, stop) is not null)
            return new Draft.Nothing();
        return new Draft.Write(Partition, [new Change.Insert(mailing.Key, Stored.Write(new AlertsTold(body, now)))],
        [
            new Effect.SendMailing(mailing with { Audience = await audiences.Freeze(members, stop) }, mailing.Key, now.AddSeconds(setting.Platform.Mail.GraceSeconds), ""),
            new Effect.Note(actor, $"alertes du tableau de bord, {body}", $"note-{mailing.Key}", now, ""),
        ]);
    }, stop);

    /// <summary>When a body was told of the figures as they stand; null if it was not.</summary>
    public async Task<DateTimeOffset?> Told(string body, CancellationToken stop = default) =>
        await dashboard.Board(stop) is { } board && await ledger.Find<AlertsTold>(Partition, KeyOf(body, board), stop) is { Value: var told } ? told.At : null;

    private static string KeyOf(string body, Board board) => $"alertes-{body}-{board.Revision}";

    private async Task<(Mailing Mailing, IReadOnlyList<AudienceMember> Members)?> Sketch(string body, DateTimeOffset now, CancellationToken stop)
    {
        if (setting.Platform.Bodies.FirstOrDefault(one => one.Id == body) is not { } known || await dashboard.Board(stop) is not { } board || board.Alerts() is not { Count: > 0 } alerts)
            return null;
        IReadOnlyList<string> lines = [.. alerts.OrderBy(alert => alert.Level).Take(MostTold).Select(alert =>
            $"{alert.Indicator.Title}, {alert.Name}\u00A0: {FigureWords.WithUnit(alert.Figure, alert.Indicator)} {Series.Period.In(alert.Period)}, {alert.Why}")];
        IReadOnlyList<AudienceMember> members = [.. (await network.Load(stop)).Of(body).Select(contact =>
            new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>> { ["alertes"] = lines }))];
        if (members.Count == 0)
            return null;
        return (new Mailing(
            KeyOf(body, board), TextCatalogue.Alerts,
            new Dictionary<string, string> { ["nombre"] = Numbers.Count(alerts.Count, "chiffre", "chiffres"), ["adresse"] = $"{root}/tableau-de-bord/tendances", ["titre"] = known.Name },
            AudienceShelf.Sketch([]), $"Vous recevez ce message parce que vous êtes membre\u00A0: {known.Name}.", new LinkTo(LinkPurpose.Person, "", now + LinkLasts), Replay.AskCoordinator), members);
    }
}

/// <summary>That a body was told of the alerts of figures that have not changed since.</summary>
public sealed record AlertsTold(string Body, DateTimeOffset At);
