using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Rehearsal;

/// <summary>
/// A network enlarged to measure: organisations copied with their people until there are enough, whose référents answer
/// as their model does, but for proposals of their own.
/// </summary>
public static class Enlarged
{
    public static (Setting Setting, Script Script) To(Setting setting, Script script, int contacts)
    {
        List<Organisation> organisations = [.. setting.Folder.Organisations];
        List<Contact> people = [.. setting.Folder.Contacts];
        List<Act> acts = [.. script.Acts];
        var models = setting.Folder.Organisations.Where(organisation => organisation.Active).ToList();
        var teams = setting.Folder.Contacts.ToLookup(contact => contact.Organisation);
        var answers = script.Acts.OfType<Act.Respond>().ToLookup(act => act.Contact);
        for (var copy = 1; people.Count < contacts; copy++)
            foreach (var model in models.TakeWhile(_ => people.Count < contacts))
            {
                organisations.Add(model with { Id = $"{model.Id}-{copy}", Name = $"{model.Name} ({copy})" });
                foreach (var contact in teams[model.Id].Take(contacts - people.Count))
                {
                    var id = $"{contact.Id}-{copy}";
                    people.Add(contact with { Id = id, Organisation = $"{model.Id}-{copy}", Address = $"{id}@example.org" });
                    acts.AddRange(answers[contact.Id].Where(act => act.Values is null || act.Values.Values.All(value => value is not Core.Consultations.AnswerValue.Proposals { Items.Count: > 0 }))
                        .Select(act => act with { Contact = id }));
                }
            }
        return (setting with { Folder = setting.Folder with { Organisations = organisations, Contacts = people } }, script with { Acts = acts });
    }
}
