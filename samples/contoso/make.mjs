// Makes contoso.csv and contoso-last-week.csv: node samples/contoso/make.mjs [folder]
// The same seed and the same names give the same bytes, so both files can be made again and compared.
// README.md lists their planned mistakes and the reasons for them.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const namesFile = join(here, '../../test/data/csv2scim/csv-with-1000-records.csv');

const columns = [
  'WorkerID', 'WorkerStatus', 'WorkerType', 'UserID', 'FirstName', 'LastName', 'FullName', 'JobTitle', 'Department', 'Division',
  'CostCenter', 'Company', 'ManagerID', 'HireDate', 'TerminationDate', 'StreetAddress', 'City', 'Region', 'ZipCode', 'CountryCode',
  'OfficePhone', 'Location',
];

// ---- The company -------------------------------------------------------------------------------------------------

const companies = {
  US: 'Contoso, Inc.', GB: 'Contoso UK Ltd', DE: 'Contoso GmbH', FR: 'Contoso France SAS', IE: 'Contoso Ireland Ltd', SE: 'Contoso AB',
  AU: 'Contoso Pty Ltd', JP: 'コントソ株式会社', IN: 'Contoso India Pvt. Ltd', BR: 'Contoso do Brasil Ltda.',
};

/** `phone`: numbers that the country's regulator keeps for fiction; # is a digit. Empty: no desk phones there. */
const offices = [
  { location: 'Seattle HQ', share: 24, country: 'US', city: 'Seattle', region: 'WA', phone: '+1 206 555 01##',
    doors: [['1200 Harbor Steps, Suite 400', '98101'], ['Building "C", 88 Lakeview Avenue', '98109'], ['Building 7; Floor 3, 410 Pike Plaza', '98101']] },
  { location: 'Chicago', share: 10, country: 'US', city: 'Chicago', region: 'IL', phone: '+1 312 555 01##',
    doors: [['303 Mansion Court', '60606'], ['303 Mansion Court, 12th floor', '60606']] },
  { location: 'Austin', share: 8, country: 'US', city: 'Austin', region: 'TX', phone: '+1 512 555 01##', doors: [['404 Legacy Drive', '78701'], ['406 Legacy Drive; Annex', '78701']] },
  { location: 'London Docklands', share: 12, country: 'GB', city: 'London', region: 'England', phone: '+44 20 7946 0###',
    doors: [['7 Heron Quays', 'E14 4AB'], ['"The Granary", 19 Wharf Lane', 'E14 9QT']] },
  { location: 'Edinburgh', share: 5, country: 'GB', city: 'Edinburgh', region: 'Scotland', phone: '+44 131 496 0###', doors: [['52 Lothian Walk', 'EH3 9DN']] },
  { location: 'Berlin Mitte', share: 10, country: 'DE', city: 'Berlin', region: 'Berlin', phone: '+49 30 23125 ###',
    doors: [['Lindenstraße 14', '10969'], ['Lindenstraße 16, Hinterhaus', '10969']] },
  { location: 'München Werk 2', share: 8, country: 'DE', city: 'München', region: 'Bayern', phone: '+49 89 99998 ###', doors: [['Ringstraße 101; Tor 3', '80939'], ['Ringstraße 99', '80939']] },
  { location: 'Paris La Défense', share: 7, country: 'FR', city: 'Paris', region: 'Île-de-France', phone: '+33 1 99 00 ## ##', doors: [['24, allée des Érables', '92400']] },
  { location: 'Dublin', share: 4, country: 'IE', city: 'Dublin', region: 'Leinster', phone: '+353 20 91# ####', doors: [['3 Custom Row', 'D01 X2P4']] },
  { location: 'Stockholm', share: 3, country: 'SE', city: 'Stockholm', region: 'Stockholms län', phone: '+46 8 465 004 ##', doors: [['Björkgatan 8', '118 26']] },
  { location: 'Sydney', share: 4, country: 'AU', city: 'Sydney', region: 'NSW', phone: '+61 2 5550 ####', doors: [['Level 9, 61 Quay Street', '2000']] },
  { location: '東京', share: 3, country: 'JP', city: '東京都港区', region: '東京都', phone: '', doors: [['芝公園1丁目2番3号', '105-0011']] },
  { location: 'Bengaluru', share: 4, country: 'IN', city: 'Bengaluru', region: 'Karnataka', phone: '', doors: [['Plot 202, 4th Cross Road', '560037']] },
  { location: 'São Paulo', share: 2, country: 'BR', city: 'São Paulo', region: 'SP', phone: '', doors: [['Alameda das Acácias, 698', '04012-010']] },
];

