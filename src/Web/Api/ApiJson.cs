using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Web.Api;

/// <summary>What goes in and out as JSON: camelCase, enums by name, nothing unknown, nothing twice, nothing left out that is needed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(ApiName<ActionKind>), typeof(ApiName<ActionState>), typeof(ApiName<AnswerUnit>), typeof(ApiName<AttendanceMode>), typeof(ApiName<Availability>),
        typeof(ApiName<Channel>), typeof(ApiName<ConsultationState>), typeof(ApiName<DecisionOutcome>), typeof(ApiName<Delivery>), typeof(ApiName<DocumentKind>),
        typeof(ApiName<Effort>), typeof(ApiName<Fate>), typeof(ApiName<Interest>), typeof(ApiName<LateAnswers>), typeof(ApiName<MeetingState>),
        typeof(ApiName<Mention>), typeof(ApiName<OptionSource>), typeof(ApiName<ProposalOrigin>), typeof(ApiName<QuestionKind>), typeof(ApiName<RoleKind>),
        typeof(ApiName<Standing>), typeof(ApiName<StepState>), typeof(ApiName<TallyMethod>), typeof(ApiName<Verdict>), typeof(ApiName<RegistrationFor>), typeof(ApiName<BookingState>),
        typeof(ApiName<AskKind>), typeof(ApiName<SolicitationKind>), typeof(ApiName<WorkKind>), typeof(ApiName<Core.Privacy.DataRequestKind>),
    ])]
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
[JsonSerializable(typeof(CarryOverBody))]
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
    /// What may be null may be left out, as we leave it out. A proposal taken by phone is a title: its id, author and instant
    /// are the program's to give.
    /// </summary>
    private static void MayBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { IsNullable: true } || Nullable.GetUnderlyingType(property.PropertyType) is not null
                || (type.Type == typeof(ProposalDraft) && property.Name != "title"))
                property.IsRequired = false;
    }
}
