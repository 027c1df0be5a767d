using Almanach.Adapters.AllowList;
using Almanach.Adapters.Outbox;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Functions.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Almanach.Functions.Hosting;

/// <summary>How mail leaves.</summary>
/// <param name="SendGrid">Null: mail is written among the files, and nothing leaves.</param>
public sealed record MailSettings(SendGridSettings? SendGrid)
{
    /// <returns>The settings, or null with the problems.</returns>
    public static (MailSettings? Settings, IReadOnlyList<string> Problems) Read(IConfiguration settings)
    {
        switch (settings["Almanach:Mail"])
        {
            case null or "" or "outbox":
                return (new MailSettings((SendGridSettings?)null), []);
            case "sendgrid":
                var sendGrid = Provider(settings.GetSection("Almanach:SendGrid"));
                List<string> problems = [.. sendGrid.Problems().Select(problem => $"Almanach__SendGrid__{problem.Setting}\u00A0: {problem.Words}")];
                if (settings["Almanach:SendGrid:Sandbox"] is not (null or "" or "true" or "false"))
                    problems.Add("Almanach__SendGrid__Sandbox\u00A0: écrivez «\u00A0true\u00A0» (rien ne part) ou «\u00A0false\u00A0».");
                else if (sendGrid.Sandbox && AzureSettingsReader.IsProduction(settings))
                    problems.Add("Almanach__SendGrid__Sandbox\u00A0: en production, les messages seraient dits remis et n’arriveraient à personne. Indiquez «\u00A0false\u00A0».");
                return (problems.Count == 0 ? new MailSettings(sendGrid) : null, problems);
            case var other:
                return (null, [$"Almanach__Mail\u00A0: «\u00A0{other}\u00A0» n’existe pas. Choisissez «\u00A0outbox\u00A0» (rien ne part) ou «\u00A0sendgrid\u00A0»."]);
        }
    }

    /// <summary>Outside production, mail goes to the platform's allowed domains only.</summary>
    public IMailer Mailer(IFiles files, Setting setting, AzureSettings settings, ILoggerFactory logs) => this switch
    {
        { SendGrid: null } => new OutboxMailer(files),
        { SendGrid: { } provider } when settings.Production => Mailer(provider, logs),
        { SendGrid: { } provider } => new AllowListMailer(Mailer(provider, logs), setting.Platform.AllowedDomains, logs.CreateLogger<AllowListMailer>()),
    };

    private static SendGridMailer Mailer(SendGridSettings provider, ILoggerFactory logs) =>
        new(provider, TimeProvider.System, logs.CreateLogger<SendGridMailer>());

    private static SendGridSettings Provider(IConfigurationSection section) => new(section["Key"] is { } key && !AzureSettingsReader.IsReference(key) ? key : "")
    {
        Region = section["Region"] is { Length: > 0 } region ? region : "eu",
        Address = section["Address"] ?? "",
        Sandbox = section["Sandbox"] is "true",
    };
}
