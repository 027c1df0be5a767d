using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Groups;

/// <summary>Whether a candidate may be launched, and what launching it or carrying it over makes of its action.</summary>
public static class LaunchRules
{
    /// <summary>Each condition that is not met, as it stands in a sentence: « il manque un pilote ».</summary>
    public static IReadOnlyList<string> Missing(GroupRules rules, Candidate candidate)
    {
        List<string> missing = [];
        if (candidate.Volunteers.Count < rules.Volunteers)
            missing.Add(Conditions.Counted(candidate.Volunteers.Count, rules.Volunteers, "personne volontaire", "personnes volontaires"));
        if (candidate.Organisations < rules.Organisations)
            missing.Add(Conditions.Counted(candidate.Organisations, rules.Organisations, "organisme", "organismes"));
        if (rules.PilotRequired && candidate.Pilots.Count == 0)
            missing.Add("il manque un pilote");
        return missing;
    }

    /// <param name="consultation">The one that was asked about it.</param>
    /// <returns>The action as it becomes; what else follows is composed by the desk.</returns>
    public static Decision<ProgrammeAction> Decide(
        GroupRules rules, Consultation consultation, Candidate candidate, ProgrammeAction action, LaunchCommand command, string actor)
    {
        if (consultation.IsOpenAt(command.Now))
            return Decision.Refuse<ProgrammeAction>(Why.NotNow, "La consultation sur les groupes est encore ouverte\u00A0: décidez après sa clôture, quand toutes les réponses sont là.");
        if (Outcome(rules, candidate, command) is var (state, text) && action.State == state && action.Progress.LastOrDefault()?.Text == text)
            return Decision.Done<ProgrammeAction>();
        if (action.State != ActionState.Adopted)
            return Decision.Refuse<ProgrammeAction>(Why.NotNow,
                $"Ce groupe n’attend plus de décision\u00A0: son action est {ProgrammeWords.Name(action.State)}. Pour décider de nouveau, remettez-la «\u00A0{ProgrammeWords.Name(ActionState.Adopted)}\u00A0» sur sa page.");
        return command switch
        {
            LaunchCommand.Launch launch when Problem(rules, candidate, launch) is { } refusal => refusal,
            LaunchCommand.Launch launch => ProgrammeRules.Report(action, ActionState.Confirmed, Launched(candidate, rules, launch), actor, launch.Now),
            LaunchCommand.CarryOver { Reason.Length: 0 } => Refusal.Invalid(new FieldError("motif", "Dites pourquoi\u00A0: ceux qui souhaitaient ce groupe le lisent.")),
            LaunchCommand.CarryOver { Reason.Length: > Conditions.MostReason } => Refusal.Invalid(new FieldError("motif", Conditions.TooLong)),
            LaunchCommand.CarryOver over => ProgrammeRules.Report(action, ActionState.CarriedOver, over.Reason, actor, over.Now),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What the command makes of the action, and the words its history keeps.</summary>
    private static (ActionState State, string Text) Outcome(GroupRules rules, Candidate candidate, LaunchCommand command) => command switch
    {
        LaunchCommand.Launch launch => (ActionState.Confirmed, Launched(candidate, rules, launch)),
        LaunchCommand.CarryOver over => (ActionState.CarriedOver, over.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The group as it begins: its volunteers are its first members.</summary>
    public static Group Begin(Candidate candidate, ProgrammeAction action, string pilot, DateTimeOffset now) => new(
        Group.IdOf(action.Year, action.Id), action.Title, action.Year, action.Id, now, pilot,
        candidate.Pilots.FirstOrDefault(backer => backer.Organisation == pilot)?.Contact,
        [.. candidate.Volunteers.Concat(candidate.Pilots.Where(backer => backer.Organisation == pilot))
            .Select(backer => new GroupMember(backer.Organisation, backer.Contact)).Distinct()],
        [], "", []);

    private static Refusal? Problem(GroupRules rules, Candidate candidate, LaunchCommand.Launch launch)
    {
        if (launch.Pilot.Length > 0 && candidate.Pilots.All(backer => backer.Organisation != launch.Pilot))
            return Refusal.Invalid(new FieldError("pilote", "Cet organisme ne s’est pas proposé. Choisissez parmi ceux qui l’ont fait."));
        if (launch.Pilot.Length == 0 && rules.PilotRequired && candidate.Pilots.Count > 0)
            return Refusal.Invalid(new FieldError("pilote", "Choisissez l’organisme pilote parmi ceux qui se sont proposés."));
        if (launch.Reason.Length > Conditions.MostReason)
            return Refusal.Invalid(new FieldError("raison", Conditions.TooLong));
        var missing = Missing(rules, candidate);
        if (missing.Count > 0 && !launch.Despite)
            return Refusal.Invalid(new FieldError("malgre", $"{Conditions.Because(missing)} Reportez le groupe, ou cochez «\u00A0Lancer malgré tout\u00A0» et dites pourquoi."));
        if (missing.Count > 0 && launch.Reason.Length == 0)
            return Refusal.Invalid(new FieldError("raison", "Dites pourquoi le groupe est lancé malgré ce qui manque\u00A0: l’historique de l’action le garde."));
        return null;
    }

    /// <summary>For the history of the action: the reason where it was launched despite something.</summary>
    private static string Launched(Candidate candidate, GroupRules rules, LaunchCommand.Launch launch) =>
        Missing(rules, candidate).Count > 0 ? launch.Reason : "Groupe lancé, les conditions étant réunies.";
}
