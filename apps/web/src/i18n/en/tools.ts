export const tools = {
  title: 'Tools',
  intro:
    'What a language model may do while it works on a question. A tool that is off for a role is not even named to the model. The built-in engine needs none of them.',
  listTitle: 'Tools of the model',
  tool: 'Tool',
  calls: 'Calls, 30 days',
  failureRate: 'Failed',
  lastUsed: 'Last used',
  never: 'never',
  switch: '{{tool}}: {{role}}',
  name: {
    search_semantics: 'Search',
    describe_table: 'Describe a table',
    sample_values: 'Look at values',
    run_sql: 'Run SQL',
    make_chart: 'Draw a chart',
    ask_user: 'Ask back',
  },
  does: {
    search_semantics: 'Finds tables, metrics, terms and documents by the words of a question.',
    describe_table: 'Tells the columns, types, joins and metrics of one table.',
    sample_values: 'Shows values of a column, as far as its data source lets models see data.',
    run_sql: 'Checks and runs one SELECT as the person who asks. Off: the model runs no statement at all.',
    make_chart: 'Proposes a chart; without it the result decides how it is drawn.',
    ask_user: 'Asks which of several meanings is meant.',
  },
};
