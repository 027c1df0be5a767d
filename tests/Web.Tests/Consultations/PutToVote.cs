using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A vote of one's choosing, open in place of the collection of themes. Its options are a, b and c.</summary>
internal static class PutToVote
{
    public const string Id = "2022-themes";

    public static async Task<TestPlatform> Open(QuestionKind kind, VoteRules rules, bool mayAbstain = false)
    {
        var template = new ConsultationTemplate(
            "themes", "Choix de l’étude [année]", "Quelle étude mener\u202F?", "Répondez jusqu’au [clôture].", AnswerUnit.Organisation, [RoleKind.Referent, RoleKind.Suppleant], null,
            LateAnswers.Refuse, [7], "invitation-themes", "Répondez jusqu’au [clôture].", mayAbstain, mayAbstain ? "Nous nous abstenons" : "",
            [new("q", kind, "Les études", "", false, [new("a", "Abri", ""), new("b", "Bail", ""), new("c", "Cité", "")], OptionSource.Listed)], rules);
        var platform = await TestPlatform.Open(setting => setting with
        {
            Folder = setting.Folder with
            {
                Platform = setting.Folder.Platform with { Consultations = [.. setting.Platform.Consultations.Where(known => known.Id != "themes"), template] },
            },
        });
        await platform.AfterStartOf("collecte");
        return platform;
    }

    /// <summary>Casts an open ballot in the name of an organisation.</summary>
    public static async Task Cast(this TestPlatform platform, string organisation, params (string Name, string Value)[] fields) =>
        await platform.Client().SendOn(await platform.Answer(Id, await platform.Referent(organisation)), [("_revision", "0"), .. fields, ("_etape", "confirmer")]);
}
