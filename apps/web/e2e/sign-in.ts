import type { Page } from 'playwright-core';
import { ADMINISTRATOR } from './start-product.ts';

/** Signs the administrator in by the form, whatever its language. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('input[autocomplete=username]').fill(ADMINISTRATOR.username);
  await page.locator('input[autocomplete=current-password]').fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');
  await page.locator('textarea').waitFor();
}
