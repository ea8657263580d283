import { chromium } from 'playwright-core';

const [, , base, code] = process.argv;
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
  await p.screenshot({ path: `/tmp/shots/${String(++n).padStart(2, '0')}-${name}.png` });
};
await p.goto(base);
await p.waitForTimeout(1500);
await shot('start');
console.log(await p.locator('body').innerText());
await p.getByRole('textbox').first().fill(code);
await p.getByRole('button', { name: /continue/i }).click();
await p.waitForTimeout(1200);
await shot('admin');
console.log(await p.locator('main, body').first().innerText());
const boxes = p.locator('input');
console.log(await boxes.count());
await boxes.nth(0).fill('admin');
await p.locator('input[type=password]').first().fill('a good long passphrase here');
if ((await p.locator('input[type=password]').count()) > 1)
  await p.locator('input[type=password]').nth(1).fill('a good long passphrase here');
await shot('admin-filled');
await p.getByRole('button', { name: /continue/i }).click();
await p.waitForTimeout(800);
await shot('data');
console.log(await p.locator('body').innerText());
const test = p.getByRole('button', { name: /test/i });
if (await test.count()) {
  await test.first().click();
  await p.waitForTimeout(9000);
  await shot('tested');
}
await p.getByRole('button', { name: /continue/i }).click();
await p.waitForTimeout(1000);
await shot('review');
console.log(await p.locator('body').innerText());
await p.locator('button').last().click();
await p.waitForTimeout(8000);
await shot('chat');
console.log(p.url(), await p.locator('body').innerText());
await b.close();
