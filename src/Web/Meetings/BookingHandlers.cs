using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Meetings.Registration;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Meetings;

/// <summary>One's own registration, by the link that was mailed: shown, confirmed, given back. Looking changes nothing.</summary>
internal static class BookingHandlers
{
    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(token, office, context, (link, matter) => Page(office, token, link, matter, fait == "confirmee", null));

    public static Task<IResult> Confirm(string token, Office office, HttpContext context) => Enter(token, office, context, async (link, matter) =>
    {
        var refusal = await office.Registrations.Take(link.Subject, new RegistrationCommand.Confirm(IdOf(link), office.Now), context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"/inscription/{token}?fait=confirmee") : await Page(office, token, link, matter, false, refusal);
    });

    public static Task<IResult> Ask(string token, Office office, HttpContext context) => Enter(token, office, context, (link, matter) => Find(matter, link) is null
        ? Page(office, token, link, matter, false, null)
        : PageResult.Of<WithdrawalPage>(new Dictionary<string, object?>
        {
            [nameof(WithdrawalPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(WithdrawalPage.Token)] = token,
            [nameof(WithdrawalPage.Matter)] = matter,
        }));

    public static Task<IResult> Withdraw(string token, Office office, HttpContext context) => Enter(token, office, context, async (link, matter) =>
    {
        var refusal = await office.Registrations.Take(link.Subject, new RegistrationCommand.Withdraw(IdOf(link), "", office.Now), context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"/inscription/{token}") : await Page(office, token, link, matter, false, refusal);
    });

    /// <summary>Anything we did not sign is one and the same 404; so is a link of another kind, which has its own page.</summary>
    private static async Task<IResult> Enter(string token, Office office, HttpContext context, Func<PersonalLink, RegistrationMatter, Task<IResult>> inside) =>
        office.Signer.Open(token) is { Purpose: LinkPurpose.Registration } link && await office.Registrations.Find(link.Subject, context.RequestAborted) is { Book: not null } matter
            ? await inside(link, matter) : Results.NotFound();

    private static string IdOf(PersonalLink link) => Registrant.Read(link.Contact)?.Id ?? "";

    /// <summary>Null for what was given back, lapsed or erased, and for a link that is too old.</summary>
    private static Booking? Find(RegistrationMatter matter, PersonalLink link) => matter.Book!.Erased ? null : matter.Book.Find(IdOf(link));

    private static Task<IResult> Page(Office office, string token, PersonalLink link, RegistrationMatter matter, bool confirmed, Refusal? refusal)
    {
        var booking = Find(matter, link) is { } found && link.Expires > office.Now && !RegistrationRules.HasLapsed(found, office.Now) ? found : null;
        return PageResult.Of<BookingPage>(new Dictionary<string, object?>
        {
            [nameof(BookingPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(BookingPage.Token)] = token,
            [nameof(BookingPage.Matter)] = matter,
            [nameof(BookingPage.Booking)] = booking,
            [nameof(BookingPage.Confirmed)] = confirmed,
            [nameof(BookingPage.Now)] = office.Now,
            [nameof(BookingPage.Refusal)] = refusal,
        }, refusal is not null ? RefusalStatus.Of(refusal) : booking is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
    }
}
