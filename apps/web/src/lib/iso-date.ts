/** ISO 8601 text as the server sends it, read as UTC; null when it is something else. */
export function parseIsoDate(text: string): Date | null {
  if (!/^\d{4}-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?$/.test(text)) return null;
  const withTime = /[T ]/.test(text);
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) && withTime;
  const date = new Date(withTime && !zoned ? `${text.replace(' ', 'T')}Z` : text.replace(' ', 'T'));
  return Number.isNaN(date.getTime()) ? null : date;
}
