/**
 * Everyday words that point at a column without naming it. Each adjective leads to the words such a column's name holds, best first.
 * `up` is the direction of the plain superlative: "oldest" is the largest age, "youngest" the smallest.
 */
export interface Concept {
  readonly words: readonly string[];
  /** Words of a point in time, where the direction turns round: the oldest was born first. */
  readonly datedWords: readonly string[];
  readonly up: boolean;
}

const concept = (up: boolean, words: string, dated = ''): Concept => ({ up, words: words.split(' '), datedWords: dated === '' ? [] : dated.split(' ') });

const AGE = 'age';
const BIRTH = 'birth birthday born founded established opened built founding';
const RECENT = 'date year time release start founded opened created established';

/** By the plain form; comparatives and superlatives are derived. */
export const ADJECTIVES: Readonly<Record<string, Concept>> = {
  old: concept(true, AGE, BIRTH),
  young: concept(false, AGE, BIRTH),
  tall: concept(true, 'height elevation'),
  high: concept(true, 'height elevation altitude'),
  low: concept(false, 'height elevation altitude'),
  short: concept(false, 'height length duration time'),
  long: concept(true, 'length duration distance time runtime'),
  heavy: concept(true, 'weight mass'),
  light: concept(false, 'weight mass'),
  big: concept(true, 'size area population capacity'),
  large: concept(true, 'area size population capacity'),
  small: concept(false, 'area size population capacity'),
  great: concept(true, 'size area'),
  expensive: concept(true, 'price cost fee rate amount'),
  pricey: concept(true, 'price cost fee'),
  costly: concept(true, 'cost price fee'),
  cheap: concept(false, 'price cost fee'),
  fast: concept(true, 'speed velocity', 'time duration'),
  quick: concept(true, 'speed velocity', 'time duration'),
  slow: concept(false, 'speed velocity', 'time duration'),
  rich: concept(true, 'wealth worth income salary money'),
  poor: concept(false, 'wealth worth income salary money'),
  wealthy: concept(true, 'wealth worth income money'),
  new: concept(false, AGE, RECENT),
  recent: concept(false, AGE, RECENT),
  late: concept(false, '', RECENT),
  early: concept(true, '', RECENT),
  deep: concept(true, 'depth'),
  wide: concept(true, 'width'),
  hot: concept(true, 'temperature'),
  warm: concept(true, 'temperature'),
  cold: concept(false, 'temperature'),
  populous: concept(true, 'population'),
  populated: concept(true, 'population'),
  dense: concept(true, 'density'),
  sparse: concept(false, 'density'),
  profitable: concept(true, 'profit margin earnings'),
  good: concept(true, 'rating score grade rank'),
  bad: concept(false, 'rating score grade'),
  loud: concept(true, 'volume'),
  strong: concept(true, 'strength power'),
  powerful: concept(true, 'power horsepower'),
};

/** Words after "how": "how old" asks for the age. */
export const MEASURE_QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  old: ['age'],
  tall: ['height'],
  high: ['height', 'elevation', 'altitude'],
  long: ['length', 'duration', 'runtime'],
  heavy: ['weight'],
  big: ['size', 'area', 'population'],
  large: ['area', 'size', 'population'],
  far: ['distance'],
  fast: ['speed'],
  expensive: ['price', 'cost'],
  deep: ['depth'],
  wide: ['width'],
  dense: ['density'],
};

