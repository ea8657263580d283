/** A call of another dialect in this one's words; null where the arguments say something that it cannot. */
export type Translate = (args: readonly string[]) => string | null;

/** The same arguments under another name; with `arity`, only when there are so many. */
export const rename =
  (name: string, arity?: number): Translate =>
  (args) =>
    arity === undefined || args.length === arity ? `${name}(${args.join(', ')})` : null;

/** A call without arguments. */
export const fixed =
  (text: string): Translate =>
  (args) =>
    args.length === 0 ? text : null;

/** The same two arguments, the second first. */
export const swapped =
  (name: string): Translate =>
  ([first, second, ...more]) =>
    first && second && more.length === 0 ? `${name}(${second}, ${first})` : null;
