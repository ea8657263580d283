import { dayNumber } from './calendar.ts';
import { CATEGORIES, SUPPLIERS, VARIANTS } from './catalogue.ts';
import { createRandom } from './random.ts';
import type { SampleRow } from './rows.ts';

export interface Product {
  readonly id: number;
  /** Index into `CATEGORIES`. */
  readonly category: number;
  readonly weight: number;
  /** Halalas. */
  readonly price: number;
  readonly cost: number;
  readonly launchedOn: number;
}

/** Every good of the catalogue in its three variants; a few joined the range later. */
export function makeProducts(): { rows: SampleRow[]; products: Product[] } {
  const random = createRandom(13);
  const rows: SampleRow[] = [];
  const products: Product[] = [];
  for (const [category, { goods, costShare }] of CATEGORIES.entries()) {
    for (const [place, [name, nameAr, basePrice]] of goods.entries()) {
      for (const variant of VARIANTS) {
        const id = products.length + 1;
        // Prices end in nine riyals, as labels do.
        const price = Math.max(19, Math.round((basePrice * variant.price) / 10) * 10 - 1) * 100;
        const cost = Math.round(price * costShare * (0.95 + random.next() * 0.1));
        const launchedOn = random.chance(0.12) ? dayNumber('2023-03-01') + random.below(800) : dayNumber('2021-01-03') + random.below(600);
        const supplier = 1 + ((category * 3 + place) % SUPPLIERS.length);
        const sku = `${String.fromCharCode(65 + category)}${String.fromCharCode(65 + place)}-${1000 + id * 7}`;
        rows.push([id, sku, `${name} ${variant.name[0]}`, `${nameAr} ${variant.name[1]}`, category + 1, supplier, price, cost, launchedOn]);
        products.push({ id, category, weight: variant.weight * (1 + random.next()), price, cost, launchedOn });
      }
    }
  }
  return { rows, products };
}
