import { expect, it } from 'vitest';
import { createSpelling } from './spelling.ts';

const spelling = createSpelling({ known: ['quantity', 'warehouse', 'region', 'sku', 'code', 'customer', 'costumes'], isWord: (word) => ['reason', 'ware', 'coda', 'religion'].includes(word) });

it.each([
  ['quanttiy', 'quantity'],
  ['wharehouse', 'warehouse'],
  ['warehosue', 'warehouse'],
  ['regoin', 'region'],
  ['cdoe', 'code'],
  ['coda', null],
  ['coded', null],
  ['religions', null],
  ['reasons', null],
  ['custume', null],
  ['legion', null],
  ['sko', null],
  ['منطقه', null],
])('%s may mean %s', (word, meant) => expect(spelling(word)).toBe(meant));
