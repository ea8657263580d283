/** English names, then Arabic ones; the first of each is shown, the others are understood. */
export function words(en: readonly string[], ar: readonly string[]): { en: string[]; ar: string[] } {
  return { en: [...en], ar: [...ar] };
}
