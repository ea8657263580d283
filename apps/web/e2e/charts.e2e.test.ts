import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

describe('how an answer is drawn', { timeout: 120_000 }, () => {
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

  it('holds a figure against the period before when that was asked', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, ask, isAccessible, complaints } = visitor;
    await signIn(page);
    const turn = await ask('revenue this year compared with last year');
    const figure = turn.locator('[data-way]');
    expect(await figure.getAttribute('data-way')).toBe('up');
    expect(await figure.textContent()).toMatch(/Up\s*\+12\.4 %/);
    const all = await turn.locator('dl').textContent();
    expect(all).toMatch(/^SAR\s48,466,649\.65Net sales · 2025/);
    expect(all).toMatch(/\+SAR\s5,360,588\.052024SAR\s43,106,061\.60$/);
    await isAccessible('a figure with comparison');
    expect(complaints).toEqual([]);
  });

  it('switches to the types that the result can be drawn as, and to no other', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, ask, complaints } = visitor;
    await signIn(page);
    const turn = await ask('revenue by region and channel');
    await turn.getByRole('img', { name: /^Chart:/ }).waitFor();
    expect(await offered(page, turn)).toEqual(['Grouped bars', 'Stacked bars', 'Heat map', 'Pivot table']);
    await choose(page, turn, 'Heat map');
    await turn.getByRole('button', { name: 'Type of chart: Heat map' }).waitFor();
    await choose(page, turn, 'Pivot table');
    await turn.getByRole('table', { name: /^Pivot table:/ }).waitFor();
    expect(await turn.getByRole('img', { name: /^Chart:/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('lays two dimensions out as a pivot table with totals, reached and scrolled by the keyboard', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, ask, isAccessible } = visitor;
    await signIn(page);
    const turn = await ask('pivot table of revenue by month and channel in 2025');
    const table = turn.getByRole('table', { name: /^Pivot table:/ });
    await table.waitFor();
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Month by Channel', 'Store', 'Online', 'App', 'Phone', 'Total']);
    const rows = await table.getByRole('rowheader').allInnerTexts();
    expect([rows[0], rows[11], rows[12]]).toEqual(['Jan 2025', 'Dec 2025', 'Total']);
    const totals = (await table.locator('tfoot td').allInnerTexts()).map((text) => Number(text.replace(/[^\d.]/g, '')));
    const grand = totals.pop() ?? 0;
    expect(totals.reduce((sum, total) => sum + total, 0)).toBeCloseTo(grand, 1);
    const frame = turn.getByRole('region', { name: /^Pivot table:/ });
    await frame.focus();
    await page.keyboard.press('End');
    await expect.poll(() => frame.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    expect(await table.getByRole('columnheader', { name: 'Store' }).isVisible()).toBe(true);
    await isAccessible('a pivot table');
  });

  it('shows the few figures of a chart beside it as wide as they are', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, ask } = visitor;
    await signIn(page);
    const turn = await ask('compare sales in Riyadh by region in 2024 and 2025');
    await turn.getByRole('img', { name: /^Chart:/ }).waitFor();
    const table = turn.getByRole('table');
    expect(await table.textContent()).toMatch(/SAR\s14,077,606\.25/);
    expect(await table.evaluate((element) => (element.parentElement?.scrollWidth ?? 0) - (element.parentElement?.clientWidth ?? 0))).toBe(
      0,
    );
  });

  it('runs from right to left in Arabic, in the dark', async () => {
    await using visitor = await visit(browser, product.url, { language: 'ar', theme: 'dark' });
    const { page, ask, isAccessible, complaints } = visitor;
    await signIn(page);
    const turn = await ask('جدول محوري للمبيعات حسب المنطقة والقناة');
    const table = turn.getByRole('table', { name: /^جدول محوري:/ });
    await table.waitFor();
    const [first, last] = [table.getByRole('columnheader').first(), table.getByRole('columnheader').last()];
    expect(await last.textContent()).toBe('المجموع');
    expect((await first.boundingBox())?.x ?? 0).toBeGreaterThan((await last.boundingBox())?.x ?? 0);
    await isAccessible('a pivot table in Arabic');
    const compared = await ask('المبيعات هذا العام مقارنة بالعام الماضي');
    expect(await compared.locator('[data-way=up]').textContent()).toContain('ارتفاع');
    await isAccessible('a figure with comparison in Arabic');
    expect(complaints).toEqual([]);
  });
});

async function offered(page: Page, turn: Locator): Promise<string[]> {
  await openTypes(turn);
  const names = await page.getByRole('menuitemradio').allInnerTexts();
  await page.keyboard.press('Escape');
  return names;
}

async function choose(page: Page, turn: Locator, name: string): Promise<void> {
  await openTypes(turn);
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

async function openTypes(turn: Locator): Promise<void> {
  await turn.getByRole('button', { name: /^Type of chart/ }).click();
}
