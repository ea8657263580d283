import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

const QUESTION = 'Number of branches per city';

describe('learning from answers', { timeout: 300_000 }, () => {
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

  it('a liked answer becomes a draft, is checked by itself and approved by a person, and only then answers', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    const first = await visitor.ask(QUESTION);
    await first.getByRole('button', { name: 'Good answer' }).click();
    await first.getByRole('button', { name: 'Proposed' }).waitFor();
    await isAccessible('an answer that was liked');
    // A like alone teaches nothing.
    const second = await visitor.ask(QUESTION);
    expect(await second.getByText('From a verified question').count()).toBe(0);

    await page.goto('/admin/semantics/drafts');
    const draft = page.getByRole('listitem').filter({ hasText: QUESTION });
    // Its check began by itself; every golden question of the sample company is asked twice.
    await draft.getByRole('button', { name: 'Approve' }).waitFor();
    await isAccessible('drafts to review');
    await draft.getByText('Passed its check').waitFor({ timeout: 150_000 });
    await isAccessible('a draft that was checked');
    await draft.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Nothing waits for a review').waitFor();
    await page.getByRole('link', { name: 'Verified questions' }).click();
    await page.getByRole('listitem').filter({ hasText: QUESTION }).getByRole('button', { name: 'Retire' }).waitFor();
    await isAccessible('verified questions');

    await using other = await visit(browser, product.url, { language: 'ar', theme: 'dark' });
    await signIn(other.page);
    const answered = await other.ask(`${QUESTION.toLowerCase()}?`);
    await answered.getByText('من سؤال معتمد').waitFor();
    await other.isAccessible('an answer from a verified question, in Arabic');
    await other.page.goto('/admin/semantics/verified');
    await other.page.getByRole('button', { name: 'إيقاف الاستخدام' }).waitFor();
    await other.isAccessible('verified questions in Arabic');
    expect([...visitor.complaints, ...other.complaints]).toEqual([]);
  });

  it('a statement is changed and run again, and the correction proposed', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    const answer = await visitor.ask('Number of customers per segment');
    await visitor.writeStatement(answer, 'SELECT COUNT(*) AS customers FROM customers');
    await isAccessible('a statement that is edited');
    await answer.getByRole('button', { name: 'Run again' }).click();
    await page.getByText('SQL by hand').waitFor();
    await page.getByRole('button', { name: 'Save as verified' }).last().click();
    await page.getByRole('button', { name: 'Proposed' }).waitFor();
    await page.goto('/admin/semantics/drafts');
    await page.getByText('Corrected').waitFor();
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByLabel('Note').fill('The board counts them otherwise');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Nothing waits for a review').waitFor();
    await page.getByRole('link', { name: 'Rejected', exact: true }).click();
    await page.getByText(/^Rejected by amina/).waitFor();
    await isAccessible('rejected drafts');
    await page.getByRole('button', { name: 'Take up again' }).click();
    await page.getByText('Nothing was rejected').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('what goes on from another question is proposed in whole words only, a whole question in its own', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    await visitor.ask('net sales by region in 2025');
    const leaning = await visitor.ask('and by month?');
    await leaning.getByRole('button', { name: 'Save as verified' }).click();
    const dialog = page.getByRole('dialog', { name: 'Word the question as a whole' });
    const words = dialog.getByLabel('The whole question');
    await words.fill('and by month?');
    await dialog.getByRole('button', { name: 'Save as verified' }).click();
    await dialog.getByText('This question goes on from the ones before it.').waitFor();
    await isAccessible('a question that leans');
    await words.fill('Monthly net sales per region in 2025');
    await dialog.getByRole('button', { name: 'Save as verified' }).click();
    await leaning.getByRole('button', { name: 'Proposed' }).waitFor();

    const whole = await visitor.ask('Number of products per category');
    await whole.getByRole('button', { name: 'Save as verified' }).click();
    await whole.getByRole('button', { name: 'Proposed' }).waitFor();
    // It was saved without asking for other words.
    expect(await dialog.count()).toBe(0);

    await page.goto('/admin/semantics/drafts');
    const draft = page.getByRole('listitem').filter({ hasText: 'Monthly net sales per region in 2025' });
    await draft.getByText('Asked as: and by month?').waitFor();
    const other = page.getByRole('listitem').filter({ hasText: 'Number of products per category' });
    await other.waitFor();
    expect(await page.getByText('Asked as:').count()).toBe(1);
    await isAccessible('what was asked, beside the words of a draft');
    for (const one of [draft, other]) {
      await one.getByRole('button', { name: 'Reject' }).click();
      await page.getByLabel('Note').fill('Not needed');
      await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
      await one.waitFor({ state: 'detached' });
    }
    expect(visitor.complaints).toEqual([]);
  });

  it('a wrong answer is told to administrators with its comment', async () => {
    await using visitor = await visit(browser, product.url, { width: 400 });
    const { page, isAccessible } = visitor;
    await signIn(page);
    const answer = await visitor.ask('Number of branches per city in Riyadh');
    await answer.getByRole('button', { name: 'Wrong answer' }).click();
    await page.getByLabel('Note').fill('Two branches are missing');
    await isAccessible('saying what is wrong');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.goto('/admin/semantics/drafts');
    await page.getByText('Two branches are missing').waitFor();
    await isAccessible('answers that were called wrong');
  });
});
