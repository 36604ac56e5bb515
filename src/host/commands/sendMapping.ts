import { commandIds } from '../contributions';
import { defineCommand } from './command';
import { runOnExtractOfMapping } from './runOnExtractOfMapping';

/** Sends the extract that a mapping is checked with. */
export const sendMapping = defineCommand(commandIds.sendMapping, (services, args) =>
  runOnExtractOfMapping(commandIds.sendExtract, services, args),
);
