import AxeBuilder from '@axe-core/playwright';
import type { Language } from '@majed-vanna/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

interface VisitorOptions {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  /** Holds the page against WCAG 2.2 AA. */
  isAccessible(where: string): Promise<void>;
  /** Asks and waits for the end of the run; the newest turn is returned. */
  ask(question: string): Promise<Locator>;
  /** Writes another statement in place of the one of an answer; it is not run yet. */
  writeStatement(answer: Locator, sql: string): Promise<void>;
  /** What the content security policy stopped, and what the page's own code threw. */
  readonly complaints: readonly string[];
}

/** A person with a browser of their own; every complaint of the browser is kept. */
export async function visit(
  browser: Browser,
  url: string,
  { language = 'en', theme = 'light', width = 1360, height = 860 }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale: language === 'ar' ? 'ar-SA' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|CSP/i.test(message.text())) complaints.push(message.text());
  });
  await context.exposeFunction('reportViolation', (what: string) => complaints.push(`violated: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return { page, isAccessible, ask, writeStatement, complaints, [Symbol.asyncDispose]: () => context.close() };

  async function isAccessible(where: string) {
    // Our pages have no frames: the mode without a second page for the results looks at the same, in half the time.
    const checks = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await checks.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(
      violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      where,
    ).toEqual([]);
  }

  async function ask(question: string) {
    const before = await turns().count();
    await page.locator('textarea').fill(question);
    await page.keyboard.press('Enter');
    const turn = turns().nth(before);
    await turn.waitFor();
    await page.locator('form button[type=submit]').waitFor();
    return turns().last();
  }

  async function writeStatement(answer: Locator, sql: string) {
    await answer.getByRole('tab', { name: 'SQL' }).click();
    await answer.getByRole('button', { name: 'Edit SQL' }).click();
    await answer.getByRole('textbox', { name: 'Statement' }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(sql);
  }

  function turns() {
    return page.locator('main section:has(> .group h2)');
  }
}
