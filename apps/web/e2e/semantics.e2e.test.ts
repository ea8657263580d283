import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

/** Nothing in the sample calls a city so. */
const SYNONYM = 'metroplace';
const QUESTION = `Number of branches by ${SYNONYM}`;
const TABS = ['tables', 'metrics', 'dimensions', 'joins', 'glossary', 'documents', 'changes', 'versions', 'files', 'search?q=city'];
const TABLE = '/admin/semantics/tables/table?key=main.branches';

describe('the semantic layer of an administrator', { timeout: 180_000 }, () => {
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

  it('takes a new name and synonym, publishes them, and a question in these words is answered', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    const before = await visitor.ask(QUESTION);
    expect(await before.textContent()).not.toContain('Riyadh');

    await page.goto('/admin/semantics');
    await page.getByLabel('Find a table').fill('branch');
    await page.getByRole('link', { name: /^Branch/ }).click();
    await page.getByRole('button', { name: 'Edit city', exact: true }).click();
    await page.getByLabel('Name in English').fill('Branch town');
    await page.getByLabel('Synonyms in English').first().fill(SYNONYM);
    await page.keyboard.press('Enter');
    await isAccessible('a column that is edited');
    await page.getByRole('button', { name: 'Save change' }).click();
    await page.getByText('Not published').waitFor();

    await page.getByRole('link', { name: /^Changes/ }).click();
    await page.getByText('1 change waits. Answers do not follow it yet.').waitFor();
    await page.getByText('main.branches.city').waitFor();
    await isAccessible('changes');
    await page.getByRole('button', { name: 'Publish all' }).click();
    await page.getByLabel('Note').fill('What branches call it');
    await isAccessible('publishing');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Nothing waits', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Versions' }).click();
    await page.getByText('What branches call it').waitFor();

    await page.goto('/chat');
    const after = await visitor.ask(QUESTION);
    await after.getByText('Riyadh').first().waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('is found by what was published, with the way it was found by', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page, '/admin/semantics/search');
    await page.getByLabel('A question, or words of one').fill(SYNONYM);
    const found = page.getByRole('listitem').filter({ hasText: 'main.branches.city' }).first();
    await found.getByText('Words', { exact: true }).waitFor();
  });

  it('says at the field what is wrong with an expression', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page, '/admin/semantics/metrics');
    await page.getByRole('button', { name: 'Add a metric' }).click();
    await page.getByLabel('Name in English').fill('Odd figure');
    await page.getByRole('combobox', { name: 'Table' }).fill('main.orders');
    await page.locator('.cm-content').first().click();
    await page.keyboard.type('CASE WHEN 1');
    // Chromium would keep the look of what is typed over in a style attribute.
    await page.keyboard.press('Control+a');
    await page.keyboard.type('SUM({nowhere})');
    await page.getByRole('button', { name: 'Save change' }).click();
    await page.getByText('there is no column nowhere in main.orders', { exact: true }).first().waitFor();
    await isAccessible('an expression that does not fit');
    expect(visitor.complaints).toEqual([]);
  });

  it('leaves as a file, and comes back after it was compared', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page, '/admin/semantics/files');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download YAML' }).click()]);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain(SYNONYM);
    const changed = join(product.folder, 'layer.yaml');
    await writeFile(changed, text.replaceAll(SYNONYM, 'placename'));
    await page.locator('input[type=file]').setInputFiles(changed);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText('1 difference', { exact: true }).waitFor();
    await isAccessible('differences of a file');
    await page.getByRole('button', { name: 'Import 1 difference' }).click();
    await page.getByText('1 change waits to be published').first().waitFor();
    await page.getByRole('link', { name: /^Changes/ }).click();
    await page.getByText('placename').waitFor();
    await page.getByRole('button', { name: 'Discard all' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Nothing waits', { exact: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('keeps documents, shows what is read of them, and forgets them', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page, '/admin/semantics/documents');
    await writeFile(join(product.folder, 'returns.md'), '# Returns\n\nA return counts on the day the goods come back.\n');
    await page.locator('input[type=file]').setInputFiles(join(product.folder, 'returns.md'));
    await page.getByRole('button', { name: 'returns', exact: true }).click();
    await page.getByText('A return counts on the day the goods come back.').waitFor();
    await isAccessible('a document');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Delete returns' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No documents yet').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('does not exist for anyone else', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    // The role is the server's word; nobody else has an account here, so the word is changed on its way.
    await page.route('**/api/trpc/auth.*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"role":"admin"', '"role":"analyst"') });
    });
    await signIn(page);
    for (const path of ['/admin', '/admin/semantics', '/admin/semantics/changes', TABLE]) {
      await page.goto(path);
      await page.getByText('There is nothing here').waitFor();
    }
  });

  it.each([
    ['en', 'light', 1360],
    ['ar', 'dark', 390],
  ] as const)('can be used by everyone: %s, %s, %i wide', async (language, theme, width) => {
    await using visitor = await visit(browser, product.url, { language, theme, width });
    const { page, isAccessible } = visitor;
    await signIn(page);
    for (const path of [...TABS.map((tab) => `/admin/semantics/${tab}`), TABLE]) {
      await page.goto(path);
      await page.locator('main .card').first().waitFor();
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
      await isAccessible(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const tab = await page.locator('a[href^="/admin/semantics/"][aria-current]').boundingBox();
      expect(tab && tab.x >= 0 && tab.x + tab.width <= width, path).toBe(true);
    }
    expect(visitor.complaints).toEqual([]);
  });
});
