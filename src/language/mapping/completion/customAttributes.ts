import { guessDateFormats } from '../../../core/profile/dateFormats';
import type { ColumnProfile } from '../../../core/profile/extractProfile';
import { touches } from '../../../core/text/span';
import { KNOWN_SCHEMAS } from '../../../core/scim/userSchema';
import { canBeWritten, usedColumns } from './columns';
import type { CompletionRequest, Offering } from './offer';
import { isFollowedBy } from './offer';
import { pathSection } from './pathSection';
import { surroundings } from './ruleTarget';

/**
 * `schema urn:...:contoso:1.0:User { | }`: the attributes of a custom schema are unknown, so unused columns are
 * offered.
 */
export const customAttributes: Offering = function* (request) {
  const { place, document, offset } = request;
  if (place.kind !== 'statement' || pathSection(document.text, place.span, offset).kind !== 'name') return;
  const { urn, outer } = surroundings(place.blocks);
  const isKnown = KNOWN_SCHEMAS.some((schema) => schema.urn.toLowerCase() === urn?.text.toLowerCase());
  if (urn === undefined || isKnown || outer.length > 0) return;
  const given = namesInBlock(request);
  const used = usedColumns(request);
  const isBegun = isFollowedBy(request, '={');
  for (const column of document.knowledge.columns ?? []) {
    const name = column.replace(/[^\w-]/g, '').replace(/^[^A-Za-z]+/, '');
    if (name === '' || given.has(name.toLowerCase()) || used.has(column) || !canBeWritten(column)) continue;
    const rule = `${name} = ${valueOf(request, column)}`;
    yield { label: name, kind: 'attribute', insert: isBegun ? name : rule, detail: `[${column}]`, rank: 20 };
  }
};

/** A column of dates is written as a date and time if a single format reads all of its values. */
function valueOf({ document }: CompletionRequest, column: string): string {
  const profile = document.knowledge.extract?.profile?.columns.find((candidate) => candidate.column === column);
  const format = profile && onlyFormat(profile);
  if (format === undefined) return `[${column}]`;
  return `FormatDateTime([${column}], , "${format}", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)`;
}

/** Results are cached with the profile: there may be hundreds of columns, and completion runs at every keystroke. */
const known = new WeakMap<ColumnProfile, { readonly format: string | undefined }>();

function onlyFormat(profile: ColumnProfile): string | undefined {
  const before = known.get(profile);
  if (before !== undefined) return before.format;
  const [first, ...others] = guessDateFormats(profile.values.map(({ value }) => value));
  const format = others.length > 0 || first?.unread !== undefined ? undefined : first?.format;
  known.set(profile, { format });
  return format;
}

function namesInBlock({ document: { loaded }, offset }: CompletionRequest): ReadonlySet<string> {
  const block = loaded.parsed.tree.statements.find(
    (statement) => statement.kind === 'schema' && touches(statement.span, offset),
  );
  const body = block?.kind === 'schema' ? block.body : [];
  return new Set(
    body.flatMap(({ path }) => (touches(path.span, offset) ? [] : [path.names[0]?.text.toLowerCase() ?? ''])),
  );
}
