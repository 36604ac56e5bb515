import type { JsonObject } from '../../core/json/jsonValue';
import { filterOperators } from '../../core/jobSchema/filterOperators';

/** The purpose of an operator that applies to every attribute. */
const ALL = ['String', 'Integer', 'Boolean', 'Reference', 'Binary'];

/**
 * The operators of scoping filters, as the checks of schemas know them. All names are documented, arity and types of EQUALS alone; those
 * of the others are our reading. That they compare texts with booleans, too, is documented of filters and not here. Source: Microsoft Graph, synchronizationSchema: filterOperators; Entra, scoping filters.
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
