// Typing in a bulk request of 1 MB and of 10 MB: from a key to the problems, beside what the JSON language service takes for the same
// text with a schema of a request. Both get the change as an editor has it; the service has to be given the whole text.
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { jsonLimits } from '../src/core/json/jsonLimits';
import type { PayloadDocument } from '../src/core/payload/document/payloadDocument';
import {
  changePayload,
  openPayload,
  openPayloadInSlices,
  problemsOf,
} from '../src/core/payload/document/payloadDocument';
import { BULK_REQUEST_URN, CORE_USER_URN, ENTERPRISE_USER_URN } from '../src/core/scim/urns';
import { requestSchema } from './payload/requestSchema';

const SCENARIOS: readonly {
  readonly name: string;
  readonly after: string;
  readonly typed: string;
  readonly keys: number;
}[] = [
  { name: 'a text in a value', after: '"displayName": "', typed: 'Barbara Jane ', keys: 60 },
  { name: 'a new member', after: '"active": true,', typed: '\n        "nickName": "Babs",', keys: 60 },
  { name: 'a quote too much in its line', after: '"userName": "', typed: '"x" "y', keys: 30 },
  { name: 'a brace that nothing closes', after: '"name": ', typed: '{ "a": { ', keys: 30 },
];

void main();

async function main(): Promise<void> {
  const sizes = process.argv.slice(2).map(Number);
  for (const megabytes of sizes.length > 0 ? sizes : [1, 10]) await measure(megabytes);
}

async function measure(megabytes: number): Promise<void> {
  const text = request(megabytes * 1_000_000);
  const opened = timed(() => openPayload(text));
  problemsOf(opened.value);
  const parts = opened.value.parts.length;
  console.log(
    `\n${megabytes} MB: ${text.length.toLocaleString('en')} characters, ${parts.toLocaleString('en')} operations, ${problemsOf(opened.value).length.toLocaleString('en')} problems. Milliseconds of processor time.`,
  );
  const service = await serviceTimes(text, megabytes > 4 ? 5 : 15);
  report('the JSON language service, parse and validate', service);
  console.log(`  opened in one piece ${opened.milliseconds.toFixed(0)}; ${slices(text)}`);
  const base = percentile(service, 0.5);
  for (const { name, after, typed, keys } of SCENARIOS) {
    const times = type(opened.value, text, after, typed, keys);
    report(`${name} (${times.anew} of ${times.keys} reopened)`, times.milliseconds, base, percentile(service, 0.95));
  }
}

/** Types the letters one by one in the middle of the text, again and again, each time at the next such place. */
function type(opened: PayloadDocument, text: string, after: string, typed: string, keys: number) {
  const milliseconds: number[] = [];
  let anew = 0;
  let from = Math.floor(text.length / 3);
  while (milliseconds.length < keys) {
    let document = opened;
    let current = text;
    from = text.indexOf(after, from) + after.length;
    for (const [index, letter] of Array.from(typed).entries()) {
      const change = { start: from + index, end: from + index, text: letter };
      const started = processorTime();
      let next = changePayload(document, change);
      if (next !== undefined) problemsOf(next);
      milliseconds.push(processorTime() - started);
      current = current.slice(0, change.start) + letter + current.slice(change.start);
      if (next === undefined) {
        anew++;
        next = openPayload(current);
      }
      document = next;
    }
  }
  return { milliseconds, anew, keys: milliseconds.length };
}

async function serviceTimes(text: string, rounds: number): Promise<readonly number[]> {
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: 'bench://request', fileMatch: ['*'], schema: requestSchema }], validate: true });
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round <= rounds; round++) {
    const place = text.indexOf('"displayName": "', text.length / 3) + 16;
    const changed = `${text.slice(0, place)}${'x'.repeat(round)}${text.slice(place)}`;
    const document = TextDocument.create('file:///bench.json', 'json', round, changed);
    const started = processorTime();
    const parsed = service.parseJSONDocument(document);
    found = (await service.doValidation(document, parsed)).length;
    // The first warms up
    if (round > 0) times.push(processorTime() - started);
  }
  console.log(`  the language service says ${found} problems `);
  return times;
}

function slices(text: string): string {
  const opening = openPayloadInSlices(text);
  const times: number[] = [];
  for (;;) {
    const { milliseconds, value } = timed(() => opening.next());
    times.push(milliseconds);
    if (value.done === true) break;
  }
  return `in ${times.length} slices, p50 ${percentile(times, 0.5).toFixed(2)}, p99 ${percentile(times, 0.99).toFixed(2)}, longest ${Math.max(...times).toFixed(1)}`;
}

/** Of this process, all its threads: other work on the machine does not count. In milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const started = processorTime();
  const value = work();
  return { value, milliseconds: processorTime() - started };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(what: string, times: readonly number[], base?: number, base95?: number): void {
  const cell = (value: number) => value.toFixed(2).padStart(8);
  const ratio = (value: number, to: number | undefined) => (to === undefined ? '' : ` (${(value / to).toFixed(4)})`);
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  console.log(
    `  p50 ${cell(p50)}${ratio(p50, base)}  p95 ${cell(p95)}${ratio(p95, base95)}  max ${cell(Math.max(...times))}  ${what}`,
  );
}

/** A request of about so many characters, with as many operations as need be, and with faults such as people make. */
function request(length: number): string {
  const operations: string[] = [];
  for (let total = 0; total < Math.min(length, jsonLimits.text) - 2_000; total += operations.at(-1)?.length ?? 0)
    operations.push(operation(operations.length));
  return `{\n  "schemas": [\n    "${BULK_REQUEST_URN}"\n  ],\n  "Operations": [\n    ${operations.join(',\n    ')}\n  ],\n  "failOnErrors": null\n}\n`;
}

function operation(index: number): string {
  const user = {
    schemas: [CORE_USER_URN, ENTERPRISE_USER_URN],
    externalId: String(100_000 + index),
    userName: `barbara.jensen${index}@contoso.com`,
    name: { familyName: 'Jensen', givenName: 'Barbara', formatted: `Ms. Barbara J Jensen ${index}, III` },
    displayName: `Bárbara Jensen ${index}`,
    nickName: 'Babs',
    // One in fifty has a frequent mistake of extracts: a text in place of true or false
    active: index % 50 === 7 ? 'true' : true,
    emails: [{ type: 'work', value: `barbara.jensen${index}@contoso.com`, primary: true }],
    addresses: [
      {
        type: 'work',
        streetAddress: '100 Universal City Plaza',
        locality: 'Hollywood',
        region: 'CA',
        postalCode: '91608',
        country: 'US',
      },
    ],
    phoneNumbers: [{ type: 'work', value: '+1 555 555 5555' }],
    userType: 'Employee',
    title: 'Tour Guide',
    preferredLanguage: 'en-US',
    locale: 'en-US',
    timezone: 'America/Los_Angeles',
    [ENTERPRISE_USER_URN]: {
      employeeNumber: String(700_000 + index),
      costCenter: '4130',
      organization: 'Universal Studios',
      division: 'Theme Park',
      department: 'Tour Operations',
      manager: { value: String(100_000 + (index >> 3)) },
    },
  };
  const text = JSON.stringify({ method: 'POST', bulkId: `b${index}`, path: '/Users', data: user }, null, 2);
  return text.replaceAll('\n', '\n    ');
}
