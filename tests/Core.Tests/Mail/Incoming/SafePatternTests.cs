using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Tests.Mail.Incoming;

public class SafePatternTests
{
    /// <summary>Two to the thirty-thousand ways, were each tried.</summary>
    private static readonly string Trap = new string('a', 30_000) + "!";

    [Fact(Timeout = 60_000)]
    public async Task A_text_that_backtracking_would_never_finish_is_read()
    {
        var pattern = new SafePattern("^(a+)+$");

        Assert.False(await Task.Run(() => pattern.IsMatch(Trap), TestContext.Current.CancellationToken));
        Assert.True(pattern.IsMatch(Trap[..^1]));
        Assert.True(pattern.IsMatch("AAA"));
    }

    /// <summary>Once a text has been too much, long ones are read by the other engine; what is found does not change.</summary>
    [Fact(Timeout = 60_000)]
    public async Task What_is_found_is_the_same_by_both_ways_of_reading()
    {
        var pattern = new SafePattern(@"(?<all>(a+)+)!x|le (?<day>[0-9]{1,2}) (mars|mai)|\bb\b");
        var text = "Le 12 mars, ou le 3 mai ; b. " + string.Concat(Enumerable.Repeat("Le 14 mars convient aussi. ", 10));
        var before = All(pattern, text);

        Assert.False(await Task.Run(() => pattern.IsMatch(Trap), TestContext.Current.CancellationToken));

        Assert.Equal(before, All(pattern, text));
        Assert.Equal(13, before.Count(part => part.StartsWith("found", StringComparison.Ordinal)));
        Assert.Contains("found 0 12", before);
    }

    [Fact]
    public void Capitals_count_only_where_asked()
    {
        Assert.True(new SafePattern("é[a-z]").IsMatch("ÉT"));
        Assert.False(new SafePattern("é[a-z]", asWritten: true).IsMatch("ÉT"));
    }

    /// <summary>The linear engine refuses some constructs, and is made only once it is needed.</summary>
    [Fact]
    public void Every_expression_can_be_read_in_linear_time()
    {
        var patterns = typeof(SafePattern).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.IsLiteral && (field.FieldType.ToString() + field.FieldType.GetElementType()) is var name && (name.Contains("SafePattern", StringComparison.Ordinal) || name.Contains("Phrases", StringComparison.Ordinal)))
            .SelectMany(field => Within(field.GetValue(null))).Select(pattern => pattern.ToString()).Distinct().ToList();

        Assert.True(patterns.Count > 250, $"only {patterns.Count}");
        Assert.All(patterns, pattern => _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
    }

    private static IEnumerable<SafePattern> Within(object? value) => value switch
    {
        SafePattern pattern => [pattern],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(at => Within(tuple[at])),
        System.Collections.IEnumerable many and not string => many.Cast<object>().SelectMany(Within),
        { } phrases when phrases.GetType().Name == "Phrases" => Within(phrases.GetType().GetProperty("All")!.GetValue(phrases)),
        _ => [],
    };

    private static IReadOnlyList<string> All(SafePattern pattern, string text) =>
    [
        $"first {pattern.Match(text).Value}", pattern.Replace(text, "[$1]"), .. pattern.Split(text),
        .. pattern.Matches(text).Select(match => $"found {match.Index} {match.Groups["day"].Value}"),
    ];
}
