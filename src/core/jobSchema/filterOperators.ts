import type { JobAttribute } from './jobSchema';

/** An operator of scoping filters, by the name that the portal shows. Source: Entra, scoping filters. */
export interface FilterOperator {
  readonly name: string;
  /** The kind of its value; `none` if it tests only the attribute. */
  readonly operand: 'none' | 'text' | 'integer' | 'pattern';
  /**
   * The types of attributes that it applies to; all by default. The names of operators are documented; the types are
   * our interpretation.
   */
  readonly types?: readonly string[];
  readonly documentation: string;
}

const COMPARABLE = ['String', 'Integer', 'Boolean'];

export const filterOperators: readonly FilterOperator[] = [
  {
    name: 'EQUALS',
    operand: 'text',
    types: COMPARABLE,
    documentation: 'The attribute is exactly the value, case included.',
  },
  {
    name: 'NOT EQUALS',
    operand: 'text',
    types: COMPARABLE,
    documentation: 'The attribute is not the value, case included. False when the attribute is empty.',
  },
  { name: 'IS TRUE', operand: 'none', types: ['Boolean'], documentation: 'The attribute is true.' },
  { name: 'IS FALSE', operand: 'none', types: ['Boolean'], documentation: 'The attribute is false.' },
  { name: 'IS NULL', operand: 'none', documentation: 'The attribute is empty.' },
  { name: 'IS NOT NULL', operand: 'none', documentation: 'The attribute is not empty.' },
  {
    name: 'REGEX MATCH',
    operand: 'pattern',
    types: ['String'],
    documentation: 'The pattern, in the dialect of .NET, is found in the attribute; case matters.',
  },
  {
    name: 'NOT REGEX MATCH',
    operand: 'pattern',
    types: ['String'],
    documentation: 'The pattern is not found in the attribute. False when the attribute is empty.',
  },
  {
    name: 'Greater_Than',
    operand: 'integer',
    types: ['Integer'],
    documentation: 'The attribute is more than the value; both are whole numbers from 0 on.',
  },
  {
    name: 'Greater_Than_OR_EQUALS',
    operand: 'integer',
    types: ['Integer'],
    documentation: 'The attribute is the value or more; both are whole numbers from 0 on.',
  },
  {
    name: 'Includes',
    operand: 'text',
    types: ['String'],
    documentation: 'The attribute contains the value, case included.',
  },
  { name: 'ENDS_WITH', operand: 'text', types: ['String'], documentation: 'The attribute ends with the value.' },
  {
    name: '&',
    operand: 'text',
    types: ['String'],
    documentation: 'The attribute occurs inside the value: the opposite of Includes.',
  },
  {
    name: '!&',
    operand: 'text',
    types: ['String'],
    documentation: 'The attribute does not occur inside the value. False when the attribute is empty.',
  },
];

/**
 * Finds an operator by its name, ignoring case and reading `_` as a space, because only EQUALS is documented in JSON.
 */
export function findOperator(text: string): FilterOperator | undefined {
  const wanted = fold(text);
  return filterOperators.find(({ name }) => fold(name) === wanted);
}

function fold(name: string): string {
  return name
    .trim()
    .replace(/[_\s]+/g, ' ')
    .toUpperCase();
}

/** Whether an operator applies to an attribute of this type. */
export function takes({ types }: FilterOperator, { type }: JobAttribute): boolean {
  return types === undefined || types.includes(type);
}
