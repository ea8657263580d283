import { describe, expect, it } from 'vitest';
import { CLINIC, SCHOOL, SHOP } from './testing/examples.ts';
import { type Example, openExample } from './testing/open-example.ts';

const clinic = openExample(CLINIC);
const school = openExample(SCHOOL);
const shop = openExample(SHOP);

/** Rows in some order of columns; ordered when the right query is. */
function expectSame(example: Example, question: string, gold: string): void {
  const actual = example.answer(question);
  const expected = example.rows(gold);
  const bag = (rows: unknown[][]) => {
    const lines = rows.map((row) => row.map(String).sort().join('|'));
    return /order by/i.test(gold) ? lines : lines.sort();
  };
  expect(bag(actual)).toEqual(bag(expected));
}

describe('answers with the right rows', () => {
  it.each([
    ['How many animals are there?', 'SELECT count(*) FROM animals'],
    ['List the names of all vets', 'SELECT name FROM vets'],
    ['What are the names and towns of owners?', 'SELECT name, town FROM owners'],
    ['What is the average weight of rabbits?', "SELECT avg(weight) FROM animals WHERE species = 'rabbit'"],
    ['What are the minimum and maximum fee of visits?', 'SELECT min(fee), max(fee) FROM visits'],
    ['How many animals are there of each species?', 'SELECT species, count(*) FROM animals GROUP BY species'],
    ['What is the average age for each species?', 'SELECT species, avg(age) FROM animals GROUP BY species'],
    ['Show the names of animals older than 3', 'SELECT name FROM animals WHERE age > 3'],
    ['What is the name of the youngest animal?', 'SELECT name FROM animals ORDER BY age LIMIT 1'],
    ['Which vet has the highest salary?', 'SELECT name FROM vets ORDER BY salary DESC LIMIT 1'],
    ['List names of vets sorted by salary in descending order', 'SELECT name FROM vets ORDER BY salary DESC'],
    ['Names of owners without animals', 'SELECT name FROM owners WHERE owner_id NOT IN (SELECT owner_id FROM animals)'],
    [
      'Which owners have at least 2 animals?',
      'SELECT name FROM owners WHERE owner_id IN (SELECT owner_id FROM animals GROUP BY owner_id HAVING count(*) >= 2)',
    ],
    [
      'Which owner has the most animals?',
      'SELECT o.name FROM owners o JOIN animals a USING (owner_id) GROUP BY o.owner_id ORDER BY count(*) DESC LIMIT 1',
    ],
    ['How many different species are there?', 'SELECT count(DISTINCT species) FROM animals'],
    [
      'What is the total fee of visits in 2025?',
      "SELECT sum(fee) FROM visits WHERE visited_on >= '2025-01-01' AND visited_on < '2026-01-01'",
    ],
    ['How many visits were there after 2024?', "SELECT count(*) FROM visits WHERE visited_on >= '2025-01-01'"],
    ['names of animals that weigh between 0.5 and 3', 'SELECT name FROM animals WHERE weight BETWEEN 0.5 AND 3'],
    ['names of animals whose weight is above the average', 'SELECT name FROM animals WHERE weight > (SELECT avg(weight) FROM animals)'],
    ['What is the most common species?', 'SELECT species FROM animals GROUP BY species ORDER BY count(*) DESC LIMIT 1'],
    ['names of animals owned by Layla', "SELECT a.name FROM animals a JOIN owners o USING (owner_id) WHERE o.name = 'Layla'"],
    ['bar chart of average fee by reason', 'SELECT reason, avg(fee) FROM visits GROUP BY reason'],
    ['Which species have an average weight greater than 0.5?', 'SELECT species FROM animals GROUP BY species HAVING avg(weight) > 0.5'],
    ['Which vets have a higher salary than Dr Amin?', 'SELECT name FROM vets WHERE salary > 5200'],
    ['names of animals that start with S', "SELECT name FROM animals WHERE name LIKE 'S%'"],
    ['What percentage of animals are rabbits?', 'SELECT 2 / 5.0'],
    ['scatterplot of weight vs age', 'SELECT weight, age FROM animals'],
  ])('%s', (question, gold) => expectSame(clinic, question, gold));

  it.each([
    ['How many female pupils are there?', "SELECT count(*) FROM pupils WHERE sex = 'F'"],
    [
      'What are the first names of pupils who take both Botany and Logic?',
      "SELECT first_name FROM pupils WHERE pupil_id IN (SELECT pupil_id FROM enrolments e JOIN subjects s USING (subject_id) WHERE s.title = 'Botany') AND pupil_id IN (SELECT pupil_id FROM enrolments e JOIN subjects s USING (subject_id) WHERE s.title = 'Logic')",
    ],
    [
      'last names of pupils who do not take Botany',
      "SELECT last_name FROM pupils WHERE pupil_id NOT IN (SELECT pupil_id FROM enrolments e JOIN subjects s USING (subject_id) WHERE s.title = 'Botany')",
    ],
    [
      'For each subject, how many pupils are enrolled?',
      'SELECT s.title, count(*) FROM subjects s JOIN enrolments e USING (subject_id) GROUP BY s.subject_id',
    ],
    ['What are the titles of subjects taught by Ms Fern?', "SELECT title FROM subjects WHERE taught_by = 'Ms Fern'"],
    ['titles of subjects that contain "log"', "SELECT title FROM subjects WHERE title LIKE '%log%'"],
    ['Show all pupils in grade 9', 'SELECT first_name FROM pupils WHERE grade = 9'],
  ])('%s', (question, gold) => expectSame(school, question, gold));
});

