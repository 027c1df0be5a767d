using Almanach.Core.Engine;

namespace Almanach.Core.Mail.Texts;

/// <summary>The texts of the mails: those of the platform's folder, and over them what the coordinator changed on a page.</summary>
public sealed class TextShelf(Ledger ledger, Setting setting)
{
    public const string Partition = "texts";

    /// <summary>Characters of one text; the longest of a platform has a few thousand.</summary>
    public const int MostCharacters = 20_000;

    private readonly Overrides overrides = new(ledger, Partition);

    /// <summary>The source of a text, as the coordinator sees it in her box.</summary>
    public async Task<string?> Source(string id, CancellationToken stop = default) =>
        setting.Folder.Texts.GetValueOrDefault(id) is { } origin ? (await overrides.Stands(id, origin, stop)).Source
        : (await ledger.Find<TextOverride>(Partition, id, stop))?.Value.Source;

    /// <summary>What a page shows of a text, for whoever changes it.</summary>
    public async Task<string> Stamp(string id, CancellationToken stop = default) => Overrides.Stamp(await overrides.Stands(id, setting.Folder.Texts.GetValueOrDefault(id) ?? "", stop));

    /// <summary>What was changed, latest first: the text as it stands, then all before it.</summary>
    public Task<IReadOnlyList<TextOverride>> Versions(string id, CancellationToken stop = default) => overrides.Versions(id, stop);

    /// <summary>Replaces a text from now on; messages already begun keep theirs. Former versions stay.</summary>
    /// <param name="seen">What the page showed (<see cref="Stamp"/>): another change in between is not overwritten. Null when it does not matter.</param>
    public async Task<Refusal?> Change(string id, string source, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (setting.Folder.Texts.GetValueOrDefault(id) is not { } origin)
            return Refusal.Because(Why.Unknown, "Ce texte n’existe pas.");
        if (source.Length > MostCharacters)
            return Refusal.Invalid(new FieldError("texte", "Ce texte est trop long pour un message. Gardez l’essentiel, et mettez le reste dans un document."));
        if (TextChecks.Of(setting.Platform, id, source) is { Count: > 0 } problems)
            return Refusal.Invalid([.. problems.Select(problem => new FieldError("texte", $"Ligne {problem.Line}\u00A0: {problem.Message} {problem.Remedy}"))]);
        return await overrides.Change(id, origin, source, seen, actor, ($"texte {id} modifié", $"note-text-{id}"), now, stop);
    }
}