/** `titles`: what people without reports do; each also comes as "Senior …". */
const departments = [
  { name: 'Sales', division: 'Commercial', costCenter: 30, titles: ['Sales Executive', 'Account Manager', 'Sales Analyst'] },
  { name: 'Customer Service', division: 'Commercial', costCenter: 34, titles: ['Customer Service Representative', 'Service Analyst'] },
  { name: 'Product Engineering', division: 'Products', costCenter: 50, titles: ['Software Developer', 'Test Engineer', 'Project Manager', 'Engineer; Tools & Automation'] },
  { name: 'Product Marketing', division: 'Products', costCenter: 54, titles: ['Program Manager', 'Marketing Specialist', 'Content Designer'] },
  { name: 'Manufacturing', division: 'Operations', costCenter: 70, titles: ['Process Engineer', 'Production Planner', 'Quality Inspector'] },
  { name: 'Information Technology', division: 'Operations', costCenter: 74, titles: ['Systems Administrator', 'Business Analyst', 'Support Technician'] },
  { name: 'Finance', division: 'Corporate', costCenter: 10, titles: ['Accountant', 'Financial Analyst', 'Payroll Specialist'] },
  { name: 'Human Resources', division: 'Corporate', costCenter: 14, titles: ['HR Business Partner', 'Recruiter'] },
  { name: 'Legal, Risk & Compliance', division: 'Corporate', costCenter: 18, titles: ['Legal Counsel', 'Compliance Analyst'] },
];

/** People whose names are not plain ASCII: office, given name, family name, login, and the whole name where it is not "given family". */
const writtenNames = [
  ['Berlin Mitte', 'Jörg', 'Müller', 'joerg.mueller'], ['Berlin Mitte', 'Zoë', 'Größer', 'zoe.groesser'], ['Berlin Mitte', 'Łukasz', 'Wiśniewski', 'lukasz.wisniewski'],
  ['Berlin Mitte', 'Олена', 'Шевченко', 'olena.shevchenko'], ['München Werk 2', 'Käthe', 'Weiß', 'kaethe.weiss'], ['München Werk 2', 'İpek', 'Yıldız', 'ipek.yildiz'],
  ['München Werk 2', 'Tomáš', 'Dvořák', 'tomas.dvorak'], ['Paris La Défense', 'Chloé', 'Lefèvre', 'chloe.lefevre'], ['Paris La Défense', 'Anaïs', 'Benoît', 'anais.benoit'],
  ['Paris La Défense', 'ليلى', 'حداد', 'layla.haddad'], ['Dublin', 'Siobhán', 'Ó Briain', 'siobhan.obriain'], ['Dublin', 'Róisín', "O'Malley", 'roisin.omalley'],
  ['Stockholm', 'Åsa', 'Sjöberg', 'asa.sjoberg'], ['Stockholm', 'Björk', 'Guðmundsdóttir', 'bjork.gudmundsdottir'], ['London Docklands', 'Ελένη', 'Παπαδοπούλου', 'eleni.papadopoulou'],
  ['London Docklands', 'נועה', 'לוי', 'noa.levi'], ['London Docklands', 'Nguyễn Thị', 'Hương', 'huong.nguyenthi'], ['Sydney', '王', '小明', 'xiaoming.wang', '王小明'],
  ['Sydney', '김', '민지', 'minji.kim', '김민지'], ['São Paulo', 'João', 'Araújo', 'joao.araujo'], ['São Paulo', 'Conceição', 'Magalhães', 'conceicao.magalhaes'],
  ['東京', '陽子', '佐藤', 'yoko.sato', '佐藤 陽子'], ['東京', '健太', '鈴木', 'kenta.suzuki', '鈴木 健太'], ['東京', 'さくら', '高橋', 'sakura.takahashi', '高橋 さくら'],
  ['Bengaluru', 'प्रिया', 'शर्मा', 'priya.sharma'], ['Bengaluru', 'அருண்', 'குமார்', 'arun.kumar'],
];

