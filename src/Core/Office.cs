using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Drops;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Data.Deliveries.LastYear;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Data.Portraits;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Library;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Library.Joining;
using Almanach.Core.Library.News;
using Almanach.Core.Library.Pages;
using Almanach.Core.Library.Space;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Core.Newsletter.Automatic;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Pictures;
using Almanach.Core.Ports;
using Almanach.Core.Privacy;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Holding;
using Almanach.Core.Retention;
using Almanach.Core.Themes;

namespace Almanach.Core;

/// <summary>What a host brings: the ports, the clock, the keys, the public address.</summary>
/// <param name="Root">Public address without a final slash.</param>
/// <param name="ReplyBox">The box whose mail is read; empty where none is, and answers go to the platform's own.</param>
public sealed record Surroundings(
    IStore Store, IFiles Files, IQueue Queue, IMailer Mailer, IRender Render, IWordWriter Word, IHtmlText Html,
    TimeProvider Clock, LinkKeys Keys, string Root, string ReplyBox = "")
{
    /// <summary>Reads the data files that producers deliver; null where none is checked.</summary>
    public IDataFiles? DataFiles { get; init; }

    /// <summary>The lists of territories that came with the program, read when first asked for; null where figures have no place.</summary>
    public Func<Atlas>? Territories { get; init; }

    /// <summary>Where files are laid down for the platform; null where no place is watched.</summary>
    public IDrop? Drop { get; init; }

    /// <summary>Prints pages; null where no browser is.</summary>
    public IPdf? Pdf { get; init; }
}

