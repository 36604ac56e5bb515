import type { JsonObject } from '../../core/json/jsonValue';

const ALL = ['String', 'Integer', 'Boolean', 'Reference', 'Binary'];

/** Name, whether it stands alone, and the types of attributes that it is for. */
const operators: readonly (readonly [name: string, arity: 'Unary' | 'Binary', types: readonly string[]])[] = [
  ['EQUALS', 'Binary', ['String', 'Integer']],
  ['NOT EQUALS', 'Binary', ['String', 'Integer']],
  ['IS TRUE', 'Unary', ['Boolean']],
  ['IS FALSE', 'Unary', ['Boolean']],
  ['IS NULL', 'Unary', ALL],
  ['IS NOT NULL', 'Unary', ALL],
  ['REGEX MATCH', 'Binary', ['String']],
  ['NOT REGEX MATCH', 'Binary', ['String']],
  ['Greater_Than', 'Binary', ['Integer']],
  ['Greater_Than_OR_EQUALS', 'Binary', ['Integer']],
  ['Includes', 'Binary', ['String']],
  ['ENDS_WITH', 'Binary', ['String']],
  ['&', 'Binary', ['String']],
  ['!&', 'Binary', ['String']],
];

/**
 * The operators of scoping filters. All names are documented, arity and types of EQUALS alone; those of the others are our
 * reading. Source: Microsoft Graph, synchronizationSchema: filterOperators; Entra, scoping filters.
 */
export function describeFilterOperators(): readonly JsonObject[] {
  return operators.map(([name, arity, supportedAttributeTypes]) => ({
    id: name,
    name,
    arity,
    multivaluedComparisonType: 'All',
    supportedAttributeTypes,
  }));
}
