using Almanach.Core;
using Almanach.Core.Mail;
using Almanach.Web.Hosting;
using Almanach.Web.Network;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Space;

/// <summary>
/// How one enters: an address, a mail, a link whose page has one button. Opening the link changes nothing, since mail scanners
/// open every link; the button uses it up.
/// </summary>
internal static class SpaceDoor
{
    public static Task<IResult> Page(Office office, string done) => Shown(office, "", null, done == "sortie" ? DoorWord.Left : DoorWord.None);

    /// <summary>Answers the same whoever has the address, or nobody.</summary>
    public static async Task<IResult> Ask(Office office, HttpContext context)
    {
        var address = (await PostedForm.Read(context)).Line("adresse");
        return await office.LinkRequests.Ask(LinkPurpose.Space, address, Guid.CreateVersion7().ToString("N"), office.Now, context.RequestAborted) is { } refusal
            ? await Shown(office, address, refusal.Message, DoorWord.None, RefusalStatus.Of(refusal))
            : PageMapping.SeeOther($"{SpaceEndpoints.Home}/lien/demande");
    }

    public static Task<IResult> Asked(Office office) => PageResult.Of<SpaceAskedPage>(
        new Dictionary<string, object?> { [nameof(SpaceAskedPage.Setting)] = office.Setting });

    public static async Task<IResult> Show(string token, Office office, HttpContext context) =>
        await PersonDoor.Open(office, token, LinkPurpose.Space, context.RequestAborted) is PersonArrival.Welcome welcome
            ? await PageResult.Of<SpaceEnterPage>(new Dictionary<string, object?>
            {
                [nameof(SpaceEnterPage.Setting)] = office.Setting,
                [nameof(SpaceEnterPage.Token)] = token,
                [nameof(SpaceEnterPage.Person)] = welcome.Person,
            })
            : await Refused(office, token);

    public static async Task<IResult> Enter(string token, Office office, SpaceSession session, HttpContext context)
    {
        if (await PersonDoor.Open(office, token, LinkPurpose.Space, context.RequestAborted) is not PersonArrival.Welcome welcome)
            return await Refused(office, token);
        // Pressed again later on: she is inside already. At once, the first answer and its cookie are lost: the link is good for that.
        if ((await session.Person(office, context))?.Id == welcome.Person.Id)
            return PageMapping.SeeOther(SpaceEndpoints.Home);
        if (await office.Space.Enter(welcome.Link, office.Now, context.RequestAborted) is not null)
            return await Shown(office, "", null, DoorWord.Spent, StatusCodes.Status410Gone);
        session.Open(context, welcome.Person);
        return PageMapping.SeeOther(SpaceEndpoints.Home);
    }

    /// <summary>What we did not sign is not found; what we signed, but is too old, helps.</summary>
    private static Task<IResult> Refused(Office office, string token) => office.Signer.Open(token) is { Purpose: LinkPurpose.Space }
        ? Shown(office, "", null, DoorWord.Spent, StatusCodes.Status410Gone)
        : Shown(office, "", null, DoorWord.Unknown, StatusCodes.Status404NotFound);

    private static Task<IResult> Shown(Office office, string value, string? error, DoorWord word, int status = StatusCodes.Status200OK) => PageResult.Of<SpaceDoorPage>(new Dictionary<string, object?>
    {
        [nameof(SpaceDoorPage.Setting)] = office.Setting,
        [nameof(SpaceDoorPage.Value)] = value,
        [nameof(SpaceDoorPage.Error)] = error,
        [nameof(SpaceDoorPage.Word)] = word,
    }, status);
}

/// <summary>What the door says besides.</summary>
public enum DoorWord
{
    None,

    /// <summary>She just signed out.</summary>
    Left,

    /// <summary>The link was used, or is too old.</summary>
    Spent,

    /// <summary>We did not make this link.</summary>
    Unknown,
}
