import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR } from './administrator.ts';
import { launchBrowser } from './browser.ts';
import { type Product, startProduct } from './start-product.ts';
import { type Visitor, visit } from './visitor.ts';

const TRIPS = [
  'trip_id,city,distance_km,started_on',
  ...Array.from({ length: 240 }, (_, i) => `${i + 1},${['Muscat', 'Doha', 'Manama'][i % 3]},${(i % 40) + 0.5},2025-0${(i % 9) + 1}-15`),
].join('\n');

describe('a fresh installation with own files, on a narrow screen', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct();
    await writeFile(join(product.folder, 'trips.csv'), TRIPS);
    await writeFile(join(product.folder, 'headings.csv'), 'a,b\n');
    await writeFile(
      join(product.folder, 'picture.csv'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe, 0, 1]),
    );
    visitor = await visit(browser, product.url, { width: 360, height: 740 });
  }, 90_000);

  afterAll(async () => {
    await visitor[Symbol.asyncDispose]();
    await browser.close();
    await product[Symbol.asyncDispose]();
  });

  it('takes files, says what is wrong with each, and tests the rest', async () => {
    const { page, isAccessible } = visitor;
    await page.goto('/');
    await page.getByLabel('Set-up code').waitFor();
    expect(await cutNames(page.getByRole('list', { name: 'Steps' }))).toEqual([]);
    await page.getByLabel('Set-up code').fill(product.setupCode());
    await page.keyboard.press('Enter');
    await page.getByLabel('User name').fill(ADMINISTRATOR.username);
    await page.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByLabel('Password, again').fill(ADMINISTRATOR.password);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Files' }).click();
    await page.locator('input[type=file]').setInputFiles([join(product.folder, 'trips.csv'), join(product.folder, 'picture.csv')]);
    const good = page.getByRole('listitem').filter({ hasText: 'trips.csv' });
    const bad = page.getByRole('listitem').filter({ hasText: 'picture.csv' });
    await good.getByText('CSV ·').waitFor();
    await bad.getByRole('alert').waitFor();
    await isAccessible('files');
    expect(await page.getByRole('button', { name: 'Test', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Remove picture.csv' }).click();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('240').first().waitFor();
    await expectNoSidewaysScroll(page);
  });

  it('forgets what was wrong with a file once it is gone', async () => {
    const { page } = visitor;
    await page.locator('input[type=file]').setInputFiles([join(product.folder, 'headings.csv')]);
    await page.getByRole('listitem').filter({ hasText: 'headings.csv' }).getByText('CSV ·').waitFor();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('headings.csv holds no rows.').waitFor();
    await page.getByRole('button', { name: 'Remove headings.csv' }).click();
    await page.getByText('headings.csv holds no rows.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('Connected in').waitFor();
  });

  it('names the source, sets up, and answers from the file', async () => {
    const { page, isAccessible } = visitor;
    await page.getByLabel('Name of this data').fill('Taxi trips');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'A language model?' }).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Taxi trips').waitFor();
    await page.getByRole('button', { name: 'Finish set-up' }).click();
    await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor({ timeout: 60_000 });
    const turn = await visitor.ask('Total distance by city');
    await turn.getByText('3 rows · complete').waitFor();
    await isAccessible('narrow answer');
    await expectNoSidewaysScroll(page);
  });

  it.each([
    ['CSV', 'Table as CSV', /\.csv$/, /Muscat/],
    ['Excel', 'Table as Excel', /\.xlsx$/, /^PK/],
  ])('downloads the table as %s', async (_name, item, fileName, content) => {
    const { page } = visitor;
    const file = await downloaded(page, page.getByRole('button', { name: 'Export' }), item);
    expect(file.name).toMatch(fileName);
    expect(file.text).toMatch(content);
  });

  it('opens the history over the page', async () => {
    const { page, isAccessible } = visitor;
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.getByRole('link', { name: 'Total distance by city' }).waitFor();
    await isAccessible('drawer');
    await page.keyboard.press('Escape');
  });

  it('never strained the content security policy and threw nothing', () => {
    expect(visitor.complaints).toEqual([]);
  });
});

async function downloaded(page: Page, menu: Locator, item: string): Promise<{ name: string; text: string }> {
  await menu.click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'latin1') };
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

/** What of a list does not fit into its place. */
function cutNames(list: Locator): Promise<string[]> {
  return list
    .locator('span')
    .evaluateAll((spans) => spans.filter((span) => span.scrollWidth > span.clientWidth).map((span) => span.textContent));
}
