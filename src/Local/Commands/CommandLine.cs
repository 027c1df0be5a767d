using System.CommandLine;

namespace Almanach.Local.Commands;

/// <summary>The command line <c>almanach</c>; without a command it serves the demonstration.</summary>
public static class CommandLine
{
    public static RootCommand Build()
    {
        var root = new RootCommand("Almanach fait vivre l’année d’une plate-forme d’observation : collecte, vote, comité, programme.")
        {
            RehearseCommand.Build(),
            PlatformCommand.Build(),
        };
        return root;
    }
}
