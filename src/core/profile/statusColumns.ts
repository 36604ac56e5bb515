import { keyOf, wordsOf } from '../text/headerWords';

/** Names of columns that ask whether a person is active, so that their values may be yes and no. */
const ASKS_ACTIVE =
  /^(?:is|ist|est|esta|er|ar|currently|user|worker|employee|person)?(?:active|activestatus|activeworker|activeemployee|currentemployee|employed|aktiivinen|aktiv|actif|activo|ativo|attivo|actief|aktywny|czyaktywny|aktivni|jeaktivni|enabled|accountenabled|有効|inservizio|indienst|imdienst)(?:flag|indicator|ind|yn|jn)?$/;

/** Whether a yes in the column means that the person is active. */
export function asksForActive(column: string): boolean {
  return ASKS_ACTIVE.test(keyOf(wordsOf(column)));
}

/**
 * Names of columns for the date from which a person is no longer active. A date is not a yes, but any date there means
 * that the person leaves.
 */
const LEAVING_DATES = keysOf([
  'termination date, inactive date, inactive since, inactive from, terminated on, terminated at, term date, leave date, leaving date, left on, exit date, departure date, separation date, deletion date, deleted at, deleted on, deleted date, deactivated at, deactivated on, deactivation date, disabled at, disabled on, retirement date, resignation date, last day of work, last working day, offboarding date, termination dt, term dt, terminated dt, inactive dt, exit dt, separation dt, leave dt, leaving dt, deactivation dt, retirement dt, date of leaving, date of termination, date left, date terminated, termination effective date',
  'austrittsdatum, austritt, kundigungsdatum, ausgeschieden am, ausgetreten am, loschdatum, gesperrt am, letzter arbeitstag, datum uit dienst, uit dienst datum, uitdiensttreding, date de sortie, date de depart, fecha de baja, fecha de salida, fecha de cese, data de demissao, data de saida, data di cessazione, data cessazione, data fine rapporto, data dimissioni, data uscita, data di uscita, fecha baja, fecha salida, fecha cese, fecha de egreso, date sortie, date depart, data saida, data demissao, data desligamento, data de desligamento, austritt am, austritt datum, 退職日, 退職年月日, 削除日',
]);

/**
 * Names of columns that may contain such a date, the end of a contract, or words; only a past day shows that a person
 * has left.
 */
const END_DATES = keysOf([
  'term, termination, end date, end dt, exit, last day, employment end, employment end date, end of employment, uit dienst, in dienst tot, einddatum, enddatum, slutdatum, slutdato, sluttdato, date fin, date de fin, fecha fin, fecha de fin, data fine, data fim',
]);

function keysOf(lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(', ').map((name) => keyOf(wordsOf(name)))));
}

/** Whether the column contains the date on which a person leaves. */
export function isLeavingDate(column: string): boolean {
  return LEAVING_DATES.has(keyOf(wordsOf(column)));
}

/** Whether the column may contain the date on which a person leaves; its values show whether it does. */
export function mayBeLeavingDate(column: string): boolean {
  return END_DATES.has(keyOf(wordsOf(column)));
}
