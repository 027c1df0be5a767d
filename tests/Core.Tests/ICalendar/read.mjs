// What ical.js reads in the iCalendar files given: one JSON line for each event, times in UTC.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, ...paths] = process.argv.slice(2);
const loaded = createRequire(`${modules}/`)("ical.js");
const ICAL = loaded.default ?? loaded;
const utc = (time) => (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z"));

for (const path of paths) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone), zone.getFirstPropertyValue("tzid"));
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const attendee = component.getFirstProperty("attendee");
    console.log(JSON.stringify({
      method: calendar.getFirstPropertyValue("method") ?? "",
      uid: event.uid, sequence: event.sequence, starts: utc(event.startDate), ends: utc(event.endDate),
      summary: event.summary, place: event.location ?? "", description: event.description ?? "",
      status: component.getFirstPropertyValue("status"),
      organizer: event.organizer ?? "", attendee: attendee?.getFirstValue() ?? "", name: attendee?.getParameter("cn") ?? "",
    }));
  }
}
