import { Lexer } from '../../../core/expression/lexer';
import { allColumnUses } from '../../../core/mapping/model/columns';
import type { ColumnProfile } from '../../../core/profile/extractProfile';
import { attributeFacts } from '../../../core/scim/attributeFacts';
import { touches } from '../../../core/text/span';
import { describeColumn } from '../hover/describeColumn';
import { callParameter } from '../document/callParameter';
import type { MappingDocument } from '../document/mappingDocument';
import { visible } from '../../../core/text/visible';
import { namesFor, nearestColumn } from './columnNearness';
import { share } from './documentation';
import type { CompletionRequest, Offer, Offering } from './offer';
import { targetOf } from './ruleTarget';

const KEY_NAMES = ['WorkerID', 'EmployeeID', 'ID'];
const EXAMPLES = 2;

/** `[|`, `title = |`: the columns of the extract; the best match for the attribute first, then unused ones. */
export const columns: Offering = function* (request) {
  const { document, begun } = request;
  if (!takesColumn(request) || begun === 'string' || begun === 'other') return;
  const used = usedColumns(request);
  const names = document.knowledge.columns ?? [...used];
  const best = nearestColumn(names, wantedNames(request));
  const profiles = new Map(document.knowledge.extract?.profile?.columns.map((profile) => [profile.column, profile]));
  for (const column of names) {
    if (!canBeWritten(column)) continue;
    const state = { isUsed: used.has(column), isBest: column === best };
    yield offerColumn(request, column, profiles.get(column), state);
  }
};

function takesColumn({ document, place }: CompletionRequest): boolean {
  if (place.kind === 'setting-value') return place.setting === 'key' && place.expectsValue;
  if (place.kind !== 'expression' || (place.expects !== 'value' && place.expects !== 'right side')) return false;
  return callParameter(document.text, place.calls)?.parameter?.values === undefined;
}

interface ColumnState {
  readonly isUsed: boolean;
  readonly isBest: boolean;
}

function offerColumn(
  { document, begun, span }: CompletionRequest,
  column: string,
  profile: ColumnProfile | undefined,
  { isUsed, isBest }: ColumnState,
): Offer {
  const label = `[${column}]`;
  const examples = profile?.values.slice(0, EXAMPLES).map(({ value }) => visible(value, 14)) ?? [];
  const filled = profile && share(profile.filled, document.knowledge.extract?.profile?.records ?? 0);
  const notes = [...(filled === undefined ? [] : [filled]), ...(isUsed ? ['used'] : [])];
  const documentation = describeColumn(document, column, span)?.markdown;
  return {
    label,
    kind: 'column',
    insert: label,
    filter: begun === 'column' ? label : column,
    ...(examples.length === 0 ? {} : { detail: examples.join(', ') }),
    ...(notes.length === 0 ? {} : { note: notes.join(', ') }),
    ...(documentation === undefined ? {} : { documentation }),
    rank: isBest ? 10 : isUsed ? 30 : 20,
    ...(isBest ? { isBest } : {}),
  };
}

const known = new WeakMap<MappingDocument['loaded'], ReturnType<typeof allColumnUses>>();

/** The columns that the mapping uses elsewhere than at the cursor. */
export function usedColumns({ document: { loaded }, offset }: CompletionRequest): ReadonlySet<string> {
  const uses = known.get(loaded) ?? allColumnUses(loaded.parsed.tree, loaded.model);
  known.set(loaded, uses);
  return new Set(uses.filter(({ span }) => !touches(span, offset)).map(({ column }) => column));
}

function wantedNames({ place, document: { text } }: CompletionRequest): readonly string[] {
  if (place.kind === 'setting-value') return KEY_NAMES;
  if (place.kind !== 'expression' || place.rule === undefined) return [];
  const path = targetOf(text, place.rule)?.path;
  return path === undefined ? [] : namesFor(path, attributeFacts(path));
}

/** Whether a name between brackets is parsed as that name: unmatched brackets and quotation marks are not. */
export function canBeWritten(column: string): boolean {
  if (/[\r\n]/.test(column)) return false;
  const text = `[${column}]`;
  const { kind, value, span, fault } = new Lexer(text, 0, text.length, { lineOriented: true }).next();
  return kind === 'attribute' && value === column && span.end === text.length && fault === undefined;
}
