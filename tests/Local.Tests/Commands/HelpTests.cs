using System.CommandLine;
using Almanach.Local.Commands;

namespace Almanach.Local.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("serve", "[par défaut\u00A0: ")]
    [InlineData("rehearse", "[par défaut\u00A0: ")]
    [InlineData("", "[commande]")]
    public void The_help_is_in_french_throughout(string command, string words)
    {
        using var said = new StringWriter();

        CommandLine.Build().Parse($"{command} --help").Invoke(new InvocationConfiguration { Output = said });

        Assert.Contains(words, said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[default", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[command]", said.ToString(), StringComparison.Ordinal);
    }
}
