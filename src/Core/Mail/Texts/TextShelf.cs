using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Texts;

/// <summary>The texts of the mails: those of the platform's folder, and over them what the coordinator changed on a page.</summary>
public sealed class TextShelf(Ledger ledger, Setting setting)
{
    public const string Partition = "texts";

    /// <summary>Characters of one text; the longest of a platform has a few thousand.</summary>
    public const int MostCharacters = 20_000;

    /// <summary>The source of a text, as the coordinator sees it in her box.</summary>
    public async Task<string?> Source(string id, CancellationToken stop = default) =>
        (await ledger.Find<TextOverride>(Partition, id, stop))?.Value.Source ?? setting.Folder.Texts.GetValueOrDefault(id);

    /// <summary>Replaces a text from now on; messages already begun keep theirs. Former versions stay.</summary>
    public async Task<Refusal?> Change(string id, string source, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (!setting.Folder.Texts.ContainsKey(id))
            return Refusal.Because(Why.Unknown, "Ce texte n’existe pas.");
        if (source.Length > MostCharacters)
            return Refusal.Invalid(new FieldError("texte", "Ce texte est trop long pour un message. Gardez l’essentiel, et mettez le reste dans un document."));
        if (TextChecks.Of(setting.Platform, id, source) is { Count: > 0 } problems)
            return Refusal.Invalid([.. problems.Select(problem => new FieldError("texte", $"Ligne {problem.Line}\u00A0: {problem.Message} {problem.Remedy}"))]);
        return await ledger.Carry(async () =>
        {
            var held = await ledger.Find<TextOverride>(Partition, id, stop);
            if (held?.Value.Source == source)
                return new Draft.Nothing();
            var next = Stored.Write(new TextOverride(source, now, (held?.Value.Revision ?? 0) + 1));
            List<Change> changes = [held is null ? new Change.Insert(id, next) : new Change.Replace(id, next, held.Version)];
            if (held is not null)
                changes.Add(new Change.Put($"past|{id}|{held.Value.Revision:D5}", Stored.Write(held.Value)));
            return new Draft.Write(Partition, changes, [new Effect.Note(actor, $"texte {id} modifié", $"note-text-{id}-{Todo.Stamp(now)}", now, "")]);
        }, stop);
    }
}

/// <param name="Source">The whole text, in the form of <c>textes/*.md</c>.</param>
public sealed record TextOverride(string Source, DateTimeOffset At, int Revision);
