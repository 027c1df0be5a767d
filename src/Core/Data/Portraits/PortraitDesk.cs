using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Territories;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Portraits;

/// <summary>A portrait on the coordinator’s desk.</summary>
/// <param name="Portrait">With her words.</param>
/// <param name="Record">Null where nobody touched it.</param>
public sealed record PortraitDraft(Portrait Portrait, PortraitRecord? Record)
{
    /// <summary>« relu » no longer holds once a figure has changed.</summary>
    public PortraitState State => Record is null || (Record.State != PortraitState.Proof && Record.Stamp != Portrait.Stamp) ? PortraitState.Proof : Record.State;

    /// <summary>What a form was shown: her words and all figures.</summary>
    public string Seen => $"{Record?.Revision ?? 0}-{Portrait.Stamp}";

    /// <summary>Figures have changed since it was read or published.</summary>
    public bool HasMoved => Record is { State: not PortraitState.Proof } && Record.Stamp != Portrait.Stamp;

    public PortraitVersion? Latest => Record is { Versions: [.., var latest] } ? latest : null;
}

/// <summary>Portraits: composed from the dashboard, corrected, published as files that later figures do not change.</summary>
public sealed partial class PortraitDesk(Ledger ledger, Setting setting, DashboardDesk dashboard, IFiles files, IRender render, IPdf? printer, string root)
{
    /// <summary>Longest paragraph: four pages stay four.</summary>
    public const int MostCharacters = 600;

    /// <summary>Whether published portraits become PDF files here.</summary>
    public bool Prints => printer is not null;

    /// <summary>The portraits of a year; null for a platform without figures.</summary>
    public async Task<IReadOnlyList<PortraitDraft>?> Year(int year, CancellationToken stop = default)
    {
        if (await Maker(year, stop) is not { } maker)
            return null;
        List<PortraitDraft> drafts = [];
        foreach (var (_, code, _) in maker.All())
            drafts.Add(Drafted(maker.Of(code)!, (await Find(year, code.ToString(), stop))?.Value));
        return drafts;
    }

    /// <summary>Null for a territory the year has no portrait of.</summary>
    public async Task<PortraitDraft?> Draft(int year, string code, CancellationToken stop = default) =>
        TerritoryCode.TryParse(code, out var parsed) && await Maker(year, stop) is { } maker && maker.Of(parsed) is { } portrait ? Drafted(portrait, (await Find(year, parsed.ToString(), stop))?.Value) : null;

    /// <summary>Every portrait that is on the site, the latest year first.</summary>
    public async Task<IReadOnlyList<PortraitRecord>> Published(CancellationToken stop = default)
    {
        List<PortraitRecord> all = [];
        await foreach (var held in ledger.List<PortraitRecord>(PortraitRecord.Partition, PortraitRecord.Prefix, stop))
            if (held.Value.IsOnline)
                all.Add(held.Value);
        return [.. all.OrderByDescending(one => one.Year).ThenBy(one => Typography.Fold(one.Name), StringComparer.Ordinal)];
    }

    /// <summary>The page on the site; null where there is none.</summary>
    /// <param name="kind"><c>html</c> or <c>pdf</c>.</param>
    public async Task<byte[]?> File(int year, string code, string kind, CancellationToken stop = default) =>
        TerritoryCode.TryParse(code, out var parsed) && (await Find(year, parsed.ToString(), stop))?.Value is { IsOnline: true, Versions: [.., var latest] } record
            ? await files.Read(PortraitRecord.PathOf(year, record.Code, latest.Number, kind), stop) : null;

    /// <summary>Pages of the PDF of the latest version; null where there is none.</summary>
    public async Task<int?> Pages(int year, string code, CancellationToken stop = default) =>
        await File(year, code, "pdf", stop) is { } pdf ? PdfPages().Count(Encoding.Latin1.GetString(pdf)) : null;

