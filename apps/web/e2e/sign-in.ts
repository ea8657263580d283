import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ADMINISTRATOR } from './administrator.ts';

/** Opens a page as the signed-in administrator. The form has tests of its own: here the browser asks the server itself. */
export async function signIn(page: Page, path = '/'): Promise<void> {
  await page.goto('/favicon.svg');
  const status = await page.evaluate(async (administrator) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/trpc/auth.signIn', { method: 'POST', headers, body: JSON.stringify(administrator) });
    // As the form leaves it: a page asks its cookie for a session only where somebody signed in.
    localStorage.setItem('mv-session', '1');
    return answer.status;
  }, ADMINISTRATOR);
  expect(status).toBe(200);
  await page.goto(path);
  if (path === '/') await page.locator('textarea').waitFor();
}

/** Fills in the form that is shown, whatever its language. */
export async function fillSignIn(page: Page): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(ADMINISTRATOR.username);
  await page.locator('input[autocomplete=current-password]').fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');
  await page.locator('textarea').waitFor();
}
