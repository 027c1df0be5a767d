namespace Almanach.Web.Cockpit.Demonstration;

/// <summary>
/// The hands on the clock of a demonstration. A host gives it only when its platform is a demonstration; what falls due
/// on the way is performed before the call returns, by the same worker as ever.
/// </summary>
public interface IDemonstration
{
    /// <summary>The simulated instant, UTC.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Where <see cref="Next"/> goes; null when no step is ahead.</summary>
    DemonstrationMoment? Coming { get; }

    /// <summary>Goes to the next start or end of a step and performs all that is due until then.</summary>
    /// <param name="playAnswers">Plays the platform's own answers of the year on the way.</param>
    /// <returns>The new simulated instant; unchanged when nothing is ahead.</returns>
    Task<DateTimeOffset> Next(bool playAnswers, CancellationToken stop = default);

    /// <summary>Goes forward by a positive time and performs all that is due until then.</summary>
    /// <param name="by">Positive, at most 400 days.</param>
    /// <param name="playAnswers">Plays the platform's own answers of the year on the way.</param>
    /// <returns>The new simulated instant.</returns>
    Task<DateTimeOffset> Advance(TimeSpan by, bool playAnswers, CancellationToken stop = default);
}

/// <param name="At">UTC.</param>
/// <param name="Step">Title of the step that starts or ends then.</param>
public sealed record DemonstrationMoment(DateTimeOffset At, string Step, bool Ends);
