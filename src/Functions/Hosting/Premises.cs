using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using Almanach.Adapters.Html;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Functions.Storage;
using Almanach.Web;

namespace Almanach.Functions.Hosting;

/// <summary>An office on Azure: its table, its blobs, its queues, its keys. Nothing is asked of them before the first call.</summary>
public static class Premises
{
    public static Office Open(Setting setting, AzureSettings settings, AzureStorage storage, Func<IFiles, IMailer> mailer, TimeProvider clock)
    {
        var files = new BlobFiles(storage);
        return new Office(setting, new Surroundings(
            new TableStore(storage, TimeProvider.System), files, new StorageQueue(storage), mailer(files), new WebRender(), new WordWriter(), new HtmlText(), clock, settings.Keys.Links, settings.Root, settings.Incoming.Box)
        { DataFiles = new DataFileReader(), Territories = () => ShippedTerritories.Atlas, Drop = new BlobDrop(storage) });
    }
}
