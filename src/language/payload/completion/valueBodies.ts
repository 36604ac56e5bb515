import type { AttributeDefinition } from '../../../core/scim/schema';

/**
 * What a snippet of `vscode-json-languageservice` puts in: JSON whose texts hold tab stops; `^` begins what is put in
 * as it is.
 */
export type SnippetBody = string | SnippetBody[] | { [name: string]: SnippetBody };

/**
 * Members that are inserted with the attribute, by its name, if the first ones of its definition are not the usual
 * ones.
 */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  name: ['givenName', 'familyName'],
  addresses: ['streetAddress', 'locality', 'region', 'postalCode', 'country'],
};

/** Lists whose elements of type "work" are the only ones that Entra reads. */
export const BY_TYPE: ReadonlySet<string> = new Set(['emails', 'phoneNumbers', 'addresses']);

/** The value that an attribute gets when its name is chosen. */
export function valueBody(definition: AttributeDefinition): SnippetBody {
  const one = elementBody(definition);
  return definition.multiValued === true ? [one] : one;
}

/** One value of it. */
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