// ---- Chance ------------------------------------------------------------------------------------------------------

/** Mulberry32: small, seeded, the same on every machine. */
function makeChance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  const shuffled = (list) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };
  const weighted = (list) => {
    let left = below(list.reduce((sum, item) => sum + item.share, 0));
    return list.find((item) => (left -= item.share) < 0);
  };
  const date = (first, last) => dayOf(day(first) + below(day(last) - day(first) + 1));
  return { next, below, pick, shuffled, weighted, date };
}

const day = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const dayOf = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

// ---- People ------------------------------------------------------------------------------------------------------

/** The extract is of this day; the one of last week is seven days older. */
const weekStart = '2026-11-16';
const today = '2026-11-23';

function readNames() {
  const [header, ...rows] = readFileSync(namesFile, 'utf8').trim().split(/\r?\n/).map((line) => line.split(','));
  const column = (row, name) => row[header.indexOf(name)];
  return rows.map((row) => ({ FirstName: column(row, 'FirstName'), LastName: column(row, 'LastName'), from: column(row, 'Department') }));
}

const login = (first, last) => `${first}.${last}`.toLowerCase().replace(/[^a-z.-]/g, '');

function makePeople(chance) {
  const people = readNames().map(({ FirstName, LastName, from }) => ({
    FirstName, LastName, FullName: `${FirstName} ${LastName}`, UserID: login(FirstName, LastName),
    WorkerStatus: 'Active', WorkerType: 'Employee', TerminationDate: '',
    department: departmentFor(from, chance),
    office: chance.weighted(offices),
    rank: 'staff',
  }));
  giveWrittenNames(people);
  makeHierarchy(people, chance);
  for (const person of people) settle(person, chance);
  giveIds(people, chance);
  return people;
}

/** The source puts a sixth of everybody into Human Resources; most of them work elsewhere here. */
function departmentFor(name, chance) {
  const moved = name === 'Human Resources' && chance.next() < 0.7;
  const found = moved ? chance.pick(['Information Technology', 'Customer Service', 'Legal, Risk & Compliance']) : name;
  return departments.find((department) => department.name === found);
}

function giveWrittenNames(people) {
  for (const [location, FirstName, LastName, UserID, FullName = `${FirstName} ${LastName}`] of writtenNames) {
    const person = people.find((one) => one.office.location === location && !one.isWritten);
    Object.assign(person, { FirstName, LastName, UserID, FullName, isWritten: true });
  }
  for (const [index, nickname] of [[40, 'Bo'], [400, 'Kit'], [800, 'Mac']]) {
    const person = people[index];
    if (!person.isWritten) person.FullName = `${person.FirstName} "${nickname}" ${person.LastName}`;
  }
}

/** Chief executive, vice presidents, directors, managers, staff: five levels. */
function makeHierarchy(people, chance) {
  const chief = people[0];
  Object.assign(chief, { rank: 'chief', office: offices[0] });
  for (const department of departments) {
    const members = people.filter((person) => person.department === department && person !== chief);
    const [vice, ...others] = members;
    const directors = others.splice(0, Math.max(1, Math.round(members.length / 40)));
    const managers = others.splice(0, Math.round(members.length / 10));
    place([vice], 'vice president', () => [chief], chance);
    place(directors, 'director', () => [vice], chance);
    place(managers, 'manager', () => directors, chance);
    place(others, 'staff', (person) => nearest(person, managers), chance);
  }
}

function place(people, rank, bosses, chance) {
  for (const person of people) Object.assign(person, { rank, manager: chance.pick(bosses(person)) });
}

function nearest(person, managers) {
  const near = managers.filter((manager) => manager.office.country === person.office.country);
  return near.length > 0 ? near : managers;
}

