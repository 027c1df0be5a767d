using Almanach.Core.Programme;

namespace Almanach.Web.Api;

/// <summary>The actions of a year.</summary>
internal static class ProgrammeApi
{
    private const string Programme = $"/cycles/{ApiModule.Years}/programme";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<ProgrammeAction>>(Programme, "Les actions du programme.", async call =>
            ApiAnswer.Of(await call.Office.Programme.Load(call.Year, call.Stop)));
        api.Post<ReportBody>($"{Programme}/{{action}}/report", "Dit où en est une action.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Programme.Report(call.Year, call["action"], body.State, body.Text, ApiCall.Actor, call.Now, call.Stop)));
    }
}
