import type { z } from 'zod';
import { type Because, because, ERROR_REASONS, type ErrorReason, REASONS } from './error-reasons.ts';

/** What a schema found wrong, in our own words; what they do not cover keeps the schema's. */
export function issueReason(issue: z.core.$ZodIssue): Because | null {
  switch (issue.code) {
    case 'custom':
    case 'invalid_format': {
      const named = namedReason(issue.message);
      return named ? because(named as 'empty') : issue.code === 'custom' ? null : because('not_valid');
    }
    case 'invalid_type': {
      // The issue itself does not keep what was given.
      if (issue.input === undefined && /undefined$/.test(issue.message)) return because('missing');
      if (issue.expected === 'string') return because('not_text');
      if (issue.expected === 'array') return because('not_a_list');
      if (issue.expected === 'int') return because('not_whole');
      return because(issue.expected === 'number' ? 'not_a_number' : 'not_valid');
    }
    case 'too_small': {
      const least = Number(issue.minimum);
      if (issue.origin === 'string') return least <= 1 ? because('empty') : because('too_few_characters', { least });
      return because(issue.origin === 'array' ? 'too_few_items' : 'too_small', { least });
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string') return because('too_many_characters', { most });
      return because(issue.origin === 'array' ? 'too_many_items' : 'too_big', { most });
    }
    case 'invalid_value':
      return because('not_one_of', { values: issue.values.map(String).join(', ') });
    case 'unrecognized_keys':
      return because('unknown_keys', { keys: issue.keys.join(', ') });
    default:
      return because('not_valid');
  }
}

/** Schemas with words of their own take them from the table. */
function namedReason(message: string): ErrorReason | undefined {
  return REASONS.find((reason) => ERROR_REASONS[reason] === message);
}
