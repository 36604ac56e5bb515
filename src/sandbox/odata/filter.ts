import { parseInstant } from '../../core/logs/instant';
import type { FilterToken } from './filterTokens';
import { cutFilter } from './filterTokens';

/** Whether an item matches. */
export type Filter<Item> = (item: Item) => boolean;

type FilterValue = string | number | boolean | undefined;

/** A condition on a list property: `tags/any(t:t eq 'x')`. */
const ANY = /^(.+)\/any$/i;
/** Maximum number of values in `in`. Source: Microsoft Graph, known issues, query parameters. */
const MAX_ALTERNATIVES = 15;

/** A property that filters support: its type, its operators, and how to read it from an item. */
export interface FilterField<Item> {
  readonly type: 'text' | 'time' | 'number' | 'boolean' | 'texts';
  /** For `texts`, the operators on one element inside `any`. */
  readonly operators: readonly ODataOperator[];
  /** Times are milliseconds since 1970. */
  readonly read: (item: Item) => FilterValue | readonly string[];
  /** Texts are compared case-sensitively by default. */
  readonly ignoresCase?: boolean;
}

/** By the property's path in lower case. */
export type FilterFields<Item> = ReadonlyMap<string, FilterField<Item>>;

type ODataOperator = 'eq' | 'ne' | 'in' | 'gt' | 'ge' | 'lt' | 'le' | 'contains' | 'startswith';

const FUNCTIONS: readonly string[] = ['contains', 'startswith'];
const MAX_DEPTH = 20;

const comparisons: Record<ODataOperator, (left: never, right: never) => boolean> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  // Compares a single element; `any` combines the results
  in: (left, right) => left === right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
  contains: (left: string, right: string) => left.includes(right),
  startswith: (left: string, right: string) => left.startsWith(right),
};

/**
 * Parses a `$filter`: comparisons, `in`, `contains`, `startswith` and `any`, joined by `and` and `or`, with optional
 * parentheses. Texts are in single quotes (doubled inside); times and numbers are not quoted. Source: Microsoft Graph,
 * query parameters, `$filter`.
 */
export function parseFilter<Item>(
  text: string,
  fields: FilterFields<Item>,
): Filter<Item> | { readonly refusal: string } {
  const tokens = cutFilter(text);
  if ('refusal' in tokens) return tokens;
  try {
    return new FilterParser(tokens, fields).whole();
  } catch (error) {
    if (error instanceof BadFilter) return { refusal: error.message };
    throw error;
  }
}

/** Thrown to end the recursion; caught in this file. */
class BadFilter extends Error {}

