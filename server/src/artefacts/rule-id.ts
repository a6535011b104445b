/** The ids of the rules; each is the code of its diagnostics, a setting and a page of documentation. */
export type RuleId =
  | 'dash-item-spacing'
  | 'digit-spacing'
  | 'jump-mark'
  | 'jump-mark-spacing'
  | 'letter-spacing'
  | 'line-break'
  | 'line-edge-space'
  | 'mark-spacing';
