import { allowedInXml } from '../../../client/src/annotations/formats/xml.ts';
import type { HeldInPart } from './held-in-part.ts';
import { onText } from './round-trip.ts';

/** What XML forbids is U+FFFD. */
export const casXmiRules: NonNullable<HeldInPart['rules']> = {
  characters: (document) => onText(document, allowedInXml(document.text)),
};
