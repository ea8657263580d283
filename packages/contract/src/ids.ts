import { z } from 'zod';

/** Ids carry their kind as a prefix, so that one of the wrong kind is refused at the door. */
function prefixedId<const P extends string>(prefix: P) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`))
    .brand<P>();
}

export const userId = prefixedId('usr');
export type UserId = z.infer<typeof userId>;
export const sessionId = prefixedId('ses');
export type SessionId = z.infer<typeof sessionId>;
export const dataSourceId = prefixedId('src');
export type DataSourceId = z.infer<typeof dataSourceId>;
export const conversationId = prefixedId('cnv');
export type ConversationId = z.infer<typeof conversationId>;
export const messageId = prefixedId('msg');
export type MessageId = z.infer<typeof messageId>;
/** One run of the answer pipeline; its answer is stored under the same id. */
export const runId = prefixedId('run');
export type RunId = z.infer<typeof runId>;
export const semanticEntryId = prefixedId('sem');
export type SemanticEntryId = z.infer<typeof semanticEntryId>;
export const clientId = prefixedId('clt');
export type ClientId = z.infer<typeof clientId>;
export const auditId = prefixedId('aud');
export type AuditId = z.infer<typeof auditId>;
export const modelProfileId = prefixedId('mdl');
export type ModelProfileId = z.infer<typeof modelProfileId>;
export const uploadId = prefixedId('upl');
export type UploadId = z.infer<typeof uploadId>;
export const semanticChangeId = prefixedId('chg');
export type SemanticChangeId = z.infer<typeof semanticChangeId>;
export const semanticVersionId = prefixedId('ver');
export type SemanticVersionId = z.infer<typeof semanticVersionId>;
export const semanticDocumentId = prefixedId('doc');
export type SemanticDocumentId = z.infer<typeof semanticDocumentId>;
export const verifiedQuestionId = prefixedId('vfq');
export type VerifiedQuestionId = z.infer<typeof verifiedQuestionId>;
export const goldenSetId = prefixedId('gst');
export type GoldenSetId = z.infer<typeof goldenSetId>;
export const goldenCaseId = prefixedId('gcs');
export type GoldenCaseId = z.infer<typeof goldenCaseId>;
export const evaluationRunId = prefixedId('evl');
export type EvaluationRunId = z.infer<typeof evaluationRunId>;

type IdByPrefix = {
  usr: UserId;
  ses: SessionId;
  src: DataSourceId;
  cnv: ConversationId;
  msg: MessageId;
  run: RunId;
  sem: SemanticEntryId;
  clt: ClientId;
  aud: AuditId;
  upl: UploadId;
  mdl: ModelProfileId;
  chg: SemanticChangeId;
  ver: SemanticVersionId;
  doc: SemanticDocumentId;
  vfq: VerifiedQuestionId;
  gst: GoldenSetId;
  gcs: GoldenCaseId;
  evl: EvaluationRunId;
};

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id: 48 bits of time, then 80 random bits, in Crockford's base 32; ids of one kind sort by age. */
export function newId<P extends keyof IdByPrefix>(prefix: P, nowMs: number = Date.now()): IdByPrefix[P] {
  const random = crypto.getRandomValues(new Uint8Array(16));
  let time = '';
  for (let left = nowMs, i = 0; i < 10; i++, left = Math.floor(left / 32)) time = ALPHABET[left % 32] + time;
  const tail = Array.from(random, (byte) => ALPHABET[byte % 32]).join('');
  // The regular expression of the kind holds by construction.
  return `${prefix}_${time}${tail}` as IdByPrefix[P];
}
