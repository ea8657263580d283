import { semanticEntryBody } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { openExample } from './testing/open-example.ts';

/** Boats let by the day from harbours; a trip sells extras. */
const HARBOUR = `
CREATE TABLE harbours (harbour_id INTEGER PRIMARY KEY, name TEXT, name_ar TEXT, coast TEXT);
CREATE TABLE boats (boat_id INTEGER PRIMARY KEY, harbour_id INTEGER REFERENCES harbours(harbour_id), name TEXT, kind TEXT, daily_price REAL, is_retired BOOLEAN, launched_on DATE);
CREATE TABLE trips (trip_id INTEGER PRIMARY KEY, boat_id INTEGER REFERENCES boats(boat_id), started_on DATE, amount REAL, state TEXT);
CREATE TABLE extras (extra_id INTEGER PRIMARY KEY, trip_id INTEGER REFERENCES trips(trip_id), label TEXT, quantity INTEGER);
INSERT INTO harbours VALUES (1,'Nakheel','النخيل','West'),(2,'Sahil','الساحل','East'),(3,'Marjan','المرجان','West');
INSERT INTO boats VALUES (1,1,'Falcon','yacht',900,0,'2023-04-01'),(2,1,'Pearl','dhow',300,0,'2024-02-10'),(3,2,'Breeze','yacht',700,1,'2024-09-30'),(4,3,'Pearl','dhow',250,0,'2025-01-05');
INSERT INTO trips VALUES (1,1,'2024-03-02',900,'paid'),(2,1,'2025-01-11',1800,'paid'),(3,2,'2025-01-20',300,'dropped'),(4,3,'2025-02-03',1400,'paid'),(5,4,'2025-05-09',250,'paid'),(6,2,'2025-07-14',600,'paid'),(7,4,'2024-06-18',500,'paid');
INSERT INTO extras VALUES (1,1,'lunch',4),(2,1,'fuel',1),(3,2,'lunch',6),(4,4,'fuel',2),(5,6,'lunch',1);`;

const entries = [
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

const harbour = openExample(HARBOUR, entries);
const answer = (question: string) => harbour.answer(question);

describe('figures of the semantic layer', () => {
  it('keeps a metric to its definition', () => expect(answer('income')).toEqual([[5450]]));
  it('groups by what a thing is called, the largest first', () =>
    expect(answer('income by harbour')).toEqual([
      ['Nakheel', 3300],
      ['Sahil', 1400],
      ['Marjan', 750],
    ]));
  it('groups a metric that is called like a verb', () => expect(answer('money earned by coast')).toHaveLength(2));
  it('applies periods to the date of the metric', () => expect(answer('income in 2024')).toEqual([[1400]]));
  it('shows the figure by which the first few are picked', () =>
    expect(answer('top 2 harbours by income')).toEqual([
      ['Nakheel', 3300],
      ['Sahil', 1400],
    ]));
  it('tells two things of one name apart', () =>
    expect(answer('top 3 boats by income')).toEqual([
      ['Falcon', 2700],
      ['Breeze', 1400],
      ['Pearl', 750],
    ]));
  it('tells who leads with the figure, namesakes apart', () =>
    expect(answer('which boat has the lowest income')).toEqual([['Pearl', 600]]));
  it('compares two things over time side by side', () =>
    expect(answer('compare income of Nakheel and Sahil by year')).toEqual(
      expect.arrayContaining([
        expect.arrayContaining(['Nakheel', 900]),
        expect.arrayContaining(['Nakheel', 2400]),
        expect.arrayContaining(['Sahil', 1400]),
      ]),
    ));
  it('names a thing in Arabic by what it is, not by its column', () => {
    const interpretation = harbour.interpret('الدخل حسب الميناء');
    if (interpretation.kind !== 'answer') throw new Error(JSON.stringify(interpretation));
    expect(interpretation.reading.outputs.map(({ label }) => label)).toEqual(['ميناء', 'الدخل']);
  });
  it('stands the largest first within each moment', () =>
    expect(answer('income by year and harbour').map((row) => row.filter((cell) => typeof cell === 'string').at(-1))).toEqual([
      'Nakheel',
      'Marjan',
      'Nakheel',
      'Sahil',
      'Marjan',
    ]));
  it.each(['income by coast and year', 'الدخل حسب الساحل والسنة', 'income by coast, year', 'show income by coast and year as a table'])(
    '%s: takes the period too',
    (question) => expect(answer(question).map((row) => row.at(-1))).toHaveLength(3),
  );
  it('bounds a figure per thing', () =>
    expect(answer('harbours with income over 1000')).toEqual(expect.arrayContaining([['Nakheel'], ['Sahil']])));
  it('shares a figure out', () =>
    expect(answer('share of income by coast').map(([coast, share]) => [coast, Math.round(Number(share) * 1000)])).toEqual([
      ['West', 743],
      ['East', 257],
    ]));
  it('refuses a sum that would count rows twice', () => expect(harbour.interpret('income by extra label').kind).toBe('refuse'));
  it('refuses a bound it cannot keep', () => expect(harbour.interpret('income from submarines').kind).toBe('refuse'));
});

describe('breakdowns', () => {
  it.each([
    [
      'trips per boat kind',
      [
        ['yacht', 3],
        ['dhow', 4],
      ],
    ],
    [
      'boats by kind',
      [
        ['yacht', 2],
        ['dhow', 2],
      ],
    ],
    [
      'number of trips per harbour',
      [
        ['Nakheel', 4],
        ['Marjan', 2],
        ['Sahil', 1],
      ],
    ],
    [
      'bottom 2 harbours by number of trips',
      [
        ['Sahil', 1],
        ['Marjan', 2],
      ],
    ],
    [
      'boat count by kind',
      [
        ['yacht', 2],
        ['dhow', 2],
      ],
    ],
    [
      'daily price averaged by kind',
      [
        ['yacht', 800],
        ['dhow', 275],
      ],
    ],
    [
      'total quantity of extras by label',
      [
        ['lunch', 11],
        ['fuel', 3],
      ],
    ],
  ])('%s', (question, expected) => expect(sorted(answer(question))).toEqual(sorted(expected)));

  it('compares periods side by side', () =>
    expect(answer('income in 2025 compared with 2024').map((row) => Number(row.at(-1)))).toEqual([1400, 4050]));
  it('tells whose date a period is', () => expect(sorted(answer('boats launched in 2024'))).toEqual([['Breeze'], ['Pearl']]));
  it('reads a flag beside its thing', () => expect(answer('how many retired boats are there')).toEqual([[1]]));
});

describe('Arabic questions', () => {
  it.each([
    ['كم عدد القوارب؟', [[4]]],
    [
      'الدخل حسب الميناء',
      [
        ['النخيل', 3300],
        ['الساحل', 1400],
        ['المرجان', 750],
      ],
    ],
    ['الدخل في عام ٢٠٢٤', [[1400]]],
    [
      'أعلى 2 موانئ حسب الدخل',
      [
        ['النخيل', 3300],
        ['الساحل', 1400],
      ],
    ],
    [
      'متوسط السعر لكل نوع',
      [
        ['yacht', 800],
        ['dhow', 275],
      ],
    ],
    ['عدد اليخوت', [[2]]],
    ['كم عدد الرحلات الملغاة؟', [[1]]],
    ['أغلى قارب', [['Falcon']]],
  ])('%s', (question, expected) => expect(sorted(answer(question))).toEqual(sorted(expected)));
});

const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => [...row]).sort((a, b) => String(a).localeCompare(String(b)));
