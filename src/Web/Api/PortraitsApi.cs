using Almanach.Core.Data.Portraits;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;

namespace Almanach.Web.Api;

/// <summary>Portraits: their paragraphs, their state, their publication.</summary>
internal static class PortraitsApi
{
    private const string Year = $"/portraits/{ApiModule.Years}";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<PortraitLine>>(Year, "Les portraits d’une année, leur état et leurs paragraphes.", async call =>
            ApiAnswer.Found((await call.Office.Portraits.Year(call.Year, call.Stop))?.Select(PortraitLine.Of).ToList() as IReadOnlyList<PortraitLine>, "Cette plate-forme n’a pas de chiffres dont composer des portraits."));
        api.Put<PortraitBody>($"{Year}/{{territory}}", "Change des paragraphes d’un portrait\u00A0; un texte vide ne paraît pas, la phrase automatique est reprise si le texte lui est égal. «\u00A0read\u00A0» le dit relu.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Portraits.Save(call.Year, call["territory"], Texts(body), body.Read, null, ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{Year}/{{territory}}/publish", "Publie un portrait tel qu’il est\u00A0: ce qui est publié ne change plus. Deux fois, c’est une seule.", async call =>
            ApiAnswer.Of(await call.Office.Portraits.Publish(call.Year, call["territory"], null, ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{Year}/{{territory}}/withdraw", "Retire un portrait du site\u00A0; ses versions restent gardées, et il peut être publié de nouveau.", async call =>
            ApiAnswer.Of(await call.Office.Portraits.Withdraw(call.Year, call["territory"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{Year}/publish", "Publie tous les portraits de l’année qui sont relus.", async call =>
        {
            await call.Office.Portraits.PublishRead(call.Year, ApiCall.Actor, call.Now, call.Stop);
            return ApiAnswer.Of((Refusal?)null);
        });
    }

    /// <summary>The last of two that bear the same key.</summary>
    private static Dictionary<string, string> Texts(PortraitBody body)
    {
        Dictionary<string, string> texts = [];
        foreach (var one in (body.Paragraphs ?? []).OfType<PortraitText>())
            texts[one.Key ?? ""] = Fields.Clean(one.Text ?? "").Trim();
        return texts;
    }
}

/// <param name="Code">Of the territory.</param>
/// <param name="Version">In line; 0 for none.</param>
internal sealed record PortraitLine(string Code, string Name, PortraitState State, int Version, IReadOnlyList<PortraitText> Paragraphs)
{
    public static PortraitLine Of(PortraitDraft draft) => new(
        draft.Portrait.Code.ToString(), draft.Portrait.Place.Name, draft.State, draft.Latest?.Number ?? 0, [.. draft.Portrait.Paragraphs.Select(paragraph => new PortraitText(paragraph.Key, paragraph.Text, paragraph.Automatic))]);
}

/// <param name="Automatic">What the platform says by itself.</param>
internal sealed record PortraitText(string Key, string Text, string Automatic = "");

/// <param name="Paragraphs">Those that change.</param>
internal sealed record PortraitBody(IReadOnlyList<PortraitText>? Paragraphs = null, bool Read = false);
