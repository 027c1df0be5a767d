namespace Almanach.Core.Rehearsal;

/// <summary>
/// What surrounds a rehearsal asked for in the cockpit: ports in memory, a mailer that sends nothing. A host registers
/// it; without it the page says that rehearsals are made from the command line.
/// </summary>
/// <param name="clock">The rehearsal's own.</param>
public delegate Surroundings RehearsalPorts(TimeProvider clock);
