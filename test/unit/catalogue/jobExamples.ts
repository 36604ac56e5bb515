import { defaultJobSchema } from '../../../src/core/jobSchema/defaultJobSchema';
import type { Loose, Parts } from '../jobSchema/smallJob';
import { attribute, direct } from '../jobSchema/smallJob';

/** Puts the members of an example where they belong. */
type Place = (parts: Parts, members: Loose) => void;

/** The text of the schema that a new job has, with the members of an example in it. */
export function jobWithExample(code: string, members: string): string {
  const parts = partsOf(code === 'job.select-unique-value' ? 'API2AD' : 'API2AAD');
  const own = JSON.parse(`{${members}}`) as Loose;
  (places[code] ?? placeByNames(own))(parts, own);
  return JSON.stringify(parts.job, null, 2);
}

/** Where an example belongs whose names do not say it. */
const places: Readonly<Record<string, Place>> = {
  'job.wrong-type': ofMatching,
  'job.key-target': ofMatching,
  'job.cannot-match': (parts, members) => {
    parts.target.attributes.push(attribute('extensionAttribute1'));
    ofMatching(parts, members);
  },
  'job.no-matching': ofMatching,
  'job.matching-sources': ofMatching,
  'job.switch-on-reference': ({ source, mapping }, { attributeMappings }) => {
    source.attributes.push(attribute('manager', { type: 'Reference' }));
    merge(mapping.attributeMappings, 'targetAttributeName', attributeMappings as Loose[]);
  },
  'job.missing-member': ({ mapping, title }, members) => {
    mapping.attributeMappings.splice(mapping.attributeMappings.indexOf(title), 1, members);
  },
  'job.multi-valued-extension': ({ target, mapping }, { name, ...more }) => {
    target.attributes.push(attribute(String(name), more));
    mapping.attributeMappings.push(direct(String(name), 'nickName'));
  },
  'job.read-only-target': ({ target, mapping }, { targetAttributeName }) => {
    target.attributes.push(attribute('proxyAddresses', { mutability: 'ReadOnly' }), attribute('otherMails'));
    mapping.attributeMappings.push(direct(String(targetAttributeName), 'title'));
  },
  'job.required-target': ({ mapping }, members) => {
    merge(mapping.attributeMappings, 'targetAttributeName', [members]);
  },
};

function placeByNames(members: Loose): Place {
  return PLACES.find(([name]) => name in members)?.[1] ?? ofTitle;
}

const PLACES: readonly (readonly [name: string, place: Place])[] = [
  ['attributes', ({ source }, { attributes }) => merge(source.attributes, 'name', attributes as Loose[])],
  [
    'attributeMappings',
    ({ mapping }, { attributeMappings }) =>
      merge(mapping.attributeMappings, 'targetAttributeName', attributeMappings as Loose[]),
  ],
  ['targetDirectoryName', ({ rule }, members) => Object.assign(rule, members)],
  ['targetObjectName', ({ mapping }, members) => Object.assign(mapping, members)],
  [
    'groups',
    ({ mapping }, members) => {
      mapping.scope = members;
    },
  ],
  ['operatorName', ofClause],
];

function ofMatching({ matching }: Parts, members: Loose): void {
  Object.assign(matching, members);
}

function ofTitle({ title }: Parts, members: Loose): void {
  Object.assign(title, members);
}

function ofClause({ mapping }: Parts, members: Loose): void {
  mapping.scope = {
    groups: [{ clauses: [{ sourceOperandName: 'title', targetOperand: { values: [] }, ...members }] }],
  };
}

/** Replaces what has the same names, and keeps the members that it does not set. */
function merge(list: Loose[], name: string, own: readonly Loose[]): void {
  const former = list.filter((one) => own.some((other) => other[name] === one[name]));
  const renewed = own.map((one) => ({
    ...newOne(one, name),
    ...former.find((other) => other[name] === one[name]),
    ...one,
  }));
  list.splice(0, list.length, ...list.filter((one) => !former.includes(one)), ...renewed);
}

const newOne = (one: Loose, name: string): Loose =>
  name === 'name' ? attribute(String(one[name])) : direct(String(one[name]), 'title');

function partsOf(flavour: 'API2AAD' | 'API2AD'): Parts {
  const job = structuredClone(defaultJobSchema(flavour)) as unknown as Parts['job'];
  const [source, target] = job.directories.map(({ objects }) => objects[0]);
  const [rule] = job.synchronizationRules;
  const [mapping] = rule.objectMappings;
  const matching = mapping.attributeMappings.find(({ matchingPriority }) => matchingPriority === 1);
  const title = mapping.attributeMappings.find(({ targetAttributeName }) =>
    /^(jobT|t)itle$/.test(String(targetAttributeName)),
  );
  if (source === undefined || target === undefined || matching === undefined || title === undefined)
    throw new Error('The default schema lacks a part.');
  return { job, source, target, rule, mapping, matching, title };
}