describe('when it is not sure', () => {
  it('refuses words that mean nothing here, names them, and offers questions it can answer', () => {
    const interpretation = clinic.interpret('What is the insurance premium of the zeppelins?');
    if (interpretation.kind !== 'refuse') throw new Error(JSON.stringify(interpretation));
    expect(interpretation.unknownWords).toContain('zeppelins');
    expect(interpretation.suggestions.length).toBeGreaterThan(0);
    for (const question of interpretation.suggestions) expect(clinic.interpret(question).kind).toBe('answer');
  });

  it.each(['What is the meaning of life?', 'Who won the world cup?', 'Please write a poem about rain', ''])(
    'does not answer "%s"',
    (question) => {
      expect(clinic.interpret(question).kind).not.toBe('answer');
    },
  );

  it('refuses what it cannot compute rather than leave it out', () => {
    expect(shop.interpret('What is the median amount of orders?').kind).toBe('refuse');
  });

  it('reads 2,000 characters of anything', () => {
    const long = 'names of owners and animals with the most visits or the oldest species in Hebden not in 2024 by reason '
      .repeat(25)
      .slice(0, 2_000);
    expect(['answer', 'ask', 'refuse']).toContain(clinic.interpret(long).kind);
  });
});

describe('a reading', () => {
  it('is plain JSON, says what was understood and how to show it', () => {
    const interpretation = shop.interpret('How many orders are there in each city?');
    if (interpretation.kind !== 'answer') throw new Error(JSON.stringify(interpretation));
    const { plan, understood, outputs, dialect } = interpretation.reading;
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(understood.map((part) => part.text).join('')).toMatch(/^number of order.* per city/);
    expect(outputs.map((output) => output.role).sort()).toEqual(['dimension', 'measure']);
    expect(outputs.find((output) => output.role === 'measure')?.format).toBe('integer');
    expect(dialect).toBe('sqlite');
  });

  it('is written for DuckDB when the data is there', () => {
    const duck = openExample(SHOP, [], (model) => ({ ...model, dialect: 'duckdb' }));
    const interpretation = duck.interpret('total amount of orders by month in 2025');
    if (interpretation.kind !== 'answer') throw new Error(JSON.stringify(interpretation));
    expect(interpretation.reading.sql).toContain("date_trunc('month', ordered_on)");
    expect(interpretation.reading.sql).toContain("DATE '2025-01-01'");
  });

  it('lists masked columns but neither filters nor groups by them', () => {
    const masked = openExample(CLINIC, [], (model) => ({
      ...model,
      tables: model.tables.map((table) => ({
        ...table,
        columns: table.columns.map((column) => (column.name === 'town' ? { ...column, masked: true } : column)),
      })),
    }));
    expect(masked.answer('What are the towns of owners?')).toHaveLength(4);
    expect(masked.interpret('How many owners are there in each town?').kind).not.toBe('answer');
    expect(masked.interpret('Names of owners from Hebden').kind).not.toBe('answer');
  });
});

describe('follow-ups', () => {
  const planOf = (question: string, previous?: Parameters<Example['interpret']>[1]) => {
    const interpretation = shop.interpret(question, previous);
    if (interpretation.kind !== 'answer') throw new Error(`${question}: ${JSON.stringify(interpretation)}`);
    return interpretation.reading.plan;
  };

  it('change the plan before: filter, breakdown, period, top, share', () => {
    const first = planOf('total amount of orders by city');
    expect(shop.answer('only Riyadh', first)).toEqual([['Riyadh', 470]]);
    expect(shop.answer('by branch', first)).toHaveLength(3);
    expect(shop.answer('top 1', first)).toEqual([['Riyadh', 470]]);
    const later = planOf('what about 2025?', first);
    expect(shop.rows(`SELECT sum(amount) FROM orders WHERE ordered_on >= '2025-01-01'`)[0]?.[0]).toBe(750);
    expect(shop.answer('and by status', later)).toHaveLength(3);
    const shares = shop.answer('as a share', first).map((row) => Number(row[1]));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('a new question does not inherit the old filters', () => {
    const first = planOf('total amount of orders in Riyadh');
    expect(shop.answer('How many branches are there?', first)).toEqual([[3]]);
  });
});

describe('suggestions', () => {
  it('are questions that the engine answers', () => {
    const questions = clinic.engine.suggest('en', 5);
    expect(questions).toHaveLength(5);
    for (const question of questions) expect(clinic.interpret(question).kind).toBe('answer');
  });
});
