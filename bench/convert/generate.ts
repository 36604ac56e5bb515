import { closeSync, openSync, writeSync } from 'node:fs';
import { seededRandom } from '../../src/core/expression/random';

const COLUMNS = [
  'WorkerID', 'WorkerStatus', 'WorkerType', 'UserID', 'FirstName', 'LastName', 'FullName', 'JobTitle', 'Department',
  'Division', 'CostCenter', 'Company', 'ManagerID', 'HireDate', 'TerminationDate', 'StreetAddress', 'City', 'Region',
  'ZipCode', 'CountryCode', 'OfficePhone',
]; // prettier-ignore

const FIRST_NAMES = [
  'Anna', 'Ben', 'María', 'Zoë', 'Björn', 'Łukasz', 'Ömer', 'Siobhán', 'Chloé', 'Jürgen', 'Αλέξανδρος', 'Елена', 'Дмитрий',
  '健太', '美咲', '지훈', '伟', 'ราชา', 'प्रिया', 'فاطمة', 'Noa', 'Ingrid', 'Quentin', 'Rosalind', 'Theodora', 'Wilhelmina',
]; // prettier-ignore
const LAST_NAMES = [
  'Abbot', 'Müller', 'García', "O'Neill", 'Nowak', 'Sørensen', 'Παπαδόπουλος', 'Иванова', '田中', '김', '王', 'शर्मा', 'حسن',
  'van der Berg', 'Yılmaz', 'Kowalczyk', 'Smith-Jones', 'Fitzgerald', 'Lindqvist', 'Nakamura', 'Oyelaran', 'Castellanos',
]; // prettier-ignore
const TITLES = ['Engineer', 'Senior Engineer', 'Accountant', 'Head of Payroll', 'Product Marketing Manager', 'Nurse'];
const DEPARTMENTS = ['Sales', 'Finance', 'Research & Development', 'Product Marketing', 'Human Resources', 'IT'];
const DIVISIONS = ['Commercial', 'Corporate', 'Products'];
const COMPANIES = ['Contoso GmbH', 'Contoso UK Ltd', 'Contoso AB', 'コントソ株式会社', 'Contoso Ireland Ltd'];
const PLACES = [
  ['München', 'Bayern', '80939', 'DE', '+49 89 99998 '],
  ['London', 'England', 'E14 4AB', 'GB', '+44 20 7946 0'],
  ['Seattle', 'WA', '98101', 'US', '+1 206 555 0'],
  ['東京', '関東', '100-0001', 'JP', '+81 3 5550 0'],
  ['Paris', 'Île-de-France', '92400', 'FR', '+33 1 99 00 0'],
] as const;
const STREETS = ['Harbor Steps', 'Lindenstraße', 'Heron Quays', 'allée des Érables', 'Wharf Lane', 'Lakeview Avenue'];

/** What is gathered before it is written, in characters. */
const GATHERED = 1 << 20;

/**
 * Writes an extract of so many records, the same at every call: half of the records with a quoted cell, 3 % with a line
 * break inside quotes, names in several scripts, many without manager, nearly all without a leave date.
 */
export function generateExtract(path: string, records: number): void {
  const random = seededRandom(20_261_123);
  const file = openSync(path, 'w');
  let text = `${COLUMNS.join(',')}\r\n`;
  for (let number = 1; number <= records; number++) {
    text += `${recordText(number, random)}\r\n`;
    if (text.length < GATHERED) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

function recordText(number: number, random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const digits = (count: number): string => String(Math.floor(random() * 10 ** count)).padStart(count, '0');
  const first = pick(FIRST_NAMES);
  const last = pick(LAST_NAMES);
  const [city, region, zip, country, phone] = pick(PLACES);
  const kind = random();
  const leaves = random() < 0.05;
  return [
    `C${String(1_000_000 + number)}`,
    leaves ? 'Terminated' : random() < 0.06 ? 'Leave' : 'Active',
    random() < 0.02 ? 'Intern' : random() < 0.2 ? 'Contractor' : 'Employee',
    `User.${String(number)}.${digits(3)}`,
    first,
    last,
    `${first} ${last}`,
    pick(TITLES),
    pick(DEPARTMENTS),
    pick(DIVISIONS),
    `CC${digits(4)}`,
    pick(COMPANIES),
    random() < 0.3 ? '' : `C${String(1_000_000 + Math.ceil(random() * number))}`,
    day(random, 2005, 20),
    leaves ? day(random, 2026, 1) : '',
    street(kind, `${String(Math.ceil(random() * 400))} ${pick(STREETS)}`, random),
    city,
    region,
    zip,
    country,
    phone + digits(3),
  ].join(',');
}

/** 3 % with a line break in quotes, 47 % with a delimiter or quotes in them, the others plain. */
function street(kind: number, address: string, random: () => number): string {
  if (kind < 0.03) return `"${address}\nBuilding ${String(Math.ceil(random() * 9))}"`;
  if (kind < 0.1) return `"""The Granary"", ${address}"`;
  return kind < 0.5 ? `"${address}, floor ${String(Math.ceil(random() * 30))}"` : address;
}

function day(random: () => number, year: number, years: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [y, m, d] = [
    year + Math.floor(random() * years),
    1 + Math.floor(random() * 12),
    1 + Math.floor(random() * 28),
  ] as const;
  return `${String(y)}-${two(m)}-${two(d)}`;
}
