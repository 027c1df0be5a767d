using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>One word said of some dates.</summary>
/// <param name="Signs">The signs of the dates, in the order of the text.</param>
/// <param name="Remaining">« toutes » before « sauf le 15 »: all but those named.</param>
internal sealed record DateSaid(Availability Word, string Signs, bool Remaining = false);
