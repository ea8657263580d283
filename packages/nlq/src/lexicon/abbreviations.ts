/** Abbreviations common in identifiers, read out. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  abbr: 'abbreviation', abbrev: 'abbreviation', acc: 'account', acct: 'account', addr: 'address', alt: 'altitude', amt: 'amount', app: 'application',
  appt: 'appointment', arr: 'arrival', attr: 'attribute', auth: 'author', avg: 'average', bal: 'balance', bday: 'birthday', bldg: 'building',
  cat: 'category', cd: 'code', cnt: 'count', cntry: 'country', co: 'company', conf: 'conference', cont: 'continent', cty: 'city', ctry: 'country', curr: 'currency',
  cust: 'customer', dep: 'departure', dept: 'department', desc: 'description', descr: 'description', dest: 'destination', dim: 'dimension',
  dist: 'district', div: 'division', dob: 'date of birth', doc: 'document', dt: 'date', dur: 'duration', edu: 'education', emp: 'employee', empl: 'employee',
  est: 'established', fk: 'id', fname: 'first name', freq: 'frequency', gov: 'government', govt: 'government', grp: 'group', hr: 'hour', hrs: 'hours',
  hp: 'horsepower', info: 'information', ins: 'insurance', inst: 'institution', instr: 'instructor', int: 'international', inv: 'invoice', lang: 'language', lat: 'latitude', len: 'length',
  lname: 'last name', loc: 'location', long: 'longitude', lng: 'longitude', max: 'maximum', med: 'medical', mgr: 'manager', mil: 'military', min: 'minimum', mngr: 'manager', mth: 'month', nat: 'nationality',
  nbr: 'number', nm: 'name', no: 'number', nr: 'number', num: 'number', org: 'organization', orig: 'origin', pct: 'percent', perc: 'percent', perf: 'performance', phys: 'physician', pk: 'id', pop: 'population',
  pos: 'position', pref: 'preference', prod: 'product', prof: 'professor', proj: 'project', pub: 'publication', pwd: 'password', qty: 'quantity', rec: 'record', ref: 'reference', reg: 'region', res: 'reservation',
  rev: 'revenue', sal: 'salary', sec: 'section', seq: 'sequence', sess: 'session', src: 'source', ssn: 'social security number', st: 'street', stat: 'status', stu: 'student', sup: 'supplier', supp: 'supplier', svc: 'service',
  tel: 'telephone', temp: 'temperature', tot: 'total', trans: 'transaction', treat: 'treatment', txn: 'transaction', univ: 'university', usr: 'user', val: 'value', vol: 'volume', wgt: 'weight', wt: 'weight', yr: 'year', yrs: 'years', zip: 'zip',
};
