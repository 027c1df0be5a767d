using System.Globalization;
using System.Text;
using Almanach.Core.Data.Secrecy;

namespace Almanach.Adapters.Tests.Secrecy;

/// <summary>Filosofi 2020 by municipality, as Insee published it: thresholds, and what makes up the income in per cent of it.</summary>
public class IncomeSharesTests
{
    static readonly string[] _shares = ["PACT20", "PTSA20", "PCHO20", "PBEN20", "PPEN20", "PPAT20", "PPSOC20", "PPFAM20", "PPMINI20", "PPLOGT20", "PIMPOT20"];

    [Fact]
    public void Medians_and_shares_stand_where_the_thresholds_allow_them_and_nowhere_else()
    {
        var counted = Rows().Where(row => decimal.TryParse(row["NBMENFISC20"], NumberStyles.Number, CultureInfo.InvariantCulture, out _)).ToArray();

        Assert.Equal(31_329, counted.Length);
        Assert.All(counted, row => Assert.Equal(Status(row, KnownSources.FilosofiMedian), row["MED20"] != "s"));
        Assert.All(counted, row => Assert.Equal(Status(row, KnownSources.FilosofiShares), row["PACT20"] != "s"));
        Assert.Equal(5_351, counted.Count(row => row["PACT20"] != "s"));
    }

    [Fact]
    public void Shares_add_up_and_none_is_hidden_beside_published_ones()
    {
        var (cells, relations) = (new List<AuditCell>(), new List<Relation>());
        foreach (var row in Rows().Where(row => _shares.Any(share => row[share] is not ("s" or "nd"))))
            Add(row, cells, relations);

        var report = SecrecyAudit.Run(new AuditTable(cells, relations), KnownSources.FilosofiShares, suggests: false);

        Assert.Equal(3 * 5_351, relations.Count);
        Assert.Empty(report.Contradictions);
        Assert.Empty(report.Cells);
    }

    [Fact]
    public void One_share_hidden_by_itself_is_known_to_a_few_tenths()
    {
        var (cells, relations) = (new List<AuditCell>(), new List<Relation>());
        Add(Rows().First(row => row["PACT20"] is not ("s" or "nd")), cells, relations);
        cells[2] = cells[2] with { Known = new CellKnowledge.Hidden() };

        var leak = Assert.Single(SecrecyAudit.Run(new AuditTable(cells, relations), KnownSources.FilosofiShares, suggests: false).Leaks);

        Assert.Equal(0.3m, leak.Interval.High - leak.Interval.Low);
    }

    static bool Status(Dictionary<string, string> row, SecrecyRules rules)
    {
        var households = (int)decimal.Parse(row["NBMENFISC20"], CultureInfo.InvariantCulture);
        return PrimarySecrecy.Status(new MadeCell(households, households, [], (int)decimal.Parse(row["NBPERSMENFISC20"], CultureInfo.InvariantCulture)), rules) == SecrecyStatus.Published;
    }

    /// <summary>Activity = wages + unemployment + others; activity + pensions + estate + benefits + taxes = 100; benefits = family + minima + housing.</summary>
    static void Add(Dictionary<string, string> row, List<AuditCell> cells, List<Relation> relations)
    {
        var first = cells.Count;
        foreach (var share in _shares)
            cells.Add(new AuditCell($"{row["CODGEO"]}|{share}", $"{row["CODGEO"]}, {share}", row[share] == "s" ? new CellKnowledge.Hidden() : new CellKnowledge.Published(decimal.Parse(row[share].Replace(',', '.'), CultureInfo.InvariantCulture), 0.1m)) { Floor = null, IsWhole = false });
        cells.Add(new AuditCell($"{row["CODGEO"]}|100", "cent", new CellKnowledge.Published(100)) { IsWhole = false });
        relations.Add(Relation.Sum($"{row["CODGEO"]}, activité", first, [first + 1, first + 2, first + 3]));
        relations.Add(Relation.Sum($"{row["CODGEO"]}, revenu", first + 11, [first, first + 4, first + 5, first + 6, first + 10]));
        relations.Add(Relation.Sum($"{row["CODGEO"]}, prestations", first + 6, [first + 7, first + 8, first + 9]));
    }

    static IEnumerable<Dictionary<string, string>> Rows()
    {
        var lines = File.ReadLines(SharedTables.Given("insee_cc_filosofi_2020_COM.csv"), Encoding.UTF8);
        var names = lines.First().Split(';');
        return lines.Skip(1).Select(line => line.Split(';').Zip(names).ToDictionary(pair => pair.Second, pair => pair.First));
    }
}
