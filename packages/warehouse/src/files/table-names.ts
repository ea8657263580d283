import { parse } from 'node:path';

const MAX_LENGTH = 60;

/** A table name for each file, from its name: letters and digits of any script, unique, no word of the language. */
export function tableNamesOf(fileNames: readonly string[], reserved: ReadonlySet<string>): string[] {
  const taken = new Set<string>();
  return fileNames.map((fileName) => {
    const base = tableNameOf(fileName, reserved);
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
    taken.add(name);
    return name;
  });
}

function tableNameOf(fileName: string, reserved: ReadonlySet<string>): string {
  const plain = parse(fileName)
    .name.normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, MAX_LENGTH);
  if (plain === '') return 'data';
  if (/^\p{N}/u.test(plain)) return `t_${plain}`;
  return reserved.has(plain) ? `${plain}_data` : plain;
}
