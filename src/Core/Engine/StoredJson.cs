using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Drops;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Data.Portraits;
using Almanach.Core.Data.Series;
using System.Text.Json.Serialization;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Documents;
using Almanach.Core.Groups;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Library.Joining;
using Almanach.Core.Library.News;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Pictures;
using Almanach.Core.Privacy;
using Almanach.Core.Programme;
using Almanach.Core.Retention;
using Almanach.Core.Themes;

namespace Almanach.Core.Engine;

/// <summary>Everything that is stored, known to the serializer when the program is built: starting is quick, renaming breaks the build.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(Effect.Convene), TypeInfoPropertyName = "EffectConvene")]
[JsonSerializable(typeof(Effect.SendEdition), TypeInfoPropertyName = "EffectSendEdition")]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(YearPlan))]
[JsonSerializable(typeof(PreparedYear))]
[JsonSerializable(typeof(Consultation))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(AnswerValues))]
[JsonSerializable(typeof(Upload))]
[JsonSerializable(typeof(DropLook))]
[JsonSerializable(typeof(Roll))]
[JsonSerializable(typeof(Box))]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(Theme))]
[JsonSerializable(typeof(BoardState))]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(RegistrationBook))]
[JsonSerializable(typeof(Registrant))]
[JsonSerializable(typeof(ProgrammeAction))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(PublishedDocument))]
[JsonSerializable(typeof(Deposit))]
[JsonSerializable(typeof(JoinRequest))]
[JsonSerializable(typeof(NewsItem))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Block.Contact), TypeInfoPropertyName = "BlockContact")]
[JsonSerializable(typeof(Organisation))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(NetworkState))]
[JsonSerializable(typeof(ContactNote))]
[JsonSerializable(typeof(ListChoice))]
[JsonSerializable(typeof(Subscriber))]
[JsonSerializable(typeof(SubscriptionRequest))]
[JsonSerializable(typeof(SubscriptionDay))]
[JsonSerializable(typeof(AddressMark))]
[JsonSerializable(typeof(ListDepartures))]
[JsonSerializable(typeof(CatalogueEntry))]
[JsonSerializable(typeof(DataDeposit))]
[JsonSerializable(typeof(SeriesRelease))]
[JsonSerializable(typeof(SeriesState))]
[JsonSerializable(typeof(UnreadFile))]
[JsonSerializable(typeof(Data.Dashboard.AlertsTold))]
[JsonSerializable(typeof(PortraitRecord))]
[JsonSerializable(typeof(CatalogueState))]
[JsonSerializable(typeof(Library.Catalogue.Import.PlannedCards))]
[JsonSerializable(typeof(EntryProposal))]
[JsonSerializable(typeof(ErrorReport))]
[JsonSerializable(typeof(StatedNeed))]
[JsonSerializable(typeof(ImportedRows))]
[JsonSerializable(typeof(ImportLine))]
[JsonSerializable(typeof(SeenFile))]
[JsonSerializable(typeof(AudienceList))]
[JsonSerializable(typeof(Edition))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(SubmittedArticles))]
[JsonSerializable(typeof(EditionContent))]
[JsonSerializable(typeof(MailingState))]
[JsonSerializable(typeof(MailingLine))]
[JsonSerializable(typeof(ReceivedMail))]
[JsonSerializable(typeof(SeenMail))]
[JsonSerializable(typeof(MailBatch))]
[JsonSerializable(typeof(SendingControl))]
[JsonSerializable(typeof(PausedMailing))]
[JsonSerializable(typeof(DeliveryEvent))]
[JsonSerializable(typeof(Suppression))]
[JsonSerializable(typeof(ToldMail))]
[JsonSerializable(typeof(TextOverride))]
[JsonSerializable(typeof(AskDay))]
[JsonSerializable(typeof(Access.SignInCode))]
[JsonSerializable(typeof(SentLink))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(SuccessionRequest))]
[JsonSerializable(typeof(SuccessorAsk))]
[JsonSerializable(typeof(DataRequest))]
[JsonSerializable(typeof(OutsideAuthor))]
[JsonSerializable(typeof(WaitingPicture))]
[JsonSerializable(typeof(Opened))]
[JsonSerializable(typeof(Rehearsal.Place))]
[JsonSerializable(typeof(Rehearsal.RefusedAct))]
[JsonSerializable(typeof(Trouble))]
internal sealed partial class StoredJson : JsonSerializerContext;
