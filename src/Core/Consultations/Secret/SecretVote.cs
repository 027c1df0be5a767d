using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Secret;

/// <summary>Who took part in a secret vote (liste d'émargement), and nothing else.</summary>
/// <param name="Units">Sorted by id: the list does not tell in which order they came.</param>
public sealed record Roll(IReadOnlyList<string> Units)
{
    public const string Key = "roll";

    public static Roll Empty { get; } = new([]);

    public Roll With(string unit) => new([.. Units.Append(unit).Order(StringComparer.Ordinal)]);
}

/// <summary>What was voted (urne), and by nobody.</summary>
/// <param name="Ballots">Sorted by their random codes: no ballot has a time or an order of its own.</param>
public sealed record Box(IReadOnlyList<SecretBallot> Ballots)
{
    public const string Key = "box";

    public static Box Empty { get; } = new([]);

    public SecretBallot? Find(string code) => Ballots.FirstOrDefault(ballot => ballot.Code == code);

    public Box With(SecretBallot ballot) =>
        new([.. Ballots.Where(other => other.Code != ballot.Code).Append(ballot).OrderBy(other => other.Code, StringComparer.Ordinal)]);
}

/// <param name="Code">Random; whoever knows it finds the ballot, and changes it until the close.</param>
/// <param name="Marks">In the order of the options (<see cref="Votes.VoteBallots"/>); empty for a blank ballot, null for an abstention.</param>
public sealed record SecretBallot(string Code, IReadOnlyList<int?>? Marks);

/// <summary>The roll and the box of one vote.</summary>
public sealed record SecretVote(Roll Roll, Box Box)
{
    /// <summary>With fewer ballots, knowing who voted is nearly knowing what: neither is shown to anybody.</summary>
    public const int Fewest = 3;

    public static SecretVote None { get; } = new(Roll.Empty, Box.Empty);

    /// <summary>Whether it may be told who has voted.</summary>
    public bool TellsWho => Box.Ballots.Count >= Fewest;

    /// <summary>Units known to have voted; nobody while that would tell too much.</summary>
    public IReadOnlySet<string> Voted => TellsWho ? Roll.Units.ToHashSet() : new HashSet<string>();

    /// <summary>Whether the result may be told: after the close, and of enough ballots.</summary>
    public bool TellsResult(Consultation consultation) => consultation.State == ConsultationState.Closed && TellsWho;

    /// <summary>Bytes that the box may need at most: all of it is one record.</summary>
    public static long Size(ConsultationTemplate template, int asked, int options) => template.IsSecret() ? asked * (40L + 5L * options) : 0;
}
