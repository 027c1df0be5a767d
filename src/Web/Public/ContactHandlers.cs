using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>Writing to the coordination: what is sent waits in « Courrier reçu ».</summary>
internal static class ContactHandlers
{
    public const int MaxLine = 160;
    public const int MaxText = 5_000;

    public static Task<IResult> Show(Office office) => Page(office, Fields.None, null);

    public static Task<IResult> Received(Office office) => PageResult.Of<SentWordPage>(new Dictionary<string, object?>
    {
        [nameof(SentWordPage.Setting)] = office.Setting,
        [nameof(SentWordPage.Title)] = "Votre message est arrivé",
        [nameof(SentWordPage.Text)] = "La coordination le lit et vous répond à l’adresse que vous avez donnée.",
    });

    public static async Task<IResult> Take(Office office, HttpContext context)
    {
        var fields = await PostedForm.Read(context);
        // People don't see this field; a program that fills everything is thanked and forgotten.
        if (fields.Text(ProposePage.Trap).Length > 0)
            return PageMapping.SeeOther("/contact/recu");
        var errors = Check(fields);
        var refusal = errors.Count > 0
            ? Refusal.Invalid(errors)
            : await office.Inbox.Write(fields.Line("nom"), fields.Line("adresse"), fields.Line("objet"), fields.Text("message"), office.Now, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther("/contact/recu") : await Page(office, fields, refusal);
    }

    private static IReadOnlyList<FieldError> Check(Fields fields)
    {
        List<FieldError> errors = [];
        foreach (var (field, missing) in new[] { ("nom", "Donnez votre nom."), ("objet", "Dites en quelques mots de quoi il s’agit.") })
            if (fields.Line(field).Length is 0 or > MaxLine)
                errors.Add(new FieldError(field, fields.Line(field).Length == 0 ? missing : $"Gardez {MaxLine} caractères au plus."));
        if (!AddressForm.IsWellFormed(fields.Line("adresse")))
            errors.Insert(Math.Min(1, errors.Count), new FieldError("adresse", fields.Line("adresse").Length == 0 ? "Donnez votre adresse, pour que la coordination puisse répondre." : "Vérifiez cette adresse\u00A0: elle s’écrit comme prenom.nom@organisme.fr."));
        if (fields.Text("message").Length is 0 or > MaxText)
            errors.Add(new FieldError("message", fields.Text("message").Length == 0 ? "Écrivez votre message." : $"Ce texte compte {fields.Text("message").Length} caractères\u00A0: gardez-en {MaxText} au plus."));
        return errors;
    }

    private static Task<IResult> Page(Office office, Fields fields, Refusal? refusal) => PageResult.Of<ContactPage>(new Dictionary<string, object?>
    {
        [nameof(ContactPage.Setting)] = office.Setting,
        [nameof(ContactPage.Fields)] = fields,
        [nameof(ContactPage.Refusal)] = refusal,
    }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
