import { workspace } from 'vscode';
import { commandIds } from '../../contributions';
import { showPrediction } from '../../documents/pages/showPrediction';
import { operationUri } from './operationUri';
import { defineCommand } from '../command';

/** Opens a prediction for the sent operation of a person, over the connection in use. */
export const predictPerson = defineCommand(commandIds.predictPerson, async (services, args) => {
  const { uri, name } = await operationUri(services, args);
  await workspace.openTextDocument(uri);
  await showPrediction(services, { payload: uri, name });
});
