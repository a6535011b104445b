import { FormatProblemError } from '../format-problem.ts';
import { xmlEvents } from '../xml/xml.ts';
import type { CasType } from './cas.ts';

const uri = 'http://uima.apache.org/resourceSpecifier';

/**
 * The types of a type system description. What it imports from elsewhere is not looked at.
 * @throws FormatProblemError where it is none
 */
export function readTypeSystem(source: string): ReadonlyMap<string, CasType> {
  const types = new Map<string, CasType>();
  const path: string[] = [];
  let text = '';
  let type = { name: '', superType: '', features: new Map<string, string>() };
  let feature = { name: '', range: '' };
  for (const event of xmlEvents(source)) {
    if (event.kind === 'text') {
      text += event.text;
      continue;
    }
    if (event.kind === 'start') {
      if (path.length === 0 && (event.uri !== uri || event.local !== 'typeSystemDescription')) {
        const values = ['typeSystemDescription', event.local];
        throw new FormatProblemError({ code: 'not-of-format', values, line: event.line });
      }
      path.push(event.local);
      if (event.local === 'typeDescription') type = { name: '', superType: '', features: new Map() };
      if (event.local === 'featureDescription') feature = { name: '', range: '' };
      text = '';
      continue;
    }
    path.pop();
    const within = path.at(-1);
    const value = text.trim();
    if (within === 'typeDescription' && event.local === 'name') type.name = value;
    if (within === 'typeDescription' && event.local === 'supertypeName') type.superType = value;
    if (within === 'featureDescription' && event.local === 'name') feature.name = value;
    if (within === 'featureDescription' && event.local === 'rangeTypeName') feature.range = value;
    if (event.local === 'featureDescription') type.features.set(feature.name, feature.range);
    if (event.local === 'typeDescription') types.set(type.name, type);
    text = '';
  }
  return types;
}
