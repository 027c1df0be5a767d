using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.News;

/// <summary>Keeps the news that the coordinator writes.</summary>
public sealed class NewsDesk(Ledger ledger)
{
    /// <summary>All of it, latest first.</summary>
    public async Task<IReadOnlyList<NewsItem>> All(CancellationToken stop = default)
    {
        List<NewsItem> all = [];
        await foreach (var held in ledger.List<NewsItem>(NewsItem.Partition, NewsItem.Prefix, stop))
            all.Add(held.Value);
        return [.. all.OrderByDescending(item => item.Day).ThenByDescending(item => item.Since)];
    }

    public async Task<NewsItem?> Find(string id, CancellationToken stop = default) =>
        IsId(id) ? (await ledger.Find<NewsItem>(NewsItem.Partition, NewsItem.Prefix + id, stop))?.Value : null;

    /// <summary>Writes a piece of news; the same words sent twice are one.</summary>
    /// <param name="id">Empty for a new one.</param>
    /// <param name="seen">What the page showed (<see cref="Engine.Print"/>): another change in between is not overwritten. Null when it does not matter.</param>
    public async Task<(string Id, Refusal? Refusal)> Write(string id, string title, string text, DateOnly day, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (NewsRules.Check(title, text, day) is { Count: > 0 } errors)
            return (id, Refusal.Invalid(errors));
        var named = id.Length > 0 ? id : $"{day:yyyy-MM-dd}-{Typography.Slug(title, 50)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}")))[..6]}";
        return (named, await ledger.Carry(async () =>
        {
            var key = NewsItem.Prefix + named;
            var held = IsId(named) ? await ledger.Find<NewsItem>(NewsItem.Partition, key, stop) : null;
            if (id.Length > 0 && held is null)
                return new Draft.Refuse(Unknown);
            if (id.Length == 0 && held is not null)
                return new Draft.Nothing(); // published already; what was changed since stays
            var next = new NewsItem(named, title, text, day, held?.Value.Since ?? now);
            if (held?.Value == next)
                return new Draft.Nothing();
            if (seen is not null && held is not null && seen != Print.Of(held.Value))
                return new Draft.Refuse(Refusal.Because(Why.Changed, "Cette actualité a changé pendant que vous écriviez, peut-être dans un autre onglet. Vos mots sont dans le formulaire\u00A0; relisez, puis publiez de nouveau."));
            return new Draft.Write(NewsItem.Partition,
                [held is null ? new Change.Insert(key, Stored.Write(next)) : new Change.Replace(key, Stored.Write(next), held.Version)],
                [new Effect.Note(actor, $"actualité «\u00A0{title}\u00A0»", $"note-news-{named}-{Todo.Stamp(now)}", now, "")]);
        }, stop));
    }

    /// <summary>Takes a piece of news off.</summary>
    public Task<Refusal?> Remove(string id, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
        IsId(id) && await ledger.Find<NewsItem>(NewsItem.Partition, NewsItem.Prefix + id, stop) is { } held
            ? new Draft.Write(NewsItem.Partition, [new Change.Delete(held.Key, held.Version)],
                [new Effect.Note(actor, $"actualité retirée «\u00A0{held.Value.Title}\u00A0»", $"note-news-{id}-{Todo.Stamp(now)}", now, "")])
            : new Draft.Refuse(Unknown), stop);

    private static bool IsId(string id) => id.Length is > 0 and <= 200 && StoreLimits.IsName(id);

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Cette actualité n’existe plus. Revenez à la liste.");
}
