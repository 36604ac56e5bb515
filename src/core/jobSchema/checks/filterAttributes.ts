import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import type { JobAttribute } from '../jobSchema';
import { attributeOf, isEntra } from '../resolveMappings';

const kinds = defineProblemKinds([
  {
    code: 'job.filter-attribute',
    severity: 'error',
    title: 'Attribute not supported in filters',
    explanation:
      'Scoping filters do not support attributes with several values, dates, the manager, members, appRoleAssignments and userType.',
    remedy: 'Filter by another attribute: a text that the HR system fills for the purpose.',
    authority: 'Entra',
    example: {
      wrong: '"sourceOperandName": "manager", "operatorName": "IS NOT NULL"',
      right: '"sourceOperandName": "title", "operatorName": "IS NOT NULL"',
    },
  },
  {
    code: 'job.multi-valued-extension',
    severity: 'error',
    title: 'Directory extension with several values',
    explanation: 'Directory extensions with several values can neither be mapped nor used in filters.',
    remedy: 'Use an extension with a single value.',
    authority: 'Entra',
    example: {
      wrong: '"name": "extension_0123456789abcdef0123456789abcdef_teams", "multivalued": true',
      right: '"name": "extension_0123456789abcdef0123456789abcdef_teams", "multivalued": false',
    },
  },
]);
const [filterAttribute, multiValuedExtension] = kinds;

/** Source: Entra, scoping filters, and the known issues of application provisioning. */
const UNSUPPORTED = new Set(
  [
    'members',
    'appRoleAssignments',
    'userType',
    'manager',
    'StatusHireDate',
    'startDate',
    'endDate',
    'StatusTerminationDate',
    'accountExpires',
  ].map((name) => name.toLowerCase()),
);
const EXTENSION = /^extension_[0-9a-f]{32}_/i;

/** Attributes that filters do not support, and extensions that are not supported at all. */
export const filterAttributes: JobCheck = {
  kinds,
  *find({ mappings }) {
    for (const { mapping, source, target, sourceDirectory } of mappings) {
      for (const { attribute: name } of mapping.groups.flatMap(({ clauses }) => clauses)) {
        if (name === undefined) continue;
        const attribute = attributeOf(source, name.text);
        const reason = unsupported(name.text, attribute, isEntra(sourceDirectory));
        if (reason !== undefined)
          yield problemOf(filterAttribute, name.span, `Scoping filters do not support "${name.text}": ${reason}.`);
        else if (isExtension(attribute)) yield ofExtension(name.text, name.span, 'used in filters');
      }
      for (const { target: name } of mapping.attributeMappings)
        if (name !== undefined && isExtension(attributeOf(target, name.text)))
          yield ofExtension(name.text, name.span, 'mapped');
    }
  },
};

function ofExtension(name: string, where: Problem['span'], what: string): Problem {
  return problemOf(
    multiValuedExtension,
    where,
    `The directory extension "${name}" has several values and cannot be ${what}.`,
  );
}

function isExtension(attribute: JobAttribute | undefined): boolean {
  return attribute?.isMultivalued === true && EXTENSION.test(attribute.name?.text ?? '');
}

/**
 * @param isOwn whether the source is the tenant's directory, where `userType` is the kind of user; elsewhere it is any
 * text
 */
function unsupported(name: string, attribute: JobAttribute | undefined, isOwn: boolean): string | undefined {
  // A SCIM path ends with the attribute that the documentation names
  const last = name.replace(/^urn:.*:/, '');
  if (UNSUPPORTED.has(last.toLowerCase()) && (isOwn || last.toLowerCase() !== 'usertype'))
    return 'the documentation excludes it';
  if (attribute?.type === 'DateTime') return 'it is a date';
  if (attribute?.type === 'Reference') return 'it refers to another object';
  return attribute?.isMultivalued === true && !isExtension(attribute) ? 'it has several values' : undefined;
}
