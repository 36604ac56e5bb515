import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { NearestNames } from '../../text/nearest';
import type { JobCheck } from '../jobCheck';
import type { JobAttribute, SchemaText } from '../jobSchema';
import { attributeNames, attributeOf } from '../resolveMappings';

const kinds = defineProblemKinds([
  {
    code: 'job.unknown-target-attribute',
    severity: 'error',
    title: 'Unknown target attribute',
    explanation:
      'A mapping fills an attribute that the target object does not define. Names are case-sensitive, and those of the directory are older than those of Microsoft Graph: mobile, not mobilePhone.',
    remedy: 'Use the suggested name, or define the attribute in the target object.',
    authority: 'Entra',
    example: { wrong: '"targetAttributeName": "JobTitle"', right: '"targetAttributeName": "jobTitle"' },
  },
  {
    code: 'job.read-only-target',
    severity: 'error',
    title: 'Target attribute that cannot be written',
    explanation: 'The target object defines the attribute as ReadOnly, so it cannot be written.',
    remedy: 'Remove the mapping, or fill another attribute.',
    authority: 'Entra',
    example: { wrong: '"targetAttributeName": "proxyAddresses"', right: '"targetAttributeName": "otherMails"' },
  },
  {
    code: 'job.key-target',
    severity: 'error',
    title: 'Mapping to the key of the target',
    explanation:
      'The attribute is the anchor of the target object, or its id. The target sets it itself, so it must not be the target of a mapping.',
    remedy: 'Remove the mapping.',
    authority: 'Entra',
    example: { wrong: '"targetAttributeName": "objectId"', right: '"targetAttributeName": "employeeId"' },
  },
]);
const [unknownTarget, readOnlyTarget, keyTarget] = kinds;

/** Attributes that cannot be filled. Data: `replacement`, the nearest name as JSON. */
export const targets: JobCheck = {
  kinds,
  *find({ mappings }) {
    for (const { mapping, target } of mappings) {
      if (target?.isListed !== true) continue;
      const names = new NearestNames(attributeNames(target));
      for (const { target: name } of mapping.attributeMappings) {
        if (name === undefined) continue;
        const attribute = attributeOf(target, name.text);
        if (attribute === undefined) yield unknown(name, names, target.name?.text ?? '');
        else yield* unwritable(name, attribute);
      }
    }
  },
};

function unknown(name: SchemaText, names: NearestNames, object: string): Problem {
  const near = names.of(name.text);
  const advice =
    near === undefined
      ? ''
      : near.toLowerCase() === name.text.toLowerCase()
        ? ` Names are case-sensitive: it has "${near}".`
        : ` Did you mean "${near}"?`;
  const data = near === undefined ? undefined : { replacement: JSON.stringify(near) };
  return problemOf(
    unknownTarget,
    name.span,
    `Unknown attribute "${name.text}": the target object "${object}" does not define it.${advice}`,
    data,
  );
}

function* unwritable(name: SchemaText, { isAnchor, mutability }: JobAttribute): Generator<Problem> {
  if (isAnchor || name.text === 'id')
    yield problemOf(keyTarget, name.span, `"${name.text}" is the key of the target object: it must not be mapped.`);
  else if (mutability === 'ReadOnly')
    yield problemOf(
      readOnlyTarget,
      name.span,
      `"${name.text}" is read-only in the target object and cannot be written.`,
    );
}
