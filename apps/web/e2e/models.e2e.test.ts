import { type FakeLlm, failure, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';
import { type Product, startProduct } from './start-product.ts';
import { visit } from './visitor.ts';

const KEY = 'sk-browser-0123456789';
/** No word of it is known to the built-in engine. */
const QUESTION = 'Kindly enumerate our clientele geographically';

describe('language models of an administrator', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;
  let llm: FakeLlm;

  beforeAll(async () => {
    browser = await launchBrowser();
    llm = await startFakeLlm({ apiKey: KEY, models: [{ id: 'small-chat', max_model_len: 8192 }, { id: 'large-chat' }] });
    product = await startProduct({ dataSource: { kind: 'sample' } });
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await product[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });

  it('are added after a test that says what is wrong, and then answer', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    await page.locator('aside button').last().click();
    await page.getByRole('menuitem', { name: 'Administration' }).click();
    await page.getByRole('link', { name: 'Language models' }).click();
    await page.getByText('No model yet.').waitFor();
    await page.getByRole('button', { name: 'Add a model' }).click();
    await page.getByLabel('Server').selectOption('compatible');
    await page.getByLabel('Address').fill(llm.baseUrl);
    await page.getByLabel('Name', { exact: true }).fill('Office');
    await page.getByLabel('Key', { exact: true }).fill('wrong');
    await page.getByLabel('Model', { exact: true }).fill('small-chat');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText(/refused the key/).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await isAccessible('a test that failed');
    await page.setViewportSize({ width: 390, height: 844 });
    const form = page.getByRole('dialog');
    expect(await form.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await page.setViewportSize({ width: 1360, height: 860 });

    await page.getByLabel('Key', { exact: true }).fill(KEY);
    await page.getByRole('button', { name: 'Read the list' }).click();
    await page.getByText('2 models found.').waitFor();
    llm.say(text('ready'), tool('read_thermometer', { room: 'kitchen' }), text('{"color":"green"}'));
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('Can call tools').waitFor();
    await page.getByText('Reads 8,192 tokens').waitFor();
    expect(await page.getByLabel('Context size').inputValue()).toBe('8192');
    await isAccessible('a test that passed');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Stop using Office' }).waitFor();
    await isAccessible('one model');

    llm.say(tool('run_sql', { sql: 'SELECT COUNT(*) AS customers FROM customers' }), text('This is how many there are.'));
    await page.goto('/chat');
    const turn = await visitor.ask(QUESTION);
    await turn.getByText('This is how many there are.').waitFor();
    await turn.getByRole('tab', { name: 'Receipt' }).click();
    await turn.getByText('small-chat').waitFor();
    await isAccessible('an answer of the model');

    await page.goto('/admin/models');
    const use = page.getByRole('region', { name: 'Use' });
    await use.getByRole('cell', { name: 'amina' }).waitFor();
    await page.getByLabel('By').selectOption('model');
    await use.getByRole('cell', { name: 'small-chat' }).waitFor();
    await page.reload();
    await use.getByRole('cell', { name: 'small-chat' }).waitFor();
    await isAccessible('use');
    await page.getByLabel('User name').fill('amina');
    await page.getByLabel('Tokens a day', { exact: true }).fill('1');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByText('1 token a day').waitFor();
    await isAccessible('limits');
    const asked = llm.requests.length;
    await page.goto('/chat');
    await page.getByText('Today’s limit for the language model is reached').waitFor();
    await isAccessible('a limit that is reached');
    const limited = await visitor.ask(`${QUESTION} today`);
    await limited.getByText('Today’s limit for the language model is reached.').waitFor();
    await limited.getByText('The model was not asked').waitFor();
    expect(llm.requests.length).toBe(asked);
    await page.goto('/admin/models');
    await page.getByRole('button', { name: 'Remove the limit of amina' }).click();
    await page.getByText('1 token a day').waitFor({ state: 'detached' });
    await page.goto('/chat');

    llm.say(failure(500, 'down', { 'retry-after': '0' }));
    const failed = await visitor.ask(`${QUESTION} again`);
    await failed.getByText('The model gave no answer').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('can be used in Arabic, in the dark', async () => {
    await using visitor = await visit(browser, product.url, { language: 'ar', theme: 'dark' });
    const { page, isAccessible } = visitor;
    await signIn(page, '/admin/models');
    await page.getByText('Office').first().waitFor();
    await page.getByRole('combobox').first().waitFor();
    await isAccessible('models');
    await page.locator('main section button').first().click();
    await page.getByRole('dialog').waitFor();
    await isAccessible('form');
  });

  it('mends a statement that a person wrote, when it is asked to', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    const answer = await visitor.ask('Number of customers per segment');
    await visitor.writeStatement(answer, 'SELECT heartbeat FROM customers');
    await answer.getByRole('button', { name: 'Run again' }).click();
    const fix = page.getByRole('button', { name: 'Fix with the language model' });
    await fix.waitFor();
    await isAccessible('a statement by hand that was refused');
    // Nobody asks the model before the button is pressed.
    const asked = llm.requests.length;
    llm.say(tool('run_sql', { sql: 'SELECT COUNT(*) AS customers FROM customers' }), text('Counted.'));
    await fix.click();
    await page.getByText('Counted.').waitFor();
    expect(llm.requests.length).toBeGreaterThan(asked);
    expect(visitor.complaints).toEqual([]);
  });

  it('rest after too many failures, which the page says with the time of the next attempt', async () => {
    await using visitor = await visit(browser, product.url);
    const { page, isAccessible } = visitor;
    await signIn(page);
    llm.say(failure(500, 'down', { 'retry-after': '0' }));
    for (const word of ['once', 'twice', 'thrice'])
      await (await visitor.ask(`${QUESTION} ${word}`)).getByText('The model gave no answer').waitFor();
    await page.goto('/admin/models');
    await page.getByText('It rests after too many failures in a row.').waitFor();
    await page.getByText(/^Next attempt:/).waitFor();
    await isAccessible('a model that rests');
    await page.getByRole('main').getByRole('link', { name: 'Monitor' }).click();
    await page.getByRole('button', { name: 'Reset small-chat' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
    await page.getByText('The breaker was reset.').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('see what is chosen for a source, and are removed for good', async () => {
    await using visitor = await visit(browser, product.url);
    const { page } = visitor;
    await signIn(page, '/admin/models');
    await page.getByLabel('Reader', { exact: true }).selectOption('Office');
    await page.getByLabel('Sample data').selectOption('none');
    await page.getByText('Of a result, the names of its columns.').waitFor();
    await page.getByRole('button', { name: 'Actions for Office' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('A role uses this model.').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByLabel('Reader', { exact: true }).selectOption('none');
    await page.getByRole('button', { name: 'Actions for Office' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No model yet.').waitFor();
    await page.reload();
    await page.getByText('Of a result, the names of its columns.').waitFor();
  });
});
