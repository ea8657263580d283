import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AnswerText } from './answer-text.tsx';

test.each([
  '[Details](https://elsewhere.test/?q=1)',
  '[a[b]](//elsewhere.test/?q=1)',
  '[a[b]](&#104;ttps://elsewhere.test)',
  'Look at www.elsewhere.test/?q=1 or write to me@elsewhere.test',
  '![seen](//elsewhere.test/pixel.png)',
  '[x][1]\n\n[1]: //elsewhere.test',
  '<a href="https://elsewhere.test">x</a><script>alert(1)</script>',
  'A claim[^1].\n\n[^1]: note',
])('no text of an answer leads elsewhere or calls another host: %s', (markdown) => {
  const html = renderToStaticMarkup(createElement(AnswerText, { markdown }));
  expect(html).not.toMatch(/<(a|img|script|input)\b|href=|src=/);
});

test('emphasis and lists are shown', () => {
  const html = renderToStaticMarkup(createElement(AnswerText, { markdown: '**Riyadh** leads:\n\n- one\n- two' }));
  expect(html).toMatch(/<strong>Riyadh<\/strong>[\s\S]*<li>one<\/li>/);
});
