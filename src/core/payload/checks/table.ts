import type { EnvelopeCheck, OperationCheck, RequestCheck, ResourceCheck } from './payloadCheck';
import { attributeWithoutEffect } from './attributeWithoutEffect';
import { dates } from './dates';
import { duplicates } from './duplicates';
import { elementNotWork } from './elementNotWork';
import { emptyValues } from './emptyValues';
import { envelopeShape } from './envelopeShape';
import { listedSchemas } from './listedSchemas';
import { methods } from './methods';
import { missingAttribute } from './missingAttribute';
import { numberOfOperations } from './numberOfOperations';
import { operationShape } from './operationShape';
import { ownManager } from './ownManager';
import { paths } from './paths';
import { requestSchema } from './requestSchema';
import { resourceShape } from './resourceShape';
import { doubtfulText } from './doubtfulText';
import { secondWorkElement } from './secondWorkElement';
import { userName } from './userName';
import { valueTooLong } from './valueTooLong';

/** All checks of payloads. To add one, add a file in this folder, a line here and its cases in the tests. */
export const resourceChecks: readonly ResourceCheck[] = [
  resourceShape,
  missingAttribute,
  listedSchemas,
  elementNotWork,
  secondWorkElement,
  attributeWithoutEffect,
  dates,
  valueTooLong,
  userName,
  doubtfulText,
  ownManager,
  emptyValues,
];

export const operationChecks: readonly OperationCheck[] = [operationShape, methods, paths];

export const envelopeChecks: readonly EnvelopeCheck[] = [envelopeShape, requestSchema];

export const requestChecks: readonly RequestCheck[] = [numberOfOperations, duplicates];
