using Almanach.Core.Engine;
using Almanach.Core.Mail.Texts;

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

    private readonly Overrides overrides = new(ledger, Partition);

    /// <summary>The source, as the coordinator sees it in her box; empty where nothing was written.</summary>
    public async Task<string> Source(string id, CancellationToken stop = default) => (await overrides.Stands(id, Origin(id), stop)).Source;

    /// <summary>What a page shows of a text, for whoever changes it.</summary>
    public async Task<string> Stamp(string id, CancellationToken stop = default) => Overrides.Stamp(await overrides.Stands(id, Origin(id), stop));

    /// <summary>What was changed, latest first: the text as it stands, then all before it.</summary>
    public Task<IReadOnlyList<TextOverride>> Versions(string id, CancellationToken stop = default) => overrides.Versions(id, stop);

    public async Task<IReadOnlyList<PageBlock>> Read(string id, CancellationToken stop = default) => PageText.Read(await Source(id, stop));

    /// <summary>As the platform's folder has it.</summary>
    public string Origin(string id) => setting.Folder.Pages.GetValueOrDefault(id) ?? "";

    /// <summary>Replaces a text. Former versions stay.</summary>
    /// <param name="seen">What the page showed (<see cref="Stamp"/>): another change in between is not overwritten. Null when it does not matter.</param>
    public async Task<Refusal?> Change(string id, string source, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (!Names.Contains(id))
            return Refusal.Because(Why.Unknown, "Cette page n’existe pas.");
        var origin = Origin(id);
        if (string.IsNullOrWhiteSpace(source) && source != origin)
            return Refusal.Invalid(new FieldError("texte", "Ce texte est vide\u00A0: la page ne dirait plus rien. Écrivez-le, ou revenez au texte d’origine."));
        if (source.Length > TextShelf.MostCharacters)
            return Refusal.Invalid(new FieldError("texte", "Ce texte est trop long pour une page. Gardez l’essentiel, et déposez le reste parmi les documents."));
        return await overrides.Change(id, origin, source, seen, actor, ($"page {id} modifiée", $"note-page-{id}"), now, stop);
    }
}
