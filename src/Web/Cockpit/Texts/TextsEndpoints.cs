using Almanach.Core;
using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Web.Cockpit.Messages;
using Almanach.Web.Hosting;
using Almanach.Web.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Texts;

/// <summary>The words of the mails, in plain boxes.</summary>
internal static class TextsEndpoints
{
    public static void MapTexts(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/textes", List);
        cockpit.MapPage("/textes/{id}", (Office office, HttpContext context, string id, string? fait, string? version, CancellationToken stop) => Page(office, context, id, null, version, null, fait, stop));
        cockpit.MapForm("/textes/{id}", Change);
        cockpit.MapPage("/textes/{id}/lettre", async (Office office, string id, CancellationToken stop) => await Preview(office, id, null, stop));
        cockpit.MapForm("/textes/{id}/lettre", async (Office office, HttpContext context, string id, CancellationToken stop) =>
            await Preview(office, id, Typed(await PostedForm.Read(context)), stop));
    }

    private static async Task<IResult> List(Office office, HttpContext context, CancellationToken stop)
    {
        List<(string Name, string Href, bool Changed)> texts = [];
        foreach (var (id, origin) in office.Setting.Folder.Texts)
            texts.Add((TextNames.Of(office.Setting, id), Addresses.Text(id), await office.Texts.Source(id, stop) != origin));
        return await CockpitResult.Of<TextsPage>(context, new Dictionary<string, object?>
        {
            [nameof(TextsPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(TextsPage.Texts)] = texts.OrderBy(text => Core.French.Typography.Fold(text.Name), StringComparer.Ordinal).ToList(),
        });
    }

    /// <param name="version">A former one that is taken up again into the form.</param>
    private static async Task<IResult> Page(Office office, HttpContext context, string id, string? typed, string? version, Refusal? refusal, string? done, CancellationToken stop)
    {
        if (!office.Setting.Folder.Texts.TryGetValue(id, out var origin))
            return Results.NotFound();
        var source = (await office.Texts.Source(id, stop))!;
        var versions = VersionsView.Of(await office.Texts.Versions(id, stop), version, office.Setting.Zone);
        return await CockpitResult.Of<TextPage>(context, new Dictionary<string, object?>
        {
            [nameof(TextPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(TextPage.View)] = new TextView(id, TextNames.Of(office.Setting, id), typed ?? versions.Taken?.Source ?? source, source != origin,
                await office.Texts.Stamp(id, stop), versions, TextNames.Allowed(office.Setting, id))
            {
                LeftOut = LeftOut.Of(await office.Network.Load(stop), await office.Suppressions.Load(stop)),
            },
            [nameof(TextPage.Refusal)] = refusal,
            [nameof(TextPage.Done)] = done switch
            {
                "enregistre" => "Le nouveau texte est enregistré.",
                "origine" => "Le texte d’origine est rétabli.",
                "essai" => "Le texte est enregistré, et un essai part à l’adresse de la coordination.",
                _ => "",
            },
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
    }

    private static async Task<IResult> Change(Office office, HttpContext context, string id, CancellationToken stop)
    {
        if (!office.Setting.Folder.Texts.TryGetValue(id, out var origin))
            return Results.NotFound();
        var form = await PostedForm.Read(context);
        var (source, done) = form.Text("geste") switch
        {
            "origine" => (origin, "origine"),
            "essai" => (Typed(form), "essai"),
            _ => (Typed(form), "enregistre"),
        };
        var refusal = await office.Texts.Change(id, source, form.Text("vu"), Coordination.Id, office.Now, stop);
        if (refusal is not null)
            return await Page(office, context, id, source, null, refusal, null, stop);
        if (done == "essai")
            await TextSample.Try(office, id, stop);
        return Back.SeeOther($"{Addresses.Text(id)}?fait={done}");
    }

    private static async Task<IResult> Preview(Office office, string id, string? typed, CancellationToken stop)
    {
        if (!office.Setting.Folder.Texts.ContainsKey(id))
            return Results.NotFound();
        var source = typed ?? (await office.Texts.Source(id, stop))!;
        if (TextChecks.Of(office.Setting.Platform, id, source) is not { Count: > 0 } problems)
            return new LetterResult(await TextSample.Of(office, id, source, stop), links: false);
        var page = await HtmlPages.Render<BrokenText>(new Dictionary<string, object?> { [nameof(BrokenText.Problems)] = problems });
        return new LetterResult(new LetterCopy("", System.Text.Encoding.UTF8.GetString(page), ""), links: false);
    }

    private static string Typed(Fields form) => form.Text("texte") + "\n";
}
