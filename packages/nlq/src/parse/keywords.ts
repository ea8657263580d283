import { ADJECTIVES, type Concept, MEASURE_QUESTIONS } from '../lexicon/concepts.ts';
import type { PeriodGrain } from '../plan.ts';
import type { Keyword } from './keyword.ts';

type Plain = Extract<Keyword, { key: 'open' | 'the' | 'orderBy' }>['key'];

/** Phrases of plain keywords; the longest phrase wins. */
const PLAIN: Readonly<Record<Plain, string>> = {
  open: 'show|show me|show us|list|list out|give|give me|find|find out|return|tell|tell me|display|get|provide|provide me|name|report|select|fetch|retrieve|identify|count the|please|plot|draw|create|make|visualize|i want|i want to see|i would like to see|i need|let me see|can you show|can you show me|could you show|could you|can you|compute|calculate|determine|present|render|generate|describe|state|enumerate',
  what: "what|which|what is|what are|what was|what were|what's|whats|what s|which is|which are|which one|which ones",
  who: 'who|whom',
  where: 'where',
  when: 'when|what time|in what year|in which year|what date|on what date',
  howMuch: 'how much|how',
  count:
    'how many|number of|numbers of|count of|count|counts|total number of|total count of|the number of|amount of|# of|no of|frequency of|how often|total numbers of',
  distinct: 'distinct|different|unique|various|distinctive|differing',
  and: 'and|&|as well as|along with|together with|plus|and also|also|then|respectively',
  or: 'or',
  but: 'but',
  both: 'both',
  either: 'either',
  neither: 'neither',
  not: "not|no|n't|never|except|excluding|other than|non|nor|aren't|isn't|don't|doesn't|didn't|wasn't|weren't|haven't|hasn't|hadn't|cannot|can't|do not|does not|did not|are not|is not|was not|were not|have not|has not|had not|have no|has no|had no|have never|has never|apart from|besides|but not|not in|exclude|except for",
  between: 'between|in the range of|ranging from',
  each: 'each|every|for each|for every|of each|of every|in each|in every|each of|per each|by each|for each of|for every single|grouped by|group by|group them by|broken down by|breakdown by|break down by|broken out by|aggregated by|split by|segmented by|separated by|faceted by|facet by|according to|categorized by|categorised by|classified by|for different|across|across different|based on|colored by|coloured by|color by|colour by|coloring by|colored according to|stacked by|color coded by|divided by|slice by|sliced by|split out by|split up by|separate by|grouped on|group on|categorised by|based upon|color for|partitioned by|sub-grouped by|/|parameterized by|parameterize by|with respect to',
  per: 'per|a function of|as a function of',
  by: 'by',
  with: 'with|having|containing|including|include|includes|that have|that has|who have|who has|that had|who had|which have|which has|that have had|who have had',
  without:
    "without|without any|with no|with no any|lacking|that have no|who have no|that has no|that do not have|who do not have|that don't have|who don't have|that does not have|who does not have|that did not have|who did not have|that have not|that do not have any|who do not have any|that don't have any|with none of",
  whose: 'whose|in which|on which|at which|for which|of which|to which|from which|during which',
  that: 'that|who are|who is|who were|who was|that are|that is|that were|that was|which is|which are|which were|which was',
  of: "of|'s|'|s'",
  from: 'from',
  to: 'to|into|toward|towards',
  in: 'in|on|at|within|inside|during|through',
  for: 'for|for all|among|amongst|regarding|about|on average for|for all the|as|as a|as an|as the',
  than: 'than',
  be: 'is|are|was|were|be|been|being|am',
  have: 'have|has|had',
  do: 'do|does|did|done|can|could|will|would|should|may',
  the: 'the|a|an|there|me|us|it|them|they|he|she|his|her|this|these|those|we|you|i|our|your|any|some|please|exist|exists|exactly|so|far|if|one|ones|available|corresponding|corresponded|currently|particular|highly|km|kilometers|kilometres|meters|metres|miles|square|feet|kg|kilograms|pounds|lbs|dollars|usd|individual|specific|single|even|one of|actually|whole|different kinds of|respective|own|only|just|there are|there is|just the|listed|recorded|database|the database|in the database|dataset|in the dataset|data|table|records|record|rows|entries|value|values|list of|a list of|the list of|set of|kind of|given|s|well|such|certain|together|has been|have been|had been',
  all: 'all|all of|all the|all of the|overall|entire',
  same: 'same|the same',
  their: 'their|its|whose own',
  orderBy:
    'order by|ordered by|sort by|sorted by|sorted|sort|arranged by|arrange by|ranked by|rank by|ordering by|sorting by|in order of|in the order of|sorted in|ordered in|in order by|listed by|listed in|listed in order of|order them by|sort them by|sort the list by|order the results by|sort the results by|sort results by|order results by|sorted according to|ordered according to|rank|order the result by|sort the result by|in the order',
  ascending:
    'ascending|in ascending order|in ascending order of|ascending order|asc|in increasing order|increasing order|from low to high|from lowest to highest|low to high|lowest first|increasing|from smallest to largest|smallest first|from least to most|in ascending order by|from the lowest to the highest',
  descending:
    'descending|in descending order|in descending order of|descending order|desc|in decreasing order|decreasing order|from high to low|from highest to lowest|high to low|highest first|decreasing|from largest to smallest|largest first|from most to least|in descending order by|from the highest to the lowest|reverse|in reverse order',
  alphabetical:
    'alphabetical|alphabetically|in alphabetical order|alphabetical order|in alphabetical order of|in alphabetic order|lexicographically|lexicographic order|in lexicographic order|in alphabetical order by|alphabetic order',
  everything:
    'all information about|all the information about|everything about|all details about|all the details about|all information of|all info about|all the information of|information about|all details of|details about|details of|all information|all the information|full details of|all the details|all columns of|all attributes of|all the details of|all data about|all fields of',
  named:
    'named|called|titled|known as|entitled|labeled|labelled|with the name|with name|whose name is|with the title|whose title is|by the name of|that is named|that is called',
  versus: 'versus|vs|vs.|v/s|v.|v|in comparison to|in comparison with|against|compared to|compared with|compare to|compare with',
  relates:
    'related to|relates to|relate to|is related to|are related to|associated with|are associated with|is associated with|been associated with|vary with|varies with|varies by|vary by|changes with|change with|depend on|depends on|in terms of|in relation to|relative to|over',
  histogram:
    'histogram|histograms|histogram of|distribution|distribution of|frequency distribution|frequency|breakdown|breakdown of|a breakdown of',
  chart:
    'chart|charts|pivot|pivot table|pivot table of|as a pivot table|as a pivot|in a pivot table|cross tab|crosstab|cross tabulation|bar chart|bar charts|bar graph|line chart|line graph|pie chart|graph|line plot|bar plot|stacked bar chart|stacked bar graph|stacked bar|grouped bar chart|area chart|bar|bars|line|lines|heatmap|column chart|column graph|stacked column chart|box plot|multi line chart|line charts|as a bar chart|in a bar chart|as a line chart|in a line chart|visualization|diagram|treemap|x axis|y axis|x-axis|y-axis|axis|axes|on x axis|on y axis|on the x axis|on the y axis|as bars|color|colour|colored|coloured|coloring|facet|faceted|faceting|stacked|grouped|group|breakout|small multiples|small multiple|trellis|legend|encode|different plots|separate charts|separate graphs|subplot|subplots|horizontal bar chart|vertical bar chart|clustered bar chart|simple',
  scatter:
    'xy plot|xyplot|xy chart|points|scatterplot|scatterplots|scatter plot|scatter plots|scatter|scatter chart|scatter graph|relationship|relationship between|relation between|correlation|correlation between|correlation of|relationship of|relation|relations|relationships|correlate|correlated|is there a relationship between|is there a correlation between|outliers|bubble chart|point chart|dot plot',
  comparison: 'compare|comparison|comparison of|comparison between',
  series:
    'time series|timeseries|timeline|timelines|in a timeline|as a timeline|trend over time|trends over time|line chart over time|trended over time|change over time|changes over time|changed over time|changed over the years|change over the years|change over years|over years|over the course of time|trend|trends|trended|time series plot|time plot|over time|over the years|across time|through time|through the years|evolve|evolution|evolution of|changed|change|history of',
  share:
    'share|percentage|percent|proportion|fraction|share of|percentage of|percent of|proportion of|fraction of|as a share|as a percentage|as a share of total|percentage share|share of total|what percentage of|what percent of|what proportion of|what fraction of|what share of',
  ratio: 'ratio|ratio of|ratio between|the ratio of',
  difference: 'difference|difference between|the difference between|the difference in|difference of',
  common: 'common|frequent|frequently|popular|commonly|often|prevalent|used|occurring|frequently used|commonly used|frequently occurring',
  verb: 'happen|happens|happened|occur|occurs|occurred|take place|took place|takes place|taking place|located|locate|live|lives|living|lived|work|works|working|worked|belong|belongs|belonging|own|owns|owned|use|uses|using|come|comes|came|make|makes|made|produced|take|takes|took|taken|exist|play|plays|playing|appear|appears|associated|related|involved|contained|held|hold|holds|go|goes|went|gone|happening|serve|serves|participate|participated|participates|attend|attended|receive|received|receives|offer|offers|offered|stay|stayed|want|know|see|find|seen|become|became|affiliated|created|registered|placed|posted|be found|found in|did|got|gets|getting|stored|spoken|speak|speaks|teaches|possess|possesses|belonged|contains',
  rows: 'times|occurrences|instances|records|rows|count of rows|count of records|number of records|number of rows|data points',
};

