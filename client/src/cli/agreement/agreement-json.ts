import type { AgreementReport } from '../../annotations/agreement/agreement.ts';
import { jsonElements } from '../json.ts';

/** The report as JSON, with one label, document or pair a line. */
export function agreementJson(report: AgreementReport): string {
  const members = Object.entries(report).map(([name, value]) => {
    const isList = Array.isArray(value) && value.some((each) => typeof each === 'object');
    const written = isList ? `[\n${jsonElements(value)}\n]` : JSON.stringify(value);
    return `${JSON.stringify(name)}: ${written}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}
