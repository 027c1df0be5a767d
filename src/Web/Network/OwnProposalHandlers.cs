using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Network;

/// <summary>A subject from a member, at any time of the year, from one's own page.</summary>
internal static class OwnProposalHandlers
{
    public static Task<IResult> Show(string token, Office office, HttpContext context) =>
        OwnPageEndpoints.Enter(office, token, context, person => Page(office, token, person, Fields.None, null, context.RequestAborted));

    public static Task<IResult> Take(string token, Office office, HttpContext context) =>
        OwnPageEndpoints.Enter(office, token, context, async person =>
        {
            var fields = await PostedForm.Read(context);
            var refusal = Read(office, fields) is not { } proposal
                ? Refusal.Invalid(new FieldError(AnswerNames.Format, "Choisissez une des rencontres de la liste."))
                : await office.Outside.Propose(proposal, person, await Latest(office, context.RequestAborted), office.Now, context.RequestAborted);
            return refusal is null ? PageMapping.SeeOther($"/p/{token}?fait={OwnPage.Proposed}") : await Page(office, token, person, fields, refusal, context.RequestAborted);
        });

    private static SpontaneousProposal? Read(Office office, Fields fields)
    {
        var format = fields.Text(AnswerNames.Format);
        ActionKind? kind = office.Setting.Platform.ActionKinds.FirstOrDefault(setting => setting.Proposable && setting.Kind.ToString() == format)?.Kind;
        return format.Length > 0 && kind is null ? null : new SpontaneousProposal(
            fields.Line(AnswerNames.Title), fields.Text(AnswerNames.Rationale), kind, fields.Text(AnswerNames.CanSpeak).Length > 0, fields.Line(AnswerNames.OutsideSpeaker));
    }

    private static async Task<int> Latest(Office office, CancellationToken stop) =>
        await office.Opening.Years(stop) is [.., var latest] ? latest : throw new InvalidOperationException("A member without an open year.");

    private static async Task<IResult> Page(Office office, string token, Contact person, Fields fields, Refusal? refusal, CancellationToken stop)
    {
        var own = await OwnView.Of(office, person, stop);
        return await PageResult.Of<OwnProposalPage>(new Dictionary<string, object?>
        {
            [nameof(OwnProposalPage.Setting)] = office.Setting,
            [nameof(OwnProposalPage.Token)] = token,
            [nameof(OwnProposalPage.Organisation)] = own.Organisation,
            [nameof(OwnProposalPage.Year)] = await office.Outside.Year(await Latest(office, stop), office.Now, stop),
            [nameof(OwnProposalPage.Fields)] = fields,
            [nameof(OwnProposalPage.Collection)] = own.Collection,
            [nameof(OwnProposalPage.Refusal)] = refusal,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
    }
}