/// <summary>
/// The whole program over its ports, wired once: the live hosts and a rehearsal build the same office
/// and differ in what surrounds it.
/// </summary>
public sealed class Office
{
    public Office(Setting setting, Surroundings around)
    {
        Setting = setting;
        Around = around;
        Agenda = new Agenda(around.Store, around.Clock);
        Outlook = new Outlook(around.Store, Agenda);
        Ledger = new Ledger(around.Store, around.Queue, Agenda, around.Clock);
        Journal = new Journal(around.Store);
        Signer = new LinkSigner(around.Keys);
        Links = new LinkMaker(Signer, around.Root);
        var replyAddresses = new ReplyAddresses(new ReplySigner(around.Keys), around.ReplyBox);
        Pictures = new PictureShelf(Ledger, around.Files);
        Audiences = new AudienceShelf(around.Files);
        Texts = new TextShelf(Ledger, setting);
        Network = new NetworkDesk(Ledger, around.Store, () => setting.Zone.DayOf(around.Clock.GetUtcNow()));
        Suppressions = new SuppressionDesk(Ledger, around.Store, Network);
        Catalogue = new CatalogueDesk(Ledger, around.Store, Network, setting, around.Root);
        DeliveryFiles = new DeliveryShelf(Ledger, around.Files);
        CatalogueRequests = new CatalogueRequestDesk(Ledger, setting);
        Addressees = new AddresseeMaker(Links, replyAddresses, setting.Platform);
        Letters = new LetterMaker(setting, Texts, around.Render, Links, replyAddresses);
        SignIn = new SignInDesk(Ledger, Letters, Addressees, around.Mailer, around.Keys);
        MailRoom = new MailRoom(Ledger, around.Store, Audiences, Letters, around.Mailer);
        Pauses = new PauseDesk(Ledger, around.Store, MailRoom);
        Sends = new SendDesk(Outlook, MailRoom, Pauses, TimeSpan.FromSeconds(setting.Platform.Mail.GraceSeconds));
        Themes = new ThemeDesk(Ledger);
        Programme = new ProgrammeDesk(Ledger, setting);
        LeftOver = new LeftOver(setting, Themes, Programme);
        Cycle = new CycleDesk(Ledger, setting, LeftOver, Themes);
        var receipts = new Receipts(setting, Network, Themes, Audiences);
        Secrets = new SecretDesk(Ledger, receipts);
        Seals = new CodeSeal(around.Keys);
        Preparation = new PreparationDesk(Ledger, setting);
        Consultations = new ConsultationDesk(
            Ledger, setting, Cycle, Network, Audiences, new OptionDesk(Themes, Programme), receipts, new Withdrawals(setting, Network, Audiences), Secrets, Catalogue, DeliveryFiles);
        EarlierFiles = new EarlierDesk(setting, DeliveryFiles, around.DataFiles);
        Deliveries = new DeliveryDesk(Ledger, setting, DeliveryFiles, around.DataFiles, Consultations, receipts, around.Territories is null ? null : stop => Dashboard!.Atlas(stop), EarlierFiles);
        Uploads = new UploadDesk(Ledger, around.Files, Consultations, Deliveries);
        Drops = new DropDesk(Ledger, setting, around.Drop, Deliveries);
        Repairs = new RepairDesk(setting, DeliveryFiles, Consultations, Deliveries);
        CatalogueUpdates = new UpdateDesk(Ledger, Catalogue, Consultations, Cycle, setting);
        SeriesFiles = new SeriesShelf(Ledger, around.Files);
        Series = new SeriesDesk(Ledger, SeriesFiles, DeliveryFiles, setting, around.Territories is null ? null : around.DataFiles, stop => Dashboard!.Atlas(stop), new LeakNotice(Consultations, receipts));
        Dashboard = new DashboardDesk(setting, SeriesFiles, Series, around.Files, around.Territories);
        Origins = new OriginDesk(SeriesFiles);
        Alerts = new AlertDesk(Ledger, setting, Network, Audiences, Dashboard, around.Root);
        Portraits = new PortraitDesk(Ledger, setting, Dashboard, around.Files, around.Render, around.Pdf, around.Root);
        FreshLinks = new FreshLinks(Ledger, setting, Network, Audiences);
        Space = new SpaceDesk(Ledger, setting, Network, Audiences);
        LinkRequests = new LinkRequestDesk(Ledger, Space, FreshLinks);
        Requests = new RequestDesk(Ledger);
        Objections = new ObjectionDesk(Ledger);
        Meetings = new MeetingDesk(Ledger, setting, Cycle, Network, Audiences, Programme, MailRoom);
        SubscriberRows = new SubscriberShelf(Ledger, around.Store);
        Subscribers = new SubscriberDesk(Ledger, setting);
        Subscriptions = new SubscriptionDesk(Ledger, setting, Network, SubscriberRows, Subscribers);
        SignUps = new SignUpDesk(Ledger, setting, Network, Subscriptions, Subscribers, Suppressions, Audiences);
        Guests = new Guests(Ledger, Network, SubscriberRows);
        Events = new EventDesk(Ledger, around.Store, MailRoom, Guests);
        Registrations = new RegistrationDesk(Ledger, setting, Cycle, Meetings, Consultations, Network, Guests, Audiences);
        Outside = new OutsideDesk(Ledger, Themes, Cycle);
        Groups = new GroupDesk(Ledger, setting, Network);
        Documents = new DocumentDesk(
            Ledger, setting, around.Files, around.Render, around.Word, Audiences, Network, Cycle, Themes, Programme, Consultations, Meetings, Groups, LeftOver, MailRoom);
        Deposits = new DepositDesk(Ledger, setting, around.Files, Meetings, Groups);
        Library = new LibraryDesk(setting, Documents, Deposits, Groups);
        Approvals = new ApprovalDesk(Ledger, setting, around.Files, around.Render, around.Word, Audiences, Network, Consultations, Documents, MailRoom);
        Launches = new LaunchDesk(Ledger, setting, Consultations, Programme, Network, Audiences);
        Holdings = new HoldingDesk(Ledger, setting, Cycle, Programme, Themes, Consultations, Network, Audiences);
        LaunchMeetings = new LaunchMeetingDesk(setting, Cycle, Groups, Network, Audiences);
        Tally = new TallyDesk(Ledger, setting, MailRoom);
        Asks = new AskDesk(Ledger, setting, Cycle, Consultations, Network, Suppressions, Audiences, Tally);
        Newcomers = new NewcomerDesk(Ledger, setting, Network, Consultations, Asks, Audiences);
        Members = new MemberDesk(Ledger, Network, setting, Audiences);
        var handOver = new HandOverDesk(Ledger, setting, Network, Consultations, Asks, Documents, Audiences);
        Successions = new SuccessionDesk(setting, Network, Members, Requests, Cycle, Consultations, handOver, Meetings);
        Terms = new TermDesk(Members, setting);
        Vacancies = new VacancyDesk(Ledger, Network, Requests, Audiences);
        Retention = new RetentionDesk(Ledger, around.Store, around.Files, Members, Groups, Programme, Pictures, SignUps, Subscribers, CatalogueRequests, CatalogueUpdates, Deliveries, Uploads, Suppressions, setting);
        DataRequests = new DataRequestDesk(Ledger, Network, Members);
        Opening = new Opening(setting, Ledger, Network, Cycle, Asks, Catalogue);
        Pages = new PageShelf(Ledger, setting);
        News = new NewsDesk(Ledger);
        Joins = new JoinDesk(Ledger, setting, Network, Members);
        var joinTraces = new JoinTraces(Ledger, Joins);
        Traces = new PersonTraces(
            Ledger, around.Store, around.Files, Opening, Cycle, Guests, Registrations, Programme, Groups, Subscribers, SignUps, Catalogue, CatalogueRequests, CatalogueUpdates, joinTraces, Suppressions);
        Erasures = new ErasureDesk(Network, Members, Requests, DataRequests, joinTraces, Traces, Outlook, setting);
        Imports = new ImportDesk(Network, Ledger, around.Files, Audiences, MailRoom);
        Dates = new DateDesk(Cycle, Consultations);
        var fates = new FateDesk(Themes, Consultations, Meetings, Programme, Network, Audiences, MailRoom);
        Newsletters = new NewsletterDesk(Ledger, setting, Cycle, around.Files);
        Editions = new EditionDesk(setting, Newsletters, new FactsDesk(setting, Cycle, Programme, Registrations, Library, Catalogue), Consultations, Network, Subscriptions, MailRoom, Audiences, around.Files);
        Foresight = new Foresight(Consultations, Meetings, Documents, fates, Registrations, LaunchMeetings, Editions);
        Replies = new ReplyDesk(setting, Meetings, Cycle, Consultations, Network);
        Questions = new QuestionIndex(Cycle, Consultations, Documents);
        Inbox = new InboxDesk(Ledger, around.Files, new IncomingReader(around.Html),
            new InboxSorter(setting, replyAddresses, Network, Consultations, Questions, Replies, Pictures, Subscribers, Catalogue, Deliveries), Events);
        var postman = new Postman(Ledger, Audiences, Guests, Suppressions, Addressees, around.Mailer, around.Clock);
        Troubles = new Troubles(Ledger, around.Store, around.Queue, Agenda, around.Clock);
        Worker = new Worker(around.Store, around.Queue, Agenda, Journal,
            new Performer(setting, Cycle, Consultations, Themes, fates, Meetings, Registrations, Programme, Groups, LaunchMeetings, Documents, Approvals, Asks, MailRoom, postman, Pauses,
                Suppressions, new InboxMorning(Ledger, Inbox, setting), Imports, Newcomers, handOver, Requests, Vacancies, Inbox, Erasures, Editions, Newsletters, Pictures, LinkRequests, CatalogueUpdates, Deliveries, Uploads, Series, Portraits, around.Clock), Troubles, around.Mailer.BatchesAtOnce, around.Clock);
        Poison = new PoisonWatch(around.Store, around.Queue, Troubles, around.Clock);
        Ticker = new Ticker(around.Store, around.Queue, Agenda, around.Clock);
        Load = new LoadDesk(setting, Opening, Cycle, Preparation, Foresight, Consultations, Network, Suppressions, Asks, Tally, new EditionsAhead(setting, Newsletters, Consultations), Approvals, Outlook);
        Feed = new MeetingFeed(setting, Opening, Cycle, Meetings, Registrations, around.Root);
    }

