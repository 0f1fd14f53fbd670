// When meetings take place and what they are called, as ical.js (and so Thunderbird) understands calendars.
//
//   node occurrences.mjs FROM UNTIL FILE…     (days: 2026-01-01)
//
// Prints a JSON object: for each file a sorted list of [uid, start, summary, description], start in UTC or, where it is
// a whole day, that day. Ends with status 1 where ical.js, strict, refuses a file.
import fs from 'node:fs';
import ICAL from 'ical.js';

ICAL.design.strict = true;

const [from, until, ...files] = process.argv.slice(2);

function spelled(time) {
  return time.isDate ? time.toString() : time.toJSDate().toISOString().replace('.000', '');
}

function told(start, event) {
  return [event.uid, spelled(start), event.summary, event.description];
}

// A rule without an end is not for ever: what starts after UNTIL is not asked for.
function* seen(event) {
  if (!event.isRecurring()) {
    yield told(event.startDate, event);
    return;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && spelled(next) < until; next = iterator.next()) {
    const details = event.getOccurrenceDetails(next);
    yield told(details.startDate, details.item);
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
    found.push(...seen(event));
  }
  return found.filter(([, start]) => start >= from && start < until).sort();
}

console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, occurrences(file)]))));
