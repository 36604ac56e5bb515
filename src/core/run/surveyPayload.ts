import type { BaselinePeople } from '../baseline/comparisonBuilder';
import { ComparisonBuilder } from '../baseline/comparisonBuilder';
import type { Comparison } from '../baseline/comparison';
import { digestColumns, DigestRows } from '../baseline/digestRows';
import type { Hmac } from '../baseline/keyedHashes';
import { attributeHash, ID_LENGTH, idHash } from '../baseline/keyedHashes';
import { pathsOfResources } from '../baseline/pathsOfResources';
import { ResourceScanner } from '../baseline/resourceScanner';
import type { PlanSurvey } from '../baseline/survey';
import { SurveyBuilder } from '../baseline/surveyBuilder';
import { toBytes } from '../bytes/byteWriter';
import { viewOf } from '../bytes/words';
import { IdRegister } from '../convert/idRegister';
import { repeatedId } from '../convert/repeatedId';
import type { JsonObject } from '../json/jsonValue';
import { stringMember } from '../json/jsonValue';
import { formatAttributePath } from '../scim/attributePath';

/** The survey of the people in a payload. */
export interface PayloadSurvey {
  readonly survey: PlanSurvey;
  /** Eight bytes per operation: the keyed hash of its matching id. */
  readonly ids: Uint8Array;
  /** The attributes whose hashes are in {@link digests}. */
  readonly attributes: readonly string[];
  readonly digests: Uint32Array;
  readonly comparison?: Comparison;
}

/**
 * Surveys the people of a hand-written payload.
 * @param lines the line of each operation
 * @param baseline what was last sent to the job; attributes that it does not have are hashed together
 */
export function surveyPayload(
  people: readonly JsonObject[],
  lines: Uint32Array,
  hmac: Hmac,
  baseline?: BaselinePeople,
): PayloadSurvey {
  const all = pathsOfResources(people);
  const known = new Set(baseline?.head.attributes);
  const own = new Set(['externalId', 'userName', 'active']);
  const paths = all.filter((path) => {
    const text = formatAttributePath(path);
    return baseline === undefined || known.has(text) || own.has(text);
  });
  const found = digestColumns(paths);
  const columns =
    baseline === undefined
      ? found
      : {
          attributes: baseline.head.attributes,
          slots: baseline.head.attributes.map((path) => found.slots[found.attributes.indexOf(path)] ?? -1),
        };
  const scanner = new ResourceScanner(paths, attributeHash(hmac));
  const survey = new SurveyBuilder(paths.map(formatAttributePath));
  const digests = new DigestRows(columns);
  const comparison = baseline === undefined ? undefined : new ComparisonBuilder(baseline, columns);
  const register = new IdRegister();
  const ids = new Uint8Array(people.length * ID_LENGTH);
  for (const [index, person] of people.entries()) {
    const [record, line] = [index + 1, lines[index] ?? 0];
    const bytes = toBytes(JSON.stringify(person));
    scanner.scan({ bytes, view: viewOf(bytes) }, 0);
    const text = stringMember(person, 'externalId') ?? '';
    const id = text === '' ? new Uint8Array(ID_LENGTH) : idHash(hmac, text);
    ids.set(id, index * ID_LENGTH);
    const earlier = register.note(text, line);
    if (earlier !== undefined) survey.note(repeatedId({ number: record, line }, text, earlier));
    survey.add(scanner, record, line);
    digests.add(record, id, scanner);
    comparison?.meet(id, scanner);
    comparison?.count(record, line);
  }
  return {
    survey: survey.survey,
    ids,
    attributes: columns.attributes,
    digests: digests.take(),
    ...(comparison === undefined ? {} : { comparison: comparison.finish({ mapping: undefined, isWhole: false }) }),
  };
}