/** Everyday synonyms of words that schemas use; both directions hold. A closed list of general vocabulary. */
export const SYNONYM_SETS: readonly (readonly string[])[] = [
  ['country', 'nation'], ['city', 'town'], ['location', 'place', 'venue'], ['nationality', 'citizenship'], ['employee', 'worker', 'staff'], ['salary', 'wage', 'pay'],
  ['price', 'cost'], ['customer', 'client'], ['product', 'item', 'merchandise'], ['store', 'shop'], ['company', 'firm', 'business', 'corporation'], ['car', 'automobile', 'vehicle'],
  ['movie', 'film'], ['song', 'track'], ['singer', 'vocalist', 'musician'], ['artist', 'performer'], ['sex', 'gender'], ['id', 'identifier'], ['code', 'abbreviation'], ['phone', 'telephone'],
  ['surname', 'last name', 'family name'], ['first name', 'given name', 'forename'], ['birthday', 'date of birth', 'birth date'], ['type', 'kind', 'category'], ['category', 'class', 'genre'],
  ['amount', 'sum'], ['title', 'name'], ['writer', 'author'], ['student', 'pupil'], ['teacher', 'instructor', 'professor'], ['course', 'class'], ['doctor', 'physician'], ['purchase', 'order'],
  ['buy', 'purchase'], ['sale', 'sell', 'sold'], ['revenue', 'income', 'earnings'], ['gross', 'earnings', 'revenue'], ['year', 'season'], ['duration', 'length', 'time'], ['runtime', 'running time', 'duration'], ['attendance', 'attend'],
  ['capacity', 'seat'], ['description', 'detail'], ['hometown', 'home town'], ['manufacturer', 'maker', 'producer'], ['airline', 'carrier'], ['flight', 'plane'], ['origin', 'source', 'departure'],
  ['destination', 'arrival'], ['start', 'begin'], ['end', 'finish'], ['rating', 'score'], ['rank', 'ranking', 'position'], ['department', 'division'], ['manager', 'boss', 'supervisor'], ['job', 'occupation', 'profession'],
  ['book', 'publication'], ['money', 'amount', 'cash'], ['stadium', 'arena'], ['game', 'match'], ['winner', 'champion'], ['player', 'athlete'], ['host', 'hold'], ['region', 'area'], ['district', 'neighborhood', 'neighbourhood'],
  ['address', 'street'], ['zip', 'postcode', 'zipcode', 'postal'], ['email', 'mail'], ['picture', 'photo', 'image'], ['quantity', 'amount'], ['salesperson', 'seller'], ['vendor', 'supplier'], ['supervisor', 'advisor'], ['budget', 'fund'], ['horsepower', 'horse power'], ['mpg', 'miles per gallon', 'mileage'],
  ['product', 'goods', 'commodity', 'merchandise', 'item'], ['award', 'prize', 'honor', 'medal'], ['bonus', 'premium', 'incentive', 'reward'], ['contestant', 'competitor', 'participant', 'candidate'],
  ['teacher', 'faculty', 'lecturer', 'tutor'], ['course', 'curriculum', 'subject', 'module'], ['company', 'enterprise', 'organization', 'organisation'], ['hometown', 'birthplace'], ['guest', 'visitor'], ['employee', 'personnel'],
  ['doctor', 'clinician', 'medic'], ['concert', 'gig', 'performance', 'show'], ['house', 'home', 'residence', 'property'], ['lawyer', 'attorney'], ['illness', 'disease'], ['medicine', 'drug', 'medication'], ['ship', 'vessel', 'boat'],
  ['band', 'ensemble', 'group', 'orchestra'], ['cartoon', 'animation'], ['power', 'horsepower'], ['conference', 'congress', 'meeting'], ['tenant', 'renter'], ['invoice', 'bill'], ['payment', 'transaction'], ['shipment', 'delivery'], ['discount', 'rebate'], ['complaint', 'claim'],
  ['acceleration', 'accelerate'], ['weight', 'weigh'], ['height', 'tall'], ['language', 'tongue'], ['people', 'population', 'inhabitant', 'resident'], ['people', 'person', 'individual'], ['date', 'day', 'when'], ['spouse', 'husband', 'wife'], ['apartment', 'flat'], ['branch', 'office'], ['stock', 'inventory'], ['member', 'membership'], ['origin', 'country', 'region'],
];

/** People and places by adjective, with the names that data uses. */
export const DEMONYMS: Readonly<Record<string, readonly string[]>> = {
  american: ['usa', 'united states', 'us', 'united states of america', 'america'], usa: ['united states', 'us', 'united states of america', 'u.s.'], us: ['usa', 'united states', 'united states of america'],
  'united states': ['usa', 'us', 'united states of america'], british: ['uk', 'united kingdom', 'england', 'great britain'], uk: ['united kingdom', 'great britain'], english: ['england'], french: ['france'], german: ['germany'], italian: ['italy'],
  spanish: ['spain'], dutch: ['netherlands'], chinese: ['china'], japanese: ['japan'], korean: ['korea', 'south korea'], indian: ['india'], russian: ['russia'], canadian: ['canada'], mexican: ['mexico'], brazilian: ['brazil'],
  australian: ['australia'], swedish: ['sweden'], norwegian: ['norway'], danish: ['denmark'], finnish: ['finland'], polish: ['poland'], portuguese: ['portugal'], greek: ['greece'], turkish: ['turkey'], egyptian: ['egypt'], saudi: ['saudi arabia'],
  emirati: ['united arab emirates', 'uae'], kuwaiti: ['kuwait'], qatari: ['qatar'], irish: ['ireland'], scottish: ['scotland'], swiss: ['switzerland'], austrian: ['austria'], belgian: ['belgium'], european: ['europe'], asian: ['asia'], african: ['africa'],
  argentine: ['argentina'], chilean: ['chile'], european_union: ['eu'], hispanic: ['hispanic'],
};

/** Words for a sex or gender as data writes them. */
export const GENDERS: Readonly<Record<string, readonly string[]>> = {
  female: ['f', 'female', 'woman', 'women', 'w'], woman: ['f', 'female', 'woman', 'women'], girl: ['f', 'female', 'girl'], male: ['m', 'male', 'man', 'men'], man: ['m', 'male', 'man', 'men'], boy: ['m', 'male', 'boy'],
};
