using Almanach.Core.Engine;
using Almanach.Core.Themes;

namespace Almanach.Web.Api;

/// <summary>The board of themes of a year.</summary>
internal static class ThemesApi
{
    private const string Board = $"/cycles/{ApiModule.Years}/themes";

    public static void Map(ApiModule api)
    {
        api.Get<BoardView>(Board, "Tous les thèmes et toutes les propositions d’une année.", Read);
        api.Post<ProposeBody>(Board, "Ajoute une proposition reçue hors de la collecte. La même référence ne l’ajoute qu’une fois.", Propose);
        api.Put<EditBody>($"{Board}/{{theme}}", "Reformule un thème.", (call, body) =>
            Apply(call, new ThemeCommand.Edit(call["theme"], body.Title, body.Description, body.Kind, call.Now)));
        api.Post<MergeBody>($"{Board}/{{theme}}/merge", "Regroupe des thèmes dans celui-ci.", (call, body) =>
            Apply(call, new ThemeCommand.Merge(call["theme"], body.Themes, call.Now)));
        api.Post<SplitBody>($"{Board}/{{theme}}/split", "Sépare de ce thème des propositions ou un thème reporté.", (call, body) =>
            Apply(call, new ThemeCommand.Split(call["theme"], body.Proposals, call.Now)));
        api.Post($"/cycles/{ApiModule.Years}/proposals/{{proposal}}/show", "Montre aux membres une proposition du formulaire public, une fois lue.", call =>
            Apply(call, new ThemeCommand.Show(call["proposal"], call.Now)));
        api.Post($"/cycles/{ApiModule.Years}/proposals/{{proposal}}/set-aside", "Écarte une proposition du formulaire public, une fois lue. « show » la reprend.", call =>
            Apply(call, new ThemeCommand.SetAside(call["proposal"], call.Now)));
    }

    private static async Task<ApiAnswer> Read(ApiCall call)
    {
        if (!await HasBoard(call))
            return Closed(call);
        var board = await call.Office.Themes.Load(call.Year, call.Stop);
        return ApiAnswer.Of(new BoardView(board.Year, board.Consolidated,
            [.. board.Standing, .. board.Themes.Values.Where(theme => !theme.Stands).OrderBy(theme => theme.Id, StringComparer.Ordinal)],
            [.. board.Proposals.Values.OrderBy(proposal => proposal.Id, StringComparer.Ordinal)]));
    }

    private static async Task<ApiAnswer> Propose(ApiCall call, ProposeBody body)
    {
        var roster = await call.Office.Network.Load(call.Stop);
        List<FieldError> errors = [];
        if (!ApiCall.IsName(body.Reference, 60))
            errors.Add(new FieldError("reference", "Donnez une référence de 1 à 60 lettres sans accent, chiffres et tirets."));
        if (!roster.Organisations.ContainsKey(body.Organisation))
            errors.Add(new FieldError("organisation", "Cet organisme n’existe pas. GET /api/organisations donne leurs identifiants."));
        if (body.Contact is { } contact && roster.OrganisationOf(contact)?.Id != body.Organisation)
            errors.Add(new FieldError("contact", "Cette personne n’est pas de cet organisme. GET /api/contacts donne leurs identifiants."));
        return errors.Count > 0
            ? ApiAnswer.Of(Refusal.Invalid(errors))
            : await Apply(call, new ThemeCommand.Propose(new Proposal(
                $"{body.Organisation}-{call.Year}-api-{body.Reference}", call.Year, ProposalOrigin.Spontaneous, body.Organisation, body.Contact,
                body.Title, body.Rationale, body.Format, body.CanSpeak, body.OutsideSpeaker, call.Now, false, []), call.Now));
    }

    private static async Task<ApiAnswer> Apply(ApiCall call, ThemeCommand command) =>
        !await HasBoard(call)
            ? Closed(call)
            : ApiAnswer.Of(await call.Office.Themes.Apply(call.Year, command, stop: call.Stop));

    /// <summary>The year is open, or the one before is: what comes after its grouping waits on this one's board.</summary>
    private static async Task<bool> HasBoard(ApiCall call) =>
        await call.Office.Cycle.Find(call.Year, call.Stop) is not null || await call.Office.Cycle.Find(call.Year - 1, call.Stop) is not null;

    private static ApiAnswer Closed(ApiCall call) => ApiAnswer.Of(Refusal.Because(Why.Unknown, $"L’année {call.Year} n’est pas ouverte."));
}