class FilterParser<Item> {
  readonly #tokens: readonly FilterToken[];
  readonly #fields: FilterFields<Item>;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly FilterToken[], fields: FilterFields<Item>) {
    this.#tokens = tokens;
    this.#fields = fields;
  }

  whole(): Filter<Item> {
    const filter = this.#alternatives();
    if (this.#peek() !== undefined) throw this.#unexpected();
    return filter;
  }

  #alternatives(): Filter<Item> {
    const parts = [this.#conjunction()];
    while (this.#take('or')) parts.push(this.#conjunction());
    return (item) => parts.some((accepts) => accepts(item));
  }

  #conjunction(): Filter<Item> {
    const parts = [this.#clause()];
    while (this.#take('and')) parts.push(this.#clause());
    return (item) => parts.every((accepts) => accepts(item));
  }

  #clause(): Filter<Item> {
    if (this.#take('(')) {
      if (++this.#depth > MAX_DEPTH) throw new BadFilter('The filter is nested too deeply.');
      const inner = this.#alternatives();
      this.#expect(')');
      this.#depth -= 1;
      return inner;
    }
    const word = this.#word();
    const [, list] = ANY.exec(word) ?? [];
    if (list !== undefined) return this.#any(list);
    if (!FUNCTIONS.includes(word.toLowerCase())) {
      const operator = this.#word();
      return operator === 'in' ? this.#in(word) : this.#compare(word, operator, this.#literal());
    }
    this.#expect('(');
    const path = this.#word();
    this.#expect(',');
    const literal = this.#literal();
    this.#expect(')');
    return this.#compare(path, word.toLowerCase(), literal);
  }

  /** `(variable:variable eq 'value')`, with or without spaces. */
  #any(path: string): Filter<Item> {
    if (this.#field(path).type !== 'texts') throw new BadFilter(`"${path}" is not a list.`);
    this.#expect('(');
    const [variable = '', inner = ''] = this.#word().split(':');
    const element = inner === '' ? this.#word() : inner;
    if (element !== variable) throw new BadFilter(`"${element}" is not the variable of "any".`);
    const accepts = this.#compare(path, this.#word(), this.#literal(), true);
    this.#expect(')');
    return accepts;
  }

  #in(path: string): Filter<Item> {
    this.#expect('(');
    const parts = [this.#compare(path, 'in', this.#literal())];
    while (this.#take(',')) parts.push(this.#compare(path, 'in', this.#literal()));
    this.#expect(')');
    if (parts.length > MAX_ALTERNATIVES)
      throw new BadFilter(
        `Too many child clauses specified in search filter expression: ${parts.length}. Max allowed: ${MAX_ALTERNATIVES}.`,
      );
    return (item) => parts.some((accepts) => accepts(item));
  }

  #field(path: string): FilterField<Item> {
    const field = this.#fields.get(path.toLowerCase());
    if (field === undefined) throw new BadFilter(`The property "${path}" does not support filters.`);
    return field;
  }

  #compare(path: string, word: string, literal: FilterToken, isElement = false): Filter<Item> {
    const field = this.#field(path);
    if ((field.type === 'texts') !== isElement) throw new BadFilter(`"${path}" is a list. Use any.`);
    const operator = field.operators.find((candidate) => candidate === word);
    if (operator === undefined) throw new BadFilter(`"${word}" does not apply to "${path}".`);
    const folded = (value: FilterValue): FilterValue =>
      field.ignoresCase === true && typeof value === 'string' ? value.toLowerCase() : value;
    const wanted = folded(literalValue(path, field, literal));
    const holds = comparisons[operator];
    return (item) => {
      const value = field.read(item);
      if (isList(value)) return value.some((each) => holds(folded(each) as never, wanted as never));
      // A missing value matches only `ne`
      return value === undefined ? operator === 'ne' : holds(folded(value) as never, wanted as never);
    };
  }

  #literal(): FilterToken {
    const token = this.#peek();
    if (token?.kind !== 'text' && token?.kind !== 'word') throw this.#unexpected();
    this.#next += 1;
    return token;
  }

  #word(): string {
    const token = this.#peek();
    if (token?.kind !== 'word') throw this.#unexpected();
    this.#next += 1;
    return token.value;
  }

  #take(value: string): boolean {
    const token = this.#peek();
    const found = token !== undefined && token.kind !== 'text' && token.value === value;
    if (found) this.#next += 1;
    return found;
  }

  #expect(value: string): void {
    if (!this.#take(value)) throw this.#unexpected();
  }

  #peek(): FilterToken | undefined {
    return this.#tokens[this.#next];
  }

  #unexpected(): BadFilter {
    const token = this.#peek();
    return new BadFilter(`Invalid filter clause at ${token === undefined ? 'the end' : `"${token.value}"`}.`);
  }
}

function isList(value: FilterValue | readonly string[]): value is readonly string[] {
  return typeof value === 'object';
}

function literalValue<Item>(path: string, { type }: FilterField<Item>, { kind, value }: FilterToken): FilterValue {
  if (type === 'text' || type === 'texts') {
    if (kind !== 'text') throw new BadFilter(`The value of "${path}" must be in single quotes.`);
    return value;
  }
  if (kind === 'text') throw new BadFilter(`The value of "${path}" must not be in quotes.`);
  if (type === 'time') {
    const instant = parseInstant(value);
    if (instant === undefined) throw new BadFilter(`"${value}" is not a time. Use the form 2026-11-30T08:15:00Z.`);
    return instant;
  }
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'number' && /^-?\d{1,15}$/.test(value)) return Number(value);
  throw new BadFilter(`"${value}" is not a value of "${path}".`);
}
