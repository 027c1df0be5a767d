namespace Almanach.Core.Links;

/// <summary>The secrets that sign links. The first signs; all verify, so that a key can be rotated out.</summary>
/// <param name="Keys">Key id (one or two characters) and at least 32 random bytes.</param>
public sealed record LinkKeys(IReadOnlyList<KeyValuePair<string, byte[]>> Keys);
