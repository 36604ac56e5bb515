import { ThemeColor } from 'vscode';
import type { ConnectionColor } from '../../connections/tenantFile';

/** A connection's colour as the theme has it. The orange of charts is hardly seen on a dark ground, so another is taken. */
export function connectionColour(color: ConnectionColor): ThemeColor {
  return new ThemeColor(color === 'orange' ? 'symbolIcon.classForeground' : `charts.${color}`);
}
