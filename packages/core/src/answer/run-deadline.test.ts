import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRunDeadline } from './run-deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the end of a run is moved back, never forward', () => {
  const late = vi.fn();
  const deadline = createRunDeadline(60_000, late);
  vi.advanceTimersByTime(30_000);
  deadline.allow(10_000);
  deadline.allow(90_000);
  vi.advanceTimersByTime(89_000);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(late).toHaveBeenCalledOnce();
});

test('a run that is over is not ended again', () => {
  const late = vi.fn();
  const deadline = createRunDeadline(60_000, late);
  deadline.clear();
  deadline.allow(90_000);
  vi.advanceTimersByTime(200_000);
  expect(late).not.toHaveBeenCalled();
});
