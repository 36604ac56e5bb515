import { keyOf, wordsOf } from './headerWords';

/** Words for people who must *not* have an account, in the languages of HR systems. */
const OPPOSITES = new Set(
  [
    'inactive, not active, non active, terminated, deleted, removed, disabled, deactivated, archived, hidden, blocked, locked, suspended, left, exited, resigned, departed, dismissed, leaver, retired, former, ex employee, no longer employed, left company, employment ended, revoked, obsolete, disable, deactivate, delete, expired, separated, offboarded, quit, deceased, no longer active',
    'inaktiv, nicht aktiv, ausgeschieden, ausgetreten, geloscht, gesperrt, deaktiviert, archiviert, entlassen, gekundigt, ehemalig, ehemaliger, ehemalige, pensioniert, verstorben, geloescht, loschkennzeichen, abgemeldet, stillgelegt, beendet',
    'inactif, non actif, desactive, supprime, archive, sorti, parti, licencie, bloque, quitte, retraite, suspendu, decede',
    'inactivo, inactiva, no activo, de baja, dado de baja, eliminado, desactivado, bloqueado, despedido, cesado, baja, deshabilitado, borrado, jubilado, suspendido',
    'inactief, niet actief, uit dienst, verwijderd, geblokkeerd, gedeactiveerd, ontslagen, uit dienst getreden, niet in dienst, vertrokken, uitgeschakeld, gepensioneerd, overleden',
    'inativo, inativa, nao ativo, desligado, demitido, excluido, desativado, aposentado, suspenso, falecido',
    'inattivo, inattiva, non attivo, cessato, cessata, disattivato, eliminato, dimesso, licenziato, disabilitato, cancellato, bloccato, sospeso, pensionato',
    'inte aktiv, ikke aktiv, slutat, avslutad, raderad, slettet, sluttet, fratradt, opsagt, sparrad, sperret, ei aktiivinen, poistettu, lopettanut',
    '退職, 退職済, 退職済み, 無効, 離職, 削除, 削除済',
  ]
    .flatMap((line) => line.split(', '))
    .map((name) => keyOf(wordsOf(name))),
);

/** Words that ask a question, name the subject, or mark the column as a flag. */
const AROUND =
  /^(?:is|has|was|ist|hat|est|esta|er|ar|on|soft|user|account|login|employee|worker|person|staff|record|mitarbeiter|benutzer|konto|employe|compte|empleado|medewerker|anstalld|flag|indicator|ind|bool|yn|jn|kz|kennzeichen|fg|フラグ|区分)$/;

/**
 * Whether a column's name means the opposite of `active`: `IsTerminated`, `Inactive`, `soft_deleted`, `Account disabled
 * (Y/N)`, `Ausgeschieden`. A date, a reason or a number next to the word means something else.
 */
export function opposesActive(header: string): boolean {
  const words = wordsOf(header.replace(/\b(?:Y\/N|J\/N|O\/N|S\/N|T\/F|0\/1)\b/gi, ' flag '));
  const core = words.filter((word) => !AROUND.test(word));
  return OPPOSITES.has(keyOf(words)) || OPPOSITES.has(keyOf(core)) || joined(keyOf(core));
}

/** Like {@link opposesActive}, for a header written as one word: `isdeleted`, `softdeleted`, `accountdisabled`. */
function joined(key: string): boolean {
  const shorter = key
    .replace(/^(?:is|has|ist)/, '')
    .replace(/^(?:user|account|login|employee|worker|soft)/, '')
    .replace(/(?:flag|ind|yn|jn|フラグ)$/, '');
  return shorter !== key && OPPOSITES.has(shorter);
}
