import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

/** Takes the data away from under the product before anything has opened it. */
async function hideData(product: Product): Promise<{ restore(): Promise<void> }> {
  const sources = join(product.folder, 'data', 'sources');
  const [id = ''] = (await readdir(sources)).filter((name) => name.startsWith('src_'));
  const [there, away] = [join(sources, id), join(sources, `${id}.away`)];
  await rename(there, away);
  return { restore: () => rename(away, there) };
}

/** Hastens the clock of the page, which asks again every few seconds. */
async function refreshUntil(page: Page, shown: Locator): Promise<void> {
  const look = async () => {
    await page.clock.runFor(5_000);
    return shown.count();
  };
  await expect.poll(look, { timeout: 20_000 }).toBeGreaterThan(0);
}

describe('the monitor of an administrator', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;
  let data: Awaited<ReturnType<typeof hideData>>;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct({ dataSource: { kind: 'sample' } });
    data = await hideData(product);
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await product[Symbol.asyncDispose]();
  });

  it('is one step away in the menu, and shows a source that fails and its breaker', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await page.clock.install();
    await signIn(page);
    await page.locator('aside button').last().click();
    await page.getByRole('menuitem', { name: 'Administration' }).click();
    await page.getByRole('heading', { level: 1, name: 'Monitor' }).waitFor();
    await page.getByText('Needs a look').waitFor();
    const check = page.getByRole('listitem').filter({ hasText: 'Data source of new questions' });
    await check.getByText('It does not answer. Questions to it fail.').waitFor();
    // The page itself asks the source every few seconds: that alone opens the breaker.
    await refreshUntil(page, page.getByText('Open', { exact: true }));
    expect(await page.getByText(/Failures in a row: \d+ \(opens at 3\)/).count()).toBe(1);
    expect(await page.getByText('Next attempt:').count()).toBe(1);
    await page.clock.runFor(30_000);
    await page.getByText('Next attempt: with the next call').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it.each([
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const)('can be used by everyone: %s, %s', async (language, theme) => {
    await using visitor = await visit(browser, product.url, { language, theme });
    const { page, isAccessible } = visitor;
    await signIn(page, '/admin/monitor');
    const reset = page.getByRole('button', { name: language === 'ar' ? /^إعادة ضبط/ : /^Reset/ });
    await reset.waitFor();
    await isAccessible('monitor');
    await reset.click();
    await page.getByRole('alertdialog').waitFor();
    await isAccessible('reset');
    expect(visitor.complaints).toEqual([]);
  });

  it('is where the address of the administration leads', async () => {
    await using visitor = await visit(browser, product.url);
    await signIn(visitor.page, '/admin');
    await visitor.page.waitForURL('**/admin/monitor');
  });

  it('resets a breaker after asking, and sees the source work again', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await page.clock.install();
    await signIn(page, '/admin/monitor');
    await page.getByRole('button', { name: 'Reset Sample data' }).click();
    await data.restore();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
    await page.getByText('The breaker was reset.').waitFor();
    await refreshUntil(page, page.getByText('Everything works'));
    await page.getByText('Failures in a row: 0 (opens at 3)').waitFor();
    expect(await page.getByRole('button', { name: /^Reset/ }).count()).toBe(0);
  });

  it('says so when the server cannot be reached, and keeps what it knew', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await page.clock.install();
    await signIn(page, '/admin/monitor');
    await page.getByText('Circuit breakers').waitFor();
    await page.route('**/api/trpc/system.*', (route) => route.abort());
    await refreshUntil(page, page.getByText('The server cannot be reached'));
    expect(await page.getByText('Circuit breakers').count()).toBe(1);
    await page.unroute('**/api/trpc/system.*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The server cannot be reached').waitFor({ state: 'detached' });
  });
});
