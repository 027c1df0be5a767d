using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.Meetings.Registration;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Almanach.Web.Meetings;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Registration;

/// <summary>One gesture of the coordinator, as its form holds it.</summary>
/// <param name="Gesture">« regler », « ajouter » or « retirer ».</param>
/// <param name="Id">Of the person: drawn for somebody new, so that confirming twice enters her once.</param>
public sealed record RegistrationWords(
    string Gesture, bool Open, string Places, string LastDay, bool NetworkOnly, string Id, string Name, string Address, string Organisation, string Needs)
{
    public const string Settle = "regler";
    public const string Add = "ajouter";
    public const string Withdraw = "retirer";

    public static RegistrationWords Of(RegistrationMatter matter)
    {
        var terms = matter.Book?.Terms ?? new RegistrationTerms(false);
        return new RegistrationWords(
            Settle, terms.Open, terms.Capacity == 0 ? "" : terms.Capacity.ToString(CultureInfo.InvariantCulture),
            matter.Scene.LastDay(terms).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), terms.For == RegistrationFor.Network, "", "", "", "", "");
    }

    public static RegistrationWords Of(IFormCollection form) => new(
        form.Text("geste"), form.Ticked("ouvertes"), form.Text("places"), form.Text("cloture"), form.Text("pour") == "reseau",
        IsId(form.Text("personne")) ? form.Text("personne") : RegistrationHandlers.NewId(),
        Line(form.Text("nom")), form.Text("adresse"), Line(form.Text("organisme")), form.Text("besoins"));

    /// <summary>Null for what cannot be read: <see cref="Problem"/> says what.</summary>
    public RegistrationCommand? Command(Room room) => Problem is not null ? null : Order(room) with { MailsAt = room.Now.AddSeconds(room.Setting.Platform.Mail.GraceSeconds) };

    public Refusal? Problem => Gesture switch
    {
        Settle when Count is null => Refusal.Invalid(new FieldError("places", "Écrivez un nombre, comme 80, ou laissez vide s’il n’y a pas de limite.")),
        Settle when LastDay.Length > 0 && TypedTime.Day(LastDay) is null => Refusal.Invalid(new FieldError("cloture", TypedTime.Unread(LastDay, "Écrivez par exemple 11/04/2022."))),
        Settle or Add or Withdraw => null,
        _ => Refusal.Because(Why.Invalid, "Ce geste n’a pas été compris. Reprenez depuis la page des inscriptions."),
    };

    private RegistrationCommand Order(Room room) => Gesture switch
    {
        Settle => new RegistrationCommand.Set(
            new RegistrationTerms(Open, Count!.Value, TypedTime.Day(LastDay), NetworkOnly ? RegistrationFor.Network : RegistrationFor.Anybody), Room.Actor, room.Now),
        Add => new RegistrationCommand.Add(new Registrant(Id, Name, Address, Organisation, Needs), Room.Actor, room.Now),
        _ => new RegistrationCommand.Withdraw(Id, Room.Actor, room.Now),
    };

    private int? Count => Places.Length == 0 ? 0 : int.TryParse(Places, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static bool IsId(string text) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower);

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
