import { dayNumber, FIRST_DAY, LAST_DAY } from './calendar.ts';
import { COMPANY_KINDS, COMPANY_WORDS, FAMILIES, MEN, type Name, WOMEN } from './names.ts';
import { BRANCHES, REGIONS } from './places.ts';
import { createRandom, createWeightedPick, type Random } from './random.ts';
import type { SampleRow } from './rows.ts';

export interface Customer {
  readonly id: number;
  readonly region: number;
  readonly signedUpOn: number;
  /** Companies buy more at once. */
  readonly bulk: number;
}

export interface Seller {
  readonly id: number;
  readonly hiredOn: number;
}

const CUSTOMERS = 6_400;
const FIRST_SIGN_UP = dayNumber('2020-01-05');

/** Customers in the order in which they signed up; more of them each year. */
export function makeCustomers(): { rows: SampleRow[]; customers: Customer[] } {
  const random = createRandom(11);
  const pickBranch = createWeightedPick(BRANCHES.map(({ region, weight }) => weight * (REGIONS[region]?.plannedMillions[1] ?? 0)));
  const pickSegment = createWeightedPick([79, 15, 6]);
  const pickTier = createWeightedPick([52, 28, 15, 5]);
  const days = Array.from(
    { length: CUSTOMERS },
    () => FIRST_SIGN_UP + Math.floor((1 - (1 - random.next()) * (0.55 + 0.45 * random.next())) * (LAST_DAY - FIRST_SIGN_UP + 1)),
  ).sort((a, b) => a - b);
  const rows: SampleRow[] = [];
  const customers: Customer[] = [];
  for (const [index, signedUpOn] of days.entries()) {
    const id = index + 1;
    const branch = BRANCHES[pickBranch(random)];
    if (branch === undefined) continue;
    const segment = ['Individual', 'Small business', 'Corporate'][pickSegment(random)] ?? 'Individual';
    const [name, nameAr] = segment === 'Individual' ? personName(random) : companyName(random);
    const tier = ['Bronze', 'Silver', 'Gold', 'Platinum'][pickTier(random)] ?? 'Bronze';
    rows.push([
      id,
      name,
      nameAr,
      segment,
      tier,
      branch.city,
      `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${id}@example.com`,
      signedUpOn,
    ]);
    customers.push({ id, region: branch.region, signedUpOn, bulk: segment === 'Individual' ? 1 : segment === 'Small business' ? 2 : 4 });
  }
  return { rows, customers };
}

/** A chief executive, a manager per region, and a manager with a team per branch. */
export function makeEmployees(): { rows: SampleRow[]; sellers: Seller[][] } {
  const random = createRandom(12);
  const rows: SampleRow[] = [];
  const chief = hire('Chief executive', null, null, 62_000, dayNumber('2012-01-08'));
  const regionManagers = REGIONS.map(() => hire('Regional manager', null, chief, 29_000, dayNumber('2015-01-04') + random.below(1_200)));
  const sellers = BRANCHES.map((branch, index): Seller[] => {
    const opened = dayNumber(branch.openedOn);
    const manager = hire('Branch manager', index + 1, regionManagers[branch.region] ?? chief, 16_500 + random.below(6) * 500, opened - 30);
    const team = 3 + Math.floor(branch.floorArea / 450);
    return Array.from({ length: team }, (_, place) => {
      const hiredOn = place < 2 ? opened : opened + random.below(Math.max(1, FIRST_DAY + 900 - opened));
      const title = place % 3 === 2 ? 'Cashier' : 'Sales associate';
      return { id: hire(title, index + 1, manager, (title === 'Cashier' ? 5_200 : 6_800) + random.below(9) * 150, hiredOn), hiredOn };
    });
  });
  return { rows, sellers };

  function hire(title: string, branchId: number | null, managerId: number | null, salary: number, hiredOn: number): number {
    const id = rows.length + 1;
    const [name, nameAr] = personName(random);
    rows.push([id, name, nameAr, title, branchId, managerId, hiredOn, salary * 100]);
    return id;
  }
}

function personName(random: Random): Name {
  const [given, givenAr] = random.pick(random.chance(0.5) ? MEN : WOMEN);
  const [family, familyAr] = random.pick(FAMILIES);
  return [`${given} ${family}`, `${givenAr} ${familyAr}`];
}

function companyName(random: Random): Name {
  const [word, wordAr] = random.pick(COMPANY_WORDS);
  const [kind, kindAr] = random.pick(COMPANY_KINDS);
  return [`${word} ${kind}`, `${wordAr} ${kindAr}`];
}
