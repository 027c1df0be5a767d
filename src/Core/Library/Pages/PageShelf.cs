using Almanach.Core.Engine;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.Pages;

/// <summary>The texts of the public pages: those of the platform's folder (<c>pages/*.md</c>), and over them what the coordinator changed.</summary>
public sealed class PageShelf(Ledger ledger, Setting setting)
{
    public const string Partition = "pages";

    public const string Presentation = "qui-sommes-nous";
    public const string Charter = "charte";
    public const string Joining = "adherer";

    /// <summary>The texts that pages show. A folder may have none of them: a page then says the less.</summary>
    public static IReadOnlyList<string> Names { get; } = [Presentation, Charter, Joining];

    /// <summary>The source, as the coordinator sees it in her box; empty where nothing was written.</summary>
    public async Task<string> Source(string id, CancellationToken stop = default) =>
        (await ledger.Find<TextOverride>(Partition, id, stop))?.Value.Source ?? Origin(id);

    public async Task<IReadOnlyList<PageBlock>> Read(string id, CancellationToken stop = default) => PageText.Read(await Source(id, stop));

    /// <summary>As the platform's folder has it.</summary>
    public string Origin(string id) => setting.Folder.Pages.GetValueOrDefault(id) ?? "";

    /// <summary>Replaces a text. Former versions stay.</summary>
    public async Task<Refusal?> Change(string id, string source, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (!Names.Contains(id))
            return Refusal.Because(Why.Unknown, "Cette page n’existe pas.");
        if (source.Length > TextShelf.MostCharacters)
            return Refusal.Invalid(new FieldError("texte", "Ce texte est trop long pour une page. Gardez l’essentiel, et déposez le reste parmi les documents."));
        return await ledger.Carry(async () =>
        {
            var held = await ledger.Find<TextOverride>(Partition, id, stop);
            if ((held?.Value.Source ?? Origin(id)) == source)
                return new Draft.Nothing();
            var next = Stored.Write(new TextOverride(source, now, (held?.Value.Revision ?? 0) + 1));
            List<Change> changes = [held is null ? new Change.Insert(id, next) : new Change.Replace(id, next, held.Version)];
            if (held is not null)
                changes.Add(new Change.Put($"past|{id}|{held.Value.Revision:D5}", Stored.Write(held.Value)));
            return new Draft.Write(Partition, changes, [new Effect.Note(actor, $"page {id} modifiée", $"note-page-{id}-{Todo.Stamp(now)}", now, "")]);
        }, stop);
    }
}
