import type { JsonObject } from '../../core/json/jsonValue';
import { stringMember } from '../../core/json/jsonValue';
import type { Scenario } from './scenario';

/** Adds an entry about another person after each entry, and then repeats the entry. */
function addNoise(page: readonly JsonObject[]): readonly JsonObject[] {
  return page.flatMap((entry) => [entry, stranger(entry), entry]);
}

/** An entry about another person, the same at every read. */
function stranger(entry: JsonObject): JsonObject {
  const id = stringMember(entry, 'id') ?? '';
  const other = `${id.slice(-8)}${id.slice(8)}`;
  return {
    ...entry,
    id: other,
    changeId: other,
    sourceIdentity: { id: `other-${other}`, displayName: 'Somebody Else', identityType: 'User', details: {} },
  };
}

export const messyLog: Scenario = {
  name: 'messy-log',
  title: 'Messy Log',
  summary: 'The log repeats entries, mixes in those of others, and sometimes breaks off.',
  description:
    'The log repeats every entry, mixes in entries of somebody else’s uploads, and every third read breaks off: the counts must still be right.',
  effects: {
    rewriteLog: addNoise,
    fault: ({ operation, ordinal }) => (operation === 'log' && ordinal % 3 === 0 ? { isAnswerLost: true } : undefined),
  },
};