const hiredWithin = {
  chief: ['2004-03-01', '2004-03-01'], 'vice president': ['2004-04-01', '2014-12-31'], director: ['2005-01-01', '2019-12-31'],
  manager: ['2008-01-01', '2023-12-31'], staff: ['2012-01-01', '2026-10-31'],
};

function settle(person, chance) {
  person.HireDate = chance.date(...hiredWithin[person.rank]);
  if (person.rank === 'staff') {
    person.WorkerType = chance.weighted([{ type: 'Employee', share: 80 }, { type: 'Contractor', share: 14 }, { type: 'Intern', share: 6 }]).type;
  }
  person.JobTitle = titleOf(person, chance);
  work(person, person.department);
  sit(person, person.office, chance);
}

function titleOf({ rank, department, WorkerType }, chance) {
  if (rank === 'chief') return 'Chief Executive Officer';
  if (rank === 'vice president') return `Vice President, ${department.name}`;
  if (rank === 'director') return `Director, ${department.name}`;
  if (rank === 'manager') return `${department.name} Manager`;
  if (WorkerType === 'Intern') return 'Intern';
  const title = chance.pick(department.titles);
  return chance.next() < 0.3 ? `Senior ${title}` : title;
}

function work(person, department) {
  const country = String(Object.keys(companies).indexOf(person.office.country) + 1).padStart(2, '0');
  Object.assign(person, { Department: department.name, Division: department.division, CostCenter: `CC${department.costCenter}${country}` });
}

