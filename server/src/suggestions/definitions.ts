import type { TextRange } from '../text/range.ts';
import type { Found, Recogniser } from './found.ts';

/** 以下简称“协定”, 下称双方; the name between its marks or to the end of the clause. */
const CALLED =
  /(?:以下|下)(?:简|统|合|并|通)?称(?:为|作)?[：:]?(?:“([^”\n]{1,40})”|「([^」\n]{1,40})」|"([^"\n]{1,40})"|《([^》\n]{1,40})》|([^，。；：）)“「"《\n]{1,30}))/g;
/** “缔约方”系指…, “缔约方”一词是指…. */
const MEANS =
  /(?:([“「"])([^”」"\n]{1,40})[”」"]|(?<=^|[。；，\n、）)\s])([^，。；：“”、\s]{1,20}))(?:一词|一语|用语)?(?:系|是|意|均|即)指(?!出|[标责导控派])/g;
/** In UTF-16: a meaning that goes on for longer has lost its full stop. */
const LONGEST = 600;

/** What a short name or a term is given for, each with its `short`: the phrase that gives it, or the clause that says what it means. */
export function definitionRecogniser(): Recogniser {
  return ({ text, start, role }) => {
    if (role === 'title') return [];
    const found: Found[] = [];
    const add = (range: TextRange, short: string) =>
      found.push({
        kind: 'definition',
        start: start + range.start,
        end: start + range.end,
        attributes: { short },
      });
    if (text.includes('称')) {
      for (const { index, 0: words, 1: marked, 2: angled, 3: straight, 4: titled, 5: bare } of text.matchAll(
        CALLED,
      )) {
        add(
          { start: index, end: index + words.length },
          (marked ?? angled ?? straight ?? titled ?? bare)!.trim(),
        );
      }
    }
    if (text.includes('指')) {
      for (const { index, 0: words, 2: marked, 3: bare } of text.matchAll(MEANS)) {
        add({ start: index, end: endOfMeaning(text, index + words.length) }, (marked ?? bare)!.trim());
      }
    }
    return found;
  };
}

function endOfMeaning(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST).search(/[。；;\n]/);
  return end < 0 ? Math.min(text.length, from + LONGEST) : from + end;
}
