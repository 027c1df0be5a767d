using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Consultations;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Inbox;

/// <summary>One message, what it seems to be, and what can be done with it.</summary>
/// <param name="Whole">All it shows, quotations included; empty where that is the same, or past keeping.</param>
/// <param name="Files">Name and size of each.</param>
/// <param name="Understood">What would be recorded; empty where nothing is understood.</param>
/// <param name="Form">Where the answer can be noted by hand; empty where nobody or nothing is known.</param>
/// <param name="Answer">Where the answer it became is read; empty for none, or for a secret one.</param>
/// <param name="Person">Whose card it concerns; empty for nobody known.</param>
/// <param name="Questions">What is asked now, by id.</param>
public sealed record ReceivedView(
    ReceivedMail Mail, Roster Roster, string Sender, string Whole, IReadOnlyList<string> Files, string Question, IReadOnlyList<string> Understood, string Form, string Answer, string Person,
    IReadOnlyList<(string Id, string Label)> Persons, IReadOnlyList<(string Id, string Label)> Questions, Refusal? Refusal)
{
    internal static async Task<ReceivedView?> Of(Room room, string id, Refusal? refusal, CancellationToken stop)
    {
        var office = room.Office;
        if (await office.Inbox.Find(id, stop) is not { } mail)
            return null;
        var roster = await office.Network.Load(stop);
        var whole = await office.Inbox.Open(mail, stop);
        var asked = mail.Consultation.Length > 0 ? await office.Consultations.Find(mail.Consultation, stop) : null;
        var suggestion = mail.Waits && mail.State == InboxState.Waiting ? await office.Inbox.Suggest(mail, stop) : null;
        var open = mail.Waits ? await office.Inbox.Open(room.Now, stop) : [];
        var person = roster.Contacts.GetValueOrDefault(mail.Contact);
        var unit = asked is null || person is null || asked.Template.IsSecret() ? "" : asked.Template.Unit == Core.Platforms.AnswerUnit.Contact ? person.Id : person.Organisation;
        return new ReceivedView(
            mail, roster, InboxLine.Sender(mail, roster),
            whole is not null && whole.Whole.Trim() != mail.Text ? whole.Whole.Trim() : "",
            [.. (whole?.Files ?? []).Select((file, index) => $"{FileNames.Safe(file.FileName, index + 1)} ({Numbers.Digits((file.Content.Length + 1023) / 1024)}\u00A0ko)")],
            asked?.Template.Title ?? "",
            suggestion is null ? [] : AnswerWords.Lines(suggestion.Consultation, suggestion.Answer(mail.At), room.Setting.Platform, await office.Themes.Load(suggestion.Consultation.Year, stop)),
            unit.Length > 0 && !mail.IsHeeded(roster) ? PhoneEndpoints.FromMail(asked!.Id, unit, mail.Id) : "",
            unit.Length > 0 && mail.State == InboxState.Recorded ? $"{Addresses.Consultation(asked!.Id)}#{unit}" : "",
            person is null ? "" : Addresses.Contact(person.Id),
            [.. roster.Active.Select(contact => (contact.Id, Label: People.Name(roster, contact.Id))).OrderBy(pair => Typography.Fold(pair.Label), StringComparer.Ordinal)],
            [.. open.Select(one => (one.Id, one.Template.Title))], refusal)
        {
            Reply = ReplyLink.Of(room, mail),
            AnsweredBy = unit.Length > 0 ? (await office.Consultations.AnswerOf(asked!.Id, unit, stop))?.By ?? "" : "",
        };
    }

    /// <summary>Its answer was just noted by hand.</summary>
    public bool Noted { get; init; }

    /// <summary>Answers it by the coordinator's own mail program; empty where nobody is to be answered.</summary>
    public string Reply { get; private init; } = "";

    /// <summary>Id of whose the answer of her organisation is; empty while there is none.</summary>
    private string AnsweredBy { get; init; } = "";

    /// <summary>Who hears of what was noted.</summary>
    public string Receipt => Roster.Contacts.GetValueOrDefault(Mail.Contact) is { Suppressed: false, Name.Length: > 0 } writer && AnsweredBy == writer.Id
        ? $"{writer.Name} reçoit ce que vous avez noté de son courriel, avec un lien pour le corriger."
        : "Un accusé de réception part.";

    /// <summary>« De » or « D’ », before the sender: « De Claire Martin », « D’un expéditeur inconnu ».</summary>
    public string From => Capitals.First(Elision.Before(Sender));

    /// <summary>Whose message it is and what it is about are known, and no answer is understood in it: a person reads.</summary>
    public bool ToNote => !Noted && Form.Length > 0 && Understood.Count == 0 && Mail is { State: InboxState.Waiting, Kind: IncomingKind.Reply, Objects: false };

    public bool CanAttach => Mail.State == InboxState.Waiting && Mail.Kind == IncomingKind.Reply && Questions.Count > 0 && !Mail.IsHeeded(Roster);
}
