/** A name as it stands within a sentence: `Net sales` becomes `net sales`, `VAT` and `Riyadh Metro ID` keep their capitals. */
export function inText(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const ordinary = /^\p{Lu}\p{Ll}+$/u.test(first) && rest.every((word) => !/^\p{Lu}/u.test(word));
  return ordinary ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
