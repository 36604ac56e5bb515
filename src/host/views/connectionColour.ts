import { ThemeColor } from 'vscode';
import type { ConnectionColor } from '../../connections/tenantFile';

/** A connection's colour in the theme. The orange of charts is hardly visible on a dark background, so another is used. */
export function connectionColour(color: ConnectionColor): ThemeColor {
  return new ThemeColor(color === 'orange' ? 'symbolIcon.classForeground' : `charts.${color}`);
}
