import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const REGIONS = ['Riyadh', 'Makkah', 'Eastern', 'Asir'];
const CATEGORIES = ['Coffee', 'Tea', 'Dates'];

export interface ShopOptions {
  /** Rows of the table `readings`, for results beyond what is kept. */
  readonly readings?: number;
}

/** A small shop in SQLite with amounts that can be worked out by hand; the same at every call. */
export function writeShop(folder: string, { readings = 0 }: ShopOptions = {}): string {
  const path = join(folder, 'shop.sqlite');
  const database = new DatabaseSync(path);
  database.exec(`
    CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL);
    CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(customer_id), order_date DATE NOT NULL, category TEXT NOT NULL, amount DECIMAL(10,2) NOT NULL);
    CREATE TABLE readings (reading_id INTEGER PRIMARY KEY, sensor TEXT NOT NULL, temperature REAL NOT NULL);
    BEGIN;`);
  const customer = database.prepare('INSERT INTO customers VALUES (?, ?, ?)');
  for (let id = 1; id <= 40; id++) customer.run(id, `Customer ${id}`, REGIONS[id % 4] ?? '');
  const order = database.prepare('INSERT INTO orders VALUES (?, ?, ?, ?, ?)');
  for (let id = 1; id <= 1_200; id++) {
    const month = String((id % 12) + 1).padStart(2, '0');
    order.run(id, (id % 40) + 1, `${id % 2 ? 2024 : 2025}-${month}-15`, CATEGORIES[id % 3] ?? '', 10 + (id % 7));
  }
  const reading = database.prepare('INSERT INTO readings VALUES (?, ?, ?)');
  for (let id = 1; id <= readings; id++) reading.run(id, `sensor ${id % 5}`, id % 90);
  database.exec('COMMIT');
  database.close();
  return path;
}
