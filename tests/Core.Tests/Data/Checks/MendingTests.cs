using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Tests.Data.Checks;

/// <summary>Values that are offered to be mended, and what a check says of a file read by those that were agreed to.</summary>
public class MendingTests
{
    private const string Codes = """{"fields":[{"name":"codgeo","constraints":{"required":true,"pattern":"[0-9AB]{5}"},"territory":{"level":"commune","year":2022}},{"name":"POP","type":"integer"}],"primaryKey":["codgeo"]}""";

    private const string Damaged = "CODGEO;POP\n1001;767\nO1004;14\nChâteauroux;9\n 1001 ;8\nLyonn;7\n01002;3\n99999;1\n";

    [Fact]
    public void Each_value_is_offered_once_with_its_territory_and_where_it_stands()
    {
        var offers = Check(Damaged).Offers;

        Assert.Equal([("Lyonn", "69123", "Lyon", false), ("1001", "01001", "L’Abergement-Clémenciat", true), ("O1004", "01004", "Ambérieu-en-Bugey", true), ("Châteauroux", "36044", "Châteauroux", true)],
            offers.Select(offer => (offer.Value, offer.Proposed, offer.Name, offer.Sure)));
        Assert.All(offers, offer => Assert.Equal("CODGEO", offer.Column)); // as the file calls it, not the schema
        Assert.Equal((2, "2 5"), (offers[1].Rows, string.Join(' ', offers[1].First)));
        Assert.DoesNotContain(offers, offer => offer.Value == "99999");
    }

    [Fact]
    public void What_is_agreed_to_is_no_error_any_more_and_is_said()
    {
        var before = Check(Damaged);

        var after = Check(Damaged, MendList.Of(before.Offers.Where(offer => offer.Value != "1001").Select(offer => offer.Mend)));

        Assert.Equal(["foreign-key 2:1", "foreign-key 5:1", "foreign-key 8:1"], after.Errors().Where(error => error.StartsWith("foreign-key", StringComparison.Ordinal)));
        Assert.Equal(["1001"], after.Offers.Select(offer => offer.Value));
        Assert.Equal([("Châteauroux", "36044", 1), ("Lyonn", "69123", 1), ("O1004", "01004", 1)], after.Mended.Select(mended => (mended.Value, mended.Proposed, mended.Rows)));
        Assert.Equal("Colonne «\u00A0CODGEO\u00A0»\u00A0: 3\u00A0valeurs sont lues corrigées, avec l’accord donné au dépôt. Le fichier reste tel qu’il a été reçu.", Assert.Single(after.Warnings.Kept, finding => finding.Type == FindingTypes.Mended).Message);
    }

    [Fact]
    public void What_two_rows_become_once_mended_is_held_against_the_key()
    {
        const string text = "codgeo;POP\n1001;767\n01001;8\n";

        var after = Check(text, MendList.Of(Check(text).Offers.Select(offer => offer.Mend)));

        Assert.Equal(["primary-key 3:1"], after.Errors());
    }

    [Fact]
    public void Only_whole_cells_of_that_column_are_read_as_others()
    {
        var agreed = MendList.Of([new Mend("codgeo", "1001", "01001"), new Mend("autre", "7", "8")]);

        var report = Check("codgeo;POP\n\u00A01001 ;1001\n01002;7\n", agreed);

        Assert.True(report.IsValid);
        Assert.Equal(("1001", 1), Assert.Single(report.Mended) is var one ? (one.Value, one.Rows) : default);
    }

    [Fact]
    public void All_are_offered_however_many_errors_there_are()
    {
        var text = new StringBuilder("codgeo;POP\n");
        var codes = ShippedTerritories.Atlas.All(Core.Data.Territories.TerritoryLevel.Municipality, 2022).Select(one => one.Code.ToString()).Where(code => code[0] == '0').ToList();
        foreach (var code in codes)
            text.Append(code[1..]).Append(";1\n");

        var before = Check(text.ToString());
        var after = Check(text.ToString(), MendList.Of(before.Offers.Select(offer => offer.Mend)));

        Assert.True(codes.Count > FindingLog.Shown);
        Assert.Equal(codes.Count, before.Offers.Count);
        Assert.True(after.IsValid);
    }

    [Fact]
    public void The_report_as_json_gives_both_and_reads_back()
    {
        var before = Check(Damaged);
        var after = Check(Damaged, MendList.Of([before.Offers[1].Mend]));

        var read = DeliveryReport.Read(CheckJson.Of(after));

        Assert.Equal(after.Offers.Select(offer => offer with { First = [] }), read.Offers.Select(offer => offer with { First = [] }));
        Assert.Equal(after.Offers.SelectMany(offer => offer.First), read.Offers.SelectMany(offer => offer.First));
        Assert.Equal(after.Mended, read.Mended);
    }

    [Fact]
    public void A_list_is_the_same_for_the_same_values_and_a_stamp_tells_another_file_list_or_consent()
    {
        var offers = Check(Damaged).Offers;
        var list = MendList.Of(offers.Select(offer => offer.Mend));

        Assert.Equal(list.Hash, MendList.Of(offers.Reverse().Select(offer => offer.Mend)).Hash);
        Assert.Equal(list.Mends, MendList.Read(list.Json).Mends);
        Assert.Equal("01001", list.With([new Mend("CODGEO", "1001", "69123")]).Mends.Single(mend => mend.Value == "1001").Proposed); // what was agreed to first stays
        Assert.Equal(4, new[] { MendList.Stamp("a", "", offers), MendList.Stamp("b", "", offers), MendList.Stamp("a", "c", offers), MendList.Stamp("a", "", [.. offers.Skip(1)]) }.Distinct().Count());
    }

    [Fact]
    public void Where_the_table_begins_and_ends_is_told_from_the_cells_as_they_stand()
    {
        using var rows = new TableRows(new DataFileReader().Open(new MemoryStream(Encoding.UTF8.GetBytes("Bourg;\ncodgeo;POP\nBourg;1\n01002;2\n01004;3\n;\nSource : Insee;\n"))).File!.Open(0));

        rows.Mend(0, new ReadAs(new Dictionary<string, string> { ["Bourg"] = "01053", ["Source : Insee"] = "01001" }));
        var read = new List<string>();
        while (rows.Read() == TableEvent.Row)
            read.Add($"{Encoding.UTF8.GetString(rows.Raw(0))}>{Encoding.UTF8.GetString(rows.Cell(0))}");

        Assert.Equal(["Bourg>01053", "01002>01002", "01004>01004"], read);
    }

    private static CheckReport Check(string text, MendList? agreed = null) =>
        TableCheck.Run(new DataFileReader().Open(new MemoryStream(Encoding.UTF8.GetBytes(text))),
            new CheckOptions(SchemaReader.Read(Encoding.UTF8.GetBytes(Codes)).Schema, null, null, ShippedTerritories.Atlas) { Agreed = agreed ?? MendList.None });
}
