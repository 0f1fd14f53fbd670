// What ical.js makes of a calendar, as jCal:   node jcal.mjs FILE
import fs from 'node:fs';
import ICAL from 'ical.js';

console.log(JSON.stringify(ICAL.parse(fs.readFileSync(process.argv[2], 'utf8'))));
