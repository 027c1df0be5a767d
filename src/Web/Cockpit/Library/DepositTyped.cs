using Almanach.Core.Documents;
using Almanach.Core.Library;
using Almanach.Core.Library.Deposits;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Library;

/// <summary>What the form of a document holds, as typed: shown again as it is when something is to be corrected.</summary>
public sealed record DepositTyped(string Title, string Day, string Kind, string Place, string Themes, string Diffusion)
{
    public static DepositTyped Of(DepositSheet sheet) => new(
        sheet.Title, $"{sheet.Day:yyyy-MM-dd}", $"{sheet.Kind}",
        sheet switch
        {
            { Meeting: { } meeting } => LibraryPlace.Meeting + meeting,
            { Group: { } group } => LibraryPlace.Group + group,
            { Body: { } body } => LibraryPlace.Body + body,
            _ => "",
        },
        string.Join(", ", sheet.Themes), $"{sheet.Diffusion}");

    public static DepositTyped Of(IFormCollection form) =>
        new(Line(form.Text("titre")), form.Text("jour"), form.Text("type"), form.Text("place"), form.Text("themes"), form.Text("diffusion"));

    /// <summary>What cannot be read stands so that the rules refuse it by its name.</summary>
    public DepositSheet Sheet()
    {
        var (body, group, meeting) = LibraryPlace.Read(Place);
        return new DepositSheet(Title, Hosting.TypedTime.Day(Day) ?? default, Posted.Named<LibraryKind>(Kind) ?? LibraryKind.Autre,
            body, group, meeting, DepositRules.Themes(Themes), Posted.Named<Diffusion>(Diffusion) ?? Core.Documents.Diffusion.Network);
    }

    /// <summary>Nothing is open to more people than was said: without a choice, nothing is deposited.</summary>
    public bool SaysWhoReads => Posted.Named<Diffusion>(Diffusion) is not null;

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
