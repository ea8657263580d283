import { chromium } from 'playwright-core';

const [, , base, ...qs] = process.argv;
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const p = await b.newPage({ viewport: { width: 1360, height: 860 } });
p.on('console', (m) => {
  if (m.type() === 'error' || m.type() === 'warning') console.log('console', m.type(), m.text());
});
p.on('pageerror', (e) => console.log('pageerror', e.message));
let n = 0;
const shot = async (name) => {
  await p.screenshot({ path: `/tmp/shots/q${String(++n).padStart(2, '0')}-${name}.png` });
};
await p.goto(base);
await p.waitForTimeout(1500);
await p.locator('input').nth(0).fill('admin');
await p.locator('input[type=password]').fill('a good long passphrase here');
await p.keyboard.press('Enter');
await p.waitForTimeout(2500);
for (const q of qs) {
  if (q === 'new') {
    await p
      .getByRole('button', { name: /new question/i })
      .first()
      .click()
      .catch(() => p.goto(base + '/chat'));
    await p.waitForTimeout(500);
    continue;
  }
  if (q.startsWith('tab:')) {
    await p
      .getByRole('tab', { name: q.slice(4) })
      .last()
      .click();
    await p.waitForTimeout(1200);
    await shot(q.slice(4));
    continue;
  }
  await p.locator('textarea').fill(q);
  await p.keyboard.press('Enter');
  await p.waitForTimeout(5000);
  await shot('a');
  console.log('=====', q, '\n', (await p.locator('main').innerText()).slice(-1500));
}
await b.close();
