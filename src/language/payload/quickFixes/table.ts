import { addMember } from './addMember';
import { dateZone } from './dateZone';
import { disableInstead } from './disableInstead';
import { elementWork } from './elementWork';
import { mendSyntax } from './mendSyntax';
import { moveAttribute } from './moveAttribute';
import { ownBulkId } from './ownBulkId';
import type { PayloadQuickFix } from './payloadFix';
import { removeDuplicate, removeMember, removeTwin } from './removeMember';
import { removeOperation } from './removeOperation';
import { listUrn, unlistUrn } from './schemaUrns';
import { splitLong } from './splitLong';
import { takeMeant } from './takeMeant';

/** All quick fixes of payloads, in the order in which they are offered. */
export const payloadQuickFixTable: readonly PayloadQuickFix[] = [
  mendSyntax,
  takeMeant,
  addMember,
  listUrn,
  unlistUrn,
  moveAttribute,
  disableInstead,
  elementWork,
  ownBulkId,
  dateZone,
  splitLong,
  removeTwin,
  removeDuplicate,
  removeOperation,
  removeMember,
];
