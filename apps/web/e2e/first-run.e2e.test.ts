import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR } from './administrator.ts';
import { launchBrowser } from './browser.ts';
import { type Product, startProduct } from './start-product.ts';
import { type Visitor, visit } from './visitor.ts';

describe('a fresh installation with the sample company', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct();
    visitor = await visit(browser, product.url);
  }, 90_000);

  afterAll(async () => {
    await visitor[Symbol.asyncDispose]();
    await browser.close();
    await product[Symbol.asyncDispose]();
  });

  it('asks for the code on the console and refuses another', async () => {
    const { page, isAccessible } = visitor;
    await page.goto('/');
    await page.getByLabel('Set-up code').fill('WRONG-CODE');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('That is not the code on the console.').waitFor();
    await isAccessible('code');
    await page.getByLabel('Set-up code').fill(product.setupCode().toLowerCase());
    await page.getByRole('button', { name: 'Continue' }).click();
    const heading = page.getByRole('heading', { name: 'Administrator' });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    // Nobody has written anything yet: nothing is called wrong.
    expect(await page.getByLabel('User name').getAttribute('aria-invalid')).not.toBe('true');
  });

  it('holds the administrator’s password to its rules', async () => {
    const { page, isAccessible } = visitor;
    await page.getByLabel('User name').fill(ADMINISTRATOR.username);
    await page.getByLabel('Password', { exact: true }).fill(`${ADMINISTRATOR.username} ${ADMINISTRATOR.username} again`);
    await page.getByLabel('Password, again').fill('something else');
    expect(await page.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true);
    expect(await page.getByRole('listitem').filter({ hasText: 'not contain the user name' }).getByLabel('not met yet').count()).toBe(1);
    await page.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByLabel('Password, again').fill(ADMINISTRATOR.password);
    await isAccessible('administrator');
    await page.getByRole('button', { name: 'Continue' }).click();
  });

  it('tests the sample data with a preview before it goes on', async () => {
    const { page, isAccessible } = visitor;
    expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('Connected in').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: /^customers/ }).click();
    expect(await page.getByRole('region', { name: 'First rows of customers' }).getByRole('row').count()).toBeGreaterThan(3);
    await isAccessible('data');
    await page.getByRole('button', { name: 'Continue' }).click();
  });

  it('goes on without a language model', async () => {
    const { page, isAccessible } = visitor;
    await page.getByRole('heading', { name: 'A language model?' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Without a model' }).getAttribute('aria-checked')).toBe('true');
    await isAccessible('language model');
    await page.getByRole('button', { name: 'Continue' }).click();
  });

  it('sets up in one step and is signed in', async () => {
    const { page, isAccessible } = visitor;
    await isAccessible('review');
    await page.getByRole('button', { name: 'Finish set-up' }).click();
    await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor({ timeout: 60_000 });
    await page.getByRole('list', { name: 'Suggested questions' }).waitFor({ timeout: 60_000 });
    await isAccessible('new question');
  });

  it('answers with a single figure', async () => {
    const turn = await visitor.ask('How many customers are there?');
    await turn.getByRole('article').waitFor();
    await turn.getByText('Without a language model').waitFor();
    await turn.getByText('1 row · complete').waitFor();
    await visitor.isAccessible('figure');
  });

  it('answers with bars, the same figures beside them, the SQL and a receipt', async () => {
    const { page, isAccessible } = visitor;
    const turn = await visitor.ask('Net sales per region');
    await turn.getByRole('img', { name: /^Chart:/ }).waitFor();
    expect(await turn.getByRole('table').getByRole('row').count()).toBe(6);
    await isAccessible('chart');
    await turn.getByRole('tab', { name: 'SQL' }).click();
    await turn
      .locator('.cm-content')
      .filter({ hasText: /SELECT/ })
      .waitFor();
    await isAccessible('SQL');
    await turn.getByRole('tab', { name: 'Receipt' }).click();
    await turn.getByText('The built-in engine').waitFor();
    await isAccessible('receipt');
    await turn.getByRole('tab', { name: 'Chart' }).click();
    await turn.getByRole('button', { name: /^Type of chart/ }).click();
    await page.getByRole('menuitemradio', { name: 'Pie' }).click();
    await turn.getByRole('button', { name: 'Type of chart: Pie' }).waitFor();
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await turn.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: 'Chart as picture (PNG)' }).click();
      })(),
    ]);
    expect(picture.suggestedFilename()).toMatch(/\.png$/);
  });

  it('answers the next question with another shape', async () => {
    const turn = await visitor.ask('Net sales by month');
    await turn.getByRole('img', { name: /^Chart:/ }).waitFor();
    await turn.getByRole('tab', { name: 'Table' }).click();
    await turn.getByRole('grid').waitFor();
    await visitor.isAccessible('table');
  });

  it('lists a long result and reads on where one scrolls to', async () => {
    const { page } = visitor;
    const turn = await visitor.ask('All order lines');
    const table = turn.getByRole('tab', { name: 'Table' });
    await table.click();
    const grid = turn.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('Control+End');
    const rows = Number(await grid.getAttribute('aria-rowcount'));
    expect(rows).toBeGreaterThan(10_000);
    const last = grid.locator(`[aria-rowindex="${rows}"][aria-busy="false"]`);
    await last.waitFor();
    expect(await grid.getAttribute('aria-activedescendant')).toMatch(new RegExp(`-${rows - 2}-\\d+$`));
  });

  it('refuses what the data does not hold, and says what can be asked', async () => {
    const turn = await visitor.ask('What is the weather in Paris tomorrow?');
    await turn.getByText('This cannot be answered').waitFor();
    await visitor.isAccessible('refusal');
  });

  it('keeps the conversation, finds it, renames it and deletes it', async () => {
    const { page, isAccessible } = visitor;
    const history = page.getByRole('navigation', { name: 'Your questions' });
    await history
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Title').fill('My first look');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'My first look' }).waitFor();
    await page.getByLabel('Search your questions').fill('nothing like this');
    await page.getByText('No question matches.').waitFor();
    await page.getByLabel('Search your questions').fill('first look');
    await history.getByRole('link', { name: 'My first look' }).waitFor();
    await history
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await isAccessible('confirm');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor();
  });

  it('signs out, refuses a wrong password and takes the right one', async () => {
    const { page, isAccessible } = visitor;
    await page.getByRole('button', { name: new RegExp(ADMINISTRATOR.username) }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await isAccessible('sign-in');
    await page.getByLabel('User name').fill(ADMINISTRATOR.username);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('The user name or the password is not right.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor();
  });

  it('never strained the content security policy and threw nothing', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
