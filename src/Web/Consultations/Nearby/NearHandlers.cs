using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Themes;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Nearby;

/// <summary>« Trois propositions proches : voulez-vous en soutenir une ? »: a page after a title was sent, or as it is typed.</summary>
internal static class NearHandlers
{
    /// <summary>For the script: ids of near proposals. A POST, so that no title stands in an address; it changes nothing.</summary>
    public static Task<IResult> Look(string token, Office office, HttpContext context) =>
        Door.Answering(office, token, context, async visit =>
        {
            var title = (await PostedForm.Read(context)).Line(AnswerNames.Title);
            IReadOnlyList<Proposal> near = title.Length > AnswerChecks.MaxTitle ? [] : NearProposals.To(visit, title);
            return Results.Json(new { label = near.Count > 0 ? NearProposals.Count(near.Count) : "", ids = near.Select(proposal => proposal.Id) });
        });

    public static Task<IResult> Show(string token, string item, Office office, HttpContext context) =>
        Door.Answering(office, token, context, visit => Page(visit, item, null));

    public static Task<IResult> Take(string token, string item, Office office, HttpContext context) =>
        Door.Answering(office, token, context, async visit =>
        {
            var fields = await PostedForm.Read(context);
            var known = visit.Others.Select(proposal => proposal.Id).ToHashSet();
            var chosen = fields.All(AnswerNames.Support).Where(known.Contains).ToList();
            if (chosen.Count == 0 || visit.Answer is null)
                return PageMapping.SeeOther($"{visit.Path}/recu");
            var refusal = await office.Consultations.Take(visit.Consultation.Id,
                Answering.Command(visit, Supporting(visit.Answer, chosen), office.Now), Answering.Seen(visit, fields), context.RequestAborted);
            return refusal is null ? PageMapping.SeeOther($"{visit.Path}/recu")
                : await LinkDoor.Open(office, token, context.RequestAborted) is Arrival.Welcome { Visit: var now } ? await Page(now, item, refusal) : Results.NotFound();
        });

    private static Dictionary<string, AnswerValue> Supporting(Answer answer, List<string> chosen) => answer.Values.ToDictionary(pair => pair.Key, pair =>
        pair.Value is AnswerValue.Proposals proposals
            ? proposals with { Supports = [.. proposals.Supports.Union(chosen).Order(StringComparer.Ordinal)] } : pair.Value);

    private static Task<IResult> Page(Visit visit, string item, Refusal? refusal)
    {
        if (visit.Items.FirstOrDefault(known => known.Id == item) is not { } found || NearProposals.To(visit, found.Title) is not { Count: > 0 } near)
            return Task.FromResult(PageMapping.SeeOther($"{visit.Path}/recu"));
        return PageResult.Of<NearPage>(new Dictionary<string, object?>
        {
            [nameof(NearPage.Visit)] = visit,
            [nameof(NearPage.Item)] = found,
            [nameof(NearPage.Near)] = near,
            [nameof(NearPage.Refusal)] = refusal,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
    }
}
