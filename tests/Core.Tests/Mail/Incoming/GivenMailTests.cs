using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Tests.Mail.Incoming;

/// <summary>Real messages, of which none is in the repository: at least 95 % right, and no automatic answer taken for a person's.</summary>
public sealed class GivenMailTests
{
    [Fact]
    public void Of_real_replies_all_the_persons_own_lines_are_kept_and_no_others()
    {
        var folder = Samples.Given("replies");
        var labels = File.ReadLines(Path.Combine(Samples.Folder, "labels-replies.csv")).Skip(1).Select(line => line.Split(',')).ToList();

        var wrong = labels.Where(label => !IsRight(Directory.GetFiles(folder, Path.GetFileName(label[0]), SearchOption.AllDirectories).Single(), label[1])).Select(label => label[0]).ToList();

        Assert.Equal(26, labels.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Of_real_bounces_95_in_100_are_told_hard_or_soft_as_expected()
    {
        var folder = Samples.Given("bounces");
        var rows = File.ReadLines(Path.Combine(folder, "expected.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[4] != "auto-reply").ToList();

        var wrong = rows.Where(row => !Right(Read(folder, row[0]), row[4], row[5] == "1")).Select(row => row[0]).ToList();

        Assert.Equal(115, rows.Count);
        Assert.True(wrong.Count * 20 <= rows.Count, string.Join(", ", wrong));
    }

    [Fact]
    public void Every_bounce_names_the_address_that_failed()
    {
        var folder = Samples.Given("bounces");

        var bounces = Directory.GetFiles(folder, "*.eml").Select(file => Read(folder, Path.GetFileName(file))).Where(mail => mail.Kind == IncomingKind.Bounce).ToList();

        Assert.True(bounces.Count > 110);
        Assert.All(bounces, mail => Assert.All(mail.Bounces, bounce => Assert.Contains('@', bounce.Recipient)));
    }

    [Fact]
    public void Of_real_automatic_answers_none_is_taken_for_a_persons()
    {
        var folder = Samples.Given("bounces");

        var kinds = Directory.GetFiles(folder, "rfc3834-*.eml").Select(file => Read(folder, Path.GetFileName(file)).Kind).ToList();

        Assert.Equal(6, kinds.Count);
        Assert.All(kinds, kind => Assert.Equal(IncomingKind.AutoReply, kind));
    }

    private static IncomingMail Read(string folder, string file) => Samples.Reader.Read(File.ReadAllBytes(Path.Combine(folder, file)));

    private static bool Right(IncomingMail mail, string reason, bool hard) =>
        reason == "delivered" ? mail.Kind != IncomingKind.Reply && !mail.Bounces.Any(bounce => bounce.Hard) : mail.Kind == IncomingKind.Bounce && mail.Bounces[0].Hard == hard;

    /// <param name="kept">Lines from 1, « 1;9-34 ».</param>
    private static bool IsRight(string file, string kept)
    {
        var lines = File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var own = kept.Split(';').SelectMany(range => range.Split('-') is [var first, var last]
            ? lines[(Number(first) - 1)..Number(last)]
            : [lines[Number(range) - 1]]);
        var mail = Samples.Reader.Read(File.ReadAllBytes(file));
        return mail.Kind == IncomingKind.Reply && Words(own).SequenceEqual(Words(mail.Text.Split('\n')));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Words(IEnumerable<string> lines) => lines.Select(line => line.Trim()).Where(line => line.Length > 0);
}
