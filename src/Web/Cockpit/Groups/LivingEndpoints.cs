using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Network;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Groups;

/// <summary>A group that was launched: who is in it, its plan, its yearly reports, its end.</summary>
internal static class LivingEndpoints
{
    public static Task<IResult> One(HttpContext context, string id, CancellationToken stop) => Show(Room.Of(context), id, null, null, stop);

    public static async Task<IResult> Edit(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = await room.Office.Groups.Edit(id, GroupWords.Of(form).Edit(await room.Office.Network.Load(stop)), form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal is null ? Done(id, "fiche") : await Show(room, id, form, refusal, stop);
    }

    public static async Task<IResult> Report(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = int.TryParse(form.Text("annee"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? await room.Office.Groups.Report(id, year, form.Text("bilan"), form.Text("vu"), Room.Actor, room.Now, stop)
            : Refusal.Invalid(new FieldError("annee", "Donnez l’année en quatre chiffres."));
        return refusal is null ? Done(id, "bilan") : await Show(room, id, form, refusal, stop);
    }

    public static async Task<IResult> Turn(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = Posted.Named<GroupState>(form.Text("etat")) is { } state
            ? await room.Office.Groups.Turn(id, state, Room.Actor, room.Now, stop)
            : Refusal.Invalid(new FieldError("etat", "Dites si le groupe se termine ou reprend."));
        return refusal is null ? Done(id, "etat") : await Show(room, id, form, refusal, stop);
    }

    /// <param name="motive">What the pilot is asked to change, as typed.</param>
    public static async Task<IResult> Show(Room room, string id, IFormCollection? form, Refusal? refusal, CancellationToken stop, string motive = "")
    {
        if (await room.Office.Groups.Find(id, stop) is not { } group)
            return Results.NotFound();
        var roster = await room.Office.Network.Load(stop);
        return await Answers.Page<GroupPage>(room, new GroupView(
            group, roster, form?.ContainsKey("plan") == true ? GroupWords.Of(form) : GroupWords.Of(group),
            form?.ContainsKey("bilan") == true ? (form.Text("annee"), form.Text("bilan")) : ($"{room.Today.Year}", group.Reports.FirstOrDefault(report => report.Year == room.Today.Year)?.Text ?? ""),
            Print.Of(group), room.Context.Request.Query["fait"].ToString(), refusal)
        {
            Meeting = await room.Office.LaunchMeetings.Load(id, stop),
            Motive = motive,
        }, refusal);
    }

    public static IResult Done(string id, string what) => Back.SeeOther($"{Addresses.Group(Uri.EscapeDataString(id))}?fait={what}");
}

/// <param name="Report">Year and words of the report, as the form has them.</param>
/// <param name="Seen">What the page shows, for <see cref="GroupDesk.Edit"/>.</param>
public sealed record GroupView(Group Group, Roster Roster, GroupWords Words, (string Year, string Text) Report, string Seen, string Done, Refusal? Refusal)
{
    public string Address => Addresses.Group(Group.Id);

    /// <summary>Null where the year it was launched from is not open.</summary>
    public LaunchMeeting? Meeting { get; init; }

    /// <summary>What the pilot is asked to change, as the form has it.</summary>
    public string Motive { get; init; } = "";
}

/// <summary>A group as its form holds it.</summary>
/// <param name="Referent">Id of a contact; empty for none.</param>
/// <param name="Organisations">Member organisations for which nobody is named.</param>
/// <param name="People">Contacts who come for their organisation.</param>
/// <param name="Resources">A person a line: « Anne Petit, Université de Lyon ».</param>
public sealed record GroupWords(string Pilot, string Referent, IReadOnlyList<string> Organisations, IReadOnlyList<string> People, string Resources, string Plan)
{
    public static GroupWords Of(Group group) => new(
        group.Pilot, group.Referent ?? "", [.. group.Members.Where(member => member.Contact is null).Select(member => member.Organisation)],
        [.. group.Members.Select(member => member.Contact).OfType<string>()],
        ResourceLines.Of(group.Resources), group.Plan);

    public static GroupWords Of(IFormCollection form) =>
        new(form.Text("pilote"), form.Text("referent"), form.All("organismes"), form.All("personnes"), form.Text("ressources"), form.Text("plan"));

    /// <param name="roster">Says for whom each person comes; a word that is no person's id is kept, and refused.</param>
    public GroupEdit Edit(Roster roster) => new(
        Pilot, Referent.Length > 0 ? Referent : null,
        [.. People.Distinct().Select(id => new GroupMember(roster.Contacts.GetValueOrDefault(id)?.Organisation ?? "", id))
            .Concat(Organisations.Distinct().Select(id => new GroupMember(id, null)))],
        ResourceLines.Read(Resources), Plan);
}
