import type { CodeLens, TextDocument } from 'vscode';
import { Range } from 'vscode';
import type { Connection } from '../../../connections/connection';
import { counted } from '../../../core/text/counted';
import { formatCount } from '../../../core/text/formatCount';
import { commandIds } from '../../contributions';
import { fileName } from '../../extracts/extractFile';
import type { ExtractLook } from '../../documents/mappingSession';
import type { Services } from '../../services';
import { lookOfSending } from '../../../views/connectionLook';
import type { Lens } from './lens';
import { lens } from './lens';
import { useLens } from './useLens';

/** Above a mapping: its extract, the record whose values are shown, the commands, and the connection in use. */
export function mappingLenses({ mappings, connections }: Services, document: TextDocument): readonly CodeLens[] {
  const record = mappings.mapping(document).knowledge.extract?.record?.number;
  const { active } = connections;
  const range = lensRange(document);
  // First, so that a narrow editor does not cut it off
  return [
    useLens(range, active),
    ...lensesOf(mappings.look(document), record, active).map((shown) =>
      lens(range, { ...shown, arguments: [document.uri] }),
    ),
  ];
}

/** Above the first line with content: comments at the start belong to the file. */
function lensRange(document: TextDocument): Range {
  let line = 0;
  while (line < document.lineCount - 1 && /^\s*(#.*)?$/.test(document.lineAt(line).text)) line++;
  return new Range(line, 0, line, 0);
}

function lensesOf(
  look: ExtractLook,
  record: number | undefined,
  connection: Connection,
): readonly Omit<Lens, 'arguments'>[] {
  const extract = { ...extractTitle(look), command: commandIds.chooseExtract, tooltip: extractTooltip(look) };
  if (look.kind === 'unreadable')
    return [
      extract,
      {
        title: 'Preview',
        command: commandIds.previewMapping,
        tooltip: `${look.reason} The preview shows where, and offers what can be done.`,
      },
    ];
  if (look.kind !== 'read') return [extract];
  const { records } = look;
  const shown =
    record === undefined
      ? []
      : [
          {
            title: `Record ${formatCount(record)}`,
            command: commandIds.chooseRecord,
            tooltip:
              'Its values are shown beside the rules. Choose another by name, id or number, or select one in the preview.',
          },
        ];
  return [
    extract,
    ...shown,
    { title: 'Preview', command: commandIds.previewMapping, tooltip: 'What every record becomes, cell by cell.' },
    {
      title:
        look.isComplete && records === 1
          ? 'Check the record'
          : `Check all ${look.isComplete ? `${formatCount(records)} ` : ''}records`,
      command: commandIds.checkMapping,
      tooltip: 'Run the mapping over every record and list what is wrong.',
    },
    { ...lookOfSending(connection), command: commandIds.sendMapping },
  ];
}

function extractTitle(look: ExtractLook): Pick<Lens, 'icon' | 'title'> {
  switch (look.kind) {
    case 'none':
      return { icon: 'table', title: 'Choose an extract…' };
    case 'reading':
      return { icon: 'loading~spin', title: `Reading ${fileName(look.extract)}…` };
    case 'unreadable':
      return { icon: 'error', title: `${fileName(look.extract)} cannot be read` };
    case 'read':
      return {
        icon: 'table',
        title: `${fileName(look.extract)}${look.isComplete ? '' : `: the first ${counted(look.records, 'record')}`}`,
      };
  }
}

function extractTooltip(look: ExtractLook): string {
  switch (look.kind) {
    case 'none':
      return 'Choose an extract to enable completion, values and checks.';
    case 'unreadable':
      return `${look.reason} Click to choose another extract.`;
    case 'reading':
    case 'read':
      return 'The extract used to check this mapping. Click to choose another.';
  }
}
