import { commandIds } from '../contributions';
import { currentPayload } from '../documents/currentPayload';
import { showPrediction } from '../documents/pages/showPrediction';
import { defineCommand } from './command';

/**
 * Opens the prediction for the people of a payload. A second argument, the number of an operation from 1, limits it to that operation.
 */
export const predictPayload = defineCommand(commandIds.predictPayload, async (services, args) => {
  const document = await currentPayload(services, args);
  const operation = isOperation(args[1]) ? { operation: args[1] } : {};
  const name = document.fileName.split(/[/\\]/).at(-1) ?? 'payload';
  await showPrediction(services, { payload: document.uri, name, ...operation });
});

function isOperation(argument: unknown): argument is number {
  return typeof argument === 'number' && Number.isSafeInteger(argument) && argument >= 1;
}
