using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Groups;

/// <summary>Loads and changes the groups that were launched.</summary>
public sealed class GroupDesk(Ledger ledger, Setting setting, NetworkDesk network)
{
    /// <summary>All of them, by title; those that live come first.</summary>
    public async Task<IReadOnlyList<Group>> All(CancellationToken stop = default) =>
        [.. (await Read(stop)).Select(held => held.Value).OrderBy(group => group.State).ThenBy(group => Typography.Fold(group.Title), StringComparer.Ordinal)];

    public async Task<Group?> Find(string id, CancellationToken stop = default) =>
        IsId(id) ? (await ledger.Find<Group>(Group.Partition, Group.Prefix + id, stop))?.Value : null;

    /// <summary>Enters a group that was launched. Launched once more, it goes on with what it has written, under the pilot chosen now.</summary>
    public Task<Refusal?> Start(Effect.LaunchGroup effect, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var key = Group.Prefix + effect.Group.Id;
        return await ledger.Find<Group>(Group.Partition, key, stop) switch
        {
            null => new Draft.Write(Group.Partition, [new Change.Insert(key, Stored.Write(effect.Group))], []),
            { Value: var before } held when before.Launched < effect.Group.Launched =>
                new Draft.Write(Group.Partition, [new Change.Replace(key, Stored.Write(LivingRules.Again(before, effect.Group)), held.Version)], []),
            _ => (Draft)new Draft.Nothing(),
        };
    }, stop);

    /// <param name="seen">What the page showed (<see cref="Engine.Print"/>): another change in between is not overwritten. Null when it does not matter.</param>
    public async Task<Refusal?> Edit(string id, GroupEdit edit, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        return await Change(id, "fiche", group => seen is not null && seen != Print.Of(group)
            ? Changed : LivingRules.Edit(group, edit, roster), actor, now, stop);
    }

    /// <param name="seen">As for <see cref="Edit"/>.</param>
    public Task<Refusal?> Report(string id, int year, string text, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(id, "bilan", group => seen is not null && seen != Print.Of(group) && group.Reports.Any(report => report.Year == year && report.Text != text)
            ? Changed : LivingRules.Report(group, year, text, setting.Zone.DayOf(now), now), actor, now, stop);

    public Task<Refusal?> Turn(string id, GroupState state, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(id, state == GroupState.Closed ? "fin" : "reprise", group => LivingRules.Turn(group, state, now), actor, now, stop);

    /// <summary>Somebody takes another's place in the groups that live.</summary>
    public async Task Pass(string from, string to, CancellationToken stop = default)
    {
        foreach (var id in (await Read(stop)).Where(held => held.Value.State == GroupState.Launched).Select(held => held.Key))
            await ledger.Carry(async () => await ledger.Find<Group>(Group.Partition, id, stop) is { } held && LivingRules.Pass(held.Value, from, to) is { } passed
                ? new Draft.Write(Group.Partition, [new Change.Replace(held.Key, Stored.Write(passed), held.Version)], [])
                : new Draft.Nothing(), stop);
    }

    /// <summary>Erases the resource persons of groups past keeping. What somebody changed meanwhile is looked at again the next night.</summary>
    /// <returns>From how many groups.</returns>
    public async Task<int> Retain(Func<DateTimeOffset, bool> past, CancellationToken stop = default)
    {
        var count = 0;
        foreach (var held in await Read(stop))
            if (LivingRules.After(held.Value, past) is { } without
                && await ledger.Commit(new Draft.Write(Group.Partition, [new Change.Replace(held.Key, Stored.Write(without), held.Version)], []), stop))
                count++;
        return count;
    }

    /// <summary>Forgets one resource person.</summary>
    public Task Forget(string id, Func<string, bool> isHer, CancellationToken stop = default) => ledger.Carry(async () =>
        await ledger.Find<Group>(Group.Partition, Group.Prefix + id, stop) is { } held && LivingRules.Without(held.Value, isHer) is { } without
            ? new Draft.Write(Group.Partition, [new Change.Replace(held.Key, Stored.Write(without), held.Version)], [])
            : new Draft.Nothing(), stop);

    /// <param name="what">For the journal, in one word.</param>
    internal Task<Refusal?> Change(string id, string what, Func<Group, Decision<Group>> decide, string actor, DateTimeOffset now, CancellationToken stop) => ledger.Carry(async () =>
    {
        if (!IsId(id) || await ledger.Find<Group>(Group.Partition, Group.Prefix + id, stop) is not { } held)
            return new Draft.Refuse(Unknown);
        return decide(held.Value) switch
        {
            Decision<Group>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<Group>.AlreadyDone => new Draft.Nothing(),
            Decision<Group>.Accepted accepted => new Draft.Write(Group.Partition, [new Change.Replace(held.Key, Stored.Write(accepted.State), held.Version)],
                [.. accepted.Effects, new Effect.Note(actor, $"groupe {id} {what}", $"note-group-{id}-{Todo.Stamp(now)}", now, "")]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }, stop);

    private static Refusal Changed => Refusal.Because(Why.Changed, "Ce groupe a changé pendant que vous écriviez. Vos mots sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.");

    internal static Refusal Unknown => Refusal.Because(Why.Unknown, "Ce groupe n’existe pas. Revenez à la liste des groupes.");

    private static bool IsId(string id) => id.Length is > 0 and <= 200 && StoreLimits.IsName(id);

    private async Task<List<Held<Group>>> Read(CancellationToken stop)
    {
        List<Held<Group>> groups = [];
        await foreach (var held in ledger.List<Group>(Group.Partition, Group.Prefix, stop))
            groups.Add(held);
        return groups;
    }
}
