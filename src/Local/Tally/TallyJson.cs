using System.Text.Json.Nodes;
using Almanach.Core.Consultations.Tallies;

namespace Almanach.Local.Tally;

/// <summary><c>{"method","ballots","blank","options":[{"option","rank",…}]}</c>, options best first.</summary>
public static class TallyJson
{
    public static string Of(string method, BallotList list, TallyResult result)
    {
        var document = new JsonObject { ["method"] = method, ["ballots"] = list.Total, ["blank"] = list.Blank };
        document["options"] = result switch
        {
            TallyResult.Judged judged => Options(judged.Options, option => new JsonObject
            {
                ["option"] = option.Grades.Option,
                ["rank"] = option.Rank,
                ["grade"] = option.Median,
                ["grades"] = Array(option.Grades.Counts),
            }),
            TallyResult.Ranked ranked => Options(ranked.Result.Options, option => new JsonObject { ["option"] = option.Option, ["rank"] = option.Rank }),
            TallyResult.Approved approved => Options(approved.Options, option => new JsonObject
            {
                ["option"] = option.Option,
                ["rank"] = option.Rank,
                ["approvals"] = option.Voices,
            }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (result is TallyResult.Ranked { Result: var duels })
        {
            document["preferences"] = Table(list.Options, duels.Preferences);
            document["paths"] = Table(list.Options, duels.Paths);
        }
        return document.ToJsonString(Readable);
    }

    /// <summary>Accents as they are.</summary>
    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonArray Options<T>(IEnumerable<T> options, Func<T, JsonObject> each) => [.. options.Select(each)];

    private static JsonArray Array(IEnumerable<int> numbers) => [.. numbers.Select(number => JsonValue.Create(number))];

    /// <summary>By option, then by the option it is compared with.</summary>
    private static JsonObject Table(IReadOnlyList<string> options, IReadOnlyList<IReadOnlyList<int>> table)
    {
        var rows = new JsonObject();
        for (var row = 0; row < options.Count; row++)
        {
            var cells = new JsonObject();
            for (var column = 0; column < options.Count; column++)
                if (column != row)
                    cells[options[column]] = table[row][column];
            rows[options[row]] = cells;
        }
        return rows;
    }
}
