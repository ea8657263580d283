import { semanticEntryBody } from '@majed-vanna/contract';
import { type Example, openExample } from './open-example.ts';

/** Boats let by the day from harbours; a trip sells extras. */
const SCHEMA = `
CREATE TABLE harbours (harbour_id INTEGER PRIMARY KEY, name TEXT, name_ar TEXT, coast TEXT);
CREATE TABLE boats (boat_id INTEGER PRIMARY KEY, harbour_id INTEGER REFERENCES harbours(harbour_id), name TEXT, kind TEXT, daily_price REAL, is_retired BOOLEAN, launched_on DATE);
CREATE TABLE trips (trip_id INTEGER PRIMARY KEY, boat_id INTEGER REFERENCES boats(boat_id), started_on DATE, amount REAL, state TEXT);
CREATE TABLE extras (extra_id INTEGER PRIMARY KEY, trip_id INTEGER REFERENCES trips(trip_id), label TEXT, quantity INTEGER);
INSERT INTO harbours VALUES (1,'Nakheel','النخيل','West'),(2,'Sahil','الساحل','East'),(3,'Marjan','المرجان','West');
INSERT INTO boats VALUES (1,1,'Falcon','yacht',900,0,'2023-04-01'),(2,1,'Pearl','dhow',300,0,'2024-02-10'),(3,2,'Breeze','yacht',700,1,'2024-09-30'),(4,3,'Pearl','dhow',250,0,'2025-01-05');
INSERT INTO trips VALUES (1,1,'2024-03-02',900,'paid'),(2,1,'2025-01-11',1800,'paid'),(3,2,'2025-01-20',300,'dropped'),(4,3,'2025-02-03',1400,'paid'),(5,4,'2025-05-09',250,'paid'),(6,2,'2025-07-14',600,'paid'),(7,4,'2024-06-18',500,'paid');
INSERT INTO extras VALUES (1,1,'lunch',4),(2,1,'fuel',1),(3,2,'lunch',6),(4,4,'fuel',2),(5,6,'lunch',1);`;

const ENTRIES = [
  { kind: 'table', key: 'main.harbours', body: { words: { en: ['harbour'], ar: ['ميناء', 'الموانئ'] } } },
  { kind: 'table', key: 'main.boats', body: { words: { en: ['boat'], ar: ['قارب', 'القوارب'] } } },
  { kind: 'table', key: 'main.trips', body: { words: { en: ['trip'], ar: ['رحلة', 'الرحلات'] } } },
  {
    kind: 'column',
    key: 'main.harbours.coast',
    body: { words: { en: ['coast'], ar: ['الساحل'] }, values: { West: { ar: ['الغربي'] }, East: { ar: ['الشرقي'] } } },
  },
  {
    kind: 'column',
    key: 'main.boats.kind',
    body: { words: { en: ['kind'], ar: ['النوع'] }, values: { yacht: { ar: ['يخت', 'يخوت'] }, dhow: { ar: ['سنبوك'] } } },
  },
  { kind: 'column', key: 'main.boats.daily_price', body: { words: { en: ['daily price', 'price'], ar: ['السعر'] } } },
  { kind: 'column', key: 'main.trips.state', body: { words: { en: ['state'] }, values: { dropped: { ar: ['ملغاة'] } } } },
  {
    kind: 'metric',
    key: 'income',
    body: {
      words: { en: ['income', 'money earned'], ar: ['الدخل'] },
      table: 'main.trips',
      expression: 'SUM({amount})',
      filter: "{state} <> 'dropped'",
      dateColumn: 'started_on',
    },
  },
].map((entry) => semanticEntryBody.parse(entry));

/** The harbour's trips in memory, with a metric and Arabic names. */
export const openHarbour = (): Example => openExample(SCHEMA, ENTRIES);
