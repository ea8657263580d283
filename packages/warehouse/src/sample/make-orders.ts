import { type DayFacts, dayNumber, LAST_DAY, listDays, YEARS } from './calendar.ts';
import { CATEGORIES } from './catalogue.ts';
import type { Product } from './make-catalogue.ts';
import type { Customer, Seller } from './make-people.ts';
import { BRANCHES, REGIONS } from './places.ts';
import { createRandom, createWeightedPick, type Random } from './random.ts';
import type { SampleRow } from './rows.ts';

export interface Orders {
  readonly orders: SampleRow[];
  readonly lines: SampleRow[];
  readonly returns: SampleRow[];
  /** Net sales in halalas: branch, then month since January 2023. */
  readonly achieved: number[][];
}

/** Average net sales of one order in SAR, per year: turns planned sales into a number of orders. */
const AVERAGE_ORDER = [1_506, 1_461, 1_468] as const;
const REASONS = ['Changed mind', 'Wrong size', 'Damaged', 'Wrong item', 'Not as described'] as const;
const PAYMENTS = ['Debit card', 'Credit card', 'Mobile wallet', 'Cash', 'Instalments'] as const;

/** Three years of purchases, day by day and branch by branch. */
export function makeOrders(products: readonly Product[], customers: readonly Customer[], sellers: readonly (readonly Seller[])[]): Orders {
  const random = createRandom(14);
  const result: Orders = { orders: [], lines: [], returns: [], achieved: BRANCHES.map(() => new Array<number>(36).fill(0)) };
  const pickProduct = createProductPick(products);
  const pickPayment = createWeightedPick([44, 22, 19, 9, 6]);
  const pickReason = createWeightedPick([34, 22, 18, 14, 12]);
  const pickCustomer = createCustomerPick(customers);
  const expected = ordersPerDay();

  for (const facts of listDays()) {
    for (const [branch, { region }] of BRANCHES.entries()) {
      const count = random.round(expected(branch, facts));
      for (let number = 0; number < count; number += 1) addOrder(facts, branch, region);
    }
  }
  return result;

  function addOrder(facts: DayFacts, branch: number, region: number): void {
    const orderId = result.orders.length + 1;
    const customer = pickCustomer(random, region, facts.day);
    const channel = pickChannel(random, facts.year);
    const team = (sellers[branch] ?? []).filter(({ hiredOn }) => hiredOn <= facts.day);
    const seller = channel === 'Store' || channel === 'Phone' ? (team[random.below(team.length)]?.id ?? null) : null;
    const cancelled = random.chance(channel === 'Store' ? 0.015 : 0.05);
    const status = cancelled ? 'Cancelled' : facts.day > LAST_DAY - 4 && channel !== 'Store' ? 'Processing' : 'Completed';
    result.orders.push([orderId, facts.day, customer.id, branch + 1, seller, channel, status, PAYMENTS[pickPayment(random)] ?? 'Cash']);
    const lines = 1 + (random.chance(0.62) ? 1 : 0) + (random.chance(0.38) ? 1 : 0) + (random.chance(0.2) ? random.below(3) : 0);
    for (let place = 0; place < lines; place += 1) addLine(orderId, facts, branch, customer, channel, cancelled);
  }

  function addLine(orderId: number, facts: DayFacts, branch: number, customer: Customer, channel: string, cancelled: boolean): void {
    const lineId = result.lines.length + 1;
    const product = pickProduct(random, facts);
    const quantity =
      1 +
      (random.chance(product.price < 30_000 ? 0.3 : 0.06) ? 1 : 0) +
      (customer.bulk > 1 && random.chance(0.35) ? random.below(customer.bulk) : 0);
    const gross = quantity * product.price;
    const discount = discountShare(random, facts);
    const discountAmount = Math.round((gross * discount) / 100);
    const net = gross - discountAmount;
    const returned = cancelled ? 0 : returnedPieces(random, product, quantity, channel);
    const returnedOn = Math.min(LAST_DAY, facts.day + 1 + random.below(14));
    const refund = Math.round((net * returned) / quantity);
    result.lines.push([
      lineId,
      orderId,
      product.id,
      quantity,
      product.price,
      discountAmount,
      net,
      Math.round(net * 0.15),
      product.cost * quantity,
      returned,
      refund,
      cancelled,
    ]);
    if (returned > 0)
      result.returns.push([result.returns.length + 1, lineId, returnedOn, returned, refund, REASONS[pickReason(random)] ?? 'Changed mind']);
    const months = result.achieved[branch];
    const month = (facts.year - 2023) * 12 + facts.month;
    if (!cancelled && months !== undefined) months[month] = (months[month] ?? 0) + net - refund;
  }
}

