using Almanach.Core.Consultations.Tallies;

namespace Almanach.Adapters.Csv;

/// <summary>A list of ballots as text, whatever its encoding and separator. What is doubtful is refused, never guessed.</summary>
public static class BallotFile
{
    /// <summary>A first line « sep=; » is left out, and counted.</summary>
    public static BallotReading Read(byte[] content, TallyMethod method)
    {
        if (TextDecoding.Decode(content) is not { } text)
            return new BallotReading(null, [new LineError(1, "Ce fichier n’est pas un texte. Enregistrez la liste des bulletins en CSV, puis recommencez.")]);
        var (separator, told) = Separators.Of(text);
        var misquoted = new SortedSet<int>();
        var reading = BallotListReader.Read(CsvLines.Of(text, separator, line => misquoted.Add(line)).Skip(told ? 1 : 0), method);
        return misquoted.Count == 0 ? reading : new BallotReading(null, [.. misquoted.Select(line => new LineError(line, "Un guillemet n’est pas à sa place, ou n’est pas refermé. Enregistrez de nouveau le fichier depuis votre tableur."))]);
    }
}
