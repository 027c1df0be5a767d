using System.Runtime.CompilerServices;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Data.Deliveries.Given;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>A large file that comes in pieces, through breaks and deaths.</summary>
public sealed class UploadDeskTests
{
    private static readonly byte[] _file = Filled(9_500_000);

    [Fact]
    public async Task Pieces_become_the_raw_file_and_are_gone()
    {
        var test = await Opened();
        var begun = await Begin(test, _file);

        var (first, short1) = await test.Office.Uploads.Append(begun, Part(_file, 0, 5_000_000), test.Now); // a million more than a piece: not kept
        var (all, refusal) = await test.Office.Uploads.Append(first, Part(_file, 4_000_000), test.Now);
        await test.Settle();

        Assert.Equal((0, 4_000_000, 9_500_000), (begun.Offset, first.Offset, all.Offset));
        Assert.Null(short1);
        Assert.Null(refusal);
        var said = (await View(test)).Said!;
        Assert.Equal(("rsa.csv", 9_500_000L, DeliveryWay.Page, ReceivingRules.Attestation), (said.Name, said.Size, said.Way, said.Attested));
        Assert.Equal(_file, await test.Files.Read(DataDeposit.RawPath(said.File)));
        Assert.Empty(await Paths(test, Upload.Folder));
        Assert.Equal(9_500_000, (await test.Office.Uploads.Find(begun.Upload.Id))!.Offset); // whoever did not hear of it asks
        Assert.Equal(1, (await Answered(test)).Revision);
    }

    [Fact]
    public async Task The_same_file_chosen_again_goes_on_where_it_was_and_a_changed_one_begins_anew()
    {
        var test = await Opened();
        await test.Office.Uploads.Append(await Begin(test, _file), Part(_file, 0, 8_000_000), test.Now);

        var again = await Begin(test, _file);
        var changed = await Begin(test, _file, changed: "1700000000001");

        Assert.Equal((8_000_000, 0), (again.Offset, changed.Offset));
        Assert.Equal([again.Upload.Id, changed.Upload.Id], (await test.Office.Uploads.Unfinished(Id, Rsa, Referent().Id, test.Now)).Select(one => one.Upload.Id).Order(new ByList([again.Upload.Id, changed.Upload.Id])));
        Assert.Empty(await test.Office.Uploads.Unfinished(Id, Rsa, Referent("msa-ain-rhone").Id, test.Now));
    }

    [Fact]
    public async Task A_line_that_breaks_keeps_the_whole_pieces()
    {
        var test = await Opened();
        var begun = await Begin(test, _file);

        await Assert.ThrowsAsync<IOException>(() => test.Office.Uploads.Append(begun, new Broken(_file, 9_000_000), test.Now));

        Assert.Equal(8_000_000, (await test.Office.Uploads.Find(begun.Upload.Id))!.Offset);
        Assert.Equal(DeliveryState.Awaited, (await View(test)).State);
    }

    [Fact]
    public async Task A_part_too_short_for_a_piece_is_refused_rather_than_forgotten_in_silence()
    {
        var test = await Opened();

        var (progress, refusal) = await test.Office.Uploads.Append(await Begin(test, _file), Part(_file, 0, 1_000_000), test.Now);

        Assert.Equal((0, Why.Invalid), (progress.Offset, refusal!.Why));
    }

