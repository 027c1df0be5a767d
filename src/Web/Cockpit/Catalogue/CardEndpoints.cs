using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Almanach.Web.Library.Catalogue;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Catalogue;

/// <summary>One entry, as the coordinator writes it; shown as it will be read before it is kept.</summary>
internal static class CardEndpoints
{
    public static async Task<IResult> New(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var shelf = await room.Office.Catalogue.Load(stop);
        return await Answers.Page<CardPage>(room, new CardView(shelf, null, CardForm.Of(EntryCard.Blank, shelf.NameOf), "", null, "", null));
    }

    public static async Task<IResult> Show(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var shelf = await room.Office.Catalogue.Load(stop);
        return shelf.Entries.GetValueOrDefault(id) is { } entry
            ? await Answers.Page<CardPage>(room, new CardView(shelf, entry, CardForm.Of(entry.Card, shelf.NameOf), Print.Of(entry), null, context.Request.Query["fait"].ToString(), null))
            : Results.NotFound();
    }

    public static async Task<IResult> Save(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var fields = await PostedForm.Read(context);
        var shelf = await room.Office.Catalogue.Load(stop);
        var entry = shelf.Entries.GetValueOrDefault(id);
        if (id.Length > 0 && entry is null)
            return Results.NotFound();
        List<FieldError> unread = [];
        var card = CardForm.Read(fields, shelf.Roster, unread);
        var previews = fields.Text("apercu").Length > 0;
        var errors = unread.Concat(EntryRules.Check(card, room.Setting.Platform.CatalogueOrEmpty(), shelf.Roster)).ToList();
        var (saved, refusal) = errors.Count > 0 ? (id, Refusal.Invalid(errors))
            : previews ? (id, null)
            : await room.Office.Catalogue.Save(id, card, id.Length > 0 ? fields.Text("vu") : null, Room.Actor, room.Now, stop);
        if (refusal is null && !previews)
            return Back.SeeOther($"{CatalogueRoom.Path}/fiches/{saved}?fait=enregistre");
        var preview = refusal is null ? EntryView.Of(room.Setting.Platform, shelf, id, card, id.Length > 0 ? room.Office.Catalogue.AddressOf(id) : "") : null;
        return await Answers.Page<CardPage>(room, new CardView(shelf, entry, fields, await SeenNow(room, id, fields.Text("vu"), refusal, stop), preview, "", refusal), refusal);
    }

    /// <summary>Refused because somebody else changed it, the form is one of the card as it stands now: reading it and saving again is enough.</summary>
    private static async Task<string> SeenNow(Room room, string id, string seen, Refusal? refusal, CancellationToken stop) =>
        refusal?.Why == Why.Changed && await room.Office.Catalogue.Find(id, stop) is { } entry ? Print.Of(entry) : seen;

    public static async Task<IResult> Withdraw(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        return await After(room, id, await room.Office.Catalogue.Withdraw(id, form.Text("raison"), Room.Actor, room.Now, stop), $"{CatalogueRoom.Path}?fait=retire", stop);
    }

    public static async Task<IResult> Restore(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await After(room, id, await room.Office.Catalogue.Restore(id, Room.Actor, room.Now, stop), $"{CatalogueRoom.Path}/fiches/{id}?fait=retabli", stop);
    }

    /// <summary>A producer said so by telephone.</summary>
    public static async Task<IResult> Confirm(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var shelf = await room.Office.Catalogue.Load(stop);
        var by = form.Text("par");
        var refusal = shelf.Entries.GetValueOrDefault(id)?.IsOf(by) == true
            ? await room.Office.Catalogue.Confirm(id, by, Room.Actor, room.Now, stop)
            : Refusal.Invalid(new FieldError("par", "Choisissez lequel de ses producteurs la confirme."));
        return await After(room, id, refusal, $"{CatalogueRoom.Path}/fiches/{id}?fait=confirme", stop);
    }

    private static async Task<IResult> After(Room room, string id, Refusal? refusal, string then, CancellationToken stop)
    {
        if (refusal is null)
            return Back.SeeOther(then);
        var shelf = await room.Office.Catalogue.Load(stop);
        return shelf.Entries.GetValueOrDefault(id) is { } entry
            ? await Answers.Page<CardPage>(room, new CardView(shelf, entry, CardForm.Of(entry.Card, shelf.NameOf), Print.Of(entry), null, "", refusal), refusal)
            : Results.NotFound();
    }
}

/// <param name="Entry">As it is stored; null for a new one.</param>
/// <param name="Seen">See <see cref="Core.Engine.Print"/>.</param>
/// <param name="Preview">As it will be read; null unless it was asked for.</param>
public sealed record CardView(CatalogueShelf Shelf, CatalogueEntry? Entry, Fields Fields, string Seen, EntryView? Preview, string Done, Refusal? Refusal);
