using Almanach.Core.Data.Portraits;
using Almanach.Core.Engine;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Dashboard.Portraits;
using Almanach.Web.Hosting;
using Almanach.Web.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Portraits;

/// <summary>The room of the portraits: each proof, its paragraphs, its publication.</summary>
internal static class PortraitRoom
{
    /// <summary>Before the key of a paragraph, in the name of its field.</summary>
    public const string Field = "texte-";

    public static void MapPortraitRoom(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/portraits", (HttpContext context, int? annee, string? fait, CancellationToken stop) => List(Room.Of(context), annee, fait, stop));
        cockpit.MapForm("/portraits/{year:int}/publier", PublishRead);
        cockpit.MapPage("/portraits/{year:int}/{code}", (HttpContext context, int year, string code, string? fait, CancellationToken stop) => Show(Room.Of(context), year, code, fait, null, null, stop));
        cockpit.MapPage("/portraits/{year:int}/{code}/epreuve", Proof);
        cockpit.MapForm("/portraits/{year:int}/{code}", Save);
        cockpit.MapForm("/portraits/{year:int}/{code}/publier", Publish);
        cockpit.MapForm("/portraits/{year:int}/{code}/retirer", Withdraw);
    }

    public static string Of(int year, string code) => $"{Addresses.Portraits}/{year}/{code}";

    private static async Task<IResult> List(Room room, int? asked, string? done, CancellationToken stop)
    {
        var open = await room.Office.Opening.Years(stop);
        var year = asked is >= 2000 and <= 2100 and var wanted ? wanted : open.Contains(room.Today.Year) || open.Count == 0 ? room.Today.Year : open.Max();
        return await room.Office.Portraits.Year(year, stop) is { } drafts
            ? await Answers.Page<PortraitRoomPage>(room, new PortraitRoomView(year, [.. open.Append(year).Append(year + 1).Distinct().Order()], drafts, done ?? "", room.Office.Portraits.Prints))
            : await Answers.Page<PortraitRoomPage>(room, new PortraitRoomView(year, [], [], "", false));
    }

    private static async Task<IResult> PublishRead(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        var count = await room.Office.Portraits.PublishRead(year, Room.Actor, room.Now, stop);
        return Back.SeeOther($"{Addresses.Portraits}?annee={year}&fait={count}");
    }

    /// <param name="typed">What a refused form held; null for what stands.</param>
    private static async Task<IResult> Show(Room room, int year, string code, string? done, IReadOnlyDictionary<string, string>? typed, Refusal? refusal, CancellationToken stop) =>
        await room.Office.Portraits.Draft(year, code, stop) is { } draft
            ? await Answers.Page<PortraitEditPage>(room, new PortraitEditView(draft, typed ?? new Dictionary<string, string>(), done ?? "", refusal, room.Office.Portraits.Prints, await room.Office.Portraits.Pages(year, code, stop)), refusal)
            : Results.NotFound();

    /// <summary>As it will look, alone: it prints as the portrait will.</summary>
    private static async Task<IResult> Proof(HttpContext context, int year, string code, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Portraits.Draft(year, code, stop) is { } draft
            ? PortraitEndpoints.Stored(context, await HtmlPages.Render<PortraitPage>(new Dictionary<string, object?> { [nameof(PortraitPage.Brand)] = room.Brand, [nameof(PortraitPage.Portrait)] = draft.Portrait }))
            : Results.NotFound();
    }

    private static async Task<IResult> Save(HttpContext context, int year, string code, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await room.Office.Portraits.Draft(year, code, stop) is not { } draft)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var back = form.Text("reprendre");
        var typed = draft.Portrait.Paragraphs.Where(paragraph => form.ContainsKey(Field + paragraph.Key))
            .ToDictionary(paragraph => paragraph.Key, paragraph => paragraph.Key == back ? paragraph.Automatic : Line(form.Text(Field + paragraph.Key)));
        var read = form.Text("geste") == "relu";
        var refusal = await room.Office.Portraits.Save(year, code, typed, read, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal is null
            ? Back.SeeOther($"{Of(year, draft.Portrait.Code.ToString())}?fait={(read ? "relu" : back.Length > 0 ? "repris" : "enregistre")}")
            : await Show(room, year, code, null, typed, refusal with { Fields = [.. refusal.Fields.Select(error => error with { Field = Field + error.Field })] }, stop);
    }

    private static async Task<IResult> Publish(HttpContext context, int year, string code, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = await room.Office.Portraits.Publish(year, code, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Of(year, code)}?fait=publie") : await Show(room, year, code, null, null, refusal, stop);
    }

    private static async Task<IResult> Withdraw(HttpContext context, int year, string code, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Portraits.Withdraw(year, code, Room.Actor, room.Now, stop) switch
        {
            null => Back.SeeOther($"{Of(year, code)}?fait=retire"),
            { Why: Why.Unknown } => Results.NotFound(),
            var refusal => await Show(room, year, code, null, null, refusal, stop),
        };
    }

    /// <summary>A paragraph is one.</summary>
    private static string Line(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <param name="Drafts">None where the platform has no figures.</param>
/// <param name="Done">How many were just published; empty for nothing done.</param>
public sealed record PortraitRoomView(int Year, IReadOnlyList<int> Years, IReadOnlyList<PortraitDraft> Drafts, string Done, bool Prints);

/// <param name="Pages">Of the PDF in print; null for none.</param>
/// <param name="Typed">By key, where a form was refused.</param>
public sealed record PortraitEditView(PortraitDraft Draft, IReadOnlyDictionary<string, string> Typed, string Done, Refusal? Refusal, bool Prints, int? Pages)
{
    public string TextOf(Paragraph paragraph) => Typed.GetValueOrDefault(paragraph.Key) ?? paragraph.Text;
}
