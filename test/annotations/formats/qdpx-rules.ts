import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { allowedInXml } from '../../../client/src/annotations/formats/xml/xml.ts';
import type { HeldInPart } from './held-in-part.ts';
import { eachTag, onText } from './round-trip.ts';

/** The text is UTF-8, and all else XML: what these cannot hold is U+FFFD. */
function withoutForbidden(document: TaggedText): TaggedText {
  const onAllowed = onText(document, document.text.replace(loneHalves, '\ufffd'));
  return eachTag((tag) => ({
    ...tag,
    note: allowedInXml(tag.note),
    creator: allowedInXml(tag.creator),
    attributes: Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [
        allowedInXml(name),
        typeof value === 'string' ? allowedInXml(value) : value,
      ]),
    ),
  }))(onAllowed);
}

export const qdpxRules: HeldInPart = { rules: { characters: withoutForbidden } };

const loneHalves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
