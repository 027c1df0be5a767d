using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Privacy;
using Almanach.Web.Hosting;

namespace Almanach.Web.Network.Data;

/// <summary>The room « Mes données ».</summary>
/// <param name="Seen">Names the card that is shown (<see cref="Core.Engine.Print"/>).</param>
/// <param name="Open">Requests that wait for the coordinator.</param>
/// <param name="Form">Which form was refused; empty for none.</param>
/// <param name="Fields">What was typed in it.</param>
/// <param name="Done">What was just done, as the address says.</param>
public sealed record DataView(
    Setting Setting, string Token, PersonalFile File, string Seen, IReadOnlyList<DataRequest> Open, string Done, string Form, Fields Fields, Refusal? Refusal)
{
    public const string Identity = "identite";
    public const string Address = "adresse";
    public const string Erasure = "effacement";

    /// <summary>What the button of a request sends: it is asked, or taken back.</summary>
    public const string Choice = "choix";
    public const string Ask = "demander";
    public const string TakeBack = "annuler";

    public DataRequest? Waiting(DataRequestKind kind) => Open.FirstOrDefault(request => request.Kind == kind);

    internal static async Task<DataView> Of(Office office, string token, Contact person, string done, string form, Fields fields, Refusal? refusal, CancellationToken stop)
    {
        var known = (await office.Network.Load(stop)).Contacts.GetValueOrDefault(person.Id) ?? person;
        return new DataView(office.Setting, token, await PersonalFiles.Of(office, known, stop), Print.Of(known),
            [.. (await office.DataRequests.Of(person.Id, stop)).Where(request => request.Settled is null)], done, form, fields, refusal);
    }
}
