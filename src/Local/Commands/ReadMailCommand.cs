using System.CommandLine;
using Almanach.Local.ReadMail;

namespace Almanach.Local.Commands;

/// <summary><c>almanach read-mail FILE.eml</c>: how an incoming message is understood.</summary>
public static class ReadMailCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("MESSAGE.eml") { Description = "Le message, tel qu’il est arrivé (en-têtes et corps)." };
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON sur la sortie standard, et rien d’autre." };
        var command = new Command("read-mail", "Dit comment un message reçu est compris\u00A0: réponse, absence, non-remise, plainte.") { file, json };
        command.SetAction((parsed, stop) => ReadMailRun.Run(parsed.GetRequiredValue(file), parsed.GetValue(json), stop));
        return command;
    }
}