/** Expected orders of a branch on a day: its share of the region's plan for the year, spread by season. */
function ordersPerDay(): (branch: number, facts: DayFacts) => number {
  const days = listDays();
  const open = BRANCHES.map(({ openedOn, closedOn }) => ({
    from: dayNumber(openedOn),
    to: closedOn === null ? Infinity : dayNumber(closedOn),
  }));
  const weightOn = (branch: number, { day, season, mood }: DayFacts) => {
    const { from, to } = open[branch] ?? { from: 0, to: 0 };
    const { weight, region } = BRANCHES[branch] ?? { weight: 0, region: 0 };
    // In summer people go up to the mountains of Asir.
    const summer = mood === 'summer' && region === 3 ? 1.7 : 1;
    // A new branch takes some months to be known.
    const known = Math.min(1, 0.5 + (day - from) / 360);
    return day < from || day > to ? 0 : weight * season * summer * known;
  };
  const totals = YEARS.map((year) => {
    const perRegion = REGIONS.map(() => 0);
    for (const facts of days)
      if (facts.year === year)
        for (const [branch, { region }] of BRANCHES.entries()) perRegion[region] = (perRegion[region] ?? 0) + weightOn(branch, facts);
    return perRegion;
  });
  return (branch, facts) => {
    const year = facts.year - 2023;
    const region = BRANCHES[branch]?.region ?? 0;
    const plannedOrders = ((REGIONS[region]?.plannedMillions[year] ?? 0) * 1_000_000) / (AVERAGE_ORDER[year] ?? AVERAGE_ORDER[0]);
    return (plannedOrders * weightOn(branch, facts)) / (totals[year]?.[region] ?? 1);
  };
}

function createProductPick(products: readonly Product[]): (random: Random, facts: DayFacts) => Product {
  const perMood = new Map(
    (['ordinary', 'feast', 'bargain', 'summer'] as const).map((mood) => {
      const weights = products.map(
        ({ weight, category }) =>
          weight * (CATEGORIES[category]?.weight ?? 0) * (mood === 'ordinary' ? 1 : (CATEGORIES[category]?.moods[mood] ?? 1)),
      );
      return [mood, createWeightedPick(weights)] as const;
    }),
  );
  return (random, { mood, day }) => {
    for (;;) {
      const product = products[perMood.get(mood)?.(random) ?? 0];
      if (product !== undefined && product.launchedOn <= day) return product;
    }
  };
}

/** Someone of the region who had signed up by then; the newer ones come more often. */
function createCustomerPick(customers: readonly Customer[]): (random: Random, region: number, day: number) => Customer {
  const perRegion = REGIONS.map((_, region) => customers.filter((customer) => customer.region === region));
  return (random, region, day) => {
    const candidates = perRegion[region] ?? [];
    const known = countUntil(candidates, day);
    const place = Math.floor((1 - random.next() * random.next()) * Math.max(1, known));
    const customer = candidates[Math.min(place, Math.max(0, known - 1))];
    if (customer === undefined) throw new RangeError(`Region ${region} has no customer.`);
    return customer;
  };
}

function countUntil(customers: readonly Customer[], day: number): number {
  let low = 0;
  let high = customers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((customers[middle]?.signedUpOn ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pickChannel(random: Random, year: number): string {
  const remote = 0.2 + (year - 2023) * 0.06;
  const mark = random.next();
  if (mark < remote * 0.55) return 'Online';
  if (mark < remote) return 'App';
  return mark < remote + 0.03 ? 'Phone' : 'Store';
}

/** In percent of the price. */
function discountShare(random: Random, { mood }: DayFacts): number {
  if (mood === 'bargain') return 10 + random.below(5) * 5;
  return random.chance(0.22) ? 5 + random.below(3) * 5 : 0;
}

function returnedPieces(random: Random, product: Product, quantity: number, channel: string): number {
  const share = (CATEGORIES[product.category]?.returnShare ?? 0) * (channel === 'Store' ? 0.9 : 1.6);
  return random.chance(share) ? 1 + random.below(quantity) : 0;
}
