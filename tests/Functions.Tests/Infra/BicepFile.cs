using System.Text;
using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary>
/// A small reader of the Bicep we write: declarations at the start of a line, bodies by balanced braces, comments taken
/// out. It understands what these tests ask and nothing more; the grammar is checked by <see cref="BicepSyntaxTests"/>.
/// </summary>
/// <param name="Code">The text without its comments; strings are as written.</param>
internal sealed partial record BicepFile(string Name, string Code)
{
    public static BicepFile Read(string path) => new(Path.GetFileName(path), WithoutComments(File.ReadAllText(path)));

    /// <summary><c>param name type = default</c>, with the decorators above it.</summary>
    public IReadOnlyList<BicepParameter> Declared { get; } = [.. Parameter().Matches(Code)
        .Select(match => new BicepParameter(match.Groups["name"].Value, match.Groups["default"].Success, match.Groups["decorators"].Value))];

    /// <summary><c>param name = value</c>, in a parameter file.</summary>
    public IReadOnlyDictionary<string, string> Assigned { get; } = Assignment().Matches(Code)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Trim().Trim('\''));

    /// <summary>Resources that are deployed, those inside others included; what is only referred to (<c>existing</c>) is not.</summary>
    public IReadOnlyList<BicepResource> Resources { get; } = [.. Resource().Matches(Code).Where(match => !match.Groups["existing"].Success)
        .Select(match => new BicepResource(match.Groups["symbol"].Value, match.Groups["type"].Value, Block(Code, match.Index + match.Length - 1)))];

    public IReadOnlyList<BicepModule> Used { get; } = [.. Module().Matches(Code)
        .Select(match => new BicepModule(match.Groups["symbol"].Value, match.Groups["path"].Value, Block(Code, match.Index + match.Length - 1)))];

    public IReadOnlyList<string> Outputs { get; } = [.. Output().Matches(Code).Select(match => match.Groups["name"].Value)];

    public BicepResource The(string type) => Assert.Single(Resources, resource => resource.Type == type);

    /// <summary>The literal strings of <c>var name = ['…', '…']</c>.</summary>
    public IReadOnlyList<string> Strings(string variable)
    {
        var match = Regex.Match(Code, $@"^var {variable} = (?<list>\[[^\]]*\])", RegexOptions.Multiline);
        Assert.True(match.Success, $"{Name} has no list named {variable}.");
        return [.. Literal().Matches(match.Groups["list"].Value).Select(literal => literal.Groups["text"].Value)];
    }

    public static IEnumerable<string> Literals(string code) => Literal().Matches(code).Select(match => match.Groups["text"].Value);

    /// <summary>From the opening brace at <paramref name="at"/> to the one that closes it.</summary>
    public static string Block(string code, int at)
    {
        Assert.Equal('{', code[at]);
        var depth = 0;
        var quoted = false;
        for (var i = at; i < code.Length; i++)
            switch (code[i])
            {
                case '\\' when quoted: i++; break;
                case '\'': quoted = !quoted; break;
                case '{' when !quoted: depth++; break;
                case '}' when !quoted && --depth == 0: return code[at..(i + 1)];
            }
        throw new InvalidOperationException($"A brace is never closed: {code[at..Math.Min(at + 60, code.Length)]}");
    }

    private static string WithoutComments(string text)
    {
        var kept = new StringBuilder();
        foreach (var line in text.Split('\n'))
            kept.Append(line.AsSpan(0, CodeLength(line))).Append('\n');
        return kept.ToString();
    }

    private static int CodeLength(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '\\' && quoted)
                i++;
            else if (line[i] == '\'')
                quoted = !quoted;
            else if (!quoted && line.AsSpan(i).StartsWith("//"))
                return i;
        return line.Length;
    }

    [GeneratedRegex(@"(?<decorators>(^@\w+\((?:[^()']|'[^']*')*\)\n)*)^param (?<name>\w+) (?<type>\w+)(?<default> = .+)?$", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^param (?<name>\w+) = (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^ *resource (?<symbol>\w+) '(?<type>[\w./]+)(@[\w-]+)?'(?<existing> existing)? = (if \([^{]*\) )?(\[\s*for \w+ in \w+: )?\{", RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^module (?<symbol>\w+) '(?<path>[^']+)' = (if \([^{]+\) )?\{", RegexOptions.Multiline)]
    private static partial Regex Module();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"'(?<text>(?:[^'\\]|\\.)*)'")]
    private static partial Regex Literal();
}

internal sealed record BicepParameter(string Name, bool HasDefault, string Decorators)
{
    /// <summary>The words of <c>@allowed</c>; empty when anything goes.</summary>
    public IReadOnlyList<string> Allowed { get; } = Decorators.IndexOf("@allowed(", StringComparison.Ordinal) is >= 0 and var at
        ? [.. BicepFile.Literals(Decorators[at..(Decorators.IndexOf(')', at) + 1)])] : [];
}

internal sealed record BicepResource(string Symbol, string Type, string Body)
{
    /// <summary>The value of a property said once in the body: <c>true</c>, <c>'TLS1_2'</c>.</summary>
    public string Property(string name)
    {
        var match = Assert.Single(Regex.Matches(Body, $@"(?<![\w.]){Regex.Escape(name)}: (?<value>[^\n,}}]+)"));
        return match.Groups["value"].Value.Trim().Trim('\'');
    }
}

internal sealed record BicepModule(string Symbol, string Path, string Body)
{
    public string File => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Names of the parameters it is given.</summary>
    public IReadOnlyList<string> Given { get; } = Params(Body);

    private static List<string> Params(string body)
    {
        var at = body.IndexOf("params: {", StringComparison.Ordinal) + "params: ".Length;
        return [.. Regex.Matches(BicepFile.Block(body, at), @"^ {4}(?<name>\w+): ", RegexOptions.Multiline).Select(match => match.Groups["name"].Value)];
    }
}
