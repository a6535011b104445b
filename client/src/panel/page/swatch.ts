import { type LabelView, readColour } from '../state.ts';

/** Gives an element a label's two colours; the style sheet takes the one that suits the theme. */
export function paint(element: HTMLElement, label: Pick<LabelView, 'colour'>): void {
  for (const theme of ['light', 'dark'] as const) {
    const colour = readColour(label.colour[theme]);
    const name = `--label-${theme}`;
    if (!colour) element.style.removeProperty(name);
    else if (element.style.getPropertyValue(name) !== colour) element.style.setProperty(name, colour);
  }
}
