using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Drops;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Data.Deliveries.Given;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>Files laid down for the platform: taken once they are whole, or left and told.</summary>
public sealed class DropDeskTests
{
    [Fact]
    public async Task A_file_is_taken_once_it_is_seen_unchanged_and_waits_for_an_attestation()
    {
        var (test, drop, desk) = await Watched();
        drop.Lay(Rsa, "RSA 2021.csv", Valid);

        Assert.Equal(0, await desk.Look(test.Now)); // it may not be whole
        drop.Lay(Rsa, "RSA 2021.csv", [.. Valid, .. "200040715;Grenoble;12\n"u8]);
        Assert.Equal(0, await desk.Look(test.Now)); // it was not
        Assert.Equal(1, await desk.Look(test.Now));
        await test.Settle();

        var view = await View(test);
        Assert.Equal((DeliveryState.Unattested, DeliveryWay.Folder, "RSA 2021.csv", DropDesk.Nobody), (view.State, view.Said!.Way, view.Said.Name, view.Said.By));
        Assert.Equal(3, view.Deposit!.Checked!.Rows);
        Assert.Empty(drop.Lying);
        Assert.Empty(await desk.Stuck());
        Assert.Contains(test.Mailer.Sent, sent => sent == ($"receipt-delivery-{Id}-{Rsa}-{view.Said.File[..16]}", Referent().Id));
        Assert.Empty(await test.Rows(DropLook.Partition));
    }

    [Fact]
    public async Task It_is_attested_from_the_link_of_its_receipt()
    {
        var (test, drop, desk) = await Watched();
        drop.Lay(Rsa, "rsa.csv", Valid);
        await desk.Look(test.Now);
        await desk.Look(test.Now);

        Assert.Null(await test.Office.Deliveries.Give(File(test, null)));

        Assert.Equal((DeliveryState.Valid, DeliveryWay.Folder), ((await View(test)).State, (await View(test)).Said!.Way));
    }

    [Fact]
    public async Task What_is_for_nobody_too_large_or_empty_stays_and_is_told()
    {
        var (test, drop, desk) = await Watched();
        drop.Lay("RSA", "rsa.csv", Valid);
        drop.Lay("", "rsa.csv", Valid);
        drop.Lay(Rsa, "vide.csv", []);
        drop.Lay(Rsa, "gros.csv", [1], size: 200_000_001);

        for (var look = 0; look < 3; look++)
            Assert.Equal(0, await desk.Look(test.Now.AddMinutes(5 * look)));

        var stuck = await desk.Stuck();
        Assert.Equal(4, drop.Lying.Count);
        Assert.Equal([("", "rsa.csv"), ("RSA", "rsa.csv"), (Rsa, "gros.csv"), (Rsa, "vide.csv")], stuck.Select(one => (one.Folder, one.Name)).OrderBy(one => one.Folder, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal));
        Assert.All(stuck, one => Assert.Equal(test.Now, one.Since)); // told since it was first seen
        Assert.Contains("200\u00A0Mo", stuck.Single(one => one.Name == "gros.csv").Problem);
        drop.Lying.Clear();
        await desk.Look(test.Now);
        Assert.Empty(await desk.Stuck());
    }

    [Fact]
    public async Task Nothing_is_taken_while_the_collection_takes_no_file()
    {
        var (test, drop, desk) = await Watched();
        drop.Lay(Rsa, "rsa.csv", Valid);
        await test.Office.Consultations.Close(new Core.Engine.Effect.CloseConsultation(Id, "close", test.Now, "2022/collecte-donnees"));
        await test.Office.Consultations.Settle(new Core.Engine.Effect.SettleConsultation(Id, "settle", test.Now, "2022/collecte-donnees"));

        await desk.Look(test.Now);
        await desk.Look(test.Now);

        Assert.Single(drop.Lying);
        Assert.Contains("ne prend pas de fichier", Assert.Single(await desk.Stuck()).Problem);
        Assert.Equal(DeliveryState.Awaited, (await View(test)).State);
    }

