using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Programme.Holding;

/// <summary>Whether the meeting of an action can be held, and what not holding it makes of the action.</summary>
public static class HoldingRules
{
    /// <summary>The month from which what is neither planned nor carried over is told.</summary>
    public const int LastQuarter = 10;

    /// <summary>Nobody has said when its meeting is, nor that there is none. What goes through stages says so itself.</summary>
    public static bool IsUnsettled(Platform platform, ProgrammeAction action) =>
        action is { State: ActionState.Adopted } && action.Kind.Meets() && Studies.StudyRules.Stages(platform, action.Kind).Count == 0
            && action.Occurrences.All(occurrence => occurrence is { Meeting: null, Day: null });

    /// <summary>Who answered the consultation in favour, by organisation.</summary>
    public static IReadOnlyList<Commitment> Committed(ConsultationTemplate template, IReadOnlyList<Answer> answers, Roster roster) =>
        template.Questions.FirstOrDefault(question => question.Kind == QuestionKind.Engagement) is not { } question ? [] :
        [.. answers.OrderBy(answer => answer.Unit, StringComparer.Ordinal)
            .Where(answer => answer.Values.GetValueOrDefault(question.Id) is AnswerValue.Engagement { Interest: not Interest.None })
            .Select(answer => new Commitment(
                roster.Organisations.ContainsKey(answer.Unit) ? answer.Unit : roster.OrganisationOf(answer.Unit)?.Id ?? answer.Unit,
                answer.By == Coordination.Id ? null : answer.By, ((AnswerValue.Engagement)answer.Values[question.Id]).Effort))];

    /// <summary>Each condition of its kind, met or not.</summary>
    public static IReadOnlyList<Condition> Conditions(Holding holding)
    {
        List<Condition> conditions = [];
        var speakers = holding.Action.Speakers ?? [];
        if (holding.Rules is { Speaker: true })
            conditions.Add(speakers.Count > 0
                ? new Condition(true, $"{(speakers.Count > 1 ? "Intervenants" : "Intervenant")}\u00A0: {Lists.Join(speakers.Select(speaker => speaker.Organisation).Distinct())}")
                : new Condition(false, "il manque un intervenant"));
        if (holding.Rules is { Committed: > 0 and var needed, Level: var level })
            conditions.Add(holding.Asked is null
                ? new Condition(false, "la consultation qui compte les organismes engagés n’est pas encore ouverte")
                : new Condition(holding.Organisations >= needed,
                    Programme.Conditions.Counted(holding.Organisations, needed, $"organisme {One(level)}", $"organismes {Many(level)}")));
        return conditions;
    }

    public static IReadOnlyList<string> Missing(Holding holding) => [.. Conditions(holding).Where(condition => !condition.Met).Select(condition => condition.Text)];

    /// <summary>Why its meeting cannot be planned; null where it can.</summary>
    /// <param name="despite">Though conditions are missing.</param>
    public static Refusal? Problem(Holding holding, bool despite, string reason)
    {
        if (!holding.Action.Kind.Meets())
            return Refusal.Because(Why.NotNow, "Ce type d’action ne réunit personne\u00A0: il n’y a pas de rencontre à planifier.");
        if (holding.Action.State is ActionState.CarriedOver or ActionState.Abandoned)
            return Refusal.Because(Why.NotNow,
                $"Cette action est {ProgrammeWords.Name(holding.Action.State)}. Pour planifier sa rencontre, remettez-la d’abord «\u00A0{ProgrammeWords.Name(ActionState.Adopted)}\u00A0».");
        if (reason.Length > Programme.Conditions.MostReason)
            return Refusal.Invalid(new FieldError("raison", Programme.Conditions.TooLong));
        var missing = Missing(holding);
        if (missing.Count > 0 && !despite)
            return Refusal.Invalid(new FieldError("malgre", $"{Programme.Conditions.Because(missing)} Reportez la rencontre, ou cochez «\u00A0La tenir malgré tout\u00A0» et dites pourquoi."));
        if (missing.Count > 0 && reason.Length == 0)
            return Refusal.Invalid(new FieldError("raison", "Dites pourquoi la rencontre se tient malgré ce qui manque\u00A0: l’historique de l’action le garde."));
        return null;
    }

    /// <summary>It is carried over or given up, with the reason that those who wished for it read.</summary>
    public static Decision<ProgrammeAction> Decide(Holding holding, Decline decline, string actor)
    {
        if (!holding.Action.Kind.Meets())
            return Refusal.Because(Why.NotNow, "Ce type d’action ne réunit personne. Notez son avancement.");
        if (holding.Action.State == (decline.GivenUp ? ActionState.Abandoned : ActionState.CarriedOver) && holding.Action.Progress.LastOrDefault()?.Text == decline.Reason)
            return Decision.Done<ProgrammeAction>();
        if (holding.Ahead is { } ahead)
            return Refusal.Because(Why.NotNow, $"«\u00A0{ahead.Title}\u00A0» est planifiée. Sautez d’abord cette étape\u00A0: les personnes invitées l’apprennent.");
        if (holding.Action.State is not (ActionState.Adopted or ActionState.Confirmed))
            return Refusal.Because(Why.NotNow, $"Cette action n’attend plus de décision\u00A0: elle est {ProgrammeWords.Name(holding.Action.State)}.");
        if (decline.Reason.Length == 0)
            return Refusal.Invalid(new FieldError("motif", "Dites pourquoi\u00A0: ceux qui souhaitaient cette rencontre le lisent."));
        if (decline.Reason.Length > Programme.Conditions.MostReason)
            return Refusal.Invalid(new FieldError("motif", Programme.Conditions.TooLong));
        return ProgrammeRules.Report(holding.Action, decline.GivenUp ? ActionState.Abandoned : ActionState.CarriedOver, decline.Reason, actor, decline.Now);
    }

    /// <summary>All that wished for it: those behind its themes, and those who committed or were interested.</summary>
    public static IReadOnlyList<Wish> Wishes(Holding holding)
    {
        var themes = holding.Action.Themes.Where(holding.Board.Themes.ContainsKey).Select(id => holding.Board.Themes[id]).ToList();
        var authors = themes.SelectMany(theme => theme.Proposals).Where(holding.Board.Proposals.ContainsKey).Select(id => holding.Board.Proposals[id])
            .Where(proposal => proposal is { Withdrawn: false, Contact: not null }).Select(proposal => new Wish(proposal.Organisation, proposal.Contact)).ToList();
        IReadOnlyList<Wish> named = [.. authors, .. holding.Rules is { Committed: > 0 } ? holding.Committed.Select(one => new Wish(one.Organisation, one.Contact)) : []];
        return [.. named, .. themes.SelectMany(holding.Board.Backers).Where(organisation => named.All(wish => wish.Organisation != organisation)).Distinct().Select(organisation => new Wish(organisation, null))];
    }

    private static string One(Effort level) => level switch
    {
        Effort.None or Effort.Attend => "engagé",
        Effort.Contribute => "prêt à contribuer",
        Effort.Lead => "prêt à préparer la rencontre",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Many(Effort level) => level switch
    {
        Effort.None or Effort.Attend => "engagés",
        Effort.Contribute => "prêts à contribuer",
        Effort.Lead => "prêts à préparer la rencontre",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
