// When meetings take place, as ical.js (and so Thunderbird) understands calendars.
//
//   node occurrences.mjs FROM UNTIL FILE…     (days: 2026-01-01)
//
// Prints a JSON object: for each file a sorted list of [uid, start], start in UTC or, where it is a whole day, that day.
import fs from 'node:fs';
import ICAL from 'ical.js';

const [from, until, ...files] = process.argv.slice(2);

function spelled(time) {
  return time.isDate ? time.toString() : time.toJSDate().toISOString().replace('.000', '');
}

// A rule without an end is not for ever: what starts after UNTIL is not asked for.
function* starts(event) {
  if (!event.isRecurring()) {
    yield event.startDate;
    return;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && spelled(next) < until; next = iterator.next()) {
    yield event.getOccurrenceDetails(next).startDate;
  }
}

function occurrences(file) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, 'utf8')));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const exceptions = events.filter((event) => event.isRecurrenceException());
  const found = [];
  for (const event of events.filter((e) => !e.isRecurrenceException())) {
    exceptions.filter((e) => e.uid === event.uid).forEach((e) => event.relateException(e));
    for (const start of starts(event)) found.push([event.uid, spelled(start)]);
  }
  return found.filter(([, start]) => start >= from && start < until).sort();
}

console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, occurrences(file)]))));
