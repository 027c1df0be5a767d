using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Rehearsal;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>What partners do in the tests: they propose, vote, say whether they come.</summary>
internal static class Partners
{
    public static readonly string[] Titles =
    [
        "Le non-recours aux droits et aux services", "Le non-recours aux droits sociaux", "Les sorties de l’aide sociale à l’enfance",
        "La sortie de l’aide sociale à l’enfance", "Vieillir en milieu rural", "Les mobilités des jeunes sans emploi",
        "Logement d’abord\u00A0: premiers bilans", "Les familles monoparentales", "La santé mentale des étudiants", "Données carroyées\u00A0: bons usages",
        "Le reste à vivre des ménages modestes", "Les aidants de personnes âgées",
    ];

    public static IReadOnlyList<Contact> Referents { get; } =
        [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.Is(RoleKind.Referent)).DistinctBy(contact => contact.Organisation)];

    /// <summary>So many organisations propose, each one theme.</summary>
    public static IEnumerable<Act> Propose(int organisations) => Referents.Take(organisations).Select((contact, index) => Propose(contact, index));

    public static Act.Respond Propose(Contact contact, int index)
    {
        var at = new DateTime(2021, 10, 6, 10, 0, 0).AddMinutes(index);
        var title = Titles[index % Titles.Length] + (index < Titles.Length ? "" : $", volet {index}");
        var kind = (ActionKind?)(index % 4 == 3 ? null : (ActionKind)(index % 4));
        return new Act.Respond(at, contact.Id, "themes", false, Channel.Page, new Dictionary<string, AnswerValue>
        {
            ["propositions"] = new AnswerValue.Proposals(
                [new ProposalDraft("", title, $"Parce que ce sujet revient souvent ({index}).", kind, index % 3 == 0, index % 5 == 0 ? "Un institut" : "", contact.Id, default)], []),
        });
    }

    public static IEnumerable<Act> Vote(int organisations) => Referents.Take(organisations).Select((contact, index) => new Act.Respond(
        new DateTime(2021, 11, 18, 9, 0, 0).AddMinutes(index), contact.Id, "vote", false, Channel.Page, new Dictionary<string, AnswerValue>
        {
            ["mentions"] = new AnswerValue.Grades(Titles.Take(6).Select((title, rank) => (title, Grade: (Mention)((index + rank) % 7)))
                .ToDictionary(pair => pair.title, pair => pair.Grade)),
        }));

    public static Act Attend(Contact member, AttendanceMode mode) => new Act.Respond(
        new DateTime(2021, 12, 1, 10, 0, 0), member.Id, "copil-presence", false, Channel.Page,
        new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(mode, "") });

    public static Act Grouped => new Act.CloseStep(new DateTime(2021, 11, 9, 11, 0, 0), "regroupement");
}
