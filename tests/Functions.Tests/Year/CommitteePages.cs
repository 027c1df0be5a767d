using System.Net;
using System.Security.Cryptography;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Spreadsheets;
using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Functions.Hosting;
using Almanach.Functions.Tests.Triggers;
using Almanach.Web.Cockpit;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Almanach.Functions.Tests.Year;

/// <summary>Everything the coordinator, a member and anybody read of the committee's two meetings at the end of the year, as one host answers it.</summary>
public static class CommitteePages
{
    private static readonly WebSettings Web = new(new string('k', 32), new byte[32], Demonstration: false);

    private static readonly string[] Rooms =
    [
        "/cockpit", "/cockpit/annee/2022", "/cockpit/annee/2022/roue", "/cockpit/reunions", "/cockpit/reunions/2022-copil", "/cockpit/reunions/2022-copil/decisions",
        "/cockpit/reunions/2022-copil-extraordinaire", "/cockpit/consultations", "/cockpit/consultations/2022-date-copil-extraordinaire",
        "/cockpit/consultations/2022-copil-presence", "/cockpit/consultations/2022-presence-extraordinaire", "/cockpit/consultations/2022-approbation-2022-copil-v1",
        "/cockpit/consultations/2022-approbation-2022-copil-extraordinaire-v1", "/cockpit/programme/2022", "/cockpit/programme/2022/documents/compte-rendu",
        "/cockpit/programme/2022/documents/compte-rendu/word", "/cockpit/programme/2022/documents/compte-rendu-extraordinaire", "/cockpit/programme/2022/documents/compte-rendu-extraordinaire/approuver",
        "/cockpit/journal", "/", "/documents", "/documents/programme-2022", "/programme/2022", "/agenda.ics",
    ];

    /// <summary>A line each: what was asked for and the hash of what was answered.</summary>
    public static async Task<IReadOnlyList<string>> OnFunctions(Office office, AzureSettings settings)
    {
        await using var server = await FunctionsServer.Start(services => services.AddAlmanach(settings, _ => office));
        return await Read(server.Address, office);
    }

    /// <summary>The same from Kestrel, composed as the host of one machine does.</summary>
    public static async Task<IReadOnlyList<string>> OnKestrel(Office office)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWeb(office, Web).AddSingleton<ITables, TableFiles>().AddSingleton(RehearsalRoom.Beside(office.Around));
        await using var app = builder.Build();
        app.UseWeb();
        await app.StartAsync();
        return await Read(new Uri(app.Urls.Single()), office);
    }

    private static async Task<IReadOnlyList<string>> Read(Uri address, Office office)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", Cookie.Value);
        List<string> lines = [];
        foreach (var room in Rooms.Concat(await OfMember(office)))
        {
            using var response = await client.GetAsync(new Uri(room, UriKind.Relative));
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{room}: {(int)response.StatusCode}");
            lines.Add($"GET {room} {Convert.ToHexString(SHA256.HashData(bytes))}");
        }
        return lines;
    }

    /// <summary>By her links: her own page, her answers, and both minutes.</summary>
    private static async Task<IReadOnlyList<string>> OfMember(Office office)
    {
        var member = office.Setting.Folder.Contacts.First(contact => contact.Active && contact.SitsIn("copil") && contact.Is(RoleKind.Member));
        string Link(LinkPurpose purpose, string subject) => office.Links.Token(new LinkTo(purpose, subject, office.Now.AddDays(90)), member);
        List<string> links = [$"/p/{Link(LinkPurpose.Person, "")}", $"/d/{Link(LinkPurpose.Document, "compte-rendu-2022-copil")}", $"/d/{Link(LinkPurpose.Document, "compte-rendu-2022-copil-extraordinaire")}"];
        foreach (var id in new[] { "2022-date-copil-extraordinaire", "2022-presence-extraordinaire", "2022-approbation-2022-copil-extraordinaire-v1" })
            links.Add($"/r/{office.Links.Token(ConsultationDesk.Link((await office.Consultations.Find(id))!) with { Expires = office.Now.AddDays(90) }, member)}");
        return links;
    }

    /// <summary>One session for both hosts: their forms bear the same token.</summary>
    private static readonly Lazy<string> Cookie = new(() =>
    {
        var context = new DefaultHttpContext();
        new Session(Web, TimeProvider.System).Open(context);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    });
}
