import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR } from './administrator.ts';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { type Visitor, visit } from './visitor.ts';

/** A view that nobody reads to its end: billions of rows, made as they are read. */
function makeEndlessDatabase(folder: string): void {
  const database = new DatabaseSync(join(folder, 'plant.sqlite'));
  database.exec(`
    CREATE TABLE sensors (sensor_id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) INSERT INTO sensors SELECT i, 'Sensor ' || i FROM n;
    CREATE VIEW readings AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000000000) SELECT i AS pressure FROM n;
  `);
  database.close();
}

const OWN_PASSWORD = 'four loud falcons fly over dunes';
const ENDLESS_QUESTION = 'What is the total pressure of readings?';

describe('a question that takes long', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct({ dataSource: { kind: 'files', name: 'Plant', paths: ['plant.sqlite'] }, prepare: makeEndlessDatabase });
    visitor = await visit(browser, product.url);
    await signIn(visitor.page);
  }, 90_000);

  afterAll(async () => {
    await visitor[Symbol.asyncDispose]();
    await browser.close();
    await product[Symbol.asyncDispose]();
  });

  it('shows the step it is at and can be stopped', async () => {
    const { page, isAccessible } = visitor;
    await page.locator('textarea').fill(ENDLESS_QUESTION);
    await page.keyboard.press('Enter');
    await page.getByText('Running', { exact: true }).waitFor();
    await isAccessible('running');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Nothing runs on, neither in the database nor in a language model.').waitFor();
    await page.getByRole('button', { name: 'Ask', exact: true }).waitFor();
  });

  it('goes on after the page was reloaded, and Escape stops it', async () => {
    const { page } = visitor;
    await page.locator('textarea').fill(ENDLESS_QUESTION);
    await page.keyboard.press('Enter');
    await page.getByText('Running', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('Running', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing runs on, neither in the database nor in a language model.').nth(1).waitFor();
  });

  it('shows what became of it to whoever comes back', async () => {
    const { page } = visitor;
    await page.reload();
    await page.getByText('Nothing runs on, neither in the database nor in a language model.').nth(1).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: ENDLESS_QUESTION }).count()).toBe(2);
  });

  it('leaves the data ready for the next question', async () => {
    const turn = await visitor.ask('How many sensors are there?');
    await turn.getByText('1 row · complete').waitFor();
  });

  it('says when the connection is lost, and goes on with it', async () => {
    const { page, isAccessible } = visitor;
    const notice = page.getByText('You are offline.');
    await page.context().setOffline(true);
    await notice.waitFor();
    await isAccessible('offline');
    await page.context().setOffline(false);
    await notice.waitFor({ state: 'detached' });
    await (await visitor.ask('How many sensors are there?')).getByText('1 row · complete').waitFor();
  });

  it('waits for a password of one’s own where somebody else set it', async () => {
    const { page, isAccessible } = visitor;
    const database = new DatabaseSync(join(product.folder, 'data', 'majed-vanna.db'));
    database.exec('UPDATE users SET must_change_password = 1');
    database.close();
    await page.goto('/chat');
    await page.getByText('Choose your own to go on.').waitFor();
    await isAccessible('a password to change');
    await page.getByLabel('Current password').fill(ADMINISTRATOR.password);
    await page.getByLabel('New password', { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel('New password, again').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.locator('textarea').waitFor();
  });

  it('never strained the content security policy and threw nothing', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
