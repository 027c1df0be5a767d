using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries.Drops;
using Almanach.Core.French;
using Almanach.Core.Groups;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Privacy;
using Almanach.Web.Cockpit.DataFiles;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Cockpit.Today;

/// <summary>Something only the coordinator can do.</summary>
/// <param name="By">Until when, or since when for what somebody asks; null for neither.</param>
/// <param name="Late">It was to be done by a day that is past.</param>
public sealed record WaitingView(string Title, string Detail, string Href, DateTimeOffset? By, bool Late = false)
{
    public static IReadOnlyList<WaitingView> All(TodayMatter matter) =>
        [.. matter.Plans.SelectMany(plan => plan.Steps.Select(step => Of(matter, plan, step) ?? Nowhere(matter, plan, step))).OfType<WaitingView>()
            .Concat(matter.Unrecorded.Select(unrecorded => ToRecord(matter, unrecorded)))
            .OrderBy(waiting => waiting.By ?? DateTimeOffset.MaxValue)
            .Concat(Undone(matter))
            .Concat(matter.Paused.Select(paused => Suspended(matter, paused.Message, paused.Since)))
            .Concat(Received(matter))
            .Concat(matter.Requests.Select(request => Succession(matter, request)))
            .Concat(matter.Joins.Select(request => new WaitingView("Un organisme demande à adhérer", $"{request.Sheet.Organisation}, depuis le {matter.Setting.ShortDay(request.At)}.", $"{Addresses.Joins}/{request.Id}", request.At)))
            .Concat(matter.DataRequests.Select(request => Data(matter, request)))
            .Concat(matter.Vacancies.Select(ask => Vacant(matter, ask)))
            .Concat(matter.Setting.Platform.Bodies.Select(body => Terms(matter, body)).OfType<WaitingView>())
            .Concat(matter.Corrections.Select(asked => Corrections(matter, asked)))
            .Concat(Editions(matter))
            .Concat(Subjects(matter))
            .Concat(Catalogue(matter))
            .Concat(DataFiles(matter))
            .Concat(matter.Candidates.Select(Undecided))
            .Concat(matter.Unsettled.Select(year => ToPlan(year.Year, year.Count)))
            .Concat(matter.Launches.Where(launch => launch.Waiting is not null).Select(launch => Proposed(matter, launch.Group)))
            .Concat(matter.Launches.Where(launch => LaunchMeetingRules.IsOverdue(launch, matter.Now, matter.Setting.Zone)).Select(launch => Unplanned(matter, launch.Group)))
            .Concat(Unsettled(matter))];

    /// <summary>A consultation that is open and whose invitation was undone: nobody knows of it.</summary>
    private static IEnumerable<WaitingView> Undone(TodayMatter matter) => matter.Open.Select(open => open.Consultation)
        .Select(consultation => matter.Sent.FirstOrDefault(sent => sent.Line.CancelledAt is not null && sent.Line.Key == $"invite-{consultation.Id}")).OfType<SentMatter>()
        .Select(sent => new WaitingView("Une invitation n’est pas partie", $"« {TextNames.Title(matter.Setting, sent.Line)} » : vous l’avez annulée, et la consultation est ouverte\u00A0: personne ne le sait. {(ClosesByStep(matter, sent) ? "Envoyez-la, ou refermez l’étape." : "Envoyez-la.")}",
            Addresses.Message(sent.Line.Key), sent.Line.Due));

    private static WaitingView Suspended(TodayMatter matter, MailingState message, DateTimeOffset since) => new(
        "Un envoi est suspendu", $"«\u00A0{TextNames.Title(matter.Setting, MailingLine.Of(message))}\u00A0», depuis le {matter.Setting.At(since)}\u00A0: le reste ne part pas. Reprenez l’envoi, ou arrêtez-le.",
        Addresses.Message(message.Mailing.Key), since);

    /// <summary>The date of a meeting and the approval of minutes are no steps of the calendar.</summary>
    private static bool ClosesByStep(TodayMatter matter, SentMatter sent) => matter.Plans.Any(plan => plan.Steps.Any(step =>
        step.Work is StepWork.Consult consult && sent.Line.Key == $"invite-{plan.Year}-{consult.Consultation}"));

