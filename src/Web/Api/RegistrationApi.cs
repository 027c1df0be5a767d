using System.Security.Cryptography;
using Almanach.Core.Meetings.Registration;

namespace Almanach.Web.Api;

/// <param name="Open">Whether one can register.</param>
/// <param name="Capacity">Places; 0 for no limit.</param>
/// <param name="LastDay">The last day to register; the day before the meeting when it is left out.</param>
internal sealed record RegistrationBody(bool Open, int Capacity = 0, DateOnly? LastDay = null, RegistrationFor For = RegistrationFor.Anybody);

/// <param name="Address">Empty for somebody without one.</param>
internal sealed record RegisterBody(string Name, string Address = "", string Organisation = "", string Needs = "");

/// <param name="Free">Places left; nothing where there is no limit.</param>
/// <param name="Coming">Members who answered that they come, and take a place.</param>
internal sealed record RegistrationAnswer(
    bool Open, int Capacity, DateOnly LastDay, RegistrationFor For, int Confirmed, int Waiting, int Unconfirmed, int Coming, int? Free);

internal sealed record RegisteredAnswer(string Id, string Name, string Address, string Organisation, string Needs, BookingState State, DateTimeOffset Since);

/// <summary>Registration to the meetings that are open to all.</summary>
internal static class RegistrationApi
{
    public static void Map(ApiModule api)
    {
        api.Get<RegistrationAnswer>("/meetings/{meeting}/registration", "Les inscriptions à une rencontre ouverte\u00A0: conditions et nombres.", Show);
        api.Put<RegistrationBody>("/meetings/{meeting}/registration", "Ouvre, change ou ferme les inscriptions à une rencontre. Une place de plus va à la première personne en attente, qui en est informée.", Set);
        api.Get<IReadOnlyList<RegisteredAnswer>>("/meetings/{meeting}/registrations", "Les personnes inscrites à une rencontre.", List);
        api.Add<RegisterBody>("/meetings/{meeting}/registrations", "Inscrit une personne à une rencontre ouverte. Elle en est informée si elle a une adresse.", Register);
        api.Post("/meetings/{meeting}/registrations/{registration}/withdraw", "Retire une personne inscrite et efface ce qui est su d’elle.", Withdraw);
    }

    private static async Task<ApiAnswer> Show(ApiCall call) =>
        ApiAnswer.Found(await call.Office.Registrations.Find(call["meeting"], call.Stop) is { Book: { } book } matter
            ? new RegistrationAnswer(
                matter.TakesMore(call.Now), book.Terms.Capacity, matter.Scene.LastDay(book.Terms), book.Terms.For, book.Count(BookingState.Confirmed),
                book.Count(BookingState.Waiting), book.Unconfirmed, matter.Scene.Coming, matter.Scene.Free(book, call.Now))
            : null, Missing);

    private static async Task<ApiAnswer> List(ApiCall call) =>
        ApiAnswer.Found<IReadOnlyList<RegisteredAnswer>>(await call.Office.Registrations.Find(call["meeting"], call.Stop) is { Book: { } book } matter
            ? [.. book.Bookings.SelectMany(booking => matter.People.Where(person => person.Id == booking.Id).Select(person =>
                new RegisteredAnswer(person.Id, person.Name, person.Address, person.Organisation, person.Needs, booking.State, booking.Since)))]
            : null, Missing);

    private static async Task<ApiAnswer> Set(ApiCall call, RegistrationBody body) => body.LastDay is { } day && !ApiCall.IsSound(day)
        ? ApiCall.BadDay("lastDay")
        : ApiAnswer.Of(await call.Office.Registrations.Take(call["meeting"], new RegistrationCommand.Set(
            new RegistrationTerms(body.Open, body.Capacity, body.LastDay, body.For), ApiCall.Actor, call.Now), call.Stop), Names);

    private static async Task<ApiAnswer> Register(ApiCall call, RegisterBody body)
    {
        var person = new Registrant(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), ApiCall.Line(body.Name), body.Address.Trim(), ApiCall.Line(body.Organisation), Hosting.Fields.Clean(body.Needs).Trim());
        var refusal = await call.Office.Registrations.Take(call["meeting"], new RegistrationCommand.Add(person, ApiCall.Actor, call.Now), call.Stop);
        if (refusal is not null)
            return ApiAnswer.Of(refusal, Names);
        // Somebody who had asked and not confirmed keeps the id she had.
        var known = (await call.Office.Registrations.Find(call["meeting"], call.Stop))?.Scene.Known.GetValueOrDefault(person.Address.ToLowerInvariant());
        return ApiAnswer.Of(new Created(known ?? person.Id));
    }

    private static async Task<ApiAnswer> Withdraw(ApiCall call) =>
        ApiAnswer.Of(await call.Office.Registrations.Take(call["meeting"], new RegistrationCommand.Withdraw(call["registration"], ApiCall.Actor, call.Now), call.Stop));

    private const string Missing = "Cette rencontre n’existe pas, ou n’a pas d’inscriptions. PUT /api/meetings/{réunion}/registration les ouvre.";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["places"] = "capacity",
        ["cloture"] = "lastDay",
        ["nom"] = "name",
        ["adresse"] = "address",
        ["organisme"] = "organisation",
        ["besoins"] = "needs",
    };
}
