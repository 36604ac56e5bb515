import type { Hover, Position, TextDocument } from 'vscode';
import { describeCell } from '../../../language/mapping/cells/describeCell';
import type { Markdown } from '../../../language/shared/markdown';
import { commandIds } from '../../contributions';
import { fileName } from '../../extracts/extractFile';
import type { Services } from '../../services';
import { toProtocolRange, toSections } from '../protocol';
import { cellAt } from './cellPlaces';
import { shownProblems } from './extractDiagnostics';

/** A cell of an extract: what became of the person of its row, the column, what it becomes, and what the column holds. */
export async function cellHover(
  services: Services,
  document: TextDocument,
  position: Position,
  happened: Promise<Markdown | undefined>,
): Promise<Hover | undefined> {
  const [look, history] = await Promise.all([services.texts().then((texts) => texts.look(document)), happened]);
  const cell = look && cellAt(document, position, look);
  if (look === undefined || cell === undefined) return history && toSections([history], [commandIds.whatHappened]);
  const { column, place, columns, record, range } = cell;
  const known = await look.known();
  const { extract } = known.knowledge;
  const knowledge =
    extract === undefined || record === undefined
      ? known.knowledge
      : { ...known.knowledge, extract: { ...extract, record } };
  const text = record === undefined ? undefined : document.getText(range);
  const described = describeCell(
    { ...known, knowledge },
    {
      column,
      place,
      columns,
      ...(text !== undefined && { text }),
      ...(look.mapping !== undefined && { mapping: fileName(look.mapping.uri) }),
      isProblemShown: shownProblems(document, look).some((shown) => shown.range.intersection(range) !== undefined),
    },
  );
  // A hover is only so high: below the figures of the column nobody would see it
  const sections = history === undefined ? [described] : [history, described];
  return toSections(sections, [commandIds.whatHappened], toProtocolRange(range));
}
