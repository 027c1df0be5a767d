using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Privacy;

namespace Almanach.Web.Api;

/// <summary>Who belongs to the platform.</summary>
internal static class NetworkApi
{
    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<Organisation>>("/organisations", "Les organismes.", async call =>
            ApiAnswer.Of<IReadOnlyList<Organisation>>([.. (await call.Office.Network.Load(call.Stop)).Organisations.Values]));
        api.Get<OrganisationView>("/organisations/{organisation}", "La fiche d’un organisme.", async call => ApiAnswer.Found(
            (await call.Office.Network.Load(call.Stop)).Organisations.GetValueOrDefault(call["organisation"]) is { } known
                ? new OrganisationView(known, Print.Of(known)) : null, NoOrganisation));
        api.Add<NewOrganisationBody>("/organisations", "Ajoute un organisme. Le même, envoyé deux fois, n’est ajouté qu’une fois.", AddOrganisation);
        api.Put<OrganisationBody>("/organisations/{organisation}", "Remplace la fiche d’un organisme.", SaveOrganisation);
        api.Get<IReadOnlyList<ContactView>>("/contacts", "Les personnes.", async call =>
            ApiAnswer.Of<IReadOnlyList<ContactView>>([.. (await call.Office.Network.Load(call.Stop)).Contacts.Values.Where(contact => !contact.IsErased).Select(ContactView.Of)]));
        api.Get<ContactCard>("/contacts/{contact}", "La fiche d’une personne.", async call => ApiAnswer.Found(
            (await call.Office.Network.Load(call.Stop)).Contacts.GetValueOrDefault(call["contact"]) is { } known
                ? new ContactCard(ContactView.Of(known), await call.Office.Members.NoteOf(known.Id, call.Stop), Print.Of(known))
                {
                    Address = [.. (await call.Office.Suppressions.Load(call.Stop)).Of(known.Address).Select(one => new AddressView(one.Reason, one.Since))],
                } : null, NoContact));
        api.Add<NewContactBody>("/contacts", "Ajoute une personne, qui en est informée, et invitée à ce qui est ouvert pour ses rôles sauf si «\u00A0invite\u00A0» est faux. La même, envoyée deux fois, n’est ajoutée qu’une fois.", AddContact);
        api.Put<ContactBody>("/contacts/{contact}", "Remplace la fiche d’une personne.", SaveContact);
        api.Post("/contacts/{contact}/leave", "Note qu’une personne est partie\u00A0: plus de message, ses liens ne s’ouvrent plus. Un collègue, s’il y en a un, reçoit la question de qui prend la suite.", async call =>
            ApiAnswer.Of(await call.Office.Members.Leave(call["contact"], ApiCall.Actor, call.Now, asks: true, call.Stop)));
        api.Post("/contacts/{contact}/invite", "Invite une personne du réseau à ce qui est ouvert pour ses rôles, et qui ne lui a pas été demandé.", Invite);
        api.Put<SuppressBody>("/contacts/{contact}/messages", "Arrête les messages à une personne, ou les reprend.", async (call, body) => ApiAnswer.Of(
            ContactNote.Reasons.Contains(body.Reason)
                ? await call.Office.Members.Suppress(call["contact"], body.Stop, body.Reason, ApiCall.Actor, call.Now, call.Stop)
                : Refusal.Invalid(new FieldError("reason", $"Les raisons sont\u00A0: {string.Join(", ", ContactNote.Reasons)}."))));
        api.Post("/contacts/{contact}/retry-address", "Écrit de nouveau à l’adresse d’une personne, qui ne recevait plus ou d’où un message a été signalé comme indésirable.", async call =>
            ApiAnswer.Of(await call.Office.Suppressions.Lift(call["contact"], ApiCall.Actor, call.Now, call.Stop)));
        api.Put<TermsBody>("/bodies/{body}/terms", "Consigne ce qui est décidé des mandats d’une instance\u00A0: renouvelé, remplacé par quelqu’un de son organisme, ou non renouvelé. Rien n’est envoyé.", async (call, body) => ApiAnswer.Of(
            await call.Office.Terms.Record(call["body"], [.. body.Decisions.Select(decision => new TermDecision(decision.Contact, decision.Choice, decision.Until, decision.By ?? ""))], ApiCall.Actor, call.Now, call.Stop)));
        api.Get<IReadOnlyList<SuccessionRequest>>("/successions", "Les demandes de remplacement qui attendent, la plus ancienne d’abord.", async call =>
            ApiAnswer.Of(await call.Office.Requests.Open(call.Stop)));
        api.Post("/successions/{succession}/accept", "Accepte une demande de remplacement\u00A0: rôles, demandes ouvertes et convocations passent à la personne proposée, l’autre est notée partie.", async call =>
            ApiAnswer.Of((await call.Office.Successions.Accept(call["succession"], null, ApiCall.Actor, call.Now, call.Stop)).Refusal));
        api.Post("/successions/{succession}/settle", "Note qu’une demande de remplacement est traitée. Rien d’autre ne change.", async call =>
            ApiAnswer.Of(await call.Office.Requests.Settle(call["succession"], ApiCall.Actor, call.Now, call.Stop)));
        MapData(api);
    }

    private static void MapData(ApiModule api)
    {
        api.Post("/contacts/{contact}/erase", "Efface une personne qui le demande, partout où elle est nommée. Ce qu’elle a répondu reste à son organisme\u00A0; les documents diffusés restent. Ne se reprend pas.", async call =>
            ApiAnswer.Of(await call.Office.Erasures.Order(call["contact"], null, ApiCall.Actor, call.Now, call.Stop)));
        api.Get<IReadOnlyList<DataRequest>>("/data-requests", "Les demandes des personnes sur leurs données qui attendent, la plus ancienne d’abord.", async call =>
            ApiAnswer.Of(await call.Office.DataRequests.Open(call.Stop)));
        api.Post("/data-requests/{demand}/accept", "Change l’adresse d’une personne qui le demande, une fois vérifiée auprès d’elle.", async call =>
            ApiAnswer.Of(await call.Office.DataRequests.AcceptAddress(call["demand"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/data-requests/{demand}/settle", "Note qu’une demande sur des données est close. Rien d’autre ne change.", async call =>
            ApiAnswer.Of(await call.Office.DataRequests.Settle(call["demand"], ApiCall.Actor, call.Now, call.Stop)));
    }

    private const string NoOrganisation = "Cet organisme n’existe pas. GET /api/organisations donne leurs identifiants.";

    private const string NoContact = "Cette personne n’existe pas. GET /api/contacts donne leurs identifiants.";

    private static async Task<ApiAnswer> AddOrganisation(ApiCall call, NewOrganisationBody body)
    {
        var typed = new Organisation(
            "", ApiCall.Line(body.Name), ApiCall.Line(body.For), body.College, ApiCall.Line(body.Kind), body.CharterSigned, ApiCall.Line(body.Commitment));
        if (body.CharterSigned is { } day && !ApiCall.IsSound(day))
            return ApiCall.BadDay("charterSigned");
        var roster = await call.Office.Network.Load(call.Stop);
        return roster.Organisations.Values.FirstOrDefault(known => known with { Id = "" } == typed) is { } there
            ? ApiAnswer.Of(new Created(there.Id))
            : Added(await call.Office.Members.Save(typed, "", ApiCall.Actor, call.Now, call.Stop), OrganisationNames);
    }

    private static async Task<ApiAnswer> SaveOrganisation(ApiCall call, OrganisationBody body)
    {
        if ((await call.Office.Network.Load(call.Stop)).Organisations.GetValueOrDefault(call["organisation"]) is not { } known)
            return ApiAnswer.Found<Organisation>(null, NoOrganisation);
        if (body.CharterSigned is { } day && !ApiCall.IsSound(day))
            return ApiCall.BadDay("charterSigned");
        var typed = new Organisation(
            known.Id, ApiCall.Line(body.Name), ApiCall.Line(body.For), body.College, ApiCall.Line(body.Kind), body.CharterSigned, ApiCall.Line(body.Commitment), body.Active);
        var (_, refusal) = await call.Office.Members.Save(typed, body.Revision ?? Print.Of(known), ApiCall.Actor, call.Now, call.Stop);
        return ApiAnswer.Of(Read(refusal), OrganisationNames);
    }

    private static async Task<ApiAnswer> AddContact(ApiCall call, NewContactBody body)
    {
        var typed = new Contact(
            "", body.Organisation, ApiCall.Line(body.FirstName), ApiCall.Line(body.LastName), body.Address.Trim(), ApiCall.Line(body.Function),
            [.. body.Roles.Distinct()], ApiCall.Line(body.Source), call.Today);
        var roster = await call.Office.Network.Load(call.Stop);
        return roster.Contacts.Values.FirstOrDefault(known => Same(known, typed)) is { } there
            ? ApiAnswer.Of(new Created(there.Id))
            : Added(await call.Office.Members.Add(typed, "", body.Invite, ApiCall.Actor, call.Now, stop: call.Stop), ContactNames);
    }

    private static async Task<ApiAnswer> SaveContact(ApiCall call, ContactBody body)
    {
        if ((await call.Office.Network.Load(call.Stop)).Contacts.GetValueOrDefault(call["contact"]) is not { } known)
            return ApiAnswer.Found<Contact>(null, NoContact);
        var typed = known with
        {
            FirstName = ApiCall.Line(body.FirstName),
            LastName = ApiCall.Line(body.LastName),
            Address = body.Address.Trim(),
            Function = ApiCall.Line(body.Function),
            Roles = [.. body.Roles.Distinct()],
        };
        return ApiAnswer.Of(
            Read(await call.Office.Members.Save(typed, body.Revision ?? Print.Of(known), ApiCall.Actor, call.Now, call.Stop)), ContactNames);
    }

    private static async Task<ApiAnswer> Invite(ApiCall call)
    {
        var roster = await call.Office.Network.Load(call.Stop);
        var seen = roster.Contacts.GetValueOrDefault(call["contact"]) is { } known
            ? NewcomerDesk.Stamp(await call.Office.Newcomers.Missing(known, roster, call.Now, call.Stop)) : "";
        return ApiAnswer.Of(await call.Office.Newcomers.Invite(call["contact"], seen, ApiCall.Actor, call.Now, call.Stop));
    }

    private static ApiAnswer Added((string Id, Refusal? Refusal) saved, IReadOnlyDictionary<string, string> names) =>
        saved.Refusal is null ? ApiAnswer.Of(new Created(saved.Id)) : ApiAnswer.Of(saved.Refusal, names);

    /// <summary>Added before with the same words, whatever the day.</summary>
    private static bool Same(Contact known, Contact typed) =>
        known with { Id = "", Roles = typed.Roles, Since = typed.Since, Terms = null, LeftLists = null } == typed && known.Roles.SequenceEqual(typed.Roles);

    private static Refusal? Read(Refusal? refusal) => refusal is { Why: Why.Changed }
        ? refusal with { Message = "Cette fiche a changé depuis que vous l’avez lue. Lisez-la de nouveau par GET, puis renvoyez vos changements avec sa nouvelle révision." }
        : refusal;

    private static readonly Dictionary<string, string> OrganisationNames = new()
    {
        ["nom"] = "name",
        ["pour"] = "for",
        ["type"] = "kind",
        ["engagement"] = "commitment",
    };

    private static readonly Dictionary<string, string> ContactNames = new()
    {
        ["nom"] = "lastName",
        ["courriel"] = "address",
        ["fonction"] = "function",
        ["organisme"] = "organisation",
    };
}
