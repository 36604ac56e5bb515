import { parseInstant } from '../../core/logs/instant';
import type { FilterToken } from './filterTokens';
import { cutFilter } from './filterTokens';

/** Whether an item is asked for. */
export type Filter<Item> = (item: Item) => boolean;

type FilterValue = string | number | boolean | undefined;

/** A property that can be filtered by: what it is, what may be asked of it, and where an item has it. */
export interface FilterField<Item> {
  readonly type: 'text' | 'time' | 'number' | 'boolean';
  readonly operators: readonly ODataOperator[];
  /** A time is given in milliseconds since 1970. */
  readonly read: (item: Item) => FilterValue;
  /** Texts compare with their case unless said otherwise. */
  readonly ignoresCase?: boolean;
}

/** By the property's path in lower case. */
export type FilterFields<Item> = ReadonlyMap<string, FilterField<Item>>;

type ODataOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'contains' | 'startswith';

const FUNCTIONS: readonly string[] = ['contains', 'startswith'];
const MAX_DEPTH = 20;

const comparisons: Record<ODataOperator, (left: never, right: never) => boolean> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
  contains: (left: string, right: string) => left.includes(right),
  startswith: (left: string, right: string) => left.startsWith(right),
};

/**
 * Reads a `$filter`: comparisons, `contains` and `startswith`, joined by `and` and `or`, in parentheses or not. Texts stand
 * in single quotes (doubled inside), times and numbers bare. Source: Microsoft Graph, query parameters, `$filter`.
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

/** Leaves the recursion; never leaves this file. */
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
    if (!FUNCTIONS.includes(word.toLowerCase())) return this.#compare(word, this.#word(), this.#literal());
    this.#expect('(');
    const path = this.#word();
    this.#expect(',');
    const literal = this.#literal();
    this.#expect(')');
    return this.#compare(path, word.toLowerCase(), literal);
  }

  #compare(path: string, word: string, literal: FilterToken): Filter<Item> {
    const field = this.#fields.get(path.toLowerCase());
    if (field === undefined) throw new BadFilter(`The property "${path}" cannot be filtered by.`);
    const operator = field.operators.find((candidate) => candidate === word);
    if (operator === undefined) throw new BadFilter(`"${word}" does not apply to "${path}".`);
    const folded = (value: FilterValue): FilterValue =>
      field.ignoresCase === true && typeof value === 'string' ? value.toLowerCase() : value;
    const wanted = folded(literalValue(path, field, literal));
    const holds = comparisons[operator];
    return (item) => {
      const value = folded(field.read(item));
      // What an item does not have is different from every value, and nothing else
      return value === undefined ? operator === 'ne' : holds(value as never, wanted as never);
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

function literalValue<Item>(path: string, { type }: FilterField<Item>, { kind, value }: FilterToken): FilterValue {
  if (type === 'text') {
    if (kind !== 'text') throw new BadFilter(`The value of "${path}" must stand in single quotes.`);
    return value;
  }
  if (kind === 'text') throw new BadFilter(`The value of "${path}" must stand without quotes.`);
  if (type === 'time') {
    const instant = parseInstant(value);
    if (instant === undefined) throw new BadFilter(`"${value}" is not a time: write 2026-11-30T08:15:00Z.`);
    return instant;
  }
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'number' && /^-?\d{1,15}$/.test(value)) return Number(value);
  throw new BadFilter(`"${value}" is not a value of "${path}".`);
}
