import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

const WORDS = {
  en: {
    start: 'Evaluate',
    stop: 'Stop',
    stopped: 'Stopped',
    engine: 'Engine',
    questions: 'Golden questions',
    add: 'Add question',
    compare: 'Compare with',
    figures: 'Figures of both evaluations',
    noStatement: /Details of/,
  },
  ar: {
    start: 'ابدأ التقييم',
    stop: 'إيقاف',
    stopped: 'أُوقف',
    engine: 'المحرّك',
    questions: 'الأسئلة المرجعية',
    add: 'إضافة سؤال',
    compare: 'قارن مع',
    figures: 'أرقام التقييمين',
    noStatement: /تفاصيل/,
  },
} as const;

describe('evaluation', { timeout: 180_000 }, () => {
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
  ] as const)('runs, survives a reload, is stopped or ends, and is looked at afterwards: %s, %s', async (language, theme) => {
    await using visitor = await visit(browser, product.url, { language, theme });
    const { page, isAccessible } = visitor;
    const words = WORDS[language];
    await signIn(page, '/admin/evaluation');
    await page.getByRole('button', { name: words.start }).waitFor();
    await isAccessible('evaluation');
    await page.getByLabel(words.engine).selectOption('embedded');
    await page.getByRole('button', { name: words.start }).click();
    await page.getByRole('button', { name: words.stop }).waitFor();
    await page.reload();
    await page.getByRole('progressbar').waitFor();
    await isAccessible('evaluation under way');
    // The first is let run to its end; the second is stopped, and the first is looked at again: the oldest is listed last.
    const isSecond = language === 'ar';
    if (isSecond) await page.getByRole('button', { name: words.stop }).click();
    await page.getByRole('button', { name: words.stop }).waitFor({ state: 'detached', timeout: 120_000 });
    await expect.poll(() => page.getByRole('table').getByText(words.stopped).filter({ visible: true }).count()).toBe(isSecond ? 1 : 0);
    await page.getByRole('table').getByRole('button', { name: 'Sample company' }).last().click();
    await page.getByRole('table').waitFor();
    await isAccessible('one evaluation');
    await page.getByRole('button', { name: words.noStatement }).last().click();
    await page.getByRole('dialog').waitFor();
    await isAccessible('one case');
    await page.keyboard.press('Escape');
    if (isSecond) {
      await page.getByLabel(words.compare).selectOption({ index: 1 });
      await page.getByRole('table', { name: words.figures }).waitFor();
      await isAccessible('two evaluations compared');
    }
    await page.getByRole('link', { name: words.questions }).click();
    await page.getByRole('button', { name: words.add }).click();
    await page.getByRole('dialog').waitFor();
    await isAccessible('a golden question');
    expect(visitor.complaints).toEqual([]);
  });

  it('takes an answer as a golden question of a set, which can be taken along', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page, '/admin/evaluation?view=cases');
    await page.getByRole('button', { name: 'New set' }).click();
    await page.getByLabel('Name of the set').fill('A first set');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('No golden questions yet').waitFor();

    await page.goto('/chat');
    await visitor.ask('How many orders are there?');
    await page.getByRole('button', { name: 'Golden question' }).click();
    await page.getByRole('dialog').getByLabel('Set').selectOption('A first set');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('The question is in the set now.').waitFor();
    await visitor.ask('How many customers are there?');
    await page.getByRole('button', { name: 'Golden question' }).last().click();
    await page.getByRole('dialog').getByLabel('Set').selectOption('A first set');
    await page.getByRole('dialog').getByRole('button', { name: 'Whole conversation' }).click();
    await page.getByText('Added: 1 · in the set already: 1').waitFor();

    await page.goto('/admin/evaluation?view=cases');
    await page.getByLabel('Set').selectOption({ label: 'A first set (2 questions)' });
    await page.getByRole('cell', { name: 'How many orders are there?', exact: true }).waitFor();
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'JSON Lines' }).click();
    const path = await (await taken).path();
    const [first = '', second = ''] = (await readFile(path, 'utf8')).trim().split('\n');
    expect(JSON.parse(first)).toMatchObject({ question: 'How many orders are there?', expected: 'answer' });
    expect(JSON.parse(second)).toMatchObject({ question: 'How many customers are there?', expected: 'answer' });
    expect(visitor.complaints).toEqual([]);
  });

  it('takes a refusal as a golden question, and brings the sample questions back', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page, '/chat');
    const turn = await visitor.ask("What's the weather in Riyadh today?");
    await turn.getByText('This cannot be answered').waitFor();
    await turn.getByRole('button', { name: 'Golden question' }).click();
    await page.getByRole('dialog').getByLabel('Set').selectOption('Sample company');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/admin/evaluation?view=cases');
    await page.getByLabel('Set').selectOption({ label: 'Sample company (64 questions)' });
    await page.getByRole('button', { name: 'Remove the set' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Add the sample questions' }).waitFor();
    await isAccessible('golden questions without the sample set');
    await page.getByRole('button', { name: 'Add the sample questions' }).click();
    await page.getByLabel('Set').locator('option:checked', { hasText: 'Sample company (63 questions)' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Add the sample questions' }).waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
  });
});