    /// <summary>Keeps what was typed; words that are the automatic ones again are kept no more.</summary>
    /// <param name="typed">By key of the paragraph; those left out stay as they are.</param>
    /// <param name="read">She has read it through: it may be published with the others.</param>
    /// <param name="seen">Of the form (<see cref="PortraitDraft.Seen"/>); null where it does not matter.</param>
    public async Task<Refusal?> Save(int year, string code, IReadOnlyDictionary<string, string> typed, bool read, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Draft(year, code, stop) is not { } shown)
            return Unknown;
        var known = shown.Portrait.Paragraphs.ToDictionary(paragraph => paragraph.Key);
        if (typed.Where(pair => pair.Value.Length > MostCharacters).Select(pair => new FieldError(pair.Key, $"Ce paragraphe a {Numbers.Digits(pair.Value.Length)} caractères. Gardez-en {MostCharacters} au plus, pour que le portrait tienne en quatre pages.")).ToList() is { Count: > 0 } tooLong)
            return Refusal.Invalid(tooLong);
        if (typed.Keys.FirstOrDefault(key => !known.ContainsKey(key) && shown.Record?.Texts.ContainsKey(key) != true) is { } strange)
            return Refusal.Invalid(new FieldError(strange, $"Ce portrait n’a pas de paragraphe «\u00A0{strange}\u00A0»."));
        return await ledger.Carry(async () =>
        {
            var held = await Find(year, shown.Portrait.Code.ToString(), stop);
            if (seen is not null && seen.Split('-')[0] != $"{held?.Value.Revision ?? 0}")
                return new Draft.Refuse(Changed);
            var texts = new Dictionary<string, string>(held?.Value.Texts ?? new Dictionary<string, string>());
            foreach (var (key, text) in typed)
                if (known.TryGetValue(key, out var paragraph) && Plain(paragraph.Automatic) == Plain(text))
                    texts.Remove(key);
                else
                    texts[key] = text.Trim();
            var same = held is not null ? held.Value.Texts.Count == texts.Count && texts.All(pair => held.Value.Texts.GetValueOrDefault(pair.Key) == pair.Value) : texts.Count == 0;
            if (same && (!read || held?.Value is { State: not PortraitState.Proof } standing && standing.Stamp == shown.Portrait.Stamp))
                return new Draft.Nothing();
            var next = new PortraitRecord(year, shown.Portrait.Code.ToString(), shown.Portrait.Place.Name, texts, read ? PortraitState.Read : PortraitState.Proof,
                read ? shown.Portrait.With(Typeset(texts)).Stamp : "", (held?.Value.Revision ?? 0) + 1, now, held?.Value.Versions ?? []);
            return Written(held, next, [new Effect.Note(actor, $"portrait {year} {next.Code} {(read ? "relu" : "corrigé")}", $"note-portrait-{year}-{next.Code}-{next.Revision}", now, "")]);
        }, stop);
    }

    /// <summary>Freezes a portrait as it stands. The same again is done already.</summary>
    /// <param name="seen">Of the page: neither words nor figures may have changed since. Null where it does not matter.</param>
    public async Task<Refusal?> Publish(int year, string code, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Draft(year, code, stop) is not { } first)
            return Unknown;
        return await ledger.Carry(async () =>
        {
            var held = await Find(year, first.Portrait.Code.ToString(), stop);
            var draft = (await Draft(year, code, stop))!;
            if (draft is { State: PortraitState.Published })
                return new Draft.Nothing();
            if (seen is not null && seen != draft.Seen)
                return new Draft.Refuse(Changed);
            var number = (draft.Latest?.Number ?? 0) + 1;
            var record = new PortraitRecord(year, draft.Portrait.Code.ToString(), draft.Portrait.Place.Name, held?.Value.Texts ?? new Dictionary<string, string>(), PortraitState.Published,
                draft.Portrait.Stamp, (held?.Value.Revision ?? 0) + 1, now, [.. held?.Value.Versions ?? [], new PortraitVersion(number, now)]);
            await files.Write(PortraitRecord.PathOf(year, record.Code, number, "html"), await render.Portrait(draft.Portrait, setting.Platform.Brand, root, setting.Zone.DayOf(now), stop), stop);
            List<Effect> effects = [new Effect.Note(actor, $"portrait {year} {record.Code} publié, version {number}", $"note-portrait-{year}-{record.Code}-v{number}", now, "")];
            if (printer is not null)
                effects.Add(new Effect.PrintPortrait(year, record.Code, number, $"print-portrait-{year}-{record.Code}-v{number}", now, ""));
            return Written(held, record, effects);
        }, stop);
    }

    /// <summary>Takes a portrait off the site, where a figure in it must not be read any more. Its versions stay kept; it may be published anew.</summary>
    public Task<Refusal?> Withdraw(int year, string code, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (!TerritoryCode.TryParse(code, out var parsed) || await Find(year, parsed.ToString(), stop) is not { } held)
            return new Draft.Refuse(Unknown);
        if (!held.Value.IsOnline)
            return new Draft.Nothing();
        var latest = held.Value.Versions[^1];
        var record = held.Value with { State = PortraitState.Proof, Stamp = "", Revision = held.Value.Revision + 1, At = now, Versions = [.. held.Value.Versions.SkipLast(1), latest with { Withdrawn = now }] };
        return Written(held, record, [new Effect.Note(actor, $"portrait {year} {record.Code} retiré du site, version {latest.Number}", $"note-portrait-{year}-{record.Code}-v{latest.Number}-retire", now, "")]);
    }, stop);

    /// <summary>All of the year that were read through and have not changed since.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PublishRead(int year, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var count = 0;
        foreach (var draft in await Year(year, stop) ?? [])
            if (draft.State == PortraitState.Read && await Publish(year, draft.Portrait.Code.ToString(), draft.Seen, actor, now, stop) is null)
                count++;
        return count;
    }

    /// <summary>Makes the PDF of a version that was published, once.</summary>
    public async Task Perform(Effect.PrintPortrait print, CancellationToken stop = default)
    {
        var path = PortraitRecord.PathOf(print.Year, print.Code, print.Version, "pdf");
        if (printer is null || await files.Read(path, stop) is not null || await files.Read(PortraitRecord.PathOf(print.Year, print.Code, print.Version, "html"), stop) is not { } page)
            return;
        await files.Write(path, await printer.Print(page, stop) ?? throw new InvalidOperationException("Le navigateur n’a pas imprimé le portrait à temps."), stop);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPages();

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Il n’y a pas de portrait de ce territoire cette année-là.");

    private static Refusal Changed => Refusal.Because(Why.Changed, "Ce portrait, ou ses chiffres, ont changé depuis que cette page est ouverte. Relisez, puis recommencez.");

    private static PortraitDraft Drafted(Portrait portrait, PortraitRecord? record) => new(record is null ? portrait : portrait.With(Typeset(record.Texts)), record);

    /// <summary>What people type gets the spaces of French.</summary>
    private static Dictionary<string, string> Typeset(IReadOnlyDictionary<string, string> texts) => texts.ToDictionary(pair => pair.Key, pair => Typography.Text(pair.Value));

    /// <summary>Browsers may give another space back than they were given.</summary>
    private static string Plain(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Draft.Write Written(Held<PortraitRecord>? held, PortraitRecord record, IReadOnlyList<Effect> effects) => new(PortraitRecord.Partition,
        [held is null ? new Change.Insert(record.Key, Stored.Write(record)) : new Change.Replace(record.Key, Stored.Write(record), held.Version)], effects);

    private Task<Held<PortraitRecord>?> Find(int year, string code, CancellationToken stop) => ledger.Find<PortraitRecord>(PortraitRecord.Partition, PortraitRecord.KeyOf(year, code), stop);

    private async Task<PortraitMaker?> Maker(int year, CancellationToken stop) =>
        year is >= 2000 and <= 2100 && await dashboard.Board(stop) is { } board ? new PortraitMaker(board, PortraitSetting.Of(board.Catalogue), setting.Platform.CatalogueOrEmpty(), year) : null;
}