    public Setting Setting { get; }
    public Surroundings Around { get; }
    public Agenda Agenda { get; }
    public Outlook Outlook { get; }
    public Ledger Ledger { get; }
    public Journal Journal { get; }
    public LinkSigner Signer { get; }
    public LinkMaker Links { get; }
    public PictureShelf Pictures { get; }
    public AudienceShelf Audiences { get; }
    public TextShelf Texts { get; }
    public NetworkDesk Network { get; }
    public CatalogueDesk Catalogue { get; }
    public CatalogueRequestDesk CatalogueRequests { get; }
    public UpdateDesk CatalogueUpdates { get; }
    public UploadDesk Uploads { get; }
    public DropDesk Drops { get; }
    public DeliveryShelf DeliveryFiles { get; }
    public DeliveryDesk Deliveries { get; }
    public RepairDesk Repairs { get; }
    public EarlierDesk EarlierFiles { get; }
    public SeriesShelf SeriesFiles { get; }
    public SeriesDesk Series { get; }
    public DashboardDesk Dashboard { get; }
    public OriginDesk Origins { get; }
    public AlertDesk Alerts { get; }
    public PortraitDesk Portraits { get; }
    public AddresseeMaker Addressees { get; }
    public LetterMaker Letters { get; }
    public SignInDesk SignIn { get; }
    public MailRoom MailRoom { get; }
    public EventDesk Events { get; }
    public SuppressionDesk Suppressions { get; }
    public PauseDesk Pauses { get; }
    public SendDesk Sends { get; }
    public ThemeDesk Themes { get; }
    public ProgrammeDesk Programme { get; }
    public LaunchDesk Launches { get; }
    public HoldingDesk Holdings { get; }
    public GroupDesk Groups { get; }
    public LaunchMeetingDesk LaunchMeetings { get; }
    public LeftOver LeftOver { get; }
    public CycleDesk Cycle { get; }
    public PreparationDesk Preparation { get; }
    public Foresight Foresight { get; }
    public ConsultationDesk Consultations { get; }
    public SecretDesk Secrets { get; }
    public CodeSeal Seals { get; }
    public FreshLinks FreshLinks { get; }

