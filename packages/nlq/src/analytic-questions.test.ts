import { describe, expect, it } from 'vitest';
import { openHarbour } from './testing/open-harbour.ts';

const harbour = openHarbour();
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
  it('tells namesakes apart whether the moment is said first or last', () => {
    const rows = (question: string) => answer(question).map((row) => row.join());
    expect(rows('income by year and boat').filter((row) => row.includes('Pearl'))).toHaveLength(3);
    expect(rows('income by year and boat').sort()).toEqual(rows('income by boat and year').sort());
  });
  it('runs a total over months where only things were said', () =>
    expect(answer('running total of income by coast').map((row) => row.at(-1))).toEqual([900, 1400, 3200, 1400, 3450, 4050]));
  it.each([
    'boats with income above the average of their harbour',
    'boats priced above the average in each harbour',
    'daily price by state',
    'average daily price by state',
    'average income of nobody',
    'boats with income above 5 %',
  ])('refuses what it cannot tell for each: %s', (question) => expect(harbour.interpret(question).kind).toBe('refuse'));
  it('refuses a sum that would count rows twice', () => expect(harbour.interpret('income by extra label').kind).toBe('refuse'));
  it.each(['average income', 'متوسط الدخل', 'highest income by coast'])(
    'refuses to work a figure out of one that is a sum: %s',
    (question) => expect(harbour.interpret(question).kind).toBe('refuse'),
  );
  it.each([
    ['median daily price', /median/],
    ['وسيط السعر', /الوسيط/],
  ])('says why there is no %s', (question, reason) =>
    expect(harbour.interpret(question)).toMatchObject({ kind: 'refuse', reason: expect.stringMatching(reason) }),
  );
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
