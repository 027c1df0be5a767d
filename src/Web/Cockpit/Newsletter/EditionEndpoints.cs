using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Web.Cockpit.Messages;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Newsletter;

/// <summary>One edition: its words, its articles, its preview, its sending.</summary>
internal static class EditionEndpoints
{
    public static Task<IResult> One(HttpContext context, string edition, CancellationToken stop) => Show(Room.Of(context), edition, null, null, stop);

    public static async Task<IResult> Open(HttpContext context, string edition, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var words = new OpeningWords(form.Text("titre"), form.Text("ouverture"), form.Text("vu"));
        return await room.Office.Newsletters.Open(edition, words.Title, words.Opening, words.Seen, Room.Actor, room.Now, stop) is { } refusal
            ? await Show(room, edition, words, refusal, stop) : Done(edition, "ouverture");
    }

    public static async Task<IResult> Preview(HttpContext context, string edition, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Foresee(room, edition, stop) is not ({ } one, var mailing))
            return Results.NotFound();
        return await Answers.Page<EditionPreviewPage>(room, new EditionPreview(one, mailing is null ? null : await MailPreview.Of(room, mailing, stop), mailing is null ? "" : EditionDesk.SeenOf(mailing), null)
        {
            LeftOut = LeftOut.Of(await room.Office.Network.Load(stop), await room.Office.Suppressions.Load(stop), one.Edition.Newsletter),
        });
    }

    public static async Task<IResult> Letter(HttpContext context, string edition, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Foresee(room, edition, stop) is ({ }, { } mailing)
            ? new LetterResult(await LetterPreview.Of(room.Office, mailing, Core.Access.Coordination.Member, stop), links: false)
            : Results.NotFound();
    }

    private static async Task<(EditionInPlan? One, Mailing? Mailing)> Foresee(Room room, string edition, CancellationToken stop) =>
        await room.Office.Newsletters.Find(edition, stop) is { } one
            ? (one, await room.Office.Editions.Foresee(new Effect.SendEdition(edition, "", room.Now, ""), stop)) : default;

    /// <summary>Sends the coordinator the proof.</summary>
    public static async Task<IResult> Prove(HttpContext context, string edition, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await room.Office.Newsletters.Find(edition, stop) is not { Edition.IsAhead: true } one)
            return Results.NotFound();
        return await room.Office.Editions.Prove(one, $"epreuve-{edition}-{Todo.Stamp(room.Now)}", room.Now, room.Now, stop) is { } refusal
            ? await Show(room, edition, null, refusal, stop) : Done(edition, "epreuve");
    }

    public static async Task<IResult> Send(HttpContext context, string edition, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        return await room.Office.Editions.Order(edition, form.Text("vu"), Room.Actor, room.Now, stop) is { } refusal ? await Show(room, edition, null, refusal, stop) : Done(edition, "envoi");
    }

    public static async Task<IResult> GiveUp(HttpContext context, string edition, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Newsletters.GiveUp(edition, Room.Actor, room.Now, stop) is { } refusal ? await Show(room, edition, null, refusal, stop) : Done(edition, "abandon");
    }

    internal static IResult Done(string edition, string what) => Back.SeeOther($"{Addresses.Edition(Uri.EscapeDataString(edition))}?fait={what}");

    /// <param name="words">As typed; null to show what is recorded.</param>
    internal static async Task<IResult> Show(Room room, string edition, OpeningWords? words, Refusal? refusal, CancellationToken stop)
    {
        if (await room.Office.Newsletters.Find(edition, stop) is not { } one)
            return Results.NotFound();
        var review = EditionReview.Id(edition);
        return await Answers.Page<EditionPage>(room, new EditionView(
            one, await room.Office.Network.Load(stop), words is null ? OpeningWords.Of(one.Edition) : words with { Seen = one.Edition.OpeningSeen }, refusal, room.Context.Request.Query["fait"].ToString(),
            await room.Office.Consultations.Find(EditionCall.Id(edition), stop), await room.Office.Consultations.Find(review, stop), await room.Office.Editions.Submitted(edition, stop),
            await room.Office.Consultations.Answers(review, stop), one.Edition.State == EditionState.Sent ? await room.Office.Newsletters.Content(one.Edition, stop) : null)
        {
            Departure = one.Edition.State == EditionState.Sent ? await EditionWords.Departure(room.Office, one.Edition, stop) : "",
        }, refusal);
    }
}

/// <summary>What the coordinator writes at the head of an edition, as the form holds it.</summary>
/// <param name="Seen">Print of what she changed.</param>
public sealed record OpeningWords(string Title, string Opening, string Seen)
{
    public static OpeningWords Of(Edition edition) => new(edition.Title, edition.Opening, edition.OpeningSeen);
}

/// <param name="Call">Null before contributions are called for.</param>
/// <param name="Submitted">What the editors were shown, in the order of the questions.</param>
/// <param name="Opinions">What they answered.</param>
/// <param name="Content">What was sent; null before.</param>
public sealed record EditionView(
    EditionInPlan One, Roster Roster, OpeningWords Words, Refusal? Refusal, string Done, Consultation? Call, Consultation? Review, IReadOnlyList<Article> Submitted,
    IReadOnlyList<Answer> Opinions, EditionContent? Content)
{
    public string Address => Addresses.Edition(One.Edition.Id);

    /// <summary>To how many it was sent (<see cref="EditionWords.Departure"/>); empty before.</summary>
    public string Departure { get; init; } = "";

    public IReadOnlyList<Article> Loose => [.. One.Shelf.Loose.Where(article => article.Edition != One.Edition.Id)];

    public Opinions? OpinionsOn(Article article)
    {
        for (var place = 0; place < Submitted.Count; place++)
            if (Submitted[place].Id == article.Id)
                return EditionReview.Of(place + 1, Opinions);
        return null;
    }
}

/// <param name="Mail">Null where nothing is approved.</param>
/// <param name="Seen">Print of the people and words shown.</param>
public sealed record EditionPreview(EditionInPlan One, MailPreview? Mail, string Seen, Refusal? Refusal)
{
    public string Address => Addresses.Edition(One.Edition.Id);

    /// <summary>Those of the network who do not receive it.</summary>
    public LeftOut LeftOut { get; init; } = new([]);
}