    public LinkRequestDesk LinkRequests { get; }
    public SpaceDesk Space { get; }
    public RequestDesk Requests { get; }
    public ObjectionDesk Objections { get; }
    public OutsideDesk Outside { get; }
    public MeetingDesk Meetings { get; }
    public DateDesk Dates { get; }
    public ReplyDesk Replies { get; }
    public QuestionIndex Questions { get; }
    public InboxDesk Inbox { get; }
    public Guests Guests { get; }
    public SubscriptionDesk Subscriptions { get; }
    public SubscriberDesk Subscribers { get; }
    public SubscriberShelf SubscriberRows { get; }
    public SignUpDesk SignUps { get; }
    public RegistrationDesk Registrations { get; }
    public DocumentDesk Documents { get; }
    public DepositDesk Deposits { get; }
    public PageShelf Pages { get; }
    public NewsDesk News { get; }
    public JoinDesk Joins { get; }
    public LibraryDesk Library { get; }
    public ApprovalDesk Approvals { get; }
    public NewsletterDesk Newsletters { get; }
    public EditionDesk Editions { get; }
    public TallyDesk Tally { get; }
    public AskDesk Asks { get; }
    public LoadDesk Load { get; }
    public NewcomerDesk Newcomers { get; }
    public ImportDesk Imports { get; }
    public Troubles Troubles { get; }
    public PoisonWatch Poison { get; }
    public MemberDesk Members { get; }
    public SuccessionDesk Successions { get; }
    public VacancyDesk Vacancies { get; }
    public TermDesk Terms { get; }
    public RetentionDesk Retention { get; }
    public DataRequestDesk DataRequests { get; }
    public PersonTraces Traces { get; }
    public ErasureDesk Erasures { get; }
    public Worker Worker { get; }
    public Ticker Ticker { get; }
    public Opening Opening { get; }
    public MeetingFeed Feed { get; }

    public DateTimeOffset Now => Around.Clock.GetUtcNow();
}