const COMPARE: Readonly<Record<string, string>> = {
  '>': '>|greater|higher|larger|bigger|more than|greater than|larger than|bigger than|higher than|over|above|exceeding|exceeds|exceed|exceeded|after|later than|in excess of|beyond|better than|upwards of|more|is more than|is greater than|is higher than|is larger than|are more than|are greater than|is above|are above|is over|are over|taller than',
  '>=': '>=|at least|no less than|not less than|no fewer than|minimum of|a minimum of|greater than or equal to|more than or equal to|since|starting from|from at least|as many as|no earlier than|at or above|or after',
  '<': '<|lower|smaller|less than|fewer than|lower than|smaller than|below|under|before|earlier than|prior to|lesser than|worse than|is less than|is lower than|is smaller than|are less than|is below|are below|is under|less|fewer',
  '<=': '<=|at most|no more than|not more than|maximum of|a maximum of|up to|less than or equal to|no greater than|until|no later than|at or below|fewer than or equal to|not exceeding',
  '=': '=|==|equal to|equals|equal|exactly|is exactly|is equal to|are equal to',
  '!=': '!=|<>|not equal to|different from|does not equal|do not equal|is not equal to|are not equal to|other than',
};

const COMPARE_AFTER: Readonly<Record<string, string>> = {
  '>=': 'or more|or above|or higher|or greater|or over|or later|or after|or afterwards|or newer|and above|and more|and over|or better|and later|and after|or older',
  '<=': 'or less|or fewer|or below|or lower|or under|or earlier|or before|and below|and under|or younger',
};

