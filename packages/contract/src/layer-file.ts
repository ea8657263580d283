import { z } from 'zod';
import { ERROR_REASONS, REASONS } from './error-reasons.ts';
import { semanticDocumentId, uploadId } from './ids.ts';
import { layerDifference } from './layer-publication.ts';
import { ofSource, person } from './layer-shapes.ts';

/** Bytes of a file that can be sent for import or as a document. */
export const MAX_LAYER_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024;
export const MAX_DOCUMENT_CHARACTERS = 500_000;
const MAX_LAYER_TEXT = 900_000;

export const layerFile = z.object({ fileName: z.string(), text: z.string() });
export type LayerFile = z.infer<typeof layerFile>;

/** Exactly one of `text` and `uploadId`; larger files are uploaded first with `purpose=text`. */
const content = { text: z.string().max(MAX_LAYER_TEXT).optional(), uploadId: uploadId.optional() };
const oneContent = [
  ({ text, uploadId: id }: { text?: string | undefined; uploadId?: string | undefined }) => (text === undefined) !== (id === undefined),
  { error: ERROR_REASONS.one_content },
] as const;

export const importYamlInput = z
  .object({
    ...ofSource,
    ...content,
    dryRun: z.boolean(),
    /** Things that the file does not name are removed. */ replace: z.boolean().default(false),
  })
  .refine(...oneContent);
export type ImportYamlInput = z.output<typeof importYamlInput>;
export const importDbtInput = z.object({ ...ofSource, ...content, dryRun: z.boolean() }).refine(...oneContent);
export type ImportDbtInput = z.output<typeof importDbtInput>;

/** What an import would do, or did. With problems it does nothing. */
export const layerImport = z.object({
  differences: z.array(layerDifference),
  problems: z.array(
    z.object({
      /** From 1; null where the format has no lines. */
      line: z.int().nullable(),
      path: z.string(),
      message: z.string(),
      /** Absent where the message is all there is. */
      reason: z.enum(REASONS).optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  /** What is in the file and was left out on purpose, with the reason. */
  notImported: z.array(z.object({ what: z.string(), reason: z.string() })),
  applied: z.boolean(),
});
export type LayerImport = z.infer<typeof layerImport>;

export const layerDocument = z.object({
  id: semanticDocumentId,
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  characters: z.int(),
  passages: z.int(),
  addedBy: person,
  createdAt: z.iso.datetime(),
});
export type LayerDocument = z.infer<typeof layerDocument>;
export const layerDocumentText = layerDocument.extend({
  /** As the search finds them, in the order of the text. */
  parts: z.array(z.object({ /** The document's title, with the heading that it stands under. */ title: z.string(), text: z.string() })),
  text: z.string(),
});
export type LayerDocumentText = z.infer<typeof layerDocumentText>;
export const documentInput = z.object({ ...ofSource, id: semanticDocumentId });

/** Markdown or plain text as `text`; PDF, and what is longer, as an upload with `purpose=text`. */
export const addDocumentInput = z
  .object({ ...ofSource, ...content, title: z.string().trim().min(1).max(200), fileName: z.string().trim().min(1).max(255) })
  .refine(...oneContent);
export type AddDocumentInput = z.output<typeof addDocumentInput>;
