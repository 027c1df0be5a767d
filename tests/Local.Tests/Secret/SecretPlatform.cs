using System.Text.Json.Nodes;

namespace Almanach.Local.Tests.Secret;

/// <summary>The platform of the repository, whose vote is secret and ranks five subjects.</summary>
internal static class SecretPlatform
{
    public const string Options = "abcde";

    public static void Write(string folder)
    {
        Copy(Path.Combine(Repository.Root, "platforms"), folder);
        var path = Path.Combine(folder, "pfoss-ara", "platform.json");
        var platform = JsonNode.Parse(File.ReadAllText(path))!;
        var vote = platform["consultations"]!.AsArray().First(consultation => (string)consultation!["id"]! == "vote")!;
        vote["questions"] = JsonNode.Parse($$"""[{ "id": "q", "kind": "ranking", "label": "Votre classement", "options": [{{string.Join(", ", Options.Select(option => $$"""{ "id": "{{option}}", "label": "Sujet {{option}}" }"""))}}] }]""");
        vote["vote"] = JsonNode.Parse("""{ "winners": 1, "secret": true, "blank": true }""");
        platform["calendar"]!.AsArray().First(step => (string)step!["id"]! == "vote")!["needs"] = new JsonArray();
        // The clock of the demonstration stands still: what is ordered leaves at once.
        platform["mail"]!["graceSeconds"] = 0;
        File.WriteAllText(path, platform.ToJsonString());
        // Nobody but this test votes.
        File.Delete(Path.Combine(folder, "pfoss-ara", "answers-2022.json"));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
