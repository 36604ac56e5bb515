import type { JsonObject } from '../../core/json/jsonValue';
import { filterOperators } from '../../core/jobSchema/filterOperators';

/** The purpose of an operator that applies to every attribute. */
const ALL = ['String', 'Integer', 'Boolean', 'Reference', 'Binary'];

/**
 * The operators of scoping filters, from the table that the schema checks use. All names are documented, but arity and
 * types only for EQUALS; those of the others are our interpretation. That operators also compare texts with booleans is
 * documented for filters, but not here. Source: Microsoft Graph, synchronizationSchema: filterOperators; Entra, scoping
 * filters.
 */
export function describeFilterOperators(): readonly JsonObject[] {
  return filterOperators.map(({ name, operand, types = ALL }) => ({
    id: name,
    name,
    arity: operand === 'none' ? 'Unary' : 'Binary',
    multivaluedComparisonType: 'All',
    supportedAttributeTypes: operand === 'text' ? types.filter((type) => type !== 'Boolean') : types,
  }));
}