const AGGREGATES: Readonly<Record<string, string>> = {
  avg: 'average|avg|mean|the average|averages|averaged|average of|mean of|on average',
  sum: 'total|sum|sum of|combined|total sum of|total of|sum up|total amount of|overall total|summed|summation of|sum total of',
  median: 'median|median of|the median|the median of',
  min: 'minimum|min|minimal|minimum of',
  max: 'maximum|max|maximal|maximum of',
};

const GROWTH: readonly (readonly [string, PeriodGrain | null])[] = [
  [
    'growth|growth of|growth in|growth rate|growth rate of|growth rate in|the growth of|the growth in|percentage growth|percent growth|percentage growth of|percentage growth in|growth percentage|grow|grew|grown|percentage change|percentage change in|percent change|percent change in|rate of growth|rate of growth of',
    null,
  ],
  [
    'year over year|year-over-year|year on year|year-on-year|yoy|y/y|annual growth|annual growth of|annual growth in|yearly growth|yearly growth of|year to year',
    'year',
  ],
  ['quarter over quarter|quarter-over-quarter|quarter on quarter|qoq|quarterly growth|quarterly growth of|quarterly growth in', 'quarter'],
  ['month over month|month-over-month|month on month|month-on-month|mom|monthly growth|monthly growth of|monthly growth in', 'month'],
  ['week over week|week-over-week|week on week|wow|weekly growth|weekly growth of', 'week'],
];

const TOP_UP = 'top|first|best';
const TOP_DOWN = 'bottom|last|worst';
const MOST =
  'most|highest|largest|greatest|biggest|maximum number of|maximum amount of|greatest number of|largest number of|highest number of|most number of|the most|largest amount of|greatest amount of|highest amount of|biggest number of|max number of|most number|the most number of';
