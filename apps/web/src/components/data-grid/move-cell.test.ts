import { describe, expect, it } from 'vitest';
import { moveCell } from './move-cell.ts';

const grid = { rows: 100, columns: 4, page: 10, rtl: false, control: false };
const at = (row: number, column: number) => ({ row, column });

describe('moving in the grid', () => {
  it.each([
    ['ArrowDown', at(0, 0), at(1, 0)],
    ['ArrowDown', at(99, 0), at(99, 0)],
    ['ArrowUp', at(0, 2), at(0, 2)],
    ['ArrowRight', at(3, 0), at(3, 1)],
    ['ArrowLeft', at(3, 0), at(3, 0)],
    ['PageDown', at(95, 1), at(99, 1)],
    ['PageUp', at(95, 1), at(85, 1)],
    ['Home', at(5, 3), at(5, 0)],
    ['End', at(5, 0), at(5, 3)],
  ])('%s from %o', (key, from, to) => {
    expect(moveCell(from, key, grid)).toEqual(to);
  });

  it('turns the horizontal arrows round from right to left', () => {
    expect(moveCell(at(0, 0), 'ArrowLeft', { ...grid, rtl: true })).toEqual(at(0, 1));
  });

  it('goes to the corners with Control', () => {
    expect(moveCell(at(5, 1), 'End', { ...grid, control: true })).toEqual(at(99, 3));
    expect(moveCell(at(5, 1), 'Home', { ...grid, control: true })).toEqual(at(0, 0));
  });

  it('leaves other keys alone', () => {
    expect(moveCell(at(0, 0), 'a', grid)).toBeNull();
  });
});
