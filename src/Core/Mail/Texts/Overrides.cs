using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Texts;

/// <summary>Texts of the platform's folder that the coordinator changed, and all that stood before: <c>TEXT</c> and <c>past|TEXT|revision</c> of one partition.</summary>
internal sealed class Overrides(Ledger ledger, string partition)
{
    /// <summary>The text as it stands; revision 0 where nobody changed what the folder has.</summary>
    public async Task<TextOverride> Stands(string id, string origin, CancellationToken stop) =>
        (await ledger.Find<TextOverride>(partition, id, stop))?.Value ?? Untouched(origin);

    /// <summary>What a page showed of a text.</summary>
    public static string Stamp(TextOverride stands) => Print.Of(stands);

    /// <summary>What was changed: the text as it stands, then all before it; empty where nobody changed anything.</summary>
    public async Task<IReadOnlyList<TextOverride>> Versions(string id, CancellationToken stop)
    {
        List<TextOverride> versions = [];
        if (await ledger.Find<TextOverride>(partition, id, stop) is not { } held)
            return versions;
        await foreach (var past in ledger.List<TextOverride>(partition, $"past|{id}|", stop))
            versions.Add(past.Value);
        return [held.Value, .. versions.OrderByDescending(past => past.Revision)];
    }

    /// <param name="seen">What the page showed: another change in between is not overwritten. Null when it does not matter.</param>
    /// <param name="note">What the journal says of it.</param>
    public Task<Refusal?> Change(string id, string origin, string source, string? seen, string actor, (string Subject, string Key) note, DateTimeOffset now, CancellationToken stop) => ledger.Carry(async () =>
    {
        var held = await ledger.Find<TextOverride>(partition, id, stop);
        var stands = held?.Value ?? Untouched(origin);
        if (stands.Source == source)
            return new Draft.Nothing();
        if (seen is not null && seen != Stamp(stands))
            return new Draft.Refuse(Refusal.Because(Why.Changed, "Ce texte a changé pendant que vous écriviez, peut-être dans un autre onglet. Vos mots sont dans le formulaire, et le texte en vigueur parmi les versions\u00A0; relisez, puis enregistrez de nouveau."));
        var next = Stored.Write(new TextOverride(source, now, stands.Revision + 1, actor));
        List<Change> changes = [held is null ? new Change.Insert(id, next) : new Change.Replace(id, next, held.Version)];
        if (held is not null)
            changes.Add(new Change.Put($"past|{id}|{held.Value.Revision:D5}", Stored.Write(held.Value)));
        return new Draft.Write(partition, changes, [new Effect.Note(actor, note.Subject, $"{note.Key}-{Todo.Stamp(now)}", now, "")]);
    }, stop);

    private static TextOverride Untouched(string origin) => new(origin, default, 0);
}

/// <param name="Source">The whole text, in the form of <c>textes/*.md</c>.</param>
/// <param name="By">Who wrote it; empty in records of before.</param>
public sealed record TextOverride(string Source, DateTimeOffset At, int Revision, string By = "");
