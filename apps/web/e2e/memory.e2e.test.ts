import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

const QUESTION = 'How many orders are there?';

describe('what is remembered', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct({ dataSource: { kind: 'sample' } });
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await product[Symbol.asyncDispose]();
  });

  it.each([
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const)('is shown to administrators and to everyone: %s, %s', async (language, theme) => {
    await using visitor = await visit(browser, product.url, { language, theme });
    const { page, isAccessible } = visitor;
    await signIn(page);
    await visitor.ask(QUESTION);
    await page.goto('/admin/memory');
    await page.getByRole('table').waitFor();
    await isAccessible('memory');
    await page.goto('/my-data');
    await page.getByRole('button', { name: language === 'ar' ? 'تنزيل' : 'Download' }).waitFor();
    await isAccessible('my data');
    expect(visitor.complaints).toEqual([]);
  });

  it('is kept for as long as an administrator says, after saying what goes', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page, '/admin/memory');
    await page.getByLabel('Keep conversations').selectOption('90');
    await page.getByRole('button', { name: 'Save' }).click();
    const asking = page.getByRole('alertdialog');
    await asking.getByText('more than 90 days ago').waitFor();
    await asking.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The retention was saved.').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Keep conversations').inputValue()).toBe('90');
    await page.goto('/my-data');
    await page.getByText('kept for 90 days').waitFor();
  });

  it('can be taken along by its owner, and removed', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page);
    await visitor.ask(QUESTION);
    await page.locator('aside button').last().click();
    await page.getByRole('menuitem', { name: 'My data' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const data: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(JSON.stringify(data)).toContain(QUESTION);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText(/conversations? w(as|ere) removed/).waitFor();
    await expect.poll(() => page.getByRole('complementary').getByRole('link', { name: QUESTION }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
  });
});
