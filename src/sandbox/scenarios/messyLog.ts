import type { JsonObject } from '../../core/json/jsonValue';
import { stringMember } from '../../core/json/jsonValue';
import type { Scenario } from './scenario';

/** Somebody else's entry beside each, and each of the tenant's own twice. */
function mess(page: readonly JsonObject[]): readonly JsonObject[] {
  return page.flatMap((entry) => [entry, stranger(entry), entry]);
}

/** The same at every read. */
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
  summary: 'The log repeats lines, has those of others in between, and breaks off at times.',
  description:
    'The log repeats every line, has lines of somebody else’s uploads in between, and every third read breaks off: the counts must be right all the same.',
  effects: {
    rewriteLog: mess,
    fault: ({ operation, ordinal }) => (operation === 'log' && ordinal % 3 === 0 ? { isAnswerLost: true } : undefined),
  },
};
