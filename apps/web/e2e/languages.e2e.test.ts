import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR } from './administrator.ts';
import { launchBrowser } from './browser.ts';
import { fillSignIn, signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

describe('both languages and both themes', { timeout: 120_000 }, () => {
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
    ['en', 'light', 'ltr', 'Net sales per region'],
    ['ar', 'dark', 'rtl', 'صافي المبيعات حسب المنطقة'],
  ] as const)('%s in the %s theme: every page can be used by everyone', async (language, theme, direction, question) => {
    await using visitor = await visit(browser, product.url, { language, theme });
    const { page, isAccessible } = visitor;
    await page.goto('/');
    await page.locator('input[autocomplete=username]').waitFor();
    expect(
      await page.locator('html').evaluate((html) => [html.getAttribute('lang'), html.getAttribute('dir'), html.dataset.theme]),
    ).toEqual([language, direction, theme]);
    await isAccessible('sign-in');
    await fillSignIn(page);
    await page.locator('main ul li button').first().waitFor({ timeout: 60_000 });
    await isAccessible('new question');
    const turn = await visitor.ask(question);
    await turn.getByRole('img', { name: /.+/ }).first().waitFor();
    await isAccessible('answer');
    const sides = await turn.locator('article').evaluate((article) => getComputedStyle(article).direction);
    expect(sides).toBe(direction);
    const tabs = turn.getByRole('tab');
    for (let i = 1; i < (await tabs.count()); i++) {
      await tabs.nth(i).click();
      await turn.getByRole('tabpanel').waitFor();
      await isAccessible(`tab ${i}`);
    }
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').waitFor();
    await isAccessible('commands');
    await page.keyboard.press('Escape');
    await page.goto('/password');
    await page.locator('input[autocomplete=new-password]').first().waitFor();
    await isAccessible('password');
    await page.goto('/no-such-page');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await isAccessible('not found');
    await page.goto('/chat/cnv_00000000000000000000000000');
    await page.locator('main').getByRole('heading', { level: 2 }).waitFor();
    await isAccessible('no such conversation');
    expect(visitor.complaints).toEqual([]);
  });

  it('changes language and theme on the spot and remembers both', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page);
    const menu = page.locator('aside button').last();
    await menu.click();
    await page.getByRole('menuitemradio', { name: 'العربية' }).click();
    await page.getByRole('heading', { name: 'ماذا تود أن تعرف؟' }).waitFor();
    await menu.click();
    await page.getByRole('menuitemradio', { name: 'داكن' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'ماذا تود أن تعرف؟' }).waitFor();
    expect(await page.locator('html').evaluate((html) => [html.getAttribute('dir'), html.dataset.theme])).toEqual(['rtl', 'dark']);
  });

  it('keeps a draft when the session has ended, and goes on after signing in over the page', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page);
    // Another device signs everyone out: the cookie is gone and the token is refused.
    await page.context().clearCookies();
    await page.route(
      '**/api/trpc/answers.ask*',
      (route) => route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer spent' } }),
      { times: 2 },
    );
    await page.locator('textarea').fill('Net sales by month');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await visitor.isAccessible('session ended');
    await dialog.locator('input[type=password]').fill(ADMINISTRATOR.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('textarea').inputValue()).toBe('Net sales by month');
    await visitor.ask('Net sales by month');
  });

  it('stays signed in when two pages start at the same moment', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page);
    const other = await page.context().newPage();
    await other.goto('/chat');
    for (let round = 0; round < 3; round++) await Promise.all([page.reload(), other.reload()]);
    await Promise.all([page.locator('textarea').waitFor(), other.locator('textarea').waitFor()]);
    await other.getByRole('button', { name: ADMINISTRATOR.username }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('says why nothing comes: no network, or too many requests; then it tries again', async () => {
    await using visitor = await visit(browser, product.url, { language: 'ar', theme: 'dark', width: 400 });
    const { page, isAccessible } = visitor;
    await page.clock.install();
    await signIn(page);
    await page.context().setOffline(true);
    await page.getByText('أنت غير متصل').waitFor();
    await isAccessible('offline');
    await page.context().setOffline(false);
    await page.getByText('أنت غير متصل').waitFor({ state: 'detached' });

    let refused = 0;
    await page.route('**/api/trpc/models.list*', async (route) => {
      if (refused++ > 0) return route.fallback();
      const data = { appCode: 'rate_limited', requestId: 'r', details: { reason: 'too_many_requests', retryAfterSeconds: 60 } };
      await route.fulfill({ status: 429, json: { error: { message: 'Too many requests.', code: -32029, data } } });
    });
    await page.goto('/admin/models');
    await page.getByText('طلبات كثيرة.').waitFor();
    await page.getByText(/تُعاد المحاولة بعد \d+ ث/).waitFor();
    await isAccessible('too many requests');
    // Hastens the clock of the page.
    await page.clock.runFor(61_000);
    await page.getByText('لا يوجد نموذج بعد').waitFor();
    await page.getByText('طلبات كثيرة.').waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
  });

  it('lists its keys', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page, '/my-data');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await isAccessible('keyboard shortcuts');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('lets whoever must change a password sign out instead', async () => {
    const database = new DatabaseSync(join(product.folder, 'data', 'majed-vanna.db'));
    database.exec('UPDATE users SET must_change_password = 1');
    database.close();
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page, '/admin/models');
    await page.getByText('Your password was set by someone else.').waitFor();
    await isAccessible('a password that must be changed');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('User name').waitFor();
    await page.goto('/chat');
    await page.getByLabel('User name').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
