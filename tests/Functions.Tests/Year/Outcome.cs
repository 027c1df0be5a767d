using System.Security.Cryptography;
using Almanach.Core;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Local.Rehearsal;
using Almanach.Local.Tests.Crash;

namespace Almanach.Functions.Tests.Year;

/// <summary>What a year came to, line by line, so that two of them can be compared.</summary>
public static class Outcome
{
    /// <summary>The journal, a line each, then every mail and document with the hash of its bytes.</summary>
    public static async Task<IReadOnlyList<string>> Of(Office office, IFiles mails, SmallYear year)
    {
        var (from, to) = (year.Setting.Zone.At(year.Script.Begins, TimeOnly.MinValue), year.Setting.Zone.EndOf(year.Script.Ends));
        return [.. (await new YearJournal(office).Read(from, to)).Select(row => row.Csv), .. await Hashes(office.Around.Files, "documents/"), .. await Hashes(mails, "mails/")];
    }

    /// <summary>The same of a rehearsal on a SQLite file.</summary>
    /// <param name="then">What else is read of it at the end; null for nothing.</param>
    public static async Task<IReadOnlyList<string>> OnSqlite(SmallYear year, Func<Office, Task<IReadOnlyList<string>>>? then = null)
    {
        var folder = Directory.CreateTempSubdirectory("almanach-");
        try
        {
            using var rehearsal = new RehearsalOffice(year.Setting, year.Script, Path.Combine(folder.FullName, "out"), Path.Combine(folder.FullName, "almanach.db"));
            await rehearsal.Walk();
            return [.. await Of(rehearsal.Office, rehearsal.Office.Around.Files, year), .. then is null ? [] : await then(rehearsal.Office)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> Hashes(IFiles files, string prefix)
    {
        List<string> lines = [];
        await foreach (var path in files.List(prefix))
            lines.Add($"{path} {Convert.ToHexString(SHA256.HashData((await files.Read(path))!))}");
        return lines;
    }
}
