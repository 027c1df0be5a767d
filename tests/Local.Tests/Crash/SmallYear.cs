using System.Text.Json;
using System.Text.Json.Nodes;
using Almanach.Adapters.Platforms;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Rehearsal;
using Almanach.Local.Export;
using Almanach.Local.Rehearsal;

namespace Almanach.Local.Tests.Crash;

/// <summary>The demonstration's platform with a few of its organisations and what their people do.</summary>
public sealed record SmallYear(Setting Setting, Script Script)
{
    /// <summary>Those who do most in the script, so that a few of them still meet, vote and choose.</summary>
    private static readonly string[] Busy = ["dreets", "ors", "insee", "isere", "metropole-lyon", "solidarite", "caf-rhone", "puy-de-dome"];

    /// <param name="organisations">How many, at most 8.</param>
    /// <param name="colleagues">How many people of each who do nothing in the script.</param>
    public static SmallYear Of(int organisations, int colleagues, DateOnly? ends = null)
    {
        var setting = PlatformOnDisk.Setting(PlatformOnDisk.Demonstration).Setting!;
        var script = ScriptFile.Read(PlatformOnDisk.Demonstration, 2022)!;
        var chosen = Busy.Take(organisations).ToHashSet();
        var active = script.Acts.Select(Person).OfType<string>().ToHashSet();
        var people = setting.Folder.Contacts.Where(contact => chosen.Contains(contact.Organisation)).GroupBy(contact => contact.Organisation)
            .SelectMany(team => team.Where(contact => active.Contains(contact.Id)).Concat(team.Where(contact => !active.Contains(contact.Id)).Take(colleagues)))
            .ToList();
        var known = people.Select(contact => contact.Id).ToHashSet();
        var acts = script.Acts.Where(act => Person(act) is not { } person || known.Contains(person))
            .Select(act => act is Act.Attend attend
                ? attend with { Sheet = attend.Sheet.ToDictionary(row => row.Key, row => (IReadOnlyList<string>)[.. row.Value.Where(known.Contains)]) }
                : act);
        var folder = setting.Folder with { Organisations = [.. setting.Folder.Organisations.Where(one => chosen.Contains(one.Id))], Contacts = people };
        var data = new DataSetting([.. setting.Platform.DataOrEmpty().Deliveries.Where(delivery => chosen.Contains(delivery.Organisation))]);
        return new SmallYear(setting with { Folder = folder with { Platform = setting.Platform with { Data = data } } }, script with { Acts = [.. acts], Ends = ends ?? script.Ends });
    }

    /// <summary>Writes it as a platform's folder, for a process of its own.</summary>
    public void Write(string folder)
    {
        foreach (var (path, content) in PlatformOnDisk.Files(PlatformOnDisk.Demonstration))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllBytes(Path.Combine(folder, path), content);
        }
        var roster = new Roster(Setting.Folder.Organisations, Setting.Folder.Contacts);
        File.WriteAllBytes(Path.Combine(folder, "organisations.csv"), NetworkCsv.Organisations(roster));
        File.WriteAllBytes(Path.Combine(folder, "contacts.csv"), NetworkCsv.Contacts(roster));
        File.WriteAllText(Path.Combine(folder, "platform.json"), Expecting(File.ReadAllText(Path.Combine(folder, "platform.json"))));
        File.WriteAllText(Path.Combine(folder, "indicateurs.json"), Reading(File.ReadAllText(Path.Combine(folder, "indicateurs.json"))));
        File.WriteAllText(Path.Combine(folder, "answers-2022.json"), JsonSerializer.Serialize(Script, ScriptJson.Default.Script));
    }

    /// <summary>Files are expected of the organisations that are left.</summary>
    private string Expecting(string platform)
    {
        var json = JsonNode.Parse(platform)!;
        json["data"]!["deliveries"]!.AsArray().RemoveAll(delivery => Setting.Platform.DataOrEmpty().Find((string)delivery!["id"]!) is null);
        return json.ToJsonString();
    }

    /// <summary>A reading whose delivery is no longer expected waits for none.</summary>
    private string Reading(string indicators)
    {
        var json = JsonNode.Parse(indicators)!;
        foreach (var reading in json["readings"]!.AsArray().Where(reading => reading!["delivery"] is { } delivery && Setting.Platform.DataOrEmpty().Find((string)delivery!) is null))
            reading!.AsObject().Remove("delivery");
        return json.ToJsonString();
    }

    private static string? Person(Act act) => act switch
    {
        Act.Respond respond => respond.Contact,
        Act.Propose propose => propose.Contact,
        _ => null,
    };
}
