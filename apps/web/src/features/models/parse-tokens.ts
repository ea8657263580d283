/** Null for an empty field, which means no limit; undefined for what is no number of tokens. Arabic digits and separators are read. */
export function parseTokens(text: string): number | null | undefined {
  const digits = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[\s,٬_]/g, '');
  if (digits === '') return null;
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
