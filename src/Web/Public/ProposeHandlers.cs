using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>A subject from anybody: the minimum is asked, and nothing is published before the coordination has read it.</summary>
internal static class ProposeHandlers
{
    public static Task<IResult> Show(Office office) => Page(office, Fields.None, null);

    public static Task<IResult> Received(Office office) => PageResult.Of<ProposedPage>(
        new Dictionary<string, object?> { [nameof(ProposedPage.Brand)] = office.Setting.Platform.Brand });

    public static async Task<IResult> Take(Office office, HttpContext context)
    {
        var fields = await PostedForm.Read(context);
        // People don't see this field; a program that fills everything is thanked and forgotten.
        if (fields.Text(ProposePage.Trap).Length > 0)
            return PageMapping.SeeOther("/proposer/recu");
        if (Read(office, fields) is not { } proposal)
            return await Page(office, fields, Refusal.Invalid(new FieldError("rencontre", "Choisissez une des rencontres de la liste.")));
        if (await office.Opening.Years(context.RequestAborted) is not [.., var latest])
            return await Page(office, fields, Refusal.Because(Why.NotNow, "La plate-forme n’a pas encore ouvert son année. Écrivez à la coordination."));
        var refusal = await office.Outside.Propose(proposal, latest, office.Now, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther("/proposer/recu") : await Page(office, fields, refusal);
    }

    private static OutsideProposal? Read(Office office, Fields fields)
    {
        var format = fields.Text("rencontre");
        ActionKind? kind = office.Setting.Platform.ActionKinds.FirstOrDefault(setting => setting.Proposable && setting.Kind.ToString() == format)?.Kind;
        return format.Length > 0 && kind is null ? null
            : new OutsideProposal(fields.Line("organisme"), fields.Line("titre"), fields.Text("pourquoi"), kind, fields.Line("adresse"));
    }

    private static Task<IResult> Page(Office office, Fields fields, Refusal? refusal) => PageResult.Of<ProposePage>(new Dictionary<string, object?>
    {
        [nameof(ProposePage.Setting)] = office.Setting,
        [nameof(ProposePage.Fields)] = fields,
        [nameof(ProposePage.Refusal)] = refusal,
    }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
