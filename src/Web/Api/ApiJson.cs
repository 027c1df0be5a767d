using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Series;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Network;
using Almanach.Core.Programme;
using Almanach.Web.Dashboard;

namespace Almanach.Web.Api;

/// <summary>What goes in and out as JSON: camelCase, enums by name, nothing unknown, nothing twice, nothing left out that is needed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ApiNames)])]
[JsonSerializable(typeof(SkipBody))]
[JsonSerializable(typeof(ReopenBody))]
[JsonSerializable(typeof(MoveBody))]
[JsonSerializable(typeof(ProposeBody))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(SplitBody))]
[JsonSerializable(typeof(EditBody))]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(AnswerValue.Text), TypeInfoPropertyName = "AnswerText")]
[JsonSerializable(typeof(AttendanceBody))]
[JsonSerializable(typeof(RegistrationBody))]
[JsonSerializable(typeof(RegisterBody))]
[JsonSerializable(typeof(RegistrationAnswer))]
[JsonSerializable(typeof(IReadOnlyList<RegisteredAnswer>))]
[JsonSerializable(typeof(SecondBody))]
[JsonSerializable(typeof(ReplyBody))]
[JsonSerializable(typeof(VoteOutcomeView))]
[JsonSerializable(typeof(DecisionsBody))]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(SpeakersBody))]
[JsonSerializable(typeof(ActionMeetingBody))]
[JsonSerializable(typeof(LaunchMeetingBody))]
[JsonSerializable(typeof(DeclineMeetingBody))]
[JsonSerializable(typeof(NotHeldBody))]
[JsonSerializable(typeof(StageBody))]
[JsonSerializable(typeof(StudyBody))]
[JsonSerializable(typeof(LaunchBody))]
[JsonSerializable(typeof(CardBody))]
[JsonSerializable(typeof(WithdrawBody))]
[JsonSerializable(typeof(PortraitBody))]
[JsonSerializable(typeof(IReadOnlyList<PortraitLine>))]
[JsonSerializable(typeof(ConfirmBody))]
[JsonSerializable(typeof(NeedAnswerBody))]
[JsonSerializable(typeof(IReadOnlyList<CatalogueEntry>))]
[JsonSerializable(typeof(IReadOnlyList<EntryProposal>))]
[JsonSerializable(typeof(UpdateProgress))]
[JsonSerializable(typeof(IReadOnlyList<ErrorReport>))]
[JsonSerializable(typeof(IReadOnlyList<StatedNeed>))]
[JsonSerializable(typeof(CatalogueImportReport))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryBrief>))]
[JsonSerializable(typeof(IReadOnlyList<AcceptedFile>))]
[JsonSerializable(typeof(AcceptDeliveryBody))]
[JsonSerializable(typeof(IReadOnlyList<ReleaseBrief>))]
[JsonSerializable(typeof(IReadOnlyList<UnreadFile>))]
[JsonSerializable(typeof(UnreadBody))]
[JsonSerializable(typeof(OpenCatalogue))]
[JsonSerializable(typeof(OpenView))]
[JsonSerializable(typeof(SeenBody))]
[JsonSerializable(typeof(CarryOverBody))]
[JsonSerializable(typeof(IReadOnlyList<EditionBrief>))]
[JsonSerializable(typeof(NewEditionBody))]
[JsonSerializable(typeof(OpeningBody))]
[JsonSerializable(typeof(ArticleBody))]
[JsonSerializable(typeof(AsideBody))]
[JsonSerializable(typeof(GroupBody))]
[JsonSerializable(typeof(YearReportBody))]
[JsonSerializable(typeof(DrawBody))]
[JsonSerializable(typeof(TextBody))]
[JsonSerializable(typeof(AttachBody))]
[JsonSerializable(typeof(DatesBody))]
[JsonSerializable(typeof(PollBody))]
[JsonSerializable(typeof(FixBody))]
[JsonSerializable(typeof(ArrangementBody))]
[JsonSerializable(typeof(NewOrganisationBody))]
[JsonSerializable(typeof(OrganisationBody))]
[JsonSerializable(typeof(NewContactBody))]
[JsonSerializable(typeof(ContactBody))]
[JsonSerializable(typeof(SuppressBody))]
[JsonSerializable(typeof(NewslettersBody))]
[JsonSerializable(typeof(AddressBody))]
[JsonSerializable(typeof(Core.Newsletter.Subscriptions.ListCounts))]
[JsonSerializable(typeof(TermsBody))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(Created))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(OrganisationView))]
[JsonSerializable(typeof(ContactCard))]
[JsonSerializable(typeof(BoardView))]
[JsonSerializable(typeof(TextView))]
[JsonSerializable(typeof(MessageView))]
[JsonSerializable(typeof(ErrorView))]
[JsonSerializable(typeof(YearPlan))]
[JsonSerializable(typeof(YearLoad))]
[JsonSerializable(typeof(Consultation))]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(PublishedDocument))]
[JsonSerializable(typeof(Deposit))]
[JsonSerializable(typeof(DepositSheet))]
[JsonSerializable(typeof(DiffusionBody))]
[JsonSerializable(typeof(NewsBody))]
[JsonSerializable(typeof(AcceptJoinBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(IReadOnlyList<Core.Library.News.NewsItem>))]
[JsonSerializable(typeof(IReadOnlyList<Core.Library.Joining.JoinRequest>))]
[JsonSerializable(typeof(IReadOnlyList<Deposit>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<NewDate>))]
[JsonSerializable(typeof(IReadOnlyList<Consultation>))]
[JsonSerializable(typeof(IReadOnlyList<Answer>))]
[JsonSerializable(typeof(IReadOnlyList<ProgrammeAction>))]
[JsonSerializable(typeof(IReadOnlyList<Group>))]
[JsonSerializable(typeof(IReadOnlyList<PublishedDocument>))]
[JsonSerializable(typeof(IReadOnlyList<Organisation>))]
[JsonSerializable(typeof(IReadOnlyList<ContactView>))]
[JsonSerializable(typeof(IReadOnlyList<SuccessionRequest>))]
[JsonSerializable(typeof(IReadOnlyList<Core.Privacy.DataRequest>))]
[JsonSerializable(typeof(IReadOnlyList<DateProspect>))]
[JsonSerializable(typeof(IReadOnlyList<TakenReply>))]
[JsonSerializable(typeof(IReadOnlyList<MailingLine>))]
[JsonSerializable(typeof(IReadOnlyList<Core.Mail.Inbox.ReceivedMail>))]
[JsonSerializable(typeof(IReadOnlyList<JournalLine>))]
[JsonSerializable(typeof(IReadOnlyList<Ask>))]
[JsonSerializable(typeof(IReadOnlyList<Trouble>))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Strict.Options.GetTypeInfo(typeof(T));

    private static class Strict
    {
        public static readonly JsonSerializerOptions Options = new(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowDuplicateProperties = false,
            MaxDepth = 32,
            TypeInfoResolver = JsonTypeInfoResolver.WithAddedModifier(Default, MayBeLeftOut),
        };
    }

    /// <summary>
    /// What may be null may be left out, as we leave it out. A proposal taken by phone is a title, a contribution a kind and a
    /// title: their id, author and instant are the program's to give, and so is the size of a picture.
    /// </summary>
    private static void MayBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { IsNullable: true } || Nullable.GetUnderlyingType(property.PropertyType) is not null
                || (type.Type == typeof(ProposalDraft) && property.Name != "title")
                || (type.Type == typeof(Contribution) && property.Name is not ("kind" or "title"))
                || (type.Type == typeof(ContributedPicture) && property.Name is "width" or "height"))
                property.IsRequired = false;
    }
}