const LEAST =
  'least|lowest|smallest|fewest|minimum number of|smallest number of|lowest number of|least number of|least number|fewest number of|the least|the fewest|the fewest number of|minimum amount of|smallest amount of|lowest amount of|least amount of|min number of';

const ORDINALS = [
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
  ['fifth', '5th'],
];
const LONG_FORMS = new Set(['expensive', 'costly', 'recent', 'populous', 'populated', 'profitable', 'powerful']);
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = { good: ['better', 'best'], bad: ['worse', 'worst'] };

/** Keywords by phrase, in the normalised wording of the tokeniser. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = buildKeywords();
/** Longest keyword phrase, in words. */
export const LONGEST_KEYWORD = Math.max(...[...KEYWORDS.keys()].map((phrase) => phrase.split(' ').length));

function buildKeywords(): Map<string, Keyword> {
  const map = new Map<string, Keyword>();
  const add = (phrases: string, keyword: Keyword) => {
    for (const phrase of phrases.split('|')) map.set(phrase, keyword);
  };
  // The keys of PLAIN are exactly the plain keywords.
  for (const [key, phrases] of Object.entries<string>(PLAIN)) add(phrases, { key } as Keyword);
  addAdjectives(add);
  for (const [word, phrases] of [
    ['expensive', 'cost more than|costs more than|costing more than|cost over|costs over|costing over|cost above'],
    ['cheap', 'cost less than|costs less than|costing less than|cost under|costs under|costing under|cost below'],
  ] as const) {
    const concept = ADJECTIVES[word];
    if (concept !== undefined) add(phrases, { key: 'comparative', concept, plain: word });
  }
  // The keys of the tables below are operators and functions by construction.
  for (const [operator, phrases] of Object.entries(COMPARE))
    for (const phrase of phrases.split('|')) add(phrase, { key: 'compare', operator, concept: conceptOf(map.get(phrase)) } as Keyword);
  for (const [operator, phrases] of Object.entries(COMPARE_AFTER)) add(phrases, { key: 'compareAfter', operator } as Keyword);
  for (const [fn, phrases] of Object.entries(AGGREGATES)) add(phrases, { key: 'aggregate', fn } as Keyword);
  for (const [phrases, up] of [
    [MOST, true],
    [LEAST, false],
  ] as const)
    for (const phrase of phrases.split('|')) add(phrase, { key: 'superlative', up, concept: conceptOf(map.get(phrase)) });
  add(TOP_UP, { key: 'top', up: true });
  add(TOP_DOWN, { key: 'top', up: false });
  add(
    'contain|contains|with the word|containing the word|contain the word|contains the word|with the substring|containing the substring|has the substring|contain the substring|including the word|include the word|includes the word|has the word|have the word|contains the phrase|with the letter|containing the letter|contain the letter|with the phrase',
    { key: 'match', match: 'contains' },
  );
  add(
    'starts with|start with|starting with|begins with|begin with|beginning with|starts with the letter|start with the letter|starting with the letter|begins with the letter|prefixed with|with the prefix|begin with the letter|starting with letter',
    { key: 'match', match: 'starts' },
  );
  add('ends with|end with|ending with|ends in|ending in|end in|with the suffix', { key: 'match', match: 'ends' });
  add(
    'leaving|leaving from|departing|departing from|depart from|departs from|leave from|leaves from|departure from|departures from|originating from|originate from|originates from|leave|depart|departs|starting at|come out of|taking off from',
    { key: 'role', role: 'source' },
  );
  add(
    'arriving|arriving in|arriving at|arrive in|arrive at|arrives in|arrives at|land in|land at|landing in|landing at|landing|arrivals in|heading to|going to|bound for|fly to|flying to|arrive|arrives',
    { key: 'role', role: 'destination' },
  );
  add('is null|are null|missing|unknown|is missing|are missing|is unknown|is empty|are empty|not recorded|not known|blank', {
    key: 'null',
    negated: false,
  });
  add('is not null|are not null|not null|not missing', { key: 'null', negated: true });
  add('yearly|annual|annually|by year|per year|each year|every year', { key: 'grain', grain: 'year' });
  add('monthly|by month|per month|each month|every month|month by month', { key: 'grain', grain: 'month' });
  add('quarterly|by quarter|per quarter|each quarter|every quarter', { key: 'grain', grain: 'quarter' });
  add('weekly|by week|per week|each week|every week', { key: 'grain', grain: 'week' });
  add('daily|by day|per day|each day|every day|day by day', { key: 'grain', grain: 'day' });
  add('by weekday|per weekday|by day of week|by day of the week|day of week|day of the week|each weekday', {
    key: 'grain',
    grain: 'weekday',
  });
  for (const [word, words] of Object.entries(MEASURE_QUESTIONS)) add(`how ${word}`, { key: 'measure', words });
  add('years old|year old|years of age|years in age|-year-old|year-old', { key: 'measureAfter', words: ['age'] });
  add('standard deviation|variance|percentile|quartile|moving average|forecast|predict|prediction|rolling|consecutive|longest streak', {
    key: 'unsupported',
    what: 'statistics',
  });
  add(
    'cumulative|cumulative total|cumulative total of|cumulative sum|cumulative sum of|the cumulative|cumulatively|running total|running total of|running sum|running sum of|accumulated',
    { key: 'running' },
  );
  for (const [phrases, over] of GROWTH) add(phrases, { key: 'growth', over });
  for (const mark of [',', '.', '?', '|', '(', ')', ';', ':'] as const) map.set(mark, { key: 'mark', mark });
  // "the second highest"
  for (const [phrase, keyword] of [...map])
    if (keyword.key === 'superlative' && !phrase.startsWith('the '))
      for (const [index, ordinals] of ORDINALS.entries())
        add(ordinals.map((ordinal) => `${ordinal} ${phrase}`).join('|'), { ...keyword, nth: index + 2 });
  map.set('!', { key: 'mark', mark: '.' });
  return map;
}

