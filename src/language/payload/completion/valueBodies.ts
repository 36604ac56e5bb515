import type { AttributeDefinition } from '../../../core/scim/schema';

/**
 * The body of a snippet of `vscode-json-languageservice`: JSON whose strings may contain tab stops; a string with a
 * leading `^` is inserted verbatim.
 */
export type SnippetBody = string | SnippetBody[] | { [name: string]: SnippetBody };

/**
 * The members that are inserted with an attribute, by its name, unless they are simply the first ones of its
 * definition.
 */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  name: ['givenName', 'familyName'],
  addresses: ['streetAddress', 'locality', 'region', 'postalCode', 'country'],
};

/** Lists from which Entra reads only the elements of type "work". */
export const BY_TYPE: ReadonlySet<string> = new Set(['emails', 'phoneNumbers', 'addresses']);

/** The value that is inserted with the name of an attribute. */
export function valueBody(definition: AttributeDefinition): SnippetBody {
  const one = elementBody(definition);
  return definition.multiValued === true ? [one] : one;
}

/** A single value of the attribute. */
export function elementBody({ name, type, subAttributes = [] }: AttributeDefinition): SnippetBody {
  if (subAttributes.length === 0) return simpleBody(type);
  const usual = USUAL[name] ?? subAttributes.slice(0, 1).map((sub) => sub.name);
  const members = usual.map((member, index) => [member, `$${index + 1}`] as const);
  return Object.fromEntries([...(BY_TYPE.has(name) ? [['type', 'work'] as const] : []), ...members]);
}

function simpleBody(type: AttributeDefinition['type']): SnippetBody {
  switch (type) {
    case 'boolean':
      return '^${1|true,false|}';
    case 'integer':
    case 'decimal':
      return '^${1:0}';
    case 'complex':
      return '^{$1}';
    default:
      return '$1';
  }
}
