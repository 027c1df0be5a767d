using System.Text.Json.Serialization;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Network;
using Almanach.Core.Pictures;

namespace Almanach.Core.Mail.Inbox;

/// <summary>A message that arrived, and what became of it. The message itself is kept as a file until it is past keeping.</summary>
/// <param name="Id">24 hexadecimal digits of the SHA-256 of its bytes.</param>
/// <param name="At">When it arrived, UTC: an answer is late or not by this instant.</param>
/// <param name="Kind">What it is; <see cref="IncomingKind.Other"/> until it is read.</param>
/// <param name="From">Address it says it is from; may be empty.</param>
/// <param name="Text">What the sender wrote, cut at <see cref="MostText"/>.</param>
/// <param name="Contact">Id of whose answer it seems to be; empty for nobody known.</param>
/// <param name="Consultation">Id of what it seems to answer; empty for nothing known.</param>
/// <param name="Because">Why it waits, or what became of it, in a sentence for the coordinator.</param>
/// <param name="Files">How many files came with it.</param>
/// <param name="Pictures">Of an answer to a call for contributions: the files among them that are pictures, kept; null without any.</param>
/// <param name="Objects">It seems to ask for no more messages: it comes before the others.</param>
/// <param name="Settled">Since when nothing waits any more.</param>
public sealed record ReceivedMail(
    string Id, DateTimeOffset At, InboxState State, IncomingKind Kind, string From, string Name, string Subject, string Text,
    string Contact, string Consultation, string Because, int Files,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Settled = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<KeptPicture>? Pictures = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Objects = false)
{
    public const string Partition = "inbox";

    public const string Prefix = "mail|";

    /// <summary>Of a row that says which message arrived with these words first: the same may come twice by two ways.</summary>
    public const string SeenPrefix = "seen|";

    public const int MostText = 20_000;

    private const string Folder = "courrier/";

    public string Key => Prefix + Id;

    /// <summary>Where its bytes are kept.</summary>
    public string Path => $"{Folder}{Id}.eml";

    /// <summary>Whether the coordinator is to look at it.</summary>
    public bool Waits => State is InboxState.Waiting || State is InboxState.Recorded && Files > 0 && Settled is null;

    /// <summary>Whether a person wrote it, by mail or on the site: she may be answered.</summary>
    [JsonIgnore]
    public bool IsOfSomebody => Kind == IncomingKind.Reply || Because.Contains(InboxWords.Written, StringComparison.Ordinal);

    /// <summary>Whether she is to be left alone and still gets messages: it comes before the others.</summary>
    public bool Presses(Roster roster) => Objects && Waits && !IsHeeded(roster);

    /// <summary>Whether she asked for no more messages, and gets none any more, by her own hand or the coordinator's: nothing is left but to file it.</summary>
    public bool IsHeeded(Roster roster) => Objects && roster.Contacts.GetValueOrDefault(Contact) is { Suppressed: true } or { Active: false };

    /// <summary>Why it waits, as things stand now, or what became of it.</summary>
    public string Told(Roster roster) => Waits && IsHeeded(roster) ? InboxWords.Heeded : Because;

    /// <summary>Whether the coordinator filed it, and may take it up again.</summary>
    [JsonIgnore]
    public bool WasFiled => !Waits && (State == InboxState.Filed || State == InboxState.Recorded && InboxWords.IsFiled(Because));

    public static ReceivedMail New(string id, DateTimeOffset at) => new(id, at, InboxState.Received, IncomingKind.Other, "", "", "", "", "", "", "", 0);
}

/// <param name="Id">Of the message that came first.</param>
public sealed record SeenMail(string Id);

public enum InboxState
{
    /// <summary>Kept, and not read yet.</summary>
    Received,

    /// <summary>A person must look at it.</summary>
    Waiting,

    /// <summary>Taken as an answer, which was mailed back.</summary>
    Recorded,

    /// <summary>Dealt with by a program: an absence, a bounce, an answer of a calendar.</summary>
    Noted,

    /// <summary>The coordinator has dealt with it.</summary>
    Filed,

    /// <summary>The same message came before, by another way.</summary>
    Double,
}