function conceptOf(keyword: Keyword | undefined): Concept | null {
  return keyword?.key === 'comparative' || keyword?.key === 'superlative' ? keyword.concept : null;
}

function addAdjectives(add: (phrases: string, keyword: Keyword) => void): void {
  for (const [word, concept] of Object.entries(ADJECTIVES)) {
    for (const superlative of superlatives(word)) add(`${superlative}|the ${superlative}`, { key: 'superlative', up: concept.up, concept });
    if (LONG_FORMS.has(word))
      add(`least ${word}|the least ${word}`, { key: 'superlative', up: !concept.up, concept: { ...concept, up: !concept.up } });
    for (const comparative of comparatives(word)) add(`${comparative} than`, { key: 'comparative', concept, plain: word });
  }
  add('highest paid|best paid|top paid|highest earning', {
    key: 'superlative',
    up: true,
    concept: { up: true, words: ['salary', 'wage', 'pay', 'income'], datedWords: [] },
  });
  add('lowest paid|worst paid', {
    key: 'superlative',
    up: false,
    concept: { up: false, words: ['salary', 'wage', 'pay', 'income'], datedWords: [] },
  });
  for (const [phrases, up] of [
    [
      'best selling|best-selling|bestselling|top selling|top-selling|highest selling|most sold|sell best|sells best|sold best|bought most|bought the most|buy most|buy the most|spent most|spent the most|spend most|spend the most',
      true,
    ],
    ['worst selling|worst-selling|lowest selling|least sold|slowest selling|sell worst|sells worst|sold worst', false],
  ] as const)
    add(phrases, {
      key: 'superlative',
      up,
      concept: { up, words: ['sales', 'revenue', 'sold', 'turnover'], datedWords: [], figures: true },
    });
  add('latest|most recent|most recently|newest', { key: 'superlative', up: false, concept: ADJECTIVES.recent ?? null });
}

function superlatives(word: string): string[] {
  const irregular = IRREGULAR[word];
  if (irregular) return [irregular[1]];
  return LONG_FORMS.has(word) ? [`most ${word}`] : [`${root(word)}est`];
}

function comparatives(word: string): string[] {
  const irregular = IRREGULAR[word];
  if (irregular) return [irregular[0]];
  return LONG_FORMS.has(word) ? [`more ${word}`] : [`${root(word)}er`];
}

function root(word: string): string {
  if (word.endsWith('y')) return `${word.slice(0, -1)}i`;
  if (word.endsWith('e')) return word.slice(0, -1);
  return /^(big|hot)$/.test(word) ? `${word}${word.at(-1)}` : word;
}
