import { Uri } from 'vscode';
import { commandIds } from '../contributions';
import { currentMapping } from '../documents/currentMapping';
import { showCells } from '../extracts/showCells';
import { UserError } from '../userError';
import { defineCommand } from './command';

/** Goes to cells of the extract that a mapping is looked at with: its arguments are the line, the columns and the mapping's address. */
export const showCell = defineCommand(commandIds.showCell, async (services, args) => {
  const [line, columns, address] = args;
  if (typeof line !== 'number' || !Number.isSafeInteger(line) || line < 1 || !Array.isArray(columns))
    throw new UserError('Choose this from a hover or from the light bulb on a problem of a mapping.');
  const mapping = await currentMapping(services, typeof address === 'string' ? [Uri.parse(address, true)] : []);
  const look = services.mappings.look(mapping);
  if (look.kind === 'none') throw new UserError('No extract is looked at for this mapping. Choose one first.');
  const place = { line, columns: columns.filter((column) => typeof column === 'string') };
  await showCells(services, look.extract, place, mapping.getText());
});
