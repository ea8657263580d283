import { type FakeLlm, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

const QUESTION = 'Kindly enumerate our clientele geographically';

const REPLIES = [tool('run_sql', { sql: 'SELECT COUNT(*) AS customers FROM customers' }), text('This is how many there are.')];

describe('the tools of the model', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;
  let llm: FakeLlm;

  beforeAll(async () => {
    browser = await launchBrowser();
    llm = await startFakeLlm();
    const languageModel = { provider: 'compatible' as const, baseUrl: llm.baseUrl, model: 'test-model' };
    product = await startProduct({ dataSource: { kind: 'sample' }, languageModel });
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await product[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });

  it('are counted, and one that is switched off is not given to the model', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    llm.say(...REPLIES);
    const turn = await visitor.ask(QUESTION);
    await turn.getByText('This is how many there are.').waitFor();
    expect(llm.requests.at(0)?.body).toContain('"ask_user"');
    await page.goto('/admin/tools');
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row('Run SQL').getByText('0%').waitFor();
    await isAccessible('tools');

    const asking = page.getByRole('switch', { name: 'Ask back: Administrator' });
    await asking.click();
    await page.reload();
    expect(await asking.getAttribute('aria-checked')).toBe('false');
    const before = llm.requests.length;
    llm.say(...REPLIES);
    await page.goto('/chat');
    await (await visitor.ask(QUESTION)).getByText('This is how many there are.').waitFor();
    const bodies = llm.requests.slice(before).map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) expect(body).not.toContain('"name":"ask_user"');

    await page.goto('/admin/tools');
    await page.getByRole('switch', { name: 'Run SQL: Administrator' }).click();
    await page.reload();
    expect(await page.getByRole('switch', { name: 'Run SQL: Administrator' }).getAttribute('aria-checked')).toBe('false');
    const asked = llm.requests.length;
    await page.goto('/chat');
    await (await visitor.ask(QUESTION)).getByText('This cannot be answered').waitFor();
    expect(llm.requests.length).toBe(asked);
    expect(visitor.complaints).toEqual([]);
  });

  it('can be used in Arabic, in the dark', async () => {
    await using visitor = await visit(browser, product.url, { language: 'ar', theme: 'dark' });
    const { page, isAccessible } = visitor;
    await signIn(page, '/admin/tools');
    await page.getByRole('switch').first().waitFor();
    expect(await page.getByRole('switch').count()).toBe(24);
    await isAccessible('tools');
  });
});
