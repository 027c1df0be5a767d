using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Almanach.Local.Commands;

/// <summary>The help of the command line, with what its library leaves in English.</summary>
internal sealed class FrenchHelp(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly (string English, string French)[] Words =
        [("[default: ", "[par défaut\u00A0: "), ("[command]", "[commande]"), ("(REQUIRED)", "(obligatoire)"), ("Description:", "Description\u00A0:")];

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(Words.Aggregate(text.ToString(), (said, word) => said.Replace(word.English, word.French, StringComparison.Ordinal)));
        return code;
    }
}
