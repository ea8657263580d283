export const myData = {
  title: 'My data',
  intro: 'What is remembered of you: your conversations, your sign-ins, and what you did. Nobody else can read your conversations.',
  activity: 'Logged activities',
  sessions_one: 'signed in on {{count}} device',
  sessions_other: 'signed in on {{count}} devices',
  yours: 'Take it with you, or remove it',
  downloadText:
    'One file with your profile, sign-ins, questions, statements, receipts, verdicts, use of models and activities. Rows of answers are exported from the answer.',
  download: 'Download',
  downloadStarted: 'The download has started.',
  eraseText: 'Removes all your conversations with their answers. Your account, the questions you proposed and the audit log stay.',
  erase: 'Remove',
  eraseTitle: 'Remove all your conversations?',
  eraseConfirm_one: '{{count}} conversation is removed for good. A question that is being answered is stopped.',
  eraseConfirm_other: '{{count}} conversations are removed for good. A question that is being answered is stopped.',
  erased_one: '{{count}} conversation was removed.',
  erased_other: '{{count}} conversations were removed.',
};
