/** Null for an empty field; undefined for what is no price. A comma or an Arabic point is a decimal point. */
export function parsePrice(text: string): number | null | undefined {
  const plain = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[,٫]/, '.');
  if (plain === '') return null;
  return /^\d{1,6}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

export function priceText(price: number | null | undefined): string {
  return price === null || price === undefined ? '' : String(price);
}
