import { isJsonObject, member, readJson } from '../json/jsonValue';
import type { JsonObject, JsonValue } from '../json/jsonValue';
import type { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import { problemOf } from '../problems/problemKind';
import type { FilterTerm } from '../scim/attributePath';
import type { Span } from '../text/span';
import { ENTERPRISE_USER_URN } from '../scim/urns';
import type { KnownColumns } from './columnNames';
import { importProblems } from './importProblems';
import type { DraftRule, DraftSource, ImportResult } from './mappingDraft';
import { columnExpression } from './mappingDraft';
import { opposedColumn, opposedProblem, turnedRound } from './opposedStatus';
import { ownProblem, ownRemark } from './ownAttributeWords';
import type { TargetOutcome } from './scimTargets';
import { findTarget } from './scimTargets';
import { movedTo, settleDraft } from './settleDraft';
import { withoutColumns } from './withoutColumns';

export interface WebClientOptions extends KnownColumns {
  readonly name?: string;
  readonly source?: DraftSource;
}

/** The schema of custom attributes if the client does not have one. */
const DEFAULT_URN = 'urn:ietf:params:scim:schemas:extension:csv:1.0:User';

/** Words that the client reads as true, ignoring case and surrounding spaces. It reads everything else as false. */
const TRUE_WORDS = ['true', 'yes', '1', 'active'];

const TYPES: Readonly<Record<string, string>> = { integer: 'Integer', dateTime: 'DateTime', boolean: 'Boolean' };

/**
 * Imports a mapping of Microsoft's sample web client (entra-provisioning-client): a JSON object of SCIM path to column,
 * as the browser keeps it under `entra-prov-mapping` and as it is sent to its server: `{"mapping": {...},
 * "customAttributes": {...}}`. Never throws.
 */
export function importWebClient(text: string, options: WebClientOptions = {}): ImportResult {
  const read = readJson(text);
  if ('error' in read) return nothing(`This is ${read.error}`, text);
  const mapping = unwrapped(member(read.value, 'mapping') ?? member(read.value, 'entra-prov-mapping')) ?? read.value;
  if (!isJsonObject(mapping) || !Object.values(mapping).some((value) => typeof value === 'string'))
    return nothing(
      'A mapping of the web client is a JSON object: {"externalId": "WorkerID", "name.givenName": ...}.',
      text,
    );
  const custom = unwrapped(member(read.value, 'customAttributes') ?? member(read.value, 'entra-prov-customAttributes'));
  return new Importer(text, mapping, custom, options).result();
}

/**
 * Parses JSON that is itself a string, as the browser's storage keeps it; a value that is not a string is unchanged.
 */
function unwrapped(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'string') return value;
  const read = readJson(value);
  return 'value' in read ? read.value : undefined;
}

