import { AppError, because, issueReason, modelServerInput } from '@majed-vanna/contract';
import { TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ar, reasons } from '../i18n/ar/index.ts';
import { i18n } from '../i18n/language.ts';
import { HttpError, shownError } from './api-error.ts';
import { fieldError } from './field-error.ts';

beforeAll(async () => {
  await i18n.init({ lng: 'ar', resources: { ar: { translation: ar, reasons } } });
});
afterAll(() => i18n.changeLanguage('en'));

/** As the server's `error-shape.ts` makes it. */
function sent(message: string, data: object) {
  return TRPCClientError.from({ error: { message, code: -32600, data: { appCode: 'invalid_input', requestId: 'r', ...data } } } as never);
}

test('what is wrong at a field is said in the language of the page, with its parameters', async () => {
  const { message, details } = AppError.because('invalid_input', because('no_column_in', { column: 'gone', table: 'main.orders' }), {
    field: 'expression',
  });
  const error = sent(`expression: ${message}`, { details });
  expect(fieldError(error, 'expression')).toBe('لا عمود باسم gone في main.orders');
  expect(fieldError(error, 'filter')).toBeUndefined();
  await i18n.changeLanguage('en');
  expect(fieldError(error, 'expression')).toBe('there is no column gone in main.orders');
  expect(shownError(error).message).toBe('there is no column gone in main.orders');
  await i18n.changeLanguage('ar');
});

test('what a schema found is said so too', () => {
  const found = modelServerInput.safeParse({ provider: 'compatible', baseUrl: 'nowhere', apiKey: 'two words' }).error?.issues ?? [];
  const error = sent('The input is not valid', {
    issues: found.map((issue) => ({ path: issue.path.join('.'), message: issue.message, ...issueReason(issue) })),
  });
  expect(fieldError(error, 'baseUrl')).toBe('يجب أن يكون عنواناً مثل http://localhost:1234/v1');
  expect(fieldError(error, 'apiKey')).toBe('يجب أن يكون من أحرف لاتينية وأرقام وعلامات بلا مسافات');
  expect(shownError(error).message).toBe('يجب أن يكون عنواناً مثل http://localhost:1234/v1');
});

test('words that the server itself put in are those of the language too', () => {
  const { message, details } = AppError.because('invalid_input', because('database_refused', { message: 'no', message_ar: 'لا' }));
  expect(shownError(sent(message, { details })).message).toBe('رفضته قاعدة البيانات: لا');
});

test('a file that was sent is refused in the language too', () => {
  const { code, message, details } = AppError.because('unreadable_file', because('file_empty', { fileName: 'a.csv' }));
  expect(shownError(new HttpError(code, message, 'r', details)).message).toBe('الملف a.csv فارغ.');
});

test('what has no words of ours keeps the server’s', () => {
  expect(shownError(sent('Only this is known.', { details: { reason: 'toString' } })).message).toBe('Only this is known.');
});

test('what other settings would mend is not said to be a matter of time', () => {
  const titled = (reason: 'key_refused' | 'nothing_listens') => {
    const { code, message, details } = AppError.because('unavailable', because(reason, { host: 'models.example' }));
    return shownError(sent(message, { appCode: code, details })).code;
  };
  expect(titled('key_refused')).toBe('settings');
  expect(titled('nothing_listens')).toBe('unavailable');
});
