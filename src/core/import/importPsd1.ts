import type { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import { problemOf } from '../problems/problemKind';
import type { FilterTerm } from '../scim/attributePath';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import type { KnownColumns } from './columnNames';
import { columnFinder } from './columnNames';
import { blockMeaning, joinedColumns } from './blockMeaning';
import { isNeverEmpty, policyFor } from './emptyCells';
import { importProblems } from './importProblems';
import type { DraftRule, DraftSource, ImportResult } from './mappingDraft';
import { columnExpression } from './mappingDraft';
import type { DataEntry, DataTable } from './powershell/dataSyntax';
import { asTruth, negated } from './powershell/meaning';
import { parseData } from './powershell/parseData';
import { opposedColumn, opposedProblem, turnedRound } from './opposedStatus';
import { ownProblem, ownRemark } from './ownAttributeWords';
import { elementValueOf, isElementType, isList } from './elementTypes';
import { isStatus, statusRemark } from './statusRemark';
import { withoutColumns } from './withoutColumns';
import type { ScimTarget } from './scimTargets';
import { findTarget } from './scimTargets';
import { movedTo, settleDraft } from './settleDraft';

export interface Psd1Options extends KnownColumns {
  /** Named at the top of the mapping. */
  readonly name?: string;
  readonly source?: DraftSource;
}

const NO_TABLE =
  'This PowerShell text does not contain an attribute mapping: a table @{ attribute = ... }, on its own or assigned to a variable.';

/**
 * Imports an attribute mapping of Microsoft's CSV2SCIM script. The text is read as data and never run: a script block
 * with an exact translation becomes an expression, any other a comment and a problem. Never throws.
 */
export function importPsd1(text: string, options: Psd1Options = {}): ImportResult {
  const importer = new Importer(text, options);
  return importer.result();
}

/** Where an entry is: its schema, the attribute around it and the filter of its element. */
interface Place {
  readonly urn?: string;
  readonly attribute?: string;
  readonly filter: readonly FilterTerm[];
  /** Comments to write above each rule from this place. */
  readonly comments?: readonly string[];
}

class Importer {
  readonly #text: string;
  readonly #options: Psd1Options;
  readonly #columnOf: ReturnType<typeof columnFinder>;
  readonly #nameOf = (name: string): string => this.#columnOf(name).name;
  /** Columns that the current rule reads and the extract does not have. */
  readonly #unknown: string[] = [];
  readonly #problems: Problem[] = [];
  /** The rules by path, as JSON, each with the place of its entry. */
  readonly #rules = new Map<string, { readonly rule: DraftRule; readonly span: Span }>();
  readonly #remarks: (readonly string[])[] = [];

  constructor(text: string, options: Psd1Options) {
    this.#text = text;
    this.#options = options;
    const find = columnFinder(options);
    this.#columnOf = (name) => {
      const found = find(name);
      if (found.isUnknown && !this.#unknown.includes(name)) this.#unknown.push(name);
      return found;
    };
  }

  result(): ImportResult {
    const { data, problems } = parseData(this.#text);
    // The syntax problems of a text that is not a mapping do not help
    if (data === undefined)
      return {
        text: '',
        problems: [problemOf(importProblems.notAMapping, problems[0]?.span ?? { start: 0, end: 0 }, NO_TABLE)],
      };
    for (const problem of problems) this.#problems.push(problem);
    if (data.kind === 'table') for (const entry of data.entries) this.#entry(entry, { filter: [] });
    else this.#report(importProblems.notAMapping, 'An attribute mapping is a table: @{ attribute = ... }.', data.span);
    const { text, refused, warned } = settleDraft({
      header: [
        `Imported from the CSV2SCIM mapping${this.#options.name === undefined ? '' : ` ${this.#options.name}`}.`,
        'CSV2SCIM sends an empty cell as "", which @empty(blank) keeps.',
      ],
      ...(this.#options.source === undefined ? {} : { source: this.#options.source }),
      rules: Array.from(this.#rules.values(), ({ rule }) => rule),
      remarks: this.#remarks,
    });
    const placeOf = ({ path }: DraftRule) => this.#rules.get(JSON.stringify(path))?.span ?? { start: 0, end: 0 };
    for (const { rule, problem } of refused) this.#report(importProblems.notTranslated, problem.message, placeOf(rule));
    for (const { rule, problem } of warned) this.#problems.push(movedTo(placeOf(rule), problem));
    return { text, problems: this.#problems.sort((a, b) => a.span.start - b.span.start) };
  }

  #report(kind: ProblemKind, message: string, where: Span): void {
    this.#problems.push(problemOf(kind, where, message));
  }

  /** Keeps an entry that cannot become a rule as a comment, and reports the reason. */
  #keep(where: DataEntry, reason: string, kind: ProblemKind = importProblems.notTranslated): void {
    const source = this.#text.slice(where.keySpan.start, where.value.span.end);
    this.#remarks.push([`Not imported. ${reason}`, ...source.split(/\r\n|\r|\n/)]);
    this.#report(kind, reason, where.keySpan);
  }

  #entry(entry: DataEntry, place: Place): void {
    const { key, value } = entry;
    if (place.attribute === undefined && place.urn === undefined && /^urn:/i.test(key)) {
      if (value.kind === 'table') for (const member of value.entries) this.#entry(member, { urn: key, filter: [] });
      else this.#keep(entry, 'A schema is a table of its attributes.');
    } else if (value.kind === 'table' && place.attribute === undefined && isList(place.urn, key)) {
      this.#element(entry, value, place);
    } else if (value.kind === 'table' && place.attribute === undefined) {
      for (const member of value.entries) this.#entry(member, { ...place, attribute: key });
    } else if (value.kind === 'list' && place.attribute === undefined) {
      for (const item of value.items) if (item.kind === 'table') this.#element(entry, item, place);
      // Reported once, because the comment contains the whole list
      if (value.items.some(({ kind }) => kind !== 'table'))
        this.#keep(entry, `The elements of "${key}" are not tables.`);
    } else if (value.kind === 'table' || value.kind === 'list') {
      this.#keep(entry, `"${key}" is one level too deep for a SCIM attribute (RFC 7643, section 2.3.8).`);
    } else {
      this.#rule(entry, place);
    }
  }

  /** An element of a multi-valued attribute, identified by its constant `type`. */
  #element(entry: DataEntry, item: DataTable, place: Place): void {
    const { filter, comments } = this.#filterOf(item);
    for (const member of item.entries) {
      if (filter.some(({ attribute }) => attribute === member.key.toLowerCase())) continue;
      if (filter.length === 0 && isElementType(place.urn, entry.key, member.key))
        this.#elementByKey(entry.key, member, place);
      else this.#entry(member, { ...place, attribute: entry.key, filter, comments });
    }
    if (item.entries.length > 0 && item.entries.length === filter.length)
      this.#report(importProblems.emptyElement, `This element of "${entry.key}" has only a type.`, item.span);
  }

  /** Imports `@{ work = 'Phone' }` as the element of that type, which is what it means. */
  #elementByKey(attribute: string, member: DataEntry, place: Place): void {
    const type = member.key.toLowerCase();
    const value = elementValueOf(place.urn, attribute);
    const { value: given } = member;
    if (given.kind === 'list' || (given.kind !== 'table' && value === undefined)) {
      this.#keep(member, `An element of "${attribute}" is a table: @{ type = { '${type}' }; ... }.`);
      return;
    }
    const what = `"${member.key}" is a type of ${attribute}, not a member`;
    this.#report(
      importProblems.typeIsKey,
      `${what}. It is read as the element @{ type = { '${type}' }; ... }.`,
      member.keySpan,
    );
    const filter = [{ attribute: 'type', value: type }];
    const inside = { ...place, attribute, filter, comments: [`${what}: this is the element of that type.`] };
    if (given.kind === 'table') for (const each of given.entries) this.#entry(each, inside);
    else this.#entry({ ...member, key: value ?? '' }, inside);
  }

  #filterOf(item: DataTable): { readonly filter: readonly FilterTerm[]; readonly comments: readonly string[] } {
    const type = item.entries.find(({ key }) => key.toLowerCase() === 'type')?.value;
    if (type?.kind === 'text' && type.isEvaluated !== true && this.#seemsConstant(type.value)) {
      const what = `type = '${type.value}' names a column in CSV2SCIM, not a type`;
      this.#report(importProblems.typeIsColumn, `${what}. It is read as { '${type.value}' }.`, type.span);
      return {
        filter: [{ attribute: 'type', value: type.value }],
        comments: [`${what}: this rule means { '${type.value}' }.`],
      };
    }
    const constant =
      type?.kind === 'block' ? blockMeaning(this.#text, type.inside, this.#nameOf).meaning?.constant : undefined;
    return { filter: constant === undefined ? [] : [{ attribute: 'type', value: constant }], comments: [] };
  }

  /**
   * Whether a name is a type, not a column: no column of the extract has it or, without an extract, it looks like
   * `work`, not like `PhoneType`.
   */
  #seemsConstant(name: string): boolean {
    if (this.#options.columns !== undefined) return this.#columnOf(name).isUnknown;
    return /^[a-z]+$/.test(name) && !name.endsWith('type');
  }

  #rule(entry: DataEntry, place: Place): void {
    const { attribute, urn, filter } = place;
    const found = findTarget(urn, attribute ?? entry.key, attribute === undefined ? undefined : entry.key, filter);
    const outcome = 'reason' in found ? found.own : found;
    if (outcome === undefined) {
      this.#keep(entry, 'reason' in found ? found.reason : '', importProblems.unknownAttribute);
      return;
    }
    const path = JSON.stringify(outcome.path);
    if (this.#rules.has(path)) {
      this.#keep(
        entry,
        `There is already a rule for it; elements of a list differ by a constant type.`,
        importProblems.duplicatePath,
      );
      return;
    }
    this.#unknown.length = 0;
    const made = this.#ruleFor(entry, outcome);
    if (made === undefined) return;
    const rule = this.#withoutOpposedStatus(withoutColumns(made, this.#unknown), entry);
    if (entry.value.kind !== 'text' || entry.value.isEvaluated === true)
      for (const name of this.#unknown)
        this.#report(importProblems.unknownColumn, `The extract does not have a column "${name}".`, entry.value.span);
    const { entra } = outcome;
    if (entra !== undefined)
      this.#report(importProblems.ownAttribute, ownProblem(entry.key, outcome.path, entra), entry.keySpan);
    const remarks = entra === undefined ? [] : [ownRemark(outcome.path, entra)];
    const comments = [...remarks, ...(place.comments ?? []), ...(rule.comments ?? [])];
    this.#rules.set(path, {
      rule: comments.length === 0 ? rule : { ...rule, comments },
      span: entry.keySpan,
    });
  }

  /** Turns a rule for `active` that reads its column the wrong way round into a comment. */
  #withoutOpposedStatus(rule: DraftRule, { keySpan, value }: DataEntry): DraftRule {
    const { path, expression, isOff } = rule;
    const column = isOff !== true && isStatus(path) ? opposedColumn(expression) : undefined;
    if (column === undefined) return rule;
    this.#report(importProblems.oppositeStatus, opposedProblem(column), keySpan);
    const condition =
      value.kind === 'block' ? blockMeaning(this.#text, value.inside, this.#nameOf).condition : undefined;
    const source = value.kind === 'block' ? linesOf(this.#text.slice(value.span.start, value.span.end)) : [];
    if (condition === undefined) return turnedRound({ ...rule, comments: source }, column);
    const other = asTruth(negated(condition));
    const remark = statusRemark(path, other, negated(condition));
    return turnedRound({ ...rule, comments: [...source, ...remark] }, column, other.expression);
  }

  #ruleFor(entry: DataEntry, target: ScimTarget): DraftRule | undefined {
    const { value } = entry;
    if (value.kind === 'text' && value.isEvaluated === true) return this.#evaluatedRule(entry, target, value.span);
    if (value.kind === 'text') return this.#columnRule(entry, target, value.value);
    if (value.kind !== 'block') {
      this.#keep(
        entry,
        'CSV2SCIM reads this as the name of a column that does not exist, and sends null. Write a constant in braces: { $true }.',
      );
      return undefined;
    }
    const source = this.#text.slice(value.span.start, value.span.end);
    const { meaning, condition, reason } = blockMeaning(this.#text, value.inside, this.#nameOf);
    if (meaning === undefined) {
      this.#keep(entry, `This script block has no exact translation: ${reason ?? 'it is not supported.'}`);
      return undefined;
    }
    const policy = policyFor(meaning, target);
    if (policy === 'unclear') {
      this.#keep(
        entry,
        'This script block yields "" for some records and nothing for others; a rule has one way to treat both.',
      );
      return undefined;
    }
    const comments =
      meaning.constant === undefined
        ? [...linesOf(source), ...(condition === undefined ? [] : statusRemark(target.path, meaning, condition))]
        : [];
    return {
      path: target.path,
      expression: meaning.expression,
      ...(policy === undefined ? {} : { empty: policy }),
      ...(condition !== undefined && target.type === undefined ? { type: 'Boolean' } : {}),
      ...(comments.length === 0 ? {} : { comments }),
    };
  }

  /** Imports `"$($_.First) $($_.Last)"` as the script block that it was meant to be. */
  #evaluatedRule(entry: DataEntry, target: ScimTarget, where: Span): DraftRule | undefined {
    const source = this.#text.slice(where.start, where.end);
    const joined = joinedColumns(this.#text, where, this.#nameOf);
    const { meaning, reason } =
      joined === undefined ? blockMeaning(this.#text, where, this.#nameOf) : { meaning: joined };
    const policy = meaning === undefined ? undefined : policyFor(meaning, target);
    if (meaning === undefined || policy === 'unclear') {
      this.#keep(entry, `This text has no exact translation: ${reason ?? 'it is not supported.'}`);
      return undefined;
    }
    const what = 'A data file does not evaluate anything inside a text';
    this.#report(
      importProblems.evaluatedText,
      `${what}, so PowerShell refuses it. The rule treats it as a script block.`,
      where,
    );
    return {
      path: target.path,
      expression: meaning.expression,
      ...(policy === undefined ? {} : { empty: policy }),
      comments: [...linesOf(source), `${what}: this rule treats it as if it were in braces.`],
    };
  }

  #columnRule(entry: DataEntry, target: ScimTarget, given: string): DraftRule | undefined {
    if (/[\r\n]/.test(given)) {
      this.#keep(entry, this.#severalLines(entry.value.span));
      return undefined;
    }
    const { name, isUnknown } = this.#columnOf(given);
    const expression = columnExpression(name);
    if (expression === undefined) {
      this.#keep(entry, `The mapping language cannot express the column name "${name}".`);
      return undefined;
    }
    if (isUnknown) {
      this.#report(
        importProblems.unknownColumn,
        `The extract does not have a column "${given}". CSV2SCIM silently sends null for it.`,
        entry.value.span,
      );
    }
    return { path: target.path, expression, ...(isNeverEmpty(target) ? {} : { empty: 'blank' as const }) };
  }

  /** Explains a column name of several lines: a forgotten quote makes one text of two entries. */
  #severalLines({ start, end }: Span): string {
    const lines = new LineIndex(this.#text);
    const [first, last] = [start, end].map((at) => lines.positionAt(at).line + 1);
    return `This text begins on line ${first ?? 1} and ends on line ${last ?? 1}, so it is not the name of a column. Close its quote on line ${first ?? 1}.`;
  }
}

function linesOf(source: string): readonly string[] {
  return source.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
}
