import { commandIds } from '../contributions';
import { mappingInFront } from '../documents/currentMapping';
import { isMapping } from '../documents/mappings';
import { showCells } from '../extracts/showCells';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { defineCommand } from './command';

/**
 * Shows cells of the extract used to check a mapping: its arguments are the line, the columns and the mapping's address. A hover links to
 * it, so the arguments are not trusted: they can only name an open mapping, and only its own extract is shown.
 */
export const showCell = defineCommand(commandIds.showCell, async (services, args) => {
  const [line, columns, address] = args;
  if (typeof line !== 'number' || !Number.isSafeInteger(line) || line < 1 || !Array.isArray(columns))
    throw new UserError(say`Choose this from a hover or from the light bulb on a problem of a mapping.`);
  const mapping = openMappingAt(services, address);
  if (mapping === undefined) throw new UserError(say`Open a mapping (a file that ends in .scimmap) first.`);
  const look = services.mappings.look(mapping);
  if (look.kind === 'none') throw new UserError(say`This mapping has no extract. Choose one first.`);
  const place = { line, columns: columns.filter((column) => typeof column === 'string') };
  await showCells(services, look.extract, place, { mapping: mapping.getText() });
});

/** The open mapping with this address; without one the mapping in front of the user. */
function openMappingAt({ documents }: Services, address: unknown) {
  const open = documents.all.filter((document) => {
    const session = documents.session(document);
    return session !== undefined && isMapping(session);
  });
  const wanted = address === undefined ? mappingInFront()?.uri.toString() : address;
  return open.find(({ uri }) => uri.toString() === wanted);
}
