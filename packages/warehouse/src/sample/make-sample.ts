import { dayNumber, YEARS } from './calendar.ts';
import { CATEGORIES, SUPPLIERS } from './catalogue.ts';
import { makeProducts } from './make-catalogue.ts';
import { makeOrders } from './make-orders.ts';
import { makeCustomers, makeEmployees } from './make-people.ts';
import { BRANCHES, REGIONS } from './places.ts';
import { createRandom } from './random.ts';
import type { SampleRow } from './rows.ts';

/** All rows of the sample company, by table. The same on every machine. */
export function makeSample(): Map<string, readonly SampleRow[]> {
  const people = makeCustomers();
  const staff = makeEmployees();
  const range = makeProducts();
  const sales = makeOrders(range.products, people.customers, staff.sellers);
  return new Map<string, readonly SampleRow[]>([
    ['regions', REGIONS.map(({ name, nameAr }, index) => [index + 1, name, nameAr])],
    [
      'branches',
      BRANCHES.map((b, index) => [
        index + 1,
        b.name,
        b.nameAr,
        b.city,
        b.cityAr,
        b.region + 1,
        dayNumber(b.openedOn),
        b.closedOn === null ? null : dayNumber(b.closedOn),
        b.floorArea,
      ]),
    ],
    ['employees', staff.rows],
    ['customers', people.rows],
    ['product_categories', CATEGORIES.map(({ name, department }, index) => [index + 1, name[0], name[1], department[0]])],
    ['suppliers', SUPPLIERS.map(([name, country], index) => [index + 1, name[0], name[1], country[0]])],
    ['products', range.rows],
    ['orders', sales.orders],
    ['order_lines', sales.lines],
    ['returns', sales.returns],
    ['sales_targets', makeTargets(sales.achieved)],
  ]);
}

/** Targets ask for a little more than the year before; a closed branch has none. */
function makeTargets(achieved: readonly (readonly number[])[]): SampleRow[] {
  const random = createRandom(15);
  return achieved.flatMap((months, branch) =>
    months.flatMap((amount, month): SampleRow[] => {
      if (amount === 0) return [];
      const yearBefore = month >= 12 ? (months[month - 12] ?? 0) : 0;
      const basis = yearBefore > 0 ? yearBefore * 1.08 : amount * 1.02;
      const target = Math.round((basis * (0.94 + random.next() * 0.12)) / 100_000) * 100_000;
      const firstDay = dayNumber(`${YEARS[Math.floor(month / 12)] ?? 2023}-${String((month % 12) + 1).padStart(2, '0')}-01`);
      return [[branch + 1, firstDay, target, amount]];
    }),
  );
}