    private static IEnumerable<WaitingView> Subjects(TodayMatter matter) => matter.Unread is { Count: > 0 } unread
        ? [new WaitingView($"{Words.Capital(Words.Counted(unread.Count, "sujet proposé", "sujets proposés"))}, à lire",
            $"Par le formulaire public, pour {Lists.Join(unread.Years.Select(year => $"{year}"))}. Gardez ce que les membres pourront soutenir, écartez le reste.", Addresses.Subjects, null)]
        : [];

    private static IEnumerable<WaitingView> Catalogue(TodayMatter matter)
    {
        if (matter.Catalogue.Errors > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(matter.Catalogue.Errors, "erreur signalée", "erreurs signalées", feminine: true))} au catalogue", "Vérifiez avec le producteur, corrigez la fiche, puis classez le signalement.", Addresses.Catalogue, null);
        if (matter.Catalogue.Proposals > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(matter.Catalogue.Proposals, "proposition de producteur", "propositions de producteurs", feminine: true))} au catalogue", "Lisez les différences, puis acceptez ou écartez.", Addresses.Catalogue, null);
        if (matter.Catalogue.Needs > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(matter.Catalogue.Needs, "besoin que personne ne couvre", "besoins que personne ne couvre"))}", "Votre réponse paraîtra pour tous sur la page des besoins.", Addresses.Catalogue, null);
    }

    /// <summary>A line a kind, however many there are: each has its page. What is to be corrected is the producer’s to correct, or hers to accept with a reason.</summary>
    private static IEnumerable<WaitingView> DataFiles(TodayMatter matter)
    {
        if (matter.HeldFiles.Count > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(matter.HeldFiles.Count, "fichier retenu", "fichiers retenus"))} par le secret statistique",
                $"{ReleaseWords.Next(matter.HeldFiles)} D’ici là, rien n’en est publié.", Addresses.Series, null);
        if (matter.UnreadFiles > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(matter.UnreadFiles, "fichier accepté n’a pas pu être lu", "fichiers acceptés n’ont pas pu être lus"))}",
                "Rien n’en est au tableau de bord. La page dit pourquoi.", Addresses.Series, null);
        if (matter.Drops.Count > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(matter.Drops.Count, "fichier n’est pas pris", "fichiers ne sont pas pris"))} dans le dossier de dépôt",
                matter.Drops is [var only] ? $"{DropWords.Place(only)}\u00A0: {only.Problem}" : "La page dit de chacun pourquoi. Ils restent où ils sont.", Addresses.Deliveries, null);
        var (toAccept, wrong) = matter.Delivered;
        if (toAccept > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(toAccept, "fichier de données", "fichiers de données"))}, à accepter",
                wrong == 0 ? "Rien n’y est à corriger. Une fois acceptés, les fichiers servent aux travaux de la plate-forme." : $"{Words.Capital(Words.Counted(wrong, "autre a des erreurs", "autres ont des erreurs"))}\u00A0: leur producteur le sait.", Addresses.Deliveries, null);
        else if (wrong > 0)
            yield return new WaitingView($"{Words.Capital(Words.Counted(wrong, "fichier de données a des erreurs", "fichiers de données ont des erreurs"))}",
                "Leur producteur le sait, et en est relancé. Vous pouvez aussi les accepter, en disant pourquoi.", Addresses.Deliveries, null);
    }

    private static WaitingView Corrections(TodayMatter matter, ToCorrect asked) => asked.Corrections == 0 ? new(
        "Un compte-rendu, à publier", $"«\u00A0{asked.Document.Title}\u00A0»\u00A0: le délai est passé, mais le message aux membres n’est pas parti, ou est parti trop tard. Publiez-le, ou envoyez une nouvelle version.",
        Minutes(matter, asked.Document), asked.Document.Approval!.Until) : new(
        $"{Words.Capital(Words.Counted(asked.Corrections, "correction demandée", "corrections demandées", feminine: true))} au compte-rendu", $"«\u00A0{asked.Document.Title}\u00A0»\u00A0: il ne sera pas approuvé de lui-même.",
        Minutes(matter, asked.Document), asked.Document.Approval!.Until, asked.Document.Approval.Until < matter.Now);

    private static string Minutes(TodayMatter matter, Core.Documents.PublishedDocument document) =>
        matter.Plans.Select(document.StepIn).FirstOrDefault(step => step is not null) is { } step
            ? Addresses.Approval(document.Year, step.Id) : Addresses.Programme(document.Year);

    /// <summary>For so many days before it leaves, what is not approved is told.</summary>
    private static readonly TimeSpan EditionNear = TimeSpan.FromDays(10);

    private static IEnumerable<WaitingView> Editions(TodayMatter matter)
    {
        foreach (var one in matter.Editions)
        {
            var unapproved = one.Articles.Count(article => article.State is Core.Newsletter.ArticleState.ToCorrect or Core.Newsletter.ArticleState.Waiting);
            if (one.Edition.State == Core.Newsletter.EditionState.Held)
                yield return new WaitingView("Un numéro de la lettre, retenu", $"«\u00A0{one.Edition.Title}\u00A0»\u00A0: rien n’était approuvé, rien n’est parti.", Addresses.Edition(one.Edition.Id), one.Step.Starts, true);
            else if (one.Edition.State == Core.Newsletter.EditionState.Ready && one.Step.IsAhead && unapproved > 0 && one.Step.Starts < matter.Now + EditionNear)
                yield return new WaitingView($"{Words.Capital(Words.Counted(unapproved, "article", "articles"))} de la lettre, à approuver ou à écarter",
                    $"«\u00A0{one.Edition.Title}\u00A0»\u00A0: ce qui n’est pas approuvé attend le numéro suivant.", Addresses.Edition(one.Edition.Id), one.Step.Starts);
        }
    }

    private static WaitingView Undecided(Undecided groups) => new(
        $"{Words.Capital(Words.Counted(groups.Count, "groupe de travail", "groupes de travail"))}, à lancer ou à reporter",
        $"La consultation de {groups.Year} est close. Ceux qui ont répondu attendent de savoir.", Addresses.Groups(groups.Year), groups.Since);

    private static WaitingView ToPlan(int year, int count) => new(
        $"{Words.Capital(Words.Counted(count, "rencontre", "rencontres", feminine: true))} du programme {year}, à planifier ou à reporter",
        "Chaque action dit ce qui est réuni et ce qui manque. Ceux qui la souhaitaient l’apprennent.", Addresses.Programme(year), null);

    private static WaitingView Proposed(TodayMatter matter, Group group) => new(
        "Une réunion de lancement, à accepter", $"«\u00A0{group.Title}\u00A0»\u00A0: le pilote propose le {matter.Setting.At(group.Proposal!.Starts)}.",
        Addresses.Group(group.Id), group.Proposal.At);

    private static WaitingView Unplanned(TodayMatter matter, Group group) => new(
        "Un groupe sans réunion de lancement", $"«\u00A0{group.Title}\u00A0», lancé le {matter.Setting.ShortDay(group.Launched)}\u00A0: {Unproposed(group)}.",
        Addresses.Group(group.Id), LaunchMeetingRules.ExpectedBy(group, matter.Setting.Zone));

    private static string Unproposed(Group group) => group switch
    {
        { Proposal: not null } => "le pilote n’a pas proposé d’autre jour que celui que vous lui avez demandé de changer",
        { Pilot.Length: > 0 } or { Referent: not null } => "le pilote n’en propose pas. Rappelez-le-lui, ou planifiez-la vous-même",
        _ => "il n’a pas de pilote qui la propose. Choisissez-en un, ou planifiez-la vous-même",
    };

    private static WaitingView Succession(TodayMatter matter, SuccessionRequest request) => new(
        "Une personne à remplacer", $"{matter.Roster.Organisations.GetValueOrDefault(request.Organisation)?.Name ?? "Un organisme"} propose un nom, depuis le {matter.Setting.ShortDay(request.At)}.",
        $"/cockpit/reseau/demandes/{request.Id}", request.At);

    /// <summary>The law gives a month.</summary>
    private static WaitingView Data(TodayMatter matter, DataRequest request)
    {
        var until = DataRequestRules.Deadline(matter.Setting.Zone.DayOf(request.At));
        return new WaitingView(
            request.Kind == DataRequestKind.Erasure ? "Des données à effacer" : "Une adresse à changer",
            $"{People.Name(matter.Roster, request.Contact)} le demande, depuis le {matter.Setting.ShortDay(request.At)}. La loi donne un mois.",
            request.Kind == DataRequestKind.Erasure ? $"/cockpit/reseau/personnes/{request.Contact}/effacement" : Addresses.PersonalData,
            matter.Setting.Zone.At(until, new TimeOnly(12, 0)), until < matter.Today);
    }

    /// <summary>One line, however many there are: they are dealt with in their room.</summary>
    private static IEnumerable<WaitingView> Received(TodayMatter matter) => matter.Inbox.Count == 0 ? [] :
    [
        new WaitingView(
            matter.Inbox.Count == 1 ? "Un courriel reçu, à regarder" : $"{Words.Capital(Words.Counted(matter.Inbox.Count, "courriel reçu", "courriels reçus"))}, à regarder",
            matter.Inbox[0].Told(matter.Roster), matter.Inbox.Count == 1 ? Addresses.Received(matter.Inbox[0].Id) : Addresses.Inbox, matter.Inbox[0].At),
    ];

    /// <summary>Terms that end soon or have ended, of which nobody has decided.</summary>
    private static WaitingView? Terms(TodayMatter matter, Body body) => TermRules.Due(body, matter.Roster, matter.Today) is { Count: > 0 } due && due[0].Term is { } first
        ? new WaitingView(
            $"{Words.Capital(Words.Counted(due.Count, "mandat", "mandats"))} au {body.Name.ToLowerInvariant()}, à renouveler",
            first.IsOver(matter.Today)
                ? $"Le premier s’est achevé le {FrenchDates.Day(first.Until)}\u00A0: qui n’est pas renouvelé ne siège plus."
                : $"Le premier s’achève le {FrenchDates.Day(first.Until)}. Demandez aux organismes de confirmer qui les représente, puis consignez la décision.",
            $"/cockpit/reseau/mandats/{body.Id}", matter.Setting.Zone.At(first.Until, new TimeOnly(12, 0)), first.IsOver(matter.Today))
        : null;

    private static WaitingView Vacant(TodayMatter matter, SuccessorAsk ask) => new(
        $"{matter.Roster.Organisations[ask.Organisation].Name}\u00A0: plus personne à qui écrire",
        $"{People.Name(matter.Roster, ask.Contact)} {(ask.Reason == VacancyReason.Left ? "ne répond plus" : "ne reçoit plus nos messages")}, et personne d’autre ne répond pour cet organisme. Appelez-le, puis ajoutez la personne qui prend la suite, ou corrigez l’adresse.",
        ask.Reason == VacancyReason.Left ? $"/cockpit/reseau/{ask.Organisation}" : $"/cockpit/reseau/personnes/{ask.Contact}", ask.At);

    private static WaitingView? Of(TodayMatter matter, YearPlan plan, Step step) => step switch
    {
        { Waiting: true } => Held(matter, plan, step),
        { State: StepState.Open, Work: StepWork.ConsolidateThemes } => new WaitingView(
            $"{step.Title}, à terminer", Until(matter, step, "Le vote ne s’ouvre qu’ensuite."), Addresses.Themes(plan.Year), step.Ends, step.Ends < matter.Now),
        { State: StepState.Open, Work: StepWork.Meet { Decides: true } } when step.Starts <= matter.Now => new WaitingView(
            $"Les décisions du {Words.Lower(step.Title)}, à consigner", "Le programme et le compte-rendu en découlent.", Addresses.Meeting($"{plan.Year}-{step.Id}"), step.Starts, matter.Setting.Zone.DayOf(step.Starts) < matter.Today),
        _ => null,
    };

    private static WaitingView ToRecord(TodayMatter matter, Unrecorded unrecorded) => new(
        $"{unrecorded.Meeting.Title}\u00A0: le relevé, à consigner",
        unrecorded.Minutes.IsBehind ? "Qui était là, et ce qui a été décidé. Le compte-rendu est déjà parti\u00A0: il faudra en envoyer une nouvelle version."
            : $"Qui était là, et ce qui a été décidé\u00A0: le compte-rendu en est fait le {matter.Setting.At(unrecorded.Minutes.Starts)}.",
        Addresses.Meeting(unrecorded.Meeting.Id), unrecorded.Meeting.Starts, matter.Setting.Zone.DayOf(unrecorded.Meeting.Starts) < matter.Today);

    /// <summary>A meeting nobody can find: its convocation leaves soon, or has left, with neither place nor video link.</summary>
    private static WaitingView? Nowhere(TodayMatter matter, YearPlan plan, Step step)
    {
        if (step is not { IsAhead: true, Work: StepWork.Meet meet } || step.Starts <= matter.Now || Presence.IsFound(meet))
            return null;
        var convened = StepEffects.IsConvened(plan, step);
        var convocation = plan.Steps.FirstOrDefault(other => StepEffects.MeetingOf(other) == step.Id && other.IsAhead);
        return !convened && !(convocation?.Starts <= matter.Now + TodayMatter.Horizon) ? null : new WaitingView(
            $"{step.Title}\u00A0: {(meet.Remote ? "le lien de visioconférence" : "le lieu")}, à donner",
            convened ? "La convocation est partie sans. Les personnes convoquées recevront un message." : $"La convocation part le {matter.Setting.At(convocation!.Starts)}.",
            $"{Addresses.Meeting($"{plan.Year}-{step.Id}")}/modifier", convened ? step.Starts : convocation!.Starts);
    }

    /// <summary>A step whose day has come: hers to open, or held back by another one.</summary>
    private static WaitingView? Held(TodayMatter matter, YearPlan plan, Step step)
    {
        var needs = step.Needs.Select(plan.Find).OfType<Step>().Where(need => !need.IsBehind).Select(need => $"«\u00A0{need.Title}\u00A0»").ToList();
        var since = $"Prévue {matter.Setting.When(step)}.";
        return new WaitingView(
            needs.Count == 0 ? $"{step.Title}, à ouvrir" : $"{step.Title}, en attente",
            needs.Count == 0 ? step.Held ?? since : $"{since} Elle s’ouvrira une fois terminé\u00A0: {Lists.Join(needs)}.",
            Addresses.Step(plan.Year, step.Id), step.Ends ?? step.Starts, (step.Ends ?? step.Starts) < matter.Now);
    }

    private static string Until(TodayMatter matter, Step step, string otherwise) => step.Ends is { } ends
        ? $"{(ends < matter.Now ? "Attendu" : "Avant")} le {matter.Setting.End(ends)}. {otherwise}"
        : otherwise;

    /// <summary>Copies of the last days that may not have been read, or were not welcome.</summary>
    private static IEnumerable<WaitingView> Unsettled(TodayMatter matter) => matter.Sent.SelectMany(sent => Worries(sent).Select(title => new WaitingView(
        title, $"«\u00A0{TextNames.Title(matter.Setting, sent.Line)}\u00A0», {matter.Setting.At(sent.Line.Due)}.", Addresses.Message(sent.Line.Key), null)));

    private static IEnumerable<string> Worries(SentMatter sent)
    {
        int Count(params IEnumerable<Delivery> outcomes) => sent.Outcomes.Values.Count(outcomes.Contains);
        if (Count(Deliveries.Failed) is > 0 and var refused)
            yield return Words.Capital(Words.Counted(refused, "adresse refuse", "adresses refusent", feminine: true)) + " un message";
        if (Count(Delivery.Complained) is > 0 and var complained)
            yield return Words.Capital(Words.Counted(complained, "personne a signalé", "personnes ont signalé", feminine: true)) + " un message comme indésirable";
        if (Count(Delivery.Expired) is > 0 and var late)
            yield return $"{Words.Capital(Words.Counted(late, "copie n’est pas partie", "copies ne sont pas parties", feminine: true))}\u00A0: il était trop tard";
        if (Count(Delivery.Unknown) is > 0 and var unknown)
            yield return $"On ne sait pas si {Words.Counted(unknown, "copie est partie", "copies sont parties", feminine: true)}";
    }
}
