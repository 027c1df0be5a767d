using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>A part of a sentence about dates.</summary>
/// <param name="Word">Null where it names dates alone.</param>
/// <param name="Signs">Empty where it is a word alone: « oui ».</param>
/// <param name="First">The word comes before its dates: « ok pour le 12 »; more dates may follow.</param>
/// <param name="Likewise">« le 14 aussi ».</param>
/// <param name="Negative">« non plus ».</param>
/// <param name="Plural">« … me conviennent »: said of the dates before it too.</param>
/// <param name="Against">After « mais »: not a list that goes on.</param>
internal sealed record DatePiece(Availability? Word, string Signs, bool First, bool Likewise = false, bool Negative = false, bool Plural = false, bool Against = false);
