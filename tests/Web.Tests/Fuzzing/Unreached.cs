namespace Almanach.Web.Tests.Fuzzing;

/// <summary>Endpoints that no real request reaches on the days of the suite, and why. They are thrown at all the same, by their pattern.</summary>
internal static class Unreached
{
    public static IReadOnlyDictionary<string, string> Why { get; } = new Dictionary<string, string>
    {
        ["GET /charte"] = "the platform of the repository has its charter elsewhere",
        ["GET /cockpit/lettres/{edition}/apercu/lettre"] = "no edition has an approved article on these days",
        ["GET /cockpit/programme/{year:int}/documents/{step}/approuver"] = "no minutes wait for approval on these days",
        ["GET /cockpit/reunions/{id}/dates/fixer"] = "no poll of dates is open on these days",
        ["POST /api/contacts/{contact}/invite"] = "nothing is open to a person who has just entered as a reader",
        ["POST /api/cycles/{year:int:range(2000,2100)}/programme/{action}/carry-over"] = "the groups of the year are launched or carried over already",
        ["POST /api/cycles/{year:int:range(2000,2100)}/programme/{action}/stage"] = "the programme of the year has no study with stages",
        ["POST /api/cycles/{year:int:range(2000,2100)}/themes/{theme}/split"] = "themes are grouped between two of these days",
        ["POST /api/documents/{document}/approve"] = "no minutes wait for approval on these days",
        ["POST /api/editions/{edition}/proof"] = "no edition has an approved article on these days",
        ["POST /api/mail/{mail}/record"] = "no message that waits is understood",
        ["POST /api/meetings/{meeting}/second"] = "no committee lacked its quorum",
        ["POST /api/messages/{message}/cancel"] = "no message stands in its minute of grace",
        ["POST /api/messages/{message}/resume"] = "no message was cancelled or suspended",
        ["POST /api/troubles/{effect}/retry"] = "no effect was set aside",
        ["POST /cockpit/catalogue/fiches/{id}/confirmer"] = "no entry waits for a confirmation that a form of the room gives",
        ["POST /cockpit/courrier/{id}/enregistrer"] = "no message that waits is understood",
        ["POST /cockpit/demonstration"] = "only a demonstration has it",
        ["POST /cockpit/groupes/{year:int}/{action}"] = "the groups of the year are launched or carried over already",
        ["POST /cockpit/groupes/{year:int}/{action}/apercu"] = "the groups of the year are launched or carried over already",
        ["POST /cockpit/lettres/{edition}/abandon"] = "no edition was left without articles on these days",
        ["POST /cockpit/lettres/{edition}/envoyer"] = "no edition was held back on these days",
        ["POST /cockpit/programme/{year:int}/documents/{step}/approuver"] = "no minutes wait for approval on these days",
        ["POST /cockpit/programme/{year:int}/{id}/etape"] = "the programme of the year has no study with stages",
        ["POST /cockpit/programme/{year:int}/{id}/etude"] = "the programme of the year has no study with stages",
        ["POST /cockpit/reseau/personnes/{id}/adresse"] = "no address stopped receiving",
        ["POST /cockpit/reunions/{id}/dates/fixer"] = "no poll of dates is open on these days",
        ["POST /cockpit/reunions/{id}/seconde"] = "no committee lacked its quorum",
        ["POST /cockpit/reunions/{id}/seconde/apercu"] = "no committee lacked its quorum",
        ["POST /cockpit/themes/{year:int}/terminer"] = "themes are grouped between two of these days",
        ["POST /cockpit/themes/{year:int}/{id}/montrer"] = "themes are grouped between two of these days",
        ["POST /cockpit/themes/{year:int}/{id}/separer"] = "themes are grouped between two of these days",
        ["POST /r/{token}/proches/{item}"] = "no proposal of the person is like another one",
    };
}
