import { type FakeLlm, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR } from './administrator.ts';
import { launchBrowser } from './browser.ts';
import { type Product, startProduct } from './start-product.ts';
import { type Visitor, visit } from './visitor.ts';

const KEY = 'sk-wizard-0123456789';

describe('a language model in the wizard', { timeout: 120_000 }, () => {
  let browser: Browser;
  let product: Product;
  let llm: FakeLlm;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await launchBrowser();
    llm = await startFakeLlm({ apiKey: KEY, models: [{ id: 'small-chat', max_model_len: 8192 }] });
    product = await startProduct();
    visitor = await visit(browser, product.url);
  }, 90_000);

  afterAll(async () => {
    await visitor[Symbol.asyncDispose]();
    await browser.close();
    await product[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });

  it('is tested before it goes on, with what is wrong and what to do', async () => {
    const { page, isAccessible } = visitor;
    const onward = page.getByRole('button', { name: 'Continue' });
    await page.goto('/');
    await page.getByLabel('Set-up code').fill(product.setupCode());
    await onward.click();
    await page.getByLabel('User name').fill(ADMINISTRATOR.username);
    await page.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
    await page.getByLabel('Password, again').fill(ADMINISTRATOR.password);
    await onward.click();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('Connected in').waitFor({ timeout: 60_000 });
    await onward.click();
    await page.getByRole('radio', { name: 'Another server' }).click();
    expect(await onward.count()).toBe(0);
    await page.getByLabel('Address').fill(llm.baseUrl);
    await page.getByLabel('Model', { exact: true }).fill('small-chat');
    await page.getByLabel('Key', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText(/refused the key/).waitFor();
    await isAccessible('a model that was refused');
    expect(await onward.count()).toBe(0);
    await page.getByLabel('Key', { exact: true }).fill(KEY);
    await page.getByRole('button', { name: 'Read the list' }).click();
    await page.getByText('1 model found.').waitFor();
    llm.say(text('ready'), tool('read_thermometer', { room: 'kitchen' }), text('{"color":"green"}'));
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('Can call tools').waitFor();
    await page.getByText('Reads 8,192 tokens').waitFor();
    await isAccessible('a model that replied');
  });

  it('is remembered when one goes back, and is in use after the set-up', async () => {
    const { page, isAccessible } = visitor;
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText('Connected in').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Can call tools').waitFor();
    expect(await page.getByLabel('Model', { exact: true }).inputValue()).toBe('small-chat');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('small-chat').waitFor();
    await isAccessible('review');
    await page.getByRole('button', { name: 'Finish set-up' }).click();
    await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor({ timeout: 60_000 });
    await page.goto('/admin/models');
    await page.getByRole('button', { name: 'Stop using small-chat' }).waitFor();
    expect(visitor.complaints.filter((line) => !line.includes('503'))).toEqual([]);
  });
});
