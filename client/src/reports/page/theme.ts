import { type Colour, contrastOfShapes, contrastOfText, hex, legible, mixed, readColour } from './colour.ts';

/** The editor's colours and fonts, resolved, so that a picture can leave the editor. */
export interface Theme {
  readonly kind: 'light' | 'dark';
  readonly highContrast: boolean;
  readonly background: Colour;
  readonly foreground: Colour;
  /** Of lines that only help the eye. */
  readonly faint: Colour;
  readonly accent: Colour;
  /** A list of families, as the style sheet has it: with such as have Chinese characters. */
  readonly font: string;
  /** In pixels. */
  readonly fontSize: number;
}

/** Reads what the page has from the editor now. */
export function readTheme(): Theme {
  const { classList } = document.body;
  const style = getComputedStyle(document.body);
  const light = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  const highContrast = classList.contains('vscode-high-contrast');
  const ground: Colour = light ? [255, 255, 255] : [0, 0, 0];
  const background = resolved('--vscode-editor-background', ground) ?? ground;
  const own = resolved('--vscode-editor-foreground', background);
  const foreground = legible(own ? [own] : [], background, contrastOfText);
  const blue = resolved('--vscode-charts-blue', background);
  return {
    kind: light ? 'light' : 'dark',
    highContrast,
    background,
    foreground,
    faint: mixed(foreground, background, highContrast ? 0.45 : 0.2),
    accent: legible([...(blue ? [blue] : []), foreground], background, contrastOfShapes),
    font: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize) || 13,
  };
}

/** The colour that a variable of the editor comes to on a ground; undefined where it is not set. */
function resolved(name: string, ground: Colour): Colour | undefined {
  const probe = document.createElement('span');
  probe.style.color = `var(${name}, transparent)`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour === 'rgba(0, 0, 0, 0)' ? undefined : readColour(colour, ground);
}

/** A label's colour on the theme's ground; one that cannot be told from it is made so. */
export function labelColour(colour: { readonly light: string; readonly dark: string }, theme: Theme): string {
  const own = readColour(colour[theme.kind], theme.background);
  return hex(legible(own ? [own] : [], theme.background, contrastOfShapes));
}
