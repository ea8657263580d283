import { describe, expect, it } from 'vitest';
import { CLINIC } from '../testing/examples.ts';
import { openExample } from '../testing/open-example.ts';

const clinic = openExample(CLINIC);

describe('somebody who does not know what to ask', () => {
  it.each(['Hello!', 'help', 'What can I ask?', 'what tables are there', 'What is this data about?', 'thank you'])(
    'is offered questions that are answered: %s',
    (said) => {
      const offered = clinic.interpret(said);
      if (offered.kind !== 'ask') throw new Error(JSON.stringify(offered));
      expect(offered.prompt).toMatch(/^Ask about .*owners.*: for a figure/);
      expect(offered.readings.length).toBeGreaterThan(1);
      for (const { question, sql } of offered.readings)
        expect(clinic.interpret(question)).toMatchObject({ kind: 'answer', reading: { sql } });
    },
  );

  it.each(['مرحباً', 'ماذا يمكنني أن أسأل؟', 'ما هي الجداول المتاحة؟'])('in Arabic too: %s', (said) => {
    expect(clinic.interpret(said)).toMatchObject({ language: 'ar' });
  });

  it.each(['help desk tickets', 'hello kitty toys'])('is not who asks for something that is not there: %s', (question) => {
    expect(clinic.interpret(question).kind).toBe('refuse');
  });
});
