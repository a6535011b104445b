import { allowedInXml } from '../../../client/src/annotations/formats/xml/xml.ts';
import type { HeldInPart } from './held-in-part.ts';
import { onText } from './round-trip.ts';

/** What XML forbids is U+FFFD. */
export const casXmiRules: NonNullable<HeldInPart['rules']> = {
  characters: (document) => onText(document, allowedInXml(document.text)),
};

/** UTF-8 has no halves of surrogate pairs: they are U+FFFD. */
export const webannoTsvRules: NonNullable<HeldInPart['rules']> = {
  characters: (document) =>
    onText(document, new TextDecoder().decode(new TextEncoder().encode(document.text))),
};
