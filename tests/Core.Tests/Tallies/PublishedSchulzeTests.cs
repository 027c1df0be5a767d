using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Tests.Tallies;

/// <summary>Elections counted by others. Where the source gives only who is first, so does the table.</summary>
public sealed class PublishedSchulzeTests
{
    /// <summary>
    /// M. Schulze, « A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
    /// method » (the long version, part 1 of the series, examples 1 to 13), checked against the numbers in the tests of
    /// julien-boudry/Condorcet; example 3 is also Wikipedia's (« Schulze method »), 8b Electowiki's third.
    /// </summary>
    public static TheoryData<string, string, string, string, string> Paper => new()
    {
        { "1", "ABCD", "8 ACDB, 2 BADC, 4 CDBA, 4 DBAC, 3 DCBA", "D>A>C>B", "B14 C14 D12 | A13 C13 D12 | A13 B15 D12 | A13 B19 C13" },
        { "2", "ABCD", "3 ACDB, 9 BACD, 8 CDAB, 5 DABC, 5 DBCA", "C", "B17 C17 D17 | A18 C19 D19 | A18 B20 D20 | A18 B21 C19" },
        {
            "3", "ABCDE", "5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC", "E>A>C>B>D",
            "B28 C28 D30 E24 | A25 C28 D33 E24 | A25 B29 D29 E24 | A25 B28 C28 E24 | A25 B28 C28 D31"
        },
        { "4", "ABCD", "3 ABCD, 2 CBDA, 2 DABC, 2 DBCA", "B=D>A=C", "B5 C5 D5 | A5 C7 D5 | A5 B5 D5 | A6 B5 C5" },
        { "5", "ABCD", "12 ABCD, 6 ADBC, 9 BCDA, 15 CDAB, 21 DBAC", "D", "B36 C39 D36 | A36 C48 D36 | A36 B36 D36 | A45 B42 C42" },
        { "6", "ABCD", "8 ACDB, 2 BCDA, 3 BDAC, 5 CBDA, 1 CDBA, 3 DABC, 1 DBAC", "A=C", "B14 C15 D15 | A12 C12 D12 | A15 B14 D16 | A15 B14 C15" },
        { "7", "ABCDEF", "3 ADEBCF, 3 BFECDA, 4 CABFDE, 1 DBCEFA, 4 DEFABC, 2 ECBDFA, 2 FACDBE", "A", "" },
        { "7, two more for A", "ABCDEF", "3 ADEBCF, 3 BFECDA, 4 CABFDE, 1 DBCEFA, 4 DEFABC, 2 ECBDFA, 2 FACDBE, 2 AEFCBD", "D", "" },
        { "8", "ABCD", "3 ABDC, 5 ADBC, 1 ADCB, 2 BADC, 2 BDCA, 4 CABD, 6 CBAD, 2 DBCA, 5 DCAB", "A", "B18 C20 D21 | A17 C17 D17 | A19 B18 D19 | A19 B18 C20" },
        {
            "8b, with E", "ABCDE", "3 ABDEC, 5 ADEBC, 1 ADECB, 2 BADEC, 2 BDECA, 4 CABDE, 6 CBADE, 2 DBECA, 5 DECAB", "B>A>D>E>C",
            "B18 C20 D21 E21 | A19 C19 D19 E19 | A19 B18 D19 E19 | A19 B18 C20 E30 | A19 B18 C20 D19"
        },
        { "9", "ABCD", "5 ACDB, 2 BCDA, 4 BDAC, 2 CDAB", "A", "" },
        { "9, with E", "ABCDE", "5 AECDB, 2 BCDAE, 4 BDAEC, 2 CDABE", "B", "" },
        {
            // By winning votes, ours; by margins A is first, by ratios B.
            "10", "ABCD", "6 ABCD, 8 A=B, 8 A=C, 18 A=CD, 8 A=C=D, 40 B, 4 CBD, 9 CDA, 8 C=D, 14 DAB, 11 DBC, 4 DCA", "D",
            "B67 C67 D45 | A45 C79 D45 | A45 B45 D45 | A50 B72 C72"
        },
        {
            "11", "ABCDE", "9 ADBEC, 6 BCADE, 5 BCDEA, 2 CDBEA, 6 DECBA, 14 EACBD, 2 ECABD, 1 EDACB", "B",
            "B26 C28 D31 E28 | A27 C27 D27 E27 | A28 B26 D29 E28 | A28 B26 C28 E28 | A30 B26 C32 D30"
        },
        { "12", "ABCDE", "9 ADBEC, 1 BACED, 6 CBADE, 2 CDBEA, 5 CDEAB, 6 DECAB, 14 EBACD, 2 EBCAD", "E", "" },
        { "13", "ABC", "2 ABC, 2 BCA, 1 CAB", "A=B", "B3 C3 | A3 C4 | A3 B3" },
    };

    public static TheoryData<string, string, string, string, string> Others => new()
    {
        // Wikipedia, « Condorcet method »: the capital of Tennessee, in hundredths. M(emphis) N(ashville) C(hattanooga) K(noxville).
        { "Tennessee", "MNCK", "42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM", "N>C>K>M", "" },
        // Tests of julien-boudry/Condorcet, 921 ballots.
        {
            "Abby", "ABCDE",
            "98 ACEDB, 64 BAECD, 12 BAEDC, 98 BEACD, 13 BEADC, 125 BEDAC, 124 CAEDB, 76 CEADB, 21 DABEC, 30 DBAEC, 98 DBECA, 139 DCABE, 23 DCBAE",
            "A>B>E>D>C", ""
        },
        // The same: two are first.
        { "fifteen", "ABCD", "6 ACDB, 1 BADC, 3 CBDA, 3 DBAC, 2 DCBA", "A=D", "" },
    };

    [Theory]
    [MemberData(nameof(Paper))]
    [MemberData(nameof(Others))]
    public void A_published_election_comes_out_as_published(string source, string options, string ballots, string order, string paths)
    {
        var result = Schulze.Tally(RankedBallots.Of(options, ballots));

        Assert.StartsWith(order + ">", RankedBallots.Order(result) + ">", StringComparison.Ordinal);
        if (paths.Length > 0)
            Assert.Equal((source, paths), (source, RankedBallots.Paths(options, result)));
    }
}
