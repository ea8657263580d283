import type { WarehouseError } from '../warehouse.ts';
import type { BuildAnswer } from './build-file.ts';
import { endWithParent } from './parent-watch.ts';

/** The child's side of `buildFile`: takes one order, builds, answers, ends. */
export function serveBuilder<Order, Report>(
  build: (order: Order & { path: string }) => Promise<Report>,
  explain: (error: unknown) => WarehouseError,
): void {
  endWithParent();
  process.once('message', (order) => {
    // The only sender is our own parent.
    void work(order as Order & { path: string }).then((answer) =>
      process.send?.(answer, undefined, undefined, () => process.kill(process.pid, 'SIGKILL')),
    );
  });

  async function work(order: Order & { path: string }): Promise<BuildAnswer<Report>> {
    try {
      return { type: 'built', report: await build(order) };
    } catch (error) {
      const { kind, message, cause } = explain(error);
      return { type: 'failure', kind, message, ...(isPlain(cause) ? { details: cause } : {}) };
    }
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Error);
}
