import { isBareGenus } from './genus.ts';
import type { Instrument } from './instrument.ts';
import { isOfYear, type LightName, lightName } from './light-name.ts';

interface Bearer {
  readonly instrument: Instrument;
  readonly year: string | undefined;
}

/** States by the character that stands for each in the titles of its treaties. */
const STATES: Readonly<Record<string, string>> = {
  中: 'CN',
  俄: 'RU',
  苏: 'SU',
  美: 'US',
  英: 'GB',
  法: 'FR',
  德: 'DE',
  日: 'JP',
  印: 'IN',
  朝: 'KP',
  韩: 'KR',
  越: 'VN',
  缅: 'MM',
  蒙: 'MN',
  尼: 'NP',
  巴: 'PK',
  阿: 'AF',
  哈: 'KZ',
  吉: 'KG',
  塔: 'TJ',
  乌: 'UZ',
  葡: 'PT',
};
/** Where the names of the parties end in a full title. */
const PARTIES_END = /(?:国|联邦|联盟|政府|主席|总统)$/;
/** What both titles share says what the treaty is about. */
const SHORTEST_SHARED = 5;

/**
 * The names of a registry by what is left of them without light words: 《关于难民地位的公约》 is 难民地位公约. Only a
 * name that is one instrument's alone is known so.
 */
export class LightNames {
  private readonly byText = new Map<string, Bearer[]>();
  /** Treaties of two states, by both, with their light names. */
  private readonly byParties = new Map<string, (readonly [string, Instrument])[]>();

  constructor(names: ReadonlyMap<string, readonly Instrument[]>) {
    for (const [name, instruments] of names) {
      const light = lightName(name);
      if (light === undefined || isBareGenus(light.text)) continue;
      for (const instrument of instruments) {
        const bearers = this.byText.get(light.text) ?? [];
        if (bearers.length === 0) this.byText.set(light.text, bearers);
        bearers.push({ instrument, year: light.year });
        if (instrument.parties?.length === 2) this.enterPair(instrument.parties, light.text, instrument);
      }
    }
  }

  private enterPair(parties: readonly string[], text: string, instrument: Instrument): void {
    const key = [...parties].sort().join('-');
    const pairs = this.byParties.get(key);
    if (pairs === undefined) this.byParties.set(key, [[text, instrument]]);
    else pairs.push([text, instrument]);
  }

  /** The instrument that a title means which differs from its names in light words, or abbreviates one by its parties. */
  meant(title: string): readonly Instrument[] {
    const light = lightName(title);
    if (light === undefined || isBareGenus(light.text)) return [];
    const same = only(this.sameYear(light));
    return same.length > 0 ? same : only(this.ofParties(light));
  }

  private sameYear({ text, year }: LightName): readonly Instrument[] {
    const bearers = this.byText.get(text) ?? [];
    return bearers
      .filter((bearer) => {
        if (bearer.year === year) return true;
        const told = bearer.year ?? year!;
        return (bearer.year === undefined || year === undefined) && isOfYear(bearer.instrument, told);
      })
      .map(({ instrument }) => instrument);
  }

  /** 《甲乙航空协定》 for 《甲国和乙国航空协定》. */
  private ofParties({ text, year }: LightName): readonly Instrument[] {
    const parties = [...text.slice(0, 2)].map((character) => STATES[character] ?? '');
    const shared = text.slice(2).replace(/^(?:两国|双边)/, '');
    if (shared.length < SHORTEST_SHARED || isBareGenus(shared)) return [];
    const treaties = this.byParties.get(parties.sort().join('-')) ?? [];
    return treaties
      .filter(([name, instrument]) => {
        if (!name.endsWith(shared) || (year !== undefined && !isOfYear(instrument, year))) return false;
        const beginning = name.slice(0, -shared.length).replace(/两国$/, '');
        return beginning === '' || beginning === text.slice(0, 2) || PARTIES_END.test(beginning);
      })
      .map(([, instrument]) => instrument);
  }
}

function only(instruments: readonly Instrument[]): readonly Instrument[] {
  const each = new Set(instruments);
  return each.size === 1 ? [...each] : [];
}
