import type { Draft } from '../draft.ts';
import type { FeatureNames } from '../feature-names.ts';

/** What crosses the wire: the shape, its id, and who may do what with it. */
export function contractDraft({ kebab, camel, pascal, words, prefix, absent }: FeatureNames): Draft {
  const folder = 'packages/contract/src';
  return {
    files: [
      {
        path: `${folder}/${kebab}.ts`,
        content: `import { z } from 'zod';
import { ${camel}Id } from './ids.ts';

export const ${camel}Name = z.string().trim().min(1).max(200);

/** A ${words}, as its owner sees it. */
export const ${camel} = z.object({ id: ${camel}Id, name: ${camel}Name, createdAt: z.iso.datetime() });
export type ${pascal} = z.infer<typeof ${camel}>;

export const create${pascal}Input = z.object({ name: ${camel}Name });
export type Create${pascal}Input = z.infer<typeof create${pascal}Input>;
`,
      },
    ],
    edits: [
      { path: `${folder}/index.ts`, line: `export * from './${kebab}.ts';`, among: /^export \* from / },
      {
        path: `${folder}/ids.ts`,
        line: `export const ${camel}Id = prefixedId('${prefix}');\nexport type ${pascal}Id = z.infer<typeof ${camel}Id>;\n`,
        before: /^type IdByPrefix/,
      },
      { path: `${folder}/ids.ts`, text: ` ${prefix}: ${pascal}Id;`, behind: /\bclt: ClientId;/ },
      { path: `${folder}/state-reasons.ts`, line: `  ${absent}: 'This ${words} does not exist.',`, before: /^ {2}no_such_address:/ },
      { path: `${folder}/permissions.ts`, line: `  '${camel}.read': ['admin', 'analyst', 'normal'],`, before: /^ {2}'system\.read'/ },
      { path: `${folder}/permissions.ts`, line: `  '${camel}.write': ['admin', 'analyst', 'normal'],`, before: /^ {2}'system\.read'/ },
    ],
  };
}
