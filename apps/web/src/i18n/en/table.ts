export const table = {
  pages: 'Pages',
  rows_one: '{{shown}} row',
  rows_other: '{{shown}} rows',
  range: '{{from}}–{{to}} of {{total}}',
  page: 'Page {{page}} of {{pages}}',
  previous: 'Previous page',
  next: 'Next page',
  clear: 'Clear the search',
  selectAll: 'Select all rows of this page',
  selectRow: 'Select {{name}}',
  nothingFound: 'Nothing found',
  nothingFoundText: 'Try fewer or other words.',
};
