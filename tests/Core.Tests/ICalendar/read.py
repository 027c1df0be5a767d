"""What python-icalendar or vobject reads in the iCalendar files given: one JSON line for each event, times in UTC."""
import datetime
import json
import sys

reader, *paths = sys.argv[1:]


def utc(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def with_icalendar(text):
    import icalendar

    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors, calendar.errors
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        yield {
            "method": str(calendar.get("METHOD", "")),
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "starts": utc(event["DTSTART"].dt),
            "ends": utc(event["DTEND"].dt),
            "summary": str(event["SUMMARY"]),
            "place": str(event.get("LOCATION", "")),
            "description": str(event.get("DESCRIPTION", "")),
            "status": str(event["STATUS"]),
            "organizer": str(event.get("ORGANIZER", "")),
            "attendee": str(event.get("ATTENDEE", "")),
            "name": str(event["ATTENDEE"].params["CN"]) if "ATTENDEE" in event else "",
        }


def with_vobject(text):
    import vobject

    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)

    def value(event, name):
        return getattr(event, name).value if hasattr(event, name) else ""

    for event in calendar.contents.get("vevent", []):
        yield {
            "method": value(calendar, "method"),
            "uid": value(event, "uid"),
            "sequence": int(value(event, "sequence")),
            "starts": utc(event.dtstart.value),
            "ends": utc(event.dtend.value),
            "summary": value(event, "summary"),
            "place": value(event, "location"),
            "description": value(event, "description"),
            "status": value(event, "status"),
            "organizer": value(event, "organizer"),
            "attendee": value(event, "attendee"),
            "name": event.attendee.params["CN"][0] if hasattr(event, "attendee") else "",
        }


for path in paths:
    with open(path, encoding="utf-8", newline="") as file:
        for found in {"icalendar": with_icalendar, "vobject": with_vobject}[reader](file.read()):
            print(json.dumps(found, ensure_ascii=False))
