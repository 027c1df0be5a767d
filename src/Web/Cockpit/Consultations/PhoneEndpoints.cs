using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Consultations;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Consultations.Contributions;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Consultations;

/// <summary>An answer given on the telephone, or read in a mail, in the partner's own form: marked as such, with its history and receipt.</summary>
internal static class PhoneEndpoints
{
    /// <summary>The box of « n'a rien à proposer cette année ».</summary>
    public const string Declines = "_sans-reponse";

    /// <summary>The form for an answer that a received mail holds.</summary>
    public static string FromMail(string consultation, string unit, string mail) => $"{Addresses.Consultation(consultation)}/telephone/{unit}?courriel={Uri.EscapeDataString(mail)}";

    public static async Task<IResult> Choose(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await ConsultationMatter.Load(room, id, stop) is { } matter
            ? await Answers.Page<PhoneChoicePage>(room, matter)
            : Results.NotFound();
    }

    public static async Task<IResult> Form(HttpContext context, string id, string unit, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ConsultationMatter.Load(room, id, stop) is not { } matter || Visit(room, matter, unit) is not { } visit)
            return Results.NotFound();
        if (visit.Has(QuestionKind.Deliveries))
            return Back.SeeOther(Addresses.Deliveries);
        if (!visit.TakesAnswers || visit.IsSecret)
            return await Answers.Page<PhoneChoicePage>(room, matter);
        return await Answers.Page<PhonePage>(room, new PhoneView(matter, visit, AnswerFields.Of(visit, context.Request.Query["modifier"]), await Mail(context, room, stop), null));
    }

    public static async Task<IResult> Take(HttpContext context, string id, string unit, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ConsultationMatter.Load(room, id, stop) is not { } matter || Visit(room, matter, unit) is not { } visit)
            return Results.NotFound();
        if (visit.Has(QuestionKind.Deliveries))
            return Back.SeeOther(Addresses.Deliveries);
        var fields = await PictureUpload.Read(context, visit, room.Office);
        if (visit.IsSecret)
            return await Answers.Page<PhoneChoicePage>(room, matter);
        var mail = await Mail(context, room, stop);
        var reading = AnswerReading.Of(visit, fields);
        var declined = fields.Text(Declines).Length > 0 || reading.Abstains;
        var refusal = reading.Errors.Count > 0 && !declined ? Refusal.Invalid(reading.Errors) : await room.Office.Consultations.Take(id,
            new AnswerCommand(visit.Unit, visit.Organisation.Id, By(matter, unit, mail), mail is null ? Channel.Phone : Channel.Mail, declined, declined ? new Dictionary<string, AnswerValue>() : reading.Values, room.Now),
            Answering.Seen(visit, fields), stop);
        if (refusal is null)
            return Back.SeeOther(mail is null ? $"{matter.Address}?fait=telephone#{visit.Unit}" : $"{Addresses.Received(mail.Id)}?fait=notee");
        var again = (await ConsultationMatter.Load(room, id, stop))!;
        return await Answers.Page<PhonePage>(room, new PhoneView(again, Visit(room, again, unit)!, fields, mail, refusal), refusal);
    }

    /// <summary>The mail that the answer is read in; null where it was said on the telephone.</summary>
    private static async Task<ReceivedMail?> Mail(HttpContext context, Room room, CancellationToken stop) =>
        context.Request.Query["courriel"].ToString() is { Length: > 0 } id ? await room.Office.Inbox.Find(id, stop) : null;

    /// <summary>Whoever wrote the mail answers, where she is asked: the receipt is hers. What is said on the telephone is the coordinator's word.</summary>
    internal static string By(ConsultationMatter matter, string unit, ReceivedMail? mail) =>
        mail is not null && matter.Units.FirstOrDefault(asked => asked.Id == unit)?.Contacts.Contains(mail.Contact) == true ? mail.Contact : Room.Actor;

    /// <summary>As if the person were in front of the form. Null for somebody the consultation does not ask.</summary>
    private static Visit? Visit(Room room, ConsultationMatter matter, string unit)
    {
        if (matter.Units.FirstOrDefault(asked => asked.Id == unit) is not { } known
            || matter.Roster.Organisations.GetValueOrDefault(known.Organisation) is not { } organisation
            || matter.Roster.Contacts.GetValueOrDefault(known.Contacts[0]) is not { } contact)
            return null;
        var link = new PersonalLink(LinkPurpose.Answer, contact.Id, matter.Consultation.Id, room.Now, contact.Generation);
        return new Visit("", link, contact, organisation, matter.Consultation, matter.AnswerOf(unit), matter.Roster, matter.Board, room.Setting, room.Now, matter.Meeting) { Shelf = matter.Shelf };
    }
}

/// <param name="Mail">That the answer is read in; null for one on the telephone.</param>
public sealed record PhoneView(ConsultationMatter Matter, Visit Visit, Hosting.Fields Fields, ReceivedMail? Mail, Refusal? Refusal);
