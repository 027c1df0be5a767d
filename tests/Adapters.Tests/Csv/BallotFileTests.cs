using System.Text;
using Almanach.Adapters.Csv;
using Almanach.Core.Consultations.Tallies;

namespace Almanach.Adapters.Tests.Csv;

public sealed class BallotFileTests
{
    private const string Accents = "Séjour;Été\nÀ rejeter;Très bien\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Accents) },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Accents)] },
        { "Windows-1252", Encoding.Latin1.GetBytes(Accents) },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Accents)] },
        { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Accents)] },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes(Accents) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Ballots_are_read_whatever_their_encoding(string encoding, byte[] content)
    {
        var list = BallotFile.Read(content, TallyMethod.MajorityJudgment).List;

        Assert.NotNull(list);
        Assert.Equal((encoding, "Séjour, Été"), (encoding, string.Join(", ", list.Options)));
        Assert.Equal([0, 5], Assert.Single(list.Ballots).Marks);
    }

    [Theory]
    [InlineData("A;B;C\n1;2;3\n")]
    [InlineData("A,B,C\r\n1,2,3\r\n")]
    [InlineData("A\tB\tC\n1\t2\t3")] // no line end at the end
    [InlineData("A|B|C\r1|2|3\r")]
    [InlineData("sep=;\nA;B;C\n1;2;3\n")] // Excel's own line
    [InlineData("\"A\";\"B\";\"C\"\n\"1\";\"2\";\"3\"\n")]
    [InlineData("A;B;C;;\n1;2;3;;\n")] // columns without a title and without a value
    [InlineData("A;B;C\n1;2;3;\n\n\n")] // a separator too many, blank lines at the end
    [InlineData(" A ; B ;C\n 1;2 ;03\n")]
    [InlineData("count;A;B;C\n1;1;2;3\n")]
    [InlineData("A;Count;B;C\n1;1;2;3\n")]
    [InlineData("A;B;C;COUNT\n1;2;3;1\n2;2;2;0\n")] // a count of nought is no ballot
    public void Ballots_are_read_whatever_parts_their_columns(string text)
    {
        var list = Read(text, TallyMethod.Schulze).List;

        Assert.NotNull(list);
        Assert.Equal(["A", "B", "C"], list.Options);
        Assert.Equal("1,2,3 x1", Assert.Single(Said(list)));
    }

    [Theory]
    [InlineData(TallyMethod.MajorityJudgment, "excellent;TRES BIEN;\nÀ Rejeter;a rejeter;Assez bien\n6;0;100", "6,5, x1", "0,0,3 x1", "6,0,100 x1")]
    [InlineData(TallyMethod.Schulze, "1;1;\n;;\n10000;7;7", "1,1, x1", ",, x1", "10000,7,7 x1")]
    [InlineData(TallyMethod.Approval, "1;0;\n;;1", "1,0, x1", ",,1 x1")]
    public void Marks_are_grades_ranks_or_voices_and_may_be_left_blank(TallyMethod method, string ballots, params string[] said)
    {
        var list = Read($"A;B;C\n{ballots}\n", method).List;

        Assert.NotNull(list);
        Assert.Equal(said, Said(list));
    }

    [Fact]
    public void Titles_may_hold_separators_and_quotes_and_what_a_spreadsheet_took_for_a_formula()
    {
        var list = Read("\"Loger ; abriter\";\"Le \"\"Pacte\"\"\";'=3 jours;\"oui, mais\"\n1;2;3;4\n", TallyMethod.Schulze).List;

        Assert.Equal(["Loger ; abriter", "Le \"Pacte\"", "=3 jours", "oui, mais"], list?.Options ?? []);
    }

    public static TheoryData<int, string, string, TallyMethod> Refused => new()
    {
        { 1, "première ligne est vide", "", TallyMethod.Schulze },
        { 1, "première ligne est vide", "\n1;2\n", TallyMethod.Schulze },
        { 1, "première ligne est vide", ";;\n1;2;3\n", TallyMethod.Schulze },
        { 1, "aucun bulletin", "A;B\n", TallyMethod.Schulze },
        { 1, "aucun bulletin", "A;B;count\n1;2;0\n", TallyMethod.Schulze },
        { 1, "« A » est le titre de 2 colonnes", "A;b;a\n1;2;3\n", TallyMethod.Schulze },
        { 1, "« count » est le titre de 2 colonnes", "count;A;count\n1;2;3\n", TallyMethod.Schulze },
        { 1, "colonne 2 n’a pas de titre", "A;;C\n1;2;3\n", TallyMethod.Schulze },
        { 1, "Aucune colonne", "count\n3\n", TallyMethod.Schulze },
        { 1, "201 options", string.Join(';', Enumerable.Range(1, 201)) + "\n1\n", TallyMethod.Schulze },
        { 1, "n’est pas un texte", "A;B\n1;\0\n", TallyMethod.Schulze },
        { 2, "2 valeurs pour 3 colonnes", "A;B;C\n1;2\n", TallyMethod.Schulze },
        { 3, "4 valeurs pour 3 colonnes", "A;B;C\n1;2;3\n1;2;3;4\n", TallyMethod.Schulze },
        { 2, "1 valeur pour 2 colonnes", "A;B\n \n1;2\n", TallyMethod.Schulze },
        { 3, "La ligne est vide", "A;B\n1;2\n\n\n2;1\n", TallyMethod.Schulze },
        { 3, "La ligne est vide", "A\n1\n\n", TallyMethod.Approval }, // with one option, a blank ballot looks so
        { 2, "un rang", "A;B\n0;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n-1;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n+1;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n1,5;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n1.0;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n1e1;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n=1;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n10001;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n99999999999999999999;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\nBien;1\n", TallyMethod.Schulze },
        { 2, "un rang", "A;B\n１;1\n", TallyMethod.Schulze }, // full-width
        { 2, "un rang", "A;B\n1\u00A0000;1\n", TallyMethod.Schulze },
        { 2, "une mention", "A;B\nMoyen;1\n", TallyMethod.MajorityJudgment },
        { 2, "une mention", "A;B\n101;1\n", TallyMethod.MajorityJudgment },
        { 2, "une mention", "A;B\n=Bien;1\n", TallyMethod.MajorityJudgment },
        { 2, "0 ou 1", "A;B\n2;1\n", TallyMethod.Approval },
        { 2, "0 ou 1", "A;B\noui;1\n", TallyMethod.Approval },
        { 2, "nombre entier de bulletins", "A;count\n1;\n", TallyMethod.Schulze },
        { 2, "nombre entier de bulletins", "A;count\n1;-3\n", TallyMethod.Schulze },
        { 2, "nombre entier de bulletins", "A;count\n1;1,5\n", TallyMethod.Schulze },
        { 2, "nombre entier de bulletins", "A;count\n1;1000000001\n", TallyMethod.Schulze },
        { 3, "milliard", "A;count\n1;1000000000\n1;1\n", TallyMethod.Schulze },
        { 3, "guillemet", "A;B\n1;2\n1;\"2\n2;1\n1;2\n", TallyMethod.Schulze }, // never closed
        { 2, "guillemet", "A;B\n\"1\"2;1\n", TallyMethod.Schulze }, // else read as 12
        { 2, "guillemet", "A;B\n1\"2;1\n", TallyMethod.Schulze },
        { 1, "guillemet", "\"A;B\n1;2\n", TallyMethod.Schulze },
        { 2, "plusieurs lignes", "A;B\n\"1\n2\";1\n", TallyMethod.Schulze },
        { 1, "plusieurs lignes", "A;\"B\n1;2\n2;1\n\";C\n1;2;3\n", TallyMethod.Schulze }, // ballots inside a title
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_wrong_is_refused_with_its_line(int line, string reason, string text, TallyMethod method)
    {
        var reading = Read(text, method);

        Assert.Null(reading.List);
        Assert.Equal(line, reading.Errors[0].Line);
        Assert.Contains(reason, reading.Errors[0].Message.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_line_is_told_up_to_a_thousand()
    {
        Assert.Equal([2, 4, 4, 5], Read("A;B\nx;1\n1;1\ny;z\n1\n", TallyMethod.Schulze).Errors.Select(error => error.Line));
        Assert.Equal(BallotListReader.MostErrors, Read("A\n" + string.Concat(Enumerable.Repeat("x\n", 5_000)), TallyMethod.Schulze).Errors.Count);
    }

    [Fact]
    public void Two_hundred_options_and_a_million_ballots_of_one_kind_are_counted()
    {
        var list = Read($"{string.Join(',', Enumerable.Range(1, 200).Select(number => $"o{number}"))},count\n{string.Join(',', Enumerable.Range(1, 200))},1000000\n", TallyMethod.Schulze).List;

        Assert.NotNull(list);
        Assert.Equal((200, 1_000_000), (list.Options.Count, list.Total));
    }

    [Theory]
    [InlineData(TallyMethod.MajorityJudgment, "Séjour;Été;Foyer\nBien;Très bien;\n3;0;6\nÀ rejeter;;Excellent\n1;1;1\n")]
    [InlineData(TallyMethod.Schulze, "A,B,\"C, D\"\n1,2,3\n,,\n1,1,2\n\"3\",2,1\n")]
    [InlineData(TallyMethod.Approval, "A\tB\r\n1\t0\r\n0\t1\r\n\t\r\n1\t1\r\n")]
    public void A_file_with_any_mistake_is_refused_or_read_ballot_for_ballot(TallyMethod method, string sound)
    {
        var (random, read) = (new Random(20211128), 0);
        for (var round = 0; round < 5_000; round++)
        {
            var content = Mistaken(Encoding.UTF8.GetBytes(sound), random);

            var reading = BallotFile.Read(content, method);

            if (reading.List is not { } list)
            {
                Assert.NotEmpty(reading.Errors);
                continue;
            }
            // What is read stands on one line a ballot; a column « count » cannot come about by chance.
            Assert.Equal(LinesBelowTheFirst(content), list.Ballots.Count);
            Assert.All(list.Ballots, ballot => Assert.Equal(list.Options.Count, ballot.Marks.Count));
            TallyResult.Of(list, method);
            read++;
        }
        Assert.InRange(read, 500, 4_500); // both kinds were tried
    }

    private static readonly byte[] Signs = [.. "\";,|\t\r\n'=-+.0129 aB"u8, 0xE9, 0xC3, 0xFF, 0xFE, 0x00, 0x1A];

    /// <summary>One to four bytes put in, taken out or changed, a piece doubled, or the end cut off.</summary>
    private static byte[] Mistaken(byte[] sound, Random random)
    {
        List<byte> bytes = [.. sound];
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            var at = random.Next(bytes.Count);
            var sign = Signs[random.Next(Signs.Length)];
            switch (random.Next(6))
            {
                case 0 or 1: bytes.Insert(at, sign); break;
                case 2: bytes[at] = sign; break;
                case 3: bytes.RemoveAt(at); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(12), bytes.Count - at))); break;
                default: bytes.RemoveRange(at + 1, random.Next(8) == 0 ? bytes.Count - at - 1 : 0); break;
            }
        }
        return [.. bytes];
    }

    /// <summary>Those at the end that are blank left out.</summary>
    private static int LinesBelowTheFirst(byte[] content) =>
        Encoding.Latin1.GetString(content).ReplaceLineEndings("\n").TrimEnd('\n').Count(c => c == '\n');

    private static BallotReading Read(string text, TallyMethod method) => BallotFile.Read(Encoding.UTF8.GetBytes(text), method);

    private static IEnumerable<string> Said(BallotList list) => list.Ballots.Select(ballot => $"{string.Join(',', ballot.Marks)} x{ballot.Count}");
}
