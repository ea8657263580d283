import { FILE_REASONS } from './file-reasons.ts';
import { REQUEST_REASONS } from './request-reasons.ts';
import { STATE_REASONS } from './state-reasons.ts';

/**
 * What precisely is wrong, for messages that people see at a field or beside a button: the English words, with their parameters.
 * An error carries the name and the parameters in its details, so that pages can say it in another language.
 */
export const ERROR_REASONS = {
  // Of any form: what a schema finds.
  missing: 'is missing',
  empty: 'must not be empty',
  too_few_characters: 'must have at least {{least}} characters',
  too_many_characters: 'may have at most {{most}} characters',
  too_few_items: 'must have at least {{least}} of them',
  too_many_items: 'may have at most {{most}} of them',
  too_small: 'must be at least {{least}}',
  too_big: 'may be at most {{most}}',
  not_text: 'must be text',
  not_a_number: 'must be a number',
  not_a_list: 'must be a list',
  not_whole: 'must be a whole number',
  not_one_of: 'must be one of: {{values}}',
  unknown_keys: 'has something that is not known here: {{keys}}',
  not_valid: 'is not valid',
  // More than one may ask for in a while.
  too_many_requests: 'Too many requests. Try again in {{retryAfterSeconds}} s.',
  too_many_codes: 'Too many wrong set-up codes. Try again in {{retryAfterSeconds}} s.',
  too_many_attempts: 'Too many attempts. Try again in {{retryAfterSeconds}} s.',
  // Models.
  no_address: 'must be an address such as http://localhost:1234/v1',
  address_with_credentials: 'must hold no user name, password or fragment; a key has its own field',
  kept_address: 'must not be an address that clouds keep for themselves',
  key_characters: 'must be of letters, digits and signs without spaces',
  key_of_other_server: 'The stored key was saved for another server. Type the key for this one, or leave it empty.',
  name_leads_to_kept_address: 'The name {{host}} leads to an address that clouds keep for themselves. Correct the address.',
  server_slow: '{{host}} did not reply in time. A large model may still be loading: try again in a moment.',
  nothing_listens: 'Nothing listens at {{host}}. Start the model server there, or correct the address.',
  host_unknown: 'The name {{host}} is not known here. Correct the address, or check the network.',
  certificate_not_trusted: 'The certificate of {{host}} is not trusted. Give the server a valid one.',
  connection_failed: 'The connection to {{host}} failed. Check that the address is right and the server is running.',
  key_refused: '{{host}} refused the key. Type the key again, or create a new one there.',
  no_such_model: '{{host}} does not have this model. Read the list of models and choose one of it.',
  server_busy: '{{host}} takes no more requests just now. Wait a moment, or check the quota of the key.',
  server_failed: '{{host}} failed with status {{status}}. Look into the log of the model server.',
  server_redirects: '{{host}} sends on to another address. Give the address that it leads to, often the one with https.',
  reply_too_long: 'The reply of {{host}} is too long for a model server. Correct the address.',
  not_openai: 'What answers at {{host}} does not speak OpenAI’s protocol. Correct the address.',
  not_openai_v1: 'What answers at {{host}} does not speak OpenAI’s protocol. Correct the address. The address usually ends in /v1.',
  empty_reply: 'The model replied with nothing. Choose a model that is made for chat, and check that it is loaded.',
  model_name_taken: 'A model profile of this name exists.',
  model_in_use: 'A role uses this model. Choose another one for it first.',
  no_such_user: 'There is no user of this name.',
  // Signing up.
  username_characters: '3 to 64 letters, digits, dots, dashes, underscores or @',
  password_too_short: 'The password needs at least {{least}} characters. Several unrelated words make a good one.',
  password_too_long: 'The password may have at most {{most}} characters.',
  password_contains_username: 'The password must not contain the user name.',
  password_too_repetitive: 'The password repeats itself. Several unrelated words make a good one.',
  password_too_common: 'The password is made of words and sequences that are tried first. Several unrelated words make a good one.',
  password_unchanged: 'The new password is the current one.',
  // The semantic layer.
  entry_too_long: 'is longer than {{most}} characters',
  control_character: 'has a control character in it',
  control_character_in_key: 'has a control character in its key',
  too_many_words: 'has more than {{most}} words',
  word_length: 'must be 1 to {{most}} characters long',
  no_table: 'there is no table {{table}}',
  no_column: 'there is no column {{column}}',
  no_column_in: 'there is no column {{column}} in {{table}}',
  no_aggregate: 'is no aggregate: write for example SUM({amount})',
  is_aggregate: 'is an aggregate: a dimension has one value per row',
  brace_alone: 'has a brace without its partner: a column is written {name}',
  bracket_alone: 'has a bracket without its partner',
  no_date: '{{column}} is no date but {{type}}',
  join_columns_count: 'must be as many as those of `from`',
  join_types: '{{to}} is {{toType}}, but {{from}} is {{fromType}}',
  not_one_value: 'must be one value',
  column_not_marked: 'write {{{column}}} for the column {{column}}',
  statement_refused: '{{message}}',
  database_refused: '{{message}}',
  overtaken: 'Someone else changed this in the meantime. Look at what is there now.',
  published_meanwhile: 'The semantic layer was published by someone else in the meantime. Look at the changes again.',
  // Files of a semantic layer.
  one_content: 'give either the text or an upload',
  nested_too_deeply: 'is nested too deeply',
  has_aliases: 'has anchors or aliases (& and *), which are not accepted here: write it out',
  must_be: 'must be {{value}}',
  none_of: 'is none of {{values}}',
  not_names: 'must be names with their contents',
  not_known_here: 'is not known here',
  stands_twice: 'stands there twice',
  // Evaluation.
  set_name_taken: 'A set of this name exists for this data source.',
  set_empty: 'This set holds no cases yet.',
  question_leans: 'This question goes on from the ones before it. Word it so that it can be understood alone.',
  question_whole: 'This question is understood as it was asked. Keep its words, or ask the other question and keep that one.',
  set_full: 'A set may hold {{most}} cases.',
  evaluation_going: 'Another evaluation of this data source is going. Wait for it, or stop it.',
  case_statement: 'an answer needs its statement, anything else has none',
  cases_not_read: 'This is neither YAML nor JSON lines.',
  cases_no_list: 'A file of cases is a list.',
  case_not_right: 'Case {{place}}: {{problem}}',
  // Proposed questions.
  too_many_drafts: 'You have {{most}} proposals that wait for a reviewer. Wait until some of them are decided.',
  checks_full: 'Too many checks are waiting. Try again when some are done.',
  check_outdated:
    'The data, its meaning, or the golden or verified questions changed since the check. It is being checked again: approve it when that has passed.',
  ...FILE_REASONS,
  ...REQUEST_REASONS,
  ...STATE_REASONS,
} as const satisfies Readonly<Record<string, string>>;

export type ErrorReason = keyof typeof ERROR_REASONS;
// The keys of the table are its reasons.
export const REASONS = Object.keys(ERROR_REASONS) as ErrorReason[];

/** `{{name}}` is the parameter of that name. */
function fillIn(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
}

type NamesIn<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? TrimBrace<Name> | NamesIn<Rest> : never;
type TrimBrace<Name extends string> = Name extends `{${infer Inner}` ? Inner : Name;

/** The parameters that a reason needs; words among them in Arabic too, as `name_ar`. */
type ReasonParams<R extends ErrorReason> = Readonly<
  Record<NamesIn<(typeof ERROR_REASONS)[R]>, string | number> & Partial<Record<`${NamesIn<(typeof ERROR_REASONS)[R]>}_ar`, string>>
>;
type Given<R extends ErrorReason> = [NamesIn<(typeof ERROR_REASONS)[R]>] extends [never]
  ? [params?: Record<string, never>]
  : [params: ReasonParams<R>];

/** A reason with its parameters and its English words. */
export interface Because {
  readonly reason: ErrorReason;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

export function because<R extends ErrorReason>(reason: R, ...[params = {}]: Given<R>): Because {
  return { reason, params, message: fillIn(ERROR_REASONS[reason], params) };
}
