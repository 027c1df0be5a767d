using System.Net;
using System.Text.RegularExpressions;
using Almanach.Adapters.Platforms;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Rehearsal;
using Almanach.Local.Rehearsal;

namespace Almanach.Local.Tests.Rehearsal;

/// <summary>The real folder's year 2022, rehearsed once for all the tests that only look at it.</summary>
public sealed partial class RehearsedYear : IAsyncLifetime
{
    public const string Name = "rehearsed year";

    private RehearsalOffice? rehearsal;

    public static Setting Setting { get; } = PlatformOnDisk.Setting(Path.Combine(Repository.Root, "platforms/pfoss-ara")).Setting!;

    public static Script Script { get; } = ScriptFile.Read(Path.Combine(Repository.Root, "platforms/pfoss-ara"), 2022)!;

    public TempFolder Folder { get; } = new();

    public Office Office => rehearsal!.Office;

    public Summary Summary { get; private set; } = null!;

    /// <summary>Every message of the year with what became of its copies.</summary>
    public IReadOnlyList<SentMessage> Messages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        rehearsal = new RehearsalOffice(Setting, Script, Folder.Root);
        Summary = await rehearsal.Walk();
        List<SentMessage> messages = [];
        await foreach (var line in Office.Ledger.List<MailingLine>(MailingLine.Partition, ""))
        {
            var state = (await Office.Ledger.Find<MailingState>(MailingState.Partition(line.Value.Key), MailingState.Key))!.Value;
            messages.Add(new SentMessage(state, await Office.MailRoom.Members(state.Mailing), await Office.MailRoom.Outcomes(line.Value.Key)));
        }
        Messages = messages;
    }

    public ValueTask DisposeAsync()
    {
        rehearsal?.Dispose();
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What a reader of a document reads, on one line, each space a plain one.</summary>
    public string Read(string document)
    {
        var html = File.ReadAllText(Path.Combine(Folder.Root, "documents", document + ".html"));
        var text = WebUtility.HtmlDecode(Tags().Replace(Inline().Replace(Unread().Replace(html, ""), ""), " "));
        return Spaces().Replace(text, " ");
    }

    [GeneratedRegex("<(style|head)[ >].*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("</?(strong|b|em|a|span)( [^>]*)?>")]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();
}

/// <param name="Copies">Contact id and outcome.</param>
public sealed record SentMessage(MailingState State, IReadOnlyList<AudienceMember> Members, IReadOnlyDictionary<string, Delivery> Copies)
{
    public string Key => State.Mailing.Key;
}

[CollectionDefinition(RehearsedYear.Name)]
public sealed class RehearsedYearDefinition : ICollectionFixture<RehearsedYear>;