function sit(person, office, chance) {
  const [StreetAddress, ZipCode] = chance.pick(office.doors);
  const OfficePhone = office.phone.replace(/#/g, () => String(chance.below(10)));
  Object.assign(person, {
    Company: companies[office.country], StreetAddress, ZipCode, OfficePhone,
    City: office.city, Region: office.region, CountryCode: office.country, Location: office.location,
  });
}

/** Ids in the order of hiring, with gaps, as a system that has been in use for years gives them. */
function giveIds(people, chance) {
  let number = 10_001;
  const order = [...people].sort((a, b) => compare(a.HireDate, b.HireDate) || compare(a.UserID, b.UserID));
  for (const person of order) {
    person.WorkerID = `C${number}`;
    number += 1 + chance.below(3);
  }
}

const compare = (a, b) => (a < b ? -1 : Number(a > b));

// ---- What happened to them ---------------------------------------------------------------------------------------

/**
 * Sorts the staff into those who joined, left, moved or are away; nobody is in two of these. Interns are left alone, so
 * that a mapping which leaves them out sees the same events and mistakes.
 */
function makeEvents(people, chance) {
  const staff = chance.shuffled(people.filter((person) => person.rank === 'staff' && person.WorkerType !== 'Intern'));
  const take = (count, fits = () => true) => {
    const taken = staff.filter(fits).slice(0, count);
    for (const person of taken) staff.splice(staff.indexOf(person), 1);
    return taken;
  };
  // The people who joined this week have the newest ids.
  const byId = [...staff].sort((a, b) => compare(b.WorkerID, a.WorkerID));
  const joiners = chance.shuffled(byId.filter((person) => !person.isWritten).slice(0, 40));
  for (const person of joiners) staff.splice(staff.indexOf(person), 1);
  const hasSister = (person) => ['US', 'GB', 'DE'].includes(person.CountryCode);
  return {
    joiners,
    namesakes: take(2, (person) => !person.isWritten && person.WorkerType === 'Employee'),
    leavers: take(12),
    gone: take(28, (person) => person.HireDate < '2024-01-01'),
    away: take(30, (person) => person.WorkerType === 'Employee'),
    promoted: take(20, (person) => person.JobTitle.startsWith('Senior ')),
    transferred: take(12),
    reassigned: take(14),
    relocated: take(14, hasSister),
  };
}

function applyEvents(events, chance) {
  for (const person of events.joiners) person.HireDate = chance.date('2026-11-17', today);
  for (const person of events.leavers) end(person, chance.date('2026-11-17', '2026-11-22'));
  for (const person of events.gone) end(person, chance.date('2025-01-01', weekStart));
  for (const person of events.away) person.WorkerStatus = 'Leave';
}

function end(person, date) {
  Object.assign(person, { WorkerStatus: 'Terminated', TerminationDate: date });
}

/** The planned mistakes, all among this week's joiners. README.md lists them with what happens to each. */
function makeMistakes({ joiners, namesakes }) {
  const left = [...joiners];
  const next = (mistake) => {
    const person = left.shift();
    Object.assign(person, mistake(person));
  };
  next(() => ({ WorkerStatus: 'Actve' }));
  next(() => ({ HireDate: '2026-11-31' }));
  next(() => ({ HireDate: '2026-02-30' }));
  next(() => ({ WorkerID: '' }));
  for (const { FirstName, LastName } of namesakes) {
    next(() => ({ FirstName, LastName, FullName: `${FirstName} ${LastName}`, UserID: `${FirstName}.${LastName}` }));
  }
  next((person) => ({ UserID: person.UserID.replace('.', ' ') }));
  next((person) => ({ UserID: person.UserID.replace('.', '&') }));
  next((person) => ({ UserID: `${person.UserID}(ext)` }));
  next(() => ({ FullName: '' }));
  next(() => ({ FullName: '' }));
  next((person) => ({ WorkerID: `${person.WorkerID}-REHIRE-2026-11` }));
  next((person) => ({ WorkerID: `${person.WorkerID}-REHIRE-2026-11` }));
  for (const WorkerID of ['C19991', 'C19992', 'C19993']) next(() => ({ manager: { WorkerID } }));
}

/** The same people a week earlier: without the joiners, and with what has changed since as it was. */
function lastWeek(people, events, chance) {
  const past = new Map(people.filter((person) => !events.joiners.includes(person)).map((person) => [person, { ...person }]));
  const managersOf = (department) => people.filter((one) => one.rank === 'manager' && one.department === department);
  for (const person of events.leavers) Object.assign(past.get(person), { WorkerStatus: 'Active', TerminationDate: '' });
  for (const person of events.promoted) past.get(person).JobTitle = person.JobTitle.replace('Senior ', '');
  for (const person of events.reassigned) {
    past.get(person).manager = chance.pick(managersOf(person.department).filter((one) => one !== person.manager));
  }
  for (const person of events.transferred) {
    const from = chance.pick(departments.filter((department) => department !== person.department));
    const then = past.get(person);
    Object.assign(then, { JobTitle: chance.pick(from.titles), manager: chance.pick(managersOf(from)) });
    work(then, from);
  }
  for (const person of events.relocated) {
    const sister = chance.pick(offices.filter((one) => one.country === person.CountryCode && one.city !== person.City));
    sit(past.get(person), sister, chance);
  }
  return [...past.values()];
}

// ---- Text --------------------------------------------------------------------------------------------------------

const cell = (text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Sorted by name, as the report of an HR system is, so that mistakes and changes lie between right records. */
function toCsv(people, order) {
  const sorted = [...people].sort((a, b) => order.get(a.key) - order.get(b.key));
  const rows = sorted.map((person) => ({ ...person, ManagerID: person.manager?.WorkerID ?? '' }));
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => `${cells.map(cell).join(';')}\r\n`).join('');
}

function makeSample() {
  const chance = makeChance(20261123);
  const people = makePeople(chance);
  const events = makeEvents(people, chance);
  applyEvents(events, chance);
  for (const person of people) person.key = person.WorkerID;
  const then = lastWeek(people, events, chance);
  makeMistakes(events);
  const asciiName = (person) => person.UserID.toLowerCase().split('.').reverse().join(' ');
  const byName = [...people].sort((a, b) => compare(asciiName(a), asciiName(b)) || compare(a.key, b.key));
  const order = new Map(byName.map((person, index) => [person.key, index]));
  return { 'contoso.csv': toCsv(people, order), 'contoso-last-week.csv': toCsv(then, order) };
}

const folder = process.argv[2] ?? here;
for (const [name, text] of Object.entries(makeSample())) writeFileSync(join(folder, name), text);