    [Fact]
    public async Task Two_tabs_that_send_the_same_file_make_one_deposit()
    {
        var test = await Opened();
        var begun = await Begin(test, _file);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () => (await test.Office.Uploads.Append(begun, Part(_file, 0), test.Now)).Refusal)));
        await test.Settle();

        Assert.All(both, Assert.Null);
        Assert.Equal(_file, await test.Files.Read(DataDeposit.RawPath((await View(test)).Said!.File)));
        Assert.Equal(1, (await Answered(test)).Revision);
        Assert.Single(test.Mailer.Sent, sent => sent.Letter.StartsWith("receipt-delivery-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_death_between_the_last_piece_and_the_answer_loses_nothing()
    {
        var (test, store) = await Dying();
        var begun = await Begin(test, _file);

        await Assert.ThrowsAsync<IOException>(() => test.Office.Uploads.Append(begun, Part(_file, 0), test.Now));
        var told = (await test.Office.Uploads.Find(begun.Upload.Id))!.Offset;
        store.Dies = false;
        await test.Settle();

        Assert.Equal(8_000_000, told); // whoever asks sends the last piece again
        Assert.Equal(_file, await test.Files.Read(DataDeposit.RawPath((await View(test)).Said!.File)));
        Assert.Equal(9_500_000, (await test.Office.Uploads.Find(begun.Upload.Id))!.Offset);
        Assert.Equal(1, (await Answered(test)).Revision);
    }

    [Fact]
    public async Task The_last_piece_sent_again_has_it_taken_too()
    {
        var (test, store) = await Dying();
        var begun = await Begin(test, _file);
        await Assert.ThrowsAsync<IOException>(() => test.Office.Uploads.Append(begun, Part(_file, 0), test.Now));
        store.Dies = false;

        var (progress, refusal) = await test.Office.Uploads.Append((await test.Office.Uploads.Find(begun.Upload.Id))!, Part(_file, 8_000_000), test.Now.AddMinutes(1));
        await test.Settle();

        Assert.Null(refusal);
        Assert.Equal(9_500_000, progress.Offset);
        Assert.Equal(1, (await Answered(test)).Revision);
    }

    [Fact]
    public async Task What_is_taken_up_after_a_death_does_not_replace_a_file_given_since()
    {
        var (test, store) = await Dying();
        await Assert.ThrowsAsync<IOException>(async () => await test.Office.Uploads.Append(await Begin(test, _file), Part(_file, 0), test.Now));
        store.Dies = false;
        test.Clock.Set(test.Now.AddMinutes(1));

        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));
        await test.Settle();

        Assert.Equal("rsa 2021.csv", (await View(test)).Said!.Name);
    }

    [Fact]
    public async Task Nights_delete_what_was_not_finished_and_pieces_of_nothing()
    {
        var test = await Opened();
        var old = await Begin(test, _file);
        await test.Office.Uploads.Append(old, Part(_file, 0, 8_000_000), test.Now);
        await test.Files.Write($"{Upload.Folder}/{new string('0', 32)}/0000", new byte[1]);
        test.Clock.Set(test.Now.AddDays(2));
        var fresh = await Begin(test, _file, changed: "2");
        await test.Office.Uploads.Append(fresh, Part(_file, 0, 4_000_000), test.Now);

        Assert.Equal(0, await test.Office.Uploads.Retain(test.Now));
        Assert.Equal(3, (await Paths(test, Upload.Folder)).Count);
        Assert.Equal(1, await test.Office.Uploads.Retain(test.Now.AddDays(1)));

        Assert.Equal([fresh.Upload.PathOf(0)], await Paths(test, Upload.Folder));
        Assert.Null(await test.Office.Uploads.Find(old.Upload.Id));
        Assert.Equal(4_000_000, (await test.Office.Uploads.Find(fresh.Upload.Id))!.Offset);
    }

    [Fact]
    public async Task What_is_given_up_is_gone()
    {
        var test = await Opened();
        var begun = await Begin(test, _file);
        await test.Office.Uploads.Append(begun, Part(_file, 0, 4_000_000), test.Now);

        await test.Office.Uploads.Forget(begun.Upload);

        Assert.Null(await test.Office.Uploads.Find(begun.Upload.Id));
        Assert.Empty(await Paths(test, Upload.Folder));
    }

    static byte[] Filled(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    static MemoryStream Part(byte[] file, int from, int? to = null) => new(file, from, (to ?? file.Length) - from, writable: false);

    static async Task<UploadProgress> Begin(TestOffice test, byte[] file, string changed = "1700000000000")
    {
        var id = UploadRules.IdOf(Id, Rsa, Referent().Id, "rsa.csv", file.Length, changed);
        var (progress, refusal) = await test.Office.Uploads.Begin(new Upload(id, Id, Rsa, Caf, Referent().Id, DeliveryWay.Page, "rsa.csv", file.Length, test.Now), true);
        Assert.Null(refusal);
        return progress!;
    }

    static async Task<IReadOnlyList<string>> Paths(TestOffice test, string folder)
    {
        List<string> paths = [];
        await foreach (var path in test.Files.List($"{folder}/"))
            paths.Add(path);
        return paths;
    }

    static async Task<(TestOffice Test, DyingStore Store)> Dying()
    {
        DyingStore? store = null;
        var test = await Opened(inner => store = new DyingStore(inner));
        store!.Dies = true;
        return (test, store);
    }

    sealed class ByList(IReadOnlyList<string> order) : IComparer<string>
    {
        public int Compare(string? x, string? y) => order.ToList().IndexOf(x!) - order.ToList().IndexOf(y!);
    }

    /// <summary>Dies where an answer would be written.</summary>
    sealed class DyingStore(IStore inner) : IStore
    {
        public bool Dies { get; set; }

        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => inner.Get(partition, key, stop);

        public async IAsyncEnumerable<Entry> List(string partition, string from = "", string? before = null, [EnumeratorCancellation] CancellationToken stop = default)
        {
            await foreach (var entry in inner.List(partition, from, before, stop))
                yield return entry;
        }

        public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default) =>
            Dies && partition.StartsWith("consultation-", StringComparison.Ordinal) ? throw new IOException("It died.") : inner.Commit(partition, changes, stop);
    }

    /// <summary>The line is cut after so many bytes.</summary>
    sealed class Broken(byte[] bytes, int at) : MemoryStream(bytes, 0, at)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The line is cut.");
    }
}