function nothing(message: string, text: string): ImportResult {
  const span = { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
  return { text: '', problems: [problemOf(importProblems.notAMapping, span, message)] };
}

class Importer {
  readonly #text: string;
  readonly #mapping: JsonObject;
  readonly #options: WebClientOptions;
  readonly #urn: string;
  readonly #types: ReadonlyMap<string, string>;
  readonly #problems: Problem[] = [];
  readonly #remarks: (readonly string[])[] = [];

  constructor(text: string, mapping: JsonObject, custom: JsonValue | undefined, options: WebClientOptions) {
    this.#text = text;
    this.#mapping = mapping;
    this.#options = options;
    const urn = member(custom, 'namespace');
    this.#urn = typeof urn === 'string' && /^urn:[^:\s{}#]+:[^\s{}#]+$/i.test(urn) ? urn : DEFAULT_URN;
    const attributes = member(custom, 'attributes');
    this.#types = new Map(
      (Array.isArray(attributes) ? (attributes as readonly JsonValue[]) : []).flatMap((attribute) => {
        const [name, type] = [member(attribute, 'name'), member(attribute, 'type')];
        return typeof name === 'string' && typeof type === 'string' ? [[name, type] as const] : [];
      }),
    );
  }

  result(): ImportResult {
    const rules: DraftRule[] = [];
    for (const [path, column] of Object.entries(this.#mapping)) {
      if (column === '' || column === null) continue;
      const rule = typeof column === 'string' ? this.#rule(path, column) : undefined;
      if (rule !== undefined) rules.push(rule);
      else if (typeof column !== 'string')
        this.#keep(path, JSON.stringify(column), 'The name of a column must be a text.');
    }
    const { text, refused, warned } = settleDraft({
      header: [
        `Imported from the web client's mapping${this.#options.name === undefined ? '' : ` ${this.#options.name}`}.`,
        'Like rules by default, the client omits an attribute whose cell is empty.',
      ],
      ...(this.#options.source === undefined ? {} : { source: this.#options.source }),
      rules,
      remarks: this.#remarks,
    });
    for (const { rule, problem } of refused)
      this.#report(importProblems.notTranslated, problem.message, rule.path.attribute);
    for (const { rule, problem } of warned) this.#problems.push(movedTo(this.#placeOf(rule.path.attribute), problem));
    return { text, problems: this.#problems.sort((a, b) => a.span.start - b.span.start) };
  }

  #rule(path: string, column: string): DraftRule | undefined {
    const rule = this.#ruleOf(path, column);
    if (rule === undefined || this.#options.columns?.includes(column) !== false) return rule;
    this.#report(importProblems.unknownColumn, `The extract does not have a column "${column}".`, path);
    return withoutColumns(rule, [column]);
  }

  #ruleOf(path: string, column: string): DraftRule | undefined {
    const found = this.#target(path);
    const outcome = 'reason' in found ? found.own : found;
    if (outcome === undefined) {
      this.#keep(path, column, 'reason' in found ? found.reason : '', importProblems.unknownAttribute);
      return undefined;
    }
    const expression = columnExpression(column);
    if (expression === undefined) {
      this.#keep(path, column, `The mapping language cannot express the column name "${column}".`);
      return undefined;
    }
    if (outcome.entra !== undefined) {
      this.#report(importProblems.ownAttribute, ownProblem(path, outcome.path, outcome.entra), path);
      return { path: outcome.path, expression, comments: [ownRemark(outcome.path, outcome.entra)] };
    }
    const custom = path.startsWith('custom.') ? this.#types.get(path.slice('custom.'.length)) : undefined;
    if (path === 'active' && opposedColumn(expression) !== undefined) {
      this.#report(importProblems.oppositeStatus, opposedProblem(column), path);
      return turnedRound({ path: outcome.path, expression }, column);
    }
    if (path === 'active' || custom === 'boolean') return booleanRule(outcome.path, expression, custom);
    return {
      path: outcome.path,
      expression,
      ...(custom === 'integer' || custom === 'dateTime' ? { type: TYPES[custom] ?? 'String' } : {}),
      ...(custom === 'dateTime'
        ? {
            comments: [
              'The client guesses the format of dates; state it here: FormatDateTime([..], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ").',
            ],
          }
        : {}),
    };
  }

  /**
   * `emails.0.value`, `enterprise.manager.value`, `custom.HireDate`: an element is identified by its index and has no
   * type.
   */
  #target(path: string): TargetOutcome {
    const [head = '', ...rest] = path.split('.');
    const isCustom = head === 'custom';
    const urn = head === 'enterprise' ? ENTERPRISE_USER_URN : isCustom ? this.#urn : undefined;
    const names = urn === undefined ? [head, ...rest] : rest;
    const index = names.findIndex((name) => /^\d+$/.test(name));
    const place = index < 0 ? 0 : Number(names[index]);
    if (place > 0)
      return {
        reason: `Elements of "${names[0] ?? ''}" other than the first need a type, which the client does not have.`,
      };
    const [attribute = '', sub, deeper] = names.filter((_, i) => i !== index);
    if (deeper !== undefined) return { reason: `"${path}" is one level too deep: a path is attribute.subAttribute.` };
    const filter: readonly FilterTerm[] = [];
    return findTarget(urn, attribute, sub, filter);
  }

  #keep(path: string, column: string, reason: string, kind: ProblemKind = importProblems.notTranslated): void {
    this.#remarks.push([`Not imported. ${reason}`, `${path} = ${column}`]);
    this.#report(kind, reason, path);
  }

  #report(kind: ProblemKind, message: string, path: string): void {
    this.#problems.push(problemOf(kind, this.#placeOf(path), message));
  }

  #placeOf(path: string): Span {
    const start = Math.max(0, this.#text.indexOf(path));
    return { start, end: start + path.length };
  }
}

/** Reproduces everything that the client does to a cell: it reads any other word as false and omits an empty cell. */
function booleanRule(path: DraftRule['path'], expression: string, custom: string | undefined): DraftRule {
  const words = TRUE_WORDS.flatMap((word) => [`"${word}"`, '"True"']);
  const trimmed = `ToLower(Replace(${expression}, , "^\\\\s+|\\\\s+$", , "", , ))`;
  return {
    path,
    expression: `Switch(${expression}, Switch(${trimmed}, "False", ${words.join(', ')}), "", ${expression})`,
    comments: [
      `The client reads ${TRUE_WORDS.join(', ')} as true and every other word as false: an unknown word disables the account.`,
      'Name the words that mean False, and a new word becomes a problem instead: Switch([..], , "Active", "True", "..", "False").',
    ],
    ...(custom === undefined ? {} : { type: 'Boolean' }),
  };
}
