using System.Globalization;
using System.IO.Compression;
using System.Text;
using Almanach.Core.Data.Checks;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Adapters.Tests.DataFiles;

/// <summary>
/// Files of each format, changed at random: whatever they have become, they are checked or refused, soon and in bounded memory.
/// A longer campaign: ALMANACH_FUZZ=20000 ALMANACH_FUZZ_SEED=n.
/// </summary>
public class MutatedFilesTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("ALMANACH_FUZZ"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 150;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ALMANACH_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1_204;

    private const string Csv = "Titre du tableau;;\n\nCODGEO;LIBGEO;TAUX\n01004;\"Ambérieu; en \"\"Bugey\"\"\";12,5\n01007;Ambronay;s\n2A004;Ajaccio;1 234,5\n;TOTAL;nd\nSource : Insee\n";

    public static TheoryData<string> Formats => ["csv", "utf16", "xlsx", "strict", "ods", "zip", "xls", "real.xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_changed_file_is_checked_or_refused_and_never_breaks_the_check(string format)
    {
        var random = new Random(Seed);
        var original = Sample(format);
        var rounds = original.Length > 300_000 ? Rounds / 10 : Rounds;
        for (var round = 0; round < rounds; round++)
        {
            var changed = format is "csv" or "utf16" or "xls" || round % 4 == 0 ? Changed(original, random) : ChangedInside(original, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            CheckReport report;
            try
            {
                report = Made.Check(changed);
            }
            catch (Exception problem)
            {
                var kept = Path.Combine(Path.GetTempPath(), $"mutated-{format}-{Seed}-{round}");
                File.WriteAllBytes(kept, changed);
                throw new InvalidOperationException($"{format}, seed {Seed}, round {round}, kept as {kept}", problem);
            }
            Assert.True(report.Errors.Kept.All(finding => finding.Message.Length > 0));
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), $"{format} {Seed} {round}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_500_000_000, $"{format} {Seed} {round}");
        }
    }

    private static byte[] Sample(string format)
    {
        switch (format)
        {
            case "csv":
                return Made.Utf8(Csv);
            case "utf16":
                return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Csv)];
            case "zip":
                return Made.Zip(("base.csv", Made.Utf8(Csv)), ("meta.csv", Made.Utf8("a;b\n")));
            case "ods":
                return Made.Ods(OneTable.Ods);
            case "xls":
                return Real("insee_estim-pop-dep-sexe-aq-1975-2020.xls");
            case "real.xlsx":
                return Real("pole-emploi_defm_par_epci_en_decembre_2016.xlsx");
            default:
                return Made.Xlsx(OneTable.Xlsx, strict: format == "strict");
        }
    }

    private static byte[] Real(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Folders.Root, "..", "shared", "data", "tables", name));
        Assert.SkipUnless(File.Exists(path), $"The real table ../shared/data/tables/{name} is not on this machine.");
        return File.ReadAllBytes(path);
    }

    private static byte[] Changed(byte[] original, Random random)
    {
        var changed = original.ToList();
        for (var times = random.Next(1, 6); times > 0 && changed.Count > 0; times--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(6))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    changed.RemoveRange(at, Math.Min(random.Next(1, 40), changed.Count - at));
                    break;
                case 3:
                    changed.InsertRange(at, changed.GetRange(at, Math.Min(random.Next(1, 200), changed.Count - at)));
                    break;
                case 4:
                    changed.InsertRange(at, Encoding.UTF8.GetBytes(Nasty[random.Next(Nasty.Length)]));
                    break;
                default:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
            }
        }
        return [.. changed];
    }

    private static readonly string[] Nasty =
        ["\"", "\"\"\"", "\0", "\r", "\n\n", ";;;;", "é", "\u202E", "=1+1", "1E999", "-", ",", "&#x0;", "<", "]]>", "r=\"999999999\"", "t=\"s\"", "<v>99999999</v>", "number-columns-repeated=\"2147483647\"", "9999999999999999999999999999999999"];

    /// <summary>One part of a package changed, the package itself sound.</summary>
    private static byte[] ChangedInside(byte[] original, Random random)
    {
        using var package = new ZipArchive(new MemoryStream(original), ZipArchiveMode.Read);
        var chosen = random.Next(package.Entries.Count);
        return Made.Zip([.. package.Entries.Select((entry, i) => (entry.FullName, i == chosen ? Changed(Content(entry), random) : Content(entry)))]);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        var content = new MemoryStream();
        using var part = entry.Open();
        part.CopyTo(content);
        return content.ToArray();
    }
}
