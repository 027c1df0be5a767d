using System.CommandLine;
using Almanach.Core.Consultations.Tallies;
using Almanach.Local.Tally;

namespace Almanach.Local.Commands;

/// <summary><c>almanach tally --method METHOD BALLOTS.csv</c>: counts a list of ballots, such as the platform publishes.</summary>
public static class TallyCommand
{
    private static readonly IReadOnlyDictionary<string, TallyMethod> Methods = new Dictionary<string, TallyMethod>
    {
        ["majority-judgment"] = TallyMethod.MajorityJudgment,
        ["schulze"] = TallyMethod.Schulze,
        ["approval"] = TallyMethod.Approval,
    };

    public static Command Build()
    {
        var file = new Argument<string>("BULLETINS.csv")
        {
            Description = "Les options en première ligne, puis un bulletin par ligne. Une colonne « count » dit combien de bulletins sont ainsi remplis.",
        };
        var method = new Option<string>("--method") { Description = "La méthode.", Required = true };
        method.AcceptOnlyFromAmong([.. Methods.Keys]);
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON sur la sortie standard, et rien d’autre." };
        var command = new Command("tally", "Dépouille une liste de bulletins\u00A0: mentions, rangs, ou 0 et 1.") { file, method, json };
        command.SetAction((parsed, stop) =>
        {
            var name = parsed.GetRequiredValue(method);
            return TallyRun.Run(parsed.GetRequiredValue(file), name, Methods[name], parsed.GetValue(json), stop);
        });
        return command;
    }
}
