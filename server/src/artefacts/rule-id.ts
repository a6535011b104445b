/** The ids of the rules; each is the code of its diagnostics, a setting and a page of documentation. */
export type RuleId =
  | 'compatibility-ideograph'
  | 'dash-item-spacing'
  | 'digit-spacing'
  | 'full-width-alphanumeric'
  | 'invisible-character'
  | 'jump-mark'
  | 'jump-mark-spacing'
  | 'kangxi-radical'
  | 'letter-spacing'
  | 'line-break'
  | 'line-edge-space'
  | 'mark-spacing'
  | 'radical-supplement'
  | 'unreadable-character';
