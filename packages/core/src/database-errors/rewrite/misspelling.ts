/** The one known name that a written one is a misspelling of; null when none is, or several could be. */
export function correctSpelling(written: string, known: Iterable<string>): string | null {
  const candidates = [...new Set(known)];
  const alike = candidates.filter((candidate) => plain(candidate) === plain(written));
  if (alike.length > 0) return alike.length === 1 ? (alike[0] ?? null) : null;
  const close = candidates.filter((candidate) => isMisspelling(fold(written), fold(candidate)));
  return close.length === 1 ? (close[0] ?? null) : null;
}

/**
 * One slip of the finger per word of four letters or more, never in its first letter or in a digit: `min_price` is no
 * misspelling of `max_price`, nor `sales_2024` of `sales_2025`.
 */
function isMisspelling(written: string, known: string): boolean {
  const [a, b] = [written.split('_'), known.split('_')];
  if (a.length !== b.length) return false;
  let slips = 0;
  for (const [i, word] of a.entries()) {
    const other = b[i] ?? '';
    if (word === other) continue;
    if (Math.min(word.length, other.length) < 4 || word[0] !== other[0] || /\d/.test(word + other) || !oneSlip(word, other)) return false;
    slips++;
  }
  return slips > 0;
}

/** One letter more, less, other, or two neighbours the wrong way round. */
function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function fold(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_');
}

/** `order_date`, `OrderDate` and `order date` are the same name; so are `customer` and `customers`. */
function plain(name: string): string {
  return fold(name).replaceAll('_', '').replace(/s$/, '');
}
