using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>Records what a deciding body said of terms of office. Writes to nobody: the minutes tell.</summary>
public sealed class TermDesk(MemberDesk members, Setting setting)
{
    /// <param name="decisions">About whom something was decided; the others stay as they are.</param>
    public Task<Refusal?> Record(string body, IReadOnlyList<TermDecision> decisions, string actor, DateTimeOffset now, CancellationToken stop = default) => members.Change(roster =>
    {
        var today = setting.Zone.DayOf(now);
        if (setting.Platform.BodyOf(body) is not { } known)
            return Task.FromResult<Draft>(new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette instance n’existe pas. Revenez au réseau.")));
        if (decisions.Count > Most)
            return Task.FromResult<Draft>(new Draft.Refuse(Refusal.Because(Why.NotNow, $"Enregistrez {Most} décisions au plus à la fois.")));
        if (TermRules.Check(known, decisions, roster, today) is { Count: > 0 } errors)
            return Task.FromResult<Draft>(new Draft.Refuse(Refusal.Invalid(errors)));
        var changed = TermRules.Decide(known, decisions, roster, today);
        return Task.FromResult<Draft>(changed.Count == 0 ? new Draft.Nothing() : new Draft.Write(NetworkDesk.Partition,
            [.. changed.Select(contact => new Change.Put(NetworkDesk.ContactPrefix + contact.Id, Stored.Write(contact)))],
            [new Effect.Note(actor, $"mandats {body} décidés", $"note-terms-{body}-{Todo.Stamp(now)}", now, "")]));
    }, stop);

    /// <summary>Decisions of one commit: each may change two cards.</summary>
    private const int Most = 40;
}
