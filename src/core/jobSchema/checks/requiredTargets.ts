import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck, ResolvedMapping } from '../jobCheck';
import type { AttributeMapping, JobAttribute } from '../jobSchema';

const kind = problemKind({
  code: 'job.required-target',
  severity: 'warning',
  title: 'Required target attribute without a value',
  explanation:
    'The target object requires the attribute, but neither a mapping nor a default gives it a value, so accounts cannot be created.',
  remedy: 'Add a mapping for it, or a default value.',
  authority: 'Entra',
  example: {
    wrong: '"targetAttributeName": "displayName", "source": null, "defaultValue": null',
    right: '"targetAttributeName": "displayName", "source": { "name": "displayName" }',
  },
});

/**
 * Reported for the object mapping if the attribute is not mapped at all, otherwise for the empty mapping. Data:
 * `attribute`.
 */
export const requiredTargets: JobCheck = {
  kinds: [kind],
  *find({ mappings }) {
    for (const around of mappings) {
      const { mapping, target } = around;
      if (!mapping.isEnabled || !mapping.flowTypes.includes('add')) continue;
      const filled = new Map(mapping.attributeMappings.toReversed().map((each) => [each.target?.text, each] as const));
      for (const attribute of target?.attributes ?? [])
        if (attribute.isRequired && !isGiven(attribute))
          yield* missing(attribute, filled.get(attribute.name?.text), around);
    }
  },
};

/** Whether the target provides the value itself: by a default, or because the attribute is read-only. */
function isGiven({ defaultValue, mutability }: JobAttribute): boolean {
  return (defaultValue?.text ?? '') !== '' || mutability === 'ReadOnly';
}

/** @param filling the mapping that fills the attribute, if any */
function* missing(
  { name }: JobAttribute,
  filling: AttributeMapping | undefined,
  { mapping: { node, targetObjectName } }: ResolvedMapping,
) {
  if (name === undefined) return;
  if (filling?.source !== undefined || (filling?.defaultValue?.text ?? '') !== '') return;
  const where = filling?.target?.span ?? targetObjectName?.span ?? { start: node.offset, end: node.offset + 1 };
  const what = filling === undefined ? 'no mapping fills it' : 'its mapping has neither a source nor a default value';
  yield problemOf(kind, where, `The target needs "${name.text}" to create an account, but ${what}.`, {
    attribute: name.text,
  });
}
