namespace Almanach.Core.Consultations;

/// <summary>What somebody is told of one delivered file.</summary>
/// <param name="Delivery">Id of the delivery it is for: the link leads to its page.</param>
/// <param name="Unit">The organisation that delivers it.</param>
/// <param name="By">Who gave it.</param>
/// <param name="File">As the depositor called it.</param>
/// <param name="Found">What was found in it, as the subject says it: « 3 valeurs à corriger ».</param>
/// <param name="Lines">The same in full.</param>
public sealed record FileNews(Consultation Consultation, string Delivery, string Unit, string By, string File, string Found, IReadOnlyList<string> Lines);
