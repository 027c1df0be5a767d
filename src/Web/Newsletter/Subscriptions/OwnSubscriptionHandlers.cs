using System.Text.Json;
using System.Text.Json.Serialization;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Newsletter.Subscriptions;

/// <summary>One's own subscription, by the link that was mailed: confirmed, seen, taken away, given up. Looking changes nothing.</summary>
internal static class OwnSubscriptionHandlers
{
    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(token, office, context, own => Page(office, token, own, fait ?? "", null));

    public static Task<IResult> Confirm(string token, Office office, HttpContext context) => Enter(token, office, context, async own =>
    {
        if (own.Expired)
            return await Page(office, token, own, "", null);
        var (signedUp, refusal) = await office.SignUps.Confirm(own.Id, office.Now, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"{SubscriptionEndpoints.Own(token)}?fait={OwnSubscriptionPage.Word(signedUp)}") : await Page(office, token, own, "", refusal);
    });

    /// <summary>One list, or all; a link that is too old still leaves.</summary>
    public static Task<IResult> Leave(string token, Office office, HttpContext context) => Enter(token, office, context, async own =>
    {
        var chosen = (await PostedForm.Read(context)).Text(OwnSubscriptionPage.Choice);
        if (chosen.Length == 0)
            return await Page(office, token, own, "", Refusal.Because(Why.NotNow, "Confirmez par le bouton d’une lettre, ou par celui qui efface tout."));
        foreach (var held in own.Held.Where(held => chosen == OwnSubscriptionPage.All || held.Newsletter.Id == chosen))
            if (await office.Subscribers.Leave(own.Id, held.Newsletter.Id, office.Now, context.RequestAborted) is { } refusal)
                return await Page(office, token, own, "", refusal);
        if (chosen == OwnSubscriptionPage.All && own.Request is { } request)
            await office.SignUps.Forget(request.Address, context.RequestAborted);
        return PageMapping.SeeOther($"{SubscriptionEndpoints.Own(token)}?fait={OwnSubscriptionPage.Left}");
    });

    /// <summary>All that is held, as a file to keep (GDPR art. 15 and 20).</summary>
    public static Task<IResult> Download(string token, Office office, HttpContext context) => Enter(token, office, context, own => Task.FromResult(own.Expired || own.Address is null
        ? Results.NotFound()
        : Results.File(JsonSerializer.SerializeToUtf8Bytes(
            new ExportedSubscription("almanach/subscription/1", office.Setting.Platform.Brand.Name, own.Address,
                [.. own.Held.Select(held => new ExportedList(held.Newsletter.Id, held.Newsletter.Title, held.Subscriber.Confirmed))], own.Request?.Lists ?? []),
            SubscriptionJson.Default.ExportedSubscription), "application/json; charset=utf-8", $"mon-abonnement-{office.Setting.Platform.Brand.Id}.json")));

    /// <summary>Anything we did not sign is one and the same 404; so is a link of another kind, which has its own page.</summary>
    private static async Task<IResult> Enter(string token, Office office, HttpContext context, Func<OwnSubscription, Task<IResult>> inside) =>
        office.Signer.Open(token) is { Purpose: LinkPurpose.Subscription } link && Subscriber.Read(link.Contact) is { } person
            ? await inside(new OwnSubscription(person.Id, await office.SignUps.Find(person.Id, office.Now, context.RequestAborted),
                await office.Subscribers.Of(person.Id, context.RequestAborted), link.Expires <= office.Now))
            : Results.NotFound();

    private static Task<IResult> Page(Office office, string token, OwnSubscription own, string done, Refusal? refusal) => PageResult.Of<OwnSubscriptionPage>(
        new Dictionary<string, object?>
        {
            [nameof(OwnSubscriptionPage.Platform)] = office.Setting.Platform,
            [nameof(OwnSubscriptionPage.Token)] = token,
            [nameof(OwnSubscriptionPage.Own)] = own,
            [nameof(OwnSubscriptionPage.Done)] = done,
            [nameof(OwnSubscriptionPage.Refusal)] = refusal,
        }, refusal is not null ? RefusalStatus.Of(refusal)
            : own.Address is null && (own.Expired || !OwnSubscriptionPage.Says(done)) ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
}

/// <summary>What is held on somebody from outside the network.</summary>
/// <param name="Request">What she asked for and has not confirmed.</param>
/// <param name="Expired">The link is too old for anything but leaving.</param>
public sealed record OwnSubscription(string Id, SubscriptionRequest? Request, IReadOnlyList<HeldSubscription> Held, bool Expired)
{
    /// <summary>Null where nothing is held.</summary>
    public string? Address => Held.Count > 0 ? Held[0].Subscriber.Address : Request?.Address;
}

public sealed record ExportedSubscription(string Format, string Platform, string Address, IReadOnlyList<ExportedList> Newsletters, IReadOnlyList<string> ToConfirm);

public sealed record ExportedList(string Id, string Title, DateOnly Confirmed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ExportedSubscription))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