    [Fact]
    public async Task A_death_between_keeping_and_taking_away_doubles_nothing()
    {
        var (test, drop, desk) = await Watched();
        drop.Lay(Rsa, "rsa.csv", Valid);
        await desk.Look(test.Now);
        drop.Dies = true;

        await Assert.ThrowsAsync<IOException>(() => desk.Look(test.Now));
        drop.Dies = false;
        await desk.Look(test.Now);
        await test.Settle();

        Assert.Empty(drop.Lying);
        Assert.Equal(1, (await Answered(test)).Revision);
        Assert.Single(test.Mailer.Sent, sent => sent.Letter.StartsWith("receipt-delivery-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_cannot_be_taken_away_is_taken_once_and_told()
    {
        var (test, drop, desk) = await Watched();
        drop.Lay(Rsa, "rsa.csv", Valid);
        drop.Holds = true;

        for (var look = 0; look < 4; look++)
            await desk.Look(test.Now);

        Assert.Equal((1, DropRules.StillThere), (drop.Opened, Assert.Single(await desk.Stuck()).Problem));
        drop.Holds = false;
        await desk.Look(test.Now);
        Assert.Empty(await desk.Stuck());
        Assert.Empty(drop.Lying);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_not_kept_and_waits_again()
    {
        var (test, drop, desk) = await Watched();
        drop.Lay(Rsa, "rsa.csv", Valid);
        drop.Changes = true;
        await desk.Look(test.Now);

        Assert.Equal(0, await desk.Look(test.Now));

        Assert.Equal(DeliveryState.Awaited, (await View(test)).State);
        await foreach (var path in test.Files.List(DataDeposit.Folder))
            Assert.Fail(path);
        Assert.Single(drop.Lying);
    }

    [Theory]
    [InlineData("rsa.csv", false)]
    [InlineData("Été 2021 (v2).XLSX", false)]
    [InlineData(".DS_Store", true)]
    [InlineData("~$rsa.xlsx", true)]
    [InlineData("rsa.csv.filepart", true)]
    [InlineData("rsa.PART", true)]
    [InlineData("Thumbs.db", true)]
    public void Names_of_systems_and_transfers_are_passed_over(string name, bool passing) => Assert.Equal(passing, DroppedFile.IsPassing(name));

    static async Task<(TestOffice Test, Place Drop, DropDesk Desk)> Watched()
    {
        var test = await Opened();
        var drop = new Place();
        return (test, drop, new DropDesk(test.Office.Ledger, test.Office.Setting, drop, test.Office.Deliveries));
    }

    sealed class Place : IDrop
    {
        private int versions;

        public List<(DroppedFile File, byte[] Bytes)> Lying { get; } = [];

        public bool Dies { get; set; }

        /// <summary>Nobody may take anything away.</summary>
        public bool Holds { get; set; }

        /// <summary>Somebody writes a file while it is read.</summary>
        public bool Changes { get; set; }

        public int Opened { get; private set; }

        public void Lay(string folder, string name, byte[] bytes, long? size = null)
        {
            Lying.RemoveAll(one => one.File.Folder == folder && one.File.Name == name);
            Lying.Add((new DroppedFile(folder, name, size ?? bytes.Length, default, $"{++versions}"), bytes));
        }

        public Task<IReadOnlyList<DroppedFile>> Look(CancellationToken stop = default) => Task.FromResult<IReadOnlyList<DroppedFile>>([.. Lying.Select(one => one.File)]);

        public Task<Stream?> Open(DroppedFile file, CancellationToken stop = default)
        {
            Opened++;
            var bytes = Lying.Single(one => one.File == file).Bytes.ToArray();
            return Task.FromResult<Stream?>(Changes ? new Unsteady(bytes) : new MemoryStream(bytes));
        }

        public Task<bool> Remove(DroppedFile file, CancellationToken stop = default)
        {
            if (Dies)
                throw new IOException("It died.");
            if (!Holds)
                Lying.RemoveAll(one => one.File == file);
            return Task.FromResult(!Holds);
        }
    }

    /// <summary>Somebody writes it between two readings.</summary>
    sealed class Unsteady(byte[] bytes) : MemoryStream(bytes)
    {
        private byte writes;

        public override long Position
        {
            get => base.Position;
            set
            {
                base.Position = Length - 2;
                WriteByte(++writes);
                base.Position = value;
            }
        }
    }
}
