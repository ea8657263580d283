import { expect, test } from 'vitest';
import { parseDatabaseUrl } from './database-location.ts';

test.each([
  ['file:/var/lib/app.db', { provider: 'sqlite', file: '/var/lib/app.db' }],
  ['file:///var/lib/my%20app.db', { provider: 'sqlite', file: '/var/lib/my app.db' }],
  ['postgres://u:p@h/d', { provider: 'postgresql', connectionString: 'postgres://u:p@h/d' }],
  ['postgresql://u:p@h/d', { provider: 'postgresql', connectionString: 'postgresql://u:p@h/d' }],
])('%s is understood', (url, location) => {
  expect(parseDatabaseUrl(url)).toEqual(location);
});

test.each([['mysql://u:secret@h/d'], ['file:relative.db'], ['']])('%s is refused without repeating it', (url) => {
  expect(() => parseDatabaseUrl(url)).toThrow(/^(?!.*secret).*database URL/);
});

test('a provider that contradicts the URL is refused', () => {
  expect(() => parseDatabaseUrl('file:/a.db', 'postgresql')).toThrow(/postgresql/);
});
